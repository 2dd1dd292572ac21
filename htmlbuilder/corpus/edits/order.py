"""Changes of the order, and of what elements are rather than what they say: links, fields, lists."""

from htmlbuilder.checks import Requirement, fold
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.edits.asking import quoted, say
from htmlbuilder.corpus.edits.change import Change, change
from htmlbuilder.corpus.edits.parts import counted
from htmlbuilder.corpus.edits.source import Node, Page, Span
from htmlbuilder.corpus.edits.targets import ORDINALS, field_of, fields, only_list, run_of, sections
from htmlbuilder.corpus.edits.texts import LANGUAGES
from htmlbuilder.corpus.wish import exactly, has, shows


def _reordered(page: Page, before: list[Node], after: list[Node]) -> list[Span]:
    """The spans that put the source of `after` where that of `before` stands."""
    return [(*page.lines(old), page.html[slice(*page.lines(new))]) for old, new in zip(before, after, strict=True) if old is not new]


def _named(page: Page, nodes: list[Node]) -> list[str]:
    """The texts by which people would name the nodes, all different, or none."""
    heads = [next((page.run(each) for each in node.walk() if each.name in ("h2", "h3", "summary", "th", "td", "figcaption", "a", "li") and page.run(each)), None) for node in nodes]
    names = [head.text for head in heads if head and len(head.text) < 60]
    return names if len(names) == len(nodes) == len({fold(name) for name in names}) else []


def _movable(page: Page) -> list[list[Node]]:
    """Families of siblings that stand on lines of their own and have names, and that no script counts."""
    if page.first("script"):
        return []
    families = [sections(page), only_list(page), counted(page, "link"), counted(page, "question"), counted(page, "card")]
    families = [nodes for nodes in families if len(nodes) > 1 and all(page.alone(node) and node.parent is nodes[0].parent for node in nodes)]
    return [nodes for nodes in families if _named(page, nodes)]


@change("order", 32)
def move(draw: Draw, page: Page) -> Change | None:
    """One of several to another place among them."""
    families = _movable(page)
    if not families:
        return None
    nodes = draw.pick(families)
    names = _named(page, nodes)
    at = draw.rng.randrange(len(nodes))
    rest = [node for node in nodes if node is not nodes[at]]
    form = draw.pick(("first", "last", "before", "after", "swap", "up", "down", "place"))
    other = draw.pick([place for place in range(len(nodes)) if place != at])
    if form == "first":
        order = [nodes[at], *rest]
    elif form == "last":
        order = [*rest, nodes[at]]
    elif form in ("up", "down", "place"):
        place = other if form == "place" else max(0, at - 1) if form == "up" else at + 1
        if place >= len(ORDINALS):
            return None
        order = [*rest[:place], nodes[at], *rest[place:]]
    elif form == "swap":
        order = list(nodes)
        order[at], order[other] = nodes[other], nodes[at]
    else:
        place = rest.index(nodes[other]) + (form == "after")
        order = [*rest[:place], nodes[at], *rest[place:]]
    if order == nodes:
        return None
    # Sections may have other things between them: only places are exchanged, so what stands between stays.
    words = say(draw, f"move.{form}", what=_called(draw, nodes, at, names[at]), other=_called(draw, nodes, other, names[other]), place=ORDINALS[min(other, len(ORDINALS) - 1)])
    return Change(words, _reordered(page, nodes, order), _in_order(page, nodes, order))


def _called(draw: Draw, nodes: list[Node], place: int, name: str) -> str:
    node = nodes[place]
    if node.name in ("li", "details") and draw.chance(0.25):
        noun = draw.pick(("question", "FAQ entry") if node.name == "details" else ("menu link", "menu item") if node.within("nav") else ("item", "entry", "list item"))
        if place == len(nodes) - 1 and draw.chance(0.7):
            return f"the last {noun}"
        if place < len(ORDINALS):
            return f"the {ORDINALS[place]} {noun}"
    q = quoted(draw, name) if " " in name or draw.chance(0.6) else draw.keep(name)
    if node.name == "section":
        return draw.pick((q, f"the {q} section", f"the section {q}", f"the {q} part"))
    return q


