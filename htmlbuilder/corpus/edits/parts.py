"""Changes of what is there: something added, something taken away, more or fewer of a thing."""

from dataclasses import replace

from htmlbuilder.checks import fold
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.edits.asking import quoted, say
from htmlbuilder.corpus.edits.change import Change, change
from htmlbuilder.corpus.edits.source import Node, Page, Span
from htmlbuilder.corpus.edits.targets import GROUPS, ORDINALS, fields, only_list, point, run_of, sections
from htmlbuilder.corpus.edits.texts import fresh
from htmlbuilder.corpus.kinds.forms import known_field
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.sections import anchor
from htmlbuilder.corpus.style import COMPONENTS
from htmlbuilder.corpus.wish import exactly, has, shows

# How the prompt says what a new field is.
SAID = {"textarea": "add.area", "checkbox": "add.check", "select": "add.select"}
FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text ", "plain text "), "email": ("email ", "e-mail "), "tel": ("phone ", "telephone "), "date": ("date ",), "number": ("number ", "numeric "),
    "url": ("URL ", "web address "), "password": ("password ",), "time": ("time ",),
}  # fmt: skip


def styled(page: Page, *components: str) -> list[Span]:
    """The spans that bring the rules of components the page does not have yet."""
    return [span for name in components if COMPONENTS[name] not in page.style.replace("\n    ", "\n") and (span := page.rule(COMPONENTS[name].replace("\n", "\n  ")))]


# Taking away

# What goes with an element that is taken away.
AROUND = {"quote": "blockquote", "footer": "footer", "question": "details", "link": "li"}


@change("remove", 47)
def remove(draw: Draw, page: Page) -> Change | None:
    """One element that is pointed at."""
    group = draw.pick(("paragraph", "button", "link", "item", "item", "question", "quote", "footer", "label", "label", "option", "action"))
    nodes = GROUPS[group].find(page)
    if not nodes:
        return None
    node = draw.pick(nodes)
    what, many = point(draw, page, group, node), len(nodes)
    node = (group in AROUND and node.within(AROUND[group])) or node
    siblings = len(node.parent.children) if node.parent else 0
    if not what or page.first("script") or not page.alone(node) or siblings < 2 or (group in ("link", "item", "option", "label", "question") and many < 2):
        return None
    if group == "button" and node.within("form") and node.attributes.get("type") != "button":
        return None
    selector = {"quote": "blockquote", "footer": "footer", "question": "details", "label": "form label"}.get(group, GROUPS[group].selector)
    inside = list(node.walk())
    left = sum(each not in inside for each in _matching(page, group))
    return Change(say(draw, "remove", what=what), [page.without(node)], (exactly(selector, left),))


def _matching(page: Page, group: str) -> list[Node]:
    """All that the requirement counts: a selector knows nothing of where in the page a group looks."""
    names = {"paragraph": ("p",), "item": ("li",), "option": ("option",), "button": ("button",), "quote": ("blockquote",), "footer": ("footer",), "question": ("details",)}
    if group in names:
        return page.all(*names[group])
    if group == "label":
        return [node for node in page.all("label") if node.within("form")]
    return page.all("a", cls="button") if group == "action" else [node for node in page.all("a") if node.within("nav")]


@change("remove", 21)
def remove_section(draw: Draw, page: Page) -> Change | None:
    found = sections(page)
    if not found:
        return None
    node = draw.pick(found)
    heading = page.run(node.children[0])
    others = sum(child is not node for child in node.parent.children) if node.parent else 0
    if not heading or page.first("script") or not others or not page.alone(node) or sum(fold(page.text(each.children[0])) == fold(heading.text) for each in found) > 1:
        return None
    inside = list(node.walk())
    left = sum(each not in inside for each in page.all("h2"))
    q = draw.quote(heading.text)
    what = draw.pick((f"the section {q}", f"the {q} section", f"the {draw.keep(heading.text)} section", f"the {draw.keep(heading.text)} part", f"the whole {q} section", f"the section headed {q}", f"the block {q}"))
    return Change(say(draw, "remove", what=what), [page.without(node)], (exactly("h2", left),))


