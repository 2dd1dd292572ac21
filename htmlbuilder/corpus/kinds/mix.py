"""Pages put together from what the prompt names, whatever it is: a subject, and any few elements."""

from collections.abc import Callable

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.kinds.elements import enumerate_words
from htmlbuilder.corpus.kinds.forms import EMAIL, MESSAGE, NAME, fields_asked
from htmlbuilder.corpus.markup import document, tag
from htmlbuilder.corpus.sections import Part, anchor
from htmlbuilder.corpus.style import COMPONENTS
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows

Piece = Callable[[Draw, list[Ask]], Part]


def _paragraph(draw: Draw, asks: list[Ask]) -> Part:
    text = draw.sentence()
    q = draw.quote(text)
    asks.append(Ask(withs=(f"a paragraph that says {q}", f"the text {q}", f"a sentence: {q}", f"a short text {q}"), says=(f"Write {q}", f"The text is {q}", f"It says {q}", f"Somewhere it reads {q}"), requires=(shows(text, "p"),)))
    return Part(tag("p", text), ())


def _list(draw: Draw, asks: list[Ask]) -> Part:
    element = "ol" if draw.chance(0.3) else "ul"
    name = "numbered list" if element == "ol" else draw.pick(("list", "bullet list", "list"))
    if draw.chance(0.3):
        category, known = draw.pick(records("categories"))
        items = known.split(";")[: draw.count(2, 9)]
        said = draw.say(len(items))
        asks.append(Ask(withs=(f"a {name} of {said} {category}", f"{said} {category} in a {name}"), says=(f"List {said} {category}.", f"Name {said} {category} in a {name}."), requires=(exactly(f"main {element} > li", len(items)),)))
    else:
        source = draw.pick(("label", "foods", "products", "skills", "phrase"))
        items = list(dict.fromkeys(draw.label() if source == "label" else draw.phrase() if source == "phrase" else draw.word(source) for _ in range(draw.count(2, 7))))
        words = enumerate_words(draw, items)
        asks.append(Ask(
            withs=(f"a {name} of {words}", f"a {name} with {words}", f"a {name}: {words}"), says=(f"Below it a {name}: {words}.", f"The {name} has {words}.", f"There is a {name} of {words}."),
            requires=(*(shows(item, f"{element} > li") for item in items), exactly(f"main {element} > li", len(items))),
        ))  # fmt: skip
    return Part(tag(element, *(tag("li", item) for item in items)), ("list",))


def _button(draw: Draw, asks: list[Ask]) -> Part:
    text = draw.word("buttons") if draw.chance(0.5) else draw.label()
    q = draw.quote(text)
    asks.append(Ask(withs=(f"a button {q}", f"a {q} button", f"a button that says {q}", f"a button labelled {q}"), says=(f"The button says {q}.", f"There is a button {q}.", f"Put a button with {q} on it."), requires=(shows(text, "button, a.button"),)))
    return Part(tag("p", tag("button", text, type="button")), ("button",))


def _link(draw: Draw, asks: list[Ask]) -> Part:
    url, text = draw.url(), draw.label() if draw.chance(0.6) else draw.phrase()
    k, q = draw.keep(url), draw.quote(text)
    asks.append(Ask(withs=(f"a link to {k} that says {q}", f"a link {q} to {k}", f"a link saying {q} ({k})"), says=(f"Link to {k} with the text {q}.", f"A link {q} goes to {k}."), requires=(shows(text, f'a[href="{url}"]'),)))
    return Part(tag("p", tag("a", text, href=url)), ())


def _image(draw: Draw, asks: list[Ask]) -> Part:
    file = draw.file("jpg", "png", "webp", "svg")
    alt = file.rsplit(".", 1)[0].replace("-", " ").capitalize()
    k = draw.keep(file)
    alt_asked = draw.chance(0.3)
    if alt_asked:
        alt = draw.phrase()
    more = f" (alt text {draw.quote(alt)})" if alt_asked else ""
    asks.append(Ask(withs=(f"the image {k}{more}", f"a picture {k}{more}", f"an image from {k}{more}"), says=(f"Show the picture {k}{more}.", f"The image is {k}{more}.", f"Use the image {k}{more}."), requires=(has(f'img[src="{file}"]'), *((shows(alt, "img"),) if alt_asked else ()))))
    return Part(tag("p", tag("img", src=file, alt=alt)), ())


def _subheading(draw: Draw, asks: list[Ask]) -> Part:
    text = draw.word("headings") if draw.chance(0.4) else draw.phrase()
    q = draw.quote(text)
    asks.append(Ask(withs=(f"a subheading {q}", f"a second heading {q}", f"an h2 that says {q}", f"a section called {q}"), says=(f"The subheading is {q}.", f"A smaller heading says {q}.", f"Section title: {q}."), requires=(shows(text, "h2, h3"),)))
    return Part(tag("h2", text), ())


def _quote(draw: Draw, asks: list[Ask]) -> Part:
    text, person = draw.sentence(), draw.person()
    q, k = draw.quote(text), draw.keep(person)
    asks.append(Ask(withs=(f"a quote by {k}: {q}", f"the quote {q} by {k}"), says=(f"Quote {k}: {q}", f"{k} says {q}"), requires=(shows(text, "blockquote"), shows(person))))
    return Part(tag("blockquote", tag("p", text), tag("cite", person)), ("quote",))


