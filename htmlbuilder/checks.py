"""Judge-free checks of a page: does it meet its requirements, and is it sound by itself? Pure and deterministic.

What needs a browser or Java is in `htmlbuilder.evaluation`.
"""

import colorsys
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

import html5lib
import tinycss2
import tinycss2.color4
from bs4 import BeautifulSoup, Tag
from pydantic import BaseModel, ConfigDict, Field

# Hue ranges in degrees. They overlap where people disagree (is teal green or blue?).
HUES = {
    "red": ((340, 360), (0, 16)), "orange": ((14, 45),), "brown": ((10, 45),), "yellow": ((40, 70),),
    "gold": ((35, 58),), "green": ((70, 172),), "teal": ((160, 200),), "blue": ((185, 256),),
    "navy": ((205, 256),), "purple": ((250, 315),), "violet": ((245, 315),), "pink": ((295, 355),),
}  # fmt: skip
UNCLEAN = {"doctype", "unfinished", "parse"}  # the rules that a parse-clean page does not break
UNLABELLED = ("hidden", "submit", "button", "reset", "image")
LABELLED = "input" + "".join(f":not([type={kind}])" for kind in UNLABELLED) + ", select, textarea"
SHOWN_ATTRIBUTES = ("placeholder", "alt", "aria-label", "title", "label")


