"""Briefs: pages of any name, made of what the person lists, notes and quotes, in the words and forms that people jot down.

Each block takes one sort of thing that a brief holds (lists with labels, prices, times, facts, fields, quotes) and gives it the
plain form it has on a page. A page has each block at most once, in the order of `BLOCKS`. Texts stand on the page letter by
letter as the brief has them.
"""

import zlib
from collections.abc import Callable, Sequence

from htmlbuilder.checks import Requirement, unmet
from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.draw import DAYS, EMOJI, Draw, records
from htmlbuilder.corpus.kinds.forms import Field, spelled, type_of
from htmlbuilder.corpus.markup import Html, document, inline, tag
from htmlbuilder.corpus.sections import Part, anchor
from htmlbuilder.corpus.style import COMPONENTS, LIGHT
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows

Block = Callable[[Draw, list[Ask]], Part]
SETS: tuple[tuple[str, ...], ...] = (
    ("Pros", "Cons"), ("Likes", "Dislikes"), ("Do", "Don't"), ("Keep", "Sell", "Bin"), ("To do", "Doing", "Done"), ("Starters", "Mains", "Desserts"), ("Before", "After"),
    ("Morning", "Afternoon", "Evening"), ("Strengths", "Weaknesses"), ("Bring", "Leave at home"), ("Before", "During", "After"), ("Kitchen", "Bedroom", "Loft"), ("Red", "White"),
    ("Monday", "Tuesday", "Wednesday"), ("Hot", "Cold"), ("Small", "Medium", "Large"), ("Added", "Fixed", "Removed"), ("Drinks", "Snacks"), ("For", "Against"), ("Home", "Away"),
    ("Beginner", "Advanced"), ("Now", "Next", "Later"), ("Indoors", "Outdoors"), ("Parents", "Children"), ("Spring", "Summer", "Autumn", "Winter"), ("Lost", "Found"), ("Week 1", "Week 2", "Week 3"),
    ("Have", "Need"), ("Yes", "No", "Maybe"), ("Included", "Not included"), ("Skills", "Tools"), ("Team A", "Team B"), ("Ground floor", "First floor", "Second floor"), ("Old", "New"),
)  # fmt: skip
FACTS = (
    "Date Time Place Price Size Colour Weight Age Born Status Material Owner Version Licence Author Length Height Level Season Room Seats Deadline Duration Language Phone Email Address "
    "Capacity Distance Breed Score Rank Role Habitat Diet Origin Genre Publisher Made Fuel Mileage Engine Grade Teacher Coach Captain Record Condition Warranty Brand Model Year Serves "
    "Difficulty Calories Rent Deposit Bedrooms Parking Pets Allergens Contact Host Dress"
).split()  # fmt: skip


# Texts


def bit(draw: Draw) -> str:
    """A short text nobody can guess: an item, a topic, a name for a thing."""
    form = draw.rng.random()
    if form < 0.56:
        return draw.word("bits")
    if form < 0.6:
        return draw.code()
    if form < 0.62:
        return f"{draw.word('bits')} {draw.pick(EMOJI)}"
    if form < 0.74:
        return draw.label().lower() if draw.chance(0.4) else draw.label()
    if form < 0.84:
        return draw.word(draw.pick(("foods", "products", "skills", "subjects")))
    if form < 0.92:
        return f"{draw.word('adjectives')} {draw.word('nouns')}"
    return draw.name_word() if draw.chance(0.6) else draw.phrase()


def bits(draw: Draw, low: int, high: int) -> list[str]:
    """Several of them, all different, typed in one manner."""
    found = list(dict.fromkeys(bit(draw) for _ in range(draw.count(low, high))))
    form = draw.rng.random()
    if form < 0.2:
        return [text[0].upper() + text[1:] for text in found]
    return [text.upper() for text in found] if form < 0.24 else found


def line(draw: Draw) -> str:
    """A text that must stand as it is."""
    form = draw.rng.random()
    if form < 0.66:
        return draw.word("lines")
    return draw.sentence() if form < 0.82 else draw.phrase()


def title(draw: Draw) -> str:
    form = draw.rng.random()
    if form < 0.4:
        return draw.word("lines").rstrip(".")
    if form < 0.7:
        return draw.brand()
    return draw.phrase() if form < 0.85 else draw.word("bits")


def amount(draw: Draw, sign: str) -> str:
    number = f"{draw.rng.randint(1, draw.pick((10, 30, 100, 900)))}{draw.pick(('', '', '', '.50', '.20', '.99', '.75', '.00'))}"
    return f"{number}{sign}" if sign in (" €", " kr", " zł") else f"{sign}{number}"


def sign(draw: Draw) -> str:
    return draw.pick(("", "", "$", "$", "£", "£", "€", "€", " €", " kr", "₹", "¥", "CHF "))


def series(draw: Draw, items: Sequence[str]) -> str:
    """Texts to copy in a row, as people type it."""
    words = [draw.quote(item) for item in items] if draw.chance(0.22) else [draw.keep(item) for item in items]
    if len(words) == 1:
        return words[0]
    form = draw.rng.random()
    if form < 0.45:
        return ", ".join(words[:-1]) + draw.pick((" and ", ", and ", " & ", " and ", " plus ", " and then ")) + words[-1]
    if form < 0.88:
        return draw.pick((", ", ", ", ", ", " / ", "; ", " | ", " · ", ",", " + ")).join(words)
    bullet = draw.pick(("- ", "• ", "* ", "", "-- "))
    return "\n" + "\n".join(bullet + word for word in words) + "\n"


def pairs(draw: Draw, rows: Sequence[tuple[str, str]], joints: Sequence[str]) -> str:
    """Pairs to copy, such as "A (x), B (y)"."""
    joint = draw.pick(joints)
    words = [joint.format(draw.keep(first), draw.keep(second)) for first, second in rows]
    form = draw.rng.random()
    if form < 0.6:
        return draw.pick((", ", ", ", "; ", " / ", " | ")).join(words)
    if form < 0.8 and len(words) > 1:
        return ", ".join(words[:-1]) + " and " + words[-1]
    bullet = draw.pick(("- ", "• ", "", "* "))
    return "\n" + "\n".join(bullet + word for word in words) + "\n"


def typed(draw: Draw, label: str) -> str:
    """A label of ours, as a person may type it."""
    form = draw.rng.random()
    return label.lower() if form < 0.35 else label.upper() if form < 0.5 else label


# Blocks


