"""Changes that bring a whole new block: a list, a menu, a form, a table, a quote, a button, what happens on hover."""

from collections.abc import Sequence
from typing import NamedTuple

from htmlbuilder.checks import fold
from htmlbuilder.corpus.asks import color
from htmlbuilder.corpus.blocks.actions import bars
from htmlbuilder.corpus.draw import Draw, articled, records
from htmlbuilder.corpus.edits.asking import quoted, say
from htmlbuilder.corpus.edits.change import Change, change
from htmlbuilder.corpus.edits.parts import ending, styled
from htmlbuilder.corpus.edits.source import Page
from htmlbuilder.corpus.kinds.forms import Field, known_field
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.sections import anchor
from htmlbuilder.corpus.style import legible
from htmlbuilder.corpus.wish import colored, exactly, has, shows

# What people call a form of a sort, and what they then take for granted.
FORMS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "contact": ("contact form", ("Name", "Email", "Message"), "Send"), "newsletter": ("newsletter form", ("Email",), "Subscribe"), "login": ("login form", ("Email", "Password"), "Log in"),
    "search": ("search form", ("Search",), "Search"), "booking": ("booking form", ("Name", "Date", "Time"), "Book"), "feedback": ("feedback form", ("Name", "Comment"), "Send"),
}  # fmt: skip
THREE = ("First", "Second", "Third")


class Bare(NamedTuple):
    """A part that is asked for by its mere name: what people call it, what then comes, and how many of the element it has."""

    names: tuple[str, ...]
    markup: Html
    element: str
    number: int
    components: tuple[str, ...]


def _field(label: str, kind: str, *names: str) -> Bare:
    field = Field(label, kind, options=THREE)
    return Bare(names, field.html(False), field.selector, 1, ("form", "check") if kind == "checkbox" else ("form",))


BARE = (
    Bare(("chart", "bar chart", "small chart", "chart with made-up figures", "bar graph", "diagram with bars"), bars((("First", 40), ("Second", 70), ("Third", 55))).html, "progress", 3, ("progress",)),
    Bare(("progress bar", "progress indicator", "bar of progress"), bars((("Done", 60),)).html, "progress", 1, ("progress",)),
    Bare(("numbered list", "ordered list", "numbered list of things", "list with numbers"), tag("ol", *(tag("li", each) for each in THREE)), "ol", 1, ("list",)),
    Bare(("bullet list", "bulleted list", "list with bullets", "list", "short list"), tag("ul", *(tag("li", each) for each in THREE)), "ul", 1, ("list",)),
    Bare(("picture", "image", "photo", "picture placeholder", "place for a photo", "placeholder image"), tag("figure", tag("div", class_="photo", role="img", aria_label="Picture"), tag("figcaption", "Picture")), "figure", 1, ("photo", "figure")),
    Bare(("accordion", "fold-out list", "collapsible list"), Html("\n".join(tag("details", tag("summary", each), tag("p", "More about this soon.")) for each in THREE)), "details", 3, ("faq",)),
    _field("Choose", "select", "dropdown", "drop-down", "drop-down list", "select box", "select"), _field("Message", "textarea", "text area", "textarea", "message field", "comment box", "big text field"),
    _field("Email", "email", "email field", "field for an email", "e-mail field"), _field("Phone", "tel", "phone field", "field for a phone number", "phone number field"), _field("Date", "date", "date field", "date picker", "field for a date"),
    _field("Search", "search", "search field", "search box", "search bar"), _field("Password", "password", "password field", "field for a password"), _field("Value", "range", "slider", "range slider", "slider to set a value"),
    _field("I agree", "checkbox", "checkbox", "tick box", "check box"),
)  # fmt: skip
KINDS = {"Email": "email", "Password": "password", "Date": "date", "Time": "time", "Message": "textarea", "Comment": "textarea", "Search": "search"}


