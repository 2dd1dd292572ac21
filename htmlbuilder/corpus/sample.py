"""One sample of the corpus as a pure function of (seed, split, index)."""

import zlib
from dataclasses import dataclass
from itertools import accumulate

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus import kinds as _kinds  # registers the kinds
from htmlbuilder.corpus.draw import Draw, Split
from htmlbuilder.corpus.kinds.briefs import add
from htmlbuilder.corpus.voice import phrase
from htmlbuilder.corpus.wish import KINDS

__all__ = ["Sample", "sample"]
_kinds.load()
NAMES = tuple(KINDS)
WEIGHTS = tuple(accumulate(weight for _, weight in KINDS.values()))


@dataclass(frozen=True, slots=True)
class Sample:
    """A prompt, the page that grants it, and what any page that grants it must have."""

    kind: str
    prompt: str
    page: str
    requirements: tuple[Requirement, ...]


def sample(seed: int, index: int, split: Split = "train", kind: str = "") -> Sample:
    """The sample with that number; of that `kind` when one is given.

    One prompt in sixteen, by its hash, belongs to "heldout": training never sees it, whatever the seed. "unseen" draws its
    names and phrases from words that training never draws.
    """
    attempt = 0
    while True:
        draw = Draw(f"{seed}/{split}/{index}/{attempt}", split)
        name = kind or draw.rng.choices(NAMES, cum_weights=WEIGHTS)[0]
        wish = KINDS[name][0](draw)
        if not wish.ordered and draw.chance(0.3):
            add(draw, wish)
        prompt = phrase(draw, wish)
        if split == "unseen" or _is_held_out(prompt) == (split == "heldout"):
            asked = tuple(requirement for ask in wish.asks for requirement in ask.requires)
            return Sample(name, prompt, str(wish.page), wish.requires + asked)
        attempt += 1


def _is_held_out(prompt: str) -> bool:
    return zlib.crc32(" ".join(prompt.casefold().split()).encode()) % 16 == 0
