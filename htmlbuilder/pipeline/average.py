"""The mean of models: one model, in 16 bits, whose every weight is the mean of theirs.

Runs that went on from the same earlier model end in one valley of the loss, each with whims of its own. The mean of
their weights keeps what they agree on, and that is what holds for prompts unlike those of training: Wortsman et al.
2022, "Model soups", arXiv 2203.05482. The earlier model may be one of them: the same, 2021, "Robust fine-tuning of
zero-shot models", arXiv 2109.01903. Runs from weights drawn apart share no valley, and their mean writes noise.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from htmlbuilder.errors import DataError
from htmlbuilder.manifest import Manifest, versions_of
from htmlbuilder.pipeline import artifact
from htmlbuilder.pipeline.parity import COPIED

STAGE = "average"
PART = "part"  # of each model among the parents, with its number
SHARD = "14MB"
TOKENIZER = "tokenizer.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("models", type=Path, nargs="+", metavar="MODEL", help="what pretrain wrote, or a GGUF of it")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the model directory to write")


def main(args: argparse.Namespace) -> int:
    print(f"{args.out}: {run(args.models, args.out).digest}")
    return 0


def run(models: Sequence[Path], out: Path) -> Manifest:
    """Writes the mean of `models`, each of the same weight, as the model directory `out`.

    Raises `ModelError` for a damaged model, and `DataError` where two are not of one shape and one tokenizer.
    """
    if len(models) < 2:
        raise DataError("the mean of one model is that model", "name two or more")
    parents = {f"{PART} {number}": artifact.source_digest(path) for number, path in enumerate(models, 1)}
    import torch

    from htmlbuilder.pipeline import lean

    first = models[0]
    for other in models[1:]:
        same = (first / TOKENIZER).read_bytes() == (other / TOKENIZER).read_bytes()
        if lean.shape_of(first) != lean.shape_of(other) or not same:
            raise DataError(
                f"{first} and {other} differ in shape or tokenizer", "name models that went on from one another"
            )
    model = lean.load(first)
    mean = model.state_dict()
    for path in models[1:]:
        for name, weight in lean.load(path).state_dict().items():
            mean[name] += weight
    for weight in mean.values():
        weight /= len(models)
    skills = json.loads((first / "config.json").read_text("utf-8"))["skills"]
    with artifact.room_for(out), artifact.writing(out) as draft:
        lean.export(model, mean, draft.directory, torch.float16, SHARD, skills)
        for name in COPIED:
            shutil.copyfile(first / name, draft.directory / name)
        figures = {"parameters": sum(weight.numel() for weight in mean.values())}
        return draft.seal(
            Manifest(stage=STAGE, parents=parents, versions=versions_of("torch", "transformers"), figures=figures)
        )
