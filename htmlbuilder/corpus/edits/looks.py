"""Changes of the looks: colours, dark and light, type, corners, width, and rules for one sort of element."""

import re

from htmlbuilder.corpus import style
from htmlbuilder.corpus.asks import color
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.edits.asking import say
from htmlbuilder.corpus.edits.change import Change, change
from htmlbuilder.corpus.edits.source import Page, Span
from htmlbuilder.corpus.style import DARK, LIGHT, PALETTES, Palette, Style, contrast, legible
from htmlbuilder.corpus.wish import colored, shows

FONTS = {"sans": style.SANS, "serif": style.SERIF, "rounded": style.ROUNDED, "mono": style.MONO, "hand": style.HAND}
NAMES = ("bg", "surface", "text", "muted", "line", "accent", "on_accent")
# Where the sheet says so already, or says with more weight what a rule for one sort would say.
CENTERED = re.compile(r"(?:main|body|\.hero|\.panel)[^{}]*{[^}]*text-align: center")
WEIGHTIER = re.compile(r"\.hero h1 {")
# Rules for one sort of element: tag -> what people call all of that sort.
SORTS = {
    "h1": ("the heading", "the main heading", "the headline", "the h1", "the title at the top", "the title"),
    "h2": ("the section headings", "the subheadings", "all h2s", "the section titles"),
    "h3": ("the small headings", "the h3s", "the third-level headings"),
    "p": ("the paragraphs", "all paragraphs", "every paragraph"),
    "a": ("the links", "all links", "every link"),
    "button": ("the buttons", "all buttons", "every button"),
    "li": ("the list items", "the items", "the bullets", "the list entries"),
    "label": ("the labels", "the field labels", "the form labels"),
    "th": ("the column headings", "the table headings", "the header cells of the table"),
    "blockquote": ("the quote", "the quotation", "the quoted part"),
    "footer": ("the footer", "the footer text"),
    "summary": ("the questions", "the FAQ questions"),
    "nav": ("the menu", "the navigation", "the nav"),
    "figcaption": ("the captions", "the photo captions"),
    "body": ("the text", "all text", "all the text", "everything"),
    "form": ("the form", "the whole form"),
    "table": ("the table", "the whole table"),
    "section": ("the sections", "every section", "each section"),
    "img": ("the image", "the picture", "the images"),
    "input": ("the input fields", "the text fields", "the inputs"),
}
# What may have a ground of its own, and is meant to have it when its colour is spoken of; of other things, the text is.
PAINTED = {
    "header": ("the header", "the top bar", "the header bar", "the bar at the top"), "footer": ("the footer", "the bottom bar", "the footer bar", "the bar at the bottom"), "nav": ("the menu", "the navigation bar", "the nav bar", "the nav"),
    "th": ("the table header", "the header row of the table", "the head of the table", "the column headings"), ".card": ("the cards", "the boxes", "all cards", "the tiles"), "blockquote": ("the quote", "the quote box"), "button": ("the buttons", "all buttons"),
}  # fmt: skip
RULES = {
    "centre": ("text-align: center", "body h1 h2 h3 p footer blockquote figcaption"),
    "right": ("text-align: right", "body h1 h2 p footer"),
    "bold": ("font-weight: 700", "body p a li label summary figcaption footer"),
    "italic": ("font-style: italic", "body h1 h2 h3 p li blockquote footer figcaption summary"),
    "capitals": ("text-transform: uppercase", "h1 h2 h3 a button label th nav summary"),
    "underline": ("text-decoration: underline", "h1 h2 h3 summary"),
    "thin": ("font-weight: 400", "h1 h2 h3 button label th"),
    "spaced": ("letter-spacing: 0.1em", "h1 h2 button label nav"),
    "border": ("border: 2px solid", "form table section img blockquote h1"),
    "plain": ("text-decoration: none", "a"),
    "pill": ("border-radius: 99px", "button input"),
    "full": ("width: 100%", "button table"),
}


def root(page: Page) -> dict[str, str]:
    """The page's custom properties, as far as they are those of a palette."""
    values = {}
    for name in NAMES:
        span = page.in_style(rf"^ *--{name.replace('_', '-')}: ([^;]*);", "")
        if span:
            values[name] = page.html[span[0] : span[1]]
    return values


