"""A toy fine-tune: a little data, a recipe of seconds, and a run that can be made to die."""

import json
import os
import signal
from pathlib import Path
from typing import Any

from htmlbuilder.pipeline import artifact
from htmlbuilder.pipeline.finetune import PRESETS, Recipe, run

KINDS = "login menu email list café button title main".split()
SPLITS = {"train": range(56), "validation": range(56, 72), "test": range(72, 80)}


def line(number: int) -> dict[str, Any]:
    """An example of some length between 60 and 150 tokens. A third column is carried along."""
    kind, count = KINDS[number % len(KINDS)], number % 5
    page = f"<!DOCTYPE html>\n<title>{kind}</title>\n<h1>{kind} {number}</h1>\n" + f"<li>{kind}</li>\n" * count
    return {"prompt": f"Write a page {kind} {number}", "page": page, "kind": kind}


def write_data(directory: Path) -> Path:
    directory.mkdir(parents=True)
    for split, numbers in SPLITS.items():
        lines = "".join(json.dumps(line(number)) + "\n" for number in numbers)
        (directory / f"{split}.jsonl").write_text(lines, encoding="utf-8")
    return directory


def write_pairs(path: Path) -> Path:
    path.write_text("".join(json.dumps(line(number)) + "\n" for number in range(80)), encoding="utf-8")
    return path


def recipe(base: Path, **changes: Any) -> Recipe:
    toy = {"context": 256, "epochs": 3, "eval_every": 5, "lr": 4e-3, "save_minutes": 0.0, "dropout": 0.1}
    return Recipe.load(PRESETS / "cpu-toy.toml", base=str(base), **(toy | changes))


def run_and_die(asked: Recipe, data: Path, target: Path, where: str = "", save: int = 0) -> None:
    """Runs, until killed from outside, or by itself within the checkpoint numbered `save`: "writing" or "renaming"."""
    saves = 0

    def count() -> bool:
        nonlocal saves
        saves += 1
        return saves == save

    seal, put_in_place = artifact.Draft.seal, artifact._put_in_place

    def die_writing(draft, manifest):
        if manifest.stage == "checkpoint" and count():
            with (draft.directory / "state.safetensors").open("r+b") as file:
                file.truncate(1000)
            os.kill(os.getpid(), signal.SIGKILL)
        return seal(draft, manifest)

    def die_renaming(directory, place):
        if place.name == "checkpoint" and count():
            os.rename(place, artifact._aside(place))
            os.kill(os.getpid(), signal.SIGKILL)
        put_in_place(directory, place)

    if where == "writing":
        artifact.Draft.seal = die_writing  # type: ignore[method-assign]
    if where == "renaming":
        artifact._put_in_place = die_renaming
    run(asked, data, target)
