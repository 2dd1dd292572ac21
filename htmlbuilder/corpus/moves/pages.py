"""Moves of a page for strangers and of a manual: logos, benefits, links, small behaviours, contents, options, steps."""

from datetime import date

from htmlbuilder.corpus.blocks import media
from htmlbuilder.corpus.blocks.actions import awaited, revealed, tabbed
from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, line, quoted, raised
from htmlbuilder.corpus.blocks.words import many
from htmlbuilder.corpus.draw import DAYS, MONTHS
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.moves.rows import SOON, Move, boxes, entries, jointed, strung
from htmlbuilder.corpus.sections import anchor
from htmlbuilder.corpus.tale import Tale, named
from htmlbuilder.corpus.wish import has, shows

# What a page for strangers has


def logos(tale: Tale) -> None:
    draw = tale.draw
    names = [name.replace(",", "") for name in dict.fromkeys(draw.brand() for _ in range(draw.count(2, 6)))]
    tale.say("logos", s=strung(draw, [draw.keep(name) for name in names], any(" & " in name for name in names)))
    tale.need(".logos li", *names)
    tale.show(tag("ul", *(tag("li", name) for name in names), class_="logos"), "logos")


def benefits(tale: Tale) -> None:
    """What one gets, each with a line or without."""
    draw = tale.draw
    names = [name.replace(",", "") for name in named(draw, draw.pick((3, 3, 3, 2, 4)))]
    lined = draw.chance(0.5)
    rows = [(name, line(draw).rstrip(".").replace(",", "")) if lined else (name,) for name in names]
    boxes(tale, "benefits", rows, ("{0} ({1})", "{0}: {1}", "{0} – {1}", '{0} ("{1}")', "{0} - {1}") if lined else ("{0}",), tale.label("Benefits", "Why us", "What you get", "Why it works") if draw.chance(0.2) else "")


def promised(tale: Tale) -> None:
    """What one gets, with a line for each that somebody has yet to write."""
    draw = tale.draw
    names = [name.replace(",", "") for name in named(draw, draw.pick((3, 3, 3, 2, 4)))]
    tale.say("promised", s=tale.row(names), **many(draw, len(names)))
    tale.need("article > h2", *names)
    tale.need("article > p", *(f"A few words about {name}." for name in names))
    tale.show(tag("div", *(tag("article", tag("h2", name), tag("p", f"A few words about {name}."), class_="card") for name in names), class_="grid"), "card", "grid")


def blank_logos(tale: Tale) -> None:
    """A strip of so many logos, which nobody named."""
    number = tale.draw.rng.randint(2, 8)
    tale.say("blank.logos", **many(tale.draw, number))
    tale.needs.append(has(".logos li", number))
    tale.show(tag("ul", *(tag("li", f"Partner {place}") for place in range(1, number + 1)), class_="logos"), "logos")


def bar(tale: Tale) -> None:
    """A menu, in the page's header."""
    draw = tale.draw
    if tale.semantic or tale.top:
        return
    texts = [text.replace(",", "") for text in dict.fromkeys(raised(draw.word("links")) if draw.chance(0.7) else raised(bit(draw)) for _ in range(draw.rng.randint(2, 5)))]
    tale.say("bar", s=tale.row(texts))
    tale.need("header nav a", *texts)
    tale.top.append(media.bar(texts))
    tale.used |= {"header", "nav"}


def picture(tale: Tale) -> None:
    """Room for a picture of something."""
    draw = tale.draw
    text = draw.pick((bit(draw), f"the {draw.word('adjectives')} {draw.word('nouns')}", draw.person(), f"{draw.word('nouns')}s in {draw.word('towns')}"))
    tale.say("photo", t=tale.told(text))
    tale.needs += [has("figure [role=img]"), shows(text, "figcaption")]
    tale.show(tag("div", tag("figure", tag("div", class_="photo", role="img", aria_label=text), tag("figcaption", text)), class_="grid"), "grid", "photo", "figure")


