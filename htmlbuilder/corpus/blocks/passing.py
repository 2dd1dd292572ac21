"""Links, buttons and footers that people name in passing, mostly without quotes: by what they are, in pairs, with a note, at the far right."""

from collections.abc import Callable, Sequence

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks.texts import VALUES, amount, bit, bits, button_text, digits, line, quoted, sign
from htmlbuilder.corpus.blocks.words import ask, many, say
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.sections import Part, anchor
from htmlbuilder.corpus.wish import Ask, has, shows

SITE = (
    "privacy", "imprint", "terms", "cookies", "press kit", "jobs", "site map", "directions", "opening hours", "price list", "menu as PDF", "unsubscribe", "code of conduct", "newsletter", "returns", "shipping", "accessibility", "legal notice", "report a problem", "donate",
    "house rules", "ticket shop", "how to find us", "change language", "old posts", "map", "guest book", "statutes", "timetable", "photo credits", "status", "licence", "parking", "gift vouchers", "lost property", "feedback", "allergens", "RSS", "all dates", "become a member",
)  # fmt: skip
SHEETS = ("page", "list", "map", "guide", "plan", "form", "shop", "archive", "photos", "rules", "calendar", "policy", "brochure", "results", "FAQ")
TRICKY = (",", ";", ":", "/", "|", " and ", " or ", " & ", " + ", "[", "(", "\n")
PAIRS = ("{} / {}", "{} / {}", "{}/{}", "{} and {}", "{} and {}", "{} or {}", "{} & {}", "[{}] [{}]", "{} | {}", "{} + {}", "{}, {}", "[{}] / [{}]", "{} plus {}", "({}) ({})")


def tricky(text: str) -> bool:
    return len(text) > 32 or any(mark in text for mark in TRICKY)


def aloud(draw: Draw, text: str) -> tuple[str, str]:
    """Words as somebody writes them in passing: (what the page shows, what the prompt says). Often small, mostly without quotes."""
    if tricky(text):
        return text, quoted(draw, text)
    form = draw.rng.random()
    text = text.lower() if form < 0.4 else text.upper() if form < 0.43 else text
    return text, draw.keep(text) if draw.chance(0.65) else draw.quote(text)


def pressed(draw: Draw) -> tuple[str, str]:
    """What a button says."""
    return aloud(draw, draw.word("buttons") if draw.chance(0.4) else button_text(draw))


def linked(draw: Draw) -> tuple[str, str]:
    """What a link leads to, or does."""
    form, noun = draw.rng.random(), draw.word("nouns")
    if form < 0.3:
        text = draw.word("links")
    elif form < 0.55:
        text = draw.pick(SITE)
    elif form < 0.72:
        text = f"{noun} {draw.pick(SHEETS)}"
    elif form < 0.84:
        text = f"{draw.word('verbs')} {draw.pick(('the', 'a', 'your', 'our'))} {noun}"
    else:
        text = bit(draw)
    return aloud(draw, text)


def different(draw: Draw, make: Callable[[Draw], tuple[str, str]], number: int) -> list[tuple[str, str]]:
    """At least two of them that nobody takes for one another."""
    found: dict[str, tuple[str, str]] = {}
    while len(found) < number:
        text, said = make(draw)
        found.setdefault(text.casefold(), (text, said))
    return list(found.values())


def beside(draw: Draw, said: Sequence[str]) -> str:
    """Several of them in a row."""
    if len(said) == 2:
        return draw.pick(PAIRS).format(*said)
    if draw.chance(0.4):
        return ", ".join(said[:-1]) + draw.pick((" and ", " and ", " & ", " or ")) + said[-1]
    return draw.pick((", ", " / ", " | ", " + ", " · ", "/", "; ")).join(said)


def row(texts: Sequence[str]) -> Html:
    return tag("p", *(tag("a", text, href="#") for text in texts), class_="row")


def link(draw: Draw, asks: list[Ask]) -> Part:
    """A link, or some, by what they are."""
    if draw.chance(0.4):
        rows = different(draw, linked, draw.pick((2, 2, 2, 3, 4)))
        asks.append(ask(draw, "passing.links", [shows(text, "a") for text, _ in rows], s=beside(draw, [said for _, said in rows]), **many(draw, len(rows))))
        return Part(row([text for text, _ in rows]), ("row",))
    if draw.chance(0.2):
        target = draw.pick((draw.url(), draw.url(), f"/{anchor(draw.word('nouns')) or 'page'}", draw.file("pdf", "html", "zip")))
        asks.append(ask(draw, "passing.bare", (shows(target, f'a[href="{target}"]'),), u=draw.keep(target)))
        return Part(tag("p", tag("a", target, href=target)), ())
    text, said = linked(draw)
    asks.append(ask(draw, "passing.link", (shows(text, "a"),), l=said))
    return Part(tag("p", tag("a", text, href="#")), ())


