"""`corpus stats`: what a number of samples covers, as figures and as one picture.

Everything is counted from samples as training gets them. Pages are checked too, outside the time that the speed is taken
from.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from typing import Any

from tqdm import tqdm

from htmlbuilder import files
from htmlbuilder.checks import Document, problems, unmet
from htmlbuilder.corpus.draw import Draw, Split, bank, choice_of_topics
from htmlbuilder.corpus.kinds.vague import FAMILY
from htmlbuilder.corpus.sample import Sample, attempts
from htmlbuilder.corpus.style import COMPONENTS
from htmlbuilder.corpus.wish import KINDS
from htmlbuilder.corpus.wording import FRAMES, MAIN, frames
from htmlbuilder.settings import EMBEDDED_MODEL

DATA, PICTURE = "coverage.json", "coverage.png"
NEAR = 0.5  # the share of three-word runs that two prompts have in common when they nearly say the same
CROWDED = 300  # a run of words that so many prompts share tells nothing of two of them


class Coverage:
    """The tallies of a number of samples."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.components: Counter[str] = Counter()
        self.pieces: Counter[str] = Counter()
        self.numbers: Counter[int] = Counter()
        self.rejected: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.frames: Counter[str] = Counter()
        self.topics: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.page_words: Counter[str] = Counter()
        self.lengths: list[tuple[int, int]] = []  # of prompts and pages, in tokens
        self.prompts: list[str] = []
        self.pages: set[int] = set()
        self.seconds = 0.0

    def add(self, draw: Draw, made: Sample, lengths: tuple[int, int]) -> None:
        self.kinds[made.kind] += 1
        self.lengths.append(lengths)
        self.prompts.append(made.prompt)
        self.pages.add(hash(made.page))
        self.pieces.update(draw.pieces)
        self.numbers.update(draw.numbers)
        self.frames.update(draw.frames)
        self.topics.update(draw.topics)
        style = made.page.partition("</style>")[0]
        self.components.update(name for name, rules in COMPONENTS.items() if rules.partition("\n")[0] in style)
        self.words.update(_words(made.prompt))
        self.page_words.update(_words(re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]+>", " ", made.page, flags=re.DOTALL)))
        document = Document(made.page)
        found = [f"unmet: {requirement.selector}" for requirement in unmet(document, made.requirements)] or [problem.rule for problem in problems(document)]
        self.faults.update(found[:1])

    def figures(self) -> dict[str, Any]:
        count = len(self.prompts)
        prompt_tokens, page_tokens = zip(*self.lengths, strict=True)
        every = {frame for path in FRAMES.glob("*.txt") for frame in frames(path.stem)}
        main = {frame for name in MAIN for frame in frames(name)}
        opened = Counter(" ".join(prompt.casefold().split()[:5]) for prompt in self.prompts)
        return {
            "samples": count,
            "kinds": {"drawn": len(self.kinds), "there": len(KINDS), "vague, odd or out of range": sum(self.kinds[name] for name in FAMILY) / count, "samples of": dict(self.kinds.most_common())},
            "components": {"drawn": len(self.components), "there": len(COMPONENTS), "pages with": dict(self.components.most_common())},
            "pieces": dict(self.pieces.most_common()),
            "topics": {"drawn": len(self.topics), "there": len(choice_of_topics()), "samples of": dict(self.topics.most_common())},
            "counts": {str(number): times for number, times in sorted(self.numbers.items())},
            "prompt tokens": _summary(prompt_tokens),
            "page tokens": _summary(page_tokens),
            "phrasing": {
                "frames drawn": len(set(self.frames) & every),
                "frames there": len(every),
                "main frames drawn": len(set(self.frames) & main),
                "main frames there": len(main),
                "different prompts": len(set(self.prompts)) / count,
                "different first five words": len(opened) / count,
                "commonest first five words": dict(opened.most_common(10)),
                "prompts nearly like an earlier one": near_duplicates(self.prompts) / count,
            },
            "vocabulary": {
                "words of prompts": len(self.words),
                "of them in one place": sum(times == 1 for times in self.words.values()) / len(self.words),
                "words of pages": len(self.page_words),
                "lines of the bank of names": len(bank("name_words")),
            },
            "duplicates": {"prompts": count - len(set(self.prompts)), "pages": count - len(self.pages)},
            "rejected": dict(self.rejected.most_common()),
            "at fault": dict(self.faults.most_common()),
            "tokens a second and core": round(sum(prompt_tokens + page_tokens) / self.seconds),
        }


def measure(seed: int, first: int, count: int, split: Split, kind: str) -> Coverage:
    """Draws samples and tallies them. Lengths are in tokens of the embedded model."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(EMBEDDED_MODEL / "tokenizer.json"))
    coverage = Coverage()
    for number in tqdm(range(first, first + count), unit=" samples", disable=not sys.stderr.isatty()):
        began = time.process_time()
        draw, made = _accepted(attempts(seed, number, split, kind), coverage.rejected)
        coverage.seconds += time.process_time() - began
        prompt, page = (len(tokenizer.encode(text, add_special_tokens=False).ids) for text in (made.prompt, made.page))
        coverage.add(draw, made, (prompt, page))
    return coverage


def _accepted(tries: Iterator[tuple[Draw, Sample, str]], rejected: Counter[str]) -> tuple[Draw, Sample]:
    for draw, made, cause in tries:
        if not cause:
            return draw, made
        rejected[cause] += 1
    raise AssertionError("attempts end with a sample or an error")


def near_duplicates(prompts: Sequence[str]) -> int:
    """How many prompts share at least half of their three-word runs with an earlier one (Jaccard of shingles)."""
    places: dict[tuple[str, ...], list[int]] = {}
    sizes: list[int] = []
    near = 0
    for place, prompt in enumerate(prompts):
        words = _words(prompt)
        runs = {tuple(words[start : start + 3]) for start in range(max(1, len(words) - 2))}
        shared: Counter[int] = Counter()
        for run in runs:
            known = places.setdefault(run, [])
            if len(known) < CROWDED:
                shared.update(known)
                known.append(place)
        near += any(both / (len(runs) + sizes[other] - both) >= NEAR for other, both in shared.most_common(20))
        sizes.append(len(runs))
    return near


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _summary(values: Sequence[int]) -> dict[str, Any]:
    cuts = quantiles(values, n=100, method="inclusive") if len(values) > 1 else [values[0]] * 99
    width = max(1, max(values) // 40)
    bins = Counter(value // width * width for value in values)
    return {"mean": sum(values) / len(values), "median": cuts[49], "90%": cuts[89], "99%": cuts[98], "most": max(values), "histogram": {str(low): bins[low] for low in sorted(bins)}}


def told(figures: dict[str, Any]) -> str:
    """The figures as lines to read; the long lists are the JSON file's."""
    lines = []
    for name, value in figures.items():
        if not isinstance(value, dict):
            lines.append(f"{name}: {_number(value)}")
            continue
        parts = [f"{key} {_number(part)}" for key, part in value.items() if not isinstance(part, dict)]
        lines.append(f"{name}: " + (", ".join(parts[:30]) or "none") + (", …" if len(parts) > 30 else ""))
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:.1%}" if value <= 1 else f"{value:,.0f}"


