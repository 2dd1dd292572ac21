"""Asks that many kinds of page share: whom the page is for, and how it should look. Each returns what the page then uses."""

import re
from dataclasses import replace

from htmlbuilder.checks import HUES
from htmlbuilder.corpus import names
from htmlbuilder.corpus.draw import Draw, Topic, records
from htmlbuilder.corpus.style import (
    COLOR_WORDS,
    DARK,
    GROTESK,
    HAND,
    LIGHT,
    LOOKS,
    MONO,
    ROUNDED,
    SANS,
    SERIF,
    STYLES,
    Style,
    contrast,
    legible,
)
from htmlbuilder.corpus.wish import Ask, colored, shows
from htmlbuilder.corpus.wording import article

# What people say of a business (or person, event, product) of theirs: {a} is its kind with an article, {w} without, {q} its name.
KNOWN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "place": (
        ("for {a}", "for my {w}", "for our {w}", "for our small {w}", "for my little {w}", "for my family's {w}", "for my friend's {w}", "for our new {w}", "for my parents' {w}", "for {a} in our street", "of {a}"),
        ("It's for {a}.", "I run {a}.", "We run {a}.", "We are {a}.", "My aunt has {a}.", "My parents have {a}.", "I have {a}.", "I've got {a}.", "We've just opened {a}.", "I am opening {a}.", "I work at {a}.", "Think of {a}.", "My wife and I run {a}."),
    ),
    "person": (
        ("for {a}", "for {a} like me", "for a friend who is {a}", "of {a}", "for my sister, who is {a}", "for my brother the {w}", "for me as {a}"),
        ("It's for {a}.", "I am {a}.", "I'm {a}.", "I work as {a}.", "My sister is {a}.", "My husband is {a}.", "My neighbour is {a}.", "Think of {a}.", "I'm {a} by trade.", "I have been {a} for years.", "I want to be found as {a}."),
    ),
    "event": (
        ("for {a}", "for our {w}", "for my {w}", "for the {w}", "for our next {w}", "for our yearly {w}", "for {a} in spring"),
        ("It's for {a}.", "We are planning {a}.", "I organise {a}.", "We host {a}.", "There will be {a}.", "It is about {a}.", "Our {w} is coming up.", "We do {a} every year.", "Think of {a}."),
    ),
    "product": (
        ("for {a}", "for our {w}", "for my {w}", "for our new {w}", "for {a} that we made", "about {a}"),
        ("It's for {a}.", "We make {a}.", "We have built {a}.", "I am building {a}.", "It is about {a}.", "We are launching {a}.", "Our product is {a}.", "My team works on {a}.", "Think of {a}."),
    ),
}  # fmt: skip
NAMED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "place": (
        ("for {q}, {a}", "for {a} called {q}", "for my {w} {q}", "for the {w} {q}", "for {a} named {q}", "for our {w}, {q}", "for {q} ({w})", "for our {w} called {q}", "for {q}, my friend's {w}", "for {q}, our little {w}", "for {a} ({q})", "for our {w} – {q}", "for {a} – {q}", "for our small {w} ({q})", "for {a} whose name is {q}", "for {q} – {w}", "of {q}, {a}", "for {a}. Name: {q}"),
        (
            "It's for {q}, {a}.", "My {w} is called {q}.", "The {w} is named {q}.", "We are {q}, {a}.", "I run {a} called {q}.", "I just opened {a}, {q}.", "The name is {q} and it is {a}.", "{q} is {a}.", "{q} is our {w}.",
            "We run {a} by the name of {q}.", "My parents have {a}, {q}.", "We call our {w} {q}.", "{q} is the name of our {w}.", "I work for {q}, {a}.", "I own {q}, {a}.", "Name: {q}. It's {a}.", "Business: {w}. Name: {q}.", "It's for {a} ({q}).", "{q} – {w}.", "Company: {q}, {w}.", "{w}: {q}", "We are {a}; {q} is the name.",
        ),
    ),
    "person": (
        ("for {q}, {a}", "for {a} called {q}", "for the {w} {q}", "for {q} ({w})", "for {a} who works as {q}", "for {a} known as {q}"),
        ("It's for {q}, {a}.", "I am {a} and work under the name {q}.", "I'm {a}, and my business is called {q}.", "{q} is {a}.", "We are {q}, {a}.", "The name is {q}; I am {a}.", "People know me as {q}, {a}.", "The {w} is called {q}.", "I am {a}. Name: {q}."),
    ),
    "event": (
        ("for {q}, {a}", "for {a} called {q}", "for our {w} {q}", "for the {w} {q}", "for {q} ({w})", "for our {w}, {q}"),
        ("It's for {q}, {a}.", "{q} is {a}.", "Our {w} is called {q}.", "The {w} is named {q}.", "We are planning {a} called {q}.", "We host {a}, {q}.", "The name of the {w} is {q}.", "I organise {q}, {a}."),
    ),
    "product": (
        ("for {q}, {a}", "for {a} called {q}", "for our {w} {q}", "for the {w} {q}", "for {q} ({w})", "for our {w}, {q}", "about {q}, {a}"),
        ("It's for {q}, {a}.", "{q} is {a}.", "Our {w} is called {q}.", "We make {q}, {a}.", "We have built {a} called {q}.", "The {w} is named {q}.", "We are launching {a}, {q}.", "My {w} is called {q}.", "{q} is our {w}."),
    ),
}  # fmt: skip
NO_PERSON = "".join(f"(?<!{part})" for part in ("din", "lett", "cent", "cell", "shelt", "count", "chart"))
PERSON = re.compile(rf"(?:{NO_PERSON}er|or|ist|ian|smith|wife|nurse|vet|accountant|notary|guide|cook|chef|agent|comedian|captain)$")
EVENT = re.compile(r"(?:party|wedding|festival|fair|reunion|conference|night|run|race|hackathon|competition|exhibition|meetup|ball|day|weekend|camp)$")
PRODUCT = re.compile(r"(?:app|tool|game|project|API|manager|platform|editor|vault|messenger|assistant|product|library|backup|notebook|environment|website)$")