def back(draw: Draw, asks: list[Ask]) -> Part:
    """A link back to somewhere."""
    text, said = linked(draw)
    asks.append(ask(draw, "passing.back", (shows(text, "a"),), l=said))
    return Part(tag("p", tag("a", f"Back to {text}", href="#")), ())


def pair(draw: Draw, asks: list[Ask]) -> Part:
    """Two actions: two buttons, or a button and a link."""
    (text, said), (other, told) = different(draw, pressed, 2)
    if draw.chance(0.3):
        asks.append(ask(draw, "passing.either", (shows(text, "button"), shows(other, "a")), b=said, l=told))
        return Part(tag("div", tag("button", text, type="button"), tag("a", other, href="#"), class_="row"), ("button", "row"))
    asks.append(ask(draw, "passing.pair", (shows(text, "button"), shows(other, "button")), s=draw.pick(PAIRS).format(said, told)))
    return Part(tag("div", tag("button", text, type="button"), tag("button", other, type="button"), class_="row"), ("button", "row"))


def corner(draw: Draw, asks: list[Ask]) -> Part:
    """A button or a link at the right end of the header."""
    (text, said), plain = pressed(draw), draw.chance(0.3)
    asks.append(ask(draw, "corner.link" if plain else "corner", (shows(text, "header > a" if plain else "header > a.button"),), b=said))
    return Part(tag("a", text, href="#main", class_=None if plain else "button", style="margin-left: auto"), ("header",) if plain else ("header", "button"))


def neighbours(draw: Draw, asks: list[Ask]) -> Part:
    """Links to what comes before and after."""
    if draw.chance(0.25):
        texts = ["Previous", "Next"]
        asks.append(ask(draw, "neighbours", (has("a[rel=prev]"), has("a[rel=next]"))))
    else:
        rows = different(draw, lambda d: aloud(d, bit(d) if d.chance(0.5) else line(d).rstrip(".")), 2)
        texts = [text for text, _ in rows]
        asks.append(ask(draw, "neighbours.named", (shows(texts[0], "a[rel=prev]"), shows(texts[1], "a[rel=next]")), a=rows[0][1], b=rows[1][1]))
    return Part(beside_each_other(*texts), ("row",))


def beside_each_other(before: str, after: str) -> Html:
    """The links to what comes before and after."""
    return tag("p", tag("a", before, href="#", rel="prev"), tag("a", after, href="#", rel="next"), class_="row")


def teasers(draw: Draw, asks: list[Ask]) -> Part:
    """Entries with a link below each, always the same."""
    text, said = aloud(draw, draw.pick(("read more", "more", "details", "continue reading", "open", "to the article", "read on", "see it", "full story", draw.word("buttons"))))
    number = draw.count(2, 6)
    titles = [title for title in dict.fromkeys(draw.pick((bit, line))(draw).rstrip(".") for _ in range(number)) if title.casefold() != text.casefold()]
    notes = [draw.sentence() for _ in titles] if len(titles) < 4 and draw.chance(0.3) else []
    quotes = any("," in title or " and " in title for title in titles)
    words = [quoted(draw, title) if quotes else draw.keep(title) for title in titles]
    if notes:
        words = [f"{word}: {draw.keep(note)}" for word, note in zip(words, notes, strict=True)]
    s = draw.pick(("\n", "\n- ", " / ")).join(words) if notes else draw.pick((", ", "; ", "\n", " / ", ", ", " | ")).join(words)
    needed = [*(shows(title, "article h2") for title in titles), *(shows(note, "article p") for note in notes), shows(text, "article a", len(titles))]
    asks.append(ask(draw, "teasers", needed, s=s, l=said, **many(draw, len(titles))))
    made = [tag("article", tag("h2", title), tag("p", notes[place]) if notes else None, tag("p", tag("a", text, href="#"))) for place, title in enumerate(titles)]
    return Part(Html("\n".join(made)), ())


def whom(draw: Draw) -> tuple[str, str]:
    """Whom a call or a mail reaches, or what the link says instead."""
    return aloud(draw, draw.pick((draw.person(), draw.brand(), draw.word("job_titles"), draw.word("buttons"), bit(draw))))