def _in_order(page: Page, nodes: list[Node], order: list[Node]) -> tuple[Requirement, ...]:
    """That in the places of `nodes` there now stand those of `order`."""
    parent, names = nodes[0].parent, dict(zip(nodes, _named(page, nodes), strict=True))
    assert parent
    alike = [child for child in parent.children if child.name == nodes[0].name]
    return tuple(shows(names[new], f"{parent.name} > {old.name}:nth-of-type({alike.index(old) + 1})") for old, new in zip(nodes, order, strict=True))


@change("order", 21)
def arrange(draw: Draw, page: Page) -> Change | None:
    """A whole list by the alphabet, or backwards."""
    families = [nodes for nodes in (only_list(page), counted(page, "link"), counted(page, "question")) if 2 < len(nodes) < 9 and _named(page, nodes)]
    if not families:
        return None
    nodes = draw.pick(families)
    names = _named(page, nodes)
    what = {"li": draw.pick(("list", "list", "items", "entries") if not nodes[0].within("nav") else ("menu", "menu links", "navigation")), "details": draw.pick(("questions", "FAQ"))}[nodes[0].name]
    key = draw.pick(("sort", "sort", "reverse"))
    order = sorted(nodes, key=lambda node: fold(names[nodes.index(node)])) if key == "sort" else nodes[::-1]
    if order == nodes or page.first("script") or not all(page.alone(node) for node in nodes):
        return None
    return Change(say(draw, key, what=what), _reordered(page, nodes, order), _in_order(page, nodes, order))


@change("link", 5)
def new_tab(draw: Draw, page: Page) -> Change | None:
    links = [node for node in page.all("a") if "href" in node.attributes]
    if not links or any("target" in node.attributes or "rel" in node.attributes for node in links):
        return None
    link = draw.pick(links)
    run = page.run(link)
    if run and len(links) > 1 and draw.chance(0.35) and sum(page.text(each) == run.text for each in links) == 1:
        words = say(draw, "tab.one", what=draw.quote(run.text))
        return Change(words, [page.with_attribute(link, 'target="_blank" rel="noopener"')], (shows(run.text, "a[target=_blank]"), exactly("a[target=_blank]", 1)))
    spans = [page.with_attribute(each, 'target="_blank" rel="noopener"') for each in links]
    return Change(say(draw, "tab.all"), spans, (exactly("a[target=_blank]", len(links)),))


@change("link", 5)
def target(draw: Draw, page: Page) -> Change | None:
    links = [node for node in page.all("a") if "href" in node.attributes and page.run(node)]
    if not links:
        return None
    link = draw.pick(links)
    run, new = page.run(link), draw.pick((draw.url(), draw.url(), f"mailto:{draw.email()}", f"#{draw.word('nouns').split()[0].lower()}", f"/{draw.word('nouns').split()[0].lower()}"))
    if not run or sum(page.text(each) == run.text for each in links) > 1 or len(run.text) > 60 or link.attributes["href"] == new or not new.isascii():
        return None
    words = say(draw, "href", what=draw.quote(run.text), new=draw.keep(new))
    return Change(words, [page.attribute(link, "href", new)], (has(f'a[href="{new}"]'), shows(run.text, f'a[href="{new}"]')))


@change("field", 26)
def needed(draw: Draw, page: Page) -> Change | None:
    """A field that must be filled in, or no longer."""
    found = fields(page)
    if not found:
        return None
    label = draw.pick(found)
    field, run = field_of(label), run_of(page, label)
    if not field or not run or not _can_be_empty(field):
        return None
    before = sum(1 for node in page.all("input", "select", "textarea") if "required" in node.attributes)
    what = draw.pick((f"the {draw.quote(run.text)} field", f"the field {draw.quote(run.text)}", f"the {draw.keep(run.text)} field", draw.quote(run.text), _ordinal_field(draw, found, label)))
    if "required" in field.attributes:
        return Change(say(draw, "optional", what=what), [page.attribute(field, "required", None)], (exactly("[required]", before - 1),))
    return Change(say(draw, "required", what=what), [page.with_attribute(field, "required")], (exactly("[required]", before + 1),))