def tagline(draw: Draw, asks: list[Ask]) -> Part:
    text = line(draw)
    q = draw.quote(text)
    asks.append(Ask(
        withs=(f"the subtitle {q}", f"the tagline {q}", f"a subheading {q}", f"the strapline {q}", f"{q} underneath", f"the words {q} below the title"),
        says=(f"Sub: {q}.", f"sub {q}", f"Tagline {q}", f"Under it: {q}.", f"Below that, {q}.", f"Subtitle: {q}.", f"underneath in smaller letters {q}", f"then {q}", f"Slogan: {q}.", f"Then a line: {q}."),
        requires=(shows(text),),
    ))  # fmt: skip
    return Part(tag("p", text, class_="muted"), ("muted",))


def details(draw: Draw, asks: list[Ask]) -> Part:
    """Where and when and what, given bare: "Wageningen, 3 to 5 September"."""
    makers: tuple[Callable[[Draw], str], ...] = (Draw.date, Draw.time, Draw.person, bit, bit, _measure, _hours, _room, lambda d: d.word("towns"), lambda d: d.pick(DAYS), Draw.price, lambda d: d.word("job_titles"))
    found = list(dict.fromkeys(make(draw) for make in draw.some(makers, 1, 4)))
    s = draw.pick((", ", ", ", ". ", " / ", " – ", ", ")).join(draw.keep(text) for text in found)
    asks.append(Ask(
        tails=(f"({s})", f"– {s}"),
        says=(f"{s}.", f"{s}.", f"{s}", f"It is {s}.", f"with {s}", f"Mention {s}.", f"{s} should be on it."),
        requires=tuple(shows(text) for text in found),
    ))  # fmt: skip
    return Part(tag("p", " · ".join(found), class_="muted"), ("muted",))


def _room(draw: Draw) -> str:
    return draw.pick(("Room {}", "Hall {}", "Studio {}", "Level {}", "Gate {}", "Table {}", "Car Park {}", "Building {}")).format(draw.pick((str(draw.rng.randint(1, 40)), f"{draw.rng.randint(0, 9)}.{draw.rng.randint(10, 40)}", draw.pick("ABCDEFGH"))))


def outline(draw: Draw, asks: list[Ask]) -> Part:
    """Sections of which only the headings are known."""
    labels = bits(draw, 2, 6)
    s, n = series(draw, labels), draw.say(len(labels))
    asks.append(Ask(
        withs=(f"sections for {s}", f"{n} sections: {s}", f"the parts {s}", f"headings {s}"),
        says=(f"Sections: {s}.", f"sections {s}", f"{n.capitalize()} parts: {s}.", f"Subheadings: {s}.", f"Chapters: {s}", f"It is divided into {s}.", f"Headings for {s}, I will fill in the rest."),
        requires=tuple(shows(label, "h2, h3") for label in labels),
    ))  # fmt: skip
    return Part(Html("\n".join(tag("section", tag("h2", label), tag("p", "More about this soon.")) for label in labels)), ("section",))


def dialog(draw: Draw, asks: list[Ask]) -> Part:
    """A button that opens a question with answers."""
    opener, text = _button_text(draw), line(draw)
    answers = list(dict.fromkeys(_button_text(draw) for _ in range(draw.pick((1, 2, 2)))))
    o, q, s = draw.quote(opener), draw.quote(text), series(draw, answers)
    asks.append(Ask(
        withs=(f"a dialog {q} that {o} opens, with {s}", f"a button {o} for a dialog ({q}: {s})"),
        says=(f"Button {o} opens a dialog: {q} with {s}.", f"Dialog {q}, buttons {s}, opened by {o}.", f"A click on {o} asks {q}. Answers: {s}.", f"modal: {q} / {s}, the button is {o}", f"{o} opens a popup that says {q} ({s})"),
        requires=(has("script"), shows(opener, "button"), shows(text, "dialog"), *(shows(answer, "dialog button") for answer in answers)),
    ))  # fmt: skip
    box = tag("dialog", tag("p", text, id="asked"), tag("form", *(tag("button", answer) for answer in answers), method="dialog", class_="row"), id="dialog", aria_labelledby="asked")
    return Part(Html("\n".join((tag("p", tag("button", opener, type="button", id="open")), box))), ("button", "row", "script:dialog"))


def pictures(draw: Draw, asks: list[Ask]) -> Part:
    captions = bits(draw, 1, 6)
    s, n = series(draw, captions), len(captions)
    many = draw.say(n)
    asks.append(Ask(
        withs=(f"pictures of {s}", f"photos: {s}", f"{many} photo{'s' * (n > 1)}: {s}", f"a picture with the caption {s}" if n == 1 else f"{many} pictures captioned {s}", f"image placeholders for {s}"),
        says=(
            f"Pictures: {s}.", f"Photos of {s}.", f"photos: {s}", f"Show {s}, each as a picture with its name below.", f"{many} works: {s}.", f"There {'is' if n == 1 else 'are'} {many} picture{'s' * (n > 1)}: {s}.",
            f"Leave a space for a photo of {s}." if n == 1 else f"Leave picture spaces for {s}.", f"captions: {s}", f"Images (placeholders are fine): {s}.", f"Gallery with {s}",
        ),
        requires=(*(shows(caption, "figure, img, [role=img]") for caption in captions), has("figure, img, [role=img]", n)),
    ))  # fmt: skip
    figures = [tag("figure", tag("div", class_="photo", role="img", aria_label=caption), tag("figcaption", caption)) for caption in captions]
    return Part(tag("div", *figures, class_="grid"), ("grid", "photo", "figure"))


def note(draw: Draw, asks: list[Ask]) -> Part:
    text = line(draw)
    q = draw.quote(text)
    asks.append(Ask(
        withs=(f"the text {q}", f"a line that says {q}", f"the sentence {q}", f"a note {q}", f"the words {q}", f"a small note saying {q}", f"{q} on it", f"the warning {q}"),
        says=(
            f"It must say {q}.", f"Also say {q}.", f"say {q}", f"put {q} on it", f"Somewhere it should read {q}.", f"The text: {q}", f"Include the words {q}.", f"Note: {q}", f"with {q} on it", f"Write {q} on it.",
            f"And the line {q}.", f"it has to say {q}", f"Must include {q}.", f"Please mention: {q}", f"A notice: {q}", f"Message: {q}", f"and {q}", f"Text is {q}", q,
        ),
        requires=(shows(text),),
    ))  # fmt: skip
    return Part(tag("p", text), ())


