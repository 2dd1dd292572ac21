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
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import has, shows

if TYPE_CHECKING:
    from htmlbuilder.corpus.letters.sheet import Sheet

BOX = re.compile(r"<article [^>]*>\n( +)")
PRICE = re.compile(r"([$£€₹¥]?)(\d+(?:\.\d\d)?)(?!\d)")


def parted(mark: Mark) -> list[str]:
    """What the mark has in its brackets, parted by commas or strokes."""
    return [text.strip() for text in re.split(r"[,/]", mark.param) if text.strip()]


def _best(sheet: "Sheet", mark: Mark) -> None:
    """A label on one of the boxes told last: on that whose number is the param, which the letter says."""
    parts, text = sheet.parts, mark.rows[0][0]
    last = next((at for at in reversed(range(len(parts))) if BOX.search(parts[at])), None)
    if last is None:
        raise ValueError("a label on no box")
    boxes = list(BOX.finditer(parts[last]))
    place = min(int(mark.param), len(boxes))
    at, indent = boxes[place - 1].end(), boxes[place - 1][1]
    sheet.need(f"article:nth-child({place}) .tag", text)
    parts[last] = Html(f"{parts[last][:at]}{tag('p', text, class_='tag')}\n{indent}{parts[last][at:]}")
    sheet.used.add("tag")


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


RECKONED = {"times": "script:product", "plus": "script:plus", "split": "script:quotient", "percent": "script:percent"}


def _reckon(sheet: "Sheet", mark: Mark) -> None:
    """Numbers to fill in, and a sentence, which the param begins, with what comes out: their product or sum, the first over the second, or that share of it."""
    sheet.needs.append(has("#estimate input[type=number]", len(mark.rows)))
    sheet.need("#estimate label", *firsts(mark))
    sheet.need("p:has(#result)", *said(mark))
    fields = [tag("label", label, tag("input", type="number", value=0, step="any")) for label in firsts(mark)]
    sheet.part(tools.reckoned(fields, mark.param or "Result:", RECKONED[mark.role]))


def _convert(sheet: "Sheet", mark: Mark) -> None:
    """A number to fill in, and how much that is in something else: so many times as much, as the mark says second."""
    label, factor = mark.rows[0]
    sheet.need("#estimate label", label)
    sheet.needs.append(has(f'#estimate input[type=hidden][value="{factor}"]'))
    sheet.need("p:has(#result)", *said(mark))
    fields = [tag("label", label, tag("input", type="number", value=0, step="any")), tag("input", type="hidden", value=factor)]
    sheet.part(tools.reckoned(fields, mark.param or "Result:", RECKONED["times"]))


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


def _tip(sheet: "Sheet", mark: Mark) -> None:
    """Words that explain themselves under the mouse and to the keyboard."""
    for word, text in mark.rows:
        sheet.need(".tip", word)
        sheet.need(".tip span", text)
        sheet.put(tag("p", tag("span", inline(word, tag("span", text)), class_="tip", tabindex=0)), "tip")


def _event(sheet: "Sheet", mark: Mark) -> None:
    """What happened when, along a line."""
    sheet.need("ol li", *(text for row in mark.rows for text in row))
    sheet.put(tag("ol", *(tag("li", tag("b", when), *(tag("p", text) for text in texts)) for when, *texts in mark.rows), class_="timeline"), "timeline")


def _stage(sheet: "Sheet", mark: Mark) -> None:
    """Numbered stages side by side with how far one has come: to the one whose number is the param, which the letter says."""
    current = min(int(mark.param), len(mark.rows)) if mark.param else 0
    sheet.need("ol > li", *firsts(mark))
    if current:
        sheet.need("li[aria-current=step]", mark.rows[current - 1][0])
    sheet.put(tag("ol", *(tag("li", tag("span", text), aria_current="step" if place == current else None) for place, text in enumerate(firsts(mark), 1)), class_="steps"), "steps", "stage")


def _chat(sheet: "Sheet", mark: Mark) -> None:
    """A conversation; the second to speak is the one who looks at it."""
    you = next((who for who, _ in mark.rows if who != mark.rows[0][0]), "")
    for who, text in mark.rows:
        sheet.need(".chat b", who)
        sheet.need(".chat li", text)
    sheet.put(tag("ul", *(tag("li", inline(tag("b", who), " ", text), class_="mine" if who == you else None) for who, text in mark.rows), class_="chat"), "chat")


def _lane(sheet: "Sheet", mark: Mark) -> None:
    """Columns with cards in them."""
    level = "h3" if sheet.heading else "h2"
    sheet.need(f".board {level}", *firsts(mark))
    sheet.need(".board li", *(text for row in mark.rows for text in row[1:]))
    lanes = (tag("section", tag(level, name), tag("ul", *(tag("li", text) for text in texts)) if texts else None) for name, *texts in mark.rows)
    sheet.put(tag("div", *lanes, class_="board"), "board")


def _cookie(sheet: "Sheet", mark: Mark) -> None:
    """A notice at the lower edge that any of its buttons takes away."""
    text, *answers = mark.rows[0]
    sheet.need(".cookie p", text)
    sheet.need(".cookie button", *answers)
    buttons = [tag("button", answer, type="button") for answer in answers or ["OK"]]
    sheet.part(Part(tag("div", tag("p", text), tag("div", *buttons, class_="row"), class_="cookie", role="region", aria_label="Notice"), ("button", "row", "cookie", "script:dismiss")))


def _toast(sheet: "Sheet", mark: Mark) -> None:
    """A button, and the message that it brings up in the corner for some seconds."""
    button, text = mark.rows[0]
    sheet.need("button#toast", button)
    sheet.need(".toast", text)
    shown = tag("p", text, class_="toast", role="status", hidden=True)
    sheet.part(Part(Html("\n".join((tag("p", tag("button", button, type="button", id="toast")), shown))), ("button", "toast", "script:toast")))


def _flip(sheet: "Sheet", mark: Mark) -> None:
    """Buttons that say one thing, and at a click another."""
    for one, other in mark.rows:
        sheet.need("button.swap", one, other)
    sheet.part(games.flipped([(one, other) for one, other in mark.rows]))


COMPOSED: dict[str, Callable[["Sheet", Mark], None]] = {
    "logos": _logos, "swatch": _swatches, "office": _offices, "note": _notes, "bars": _bars, "month": _month, "ticks": _ticks, "board": _board, "cart": _cart, "swap": _swap, "times": _reckon, "plus": _reckon, "split": _reckon, "percent": _reckon, "convert": _convert, "sift": _sift, "wipe": _wipe, "run": _run, "up": _up, "matrix": _matrix,
    "best": _best, "tip": _tip, "event": _event, "stage": _stage, "chat": _chat, "lane": _lane, "cookie": _cookie, "toast": _toast, "flip": _flip,
}  # fmt: skip
