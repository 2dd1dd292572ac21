"""Pretraining, as a command: the recipe and its file, the run directory, and what is written at the end.

A run directory holds `tokenizer/` (learned first), `checkpoint.safetensors` (all that resuming needs), `curve.jsonl`,
`curve.png`, and at the end `model/`, the Hugging Face directory with its manifest. The same command again resumes. With
`--from`, weights and tokenizer are those of an earlier run's `model/` (see `start`). On several GPUs:
`accelerate launch --multi_gpu --num_processes N -m htmlbuilder pretrain …`. The loop itself is `trainer`'s.
"""

import argparse
import os
import time
import tomllib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from htmlbuilder import manifest as manifests
from htmlbuilder.errors import DataError
from htmlbuilder.manifest import Manifest, versions_of
from htmlbuilder.pipeline import artifact
from htmlbuilder.pipeline.average import SHARD
from htmlbuilder.pipeline.packing import Sampler, texts
from htmlbuilder.pipeline.start import DRAWN, ROLE, STAGE, Start
from htmlbuilder.prompt import EDIT, NEST, WRITE

if TYPE_CHECKING:
    from htmlbuilder.pipeline.lean import Shape
    from htmlbuilder.pipeline.trainer import Trainer

CONFIGS = Path(__file__).parent / "configs"
MODEL, TOKENIZER = "model", "tokenizer"


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TokenizerRecipe(Part):
    vocabulary: int = Field(ge=300, le=32_768, description="tokens in all; rows store them in 15 bits")
    phrases: int = Field(ge=0, description="of which so many may reach across words")
    lines: int = Field(0, ge=0, description="of which so many are whole lines of heads and scripts")
    samples: int = Field(ge=1, description="samples it is learned from")

    @model_validator(mode="after")
    def _leaves_words(self) -> Self:
        if self.vocabulary - self.phrases - self.lines < 300:
            raise ValueError("vocabulary must be 300 more than phrases and lines")
        return self


class ModelRecipe(Part):
    hidden: int = Field(ge=32, multiple_of=32, description="width of the stream")
    layers: int = Field(ge=1)
    head: int = Field(64, multiple_of=8, description="width of a head")
    context: int = Field(ge=64, description="tokens of a packed row, and of the longest document")


class TrainingRecipe(Part):
    steps: int = Field(ge=1)
    rows: int = Field(ge=1, description="rows a step")
    micro_rows: int = Field(ge=1, description="rows that pass through the model at once")
    documents: int = Field(640, ge=2, description="packed documents that micro_rows may hold before a recompilation")
    warmup: int = Field(60, ge=1, description="steps in which the learning rates rise")
    decay: float = Field(0.6, gt=0, le=1, description="the last part of the steps, in which they fall to zero")
    muon_lr: float = Field(0.02, gt=0)
    adam_lr: float = Field(0.003, gt=0)
    weight_decay: float = Field(0.05, ge=0, description="of the matrices, times the learning rate")
    dropout: float = Field(0.0, ge=0, lt=1, description="of the embedding, and of what each layer adds to the stream")
    prompt_weight: float = Field(0.1, ge=0, le=1, description="of a prompt token in the loss; a page token has 1")
    edits: float = Field(0.0, ge=0, le=1, description="share of samples that change a page")
    changed_weight: float = Field(1.0, ge=0, description="in the loss, of a token in a line that an edit changes")
    quantized: float = Field(0.15, ge=0, le=1, description="the last part of the steps, trained on the 4-bit weights")
    workers: int = Field(ge=1, description="processes that make samples")
    block_samples: int = Field(256, ge=1, description="samples that are packed together")
    max_reuse: int = Field(0, ge=0, description="how often a row may come again when the workers fall behind; 0: wait")
    log_every: int = Field(20, ge=1)
    eval_every: int = Field(500, ge=1)
    eval_rows: int = Field(64, ge=1)
    save_minutes: float = Field(3.0, gt=0)

    @property
    def processes(self) -> int:
        """The workers, but no more than the machine has cores."""
        return min(self.workers, os.cpu_count() or 1)

    @model_validator(mode="after")
    def _divides(self) -> Self:
        if self.rows % self.micro_rows or self.eval_rows % self.micro_rows:
            raise ValueError("rows and eval_rows must be multiples of micro_rows")
        return self


