"""A checkpoint in few bits: any model as NF4 safetensors, a Falcon as one GGUF file that plain llama.cpp runs.

GGUF covers the shape that pretraining makes: multi-query, parallel attention, rotary, no bias, tied embeddings,
byte-level BPE. Anything else is refused by name. Reading the file back is `engines.gguf_model`'s work.

What few bits leave of a fine-tune is measured (`score`, on the test split of its data) beside the same figures of the
base before it and of the model in 16 bits. Where too little is left the directory does not come to be: a light adapter
is smaller than the errors of 4 bits, and is better served unmerged on the 4-bit base that it was trained on.

Q4_0, as the `gguf` package writes it and `fake_quantize_q4_0` imitates it, takes each row in blocks of 32 weights:
the weight of largest magnitude (the first of equals), divided by -8 in float32, is the scale d; each weight x becomes
q = min(15, trunc(x * (1/d) + 8.5)), in float32 with the product rounded before the sum; d is stored as float16, and the
weight is read back as float16(d) * (q - 8). Norms stay float32; the tied embedding, which is also the output layer and
the most sensitive of all, is kept at Q8_0 when the rest is Q4_0.
"""

import argparse
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from htmlbuilder.engines.gguf_model import FILE_NAME, SKILLS, tensor_names
from htmlbuilder.engines.hub import BASE
from htmlbuilder.errors import DataError, FineTuneLost, ModelError
from htmlbuilder.manifest import Manifest, read, versions_of
from htmlbuilder.pipeline import artifact, score

if TYPE_CHECKING:
    from gguf import GGMLQuantizationType, GGUFWriter
    from torch import Tensor

Format = Literal["f32", "f16", "q8_0", "q4_0", "nf4"]
LEFT, POINTS = 0.5, 2.0  # what must be left of a fine-tune's gain in bits, and how far the headline may fall
BLOCK = 32
_COPIED = (
    "config.json generation_config.json tokenizer.json tokenizer_config.json chat_template.jinja README.md".split()
)
_REQUIRED = {
    "model_type": "falcon",
    "multi_query": True,
    "parallel_attn": True,
    "new_decoder_architecture": False,
    "bias": False,
    "alibi": False,
    "tie_word_embeddings": True,
    "activation": "gelu",
}
# llama.cpp does not read a tokenizer's pre-tokenizer; it knows some by name. "superbpe" isolates runs of digits and
# then cuts them in threes, which is the same as this one as long as no merge joins two digits.
_DIGIT_RUNS = [
    {"type": "Split", "pattern": {"Regex": r"\p{N}+"}, "behavior": "Isolated", "invert": False},
    {"type": "ByteLevel", "add_prefix_space": False, "use_regex": False},
]


