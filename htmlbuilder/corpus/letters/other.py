"""Other texts in the place of a letter's own: of the same sort, as far as their look, their role or their mark tells it."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from htmlbuilder.corpus.blocks import texts
from htmlbuilder.corpus.blocks.controls import ZONES
from htmlbuilder.corpus.blocks.fields import label_of, option_of
from htmlbuilder.corpus.blocks.notes import command_line
from htmlbuilder.corpus.blocks.texts import amount, bit, button_text, raised
from htmlbuilder.corpus.draw import DAYS, MONTHS, WORDS, Draw, bank
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.letters import Implied, Mark, marks
from htmlbuilder.corpus.sections import anchor
from htmlbuilder.corpus.style import COLOR_WORDS

# What the `/source` of a mark may be, beside the banks.
SOURCES: dict[str, Callable[[Draw], str]] = {
    "brand": Draw.brand, "person": Draw.person, "phrase": Draw.phrase, "sentence": Draw.sentence, "line": texts.line, "thing": bit, "label": Draw.label, "title": texts.title, "address": texts.address,
    "question": lambda draw: draw.question()[0], "price": Draw.price, "date": Draw.date, "time": Draw.time, "file": lambda draw: draw.file("jpg", "png", "pdf", "mp3"), "figure": texts.figure, "hours": texts.hours,
    "name": lambda draw: draw.word("first_names"), "town": lambda draw: draw.word("towns"), "food": lambda draw: draw.word("foods"), "product": lambda draw: draw.word("products"), "job": lambda draw: draw.word("job_titles"),
    "skill": lambda draw: draw.word("skills"), "street": lambda draw: draw.word("streets"), "subject": lambda draw: draw.word("subjects"), "noun": lambda draw: draw.word("nouns"), "adjective": lambda draw: draw.word("adjectives"),
    "heading": lambda draw: draw.word("headings"), "plan": lambda draw: draw.word("plan_names"), "link": lambda draw: draw.word("links"), "code": Draw.code, "command": command_line, "measure": texts.measure,
}  # fmt: skip
# What stands in a role, first and later in its rows, where nothing else tells.
ROLES: dict[str, tuple[str, ...]] = {
    "h1": ("title", "brand", "phrase"), "h2": ("heading", "thing", "phrase"), "p": ("sentence", "line"), "lead": ("thing", "line"), "foot": ("line", "sentence"), "small": ("line",), "quote": ("line", "sentence"),
    "nav": ("link", "thing"), "link": ("link", "thing", "label"), "footlink": ("link",), "card": ("thing", "brand", "product"), "post": ("title", "phrase", "line"), "tier": ("plan", "thing"), "row": ("thing", "food", "product"), "q": ("question",), "price": ("price",), "address": ("address",), "map": ("address",),
    "audio": ("phrase", "thing"), "video": ("phrase", "thing"), "th": ("thing", "heading"), "tr": ("thing", "product"), "person": ("person",), "code": ("command",), "legend": ("heading", "thing"), "banner": ("line", "sentence"), "box": ("line", "sentence"), "verse": ("line",), "slides": ("line", "sentence"), "riddle": ("question", "line"), "greet": ("label",), "panel": ("heading", "thing", "title"), "crumb": ("link", "thing"), "nest": ("thing", "heading"), "cap": ("title", "phrase"), "total": ("thing",), "ask": ("question",), "ids": ("noun",), "hint": ("thing",), "pie": ("thing",), "zoom": ("thing", "phrase", "title"), "logos": ("brand", "thing"), "swatch": ("thing",), "office": ("town", "thing"), "note": ("line", "sentence"), "bars": ("thing", "title"), "ticks": ("thing", "name"), "board": ("thing", "line"), "cart": ("product", "thing", "food"), "swap": ("plan", "thing"), "sift": ("heading", "thing"), "wipe": ("thing",), "matrix": ("line", "thing"), "best": ("label", "thing"), "tip": ("thing",), "event": ("date",), "stage": ("thing", "heading"), "chat": ("name", "person"), "lane": ("heading", "thing"), "cookie": ("line", "sentence"), "flip": ("thing", "phrase"), "thanks": ("line", "sentence"),
}  # fmt: skip
SECOND = {"tip": ("line", "sentence"), "event": ("line", "phrase", "thing"), "chat": ("line", "sentence"), "toast": ("line",), "office": ("address",), "note": ("line", "sentence"), "panel": ("line", "sentence"), "nest": ("thing",), "total": ("price",), "ask": ("thing",), "timer": ("line", "phrase"), "stars": ("line",), "riddle": ("thing",), "pin": ("line", "sentence"), "greet": ("phrase",), "dialog": ("line", "sentence"), "quote": ("person", "name"), "audio": ("person",), "q": ("line", "sentence"), "tabs": ("line", "sentence"), "link": ("url",), "tier": ("price",), "card": ("thing", "line"), "person": ("job", "thing", "line"), "photo": ("thing", "line"), "post": ("line", "date", "sentence")}
BUTTONS, LABELS = ("btn", "send", "pick", "reveal", "coin", "dialog", "lamp", "run", "up", "toast"), ("field", "area", "select", "radio", "checks", "tick", "must", "slider", "times", "plus", "split", "percent")
BUTTONED = {"run": (1,), "cookie": (1, 2, 3), "dialog": (2, 3, 4)}  # places in a role's rows that hold buttons
MONTH = re.compile(rf"\b({'|'.join(month[:3] for month in MONTHS)})", re.IGNORECASE)
DAY = re.compile(rf"\b(?:{'|'.join(f'{day}|{day[:3]}' for day in DAYS)})(?=s?\b)", re.IGNORECASE)
HOURS = re.compile(r"^\d{1,2}([:.]\d\d)? ?([ap]m)? ?(-|–|to) ?\d{1,2}([:.]\d\d)? ?([ap]m)?$")


def _days(draw: Draw, old: str) -> str:
    """Other days, written as the old ones are."""
    days = draw.rng.sample(DAYS, len(DAYS)) * 2

    def other(match: re.Match[str]) -> str:
        day = days.pop()[: 3 if len(match[0]) == 3 else None]
        return day.lower() if match[0].islower() else day

    return DAY.sub(other, old)


SHAPES: tuple[tuple[re.Pattern[str], Callable[[Draw, str], str]], ...] = (
    (re.compile(r"^\S+@\S+\.\w+$"), lambda draw, _: draw.email()),
    (re.compile(r"^(https?://|www\.)\S+$"), lambda draw, _: draw.url()),
    (re.compile(r"^/[\w/-]*$"), lambda draw, _: f"/{draw.word('nouns').replace(' ', '-')}"),
    (re.compile(r"^#[0-9a-fA-F]{6}$"), lambda draw, _: draw.hex()),
    (HOURS, lambda draw, old: re.sub(r"\d+([:.]\d\d)?", lambda match: f"{draw.rng.randint(1, 12 if 'm' in old else 23)}{match[1][0] + draw.pick(('00', '15', '30', '45')) if match[1] else ''}", old)),
    (re.compile(r"^\+?[\d ()/.-]{7,}$"), lambda draw, old: re.sub(r"\d", lambda _: str(draw.rng.randint(0, 9)), old) if draw.chance(0.5) else draw.phone()),
    (re.compile(r"^(1[5-9]|20)\d\d$"), lambda draw, old: str(draw.rng.randint(1500, 1904) if old < "1900" else draw.rng.randint(1905, 2032))),
    (re.compile(r"^[$£€₹¥]|[$£€₹¥]$|^\d+[.,]\d\d$"), lambda draw, old: amount(draw, next((sign for sign in "$£€₹¥" if sign in old), "")) if draw.chance(0.7) else draw.price()),
    (re.compile(r"^\d{1,2}([:.]\d\d)? ?([ap]m|[ap]\.m\.)?$"), lambda draw, old: draw.time() if re.search(r"[:apm]", old) else str(draw.rng.randint(1, draw.pick((12, 60, 400))))),
    (re.compile(r"^\d+$"), lambda draw, old: str(draw.rng.randint(1, 10 ** len(old)))),
    (re.compile(rf"^{DAY.pattern}s?((, ?| ?[-–/&] ?| to | and ){DAY.pattern}s?)*$", re.IGNORECASE), _days),
    (MONTH, lambda draw, old: draw.date() if re.search(r"\d", old) else bit(draw)),
    (re.compile(r"\d"), lambda draw, old: re.sub(r"\d+", lambda match: str(draw.rng.randint(1905, 2032)) if re.match(r"(19|20)\d\d$", match[0]) else str(draw.rng.randint(1, 10 ** len(match[0]) - 1)) if len(match[0]) < 3 else match[0][0] + "".join(str(draw.rng.randint(0, 9)) for _ in match[0][1:]), old) if draw.chance(0.85) else bit(draw)),
)  # fmt: skip
BORROWED = 0.75  # share of marks with all texts replaced that say what some letter says
MEASURED = ("pics", "stars", "some", "fill", "timer", "span", "clock", "lot", "month")  # roles whose first texts are numbers, or of a few known ones
COLORS = ("hue", "bg", "band", "tint")
TIMES = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60, 90)  # that timers run for
SENTENCES = ("p", "lead", "foot", "small", "quote", "banner", "box", "thanks")


def _ended(text: str, like: str) -> str:
    """The text with a stop at its end, or without one, as the words that follow the old text need."""
    if like in ".!?…":
        return text if text[-1:] in (*".!?…",) else f"{text}."
    return text.removesuffix(".")


def _key(mark: Mark, place: int, text: str) -> str:
    """What is replaced alike: a colour only by colours, and a city that has a clock by such, whatever else has its name."""
    return f"{text.casefold()}/{'colour' if mark.role in COLORS else mark.role if mark.role == 'clock' else place or ''}"


def _look(mark: Mark) -> tuple[object, ...]:
    """What marks have in common whose texts may stand for each other: the role, and what the first row looks like."""
    shapes = (next((place for place, (shape, _) in enumerate(SHAPES) if shape.search(text)), None) for text in mark.rows[0])
    typed = mark.param or type_of(mark.rows[0][0]) if mark.role == "field" else ""
    return mark.role, mark.source, typed, mark.rows[0][0][0].isupper(), max(len(row) for row in mark.rows), *shapes


@cache
def series() -> dict[tuple[object, ...], list[tuple[tuple[str, ...], ...]]]:
    """What the letters tell in marks of one look, so that one letter may tell it in the place of another."""
    found: dict[tuple[object, ...], list[tuple[tuple[str, ...], ...]]] = {}
    for mark in marks():
        if all(mark.rows[0]):
            found.setdefault(_look(mark), []).append(mark.rows)
    return found


class Others:
    """The other texts of one draw: the same one wherever the letter has the same one, each replaced with chance `share`."""

    def __init__(self, draw: Draw, share: float) -> None:
        self.draw, self.share = draw, share
        self.known: dict[str, str] = {}
        self.cued = True

    def mark(self, mark: Mark, counted: bool = False, resized: bool = True, cued: bool = True) -> Mark:
        """The mark with other texts in it, and if it may be `resized` at times fewer or more: two at least where they are `counted`.

        Unless `cued`, no word beside the mark says what it is: a button then looks like one, and a box to tick stays.
        """
        self.cued = cued
        if mark.fixed or mark.stays or not self.share or (mark.role == "tick" and not cued) or mark.role in ("dark", "until", "title", "end", "pager", "cell", "convert"):
            return mark
        if mark.silent:  # at most it says again what has been told; a field has its usual label
            return mark if mark.role in MEASURED or (mark.role in LABELS and not mark.param) else replace(mark, rows=tuple(tuple(self.known.get(_key(mark, place, text), text) for place, text in enumerate(row)) for row in mark.rows))
        rows, draw = list(mark.rows), self.draw
        borrowed = self._borrowed(mark, counted, resized) if self.share == 1 and draw.split != "unseen" and mark.role not in COLORS and not mark.partly and draw.chance(BORROWED) else None
        if borrowed:
            return replace(mark, rows=borrowed)
        if mark.role == "field" and mark.param:  # of a type that other labels may not have
            return mark
        if len(rows) > 1 and resized and not mark.partly and self.share == 1 and draw.chance(0.5):
            number = draw.rng.randint(1 if draw.chance(0.2) and not counted else 2, len(rows) + 2)
            rows = rows[:number] + [tuple(f"{text}\0{place}" for text in rows[-1]) for place in range(number - len(rows))]
        found = [(self._text(mark, 0, row[0]), row) for row in rows]
        told = found if mark.role == "chat" else dict(found).items()  # but for those who speak again, no two rows have one name
        return replace(mark, rows=tuple((first, *(self._text(mark, place, text) for place, text in enumerate(row[1:], 1))) for first, row in told))

    def _borrowed(self, mark: Mark, counted: bool, resized: bool) -> tuple[tuple[str, ...], ...] | None:
        """What another letter tells in such a mark, where nothing of this one has been told before."""
        keys = [[_key(mark, place, text) for place, text in enumerate(row)] for row in mark.rows]
        found = series().get(_look(mark), ())
        if not found or any(key in self.known for row in keys for key in row):
            return None
        rows = self.draw.pick(found)
        if (counted and len(rows) < 2) or (len(rows) != len(mark.rows) and not (resized and (len(rows) > 1) == (len(mark.rows) > 1))):
            return None
        if mark.role in SENTENCES:
            rows = tuple((_ended(row[0], mark.rows[0][0][-1]), *row[1:]) for row in rows)
        for row, new in zip(keys, rows, strict=False):
            self.known.update(zip(row, new, strict=False))
        return rows

    def param(self, mark: Mark) -> str:
        """The button of a mark, or a poll's question, or another one."""
        draw = self.draw
        if not draw.chance(self.share):
            return mark.param
        new = draw.question()[0] if mark.role == "poll" else button_text(draw)
        return re.sub(r"[{}<>\n]", " ", new)

    def _text(self, mark: Mark, place: int, old: str) -> str:
        if isinstance(old, Implied):
            return old
        told = old.split("\0")[0]
        if (mark.role == "total" and not place) or (mark.partly and re.search(r"\d", told)):  # what it sums up, or stands among, is not said
            return told
        key = _key(mark, place, old)
        if key not in self.known:
            new = self._other(mark, place, told) if self.draw.chance(self.share) or "\0" in old else told
            if mark.role in SENTENCES and not place:
                new = _ended(new, told[-1])
            self.known[key] = " ".join(re.sub(r"[{}<>\n]| = ", " ", new.replace(";", ",")).split()) or told
        return self.known[key]

    def _other(self, mark: Mark, place: int, old: str) -> str:
        draw, role = self.draw, mark.role
        if mark.source and not place and role not in MEASURED:
            return self._of(mark.source)
        if role in ("pics", "stars", "some", "fill") and not place:
            number = draw.rng.randint(2, 9)
            return str(number) if old.isdigit() else WORDS[number]
        if role == "timer" and not place:
            return re.sub(r"\d+", str(draw.pick(TIMES)), old)
        if role == "span":
            return str(draw.rng.randint(1, 3) if not place else draw.rng.randint(4, 9))
        if role == "clock":
            return draw.pick(tuple(ZONES))
        if role == "h2" and place:
            return anchor(draw.word("nouns")) or "more"
        if role == "lot":
            return str(draw.rng.randint(0, 10) if not place else draw.rng.randint(11, 999))
        if role == "month" and not place:
            return str(draw.rng.randint(1, 28))
        if role == "cart" and place:
            return amount(draw, next((sign for sign in "$£€₹¥" if sign in old), ""))
        if place in BUTTONED.get(role, ()):
            return button_text(draw)
        if role == "run" and place:
            return old
        if (role in COLORS or (role in ("btn", "swatch") and place)) and not old.startswith("#"):
            return draw.pick(tuple(COLOR_WORDS)) if draw.chance(0.85) else draw.hex()
        if role in ("meter", "pie") and place:
            return f"{draw.rng.randint(1, 99)}%"
        if role == "tier" and place == 2:
            return ", ".join(bit(draw).replace(",", "") for _ in range(draw.rng.randint(1, 4)))
        for shape, make in SHAPES:
            if shape.search(old) and (len(old.split()) < 4 or shape is MONTH or make is _days or role == "phone"):
                return make(draw, old)
        if place:
            return self._of(draw.pick(SECOND.get(role, ("thing",))))
        if role in BUTTONS:
            return button_text(draw) if self.cued else draw.pick(bank("buttons", draw.split))
        if role in LABELS and not (mark.param and role in ("select", "radio", "checks")):
            return self._label(old) if role == "field" else label_of(draw)
        if role in ("opt", "poll", "quiz", "select", "radio", "checks"):
            return option_of(draw)
        new = self._of(draw.pick(ROLES.get(role, ("thing",))))
        return raised(new) if old[0].isupper() and draw.chance(0.6) else new

    def _label(self, old: str) -> str:
        """Another field's label. What takes a file gives way only to such, and to no other does such a one."""
        for _ in range(8):
            new = label_of(self.draw)
            if (type_of(new) == "file") == (type_of(old) == "file"):
                return new
        return old

    def _of(self, source: str) -> str:
        if source == "url":
            return self.draw.url()
        return SOURCES[source](self.draw) if source in SOURCES else self.draw.word(source)