def numbers(draw: Draw, asks: list[Ask]) -> Part:
    rows = [(f"{draw.pick(('', '', '', '£', '$', '+'))}{draw.rng.randint(2, draw.pick((20, 100, 900))):,}{draw.pick(('', '', '', '%', '+', ' kg', ' km', 'k', '/40', ' hours'))}", text) for text in bits(draw, 1, 4)]
    words = [draw.pick(("{0} {1}", "{0} {1}", "{1} {0}", "{1}: {0}", "{0} – {1}")).format(draw.keep(number), draw.keep(text)) for number, text in rows]
    s = ", ".join(words)
    asks.append(Ask(
        withs=(f"the number{'s' * (len(rows) > 1)} {s}", f"big numbers: {s}", f"stats ({s})", f"the figures {s}"),
        says=(f"Numbers: {s}.", f"Big number: {s}." if len(rows) == 1 else f"Big numbers: {s}.", f"Stats: {s}", f"It shows {s}.", f"figures: {s}", f"Today: {s}.", f"Show {s}.", f"Totals: {s}."),
        requires=tuple(requirement for number, text in rows for requirement in (shows(number), shows(text))),
    ))  # fmt: skip
    return Part(tag("div", *(tag("p", tag("b", number), text) for number, text in rows), class_="stats"), ("stats",))


def _number(draw: Draw) -> str:
    return str(draw.rng.randint(1, 2030))


def _measure(draw: Draw) -> str:
    return f"{draw.rng.randint(1, 90)} {draw.pick(('kg', 'cm', 'km', 'years', 'hours', 'min', 'litres', 'people', 'pages', 'm'))}"


def _address(draw: Draw) -> str:
    return f"{draw.rng.randint(1, 240)} {draw.word('streets')}, {draw.word('towns')}"


def _hours(draw: Draw) -> str:
    return f"{draw.pick(('Mon to Fri', 'daily', 'Tue-Sat', 'weekdays'))} {draw.rng.randint(7, 11)}–{draw.rng.randint(16, 22)}"


VALUES: dict[str, Callable[[Draw], str]] = {
    "Date": Draw.date, "Time": Draw.time, "Price": Draw.price, "Rent": Draw.price, "Deposit": Draw.price, "Phone": Draw.phone, "Email": Draw.email, "Address": _address, "Hours": _hours,
    **dict.fromkeys(("Owner", "Author", "Contact", "Host", "Teacher", "Coach", "Captain"), Draw.person),
}  # fmt: skip


def facts(draw: Draw, asks: list[Ask]) -> Part:
    labels = draw.some(FACTS, 1, 5) if draw.chance(0.75) else [text[0].upper() + text[1:] for text in bits(draw, 1, 4)]
    rows = []
    for label in labels:
        value = VALUES.get(label, draw.pick((bit, bit, _number, _measure)))
        rows.append((label, value(draw)))
    manner = draw.pick((lambda label: label, lambda label: label, str.lower, str.upper))
    joint = draw.pick(("{}: {}", "{}: {}", "{} {}", "{} = {}", "{} – {}", "{}: {}"))
    words = [joint.format(manner(label), draw.keep(value)) for label, value in rows]
    s = draw.pick((". ", ". ", ", ", "; ", "\n", " / ")).join(words)
    spelt = ", ".join(f"the {label.lower()} {draw.keep(value)}" for label, value in rows)
    asks.append(Ask(
        withs=(spelt, f"the facts {', '.join(words)}"),
        says=(f"{s}.", f"{s}.", f"{s}", f"Details: {s}.", f"Facts:\n{chr(10).join(words)}\n", " ".join(f"{label} is {draw.keep(value)}." for label, value in rows), f"It shows {spelt}."),
        requires=tuple(shows(value) for _, value in rows),
    ))  # fmt: skip
    return Part(tag("dl", *(child for label, value in rows for child in (tag("dt", label), tag("dd", value)))), ("facts",))


def lists(draw: Draw, asks: list[Ask]) -> Part:
    """Lists with labels, and lists without."""
    number = draw.pick((1, 1, 1, 1, 2, 2, 3, 4))
    if number == 1 and draw.chance(0.5):
        return _bare_list(draw, asks)
    if draw.chance(0.45):
        labels = list(draw.pick([labels for labels in SETS if len(labels) == number])) if number > 1 else [draw.pick(DAYS)]
    else:
        labels = [draw.pick((draw.word("headings"), bit(draw), bit(draw), draw.label())) for _ in range(number)]
        labels = list(dict.fromkeys(label[0].upper() + label[1:] for label in labels))
    found = [(label, bits(draw, 1, 6)) for label in labels]
    upper = draw.pick((lambda label: label, lambda label: label, str.upper, str.lower))
    form = draw.pick(("{}: {}", "{}: {}", "{} – {}", "{} ({})", "under {}: {}", "{} = {}", "{} has {}", "section {}: {}", "{} with {}"))
    parts = [form.format(draw.keep(upper(label)), series(draw, items)) for label, items in found]
    parts = [part[0].upper() + part[1:] for part in parts]
    s = draw.pick((". ", ". ", "; ", "\n")).join(parts)
    many = {1: "a list", 2: "two lists", 3: "three lists", 4: "four lists"}[len(found)]
    beside = draw.pick(("", "", " next to one another", " side by side", " in columns")) if len(found) > 1 else ""
    asks.append(Ask(
        says=(f"{s}.", f"{s}.", f"{s}", f"{many[0].upper() + many[1:]}{beside}. {s}.", f"It has {many}{beside}. {s}.", f"{many}{beside}: {'; '.join(parts)}", f"Put {s}."),
        requires=tuple(requirement for label, items in found for requirement in (shows(label, "h2, h3"), *(shows(item, "li") for item in items))),
    ))  # fmt: skip
    sections = [(tag("h2", label), tag("ul", *(tag("li", item) for item in items))) for label, items in found]
    if len(found) == 1:
        return Part(tag("section", *sections[0]), ("section", "list"))
    return Part(tag("div", *(tag("section", *section, class_="card") for section in sections), class_="grid"), ("card", "grid", "section", "list"))


def _bare_list(draw: Draw, asks: list[Ask]) -> Part:
    items = bits(draw, 2, 10)
    element = "ol" if draw.chance(0.25) else "ul"
    s = series(draw, items)
    if element == "ol":
        says: tuple[str, ...] = (f"In this order: {s}.", f"Numbered: {s}", f"Steps: {s}.", f"The steps are {s}.", f"first {draw.keep(items[0])}, then {', then '.join(draw.keep(item) for item in items[1:])}", f"number them: {s}", f"Top {len(items)}: {s}.")
        withs: tuple[str, ...] = (f"the steps {s}", f"a numbered list: {s}", f"{s} as a numbered list", f"an ordered list of {s}")
    else:
        says = (f"It has {s}.", f"{s}", f"{s}.", f"Put in {s}.", f"There is {s}.", f"Must have: {s}.", f"On it: {s}.", f"We have {s}.", f"Points: {s}.", f"list {s}", f"Mention {s}.", f"Things on it: {s}", f"Items: {s}.", f"I want {s} on there.", f"that covers {s}", f"Use these: {s}")
        withs = (s, f"these: {s}", f"a list of {s}", f"bullet points: {s}", f"things like {s}", f"a bullet list with {s}")
    asks.append(Ask(withs=withs, says=says, requires=tuple(shows(item, f"{element} > li") for item in items)))
    return Part(tag(element, *(tag("li", item) for item in items)), ("list",))