def _can_be_empty(field: Node) -> bool:
    """Whether it makes sense to require it. A select without an empty option may not even be required."""
    return field.name != "select" and field.attributes.get("type") not in ("checkbox", "radio", "range", "color", "submit")


def _ordinal_field(draw: Draw, found: list[Node], label: Node) -> str:
    place = found.index(label)
    if place == len(found) - 1:
        return draw.pick(("the last field", "the form's last field", "the last field of the form")) if len(found) > 1 else "the field"
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    return draw.pick((f"the {words[place]} field", f"the form's {words[place]} field", f"the {words[place]} field of the form")) if place < len(words) else "the field"


@change("field", 26)
def all_needed(draw: Draw, page: Page) -> Change | None:
    nodes = [field for label in fields(page) if (field := field_of(label)) and _can_be_empty(field)]
    missing = [field for field in nodes if "required" not in field.attributes]
    if len(nodes) < 2 or not missing or len(page.all("input", "select", "textarea")) != len(nodes):
        return None
    spans = [page.with_attribute(field, "required") for field in missing]
    return Change(say(draw, "required.all"), spans, (exactly("[required]", len(nodes)),))


@change("list", 31)
def numbered(draw: Draw, page: Page) -> Change | None:
    """A bulleted list numbered, or the other way round."""
    items = only_list(page)
    parent = items[0].parent if len(items) > 1 else None
    if not parent or parent.attributes.get("class") or page.first("script"):
        return None
    other = "ol" if parent.name == "ul" else "ul"
    before = len(page.all(other))
    return Change(say(draw, "list.numbered" if other == "ol" else "list.bulleted"), page.renamed(parent, other), (exactly(other, before + 1), exactly(f"{other} > li", len(items) + sum(1 for node in page.all("li") if node.parent and node.parent.name == other))))


MISSING: dict[str, tuple[str, ...]] = {
    "video": ("the video", "the clip"), "table": ("the table", "the second table"), "footer": ("the footer", "the copyright line at the bottom"), "form": ("the form", "the contact form"), "nav": ("the menu", "the nav bar"), "iframe": ("the map",),
    "details": ("the FAQ", "the questions"), "img": ("the logo image", "the image"), "audio": ("the music player",), "blockquote": ("the quote", "the testimonial"), "canvas": ("the chart", "the drawing"), "select": ("the dropdown",), "textarea": ("the message field", "the text area"),
}  # fmt: skip


@change("nothing", 2.5)
def nothing(draw: Draw, page: Page) -> Change | None:
    """Something that is not there can neither go nor change: the page stays as it is."""
    absent = [name for name in MISSING if not page.all(name)]
    name = draw.pick(absent)
    what, kept = draw.pick(MISSING[name]), (exactly(name, 0), has("h1"))
    form = draw.pick(("gone", "gone", "said", "named", "named", "form", "list"))
    if form == "said":
        old, new = draw.phrase(), draw.phrase()
        if fold(old) in fold(page.html) or fold(new) in fold(page.html):
            return None
        return Change(say(draw, "text.quoted", old=f'"{draw.keep(old)}"', new=f'"{draw.keep(new)}"'), [], (has("h1"),))
    if form == "named":
        old = draw.label()
        if fold(old) in fold(page.html):
            return None
        q = f'"{draw.keep(old)}"'
        what = draw.pick((f"the section {q}", f"the {q} section", f"the button {q}", f"the link {q}", f"the {q} link", f"the item {q}", f"the paragraph about {q}"))
        return Change(say(draw, "remove", what=what), [], (has("h1"),))
    if form == "form" and "form" in absent and not page.all("label", "input"):
        return Change(say(draw, "translate.form", language=draw.pick(tuple(LANGUAGES))) if draw.chance(0.5) else say(draw, "required.all"), [], (exactly("form", 0), has("h1")))
    if form == "list" and not page.all("ul", "ol"):
        return Change(say(draw, draw.pick(("sort", "reverse")), what="list"), [], (exactly("ul, ol", 0), has("h1")))
    return Change(say(draw, "remove", what=what), [], kept)
