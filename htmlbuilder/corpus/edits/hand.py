"""The same page in another hand: pages of strangers indent, quote, name and nest in other ways than the corpus does.

A `Hand` is drawn for one page. `rewritten` then writes any version of that page in it, line by line and tag by tag, so
that what is the same in two versions stays the same. The style sheet may be that of the page, or one of `sheets`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.edits.source import ATTRIBUTE, TAG
from htmlbuilder.corpus.markup import VOID

Attributes = list[tuple[str, str | None]]
STYLE = re.compile(r" *<style>\n(.*?)\n *</style>\n", re.DOTALL)
LANDMARKS = ("header", "nav", "main", "section", "article", "footer")
LANDMARK = re.compile(rf"(?<![\w.#:-])({'|'.join(LANDMARKS)})(?![\w-])")
CLASS = re.compile(r"\.([a-z][\w-]*)")
NAME = re.compile(r"--([a-z-]+)")
# What other people call the classes of the corpus; the rest get a prefix, or stay.
CLASSES: dict[str, tuple[str, ...]] = {
    "narrow": ("container", "wrapper", "content", "main-content", "page", "inner", "box"), "wrap": ("container", "wrapper", "site", "page-wrap", "outer", "main"), "grid": ("row", "cards", "columns", "flex", "features", "tiles", "gallery"),
    "card": ("box", "tile", "item", "col", "block", "feature", "card-item", "product"), "muted": ("small", "lead", "subtitle", "note", "grey", "text-muted", "info"), "button": ("btn", "btn btn-primary", "cta", "link-button", "button-primary"),
    "hero": ("banner", "jumbotron", "intro", "top", "hero-section", "splash"), "plain": ("list", "unstyled", "list-unstyled", "nobullets"), "row": ("actions", "buttons", "line", "flex-row", "group"), "rows": ("list", "entries", "table-list", "items"),
    "panel": ("box", "form-box", "card", "login-box", "login"), "photo": ("image", "img", "pic", "thumbnail"), "brand": ("logo", "site-name", "navbar-brand", "title"), "price": ("cost", "amount"), "alert": ("message", "notice", "alert-box"), "tag": ("badge", "label", "pill"),
}  # fmt: skip
ELEMENTS: dict[str, tuple[str, ...]] = {
    "header": ("header", "top", "masthead", "page-header"), "nav": ("nav", "menu", "navigation", "navbar"), "main": ("content", "main", "wrapper", "container"), "section": ("section", "block", "part", "box"),
    "article": ("post", "entry", "article", "item"), "footer": ("footer", "bottom", "page-footer", "foot"),
}  # fmt: skip
COMMENTS: dict[str, tuple[str, ...]] = {
    "header": ("header", "top of the page", "site header"), "nav": ("navigation", "menu", "nav bar"), "main": ("main content", "content", "content starts here"), "section": ("section", "block"), "form": ("form", "the form"),
    "footer": ("footer", "bottom", "page footer"), "table": ("table",), "ul": ("list",), "article": ("entry", "post"),
}  # fmt: skip
VARIABLES: dict[str, tuple[str, ...]] = {
    "bg": ("background", "bg-color", "page-bg", "color-bg"), "surface": ("card-bg", "panel", "surface-color", "color-surface"), "text": ("text-color", "fg", "color-text", "ink"), "muted": ("text-muted", "grey", "color-muted"),
    "line": ("border", "border-color", "color-border"), "accent": ("primary", "primary-color", "main-color", "brand", "color-accent"), "on-accent": ("on-primary", "primary-text", "button-text"), "font": ("body-font", "font-family", "font-main"),
    "title": ("heading-font", "font-heading", "font-title"), "radius": ("border-radius", "rounded", "corner"), "edge": ("border-width", "stroke"), "shadow": ("box-shadow", "elevation"), "space": ("gap", "spacing", "padding"),
}  # fmt: skip
LATE = ("required", "placeholder", "target", "rel", "style")
BARE = re.compile(r" (?:required|hidden|checked|selected|disabled)[ >]")
LAYOUT: Attributes = [("width", "760"), ("border", "0"), ("cellspacing", "0"), ("cellpadding", "10"), ("align", "center")]


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """How somebody writes: see `draw_hand` for what each part may be."""

    unit: str = "  "
    shift: int = 0
    quote: str = '"'
    capital: bool = False
    slash: str = ""
    bare: str = "{0}"
    order: str = ""
    doctype: str = "<!doctype html>"
    charset: str = '<meta charset="utf-8">'
    viewport: bool = True
    lang: bool = True
    head: tuple[str, ...] = ()
    gaps: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    css: str = "rules"
    comments: dict[str, tuple[str, str]] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    elements: dict[str, tuple[tuple[str, Attributes], ...]] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)

    def selector(self, selector: str) -> str:
        """What a CSS selector of the corpus's page must be in this hand."""
        parts = re.split(r"(\[[^\]]*\])", selector)
        for place in range(0, len(parts), 2):
            parts[place] = LANDMARK.sub(lambda match: self._landmark(match[1]), self._classed(parts[place]))
        return "".join(parts)

    def _classed(self, css: str) -> str:
        return CLASS.sub(lambda match: "." + ".".join(self.classes.get(match[1], match[1]).split()), css)

    def _landmark(self, name: str) -> str:
        if name not in self.elements:
            return name
        inner, attributes = self.elements[name][-1]
        given = dict(attributes)
        return inner + "".join(f"{sign}{given[key]}" for key, sign in (("id", "#"), ("class", ".")) if key in given)

    def requirement(self, asked: Requirement) -> Requirement:
        text = self.sheet(asked.text) if asked.selector == "style" else asked.text
        return asked.model_copy(update={"selector": self.selector(asked.selector), "text": text})

    def _named(self, css: str) -> str:
        return NAME.sub(lambda match: f"--{self.variables.get(match[1], match[1])}", css) if self.variables else css

    def sheet(self, css: str) -> str:
        """The sheet of a page of the corpus, with the names of this hand."""
        if self.classes:
            css = self._classed(css)
        return self._named(css)

    def tag(self, name: str, attributes: Attributes, bare: bool = False) -> str:
        """An opening tag. What changes add comes last, in any order of the others."""
        if self.order:
            late = [pair for pair in attributes if pair[0] in LATE]
            others = [pair for pair in attributes if pair[0] not in LATE]
            attributes = (others[::-1] if self.order == "reversed" else sorted(others, key=lambda pair: pair[0])) + late
        written = "".join(f" {self._attribute(key, value)}" for key, value in attributes)
        return f"<{name.upper() if self.capital else name}{written}{self.slash if bare else ''}>"

    def _attribute(self, key: str, value: str | None) -> str:
        if value is None:
            return self.bare.format(key)
        quote = self.quote
        if not quote and not re.fullmatch(r"[\w-]+", value):
            quote = '"'
        if quote == "'" and "'" in value:
            quote = '"'
        return f"{key}={quote}{value}{quote}"


