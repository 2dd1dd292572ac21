"""Other words for the same wish: `thesaurus.txt` gives phrases, each with others that may stand in its place.

A letter that is told with other words each time cannot be learned by its wording.
"""

import re
from collections.abc import Iterable, Sequence, Set
from functools import cache
from pathlib import Path

from htmlbuilder.corpus.draw import Draw

FILE = Path(__file__).with_suffix(".txt")
SHARES = (0.0, 0.0, 0.15, 0.3, 0.5)  # of the phrases of a prompt that are told in other words
WORD = re.compile(r"[^\W_]+(?:[’'&-][^\W_]+)*")
QUOTES = re.compile(r"[\"“”«»]")
BEGINS = re.compile(r"(?:^|[.!?:\n])[\s\"“*•–-]*$")  # after this, a capital is that of a sentence


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """Every phrase, in small letters, with what may stand in its place."""
    found: dict[str, tuple[str, ...]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        phrase, _, others = line.partition(" = ")
        found[phrase] = tuple(others.split("; "))
    return found


@cache
def _longest() -> int:
    """Words of the longest phrase."""
    return max(len(phrase.split()) for phrase in phrases())


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of the texts that carry their sense, in small letters."""
    return {word for text in texts for word in WORD.findall(text.casefold()) if len(word) > 2}


def retold(draw: Draw, parts: Sequence[str], spared: Set[str]) -> list[str]:
    """The parts of a prompt, between which stands what it quotes, with some phrases told in other words.

    What is in quotes stays, and so does a phrase with a `spared` word, or with a capital that is not a sentence's.
    """
    share, quoted, before, found = draw.pick(SHARES), False, "", list[str]()
    for part in parts:
        pieces = QUOTES.split(part)
        signs = [*QUOTES.findall(part), ""]
        told = ""
        for piece, sign in zip(pieces, signs, strict=True):
            told += (piece if quoted or not share else _retold(draw, piece, before + told, share, spared)) + sign
            quoted ^= bool(sign)
        before = told
        found.append(told)
    return found


def _retold(draw: Draw, text: str, before: str, share: float, spared: Set[str]) -> str:
    words, told, at = [*WORD.finditer(text)], "", 0
    place = 0
    while place < len(words):
        for count in range(min(_longest(), len(words) - place), 0, -1):
            start, end = words[place].start(), words[place + count - 1].end()
            phrase = text[start:end]
            others = phrases().get(phrase.lower())
            if others and draw.chance(share):
                begins = bool(BEGINS.search((before + text[:start])[-8:]))
                if _plain(phrase, begins) and spared.isdisjoint(words_of([phrase])):
                    told += text[at:start] + _cased(draw.pick(others), phrase)
                    at, place = end, place + count - 1
                    break
        place += 1
    return told + text[at:]


def _plain(phrase: str, begins: bool) -> bool:
    """Whether nothing in the phrase has a capital but "I", and its first word, where a sentence `begins` with it."""
    words = [word for word in phrase.split() if not re.match(r"I(?:['’]\w+)?$", word)]
    return "".join(words) == "".join(words).lower() or (begins and phrase[1:] == phrase[1:].lower())


def _cased(other: str, phrase: str) -> str:
    """The other words as the phrase is written: with its capital, and with a small "i" only where it has one."""
    if not re.match(r"i\b|.* i\b", phrase):
        other = re.sub(r"\bi(?=['’ ]|$)", "I", other)
    return other[0].upper() + other[1:] if phrase[0].isupper() else other
