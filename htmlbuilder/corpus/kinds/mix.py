"""Pages put together from what the prompt names, whatever it is: a subject, and any few elements."""

from collections.abc import Callable

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks import media
from htmlbuilder.corpus.blocks.order import cleaned, marked, mentioned
from htmlbuilder.corpus.blocks.texts import digits, plain, quoted, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.kinds.forms import EMAIL, MESSAGE, NAME, fields_asked
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COMPONENTS
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows

Piece = Callable[[Draw, list[Ask]], Part]


def _paragraph(draw: Draw, asks: list[Ask]) -> Part:
    text = draw.sentence()
    asks.append(ask(draw, "note", (shows(text),), q=draw.quote(text)))
    return Part(tag("p", text), ())


def _list(draw: Draw, asks: list[Ask]) -> Part:
    element = "ol" if draw.chance(0.3) else "ul"
    if draw.chance(0.3):
        name = "numbered list" if element == "ol" else draw.pick(("list", "bullet list", "list", "bulleted list"))
        category, known = draw.pick(records("categories"))
        items = known.split(";")[: draw.count(2, 9)]
        needed = [exactly(f"main {element} > li", len(items))]
        asks.append(ask(draw, "category", needed, name=name, category=category, **many(draw, len(items))))
    else:
        source = draw.pick(("label", "foods", "products", "skills", "phrase"))
        items = list(dict.fromkeys(draw.label() if source == "label" else draw.phrase() if source == "phrase" else draw.word(source) for _ in range(draw.count(2, 9))))
        needed = [*(shows(item, f"{element} > li") for item in items), exactly(f"main {element} > li", len(items))]
        asks.append(ask(draw, "numbered" if element == "ol" else "bare", needed, s=series(draw, items), **many(draw, len(items))))
    return Part(tag(element, *(tag("li", item) for item in items)), ("list",))


def _button(draw: Draw, asks: list[Ask]) -> Part:
    text = draw.word("buttons") if draw.chance(0.5) else draw.label()
    asks.append(ask(draw, "button", (shows(text, "button, a.button"),), b=draw.quote(text)))
    return Part(tag("p", tag("button", text, type="button")), ("button",))


def _link(draw: Draw, asks: list[Ask]) -> Part:
    url, text = draw.url(), draw.label() if draw.chance(0.6) else draw.phrase()
    asks.append(ask(draw, "link", (shows(text, f'a[href="{url}"]'),), u=draw.keep(url), q=draw.quote(text)))
    return Part(tag("p", tag("a", text, href=url)), ())


def _image(draw: Draw, asks: list[Ask]) -> Part:
    file = draw.file("jpg", "png", "webp", "svg")
    alt = file.rsplit(".", 1)[0].replace("-", " ").capitalize()
    if draw.chance(0.35):
        alt = draw.phrase()
        asks.append(ask(draw, "image", (shows(alt, f'img[src="{file}"]'),), f=draw.keep(file), q=draw.quote(alt)))
    else:
        asks.append(ask(draw, "file", (has(f'img[src="{file}"]'),), f=draw.keep(file)))
    return Part(tag("p", tag("img", src=file, alt=alt)), ())


def _subheading(draw: Draw, asks: list[Ask]) -> Part:
    text = draw.word("headings") if draw.chance(0.4) else draw.phrase()
    asks.append(ask(draw, "subheading", (shows(text, "h2, h3"),), q=draw.quote(text)))
    return Part(tag("h2", text), ())


def _quote(draw: Draw, asks: list[Ask]) -> Part:
    text, person = draw.sentence(), draw.person()
    told = draw.pick(("{0} by {1}", "{0} – {1}", "{0} ({1})", "{1}: {0}", "{1} says {0}")).format(quoted(draw, text), draw.keep(person))
    asks.append(ask(draw, "quotes", (shows(text, "blockquote"), shows(person)), s=told, **many(draw, 1)))
    return Part(tag("blockquote", tag("p", text), tag("cite", person)), ("quote",))


def _table(draw: Draw, asks: list[Ask]) -> Part:
    columns = list(dict.fromkeys(draw.label() if draw.chance(0.5) else draw.pick(draw.pick(records("columns"))[1].split(";")) for _ in range(draw.count(2, 5))))
    rows = draw.count(1, 6)
    needed = [*(shows(column, "th") for column in columns), exactly("tr:has(td)", rows)]
    asks.append(ask(draw, "count", needed, joined=series(draw, columns), **many(draw, rows)))
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in columns)))
    body = tag("tbody", *(tag("tr", *(tag("td", f"{column} {row}") for column in columns)) for row in range(1, rows + 1)))
    return Part(tag("table", head, body), ("table",))


