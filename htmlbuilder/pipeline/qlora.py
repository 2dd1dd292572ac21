"""A 4-bit base with its adapter: how it computes a page's loss, and how it is looked at without being touched."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint as recomputed

from htmlbuilder.engines.checkpoint import layers_4bit
from htmlbuilder.errors import ModelError
from htmlbuilder.pipeline import attention
from htmlbuilder.pipeline.rows import IGNORED, Batch

if TYPE_CHECKING:
    from transformers import PreTrainedModel

CHUNK = 512  # tokens whose logits exist at once


def page_losses(model: "PreTrainedModel", batch: Batch, precision: torch.dtype) -> Tensor:
    """Nats of each page token of `batch`, flat, in fp32. Logits exist for page tokens only, and for few at once.

    To be called, and gone backward through, inside `apart`.
    """
    device = model.device
    wanted = (batch.following.flatten() != IGNORED).nonzero()[:, 0]
    following = batch.following.flatten()[wanted].to(device)
    with _autocast(model, precision):
        hidden = _hidden_states(model, batch).flatten(0, 1)[wanted.to(device)]
        head: Any = model.get_output_embeddings()  # type: ignore[no-untyped-call]
        parts = zip(torch.split(hidden, CHUNK), torch.split(following, CHUNK), strict=True)
        return torch.cat([recomputed(_cross_entropy, head, *part, use_reentrant=False) for part in parts])


def apart(model: "PreTrainedModel", batch: Batch) -> AbstractContextManager[None]:
    """Where the documents of `batch` do not see each other."""
    return attention.packed(batch.lengths, model.device)


@contextmanager
def undisturbed(model: nn.Module) -> Iterator[None]:
    """For looking without learning: no dropout, no gradient, and the 4-bit weights stay as they are.

    In evaluation mode a 4-bit layer on a CPU repacks its weights in place, and the next backward pass is wrong.
    """
    was_training = model.training
    model.eval()
    for layer in layers_4bit(model):
        layer.train()
    try:
        with torch.no_grad():
            yield
    finally:
        model.train(was_training)


def isolates(model: "PreTrainedModel", precision: torch.dtype) -> bool:
    """Whether packed documents are apart: changing the first of two changes the second by no more than rounding.

    Raises `ModelError` for a model that does more to its logits than its head does: the loss would be another.
    """
    tokens = torch.arange(24).view(1, -1) % 7 + 1
    other = tokens.clone()
    other[0, :12] += 9
    places, following = torch.arange(12).repeat(1, 2), torch.full((1, 24), IGNORED)
    batch, changed = (Batch(ids, following, places, [[12, 12]]) for ids in (tokens, other))
    with undisturbed(model), apart(model, batch), _autocast(model, precision):
        states, states_changed = _hidden_states(model, batch), _hidden_states(model, changed)
        asked = {"input_ids": tokens.to(model.device), "position_ids": places.to(model.device)}
        logits = model(**asked, use_cache=False).logits
        head: Any = model.get_output_embeddings()  # type: ignore[no-untyped-call]
        expected = head(states)
    if not torch.allclose(logits, expected, rtol=1e-2, atol=1e-2 * float(expected.abs().max())):
        raise ModelError(
            "this model changes its logits after its head, which the loss does not know", "use another base"
        )
    change = (states - states_changed)[0].abs().amax(-1)
    return bool(change[12:].max() <= 1e-3 * change[:12].max())


def _hidden_states(model: "PreTrainedModel", batch: Batch) -> Tensor:
    """`(rows, length, width)`: what the head makes logits of."""
    states: Tensor = model.base_model(
        input_ids=batch.tokens.to(model.device), position_ids=batch.places.to(model.device), use_cache=False
    )[0]
    return states


def _autocast(model: "PreTrainedModel", precision: torch.dtype) -> torch.autocast:
    """On a GPU, `precision` around adapters that stay in fp32."""
    kind = model.device.type
    return torch.autocast(kind, precision, enabled=kind == "cuda" and precision != torch.float32)


def _cross_entropy(head: Callable[[Tensor], Tensor], hidden: Tensor, following: Tensor) -> Tensor:
    return F.cross_entropy(head(hidden).float(), following, reduction="none")
