"""Blocks of several things of one sort: lists, sections, cards, prices, times, steps, columns, comparisons."""

from collections.abc import Callable, Sequence

from htmlbuilder.checks import Requirement, fold
from htmlbuilder.corpus import names
from htmlbuilder.corpus.blocks.texts import (
    SETS,
    amount,
    bit,
    bits,
    button_text,
    command,
    line,
    pairs,
    quoted,
    raised,
    room,
    series,
    sign,
)
from htmlbuilder.corpus.blocks.words import ask, ask_one, many
from htmlbuilder.corpus.draw import DAYS, MONTHS, Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COLOR_WORDS
from htmlbuilder.corpus.wish import Ask, exactly, has, shows


def lists(draw: Draw, asks: list[Ask]) -> Part:
    """Lists with labels, and lists without."""
    number = draw.pick((1, 1, 1, 1, 2, 2, 3, 4))
    if number == 1 and draw.chance(0.6):
        return _bare_list(draw, asks)
    if draw.chance(0.45):
        labels = list(draw.pick([labels for labels in SETS if len(labels) == number])) if number > 1 else [draw.pick(DAYS)]
    else:
        labels = list(dict.fromkeys(raised(draw.pick((draw.word("headings"), bit(draw), bit(draw), draw.label()))) for _ in range(number)))
    found = [(label, bits(draw, 1, 6)) for label in labels]
    upper = draw.pick((lambda label: label, lambda label: label, str.upper, str.lower))
    if upper is str.upper:  # who writes capitals sees capitals
        found = [(label.upper(), items) for label, items in found]
    form = draw.pick(("{}: {}", "{}: {}", "{} – {}", "{} ({})", "under {}: {}", "{} = {}", "{} has {}", "section {}: {}", "{} with {}", "a list {} with {}", "below {} come {}"))
    parts = [raised(form.format(draw.keep(upper(label)), series(draw, items))) for label, items in found]
    needed = tuple(requirement for label, items in found for requirement in (shows(label, "h2, h3"), *(shows(item, "li") for item in items)))
    beside = len(found) > 1 and draw.chance(0.35)
    asks.append(ask(draw, "labelled.beside" if beside else "labelled", needed, s=draw.pick((". ", ". ", "; ", "\n")).join(parts), **many(draw, len(found))))
    sections = [(tag("h2", label), tag("ul", *(tag("li", item) for item in items))) for label, items in found]
    if len(found) == 1:
        return Part(tag("section", *sections[0]), ("section", "list"))
    return Part(tag("div", *(tag("section", *section, class_="card") for section in sections), class_="grid"), ("card", "grid", "section", "list"))


def _bare_list(draw: Draw, asks: list[Ask]) -> Part:
    items = bits(draw, 2, draw.pick((6, 10, 10, 14)))
    slots = {"s": series(draw, items), **many(draw, len(items))}
    if len(items) > 1 and draw.chance(0.16):
        return _ordered(draw, asks, items)
    if len(items) > 1 and draw.chance(0.25):
        if draw.chance(0.35):
            asks.append(ask_one(draw, "numbered", [shows(item, "ol > li") for item in items], chain=chained(draw, items)))
        else:
            asks.append(ask(draw, "numbered", [shows(item, "ol > li") for item in items], **slots))
        return Part(tag("ol", *(tag("li", item) for item in items)), ("list",))
    if len(items) > 2 and draw.chance(0.1):
        dropped = items.pop(draw.rng.randrange(len(items)))
        gone = [] if any(fold(dropped) in fold(item) for item in items) else [Requirement(selector="li", text=dropped, min=0, max=0)]
        asks.append(ask(draw, "bare.corrected", [*(shows(item, "ul > li") for item in items), *gone], s=slots["s"], x=draw.keep(dropped)))
        return Part(tag("ul", *(tag("li", item) for item in items)), ("list",))
    asks.append(ask(draw, "bare", [shows(item, "ul > li") for item in items], **slots))
    return Part(tag("ul", *(tag("li", item) for item in items)), ("list",))


ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth".split()


