"""What matters in the recipe? Short pretrainings that differ in one thing each, measured alike. For a GPU.

    python -m htmlbuilder.pipeline.ablate runs/ablate
    OMP_NUM_THREADS=2 CUDA_VISIBLE_DEVICES=1 python -m htmlbuilder.pipeline.ablate runs/ablate --share 1/4

The second form is for several processes side by side, on GPUs of their own or two on each. Without OMP_NUM_THREADS they
take the CPUs from one another: three made 0.08 million tokens a second each instead of 0.93, on 64 cores.

Every row is trained from drawn weights with the recipe `embedded`, made smaller and shorter as `BASE` says, and changed
as `ROWS` says; its 4-bit file then writes greedily to the same prompts: held-out ones of the whole corpus, unseen
wordings, and the files of --tasks. What is counted needs no browser: that all that was asked for is there, and how
much of it. DIR/NAME.json holds a row's figures, DIR/table.md the rows that are there. The same command again makes the
rows that are not. --toy rehearses it in a minute on a CPU.
"""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from htmlbuilder import files, manifest
from htmlbuilder.corpus.draw import Split
from htmlbuilder.corpus.edits import mixed
from htmlbuilder.corpus.sample import Sample
from htmlbuilder.evaluation.verdict import judge
from htmlbuilder.manifest import FILE_NAME
from htmlbuilder.pipeline import artifact, pretrain, quantize
from htmlbuilder.pipeline.evaluate import Task, corpus_tasks, read_tasks
from htmlbuilder.pipeline.packing import Sampler
from htmlbuilder.pipeline.parity import COPIED
from htmlbuilder.pipeline.start import DRAWN

BASE: dict[str, Any] = {
    "model.layers": 12,
    "training.steps": 600,
    "training.micro_rows": 16,  # so that two rows fit on one card
    "training.eval_every": 300,
}
TOY: dict[str, Any] = {"training.steps": 2, "training.eval_every": 2}
LETTERS = {"letter", "caprice", "gist"}  # kinds whose prompts are whole texts
SHORT = 2_000  # characters of a page that `short_first` begins with
TRIES = 40
COUNTS: dict[Split, int] = {"heldout": 300, "wordings": 200}
TOY_COUNT, TOY_LIMIT = 4, 24
BATCH, LIMIT = 1024, 1_600
Figures = dict[str, Any]


class Row(NamedTuple):
    """What a row changes: settings of the recipe, the samples it sees, or the format of its file."""

    settings: dict[str, Any]
    sampler: str = "all"
    format: quantize.Format = "q4_0"
    of: str = ""  # the row whose model is stored in another format