@change("remove", 26)
def remove_part(draw: Draw, page: Page) -> Change | None:
    """Something of which the page has one."""
    name, words = draw.pick((
        ("header", ("the header", "the top bar", "the whole header")), ("nav", ("the menu", "the navigation", "the nav bar", "the nav")), ("footer", ("the footer", "the whole footer")),
        ("table", ("the table", "the whole table", "the <table>")), ("form", ("the form", "the whole form", "the <form>", "the form tag")), ("blockquote", ("the quote", "the quotation", "the blockquote", "the <blockquote>")), ("dl", ("the facts", "the list of facts", "the dl")),
        ("img", ("the image", "the picture", "the <img>", "the img tag")), ("figure", ("the photo", "the picture", "the figure")), ("address", ("the address", "the contact details")), ("hr", ("the line", "the divider", "the <hr>", "the horizontal rule")),
    ))  # fmt: skip
    found = page.all(name)
    if len(found) != 1 or not page.alone(found[0]) or not found[0].parent or len(found[0].parent.children) < 2 or page.first("script") or (found[0].name == "blockquote" and found[0].parent.name == "figure"):
        return None
    return Change(say(draw, "remove", what=draw.pick(words)), [page.without(found[0])], (exactly(name, 0),))


@change("remove", 21)
def remove_row(draw: Draw, page: Page) -> Change | None:
    rows = _rows(page)
    if len(rows) < 2:
        return None
    place = draw.rng.randrange(len(rows))
    first = page.run(rows[place].children[0])
    named = first and len(first.text) > 2 and sum(fold(first.text) in fold(page.text(row)) for row in rows) == 1
    if named and first and draw.chance(0.6):
        q = draw.quote(first.text)
        what = draw.pick((f"the row {q}", f"the {q} row", f"the row for {q}", f"the row that starts with {q}", f"the table row {q}"))
    elif place == len(rows) - 1:
        what = draw.pick(("the last row", "the last row of the table", "the bottom row", "the final table row"))
    elif place < len(ORDINALS):
        what = draw.pick((f"the {ORDINALS[place]} row", f"the {ORDINALS[place]} row of the table", f"row {place + 1}", f"the {ORDINALS[place]} table row"))
    else:
        return None
    return Change(say(draw, "remove", what=what), [page.without(rows[place])], (exactly("tbody tr", len(rows) - 1),))


@change("remove", 21)
def remove_column(draw: Draw, page: Page) -> Change | None:
    rows, heads = _rows(page), GROUPS["column"].find(page)
    if len(heads) < 3 or not rows or any(len(row.children) != len(heads) for row in rows) or not heads[0].parent:
        return None
    place = draw.rng.randrange(1, len(heads))
    run = page.run(heads[place])
    if not run or sum(fold(page.text(head)) == fold(run.text) for head in heads) > 1:
        return None
    q = quoted(draw, run.text)
    what = draw.pick((f"the column {q}", f"the {q} column", f"the column headed {q}", f"the {ORDINALS[place]} column" if place < 5 else f"the column {q}", "the last column" if place == len(heads) - 1 else f"the {q} column"))
    spans = [page.without(row.children[place]) for row in [heads[0].parent, *rows]]
    if not all(page.alone(row.children[place]) for row in [heads[0].parent, *rows]):
        return None
    return Change(say(draw, "remove", what=what), spans, (exactly("thead th", len(heads) - 1), exactly("tbody tr:first-child > *", len(heads) - 1)))


def _rows(page: Page) -> list[Node]:
    """The rows of the body of the page's only table."""
    return [node for node in page.all("tr") if node.within("tbody") and node.children and page.alone(node)] if len(page.all("table")) == 1 else []


# Adding