def draw_hand(draw: Draw, html: str, requires: Iterable[Requirement], own_sheet: bool) -> Hand:
    """A hand for that page. What a script or a requirement counts on keeps its name.

    It shows in the page: what a change brings that the page has nothing like is written as the corpus writes it.
    """
    selectors = " ".join(each.selector for each in requires)
    script, ordered = "<script" in html, "nth-" in selectors
    old = draw.chance(0.2)
    capital, chance = old and draw.chance(0.5), draw.chance
    classes: dict[str, str] = {}
    elements: dict[str, tuple[tuple[str, Attributes], ...]] = {}
    comments: dict[str, tuple[str, str]] = {}
    if not script:
        form = draw.pick(("words", "words", "words", "prefix", "hash", "same"))
        prefix = draw.pick(("c-", "my-", "site-", "app-", "x-", "page__"))
        used = dict.fromkeys(name for match in re.findall(r'class="([^"]*)"', html) for name in match.split())
        for name in used:
            if form == "words" and name in CLASSES:
                classes[name] = draw.pick(CLASSES[name])
            elif form == "prefix":
                classes[name] = prefix + name
            elif form == "hash":
                classes[name] = f"{draw.pick(('css', 'sc', 'jsx', 'e'))}-{draw.rng.randrange(16**5):05x}"
        if own_sheet:
            # Two classes of one name would share their rules.
            classes = {name: new for name, new in classes.items() if list(classes.values()).count(new) == 1 and new not in used and " " not in new}
        elif chance(0.5 if old else 0.3):
            for name in LANDMARKS:
                if has_tag(html, name) and not (ordered and name in ("section", "article")) and chance(0.8):
                    key = "class" if name in ("section", "article") or html.count(f"<{name}") > 1 or "id=" in html else "id"
                    elements[name] = (("div", [(key, draw.pick(ELEMENTS[name]))]),)
            if old and "<table" not in html and "table" not in selectors and chance(0.6):
                elements["main"] = (("table", LAYOUT), ("tr", []), ("td", [("class", "content")]))
    if chance(0.4):
        shape = draw.pick(("{}", "{}", "{} start", "===== {} =====", "*** {} ***", "BEGIN {}"))
        case = draw.pick((str.lower, str.capitalize, str.upper, str.title))
        closing = draw.pick(("", "", "", "<!-- /{} -->", "<!-- end {} -->", "<!-- END OF {} -->"))
        for name, words in COMMENTS.items():
            if chance(0.7) and has_tag(html, name):
                said = draw.pick(words)
                comments[name] = (f"<!-- {case(shape.format(said))} -->", closing.format(said))
    head = [line for line, share in (
        (f'<meta name="author" content="{draw.pick(("admin", "Webmaster", "me", "Studio"))}">', 0.12), (f'<meta name="description" content="{draw.pick(("Our site", "My homepage", "Welcome", "All you need to know"))}">', 0.15),
        ('<meta name="generator" content="Site Maker 4.2">', 0.06), ('<link rel="stylesheet" href="style.css">', 0.15), ('<link rel="icon" href="favicon.ico">', 0.12), ('<meta http-equiv="X-UA-Compatible" content="IE=edge">', 0.08), ('<meta name="robots" content="index, follow">', 0.06),
    ) if chance(share)]  # fmt: skip
    known = ("tr", "li", "ul", "ol", "label", "details", "select", "thead", "nav", "figure", "blockquote", "dl", "footer")
    there = frozenset(name for name in (*known, *LANDMARKS, "form", "h2") if has_tag(html, name))
    return Hand(
        unit=draw.pick(("  ", "    ", "    ", "\t", "\t", "", "", " ", "   ")), shift=draw.pick((0, 0, 1)), quote=draw.pick(('"', '"', '"', "'", "'", "")), capital=capital,
        slash=draw.pick(("", "", "", " /", "/")), bare=draw.pick(("{0}", "{0}", '{0}=""', '{0}="{0}"')) if BARE.search(html) else "{0}", order=draw.pick(("", "", "reversed", "sorted")),
        doctype=draw.pick(("<!DOCTYPE html>", "<!DOCTYPE html>", "<!doctype html>", "<!DOCTYPE HTML>")), charset=draw.pick(("<meta charset=\"UTF-8\">", "<meta charset=\"utf-8\">", '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', "")),
        viewport=chance(0.6), lang=chance(0.7), head=tuple(head), gaps=frozenset(draw.some(("section", "header", "main", "form", "footer", "ul", "h2", "article", "nav"), 1, 6) if chance(0.35) else ()) & there,
        joined=frozenset(() if script or "<pre" in html else draw.some(known, 1, 7) if chance(0.55) else ()) & there, css=draw.pick(("rules", "lines", "lines", "tight", "brace")) if not own_sheet else "rules",
        comments=comments, classes=classes, elements=elements,
        variables={name: draw.pick(VARIABLES[name]) for name in VARIABLES} if own_sheet and not script and chance(0.6) else {},
    )  # fmt: skip


