"""Things in groups, each under its heading: how people write them, and how the page shows them.

The headings stand on the page as the prompt writes them, in capitals or not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus import names
from htmlbuilder.corpus.blocks.texts import SETS, amount, bit, figure, raised, sign
from htmlbuilder.corpus.draw import DAYS, MONTHS, WORDS, Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, shows

MORE_SETS: tuple[tuple[str, ...], ...] = (
    ("Kitchen", "Bathroom", "Garden"), ("Living room", "Hall", "Attic", "Cellar"), ("Matinee", "Evening"), ("Set one", "Set two", "Encore"), ("First set", "Second set"), ("Side A", "Side B"), ("Beer", "Wine", "Soft drinks"), ("Soups", "Salads", "Grill"), ("Breakfast", "Lunch", "Dinner"), ("To start", "To follow", "To finish"),
    ("Adults", "Children", "Dogs"), ("Payment", "Delivery", "Returns"), ("Before you book", "On the day", "Afterwards"), ("Must", "Should", "Could", "Won't"), ("Strings", "Brass", "Percussion"), ("Soprano", "Alto", "Tenor", "Bass"), ("Under 10", "Under 12", "Under 14"), ("Car 1", "Car 2", "Car 3"), ("Table 1", "Table 2", "Table 3"), ("Books", "Films", "Games"),
    ("Tools", "Materials"), ("Dry goods", "Fridge", "Freezer"), ("Act I", "Act II", "Act III"), ("Keep", "Give away", "Sell"), ("Done", "Not done"), ("Open", "Closed"), ("Vegan", "Vegetarian", "Meat"), ("Sorted", "Unsorted"), ("North side", "South side"), ("Early shift", "Late shift", "Night"), ("Term 1", "Term 2"), ("Cut", "Colour", "Extras"), ("Bikes", "Parts", "Repairs"),
    ("Who", "What", "Where"), ("Big jobs", "Small jobs"), ("Rules", "Fines"), ("Facts", "Myths"), ("Start", "Stop", "Continue"), ("Plan A", "Plan B"), ("Cats", "Dogs", "Others"), ("Year 7", "Year 8", "Year 9"), ("Wet", "Dry"), ("New", "Used"), ("Hand luggage", "Suitcase"), ("Upstairs", "Downstairs"), ("Reduce", "Reuse", "Recycle"), ("Members", "Guests"), ("Weekdays", "Weekends"),
)  # fmt: skip
SOURCES = ("bits", "foods", "products", "skills", "nouns", "subjects", "towns", "things", "links", "plan_names", "mixed", "mixed")
MARKS = (":", ";", " - ", " – ", " / ", "|", "\n", "(", ")", ". ")
ASIDE = ("live", "new", "acoustic", "x2", "half", "Ana sings", "no drums", "long version", "if time", "vegan", "v", "gf", "hot", "twice", "old one", "sold", "optional", "last", "slow", "capo 2", "in G", "blue", "small", "both", "borrowed", "2 kg", "with Jo", "check first", "x 12", "if it rains")
UNITS = ("a week", "a day", "a month", "per hour", "each", "per person", "a night", "a kilo", "a term", "a lesson", "a glass", "per class", "a pair", "a year", "an hour", "a box")


@dataclass(frozen=True, slots=True)
class Group:
    """A heading ("" for none), a note below it ("" for none), and items: a text each, or a text and its price."""

    head: str
    note: str
    items: list[tuple[str, ...]]


def clear(draw: Draw, make: Callable[[], str], marks: Sequence[str] = MARKS) -> str:
    """A text in which none of the marks that part items stands; after some tries the words without them."""
    text = make().rstrip(".")
    for mark in marks:
        text = text.replace(mark, " ")
    return " ".join(text.replace(",", "").split())


def question(draw: Draw) -> str:
    noun, verb = draw.word("nouns"), draw.word("verbs")
    return draw.pick((
        f"Can I {verb} the {noun}?", f"Who pays for the {noun}?", f"Where is the {noun}?", f"What does a {noun} cost?", f"Do you {verb} on {draw.pick(DAYS)}s?", f"How long does the {noun} last?", f"Is there a {noun}?", f"May {noun}s come too?", f"Why is the {noun} {draw.word('adjectives')}?", f"When can we {verb}?", f"How do I {verb} my {noun}?", f"Which {noun} fits?", f"What if the {noun} breaks?",
    ))  # fmt: skip


def answer(draw: Draw) -> str:
    noun = draw.word("nouns")
    return draw.pick((
        "Yes", "No", "Yes, always", "Only on weekdays", f"Ask {draw.word('first_names')}", f"Next to the {noun}", f"About {draw.rng.randint(2, 60)} minutes", f"Behind the {noun}", f"{draw.price(2, 90)}", f"From {draw.rng.randint(6, 11)} to {draw.rng.randint(12, 20)}", f"Bring a {noun}", f"We {draw.word('verbs')} it for you", f"Not before {draw.pick(MONTHS)}", draw.word("bits"),
        f"Within {draw.rng.randint(2, 30)} days", f"The {draw.word('adjectives')} one", f"Free for {noun}s", "It depends", draw.word("lines").rstrip("."), f"In {draw.word('towns')}",
    )).replace("?", "").replace("\n", " ")  # fmt: skip


def _items(draw: Draw, number: int, source: str) -> list[str]:
    def one() -> str:
        if source == "mixed":
            return bit(draw)
        return f"{draw.word('adjectives')} {draw.word('nouns')}" if source == "things" else draw.word(source)

    makes: dict[str, Callable[[], str]] = {"figures": lambda: figure(draw), "questions": lambda: question(draw), "people": lambda: names.person(draw), "firms": lambda: names.business(draw)}
    found = [clear(draw, makes.get(source, one), () if source == "figures" else MARKS) for _ in range(number)]
    return list({text.casefold(): text for text in found if text}.values()) or [draw.word("nouns")]


def groups_of(draw: Draw, alone: float = 0.12) -> tuple[str, list[Group]]:
    """What the groups are of ("plain", "priced", "ticks", "numbered", "songs", "questions", "answered"), and the groups; with chance `alone` one without a heading."""
    sort = draw.rng.choices(("plain", "priced", "ticks", "numbered", "songs", "questions", "answered"), (50, 22, 8, 6, 8, 5, 5))[0]
    if draw.chance(alone) and sort in ("plain", "priced", "songs"):
        heads = [""]
    elif draw.chance(0.55):
        heads = list(draw.pick(SETS if draw.chance(0.4) else MORE_SETS))
    elif draw.chance(0.2):
        days = draw.pick((DAYS, [day[:3] for day in DAYS], MONTHS))
        start = draw.rng.randrange(4)
        heads = list(days[start : start + draw.rng.randint(2, 4)])
    else:
        make = draw.pick((lambda: draw.word("headings"), lambda: draw.word("nouns"), lambda: bit(draw), lambda: f"{draw.word('nouns')}s", lambda: draw.word("first_names"), lambda: draw.label(), lambda: f"{draw.word('adjectives')} {draw.word('nouns')}s"))
        heads = [raised(text) for text in {clear(draw, make).casefold(): clear(draw, make) for _ in range(draw.rng.randint(2, 4))}.values() if text]
    heads = [head.upper() for head in heads] if draw.chance(0.3) else [head.lower() for head in heads] if draw.chance(0.1) else heads
    money, source = sign(draw), draw.pick(SOURCES) if draw.chance(0.78) else draw.pick(("figures", "people", "firms"))
    source = "questions" if sort in ("questions", "answered") else source if sort == "plain" else draw.pick(SOURCES)
    noted, aside = draw.chance(0.14), sort == "songs" or draw.chance(0.1)
    groups = []
    for head in heads:
        texts = _items(draw, draw.count(1, 5) if head else draw.count(2, 7), source)
        if aside:
            texts = [f"{text} ({draw.pick(ASIDE)})" if draw.chance(0.3) else text for text in texts]
        note = clear(draw, lambda: draw.pick((draw.word("bits"), draw.word("lines"), f"no {draw.word('nouns')}s"))) if noted and head and draw.chance(0.6) else ""
        groups.append(Group(head, note, [(text, amount(draw, money)) if sort == "priced" else (text, answer(draw)) if sort == "answered" else (text,) for text in texts]))
    return sort, groups


# How a group is written: {h} its heading, {s} its things, {i} and {o} its number.
HEADED = (
    "{h}: {s}", "{h}: {s}", "{h}: {s}", "{h}: {s}", "{h}: {s}", "{h}: {s}", "{h} – {s}", "{h} - {s}", "{h} = {s}", "{h} -> {s}", "under {h}: {s}", "{h} has {s}", "in {h}: {s}", "for {h}: {s}", "[{h}] {s}", "*{h}* {s}", "{h} with {s}", "section {h}: {s}", "{i}) {h}: {s}", "Section {o}, {h}: {s}", "Part {i} – {h}: {s}", "the {h} list: {s}", "{h} … {s}",
    '"{h}": {s}', "heading {h}, below it {s}", "{h}: we have {s}", "list {i} ({h}): {s}", "column {i} {h}: {s}", "{h} goes with {s}", "then {h}: {s}", "{h} | {s}", "{h}; {s}", "**{h}** {s}", "# {h}\n{s}", "{h}\n{s}", "{h} includes {s}", "box {i}: {h} – {s}", "group {o}: {h} ({s})", "{h} ({s})", "{h} ({s})", "{h} [{s}]",
)  # fmt: skip
LEADS: dict[str, tuple[str, ...]] = {
    "plain": (
        "", "", "", "", "", "", "{n} groups: ", "grouped like so: ", "with headings and lists: ", "it has lists. ", "Content: ", "sorted by group. ", "sections: ", "the lists are: ", "Headings and what goes under them: ", "here is what goes in: ", "the text: ", "{n} columns. ", "in {n} columns: ", "side by side: ", "{n} boxes: ",
        "{n} parts: ", "please keep the groups: ", "lists as follows. ", "bullets under each heading: ", "categories: ", "{n} headings with bullets: ", "What is on it: ", "I sorted it: ",
    ),
    "priced": ("", "", "", "", "prices: ", "prices ", "price list. ", "our prices: ", "what it costs: ", "rates: ", "menu: ", "we charge: ", "prices are ", "Prices as follows: ", "{n} sections with prices: ", "costs: ", "the tariff: ", "what we sell: "),
    "ticks": ("tick boxes. ", "with boxes to tick: ", "as a checklist with tick boxes: ", "each with a checkbox: ", "checkboxes: ", "so that I can tick things off: ", "a tick box before each: ", "checkbox lists. ", "we tick them off one by one: ", "tickable. ", "a checkbox for each item: ", "[ ] lists: "),
    "numbered": ("numbered lists. ", "numbered: ", "each list numbered: ", "with numbers, the order counts: ", "numbered lists under headings: ", "ordered lists: ", "in order, with numbers. ", "number the items. ", "(numbers, not bullets) "),
    "songs": ("", "", "", "set list: ", "the songs: ", "we play: ", "what's on: ", "in this order: ", "list: ", "running order: ", "it goes: "),
    "answered": ("", "", "FAQ by topic. ", "questions that fold out: ", "questions and answers: ", "FAQ with groups: ", "collapsible answers. ", "the answer opens on a click: ", "Q&A: ", "accordion questions in groups: ", "people ask and we say: ", "questions to click open. "),
    "questions": ("", "", "questions by topic: ", "the questions: ", "questions in groups. ", "people ask: ", "FAQ topics: ", "what people want to know: ", "only the questions, no answers yet. ", "questions: ", "categories with questions: ", "we will answer these later: "),
}  # fmt: skip
ANSWERED = ("{} {}", "{} {}", "{} – {}", "{} ({})", "{} = {}", "Q: {} A: {}", '{} "{}"', "{} -> {}", "{} Answer: {}", "{} {}.")
PRICED = ("{} {}", "{} {}", "{} {}", "{} {}", "{} – {}", "{} - {}", "{} = {}", "{} ({})", "{}: {}", "{} for {}", "{} at {}", "{} is {}", "{} costs {}", "{} @ {}", "{} .. {}")


def _row(draw: Draw, sort: str, items: Sequence[tuple[str, ...]], mark: str, joint: str, last: str) -> str:
    words = [joint.format(*(draw.keep(text) for text in item)) if len(item) > 1 else draw.keep(item[0]) for item in items]
    if len(words) == 1 or mark not in (", ",):
        return mark.join(words)
    return mark.join(words[:-1]) + last + words[-1]


def told_groups(draw: Draw, sort: str, groups: Sequence[Group]) -> tuple[str, str]:
    """The groups in words, and the unit that all their prices have ("" for none)."""
    plain = " ".join(text for group in groups for item in group.items for text in item)
    joint = draw.pick(ANSWERED if sort == "answered" else PRICED)
    alone = not groups[0].head
    marks = [mark for mark in (", ", ", ", ", ", ", ", " / ", "/", " | ", " · ", " + ") if mark.strip() not in plain] or [" | "]
    if sort == "songs" and "/" not in plain:
        marks += [" / ", " / ", " / "]
    if sort == "priced" and draw.chance(0.3) and any(letter in plain for letter in "$£€¥₹"):
        joint, marks = "{} {}", [" "]  # the price itself is the end of a thing
    if sort == "answered":
        marks = ["; ", "; ", "\n- ", " / " if "/" not in plain else "; "]
    if sort == "questions":
        marks = [" ", " ", ", ", " / ", "\n- "]
    mark = draw.pick(marks)
    if sort == "priced" and joint == "{} {}" and any(len(item) > 1 and item[0][-1].isdigit() and item[1][0].isdigit() for group in groups for item in group.items):
        joint = "{} – {}"
    last = mark if sort in ("songs", "numbered", "questions", "answered") else draw.pick((" and ", " and ", mark, mark, " & ", " or ", ", and ", " plus ") if sort != "priced" else (mark, mark, " and "))
    if any(f" {last.strip()} " in f" {text} " for group in groups for item in group.items for text in item):
        last = mark
    lines = draw.chance(0.13)
    bullet = draw.pick(("- ", "- ", "• ", "* ", "", "[ ] " if sort == "ticks" else "– "))
    form = draw.pick(HEADED)
    if mark.strip() and mark.strip() != "," and mark.strip() in form:
        form = "{h}: {s}"
    if any(letter in "([" for letter in plain) and form.endswith(("({s})", "[{s}]")):
        form = "{h}: {s}"
    noted = any(group.note for group in groups)
    above = draw.pick(("{h} ({n})", "{h} ({n})", "{h}, {n}", "{h} – {n}", "{h} [{n}]"))
    parts = []
    for place, group in enumerate(groups, 1):
        head = draw.keep(group.head)
        if group.note:
            head = above.format(h=head, n=draw.keep(group.note))
        row = "\n" + "\n".join(bullet + _row(draw, sort, [item], mark, joint, last) for item in group.items) if lines else _row(draw, sort, group.items, mark, joint, last)
        shape = ("{h}:{s}" if lines else "{h}: {s}") if lines or (noted and not form.endswith("{h}: {s}")) else form
        parts.append(row.strip("\n") if alone else shape.format(h=head, s=row, i=place, o=WORDS[place]))
    between = "\n\n" if form.startswith("{h}\n") and not lines else "\n" if lines or "\n" in form else draw.pick([sep for sep in (". ", ". ", ". ", "; ", "; ", "\n", "\n", " / ", " | ", ", ") if sep.strip(" ") != mark.strip(" ") and (sep != ", " or form.endswith((")", "]"))) and not (sep == "; " and "; " in form)])
    if between == ". ":
        parts = [raised(part) for part in parts]
    said = between.join(parts)
    unit = draw.pick(UNITS) if sort == "priced" and not lines and draw.chance(0.2) else ""
    if unit:
        said += f" {draw.keep(unit)}" if alone else draw.pick((", all {}", " (all {})", ". All prices {}", ", each price {}")).format(draw.keep(unit))
    lead = draw.pick(LEADS[sort]).format(n=draw.say(len(groups)))
    if alone and ("group" in lead or "heading" in lead or "column" in lead or "section" in lead or "categor" in lead or ("box" in lead and sort == "plain")):
        lead = ""
    if lines and not alone and lead:
        lead = lead.rstrip(" ") + "\n"
    return lead + said, unit


def shown_groups(sort: str, groups: Sequence[Group], unit: str) -> tuple[Html, list[Requirement], tuple[str, ...]]:
    """The groups on the page, what it then must have, and the components."""
    sections, needs = [], []
    for group in groups:
        if group.head:
            needs.append(shows(group.head, "h2, h3"))
        if group.note:
            needs.append(shows(group.note, "section p"))
        if sort == "priced":
            needs += [shows(text, "li") for item in group.items for text in item]
            if unit:
                needs.append(shows(unit, "li", len(group.items)))
            body = tag("ul", *(tag("li", tag("span", item[0]), tag("b", f"{item[1]} {unit}" if unit else item[1])) for item in group.items), class_="rows")
        elif sort == "answered":
            needs += [need for item in group.items for need in (shows(item[0], "details > summary"), shows(item[1], "details > p"))]
            body = Html("\n".join(tag("details", tag("summary", item[0]), tag("p", item[1])) for item in group.items))
        elif sort == "ticks":
            needs += [shows(item[0], "label:has(input[type=checkbox])") for item in group.items]
            body = tag("ul", *(tag("li", tag("label", inline(tag("input", type="checkbox"), " ", item[0]), class_="check")) for item in group.items), class_="plain")
        else:
            element = "ol" if sort == "numbered" else "ul"
            needs += [shows(item[0], f"{element} > li") for item in group.items]
            body = tag(element, *(tag("li", item[0]) for item in group.items))
        sections.append((tag("h2", group.head), tag("p", group.note) if group.note else None, body) if group.head else (body,))
    used = {"priced": ("rows",), "ticks": ("plain", "check"), "answered": ("faq",)}.get(sort, ("list",))
    if not groups[0].head:
        return sections[0][0], needs, used
    if sort in ("priced", "answered") or len(sections) == 1:
        return Html("\n".join(tag("section", *section) for section in sections)), needs, (*used, "section")
    return tag("div", *(tag("section", *section, class_="card") for section in sections), class_="grid"), needs, (*used, "card", "grid", "section")


def groups(draw: Draw, asks: list[Ask]) -> Part:
    """Things in groups, as people write them."""
    sort, found = groups_of(draw, 0.0)
    said, unit = told_groups(draw, sort, found)
    html, needs, components = shown_groups(sort, found, unit)
    asks.append(Ask(says=(raised(said),), requires=tuple(needs)))
    return Part(html, components)