def revalued(page: Page, new: dict[str, str]) -> list[Span]:
    """The spans that give custom properties other values; those that stay are left out."""
    spans = [page.in_style(rf"^ *--{name.replace('_', '-')}: ([^;]*);", value) for name, value in new.items()]
    return [span for span in spans if span and page.html[span[0] : span[1]] != span[2]]


def _palette(values: dict[str, str]) -> str:
    """The name of the palette that the page has untouched, or nothing."""
    return next((name for name, known in PALETTES.items() if all(getattr(known.palette, key) == value for key, value in values.items())), "")


@change("colour", 2.2)
def accent(draw: Draw, page: Page) -> Change | None:
    said, value, check = color(draw)
    now = root(page)
    if len(now) < len(NAMES) or now["accent"] == value:
        return None
    spans = revalued(page, {"accent": value, "on_accent": legible(value)})
    key = "accent.buttons" if page.first("button") or page.first("a", cls="button") else "accent"
    words = say(draw, draw.pick((key, "accent")), color=said)
    return Change(words, spans, (shows(f"--accent: {value};", "style"), colored(check)))


@change("colour", 1)
def ink(draw: Draw, page: Page) -> Change | None:
    """The colour of the text."""
    said, value, check = color(draw)
    now = root(page)
    if len(now) < len(NAMES) or now["text"] == value or "(" in now["surface"] or min(contrast(value, now["bg"]), contrast(value, now["surface"])) < 4.5:
        return None
    return Change(say(draw, "rule.color", what=draw.pick(SORTS["body"][:3]), color=said), revalued(page, {"text": value}), (shows(f"--text: {value};", "style"), colored(check)))


@change("background", 1.4)
def background(draw: Draw, page: Page) -> Change | None:
    said, value, check = color(draw)
    now = root(page)
    if len(now) < len(NAMES) or now["bg"] == value:
        return None
    palette = Style(Palette(**now)).with_background(value).palette
    spans = revalued(page, {name: getattr(palette, name) for name in NAMES})
    return Change(say(draw, "background", color=said), spans, (shows(f"--bg: {value};", "style"), colored(check)))


@change("dark", 1.8)
def dark(draw: Draw, page: Page) -> Change | None:
    name = _palette(root(page))
    if not name or page.style.count("--bg:") > 1:
        return None
    if name in LIGHT:
        other, key = DARK[LIGHT.index(name) % len(DARK)], "dark"
    else:
        other, key = LIGHT[DARK.index(name) % len(LIGHT)], "light"
    palette = PALETTES[other].palette
    spans = revalued(page, {name: getattr(palette, name) for name in NAMES})
    return Change(say(draw, key), spans, (colored(palette.bg), shows(f"--bg: {palette.bg};", "style")))


@change("type", 1)
def font(draw: Draw, page: Page) -> Change | None:
    name = draw.pick(tuple(FONTS))
    spans = revalued(page, {"font": FONTS[name], "title": FONTS[name]})
    if not spans:
        return None
    return Change(say(draw, f"font.{name}"), spans, (shows(f"--font: {FONTS[name]}; --title: {FONTS[name]};", "style"),))


@change("type", 0.7)
def size(draw: Draw, page: Page) -> Change | None:
    span = page.in_style(r"^ *body {[^}]*font: (\d+)px/", "")
    if not span or "body { font-size" in page.style:
        return None
    now = int(page.html[span[0] : span[1]])
    form = draw.pick(("bigger", "smaller", "exact"))
    new = {"bigger": now + 3, "smaller": now - 2, "exact": draw.rng.randint(12, 26)}[form]
    if new == now:
        return None
    words = say(draw, f"size.{form}", size=draw.pick((f"{new}px", f"{new} px", f"{new} pixels")))
    return Change(words, [(*span[:2], str(new))], (shows(f"font: {new}px/", "style"),))


@change("shape", 0.6)
def corners(draw: Draw, page: Page) -> Change | None:
    form, new = draw.pick((("round", "20px"), ("square", "0"), ("exact", f"{draw.rng.randint(2, 32)}px")))
    span = page.in_style(r"^ *--radius: ([^;]*);", new)
    if not span or page.html[span[0] : span[1]] == new:
        return None
    return Change(say(draw, f"corners.{form}", size=new), [span], (shows(f"--radius: {new};", "style"),))


