"""What anybody gets without a model: the training page whose prompt is nearest, and one fixed page for every prompt.

A model's figures mean something against these, and against its own with `evaluate --best-of 4`.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

STATIC = (Path(__file__).parent / "static.html").read_text(encoding="utf-8")
WORD = re.compile(r"[^\W_]+")


def nearest(prompts: Sequence[str], known: Sequence[str]) -> list[int]:
    """For each prompt the place in `known` of the one most like it: the cosine of their words, weighted by tf-idf."""
    bags = [Counter(WORD.findall(text.casefold())) for text in known]
    spread = Counter(word for bag in bags for word in bag)
    weight = {word: math.log(len(known) / count) + 1 for word, count in spread.items()}
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, bag in enumerate(bags):
        length = math.hypot(*(count * weight[word] for word, count in bag.items()))
        for word, count in bag.items():
            index[word].append((place, count * weight[word] / length))
    return [_best(Counter(WORD.findall(prompt.casefold())), index, weight) for prompt in prompts]


def _best(bag: Counter[str], index: dict[str, list[tuple[int, float]]], weight: dict[str, float]) -> int:
    scores: dict[int, float] = defaultdict(float)
    for word, count in bag.items():
        for place, share in index.get(word, ()):
            scores[place] += count * weight[word] * share
    return max(scores, key=lambda place: (scores[place], -place), default=0)


def training_samples(seed: int, count: int) -> tuple[list[str], list[str]]:
    """The prompts and the pages of the first `count` samples that a model is trained on."""
    from tqdm import tqdm

    from htmlbuilder.corpus import sample

    drawn = [
        sample(seed, index, "train") for index in tqdm(range(count), unit="page", desc="training pages", leave=False)
    ]
    return [each.prompt for each in drawn], [each.page for each in drawn]