def _listed(draw: Draw, names: Sequence[str]) -> str:
    """The names one after the other, as people write them."""
    kept = [draw.keep(name) for name in names]
    if len(kept) == 1:
        return kept[0]
    if draw.chance(0.4):
        return ", ".join(kept)
    last = draw.pick((" and ", " and ", ", and ", " & ", " + ", " plus "))
    return ", ".join(kept[:-1]) + last + kept[-1]


def _plain(text: str) -> bool:
    """Whether it can stand in a listing without its end being lost."""
    return not any(mark in text for mark in ",;:/&+") and " and " not in text and text[-1].isalnum()


def _some(draw: Draw, page: Page, low: int, high: int) -> list[str]:
    there = fold(page.text(page.nodes[0]))
    names = [draw.pick((draw.label(), draw.label(), draw.word("products"), draw.word("foods"), draw.phrase())) for _ in range(draw.rng.randint(low, high))]
    return list(dict.fromkeys(name for name in names if _plain(name) and fold(name) not in there))


def _where(draw: Draw) -> str:
    return draw.pick(("", "", "", " at the bottom", " at the end", " at the end of the page", " below everything else", " at the bottom of the page"))


@change("block", 2)
def add_list(draw: Draw, page: Page) -> Change | None:
    node, names = ending(page), _some(draw, page, 2, 5)
    if not node or len(names) < 2:
        return None
    numbered = draw.chance(0.25)
    name = "ol" if numbered else "ul"
    if page.first(name):
        return None
    markup = tag(name, *(tag("li", each) for each in names))
    words = say(draw, "block.numbered" if numbered else "block.list", names=_listed(draw, names), where=_where(draw))
    return Change(words, [page.after(node, markup), *styled(page, "list")], (exactly(f"{name} > li", len(names)), *(shows(each, f"{name} > li") for each in names)))


@change("block", 3)
def add_menu(draw: Draw, page: Page) -> Change | None:
    """A menu at the top of a page that has none."""
    main, body = page.first("main"), page.first("body")
    if page.first("nav", "header") or not main or not body or main.parent is not body or not page.alone(main) or body.children[0] is not main:
        return None
    names = list(dict.fromkeys(draw.word("links") if draw.chance(0.7) else draw.label() for _ in range(draw.rng.randint(2, 5))))
    names = [name for name in names if _plain(name)]
    if len(names) < 2:
        return None
    markup = tag("nav", tag("ul", *(tag("li", tag("a", name, href=f"#{anchor(name)}")) for name in names)))
    words = say(draw, "block.menu", names=_listed(draw, names))
    return Change(words, [page.ahead(main, markup), *styled(page, "nav")], (exactly("nav a", len(names)), *(shows(name, "nav a") for name in names)))


@change("block", 3)
def add_form(draw: Draw, page: Page) -> Change | None:
    """A form at the end of a page that has none: one that people know, or one whose fields are named."""
    node = ending(page)
    if not node or page.first("form", "input", "label"):
        return None
    what, known, button = FORMS[draw.pick(tuple(FORMS))]
    if draw.chance(0.55):
        fields = [Field(name, KINDS.get(name, "text")) for name in known]
        said = ""
    else:
        drawn = {field.label: field for field in (known_field(draw) for _ in range(draw.rng.randint(1, 4)))}
        fields = [field for field in drawn.values() if _plain(field.label) and field.type not in ("select", "radio", "range", "color")]
        if not fields:
            return None
        what, button = draw.pick(("form", "form", "small form", "simple form")), "Send"
        said = draw.pick((" with {}", " with the fields {}", " for {}", " that asks for {}", " with fields for {}", " ({})", ": {}")).format(_listed(draw, [field.label for field in fields]))
    if draw.chance(0.4):
        button = draw.word("buttons")
        said += draw.pick((" and a button {}", ", button {}", " and a {} button", ", with the button {}")).format(f'"{draw.keep(button)}"')
    markup = tag("form", *(field.html(False) for field in fields), tag("button", button, type="submit"))
    words = say(draw, "block.form", form=what + said, where=_where(draw) if not said else "")
    spans = [page.after(node, markup), *styled(page, "button", "form", *(["check"] if any(field.type == "checkbox" for field in fields) else []))]
    return Change(words, spans, (exactly("form label", len(fields)), *(shows(field.label, "form label") for field in fields), shows(button, "form button")))


