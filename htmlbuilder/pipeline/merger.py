"""An adapter added to the 4-bit base it was trained on, tensor by tensor, and how near the sum comes to the two."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from htmlbuilder import files
from htmlbuilder.engines import checkpoint
from htmlbuilder.engines.hub import BASE
from htmlbuilder.errors import ModelError
from htmlbuilder.manifest import FILE_NAME
from htmlbuilder.pipeline import qlora, rows
from htmlbuilder.pipeline.finetune import HELD_OUT
from htmlbuilder.prompt import NEST

if TYPE_CHECKING:
    from peft import LoraConfig
    from transformers import PreTrainedModel

SHARD = 2**30  # bytes of a file, and of what is held before it is written
POSITIONS = 32  # of a held-out page, at most, where what comes next is compared
OF_NO_ADAPTER, OF_REQUANTIZED = 0.1, 0.25  # the divergence that passes, over that of the yardsticks
PREFIX = "base_model.model."  # of an adapter's names


@dataclass(frozen=True, slots=True)
class Parity:
    """How far from the adapter on its base: nats of divergence a token, and how often the likeliest is another.

    `effect_kept` is the part of what the adapter changes in the logits that the merged model has as well.
    """

    divergence: float
    divergence_without: float
    divergence_requantized: float
    disagreement: float
    disagreement_requantized: float
    effect_kept: float

    @property
    def held(self) -> bool:
        return (
            self.divergence <= OF_NO_ADAPTER * self.divergence_without
            and self.divergence <= OF_REQUANTIZED * self.divergence_requantized
            and self.disagreement <= max(0.02, self.disagreement_requantized / 2)
        )

    def __str__(self) -> str:
        return (
            f"{self.divergence:.2g} nats from it (without the adapter {self.divergence_without:.2g}, in 4 bits again "
            f"{self.divergence_requantized:.2g}), another likeliest token in {self.disagreement:.1%} "
            f"({self.disagreement_requantized:.1%} in 4 bits again), {self.effect_kept:.1%} of the effect kept"
        )


def write(source: Path, directory: Path, tensors: Iterator[tuple[str, Tensor]] | None = None) -> None:
    """Writes the merged weights, configuration and tokenizer, never holding more than a shard and a layer.

    `tensors` are other weights in the place of the adapter's on its base: to see that `compare` finds them out.
    """
    config = json.loads((source / BASE / "config.json").read_text("utf-8"))
    dtype = _stored(config.pop("quantization_config"))
    config["dtype"] = str(dtype).removeprefix("torch.")
    if "skills" in config:  # what the adapter was taught may nest in other ways
        config["skills"] = [skill for skill in config["skills"] if skill != NEST]
    (directory / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    for path in (source / BASE).iterdir():
        if path.suffix != ".safetensors" and path.name not in (
            "config.json",
            FILE_NAME,
            "model.safetensors.index.json",
        ):
            shutil.copyfile(path, directory / path.name)
    shards: list[list[str]] = []
    size = 0
    for shard in _shards(tensors or merged_tensors(source), dtype):
        save_file(shard, directory / f".{len(shards)}", metadata={"format": "pt"})
        shards.append(list(shard))
        size += sum(tensor.nbytes for tensor in shard.values())
        shard.clear()  # or it would be held while the next one is made
    _name_shards(directory, shards, size)


def merged_tensors(source: Path) -> Iterator[tuple[str, Tensor]]:
    """The tensors of the base by name, those of adapted layers in fp32 with the adapter added.

    Raises `ModelError` for an adapter of layers that the base does not have.
    """
    from peft import LoraConfig

    config = LoraConfig.from_pretrained(str(source))
    adapter = _by_layer(source / "adapter_model.safetensors")
    for name, tensor in base_tensors(source / BASE):
        lora = adapter.pop(name.removesuffix(".weight"), None) if name.endswith(".weight") else None
        yield name, tensor if lora is None else _with_adapter(tensor, lora, config)
    if adapter:
        raise ModelError(
            f"the adapter is of layers that its base does not have, such as {min(adapter)}", "train it anew"
        )


def base_tensors(directory: Path) -> Iterator[tuple[str, Tensor]]:
    """The tensors of a checkpoint that was saved in 4 bits, by name; those that are in 4 bits come in fp32."""
    where: dict[str, Path] = {}
    for path in sorted(directory.glob("*.safetensors")):
        with safe_open(path, "pt") as file:
            where |= dict.fromkeys(file.keys(), path)
    states = [name for name in where if ".weight." in name]  # of 4-bit weights, beside them
    for name in [name for name in where if name not in states]:
        tensor = _tensor(where[name], name)
        state = {part: _tensor(where[part], part) for part in states if part.startswith(f"{name}.")}
        yield name, dequantized(tensor, state) if state else tensor


def dequantized(weight: Tensor, state: dict[str, Tensor]) -> Tensor:
    """A 4-bit `weight` in fp32. `state` holds what bitsandbytes saved beside it."""
    from bitsandbytes.functional import QuantState, dequantize_4bit

    quant_state = QuantState.from_dict(state, device=weight.device)
    quant_state.dtype = torch.float32
    result: Tensor = dequantize_4bit(weight, quant_state)
    return result


def compare(source: Path, directory: Path) -> Parity:
    """Compares the merged model in `directory` with the adapter `source` on its base, on the held-out examples."""
    from peft import PeftModel

    # what is stored in 16 bits is computed in them on a GPU, and in fp32 on a CPU
    compute = _stored(json.loads((source / BASE / "config.json").read_text("utf-8"))["quantization_config"])
    if not torch.cuda.is_available():
        compute = torch.float32
    base, tokenizer = checkpoint.load(source / BASE, nf4=True, compute=compute)
    adapted = PeftModel.from_pretrained(base, str(source)).eval()
    layers = [name for name, module in base.named_modules() if hasattr(module, "lora_A")]
    lines = [line for _, line in files.read_lines(source / HELD_OUT, rows.Line)]
    examples = [rows.encode(tokenizer, line) for line in lines]
    reference = _log_probabilities(base, examples)
    with adapted.disable_adapter():
        without = _log_probabilities(base, examples)
    del adapted, base
    model = checkpoint.load_model(directory, nf4=False, compute=compute)
    merged = _log_probabilities(model, examples)
    requantize(model, layers)
    requantized = _log_probabilities(model, examples)
    effect = reference - without
    return Parity(
        divergence=_divergence(reference, merged),
        divergence_without=_divergence(reference, without),
        divergence_requantized=_divergence(reference, requantized),
        disagreement=_disagreement(reference, merged),
        disagreement_requantized=_disagreement(reference, requantized),
        effect_kept=1 - float(((merged - reference).norm() / effect.norm()) ** 2),
    )


def requantize(model: "PreTrainedModel", layers: list[str]) -> None:
    """Rounds the weights of `layers` to NF4, in place."""
    from bitsandbytes.functional import dequantize_4bit, quantize_4bit

    for name in layers:
        weight = model.get_submodule(name).weight
        assert isinstance(weight, Tensor)
        rounded = dequantize_4bit(*quantize_4bit(weight.detach(), quant_type="nf4", compress_statistics=True))
        weight.data.copy_(rounded)


def _log_probabilities(model: "PreTrainedModel", examples: list[rows.Example]) -> Tensor:
    """`(positions, vocabulary)`, fp32: what may come next at places spread over the pages of `examples`."""
    found = []
    longest = getattr(model.config.get_text_config(), "max_position_embeddings", None) or 2048
    with qlora.undisturbed(model):
        for example in examples:
            tokens = torch.from_numpy(example.tokens[:longest]).long()[None].to(model.device)
            places = torch.linspace(example.prompt - 1, tokens.shape[1] - 2, POSITIONS).long()
            logits = model(input_ids=tokens, use_cache=False, logits_to_keep=places.to(model.device)).logits[0]
            found.append(logits.float().log_softmax(-1).cpu())
    return torch.cat(found)


def _divergence(reference: Tensor, other: Tensor) -> float:
    return float(torch.nn.functional.kl_div(other, reference, log_target=True, reduction="batchmean"))


def _disagreement(reference: Tensor, other: Tensor) -> float:
    return float((reference.argmax(-1) != other.argmax(-1)).float().mean())


def _with_adapter(weight: Tensor, lora: dict[str, Tensor], config: "LoraConfig") -> Tensor:
    """`weight` in fp32 with the adapter's tensors `lora` added, in whatever way `config` says: peft's own merge."""
    from peft import inject_adapter_in_model, set_peft_model_state_dict

    linear = nn.Linear(weight.shape[1], weight.shape[0], bias=False, device="meta")
    linear.weight = nn.Parameter(weight.float(), requires_grad=False)
    config.target_modules = ["linear"]
    holder: Any = inject_adapter_in_model(config, nn.ModuleDict({"linear": linear}))
    set_peft_model_state_dict(holder, {f"linear.{name}": tensor for name, tensor in lora.items()})
    holder["linear"].merge(safe_merge=True)
    merged: Tensor = holder["linear"].base_layer.weight.data
    return merged


def _by_layer(path: Path) -> dict[str, dict[str, Tensor]]:
    """The adapter's tensors: layer -> name in the layer -> tensor."""
    found: dict[str, dict[str, Tensor]] = {}
    with safe_open(path, "pt") as file:
        for name in file.keys():  # noqa: SIM118 (no mapping)
            layer, part = name.removeprefix(PREFIX).split(".lora_")
            found.setdefault(layer, {})[f"lora_{part}"] = file.get_tensor(name)
    return found