def chained(draw: Draw, items: Sequence[str]) -> str:
    """Two or more texts in one sentence that tells their order: "first A, then B and last C"."""
    words, form = [draw.keep(item) for item in items], draw.rng.random()
    if form < 0.4:
        start = draw.pick(("first", "first", "first of all", "start with", "begin with", "to begin", "1st"))
        middle, last = draw.pick((", then ", ", then ", ", next ", ", after that ", "; then ")), draw.pick((" and last ", ", and last ", ", finally ", " and finally ", ", last of all ", " and at the end ", ", then ", " and then "))
        return f"{start} {middle.join(words[:-1])}{last}{words[-1]}"
    if form < 0.55:
        return draw.pick((" > ", " -> ", " → ", ", then ", " then ", ", after that ")).join(words)
    if form < 0.85:
        mark = draw.pick(("{}) {}", "{}. {}", "({}) {}", "{} {}", "no. {} {}", "#{} {}", "{}: {}", "{} = {}"))
        return draw.pick((", ", " ", "; ", ", ")).join(mark.format(place, word) for place, word in enumerate(words, 1))
    mark = draw.pick(("{} {}", "{}: {}", "{} comes {}", "{} is {}"))
    return ", ".join(mark.format(ORDINALS[place], word) for place, word in enumerate(words))


def _ordered(draw: Draw, asks: list[Ask], items: list[str]) -> Part:
    """A list with letters, Roman numerals or numbers of another kind, or with one bold item."""
    manner, s = draw.pick(("letters", "roman", "start", "reversed", "bold", "bold")), series(draw, items)
    if manner == "bold":
        fat = draw.pick(items)
        asks.append(ask(draw, "order.bold", [*(shows(item, "ul > li") for item in items), shows(fat, "li > b")], s=s, k=draw.keep(fat)))
        return Part(tag("ul", *(tag("li", tag("b", item) if item == fat else item) for item in items)), ("list",))
    first = draw.rng.randint(2, 40)
    slots = {"s": s, **({"k": str(first)} if manner == "start" else {})}
    where = {"letters": "ol[type=A]", "roman": "ol[type=I]", "start": f'ol[start="{first}"]', "reversed": "ol[reversed]"}[manner]
    asks.append(ask(draw, f"order.{manner}", [shows(item, f"{where} > li") for item in items], **slots))
    letters = {"letters": "A", "roman": "I"}.get(manner)
    return Part(tag("ol", *(tag("li", item) for item in items), type=letters, start=first if manner == "start" else None, reversed=manner == "reversed"), ("list",))


def outline(draw: Draw, asks: list[Ask]) -> Part:
    """Sections of which only the headings are known, or the headings and their texts."""
    if draw.chance(0.5):
        labels = bits(draw, 2, 8)
        asks.append(ask(draw, "outline", [shows(label, "h2, h3") for label in labels], s=series(draw, labels), **many(draw, len(labels))))
        return Part(Html("\n".join(tag("section", tag("h2", label), tag("p", "More about this soon.")) for label in labels)), ("section",))
    rows = list({(draw.word("headings") if draw.chance(0.4) else raised(bit(draw))): line(draw) for _ in range(draw.count(2, 5))}.items())
    told = pairs(draw, rows, ("{}: “{}”", '{} – "{}"', "{} ('{}')", '{} with the text "{}"', '{} says "{}"', "{} = “{}”", '"{}": "{}"'))
    needed = [requirement for label, text in rows for requirement in (shows(label, "h2, h3"), shows(text, "p"))]
    asks.append(ask(draw, "outline.texts", needed, pairs_=told, **many(draw, len(rows))))
    return Part(Html("\n".join(tag("section", tag("h2", label), tag("p", text)) for label, text in rows)), ("section",))


def section(draw: Draw, asks: list[Ask]) -> Part:
    """A heading and its text."""
    label = draw.word("headings") if draw.chance(0.4) else raised(bit(draw))
    text = command(draw) if draw.chance(0.2) else f"{draw.sentence()} {draw.sentence()}" if draw.chance(0.2) else line(draw)
    asks.append(ask(draw, "section", (shows(label, "h2, h3"), shows(text, "p")), x=draw.quote(label), q=quoted(draw, text)))
    return Part(tag("section", tag("h2", label), tag("p", text)), ("section",))


