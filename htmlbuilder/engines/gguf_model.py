"""A shipped GGUF opened as a Hugging Face model: its weights dequantized, for evaluation and further training.

There is one set of weights in a model directory; this is its second door. Serving goes through llama.cpp instead, and
writing the file is `pipeline.quantize`'s work.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from htmlbuilder import manifest
from htmlbuilder.errors import ModelError

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import FalconForCausalLM, PreTrainedTokenizerBase

FILE_NAME = "model.gguf"
SKILLS = "htmlbuilder.skills"  # the header's key for what the model has been taught
_EMBEDDING = "transformer.word_embeddings.weight"


def tensor_names(layers: int) -> dict[str, str]:
    """Hugging Face name -> GGUF name of each weight of a Falcon with tied embeddings, parallel attention, no bias."""
    names = {
        _EMBEDDING: "token_embd.weight",
        "transformer.ln_f.weight": "output_norm.weight",
        "transformer.ln_f.bias": "output_norm.bias",
    }
    for layer in range(layers):
        theirs, ours = f"transformer.h.{layer}", f"blk.{layer}"
        names |= {
            f"{theirs}.input_layernorm.weight": f"{ours}.attn_norm.weight",
            f"{theirs}.input_layernorm.bias": f"{ours}.attn_norm.bias",
            f"{theirs}.self_attention.query_key_value.weight": f"{ours}.attn_qkv.weight",
            f"{theirs}.self_attention.dense.weight": f"{ours}.attn_output.weight",
            f"{theirs}.mlp.dense_h_to_4h.weight": f"{ours}.ffn_up.weight",
            f"{theirs}.mlp.dense_4h_to_h.weight": f"{ours}.ffn_down.weight",
        }
    return names


def load_hf(directory: Path) -> "tuple[FalconForCausalLM, PreTrainedTokenizerBase]":
    """The model (float32, on the CPU, in eval mode) and the tokenizer of a model directory that holds a GGUF.

    Raises `ModelError` for a damaged directory, or a GGUF that does not fit the directory's config.json.
    """
    from transformers import AutoTokenizer, FalconConfig, FalconForCausalLM

    manifest.verify(directory)
    config = FalconConfig.from_pretrained(directory)
    model = FalconForCausalLM(config)
    weights = read_weights(directory / FILE_NAME, tensor_names(config.num_hidden_layers))
    try:
        model.load_state_dict(weights | {"lm_head.weight": weights[_EMBEDDING]})
    except RuntimeError as error:
        raise ModelError(f"{directory / FILE_NAME} does not fit its config.json", str(error)) from None
    model.train(False)
    return model, AutoTokenizer.from_pretrained(directory, trust_remote_code=False)


def read_weights(path: Path, names: dict[str, str]) -> "dict[str, Tensor]":
    """The weights of a GGUF as float32 tensors, under the keys of `names`. Raises `ModelError` if one is not there."""
    import torch
    from gguf import GGUFReader, dequantize

    stored = {tensor.name: tensor for tensor in GGUFReader(path).tensors}
    odd = set(names.values()) ^ set(stored)
    if odd:
        raise ModelError(f"{path} and its config.json disagree about the tensor {min(odd)}", "make the model again")
    weights = {}
    for name, gguf_name in names.items():
        tensor = stored[gguf_name]
        values = dequantize(tensor.data, tensor.tensor_type)
        weights[name] = torch.from_numpy(values.reshape(tuple(int(n) for n in reversed(tensor.shape))).copy())
    return weights
