"""Wishes in a few words, with the whole page that such a person hopes for: "wedding website", "lost umbrella form".

`corpus/nutshells/*.txt` has them, parted by lines of `---`: one line of wordings, parted by `|`, and below it the page, in
the marks of `corpus/letters`. Nothing of the page is told, so all of it is what the words imply.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus import names
from htmlbuilder.corpus.draw import HERE, Draw, held_out
from htmlbuilder.corpus.letters import MARK, Mark, parted, read_mark
from htmlbuilder.corpus.letters.sheet import Sheet, grounds_first
from htmlbuilder.corpus.style import LIGHT, STYLES
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows
from htmlbuilder.corpus.wording import article

FOLDER = HERE / "nutshells"
NAMED = "trades"  # the file of businesses, whose heading is a made-up name
CALLED = ("called {}", "named {}", "called {}", "by the name of {}", "({})", "– {}")
COLORS = ("blue", "green", "red", "purple", "orange", "teal", "pink", "navy", "brown", "turquoise", "dark green", "burgundy", "coral", "lavender")
# How most people ask who say nothing else.
SHORT = ("{noun}", "{noun}", "{noun}", "{noun}", "{a}", "make {a}", "create {a}", "Create {a}.", "Write an HTML code to create {a}", "Write HTML code for {a}", "{noun} html", "html code for {a}", "build {a}", "I need {a}", "i want {a}", "make me {a}", "can you make {a}?", "{noun}, please", "design {a}", "generate {a}", "html {noun}", "{noun} in html and css")
LOOKS = {"hue", "bg", "band", "dark", "tint"}
# What a page has when its wish says so, by the words that say it.
SAID = (
    (re.compile(r"\b(?:form|survey|questionnaire|sign-?up|log-?in|registration|booking|order)\b", re.IGNORECASE), "form"),
    (re.compile(r"\b(?:table|timetable)\b", re.IGNORECASE), "table"),
    (re.compile(r"\b(?:quiz|calculator|countdown|timer|stopwatch|counter|picker|poll)\b", re.IGNORECASE), "script"),
)


@dataclass(frozen=True, slots=True)
class Nutshell:
    field: str  # its file
    nouns: tuple[str, ...]
    marks: tuple[Mark, ...]


@cache
def nutshells(unused: bool = False) -> tuple[Nutshell, ...]:
    """Those that training draws, or those `unused` by it. Raises `ValueError` where something besides marks is on a page."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for text in parted(path):
            line, _, page = text.partition("\n")
            nouns = tuple(noun.strip() for noun in line.split("|"))
            if held_out(nouns[0]) != unused:
                continue
            if rest := MARK.sub("", page).strip():
                raise ValueError(f"{path.name}: {line}: no mark: {rest[:60]}")
            marks = tuple(replace(read_mark(match), silent=True) for match in MARK.finditer(page))
            found.append(Nutshell(path.stem, nouns, marks))
    return tuple(found)


@kind("nutshell", 130.0)
def nutshell(draw: Draw) -> Wish:
    unused = draw.split == "wordings" and draw.chance(0.5)
    if unused:
        draw.held.add("wordings")
    chosen = draw.pick(nutshells(unused))
    draw.frames.append(chosen.nouns[0])
    asks: list[Ask] = []
    marks = list(chosen.marks)
    if chosen.field == NAMED and draw.chance(0.4):
        marks = _renamed(draw, marks, asks)
    sheet = Sheet(STYLES[LIGHT[zlib.crc32(chosen.nouns[0].encode()) % len(LIGHT)]])
    if not LOOKS & {mark.role for mark in marks} and draw.chance(0.15):
        color = draw.pick(COLORS)
        sheet.add(Mark("hue", ((color,),)))
        asks.append(Ask(tails=(f"in {color}", f"in {color}"), withs=(f"{color} accents", f"{color} buttons and links"), says=(f"Use {color}.", f"Colour: {color}", f"I like {color}."), requires=tuple(sheet.needs)))
    for mark in grounds_first(marks):
        sheet.add(mark)
    page = sheet.page()
    requires = (has("h1"), has("main :nth-child(2)"), *_said(chosen.nouns, page))
    if not asks and draw.chance(0.4):
        noun = draw.pick(chosen.nouns)
        said = draw.pick(SHORT).format(noun=noun, a=article(noun))
        return Wish(nouns=(), page=page, asks=[Ask(says=(said,))], requires=requires, ordered=True)
    return Wish(nouns=chosen.nouns, page=page, asks=asks, requires=requires, ordered=True)


def _renamed(draw: Draw, marks: Sequence[Mark], asks: list[Ask]) -> list[Mark]:
    """The page of a business with another name, which is told."""
    old = next(mark.rows[0][0] for mark in marks if mark.role == "h1")
    name = names.business(draw)
    told = draw.quote(name) if draw.chance(0.4) else draw.keep(name)
    asks.append(Ask(tails=tuple(called.format(told) for called in CALLED), says=(f"The name is {told}.", f"It is called {told}."), requires=(shows(name, "h1"),)))
    return [replace(mark, rows=tuple(tuple(text.replace(old, name) for text in row) for row in mark.rows)) for mark in marks]


def _said(nouns: Sequence[str], page: str) -> list[Requirement]:
    """What the wish says by itself, whichever of its wordings is told, and the page has."""
    return [has(element) for words, element in SAID if f"<{element}" in page and all(words.search(noun) for noun in nouns)]
