"""Changes of a page: an instruction, the page as it is, and the page as it should then be.

A page is drawn as `sample` draws them, and changed in its source text, by spans: whatever was not asked for stays letter
by letter. What can be changed is in `looks`, `texts`, `parts`, `blocks` and `order`; how it is asked for, in `asking`. A third of the
pages are then written in another hand: `hand`, `sheets`.
"""

from dataclasses import replace
from itertools import accumulate
from random import Random

from htmlbuilder.checks import unmet
from htmlbuilder.corpus.draw import Draw, Split
from htmlbuilder.corpus.edits import blocks, looks, order, parts, texts
from htmlbuilder.corpus.edits.asking import ask
from htmlbuilder.corpus.edits.change import CHANGES, Change
from htmlbuilder.corpus.edits.hand import Hand, draw_hand, rewritten
from htmlbuilder.corpus.edits.sheets import LOOKS, Sheet, change_looks, draw_sheet
from htmlbuilder.corpus.edits.source import Page, patch
from htmlbuilder.corpus.sample import ATTEMPTS, NAMES, WEIGHTS, Sample, refusal, sample
from htmlbuilder.corpus.wish import KINDS
from htmlbuilder.errors import InvalidRequest

__all__ = ["CATEGORIES", "PREFIX", "blocks", "edit", "looks", "mixed", "order", "parts", "texts"]
PREFIX, SEVERAL = "edit-", "several"
CATEGORIES = (*CHANGES, SEVERAL)
FOREIGN = 0.34  # of the changes are of a page in another hand
PLAIN = 0.2  # of these change the looks of a page with a stranger's sheet
LONG = 12_000  # letters of the two pages; more may not fit the model's context in a hand that takes more tokens
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
        if draw.chance(0.1):
            draw.quotes = "  "
        page = Page(KINDS[draw.kind][0](draw).page)
        held = set(draw.held)
        foreign = draw.chance(FOREIGN) and 2 * len(page.html) < LONG
        plain = foreign and draw.chance(PLAIN) and "<script" not in page.html and category in ("", *LOOKS)
        for _ in range(TRIES):
            draw.held = set(held)
            if plain:
                made = _looks(draw, page.html, category)
            else:
                made = _several(draw, page) if (category or _some(draw)) == SEVERAL else _one(draw, page, category)
                made = made and (_foreign(draw, made) if foreign else made)
            if made and not refusal(draw, made.prompt + made.html):
                return made
    raise InvalidRequest(f"the split {split} has no change of the kind {category or 'any'}", "name another kind, or none")


def mixed(share: float, seed: int, index: int, split: Split = "train") -> Sample:
    """The sample with that number of a corpus of which `share` are changes, and the rest pages."""
    return (edit if Random(f"{seed}/{index}").random() < share else sample)(seed, index, split)


def _foreign(draw: Draw, made: Sample) -> Sample:
    """The same change of the same page, both in another hand, and with a stranger's sheet if the change is not in it."""
    kept = "<script" in made.html or any(each.selector == "style" or each.color for each in made.requirements) or draw.chance(0.15)
    hand = draw_hand(draw, made.html, made.requirements, kept)
    sheet = None if kept else draw_sheet(draw, made.html)
    before, after = (_written(html, hand, sheet) for html in (made.html, made.page))
    return Sample(made.kind, made.prompt, after, tuple(map(hand.requirement, made.requirements)), before)


def _looks(draw: Draw, html: str, category: str) -> Sample | None:
    hand, sheet = draw_hand(draw, html, (), False), draw_sheet(draw, html)
    if sheet.form == "none":
        hand = replace(hand, css="rules")
    made = change_looks(draw, html, sheet, hand)
    if made is None or category not in ("", made[0]):
        return None
    name, said, new, requires = made
    return Sample(PREFIX + name, ask(draw, [said]), _written(html, hand, new), requires, _written(html, hand, sheet))


def _written(html: str, hand: Hand, sheet: Sheet | None) -> str:
    return rewritten(html, hand, sheet.css(hand), sheet.inline(), sheet.body()) if sheet else rewritten(html, hand)


def _some(draw: Draw) -> str:
    return SEVERAL if draw.chance(0.03) else ""


def _one(draw: Draw, page: Page, category: str) -> Sample | None:
    name, made = _change(draw, page, category)
    if made is None:
        return None
    return Sample(PREFIX + name, ask(draw, [made.said]), patch(page.html, made.spans), made.requires, page.html)


def _several(draw: Draw, page: Page) -> Sample | None:
    """Two or three changes at once, each of them worded for the page as it is, none in the way of another."""
    if draw.quotes == "  " and draw.chance(0.6):
        draw.quotes = '""'  # one of several texts without quotes has no plain end
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
