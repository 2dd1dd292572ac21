"""What a page has of what its prompt asks for, and what is wrong with it by itself. Pure; sees prompt and page."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from htmlbuilder import checks
from htmlbuilder.page import read_page
from htmlbuilder.wants import wants

FEW = 4  # wants; with fewer, what is missing says little about the model
# Of a page's parts. A page written anew lacks `LOST` and has `FRESH` others. One with next to nothing new was only
# taken from, and is lost when it lacks `GUTTED`. Of 6,000 changes of the corpus, two are called lost.
LOST, FRESH, GUTTED = 0.45, 0.1, 0.75
MENDED = 4  # things that one change asks for
# How the embedded model says in a page that it cannot be what was asked for.
OWNED = re.compile(
    r"This is a static page(?:: it does not|, not) [^.]+\.|This page is in English, the only language[^.]+\."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that was read out of the prompt, in words, and whether the page has it."""

    what: str
    met: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """A check of `checks.problems` that the page does not pass: its stable name, and what a person should know."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Review:
    """What was found.

    `owned` is the sentence in which the page itself says what it cannot be, "" when it says no such thing. `touched`
    is, of a page that was to be changed, how many of its lines are not as before, and `lost` whether too little of it
    is left for a change.
    """

    asked: tuple[Asked, ...]
    faults: tuple[Fault, ...]
    owned: str = ""
    touched: int = 0
    lost: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(each.what for each in self.asked if not each.met)

    @property
    def perfect(self) -> bool:
        return not self.missing and not self.faults and not self.lost

    @property
    def beyond(self) -> bool:
        """Whether the model does not seem to know such pages: the page says so, has lost most of what it was, or lacks
        most of what was asked for.
        """
        return self.lost or bool(self.owned) or (len(self.asked) >= FEW and len(self.missing) > len(self.asked) / 2)


def review(prompt: str, html: str, before: str = "", written: str | None = None) -> Review:
    """The review of the page `html` for `prompt`; faults are looked for in `written`, if the model's text is another.

    `before` is the page that was to be changed, see `looked_for`.
    """
    document = checks.Document(html)
    source = document if written in (None, html) else checks.Document(written)
    faults = tuple(Fault(rule, message) for rule, message in checks.problems(source))
    return replace(looked_for(prompt, document, before), faults=faults)


def looked_for(prompt: str, document: checks.Document, before: str = "") -> Review:
    """The review without the faults: what the prompt asks for, and what the page says of itself.

    When the prompt asks for a change of the page `before`, what that has already says nothing: what stands in quotes
    may be there to go. Read are then the wants that it lacks; and that there is no change at all, if so.
    """
    wanted = wants(prompt)
    earlier = checks.Document(before) if before else None
    if earlier:
        lacking = set(checks.unmet(earlier, (want.requirement for want in wanted)))
        wanted = tuple(want for want in wanted if want.requirement in lacking)
    unmet = set(checks.unmet(document, (want.requirement for want in wanted)))
    asked = [Asked(want.what, want.requirement not in unmet) for want in wanted]
    owned = OWNED.search(_shown(document))
    if not earlier:
        return Review(tuple(asked), (), owned[0] if owned else "")
    if unchanged(before, document.html):
        asked.append(Asked("a change of the page", False))
    said = owned[0] if owned and owned[0] not in _shown(earlier) else ""
    return Review(tuple(asked), (), said, _touched(before, document.html), lost(before, document.html))


def unchanged(before: str, after: str) -> bool:
    """Whether the two are the same page, white space aside."""
    return before.split() == after.split()


def lost(before: str, after: str) -> bool:
    """Whether so much of a page is gone that it was written anew, or broke off, rather than changed."""
    old, new = _parts(before), _parts(after)
    most = LOST if (new - old).total() > FRESH * old.total() else GUTTED
    return (old - new).total() > most * old.total()


def _parts(html: str) -> Counter[str]:
    """The tags, texts and declarations of a page, wherever they stand."""
    return Counter(" ".join(part.split()) for part in re.split(r"[\n<>{};]+", html) if part.strip())


def _shown(document: checks.Document) -> str:
    return " ".join(document.soup.get_text(" ").split())


def _touched(before: str, after: str) -> int:
    """How many lines of the two are not in the other, in the same order."""
    old, new = before.splitlines(), after.splitlines()
    kept = sum(block.size for block in SequenceMatcher(None, old, new, False).get_matching_blocks())
    return len(old) + len(new) - 2 * kept


def mending(found: Review) -> str:
    """The change that gives a page what it lacks, as a person would ask for it; "" if nothing that can be added is."""
    missing = [what for what in found.missing if what[0] == "“" or what.startswith(("a ", "an ", "the colour "))]
    return " ".join(map(_added, missing[:MENDED]))


def _added(what: str) -> str:
    if what.startswith("the colour "):
        return f"Make it {what.removeprefix('the colour ')}."
    return f"Add the line {what}." if what[0] == "“" else f"Add {what}."


Merit = tuple[bool, bool, bool, int, int, int]


def merit(found: Review, ended: bool) -> Merit:
    """What candidates are compared by: that they ended by themselves, are no other page and have no broken markup, what
    they have, what is wrong, what changed.
    """
    clean = not any(fault.rule in checks.UNCLEAN for fault in found.faults)
    return ended, not found.lost, clean, -len(found.missing), -len(found.faults), -found.touched


def review_text(prompt: str, text: str, before: str = "") -> Review:
    """The review of what a model wrote: wants are looked for in the page a reader gets, faults in the text itself."""
    return review(prompt, read_page(text).html, before, text)