WHAT = ("Projects", "It shows", "Sections", "Work has", "Cards", "What we do", "Features", "Included", "Entries", "Topics", "Options", "Rooms", "Stories", "Courses", "Services", "Products", "Trips", "Exhibits", "Trails", "Chapters", "Workshops", "Machines")
WHO = ("Speakers", "Team", "People", "With", "Crew", "Committee", "Contacts", "Cast", "Staff", "Players", "Teachers", "Board", "Band", "The family")
JOINTS = ("{} ({})", "{} ({})", "{}: {}", "{} – {}", "{} = {}", "{}, {}", "{} - {}", "“{}” ({})", "{} with the line {}", "{} / {}", "{} -> {}", "{} [{}]", "{} | {}", "{} and under it {}", "{}; text: {}", "{} (text: {})")


def _people(draw: Draw, high: int = 6) -> list[tuple[str, str]]:
    return [(names.person(draw) if draw.chance(0.35) else draw.person(), draw.pick((draw.word("job_titles"), draw.word("job_titles"), draw.word("towns"), bit(draw)))) for _ in range(draw.count(1, high))]


def cards(draw: Draw, asks: list[Ask]) -> Part:
    """Things with a word on each: "Anchor (invoices), Thimble (time sheets)"."""
    people = draw.chance(0.3)
    found = _people(draw) if people else [(name, draw.pick((bit(draw), bit(draw), line(draw).rstrip(".")))) for name in bits(draw, 1, 8)]
    rows = list(dict(found).items())
    needed = tuple(requirement for name, text in rows for requirement in (shows(name), shows(text)))
    what = draw.pick(WHO if people else WHAT)
    slots = {"s": pairs(draw, rows, JOINTS), **many(draw, len(rows)), **({"what": draw.pick((what, what.lower()))} if draw.chance(0.35) else {})}
    asks.append(ask(draw, "cards", needed, **slots))
    return Part(tag("div", *(tag("article", tag("h2", name), tag("p", text), class_="card") for name, text in rows), class_="grid"), ("card", "grid"))


def _and(draw: Draw, words: list[str]) -> str:
    return ", ".join(words[:-1]) + draw.pick((" and ", " and ", ", and ", " & ", " plus ")) + words[-1] if len(words) > 1 else words[0]


PHOTO = ("a photo", "a picture", "an image", "a picture placeholder", "room for a photo", "a photo on top", "a square picture")


def _pressed(draw: Draw) -> tuple[str, str, Html | None]:
    """What every card ends with, often: (how it is asked for, its text, a button or a link)."""
    text, form = button_text(draw), draw.rng.random()
    if form < 0.5:
        said = draw.pick(("a {} button", "a button {}", "a button saying {}", "the button {}", "below it a {} button", "a button that says {}", "a button labelled {}"))
        return said.format(draw.quote(text)), text, tag("button", text, type="button")
    if form < 0.7:
        return draw.pick(("a link {}", "a {} link", "a link that says {}", "the link {}")).format(draw.quote(text)), text, tag("p", tag("a", text, href="#"))
    return "", text, None


def _card(photo: str, *children: Html | None) -> Html:
    return tag("article", tag("div", class_="photo", role="img", aria_label=photo) if photo else None, *children, class_="card")