def cards(draw: Draw, asks: list[Ask]) -> Part:
    """Things with a word on each: "Pagoda (design tokens), Ferry (offline sync)"."""
    people = draw.chance(0.3)
    rows = [(draw.person(), draw.pick((draw.word("job_titles"), draw.word("towns"), bit(draw), bit(draw)))) for _ in range(draw.count(1, 6))] if people else [(name, draw.pick((bit(draw), bit(draw), line(draw).rstrip(".")))) for name in bits(draw, 1, 6)]
    rows = list(dict(rows).items())
    s = pairs(draw, rows, ("{} ({})", "{} ({})", "{}: {}", "{} – {}", "{} = {}", "{}, {}", "{} - {}", "“{}” ({})"))
    what = draw.pick(("Speakers", "Team", "People", "With", "Crew", "Committee", "Contacts", "Cast")) if people else draw.pick(("Projects", "It shows", "Sections", "Work has", "Cards", "Terms", "What we do", "Features", "Included", "Entries", "Glossary", "Topics", "Options", "Rooms", "Stories", "Courses"))
    asks.append(Ask(
        withs=(f"cards for {s}", f"{s}", f"{draw.say(len(rows))} card{'s' * (len(rows) > 1)}: {s}", f"entries for {s}"),
        says=(f"{what}: {s}.", f"{what} {s}.", f"{s}.", f"{s}", f"{what.lower()}: {s}", f"{draw.say(len(rows)).capitalize()} of them: {s}.", f"{what}:{s}"),
        requires=tuple(requirement for name, text in rows for requirement in (shows(name), shows(text))),
    ))  # fmt: skip
    return Part(tag("div", *(tag("article", tag("h2", name), tag("p", text), class_="card") for name, text in rows), class_="grid"), ("card", "grid"))


def prices(draw: Draw, asks: list[Ask]) -> Part:
    """Things with prices, under headings or not: "Matinee: Prompter 9, Dry Run 8"."""
    money = sign(draw)
    groups = []
    labels = list(draw.pick([labels for labels in SETS if len(labels) > 1])) if draw.chance(0.35) else [""]
    for label in labels:
        names = list(dict.fromkeys(draw.word(draw.pick(("foods", "bits", "products", "plan_names"))) if draw.chance(0.8) else bit(draw) for _ in range(draw.count(1, 5))))
        groups.append((label, [(name, amount(draw, money)) for name in names]))
    joints = draw.pick((("{} {}",), ("{} {}",), ("{} ({})",), ("{} for {}",), ("{}: {}",), ("{} – {}",), ("{} at {}",)))
    parts = [(f"{draw.keep(typed(draw, label))}: " if label else "") + pairs(draw, rows, joints) for label, rows in groups]
    s = draw.pick((". ", "; ", "\n")).join(parts)
    asks.append(Ask(
        withs=(f"the prices {s}", f"{s}") if len(groups) == 1 else (),
        says=(f"{s}.", f"{s}", f"Prices: {s}.", f"prices {s}", f"We sell {s}." if len(groups) == 1 else f"{s}.", f"Price list: {s}.", f"It costs: {s}." if len(groups) == 1 else f"Prices:\n{s}\n", f"The items are {s}." if len(groups) == 1 else f"{s}."),
        requires=tuple(requirement for label, rows in groups for requirement in ((shows(label, "h2, h3"),) if label else ()) + tuple(r for name, price in rows for r in (shows(name, "li"), shows(price, "li")))),
    ))  # fmt: skip
    sections = []
    for label, rows in groups:
        body = tag("ul", *(tag("li", tag("span", name), tag("b", price)) for name, price in rows), class_="rows")
        sections.append(tag("section", tag("h2", label), body) if label else body)
    return Part(Html("\n".join(sections)), ("rows", *(("section",) if groups[0][0] else ())))


def times(draw: Draw, asks: list[Ask]) -> Part:
    """A programme: "10:00 Welcome (Room 2), 11:30 tour"."""
    manner = draw.rng.random()
    hours = sorted(draw.rng.sample(range(6, 23), draw.rng.randint(2, 6)))
    if manner < 0.5:
        stamps = [f"{hour}:{draw.pick(('00', '00', '15', '30', '45'))}" for hour in hours]
    elif manner < 0.75:
        stamps = [f"{(hour - 1) % 12 + 1}{draw.pick(('', ' '))}{'am' if hour < 12 else 'pm'}" for hour in hours]
    elif manner < 0.9:
        stamps = list(DAYS[: len(hours)])
    else:
        stamps = [str(year) for year in sorted(draw.rng.sample(range(1920, 2030), len(hours)))]
    rows = [(stamp, draw.pick((bit(draw), bit(draw), line(draw).rstrip(".")))) for stamp in stamps]
    s = pairs(draw, rows, ("{} {}", "{} {}", "{}: {}", "{} – {}", "{} - {}"))
    asks.append(Ask(
        withs=(f"the programme {s}", f"a timetable: {s}", f"the times {s}"),
        says=(f"Timetable: {s}.", f"Schedule: {s}.", f"{s}.", f"{s}", f"Programme: {s}", f"times: {s}", f"The plan: {s}.", f"What happens when: {s}."),
        requires=tuple(requirement for stamp, text in rows for requirement in (shows(stamp, "li"), shows(text, "li"))),
    ))  # fmt: skip
    return Part(tag("ul", *(tag("li", tag("b", stamp), tag("span", text)) for stamp, text in rows), class_="rows"), ("rows",))


