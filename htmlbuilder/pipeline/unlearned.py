"""A model of any Falcon's shape that has learned nothing, written straight in 4 bits, a tensor at a time.

What tuning costs does not depend on what the weights say, so it can be measured at full size without them: time,
memory, and whether a merge is exact. What the model would write, and how well it would learn, cannot.
"""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import artifact
from htmlbuilder.settings import EMBEDDED_MODEL

if TYPE_CHECKING:
    from transformers import FalconConfig

FALCON_7B = Path(__file__).parent / "configs" / "falcon-7b.json"
TOY = {"hidden_size": 128, "num_attention_heads": 2, "num_hidden_layers": 2}
SHARD = 2**30  # bytes, as they are gathered before they are written


def shape(toy: bool) -> "FalconConfig":
    """The configuration of tiiuae/falcon-7b, or one that differs from it in nothing but its size."""
    from transformers import FalconConfig

    content = json.loads(FALCON_7B.read_text("utf-8"))
    if toy:  # with the embedded model's tokenizer, as at full size
        embedded = json.loads((EMBEDDED_MODEL / "config.json").read_text("utf-8"))
        content |= TOY | {"vocab_size": embedded["vocab_size"]}
    config: FalconConfig = FalconConfig.from_dict(content)
    return config


def weights(config: "FalconConfig") -> Iterator[tuple[str, Tensor, bool]]:
    """Name, float32 tensor and whether it is a layer's matrix, on the GPU where there is one."""
    from transformers import FalconForCausalLM

    with torch.device("meta"):
        model = FalconForCausalLM(config)
    linear = {f"{name}.weight" for name, module in model.named_modules() if isinstance(module, nn.Linear)}
    for name, parameter in model.named_parameters():  # without lm_head, which is tied to the embedding
        yield name, drawn(name, parameter.shape, config.initializer_range), name in linear


def drawn(name: str, shape: torch.Size, spread: float) -> Tensor:
    """The tensor of that name, the same on every call: a matrix of the deviation `spread`, or a norm without effect."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if len(shape) == 1:
        return torch.full(shape, float(name.endswith("weight")), device=device)
    generator = torch.Generator(device).manual_seed(zlib.crc32(name.encode()))
    return torch.randn(shape, generator=generator, device=device).mul_(spread)


def write_nf4(config: "FalconConfig", directory: Path, settings: dict[str, Any]) -> Manifest:
    """Writes the checkpoint as bitsandbytes saves one, with the embedded model's tokenizer."""
    from bitsandbytes.functional import quantize_4bit
    from transformers import AutoTokenizer, BitsAndBytesConfig

    quantization = BitsAndBytesConfig(  # type: ignore[no-untyped-call]
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.float16,
    )
    layers = 0
    with artifact.room_for(directory), artifact.writing(directory) as draft:
        shard: dict[str, Tensor] = {}
        index: dict[str, str] = {}

        def flush() -> None:
            file = f"model-{len(set(index.values())) + 1:05}.safetensors"
            save_file(shard, draft.directory / file, metadata={"format": "pt"})
            index.update(dict.fromkeys(shard, file))
            shard.clear()

        for name, tensor, is_matrix in weights(config):
            if is_matrix:
                packed, state = quantize_4bit(tensor.half(), quant_type="nf4", compress_statistics=True)
                shard[name] = packed.cpu()
                shard |= {f"{name}.{part}": value.cpu() for part, value in state.as_dict(packed=True).items()}
                layers += 1
            else:
                shard[name] = tensor.half().cpu()
            if sum(each.nbytes for each in shard.values()) > SHARD:
                flush()
        flush()
        described = config.to_dict() | {"quantization_config": quantization.to_dict(), "dtype": "float16"}
        (draft.directory / "config.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
        listed = json.dumps({"metadata": {}, "weight_map": index}, indent=2) + "\n"
        (draft.directory / "model.safetensors.index.json").write_text(listed, encoding="utf-8")
        AutoTokenizer.from_pretrained(EMBEDDED_MODEL, trust_remote_code=False).save_pretrained(draft.directory)
        return draft.seal(Manifest(stage="nf4", settings=settings, figures={"layers_4bit": layers, "random": True}))