def profiles(draw: Draw, asks: list[Ask]) -> Part:
    """Things or people with several attributes each: a photo, a name, a role, a price, a button or a link."""
    if draw.chance(0.25):
        return _unnamed(draw, asks)
    people = draw.chance(0.4)
    names = list(dict.fromkeys(draw.person() for _ in range(draw.count(2, 6)))) if people else bits(draw, 2, 6)
    money = sign(draw) or "$"
    known: list[tuple[tuple[str, ...], Callable[[], str]]]
    if people:
        known = [(("the role", "a role", "the job title", "what they do", "the position"), lambda: draw.word("job_titles")), (("the email", "the mail address", "an email address"), lambda: draw.email()), (("the town", "where they live", "the place"), lambda: draw.word("towns"))]
    else:
        known = [(("the price", "its price", "a price", "the cost"), lambda: amount(draw, money)), (("a line of text", "a short text", "the description", "a sentence"), lambda: bit(draw)), (("the date", "a date", "its date"), draw.date)]
    values = [(draw.pick(words), value) for words, value in (known[:1] if draw.chance(0.55) else draw.some(known, 0, 3))]
    rows = [(name, *(value() for _, value in values)) for name in names]
    asked, pressed, action = _pressed(draw)
    photo = draw.chance(0.6) or not (values or action)
    attributes = [draw.pick(PHOTO)] if photo else []
    attributes += [draw.pick(("the name", "a name", "the full name", "the name in bold"))] if draw.chance(0.7) else []
    attributes += [what for what, _ in values] + ([asked] if action else [])
    one = ("{} ({})", "{}: {}", "{} – {}", "{} as {}" if people else "{} for {}")
    joints = {1: one, 2: ("{} ({}, {})", "{}: {}, {}", "{} – {} – {}", "{}; {}; {}"), 3: ("{} ({}, {}, {})", "{}: {}, {}, {}", "{} / {} / {} / {}")}
    told = pairs(draw, rows, joints[len(values)]) if values else series(draw, names)
    needed = [requirement for row in rows for requirement in (shows(row[0], "article h2"), *(shows(value, "article") for value in row[1:]))]
    if photo:
        needed.append(has("article [role=img]", len(rows)))
    if action:
        needed.append(shows(pressed, "article button, article a", len(rows)))
    asks.append(ask(draw, "profiles", needed, s=told, attrs=_and(draw, attributes), **many(draw, len(rows))))
    made = [_card(row[0] if photo else "", tag("h2", row[0]), *(tag("p", value) for value in row[1:]), action) for row in rows]
    return Part(tag("div", *made, class_="grid"), ("card", "grid", *(("photo",) if photo else ()), *(("button",) if action else ())))


def _unnamed(draw: Draw, asks: list[Ask]) -> Part:
    """So many cards, of which only the parts are told."""
    number, cards_ = draw.rng.randint(2, 9), draw.pick(("cards", "boxes", "tiles", "panels", "product cards", "article teasers", "preview boxes"))
    asked, pressed, action = _pressed(draw)
    photo, text = draw.chance(0.7) or not action, draw.chance(0.5)
    attributes = [draw.pick(PHOTO)] if photo else []
    attributes.append(draw.pick(("a title", "a heading", "a headline", "a name")))
    attributes += [draw.pick(("a short text", "a line of text", "a paragraph", "a sentence"))] if text else []
    attributes += [asked] if action else []
    needed = [has("article h2", number), *([has("article [role=img]", number)] if photo else []), *([has("article p", number)] if text else []), *([shows(pressed, "article button, article a", number)] if action else [])]
    asks.append(ask(draw, "profiles.unnamed", needed, cards=cards_, attrs=_and(draw, attributes), **many(draw, number)))
    made = [_card(f"Picture {place}" if photo else "", tag("h2", f"Title {place}"), tag("p", f"A few words about number {place}.") if text else None, action) for place in range(1, number + 1)]
    return Part(tag("div", *made, class_="grid"), ("card", "grid", *(("photo",) if photo else ()), *(("button",) if action else ())))