def grid(draw: Draw, asks: list[Ask]) -> Part:
    """A table whose columns, and often rows, the brief gives."""
    columns = [text[0].upper() + text[1:] for text in (list(dict.fromkeys(draw.pick(draw.pick(records("columns"))[1].split(";")) for _ in range(draw.count(2, 5)))) if draw.chance(0.5) else bits(draw, 2, 5))]
    if len(columns) < 2:
        columns.append("Notes")
    joined = series(draw, columns)
    form = draw.rng.random()
    caption = line(draw).rstrip(".") if draw.chance(0.25) else ""
    c = draw.quote(caption)
    captioned = draw.pick((f" Caption: {c}.", f" caption {c}", f" Its title is {c}.", f" Above it: {c}.")) if caption else ""
    requires = [shows(column, "th") for column in columns] + ([shows(caption)] if caption else [])
    if form < 0.4:
        names = bits(draw, 1, 6)
        rows = [[name, *("–" for _ in columns[1:])] for name in names]
        r = series(draw, names)
        says: tuple[str, ...] = (f"A table with the columns {joined}, and rows for {r}.{captioned}", f"table: {joined}. Rows: {r}.{captioned}", f"Columns {joined}; down the side {r}.{captioned}", f"columns: {joined}\nrows: {r}\n{captioned}", f"a table, columns {joined}, put in {r}{captioned}", f"Columns {joined}. One row each for {r}.{captioned}", f"with {joined} across the top and {r} down the side{captioned}")
        requires += [shows(name, "tr") for name in names]
    elif form < 0.7:
        names = bits(draw, 1, 5)
        rows = [[name, *(_cell(draw) for _ in columns[1:])] for name in names]
        between = draw.pick((" / ", ", ", " | ", ", "))
        joint = draw.pick((": ", " – ", ", ", " = "))
        told = [draw.keep(row[0]) + joint + between.join(draw.keep(cell) for cell in row[1:]) for row in rows]
        t = draw.pick(("; ", "\n", ". ")).join(told)
        says = (f"Table of {joined}. {t}.{captioned}", f"A table with {joined}: {t}.{captioned}", f"columns {joined}. rows: {t}{captioned}", f"In a table ({joined}):\n{t}\n{captioned}", f"Table, columns {joined}, rows {t}.{captioned}")
        requires += [shows(cell, "tr") for row in rows for cell in row]
    else:
        number = draw.count(1, 8)
        rows = [[f"{column} {place}" for column in columns] for place in range(1, number + 1)]
        n = draw.say(number)
        says = (f"A table with {joined} and {n} row{'s' * (number > 1)}, you can make up what is in it.{captioned}", f"table with {len(columns)} columns: {joined}. {n} rows of examples{captioned}", f"{n} rows, columns {joined}.{captioned}", f"columns: {joined}, {n} rows{captioned}")
        requires += [exactly("tr:has(td)", number)]
    asks.append(Ask(says=says, requires=tuple(requires)))
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in columns)))
    body = tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows))
    return Part(tag("table", tag("caption", caption) if caption else None, head, body), ("table",))


def _cell(draw: Draw) -> str:
    form = draw.rng.random()
    return draw.word("bits") if form < 0.4 else str(draw.rng.randint(0, 500)) if form < 0.65 else draw.price() if form < 0.8 else draw.pick(("yes", "no", "unlimited", "none", draw.time(), draw.date()))


def ticks(draw: Draw, asks: list[Ask]) -> Part:
    items = bits(draw, 2, 8)
    s = series(draw, items)
    asks.append(Ask(
        withs=(f"checkboxes for {s}", f"tick boxes: {s}", f"a checklist of {s}", f"boxes to tick ({s})"),
        says=(f"Tick boxes: {s}.", f"checklist: {s}", f"People tick {s}.", f"With checkboxes: {s}.", f"To tick off: {s}.", f"Checkboxes for {s}.", f"a box to tick for each: {s}"),
        requires=(has("input[type=checkbox]", len(items)), *(shows(item, "label") for item in items)),
    ))  # fmt: skip
    return Part(tag("ul", *(tag("li", tag("label", inline(tag("input", type="checkbox"), " ", item), class_="check")) for item in items), class_="plain"), ("plain", "check"))


def quotes(draw: Draw, asks: list[Ask]) -> Part:
    rows = [(line(draw), draw.person() if draw.chance(0.5) else draw.word("first_names")) for _ in range(draw.pick((1, 1, 1, 2, 3)))]
    rows = list(dict(rows).items())
    if draw.chance(0.3):
        rows = [(text, f"{person}, {bit(draw)}") for text, person in rows]
    marks = draw.pick(('"{0}" – {1}', '"{0}" ({1})', '{1}: "{0}"', "“{0}” by {1}", '{1} says "{0}"', '"{0}", {1}'))
    told = [marks.format(draw.keep(text), draw.keep(person)) for text, person in rows]
    s = draw.pick((", ", "; ", " and ", "\n")).join(told)
    asks.append(Ask(
        withs=(f"the quote {told[0]}", f"a testimonial: {told[0]}") if len(rows) == 1 else (f"quotes: {s}", f"testimonials ({s})"),
        says=(f"Quote: {s}.", f"Review: {s}", f"{s}.", f"Testimonials: {s}.", f"REVIEW: {s}", f"Someone said it best: {s}.", f"People say: {s}."),
        requires=tuple(requirement for text, person in rows for requirement in (shows(text, "blockquote"), shows(person))),
    ))  # fmt: skip
    return Part(Html("\n".join(tag("blockquote", tag("p", text), tag("cite", person)) for text, person in rows)), ("quote",))


def questions(draw: Draw, asks: list[Ask]) -> Part:
    rows: list[tuple[str, str]] = []
    told: list[str] = []
    requires: list[Requirement] = []
    for _ in range(draw.count(1, 5)):
        question = draw.question()[0] if draw.chance(0.6) else f"{draw.pick(('Can I bring', 'Where is', 'What about', 'Do you have', 'Why', 'Who pays for', 'How much is'))} {draw.word('bits')}?"
        answer = line(draw) if draw.chance(0.4) else ""
        q = draw.quote(question)
        told.append(f"{q} Answer: {draw.quote(answer)}" if answer else q)
        rows.append((question, answer or "Write to us, and we will gladly help you with that."))
        requires += [shows(question, "summary"), *((shows(answer),) if answer else ())]
    s = draw.pick((", ", "; ", "\n", " ")).join(told)
    asks.append(Ask(
        withs=(f"the question{'s' * (len(rows) > 1)} {s}",),
        says=(f"Questions: {s}", f"FAQ: {s}", f"People ask {s}", f"Include the question {s}" if len(rows) == 1 else f"Include these questions: {s}", f"questions\n{chr(10).join(told)}\n"),
        requires=tuple(requires),
    ))  # fmt: skip
    return Part(Html("\n".join(tag("details", tag("summary", question), tag("p", answer)) for question, answer in rows)), ("faq",))


def progress(draw: Draw, asks: list[Ask]) -> Part:
    share, what = draw.rng.randint(1, 99), bit(draw)
    k, w = draw.keep(f"{share}%"), draw.keep(what)
    asks.append(Ask(
        withs=(f"a progress bar at {k} ({w})", f"a bar showing {k} {w}", f"a progress bar {k} {w}"),
        says=(f"Progress bar {k} {w}.", f"progress: {k} {w}", f"A bar for {w}: {k}.", f"We are at {k} with {w}.", f"{w} {k} done, as a bar."),
        requires=(has("progress"), shows(f"{share}%"), shows(what)),
    ))  # fmt: skip
    return Part(tag("p", tag("label", what, tag("progress", f"{share}%", value=share, max=100)), f"{share}%"), ())


