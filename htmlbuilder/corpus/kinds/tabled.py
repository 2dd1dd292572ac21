"""Tables told in words: rows numbered or named, a cell that is known, hours of a week, a month that starts on a given day, stops and buses."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus import names
from htmlbuilder.corpus.blocks.groups import clear
from htmlbuilder.corpus.blocks.texts import amount, bit, line, raised, sign
from htmlbuilder.corpus.draw import DAYS, MONTHS, Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.slip import Slip
from htmlbuilder.corpus.wish import Wish, has, kind, shows

TABLES = ("table", "table", "log", "chart", "sheet", "record", "diary", "tracker", "overview", "page with a table", "html table", "register", "plan", "log book page", "score sheet", "schedule", "table page", "data sheet")
STEPS = (
    "week", "week", "day", "month", "lesson", "session", "round", "chapter", "game", "class", "lap", "step", "lot", "seat", "room", "house", "stage", "shift", "night", "trip", "batch", "hive", "bed", "court", "table", "heat", "level", "visit", "term", "test", "team", "box", "group", "station", "pitch", "run", "walk", "block", "bay",
)  # fmt: skip
COLUMNS = (
    "how I felt", "notes", "miles", "km", "long run", "date", "time", "weather", "who", "cost", "pages read", "score", "weight", "hours", "minutes", "what went well", "what we ate", "remarks", "signed by", "done?", "temperature", "where", "with whom", "sets", "reps", "eggs", "litres", "start", "end", "teacher", "topic", "homework", "mood", "amount", "points", "first impression", "opponent", "result", "goals",
    "sleep", "steps", "checked", "opens", "closes", "phone", "size", "colour", "in stock", "price", "deadline", "by when", "what we promise", "owner", "status", "next step", "risk", "plan B", "best moment",
)  # fmt: skip
RANGES = ("{u}s {a}-{b}", "{u}s {a} to {b}", "{u} {a} to {u} {b}", "{u}s {a}–{b}", "{u} {a}-{b}", "{b} {u}s", "{u} {a} … {u} {b}", "{u}s {a} through {b}", "{u}s {a} till {b}", "{b} {u}s, numbered")
FRAMES = (
    "{r}, {c}", "{r}, {c}", "{r}; {c}", "{r} down the side, columns {c}", "rows: {r}, columns: {c}", "columns {c}, one row each for {r}", "a row for each of {r}; columns {c}", "{r} as rows and {c} as columns", "{r} with {c}", "{r}: {c}", "across: {c}. Down: {r}", "columns: {c}. Rows: {r}", "for {r} I want to fill in {c}", "the columns are {c} and the rows {r}",
    "headers {c}, rows {r}", "{c} for {r}", "it goes {r}, with columns for {c}", "left {r}, then {c}", "one line each for {r}, with {c}", "{r} on the left, {c} on top", "{r} ({c})", "columns {c}; rows {r}", "I note {c} for {r}",
)  # fmt: skip
CELLS = (
    '{u} {k} {c}: "{q}"', '{u} {k}: {c} "{q}"', 'in {u} {k} the {c} is "{q}"', '{u} {k} says "{q}" under {c}', 'under {c} for {u} {k} put "{q}"', 'the {c} cell of {u} {k} says "{q}"', '{c} in {u} {k} was "{q}"', 'for {u} {k}, {c}: "{q}"', 'write "{q}" in {u} {k} under {c}', '{u} {k} has "{q}" as {c}', '{u} {k} already has {c} = "{q}"', '{u} {k} / {c}: "{q}"', 'so far only {u} {k} has something, {c}: "{q}"',
)  # fmt: skip
EMPTY = ("the rest stays empty", "leave the rest blank", "all other cells empty", "empty cells, I fill them in by hand", "the others are blank", "nothing else in it yet", "blank otherwise", "I'll fill in the rest", "no other entries")
CAPTIONS = ('caption "{q}"', 'with the caption "{q}"', 'the caption says "{q}"', 'table caption: "{q}"', 'give it the caption "{q}"', 'captioned "{q}"', 'a caption ("{q}")')
SHADES = (("the first column a bit wider, with a colgroup", "use a colgroup, first column 40%", "colgroup: first column 40% wide", "a colgroup that makes the first column 40%", "with a <colgroup> (first col 40%)"), '<col style="width: 40%">')


def _columns(draw: Draw, low: int = 2, high: int = 4) -> list[str]:
    """What the columns are called: usual things, and some that nobody would guess."""
    found = [draw.pick(COLUMNS) if draw.chance(0.6) else clear(draw, lambda: bit(draw)) for _ in range(draw.rng.randint(low, high))]
    found = list({text.casefold(): text for text in found if text}.values())
    return [text.upper() for text in found] if draw.chance(0.06) else [raised(text) for text in found] if draw.chance(0.3) else found


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]], caption: str = "", before: Html | None = None) -> Html:
    """A table whose rows have their heading in the first column."""
    head = tag("thead", tag("tr", tag("th", columns[0], scope="col") if columns[0] else tag("td"), *(tag("th", column, scope="col") for column in columns[1:])))
    body = tag("tbody", *(tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in rows))
    return tag("table", tag("caption", caption) if caption else None, before, head, body)


def _finish(slip: Slip, said: str, columns: Sequence[str], rows: Sequence[Sequence[str]], needs: list[Requirement], blank: bool = True) -> None:
    """Adds the table, with what else may be asked of one."""
    draw = slip.draw
    caption, before, more = "", None, []
    if blank and draw.chance(0.2):
        more.append(draw.pick(EMPTY))
    if draw.chance(0.14):
        caption = slip.text(line(draw).rstrip("."))
        more.append(draw.pick(CAPTIONS).format(q=draw.keep(caption)))
        needs.append(shows(caption, "caption"))
    if draw.chance(0.07):
        more.append(draw.pick(SHADES[0]))
        needs += [has("colgroup col", len(columns)), has('col[style*="40%"]')]
        before = tag("colgroup", tag("col", style="width: 40%"), *(tag("col") for _ in columns[1:]))
    joint = draw.pick((". ", "; ", ". ", "\n"))
    slip.add(joint.join([said, *(raised(text) if joint == ". " else text for text in more)]), _grid(columns, rows, caption, before), needs, "table")


def log(slip: Slip) -> None:
    """Rows that are numbered: "nights 1-5, hours slept, dreams; night 2 dreams: 'a talking pear'"."""
    draw = slip.draw
    unit = draw.pick(STEPS) if draw.chance(0.75) else draw.word("nouns")
    last = draw.count(2, 12)
    first = 1 if draw.chance(0.88) else draw.rng.randint(2, 9)
    last = first + last - 1 if first > 1 else last
    columns = [slip.text(text) for text in _columns(draw)]
    shape = draw.pick([shape for shape in RANGES if first == 1 or "{a}" in shape])
    told = shape.format(u=unit, a=first, b=last)
    said = draw.pick(FRAMES).format(r=re.sub(r"(x|ch|sh|ss)s\b", r"\1es", told), c=slip.row(columns))
    head, labels = slip.text(raised(unit)), [slip.text(f"{raised(unit)} {place}") for place in range(first, last + 1)]
    rows = [[label, *("" for _ in columns)] for label in labels]
    needs = [*(shows(column, "th") for column in columns), has("tbody tr", len(rows)), shows(labels[0], "tbody th"), shows(labels[-1], "tbody th")]
    cells = []
    for _ in range(draw.pick((0, 0, 1, 1, 1, 2))):
        place, at = draw.rng.randrange(len(rows)), draw.rng.randrange(len(columns))
        text = slip.text(clear(draw, lambda: draw.pick((bit(draw), line(draw), str(draw.rng.randint(1, 400)), f"{draw.rng.randint(1, 60)}.{draw.rng.randint(0, 9)}")), ("\n", '"')))
        if rows[place][at + 1]:
            continue
        rows[place][at + 1] = text
        needs.append(shows(text, f"tbody tr:nth-child({place + 1}) td:nth-child({at + 2})"))
        cells.append(draw.pick(CELLS).format(u=unit, k=first + place, c=columns[at], q=draw.keep(text)))
    joint = draw.pick(("; ", ". ", ". ", "\n", "; "))
    _finish(slip, joint.join([said, *(raised(cell) if joint == ". " else cell for cell in cells)]), [head, *columns], rows, needs)


def crossed(slip: Slip) -> None:
    """Rows and columns both named, and what stands where two meet."""
    draw = slip.draw
    across: list[str] = list(draw.pick((DAYS[:5], [day[:3] for day in DAYS[:5]], [day[:3] for day in DAYS], MONTHS[:4], ["am", "pm"], ["Morning", "Afternoon", "Evening"], ["Breakfast", "Lunch", "Dinner"], ["2025", "2026", "2027"], ["Small", "Medium", "Large"], ["S", "M", "L"]))) if draw.chance(0.55) else _columns(draw, 2, 4)
    make = draw.pick((lambda: names.person(draw), lambda: draw.word("first_names"), lambda: draw.word("first_names"), lambda: bit(draw), lambda: draw.word("foods"), lambda: draw.word("nouns"), lambda: draw.word("towns"), lambda: f"{draw.rng.randint(7, 12)}:{draw.pick(('00', '15', '30'))}"))
    down = list({text.casefold(): text for text in (clear(draw, make, (" / ", "|", "\n", ";", '"')) for _ in range(draw.count(2, 6))) if text}.values())
    across, down = [slip.text(text) for text in across], [slip.text(text) for text in down]
    listed = slip.row(across)
    if across[:5] == [slip.text(day) for day in DAYS[:5]] and draw.chance(0.6):
        listed = draw.pick(("{} to {}", "{}-{}", "{}–{}", "{} through {}")).format(draw.keep(across[0]), draw.keep(across[-1]))
    said = draw.pick(FRAMES).format(r=slip.row(down), c=listed)
    rows = [[name, *("" for _ in across)] for name in down]
    needs = [*(shows(text, "thead th") for text in across), *(shows(text, "tbody th") for text in down)]
    cells = []
    for _ in range(draw.pick((0, 1, 1, 2, 3))):
        place, at = draw.rng.randrange(len(down)), draw.rng.randrange(len(across))
        if rows[place][at + 1]:
            continue
        text = slip.text(clear(draw, lambda: draw.pick((draw.word("bits"), draw.word("nouns"), "off", "x", "✓", "closed", "late", str(draw.rng.randint(1, 90)), draw.word("first_names"))), ("\n", '"')))
        rows[place][at + 1] = text
        needs.append(shows(text, f"tbody tr:nth-child({place + 1}) td:nth-child({at + 2})"))
        cells.append(draw.pick(('{r} {c}: "{q}"', '{r} on {c}: "{q}"', '{r} / {c} = "{q}"', '{c}, {r}: "{q}"', 'where {r} meets {c} put "{q}"', '"{q}" at {r} / {c}', '{r}, {c}: {q}', 'for {r} under {c} "{q}"', 'in the row {r} under {c} it says "{q}"', "{r} is {q} ({c})")).format(r=draw.keep(down[place]), c=draw.keep(across[at]), q=draw.keep(text)))
    joint = draw.pick(("; ", ". ", "\n", "; "))
    _finish(slip, joint.join([said, *cells]), ["", *across], rows, needs)


def filled(slip: Slip) -> None:
    """Columns, and rows with all that is in them."""
    draw = slip.draw
    money = sign(draw) or "$"
    columns = [slip.text(text) for text in _columns(draw, 2, 4)]
    makes: list[Callable[[], str]] = [draw.pick((lambda: clear(draw, lambda: bit(draw)), lambda: str(draw.rng.randint(1, 900)), lambda: amount(draw, money), lambda: draw.pick(("yes", "no", "on request", "free", "included", "–")), lambda: draw.word("first_names"), lambda: f"{draw.rng.randint(1, 9)},{draw.rng.randint(100, 999)}.00", lambda: draw.pick(DAYS), lambda: f"{draw.rng.randint(5, 99)}%")) for _ in columns]
    makes[0] = draw.pick((lambda: clear(draw, lambda: bit(draw)), lambda: clear(draw, lambda: draw.word("foods")), lambda: clear(draw, lambda: names.person(draw)), lambda: clear(draw, lambda: names.business(draw)), lambda: draw.word("plan_names"), lambda: draw.word("towns")))
    rows = [[slip.text(make() or "–") for make in makes] for _ in range(draw.count(1, 5))]
    rows = list({row[0].casefold(): row for row in rows}.values())
    between = draw.pick((" / ", ", ", " | ", " – ", ", "))
    if any(between.strip() in cell for row in rows for cell in row):
        between = " | "
    lead = draw.pick(("{}: ", "{}: ", "{} – ", "{} | ", "{}, "))
    if (lead.strip(" {}") and any(lead.strip(" {}") in row[0] for row in rows)) or lead[2:].strip() == between.strip():
        lead = "{}: "
    told = [lead.format(draw.keep(row[0])) + between.join(draw.keep(cell) for cell in row[1:]) for row in rows]
    said = draw.pick(("columns {c}. {t}", "columns: {c}. Rows: {t}", "{c}\n{t}", "headers {c}; rows {t}", "with the columns {c} and the rows {t}", "{c} as columns. {t}", "the columns are {c}, the rows: {t}", "table head {c}. Entries: {t}", "it has {c}. {t}", "columns = {c}\n{t}", "{c}:\n{t}")).format(c=slip.row(columns), t=draw.pick(("; ", "\n", "\n- ", "; ")).join(told))
    needs = [*(shows(column, "thead th") for column in columns), *(shows(cell, f"tbody tr:nth-child({place}) > :nth-child({at})") for place, row in enumerate(rows, 1) for at, cell in enumerate(row, 1))]
    _finish(slip, said, columns, rows, needs, blank=False)


def hours(slip: Slip) -> None:
    """A week by the hour, and what is on."""
    draw = slip.draw
    number = draw.pick((5, 5, 6, 7))
    short = draw.chance(0.4)
    days = [day[:3] if short else day for day in DAYS[:number]]
    start = draw.rng.randint(7, 17)
    stop = start + draw.rng.randint(1, 6)
    spell = draw.pick(("{}:00", "{}", "{}.00", "{}h"))
    stamps = [spell.format(hour) for hour in range(start, stop + 1)]
    rows = [[stamp, *("" for _ in days)] for stamp in stamps]
    needs = [*(shows(day, "thead th") for day in days), *(shows(stamp, "tbody th") for stamp in (stamps[0], stamps[-1])), has("tbody tr", len(stamps))]
    said = draw.pick(("{d} across the top, {h} down the side", "{d}, {h}", "a week by the hour, {d}, {h}", "columns {d}, rows {h}", "rows {h}, columns {d}", "{d} as columns and every hour {h}", "hours {h} on the left, {d} on top", "one column a day ({d}), one row an hour ({h})", "hourly {h}, {d}")).format(
        d=draw.pick(("{} to {}", "{}-{}", "{}–{}")).format(days[0], days[-1]), h=draw.pick(("from {} to {}", "{}-{}", "{} to {}", "{}–{}")).format(stamps[0], stamps[-1]),
    )  # fmt: skip
    cells = []
    for _ in range(draw.rng.randint(0, 4)):
        place, at = draw.rng.randrange(len(stamps)), draw.rng.randrange(number)
        if rows[place][at + 1]:
            continue
        text = slip.text(clear(draw, lambda: bit(draw), ("\n", '"', ";")))
        rows[place][at + 1] = text
        needs.append(shows(text, f"tbody tr:nth-child({place + 1}) td:nth-child({at + 2})"))
        cells.append(draw.pick(("{d} {h} {q}", "{d} {h}: {q}", "{d} at {h} {q}", "{q} on {d} at {h}", "{h} on {d}: {q}", "{d} {h} = {q}", "{q} ({d} {h})")).format(d=days[at], h=stamps[place], q=draw.keep(text)))
    _finish(slip, "; ".join([said, *cells]), ["", *days], rows, needs)


def month(slip: Slip) -> None:
    """A month whose first day is told, with some days marked."""
    draw = slip.draw
    number, year = draw.rng.randrange(12), draw.rng.randint(2025, 2035)
    first, length = monthrange(year, number + 1)
    name = slip.text(f"{MONTHS[number]} {year}" if draw.chance(0.6) else MONTHS[number])
    marks = {draw.rng.randint(1, length): slip.text(clear(draw, lambda: bit(draw), ("\n", ";", '"'))) for _ in range(draw.pick((0, 1, 1, 2, 3, 4)))}
    day = DAYS[first]
    said = draw.pick(("{m}, the 1st is a {d}", "{m}, starts on a {d}", "{m} (first day: {d})", "the month is {m} and begins on a {d}", "{m}; 1 {n} is a {d}", "{m} with the 1st on a {d}", "calendar for {m}, day one is a {d}", "{m}. It begins on {d}", "{m} – first is a {d}", "{m}, which starts {d}")).format(m=draw.keep(name), d=day, n=MONTHS[number])
    joint = draw.pick(("{} {}", "{}: {}", "{} = {}", "the {}th: {}", "on the {}. {}", "mark {} ({})", "day {} {}", "{} says {}", "{} – {}"))
    told = [joint.format(day, draw.keep(text)).replace("1th", "1st").replace("11st", "11th").replace("2th", "2nd").replace("12nd", "12th").replace("3th", "3rd").replace("13rd", "13th") for day, text in sorted(marks.items())]
    if told:
        said += draw.pick(("; ", ". Marked: ", ", marked days: ", ". ", "; mark ", ". Put in ", "\n")) + draw.pick(("; ", ", ", " / ")).join(told)
    sunday = draw.chance(0.12)
    heads = [*DAYS[6:], *DAYS[:6]] if sunday else list(DAYS)
    if sunday:
        said += draw.pick((". Weeks start on Sunday", ", weeks begin with Sunday", ". Sunday first", "; Sunday in the first column"))
    before = heads.index(day)
    heads = [head[:3] for head in heads]
    cells: list[Html] = [tag("td") for _ in range(before)]
    cells += [tag("td", inline(f"{place} ", tag("b", marks[place])) if place in marks else str(place)) for place in range(1, length + 1)]
    cells += [tag("td") for _ in range(-len(cells) % 7)]
    needs = [shows(name, "caption"), *(shows(head, "th") for head in (heads[0], heads[6]))]
    for place in (1, length, *marks):
        at = before + place - 1
        needs.append(shows(marks.get(place, str(place)), f"tbody tr:nth-child({at // 7 + 1}) > td:nth-child({at % 7 + 1})"))
    weeks = [tag("tr", *cells[start : start + 7]) for start in range(0, len(cells), 7)]
    slip.add(said, tag("table", tag("caption", name), tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))), tag("tbody", *weeks)), needs, "table")


def stops(slip: Slip) -> None:
    """Stops down the side, lines across, and the times, or room for them."""
    draw = slip.draw
    lines = list(dict.fromkeys(draw.pick((f"{draw.rng.randint(1, 99)}", f"{draw.rng.randint(1, 99)}{draw.pick('ABX')}", f"Bus {draw.rng.randint(1, 60)}", f"{draw.pick(('early', 'late', 'school', 'night', 'first', 'last'))} {draw.pick(('bus', 'boat', 'run', 'tram'))}", draw.pick(DAYS)[:3])) for _ in range(draw.rng.randint(2, 4))))
    found = list(dict.fromkeys(clear(draw, lambda: draw.word(draw.pick(("towns", "streets", "name_words", "towns")))) for _ in range(draw.rng.randint(2, 6))))
    lines, found = [slip.text(text) for text in lines], [slip.text(text) for text in found if text]
    empty, minute, mark = draw.chance(0.35), 60 * draw.rng.randint(5, 12), draw.pick(":.")
    rows = []
    for stop in found:
        rows.append([stop, *("" if empty else f"{(minute + 45 * run) // 60}{mark}{(minute + 45 * run) % 60:02}" for run in range(len(lines)))])
        minute += draw.rng.randint(2, 24)
    needs = [*(shows(text, "thead th") for text in lines), *(shows(stop, "tbody th") for stop in found), *(shows(cell, f"tbody tr:nth-child({place}) td:nth-child({at})") for place, row in enumerate(rows, 1) for at, cell in enumerate(row[1:], 2) if cell)]
    down = slip.row(found) if empty else draw.pick(("; ", "\n", "; ")).join(draw.keep(row[0]) + draw.pick((" ", ": ", " – ")) + " ".join(draw.keep(cell) for cell in row[1:]) for row in rows)
    said = draw.pick(("stops down the side: {s}. Across: {l}", "across the top {l}, down the side the stops {s}", "columns {l}; stops {s}", "lines {l}. Stops: {s}", "{l} as columns, stops in the first column: {s}", "headers {l}\n{s}", "the buses are {l}, the stops {s}", "each stop a row, each of {l} a column: {s}")).format(s=down, l=slip.row(lines))
    if empty:
        said += draw.pick((". Times come later", ", leave the times empty", ". No times yet", "; times blank", " (we write the times in)"))
    _finish(slip, said, ["", *lines], rows, needs, blank=False)


def merged(slip: Slip) -> None:
    """Two rows of headings: the first column's spans both, the others have parts below."""
    draw = slip.draw
    corner = slip.text(draw.pick(("Name", "Team", "Item", "Class", "Where", "Week", "Product", "Room", bit(draw))))
    groups = [slip.text(text) for text in _columns(draw, 2, 3)]
    parts = [slip.text(text) for text in draw.pick((["am", "pm"], ["Plan", "Actual"], ["Won", "Lost"], ["In", "Out"], ["Before", "After"], ["Girls", "Boys"], ["Day", "Night"], _columns(draw, 2, 2)))]
    down = [slip.text(text) for text in dict.fromkeys(clear(draw, lambda: draw.pick((draw.word("first_names"), bit(draw), draw.word("towns")))) for _ in range(draw.count(1, 5))) if text]
    said = draw.pick((
        "two header rows: {c} (rowspan 2), then {g}, each split into {p}. Rows {r}", "first header row {c} and {g}; below each of those {p}; {c} spans both rows. Rows: {r}", "{c} spans two rows, {g} span {w} columns each with {p} under them; rows {r}", "header: {c}, {g}. Second header row: {p} under each. The rows are {r}",
        "a merged header, {g} over {p}, and {c} at the left across both rows; {r} as rows", "{c} | {g}, and each has {p}. Rows {r}", "columns {c}, {g}, the last {n} divided into {p}. {r} down the side",
    )).format(c=draw.keep(corner), g=slip.row(groups, " and "), p=slip.row(parts, " and "), r=slip.row(down), w=len(parts), n=len(groups))  # fmt: skip
    needs = [shows(corner, "thead tr:first-child th[rowspan]"), *(shows(group, "thead tr:first-child th[colspan]") for group in groups), *(shows(part, "thead tr:nth-child(2) th", len(groups)) for part in parts), *(shows(text, "tbody th") for text in down)]
    above = tag("tr", tag("th", corner, scope="col", rowspan=2), *(tag("th", group, scope="colgroup", colspan=len(parts)) for group in groups))
    below = tag("tr", *(tag("th", part, scope="col") for _ in groups for part in parts))
    body = tag("tbody", *(tag("tr", tag("th", text, scope="row"), *(tag("td") for _ in groups for _ in parts)) for text in down))
    slip.add(said, tag("table", tag("thead", above, below), body), needs, "table")