def times(draw: Draw, asks: list[Ask]) -> Part:
    """A programme: "10:00 Welcome (Room 2), 11:30 tour"."""
    form = draw.rng.random()
    hours = sorted(draw.rng.sample(range(6, 23), draw.rng.randint(2, 7)))
    if form < 0.3:
        mark = draw.pick("::.")
        stamps = [f"{hour}{mark}{draw.pick(('00', '00', '15', '30', '45'))}" for hour in hours]
    elif form < 0.5:
        mark = draw.pick(("", " "))
        stamps = [f"{(hour - 1) % 12 + 1}{mark}{'am' if hour < 12 else 'pm'}" for hour in hours]
    elif form < 0.6:
        mark = draw.pick(("{}-{}", "{}–{}", "{} to {}", "{}:00-{}:00", "{}.00 – {}.30"))
        stamps = [mark.format(hour, hour + 1) for hour in hours]
    elif form < 0.75:
        stamps = draw.pick(([*DAYS], [day[:3] for day in DAYS], [day[:2].lower() for day in DAYS], [month[:3] for month in MONTHS], [*MONTHS]))[: len(hours)]
    elif form < 0.85:
        mark = draw.pick(("Day {}", "Week {}", "week {}", "Lesson {}", "Year {}", "Session {}", "stage {}", "Q{}"))
        stamps = [mark.format(place) for place in range(1, len(hours) + 1)]
    elif form < 0.92:
        mark = draw.pick(("{0} {1}", "{1} {0}")).replace("{1}", draw.pick(MONTHS))
        stamps = [mark.format(hour) for hour in hours]
    else:
        stamps = [str(year) for year in sorted(draw.rng.sample(range(1920, 2030), len(hours)))]
    placed = draw.chance(0.2)
    rows = [(stamp, draw.pick((bit(draw), bit(draw), line(draw).rstrip("."))), *((room(draw) if draw.chance(0.5) else draw.word("towns"),) if placed else ())) for stamp in stamps]
    needed = tuple(shows(text, "li") for row in rows for text in row)
    joints = ("{} {} ({})", "{}: {} ({})", "{} – {}, {}", "{} {} in {}", "{} {} @ {}") if placed else ("{} {}", "{} {}", "{}: {}", "{} – {}", "{} - {}", "{} = {}", "{} -> {}")
    asks.append(ask(draw, "times", needed, s=pairs(draw, rows, joints), **many(draw, len(rows))) if draw.chance(0.8) else ask(draw, "times.told", needed, first=pairs(draw, rows[:1], joints[:2]), rest=pairs(draw, rows[1:], joints[:2])))
    return Part(tag("ul", *(tag("li", tag("b", row[0]), tag("span", ", ".join(row[1:]))) for row in rows), class_="rows"), ("rows",))


WHAT_ON = ("gigs", "dates", "events", "trips", "talks", "shows", "meetings", "courses", "matches", "walks", "readings", "openings", "workshops", "departures", "screenings", "rehearsals", "classes", "fairs")


def agenda(draw: Draw, asks: list[Ask]) -> Part:
    """What is on, line by line, each with a link or a button of its own."""
    where = draw.chance(0.5)
    rows = [(draw.date(), name, *((draw.pick((draw.word("towns"), room(draw))),) if where else ())) for name in bits(draw, 2, 5)]
    pressed, what, linked = button_text(draw), draw.pick(WHAT_ON), draw.chance(0.6)
    joints = ("{} – {} – {}", "{}: {} ({})", "{} {} in {}", "{} | {} | {}") if where else ("{} – {}", "{}: {}", "{} {}", "{} ({})")
    needed = [*(shows(text, "li") for row in rows for text in row), shows(pressed, "li a" if linked else "li button", len(rows))]
    asks.append(ask(draw, "agenda" if linked else "agenda.button", needed, What=raised(what), **({"what": what} if draw.chance(0.7) else {}), b=draw.quote(pressed), s=pairs(draw, rows, joints), **many(draw, len(rows))))
    action = tag("a", pressed, href="#") if linked else tag("button", pressed, type="button")
    made = [tag("li", tag("b", row[0]), tag("span", ", ".join(row[1:])), action) for row in rows]
    return Part(tag("ul", *made, class_="rows"), ("rows", *(() if linked else ("button",))))


def steps(draw: Draw, asks: list[Ask]) -> Part:
    """Numbered steps, each with what it means."""
    rows = list({raised(bit(draw)): draw.pick((line(draw).rstrip("."), bit(draw), f"{draw.word('verbs')} the {draw.word('nouns')}")) for _ in range(draw.count(2, 6))}.items())
    needed = [requirement for name, text in rows for requirement in (shows(name, "ol > li"), shows(text, "ol > li"))]
    joints = ("{}: {}", "{} ({})", "{} – {}", '{}: "{}"', "“{}” (“{}”)", "{} - {}")
    if len(rows) > 1 and draw.chance(0.2):
        asks.append(ask(draw, "steps.told", needed, first=pairs(draw, rows[:1], joints[3:5]), rest=pairs(draw, rows[1:], joints[3:5])))
    else:
        asks.append(ask(draw, "steps", needed, s=pairs(draw, rows, joints), **many(draw, len(rows))))
    return Part(tag("ol", *(tag("li", tag("b", name), tag("p", text)) for name, text in rows)), ("list",))