def sort_of(topic: Topic, what: str) -> str:
    """Whether that kind of topic is a "place" of business, a "person", an "event" or a "product"."""
    if topic.field in ("products", "tech") and PRODUCT.search(what):
        return "product"
    if EVENT.search(what) or topic.field == "events":
        return "event"
    return "person" if PERSON.search(what) else "place"


def subject(draw: Draw, asks: list[Ask], named: float = 0.75, known: float = 0.6, where: str = "body") -> tuple[str, Topic | None]:
    """Whom the page is for: adds the ask and returns (name, topic).

    With chance `named` the prompt gives a name, which the page must show in `where`; with chance `known` it tells the kind of
    business. The name is "" when the prompt gives none: the page then uses `topic.title`, or a heading of its own kind.
    """
    topic = draw.topic() if draw.chance(known) else None
    what = draw.pick(topic.kinds) if topic else ""
    if topic:
        topic = replace(topic, kinds=(what, *topic.kinds))  # its title is what the prompt calls it
    name = (names.business(draw) if draw.chance(0.25) else draw.brand(topic)) if draw.chance(named) else ""
    q = draw.quote(name) if draw.chance(0.4) else draw.keep(name)
    requires = (shows(name, where),) if name else ()
    if topic:
        tails, says = (NAMED if name else KNOWN)[sort_of(topic, what)]
        told = {"a": article(what), "w": what, "q": q}
        asks.append(Ask(tails=tuple(text.format(**told) for text in tails), says=tuple(text.format(**told) for text in says), requires=requires))
    elif name:
        asks.append(Ask(
            tails=(f"for {q}", f"for {q}", f"called {q}", f"named {q}", f"titled {q}", f"for our {q}", f"of {q}", f"with the name {q}", f"– {q}", f"by {q}", f"({q})", f"headed {q}"),
            says=(
                f"It's for {q}.", f"The name is {q}.", f"We are called {q}.", f"It is called {q}.", f"Our name is {q}.", f"Name: {q}.", f"name {q}", f"We are {q}.", f"Call it {q}.", f"This is for {q}.", f"The client is {q}.",
                f"It belongs to {q}.", f"Everybody knows us as {q}.", f"Put the name {q} on it.", f"Brand: {q}.", f"It has to say {q}.", f"For: {q}", f"Company: {q}", f"by {q}", f"It's all for {q}.", f"NAME: {q}", f"At the top, {q}.", f"Signed: {q}",
            ),
            requires=requires,
        ))  # fmt: skip
    return name, topic


