"""Blocks of plain text: lines, facts, numbers, quotes, ways to get in touch, and what stands at the top and the bottom."""

import re
from collections.abc import Callable, Sequence

from htmlbuilder.checks import Requirement, fold
from htmlbuilder.corpus.blocks.texts import (
    FACTS,
    VALUES,
    bit,
    bits,
    button_text,
    command,
    digits,
    hours,
    line,
    manner,
    measure,
    number,
    plain,
    quoted,
    raised,
    room,
    series,
)
from htmlbuilder.corpus.blocks.words import ask, ask_one, many
from htmlbuilder.corpus.draw import DAYS, WORDS, Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, has, shows


def tagline(draw: Draw, asks: list[Ask]) -> Part:
    text = line(draw)
    asks.append(ask(draw, "tagline", (shows(text),), q=plain(draw, text)))
    return Part(tag("p", text, class_="muted"), ("muted",))


def byline(draw: Draw, asks: list[Ask]) -> Part:
    """By whom it is."""
    name = draw.person() if draw.chance(0.8) else draw.word("first_names")
    asks.append(ask(draw, "byline", (shows(name, "p"),), q=draw.keep(name)))
    return Part(tag("p", f"By {name}", class_="muted"), ("muted",))


def details(draw: Draw, asks: list[Ask]) -> Part:
    """Where and when and what, given bare: "Wageningen, 3 to 5 September"."""
    makers: tuple[Callable[[Draw], str], ...] = (Draw.date, Draw.time, Draw.person, bit, bit, measure, hours, room, lambda d: d.word("towns"), lambda d: d.pick(DAYS), Draw.price, lambda d: d.word("job_titles"))
    found = list(dict.fromkeys(make(draw) for make in draw.some(makers, 1, 4)))
    s = draw.pick((", ", ", ", ". ", " / ", " – ", ", ")).join(draw.keep(text) for text in found)
    asks.append(ask(draw, "details", tuple(shows(text) for text in found), s=s))
    return Part(tag("p", " · ".join(found), class_="muted"), ("muted",))


def note(draw: Draw, asks: list[Ask]) -> Part:
    if draw.chance(0.25):
        text = command(draw)
        asks.append(ask(draw, draw.pick(("note.copy", "note.copy", "note")), (shows(text),), q=quoted(draw, text)))
    elif draw.chance(0.08):
        old, text = line(draw), line(draw)
        needed = [shows(text)] if fold(old) in fold(text) else [shows(text), Requirement(text=old, min=0, max=0)]
        asks.append(ask(draw, "note.corrected", needed, q=quoted(draw, text), o=quoted(draw, old)))
    else:
        text = line(draw)
        asks.append(ask(draw, "note.copy" if draw.chance(0.1) else "note", (shows(text),), q=plain(draw, text)))
    return Part(tag("p", text), ())


def paragraphs(draw: Draw, asks: list[Ask]) -> Part:
    texts = list(dict.fromkeys(draw.pick((line, line, Draw.sentence, command))(draw) for _ in range(draw.rng.randint(2, 4))))
    words = [quoted(draw, text) for text in texts]
    needed = [shows(text, "p") for text in texts]
    if len(texts) > 1 and draw.chance(0.3):
        asks.append(ask(draw, "paragraphs.told", needed, first=words[0], rest=draw.pick((", then ", ", then ", " and then ", ", after that ")).join(words[1:]), **many(draw, len(texts))))
    else:
        asks.append(ask(draw, "paragraphs", needed, s=draw.pick((", ", "; ", "\n", ", ", " and ")).join(words), **many(draw, len(texts))))
    return Part(Html("\n".join(tag("p", text) for text in texts)), ())


def verse(draw: Draw, asks: list[Ask]) -> Part:
    """Lines that belong together and keep their breaks."""
    texts = [line(draw) for _ in range(draw.rng.randint(2, 5))]
    s = draw.pick((" / ", "\n", " / ", " | ")).join(draw.keep(text) for text in texts)
    asks.append(ask(draw, "verse", [shows(text, "p") for text in texts], s=s, **many(draw, len(texts))))
    return Part(broken(texts), ())