def nested(draw: Draw, asks: list[Ask]) -> Part:
    """A list whose items have lists of their own."""
    rows = [(name, bits(draw, 1, 4)) for name in bits(draw, 2, 4)]
    form = draw.rng.random()
    if form < 0.4:
        told = "\n" + "\n".join(f"- {draw.keep(name)}\n" + "\n".join(f"  - {draw.keep(item)}" for item in items) for name, items in rows) + "\n"
    else:
        joint = draw.pick(("{} ({})", "{}: {}", "{} with {} below it", "{} > {}", "{} and under it {}"))
        told = draw.pick(("; ", "; ", "\n", " / ")).join(joint.format(draw.keep(name), ", ".join(draw.keep(item) for item in items)) for name, items in rows)
    needed = [requirement for name, items in rows for requirement in (shows(name, "ul > li"), *(shows(item, "li li") for item in items))]
    asks.append(ask(draw, "nested", needed, s=told))
    return branched(rows)


def branched(rows: Sequence[tuple[str, Sequence[str]]]) -> Part:
    """A list whose items may have lists of their own."""
    return Part(tag("ul", *(tag("li", name, tag("ul", *(tag("li", item) for item in items)) if items else None) for name, items in rows)), ("list",))


def columns(draw: Draw, asks: list[Ask]) -> Part:
    """Two sides, named left and right."""
    left, right = line(draw), line(draw)
    needed = [shows(left, ".columns > :first-child"), shows(right, ".columns > :last-child")]
    slots = {"a": quoted(draw, left), "b": quoted(draw, right)}
    if draw.chance(0.4):
        heads = (raised(bit(draw)), raised(bit(draw)))
        asks.append(ask(draw, "columns.named", [*needed, *(shows(head, "h2, h3") for head in heads)], x=draw.quote(heads[0]), y=draw.quote(heads[1]), **slots))
        sides = [tag("div", tag("h2", head), tag("p", text)) for head, text in zip(heads, (left, right), strict=True)]
    elif draw.chance(0.25):
        asks.append(ask(draw, "beforeafter", [*needed, shows("Before", "h2"), shows("After", "h2")], **slots))
        sides = [tag("div", tag("h2", head), tag("p", text)) for head, text in zip(("Before", "After"), (left, right), strict=True)]
    else:
        asks.append(ask(draw, "columns", needed, **slots))
        sides = [tag("div", tag("p", text)) for text in (left, right)]
    return Part(tag("div", *sides, class_="columns"), ("columns",))


def legend(draw: Draw, asks: list[Ask]) -> Part:
    """What each colour stands for."""
    rows = list({draw.pick(tuple(COLOR_WORDS)): bit(draw) for _ in range(draw.count(2, 6))}.items())
    joint = draw.pick(("{} = {}", "{}: {}", "{} for {}", "{} means {}", "{} – {}", "{} ({})"))
    s = draw.pick((", ", "; ", ", ", "\n")).join(joint.format(color, draw.keep(text)) for color, text in rows)
    needed = [requirement for color, text in rows for requirement in (shows(text, "li"), Requirement(color=COLOR_WORDS[color]))]
    asks.append(ask(draw, "legend", needed, s=s))
    made = [tag("li", inline(tag("span", "■", aria_hidden="true", style=f"color: {COLOR_WORDS[color]}"), " ", text)) for color, text in rows]
    return Part(tag("ul", *made, class_="plain"), ("plain",))


