"""Letters: whole wishes as people write them, in `*.txt`, with a mark on each word that the page shows.

A mark is `{role:text}`, and the page follows from the marks in their order: `sheet` says what each role shows. Texts of one mark are
parted by `;`, what belongs together by ` = `: `{row:olives = 5; almonds = 6}`. `{role(param):…}` gives what the page shows without
being told, such as the label of a fact. `{role/source:…}` names the sort of text that stands there in other draws.
`{=role:…}` is always said as it stands, `{+role:…}` is shown and not said, nor is a single text of a mark after `_`. `<a|b>` picks one, marks and all. A line of `---` parts two
letters. What `{title:…}` gives, the page is called where nothing in the letter does.

A draw tells a letter with other names, prices and things in the place of some or all of its marks.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from htmlbuilder.corpus.draw import Draw, held_out

HERE = Path(__file__).parent
# Files of a sort of their own: odd wishes, and gists, which leave most to whoever builds the page. All others are plain.
SORTS = {
    **dict.fromkeys("fancies oddities toys whims".split(), "odd"),
    **dict.fromkeys("askers briefings cabinets chores clippings counters curt doings dossiers extras fixtures folios gatherings gizmos halls halves handoffs hearts homes ledgers limits meetings palettes paperwork parcels pastes pastimes pieces portraits premises releases scraps sites snippets storefronts widgets workings".split(), "gist"),
}
PLAIN = "plain"
ALL = (PLAIN, *dict.fromkeys(SORTS.values()))
MARK = re.compile(r"\{([=+]?)([a-z0-9]+)(?:\(([^()]*)\))?(?:/([a-z_]+))?(?::([^{}]*))?\}")
CHOICE = re.compile(r"<([^<>]*)>")


class Implied(str):
    """A text that is shown and not said, and never another."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Rows of texts that the page shows in a `role`. Of some roles the `param` may be `told`: the letter says it elsewhere.

    A mark that `stays` has no other texts in other draws.
    """

    role: str
    rows: tuple[tuple[str, ...], ...]
    param: str = ""
    source: str = ""
    fixed: bool = False
    silent: bool = False
    told: bool = False
    stays: bool = False

    @property
    def partly(self) -> bool:
        """Whether some of its texts are not said."""
        return any(isinstance(text, Implied) for row in self.rows for text in row)


@cache
def letters(unused: bool = False, sort: str = PLAIN) -> tuple[tuple[str, str], ...]:
    """The letters of a sort that training draws, or those `unused` by it: each with the name of its file."""
    found = list[tuple[str, str]]()
    for path in sorted(path for path in HERE.glob("*.txt") if SORTS.get(path.stem, PLAIN) == sort):
        found += [(path.stem, text) for text in parted(path) if held_out(text) == unused]
    return tuple(found)


def parted(path: Path) -> list[str]:
    """The texts of a file, which lines of `---` part."""
    return [text.strip() for text in re.split(r"\n-{3,}\n", path.read_text(encoding="utf-8")) if text.strip()]


def parsed(draw: Draw, text: str) -> list[str | Mark]:
    """The letter with its choices made: words, and marks between them."""
    while CHOICE.search(text):
        text = CHOICE.sub(lambda match: draw.pick(match[1].split("|")), text)
    text = re.sub(r" +(?=[ .,;!?\n])|(?<=\n) +|^ +", "", text)
    parts: list[str | Mark] = []
    place = 0
    for match in MARK.finditer(text):
        parts += [text[place : match.start()], read_mark(match)]
        place = match.end()
    rest = text[place:]
    if any(isinstance(part, str) and re.search("[{<]", part) for part in (*parts, rest)):
        raise ValueError(f"a mark that cannot be read in: {text[:80]}")
    return [part for part in (*parts, rest) if part]


@cache
def marks() -> tuple[Mark, ...]:
    """Every mark of the letters for training that tells something, and always the same."""
    texts = [text for sort in ALL for _, text in letters(sort=sort)]
    found = (read_mark(match) for text in texts for match in MARK.finditer(text) if not CHOICE.search(match[0]))
    return tuple(mark for mark in found if mark.rows[0][0] and not mark.silent and not mark.fixed and not mark.partly)


def read_mark(match: re.Match[str]) -> Mark:
    flag, role, param, source, content = match.groups()
    rows = tuple(tuple(map(_text, row.split(" = "))) for row in (content or "").split(";"))
    return Mark(role, rows, param or "", source or "", flag == "=", flag == "+")


def _text(text: str) -> str:
    text = text.strip()
    return Implied(text[1:]) if re.match("_[^_]", text) else text