def _placed(draw: Draw, page: Page, group: str, nodes: list[Node]) -> tuple[Node, bool, str]:
    """Where among `nodes` (of the group) a new one goes: (beside which, after it or before, how the prompt says so)."""
    form = draw.rng.random()
    if form < 0.6 or len(nodes) < 2:
        return nodes[-1], True, draw.pick(("", "", "", "", " at the end", " as the last one", " last"))
    if form < 0.75:
        return nodes[0], False, draw.pick((" at the top", " as the first one", " at the start", " at the beginning", " first"))
    node = draw.pick(nodes[:-1])
    run = run_of(page, node)
    if not run or sum(fold(page.text(each)) == fold(run.text) for each in nodes) > 1 or len(run.text) > 60:
        return nodes[-1], True, ""
    after = draw.chance(0.6)
    q = quoted(draw, run.text) if draw.chance(0.6) else draw.keep(run.text)
    where = draw.pick((" after {}", " below {}", " right after {}", " just after {}", " behind {}") if after else (" before {}", " above {}", " right before {}", " ahead of {}"))
    return node, after, where.format(q)


def _beside(page: Page, node: Node, after: bool, markup: str) -> Span:
    return page.after(node, markup) if after else page.ahead(node, markup)


@change("add", 15)
def add_item(draw: Draw, page: Page) -> Change | None:
    items = only_list(page)
    if len(items) < 2 or page.first("script") or not all(page.alone(item) and page.run(item) for item in items):
        return None
    new = draw.pick((draw.phrase(), draw.label(), draw.sentence(), draw.word(draw.pick(("foods", "products", "skills")))))
    if any(fold(new) in fold(page.text(item)) for item in items):
        return None
    node, after, where = _placed(draw, page, "item", items)
    words = say(draw, "add.item", new=quoted(draw, new), where=where)
    return Change(words, [_beside(page, node, after, tag("li", new))], (shows(new, "li"), exactly("li", len(page.all("li")) + 1)))


@change("add", 10)
def add_link(draw: Draw, page: Page) -> Change | None:
    links = GROUPS["link"].find(page)
    if len(links) < 2 or not all(link.parent and link.parent.name == "li" and page.alone(link.parent) and page.run(link) for link in links):
        return None
    new = draw.word("links") if draw.chance(0.5) else draw.label()
    if any(fold(new) in fold(page.text(link)) for link in links):
        return None
    node, after, where = _placed(draw, page, "link", links)
    assert node.parent
    markup = tag("li", tag("a", new, href=f"#{anchor(new)}"))
    words = say(draw, "add.link", new=quoted(draw, new) if " " in new or draw.chance(0.6) else draw.keep(new), where=where)
    return Change(words, [_beside(page, node.parent, after, markup)], (shows(new, "nav a"), exactly("nav a", len(links) + 1)))


@change("add", 10)
def add_field(draw: Draw, page: Page) -> Change | None:
    labels = fields(page)
    if not labels or not all(page.alone(label) for label in labels) or any(label.parent is not labels[0].parent for label in labels):
        return None
    field = known_field(draw)
    if any(fold(field.label) in fold(page.text(each)) for each in labels) or fold(field.label) in fold(page.text(page.nodes[0])):
        return None
    kind = draw.pick(("known", "known", "known", "textarea", "checkbox", "select", "select", *FIELDS))
    said, required = "", False
    options: list[str] = []
    if kind == "select":
        options = list(dict.fromkeys(draw.label() for _ in range(draw.rng.randint(2, 4))))
    if kind in FIELDS or (kind == "known" and field.type in FIELDS):
        required = draw.chance(0.3)
        said = "" if kind == "known" else draw.pick(FIELDS[kind])
    elif kind == "known" and (field.type not in SAID or field.type == "select"):
        return None
    if kind != "known":
        field = replace(field, type=kind, complete="", options=tuple(options))
    node, after, where = _placed(draw, page, "label", labels)
    listed = ", ".join(map(draw.keep, options[:-1])) + (" and " if len(options) > 1 else "") + draw.keep(options[-1]) if options else ""
    key = SAID.get(field.type, "add.required" if required else "add.field")
    q = draw.quote(field.label) if draw.chance(0.7) else draw.keep(field.label)
    words = say(draw, key, new=q, kind=said, options=listed, where=where)
    spans = styled(page, "check") if field.type == "checkbox" else []
    requires = (shows(field.label, "label"), has(f"label {field.selector}" + ("[required]" if required else "")), *(shows(option, "option") for option in options))
    return Change(words, [_beside(page, node, after, field.html(required)), *spans], (*requires, exactly("form label", sum(1 for each in page.all("label") if each.within("form")) + 1)))


