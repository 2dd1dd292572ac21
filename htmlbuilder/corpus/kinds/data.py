"""Elements that hold data: tables and lists."""

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows


def cell(draw: Draw, column: str, row: int) -> str:
    """What stands in a cell: fits the column's name where that tells, and follows from it, so that it can be learned."""
    name = column.casefold()
    people = ("Ana Silva", "Ben Okafor", "Chloe Martin", "Dev Patel", "Emma Lund", "Farid Haddad", "Grace Kim", "Hugo Costa", "Ines Weber", "Jonas Berg")
    if any(part in name for part in ("name", "student", "employee", "author", "teacher", "player", "customer", "guest", "contact", "person")):
        return people[row % 10]
    if any(part in name for part in ("price", "cost", "total", "amount", "salary", "fee", "budget", "revenue", "balance", "sales")):
        return f"${(row + 1) * 12}.50"
    if any(part in name for part in ("mail",)):
        return f"{people[row % 10].split()[0].lower()}@example.com"
    if any(part in name for part in ("phone", "tel")):
        return f"555-01{row + 10}"
    if any(part in name for part in ("date", "due", "born", "deadline", "start", "end", "founded")):
        return f"{row + 3} May 2026"
    if any(part in name for part in ("time", "hour", "departure", "arrival")):
        return f"{8 + row}:30"
    if any(part in name for part in ("status", "state")):
        return ("Open", "In progress", "Done")[row % 3]
    if any(part in name for part in ("qty", "quantity", "age", "count", "number", "no.", "rank", "score", "points", "stock", "grade", "size", "year", "rating", "id", "amount", "calories", "mark")):
        return str((row + 1) * 7)
    return f"{column} {row + 1}"


def value(draw: Draw, column: str) -> str:
    """A cell that the prompt gives."""
    name = column.casefold()
    if any(part in name for part in ("name", "student", "employee", "author", "teacher", "player", "customer", "guest", "person")):
        return draw.person() if draw.chance(0.5) else draw.word("first_names")
    if any(part in name for part in ("price", "cost", "total", "amount", "salary", "fee")):
        return draw.price()
    if any(part in name for part in ("date", "due", "deadline")):
        return draw.date()
    if any(part in name for part in ("time", "hour", "start", "end")):
        return draw.time()
    form = draw.rng.random()
    if form < 0.35:
        return str(draw.rng.randint(0, 999))
    return draw.label() if form < 0.7 else draw.word(draw.pick(("towns", "foods", "products", "nouns", "name_words", "subjects")))