def chance(draw: Draw, asks: list[Ask]) -> Part:
    """A button that picks one of some texts, or shows a text."""
    button = _button_text(draw)
    b = draw.quote(button)
    if draw.chance(0.5):
        options = bits(draw, 2, 6)
        s = series(draw, options)
        asks.append(Ask(
            says=(f"Press the button {b} and it picks one of {s}.", f"The button {b} draws one: {s}.", f"It chooses at random between {s}. Button: {b}.", f"press button, get one of: {s}. button = {b}", f"Random: {s} ({b})", f"you click {b} and get {s}, whichever"),
            requires=(has("script"), shows(button, "button"), *(shows(option) for option in options)),
        ))  # fmt: skip
        body = (tag("p", tag("output", "?", id="picked")), tag("p", tag("button", button, type="button", id="pick")), tag("ul", *(tag("li", option, class_="option") for option in options)))
        return Part(Html("\n".join(body)), ("button", "list", "script:pick"))
    text = line(draw)
    q = draw.quote(text)
    asks.append(Ask(
        says=(f"When you press {b} it says {q}.", f"A click on {b} shows {q}.", f"button {b}, after the click: {q}", f"you press {b} and it reads {q}", f"Clicking {b} reveals {q}.", f"at the end it says {q} (button {b})", f"on click of {b} show {q}"),
        requires=(has("script"), shows(button, "button"), shows(text)),
    ))  # fmt: skip
    return Part(Html("\n".join((tag("p", tag("button", button, type="button", id="show")), tag("p", text, id="answer", hidden=True)))), ("button", "script:show"))


SCRIPTS = {
    "script:dialog": """document.querySelector("#open").addEventListener("click", () => {
  document.querySelector("#dialog").showModal();
});""",
    "script:pick": """const options = [...document.querySelectorAll(".option")];
document.querySelector("#pick").addEventListener("click", () => {
  const option = options[Math.floor(Math.random() * options.length)];
  document.querySelector("#picked").value = option.textContent;
});""",
    "script:show": """document.querySelector("#show").addEventListener("click", () => {
  document.querySelector("#answer").hidden = false;
});""",
}


def choice(draw: Draw, asks: list[Ask]) -> Part:
    """A poll: one of some answers."""
    options, question = bits(draw, 2, 6), line(draw).rstrip(".")
    asked, button = draw.chance(0.7), _button_text(draw) if draw.chance(0.5) else "Vote"
    s, q = series(draw, options), draw.quote(question)
    before = f"{q} " if asked else ""
    after = f" Button {draw.quote(button)}." if button != "Vote" else ""
    asks.append(Ask(
        says=(f"People choose: {before}{s}.{after}", f"Poll: {before}{s}.{after}", f"{before}Options: {s}.{after}", f"which one: {before}{s}{after}", f"Pick one of {s}.{after} {before}", f"radio buttons {before}{s}{after}", f"Choice: {before}{s}.{after}"),
        requires=(has("input[type=radio]", len(options)), *(shows(option, "label") for option in options), *((shows(question),) if asked else ()), *((shows(button, "button"),) if button != "Vote" else ())),
    ))  # fmt: skip
    fieldset = tag("fieldset", tag("legend", question if asked else "Choose one"), *(tag("label", inline(tag("input", type="radio", name="choice"), " ", option), class_="check") for option in options))
    return Part(tag("form", fieldset, tag("button", button, type="submit")), ("form", "check", "button"))


def form(draw: Draw, asks: list[Ask]) -> Part:
    """A form with the brief's own fields: plain ones, drop-downs, yes or no, tick boxes."""
    children: list[Html] = []
    told: list[str] = []
    requires: list[Requirement] = []
    checks = False
    for label in dict.fromkeys(draw.pick(records("fields"))[0].lower() if draw.chance(0.55) else bit(draw) for _ in range(draw.count(1, 7))):
        words, field, needed = spelled(draw, Field(label, type_of(label)))
        told.append(words)
        children.append(field.html())
        requires += needed
        checks = checks or field.type == "checkbox"
    button = _button_text(draw) if draw.chance(0.7) else "Send"
    b = draw.quote(button)
    after = "" if button == "Send" else draw.pick((f" Button {b}.", f" Send button: {b}.", f" Submit says {b}.", f" The button says {b}.", f" btn {b}", f" [{draw.keep(button)}]", f" button = {b}", f" Button: {b}", f" and a {b} button"))
    if button != "Send":
        requires.append(shows(button, "button"))
    s = draw.pick((", ", ", ", "; ", " / ")).join(told)
    spoken = ", ".join(told[:-1]) + " and " + told[-1] if len(told) > 1 else told[0]
    asks.append(Ask(
        says=(f"The form asks for {spoken}.{after}", f"Fields: {s}.{after}", f"form: {s}{after}", f"Ask for {spoken}.{after}", f"People fill in {spoken}.{after}", f"It should ask: {s}.{after}", f"need {s}{after}", f"Form with {spoken}.{after}", f"fields\n- {(chr(10) + '- ').join(told)}\n{after}", f"{s}.{after}"),
        requires=(has("form"), *requires),
    ))  # fmt: skip
    return Part(tag("form", *children, tag("button", button, type="submit")), ("form", *(("check",) if checks else ()), "button"))


def signup(draw: Draw, asks: list[Ask]) -> Part:
    """A box to leave an email address."""
    button = _button_text(draw) if draw.chance(0.75) else "Subscribe"
    b = draw.quote(button)
    after = "" if button == "Subscribe" else draw.pick((f" with {b}", f" + {b}", f", button {b}", f" (button {b})", f" → {b}"))
    asks.append(Ask(
        withs=(f"an email box{after}", f"a field to leave an email{after}", f"an email signup{after}"),
        says=(f"email box{after}", f"People can leave their email{after}.", f"Email field{after}.", f"At the end an email box{after}.", f"box for email{after}"),
        requires=(has("input[type=email]"), *((shows(button, "button"),) if button != "Subscribe" else ())),
    ))  # fmt: skip
    return Part(tag("form", Field("Email", "email", "email").html(), tag("button", button, type="submit")), ("form", "button"))


def buttons(draw: Draw, asks: list[Ask]) -> Part:
    texts = list(dict.fromkeys(_button_text(draw) for _ in range(draw.pick((1, 1, 1, 1, 2, 2, 3)))))
    b = draw.quote(texts[0])
    if len(texts) == 1:
        says: tuple[str, ...] = (f"Button {b}.", f"Button: {b}.", f"button {b}", f"btn {b}", f"CTA {b}", f"One button, {b}.", f"BTN: {b}", f"[{draw.keep(texts[0])}]", f"Call to action: {b}.", f"Then a button, {b}.", f"big button {b}", f"cta: {b}", f"a {b} button", f"Button says {b}", f"button text {b}")
        withs: tuple[str, ...] = (f"a {b} button", f"a button {b}", f"one button, {b}", f"a button reading {b}", f"the call to action {b}")
    else:
        s = series(draw, texts)
        says = (f"Buttons: {s}.", f"buttons {s}", f"{draw.say(len(texts)).capitalize()} buttons: {s}.", f"With buttons {s}.", f"btns: {s}")
        withs = (f"the buttons {s}", f"{draw.say(len(texts))} buttons: {s}", f"buttons for {s}")
    asks.append(Ask(withs=withs, says=says, requires=tuple(shows(text, "button") for text in texts)))
    return Part(tag("div", *(tag("button", text, type="button") for text in texts), class_="row"), ("button", "row"))