def look(draw: Draw, asks: list[Ask], topic: Topic | None = None, key: str = "", asked: float = 0.4) -> Style:
    """The page's style. With chance `asked` the prompt says something about it; otherwise topic or `key` decides.

    `key` names the style of a page about nothing in particular: give each kind its own, so that the choice follows from the prompt.
    """
    default = topic.palette if topic else key or "slate"
    style = STYLES[default]
    if not draw.chance(asked):
        return style
    form = draw.rng.random()
    if form < 0.22:
        return _accent(draw, asks, style)
    if form < 0.3:
        return _background(draw, asks, style)
    if form < 0.36:
        return _two(draw, asks, style)
    if form < 0.4:
        return _gradient(draw, asks, style)
    if form < 0.44:
        return _ink(draw, asks, style)
    if form < 0.57:
        style = _dark_or_light(draw, asks, default)
    elif form < 0.65:
        style = _font(draw, asks, style)
    elif form < 0.72:
        style = _measure(draw, asks, style)
    else:
        style = _named(draw, asks)
    return _accent(draw, asks, style) if draw.chance(0.2) else style


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
        heads=(said,) if "#" not in said else (),
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


def _gradient(draw: Draw, asks: list[Ask], style: Style) -> Style:
    """A background that goes from one colour to another, both of which carry the same text."""
    (one, first, check), (other, second, check_other) = color(draw), color(draw)
    while legible(first) != legible(second) or first == second:
        other, second, check_other = color(draw)
    asks.append(Ask(
        tails=(f"on a gradient from {one} to {other}", f"with a {one} to {other} gradient" if "#" not in one else f"with a gradient from {one} to {other}"),
        withs=(f"a gradient background from {one} to {other}", f"a gradient from {one} to {other}", f"a background that fades from {one} to {other}"),
        says=(
            f"The background is a gradient from {one} to {other}.", f"Background: gradient, {one} to {other}.", f"Let the background fade from {one} to {other}.", f"gradient {one} to {other}", f"It goes from {one} to {other} behind everything.",
            f"Use a gradient from {one} to {other}.",
        ),
        requires=(colored(check), colored(check_other)),
    ))  # fmt: skip
    return style.with_background(first).with_rule(f"body {{ background: linear-gradient(135deg, {first}, {second}) fixed; }}")


def _ink(draw: Draw, asks: list[Ask], style: Style) -> Style:
    """Text of a colour that can be read on the style's own grounds."""
    palette = style.palette
    said, value, check = color(draw)
    while min(contrast(value, palette.bg), contrast(value, palette.surface)) < 4.5:
        said, value, check = color(draw)
    asks.append(Ask(
        tails=(f"with {said} text", f"in {said} letters"), withs=(f"{said} text", f"{said} letters", f"the text colour {said}", f"text in {said}"),
        says=(f"The text is {said}.", f"Text colour: {said}.", f"Write everything in {said}.", f"Letters in {said}.", f"The text should be {said}.", f"text {said}", f"font color {said}"),
        requires=(colored(check),),
    ))  # fmt: skip
    return replace(style, palette=replace(palette, text=value))


