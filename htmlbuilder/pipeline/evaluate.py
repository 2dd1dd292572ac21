"""Grades a model's pages against what their prompts asked for, without a judge.

Greedy pages are generated into DIR/texts.jsonl (an interrupted run goes on where it was), or read from `--texts`, where
another machine has written them. Every text is then graded by `htmlbuilder.checks` into DIR/pages.jsonl, and summed up
in DIR/report.json with 95% intervals from a bootstrap over pages (Efron's percentile method).
"""

import argparse
import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, JsonValue

from htmlbuilder import __version__, checks, files, flags
from htmlbuilder.checks import Requirement
from htmlbuilder.engines.base import FinishReason, GenerateRequest
from htmlbuilder.engines.batch import Completion, Id, Line, write_all
from htmlbuilder.errors import DataError
from htmlbuilder.page import read_page

SPLITS = ("heldout", "unseen", "train")
UNCLEAN = {"doctype", "unfinished", "parse"}  # the rules of `checks` that a parse-clean page does not break
RESAMPLES = 2_000
WORST = 10


class Task(Line):
    """A prompt and what any page that grants it must have."""

    requirements: tuple[Requirement, ...] = ()
    kind: str = ""


class Text(BaseModel):
    """What a model wrote for the task `id`. Without a `finish_reason`, a whole document counts as ended by itself."""

    model_config = ConfigDict(populate_by_name=True)

    id: Id = Field(validation_alias=AliasChoices("id", "index"))
    text: str = Field(validation_alias=AliasChoices("text", "html"))
    finish_reason: FinishReason | None = None


class GeneratedText(Line):
    """A line of DIR/texts.jsonl."""

    text: str
    finish_reason: FinishReason
    tokens: int
    seconds: float


class Grade(BaseModel):
    """One graded page: how many of its requirements are met, what is missing, and what is wrong with it by itself."""

    id: Id
    kind: str
    prompt: str
    asked: int
    unmet: tuple[str, ...]
    problems: tuple[tuple[str, str], ...]
    repairs: tuple[str, ...]
    finish_reason: FinishReason | None

    @property
    def met(self) -> int:
        return self.asked - len(self.unmet)

    @property
    def all_met(self) -> bool:
        return not self.unmet

    @property
    def clean(self) -> bool:
        """The model's own text is a whole document without a parse error, and it ended by itself."""
        return self.finish_reason in ("stop", None) and not any(rule in UNCLEAN for rule, _ in self.problems)


class Rate(BaseModel):
    """A share of pages or requirements, in percent, with the bounds of its 95% interval."""

    percent: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.percent:5.1f}%  [{self.low:.1f}, {self.high:.1f}]"


class KindReport(BaseModel):
    """The same shares among the pages of one kind, in percent."""

    pages: int
    all_met: float
    requirements_met: float
    clean: float


class Report(BaseModel):
    """What a run found. `problems` counts each rule of `checks`, `worst` names pages to look at first."""

    htmlbuilder: str = __version__
    source: dict[str, JsonValue]
    pages: int
    all_met: Rate
    requirements_met: Rate
    clean: Rate
    kinds: dict[str, KindReport]
    problems: dict[str, int]
    worst: list[Id]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--split", choices=SPLITS, default="heldout", help="the part of the corpus (default: heldout)")
    parser.add_argument("--count", type=int, default=300, metavar="N", help="how many of its prompts (default: 300)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the seed of the corpus (default: 0)")
    parser.add_argument("--prompts", type=Path, metavar="FILE", help="take lines {id, prompt, requirements} instead")
    parser.add_argument(
        "--texts", type=Path, metavar="FILE", help="grade these lines {id, text (or html)}, and open no model"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where to keep what comes of it (default: runs/evaluate/…)"
    )
    flags.add_fields(parser, GenerateRequest, "max_new_tokens")
    flags.add_settings(parser)