@change("add", 10)
def add_row(draw: Draw, page: Page) -> Change | None:
    rows, heads = _rows(page), GROUPS["column"].find(page)
    if not rows or not heads or any([child.name for child in row.children] != [child.name for child in rows[0].children] for row in rows) or len(rows[0].children) != len(heads):
        return None
    cells = [draw.pick((draw.label(), draw.price(), draw.word("products"), draw.time(), draw.date())) for _ in heads]
    given = cells if draw.chance(0.65) else cells[:1]
    cells = [*given, *["–"] * (len(cells) - len(given))]
    made = [tag(old.name, cell, scope=old.attributes.get("scope")) for old, cell in zip(rows[0].children, cells, strict=True)]
    glue = draw.pick((", ", " | ", " / ", "; ", " – "))
    top = draw.chance(0.2)
    where = draw.pick((" at the top", " as the first one")) if top else draw.pick(("", "", "", " at the bottom", " at the end"))
    words = say(draw, "add.row", new=glue.join(draw.keep(cell) for cell in given) if len(given) > 1 else draw.quote(given[0]), where=where)
    row = tag("tr", *made)
    return Change(words, [_beside(page, rows[0] if top else rows[-1], not top, row)], (*(shows(cell, "tbody tr:first-child" if top else "tbody tr:last-child") for cell in given), exactly("tbody tr", len(rows) + 1)))


@change("add", 9)
def add_column(draw: Draw, page: Page) -> Change | None:
    rows, heads = _rows(page), GROUPS["column"].find(page)
    if not rows or not heads or any(len(row.children) != len(heads) for row in rows) or not all(page.alone(row.children[-1]) for row in rows) or not page.alone(heads[-1]):
        return None
    new = fresh(draw, "column")
    if any(fold(new) in fold(page.text(head)) for head in heads) or "scope" not in heads[-1].attributes:
        return None
    spans = [page.after(heads[-1], tag("th", new, scope="col")), *(page.after(row.children[-1], tag("td", "–")) for row in rows)]
    return Change(say(draw, "add.column", new=quoted(draw, new)), spans, (shows(new, "thead th:last-child"), exactly("tbody tr:first-child > *", len(heads) + 1)))


@change("add", 10)
def add_option(draw: Draw, page: Page) -> Change | None:
    options = GROUPS["option"].find(page)
    if len(options) < 2 or page.first("script") or not all(page.alone(option) for option in options):
        return None
    new = draw.label()
    if any(fold(new) in fold(page.text(option)) for option in options):
        return None
    node, after, where = _placed(draw, page, "option", options)
    return Change(say(draw, "add.option", new=quoted(draw, new), where=where), [_beside(page, node, after, tag("option", new))], (shows(new, "option"), exactly("option", len(options) + 1)))


@change("add", 11)
def add_question(draw: Draw, page: Page) -> Change | None:
    entries = [node for node in page.all("details") if page.alone(node)]
    if not entries or any(node.parent is not entries[0].parent for node in entries):
        return None
    question, answer = draw.question() if draw.chance(0.5) else (draw.phrase() + "?", draw.sentence())
    if fold(question) in fold(page.text(page.nodes[0])):
        return None
    markup = tag("details", tag("summary", question), tag("p", answer))
    words = say(draw, "add.question", new=quoted(draw, question), answer=quoted(draw, answer))
    return Change(words, [page.after(entries[-1], markup)], (shows(question, "summary"), shows(answer, "details")))


