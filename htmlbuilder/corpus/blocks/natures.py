"""Fields as forms of all trades have them: labels that somebody would ask, and what one chooses from under such a label.

Labels are patterns of the bank `labels` with open words in them, so that no list of labels is ever whole. What a label is
asked to be (a dropdown, a scale, a number from 7 to 13) is worded by `fields`.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from htmlbuilder.corpus.blocks.fields import (
    Asked,
    attribute,
    choices,
    dropdown,
    joined,
    label_of,
    options_of,
    outside,
    picks,
    plain,
)
from htmlbuilder.corpus.blocks.texts import bit
from htmlbuilder.corpus.blocks.words import say
from htmlbuilder.corpus.draw import DAYS, MONTHS, Draw, records
from htmlbuilder.corpus.labels import LANGUAGES, asked_label, pattern, type_of
from htmlbuilder.corpus.wish import shows

LEVELS = (("beginner", "intermediate", "advanced"), ("novice", "club", "tournament"), ("first time", "some practice", "expert"), ("A1", "A2", "B1", "B2", "C1"), ("easy", "medium", "hard"), ("bronze", "silver", "gold"), ("junior", "senior"), ("starter", "improver", "pro"), ("white belt", "yellow belt", "green belt"))
ANIMALS = ("dog", "cat", "rabbit", "horse", "guinea pig", "parrot", "hamster", "tortoise", "ferret", "budgie", "goat", "snake", "owl", "fox", "bear", "penguin", "lion", "frog", "hedgehog", "whale", "zebra", "mouse", "tiger", "koala")
COLOURS = ("red", "blue", "green", "black", "white", "navy", "yellow", "pink", "grey", "orange", "purple", "olive", "cream", "teal", "burgundy")
DURATIONS = ("30 min", "45 min", "60 min", "90 min", "1 hour", "2 hours", "half day", "full day", "1 week", "2 weeks", "1 month", "3 months", "1 year", "overnight")


def _run(draw: Draw, row: tuple[str, ...], number: int) -> list[str]:
    """That many neighbours of a row."""
    start = draw.rng.randint(0, max(0, len(row) - number))
    return list(row[start : start + number])


def _ranges(draw: Draw, number: int) -> list[str]:
    """Numbers in steps, the last often open: 1-10, 11-50, 51+."""
    ends = [int(end) for end in _run(draw, draw.pick((("1", "2", "4", "6", "8", "12", "20"), ("5", "10", "20", "50", "100", "500"), ("10", "50", "200", "1000", "5000"), ("3", "6", "9", "12", "15", "20"), ("2", "5", "9", "15", "30"))), number)]
    mark = draw.pick(("-", "-", "-", "–", " to "))
    found = [f"{low + 1 if place else 1}{mark}{high}" if (low + 1 if place else 1) != high else f"{high}" for place, (low, high) in enumerate(zip([0, *ends], ends, strict=False))]
    return [*found[:-1], draw.pick((f"{ends[-2]}+", f"more than {ends[-2]}", f"over {ends[-2]}"))] if draw.chance(0.5) else found


def _ages(draw: Draw, number: int) -> list[str]:
    ends = sorted(draw.rng.sample((5, 6, 8, 10, 11, 12, 14, 16, 18, 25, 30, 40, 50, 60, 65), number - 1))
    mark = draw.pick(("-", "-", "–", " to "))
    return [f"under {ends[0]}", *(f"{low}{mark}{high - 1}" for low, high in pairwise(ends)), f"{ends[-1]}{draw.pick(('+', ' and over', ' or older'))}"]


def _budgets(draw: Draw, number: int) -> list[str]:
    sign = draw.pick(("$", "€", "£", "₹"))
    ends = sorted(draw.rng.sample((10, 20, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000), number - 1))
    return [f"under {sign}{ends[0]}", *(f"{sign}{low}-{high}" for low, high in pairwise(ends)), draw.pick((f"over {sign}{ends[-1]}", f"{sign}{ends[-1]}+"))]


def _classes(draw: Draw, number: int) -> list[str]:
    first = draw.rng.randint(1, 9)
    return [draw.pick(("{}a", "{}", "{}b", "Year {}", "Class {}", "grade {}", "Group {}")).format(first + place) for place in range(number)] if draw.chance(0.3) else [pattern.format(first + place) for pattern in (draw.pick(("Year {}", "class {}", "{}a", "grade {}", "{}")),) for place in range(number)]


def _hour(draw: Draw) -> str:
    hour = draw.rng.randint(8, 20)
    return draw.pick((f"{hour}:00", f"{hour}:30", f"{(hour - 1) % 12 + 1}{'am' if hour < 12 else 'pm'}", f"{hour}-{hour + 1}", f"{(hour - 1) % 12 + 1} {'am' if hour < 12 else 'pm'}"))


def _each(make: Callable[[Draw], str]) -> Callable[[Draw, int], list[str]]:
    return lambda draw, number: [make(draw) for _ in range(number)]


def _of(row: tuple[str, ...]) -> Callable[[Draw, int], list[str]]:
    return lambda draw, number: draw.rng.sample(row, min(number, len(row)))


SOURCES: dict[str, Callable[[Draw, int], list[str]]] = {
    "sizes": lambda draw, number: _run(draw, ("XS", "S", "M", "L", "XL", "XXL"), number) if draw.chance(0.6) else _run(draw, ("small", "medium", "large", "extra large"), min(number, 4)) if draw.chance(0.5) else [f"{size}" for size in range(36, 36 + number)],
    "ranges": _ranges, "ages": _ages, "budgets": _budgets, "classes": _classes, "levels": lambda draw, _: list(draw.pick(LEVELS)),
    "slots": _each(lambda draw: f"{draw.pick(DAYS) if draw.chance(0.4) else draw.pick(DAYS)[:3]} {_hour(draw)}" if draw.chance(0.7) else _hour(draw)),
    "parts": lambda draw, number: _run(draw, ("early morning", "morning", "lunchtime", "afternoon", "evening", "night"), number) if draw.chance(0.7) else ["mornings", "afternoons", "evenings", "weekends"][:number],
    "days": lambda draw, number: _run(draw, tuple(DAYS), number) if draw.chance(0.6) else _run(draw, tuple(day[:3] for day in DAYS), number),
    "months": lambda draw, number: _run(draw, tuple(MONTHS), number),
    "people": _each(lambda draw: draw.pick((f"{draw.pick(('Ms', 'Mr', 'Mrs', 'Dr', 'Miss', 'Prof.'))} {draw.word('surnames')}", draw.word("first_names"), draw.word("first_names"), draw.person()))),
    "rooms": lambda draw, number: [pattern.format(place + 1) for pattern in (draw.pick(("Room {}", "hall {}", "Table {}", "court {}", "studio {}", "Stand {}", "lane {}")),) for place in range(number)] if draw.chance(0.5) else [f"{draw.word('adjectives')} {draw.pick(('room', 'hall', 'table', 'corner'))}" for _ in range(number)],
    "topics": _each(lambda draw: draw.pick((draw.word("nouns"), draw.word("skills").lower(), f"{draw.word('adjectives')} {draw.word('nouns')}", draw.word("nouns") + "s"))),
    "things": _each(lambda draw: draw.pick((draw.word("nouns"), draw.word("adjectives"), bit(draw), f"{draw.word('nouns')} {draw.word('nouns')}"))),
    "plans": lambda draw, number: [f"{draw.word('plan_names')}{mark}{draw.rng.randint(3, 90)}{')' if '(' in mark else ''}" for mark in (draw.pick((" $", " €", " (£", " – $")),) for _ in range(number)] if draw.chance(0.35) else [draw.word("plan_names").lower() if draw.chance(0.5) else draw.word("plan_names") for _ in range(number)],
    "animals": _of(ANIMALS), "colours": _of(COLOURS), "languages": _of(LANGUAGES), "durations": _of(DURATIONS),
    **{name: _each(lambda draw, name=name: draw.word(name)) for name in ("foods", "products", "skills", "subjects", "towns", "streets")},  # type: ignore[misc]
}  # fmt: skip


def offered(draw: Draw, source: str) -> list[str]:
    """What one chooses from: words as they stand between slashes, or some of `@source`; now and then anything."""
    if draw.chance(0.12):
        return options_of(draw)
    if not source.startswith("@"):
        return source.split("/")
    found = list(dict.fromkeys(SOURCES[source[1:]](draw, draw.pick((2, 3, 3, 3, 4, 4, 5, 6)))))
    return [*found, draw.pick(("other", "none", "not sure", "don't mind", "something else"))] if draw.chance(0.12) else found


def pattern_of(draw: Draw, nature: str) -> str:
    """Where the options of some field of that nature come from."""
    return draw.pick([(*record, "", "")[2] for record in records("labels") if record[1:2] == (nature,)])


CHOSEN = {"select": ("select",) * 8 + ("selected", "radio"), "radio": ("radio",) * 3 + ("select",), "many": ("several",), "yesno": ("yesno", "yesno", "radio.yesno"), "scale": ("scale", "scale.bare", "scale.bare"), "tick": ("tick",), "twice": ("twice",), "strength": ("strength",), "period": ("pair",)}
# What is said of a field that nobody chooses in, by its type.
SAID = {
    "textarea": ("big", "big", "big", "bighint", "length", "optional"), "number": ("range.bare", "range.bare", "range", "max", "min", "stepper"), "file": ("file",), "tel": ("optional", "required", "star"), "email": ("required", "star", "placeholder"),
    "date": ("typed",), "time": ("typed",), "checkbox": ("tick",), "password": ("required", "minlength", "strength"),
}  # fmt: skip


def natural(draw: Draw, raised: bool, spare: float = 0.5) -> Asked:
    """A field that a form may have; with chance `spare` nothing is said of it but its label, unless one chooses in it."""
    label, nature, source = pattern(draw)
    if nature in ("", "range") and draw.chance(0.12):
        label = label_of(draw)
    if raised:
        label = label[0].upper() + label[1:]
    if nature in ("select", "radio", "many"):
        name = draw.pick(CHOSEN[nature])
        return choices(draw, label, name, offered(draw, source))
    if nature in CHOSEN:
        return attribute(draw, label, draw.pick(CHOSEN[nature]))
    if nature in ("date", "time") and type_of(label) != nature:
        return attribute(draw, label, f"kind.{nature}")
    if draw.chance(spare):
        return plain(draw, label)
    kind = type_of(label)
    said = draw.pick(SAID.get(kind, ("required", "star", "optional", "placeholder", "help", "star")))
    return attribute(draw, label, f"kind.{kind}" if said == "typed" else said)


# Choices that nobody gave a name: (wording, what stands over them).
UNNAMED = (("several", "Tick what applies"), ("several", "Tick what applies"), ("select", "Please choose"), ("radio", "Choose one"))


def unnamed(draw: Draw) -> Asked:
    """Options without a label."""
    name, label = draw.pick(UNNAMED)
    options = offered(draw, pattern_of(draw, {"several": "many", "select": "select", "radio": "radio"}[name]))
    words = say(draw, f"attribute.unnamed.{name}", v=joined(draw, options))
    if name == "select":
        return Asked(words, dropdown(label, options), [shows(option, "option") for option in options])
    kind = "checkbox" if name == "several" else "radio"
    return Asked(words, picks(label, options, kind), [shows(option, f"label:has(input[type={kind}])") for option in options])


def naturals(draw: Draw, number: int, spare: float = 0.5) -> list[Asked]:
    """That many fields, typed by one person; no label twice."""
    raised = draw.chance(0.3)
    found: dict[str, Asked] = {}
    bare = draw.rng.randrange(number) if draw.chance(0.12) else -1
    for place in range(number):
        one = unnamed(draw) if place == bare else natural(draw, raised, spare)
        found.setdefault(one.needs[0].text.lower(), one)
    return list(found.values())


def close(draw: Draw, low: int, high: int) -> list[Asked]:
    """A few fields whose words can stand in brackets, or behind a colon."""
    wanted = draw.rng.randint(low, high)
    found = [one for one in naturals(draw, wanted + 2, 0.75) if not one.apart and not re.search(r"[,;:\n]", outside(one.words))][:wanted]
    return found or [plain(draw, asked_label(draw))]