class Recipe(Part):
    """A whole run. `seed` draws the weights and the samples; of a run from an earlier model, see `start`."""

    seed: int
    tokenizer: TokenizerRecipe
    model: ModelRecipe
    training: TrainingRecipe

    @property
    def shape(self) -> "Shape":
        from htmlbuilder.pipeline.lean import Shape

        model = self.model
        return Shape(self.tokenizer.vocabulary, model.hidden, model.layers, model.context, model.head)

    @property
    def skills(self) -> tuple[str, ...]:
        """What the model is taught, as its config.json then claims."""
        return (WRITE, NEST, EDIT) if self.training.edits else (WRITE, NEST)

    @classmethod
    def load(cls, path: Path, settings: Mapping[str, Any] | None = None) -> "Recipe":
        """Reads a TOML file; `settings`, such as `{"seed": 2, "training.steps": 9}`, override its own.

        Raises `DataError` for what is missing, unknown or wrong.
        """
        hint = "compare it with htmlbuilder/pipeline/configs/embedded.toml"
        try:
            content = tomllib.loads(path.read_text("utf-8"))
            for setting, value in (settings or {}).items():
                *part, key = setting.split(".")
                (content[part[0]] if part else content)[key] = value
            return cls.model_validate(content)
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
            raise DataError(f"the recipe {path} cannot be read: {error}", hint) from None
        except ValidationError as error:
            first = error.errors()[0]
            raise DataError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}", hint) from None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", default="embedded", help="a TOML recipe, or the name of one of ours: embedded, toy")
    parser.add_argument("--out", type=Path, required=True, help="the run directory; a run in it is resumed")
    parser.add_argument(
        "--from",
        dest="start",
        metavar="DIR",
        type=Path,
        help="a model that an earlier pretrain wrote, or its GGUF, such as htmlbuilder/models/embedded: start from its "
        "weights, deepened where the recipe has more layers, and its tokenizer, with more lines where the recipe has a "
        "larger vocabulary; all else begins anew, with other samples than that run's, since its digest and the "
        "recipe's seed draw them together",
    )
    parser.add_argument("--minutes", type=float, help="save and stop after so many minutes; the same command resumes")
    parser.add_argument(
        "--fit", action="store_true", help="end whole within --minutes: as many steps as they allow, not the recipe's"
    )
    parser.add_argument("--steps", type=int, help="steps of the whole run, instead of the recipe's")
    parser.add_argument("--tokenizer-only", action="store_true", help="learn the tokenizer, or take it over, and stop")


def main(args: argparse.Namespace) -> int:
    from htmlbuilder.corpus.edits import mixed

    path = Path(args.config) if args.config.endswith(".toml") else CONFIGS / f"{args.config}.toml"
    recipe = Recipe.load(path, {} if args.steps is None else {"training.steps": args.steps})
    sampler = partial(mixed, recipe.training.edits)
    start = Start.read(args.start, recipe) if args.start else DRAWN
    if args.tokenizer_only:
        ready_tokenizer(recipe, args.out, sampler, start)
        return 0
    if args.fit and args.minutes is None:
        raise DataError("--fit needs to know the time there is", "add --minutes M")
    run(recipe, args.out, sampler, args.minutes, start, args.fit)
    return 0