def ending(page: Page) -> Node | None:
    """The last element of the page's main part, where something can come after it."""
    main = page.first("main")
    if not main or not main.children or page.html[main.close - 1] not in " \n" or page.first("dialog") or any(child.name in ("div", "form", "p") and "panel" in child.attributes.get("class", "") for child in main.children):
        return None
    return main.children[-1] if page.alone(main.children[-1]) else None


@change("add", 2.2)
def add_section(draw: Draw, page: Page) -> Change | None:
    """A heading with a text below it, at the end of the page's main part or beside a section that is there."""
    node, found = ending(page), [node for node in sections(page) if page.alone(node)]
    heading, text = draw.phrase(), draw.sentence()
    if not node:
        return None
    if fold(heading) in fold(page.text(page.nodes[0])) or fold(text) in fold(page.text(page.nodes[0])):
        return None
    markup = tag("section", tag("h2", heading), tag("p", text), id=anchor(heading) or None)
    if any(node.attributes.get("id") == anchor(heading) for node in page.nodes):
        return None
    after, where = True, draw.pick(("", "", " at the end", " at the bottom", " at the bottom of the page"))
    if found and draw.chance(0.5):
        named = [each for each in found if sum(fold(page.text(other.children[0])) == fold(page.text(each.children[0])) for other in found) == 1]
        if named:
            node, after = draw.pick(named), draw.chance(0.6)
            q = draw.quote(page.text(node.children[0]))
            where = draw.pick((f" after {q}", f" below the section {q}", f" after the {q} section") if after else (f" before {q}", f" above the section {q}", f" before the {q} section"))
    words = say(draw, "add.section", heading=quoted(draw, heading), text=quoted(draw, text), where=where)
    return Change(words, [_beside(page, node, after, markup), *styled(page, "section")], (shows(heading, "section > h2"), shows(text, "section > p")))


@change("add", 0.9)
def add_footer(draw: Draw, page: Page) -> Change | None:
    body, main = page.first("body"), page.first("main")
    if page.first("footer") or not body or not main or main.parent is not body or not page.alone(main):
        return None
    new = f"© {draw.rng.randint(2024, 2031)} {draw.brand()}" if draw.chance(0.5) else draw.phrase()
    markup = tag("footer", tag("p", new))
    return Change(say(draw, "add.footer", new=quoted(draw, new)), [page.after(main, markup), *styled(page, "footer")], (shows(new, "footer"),))


@change("add", 1.3)
def add_paragraph(draw: Draw, page: Page) -> Change | None:
    """A text below the heading of the page."""
    heading = page.first("h1")
    if not heading or not page.alone(heading):
        return None
    new = draw.sentence() if draw.chance(0.6) else draw.phrase()
    if fold(new) in fold(page.text(page.nodes[0])):
        return None
    above = draw.chance(0.2)
    words = say(draw, "add.above" if above else "add.below", new=quoted(draw, new))
    return Change(words, [_beside(page, heading, not above, tag("p", new))], (shows(new, "p:has(+ h1)" if above else "h1 + p"),))


@change("add", 2.8)
def add_button(draw: Draw, page: Page) -> Change | None:
    """One more button, beside one that is there."""
    found = [node for node in GROUPS["button"].find(page) if page.run(node) and page.alone(node)]
    if not found or page.first("script"):
        return None
    new = draw.word("buttons") if draw.chance(0.5) else draw.label()
    node = draw.pick(found)
    what = point(draw, page, "button", node)
    if not what or any(fold(new) in fold(page.text(each)) for each in page.all("button")):
        return None
    after = draw.chance(0.75)
    words = say(draw, "add.button", new=quoted(draw, new), where=f" {draw.pick(('after', 'below', 'next to', 'under') if after else ('before', 'above'))} {what}")
    return Change(words, [_beside(page, node, after, tag("button", new, type="button"))], (shows(new, "button"), exactly("button", len(page.all("button")) + 1)))


