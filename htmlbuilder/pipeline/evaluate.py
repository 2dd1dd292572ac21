"""Grades a model's pages against what their prompts asked for, without a judge.

Greedy pages are generated into DIR/texts.jsonl, or read from `--texts`, where another machine has written them. Every
page is looked at in Chromium (DIR/sights.jsonl, DIR/pictures/) and by the Nu HTML checker (DIR/validity.jsonl), and
graded by the six checks of `htmlbuilder.evaluation.verdict` into DIR/pages.jsonl. The sum stands in DIR/report.json and
DIR/report.html, beside the same figures for pages that need no model. Of changes of a page it is also measured
whether what was asked is done and nothing else is touched, both at once. An interrupted run goes on where it was.
"""

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, JsonValue, model_validator

from htmlbuilder import checks, files, flags
from htmlbuilder.checks import Requirement
from htmlbuilder.engines.base import FinishReason, GenerateRequest
from htmlbuilder.engines.batch import Completion, Id, Line, write_all
from htmlbuilder.engines.review import OWNED, looked_for
from htmlbuilder.errors import DataError, ToolMissing
from htmlbuilder.evaluation import chromium, nu, report_page
from htmlbuilder.evaluation.chromium import Sight
from htmlbuilder.evaluation.derive import requirements_of
from htmlbuilder.evaluation.nu import Validity
from htmlbuilder.evaluation.report import summarize, table
from htmlbuilder.evaluation.verdict import Grade, digest, judge
from htmlbuilder.page import read_page
from htmlbuilder.pipeline import baselines

if TYPE_CHECKING:
    from htmlbuilder.corpus.draw import Split

LIGHT = "Chromium, axe and the Nu HTML checker: left out by --light"
Found = TypeVar("Found", Sight, Validity)


class Task(Line):
    """A prompt and what any page that grants it must have: given, or derived from a `page` that does.

    Of a change, `current` is the page as it was, and `page` as it should be.
    """

    model_config = ConfigDict(populate_by_name=True)

    requirements: tuple[Requirement, ...] = ()
    kind: str = ""
    page: str = Field("", validation_alias=AliasChoices("page", "html"))

    @model_validator(mode="after")
    def _derive(self) -> "Task":
        if self.page and not self.requirements:
            derived = requirements_of(self.prompt, self.page)
            self.requirements = tuple(checks.unmet(self.current, derived)) if self.current else derived
        return self


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


class Tools(NamedTuple):
    """What the tools found of each page, by its digest. A tool that is `missing` has found nothing."""

    sights: dict[str, Sight]
    validities: dict[str, Validity]
    present: tuple[str, ...]
    missing: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from htmlbuilder.corpus.draw import SPLITS

    parser.add_argument("--split", choices=SPLITS, default="heldout", help="the part of the corpus (default: heldout)")
    parser.add_argument("--edits", action="store_true", help="take changes of pages from it, instead of new pages")
    parser.add_argument("--count", type=int, default=300, metavar="N", help="how many of its prompts (default: 300)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the seed of the corpus (default: 0)")
    parser.add_argument(
        "--prompts",
        type=Path,
        metavar="FILE",
        help="take lines {id, prompt, requirements (or a good page), of a change current} instead",
    )
    parser.add_argument(
        "--texts", type=Path, metavar="FILE", help="grade these lines {id, text (or html)}, and open no model"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where to keep what comes of it (default: runs/evaluate/…)"
    )
    parser.add_argument(
        "--light", action="store_true", help="grade the source alone: no browser, no Java, no baselines, no headline"
    )
    parser.add_argument(
        "--nearest",
        type=int,
        default=2_000,
        metavar="N",
        help="training pages the baseline picks from (default: 2000; 0: no such baseline)",
    )
    flags.add_fields(parser, GenerateRequest, "max_new_tokens", "best_of")
    flags.add_settings(parser)


def main(args: argparse.Namespace) -> int:
    tasks = read_tasks(args.prompts) if args.prompts else corpus_tasks(args.seed, args.split, args.count, args.edits)
    name = args.prompts.stem if args.prompts else f"{'edits-' if args.edits else ''}{args.split}-{args.seed}"
    out: Path = args.out or Path("runs") / "evaluate" / name
    out.mkdir(parents=True, exist_ok=True)
    source: dict[str, JsonValue] = {"tasks": name, "texts": str(args.texts or "")}
    if not args.texts:
        source |= generate(args, tasks, out / "texts.jsonl")
    texts = read_texts(args.texts or out / "texts.jsonl", tasks)
    runs = {"": texts} if args.light else {"": texts} | baseline_texts(tasks, args.seed, args.nearest)
    pages = {
        digest(page): page for run in runs.values() for page in (read_page(each.text).html for each in run.values())
    }
    tools = Tools({}, {}, (), (LIGHT,)) if args.light else examine(pages, out)
    graded = {name: grade_all([(tasks[key], text) for key, text in run.items()], tools) for name, run in runs.items()}
    grades = graded.pop("")
    report = summarize(grades, source, graded, tools.present, tools.missing)
    files.write_whole(out / "pages.jsonl", "".join(grade.model_dump_json() + "\n" for grade in grades))
    files.write_whole(out / "report.json", report.model_dump_json(indent=2) + "\n")
    files.write_whole(out / "report.html", report_page.render(report, grades, out / "pictures"))
    print(table(report, grades))
    print(f"kept in {out}: report.html is for reading")
    return 0


def read_tasks(path: Path) -> dict[Id, Task]:
    """The tasks of a file. Raises `DataError` naming the line that is wrong."""
    tasks: dict[Id, Task] = {}
    for number, task in files.read_lines(path, Task):
        if task.id in tasks:
            raise DataError(f"{path}, line {number}: the id {task.id!r} stands there twice")
        tasks[task.id] = task
    if not tasks:
        raise DataError(f"{path} holds no prompt")
    return tasks


