"""Blocks that call to something: buttons by their sort or colour, sections with ids of their own, an address to save, places side by side."""

from collections.abc import Sequence

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.asks import color
from htmlbuilder.corpus.blocks.notes import reached
from htmlbuilder.corpus.blocks.passing import pressed
from htmlbuilder.corpus.blocks.texts import VALUES, bit, bits, button_text, line, pairs, plain, quoted, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.sections import Part, anchor
from htmlbuilder.corpus.style import covered
from htmlbuilder.corpus.wish import Ask, has, shows

# What a sort of button is called, and how it looks unless the prompt gives its colour.
SORTS: dict[str, str | None] = {
    "primary": None, "secondary": "background: var(--surface); color: var(--text)", "danger": "background: #b3261e; color: #ffffff", "success": "background: #1b6e3c; color: #ffffff",
    "ghost": "background: none; color: inherit; box-shadow: inset 0 0 0 2px", "outline": "background: none; color: inherit; box-shadow: inset 0 0 0 2px", "disabled": None,
}  # fmt: skip


def sorts(draw: Draw, asks: list[Ask]) -> Part:
    """Buttons of several sorts, some with a colour."""
    names = draw.some(tuple(SORTS), 2, 5)
    texts = [button_text(draw) for _ in names]
    shades = [draw.hex() if name not in ("ghost", "outline", "disabled") and draw.chance(0.3) else "" for name in names]
    if draw.chance(0.25):  # named after what they are
        texts = [f"{name[0].upper()}{name[1:]}" for name in names]
        told = ", ".join(f"{draw.keep(name)} {draw.keep(shade)}" if shade else name for name, shade in zip(names, shades, strict=True))
    else:
        joint = draw.pick(("{} ({})", "{}: {}", "{} = {}", "{} – {}", "{} as {}", "{} -> {}"))
        told = draw.pick((", ", "; ", " / ", ", ", "\n")).join(joint.format(draw.keep(text), f"{name} {draw.keep(shade)}" if shade else name) for text, name, shade in zip(texts, names, shades, strict=True))
    made, needed = [], []
    for text, name, shade in zip(texts, names, shades, strict=True):
        off = name == "disabled"
        where = "button[disabled]" if off else f"button.{name}"
        needed += [shows(text, where), *([Requirement(selector=where, color=shade)] if shade else [])]
        made.append(tag("button", text, type="button", class_=None if off else name, style=covered(shade) if shade else SORTS[name], disabled=off))
    asks.append(ask(draw, "buttons.sorts", needed, s=told, **many(draw, len(names))))
    return Part(tag("div", *made, class_="row"), ("button", "row"))


def colored_buttons(draw: Draw, asks: list[Ask]) -> Part:
    """Buttons next to each other, each in its colour."""
    texts = list(dict.fromkeys(button_text(draw) for _ in range(draw.pick((2, 2, 2, 3)))))
    shades = [color(draw) for _ in texts]
    joint = draw.pick(("{} in {}", "{} ({})", "{}: {}", "{} = {}", "{} {}", "{} – {}"))
    told = draw.pick((", ", "; ", " / ", " and ", ", ", "\n")).join(joint.format(quoted(draw, text) if "," in text or " and " in text else draw.keep(text), said) for text, (said, _, _) in zip(texts, shades, strict=True))
    needed = [Requirement(selector="button", text=text, color=check) for text, (_, _, check) in zip(texts, shades, strict=True)]
    asks.append(ask(draw, "buttons.colored", needed, s=told, **many(draw, len(texts))))
    made = [tag("button", text, type="button", style=covered(value)) for text, (_, value, _) in zip(texts, shades, strict=True)]
    return Part(tag("div", *made, class_="row"), ("button", "row"))


def twice(draw: Draw, asks: list[Ask]) -> Html:
    """The same call to action, for the page's top and for its bottom."""
    text, b = pressed(draw)
    asks.append(ask(draw, "button.twice", (shows(text, ".row > a.button", 2),), b=b))
    return tag("div", tag("a", text, href="#main", class_="button"), class_="row")


def ided(draw: Draw, asks: list[Ask]) -> Part:
    """Sections with ids that the prompt gives."""
    texts = bits(draw, 1, 4)
    ids = [anchor(draw.word("nouns")) if draw.chance(0.5) else anchor(text) for text in texts]
    rows = [(text, name) for text, name in zip(texts, ids, strict=True) if name not in ("", "main")]
    rows = list({name: (text, name) for text, name in rows}.values()) or [("Start", "start")]
    told = pairs(draw, rows, ("{} (id {})", "{} (id={})", "{} with the id {}", "{}: #{}", "{} – id {}", "{} (#{})"))
    asks.append(ask(draw, "sections.ids", [shows(text, f'section[id="{name}"] h2') for text, name in rows], s=told, **many(draw, len(rows))))
    return Part(Html("\n".join(tag("section", tag("h2", text), id=name) for text, name in rows)), ("section",))