# More or fewer

COUNTED = {
    "item": ("list items", "items", "entries", "bullets"), "question": ("questions", "FAQ entries"), "row": ("rows", "table rows"), "figure": ("photos", "pictures", "images"),
    "card": ("cards", "boxes", "tiles"), "option": ("options", "choices"), "link": ("menu links", "nav links", "links in the menu"),
}  # fmt: skip


def counted(page: Page, sort: str) -> list[Node]:
    nodes = {
        "item": lambda: only_list(page), "question": lambda: page.all("details"), "row": lambda: _rows(page), "figure": lambda: page.all("figure"),
        "card": lambda: page.all("div", cls="card"), "option": lambda: GROUPS["option"].find(page), "link": lambda: [node.parent for node in GROUPS["link"].find(page) if node.parent and node.parent.name == "li"],
    }[sort]()  # fmt: skip
    alike = nodes and all(page.alone(node) and node.parent is nodes[0].parent and node.name == nodes[0].name for node in nodes)
    return nodes if alike else []


@change("count", 29)
def fewer(draw: Draw, page: Page) -> Change | None:
    """Only so many of a thing: the last ones go."""
    sort = draw.pick([each for each in COUNTED if len(counted(page, each)) > 2] or ["item"])
    nodes = counted(page, sort)
    if len(nodes) < 3 or page.first("script"):
        return None
    left = draw.rng.randint(1, len(nodes) - 1)
    less = len(nodes) - left
    key = draw.pick(("fewer.keep", "fewer.drop"))
    spans = [page.without(node) for node in nodes[left:]]
    plain = draw.pick(COUNTED[sort])
    words = say(draw, key, count=draw.say(left), less=draw.say(less), what=plain)
    if min(left, less) == 1 and ((key == "fewer.keep" and left == 1) or (key == "fewer.drop" and less == 1)):
        return None
    out = [inner for node in nodes[left:] for inner in node.walk()]
    return Change(words, spans, (exactly(_selector(sort), sum(each not in out for each in _all_of(page, sort))),))


@change("count", 24)
def more(draw: Draw, page: Page) -> Change | None:
    """So many more of a thing, each of them an empty place to fill."""
    sort = draw.pick([each for each in ("item", "row", "option") if counted(page, each)] or ["item"])
    nodes = counted(page, sort)
    if not nodes or page.first("script") or (sort == "row" and len({len(row.children) for row in nodes}) > 1) or (sort == "item" and not all(page.run(node) for node in nodes)):
        return None
    extra = draw.rng.randint(2, 4)
    if sort == "row":
        made = tag("tr", *(tag(cell.name, "–", scope=cell.attributes.get("scope")) for cell in nodes[-1].children))
    else:
        made = tag("li", "New item") if sort == "item" else tag("option", "New option")
    key = draw.pick(("more.add", "more.total"))
    words = say(draw, key, count=draw.say(extra), total=draw.say(len(nodes) + extra), what=draw.pick(COUNTED[sort]))
    return Change(words, [page.after(nodes[-1], "\n".join([made] * extra))], (exactly(_selector(sort), len(_all_of(page, sort)) + extra),))


def _selector(sort: str) -> str:
    return {"item": "li", "question": "details", "row": "tbody tr", "figure": "figure", "card": "div.card", "option": "option", "link": "nav li"}[sort]


def _all_of(page: Page, sort: str) -> list[Node]:
    """All that `_selector` counts."""
    if sort == "row":
        return [node for node in page.all("tr") if node.within("tbody")]
    if sort == "link":
        return [node for node in page.all("li") if node.within("nav")]
    return page.all("div", cls="card") if sort == "card" else page.all(_selector(sort))