def broken(texts: Sequence[str]) -> Html:
    """One paragraph of lines that keep their breaks."""
    rows: list[str] = []
    for text in texts:
        rows += [tag("br"), text] if rows else [text]
    return tag("p", inline(*rows))


COMMAND_LINES = ("npm install {}", "pip install {}=={}.{}", "git clone {}", "const {} = {};", "print('{}')", "SELECT * FROM {} WHERE id = {};", "docker run {}:{}", "curl https://{}.dev/v{}", "let {} = {} + {};", "<{}>{}</{}>", "cd {} && make", "for {} in range({}):", "echo \"{}\" > {}.txt", "{}.map(x => x + {})")


def command_line(draw: Draw) -> str:
    form = draw.pick(COMMAND_LINES)
    return form.format(*(draw.word("nouns") if place == 0 else draw.rng.randint(1, 40) for place in range(form.count("{}"))))


def code(draw: Draw, asks: list[Ask]) -> Part:
    text = command_line(draw)
    asks.append(ask(draw, "code", (shows(text, "pre code"),), q=draw.keep(text) if draw.chance(0.4) else f"`{draw.keep(text)}`"))
    return Part(tag("pre", tag("code", text)), ("code",))


LOOKS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("bold", "bold letters", "bold type"), "strong", "strong, b"), (("italics", "italic type", "slanted letters"), "em", "em, i"), (("highlighter yellow", "a highlighter look"), "mark", "mark"),
    (("underlined letters", "underlined type"), "u", "u"), (("strikethrough", "crossed-out letters"), "s", "s, del"), (("code letters", "a code font"), "code", "code"),
)  # fmt: skip


def partly(draw: Draw, asks: list[Ask]) -> Part:
    """A sentence of which one word is a link, or looks unlike the rest."""
    text = draw.sentence()
    words = re.findall(r"(?<!\S)[^\W\d_]{3,}(?!\S)", text)
    alone = [word for word in words if text.casefold().count(word.casefold()) == 1]
    if not alone:
        return note(draw, asks)
    word = draw.pick(alone)
    before, after = text.split(word)
    slots = {"q": quoted(draw, text), "k": quoted(draw, word)}
    if draw.chance(0.5):
        url = draw.pick((draw.url(), f"/{word.lower()}" if word.isascii() else draw.url()))
        asks.append(ask(draw, "partly.link", (shows(text, "p"), shows(word, f'p a[href="{url}"]')), u=draw.keep(url), **slots))
        return Part(tag("p", inline(before, tag("a", word, href=url), after)), ())
    ways, name, where = draw.pick(LOOKS)
    asks.append(ask(draw, "partly.look", (shows(text, "p"), shows(word, where)), how=draw.pick(ways), **slots))
    return Part(tag("p", inline(before, tag(name, word), after)), ())


STYLED: tuple[tuple[tuple[str, ...], Callable[[str], Html], str], ...] = (
    (("bold", "bold type", "bold letters", "fat letters"), lambda text: tag("p", tag("strong", text)), "strong, b"),
    (("italics", "italic", "slanted letters", "cursive type"), lambda text: tag("p", tag("em", text)), "em, i"),
    (("small print", "small letters", "tiny type", "a small font", "small grey text", "fine print"), lambda text: tag("p", tag("small", text)), "small"),
    (("highlighted text", "a highlighter look", "highlighter yellow, as if marked with a pen"), lambda text: tag("p", tag("mark", text)), "mark"),
    (("a box", "a framed box", "a frame", "a card of its own"), lambda text: tag("p", text, class_="card"), ".card"),
    (("code style", "code letters", "a code font"), lambda text: tag("p", tag("code", text)), "code"),
    (("strikethrough", "crossed-out letters", "struck-through type"), lambda text: tag("p", tag("s", text)), "s, del"),
    (("the middle", "the centre", "centred type"), lambda text: tag("p", text, style="text-align: center"), "p"),
    (("underlined letters", "underlined type"), lambda text: tag("p", tag("u", text)), "u"),
)  # fmt: skip