class QuantizeConfig(BaseModel):
    """What the weights are stored as."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Format = Field(
        "q4_0", description="as GGUF f32, f16, q8_0, or q4_0 (with the embedding at q8_0); as safetensors nf4"
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, help="the checkpoint: a model directory with safetensors")
    parser.add_argument("target", type=Path, help="the model directory to write")
    parser.add_argument(
        "--format", choices=get_args(Format), default="q4_0", help=QuantizeConfig.model_fields["format"].description
    )
    parser.add_argument("--data", type=Path, help="of a fine-tune: the dataset on whose test split it is measured")
    score.add_flags(parser)


def main(args: argparse.Namespace) -> int:
    manifest = run(QuantizeConfig(format=args.format), args.source, args.target, args.data, score.config_of(args))
    size, bits = int(str(manifest.figures["bytes"])), manifest.figures["bits_per_weight"]
    print(f"{args.target}: {size / 1e6:.1f} MB, {bits} bits a weight, {manifest.digest}")
    return 0


def run(
    config: QuantizeConfig,
    source: Path,
    target: Path,
    data: Path | None = None,
    scoring: score.ScoreConfig | None = None,
) -> Manifest:
    """Writes the checkpoint `source` as the model directory `target`. A fine-tune is measured on the dataset `data`.

    Raises `ModelError` for a damaged source, or an architecture, tokenizer or weight that has no faithful form, and
    `FineTuneLost` where too little of a fine-tune would be left.
    """
    parent = artifact.source_digest(source)
    made = read(source)
    if made.stage == "finetune":
        raise DataError(f"{source} is an adapter", f"python -m htmlbuilder merge {source} MERGED, and quantize that")
    if made.stage == "merge" and data is None:
        raise DataError(f"{source} is a fine-tune: what is left of it is to be measured", "--data DATASET")
    scoring = scoring or score.ScoreConfig()
    measured = data if made.stage == "merge" else None
    with artifact.room_for(target), artifact.writing(target) as draft:
        figures = write(config, source, draft.directory)
        sealed = draft.seal(
            Manifest(
                stage="quantize",
                parents={"checkpoint": parent} | ({"data": artifact.source_digest(measured)} if measured else {}),
                settings=config.model_dump() | ({"scoring": scoring.model_dump()} if measured else {}),
                versions=versions_of(*(("bitsandbytes",) if config.format == "nf4" else ("gguf", "numpy")), "torch"),
                figures=figures,
            )
        )
        if not measured:
            return sealed
        left = survival(scoring, source, draft.directory, target, measured)
        return draft.seal(sealed.model_copy(update={"figures": figures | {"survival": left}}))


def write(config: QuantizeConfig, source: Path, directory: Path) -> dict[str, Any]:
    """Writes what opens as a model, and returns the figures of its files. Nothing is measured."""
    if config.format == "nf4":
        return write_nf4(source, directory)
    architecture = _architecture(source)
    for name in _COPIED:
        if (source / name).is_file():
            shutil.copyfile(source / name, directory / name)
    return write_gguf(source, architecture, directory / FILE_NAME, config.format)


def survival(scoring: score.ScoreConfig, source: Path, quantized: Path, target: Path, data: Path) -> dict[str, Any]:
    """What is left of the fine-tune `source` in `quantized`, which is to be `target`: the scores, and their comparison.

    Raises `FineTuneLost` where that is too little.
    """
    adapter = artifact.neighbours(source.parent).get(read(source).parents["adapter"])
    if adapter is None:
        raise DataError(
            f"the adapter that {source} was made of is not beside it, so its base cannot be measured",
            f"put it into {source.parent}",
        )
    places = {
        "base": (adapter / BASE, adapter.with_name(f"{adapter.name}-base.score")),
        "fine-tuned": (source, source.with_name(f"{source.name}.score")),
        "quantized": (quantized, target.with_name(f"{target.name}.score")),
    }
    scores = {
        name: score.score_of(score.run(scoring, model, data, place, name)) for name, (model, place) in places.items()
    }
    base, tuned, found = scores.values()
    gain = base.bits_per_byte - tuned.bits_per_byte
    if gain <= 0:
        raise FineTuneLost(f"{source} foresees the test split no better than its base does", "train it anew")
    left, fallen = (base.bits_per_byte - found.bits_per_byte) / gain, tuned.headline - found.headline
    said = f"{left:.1%} of the gain in bits a byte is left, and the headline falls by {fallen:.1f} points"
    print(said, flush=True)
    if left < LEFT or fallen > POINTS:
        raise FineTuneLost(
            f"too little of the fine-tune would be left: {said}",
            f"serve the adapter unmerged on its 4-bit base, --model {adapter}, or use a wider --format",
        )
    return {"gain_left": left, "points_fallen": fallen, **{name: found.model_dump() for name, found in scores.items()}}


def write_nf4(source: Path, directory: Path) -> dict[str, Any]:
    """Writes the model and its tokenizer with NF4 layers, the rest in 16 bits; returns the figures of the files."""
    import torch

    from htmlbuilder.engines import checkpoint

    described = _read_json(source / "config.json")
    if "quantization_config" in described:
        raise ModelError(f"{source} is in few bits already", "quantize the model that it was made of")
    compute = getattr(torch, str(described.get("dtype") or described.get("torch_dtype")), torch.float32)
    if compute not in (torch.float16, torch.bfloat16):
        compute = torch.float16
    model, tokenizer = checkpoint.load(source, nf4=True, compute=compute)
    # before any forward pass: on a CPU, one may repack the weights
    model.save_pretrained(directory)
    tokenizer.save_pretrained(directory)
    layers = checkpoint.layers_4bit(model)
    parameters = model.num_parameters()
    size = sum(path.stat().st_size for path in directory.glob("*.safetensors"))
    return {
        "parameters": parameters,
        "bytes": size,
        "bits_per_weight": round(8 * size / parameters, 3),
        "layers_4bit": len(layers),
    }


def write_gguf(source: Path, architecture: dict[str, Any], path: Path, form: Format) -> dict[str, Any]:
    """Writes the weights and the tokenizer of `source` to `path`; returns the figures of the file."""
    from gguf import GGUFWriter
    from gguf.quants import quantize
    from tqdm import tqdm

    writer = GGUFWriter(path, "falcon")
    _add_architecture(writer, architecture, form)
    _add_tokenizer(writer, source, architecture["vocab_size"])
    weights = _read_checkpoint(source, tensor_names(architecture["num_hidden_layers"]))
    for name, tensor in tqdm(weights.items(), desc=f"to {form}", unit="tensor", disable=None):
        kind = _kind(name, tensor, form)
        writer.add_tensor(name, quantize(tensor.float().numpy(), kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    parameters, size = sum(tensor.numel() for tensor in weights.values()), path.stat().st_size
    return {"parameters": parameters, "bytes": size, "bits_per_weight": round(8 * size / parameters, 3)}


def fake_quantize_q4_0(weight: "Tensor") -> "Tensor":
    """The float32 `weight` (rows of a multiple of 32) as Q4_0 will store it; its gradient passes straight through.

    Equal to `gguf`'s quantize and dequantize to the last bit when run eagerly; a compiler that fuses the product and
    the sum may round a tie differently.
    """
    import torch

    with torch.no_grad():
        blocks = weight.float().reshape(-1, BLOCK)
        magnitude = blocks.abs()
        places = torch.arange(BLOCK, device=weight.device).expand_as(blocks)
        largest = magnitude == magnitude.amax(dim=-1, keepdim=True)
        first = torch.where(largest, places, BLOCK).amin(dim=-1, keepdim=True)
        scale = blocks.gather(-1, first) / -8
        inverse = torch.where(scale == 0, 0.0, 1 / scale)
        quants = torch.trunc(blocks * inverse + 8.5).clamp(0, 15)
        stored = (scale.half().float() * (quants - 8)).reshape(weight.shape).to(weight.dtype)
    return stored + (weight - weight.detach())


def fake_quantize_q8_0(weight: "Tensor") -> "Tensor":
    """The float32 `weight` as Q8_0 will store it, without a gradient: blocks of 32, the scale their largest / 127."""
    blocks = weight.detach().float().reshape(-1, BLOCK)
    scale = blocks.abs().amax(dim=-1, keepdim=True) / 127
    scaled = blocks * (1 / scale).nan_to_num(posinf=0.0)
    magnitude = scaled.abs()
    whole = magnitude.floor()
    quants = (whole + (2 * (magnitude - whole)).floor()) * scaled.sign()  # halves go away from zero
    return (scale.half().float() * quants).reshape(weight.shape).to(weight.dtype)


def _architecture(source: Path) -> dict[str, Any]:
    from transformers import FalconConfig

    found = _read_json(source / "config.json")
    if found.get("model_type") == "falcon":
        found = FalconConfig.from_dict(found).to_dict()  # with the defaults that a config.json may leave out
    for key, wanted in _REQUIRED.items():
        if found.get(key) != wanted:
            raise ModelError(
                f"{source / 'config.json'}: {key} is {found.get(key)!r}, and only {wanted!r} can be written as GGUF",
                "train with the architecture that `htmlbuilder pretrain` uses",
            )
    rope = found["rope_parameters"]["rope_type"]
    if rope != "default":
        raise ModelError(f"{source / 'config.json'}: rope_type {rope!r} is not supported", "use the default")
    return found


def _add_architecture(writer: "GGUFWriter", architecture: dict[str, Any], form: Format) -> None:
    from gguf import LlamaFileType

    kinds = {"f32": LlamaFileType.ALL_F32, "f16": LlamaFileType.MOSTLY_F16, "q8_0": LlamaFileType.MOSTLY_Q8_0}
    writer.add_name("htmlbuilder")
    if architecture.get("skills"):
        writer.add_array(SKILLS, architecture["skills"])
    writer.add_file_type(kinds.get(form, LlamaFileType.MOSTLY_Q4_0))
    writer.add_quantization_version(2)
    writer.add_context_length(architecture["max_position_embeddings"])
    writer.add_tensor_data_layout("jploski")
    writer.add_embedding_length(architecture["hidden_size"])
    writer.add_feed_forward_length(architecture["ffn_hidden_size"])
    writer.add_block_count(architecture["num_hidden_layers"])
    writer.add_head_count(architecture["num_attention_heads"])
    writer.add_head_count_kv(1)
    writer.add_layer_norm_eps(architecture["layer_norm_epsilon"])
    writer.add_rope_freq_base(architecture["rope_parameters"]["rope_theta"])


def _add_tokenizer(writer: "GGUFWriter", source: Path, rows: int) -> None:
    """The byte-level BPE of tokenizer.json. Unused tokens fill the vocabulary up to the embedding's `rows`."""
    from gguf import TokenType

    tokenizer, settings = _read_json(source / "tokenizer.json"), _read_json(source / "tokenizer_config.json")
    pre = pre_type(tokenizer)
    tokens = {index: (text, TokenType.NORMAL) for text, index in tokenizer["model"]["vocab"].items()}
    for added in tokenizer["added_tokens"]:
        tokens[added["id"]] = (added["content"], TokenType.CONTROL if added["special"] else TokenType.USER_DEFINED)
    if max(tokens) >= rows:
        raise ModelError(f"{max(tokens) + 1} tokens do not fit an embedding of {rows} rows", "train them together")
    listed = [tokens.get(index, (f"[unused{index}]", TokenType.UNUSED)) for index in range(rows)]
    merges = [merge if isinstance(merge, str) else " ".join(merge) for merge in tokenizer["model"]["merges"]]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(pre)
    writer.add_token_list([text for text, _ in listed])
    writer.add_token_types([kind for _, kind in listed])
    writer.add_token_merges(merges)
    writer.add_add_bos_token(False)

    ids = {text: index for index, (text, _) in tokens.items()}
    end = settings.get("eos_token")
    if end not in ids:
        raise ModelError(f"{source}: the vocabulary has no eos_token {end!r}", "without one, no page could end")
    writer.add_eos_token_id(ids[end])
    writer.add_bos_token_id(ids[settings.get("bos_token") or end])
    writer.add_pad_token_id(ids[settings.get("pad_token") or end])
    template = source / "chat_template.jinja"
    if not template.is_file():
        raise ModelError(f"{template} is missing", "a runtime would not know how to frame a prompt")
    writer.add_chat_template(template.read_text("utf-8"))


