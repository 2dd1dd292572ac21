"""What a model has learned of a dataset, on its test split, as figures that can be set beside another model's.

Read: bits per byte and token accuracy, as the model reads the pages that were never trained on. Written: the page
metrics of `evaluate`, on what the model itself writes for their prompts. Both are kept in TARGET, with the report.
The same command again finds it done, or goes on.
"""

import argparse
import math
import shutil
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from htmlbuilder import files, flags
from htmlbuilder.errors import DataError
from htmlbuilder.manifest import FILE_NAME, Manifest, read, versions_of
from htmlbuilder.pipeline import artifact

if TYPE_CHECKING:
    from htmlbuilder.evaluation.report import Report

STAGE, TEST = "score", "test.jsonl"
ROOM = 1.5  # tokens that a page may have, over those of the longest page of the split
KEPT = ("report.json", "report.html", "pages.jsonl", "texts.jsonl")


class ScoreConfig(BaseModel):
    """On how much of the test split, and with which tools."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    count: int = Field(100, ge=1, description="prompts of the test split that the model writes pages for")
    light: bool = Field(False, description="grade the source alone: no browser, no Java, no headline")


class Score(BaseModel):
    """Shares are in percent. `strict` is strict pass@1, None where a tool for it is missing."""

    examples: int
    bits_per_byte: float
    token_accuracy: float
    pages: int
    strict: float | None
    all_met: float
    clean: float

    @property
    def headline(self) -> float:
        """Strict pass@1, or the share of pages with all that was asked where that could not be measured."""
        return self.all_met if self.strict is None else self.strict

    def __str__(self) -> str:
        strict = "not measured" if self.strict is None else f"{self.strict:.1f}%"
        return (
            f"{self.bits_per_byte:.4f} bits a byte, {self.token_accuracy:.2f}% of tokens right, "
            f"strict pass@1 {strict}, all met {self.all_met:.1f}%, parse-clean {self.clean:.1f}%"
        )


class Reading(NamedTuple):
    """What comes of a model's reading of the test split. `longest` is that of its pages, in tokens."""

    examples: int
    bits_per_byte: float
    token_accuracy: float
    longest: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", type=Path, help="a model directory, or an adapter's with its base")
    parser.add_argument("data", type=Path, help=f"a directory with {TEST}, as dataset makes it")
    parser.add_argument("target", type=Path, help="the directory to write")
    add_flags(parser)


def add_flags(parser: argparse.ArgumentParser) -> None:
    flags.add_fields(parser, ScoreConfig, "count")
    parser.add_argument("--light", action="store_true", help=ScoreConfig.model_fields["light"].description)


def main(args: argparse.Namespace) -> int:
    run(config_of(args), args.model, args.data, args.target)
    return 0


def config_of(args: argparse.Namespace) -> ScoreConfig:
    return flags.checked(ScoreConfig, args)


def score_of(manifest: Manifest) -> Score:
    return Score.model_validate(manifest.figures)


def run(config: ScoreConfig, model: Path, data: Path, target: Path, name: str = "") -> Manifest:
    """Scores `model` on the test split of `data`, and prints its figures under `name`."""
    parents = {"model": artifact.source_digest(model), "data": artifact.source_digest(data)}
    artifact.recover(target)
    artifact.check_target(target)
    made = read(target) if (target / FILE_NAME).exists() else None
    if not made or made.parents != parents or made.settings != config.model_dump():
        made = _make(config, model, data, target, parents)
    print(f"{name or model}: {score_of(made)}", flush=True)
    return made


def _make(config: ScoreConfig, model: Path, data: Path, target: Path, parents: dict[str, str]) -> Manifest:
    reading = read_pages(model, data / TEST)
    work = target.with_name(f"{target.name}.{parents['model'][7:19]}.run")  # another model starts anew
    work.mkdir(parents=True, exist_ok=True)
    report = write_pages(config, model, data / TEST, work, math.ceil(ROOM * reading.longest))
    score = Score(
        **{key: value for key, value in reading._asdict().items() if key in Score.model_fields},
        pages=report.pages,
        strict=report.strict.percent if report.strict else None,
        all_met=report.all_met.percent,
        clean=report.clean.percent,
    )
    with artifact.room_for(target), artifact.writing(target) as draft:
        for name in KEPT:
            shutil.copyfile(work / name, draft.directory / name)
        made = draft.seal(
            Manifest(
                stage=STAGE,
                parents=parents,
                settings=config.model_dump(),
                versions=versions_of("torch", "transformers"),
                figures=score.model_dump(),
            )
        )
    shutil.rmtree(work)
    return made


def read_pages(directory: Path, path: Path) -> Reading:
    """How well the model foresees the pages of the file at `path`, each token given all before it."""
    import torch
    from tqdm import tqdm

    from htmlbuilder.engines import checkpoint
    from htmlbuilder.pipeline import rows

    on_gpu = torch.cuda.is_available()
    model, tokenizer = checkpoint.load(directory, nf4=False, compute=None if on_gpu else torch.float32)
    if on_gpu and not checkpoint.layers_4bit(model):
        model = model.cuda()
    longest = getattr(model.config.get_text_config(), "max_position_embeddings", None) or 2**31
    nats, right, tokens, size, most, examples = 0.0, 0, 0, 0, 0, 0
    for _, line in tqdm(list(files.read_lines(path, rows.Line)), unit="page", desc="reading", leave=False):
        example = rows.encode(tokenizer, line)
        if len(example.tokens) > longest:
            continue
        ids = torch.from_numpy(example.tokens).long()[None].to(model.device)
        following = ids[0, example.prompt :]
        with torch.inference_mode():
            logits = model(input_ids=ids, use_cache=False, logits_to_keep=len(following) + 1).logits[0, :-1].float()
        nats += torch.nn.functional.cross_entropy(logits, following, reduction="sum").item()
        right += int((logits.argmax(-1) == following).sum())
        tokens, size, examples = tokens + len(following), size + len(line.page.encode()), examples + 1
        most = max(most, len(following))
    if not examples:
        raise DataError(f"{path} has no example of at most {longest} tokens", "make the dataset with this model")
    return Reading(examples, nats / math.log(2) / size, 100 * right / tokens, most)


def write_pages(config: ScoreConfig, directory: Path, path: Path, work: Path, longest: int) -> "Report":
    """What `evaluate` finds of the pages that the model writes for the first prompts of the file at `path`."""
    from htmlbuilder.engines.base import GenerateRequest
    from htmlbuilder.evaluation.report import Report
    from htmlbuilder.pipeline import evaluate

    lines = list(islice((line for _, line in files.read_lines(path, evaluate.Task)), config.count))
    prompts, model = work / "prompts.jsonl", work / "model"
    files.write_whole(prompts, "".join(line.model_dump_json() + "\n" for line in lines))
    model.unlink(missing_ok=True)
    model.symlink_to(directory.absolute())  # the same name each time, wherever a draft stands
    bounds: list[Any] = GenerateRequest.model_fields["max_new_tokens"].metadata
    most = min(longest, *(bound.le for bound in bounds if hasattr(bound, "le")))
    parser = argparse.ArgumentParser()
    evaluate.add_arguments(parser)
    given = ["--prompts", str(prompts), "--model", str(model), "--out", str(work), "--max-new-tokens", str(most)]
    evaluate.main(parser.parse_args([*given, "--nearest", "0", *(["--light"] if config.light else [])]))
    return Report.model_validate_json((work / "report.json").read_text("utf-8"))
