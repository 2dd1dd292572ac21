"""One sample of the corpus as a pure function of (seed, split, index)."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus import kinds as _kinds  # registers the kinds
from htmlbuilder.corpus.draw import NAMED, Draw, Split
from htmlbuilder.corpus.kinds.briefs import add
from htmlbuilder.corpus.kinds.vague import FAMILY, stretch
from htmlbuilder.corpus.voice import phrase
from htmlbuilder.corpus.wish import KINDS
from htmlbuilder.errors import InvalidRequest

__all__ = ["Sample", "attempts", "is_held_out", "refusal", "sample"]
_kinds.load()
NAMES = tuple(KINDS)
WEIGHTS = tuple(accumulate(weight for _, weight in KINDS.values()))
ATTEMPTS = 500


@dataclass(frozen=True, slots=True)
class Sample:
    """A prompt, the page that grants it, and what any page that grants it must have.

    Of a change, the prompt is the instruction and `html` the page as it was before.
    """

    kind: str
    prompt: str
    page: str
    requirements: tuple[Requirement, ...]
    html: str = ""


def sample(seed: int, index: int, split: Split = "train", kind: str = "") -> Sample:
    """The sample with that number; of that `kind` when one is given. `htmlbuilder.corpus.draw` says what each split holds.

    One prompt in sixteen, by its hash, belongs to "heldout": training never sees it, whatever the seed.
    Raises `InvalidRequest` when the split has no page of that kind.
    """
    return next(made for _, made, cause in attempts(seed, index, split, kind) if not cause)


def attempts(seed: int, index: int, split: Split = "train", kind: str = "") -> Iterator[tuple[Draw, Sample, str]]:
    """The draws for that number, each with its sample and why the split cannot take it ("" when it can)."""
    for attempt in range(ATTEMPTS):
        draw = Draw(f"{seed}/{split}/{index}/{attempt}", split)
        name = draw.kind = kind or draw.rng.choices(NAMES, cum_weights=WEIGHTS)[0]
        wish = KINDS[name][0](draw)
        if not wish.ordered and draw.chance(0.06 if name in FAMILY else 0.36):
            add(draw, wish)
        if name not in ("beyond", "tongues") and draw.chance(0.04):
            stretch(draw, wish)
        asked = tuple(requirement for ask in wish.asks for requirement in ask.requires)
        # Fifteen prompts in sixteen are not "heldout": other words for the same wish are cheaper than another wish.
        for _ in range(20 if split == "heldout" else 1):
            prompt, page = phrase(draw, wish), wish.page
            if wish.arrange:
                prompt, page = wish.arrange(prompt)
            made = Sample(name, prompt, str(page), wish.requires + asked)
            cause = refusal(draw, prompt)
            yield draw, made, cause
            if not cause:
                return
    raise InvalidRequest(f"the split {split} has no page of the kind {kind or 'any'}", "name another kind, or none")


def refusal(draw: Draw, text: str) -> str:
    """Why the split of `draw` cannot take what was drawn: it belongs to another. `text` tells "train" and "heldout" apart."""
    expected = {draw.split} & NAMED
    if draw.held - expected:
        return f"belongs to {min(draw.held - expected)}"
    if expected - draw.held:
        return f"lacks what {draw.split} is named for"
    if draw.split in ("train", "heldout") and is_held_out(text) != (draw.split == "heldout"):
        return "belongs to heldout" if draw.split == "train" else "belongs to train"
    return ""


def is_held_out(prompt: str) -> bool:
    """Whether training never sees this prompt."""
    return zlib.crc32(" ".join(prompt.casefold().split()).encode()) % 16 == 0