def run(
    recipe: Recipe,
    out: Path,
    sampler: Sampler,
    minutes: float | None = None,
    start: Start = DRAWN,
    fit: bool = False,
) -> Manifest | None:
    """Starts or resumes the run in `out`: its manifest at the end, None when `minutes` or a signal stopped it.

    With `fit`, it has as many steps as `minutes` allow, not the recipe's, and ends whole. What comes after the last
    step, a validation and two files written, is not counted.

    Of several processes, the first writes, and the others return None. Raises `DataError` where `out` holds a run of
    another recipe or `start`.
    """
    deadline = None if minutes is None else time.monotonic() + 60 * minutes

    from htmlbuilder.pipeline.ranks import Ranks
    from htmlbuilder.pipeline.trainer import Trainer

    with Ranks() as ranks:
        if ranks.first:
            ready_tokenizer(recipe, out, sampler, start)
        ranks.wait()
        with Trainer(recipe, out, out / TOKENIZER, sampler, ranks, start) as trainer:
            finished = trainer.train(deadline, fit)
            if not ranks.first:
                return None
            manifest = write_model(recipe, out, trainer) if finished else None
        print(f"the model is in {out / MODEL}" if finished else "stopped and saved; the same command goes on")
        return manifest


def ready_tokenizer(recipe: Recipe, out: Path, sampler: Sampler, start: Start) -> Path:
    """The run's tokenizer directory: there already, or learned, or that of the model to start from, with more lines."""
    from htmlbuilder.pipeline import tokenizer as tokens_of

    directory = out / TOKENIZER
    if (directory / "manifest.json").exists():
        artifact.source_digest(directory)
        start.check(out, manifests.read(directory).parents.get(ROLE))
        return directory
    wanted = recipe.tokenizer
    lines = min(wanted.lines, wanted.vocabulary - start.vocabulary)
    samples = []
    if lines or not start.directory:
        samples = texts(sampler, recipe.seed, wanted.samples, recipe.training.processes)
    if start.directory:
        tokenizer = tokens_of.load(start.directory)
    else:
        both = [text for sample in samples for text in sample]
        tokenizer = tokens_of.learn(both, wanted.vocabulary - lines, wanted.phrases)
    if lines:
        tokens_of.add_lines(tokenizer, [page for _, page in samples], lines)
    with artifact.room_for(directory), artifact.writing(directory) as draft:
        tokens_of.save(tokenizer, draft.directory, recipe.model.context)
        draft.seal(
            Manifest(
                stage="tokenizer",
                parents=start.parents,
                settings=_settings(recipe, start)["tokenizer"],
                versions=versions_of("tokenizers", "transformers"),
            )
        )
    return directory


def write_model(recipe: Recipe, out: Path, trainer: "Trainer") -> Manifest:
    """Writes `out/model`: fp16 safetensors in shards of 14 MB, tokenizer, curve and manifest."""
    import shutil

    import torch

    from htmlbuilder.pipeline import lean

    with artifact.room_for(out / MODEL), artifact.writing(out / MODEL) as draft:
        lean.export(trainer.model, trainer.masters, draft.directory, torch.float16, SHARD, recipe.skills)
        for path in (out / TOKENIZER).iterdir():
            if path.name != "manifest.json":
                shutil.copyfile(path, draft.directory / path.name)
        shutil.copyfile(out / "curve.png", draft.directory / "curve.png")
        return draft.seal(
            Manifest(
                stage=STAGE,
                parents={"tokenizer": artifact.source_digest(out / TOKENIZER)} | trainer.start.parents,
                settings=_settings(recipe, trainer.start),
                versions=versions_of("torch", "transformers", "tokenizers", "numpy"),
                figures=trainer.figures(),
            )
        )


def _settings(recipe: Recipe, start: Start) -> dict[str, Any]:
    """The recipe without what a run from an earlier model does not follow: how to learn a tokenizer."""
    taken_over = {"phrases"} if recipe.tokenizer.vocabulary > start.vocabulary else {"phrases", "lines", "samples"}
    return recipe.model_dump(exclude={"tokenizer": taken_over} if start.directory else None)