def _button_text(draw: Draw) -> str:
    form = draw.rng.random()
    if form < 0.3:
        return draw.word("buttons")
    if form < 0.55:
        return f"{draw.word('verbs').capitalize()} {draw.pick(('me', 'my', 'the', 'it', 'us', 'a'))} {draw.word('nouns')}"
    return draw.word("lines").rstrip(".") if form < 0.75 else draw.label()


def links(draw: Draw, asks: list[Ask]) -> Part:
    rows = []
    for text in bits(draw, 1, 4):
        path = f"/{anchor(text)[:24].strip('-') or 'page'}" if draw.chance(0.4) else draw.url() if draw.chance(0.6) else draw.file("pdf", "html", "zip", "vcf")
        rows.append((text, path))
    s = pairs(draw, rows, ("{} ({})", "{} -> {}", "{} to {}", "{}: {}", "{} ({})"))
    asks.append(Ask(
        withs=(f"links: {s}", f"a link {s}" if len(rows) == 1 else f"the links {s}"),
        says=(f"Links: {s}.", f"links {s}", f"Link {s}." if len(rows) == 1 else f"Links at the bottom: {s}.", f"It links to {s}."),
        requires=tuple(shows(text, f'a[href="{path}"]') for text, path in rows),
    ))  # fmt: skip
    return Part(tag("ul", *(tag("li", tag("a", text, href=path)) for text, path in rows)), ("list",))


def contact(draw: Draw, asks: list[Ask]) -> Part:
    """Ways to get in touch, given bare or named."""
    ways = draw.some(("phone", "email", "address", "hours"), 1, 3)
    rows = []
    for way in ways:
        rows.append((way, VALUES[way.capitalize()](draw)))
    bare = ", ".join(draw.keep(value) for _, value in rows)
    named = ", ".join(f"{draw.pick((way, way, {'phone': 'tel', 'email': 'mail', 'address': 'at', 'hours': 'open'}[way]))} {draw.keep(value)}" for way, value in rows)
    asks.append(Ask(
        withs=(f"our {named}", f"the contact details {bare}", f"the {named}"),
        says=(f"{bare}.", f"{bare}", f"Contact: {named}.", f"{named}", f"Find us: {bare}.", f"Contact {bare}", f"Our {named}."),
        requires=tuple(shows(value) for _, value in rows),
    ))  # fmt: skip
    shown = []
    for way, value in rows:
        target = {"phone": f"tel:{''.join(c for c in value if c.isdigit() or c == '+')}", "email": f"mailto:{value}"}.get(way)
        shown.append(tag("p", tag("a", value, href=target) if target else value))
    return Part(tag("address", *shown), ())


def closing(draw: Draw, asks: list[Ask]) -> Part:
    text = line(draw)
    q = draw.quote(text)
    asks.append(Ask(
        withs=(f"{q} at the bottom", f"the last line {q}", f"{q} in the footer", f"a footer saying {q}"),
        says=(f"At the bottom: {q}", f"Last line: {q}", f"footer: {q}", f"At the end it says {q}", f"Footer {q}.", f"bottom line {q}", f"Small print: {q}", f"Signed {q}", f"And at the very end {q}"),
        requires=(shows(text, "footer"),),
    ))  # fmt: skip
    return Part(tag("footer", tag("p", text)), ("footer",))


BLOCKS: tuple[tuple[Block, int], ...] = (
    (tagline, 4), (details, 5), (pictures, 3), (note, 6), (numbers, 2), (facts, 5), (lists, 8), (cards, 5), (prices, 4), (times, 3), (outline, 2), (grid, 4), (ticks, 2), (quotes, 3), (questions, 2), (progress, 1),
    (chance, 2), (dialog, 1), (choice, 2), (form, 5), (signup, 2), (buttons, 5), (links, 2), (contact, 3), (closing, 3),
)  # fmt: skip
AUDIENCES = (
    "for my class", "for our office", "for the fridge door", "for the kids", "for my grandmother", "for the village", "for our street", "for my students", "for school", "for the noticeboard", "for work", "for my sister",
    "for the club", "for our wedding guests", "for visitors", "for a friend", "for the neighbours", "for next week", "for my team", "for the window", "for the lobby screen", "for parents", "for new colleagues", "for a tablet",
)  # fmt: skip
# What people say of the look or of themselves, and no page of ours can show more of than it does anyway.
REMARKS = (
    "calm colours", "Big enough to read from the back row.", "newspaper feel", "chalkboard look", "lots of white space", "CSS only", "no frameworks", "It must work on a phone.", "hand-drawn feel if possible",
    "Nothing shouty, please.", "Keep it plain.", "tasteful", "I am not good with computers.", "a bit of retro", "print friendly", "one column", "two columns", "readable fonts", "rounded corners", "Make it look expensive.",
    "soft shadows", "I will fill in the rest later.", "You may make up the rest.", "friendly but serious", "Everything centred.", "responsive", "hover effects", "a thin double line somewhere", "big letters", "Please keep the spelling.",
    "no emoji", "no stock photos", "mobile first", "accessible", "I'm twelve.", "My eyes are not what they were.", "thanks", "It hangs in the hallway.", "for a tablet with a cracked screen", "high contrast", "no animations", "in the style of an old ticket",
    "semantic tags", "valid HTML5", "as simple as possible", "loud and fun", "elegant", "a little crooked on purpose", "quiet", "dense, for experts", "use grid", "use flexbox", "inline CSS", "all in one file", "looks handmade",
)  # fmt: skip
# Pages that people fill with their own lists and notes; what a page of that name is called when it has no other title.
USUAL = (
    ("landing page", "Welcome"), ("one-page site", "Welcome"), ("event page", "You are invited"), ("menu", "Menu"), ("price list", "Prices"), ("portfolio", "My work"), ("product page", "Our product"), ("blog post", "A new post"),
    ("newsletter", "Newsletter"), ("CV", "Curriculum vitae"), ("résumé", "Résumé"), ("team page", "Our team"), ("dashboard", "Dashboard"), ("FAQ page", "Questions"), ("invitation", "You are invited"), ("profile", "Profile"),
    ("coming soon page", "Coming soon"), ("homepage", "Welcome"), ("poster", "Notice"), ("recipe page", "Recipe"), ("form", "Form"), ("survey", "Survey"), ("conference page", "Conference"), ("booking page", "Book now"),
    ("page", "Welcome"), ("web page", "Welcome"), ("html page", "Welcome"), ("info page", "Information"), ("list", "List"), ("card", "Card"), ("sign-up page", "Sign up"), ("order form", "Order"), ("services page", "Services"),
)  # fmt: skip


