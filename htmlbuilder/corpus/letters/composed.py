"""The parts of a letter's page that stand beside each other or are worked with: markup and scripts are those of the blocks."""

import re
from calendar import monthrange
from collections.abc import Callable
from typing import TYPE_CHECKING

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks import actions, calls, controls, entry, games, press, tables, tools
from htmlbuilder.corpus.draw import MONTHS
from htmlbuilder.corpus.letters import Mark
from htmlbuilder.corpus.letters.scripted import firsts, said
from htmlbuilder.corpus.letters.structured import color_of
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.wish import has, shows

if TYPE_CHECKING:
    from htmlbuilder.corpus.letters.sheet import Sheet

PRICE = re.compile(r"([$£€₹¥]?)(\d+(?:\.\d\d)?)(?!\d)")


def parted(mark: Mark) -> list[str]:
    """What the mark has in its brackets, parted by commas or strokes."""
    return [text.strip() for text in re.split(r"[,/]", mark.param) if text.strip()]


def _logos(sheet: "Sheet", mark: Mark) -> None:
    """Names in a strip."""
    sheet.need(".logos li", *firsts(mark))
    sheet.put_part(calls.strip(firsts(mark)))


def _swatches(sheet: "Sheet", mark: Mark) -> None:
    """Colours to look at, each with its name, its value or both."""
    shown = [(" ".join(row), *color_of(row[-1])) for row in mark.rows]
    sheet.needs += [Requirement(selector=".card", text=text, color=check) for text, _, check in shown]
    sheet.put_part(calls.palette([(text, color) for text, color, _ in shown]))


def _offices(sheet: "Sheet", mark: Mark) -> None:
    """Places beside each other, each with the ways to reach it."""
    for name, *values in mark.rows:
        sheet.need(".columns h2", name)
        sheet.need(".columns address", *values)
    sheet.put_part(calls.beside([(name, [(_way(value), value) for value in values]) for name, *values in mark.rows]))


def _way(value: str) -> str:
    return "email" if re.fullmatch(r"\S+@\S+", value) else "phone" if re.fullmatch(r"\+?[\d ()/.-]{6,}", value) else ""


def _notes(sheet: "Sheet", mark: Mark) -> None:
    """Sentences, each with a note below and links there and back."""
    for text, note in mark.rows:
        sheet.need("p:has(sup)", text)
        sheet.need("li:has(a)", note)
    sheet.put_part(press.noted([(text, note) for text, note in mark.rows]))


def _bars(sheet: "Sheet", mark: Mark) -> None:
    """Bars as long as their numbers."""
    values = [float(re.sub(r"[^\d.]", "", value).strip(".") or 0) for _, value in mark.rows]
    sheet.needs.append(has("progress", len(values)))
    sheet.need("p:has(progress)", *(text for row in mark.rows for text in row))
    for (what, value), number in zip(mark.rows, values, strict=True):
        sheet.put(actions.gauge(what, value, f"{number:g}", f"{max(*values, 1):g}"), "progress")


def _month(sheet: "Sheet", mark: Mark) -> None:
    """The days of the month in the param, some of them with a text."""
    year, month = map(int, mark.param.split("-"))
    days = monthrange(year, month)[1]
    texts = {min(int(day), days): text for day, text in mark.rows}
    sheet.needs.append(has("td", days))
    sheet.need("caption", MONTHS[month - 1])
    sheet.needs += [shows(text, "td:has(b)") for text in texts.values()]
    sheet.put_part(tables.calendar(MONTHS[month - 1], days, texts))


def _ticks(sheet: "Sheet", mark: Mark) -> None:
    """A box to tick for each thing under each of what the param names, which the letter says."""
    columns = parted(mark)
    sheet.need("thead th", *columns)
    sheet.need("tbody th", *firsts(mark))
    sheet.needs.append(has("td input[type=checkbox]", len(columns) * len(mark.rows)))
    sheet.put_part(tables.boxes(columns, firsts(mark)))


