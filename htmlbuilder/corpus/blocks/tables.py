"""Blocks that are tables: by columns, by columns and rows, cell by cell, by size, with a total."""

from htmlbuilder.corpus.blocks.texts import amount, bits, button_text, line, raised, series, sign
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, exactly, has, shows


def _columns(draw: Draw, high: int = 5) -> list[str]:
    known = list(dict.fromkeys(draw.pick(draw.pick(records("columns"))[1].split(";")) for _ in range(draw.count(2, high))))
    found = [raised(text) for text in (known if draw.chance(0.5) else bits(draw, 2, high))]
    return list(dict.fromkeys(found)) if len(found) > 1 else [*found, "Notes"]


def _cell(draw: Draw) -> str:
    form = draw.rng.random()
    return draw.word("bits") if form < 0.4 else str(draw.rng.randint(0, 500)) if form < 0.65 else draw.price() if form < 0.8 else draw.pick(("yes", "no", "unlimited", "none", draw.time(), draw.date()))


def _table(columns: list[str], rows: list[list[str]], caption: str = "", foot: tuple[str, str] | None = None, pressed: str = "") -> Html:
    button = tag("td", tag("button", pressed, type="button")) if pressed else None
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in columns), tag("td") if pressed else None))
    body = tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row), button) for row in rows))
    last = tag("tfoot", tag("tr", tag("th", foot[0], scope="row", colspan=len(columns) - 1 if len(columns) > 2 else None), tag("td", foot[1]))) if foot else None
    return tag("table", tag("caption", caption) if caption else None, head, body, last)


def _told(draw: Draw, rows: list[list[str]]) -> str:
    """Rows with their cells, as people type them."""
    joint, between = draw.pick((": ", " – ", ", ", " = ", " | ")), draw.pick((" / ", ", ", " | ", ", "))
    tricky = any("," in cell for row in rows for cell in row)
    if tricky:
        between = draw.pick((" / ", " | "))
    return draw.pick(("; ", "\n", "; ", "\n- ")).join(draw.keep(row[0]) + (between if len(row) == 1 else joint) + between.join(draw.keep(cell) for cell in row[1:]) for row in rows)


def grid(draw: Draw, asks: list[Ask]) -> Part:
    """A table whose columns, and often rows, the brief gives."""
    form = draw.rng.random()
    if form < 0.12:
        return _matrix(draw, asks)
    if form < 0.26:
        return _total(draw, asks)
    columns = _columns(draw)
    slots = {"joined": series(draw, columns)}
    needed = [shows(column, "th") for column in columns]
    if form < 0.5:
        names = bits(draw, 1, 8)
        rows = [[name, *("–" for _ in columns[1:])] for name in names]
        needed += [shows(name, "tr") for name in names]
        asks.append(ask(draw, "rows", needed, r=series(draw, names), **slots))
    elif form < 0.75:
        rows = [[name, *(_cell(draw) for _ in columns[1:])] for name in bits(draw, 1, 5)]
        needed += [shows(cell, "tr") for row in rows for cell in row]
        asks.append(ask(draw, "cells", needed, t=_told(draw, rows), **slots))
    else:
        number = draw.count(1, draw.pick((8, 12, 20 if len(columns) < 4 else 10)))
        rows = [[f"{column} {place}" for column in columns] for place in range(1, number + 1)]
        asks.append(ask(draw, "count", [*needed, exactly("tr:has(td)", number)], **slots, **many(draw, number)))
    pressed = ""
    if form < 0.75 and draw.chance(0.12):
        pressed = button_text(draw)
        asks.append(ask(draw, "row.button", (shows(pressed, "td button", len(rows)),), b=draw.quote(pressed)))
    caption = line(draw).rstrip(".") if draw.chance(0.22) else ""
    if caption:
        asks.append(ask(draw, "caption", (shows(caption, "caption"),), c=draw.quote(caption)))
    return Part(_table(columns, rows, caption, pressed=pressed), ("table", *(("button",) if pressed else ())))


def _matrix(draw: Draw, asks: list[Ask]) -> Part:
    rows, columns = draw.count(2, 9), draw.count(2, 6)
    needed = [has("tr", rows), exactly("tr:has(td)", rows), exactly("tr:first-child > td", columns)]
    asks.append(ask(draw, "matrix", needed, r=str(rows), c=str(columns)))
    made = [tag("tr", *(tag("td", str(row * columns + column)) for column in range(1, columns + 1))) for row in range(rows)]
    return Part(tag("table", tag("tbody", *made)), ("table",))


def _total(draw: Draw, asks: list[Ask]) -> Part:
    """Amounts with their sum below."""
    money = sign(draw)
    columns = draw.pick((["Item", "Amount"], ["Item", "Cost"], ["What", "Price"], ["Description", "Hours", "Amount"], ["Thing", "Quantity", "Price"], ["Position", "Sum"]))
    rows = [[name, *(str(draw.rng.randint(1, 20)) for _ in columns[2:]), amount(draw, money)] for name in bits(draw, 1, 5)]
    word, total = draw.pick(("Total", "Total", "Sum", "Grand total", "Together", "To pay", "Balance", "In all")), amount(draw, money)
    needed = [*(shows(column, "th") for column in columns), *(shows(cell, "tr") for row in rows for cell in row), shows(word, "tfoot"), shows(total, "tfoot")]
    asks.append(ask(draw, "totals", needed, joined=series(draw, columns), t=_told(draw, rows), w=draw.keep(word), x=draw.keep(total)))
    return Part(_table(columns, rows, foot=(word, total)), ("table",))