def sheets(tale: Tale) -> None:
    """Tabs, with what each says or without."""
    draw = tale.draw
    if "script:tabs" in tale.used:
        return
    names = [name.replace(",", "") for name in named(draw, draw.rng.randint(2, 4))]
    if draw.chance(0.5):
        rows = [(name, line(draw)) for name in names]
        words, _, tricky = jointed(draw, rows, ('{0} ("{1}")', '{0}: "{1}"', "{0} – {1}", '{0} says "{1}"'))
        tale.say("tabs", s=strung(draw, words, tricky), **many(draw, len(rows)))
        tale.need("[role=tabpanel]", *(text for _, text in rows))
    else:
        rows = [(name, SOON) for name in names]
        tale.say("tabs", s=tale.row(names), **many(draw, len(rows)))
    tale.need("[role=tab]", *names)
    tale.needs.append(has("script"))
    part = tabbed(rows)
    tale.show(part.html, *part.components)


def awaits(tale: Tale) -> None:
    """The time left until a day."""
    draw = tale.draw
    if "script:countdown" in tale.used:
        return
    day = date(draw.rng.randint(2027, 2035), draw.rng.randint(1, 12), draw.rng.randint(1, 28))
    month = MONTHS[day.month - 1]
    said = draw.pick((f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()))
    tale.say("awaits", d=draw.keep(said))
    tale.needs += [has("script"), shows(said), has(f'[data-end="{day.isoformat()}"]')]
    part = awaited(day.isoformat(), said)
    tale.show(part.html, *part.components)


def figures(tale: Tale) -> None:
    draw = tale.draw
    rows = [(f"{draw.rng.randint(2, 900):,}{draw.pick(('', '', '+', '%', 'k', ' kg'))}".replace(",", " "), text.replace(",", "")) for text in bits(draw, 2, 4)]
    words, _, _ = jointed(draw, rows, ("{0} {1}", "{0} {1}", "{1}: {0}", "{1} {0}", "{0} = {1}"))
    tale.say("figures", s=strung(draw, words, False))
    tale.need(".stats p", *(text for row in rows for text in row))
    tale.show(tag("div", *(tag("p", tag("b", count), text) for count, text in rows), class_="stats"), "stats")


def link(tale: Tale) -> None:
    """A link named in passing, with where it leads or not."""
    draw = tale.draw
    text = draw.pick((draw.label(), raised(draw.word("links")), raised(bit(draw))))
    if draw.chance(0.5):
        url = draw.url()
        tale.say("link", t=tale.told(text), u=draw.keep(url))
    else:
        url = "#"
        tale.say("link", t=tale.told(text))
    tale.needs.append(shows(text, f'a[href="{url}"]'))
    tale.show(tag("p", tag("a", text, href=url)))


def goes(tale: Tale) -> None:
    """A button that is a link."""
    draw = tale.draw
    text, url = button_text(draw), draw.url() if draw.chance(0.75) else f"mailto:{draw.email()}"
    shown = url.removeprefix("mailto:")
    tale.say("goes" if shown == url else "goes.mail", b=tale.told(text), u=draw.keep(shown))
    tale.needs.append(shows(text, f'a[href="{url}"]'))
    tale.show(tag("p", tag("a", text, href=url, class_="button")), "button")


def semantic(tale: Tale) -> None:
    """A header around the heading, as people ask who know the elements."""
    if tale.top:
        return
    tale.say("semantic")
    tale.needs += [has("header h1"), has("main")]
    tale.semantic = True


def links(tale: Tale) -> None:
    draw = tale.draw
    rows = [(raised(text), draw.url()) for text in list(dict.fromkeys(draw.word("links").replace(",", "") for _ in range(draw.rng.randint(2, 4))))]
    if draw.chance(0.5):
        words = [draw.pick(("{} ({})", "{}: {}")).format(draw.keep(text), draw.keep(url)) for text, url in rows]
    else:
        rows = [(text, "#") for text, _ in rows]
        words = [draw.keep(text) for text, _ in rows]
    tale.say("links", s=strung(draw, words, False))
    tale.needs += [shows(text, f'a[href="{url}"]') for text, url in rows]
    tale.show(tag("ul", *(tag("li", tag("a", text, href=url)) for text, url in rows), class_="plain"), "plain")