ROWS = {
    "base": Row({}),
    "36M": Row({"model.hidden": 512}),
    "80M": Row({"model.layers": 18}),
    "vocabulary 4096 + 256": Row({"tokenizer.vocabulary": 4352, "tokenizer.phrases": 600}),
    "vocabulary 16384 + 256": Row({"tokenizer.vocabulary": 16_640, "tokenizer.phrases": 2400}),
    "no phrases": Row({"tokenizer.phrases": 0}),
    "no lines": Row({"tokenizer.vocabulary": 8192, "tokenizer.lines": 0}),
    "no letters": Row({}, "unlettered"),
    "more letters": Row({}, "lettered"),
    "short pages first": Row({}, "short_first"),
    "half the tokens": Row({"training.steps": 300}),
    "twice the tokens": Row({"training.steps": 1200}),
    "no steps in 4 bits": Row({"training.quantized": 0.0}),
    "twice the steps in 4 bits": Row({"training.quantized": 0.3}),
    "no edits": Row({"training.edits": 0.0}),
    "no dropout": Row({"training.dropout": 0.0}),
    "prompts learned too": Row({"training.prompt_weight": 1.0}),
    "q8_0": Row({}, format="q8_0", of="base"),
    "f16": Row({}, format="f16", of="base"),
    "no steps in 4 bits, f16": Row({}, format="f16", of="no steps in 4 bits"),
}


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="htmlbuilder.pipeline.ablate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, metavar="DIR", help="for the models, the figures and the table")
    parser.add_argument("--rows", nargs="+", choices=tuple(ROWS), default=[], metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--share", default="0/1", metavar="I/N", help="every Nth trained row, from the Ith on")
    parser.add_argument("--tasks", type=Path, nargs="*", default=[], help="further prompts with their requirements")
    parser.add_argument("--toy", action="store_true", help="rehearse on a CPU, at toy size")
    args = parser.parse_args(argv)
    place, number = map(int, args.share.split("/"))
    trained = [name for name, row in ROWS.items() if not row.of]
    mine = args.rows or trained[place::number]
    names = [name for name, row in ROWS.items() if name in mine or (row.of in mine and not args.rows)]
    args.out.mkdir(parents=True, exist_ok=True)
    tasks: dict[str, dict[Any, Task]] = {
        split: corpus_tasks(0, split, TOY_COUNT if args.toy else count) for split, count in COUNTS.items()
    }
    tasks |= {path.stem: read_tasks(path) for path in args.tasks}
    for name in names:
        path = args.out / f"{_file(name)}.json"
        if not path.exists():
            print(f"== {name}", flush=True)
            files.write_whole(path, files.as_json(measured(args.out, name, tasks, args.toy)))
            files.write_whole(args.out / "table.md", table(args.out))
    print(table(args.out))
    return 0


def unlettered(share: float, seed: int, index: int, split: Split = "train") -> Sample:
    """A sample that is no letter."""
    return _first(lambda made: made.kind not in LETTERS, share, seed, index, split)


def lettered(share: float, seed: int, index: int, split: Split = "train") -> Sample:
    """A letter at every other `index`, any sample at the others."""
    return _first(lambda made: index % 2 == 0 or made.kind in LETTERS, share, seed, index, split)


def short_first(half: int, share: float, seed: int, index: int, split: Split = "train") -> Sample:
    """A sample with a short page while `index` is below `half`, any later."""
    return _first(lambda made: index >= half or len(made.page) <= SHORT, share, seed, index, split)


def _first(wanted: Callable[[Sample], bool], share: float, seed: int, index: int, split: Split) -> Sample:
    for number in range(TRIES):
        made = mixed(share, seed, TRIES * index + number, split)
        if wanted(made):
            return made
    return made


def recipe_of(name: str, toy: bool) -> pretrain.Recipe:
    """The recipe of a row; at toy size, of any."""
    if toy:
        return pretrain.Recipe.load(pretrain.CONFIGS / "toy.toml", TOY)
    return pretrain.Recipe.load(pretrain.CONFIGS / "embedded.toml", BASE | ROWS[name].settings)


def sampler_of(row: Row, recipe: pretrain.Recipe) -> Sampler:
    samples = recipe.training.steps * recipe.training.rows * recipe.model.context // 340  # a sample's tokens, about
    samplers: dict[str, Callable[..., Sample]] = {
        "all": mixed,
        "unlettered": unlettered,
        "lettered": lettered,
        "short_first": partial(short_first, samples // 2),
    }
    return partial(samplers[row.sampler], recipe.training.edits)


def measured(out: Path, name: str, tasks: dict[str, dict[Any, Task]], toy: bool) -> Figures:
    """Trains the row, or takes the model of the row that it is `of`, stores it, lets it write, and grades that."""
    row, begun = ROWS[name], time.monotonic()
    trained = row.of or name
    recipe = recipe_of(trained, toy)
    model = out / _file(trained) / pretrain.MODEL
    if not (model / FILE_NAME).exists():
        ready_tokenizer(out, trained, toy)
        pretrain.run(recipe, out / _file(trained), sampler_of(ROWS[trained], recipe))
    stored = out / f"{_file(name)}.gguf"
    if not (stored / FILE_NAME).exists():
        quantize.run(quantize.QuantizeConfig(format=row.format), model, stored)
    made = manifest.read(model).figures
    found: Figures = {
        "row": name,
        "settings": row.settings | {"samples": row.sampler, "format": row.format},
        "seed": recipe.seed,
        "steps": recipe.training.steps,
        **{key: made[key] for key in ("parameters", "tokens", "device")},
        **manifest.read(stored).figures,
        "splits": graded(stored, tasks, toy),
    }
    return found | {"minutes": round((time.monotonic() - begun) / 60, 1)}


def ready_tokenizer(out: Path, name: str, toy: bool) -> None:
    """The row's tokenizer: learned from the base's samples whatever the row's own are, since rows differ in one thing.

    Another row's is taken over where it is the same.
    """
    recipe, run = recipe_of(name, toy), out / _file(name)
    alike = [other for other, row in ROWS.items() if not row.of and recipe_of(other, toy).tokenizer == recipe.tokenizer]
    places = [out / _file(other) / pretrain.TOKENIZER for other in alike]
    there = next((place for place in places if (place / FILE_NAME).exists()), None)
    mine = run / pretrain.TOKENIZER
    if there and not mine.exists():
        with artifact.room_for(mine), artifact.writing(mine) as draft:
            for file in COPIED:
                shutil.copyfile(there / file, draft.directory / file)
            draft.seal(manifest.read(there))
    pretrain.ready_tokenizer(recipe, run, sampler_of(ROWS["base"], recipe_of("base", toy)), DRAWN)


def graded(directory: Path, tasks: dict[str, dict[Any, Task]], toy: bool) -> Figures:
    """By split, rates of the pages that the model in `directory` writes: all that was asked for, how much, clean."""
    from htmlbuilder.evaluation import report
    from htmlbuilder.pipeline import decode

    lines = [{"prompt": task.prompt} for part in tasks.values() for task in part.values()]
    pages = decode.decoded(decode.opened(directory), directory, lines, BATCH, TOY_LIMIT if toy else LIMIT)
    rates = {}
    for split, part in tasks.items():
        grades = [
            judge((task.id, task.kind, task.prompt), task.requirements, page["html"], page["finish_reason"])
            for task, page in zip(part.values(), islice(pages, len(part)), strict=True)
        ]
        found = report.figures(grades)
        rates[split] = found.model_dump(mode="json", include={"pages", "all_met", "requirements_met", "clean"})
    return rates


def table(out: Path) -> str:
    """The rows that are there, as a table in Markdown: all met, with its 95% interval, and requirements met."""
    rows = [json.loads(path.read_text("utf-8")) for name in ROWS if (path := out / f"{_file(name)}.json").exists()]
    splits = list(rows[0]["splits"]) if rows else []
    heads = [f"{split}, {what}" for split in splits for what in ("all met", "requirements")]
    lines = [["row", "parameters", "tokens", "MB", *heads]]
    for row in rows:
        rates = []
        for split in splits:
            met, asked = row["splits"][split]["all_met"], row["splits"][split]["requirements_met"]
            rates += [f"{met['percent']:.1f} [{met['low']:.1f}, {met['high']:.1f}]", f"{asked['percent']:.1f}"]
        sizes = (f"{row['parameters'] / 1e6:.0f}M", f"{row['tokens'] / 1e6:.0f}M", f"{row['bytes'] / 1e6:.1f}")
        lines.append([row["row"], *sizes, *rates])
    lines.insert(1, ["---"] * len(lines[0]))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _file(name: str) -> str:
    return name.replace(",", "").replace(" ", "-")


if __name__ == "__main__":
    sys.exit(main())
