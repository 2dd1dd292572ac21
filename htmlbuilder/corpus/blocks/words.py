"""How people word what a block asks: the lines of `wordings/*.txt`.

`# name` heads the wordings of a block. A line starts with its form: `w` a noun phrase ("a search box"), `s` a sentence or a bare
note, `t` what follows the noun. `<a|b>` picks one, `<@name>` a word of the list that a line `@name a|b` gives, and `{slot}` is
what the block puts there. One line in twelve is kept out of training: half the wordings of the split "wordings" are drawn from those.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.draw import Draw, held_out
from htmlbuilder.corpus.wish import Ask

WORDINGS = Path(__file__).parent / "wordings"
FORMS = {"t": "tails", "w": "withs", "s": "says"}
FREE = frozenset({"n", "N", "pl", "are", "Way", "What", "who", "job", "town", "thing", "day", "I", "my", "me", "am", "do", "have", "ends"})  # slots that a wording may leave out
CHOICE = re.compile(r"<([^<>]*)>")


@dataclass(slots=True)
class Wording:
    """The lines of one block by form, those for training and those kept out, each with the slots it must be given."""

    lines: dict[str, list[tuple[frozenset[str], str]]] = field(default_factory=lambda: {form: [] for form in FORMS})


@cache
def _read() -> tuple[dict[str, Wording], dict[str, str]]:
    found: dict[str, Wording] = {}
    sets: dict[str, str] = {}
    for path in sorted(WORDINGS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            mark, _, rest = line.partition(" ")
            if not line:
                continue
            if mark == "#":
                name = rest
                if name in found:
                    raise ValueError(f"{path.name}: the wordings of {name} stand twice")
                found[name] = Wording()
            elif mark.startswith("@"):
                sets[mark[1:]] = rest
            elif mark in FORMS and rest:
                slots = frozenset(slot for _, slot, _, _ in Formatter().parse(rest) if slot) - FREE
                found[name].lines[mark].append((slots, rest))
            else:
                raise ValueError(f"{path.name}: not a wording: {line!r}")
    return found, sets


@cache
def wordings(name: str, form: str, slots: frozenset[str] | None, unused: bool = False, alone: bool = False) -> tuple[str, ...]:
    """The lines of that block and form that use exactly `slots`, or with `alone` one of them, or any when None; all when none is kept out of training."""
    lines = [line for needed, line in _read()[0][name].lines[form] if slots is None or (needed <= slots and len(needed) == 1 if alone else needed == slots)]
    return tuple(line for line in lines if held_out(line) == unused) or tuple(lines)


def word(draw: Draw, line: str) -> str:
    """A line with its choices made; its slots stay."""
    sets = _read()[1]
    while "<" in line:
        line = CHOICE.sub(lambda match: draw.pick((sets[match[1][1:]] if match[1].startswith("@") else match[1]).split("|")), line)
    return re.sub(" +(?=[ .,;:])", "", line).strip()


def ask(draw: Draw, name: str, requires: Sequence[Requirement], /, **slots: str) -> Ask:
    """One thing asked for in the words of `name`: a form of each sort that has wordings with these slots."""
    return _ask(draw, name, requires, slots, alone=False)


def ask_one(draw: Draw, name: str, requires: Sequence[Requirement], /, **slots: str) -> Ask:
    """The same where each slot tells everything by itself, and a wording takes one of them."""
    return _ask(draw, name, requires, slots, alone=True)


def _ask(draw: Draw, name: str, requires: Sequence[Requirement], slots: dict[str, str], alone: bool) -> Ask:
    needed = frozenset(slots) - FREE
    forms: dict[str, tuple[str, ...]] = {}
    for form, key in FORMS.items():
        lines = wordings(name, form, needed, draw.split == "wordings" and draw.chance(0.5), alone)
        if lines:
            forms[key] = (_tidy(word(draw, draw.pick(lines)).format(**slots)),)
    if not forms:
        raise ValueError(f"no wording of {name} takes {sorted(needed)}")
    return Ask(requires=tuple(requires), **forms)


def _tidy(text: str) -> str:
    """Without the full stop or comma that a sentence sets behind a list on lines of its own, and in one pair of brackets."""
    text = text.replace("[[", "[").replace("]]", "]")
    return re.sub(r"\n[.,;] ?", "\n", text).strip("\n ") if "\n" in text else text


def say(draw: Draw, name: str, form: str = "w", /, **slots: str) -> str:
    """One wording of `name`, alone."""
    return word(draw, draw.pick(wordings(name, form, frozenset(slots) - FREE, draw.split == "wordings" and draw.chance(0.5)))).format(**slots)


def says(name: str, slots: frozenset[str]) -> bool:
    """Whether `name` has sentences that take these slots."""
    return any(needed == slots - FREE for needed, _ in _read()[0][name].lines["s"])


def free(draw: Draw, name: str, words: Mapping[str, str]) -> str:
    """One sentence of `name`, whatever its slots, filled from `words`."""
    return word(draw, draw.pick(wordings(name, "s", None, draw.split == "wordings" and draw.chance(0.5)))).format_map(words)


def many(draw: Draw, number: int) -> dict[str, str]:
    """The slots of a count: {n} the number as digit or word, {N} raised, {pl} an s of the plural, {are} the verb."""
    said = draw.say(number)
    one = number == 1
    return {"n": said, "N": said.capitalize(), "pl": "" if one else "s", "are": "is" if one else "are"}