def _board(sheet: "Sheet", mark: Mark) -> None:
    """Squares to stamp, as many in a row as the param says: those told, and numbers for the others."""
    size = int(mark.param)
    while size * size < len(mark.rows):
        size += 1
    texts = firsts(mark)
    sheet.needs.append(has(".squares button", size * size))
    sheet.need(".squares button", *texts)
    sheet.part(games.board(size, [*texts, *(str(place) for place in range(len(texts) + 1, size * size + 1))]))


def _cart(sheet: "Sheet", mark: Mark) -> None:
    """Things with prices, how many of each, and what all cost."""
    priced = [(name, match) for name, price in mark.rows if (match := PRICE.search(price))]
    if len(priced) < len(mark.rows):
        raise ValueError(f"prices that cannot be added up: {mark.rows}")
    sheet.need(".amount", *(text for name, match in priced for text in (name, match[2])))
    sheet.part(tools.totalled([(name, match[2]) for name, match in priced], priced[0][1][1], mark.param or "Total"))


def _swap(sheet: "Sheet", mark: Mark) -> None:
    """Things with two prices each, and a switch between the two that the param names."""
    one, other = parted(mark)
    sheet.need("button", one, other)
    sheet.need("ul.rows li", *(text for row in mark.rows for text in row))
    sheet.part(tools.switched(one, other, [(name, first, second) for name, first, second in mark.rows]))


def _reckon(sheet: "Sheet", mark: Mark) -> None:
    """Numbers to fill in, and a sentence, which the param begins, with their product or their sum."""
    sheet.needs.append(has("#estimate input[type=number]", len(mark.rows)))
    sheet.need("#estimate label", *firsts(mark))
    sheet.need("p:has(#result)", *said(mark))
    fields = [tag("label", label, tag("input", type="number", value=0, step="any")) for label in firsts(mark)]
    sheet.part(tools.reckoned(fields, mark.param or "Result:", "script:plus" if mark.role == "plus" else "script:product"))


def _sift(sheet: "Sheet", mark: Mark) -> None:
    """A list, and a button for each group that leaves only its items."""
    for name, *items in mark.rows:
        sheet.need("button.sift", name)
        sheet.need("li[data-group]", *items)
    sheet.part(entry.sifted([(name, items) for name, *items in mark.rows]))


def _wipe(sheet: "Sheet", mark: Mark) -> None:
    """Two pictures over one another, and the slider between them."""
    one, other = mark.rows[0]
    sheet.needs.append(has("input[type=range]"))
    sheet.need(".compare", one, other)
    sheet.part(tools.wiped(one, other))


def _run(sheet: "Sheet", mark: Mark) -> None:
    """A button that sets something going and one that stops it: a sign that turns, or a count of seconds."""
    go, stop, *sign = mark.rows[0]
    sheet.need("button#go", go)
    sheet.need("button#stop", stop)
    sheet.need("#whirl", *sign)
    sheet.part(controls.running(go, stop, mark=sign[0] if sign else ""))


def _up(sheet: "Sheet", mark: Mark) -> None:
    """A button that leads back to the top."""
    sheet.need("button#up", mark.rows[0][0])
    sheet.part(controls.upward(mark.rows[0][0]))


def _matrix(sheet: "Sheet", mark: Mark) -> None:
    """Statements to answer in a form, one click a row: the answers stand in the param, and the letter says them."""
    answers = parted(mark)
    sheet.needs.append(has("td input[type=radio]", len(answers) * len(mark.rows)))
    sheet.need("form thead th", *answers)
    sheet.need("form tbody th", *firsts(mark))
    sheet.group.append(entry.scale(firsts(mark), answers))
    sheet.used.add("table")


COMPOSED: dict[str, Callable[["Sheet", Mark], None]] = {
    "logos": _logos, "swatch": _swatches, "office": _offices, "note": _notes, "bars": _bars, "month": _month, "ticks": _ticks, "board": _board, "cart": _cart, "swap": _swap, "times": _reckon, "plus": _reckon, "sift": _sift, "wipe": _wipe, "run": _run, "up": _up, "matrix": _matrix,
}  # fmt: skip
