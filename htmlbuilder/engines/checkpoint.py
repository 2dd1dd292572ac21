"""A checkpoint of safetensors, or a shipped GGUF, opened as a transformers model: as it is, or really in 4-bit NF4.

Serving and tuning both open models here, and both frame a wish here. Getting one from the hub is `hub`'s work.
"""

import gc
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from htmlbuilder import prompt
from htmlbuilder.engines.hub import BASE, check_loadable, is_unmerged
from htmlbuilder.errors import ModelError

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel, PreTrainedTokenizerBase


def load(directory: Path, *, nf4: bool, compute: "torch.dtype | None" = None) -> tuple[Any, Any]:
    """The model of `directory`, ready to generate, and its tokenizer. A shipped GGUF is dequantized on the way.

    An adapter comes unmerged on the base that it has with it.

    A checkpoint that was saved in NF4 stays so. `compute` is what 4-bit weights are multiplied in, and what all others
    are kept in: unless given, `compute_dtype`, or what a checkpoint saved in NF4 says. Raises `ModelError` for a
    directory that is damaged or unsafe, for a model that should be in 4-bit and is not, and for one in other few bits.
    """
    from transformers import AutoTokenizer

    if is_unmerged(path.relative_to(directory).as_posix() for path in directory.rglob("*.*")):
        from peft import PeftModel

        base, its_tokenizer = load(directory / BASE, nf4=nf4, compute=compute)
        return PeftModel.from_pretrained(base, str(directory)).eval().base_model.model, its_tokenizer
    if not list(directory.glob("*.gguf")):
        check_loadable(directory)
        try:
            tokenizer: Any = AutoTokenizer.from_pretrained(directory, trust_remote_code=False)
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise ModelError(
                f"the tokenizer of {directory} cannot be read: {error}", "save the model again with its tokenizer"
            ) from None
        return load_model(directory, nf4=nf4, compute=compute), tokenizer
    from htmlbuilder.engines.gguf_model import load_hf

    model, tokenizer = load_hf(directory)
    if not nf4:
        return _bare(model), tokenizer
    with tempfile.TemporaryDirectory(prefix="htmlbuilder-") as copy:
        model.save_pretrained(copy)
        return load_model(Path(copy), nf4=True, compute=compute), tokenizer


def load_model(directory: Path, *, nf4: bool, compute: "torch.dtype | None" = None) -> "PreTrainedModel":
    """The model alone: in 4-bit when `nf4` is set or the checkpoint was saved so, and then really (see `layers_4bit`).

    Save a 4-bit model before its first forward pass on a CPU: that repacks the weights in place.
    """
    import torch
    from safetensors import SafetensorError
    from transformers import AutoConfig, AutoModelForCausalLM, BitsAndBytesConfig

    options: dict[str, Any] = {"dtype": "auto", "device_map": "auto" if torch.cuda.is_available() else None}
    if torch.cuda.is_available() and torch.distributed.is_initialized():  # each process has a GPU of its own
        options["device_map"] = {"": torch.cuda.current_device()}
    try:
        config = AutoConfig.from_pretrained(directory, trust_remote_code=False)
        saved = getattr(config, "quantization_config", None) or {}
        if nf4 and saved and not saved.get("load_in_4bit"):
            raise ModelError(
                f"{directory} is in few bits already, by {saved.get('quant_method')}, and not in the 4 of bitsandbytes",
                "name the model that it was made of",
            )
        if nf4 and not saved:
            compute = compute or compute_dtype()
            options["quantization_config"] = BitsAndBytesConfig(  # type: ignore[no-untyped-call]
                load_in_4bit=True,
                bnb_4bit_quant_type="nf4",
                bnb_4bit_use_double_quant=True,
                bnb_4bit_compute_dtype=compute,
            )
        four_bit = nf4 or bool(saved.get("load_in_4bit"))
        if four_bit:
            let_falcon_be_quantized()
        if compute:
            options["dtype"] = compute
        loaded: Any = AutoModelForCausalLM.from_pretrained(
            directory, use_safetensors=True, trust_remote_code=False, output_loading_info=True, **options
        )
    except (OSError, ValueError, KeyError, RuntimeError, ImportError, SafetensorError) as error:
        raise ModelError(
            f"{directory} cannot be loaded: {error}", "check that the checkpoint is whole, and that it fits in memory"
        ) from None
    model: PreTrainedModel
    model, report = loaded
    if report["missing_keys"]:  # transformers would go on with random numbers in their place
        raise ModelError(
            f"{directory} lacks weights, such as {min(report['missing_keys'])}", "fetch or save the model again"
        )
    if four_bit and not layers_4bit(model):
        raise ModelError(
            f"{directory} was to be in 4-bit, but no layer of it is: bitsandbytes does not know its layers as linear",
            "load it without --quantize nf4",
        )
    if compute:
        for layer in layers_4bit(model):
            layer.compute_dtype = compute  # a saved one has its own, which this machine may not have
        if four_bit:
            model.config.quantization_config.bnb_4bit_compute_dtype = compute
        for weight in model.parameters():
            # beside saved 4-bit weights, which may be packed in what looks like floats, some keep the type they had
            if weight.is_floating_point() and not hasattr(weight, "quant_state"):
                weight.data = weight.data.to(compute)
    return _bare(model)