def styled(draw: Draw, asks: list[Ask]) -> Part:
    """A line in a look of its own."""
    text = line(draw)
    ways, make, where = draw.pick(STYLED)
    asks.append(ask(draw, "styled", (shows(text, where),), q=quoted(draw, text), how=draw.pick(ways)))
    return Part(make(text), ("card",) if where == ".card" else ())


def numbers(draw: Draw, asks: list[Ask]) -> Part:
    rows = [(f"{draw.pick(('', '', '', '£', '$', '+'))}{draw.rng.randint(2, draw.pick((20, 100, 900))):,}{draw.pick(('', '', '', '%', '+', ' kg', ' km', 'k', '/40', ' hours'))}", text) for text in bits(draw, 1, 6)]
    words = [draw.pick(("{0} {1}", "{0} {1}", "{1} {0}", "{1}: {0}", "{0} – {1}", "{0} ({1})")).format(draw.keep(count), draw.keep(text)) for count, text in rows]
    s = draw.pick((", ", ", ", "; ", " / ")).join(words)
    asks.append(ask(draw, "numbers", tuple(requirement for count, text in rows for requirement in (shows(count), shows(text))), s=s, **many(draw, len(rows))))
    return Part(tag("div", *(tag("p", tag("b", count), text) for count, text in rows), class_="stats"), ("stats",))


def facts(draw: Draw, asks: list[Ask]) -> Part:
    labels = draw.some(FACTS, 1, 7) if draw.chance(0.75) else [raised(text) for text in bits(draw, 1, 5)]
    rows = [(label, VALUES.get(label, draw.pick((bit, bit, number, measure)))(draw)) for label in labels]
    how = manner(draw)
    joint = draw.pick(("{}: {}", "{}: {}", "{} {}", "{} = {}", "{} – {}", "{}: {}"))
    words = [joint.format(how(label), draw.keep(value)) for label, value in rows]
    asks.append(ask_one(
        draw, "facts", [shows(value) for _, value in rows],
        s=draw.pick((". ", ". ", ", ", "; ", "\n", " / ")).join(words), words=", ".join(words),
        spelt=", ".join(f"the {label.lower()} {draw.keep(value)}" for label, value in rows), sentences=" ".join(f"{label} is {draw.keep(value)}." for label, value in rows),
    ))  # fmt: skip
    return Part(tag("dl", *(child for label, value in rows for child in (tag("dt", label), tag("dd", value)))), ("facts",))


def quotes(draw: Draw, asks: list[Ask]) -> Part:
    rows = list({line(draw): draw.person() if draw.chance(0.5) else draw.word("first_names") for _ in range(draw.pick((1, 1, 1, 2, 3, 4)))}.items())
    if draw.chance(0.3):
        rows = [(text, f"{person}, {bit(draw)}") for text, person in rows]
    marks = draw.pick(("{1} (“{0}”)", 'from {1}: "{0}"', "{1} wrote “{0}”", '"{0}" – {1}', '"{0}" ({1})', '{1}: "{0}"', "“{0}” by {1}", '{1} says "{0}"', '"{0}", {1}', "{1}: ‘{0}’"))
    s = draw.pick((", ", "; ", " and ", "\n")).join(marks.format(draw.keep(text), draw.keep(person)) for text, person in rows)
    needed = tuple(requirement for text, person in rows for requirement in (shows(text, "blockquote"), shows(person)))
    asks.append(ask(draw, "quotes" if len(rows) == 1 else "quotes.many", needed, s=s, **many(draw, len(rows))))
    return Part(Html("\n".join(tag("blockquote", tag("p", text), tag("cite", person)) for text, person in rows)), ("quote",))


