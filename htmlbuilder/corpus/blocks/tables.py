"""Blocks that are tables: by columns, by columns and rows, cell by cell, by size, with a total; timetables, rotas, leagues, months."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from htmlbuilder.corpus.blocks.texts import amount, bit, bits, button_text, line, quoted, raised, series, sign
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import DAYS, MONTHS, Draw, records
from htmlbuilder.corpus.markup import Html, inline, tag
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
        rows = [[name, *("" for _ in columns[1:])] for name in names]
        needed += [shows(name, "tr") for name in names]
        if len(names) > 1 and draw.chance(0.25):  # one of them has something to say
            place, text = draw.rng.randrange(len(names)), line(draw) if draw.chance(0.4) else bit(draw)
            rows[place][1] = text
            needed.append(shows(text, f"tbody tr:nth-child({place + 1}) td:nth-child(2)"))
            asks.append(ask(draw, "rows.one", needed, r=series(draw, names), k=draw.keep(names[place]), q=quoted(draw, text), **slots))
        else:
            asks.append(ask(draw, "rows", needed, r=series(draw, names), **slots))
    elif form < 0.75:
        rows = [[name, *(_cell(draw) for _ in columns[1:])] for name in bits(draw, 1, 5)]
        needed += [shows(cell, "tr") for row in rows for cell in row]
        asks.append(ask(draw, "cells", needed, t=_told(draw, rows), **slots))
    else:
        return _sized(draw, asks, columns)
    pressed = ""
    if draw.chance(0.12):
        pressed = button_text(draw)
        asks.append(ask(draw, "row.button", (shows(pressed, "td button", len(rows)),), b=draw.quote(pressed)))
    caption = line(draw).rstrip(".") if draw.chance(0.22) else ""
    if caption:
        asks.append(ask(draw, "caption", (shows(caption, "caption"),), c=draw.quote(caption)))
    return Part(_table(columns, rows, caption, pressed=pressed), ("table", *(("button",) if pressed else ())))


def _sized(draw: Draw, asks: list[Ask], columns: list[str]) -> Part:
    """Columns, and so many rows below them: with examples in them, empty, or one of them with a text of its own."""
    number, form = draw.count(1, draw.pick((8, 12, 20 if len(columns) < 4 else 10))), draw.rng.random()
    slots = {"joined": series(draw, columns), **many(draw, number)}
    needed = [*(shows(column, "th") for column in columns), exactly("tr:has(td)", number)]
    rows = [[f"{column} {place}" for column in columns] for place in range(1, number + 1)]
    special, text = 0, ""
    if form < 0.25:
        rows = [[""] * len(columns) for _ in rows]
        asks.append(ask(draw, "count.empty", [*needed, has("td:empty", number * len(columns))], **slots))
    elif form < 0.5 and number > 1:
        special, text = draw.rng.randint(1, number), line(draw)
        asks.append(ask(draw, "count.special", [*needed, shows(text, f"tbody tr:nth-child({special})")], k=str(special), q=quoted(draw, text), **slots))
    else:
        asks.append(ask(draw, "count", needed, **slots))
    caption = line(draw).rstrip(".") if draw.chance(0.22) else ""
    if caption:
        asks.append(ask(draw, "caption", (shows(caption, "caption"),), c=draw.quote(caption)))
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in columns)))
    body = tag("tbody", *(tag("tr", tag("td", text, colspan=len(columns) if len(columns) > 1 else None)) if place == special else tag("tr", *(tag("td", cell) for cell in row)) for place, row in enumerate(rows, 1)))
    return Part(tag("table", tag("caption", caption) if caption else None, head, body), ("table",))


def _sides(rows: list[list[str]]) -> Html:
    """Rows whose first cell is their heading."""
    return tag("tbody", *(tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in rows))


def timetable(draw: Draw, asks: list[Ask]) -> Part:
    """Stops down the side, and their times or room for them."""
    stops = list(dict.fromkeys(draw.word(draw.pick(("towns", "streets", "towns", "name_words"))) if draw.chance(0.8) else raised(bit(draw)) for _ in range(draw.rng.randint(2, 8))))
    runs = draw.rng.randint(2, 6)
    if draw.chance(0.5):
        needed = [*(shows(stop, "tr > th") for stop in stops), has("td:empty", runs * len(stops))]
        asks.append(ask(draw, "timetable.empty", needed, s=series(draw, stops), **many(draw, runs)))
        return Part(tag("table", _sides([[stop, *([""] * runs)] for stop in stops])), ("table",))
    runs = min(runs, 4)
    mark, minute = draw.pick(":."), 60 * draw.rng.randint(5, 12)
    rows = []
    for stop in stops[:6]:
        rows.append([stop, *(f"{(minute + 60 * run) // 60}{mark}{(minute + 60 * run) % 60:02}" for run in range(runs))])
        minute += draw.rng.randint(3, 25)
    joint, between = draw.pick((" ", ": ", " – ", " | ", ", ", " ")), draw.pick((" ", ", ", " / ", " "))
    told = draw.pick(("; ", "\n", " / " if between != " / " else "; ")).join(draw.keep(row[0]) + joint + between.join(draw.keep(cell) for cell in row[1:]) for row in rows)
    needed = [requirement for place, row in enumerate(rows, 1) for cell in row for requirement in (shows(cell, f"tbody tr:nth-child({place})"),)]
    asks.append(ask(draw, "timetable", needed, t=told))
    return Part(tag("table", _sides(rows)), ("table",))


def headed(draw: Draw, asks: list[Ask]) -> Part:
    """A table with two rows of headings: groups, and the columns below each."""
    groups = [raised(text) for text in bits(draw, 2, 3)] if draw.chance(0.6) else list(draw.pick((DAYS[:2], DAYS[:3], MONTHS[:2], ["2025", "2026"], ["Home", "Away"], ["Men", "Women"], ["Before", "After"], ["Morning", "Afternoon"], ["Term 1", "Term 2", "Term 3"])))
    same = draw.pick((["am", "pm"], ["Plan", "Actual"], ["Won", "Lost"], ["In", "Out"], ["Start", "End"], bits(draw, 2, 3))) if draw.chance(0.6) else None
    found = [(group, same or bits(draw, 2, 3)) for group in dict.fromkeys(groups)]
    names = bits(draw, 1, 5)
    joint = draw.pick(("{} ({})", "{}: {}", "{} with {} under it", "{} > {}", "{} split into {}", "{} over {}"))
    between = draw.pick((" / ", " and ", ", ", " + "))
    told = "; ".join(joint.format(draw.keep(group), between.join(draw.keep(column) for column in columns)) for group, columns in found)
    if same and draw.chance(0.6):
        told = f"{series(draw, [group for group, _ in found])}, {draw.pick(('each split into', 'each with', 'every one with', 'below each'))} {draw.pick((' and ', ' / ', ', ')).join(draw.keep(column) for column in same)}"
    width = sum(len(columns) for _, columns in found)
    needed = [*(shows(group, "thead tr:first-child th[colspan]") for group, _ in found), *(shows(column, "thead tr:nth-child(2) th") for _, columns in found for column in columns), *(shows(name, "tbody th") for name in names)]
    asks.append(ask(draw, "headed.rows", needed, g=told, r=series(draw, names)))
    above = tag("tr", tag("td", rowspan=2), *(tag("th", group, scope="colgroup", colspan=len(columns)) for group, columns in found))
    below = tag("tr", *(tag("th", column, scope="col") for _, columns in found for column in columns))
    return Part(tag("table", tag("thead", above, below), _sides([[name, *([""] * width)] for name in names])), ("table",))


def rota(draw: Draw, asks: list[Ask]) -> Part:
    """A name for each week from a date on, or for each day of the week."""
    if draw.chance(0.3):
        names = [draw.word("first_names") if draw.chance(0.7) else draw.person() for _ in range(draw.pick((5, 5, 6, 7)))]
        days = DAYS[: len(names)]
        needed = [requirement for place, (day, name) in enumerate(zip(days, names, strict=True), 1) for requirement in (shows(name, f"tbody tr:nth-child({place})"),)]
        asks.append(ask(draw, "rota.days", [*needed, shows(days[0], "tbody tr:first-child")], d=draw.keep(f"{days[0]}"), e=draw.keep(days[-1]), s=_listed(draw, names)))
        head, stamps = "Day", days
    else:
        names = [draw.word("first_names") if draw.chance(0.6) else draw.person() if draw.chance(0.6) else draw.brand() for _ in range(draw.rng.randint(2, 8))]
        first = date(2026, draw.rng.randint(3, 12), draw.rng.randint(1, 28))  # no week of these meets the end of February
        american = draw.chance(0.4)
        weeks = [first + timedelta(days=7 * place) for place in range(len(names))]
        stamps = [f"{MONTHS[week.month - 1]} {week.day}" if american else f"{week.day} {MONTHS[week.month - 1]}" for week in weeks]
        needed = [shows(name, f"tbody tr:nth-child({place})") for place, name in enumerate(names, 1)]
        asks.append(ask(draw, "rota", [*needed, shows(stamps[0], "tbody tr:first-child"), has("tbody tr", len(names))], d=draw.keep(stamps[0]), s=_listed(draw, names), **many(draw, len(names))))
        head = "Week from"
    return Part(_table([head, "Who"], [list(row) for row in zip(stamps, names, strict=True)]), ("table",))


def _listed(draw: Draw, names: list[str]) -> str:
    """Names in a row, in an order that matters."""
    return draw.pick((", ", ", ", ", then ", " / ", " - ", "; ", " > ")).join(draw.keep(name) for name in names)


def league(draw: Draw, asks: list[Ask]) -> Part:
    """Teams and their numbers under short headings: "P W D L Pts"."""
    columns = list(draw.pick((("P", "W", "D", "L", "Pts"), ("P", "W", "L", "Pts"), ("Pld", "W", "D", "L", "GF", "GA", "Pts"), ("Played", "Won", "Lost", "Points"), ("W", "L", "PCT"), ("MP", "W", "D", "L", "GD", "Pts"), ("Games", "Wins", "Points"), ("1st", "2nd", "3rd", "Total"), ("Gold", "Silver", "Bronze"))))
    first = draw.pick(("Team", "Team", "Club", "Player", "Name"))
    names = list(dict.fromkeys(draw.pick((draw.brand(), draw.word("towns"), draw.name_word(), draw.person(), bit(draw))) for _ in range(draw.rng.randint(2, 8))))
    heads = [first, *columns] if draw.chance(0.6) else columns
    joined = draw.pick((" ", " ", ", ", " / ", " | ")).join(draw.keep(column) for column in heads)
    needed = [*(shows(column, "th") for column in columns), *(shows(name, "tr") for name in names)]
    if draw.chance(0.35):
        rows = [[name, *([""] * len(columns))] for name in names]
        asks.append(ask(draw, "league.empty", needed, joined=joined, r=series(draw, names)))
    else:
        rows = [[name, *(str(draw.rng.randint(0, 40)) for _ in columns)] for name in names]
        joint, between = draw.pick((" ", ": ", " ", " – ")), draw.pick((" ", " ", " / ", ", ", "-"))
        told = draw.pick(("; ", "\n", "; ")).join(draw.keep(row[0]) + joint + between.join(draw.keep(cell) for cell in row[1:]) for row in rows)
        needed += [shows(row[place], f"tbody tr:nth-child({at}) td:nth-child({place + 1})") for at, row in enumerate(rows, 1) for place in (1, len(columns))]
        asks.append(ask(draw, "league", needed, joined=joined, t=told))
    return Part(_table([first, *columns], rows), ("table",))


def month(draw: Draw, asks: list[Ask]) -> Part:
    """The days of a month, seven in a row, some of them with a text."""
    place = draw.rng.randrange(12)
    days = (date(2027, place + 2, 1) if place < 11 else date(2028, 1, 1)) - date(2027, place + 1, 1)
    name = MONTHS[place]
    marks = {draw.rng.randint(1, days.days): bit(draw) for _ in range(draw.pick((1, 1, 1, 2, 3, 4)))}
    joint = draw.pick(("{} {}", "{}: {}", "{} = {}", "day {} {}", "day {}: {}", "the {} says {}", "{} ({})", "{} – {}"))
    told = draw.pick((", ", "; ", " / ")).join(joint.format(day, draw.keep(text)) for day, text in sorted(marks.items()))
    needed = [shows(name, "caption"), has("td", days.days), *(shows(text, f"tr:nth-child({(day + 6) // 7}) > td:nth-child({(day - 1) % 7 + 1}) b") for day, text in marks.items())]
    if len(marks) == 1:
        [(day, text)] = marks.items()
        ordinal = f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
        asks.append(ask(draw, "month.one", needed, m=name, q=draw.quote(text), **({"k": str(day)} if draw.chance(0.5) else {"o": ordinal})))
    else:
        asks.append(ask(draw, "month", needed, m=name, s=told))
    return calendar(name, days.days, marks)


def calendar(name: str, days: int, texts: Mapping[int, str]) -> Part:
    """So many days, seven in a row, some of them with a text."""
    cells = [tag("td", inline(f"{day} ", tag("b", texts[day])) if day in texts else str(day)) for day in range(1, days + 1)]
    weeks = [tag("tr", *cells[start : start + 7]) for start in range(0, days, 7)]
    return Part(tag("table", tag("caption", name), tag("tbody", *weeks)), ("table",))


def boxes(columns: Sequence[str], names: Sequence[str]) -> Part:
    """A box to tick for each name in each column."""
    head = tag("tr", tag("td"), *(tag("th", column, scope="col") for column in columns))
    body = [tag("tr", tag("th", name, scope="row"), *(tag("td", tag("input", type="checkbox", aria_label=f"{name}, {column}")) for column in columns)) for name in names]
    return Part(tag("table", tag("thead", head), tag("tbody", *body)), ("table",))


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
