"""Asks that many kinds of page share: whom the page is for, and how it should look. Each returns what the page then uses."""

from htmlbuilder.checks import HUES
from htmlbuilder.corpus.draw import Draw, Topic
from htmlbuilder.corpus.style import COLOR_WORDS, DARK, LIGHT, PALETTES, Style
from htmlbuilder.corpus.voice import article
from htmlbuilder.corpus.wish import Ask, colored, shows


def subject(draw: Draw, asks: list[Ask], named: float = 0.75, known: float = 0.6, where: str = "body") -> tuple[str, Topic | None]:
    """Whom the page is for: adds the ask and returns (name, topic).

    With chance `named` the prompt gives a name, which the page must show in `where`; with chance `known` it tells the kind of
    business. The name is "" when the prompt gives none: the page then uses `topic.title`, or a heading of its own kind.
    """
    topic = draw.topic() if draw.chance(known) else None
    if not draw.chance(named):
        if topic:
            what = draw.pick(topic.kinds)
            a = article(what)
            asks.append(Ask(
                tails=(f"for {a}", f"for my {what}", f"for our {what}", f"of {a}"),
                says=(f"It's for {a}.", f"I run {a}.", f"We are {a}.", f"My aunt has {a}.", f"The subject is {a}.", f"Think of {a}."),
            ))  # fmt: skip
        return "", topic
    name = draw.brand(topic)
    q = draw.quote(name) if draw.chance(0.4) else draw.keep(name)
    if topic:
        what = draw.pick(topic.kinds)
        a = article(what)
        asks.append(Ask(
            tails=(f"for {q}, {a}", f"for {a} called {q}", f"for my {what} {q}", f"for the {what} {q}", f"for {a} named {q}", f"for our {what}, {q}"),
            says=(
                f"It's for {q}, {a}.", f"My {what} is called {q}.", f"The {what} is named {q}.", f"We are {q}, {a}.", f"I run {a} called {q}.", f"I just opened {a}, {q}.",
                f"The name is {q} and it is {a}.", f"{q} is {a}.", f"{q} is our {what}.", f"We run {a} by the name of {q}.",
            ),
            requires=(shows(name, where),),
        ))  # fmt: skip
    else:
        asks.append(Ask(
            tails=(f"for {q}", f"for {q}", f"called {q}", f"named {q}", f"titled {q}"),
            says=(f"It's for {q}.", f"The name is {q}.", f"We are called {q}.", f"It is called {q}.", f"Our name is {q}.", f"Name: {q}."),
            requires=(shows(name, where),),
        ))  # fmt: skip
    return name, topic


def look(draw: Draw, asks: list[Ask], topic: Topic | None = None, key: str = "", asked: float = 0.4) -> Style:
    """The page's style. With chance `asked` the prompt says something about it; otherwise topic or `key` decides.

    `key` names the palette of a page about nothing in particular: give each kind its own, so that the choice follows from the prompt.
    """
    default = topic.palette if topic else key or "slate"
    form = draw.rng.random()
    style = Style(PALETTES[default])
    if not draw.chance(asked):
        return style
    if form < 0.36:
        return _accent(draw, asks, style)
    if form < 0.5:
        return _background(draw, asks, style)
    if form < 0.6:
        return _two(draw, asks, style)
    if form < 0.8:
        return _dark(draw, asks, style, default)
    return _font(draw, asks, style)


def color(draw: Draw) -> tuple[str, str, str]:
    """A colour: (as the prompt spells it, hex, what the requirement checks)."""
    if draw.chance(0.45):
        value = draw.hex()
        return draw.keep(value.upper() if draw.chance(0.3) else value), value, value
    word = draw.pick(tuple(COLOR_WORDS))
    value = COLOR_WORDS[word]
    hue = word.split()[-1]
    return word, value, hue if hue in HUES else value


def _accent(draw: Draw, asks: list[Ask], style: Style) -> Style:
    said, value, check = color(draw)
    asks.append(Ask(
        tails=(f"in {said}", f"in {said} tones"),
        withs=(f"{said} as the main colour", f"{said} accents", f"{article(said)} accent colour" if "#" not in said else f"the accent colour {said}", f"{said} buttons" if "#" not in said else f"buttons in {said}"),
        says=(
            f"Use {said} as the main color.", f"The main colour is {said}.", f"Our colour is {said}.", f"Make it {said}.", f"The brand color is {said}.", f"Primary color: {said}.",
            f"Accents in {said}.", f"I like {said}.", f"Please use {said}.", f"The buttons should be {said}.", f"Theme color {said}.", f"{said}.", f"{said}", f"colours: {said}", f"colour {said}", f"{said} theme",
        ),
        requires=(colored(check),),
    ))  # fmt: skip
    return style.with_accent(value)


def _background(draw: Draw, asks: list[Ask], style: Style) -> Style:
    said, value, check = color(draw)
    asks.append(Ask(
        tails=(f"on {article(said)} background" if "#" not in said else f"on a {said} background",),
        withs=(f"{article(said)} background" if "#" not in said else f"the background colour {said}",),
        says=(f"The background should be {said}.", f"Background: {said}.", f"Use {said} for the background.", f"Make the background {said}.", f"Put it all on {said}."),
        requires=(colored(check),),
    ))  # fmt: skip
    return style.with_background(value)


def _two(draw: Draw, asks: list[Ask], style: Style) -> Style:
    """Two colours at once: the page in the first, accents in the second."""
    (one, back, check_one), (other, front, check_other) = color(draw), color(draw)
    asks.append(Ask(
        tails=(f"in {one} and {other}",),
        withs=(f"the colours {one} and {other}", f"{one} with {other} accents", f"{article(one) if '#' not in one else one} background and {other} buttons"),
        says=(f"{one} and {other}.", f"Colours: {one}, {other}.", f"{one} & {other}", f"{one} background, {other} accents.", f"Palette: {one}, {other}.", f"Mostly {one}, with a touch of {other}.", f"Everything {one}, the buttons {other}."),
        requires=(colored(check_one), colored(check_other)),
    ))  # fmt: skip
    return style.with_background(back).with_accent(front)


def _dark(draw: Draw, asks: list[Ask], style: Style, default: str) -> Style:
    dark = default if default in DARK else DARK[LIGHT.index(default) % len(DARK)]
    asks.append(Ask(
        tails=("in dark mode", "with a dark theme", "in a dark style"),
        withs=("a dark theme", "a dark background", "dark mode"),
        says=("Make it dark.", "Dark mode please.", "I prefer a dark design.", "Use a dark theme.", "White text on a dark background.", "It should be dark."),
        requires=(colored(PALETTES[dark].bg),),
    ))  # fmt: skip
    return Style(PALETTES[dark], style.font)


def _font(draw: Draw, asks: list[Ask], style: Style) -> Style:
    font, words = draw.pick((
        ("serif", ("a serif font", "serif type", "an old-style book font")),
        ("mono", ("a monospace font", "a typewriter font", "monospaced type")),
        ("rounded", ("a rounded font", "rounded letters", "a soft, round font")),
    ))  # fmt: skip
    said = draw.pick(words)
    asks.append(Ask(withs=(said,), says=(f"Use {said}.", f"Set it in {said}.", f"I want {said}.")))
    return Style(style.palette, font, style.radius)