def has_tag(html: str, name: str) -> bool:
    return f"<{name}>" in html or f"<{name} " in html


def rewritten(html: str, hand: Hand, css: str | None = None, inline: dict[str, str] | None = None, body_has: Attributes | None = None) -> str:
    """The page in that hand, with the sheet `css` instead of its own ("" for none), a style attribute for each element
    that `inline` has one for, and body's attributes."""
    head, _, body = html.partition("<body>\n")
    own = STYLE.search(head)
    if css is None:
        css = hand.sheet(re.sub(r"^ {4}", "", own[1], flags=re.MULTILINE)) if own else ""
    cache: dict[str, str] = {}

    def tag(match: re.Match[str]) -> str:
        written = cache.get(match[0])
        if written is None:
            written = cache[match[0]] = _tag(match, hand, inline or {})
        return written

    out = [hand.doctype]
    title = re.search(r"<title>.*?</title>", head)
    lang = re.search(r' lang="(.*?)"', head)
    lines = ["<html>" if not lang or not hand.lang else f'<html lang="{lang[1]}">', "<head>", hand.charset and f"  {hand.charset}"]
    lines += ['  <meta name="viewport" content="width=device-width, initial-scale=1">' if hand.viewport else "", f"  {title[0] if title else ''}", *(f"  {line}" for line in hand.head)]
    if css:
        lines += ["  <style>", *(f"    {line}" for line in css.split("\n")), "  </style>"]
    lines.append("</head>")
    opening = hand.tag("body", [("style", value) for value in [(inline or {}).get("body")] if value] + (body_has or []))
    out += [*_laid([line for line in lines if line], hand, tag, 0), opening]
    out += _laid(_joined(body.removesuffix("\n").split("\n"), hand.joined), hand, tag, hand.shift)
    return "\n".join(out) + "\n"


