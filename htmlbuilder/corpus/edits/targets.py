"""What a change can be made to, and how people point at it: by what it is, by its place, or by its text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.edits.source import Node, Page, Text

ORDINALS = ("first", "second", "third", "fourth", "fifth")
FIGURES = ("price", "big", "stars", "stats", "tag")
CONTROLS = ("button", "input", "label", "output", "progress", "select", "img")
SHORT = ("1st", "2nd", "3rd", "4th", "5th")


@dataclass(frozen=True, slots=True)
class Group:
    """Elements of one sort: how to find them, what people call one of them, and a CSS selector of all."""

    find: Callable[[Page], list[Node]]
    words: tuple[str, ...]
    selector: str


def only_list(page: Page) -> list[Node]:
    """The items of the page's list, where it has just one."""
    lists = [node for node in page.all("ul", "ol") if not node.within("nav", "ul", "ol", "footer", "header")]
    items = [child for child in lists[0].children if child.name == "li"] if len(lists) == 1 else []
    return items if all(map(_shown, items)) else []


def fields(page: Page) -> list[Node]:
    """The labels that hold a field, where the page has one form."""
    return [node for node in page.all("label") if node.within("form") and field_of(node) and _shown(node)] if len(page.all("form")) == 1 else []


def field_of(label: Node) -> Node | None:
    return next((child for child in label.children if child.name in ("input", "select", "textarea")), None)


def sections(page: Page) -> list[Node]:
    """The sections that start with a heading of their own."""
    return [node for node in page.all("section") if node.children and node.children[0].name == "h2"]


def _cells(page: Page) -> list[Node]:
    return [node for node in page.all("th") if node.within("thead")] if len(page.all("table")) == 1 else []


def _paragraphs(page: Page) -> list[Node]:
    # What only holds a figure or a control, nobody calls a paragraph.
    return [node for node in page.all("p") if not node.within("footer", "blockquote", "dialog", "form", "details", "li") and node.attributes.get("class") not in FIGURES and not any(child.name in CONTROLS for child in node.children)]


def _options(page: Page) -> list[Node]:
    return page.all("option") if len(page.all("select")) == 1 else []


def _in(name: str, around: str) -> Callable[[Page], list[Node]]:
    return lambda page: [node for node in page.all(name) if node.within(around)]


def _all(*names: str) -> Callable[[Page], list[Node]]:
    return lambda page: page.all(*names)


GROUPS: dict[str, Group] = {
    "h1": Group(_all("h1"), ("heading", "main heading", "headline", "big heading", "page heading", "h1", "header text", "heading at the top", "main title"), "h1"),
    "h2": Group(_all("h2"), ("section heading", "subheading", "h2", "section title", "second-level heading"), "h2"),
    "h3": Group(_all("h3"), ("h3", "card title", "small heading", "card heading"), "h3"),
    "button": Group(_all("button"), ("button", "button", "button", "btn"), "button"),
    "action": Group(lambda page: page.all("a", cls="button"), ("call to action", "call-to-action button", "button link", "link that looks like a button", "CTA"), "a.button"),
    "link": Group(_in("a", "nav"), ("menu link", "nav link", "navigation link", "menu item", "link in the menu", "nav item", "menu entry"), "nav a"),
    "item": Group(only_list, ("list item", "item", "entry", "bullet", "item in the list", "point"), "li"),
    "paragraph": Group(_paragraphs, ("paragraph", "paragraph", "text", "para"), "p"),
    "question": Group(_all("summary"), ("question", "FAQ question", "faq entry", "question in the FAQ"), "summary"),
    "caption": Group(_all("figcaption"), ("caption", "photo caption", "picture caption", "caption under the photo"), "figcaption"),
    "column": Group(_cells, ("column heading", "column header", "column title", "table heading", "table header"), "th"),
    "label": Group(fields, ("field label", "label", "form label", "label in the form"), "label"),
    "footer": Group(_in("p", "footer"), ("footer text", "footer", "text in the footer", "line at the bottom", "footer line"), "footer"),
    "quote": Group(_in("p", "blockquote"), ("quote", "quotation", "quoted text"), "blockquote"),
    "cite": Group(_all("cite"), ("name under the quote", "source of the quote", "author of the quote", "person quoted"), "cite"),
    "option": Group(_options, ("option", "choice", "option in the dropdown", "entry in the select"), "option"),
    "legend": Group(_all("legend"), ("group title", "legend", "title of the group", "heading of the choices"), "legend"),
    "table": Group(_all("caption"), ("table caption", "caption of the table", "table title"), "caption"),
    "brand": Group(lambda page: page.all("span", cls="brand"), ("brand name", "name at the top left", "name in the header", "logo text", "site name in the top bar"), ".brand"),
    "term": Group(_all("dt"), ("term", "key in the facts", "name in the list of facts"), "dt"),
}  # fmt: skip