def compute_dtype() -> "torch.dtype":
    """What 4-bit weights are multiplied in: bfloat16, or float16 on a GPU without it; float32 on a CPU."""
    import torch

    if not torch.cuda.is_available():
        return torch.float32
    return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16


def let_falcon_be_quantized() -> None:
    """Makes Falcon's layers plain `nn.Linear`, with the same arithmetic: no others are replaced, and nobody is told."""
    import torch
    from transformers.models.falcon import modeling_falcon

    modeling_falcon.FalconLinear = torch.nn.Linear  # type: ignore[assignment,misc]


def layers_4bit(model: "torch.nn.Module") -> list[Any]:
    """The `Linear4bit` layers that really hold 4-bit weights."""
    from bitsandbytes.nn import Linear4bit  # type: ignore[attr-defined]

    layers: list[Any] = [module for module in model.modules() if isinstance(module, Linear4bit)]
    return [layer for layer in layers if layer.weight.quant_state is not None]


def _bare(model: "PreTrainedModel") -> "PreTrainedModel":
    """Drops the sampling habits that a checkpoint brings along: only the request decides. Its end tokens stay."""
    from transformers import GenerationConfig

    theirs = model.generation_config
    ends = theirs.eos_token_id if theirs.eos_token_id is not None else model.config.get_text_config().eos_token_id
    first = ends[0] if isinstance(ends, list) else ends
    pad = theirs.pad_token_id if theirs.pad_token_id is not None else first
    model.generation_config = GenerationConfig(  # type: ignore[no-untyped-call]
        eos_token_id=ends, pad_token_id=pad, bos_token_id=theirs.bos_token_id
    )
    model.train(False)
    return model


def can_edit(model: Any, tokenizer: "PreTrainedTokenizerBase") -> bool:
    """Whether the model has learned to change a page. One with our template says so; any other is taken to have."""
    return tokenizer.chat_template != prompt.CHAT_TEMPLATE or prompt.EDIT in getattr(model.config, "skills", ())


def encode(tokenizer: "PreTrainedTokenizerBase", wish: str, template: str = "", html: str = "") -> list[int]:
    """The framed wish, with the page `html` to be changed, if any, as token ids. Neither can spell a special token.

    `template` names one of `prompt.PRESETS`, for a tokenizer without a chat template of its own.
    """
    special = [token.content for token in tokenizer.added_tokens_decoder.values() if token.special]
    encoded: Any
    if tokenizer.chat_template == prompt.CHAT_TEMPLATE:
        encoded = tokenizer(prompt.frame(wish, html), add_special_tokens=False)
    elif tokenizer.chat_template:
        messages = [{"role": "user", "content": prompt.disarm(prompt.asking(wish, html), special)}]
        encoded = tokenizer.apply_chat_template(messages, add_generation_prompt=True, return_dict=True)
    else:
        encoded = tokenizer(prompt.preset(template).frame(prompt.disarm(prompt.asking(wish, html), special)))
    return list(encoded["input_ids"])


def chat_template(tokenizer: "PreTrainedTokenizerBase", template: str) -> str:
    """`template` as a chat template for a tokenizer that has none, so that `encode` gives the same without a name."""
    begins = tokenizer.bos_token_id is not None and tokenizer("x")["input_ids"][0] == tokenizer.bos_token_id
    return ("{{ bos_token }}" if begins else "") + prompt.preset(template).chat_template


def free_memory() -> None:
    """Gives back what models that are no longer held have left, so that the next one has the GPU to itself."""
    gc.collect()
    torch = sys.modules.get("torch")
    if torch and torch.cuda.is_available():
        torch.cuda.empty_cache()