SORTS: tuple[tuple[Callable[[Slip], None], float, tuple[str, ...]], ...] = (
    (log, 5, ("training log", "log", "diary table", "progress chart", "reading record", "tracker", "score sheet", "practice record", *TABLES)), (crossed, 4, ("rota", "chore chart", "availability table", "class list", "meal plan", "table", "attendance sheet", *TABLES)), (filled, 4, ("comparison table", "price table", "table of promises", "product table", "results table", *TABLES)),
    (hours, 1.6, ("timetable", "weekly timetable", "booking sheet", "room plan", "week planner", "school timetable", "hourly plan")), (month, 2.4, ("calendar", "month calendar", "calendar page", "wall calendar", "one-month calendar", "calendar table")), (stops, 1.6, ("timetable", "bus timetable", "ferry times", "shuttle plan", "school bus page", "tram timetable")),
    (merged, 1.2, ("table", "table with a double header", "results table", "table with merged headers", "comparison table")),
)  # fmt: skip


@kind("tabled", 7.0)
def tabled(draw: Draw) -> Wish:
    slip = Slip(draw, "tabled")
    make, _, nouns = draw.rng.choices(SORTS, [weight for _, weight, _ in SORTS])[0]
    named = draw.chance(0.5)
    slip.open(draw.pick(nouns), (names.business(draw) if draw.chance(0.6) else names.person(draw)) if named else "", "", draw.word("towns") if named and draw.chance(0.2) else "")
    make(slip)
    if draw.chance(0.45):
        slip.extras(1, 2)
    return slip.wish(0.15)