def keep(figures: dict[str, Any], directory: Path) -> None:
    """Writes the figures as JSON, and the picture of them."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    directory.mkdir(parents=True, exist_ok=True)
    figure = Figure(figsize=(16, 20), layout="constrained")
    axes = FigureCanvasAgg(figure).figure.subplots(4, 2)
    bars = {
        "kinds of page (samples)": figures["kinds"]["samples of"],
        "components (pages with)": figures["components"]["pages with"],
        "pieces, sections and blocks": figures["pieces"],
        "topics (samples)": figures["topics"]["samples of"],
        "counts that prompts ask for": figures["counts"],
        "rejected draws and faults": figures["rejected"] | {f"fault: {name}": times for name, times in figures["at fault"].items()},
    }
    for place, (title, tally) in zip(axes.flat, bars.items(), strict=False):
        place.bar(range(len(tally)), list(tally.values()))
        place.set_title(f"{title}: {len(tally)}")
        if len(tally) < 90:
            place.set_xticks(range(len(tally)), list(tally), rotation=90, fontsize=7)
    for place, title in zip(axes[3], ("prompt tokens", "page tokens"), strict=True):
        histogram = figures[title]["histogram"]
        lows = [int(low) for low in histogram]
        place.bar(lows, list(histogram.values()), width=min((after - low for low, after in pairwise(lows)), default=1), align="edge")
        place.set_title(f"{title}: median {figures[title]['median']:.0f}, 99% {figures[title]['99%']:.0f}, most {figures[title]['most']}")
    figure.suptitle(f"{figures['samples']:,} samples, {figures['tokens a second and core']:,} tokens a second and core")
    figure.savefig(directory / PICTURE, dpi=80)
    files.write_whole(directory / DATA, json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
