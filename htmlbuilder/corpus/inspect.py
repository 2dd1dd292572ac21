"""Look at samples, check that they keep what they promise, measure what they cover, or write them as a dataset.

`skill` writes the dataset of a house style that the embedded model does not know, for a fine-tune to teach it: the
directory --out, with train.jsonl, validation.jsonl and test.jsonl, of which four in five pairs are for training.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from tqdm import tqdm

from htmlbuilder import manifest as manifests
from htmlbuilder.checks import Document, problems, unmet
from htmlbuilder.corpus import coverage, skill
from htmlbuilder.corpus.draw import SPLITS
from htmlbuilder.corpus.edits import CATEGORIES, PREFIX, edit
from htmlbuilder.corpus.sample import Sample, sample
from htmlbuilder.corpus.wish import KINDS
from htmlbuilder.errors import DataError, InvalidRequest
from htmlbuilder.manifest import Manifest

EDIT = PREFIX.rstrip("-")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("show", "check", "stats", "write", "kinds", "skill"), help="print samples, check them, measure what they cover, write JSON lines, list the kinds, or write the pairs of a new skill")
    parser.add_argument("--count", type=int, default=0, help="how many samples (default: 3; of stats: 2000)")
    parser.add_argument("--seed", type=int, default=0, help="the corpus's seed (default: 0)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first sample (default: 0)")
    parser.add_argument("--split", choices=SPLITS, default="train", help="train, or a part named for what is kept out of it (default: train)")
    parser.add_argument("--kind", default="", help=f"only this kind of page; or {EDIT}: changes of pages; or only some of them, such as {PREFIX}{CATEGORIES[0]}")
    parser.add_argument("--out", type=Path, help="write: the file to write (default: standard output); skill: the directory; stats: the directory for figures and picture (default: runs/corpus)")


def main(args: argparse.Namespace) -> int:
    kinds = [*sorted(KINDS), EDIT, *(PREFIX + category for category in CATEGORIES)]
    if args.kind and args.kind not in kinds:
        raise InvalidRequest(f"there is no kind called {args.kind}", f"the kinds are {', '.join(kinds)}")
    args.count = args.count or (2000 if args.action == "stats" else 3)
    return {"show": _show, "check": _check, "stats": _stats, "write": _write, "kinds": _kinds, "skill": _skill}[args.action](args)


def faults(drawn: Sample) -> list[str]:
    """What is wrong with a sample: requirements its own page does not meet, and problems of the page by itself.

    Of a change also, that the page had before what was asked for; and what was wrong with that page already is not its
    fault.
    """
    document = Document(drawn.page)
    missing = [f"unmet: {requirement}" for requirement in unmet(document, drawn.requirements)]
    if drawn.html and drawn.html != drawn.page and not unmet(drawn.html, drawn.requirements):
        missing.append("the page had before what was asked for")
    known = {problem.rule for problem in problems(drawn.html)} if drawn.html else set()
    return missing + [f"{problem.rule}: {problem.message}" for problem in problems(document) if problem.rule not in known]


def _samples(args: argparse.Namespace) -> Iterator[Sample]:
    for number in range(args.first, args.first + args.count):
        if args.kind.startswith(EDIT):
            yield edit(args.seed, number, args.split, args.kind.removeprefix(EDIT).removeprefix("-"))
        else:
            yield sample(args.seed, number, args.split, args.kind)


def _show(args: argparse.Namespace) -> int:
    for drawn in _samples(args):
        shown = drawn.page
        if drawn.html:
            shown = "\n".join(unified_diff(drawn.html.splitlines(), drawn.page.splitlines(), "before", "after", lineterm="", n=1))
        print(f"# {drawn.kind}\n{drawn.prompt}\n\n{shown}")
        print("\n".join(f"- {requirement}" for requirement in drawn.requirements), end="\n\n")
    return 0


def _check(args: argparse.Namespace) -> int:
    """Draws samples, checks each, and reports by kind: how many, how long, how many at fault and why."""
    seen: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    wrong: dict[str, list[str]] = {}
    prompts: set[str] = set()
    began = time.perf_counter()
    for drawn in tqdm(_samples(args), total=args.count, unit=" samples", disable=not sys.stderr.isatty()):
        seen[drawn.kind] += 1
        letters[drawn.kind] += len(drawn.page)
        prompts.add(drawn.prompt)
        found = faults(drawn)
        if found:
            wrong.setdefault(drawn.kind, []).append(f"{drawn.prompt!r}: {found[0]}")
    print(f"{'kind':<14}{'samples':>9}{'characters':>12}{'at fault':>10}")
    for kind, number in seen.most_common():
        print(f"{kind:<14}{number:>9}{letters[kind] / number:>12.0f}{len(wrong.get(kind, [])):>10}")
    bad = sum(len(cases) for cases in wrong.values())
    speed = args.count / (time.perf_counter() - began)
    print(f"{args.count} samples, {len(prompts)} different prompts, {bad} at fault; {speed:.0f} samples a second with checks")
    for cases in wrong.values():
        print(f"  {cases[0]}")
    return 1 if bad else 0


def _stats(args: argparse.Namespace) -> int:
    if args.kind.startswith(EDIT):
        raise InvalidRequest("stats measures pages, not their changes", "name a kind of page, or none")
    out: Path = args.out or Path("runs") / "corpus"
    figures = coverage.measure(args.seed, args.first, args.count, args.split, args.kind).figures()
    coverage.keep(figures, out)
    print(coverage.told(figures))
    print(f"kept in {out}: {coverage.PICTURE}, {coverage.DATA}")
    return 0


def _write(args: argparse.Namespace) -> int:
    """JSON lines that `evaluate --prompts` reads, the page beside them. A sample at fault is left out, and told of."""
    out = args.out.open("w", encoding="utf-8") if args.out else sys.stdout
    rejected: Counter[str] = Counter()
    try:
        for number, drawn in enumerate(tqdm(_samples(args), total=args.count, unit=" samples", disable=not sys.stderr.isatty()), args.first):
            found = faults(drawn)
            if found:
                rejected[found[0]] += 1
            else:
                print(_line(f"{args.split}-{number}", drawn), file=out)
    finally:
        if args.out:
            out.close()
    for cause, times in rejected.most_common():
        print(f"left out {times}: {cause}", file=sys.stderr)
    return 0


def _skill(args: argparse.Namespace) -> int:
    """Writes the dataset of `corpus.skill`, its manifest last: without one it is no dataset."""
    if args.out is None or args.count < 10:
        raise InvalidRequest("skill writes a directory of at least ten pairs", "corpus skill --count 2000 --out DIR")
    if args.out.exists() and any(args.out.iterdir()):
        raise DataError(f"{args.out} is not empty", "name a new directory")
    args.out.mkdir(parents=True, exist_ok=True)
    some = args.count // 10
    counts = {"train": args.count - 2 * some, "validation": some, "test": some}
    for (name, count), split in zip(counts.items(), skill.SPLITS, strict=True):
        with (args.out / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for number in tqdm(range(count), desc=name, unit=" pairs", disable=not sys.stderr.isatty()):
                print(_line(f"{name}-{number}", skill.pair(args.seed, number, split)), file=file)
    settings = {"skill": skill.NAME, "count": args.count, "seed": args.seed}
    manifest = manifests.write(args.out, Manifest(stage="dataset", settings=settings, figures=counts))
    print(f"{args.out}: {', '.join(f'{count} {name}' for name, count in counts.items())}, {manifest.digest}")
    return 0


def _line(identity: str, drawn: Sample) -> str:
    asked = [requirement.model_dump(exclude_defaults=True) for requirement in drawn.requirements]
    line = {"id": identity, "kind": drawn.kind, "prompt": drawn.prompt, "page": drawn.page, "requirements": asked}
    return json.dumps(line, ensure_ascii=False)


def _kinds(args: argparse.Namespace) -> int:
    total = sum(weight for _, weight in KINDS.values())
    for name, (_, weight) in sorted(KINDS.items()):
        print(f"{name:<14}{100 * weight / total:5.1f}%")
    return 0