@kind("table", 2.5)
def table(draw: Draw) -> Wish:
    asks: list[Ask] = []
    theme, known = draw.pick(records("columns"))
    columns = known.split(";")
    rows = draw.count(1, 20)
    bare = draw.chance(0.2)
    if bare:  # only counts, no names
        columns = [f"Column {place}" for place in range(1, draw.count(1, 8 if rows < 13 else 4) + 1)]
    elif draw.chance(0.4):  # names nobody put together before
        columns = [draw.label() if draw.chance(0.6) else draw.pick(draw.pick(records("columns"))[1].split(";")) for _ in range(draw.count(2, 6 if rows < 13 else 4))]
        columns = list(dict.fromkeys(columns))
    else:
        columns = draw.some(columns, 2, 6 if rows < 13 else 4)
    wide = len(columns)
    requires = [has("table"), exactly("table tr th", wide)]
    if bare:
        asks.append(Ask(
            tails=(f"with {draw.say(wide)} column{'s' * (wide > 1)}",),
            withs=(f"{draw.say(wide)} column{'s' * (wide > 1)}",),
            says=(f"Columns: {draw.say(wide)}.", f"It has {draw.say(wide)} column{'s' * (wide > 1)}."),
        ))  # fmt: skip
    else:
        quoted = [draw.quote(column) for column in columns]
        plain = [draw.keep(column) for column in columns]
        words = draw.pick((quoted, plain, plain))
        together = ", ".join(words[:-1]) + " and " + words[-1] if draw.chance(0.7) and wide > 1 else ", ".join(words)
        asks.append(Ask(
            withs=(f"the columns {together}", f"columns for {together}", f"{draw.say(wide)} columns ({', '.join(words)})", f"columns {together}", f"the headers {together}"),
            says=(f"The columns are {together}.", f"Columns: {together}.", f"Each row shows {together}.", f"Header row: {together}.", f"For each entry we show {together}."),
            requires=tuple(shows(column, "th") for column in columns),
        ))  # fmt: skip
    told = draw.chance(0.8)
    if not told:
        rows = 3
    else:
        many = f"{draw.say(rows)} row{'s' * (rows > 1)}"
        asks.append(Ask(
            tails=(f"with {many}", f"of {many}"),
            withs=(many, f"{many} of data", f"{draw.say(rows)} data row{'s' * (rows > 1)}"),
            says=(f"It has {many}.", f"Fill in {many}.", f"{many[0].upper() + many[1:]} please.", f"Put {many} of sample data in it."),
        ))  # fmt: skip
        requires.append(exactly("tr:has(td)", rows))
    cells = [[cell(draw, column, row) for column in columns] for row in range(rows)]
    if wide <= 4 and rows <= 6 and told and draw.chance(0.4):
        cells = [[value(draw, column) for column in columns] for _ in range(rows)]
        glue = draw.pick((", ", ", ", " - ", " / ", " | ", ": "))
        lines = [glue.join(draw.keep(text) for text in line) for line in cells]
        together = draw.pick(("; ", "; ", ". ", "\n")).join(lines)
        asks.append(Ask(
            withs=(f"the data {together}", f"the rows {together}", f"the entries {together}"),
            says=(f"The rows are {together}.", f"Rows: {together}.", f"Data: {together}.", f"Fill it with {together}."),
            requires=tuple(shows(text, "td") for line in cells for text in line),
        ))  # fmt: skip
    title = ""
    if draw.chance(0.35):
        title = draw.phrase()
        q = draw.quote(title)
        asks.append(Ask(
            tails=(f"called {q}", f"titled {q}"),
            withs=(f"the caption {q}", f"the heading {q}", f"the title {q}"),
            says=(f"The title is {q}.", f"Caption: {q}.", f"Above it stands {q}.", f"Head it {q}."),
            requires=(shows(title, "caption, h1, h2"),),
        ))  # fmt: skip
    elif not bare and draw.chance(0.3) and not set(columns) - set(known.split(";")):
        title = theme[0].upper() + theme[1:]
        asks.append(Ask(tails=(f"of {theme}", f"for {theme}", f"listing {theme}"), says=(f"It lists {theme}.", f"It's about {theme}."), requires=(shows(title, "caption, h1, h2, title"),)))
    style = look(draw, asks, None, "slate", 0.25)
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in columns)))
    body = tag("tbody", *(tag("tr", *(tag("td", text) for text in line)) for line in cells))
    page = document(
        title or "Table",
        style.css("narrow", "table"),
        tag("main", tag("h1", title or "Table"), tag("table", head, body), class_="narrow"),
    )
    return Wish(
        nouns=("table", "table", "html table", "data table", "simple table", "table page", "page with a table"),
        needs=("I want to show data in rows and columns.", "We have to put our data in a grid people can read."),
        page=page,
        asks=asks,
        requires=tuple(requires),
    )


