"""The six checks of a page, from what was asked and what the tools found. Pure: the tools are its neighbours.

    gate            the model ended by itself; the document is whole and parses; it renders, and no script fails
    requirements    what was asked for is in the source
    fidelity        the texts and colours that were asked for are really seen
    validity        no error of html5lib or of the Nu HTML checker
    accessibility   no serious or critical violation of axe-core
    layout          nothing stands out at the right, on a phone or on a desk

A page is a strict pass when it passes all six.
"""

import hashlib
import re
from collections.abc import Sequence

from pydantic import BaseModel

from htmlbuilder import checks
from htmlbuilder.checks import Requirement
from htmlbuilder.evaluation.chromium import SERIOUS, Sight
from htmlbuilder.evaluation.nu import Validity
from htmlbuilder.evaluation.spared import spoilt
from htmlbuilder.page import read_page

CHECKS = ("gate", "requirements", "fidelity", "validity", "accessibility", "layout")
NEVER_SEEN = re.compile(r"(?<![\w.#\[-])(script|style|meta|link|template|noscript)\b")  # elements, not classes
SLACK = 1  # pixels, for rounding

Faults = tuple[str, ...]


class Grade(BaseModel):
    """One graded page: how many of its requirements are met, what is missing, and what is wrong with it by itself.

    `faults` holds for each of the `CHECKS` what fails it; None where the tool for it is missing. `page` is the digest
    of the page that was looked at. Of a change, `spoilt` is what it touched and should not have, and `exact` says that
    it is the page that was expected, letter by letter; of another page they are None. `beyond`: a reader is told that
    the model does not seem to know such pages; None where the page is required to say so itself.
    """

    id: int | str
    kind: str
    prompt: str
    page: str
    asked: int
    unmet: Faults
    problems: tuple[tuple[str, str], ...]
    repairs: Faults
    finish_reason: str | None
    faults: dict[str, Faults | None]
    spoilt: Faults | None = None
    exact: bool | None = None
    beyond: bool | None = None

    @property
    def met(self) -> int:
        return self.asked - len(self.unmet)

    @property
    def all_met(self) -> bool:
        return not self.unmet

    @property
    def changed(self) -> bool | None:
        """Of a change, whether what was asked is done and nothing else is touched, both at once."""
        return None if self.spoilt is None else self.all_met and not self.spoilt

    @property
    def clean(self) -> bool:
        """The model's own text is a whole document without a parse error, and it ended by itself."""
        return self.finish_reason in ("stop", None) and not any(rule in checks.UNCLEAN for rule, _ in self.problems)

    @property
    def strict(self) -> bool | None:
        """Whether the page passes every check; None when one of them could not be made."""
        return None if None in self.faults.values() else not any(self.faults.values())


def digest(html: str) -> str:
    """What a page is known by in the files of a run."""
    return hashlib.sha256(html.encode(errors="replace")).hexdigest()[:32]


def judge(
    identity: tuple[int | str, str, str],
    requirements: Sequence[Requirement],
    text: str,
    finish_reason: str | None,
    sight: Sight | None = None,
    validity: Validity | None = None,
    change: tuple[str, str] | None = None,
) -> Grade:
    """The grade of what a model wrote for `identity`, which is an id, a kind and a prompt.

    Of a `change`, the page as it was is given, and as it should be.

    Requirements are judged on the page that a reader gets, soundness on what the model itself wrote.
    """
    page = read_page(text)
    problems = checks.problems(text)
    unmet = tuple(str(each) for each in checks.unmet(page.html, requirements))
    parse = [f"{each.rule}: {each.message}" for each in problems if each.rule in (*checks.UNCLEAN, "blank")]
    ended = [] if finish_reason in ("stop", None) else [f"the model did not end by itself: {finish_reason}"]
    faults: dict[str, Faults | None] = dict.fromkeys(CHECKS)
    faults["requirements"] = unmet
    if sight:
        broken = (sight.failure,) if sight.failure else None
        faults["gate"] = (*ended, *parse, *(broken or _not_rendered(sight)))
        faults["fidelity"] = broken or _not_seen(sight, requirements)
        faults["accessibility"] = broken or _barriers(sight)
        faults["layout"] = broken or _overflow(sight)
    if validity:
        faults["validity"] = (*(each.message for each in problems if each.rule == "parse"), *validity.errors)
    key, kind, prompt = identity
    return Grade(
        id=key,
        kind=kind,
        prompt=prompt,
        page=digest(page.html),
        asked=len(requirements),
        unmet=unmet,
        problems=tuple((rule, message) for rule, message in problems),
        repairs=page.repairs,
        finish_reason=finish_reason,
        faults=faults,
        spoilt=spoilt(*change, page.html) if change else None,
        exact=page.html.strip() == change[1].strip() if change else None,
    )


def _not_rendered(sight: Sight) -> Faults:
    return (*(["Chromium shows a blank page"] if sight.blank else []), *sight.errors)


def _not_seen(sight: Sight, requirements: Sequence[Requirement]) -> Faults:
    """The texts and colours asked for that are nowhere to be seen, whatever the source says."""
    seen = [each for each in requirements if (each.text or each.color) and not NEVER_SEEN.search(each.selector)]
    return tuple(f"not seen: {each}" for each in checks.unmet(sight.visible, seen))


def _barriers(sight: Sight) -> Faults:
    grave = [each for each in sight.violations if each.impact in SERIOUS]
    return tuple(f"{each.rule} ({each.impact}): {each.help}: {each.target}" for each in grave)


def _overflow(sight: Sight) -> Faults:
    wide = {width: pixels for width, pixels in sight.overflow.items() if pixels > SLACK}
    return tuple(f"at {width} pixels, {pixels} more stand out at the right" for width, pixels in wide.items())