@change("shape", 1)
def measures(draw: Draw, page: Page) -> Change | None:
    """Shadows, lines, and how far things stand apart."""
    form, name, new = draw.pick((("shadow.off", "shadow", "none"), ("edge.thick", "edge", "3px"), ("edge.off", "edge", "0"), ("space.more", "space", "2.5rem"), ("space.less", "space", "1rem")))
    spans = revalued(page, {name: new})
    if not spans or not any(f"var(--{name})" in rule for rule in page.style.split("\n")):
        return None
    return Change(say(draw, form), spans, (shows(f"--{name}: {new};", "style"),))


@change("shape", 0.6)
def width(draw: Draw, page: Page) -> Change | None:
    span = page.in_style(r"^ *\.(?:wrap|narrow) { max-width: (\d+)rem;", "")
    if not span:
        return None
    now = int(page.html[span[0] : span[1]])
    wider = draw.chance(0.5)
    new = now + 16 if wider else now - 10
    return Change(say(draw, "width.wide" if wider else "width.narrow"), [(*span[:2], str(new))], (shows(f"max-width: {new}rem", "style"),))


@change("rule", 1.4)
def rule(draw: Draw, page: Page) -> Change | None:
    """One more rule at the end of the sheet, for all elements of a sort."""
    kind = draw.pick(tuple(RULES))
    declaration, sorts = RULES[kind]
    return _for_all(draw, page, sorts.split(), f"rule.{kind}", declaration)


@change("rule", 0.7)
def heading_size(draw: Draw, page: Page) -> Change | None:
    bigger = draw.chance(0.5)
    sorts, sizes = ["h1", "h2", "button", "label", "p"], {"h1": "3.5rem", "h2": "2.25rem", "button": "1.25rem", "label": "1.2rem", "p": "1.2rem"}
    if not bigger:
        sizes = {"h1": "1.5rem", "h2": "1.2rem", "button": "0.85rem", "label": "0.85rem", "p": "0.9rem"}
    found = [sort for sort in sorts if page.first(sort)]
    sort = draw.pick(found)
    return _for_all(draw, page, [sort], "rule.bigger" if bigger else "rule.smaller", f"font-size: {sizes[sort]}")


@change("colour", 2.8)
def color_of(draw: Draw, page: Page) -> Change | None:
    """One sort of element in a colour of its own."""
    said, value, check = color(draw)
    now = root(page)
    if len(now) < len(NAMES) or "(" in now["surface"] or min(contrast(value, now["bg"]), contrast(value, now["surface"])) < 4.5:
        return None
    made = _for_all(draw, page, ["h1", "h2", "h3", "label", "li", "summary", "figcaption"], "rule.color", f"color: {value}", color=said)
    return made and Change(made.said, made.spans, (*made.requires, colored(check)))


@change("colour", 2.8)
def paint(draw: Draw, page: Page) -> Change | None:
    """One part in front of a ground of its own."""
    said, value, check = color(draw)
    found = [sort for sort in PAINTED if sort != "button" and (page.first("div", "article", "li", cls="card") if sort == ".card" else page.first(sort))]
    if not found:
        return None
    sort = draw.pick(found)
    css = f"{sort} {{ background: {value}; color: {legible(value)}; }}"
    span = page.rule(css)
    if not span or css in page.style:
        return None
    return Change(say(draw, draw.pick(("paint", "paint.plain")), what=draw.pick(PAINTED[sort]), color=said), [span], (shows(css, "style"), colored(check)))


def _for_all(draw: Draw, page: Page, sorts: list[str], key: str, declaration: str, **slots: str) -> Change | None:
    found = [sort for sort in sorts if page.first(sort)]
    if not found or (declaration.startswith("text-align") and CENTERED.search(page.style)):
        return None
    sort = draw.pick(found)
    if sort == "h1" and declaration.startswith("font-size") and WEIGHTIER.search(page.style):
        return None
    css = f"{sort} {{ {declaration}; }}"
    span = page.rule(css)
    if not span or css in page.style:
        return None
    return Change(say(draw, key, what=draw.pick(SORTS[sort]), **slots), [span], (shows(css, "style"),))