def _table(draw: Draw, asks: list[Ask]) -> Part:
    columns = list(dict.fromkeys(draw.label() if draw.chance(0.5) else draw.pick(draw.pick(records("columns"))[1].split(";")) for _ in range(draw.count(2, 5))))
    rows = draw.count(1, 6)
    words = enumerate_words(draw, columns)
    many = f"{draw.say(rows)} row{'s' * (rows > 1)}"
    asks.append(Ask(withs=(f"a table with {words} and {many}", f"a table of {many} with the columns {words}"), says=(f"A table shows {words} in {many}.", f"There is a table with the columns {words} and {many}."), requires=(*(shows(column, "th") for column in columns), exactly("tr:has(td)", rows))))
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in columns)))
    body = tag("tbody", *(tag("tr", *(tag("td", f"{column} {row}") for column in columns)) for row in range(1, rows + 1)))
    return Part(tag("table", head, body), ("table",))


def _form(draw: Draw, asks: list[Ask]) -> Part:
    fields = fields_asked(draw, asks, (NAME, EMAIL, MESSAGE), 0.7, 1, 4)
    if not asks or not any("fields" in form for form in asks[-1].withs):
        asks.append(Ask(withs=("a contact form", "a form", "a small form"), says=("There is a form.", "Add a form."), requires=(has("form"),)))
    text = draw.word("buttons") if draw.chance(0.3) else "Send"
    if text != "Send":
        q = draw.quote(text)
        asks.append(Ask(withs=(f"a form button {q}",), says=(f"The form's button says {q}.",), requires=(shows(text, "form button"),)))
    return Part(tag("form", *(field.html() for field in fields), tag("button", text, type="submit")), ("form", *(("check",) if any(field.type == "checkbox" for field in fields) else ()), "button"))


def _media(draw: Draw, asks: list[Ask]) -> Part:
    name, file = ("video", draw.file("mp4", "webm")) if draw.chance(0.6) else ("audio", draw.file("mp3", "ogg"))
    k = draw.keep(file)
    noun = "a video" if name == "video" else "an audio player"
    asks.append(Ask(withs=(f"{noun} with {k}", f"{noun} ({k})", f"{noun} that plays {k}"), says=(f"Play {k}.", f"There is {noun} for {k}."), requires=(has(f'{name}[src="{file}"]'),)))
    return Part(tag("p", tag(name, "Your browser cannot play this.", src=file, controls=True, aria_label=name.capitalize())), ())


def _price(draw: Draw, asks: list[Ask]) -> Part:
    price = draw.price()
    k = draw.keep(price)
    asks.append(Ask(withs=(f"the price {k}", f"a price of {k}"), says=(f"It costs {k}.", f"The price is {k}."), requires=(shows(price),)))
    return Part(tag("p", price, class_="price"), ("price",))


def _details(draw: Draw, asks: list[Ask]) -> Part:
    way, value, link = draw.pick((("email", draw.email(), "mailto:"), ("phone number", draw.phone(), "tel:"), ("address", f"{draw.rng.randint(1, 240)} {draw.word('streets')}, {draw.word('towns')}", "")))
    k = draw.keep(value)
    asks.append(Ask(withs=(f"the {way} {k}", f"our {way} {k}", f"{k} as {way}"), says=(f"The {way} is {k}.", f"Our {way}: {k}.", f"{way.capitalize()}: {k}."), requires=(shows(value),)))
    return Part(tag("p", tag("a", value, href=link + value.replace(" ", "")) if link else value), ())


PIECES: tuple[Piece, ...] = (_image, _paragraph, _paragraph, _subheading, _list, _table, _quote, _media, _price, _details, _form, _button, _button, _link)


@kind("mix", 4.0)
def mix(draw: Draw) -> Wish:
    """Any few elements on one page, in the order of `PIECES`."""
    asks: list[Ask] = []
    title = "Welcome"
    if draw.chance(0.75):
        title = draw.phrase() if draw.chance(0.7) else draw.brand()
        q = draw.quote(title)
        asks.append(Ask(
            tails=(f"called {q}", f"titled {q}", f"headed {q}"),
            withs=(f"the heading {q}", f"a heading that says {q}", f"an h1 {q}", f"the title {q}", f"a big title {q}"),
            says=(f"The heading is {q}.", f"On top it says {q}.", f"Title: {q}.", f"The h1 says {q}."),
            requires=(shows(title, "h1"),),
        ))  # fmt: skip
    chosen = sorted(draw.together(lambda: draw.some(range(len(PIECES)), 1, 5), lambda places: (PIECES[place].__name__ for place in places)))
    parts = [PIECES[place](draw, asks) for place in chosen]
    links: list[str] = []
    if draw.chance(0.15):
        links = list(dict.fromkeys(draw.word("links") for _ in range(draw.count(2, 5))))
        words = enumerate_words(draw, links)
        asks.append(Ask(withs=(f"a navigation with {words}", f"a menu with {words}"), says=(f"The menu has {words}.", f"Navigation: {words}."), requires=tuple(shows(link, "nav a") for link in links)))
    foot = ""
    if draw.chance(0.15):
        foot = draw.phrase()
        q = draw.quote(foot)
        asks.append(Ask(withs=(f"a footer saying {q}", f"the footer {q}"), says=(f"The footer says {q}.", f"Footer: {q}."), requires=(shows(foot, "footer"),)))
    style = look(draw, asks, None, "slate", 0.35)
    nav = tag("header", tag("nav", tag("ul", *(tag("li", tag("a", link, href=f"#{anchor(link)}")) for link in links)))) if links else None
    used = {"narrow", *(name for piece in parts for name in piece.components), *(("header", "nav") if links else ()), *(("footer",) if foot else ())}
    page = document(title, style.css(*(name for name in COMPONENTS if name in used)), nav, tag("main", tag("h1", title), *(piece.html for piece in parts), class_="narrow"), tag("footer", tag("p", foot)) if foot else None)
    return Wish(
        nouns=("page", "web page", "webpage", "HTML page", "simple page", "website", "html document", "site", "document", "page in HTML"),
        page=page,
        asks=asks,
        requires=(has("h1"),),
    )