class Requirement(BaseModel):
    """One thing a page must have.

    `min` to `max` elements (no upper bound when None) match the CSS `selector`, counting, when `text` is given, only
    those that show it (white space, case and curly quotes aside). With `color` (a hex value such as `#1a2b3c`, or a hue
    such as `blue`) the page's styles must use that colour too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    selector: str = "body"
    text: str = ""
    color: str = ""
    min: int = Field(1, ge=0)
    max: int | None = None

    def __str__(self) -> str:
        if self.color:
            return f"the colour {self.color}"
        bound = (
            f"{self.min}"
            if self.max == self.min
            else f"{self.min} to {self.max}"
            if self.max is not None
            else f"at least {self.min}"
        )
        what = f"{bound} × {self.selector}" if (self.selector, self.min) != ("body", 1) else "the page"
        return f"{what} showing “{self.text}”" if self.text else what


class Problem(NamedTuple):
    """Something wrong with a page by itself: a stable `rule` name, and what a person should know."""

    rule: str
    message: str


@dataclass(frozen=True)
class Document:
    """A page, parsed once for all checks."""

    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def css(self) -> str:
        sheets = [element.get_text() for element in self.soup.find_all("style")]
        inline = [f"x{{{element['style']}}}" for element in self.soup.find_all(style=True)]
        return "\n".join(sheets + inline)

    @cached_property
    def elements(self) -> Callable[[str], list[Tag]]:
        """The elements that a selector matches, looked for once."""
        return cache(lambda selector: list(self.soup.select(selector)))

    @cached_property
    def texts(self) -> Callable[[str], list[tuple[str, str]]]:
        """Their folded texts: as `get_text` has each, which puts no space between inline siblings, and as `shown_text`
        has it, which puts one.
        """
        return cache(lambda selector: [(fold(e.get_text()), fold(shown_text(e))) for e in self.elements(selector)])

    @cached_property
    def colors(self) -> frozenset[tuple[int, int, int]]:
        """Every colour the styles use, as 8-bit RGB."""
        found: set[tuple[int, int, int]] = set()
        for token in _flatten(tinycss2.parse_component_value_list(self.css, skip_comments=True)):
            color = tinycss2.color4.parse_color(token) if token.type in ("hash", "ident", "function") else None
            if color is not None and color != "currentcolor" and color.alpha > 0:
                try:
                    red, green, blue = (round(255 * min(1, max(0, part or 0))) for part in color.to("srgb").coordinates)
                    found.add((red, green, blue))
                except (NotImplementedError, AttributeError):
                    continue
        return frozenset(found)


def unmet(page: str | Document, requirements: Iterable[Requirement]) -> list[Requirement]:
    """The requirements that the page does not meet."""
    document = page if isinstance(page, Document) else Document(page)
    return [requirement for requirement in requirements if not _meets(document, requirement)]


def problems(page: str | Document) -> list[Problem]:
    """What is wrong with the page by itself: completeness, parse errors, styles, accessibility as far as it shows."""
    document = page if isinstance(page, Document) else Document(page)
    return [*_incomplete(document), *_parse_errors(document), *_css_errors(document), *_barriers(document)]


def fold(text: str) -> str:
    """Text as compared by requirements: one space for any white space, straight quotes, no case."""
    straight = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "})
    return " ".join(straight.split()).casefold()


def shown_text(element: Tag) -> str:
    """What a visitor can read of an element: its text, and the attributes that browsers show or speak."""
    parts = [element.get_text(" ")]
    for inner in [element, *element.find_all(True)]:
        if inner.name in ("script", "style", "template"):
            continue
        parts += [str(inner[name]) for name in SHOWN_ATTRIBUTES if inner.has_attr(name)]
        if inner.name in ("input", "button") and inner.has_attr("value"):
            parts.append(str(inner["value"]))
    return " ".join(parts)


def _meets(document: Document, requirement: Requirement) -> bool:
    if requirement.color and not _uses_color(document, requirement.color):
        return False
    if requirement.text:
        wanted = fold(requirement.text)
        number = sum(wanted in bare or wanted in shown for bare, shown in document.texts(requirement.selector))
    else:
        number = len(document.elements(requirement.selector))
    return requirement.min <= number and (requirement.max is None or number <= requirement.max)


def _uses_color(document: Document, wanted: str) -> bool:
    if wanted in HUES:
        return any(_has_hue(color, wanted) for color in document.colors)
    exact = tinycss2.color4.parse_color(wanted)
    if exact is None or exact == "currentcolor":
        raise ValueError(f"not a colour: {wanted}")
    return tuple(round(255 * channel) for channel in exact.to("srgb").coordinates) in document.colors


def _has_hue(color: tuple[int, int, int], name: str) -> bool:
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in color))
    return saturation >= 0.2 and 0.08 <= lightness <= 0.93 and any(low <= hue * 360 <= high for low, high in HUES[name])


def _flatten(nodes: Iterable[tinycss2.ast.Node]) -> Iterable[tinycss2.ast.Node]:
    for node in nodes:
        yield node
        yield from _flatten(getattr(node, "content", None) or getattr(node, "arguments", None) or ())


def _incomplete(document: Document) -> Iterable[Problem]:
    if not re.match(r"\s*<!doctype html>", document.html, re.IGNORECASE):
        yield Problem("doctype", "the page does not start with <!doctype html>")
    if not re.search(r"</body>\s*</html>\s*$", document.html, re.IGNORECASE):
        yield Problem("unfinished", "the page does not end with </body></html>")
    body = document.soup.body
    if body is None or not (
        body.get_text(strip=True) or body.find(["img", "video", "audio", "canvas", "svg", "input"])
    ):
        yield Problem("blank", "the page shows nothing")


def _parse_errors(document: Document) -> Iterable[Problem]:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(document.html)
    for (line, column), code, _ in parser.errors:
        yield Problem("parse", f"line {line}, column {column}: {code}")


def _css_errors(document: Document) -> Iterable[Problem]:
    rules = tinycss2.parse_stylesheet(document.css, skip_comments=True, skip_whitespace=True)
    nodes = list(rules)
    for rule in rules:
        if rule.type == "qualified-rule":
            nodes += tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    for node in nodes:
        if node.type == "error":
            yield Problem("css", f"line {node.source_line}: {node.message}")


def _barriers(document: Document) -> Iterable[Problem]:
    """The WCAG failures that can be seen in the source alone."""
    soup = document.soup
    root = soup.find("html")
    if not isinstance(root, Tag) or not root.get("lang"):
        yield Problem("lang", "the html element names no language")
    if not soup.title or not soup.title.get_text(strip=True):
        yield Problem("title", "the page has no title")
    for image in soup.find_all("img"):
        if not image.has_attr("alt"):
            yield Problem("alt", f"an image has no alt text: {str(image)[:80]}")
    labels = {label["for"] for label in soup.find_all("label") if label.has_attr("for")}
    for field in soup.select(LABELLED):
        named = field.get("aria-label") or field.get("aria-labelledby") or field.get("title")
        if not named and field.get("id") not in labels and not field.find_parent("label"):
            yield Problem("label", f"a field has no label: {str(field)[:80]}")
    for control in soup.find_all(["a", "button"]):
        if not shown_text(control).strip():
            yield Problem("name", f"a link or button has no name: {str(control)[:80]}")
    levels = [int(heading.name[1]) for heading in soup.find_all(re.compile("^h[1-6]$"))]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield Problem("headings", f"an h{after} follows an h{before}")
    for identifier, count in Counter(element["id"] for element in soup.find_all(id=True)).items():
        if count > 1:
            yield Problem("duplicate-id", f"the id {identifier} stands {count} times")
