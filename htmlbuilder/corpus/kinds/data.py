"""Elements that hold data: tables and lists; and pages that are one such thing, such as a price board or a rota."""

from collections.abc import Callable

from htmlbuilder.corpus import names
from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks import lists, prices, registers, tables
from htmlbuilder.corpus.blocks.texts import raised, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COMPONENTS
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
        asks.append(ask(draw, "table.columns", [shows(column, "th") for column in columns], joined=series(draw, columns), **many(draw, wide)))
    told = draw.chance(0.8)
    if not told:
        rows = 3
    else:
        asks.append(ask(draw, "table.rows", (), **many(draw, rows)))
        requires.append(exactly("tr:has(td)", rows))
    cells = [[cell(draw, column, row) for column in columns] for row in range(rows)]
    if wide <= 4 and rows <= 6 and told and draw.chance(0.4):
        cells = [[value(draw, column) for column in columns] for _ in range(rows)]
        glue = draw.pick((", ", ", ", " - ", " / ", " | ", ": "))
        lines = [glue.join(draw.keep(text) for text in line) for line in cells]
        together = draw.pick(("; ", "; ", ". ", "\n")).join(lines)
        asks.append(ask(draw, "table.data", [shows(text, "td") for line in cells for text in line], t=together))
    title = ""
    if draw.chance(0.35):
        title = draw.phrase()
        asks.append(ask(draw, "table.title", (shows(title, "caption, h1, h2"),), q=draw.quote(title)))
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
        asks.append(ask(draw, "list.known", (), c=name, **many(draw, number)))
        requires.append(exactly(f"{element} > li", number))
    elif form < 0.85:  # these very items
        source = draw.pick(("label", "foods", "products", "skills", "nouns", "phrase", "known"))
        number = draw.count(2, 9)
        pool = {"label": draw.label, "phrase": draw.phrase}.get(source, lambda: draw.pick(choices) if source == "known" else draw.word(source))
        items = list(dict.fromkeys(pool() for _ in range(number)))
        asks.append(ask(draw, "list.items", [shows(item, "li") for item in items], s=series(draw, items), **many(draw, len(items))))
        requires.append(exactly(f"{element} > li", len(items)))
    else:  # just so many
        number = draw.count(1, 20)
        items = [f"Item {place}" for place in range(1, number + 1)]
        asks.append(ask(draw, "list.count", (), **many(draw, number)))
        requires.append(exactly(f"{element} > li", number))
    if draw.chance(0.3):
        title = draw.phrase()
        asks.append(ask(draw, "list.title", (shows(title, "h1, h2"),), q=draw.quote(title)))
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
        tails=(f"with {words}", f"of {words}", f": {words}", f"for {words}", f"({words})"), withs=(f"the groups {words}", words, f"the points {words}", f"these entries: {words}", f"the levels {words}"),
        says=(
            f"The entries are {words}.", f"Entries: {words}.", f"It holds {words}.", f"{words}.", f"{words}", f"It goes {words}.", f"Groups: {words}.", f"In it: {words}", f"List {words}.", f"Put in {words}.", f"Main points and what is under them: {words}.", f"The list has {words}.",
            f"Outer and inner items: {words}", f"Each group and its items: {words}.", f"Indent the second ones: {words}",
        ),
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