def _shown(node: Node) -> bool:
    """Whether a visitor sees it at first: nobody counts what is hidden."""
    return "hidden" not in node.attributes and (not node.parent or _shown(node.parent))


def _seen(find: Callable[[Page], list[Node]]) -> Callable[[Page], list[Node]]:
    return lambda page: [node for node in find(page) if _shown(node)]


GROUPS = {name: replace(group, find=_seen(group.find)) for name, group in GROUPS.items()}


def run_of(page: Page, node: Node) -> Text | None:
    """The text of the element by which it is known: all of it, or of a label the part before its field."""
    if node.name == "label":
        return next((each for each in page.texts if each.parent is node), None)
    return page.run(node)


def point(draw: Draw, page: Page, group: str, node: Node) -> str:
    """Words that mean this element of the group and no other."""
    found, word = GROUPS[group].find(page), draw.pick(GROUPS[group].words)
    place, many = found.index(node), len(found)
    run = run_of(page, node)
    ways = []
    if many == 1:
        ways = [f"the {word}"]
    else:
        if place < len(ORDINALS):
            ways += [f"the {ORDINALS[place]} {word}", f"the {ORDINALS[place]} {word}", f"the {SHORT[place]} {word}", f"{word} {place + 1}" if " " not in word else f"the {ORDINALS[place]} {word}"]
            ways.append(f"the {word} number {place + 1}" if draw.chance(0.5) else f"{word} no. {place + 1}")
        if place == 0:
            ways += [f"the top {word}", f"the very first {word}"]
        if place == many - 1:
            ways += [f"the bottom {word}", f"the very last {word}",f"the last {word}", f"the last {word}", f"the final {word}"]
        elif place == many - 2 and many > 2:
            ways.append(f"the {word} before the last")
    if run and len(run.text) < 60 and sum(page.text(each).casefold() == run.text.casefold() for each in found) <= 1:
        q = draw.quote(run.text)
        named = [f"the {word} {q}", f"the {q} {word}", f"the {word} that says {q}", f"the {word} {q}", f"the {word} saying {q}"]
        ways = named if not ways or draw.chance(0.3) else ways
    if run and many > 1 and draw.chance(0.2):
        mark = _mark(draw, page, found, node, run.text)
        if mark:
            q = draw.keep(mark) if draw.chance(0.6) else draw.quote(mark)
            ways = [f"the {word} about {q}", f"the {word} with {q} in it", f"the {word} that mentions {q}", f"the {word} with the word {q}", f"the {q} {word}", f"the {word} where it says {q}"]
    return draw.pick(ways) if ways else ""


def _mark(draw: Draw, page: Page, found: list[Node], node: Node, text: str) -> str:
    """A word by which the element is known among its like: none of the others has it, in whatever case."""
    others = " ".join(page.text(each) for each in found if each is not node).casefold()
    words = [word for word in re.findall(r"[^\W\d_]{5,}", text) if word.casefold() not in others]
    return draw.pick(words) if words else ""
