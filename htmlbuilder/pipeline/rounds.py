"""A further edition of the embedded model: two rounds of runs that differ in little, and the mean of each. For GPUs.

    python -m htmlbuilder.pipeline.rounds htmlbuilder/models/embedded runs/edition
    python -m htmlbuilder quantize runs/edition/mean-2 runs/edition/q4

The runs of the first round go on from START, at the full rates, and OUT/mean-1 is the mean of START and of what they
became. Those of the second go on from there, more gently, since a mean has lost some exactness. OUT/mean-2 is made of
these, and of START for a third: without it, what it did well can be lost. `htmlbuilder/models/README.md` has what
single runs and their means do.

The runs of a round go side by side, one on each GPU; where there are fewer GPUs, in turns. The same command again makes
what is not there yet. --toy rehearses it on a CPU, from a toy model.
"""

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from htmlbuilder.errors import ModelError
from htmlbuilder.manifest import FILE_NAME
from htmlbuilder.pipeline import average, pretrain

Changes = dict[str, Any]  # of a run, against the recipe


def gently(share: float) -> Changes:
    """The learning rates of the recipe, times `share`."""
    training = pretrain.Recipe.load(pretrain.CONFIGS / "embedded.toml").training
    return {"training.muon_lr": share * training.muon_lr, "training.adam_lr": share * training.adam_lr}


ROUNDS: tuple[tuple[Changes, ...], ...] = (
    (
        {"seed": 31, "training.dropout": 0.1},
        {"seed": 32, "training.dropout": 0.1},
        {"seed": 33, "training.dropout": 0.15},
        {"seed": 34, "training.dropout": 0.2},
    ),
    (
        {"seed": 41, "training.dropout": 0.1} | gently(0.5),
        {"seed": 42, "training.dropout": 0.15} | gently(0.5),
        {"seed": 43, "training.dropout": 0.1} | gently(0.25),
        {"seed": 44, "training.dropout": 0.15} | gently(0.25),
    ),
)
MINUTES = (10.3, 6.2)
TOY: Changes = {"training.steps": 2, "training.eval_every": 2}
TOY_RUNS = 2


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="htmlbuilder.pipeline.rounds", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("start", type=Path, metavar="START", help="the model that the first round goes on from")
    parser.add_argument("out", type=Path, metavar="OUT", help="for the runs and the means")
    parser.add_argument(
        "--minutes", type=float, nargs=2, default=MINUTES, metavar="M", help="a run of each round takes"
    )
    parser.add_argument("--toy", action="store_true", help="rehearse on a CPU, at toy size")
    args = parser.parse_args(argv)
    import torch

    gpus = torch.cuda.device_count()
    if not gpus and not args.toy:
        parser.error("there is no GPU; --toy rehearses on a CPU")
    os.environ.setdefault("OMP_NUM_THREADS", "2")  # or the runs take the CPUs from one another
    start = args.start
    for number, (changes, minutes) in enumerate(zip(ROUNDS, args.minutes, strict=True), 1):
        runs = {args.out / f"run-{number}{letter}": each for letter, each in zip("abcd", changes, strict=True)}
        if args.toy:
            runs = {run: runs[run] | TOY for run in list(runs)[:TOY_RUNS]}
        side_by_side(runs, start, None if args.toy else minutes, max(gpus, 1))
        mean = args.out / f"mean-{number}"
        if not (mean / FILE_NAME).exists():
            before = [args.start] if number == 1 else [args.start] * (len(runs) // 2)
            average.run([*(run / pretrain.MODEL for run in runs), *before], mean)
        start = mean
    print(f"the model is in {start}")
    return 0


def side_by_side(runs: dict[Path, Changes], start: Path, minutes: float | None, places: int) -> None:
    """Trains each of `runs` from `start` in a process of its own, `places` at once, each on a GPU of its own.

    Raises `ModelError` when one has failed; what the others made is kept.
    """
    spawn = multiprocessing.get_context("spawn")
    todo = [run for run in runs if not (run / pretrain.MODEL / FILE_NAME).exists()]
    for first in range(0, len(todo), places):
        at_once = {
            run: spawn.Process(target=train, args=(run, runs[run], start, minutes, gpu))
            for gpu, run in enumerate(todo[first : first + places])
        }
        for process in at_once.values():
            process.start()
        for process in at_once.values():
            process.join()
        failed = [str(run) for run, process in at_once.items() if process.exitcode]
        if failed:
            raise ModelError(
                f"no model came of {', '.join(failed)}", "its own words stand above; the same command goes on"
            )


def train(out: Path, changes: Changes, start: Path, minutes: float | None, gpu: int) -> None:
    """One run: the recipe with `changes`, for `minutes`, or where there are none, for the steps of a toy."""
    os.environ["CUDA_VISIBLE_DEVICES"] = str(gpu)
    from htmlbuilder.corpus.edits import mixed
    from htmlbuilder.pipeline.start import Start

    recipe = pretrain.Recipe.load(pretrain.CONFIGS / ("toy.toml" if minutes is None else "embedded.toml"), changes)
    sampler = partial(mixed, recipe.training.edits)
    if pretrain.run(recipe, out, sampler, minutes, Start.read(start, recipe), fit=minutes is not None) is None:
        sys.exit(f"{out} was stopped")


if __name__ == "__main__":
    sys.exit(main())