def corpus_tasks(seed: int, split: "Split", count: int, edits: bool = False) -> dict[Id, Task]:
    """The first `count` tasks of a part of the corpus, or of its `edits`; their ids are the samples' numbers."""
    from tqdm import tqdm

    from htmlbuilder.corpus import sample
    from htmlbuilder.corpus.edits import edit

    tasks: dict[Id, Task] = {}
    for index in tqdm(range(count), unit="prompt", desc="drawing", leave=False):
        drawn = (edit if edits else sample)(seed, index, split)
        change = {"current": drawn.html, "page": drawn.page} if edits else {}
        tasks[index] = Task(id=index, prompt=drawn.prompt, requirements=drawn.requirements, kind=drawn.kind, **change)
    return tasks


def generate(args: argparse.Namespace, tasks: dict[Id, Task], path: Path) -> dict[str, JsonValue]:
    """Writes the text of every task that has none at `path` yet. Returns what was asked of which model."""
    from htmlbuilder.engines import open_engine

    settings = flags.settings(args)
    given = flags.given(args, GenerateRequest)
    requests = {
        key: GenerateRequest(**given | {"prompt": task.prompt, "html": task.current}) for key, task in tasks.items()
    }
    with closing(open_engine(settings)) as engine:
        source: dict[str, JsonValue] = {"model": engine.name, "digest": engine.digest, **given}
        _claim(path.with_name("source.json"), source)
        refused = write_all(engine, requests, path, max(1, settings.slots // (args.best_of or 1)), _line)
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
        current=request.html,
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


def baseline_texts(tasks: Mapping[Id, Task], seed: int, count: int) -> dict[str, dict[Id, Text]]:
    """What needs no model: for each task the training page with the nearest prompt, and the same page for all."""
    if all(task.current for task in tasks.values()):
        return {"the page as it was": {key: Text(id=key, text=task.current) for key, task in tasks.items()}}
    fixed = {"one fixed page": {key: Text(id=key, text=baselines.STATIC) for key in tasks}}
    if count < 1:
        return fixed
    prompts, pages = baselines.training_samples(seed, count)
    places = baselines.nearest([task.prompt for task in tasks.values()], prompts)
    near = {key: Text(id=key, text=pages[place]) for key, place in zip(tasks, places, strict=True)}
    return {f"nearest of {count} training pages": near} | fixed


def examine(pages: Mapping[str, str], out: Path) -> Tools:
    """What Chromium and the Nu checker find of the pages (digest -> HTML). What `out` keeps of them already stays."""
    from tqdm import tqdm

    sights: dict[str, Sight] = {}
    validities: dict[str, Validity] = {}
    present, missing = [], []
    try:
        by = chromium.version()
        (out / "pictures").mkdir(exist_ok=True)
        with tqdm(total=len(pages), unit="page", desc="looking") as bar:

            def look(todo: Mapping[str, str], keep: Callable[[Sight], None]) -> None:
                bar.update(len(pages) - len(todo))

                def kept(sight: Sight) -> None:
                    keep(sight)
                    bar.update()

                chromium.look_at(todo, out / "pictures", kept)

            sights = _kept(out / "sights.jsonl", Sight, by, pages, look)
        present.append(by)
    except ToolMissing as error:
        missing.append(f"{error.message} ({error.hint})")
    try:
        by = nu.version()
        validities = _kept(out / "validity.jsonl", Validity, by, pages, nu.check)
        present.append(by)
    except ToolMissing as error:
        missing.append(f"{error.message} ({error.hint})")
    return Tools(sights, validities, tuple(present), tuple(missing))


def _kept(
    path: Path,
    model: type[Found],
    by: str,
    pages: Mapping[str, str],
    find: Callable[[Mapping[str, str], Callable[[Found], None]], None],
) -> dict[str, Found]:
    """What the file at `path` says of the pages, after `find` has found what it does not say yet.

    What another version of the tool has found is found again.
    """
    with files.appending(path) as append:
        found = {each.page: each for _, each in files.read_lines(path, model) if each.by == by and each.page in pages}

        def keep(each: Found) -> None:
            append(each)
            found[each.page] = each

        todo = {key: page for key, page in pages.items() if key not in found}
        if todo:
            find(todo, keep)
    return found


def grade(task: Task, text: Text, sight: Sight | None = None, validity: Validity | None = None) -> Grade:
    change = (task.current, task.page) if task.current and task.page else None
    identity = (task.id, task.kind, task.prompt)
    graded = judge(identity, task.requirements, text.text, text.finish_reason, sight, validity, change)
    if any(OWNED.search(requirement.text) for requirement in task.requirements):
        return graded  # whose page is to say that it cannot be what was asked for
    beyond = looked_for(task.prompt, checks.Document(read_page(text.text).html), task.current).beyond
    return graded.model_copy(update={"beyond": beyond})


def grade_all(pairs: Sequence[tuple[Task, Text]], tools: Tools) -> list[Grade]:
    """The grades, in the order of `pairs`, on all cores."""
    from tqdm import tqdm

    keys = [digest(read_page(text.text).html) for _, text in pairs]
    found = [(tools.sights.get(key), tools.validities.get(key)) for key in keys]
    with ProcessPoolExecutor(min(os.cpu_count() or 1, 1 + len(pairs) // 50)) as pool:
        graded = pool.map(grade, *zip(*pairs, strict=True), *zip(*found, strict=True), chunksize=8)
        return list(tqdm(graded, total=len(pairs), unit="page", desc="grading", leave=False))