def _form(draw: Draw, asks: list[Ask]) -> Part:
    before = len(asks)
    fields = fields_asked(draw, asks, (NAME, EMAIL, MESSAGE), 0.7, 1, 4)
    if len(asks) == before or not any("fields" in form for form in asks[-1].withs):
        asks.append(Ask(withs=("a contact form", "a form", "a small form", "a form to write to us", "a simple contact form"), says=("There is a form.", "Add a form.", "People can write to us in a form.", "Contact form.", "It has a contact form."), requires=(has("form"),)))
    text = draw.word("buttons") if draw.chance(0.3) else "Send"
    if text != "Send":
        q = draw.quote(text)
        asks.append(Ask(withs=(f"a form button {q}", f"the submit button {q}", f"{q} to send the form"), says=(f"The form's button says {q}.", f"The form is sent with {q}.", f"Submit button: {q}."), requires=(shows(text, "form button"),)))
    return Part(tag("form", *(field.html() for field in fields), tag("button", text, type="submit")), ("form", *(("check",) if any(field.type == "checkbox" for field in fields) else ()), "button"))


def _media(draw: Draw, asks: list[Ask]) -> Part:
    name, file = ("video", draw.file("mp4", "webm")) if draw.chance(0.6) else ("audio", draw.file("mp3", "ogg"))
    asks.append(ask(draw, name, (has(f'{name}[src="{file}"]'),), f=draw.keep(file)))
    return Part(tag("p", tag(name, "Your browser cannot play this.", src=file, controls=True, aria_label=name.capitalize())), ())


def _price(draw: Draw, asks: list[Ask]) -> Part:
    price = draw.price()
    asks.append(ask(draw, "price", (shows(price),), k=draw.keep(price)))
    return Part(tag("p", price, class_="price"), ("price",))


def _details(draw: Draw, asks: list[Ask]) -> Part:
    way, value, link = draw.pick((("email", draw.email(), "mailto:"), ("phone number", draw.phone(), "tel:"), ("address", f"{draw.rng.randint(1, 240)} {draw.word('streets')}, {draw.word('towns')}", "")))
    asks.append(ask(draw, "way", (shows(value),), way=way, k=draw.keep(value), Way=way.capitalize()))
    return Part(tag("p", tag("a", value, href=link + (digits(value) if link == "tel:" else value)) if link else value), ())


PIECES: tuple[Piece, ...] = (_image, _paragraph, _paragraph, _subheading, _list, _table, _quote, _media, _price, _details, _form, _button, _button, _link)


@kind("mix", 4.0)
def mix(draw: Draw) -> Wish:
    """Any few elements on one page, in the order in which the prompt mentions them."""
    asks: list[Ask] = []
    title = "Welcome"
    if draw.chance(0.75):
        title = draw.phrase() if draw.chance(0.7) else draw.brand()
        asks.append(ask(draw, "title", (shows(title, "h1"),), q=draw.quote(title)))
    chosen = draw.together(lambda: draw.some(range(len(PIECES)), 1, 5), lambda places: (PIECES[place].__name__ for place in places))
    parts: list[Part] = []
    for place, piece in enumerate(chosen):
        before = len(asks)
        parts.append(PIECES[piece](draw, asks))
        asks[before] = marked(asks[before], place)
    bar = media.nav(draw, asks) if draw.chance(0.15) else None
    foot = ""
    if draw.chance(0.15):
        foot = draw.phrase()
        asks.append(ask(draw, "closing", (shows(foot, "footer"),), q=plain(draw, foot)))
    style = look(draw, asks, None, "slate", 0.35)
    used = {"narrow", *(name for piece in parts for name in piece.components), *(bar.components if bar else ()), *(("footer",) if foot else ())}
    css = style.css(*(name for name in COMPONENTS if name in used))

    def arrange(prompt: str) -> tuple[str, Html]:
        main = tag("main", tag("h1", title), *(parts[place].html for place in mentioned(prompt, len(parts))), class_="narrow")
        return cleaned(prompt), document(title, css, tag("header", bar.html) if bar else None, main, tag("footer", tag("p", foot)) if foot else None)

    return Wish(
        nouns=("page", "web page", "webpage", "HTML page", "simple page", "website", "html document", "site", "document", "page in HTML"),
        page=arrange("")[1],
        asks=asks,
        requires=(has("h1"),),
        ordered=True,
        arrange=arrange,
    )
