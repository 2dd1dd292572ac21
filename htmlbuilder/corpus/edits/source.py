"""A page's source as elements with spans, so that a change can leave every other letter as it is.

Reads what the corpus writes: every element closed, attributes in double quotes. It is no parser for pages of the web.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from htmlbuilder.corpus.markup import VOID, esc

TAG = re.compile(r"<!doctype[^>]*>|<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>/]+(?:=\"[^\"]*\")?)*)\s*/?>", re.DOTALL)
ATTRIBUTE = re.compile(r"([^\s=>/]+)(?:=\"([^\"]*)\")?")
RAW = ("script", "style")
Span = tuple[int, int, str]  # from, to, and what stands there instead


@dataclass(slots=True, eq=False)
class Node:
    """An element: its tags are `start:inner` and `close:end`; of a void one, `inner`, `close` and `end` are one."""

    name: str
    attributes: dict[str, str]
    start: int
    inner: int
    close: int = 0
    end: int = 0
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)

    def within(self, *names: str) -> "Node | None":
        """The nearest element around this one with one of these names."""
        above = self.parent
        while above and above.name not in names:
            above = above.parent
        return above

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A run of text between two tags, without the white space around it: what a visitor reads, and where it stands."""

    text: str
    start: int
    end: int
    parent: Node


class Page:
    """The source `html`, read once."""

    def __init__(self, source: str) -> None:
        self.html = source
        self.nodes: list[Node] = []
        self.texts: list[Text] = []
        self._read()

    def _read(self) -> None:
        open_: list[Node] = []
        at, raw = 0, ""
        for match in TAG.finditer(self.html):
            closing, name = match[1], (match[2] or "").lower()
            if raw and not (closing and name == raw):
                continue
            if open_ and not raw:
                self._text(at, match.start(), open_[-1])
            raw, at = "", match.end()
            if not name:
                continue
            if closing:
                node = open_.pop()
                if node.name != name:
                    raise ValueError(f"<{node.name}> is closed by </{name}>")
                node.close, node.end = match.span()
                continue
            attributes = {key: html.unescape(value) for key, value in ATTRIBUTE.findall(match[3])}
            node = Node(name, attributes, *match.span(), parent=open_[-1] if open_ else None)
            if open_:
                open_[-1].children.append(node)
            self.nodes.append(node)
            if name in VOID:
                node.close = node.end = node.inner
            else:
                open_.append(node)
                raw = name if name in RAW else ""
        if open_:
            raise ValueError(f"<{open_[-1].name}> is not closed")

    def _text(self, start: int, end: int, parent: Node) -> None:
        run = self.html[start:end]
        text = run.strip()
        if text:
            first = start + len(run) - len(run.lstrip())
            self.texts.append(Text(" ".join(html.unescape(text).split()), first, first + len(text), parent))

    def all(self, *names: str, cls: str = "") -> list[Node]:
        """The elements with one of these names, in order; only those of a class where one is given."""
        return [node for node in self.nodes if node.name in names and (not cls or cls in node.attributes.get("class", "").split())]

    def first(self, *names: str, cls: str = "") -> Node | None:
        return next(iter(self.all(*names, cls=cls)), None)

    def text(self, node: Node) -> str:
        """All that a visitor reads of the element, on one line."""
        return " ".join(each.text for each in self.texts if node.start <= each.start < node.end)

    def run(self, node: Node) -> Text | None:
        """The one run of text of an element that has nothing else in it."""
        runs = [each for each in self.texts if each.parent is node]
        return runs[0] if len(runs) == 1 and not node.children else None

    @cached_property
    def style(self) -> str:
        """The style sheet."""
        node = self.first("style")
        return self.html[node.inner : node.close] if node else ""

    # Changes: each gives spans for `patch`

    def say(self, run: Text, new: str) -> Span:
        """Another text in place of a run."""
        return run.start, run.end, esc(new)

    def in_style(self, pattern: str, new: str) -> Span | None:
        """What the first match of `pattern` in the style sheet becomes; the group of it where there is one."""
        node = self.first("style")
        match = re.compile(pattern, re.MULTILINE).search(self.html, node.inner, node.close) if node else None
        return (*match.span(match.lastindex or 0), new) if match else None

    def rule(self, css: str) -> Span | None:
        """One more rule, at the end of the style sheet."""
        node = self.first("style")
        return self.before(node.close, f"  {css}") if node else None

    def before(self, at: int, markup: str) -> Span:
        """Markup on lines of its own before the closing tag at `at`; it is given as deep as that tag."""
        line = self.html.rfind("\n", 0, at) + 1
        indent = self.html[line:at]
        return line, line, "".join(f"{indent}{text}\n" for text in markup.split("\n"))

    def after(self, node: Node, markup: str) -> Span:
        """Markup on lines of its own after the element, as deep as it is."""
        end = self.html.index("\n", node.end) + 1
        return end, end, "".join(f"{self.indent(node)}{text}\n" for text in markup.split("\n"))

    def ahead(self, node: Node, markup: str) -> Span:
        """The same, before the element."""
        line = self.html.rfind("\n", 0, node.start) + 1
        return line, line, "".join(f"{self.indent(node)}{text}\n" for text in markup.split("\n"))

    def without(self, node: Node) -> Span:
        """Nothing in place of the element and of its lines."""
        return (*self.lines(node), "")

    def lines(self, node: Node) -> tuple[int, int]:
        """From the start of its first line to the end of its last."""
        return self.html.rfind("\n", 0, node.start) + 1, self.html.index("\n", node.end) + 1

    def indent(self, node: Node) -> str:
        return self.html[self.html.rfind("\n", 0, node.start) + 1 : node.start]

    def alone(self, node: Node) -> bool:
        """Whether nothing else stands on the element's lines."""
        start, end = self.lines(node)
        return not self.html[start : node.start].strip() and not self.html[node.end : end].strip()

    def renamed(self, node: Node, name: str) -> list[Span]:
        """The same element under another name."""
        start, close = node.start + 1, node.close + 2
        return [(start, start + len(node.name), name), (close, close + len(node.name), name)]

    def with_attribute(self, node: Node, markup: str) -> Span:
        """One more attribute, after the others."""
        at = node.inner - 1
        return at, at, f" {markup}"

    def attribute(self, node: Node, name: str, new: str | None) -> Span:
        """Another value of an attribute that the element has; without it and the blank before it when None."""
        match = re.compile(rf"\s{re.escape(name)}(=\"[^\"]*\")?(?=[\s>])").search(self.html, node.start, node.inner)
        assert match, f"<{node.name}> has no {name}"
        return (*match.span(), "" if new is None else f' {name}="{attribute(new)}"')


def attribute(value: str) -> str:
    """A text as the value of an attribute."""
    return value.replace("&", "&amp;").replace('"', "&quot;")


def patch(source: str, spans: Iterable[Span]) -> str:
    """The source with all spans changed. They must not overlap; those at one place keep their order."""
    done, at = [], 0
    for start, end, new in sorted(spans, key=lambda span: span[:2]):
        if start < at:
            raise ValueError("two changes overlap")
        done += [source[at:start], new]
        at = end
    return "".join([*done, source[at:]])