def pre_type(tokenizer: dict[str, Any]) -> str:
    """llama.cpp's name for the pre-tokenizer of a tokenizer.json. Raises `ModelError` where it has none."""
    hint = "use a byte-level BPE that isolates runs of digits and splits nothing else"
    if tokenizer["model"]["type"] != "BPE" or tokenizer.get("normalizer") is not None:
        raise ModelError("the tokenizer is not a byte-level BPE without a normalizer", hint)
    steps = (tokenizer.get("pre_tokenizer") or {}).get("pretokenizers", [])
    if [{key: value for key, value in step.items() if key != "trim_offsets"} for step in steps] != _DIGIT_RUNS:
        raise ModelError(f"llama.cpp has no name for this pre-tokenizer: {tokenizer.get('pre_tokenizer')}", hint)
    for merge in tokenizer["model"]["merges"]:
        text = "".join(merge) if isinstance(merge, list) else merge.replace(" ", "")
        if any(character in "0123456789" for character in text):
            raise ModelError(f"the merge {text!r} holds a digit: llama.cpp would cut digit runs in threes", hint)
    return "superbpe"


def _read_checkpoint(source: Path, names: dict[str, str]) -> "dict[str, Tensor]":
    """The checkpoint's weights under their GGUF names. Raises `ModelError` for a missing or non-finite one."""
    from safetensors.torch import load_file

    found: dict[str, Tensor] = {}
    for path in sorted(source.glob("*.safetensors")):
        found |= load_file(path)
    found.pop("lm_head.weight", None)  # tied to the embedding
    odd = set(found) ^ set(names)
    if odd:
        raise ModelError(f"{source} and its config.json disagree about the tensor {min(odd)}", "save it again")
    for name, tensor in found.items():
        if not tensor.isfinite().all():
            raise ModelError(f"{source}: {name} holds NaN or infinity", "go back to an earlier checkpoint")
    return {gguf_name: found[name] for name, gguf_name in names.items()}


def _kind(name: str, tensor: "Tensor", form: Format) -> "GGMLQuantizationType":
    from gguf import GGMLQuantizationType as Kind

    if tensor.ndim == 1:
        return Kind.F32
    if form in ("q8_0", "q4_0") and tensor.shape[-1] % BLOCK:
        raise ModelError(
            f"{form} needs rows of a multiple of {BLOCK}; {name} has {tensor.shape[-1]}", "store it as f16"
        )
    if form == "q4_0":
        return Kind.Q8_0 if name == "token_embd.weight" else Kind.Q4_0
    return {"f32": Kind.F32, "f16": Kind.F16, "q8_0": Kind.Q8_0}[form]


def _read_json(path: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return content
    except (FileNotFoundError, json.JSONDecodeError) as error:
        raise ModelError(f"{path} cannot be read: {error}", "save the checkpoint again") from None