def _tensor(path: Path, name: str) -> Tensor:
    """A copy, so that closing the file gives its pages back."""
    with safe_open(path, "pt") as file:
        tensor: Tensor = file.get_tensor(name).clone()
    return tensor


def _stored(quantization: dict[str, Any]) -> torch.dtype:
    """What the merged model is stored in: what the 4-bit base was computed in, when that has 16 bits."""
    return torch.bfloat16 if quantization["bnb_4bit_compute_dtype"] == "bfloat16" else torch.float16


def _shards(tensors: Iterator[tuple[str, Tensor]], dtype: torch.dtype) -> Iterator[dict[str, Tensor]]:
    """The tensors in `dtype`, in files' worth. Raises `ModelError` for one that does not fit that type."""
    shard: dict[str, Tensor] = {}
    for name, tensor in tensors:
        stored = tensor.to(dtype if tensor.is_floating_point() else tensor.dtype).contiguous()
        if not stored.isfinite().all():
            raise ModelError(f"{name} cannot be stored in {dtype}", "serve the adapter unmerged")
        if shard and sum(other.nbytes for other in shard.values()) + stored.nbytes > SHARD:
            yield shard
            shard = {}
        shard[name] = stored
    yield shard


def _name_shards(directory: Path, shards: list[list[str]], size: int) -> None:
    """Gives the files the names that transformers looks for, and writes their index where there are several."""
    if len(shards) == 1:
        (directory / ".0").rename(directory / "model.safetensors")
        return
    index: dict[str, str] = {}
    for number, names in enumerate(shards):
        file = f"model-{number + 1:05}-of-{len(shards):05}.safetensors"
        (directory / f".{number}").rename(directory / file)
        index |= dict.fromkeys(names, file)
    content = {"metadata": {"total_size": size}, "weight_map": index}
    (directory / "model.safetensors.index.json").write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