def _dark_or_light(draw: Draw, asks: list[Ask], default: str) -> Style:
    if draw.chance(0.8):
        name = default if default in DARK else DARK[LIGHT.index(default) % len(DARK)]
        asks.append(Ask(
            heads=("dark", "dark-mode", "dark-themed", "night-mode"),
            tails=("in dark mode", "with a dark theme", "in a dark style", "in dark colours"),
            withs=("a dark theme", "a dark background", "dark mode", "a dark look", "dark colors"),
            says=(
                "Make it dark.", "Dark mode please.", "I prefer a dark design.", "Use a dark theme.", "White text on a dark background.", "It should be dark.", "dark", "Dark, please.", "Theme: dark.", "Dark colours.",
                "It will be read at night, so make it dark.", "Light text on dark.", "Nothing bright: a dark page.",
            ),
            requires=(colored(STYLES[name].palette.bg),),
        ))  # fmt: skip
        return STYLES[name]
    name = default if default in LIGHT else LIGHT[DARK.index(default) % len(LIGHT)]
    asks.append(Ask(
        heads=("light", "light-themed", "bright"),
        tails=("in light mode", "with a light theme", "on a light background"),
        withs=("a light theme", "a light background", "light mode", "a bright look"),
        says=("Make it light.", "Light mode please.", "Keep it light and bright.", "Use a light theme.", "Dark text on a light background.", "Theme: light.", "Nothing dark, please."),
        requires=(colored(STYLES[name].palette.bg),),
    ))  # fmt: skip
    return STYLES[name]


# What the prompt calls a font, the font, and what then stands in the style sheet.
FONTS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("a serif font", "serif type", "an old-style book font", "serif letters", "a font with serifs"), SERIF, ", serif"),
    (("a monospace font", "a typewriter font", "monospaced type", "a monospaced font", "typewriter letters", "a code font"), MONO, "monospace"),
    (("a rounded font", "rounded letters", "a soft, round font", "round type"), ROUNDED, "rounded"),
    (("a handwriting font", "a handwritten font", "a script font", "letters as if by hand", "a cursive font"), HAND, "cursive"),
    (("a sans-serif font", "a sans serif font", "a font without serifs", "sans-serif type"), GROTESK, "sans-serif"),
)
NAMED_FONTS = (
    ("Georgia", "serif"), ("Times New Roman", "serif"), ("Garamond", "serif"), ("Palatino", "serif"), ("Baskerville", "serif"), ("Playfair Display", "serif"), ("Merriweather", "serif"), ("Lora", "serif"),
    ("Arial", "sans-serif"), ("Helvetica", "sans-serif"), ("Verdana", "sans-serif"), ("Tahoma", "sans-serif"), ("Trebuchet MS", "sans-serif"), ("Calibri", "sans-serif"), ("Futura", "sans-serif"),
    ("Roboto", "sans-serif"), ("Inter", "sans-serif"), ("Open Sans", "sans-serif"), ("Lato", "sans-serif"), ("Montserrat", "sans-serif"), ("Poppins", "sans-serif"), ("Raleway", "sans-serif"),
    ("Courier New", "monospace"), ("Consolas", "monospace"), ("Menlo", "monospace"), ("Comic Sans MS", "cursive"), ("Brush Script MT", "cursive"),
)  # fmt: skip


def _font(draw: Draw, asks: list[Ask], style: Style) -> Style:
    if draw.chance(0.4):
        name, family = draw.pick(NAMED_FONTS)
        k = draw.keep(name)
        asks.append(Ask(
            tails=(f"in {k}", f"set in {k}"), withs=(f"{k} as the font", f"the font {k}", f"the typeface {k}"),
            says=(f"Use {k}.", f"Use the font {k}.", f"Font: {k}.", f"The font is {k}.", f"Set it in {k}.", f"font {k}", f"Everything in {k}, please.", f"The typeface should be {k}."),
            requires=(shows(name, "style"),),
        ))  # fmt: skip
        return style.with_font(f'"{name}", {family}')
    words, font, shown = draw.pick(FONTS)
    said = draw.pick(words)
    asks.append(Ask(withs=(said,), says=(f"Use {said}.", f"Set it in {said}.", f"I want {said}.", f"Font: {said}.", f"It needs {said}.", f"Everything in {said}."), requires=(shows(shown, "style"),)))
    return style.with_font(font)