# Things asked for by number alone: (what they are called, one of them on the page, what is around them, selector, components).
COUNTED: tuple[tuple[tuple[str, ...], Callable[[int], Html], str, str, tuple[str, ...]], ...] = (
    (("list items", "bullet points", "bullets", "points in a list", "items in a list"), lambda n: tag("li", f"Item {n}"), "ul", "ul > li", ("list",)),
    (("numbered items", "numbered points", "items in a numbered list", "entries in a numbered list"), lambda n: tag("li", f"Item {n}"), "ol", "ol > li", ("list",)),
    (("cards", "boxes", "tiles", "panels"), lambda n: tag("div", f"Card {n}", class_="card"), "grid", ".card", ("card", "grid")),
    (("pictures", "photos", "images", "picture frames", "photo placeholders"), lambda n: tag("div", class_="photo", role="img", aria_label=f"Picture {n}"), "grid", "[role=img]", ("photo", "grid")),
    (("buttons", "buttons with numbers on them", "clickable buttons"), lambda n: tag("button", f"Button {n}", type="button"), "row", "button", ("button", "row")),
    (("checkboxes", "tick boxes", "boxes to tick", "check boxes"), lambda n: tag("label", inline(tag("input", type="checkbox"), " ", f"Item {n}"), class_="check"), "div", "input[type=checkbox]", ("check",)),
    (("text fields", "input fields", "fields to type in", "lines to fill in", "input boxes"), lambda n: tag("label", f"Field {n}", tag("input", name=f"field-{n}")), "form", "input", ("form",)),
    (("paragraphs", "paragraphs of dummy text", "paragraphs of text", "blocks of text"), lambda n: tag("p", f"This is paragraph {n}."), "div", "p", ()),
    (("links", "hyperlinks", "links in a row"), lambda n: tag("a", f"Link {n}", href="#"), "row", "a", ("row",)),
    (("columns", "columns side by side", "columns next to each other"), lambda n: tag("div", f"Column {n}"), "columns", ".columns > div", ("columns",)),
    (("subheadings", "smaller headings", "second-level headings", "h2 headings"), lambda n: tag("h2", f"Heading {n}"), "div", "h2", ()),
    (("empty sections", "sections", "chapters"), lambda n: tag("section", tag("h2", f"Section {n}")), "div", "section", ("section",)),
    (("questions that open", "fold-out questions", "collapsible questions", "accordion items"), lambda n: tag("details", tag("summary", f"Question {n}"), tag("p", f"Answer {n}")), "div", "details", ("faq",)),
    (("reviews that you make up", "made-up reviews", "testimonials of your own invention", "invented customer quotes", "sample reviews"), lambda n: tag("blockquote", tag("p", f"This is review {n}."), tag("cite", f"Customer {n}")), "div", "blockquote", ("quote",)),
    (("team members", "people", "members of staff", "persons"), lambda n: tag("div", tag("b", f"Person {n}"), tag("p", "Role"), class_="card"), "grid", ".card", ("card", "grid")),
    (("products with prices", "items with made-up prices", "things with a price each"), lambda n: tag("li", tag("span", f"Product {n}"), tag("b", f"${n * 5}")), "rows", "ul > li", ("rows",)),
    (("steps", "numbered steps", "instructions to follow"), lambda n: tag("li", f"Step {n}"), "ol", "ol > li", ("list",)),
    (("progress bars", "bars to show progress"), lambda n: tag("p", tag("label", f"Bar {n}", tag("progress", value=n * 5, max=100))), "div", "progress", ("progress",)),
    (("tags", "little labels", "chips", "badges"), lambda n: tag("span", f"Tag {n}", class_="tag"), "div", ".tag", ("tag",)),
    (("news items", "blog teasers", "short articles", "posts"), lambda n: tag("article", tag("h2", f"Article {n}"), tag("p", "The first lines of it.")), "div", "article", ()),
    (("radio buttons", "radio options", "options to choose one from"), lambda n: tag("label", inline(tag("input", type="radio", name="one"), " ", f"Option {n}"), class_="check"), "div", "input[type=radio]", ("check",)),
)  # fmt: skip


def counted(draw: Draw, asks: list[Ask]) -> Part:
    """So many of something, up to twenty."""
    things, make, around, where, used = draw.pick(COUNTED)
    number = draw.rng.randint(2, 20) if around != "columns" else draw.rng.randint(2, 6)
    needed = [has(where, number), exactly(".many > *", number)]
    slots = {"things": draw.pick(things), **many(draw, number)}
    if draw.chance(0.2):
        wrong = draw.rng.choice([other for other in range(2, 21) if other != number])
        asks.append(ask(draw, "many.corrected", needed, m=draw.say(wrong), **slots))
    else:
        asks.append(ask(draw, "many", needed, **slots))
    items = [make(place) for place in range(1, number + 1)]
    if around == "rows":
        return Part(tag("ul", *items, class_="many rows"), used)
    return Part(tag(around, *items, class_="many") if around in ("ul", "ol", "form") else tag("div", *items, class_="many" if around == "div" else f"many {around}"), used)