def reachers(draw: Draw, asks: list[Ask]) -> Part:
    """Two links with words of their own: one phones, one writes."""
    (call, called), (write, written) = different(draw, whom, 2)
    phone, mail = draw.phone(), draw.email()
    needed = (shows(call, f'a[href="tel:{digits(phone)}"]'), shows(write, f'a[href="mailto:{mail}"]'))
    asks.append(ask(draw, "reachers", needed, x=called, p=draw.keep(phone), y=written, m=draw.keep(mail)))
    return Part(tag("address", tag("p", tag("a", call, href=f"tel:{digits(phone)}")), tag("p", tag("a", write, href=f"mailto:{mail}"))), ())


def jump(draw: Draw, asks: list[Ask]) -> Part:
    """A button that jumps to a section further down."""
    (text, said), heading = pressed(draw), bit(draw)
    name = anchor(heading) if draw.chance(0.4) else anchor(draw.word("nouns"))
    name = name if name not in ("", "main") else "more"
    needed = (shows(text, f'a[href="#{name}"]'), shows(heading, f'section[id="{name}"] h2'))
    asks.append(ask(draw, "jump", needed, b=said, i=draw.keep(f"#{name}"), h=draw.quote(heading) if draw.chance(0.5) or tricky(heading) else draw.keep(heading)))
    return Part(Html("\n".join((tag("p", tag("a", text, href=f"#{name}", class_="button")), tag("section", tag("h2", heading), tag("p", "More about this soon."), id=name)))), ("button", "section"))


def noted(draw: Draw, asks: list[Ask]) -> Part:
    """Links with a price or a note each, some with a target."""
    texts = [text for text in dict.fromkeys(bits(draw, 2, 5) if draw.chance(0.6) else [linked(draw)[0] for _ in range(3)]) if "\n" not in text]
    money, priced = sign(draw) or "$", draw.chance(0.5)
    notes = [amount(draw, money) if priced else draw.pick((bit(draw), draw.date(), draw.word("towns"))) for _ in texts]
    needed = [requirement for text, note in zip(texts, notes, strict=True) for requirement in (shows(text, "li > a"), shows(note, "li > span"))]
    paths = ["#"] * len(texts)
    joint = draw.pick(("{} ({})", "{}: {}", "{} – {}", "{}, {}", "{} = {}"))
    if draw.chance(0.35):
        paths = [f"/{anchor(text)[:20].strip('-') or 'page'}" for text in texts]
        needed += [shows(text, f'a[href="{path}"]') for text, path in zip(texts, paths, strict=True)]
        joint = draw.pick(("{} ({}, {})", "{} – {} – {}", "{}: {} -> {}", "{}, {}, {}", "{} [{}] {}"))
    words = [joint.format(draw.keep(text), draw.keep(note), draw.keep(path)) for text, note, path in zip(texts, notes, paths, strict=True)]
    s = draw.pick(("\n", "; ", "\n- ", " / ") if "," in "".join(words) else ("\n", ", ", "; ", "\n- ", " / ", ", ")).join(words)
    asks.append(ask(draw, "noted.prices" if priced else "noted", needed, s=s, **many(draw, len(texts))))
    return Part(tag("ul", *(tag("li", tag("a", text, href=path), tag("span", note)) for text, note, path in zip(texts, notes, paths, strict=True)), class_="rows"), ("rows",))


def _owner(draw: Draw) -> tuple[str, Html, list[Requirement]]:
    """Whose page it is: the name, often without a word of how a copyright line looks."""
    name, year = draw.brand(), str(draw.rng.randint(2019, 2032))
    k, dated = draw.keep(name), draw.chance(0.5)
    said = draw.pick((f"© {k} {draw.keep(year)}", f"copyright {k} {draw.keep(year)}", f"© {draw.keep(year)} {k}") if dated else (f"© {k}", f"copyright {k}", f"(c) {k}", f"copyright line for {k}", f"{k} with a © sign"))
    text = (f"© {year} {name}" if said.startswith("© " + draw.keep(year)) else f"© {name} {year}") if dated else f"© {name}"
    return said, tag("p", text), [shows(name, "footer p"), *([shows(year, "footer p")] if dated else [])]


def _said(draw: Draw) -> tuple[str, Html, list[Requirement]]:
    text, said = aloud(draw, line(draw).rstrip(".") if draw.chance(0.5) else bit(draw))
    return said, tag("p", text), [shows(text, "footer p")]