def contact(draw: Draw, asks: list[Ask]) -> Part:
    """Ways to get in touch, given bare or named; a phone number or an address as the link it is asked to be."""
    form = draw.rng.random()
    if form < 0.2:
        phone = draw.phone()
        asks.append(ask(draw, "contact.tel", (shows(phone, f'a[href="tel:{digits(phone)}"]'),), q=draw.keep(phone)))
        return Part(tag("address", tag("p", tag("a", phone, href=f"tel:{digits(phone)}"))), ())
    if form < 0.4:
        mail, instead = draw.email(), draw.chance(0.4)
        needed = [shows(mail, f'a[href="mailto:{mail}"]')] + ([has("form", 0, 0)] if instead else [])
        asks.append(ask(draw, "contact.instead" if instead else "contact.mail", needed, q=draw.keep(mail)))
        return Part(tag("address", tag("p", tag("a", mail, href=f"mailto:{mail}"))), ("no:form",) if instead else ())
    if form < 0.5:
        phone, mail = draw.phone(), draw.email()
        needed = [shows(phone, f'a[href="tel:{digits(phone)}"]'), shows(mail, f'a[href="mailto:{mail}"]')]
        asks.append(ask(draw, "contact.both", needed, p=draw.keep(phone), m=draw.keep(mail)))
        return Part(tag("address", tag("p", tag("a", phone, href=f"tel:{digits(phone)}")), tag("p", tag("a", mail, href=f"mailto:{mail}"))), ())
    rows, named = ways(draw)
    asks.append(ask_one(draw, "contact", [shows(value) for _, value in rows], named=named, bare=", ".join(draw.keep(value) for _, value in rows)))
    return Part(reached(rows), ())


def ways(draw: Draw) -> tuple[list[tuple[str, str]], str]:
    """Ways to get in touch: (kind and value of each, how the prompt names them)."""
    rows = [(way, VALUES[way.capitalize()](draw)) for way in draw.some(("phone", "email", "address", "hours"), 1, 4)]
    shorter = {"phone": "tel", "email": "mail", "address": "at", "hours": "open"}
    return rows, ", ".join(f"{draw.pick((way, way, shorter[way]))} {draw.keep(value)}" for way, value in rows)


def reached(rows: list[tuple[str, str]]) -> Html:
    """The address with those ways in it, numbers and mail addresses as links."""
    shown = []
    for way, value in rows:
        target = {"phone": f"tel:{digits(value)}", "email": f"mailto:{value}"}.get(way)
        shown.append(tag("p", tag("a", value, href=target) if target else value))
    return tag("address", *shown)


def opening(draw: Draw, asks: list[Ask]) -> Part:
    """Opening hours, day by day."""
    days = draw.pick((DAYS, [day[:3] for day in DAYS], ["Monday to Friday", "Saturday", "Sunday"], ["Mon–Fri", "Sat", "Sun"], ["Weekdays", "Weekends"], ["Tuesday to Thursday", "Friday", "Saturday"], ["Summer", "Winter"]))
    days = days[: draw.rng.randint(2, len(days))]
    spell = draw.pick(("{}–{}", "{}-{}", "{}:00–{}:00", "{} to {}", "{}.30-{}"))
    rows = [(day, draw.pick(("closed", "by appointment", "only for members")) if draw.chance(0.12) else spell.format(draw.rng.randint(6, 11), draw.rng.randint(13, 23))) for day in days]
    joint = draw.pick((" ", ": ", " – "))
    s = draw.pick((", ", ", ", "; ", "\n", " / ")).join(f"{draw.keep(day)}{joint}{draw.keep(time)}" for day, time in rows)
    needed = [requirement for day, time in rows for requirement in (shows(day, "li"), shows(time, "li"))]
    asks.append(ask(draw, "hours", needed, s=s))
    return Part(tag("ul", *(tag("li", tag("b", day), tag("span", time)) for day, time in rows), class_="rows"), ("rows",))