def pressed_shows(tale: Tale) -> None:
    """A button that shows a text."""
    draw = tale.draw
    if "script:show" in tale.used:
        return
    button, text = button_text(draw), line(draw)
    tale.say("shows", b=tale.told(button), t=quoted(draw, text))
    tale.needs += [shows(button, "button#show"), shows(text, "#answer[hidden]"), has("script")]
    part = revealed(button, text)
    tale.show(part.html, *part.components)


def night(tale: Tale) -> None:
    """A switch between light and dark."""
    draw = tale.draw
    button = button_text(draw) if draw.chance(0.5) else ""
    tale.say("night", **({"b": tale.told(button)} if button else {}))
    tale.needs += [has("script"), shows(".dark {", "style"), shows(button, "button#dark") if button else has("button#dark")]
    tale.show(tag("p", tag("button", button or "Dark mode", type="button", id="dark")), "button", "dark", "script:dark")


def clicks(tale: Tale) -> None:
    """A button that counts how often it was pressed."""
    draw = tale.draw
    button = button_text(draw)
    tale.say("clicks", b=tale.told(button))
    tale.needs += [shows(button, "button#count"), has("output#clicks"), has("script")]
    tale.show(tag("p", tag("output", "0", id="clicks"), tag("button", button, type="button", id="count")), "button", "big", "script:count")


def marked(tale: Tale) -> None:
    """A button with an id that the prompt gives."""
    draw = tale.draw
    text, name = button_text(draw), "".join(letter for letter in draw.word("nouns").lower() if letter.isascii() and letter.isalnum()) + draw.pick(("-btn", "-button", "", "Button", "-1"))
    if not name or name in ("show", "dark", "count", "answer", "clicks", "sheet", "thanks"):
        return
    tale.say("ided", b=tale.told(text), i=draw.keep(name))
    tale.needs.append(shows(text, f'button[id="{name}"]'))
    tale.show(tag("div", tag("button", text, type="button", id=name), class_="row"), "row", "button")


# What a manual has


def contents(tale: Tale) -> None:
    """Sections with ids, and a table of contents that leads to them; a section says what is told of it."""
    draw = tale.draw
    heads = named(draw, draw.rng.randint(2, 5), "headings") if draw.chance(0.6) else draw.some(("Install", "Usage", "Options", "Examples", "Exit codes", "Files", "Limits", "Licence", "Quick start", "Setup", "Errors", "FAQ", "Updates", "Contact", "Safety", "Parts list"), 2, 5)
    heads = [head.replace(",", "") for head in heads]
    heads = list({anchor(head): head for head in heads if anchor(head) not in ("", "main")}.values()) or ["Start"]
    given, plain = draw.chance(0.45), [anchor(head) for head in heads]
    marks = list(dict.fromkeys(anchor(draw.word("nouns")) if draw.chance(0.5) else mark for mark in plain)) if given else plain
    if len(marks) < len(heads) or "" in marks:
        marks = plain
    joint = draw.pick(("{} (id {})", "{} (#{})", "{} with the id {}", "{} #{}", "{} [{}]", "{} = {}"))
    words = [joint.format(draw.keep(head), draw.keep(mark)) if given else draw.keep(head) for head, mark in zip(heads, marks, strict=True)]
    tale.say("contents.given" if given else "contents.ids" if draw.chance(0.25) else "contents", s=strung(draw, words, False), **many(draw, len(heads)))
    tale.needs += [need for head, mark in zip(heads, marks, strict=True) for need in (shows(head, f'nav a[href="#{mark}"]'), shows(head, f'[id="{mark}"] h2'))]
    tale.show(tag("nav", tag("ol", *(tag("li", tag("a", head, href=f"#{mark}")) for head, mark in zip(heads, marks, strict=True))), aria_label="Contents"))
    for head, mark in zip(heads, marks, strict=True):
        tale.show(tag("section", tag("h2", head), tag("p", SOON), id=mark), "section")


def table(tale: Tale) -> None:
    """A table of named columns and rows that are told cell by cell."""
    draw = tale.draw
    heads = [head.replace(",", "") for head in named(draw, draw.rng.randint(2, 4))]
    rows = [[draw.pick((bit(draw), str(draw.rng.randint(1, 900)), draw.word("bits"), draw.price(), draw.word("towns"), draw.pick(DAYS))).replace(",", "") for _ in heads] for _ in range(draw.rng.randint(1, 4))]
    joint, between = draw.pick((" / ", " | ", ", ", " – ", "; ")), draw.pick(("\n", "; ", ". ", " || "))
    if joint in ("; ", " | "):
        between = "\n"
    tale.say("table", c=tale.row(heads), s=between.join(joint.join(draw.keep(cell) for cell in row) for row in rows), **many(draw, len(rows)))
    tale.need("th", *heads)
    tale.need("td", *(cell for row in rows for cell in row))
    tale.show(tag("table", tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))), tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows))), "table")


