"""The order in which a prompt mentions things, which the page then follows.

Each thing's wordings carry a private-use letter that no voice sees or changes; the finished prompt is read for them, and
cleaned.
"""

import re

from htmlbuilder.corpus.draw import CLOSE, OPEN
from htmlbuilder.corpus.wish import Ask

FIRST, LAST = 0xE000, 0xE0FF
MARKS = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")


def marked(one: Ask, place: int) -> Ask:
    """The ask with the mark of number `place` in each of its wordings."""
    tails, withs, says, heads = (tuple(_marked(text, chr(FIRST + place)) for text in texts) for texts in (one.tails, one.withs, one.says, one.heads))
    return Ask(tails, withs, says, one.requires, heads)


def _marked(text: str, mark: str) -> str:
    """The mark stands in the first text to copy, or behind the first word: what begins a wording may be raised or left out."""
    if OPEN in text:
        return text.replace(OPEN, OPEN + mark, 1)
    first, space, rest = text.partition(" ")
    return f"{first}{space}{OPEN}{mark}{CLOSE}{rest}"


def mentioned(prompt: str, number: int) -> list[int]:
    """The numbers of `number` things in the prompt's order; those it does not mention come last."""
    found = [ord(mark) - FIRST for mark in MARKS.findall(prompt)]
    return list(dict.fromkeys((*found, *range(number))))


def cleaned(prompt: str) -> str:
    return MARKS.sub("", prompt)
