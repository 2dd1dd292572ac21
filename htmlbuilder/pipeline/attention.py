"""Attention over packed rows: every document is a sequence of its own, whatever the model.

On a GPU the memory-efficient kernel takes the documents as sequences of their own lengths; it runs on a T4 too, in
float16 and float32, and no mask is ever made. On a CPU a mask does the same. Falcon's own attention makes the mask of
whole rows and shares its one key head in a way that no fast kernel takes; most other models take `attend` through the
interface of transformers. A model that takes neither keeps its own, and `isolates` says whether that will do.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import AttentionInterface
from transformers.models.falcon.modeling_falcon import FalconAttention, apply_rotary_pos_emb

from htmlbuilder.errors import ModelError

if TYPE_CHECKING:
    from transformers import PreTrainedModel

NAME = "htmlbuilder_packed"
CAUSAL = 1  # of the kernel's masks: causal from the first token of each document
# What some models ask of attention beyond queries, keys and values, and `attend` does not know.
UNKNOWN = ("softcap", "s_aux", "position_bias")


class Documents(NamedTuple):
    """Where the documents of a batch lie: `starts` in its flattened rows, with the end; `mask` on a CPU only."""

    starts: Tensor
    longest: int
    mask: Tensor | None


# A global, because checkpointed layers run again in autograd's own threads, where no context variable is seen.
_documents: Documents | None = None


@contextmanager
def packed(rows: Sequence[Sequence[int]], device: torch.device) -> Iterator[None]:
    """Keeps documents apart, forward and backward. `rows` gives their lengths, which fill each row of the batch."""
    global _documents
    flat = torch.tensor([length for row in rows for length in row])
    starts = F.pad(flat.cumsum(0), (1, 0)).int()
    mask = None
    if device.type == "cpu":
        numbers = torch.arange(len(flat)).repeat_interleave(flat).view(len(rows), -1)
        mask = (numbers[:, :, None] == numbers[:, None, :]).tril()[:, None]
    before, _documents = _documents, Documents(starts.to(device), int(flat.max()), mask)
    try:
        yield
    finally:
        _documents = before


def attend(query: Tensor, key: Tensor, value: Tensor, scale: float | None) -> Tensor:
    """Causal attention inside `packed`, of `(batch, length, heads, head)`; keys and values may have fewer heads."""
    if _documents is None:
        raise RuntimeError("packed attention outside packed()")
    if torch.is_autocast_enabled(query.device.type):
        dtype = torch.get_autocast_dtype(query.device.type)
        query, key, value = query.to(dtype), key.to(dtype), value.to(dtype)
    key, value = _like(key, query), _like(value, query)
    if _documents.mask is not None:
        query, key, value = query.transpose(1, 2), key.transpose(1, 2), value.transpose(1, 2)
        return F.scaled_dot_product_attention(query, key, value, attn_mask=_documents.mask, scale=scale).transpose(1, 2)
    batch, length = query.shape[:2]
    starts, longest = _documents.starts, _documents.longest
    query, key, value = (x.flatten(0, 1)[None] for x in (query, key, value))
    attended: Tensor = torch.ops.aten._efficient_attention_forward(
        query, key, value, None, starts, starts, longest, longest, 0.0, CAUSAL, True, scale=scale
    )[0]
    return attended.view(batch, length, *attended.shape[2:])


def install(model: "PreTrainedModel", context: int) -> None:
    """Has `model` use `attend` where it can. Inside `packed` only: a model of Falcon's is itself again outside."""
    config = model.config.get_text_config()
    window = getattr(config, "sliding_window", None)
    if window and window < context:
        return
    falcon = [module for module in model.modules() if type(module) is FalconAttention]
    if falcon and not getattr(config, "alibi", False):
        for module in falcon:
            module.__class__ = PackedFalconAttention
    elif model._can_set_attn_implementation() and not getattr(config, "attn_logit_softcapping", None):
        AttentionInterface.register(NAME, _interface)
        model.set_attn_implementation(NAME)


class PackedFalconAttention(FalconAttention):
    """Falcon's attention, without its mask, and with its keys and values widened only as the kernel reads them."""

    def forward(self, hidden_states: Tensor, *whole: Any, **others: Any) -> Any:
        if _documents is None:
            return super().forward(hidden_states, *whole, **others)
        query, key, value = self._split_heads(self.query_key_value(hidden_states))
        cos, sin = others["position_embeddings"]
        query, key = apply_rotary_pos_emb(query, key, cos, sin, unsqueeze_dim=2)  # type: ignore[no-untyped-call]
        attended = attend(query, key, value, 1 / math.sqrt(self.head_dim))
        return self.dense(attended.flatten(2)), None


def _interface(_: nn.Module, query: Tensor, key: Tensor, value: Tensor, *_mask: Any, **others: Any) -> Any:
    """`attend` in the form transformers calls. The mask is left out: `attend` knows better."""
    asked = [name for name in UNKNOWN if others.get(name) is not None]
    if asked:
        raise ModelError(
            f"this model's attention uses {asked[0]}, which packed rows do not know", "choose another base"
        )
    query, key, value = query.transpose(1, 2), key.transpose(1, 2), value.transpose(1, 2)
    return attend(query, key, value, others.get("scaling")), None


def _like(narrow: Tensor, query: Tensor) -> Tensor:
    """Keys or values with as many heads as `query`: without a copy where there is but one."""
    heads = narrow.shape[2]
    if heads == 1:
        return narrow.expand(-1, -1, query.shape[2], -1)
    return narrow.repeat_interleave(query.shape[2] // heads, dim=2)