def _laid(lines: list[str], hand: Hand, tag: Callable[[re.Match[str]], str], shift: int) -> list[str]:
    """The lines as deep as the hand lays them, with its tags, comments and blank lines."""
    out: list[str] = []
    raw = ""
    for line in lines:
        text = line.lstrip(" ")
        lead = hand.unit * max(0, (len(line) - len(text)) // 2 - shift) + " " * ((len(line) - len(text)) % 2)
        if raw and not text.startswith(f"</{raw}>"):
            out.append(lead + text)
            continue
        match = re.match(r"<(/?)([a-z][a-z0-9]*)", text)
        name = match[2] if match else ""
        raw = name if match and not match[1] and name in ("script", "style") and f"</{name}>" not in text else ""
        if match and not match[1]:
            if name in hand.gaps and out and out[-1]:
                out.append("")
            if name in hand.comments:
                out.append(lead + hand.comments[name][0])
        closing = hand.comments[name][1] if name in hand.comments and text.endswith(f"</{name}>") else ""
        out.append(lead + TAG.sub(tag, text) + closing)
    return out


def _joined(lines: list[str], names: frozenset[str]) -> list[str]:
    """The lines, with the elements of these names each on one."""
    if not names:
        return lines
    out: list[str] = []
    until = ""
    for line in lines:
        if until:
            last, text = out[-1], line.lstrip(" ")
            out[-1] = last + ("" if last.endswith(">") and text.startswith("<") else " ") + text
            if line == until:
                until = ""
            continue
        out.append(line)
        match = re.match(r"( *)<([a-z0-9]+)", line)
        if match and match[2] in names and f"</{match[2]}>" not in line and match[2] not in VOID:
            until = f"{match[1]}</{match[2]}>"
    return out


def _tag(match: re.Match[str], hand: Hand, inline: dict[str, str]) -> str:
    """One tag of the corpus's page in that hand."""
    name = match[2]
    if not name:
        return match[0]
    around = hand.elements.get(name)
    if match[1]:
        names = [each for each, _ in around] if around else [name]
        return "".join(f"</{each.upper() if hand.capital else each}>" for each in reversed(names))
    attributes: Attributes = [(key, value if f'{key}="' in match[3] else None) for key, value in ATTRIBUTE.findall(match[3])]
    named = [(key, " ".join(hand.classes.get(each, each) for each in value.split())) if key == "class" and value else (key, value) for key, value in attributes]
    style = inline.get(name) or next((inline[f".{each}"] for key, value in attributes if key == "class" and value for each in value.split() if f".{each}" in inline), "")
    if style and "style" not in dict(named):
        named.append(("style", style))
    before = ""
    if around:
        before = "".join(hand.tag(each, given) for each, given in around[:-1])
        name, given = around[-1]
        have = dict(named)
        merged = [(key, f"{value} {have.pop(key)}" if key == "class" and have.get(key) else value) for key, value in given]
        named = merged + [(key, value) for key, value in have.items() if key not in dict(merged)]
    return before + hand.tag(name, named, bare=name in VOID)