def main(args: argparse.Namespace) -> int:
    tasks = read_tasks(args.prompts) if args.prompts else corpus_tasks(args.seed, args.split, args.count)
    name = args.prompts.stem if args.prompts else f"{args.split}-{args.seed}"
    out: Path = args.out or Path("runs") / "evaluate" / name
    out.mkdir(parents=True, exist_ok=True)
    source: dict[str, JsonValue] = {"tasks": name, "texts": str(args.texts or "")}
    if not args.texts:
        source |= generate(args, tasks, out / "texts.jsonl")
    texts = read_texts(args.texts or out / "texts.jsonl", tasks)
    grades = grade_all([(tasks[key], text) for key, text in texts.items()])
    report = summarize(grades, source)
    files.write_whole(out / "pages.jsonl", "".join(grade.model_dump_json() + "\n" for grade in grades))
    files.write_whole(out / "report.json", report.model_dump_json(indent=2) + "\n")
    print(table(report, grades))
    print(f"kept in {out}")
    return 0


def read_tasks(path: Path) -> dict[Id, Task]:
    """The tasks of a file. Raises `DataError` naming the line that is wrong."""
    tasks: dict[Id, Task] = {}
    for number, task in files.read_lines(path, Task):
        if task.id in tasks:
            raise DataError(f"{path}, line {number}: the id {task.id!r} stands there twice")
        tasks[task.id] = task
    return tasks


def corpus_tasks(seed: int, split: Literal["train", "heldout", "unseen"], count: int) -> dict[Id, Task]:
    """The first `count` tasks of a part of the corpus; their ids are the samples' numbers."""
    from tqdm import tqdm

    from htmlbuilder.corpus import sample

    tasks: dict[Id, Task] = {}
    for index in tqdm(range(count), unit="prompt", desc="drawing", leave=False):
        drawn = sample(seed, index, split)
        tasks[index] = Task(id=index, prompt=drawn.prompt, requirements=drawn.requirements, kind=drawn.kind)
    return tasks


def generate(args: argparse.Namespace, tasks: dict[Id, Task], path: Path) -> dict[str, JsonValue]:
    """Writes the greedy text of every task that has none at `path` yet. Returns what was asked of which model."""
    from htmlbuilder.engines import open_engine

    settings = flags.settings(args)
    given = flags.given(args, GenerateRequest)
    requests = {key: GenerateRequest(**given | {"prompt": task.prompt}) for key, task in tasks.items()}
    with closing(open_engine(settings)) as engine:
        source: dict[str, JsonValue] = {"model": engine.name, "digest": engine.digest, **given}
        _claim(path.with_name("source.json"), source)
        refused = write_all(engine, requests, path, settings.slots, _line)
    for key, error in refused.items():
        raise DataError(f"the model cannot take {len(refused)} prompts, first {key!r}: {error.message}", error.hint)
    return source


def _claim(path: Path, source: dict[str, JsonValue]) -> None:
    """Notes where the texts beside `path` come from. Raises `DataError` when they come from elsewhere already."""
    text = files.as_json(source)
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise DataError(f"{path.parent} holds what another model or setting wrote", "name another --out, or remove it")
    files.write_whole(path, text)


def _line(key: Id, request: GenerateRequest, completion: Completion) -> GeneratedText:
    text, finish = completion
    return GeneratedText(
        id=key,
        prompt=request.prompt,
        text=text,
        finish_reason=finish.reason,
        tokens=finish.tokens,
        seconds=round(finish.seconds, 3),
    )


def read_texts(path: Path, tasks: dict[Id, Task]) -> dict[Id, Text]:
    """The texts of a file, one for each task. Raises `DataError` when one is missing, double, or answers no task."""
    texts: dict[Id, Text] = {}
    for number, text in files.read_lines(path, Text):
        if text.id not in tasks or text.id in texts:
            fault = "stands there twice" if text.id in texts else "is not the id of any prompt"
            raise DataError(
                f"{path}, line {number}: {text.id!r} {fault}", "give the --split, --seed and --count it was made with"
            )
        texts[text.id] = text
    missing = [key for key in tasks if key not in texts]
    if missing:
        raise DataError(f"{path} has no text for {len(missing)} of {len(tasks)} prompts; the first is {missing[0]!r}")
    return texts


def grade(task: Task, text: Text) -> Grade:
    """Requirements are judged on the page a reader gets, soundness on what the model itself wrote."""
    page = read_page(text.text)
    return Grade(
        id=task.id,
        kind=task.kind,
        prompt=task.prompt,
        asked=len(task.requirements),
        unmet=tuple(str(requirement) for requirement in checks.unmet(page.html, task.requirements)),
        problems=tuple((rule, message) for rule, message in checks.problems(text.text)),
        repairs=page.repairs,
        finish_reason=text.finish_reason,
    )