def place(draw: Draw, asks: list[Ask]) -> Part:
    """An address with a space for a map."""
    address = VALUES["Address"](draw)
    asks.append(ask(draw, "map", (shows(address), has(".map[role=img]")), q=draw.keep(address)))
    return Part(tag("figure", tag("div", class_="map", role="img", aria_label="Map"), tag("figcaption", address)), ("figure", "map"))


def rating(draw: Draw, asks: list[Ask]) -> Part:
    most = draw.pick((5, 5, 5, 5, 3, 6, 10))
    stars = draw.rng.randint(1, most)
    n, m = (str(stars), str(most)) if draw.chance(0.6) else (WORDS[stars], WORDS[most])
    shown = "★" * stars + "☆" * (most - stars)
    if draw.chance(0.5):
        what = bit(draw)
        asks.append(ask(draw, "rating.label", (shows(what), shows(shown)), q=draw.quote(what), n=n, m=m))
        return Part(tag("p", inline(tag("b", what), " ", tag("span", shown, role="img", aria_label=f"{stars} of {most} stars"))), ())
    asks.append(ask(draw, "rating", (shows(shown),), n=n, m=m))
    return Part(tag("p", shown, role="img", aria_label=f"{stars} of {most} stars"), ())


def closing(draw: Draw, asks: list[Ask]) -> Part:
    """What stands in the page's footer."""
    form = draw.rng.random()
    if form < 0.1:
        text = draw.person()
        asks.append(ask(draw, "closing.signed", (shows(text, "footer"),), q=plain(draw, text)))
    elif form < 0.32:
        owner = draw.brand()
        text = draw.pick(("© {1} {0}", "© {0}", "© {0} {1}", "Copyright {1} {0}", "© {1} {0}. All rights reserved.", "Copyright {0}, {1}")).format(owner, draw.rng.randint(2019, 2032))
        asks.append(ask(draw, "copyright", (shows(text, "footer"),), q=plain(draw, text)))
    elif form < 0.42:
        text = line(draw)
        asks.append(ask(draw, "closing.small", (shows(text, "footer small"),), q=plain(draw, text)))
        return Part(tag("p", tag("small", text)), ("footer",))
    else:
        text = line(draw)
        asks.append(ask(draw, "closing", (shows(text, "footer"),), q=plain(draw, text)))
    return Part(tag("p", text), ("footer",))


def banner(draw: Draw, asks: list[Ask]) -> Part:
    """A strip above everything else."""
    text = line(draw)
    asks.append(ask(draw, "banner", (shows(text, ".banner"),), q=plain(draw, text)))
    return Part(tag("aside", text, class_="banner"), ("banner",))


def badges(draw: Draw, asks: list[Ask]) -> Part:
    texts = bits(draw, 1, 1) if draw.chance(0.45) else bits(draw, 2, 8)
    needed = [shows(text, ".tag") for text in texts]
    if len(texts) == 1:
        asks.append(ask(draw, "badge", needed, q=plain(draw, texts[0])))
    else:
        asks.append(ask(draw, "badge.many", needed, s=series(draw, texts), **many(draw, len(texts))))
    return Part(tag("p", *(tag("span", text, class_="tag") for text in texts)), ("tag",))


def logo(draw: Draw, asks: list[Ask]) -> Part:
    """A name in the page's header."""
    text = draw.brand() if draw.chance(0.7) else bit(draw)
    asks.append(ask(draw, "logo", (shows(text, "header"),), q=plain(draw, text)))
    return Part(tag("span", text, class_="brand"), ("header",))


def cookie(draw: Draw, asks: list[Ask]) -> Part:
    text, button = line(draw), button_text(draw)
    asks.append(ask(draw, "cookie", (shows(text, ".cookie"), shows(button, ".cookie button"), has("script")), q=quoted(draw, text), b=draw.quote(button)))
    return Part(tag("div", tag("p", text), tag("button", button, type="button", id="accept"), class_="cookie", id="cookies"), ("cookie", "button", "script:cookie"))