def _measure(draw: Draw, asks: list[Ask], style: Style) -> Style:
    """Corners, the size of letters, where lines stand, or how far things stand apart."""
    form = draw.rng.random()
    if form < 0.13:
        asks.append(Ask(heads=("large-print", "easy-to-see"), withs=("big letters", "a large font size", "large text", "bigger type"), says=("Big letters, please.", "Make the text large.", "Font size: large.", "Everything a bit bigger.")))
        return style.with_rule("body { font-size: 20px; }")
    if form < 0.26:
        asks.append(Ask(heads=("centred", "centered"), withs=("everything centred", "centred text", "centered text"), says=("Everything centred.", "Center everything.", "All text in the middle.", "Centre the text."), requires=(shows("text-align: center", "style"),)))
        return style.with_rule("body { text-align: center; }")
    if form < 0.44:
        asks.append(Ask(heads=("square-cornered", "sharp-edged"), withs=("square corners", "sharp corners", "no rounded corners", "hard edges"), says=("No rounded corners.", "Corners: square.", "Sharp edges, please.", "Everything angular.")))
        return replace(style, radius="0")
    if form < 0.62:
        asks.append(Ask(heads=("soft-cornered", "rounded"), withs=("rounded corners", "soft corners", "very round corners", "round edges"), says=("Round the corners.", "Corners: rounded.", "Nice round corners, please.", "Everything with rounded corners.")))
        return replace(style, radius="24px")
    if form < 0.8:
        asks.append(Ask(heads=("compact", "dense", "tightly spaced"), withs=("a compact layout", "little space between things", "a dense layout", "tight spacing"), says=("Keep it compact.", "Little white space.", "Spacing: tight.", "Dense, please.")))
        return replace(style, space="0.75rem")
    asks.append(Ask(heads=("airy", "spacious", "roomy"), withs=("lots of white space", "plenty of white space", "generous spacing", "a lot of air"), says=("Lots of white space.", "Let it breathe.", "Spacing: generous.", "Give everything room.")))
    return replace(style, space="3rem")


def _named(draw: Draw, asks: list[Ask]) -> Style:
    """A whole look by its name."""
    name, adjectives, compounds, likes = draw.pick(records("looks"))
    style = LOOKS[name]
    adjective, like = draw.pick(adjectives.split(";")), draw.pick(likes.split(";"))
    word = draw.pick((adjective, draw.pick(compounds.split(";"))))
    a = article(word)
    family = ", serif" if style.font == SERIF else style.font.rsplit(", ", 1)[1]
    asks.append(Ask(
        heads=tuple(adjectives.split(";")),
        tails=(f"in {a} style", f"with {a} look", f"in {a} look", f"that looks {like}", f"in {word} style", f"with {a} design", f"with {a} feel"),
        withs=(f"{a} look", f"{a} design", f"{a} style", f"{word} styling", f"{a} feel", f"{a} theme", f"{a} look and feel"),
        says=(
            f"Make it {adjective}.", f"Style: {word}.", f"It should look {like}.", f"Make it look {like}.", f"I want {a} look.", f"Give it {a} look.", f"{word} style", f"Look: {word}.", f"Theme: {word}.", f"{word} look",
            f"The design should be {adjective}.", f"Go for {a} style.", f"vibe: {word}", f"{a} theme, please.", f"The whole thing {like}.", f"I like the {word} look.", f"Design it {adjective}.", f"Something {adjective}.",
        ),
        requires=(colored(style.palette.bg), *((shows(family, "style"),) if style.font not in (SANS, GROTESK) else ())),
    ))  # fmt: skip
    return style