Block = Callable[[Draw, list[Ask]], Part]
# Pages that are one thing: (the block, how its page is called without a name of its own, what people call such a page).
SHEETS: tuple[tuple[Block, str, tuple[str, ...]], ...] = (
    (prices.prices, "Prices", ("price list", "price board", "list of prices", "tariff", "rate card", "price page", "menu with prices", "bar menu", "chalkboard menu", "drinks list", "café menu", "snack bar menu", "prices page", "fee list", "stall sign")),
    (prices.prices, "Prices", ("price list", "price board", "menu", "takeaway menu", "tariff board", "ticket prices", "hire prices", "salon price list", "price sheet")),
    (lists.times, "Programme", ("programme", "schedule", "timeline", "agenda", "day plan", "running order", "itinerary", "course plan", "order of events", "event schedule", "history page", "class schedule")),
    (registers.days, "Programme", ("festival programme", "weekend plan", "programme by day", "week plan", "conference schedule", "lesson plan", "schedule", "class timetable", "line-up page", "training plan", "travel itinerary")),
    (registers.works, "Works", ("list of works", "exhibition list", "catalogue", "inventory", "works page", "collection list", "reading list", "discography", "filmography", "portfolio list", "list of what is on show")),
    (registers.people, "Who does what", ("who's who", "committee page", "cast list", "credits page", "crew list", "staff list", "list of officers", "contact list by role", "team list", "who-does-what page")),
    (registers.terms, "Glossary", ("glossary", "word list", "list of terms", "vocabulary page", "phrase book", "dictionary page", "list of abbreviations", "definitions page", "jargon list")),
    (registers.tree, "Tree", ("tree", "nested list", "family tree", "outline", "hierarchy", "org chart", "tree in lists", "three-level list")),
    (registers.recipe, "Recipe", ("recipe", "recipe card", "recipe page", "cooking recipe", "page for a recipe", "baking recipe", "kitchen card")),
    (tables.timetable, "Timetable", ("timetable", "bus timetable", "ferry timetable", "train times page", "shuttle timetable", "departure board", "school bus times", "timetable page")),
    (tables.headed, "Table", ("table with two header rows", "table with merged headers", "table with grouped columns", "table", "colspan table", "two-level table")),
    (tables.rota, "Rota", ("rota", "cleaning rota", "duty roster", "weekly rota", "washing-up rota", "chore table", "roster", "duty list", "kitchen rota", "volunteer rota")),
    (tables.league, "League table", ("league table", "standings page", "league", "results table", "table of teams", "scores table", "football table", "darts league table", "tournament table")),
    (tables.month, "Calendar", ("month calendar", "calendar sheet", "wall calendar page", "calendar page for one month", "calendar grid", "page of a calendar")),
    (tables.grid, "Table", ("table", "data table", "html table", "grid", "sheet", "table page", "overview table", "sign-up sheet", "score sheet")),
    (lists.lists, "List", ("list", "bullet list", "set of lists", "lists page", "checklist", "packing list", "notes page", "list page")),
    (lists.steps, "How it works", ("how-to", "step-by-step guide", "guide", "instructions page", "how it works page", "set of instructions", "tutorial page")),
    (lists.nested, "List", ("nested list", "outline", "two-level list", "table of contents", "list with sub-points", "site map page")),
    (lists.cards, "Overview", ("card page", "page of cards", "overview with boxes", "card grid", "features page", "page with tiles")),
    (lists.profiles, "Overview", ("page of profiles", "card grid", "card gallery", "team grid", "product grid", "grid of cards")),
    (prices.plans, "Plans", ("pricing page", "pricing table", "plans page", "membership page", "page of packages", "plan overview")),
    (prices.compare, "Comparison", ("comparison table", "comparison", "versus page", "comparison page", "side-by-side table")),
)  # fmt: skip


@kind("sheet", 5.0)
def sheet(draw: Draw) -> Wish:
    """A page that is one list, board or table, and often named for whoever it is for."""
    asks: list[Ask] = []
    block, title, nouns = draw.together(lambda: draw.pick(SHEETS), lambda chosen: (chosen[0].__name__,))
    if draw.chance(0.7):
        form = draw.rng.random()
        title = draw.brand() if form < 0.25 else names.business(draw) if form < 0.45 else draw.phrase() if form < 0.6 else f"{draw.brand()}, {draw.word('towns')}" if form < 0.75 else names.person(draw) if form < 0.85 else raised(draw.word("bits"))
        asks.append(ask(draw, "sheet.title", (shows(title, "h1"),), k=draw.keep(title)) if draw.chance(0.65) else ask(draw, "list.title", (shows(title, "h1"),), q=draw.quote(title)))
    if draw.chance(0.5):
        draw.manners.add("short")
    part = block(draw, asks)
    style = look(draw, asks, None, "sand", 0.3)
    css = style.css(*(name for name in COMPONENTS if name in {"narrow", "stack", *part.components}))
    return Wish(nouns=nouns, page=document(title, css, tag("main", tag("h1", title), part.html, class_="narrow")), asks=asks, requires=(has("h1"),))