@kind("list", 2.5)
def listing(draw: Draw) -> Wish:
    asks: list[Ask] = []
    ordered = draw.chance(0.4)
    name, known = draw.pick(records("categories"))
    choices = known.split(";")
    element = "ol" if ordered else "ul"
    requires = [has(element)]
    form = draw.rng.random()
    title = ""
    if form < 0.4:  # so many of a kind: the page knows which
        number = draw.count(2, min(20, len(choices)))
        items = choices[:number]
        title = name[0].upper() + name[1:]
        many = draw.say(number)
        asks.append(Ask(
            tails=(f"of {many} {name}", f"with {many} {name}"),
            withs=(f"{many} {name}",),
            says=(f"It names {many} {name}.", f"Put {many} {name} in it.", f"List {many} {name}."),
        ))  # fmt: skip
        requires.append(exactly(f"{element} > li", number))
    elif form < 0.85:  # these very items
        source = draw.pick(("label", "foods", "products", "skills", "nouns", "phrase", "known"))
        number = draw.count(2, 9)
        pool = {"label": draw.label, "phrase": draw.phrase}.get(source, lambda: draw.pick(choices) if source == "known" else draw.word(source))
        items = list(dict.fromkeys(pool() for _ in range(number)))
        words = [draw.quote(item) for item in items] if draw.chance(0.3) else [draw.keep(item) for item in items]
        together = ", ".join(words[:-1]) + draw.pick((" and ", ", and ", ", ")) + words[-1] if len(words) > 1 else words[0]
        asks.append(Ask(
            tails=(f"of {together}", f"with {together}"),
            withs=(f"the items {together}", together, f"these items: {together}", f"{draw.say(len(items))} items: {together}"),
            says=(f"The items are {together}.", f"Items: {together}.", f"It lists {together}.", f"On it: {together}."),
            requires=tuple(shows(item, "li") for item in items),
        ))  # fmt: skip
        requires.append(exactly(f"{element} > li", len(items)))
    else:  # just so many
        number = draw.count(1, 20)
        items = [f"Item {place}" for place in range(1, number + 1)]
        many = f"{draw.say(number)} item{'s' * (number > 1)}"
        asks.append(Ask(tails=(f"with {many}", f"of {many}"), withs=(many, f"{draw.say(number)} entr{'ies' if number > 1 else 'y'}"), says=(f"It has {many}.", f"{many[0].upper() + many[1:]}, please.")))
        requires.append(exactly(f"{element} > li", number))
    if draw.chance(0.3):
        title = draw.phrase()
        q = draw.quote(title)
        asks.append(Ask(
            tails=(f"called {q}", f"titled {q}", f"under the heading {q}"),
            withs=(f"the heading {q}", f"the title {q}"),
            says=(f"The heading is {q}.", f"Title it {q}.", f"Above it stands {q}.", f"The list is called {q}."),
            requires=(shows(title, "h1, h2"),),
        ))  # fmt: skip
    style = look(draw, asks, None, "sand", 0.25)
    title = title or "List"
    page = document(title, style.css("narrow", "list"), tag("main", tag("h1", title), _items(element, items), class_="narrow"))
    nouns = ("ordered list", "numbered list", "ordered list", "ol list", "list with numbers") if ordered else ("list", "list", "unordered list", "bullet list", "bulleted list", "ul list", "list page")
    return Wish(nouns=nouns, page=page, asks=asks, requires=tuple(requires))


@kind("nested", 0.5)
def nested(draw: Draw) -> Wish:
    """A list whose entries hold lists."""
    asks: list[Ask] = []
    element = draw.pick(("ul", "ul", "ol"))
    groups = {}
    for _ in range(draw.count(1, 4)):
        groups[draw.label() if draw.chance(0.6) else draw.word("nouns").capitalize()] = [draw.label() if draw.chance(0.5) else draw.word(draw.pick(("foods", "products", "skills"))) for _ in range(draw.count(1, 4))]
    words = "; ".join(f"{draw.keep(group)}: {', '.join(draw.keep(entry) for entry in entries)}" for group, entries in groups.items())
    asks.append(Ask(
        tails=(f"with {words}",), withs=(f"the groups {words}", words), says=(f"The entries are {words}.", f"Entries: {words}.", f"It holds {words}."),
        requires=(*(shows(group, f"{element} > li") for group in groups), *(shows(entry, f"{element} {element} > li, li li") for entries in groups.values() for entry in entries)),
    ))  # fmt: skip
    style = look(draw, asks, None, "sand", 0.25)
    inner = [tag("li", group, tag(element, *(tag("li", entry) for entry in entries))) for group, entries in groups.items()]
    page = document("List", style.css("narrow", "list"), tag("main", tag("h1", "List"), tag(element, *inner), class_="narrow"))
    plain = ("nested list", "list with sub-lists", "list of lists", "multi-level list", "bulleted outline", "two-level list", "nested bullet list")
    numbered = ("nested numbered list", "ordered list with sub-lists", "numbered outline", "multi-level numbered list", "nested ordered list", "two-level ordered list")
    return Wish(nouns=numbered if element == "ol" else plain, page=page, asks=asks, requires=(has(f"li {element}", len(groups)),))


def _items(element: str, items: list[str]) -> Html:
    return tag(element, *(tag("li", item) for item in items))