def grade_all(pairs: Sequence[tuple[Task, Text]]) -> list[Grade]:
    """The grades, in the order of `pairs`, on all cores."""
    from tqdm import tqdm

    with ProcessPoolExecutor(min(os.cpu_count() or 1, 1 + len(pairs) // 50)) as pool:
        graded = pool.map(grade, *zip(*pairs, strict=True), chunksize=8)
        return list(tqdm(graded, total=len(pairs), unit="page", desc="grading", leave=False))


def summarize(grades: Sequence[Grade], source: dict[str, JsonValue]) -> Report:
    """The figures of a run, with intervals. The same grades give the same intervals."""
    kinds: dict[str, list[Grade]] = defaultdict(list)
    for graded in grades:
        kinds[graded.kind].append(graded)
    return Report(
        source=source,
        pages=len(grades),
        all_met=_rate([graded.all_met for graded in grades]),
        requirements_met=_rate([graded.met for graded in grades], [graded.asked for graded in grades]),
        clean=_rate([graded.clean for graded in grades]),
        kinds={kind: _kind(some) for kind, some in sorted(kinds.items())},
        problems=dict(Counter(rule for graded in grades for rule, _ in graded.problems).most_common()),
        worst=[graded.id for graded in _worst(grades)],
    )


def _kind(grades: Sequence[Grade]) -> KindReport:
    return KindReport(
        pages=len(grades),
        all_met=_percent(sum(graded.all_met for graded in grades), len(grades)),
        requirements_met=_percent(sum(graded.met for graded in grades), sum(graded.asked for graded in grades)),
        clean=_percent(sum(graded.clean for graded in grades), len(grades)),
    )


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(whole, 1), 2)


def _rate(parts: Sequence[int], wholes: Sequence[int] | None = None) -> Rate:
    """The sum of `parts` in the sum of `wholes` (a 1 for each page, unless given), resampled over pages."""
    import numpy as np

    wholes = wholes or [1] * len(parts)
    pages = len(parts)
    drawn = np.random.default_rng(0).multinomial(pages, np.full(pages, 1 / pages), size=RESAMPLES)
    shares = 100 * (drawn @ np.array(parts, dtype=int)) / np.maximum(drawn @ np.array(wholes), 1)
    low, high = np.percentile(shares, [2.5, 97.5])
    return Rate(percent=_percent(sum(parts), sum(wholes)), low=round(float(low), 2), high=round(float(high), 2))


def _worst(grades: Sequence[Grade]) -> list[Grade]:
    """Up to `WORST` pages that failed, those with the most missing first."""
    failed = [graded for graded in grades if graded.unmet or not graded.clean]
    return sorted(failed, key=lambda graded: (-len(graded.unmet), graded.clean))[:WORST]


def table(report: Report, grades: Sequence[Grade]) -> str:
    """The report as a person reads it in a terminal."""
    lines = [
        f"{report.pages} pages" + (f" by {report.source['model']}" if "model" in report.source else ""),
        f"  all requirements met           {report.all_met}",
        f"  requirements met               {report.requirements_met}",
        f"  parse-clean, ended by itself   {report.clean}",
        "",
        f"  {'kind':<24}{'pages':>6}{'all met':>9}{'met':>8}{'clean':>8}",
    ]
    for kind, of in report.kinds.items():
        shares = f"{of.all_met:>8.1f}%{of.requirements_met:>7.1f}%{of.clean:>7.1f}%"
        lines.append(f"  {kind or '-':<24}{of.pages:>6}{shares}")
    if report.problems:
        lines += ["", "  problems: " + ", ".join(f"{rule} {count}" for rule, count in report.problems.items())]
    for graded in _worst(grades):
        lines += ["", f"  {graded.id}: {' '.join(graded.prompt.split())[:100]}"]
        lines += [f"      lacks {missing}" for missing in graded.unmet[:5]]
        lines += [f"      {rule}: {message}" for rule, message in graded.problems if rule in UNCLEAN][:3]
    return "\n".join(lines)