def _linked(draw: Draw) -> tuple[str, Html, list[Requirement]]:
    text, said = linked(draw)
    told = draw.pick(("{} link", "{} link", "link {}", "a link to {}", "{} (link)", "a {} link", "link: {}", "a small {} link", "{} as a link")).format(said)
    return told, tag("p", tag("a", text, href="#")), [shows(text, "footer a")]


def _reached(draw: Draw) -> tuple[str, Html, list[Requirement]]:
    way = draw.pick(("Phone", "Email", "Address"))
    value = VALUES[way](draw)
    target = {"Phone": f"tel:{digits(value)}", "Email": f"mailto:{value}"}.get(way)
    k = draw.keep(value)
    said = draw.pick({"Phone": ("{}", "tel {}", "phone {}", "call {}"), "Email": ("{}", "mail {}", "email {}", "write to {}"), "Address": ("{}", "the address {}", "our address {}")}[way]).format(k)
    return said, tag("p", tag("a", value, href=target) if target else value), [shows(value, f'footer a[href="{target}"]' if target else "footer p")]


PIECES: tuple[Callable[[Draw], tuple[str, Html, list[Requirement]]], ...] = (_owner, _said, _linked, _linked, _reached)


def foot(draw: Draw, asks: list[Ask]) -> Part:
    """A footer of a few short things, among them links."""
    made = [make(draw) for make in draw.some(PIECES, 1, 3)]
    words = [said for said, _, _ in made]
    comma = any("," in said for said in words)
    s = words[0] if len(words) == 1 else draw.pick((" / ", " | ", " · ", "; ", " + ") if comma else (", ", ", ", " / ", " and ", " | ", " · ", " + ", " – ", " plus ")).join(words)
    asks.append(ask(draw, "foot", [need for _, _, needs in made for need in needs], s=s))
    return Part(Html("\n".join(html for _, html, _ in made)), ("footer",))


def ending(draw: Draw, asks: list[Ask]) -> tuple[Html | None, Html | None, tuple[str, ...]]:
    """How a page ends, in one breath: (a button or a link for its main part, what stands in the footer, their components)."""
    (text, said), (to, led) = pressed(draw), linked(draw)
    last, closing = aloud(draw, line(draw).rstrip(".") if draw.chance(0.5) else f"© {draw.brand()}")
    form = draw.rng.random()
    button, link_, line_ = form < 0.75, form > 0.25, form < 0.45 or form > 0.75
    slots = {**({"b": said} if button else {}), **({"l": led} if link_ else {}), **({"f": closing} if line_ else {})}
    needed = [*([shows(text, "main button")] if button else []), *([shows(to, "footer a")] if link_ else []), *([shows(last, "footer p")] if line_ else [])]
    asks.append(ask(draw, "ending", needed, **slots))
    below = [tag("p", last) if line_ else None, tag("p", tag("a", to, href="#")) if link_ else None]
    return (
        tag("div", tag("button", text, type="button"), class_="row") if button else None,
        Html("\n".join(html for html in below if html)),
        (*(("button", "row") if button else ()), "footer"),
    )


def around(draw: Draw, asks: list[Ask]) -> tuple[Html | None, Html | None, Html | None, tuple[str, ...]]:
    """Two or three of what stands around a page, told in a row: (what ends its header, the button that stands twice, its footer, their components)."""
    wanted = draw.some(("corner", "twice", "foot"), 2, 3)
    told: list[str] = []
    needed: list[Requirement] = []
    shown: dict[str, Html] = {}
    used: set[str] = set()
    (one, said), (other, words) = different(draw, pressed, 2)
    for what in wanted:
        if what == "corner":
            told.append(say(draw, "corner", draw.pick("ws"), b=said))
            needed.append(shows(one, "header > a.button"))
            shown[what] = tag("a", one, href="#main", class_="button", style="margin-left: auto")
            used |= {"header", "button"}
        elif what == "twice":
            told.append(say(draw, "button.twice", draw.pick("ws"), b=words))
            needed.append(shows(other, ".row > a.button", 2))
            shown[what] = tag("div", tag("a", other, href="#main", class_="button"), class_="row")
            used |= {"button", "row"}
        else:
            own: list[Ask] = []
            shown[what] = foot(draw, own).html
            told.append(draw.pick((*own[0].withs, *own[0].says)))
            needed += own[0].requires
            used.add("footer")
    text = draw.pick((". ", "; ", ", ", " / ", "\n", " + ", ". ", "\n- ")).join(part.rstrip(".") for part in told)
    asks.append(Ask(says=(text,), requires=tuple(needed)))
    return shown.get("corner"), shown.get("twice"), shown.get("foot"), tuple(used)