def options(tale: Tale) -> None:
    """A table of options and what they mean."""
    draw = tale.draw

    def flag() -> str:
        return draw.pick((f"--{draw.word('nouns').lower().replace(' ', '-')}", f"-{draw.pick('abcdefghiklmnopqrstuvwxyz')}", f"--no-{draw.word('verbs').lower().replace(' ', '-')}", f"--{draw.word('verbs').lower().replace(' ', '-')}", f"{draw.word('nouns').upper().replace(' ', '_')}"))

    rows = list({flag(): draw.pick((f"{draw.word('verbs')} the {draw.word('nouns')}", bit(draw), line(draw).rstrip("."))).replace(",", "") for _ in range(draw.rng.randint(2, 5))}.items())
    words, _, _ = jointed(draw, rows, ("{0} ({1})", "{0}: {1}", "{0} = {1}", "{0} – {1}", "{0} {1}"))
    heads = ("Option", "Meaning")
    if draw.chance(0.5):
        heads = draw.pick((("Flag", "Effect"), ("Option", "What it does"), ("Key", "Value"), ("Parameter", "Description"), (raised(draw.word("bits")), raised(draw.word("bits")))))
        tale.say("options.named", s=strung(draw, words, False), x=draw.keep(heads[0]), y=draw.keep(heads[1]))
    else:
        tale.say("options", s=strung(draw, words, False))
    tale.need("th", *heads)
    tale.need("td", *(text for row in rows for text in row))
    tale.show(tag("table", tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))), tag("tbody", *(tag("tr", tag("td", one), tag("td", other)) for one, other in rows))), "table")


def codes(tale: Tale) -> None:
    draw = tale.draw
    found = sorted(draw.rng.sample((0, 1, 2, 3, 4, 5, 64, 65, 70, 77, 126, 127, 130), draw.rng.randint(2, 4)))
    rows = [(str(code), draw.pick((bit(draw), "all fine", "wrong input", "file not found", f"no {draw.word('nouns')}", f"{draw.word('nouns')} missing", "cancelled", f"cannot {draw.word('verbs')}")).replace(",", "")) for code in found]
    entries(tale, "codes", rows, ("{0} {1}", "{0} = {1}", "{0}: {1}", "{0} ({1})", "{0} means {1}", "{1} is {0}"), shown="Exit codes")


def command(tale: Tale) -> None:
    draw = tale.draw
    tool = draw.name_word().lower().replace(" ", "-")
    text = draw.pick((f"pip install {tool}", f"npm i {tool}", f"{tool} --{draw.word('nouns').lower().replace(' ', '-')} {draw.file('txt', 'csv', 'json')}", f"brew install {tool}", f"{tool} {draw.word('verbs').lower()} .", f"cargo add {tool}", f"curl -O https://{tool}.dev/get.sh", f"{tool} init && {tool} run", f"docker run {tool}:{draw.rng.randint(1, 9)}"))
    tale.say("command", t=draw.keep(text) if draw.chance(0.5) else f"`{draw.keep(text)}`")
    tale.need("pre code", text)
    tale.show(tag("pre", tag("code", text)), "code")


def steps(*headings: str, shown: str = "") -> Move:
    """What to do, in order."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        texts = [draw.pick((f"{draw.word('verbs')} the {draw.word('nouns')}", f"{draw.word('verbs')} and {draw.word('verbs')}".replace(" and ", " or "), bit(draw), line(draw).rstrip("."))).replace(",", "") for _ in range(draw.rng.randint(2, 5))]
        texts = list(dict.fromkeys(texts))
        heading = tale.label(*headings) if headings and draw.chance(0.3) else ""
        tale.items("inorder", texts, heading, shown="" if heading else shown, ordered=True)

    return move