@change("block", 3)
def add_bare(draw: Draw, page: Page) -> Change | None:
    """A part that is asked for by its name alone, with whatever such a part may hold."""
    node, part = ending(page), draw.pick(BARE)
    if not node or page.first(part.element.split("[")[0], *(("form", "input", "label") if "form" in part.components else ())):
        return None
    words = articled(say(draw, "block.form", form=draw.pick(part.names), where=_where(draw)))
    return Change(words, [page.after(node, part.markup), *styled(page, *part.components)], (exactly(part.element, part.number),))


@change("block", 2)
def add_table(draw: Draw, page: Page) -> Change | None:
    """A table with named columns and empty rows."""
    node = ending(page)
    if not node or page.first("table"):
        return None
    heads = [name for name in dict.fromkeys(draw.pick(draw.pick(records("columns"))[1].split(";")) if draw.chance(0.6) else draw.label() for _ in range(draw.rng.randint(2, 4))) if _plain(name)]
    if len(heads) < 2:
        return None
    rows = draw.rng.randint(2, 5)
    row = tag("tr", *(tag("td", "–") for _ in heads))
    markup = tag("table", tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))), tag("tbody", *([row] * rows)))
    words = say(draw, "block.table", names=_listed(draw, heads), count=draw.say(rows), where=_where(draw))
    return Change(words, [page.after(node, markup), *styled(page, "table")], (exactly("thead th", len(heads)), exactly("tbody tr", rows), *(shows(head, "th") for head in heads)))


@change("block", 1)
def add_quote(draw: Draw, page: Page) -> Change | None:
    node, text, person = ending(page), draw.sentence(), draw.person()
    if not node or page.first("blockquote") or fold(text) in fold(page.text(page.nodes[0])):
        return None
    markup = tag("blockquote", tag("p", text), tag("cite", person))
    words = say(draw, "block.quote", text=quoted(draw, text), person=draw.keep(person), where=_where(draw))
    return Change(words, [page.after(node, markup), *styled(page, "quote")], (shows(text, "blockquote"), shows(person, "cite")))


@change("block", 2)
def add_last_button(draw: Draw, page: Page) -> Change | None:
    """A button at the end of the page; with an address, a link that looks like one."""
    node, new = ending(page), draw.word("buttons") if draw.chance(0.6) else draw.label()
    if not node or fold(new) in fold(page.text(page.nodes[0])):
        return None
    where = draw.pick((" at the bottom", " at the end", " at the end of the page", " at the bottom of the page", " below everything"))
    if draw.chance(0.4):
        url = draw.pick((draw.url(), f"mailto:{draw.email()}"))
        if not url.isascii():
            return None
        words = say(draw, "block.link", new=quoted(draw, new), url=draw.keep(url), where=where)
        return Change(words, [page.after(node, tag("a", new, class_="button", href=url)), *styled(page, "button")], (shows(new, f'a[href="{url}"]'),))
    words = say(draw, "add.button", new=quoted(draw, new), where=where)
    return Change(words, [page.after(node, tag("button", new, type="button")), *styled(page, "button")], (shows(new, "main > button"),))


@change("block", 1.5)
def hover(draw: Draw, page: Page) -> Change | None:
    """What a button or a link looks like under the pointer."""
    said, value, check = color(draw)
    sort = draw.pick([name for name in ("button", "a") if page.first(name)] or [""])
    css = f"button:hover {{ background: {value}; color: {legible(value)}; }}" if sort == "button" else f"a:hover {{ color: {value}; }}"
    span = page.rule(css) if sort else None
    if not span or f"{sort}:hover" in page.style:
        return None
    what = draw.pick(("the buttons", "all buttons", "buttons") if sort == "button" else ("the links", "all links", "links"))
    return Change(say(draw, "block.hover", what=what, color=said), [span], (shows(css, "style"), colored(check), has(sort)))