def card_to_save(draw: Draw, asks: list[Ask]) -> Part:
    """An address, and a file with it for the address book."""
    name, place, file, text = draw.pick((draw.person(), draw.brand())), VALUES["Address"](draw), f"{draw.word('nouns').lower()}.vcf".replace(" ", "-"), draw.pick((button_text(draw), "vCard", "Save contact"))
    needed = [shows(name, "address"), shows(place, "address"), shows(text, f'address a[href="{file}"][download]')]
    asks.append(ask(draw, "contact.card", needed, a=series(draw, [f"{name}, {place}"]) if draw.chance(0.5) else f"{draw.keep(name)}, {draw.keep(place)}", b=plain(draw, text), f=draw.keep(file)))
    return Part(tag("address", tag("p", name), tag("p", place), tag("p", tag("a", text, href=file, download=True, class_="button"))), ("button",))


def offices(draw: Draw, asks: list[Ask]) -> Part:
    """Places next to each other, each with ways to reach it."""
    names = list(dict.fromkeys(draw.word("towns") if draw.chance(0.6) else bit(draw) for _ in range(draw.pick((2, 2, 2, 3)))))
    ways = [way for way in ("Address", "Phone", "Email", "Hours") if draw.chance(0.65)] or ["Phone"]
    rows = [[VALUES[way](draw) for way in ways] for _ in names]
    between = draw.pick((", ", " / ", " – ", ", ", " | "))
    told = draw.pick(("; ", "\n", "; ", ". ")).join(draw.keep(name) + draw.pick((": ", " (")).replace(" (", ": ") + between.join(draw.keep(value) for value in values) for name, values in zip(names, rows, strict=True))
    needed = [has(".columns > div", len(names)), *(requirement for name, values in zip(names, rows, strict=True) for requirement in (shows(name, ".columns h2"), *(shows(value, ".columns address") for value in values)))]
    asks.append(ask(draw, "offices", needed, s=told, **many(draw, len(names))))
    return beside([(name, [(way.lower(), value) for way, value in zip(ways, values, strict=True)]) for name, values in zip(names, rows, strict=True)])


def beside(places: Sequence[tuple[str, list[tuple[str, str]]]]) -> Part:
    """Places beside each other, each with its ways and what they lead to."""
    return Part(tag("div", *(tag("div", tag("h2", name), reached(ways)) for name, ways in places), class_="columns"), ("columns",))


def logos(draw: Draw, asks: list[Ask]) -> Part:
    """The names of partners in a row."""
    names = list(dict.fromkeys(draw.brand() if draw.chance(0.7) else bit(draw) for _ in range(draw.count(2, 7))))
    asks.append(ask(draw, "logos", [shows(name, ".logos li") for name in names], s=series(draw, names), **many(draw, len(names))))
    return strip(names)


def strip(names: Sequence[str]) -> Part:
    return Part(tag("ul", *(tag("li", name) for name in names), class_="logos"), ("logos",))


def swatches(draw: Draw, asks: list[Ask]) -> Part:
    """Colours, each shown with its value, and some with a name."""
    values = list(dict.fromkeys(draw.hex() for _ in range(draw.count(2, 6))))
    names = [draw.pick((bit, line))(draw).rstrip(".") if len(values) < 6 else bit(draw) for _ in values] if draw.chance(0.4) else []
    told = pairs(draw, list(zip(names, values, strict=True)), ("{} ({})", "{} {}", "{}: {}", "{} = {}")) if names else series(draw, values)
    needed = [requirement for value in values for requirement in (shows(value, ".card"), Requirement(color=value))] + [shows(name, ".card") for name in names]
    asks.append(ask(draw, "palette", needed, s=told, **many(draw, len(values))))
    return palette([(f"{names[place]} {value}" if names else value, value) for place, value in enumerate(values)])


def palette(colors: Sequence[tuple[str, str]]) -> Part:
    """Boxes, each filled with its colour and with a text on it."""
    return Part(tag("div", *(tag("p", text, class_="card", style=covered(color)) for text, color in colors), class_="columns"), ("columns", "card"))