def blocks(draw: Draw, number: int, among: Sequence[tuple[Block, int]] = BLOCKS) -> list[Block]:
    """That many different blocks, the commoner ones more often, in their order on the page."""

    def choose() -> set[Block]:
        chosen: set[Block] = set()
        while len(chosen) < min(number, len(among)):
            chosen.add(draw.rng.choices([block for block, _ in among], [weight for _, weight in among])[0])
        return chosen

    chosen = draw.together(choose, lambda blocks: (block.__name__ for block in blocks))
    return [block for block, _ in among if block in chosen]


@kind("brief", 36.0)
def brief(draw: Draw) -> Wish:
    asks: list[Ask] = []
    unsaid = draw.chance(0.1)
    noun, heading = USUAL[0] if unsaid else draw.pick(USUAL) if draw.chance(0.5) else draw.pick(records("things"))
    naming = 0.0 if unsaid else draw.rng.random()
    if naming < 0.75:
        name = title(draw) if naming < 0.6 else draw.person()
        q = draw.quote(name)
        asks.append(Ask(
            tails=(f"called {q}", f"titled {q}", f"named {q}", f"for {q}", f"{q}", f"for {q}", f"with the title {q}"),
            withs=(f"the title {q}", f"{q} at the top", f"the heading {q}", f"{q} in big letters", f"the headline {q}"),
            says=(f"Title: {q}.", f"Name: {q}.", f"NAME: {q}", f"Heading {q}.", f"{q} at the top.", f"title {q}", f"It's called {q}.", f"H1: {q}.", f"h1 {q}", f"Put {q} at the top.", f"Big: {q}", f"Headline: {q}", f"{q}."),
            requires=(shows(name, "h1"),),
        ))  # fmt: skip
        heading = name
    chosen = blocks(draw, draw.pick((1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6)))
    parts = [(block, block(draw, asks)) for block in chosen]
    if draw.chance(0.12):
        asks.append(Ask(tails=AUDIENCES))
    if draw.chance(0.25):
        asks.append(Ask(says=REMARKS))
    menu: list[str] = []
    if draw.chance(0.12):
        menu = bits(draw, 2, 6)
        s = series(draw, menu)
        asks.append(Ask(
            withs=(f"a menu on top ({s})", f"a nav with {s}", f"links to {s} at the top"), says=(f"Menu: {s}.", f"nav: {s}", f"Top nav: {s}.", f"Menu on top: {s}.", f"Navigation: {s}"), requires=tuple(shows(link, "nav a") for link in menu)
        ))  # fmt: skip
    # Each thing has a look of its own, so that the choice follows from the prompt.
    style = look(draw, asks, None, LIGHT[zlib.crc32(noun.encode()) % len(LIGHT)], 0.35)
    used = {"narrow", "stack", *(name for _, part in parts for name in part.components), *(("header", "nav") if menu else ())}
    bar = tag("header", tag("nav", tag("ul", *(tag("li", tag("a", link, href=f"#{anchor(link)}")) for link in menu)))) if menu else None
    foot = next((part.html for block, part in parts if block is closing), None)
    main = tag("main", tag("h1", heading), *(part.html for block, part in parts if block is not closing), class_="narrow")
    css = style.css(*(name for name in COMPONENTS if name in used))
    script = "\n".join(SCRIPTS[name] for name in SCRIPTS if name in used)
    page = document(heading, css, bar, main, foot, script=script)
    unwanted = draw.word("bits")
    if draw.chance(0.08) and unwanted.casefold() not in page.casefold():
        k = draw.keep(unwanted)
        asks.append(Ask(says=(f"No {k}, please.", f"no {k}", f"Please no {k}.", f"I don't want {k} on it.", f"Leave out {k}.", f"without {k}", f"Nothing about {k}!"), requires=(Requirement(text=unwanted, min=0, max=0),)))
    nouns = () if unsaid else (noun,) if noun.endswith("page") else (noun, noun, noun, f"{noun} page")
    return Wish(nouns=nouns, page=page, asks=asks, requires=(has("h1"),), ordered=True)


@kind("levels", 0.8)
def levels(draw: Draw) -> Wish:
    """Headings of several levels, each with its text."""
    texts = [line(draw).rstrip(".") if draw.chance(0.5) else bit(draw) for _ in range(draw.rng.randint(2, 6))]
    named = draw.pick(("h{} {}", "h{}: {}", "H{} = {}", "h{} says {}", "h{} should say {}"))
    told = ", ".join(named.format(level, draw.quote(text) if draw.chance(0.3) else draw.keep(text)) for level, text in enumerate(texts, 1))
    ask = Ask(withs=(told,), says=(f"{told[0].upper()}{told[1:]}.", f"{told}", f"The texts: {told}."), requires=tuple(shows(text, f"h{level}") for level, text in enumerate(texts, 1)))
    asks = [ask]
    style = look(draw, asks, None, "slate", 0.2)
    page = document(texts[0], style.css("narrow"), tag("main", *(tag(f"h{level}", text) for level, text in enumerate(texts, 1)), class_="narrow"))
    return Wish(nouns=("page with headings", "set of headings", "page that shows all heading levels", "heading sample", "page with several headings", "headings of different sizes"), page=page, asks=asks)


# What people add to a page of any kind: these need no style of their own.
ADDED: tuple[tuple[Block, int], ...] = ((details, 2), (note, 5), (facts, 2), (lists, 2), (quotes, 1), (contact, 1))


def add(draw: Draw, wish: Wish) -> None:
    """Adds a block or two to a page of another kind, where the page takes it: at the end of its form, its panel or its main part."""
    page = str(wish.page)
    if 'class="panel"' in page:
        end, depth = page.find("\n    </div>\n  </main>"), 6
    else:
        end, depth = page.find("\n  </main>"), 4
    if end < 0:
        return
    asks: list[Ask] = []
    parts = [part for block in blocks(draw, draw.pick((1, 1, 2)), ADDED) for part in (block(draw, asks),) if not {"grid"} & set(part.components)]
    if len(parts) < len(asks):
        return
    markup = "\n".join(" " * depth + row for part in parts for row in part.html.split("\n"))
    longer = Html(f"{page[:end]}\n{markup}{page[end:]}")
    known = [requirement for ask in (*wish.asks, *asks) for requirement in ask.requires]
    if not unmet(longer, [*wish.requires, *known]):
        wish.page = longer
        wish.asks += asks

