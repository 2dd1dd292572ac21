"""Changes of a page: an instruction, the page as it is, and the page as it should then be.

A page is drawn as `sample` draws them, and changed in its source text, by spans: whatever was not asked for stays letter
by letter. What can be changed is in `looks`, `texts`, `parts` and `order`; how it is asked for, in `asking`.
"""

from itertools import accumulate
from random import Random

from htmlbuilder.checks import unmet
from htmlbuilder.corpus.draw import Draw, Split
from htmlbuilder.corpus.edits import looks, order, parts, texts
from htmlbuilder.corpus.edits.asking import ask
from htmlbuilder.corpus.edits.change import CHANGES, Change
from htmlbuilder.corpus.edits.source import Page, patch
from htmlbuilder.corpus.sample import ATTEMPTS, NAMES, WEIGHTS, Sample, refusal, sample
from htmlbuilder.corpus.wish import KINDS
from htmlbuilder.errors import InvalidRequest

__all__ = ["CATEGORIES", "PREFIX", "edit", "looks", "mixed", "order", "parts", "texts"]
PREFIX, SEVERAL = "edit-", "several"
CATEGORIES = (*CHANGES, SEVERAL)
TRIES = 20  # changes that are tried on one page before another page is drawn
_MAKERS = [(category, maker) for category, makers in CHANGES.items() for maker, _ in makers]
_WEIGHTS = tuple(accumulate(weight for makers in CHANGES.values() for _, weight in makers))


def edit(seed: int, index: int, split: Split = "train", category: str = "") -> Sample:
    """The change with that number; of that `category` when one is given, which its `kind` names.

    Splits are as in `sample`; "heldout" is decided by instruction and page together. Raises `InvalidRequest` when the
    split has no such change.
    """
    for attempt in range(ATTEMPTS):
        draw = Draw(f"edit/{seed}/{split}/{index}/{attempt}", split)
        draw.kind = draw.rng.choices(NAMES, cum_weights=WEIGHTS)[0]
        page = Page(KINDS[draw.kind][0](draw).page)
        held = set(draw.held)
        for _ in range(TRIES):
            draw.held = set(held)
            made = _several(draw, page) if (category or _some(draw)) == SEVERAL else _one(draw, page, category)
            if made and not refusal(draw, made.prompt + made.html):
                return made
    raise InvalidRequest(f"the split {split} has no change of the kind {category or 'any'}", "name another kind, or none")


def mixed(share: float, seed: int, index: int, split: Split = "train") -> Sample:
    """The sample with that number of a corpus of which `share` are changes, and the rest pages."""
    return (edit if Random(f"{seed}/{index}").random() < share else sample)(seed, index, split)


def _some(draw: Draw) -> str:
    return SEVERAL if draw.chance(0.05) else ""


def _one(draw: Draw, page: Page, category: str) -> Sample | None:
    name, made = _change(draw, page, category)
    if made is None:
        return None
    return Sample(PREFIX + name, ask(draw, [made.said]), patch(page.html, made.spans), made.requires, page.html)


def _several(draw: Draw, page: Page) -> Sample | None:
    """Two or three changes at once, each of them worded for the page as it is, none in the way of another."""
    makers = draw.rng.choices(_MAKERS, cum_weights=_WEIGHTS, k=3 * TRIES)
    made: list[Change] = []
    for _, maker in dict.fromkeys(makers):
        found = maker(draw, page)
        if found and found.spans:
            made.append(found)
        if len(made) == 3:
            break
    made = made[: draw.pick((2, 2, 2, 3))]
    if len(made) < 2:
        return None
    requires = tuple(requirement for each in made for requirement in each.requires)
    try:
        changed = patch(page.html, [span for each in made for span in each.spans])
    except ValueError:
        return None
    if unmet(changed, requires):
        return None
    return Sample(PREFIX + SEVERAL, ask(draw, [each.said for each in made]), changed, requires, page.html)


def _change(draw: Draw, page: Page, category: str) -> tuple[str, Change | None]:
    if category:
        makers = CHANGES[category]
        return category, draw.rng.choices([maker for maker, _ in makers], [weight for _, weight in makers])[0](draw, page)
    name, maker = draw.rng.choices(_MAKERS, cum_weights=_WEIGHTS)[0]
    return name, maker(draw, page)
