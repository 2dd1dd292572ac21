"""The parts of a letter's page that developers have names for: panels, trails, page numbers, trees, tables, charts, colours of one thing."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from htmlbuilder.checks import HUES, Requirement
from htmlbuilder.corpus.blocks import controls, lists, media
from htmlbuilder.corpus.blocks.fields import css, entry
from htmlbuilder.corpus.blocks.texts import raised
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.letters import Mark
from htmlbuilder.corpus.letters.scripted import SOON, counted, firsts
from htmlbuilder.corpus.markup import Html, esc, tag
from htmlbuilder.corpus.style import COLOR_WORDS, contrast, covered
from htmlbuilder.corpus.wish import exactly, has, shows

if TYPE_CHECKING:
    from htmlbuilder.corpus.letters.sheet import Sheet

SLICES = ("#2f6f8f", "#c8553d", "#6a8f3c", "#8a5a99", "#b8860b", "#4a4a4a")
TYPED = re.compile(r'<input type="(text|email|tel|url|number|password)"|<textarea')
ROUND = 100  # the length of the ring, so that shares of a hundred are lengths


@dataclass(slots=True)
class Grid:
    """A table: what is known of it so far. A row holds its cells, the first of them its name."""

    columns: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    caption: str = ""
    foot: list[str] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max(len(self.columns), *map(len, self.rows), len(self.foot), 2) if self.rows or self.foot else len(self.columns)

    def html(self) -> Html:
        head = tag("thead", tag("tr", *(tag("th", raised(text), scope="col") for text in self.columns))) if self.columns else None
        body = tag("tbody", *map(self._row, self.rows)) if self.rows else None
        return tag("table", tag("caption", self.caption) if self.caption else None, head, body, tag("tfoot", self._row(self.foot)) if self.foot else None)

    def _row(self, row: list[str]) -> Html:
        cells = [*row, *[""] * (self.width - len(row))]
        return tag("tr", tag("th", cells[0], scope="row"), *(tag("td", text) for text in cells[1:]))


def grid(sheet: "Sheet") -> Grid:
    """The table that stands last on the page so far, or a new one there."""
    if not sheet.parts or sheet.parts[-1] is not sheet.shown:
        sheet.grid, sheet.shown = Grid(), Html("<table>")
        sheet.put(sheet.shown, "table")
    return sheet.grid


def _draw(sheet: "Sheet") -> None:
    sheet.parts[-1] = sheet.shown = sheet.grid.html()


def _columns(sheet: "Sheet", mark: Mark) -> None:
    """Columns; the rows stand in other marks, after or before."""
    sheet.need("thead th", *firsts(mark))
    table = grid(sheet)
    if table.columns and table.rows:
        sheet.shown = Html()  # another table begins
    grid(sheet).columns += firsts(mark)
    _draw(sheet)


def _rows(sheet: "Sheet", mark: Mark) -> None:
    """Rows of the table before: what each has in its cells, as far as it is told."""
    sheet.need("tbody tr", *(text for row in mark.rows for text in row if text))
    grid(sheet).rows += [list(row) for row in mark.rows]
    _draw(sheet)


def _span(sheet: "Sheet", mark: Mark) -> None:
    """Rows by number: from the first to the second, of what the param says."""
    low, high = sorted(int(text) for text in mark.rows[0])
    names = [f"{mark.param} {number}" for number in range(low, high + 1)]
    sheet.needs.append(has("tbody tr", len(names)))
    sheet.need("tbody tr", *names)
    grid(sheet).rows += [[name] for name in names]
    _draw(sheet)


def _cell(sheet: "Sheet", mark: Mark) -> None:
    """Single cells of the table before: row, column, text."""
    table = grid(sheet)
    for name, column, text in mark.rows:
        place = _place(table.columns, column)
        if not place:
            raise ValueError(f"{column} holds the names of the rows")
        sheet.need(f"tbody tr:has(th) > td:nth-child({place + 1})", text)
        row = table.rows[_place([row[0] for row in table.rows], name)]
        row += [""] * (place + 1 - len(row))
        row[place] = text
    _draw(sheet)


def _place(names: list[str], name: str) -> int:
    folded = [other.casefold() for other in names]
    if name.casefold() not in folded:
        raise ValueError(f"the table has no {name}")
    return folded.index(name.casefold())


def _caption(sheet: "Sheet", mark: Mark) -> None:
    sheet.need("table caption", mark.rows[0][0])
    grid(sheet).caption = mark.rows[0][0]
    _draw(sheet)


def _total(sheet: "Sheet", mark: Mark) -> None:
    """What a table or a list of rows ends with."""
    parts, row = sheet.parts, list(mark.rows[0])
    if parts and parts[-1] is sheet.shown:
        sheet.need("tfoot tr", *row)
        table = grid(sheet)
        table.foot = [row[0], *[""] * (table.width - len(row)), *row[1:]]
        _draw(sheet)
        return
    sheet.need("ul.rows > li:last-child", *row)
    made = tag("li", tag("b", row[0]), *(tag("b", text) for text in row[1:]))
    if parts and parts[-1].startswith('<ul class="rows"'):
        parts[-1] = Html(parts[-1].removesuffix("\n</ul>") + "\n  " + made.replace("\n", "\n  ") + "\n</ul>")
    else:
        sheet.put(tag("ul", made, class_="rows"), "rows")


def _panel(sheet: "Sheet", mark: Mark) -> None:
    """An accordion: titles, and what each has inside. With `one` as the param, only one is open at a time."""
    sheet.needs.append(has("details[name] > summary" if mark.param == "one" else "details > summary", len(mark.rows)))
    made = []
    for title, *texts in mark.rows:
        sheet.need("details > summary", title)
        sheet.need("details > p", *texts)
        made.append(tag("details", tag("summary", raised(title)), *(tag("p", text) for text in texts or [SOON]), name="panel" if mark.param == "one" else None))
    sheet.put(Html("\n".join(made)), "faq")


def _crumb(sheet: "Sheet", mark: Mark) -> None:
    """Where one is: a trail of links, and the page itself."""
    sheet.need("ol[aria-label=Breadcrumb] > li", *firsts(mark))
    sheet.put_part(media.trail(firsts(mark)))


def _pager(sheet: "Sheet", mark: Mark) -> None:
    """Links to pages by number, and to those before and after; the param says which is the current one."""
    texts = firsts(mark)
    current = mark.param or next((text for text in texts if text.isdigit()), texts[0])
    sheet.need("nav.pages li", *texts)
    sheet.needs.append(shows(current, "nav.pages [aria-current]"))
    sheet.put_part(media.paged(texts, current))


def _nest(sheet: "Sheet", mark: Mark) -> None:
    """A list whose items have lists of their own."""
    for name, *items in mark.rows:
        sheet.need("ul > li", name)
        sheet.need("li li", *items)
    sheet.put_part(lists.branched([(name, items) for name, *items in mark.rows]))


def _answered(sheet: "Sheet", mark: Mark) -> None:
    """Questions, each with the buttons that answer it."""
    for question, *answers in mark.rows:
        sheet.need("p", question)
        sheet.need(".row > button", *answers)
        sheet.put(Html("\n".join((tag("p", question), tag("div", *(tag("button", answer, type="button") for answer in answers), class_="row")))), "button", "row")


def _ids(sheet: "Sheet", mark: Mark) -> None:
    """Empty sections, by the id that each has."""
    for text in firsts(mark):
        name = sheet.id_of(text)
        sheet.close()
        sheet.needs.append(has(f'section[id="{name}"]') if name else shows(raised(text), "section > h2"))
        sheet.put(tag("section", tag("h2", raised(text)), tag("p", SOON), id=name or None), "section")


def _some(sheet: "Sheet", mark: Mark) -> None:
    """So many boxes of what the param says, which nobody has described."""
    number = counted(mark.rows[0][0])
    level = "h3" if sheet.heading else "h2"
    sheet.needs.append(exactly(f"article > {level}", number))
    sheet.put(tag("div", *(tag("article", tag(level, f"{mark.param} {place}"), tag("p", SOON), class_="card") for place in range(1, number + 1)), class_="grid"), "card", "grid")


def _fill(sheet: "Sheet", mark: Mark) -> None:
    """A list of so many items of what the param says, or so many paragraphs where it says none, which nobody has told."""
    numbers = range(1, counted(mark.rows[0][0]) + 1)
    if mark.param:
        texts = [f"{mark.param} {number}" for number in numbers]
        sheet.needs.append(has("ul > li", len(texts)))
        sheet.need("ul > li", *texts)
        sheet.put(tag("ul", *(tag("li", text) for text in texts)), "list")
    else:
        sheet.needs.append(has("p", len(numbers)))
        sheet.put(Html("\n".join(tag("p", f"This is paragraph {number}.") for number in numbers)))


def _zoom(sheet: "Sheet", mark: Mark) -> None:
    """Pictures, each with its caption, that open large at a click."""
    captions = [" – ".join(row) for row in mark.rows]
    sheet.needs += [has("dialog"), has(".zoom > button", len(captions))]
    sheet.need(".zoom > button", *(text for row in mark.rows for text in row))
    sheet.part(media.zoomed(captions))


def _clock(sheet: "Sheet", mark: Mark) -> None:
    """The time in cities."""
    cities = firsts(mark)
    sheet.need(".clock", *cities)
    sheet.part(controls.dials(cities, cities))


def _pie(sheet: "Sheet", mark: Mark) -> None:
    """A ring of shares, and what each is."""
    shares = [(what, min(100, int(re.sub(r"\D", "", share) or 0))) for what, share in mark.rows]
    whole = max(ROUND, sum(share for _, share in shares))
    sheet.needs.append(has("figure svg circle", len(shares)))
    sheet.need("figcaption li", *(text for what, share in shares for text in (what, f"{share}%")))
    before, made, told = 0.0, [], []
    for place, (what, share) in enumerate(shares):
        length, color = share * ROUND / whole, SLICES[place % len(SLICES)]
        made.append(tag("circle", cx=18, cy=18, r="15.9155", fill="none", stroke=color, stroke_width=5, stroke_dasharray=f"{length:g} {ROUND - length:g}", stroke_dashoffset=f"{0 - before:g}"))
        told.append(tag("li", tag("b", f"{share}%"), what))
        before += length
    ring = tag("svg", *made, viewBox="0 0 36 36", role="img", aria_label="Chart", style="max-width: 14rem")
    sheet.put(tag("figure", ring, tag("figcaption", tag("ul", *told, class_="plain"))), "figure", "plain")


# Forms


def _field(sheet: "Sheet", html: Html, label: str, selector: str) -> None:
    sheet.group.append(html)
    sheet.needs += [shows(label, f"form label:has({selector})")]


def _must(sheet: "Sheet", mark: Mark) -> None:
    """Fields that must be filled in."""
    for label in map(raised, firsts(mark)):
        kind = type_of(label)
        _field(sheet, entry(label, kind, required=True), label, "[required]")


def _slider(sheet: "Sheet", mark: Mark) -> None:
    """A field to slide, from one number to another."""
    low, high = re.findall(r"\d+", mark.param) if mark.param else ("0", "10")
    for label in map(raised, firsts(mark)):
        _field(sheet, entry(label, "range", min=low, max=high), label, f'input[type=range][min="{low}"][max="{high}"]')


def _hint(sheet: "Sheet", mark: Mark) -> None:
    """What stands in the field before until something is typed there; below it where it takes no such text."""
    text = mark.rows[0][0]
    if not sheet.group or sheet.asked:
        raise ValueError("a hint of no field")
    shown, last = esc(text).replace('"', "&quot;"), sheet.group[-1]
    if TYPED.search(last):
        sheet.needs.append(has(f'form [placeholder="{css(text)}"]'))
        sheet.group[-1] = Html(TYPED.sub(lambda match: f'{match[0]} placeholder="{shown}"', last, count=1))
    else:
        sheet.need("form small", text)
        sheet.group[-1] = Html("\n".join((last, tag("small", text))))


# Colours of one thing

# What the colour of a thing is put on: by role, the tags that have it, and whether it fills them.
TINTED: dict[str, tuple[str, bool]] = {
    "btn": ("button", True), "box": ("p", True), "banner": ("aside", True), "badge": ("span", True), "card": ("article", True), "photo": ("article", True), "person": ("article", True), "tier": ("article", True),
    "p": ("p", False), "quote": ("blockquote", False), "price": ("p", False), "li": ("ul", False), "ol": ("ol", False), "row": ("ul", False), "verse": ("p", False), "link": ("a", False), "foot": ("p", False), "small": ("p", False), "stat": ("p", False),
}  # fmt: skip


def tinted(color: str, filled: bool, ground: str) -> str:
    """The style of something in that colour: words that could not be read in it stand on it."""
    if filled or contrast(color, ground) < 4.5:
        return covered(color)
    return f"color: {color}"


def color_of(value: str) -> tuple[str, str]:
    """A colour as it is told: (hex value, what to look for)."""
    value = value.lower()
    color = value if value.startswith("#") else COLOR_WORDS.get(value, COLOR_WORDS[value.split()[-1]])
    return color, value.split()[-1] if value.split()[-1] in HUES else color


def paint(sheet: "Sheet", told: str, role: str, html: Html) -> Html:
    """The markup of a mark's role in the colour that was told of it."""
    name, filled = TINTED[role]
    color, check = color_of(told)
    style = tinted(color, filled, sheet.ground or sheet.style.palette.bg)
    sheet.needs.append(Requirement(selector=f"{name}[style]", color=check))
    painted = re.sub(rf"<{name}\b(?![^>]*style=)([^>]*)>", rf'<{name}\1 style="{style}">', html, count=0 if role in ("btn", "badge", "stat", "card", "tier", "photo", "person") else 1)
    if painted == html:
        raise ValueError(f"nothing of {role} takes a colour")
    return Html(painted)


STRUCTURES: dict[str, Callable[["Sheet", Mark], None]] = {
    "th": _columns, "tr": _rows, "span": _span, "cell": _cell, "cap": _caption, "total": _total, "panel": _panel, "crumb": _crumb, "pager": _pager, "nest": _nest, "ask": _answered, "ids": _ids, "some": _some, "fill": _fill, "zoom": _zoom, "clock": _clock, "pie": _pie,
    "must": _must, "slider": _slider, "hint": _hint,
}  # fmt: skip
