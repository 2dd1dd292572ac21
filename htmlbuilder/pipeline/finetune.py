"""Fine-tuning, as a command: an adapter for any causal language model, trained on its 4-bit form (QLoRA).

The adapter's directory holds the adapter, the tokenizer with its chat template, the curve, a few held-out examples, and
in `base/` the very 4-bit model it was trained on. While it is made, a directory beside it with `.run` at its end holds
that base, the last checkpoint and the curve; the same command again resumes. The loop itself is `tuner`'s.
"""

import argparse
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from htmlbuilder import files, flags
from htmlbuilder.engines.hub import BASE
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import FILE_NAME, Manifest, read, versions_of
from htmlbuilder.pipeline import artifact

if TYPE_CHECKING:
    import torch
    from peft import LoraConfig, PeftModel
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

    from htmlbuilder.pipeline.rows import Example
    from htmlbuilder.pipeline.tuner import Tuner

PRESETS = Path(__file__).parent / "presets"
HELD_OUT = "heldout.jsonl"
HELD_OUT_EXAMPLES = 32  # kept with the adapter, for merging to be judged by
LIBRARIES = ("torch", "transformers", "peft", "bitsandbytes")


class Recipe(BaseModel):
    """A whole fine-tune. What a preset does not say is as here."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base: str = Field(description="the model to tune: a directory, or a hub id")
    template: str = Field("", description="prompt template, for a base that has none of its own")
    precision: Literal["auto", "bfloat16", "float16", "float32"] = Field(
        "auto", description="of the computation; by itself, the best that the machine has"
    )
    rank: int = Field(16, ge=1, description="of the adapters")
    alpha: float = Field(32, gt=0, description="scale of the adapters, divided by their rank")
    dropout: float = Field(0.05, ge=0, lt=1, description="of what goes into an adapter")
    targets: tuple[str, ...] = Field((), description="layers to adapt, comma-separated (default: all linear ones)")
    rslora: bool = Field(False, description="divide alpha by the rank's square root instead")
    dora: bool = Field(False, description="learn the length of each weight apart from its direction")
    context: int = Field(2048, ge=64, description="tokens of a row, and of the longest example")
    rows: int = Field(16, ge=1, description="rows a step")
    micro_rows: int = Field(1, ge=1, description="rows at once; fewer when memory runs out")
    epochs: int = Field(3, ge=1, description="times the data is seen")
    minutes: float = Field(0.0, ge=0, description="minutes of training, at most; 0: as many as the epochs take")
    lr: float = Field(2e-4, gt=0, description="learning rate")
    warmup: float = Field(0.03, ge=0, lt=1, description="part of the steps in which the rate rises; then it falls")
    weight_decay: float = Field(0.0, ge=0, description="of the adapters")
    clip: float = Field(1.0, gt=0, description="longest gradient")
    eval_every: int = Field(50, ge=1, description="steps between validations")
    eval_rows: int = Field(64, ge=1, description="rows of a validation, at most")
    patience: int = Field(5, ge=1, description="validations without improvement that end the run")
    save_minutes: float = Field(10.0, ge=0, description="minutes between checkpoints")
    seed: int = Field(1, ge=0, description="draws the adapter, the order of the data and the dropout")

    @model_validator(mode="after")
    def _divides(self) -> Self:
        if self.micro_rows > self.rows:
            raise ValueError("micro_rows cannot be more than rows")
        return self

    @property
    def dtype(self) -> "torch.dtype":
        """What is computed in, on this machine. Raises `DataError` for what a CPU does not train in."""
        import torch

        from htmlbuilder.engines.checkpoint import compute_dtype

        dtype: torch.dtype = compute_dtype() if self.precision == "auto" else getattr(torch, self.precision)
        if dtype != torch.float32 and not torch.cuda.is_available():
            raise DataError(
                f"there is no GPU to compute in {self.precision}", "--precision float32, or --preset cpu-toy"
            )
        return dtype

    @classmethod
    def load(cls, path: Path, **given: Any) -> "Recipe":
        """Reads a preset; what is `given` overrides it. Raises `DataError` for what is unknown or wrong."""
        try:
            return cls.model_validate(tomllib.loads(path.read_text("utf-8")) | given)
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise DataError(f"the preset {path} cannot be read: {error}", f"ours are {', '.join(presets())}") from None
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise DataError(f"{where or path.name}: {first['msg']}", "python -m htmlbuilder finetune --help") from None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "data", type=Path, help="a directory with train.jsonl and validation.jsonl, as dataset makes it"
    )
    parser.add_argument("target", type=Path, help="the adapter's directory; an interrupted run to it is resumed")
    add_recipe(parser)


def add_recipe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", required=True, help=Recipe.model_fields["base"].description)
    parser.add_argument("--preset", help=f"{', '.join(presets())}, or a TOML file (default: what this machine is)")
    flags.add_fields(parser, Recipe, *(name for name in Recipe.model_fields if name != "base"))
    parser.add_argument(
        "--tensorboard",
        type=Path,
        metavar="DIR",
        help="write the curve there, too, as it grows (pip install tensorboard)",
    )


def recipe_of(args: argparse.Namespace) -> Recipe:
    """The recipe of the preset that was named, or that fits this machine, and of the other flags. Says it, too."""
    name = args.preset or fitting()
    recipe = Recipe.load(
        Path(name) if name.endswith(".toml") else PRESETS / f"{name}.toml", **flags.given(args, Recipe)
    )
    print(f"preset {name}: {', '.join(f'{key} {value}' for key, value in recipe.model_dump().items())}", flush=True)
    return recipe


def main(args: argparse.Namespace) -> int:
    manifest = run(recipe_of(args), args.data, args.target, args.tensorboard)
    if manifest is None:
        print("stopped and saved; the same command goes on")
    else:
        before, after = manifest.figures["validation_loss_before"], manifest.figures["validation_loss"]
        print(f"{args.target}: validation loss {before:.4f} before, {after:.4f} after, {manifest.digest}")
    return 0


def presets() -> list[str]:
    return sorted(path.stem for path in PRESETS.glob("*.toml"))


def fitting() -> str:
    """The preset for this machine."""
    import torch

    if not torch.cuda.is_available():
        return "cpu-toy"
    memory = torch.cuda.get_device_properties(0).total_memory / 2**30
    return "h100-80gb" if memory > 70 else "l4-24gb" if memory > 20 else "t4-16gb"


def run(recipe: Recipe, source: Path, target: Path, board: Path | None = None) -> Manifest | None:
    """Starts or resumes the fine-tune on the data `source`: its manifest at the end, None when a signal stopped it.

    `accelerate launch --multi_gpu --num_processes N -m htmlbuilder finetune …` makes each step on N GPUs, a part of its
    rows on each. All hold the whole base. TensorBoard finds the curve in `board`.
    """
    from htmlbuilder.engines.digest import digest_of

    parents = {"data": digest_of(source, sorted(source.glob("*.jsonl")))}
    settings = recipe.model_dump(mode="json")
    artifact.recover(target)
    artifact.check_target(target)
    work = work_of(target)
    if (target / FILE_NAME).exists():
        made = read(target)
        if made.settings == settings and made.parents["data"] == parents["data"]:
            artifact.source_digest(target)
            shutil.rmtree(work, ignore_errors=True)
            return made

    from htmlbuilder.pipeline import curve
    from htmlbuilder.pipeline.ranks import Ranks
    from htmlbuilder.pipeline.tuner import Tuner

    if board:
        curve.board()

    with Ranks() as ranks:
        if ranks.first:
            if ranks.size > 1:
                print(f"{ranks.size} processes share the rows of a step", flush=True)
            model, tokenizer = open_base(recipe, work / BASE)
        ranks.wait()
        if not ranks.first:
            model, tokenizer = open_base(recipe, work / BASE)
        parents["base"] = read(work / BASE).digest
        examples = _examples(recipe, source, tokenizer, model)
        adapted = adapt(recipe, model)
        with Tuner(recipe, work, model, examples, parents, ranks, board) as tuner:
            if not tuner.run():
                return None
            if ranks.first:
                _write(recipe, source, target, adapted, tokenizer, tuner)
        ranks.wait()
        manifest = read(target)
        ranks.wait()
        if ranks.first:
            shutil.rmtree(work)
    return manifest


def work_of(target: Path) -> Path:
    """Where the run to `target` keeps what it needs to go on."""
    return target.with_name(f"{target.name}.run")


def base_settings(recipe: Recipe) -> dict[str, str]:
    """What of a recipe its 4-bit base depends on."""
    return {"base": recipe.base, "precision": recipe.precision, "template": recipe.template}


def open_base(recipe: Recipe, directory: Path) -> "tuple[PreTrainedModel, PreTrainedTokenizerBase]":
    """The base in 4 bits, and its tokenizer with a chat template, both kept in `directory` before they are used.

    One that comes in 4 bits is kept as it is. Raises `ModelError` for one that cannot be had, that is an adapter, or in
    which no layer is really in 4 bits.
    """
    from htmlbuilder.engines import checkpoint, hub
    from htmlbuilder.engines.digest import digest_of

    artifact.recover(directory)
    settings = base_settings(recipe)
    if directory.exists():
        artifact.source_digest(directory)
        if read(directory).settings != settings:
            raise DataError(
                f"{directory} holds another base or template", f"give the former, or remove {directory.parent}"
            )
        model, tokenizer = checkpoint.load(directory, nf4=True, compute=recipe.dtype)
    else:
        is_ours = Path(recipe.base).is_dir()
        source = Path(recipe.base) if is_ours else hub.fetch(recipe.base)
        model, tokenizer = checkpoint.load(source, nf4=True, compute=recipe.dtype)
        if hasattr(model, "peft_config"):
            raise ModelError(
                f"{recipe.base} is an adapter on its base, and a second one would be trained on both",
                f"python -m htmlbuilder merge {recipe.base} MERGED, and --base MERGED",
            )
        if not tokenizer.chat_template:
            tokenizer.chat_template = checkpoint.chat_template(tokenizer, recipe.template)
        figures = {"layers_4bit": len(checkpoint.layers_4bit(model)), "bytes": model.get_memory_footprint()}
        figures["from_hub"] = not is_ours
        with artifact.room_for(directory), artifact.writing(directory) as draft:
            # transformers can save what was in 4 bits already, but not turn it back into the form of its file
            as_in_file = not model.hf_quantizer.pre_quantized
            # before any forward pass: on a CPU, one may repack the weights
            model.save_pretrained(draft.directory, save_original_format=as_in_file)
            tokenizer.save_pretrained(draft.directory)
            parents = {"checkpoint": digest_of(source, sorted([*source.glob("*.safetensors"), *source.glob("*.gguf")]))}
            draft.seal(
                Manifest(
                    stage="nf4",
                    parents=parents,
                    settings=dict(settings),
                    versions=versions_of(*LIBRARIES),
                    figures=dict(figures),
                )
            )
    size = model.get_memory_footprint() / 2**30
    print(f"base: {len(checkpoint.layers_4bit(model))} layers in 4 bits, {size:.2f} GiB", flush=True)
    return model, tokenizer


def adapt(recipe: Recipe, model: "PreTrainedModel") -> "PeftModel":
    """Puts fresh adapters, in fp32, into `model`, which is then ready to be trained."""
    import torch
    from peft import get_peft_model

    from htmlbuilder.pipeline import attention

    attention.install(model, recipe.context)
    torch.manual_seed(recipe.seed)
    config = adapters(recipe)
    try:
        adapted: PeftModel = get_peft_model(model, config)
    except ValueError as error:
        raise ModelError(f"the base has no such layers: {error}", "name layers of the base in --targets") from None
    config.base_model_name_or_path = recipe.base
    config.target_modules = sorted(config.target_modules or ())  # a set: the same run writes the same file
    # its name from transformers 5.24 on, and before
    recompute = getattr(model, "activation_checkpointing_enable", None) or model.gradient_checkpointing_enable
    recompute({"use_reentrant": False})
    return adapted


def adapters(recipe: Recipe) -> "LoraConfig":
    from peft import LoraConfig

    return LoraConfig(
        r=recipe.rank,
        lora_alpha=recipe.alpha,  # type: ignore[arg-type]  # a scale need not be whole
        lora_dropout=recipe.dropout,
        target_modules=list(recipe.targets) or "all-linear",
        use_rslora=recipe.rslora,
        use_dora=recipe.dora,
        task_type="CAUSAL_LM",
    )


def _examples(
    recipe: Recipe, source: Path, tokenizer: "PreTrainedTokenizerBase", model: "PreTrainedModel"
) -> "dict[str, list[Example]]":
    from htmlbuilder.pipeline import rows

    longest = getattr(model.config.get_text_config(), "max_position_embeddings", None) or recipe.context
    if recipe.context > longest:
        raise DataError(f"the base holds {longest} tokens, not {recipe.context}", f"--context {longest}")
    examples: dict[str, list[Example]] = {}
    for split in ("train", "validation"):
        examples[split], dropped = rows.read(source / f"{split}.jsonl", tokenizer, recipe.context)
        print(f"{split}: {len(examples[split])} examples, {dropped} longer than {recipe.context} tokens left out")
    return examples


def _write(
    recipe: Recipe,
    source: Path,
    target: Path,
    adapted: "PeftModel",
    tokenizer: "PreTrainedTokenizerBase",
    tuner: "Tuner",
) -> Manifest:
    from htmlbuilder.pipeline import curve, rows

    lines = [line for _, line in files.read_lines(source / "validation.jsonl", rows.Line)]
    with artifact.room_for(target), artifact.writing(target) as draft:
        adapted.save_pretrained(str(draft.directory), save_embedding_layers=False)
        (draft.directory / "README.md").unlink(missing_ok=True)  # peft's empty card
        tokenizer.save_pretrained(draft.directory)
        shutil.copytree(tuner.out / BASE, draft.directory / BASE)
        for name in (curve.DATA, curve.PICTURE):
            shutil.copyfile(tuner.out / name, draft.directory / name)
        held_out = "".join(line.model_dump_json() + "\n" for line in lines[:HELD_OUT_EXAMPLES])
        (draft.directory / HELD_OUT).write_text(held_out, encoding="utf-8")
        return draft.seal(
            Manifest(
                stage="finetune",
                parents=tuner.parents,
                settings=recipe.model_dump(mode="json"),
                versions=versions_of(*LIBRARIES),
                figures=tuner.figures(),
            )
        )
