"""The embedded model as a lean PyTorch module: what `FalconForCausalLM` computes with multi-query, parallel attention
and one norm, for packed rows. Its parameters carry Falcon's names, so that an export is a copy.

Packed documents do not see each other: on a GPU each is a sequence of its own in FlashAttention's variable-length form,
on a CPU a mask keeps them apart. Rotary positions are relative, so they need not restart. Training is `trainer`'s.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from htmlbuilder.engines import gguf_model
from htmlbuilder.errors import ModelError
from htmlbuilder.pipeline.tokenizer import CHANGED, END_ID, PAGE_ID, PROMPT_ID

ROPE_BASE = 10_000.0
EPSILON = 1e-5
INTO_STREAM = ("dense.weight", "dense_4h_to_h.weight")  # how the names of the maps back into the stream end


class Shape(NamedTuple):
    """`head` is the width of a head; `hidden` a multiple of it."""

    vocabulary: int = 8192
    hidden: int = 640
    layers: int = 12
    context: int = 2048
    head: int = 64


class Norm(nn.LayerNorm):
    """Layer norm with weights and arithmetic in fp32, whatever the stream's precision."""

    def forward(self, x: Tensor) -> Tensor:
        return F.layer_norm(x.float(), self.normalized_shape, self.weight, self.bias, self.eps).to(x.dtype)


class Attention(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.head = shape.head
        self.query_key_value = nn.Linear(shape.hidden, shape.hidden + 2 * shape.head, bias=False)
        self.dense = nn.Linear(shape.hidden, shape.hidden, bias=False)

    def project(self, x: Tensor, rope: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """`(batch, length, hidden)` -> rotated queries `(batch, length, heads, head)` and one key and value head."""
        heads = self.query_key_value(x).unflatten(-1, (-1, self.head))
        return rotate(heads[..., :-2, :], rope), rotate(heads[..., -2:-1, :], rope), heads[..., -1:, :]

    def forward(self, x: Tensor, rope: tuple[Tensor, Tensor], documents: Tensor) -> Tensor:
        query, key, value = self.project(x, rope)
        attend = _attend_varlen if x.is_cuda else _attend_masked
        return self.dense(attend(query, key, value, documents).flatten(2))  # type: ignore[no-any-return]


class Mlp(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.dense_h_to_4h = nn.Linear(shape.hidden, 4 * shape.hidden, bias=False)
        self.dense_4h_to_h = nn.Linear(4 * shape.hidden, shape.hidden, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.dense_4h_to_h(F.gelu(self.dense_h_to_4h(x)))  # type: ignore[no-any-return]


class Layer(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.input_layernorm = Norm(shape.hidden, EPSILON)
        self.self_attention = Attention(shape)
        self.mlp = Mlp(shape)

    def forward(
        self, x: Tensor, rope: tuple[Tensor, Tensor], documents: Tensor, dropout: Tensor | None = None
    ) -> Tensor:
        normed = self.input_layernorm(x)
        return x + dropped(self.self_attention(normed, rope, documents) + self.mlp(normed), dropout)


class Transformer(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(shape.vocabulary, shape.hidden)
        self.h = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.ln_f = Norm(shape.hidden, EPSILON)


class LeanFalcon(nn.Module):
    """Tokens in, next-token losses or logits out. Weights are drawn from the global generator (seed it first).

    `dropout`, which training may set, is the share dropped of the embedding and of what each layer adds to the stream.
    """

    cos: Tensor
    sin: Tensor
    dropout: Tensor | None = None

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.transformer = Transformer(shape)
        frequencies = ROPE_BASE ** (-torch.arange(0, shape.head, 2).float() / shape.head)
        angles = torch.outer(torch.arange(shape.context).float(), frequencies)
        self.register_buffer("cos", torch.cat((angles, angles), -1).cos(), persistent=False)
        self.register_buffer("sin", torch.cat((angles, angles), -1).sin(), persistent=False)
        for name, parameter in self.named_parameters():
            if parameter.ndim == 2:
                # The maps back into the stream start small, so that depth does not scale the stream up.
                small = 0.02 / (2 * shape.layers) ** 0.5
                nn.init.normal_(parameter, std=small if name.endswith(INTO_STREAM) else 0.02)

    def cast(self, dtype: torch.dtype) -> "LeanFalcon":
        """Puts the matrices into `dtype`; norms and rotary tables stay in fp32."""
        for parameter in self.parameters():
            if parameter.ndim == 2:
                parameter.data = parameter.data.to(dtype)
        return self

    @property
    def layers(self) -> list[Layer]:
        return cast("list[Layer]", list(self.transformer.h))

    def rope(self, length: int) -> tuple[Tensor, Tensor]:
        return self.cos[:length, None], self.sin[:length, None]

    def forward(self, tokens: Tensor, documents: Tensor) -> Tensor:
        """`tokens` `(batch, length)` and their `documents` (see `bounds` and `document_mask`) -> hidden states."""
        x = dropped(self.transformer.word_embeddings(tokens), self.dropout)
        rope = self.rope(tokens.shape[1])
        for layer in self.layers:
            x = layer(x, rope, documents, self.dropout)
        return self.transformer.ln_f(x)  # type: ignore[no-any-return]

    def logits(self, hidden: Tensor) -> Tensor:
        return F.linear(hidden, self.transformer.word_embeddings.weight)

    def losses(self, tokens: Tensor, documents: Tensor) -> Tensor:
        """Nats of each next token, fp32, flat: `batch * length`. The last of a row has no next: weigh it 0."""
        logits = self.logits(self(tokens, documents)).flatten(0, 1).float()
        return F.cross_entropy(logits, tokens.roll(-1, 1).flatten(), reduction="none")


def dropped(x: Tensor, share: Tensor | None) -> Tensor:
    """Dropout (Srivastava et al., 2014) by a tensor, so that one compiled graph serves with any share, 0 included."""
    if share is None:
        return x
    kept = torch.rand_like(x, dtype=torch.float32) >= share
    return x * (kept / (1 - share)).to(x.dtype)


def rotate(x: Tensor, rope: tuple[Tensor, Tensor]) -> Tensor:
    """Rotary embedding in the NeoX form, of `(…, heads, head)`, computed in fp32."""
    cos, sin = rope
    wide = x.float()
    first, second = wide.chunk(2, -1)
    return (wide * cos + torch.cat((-second, first), -1) * sin).to(x.dtype)


def starts(tokens: Tensor) -> Tensor:
    """Which tokens start a document, as `(batch, length)`: a prompt or, where a page to be changed is before it, that.

    Every row must start with a document.
    """
    prompt, current = tokens == PROMPT_ID, _current(tokens)
    opened = current.cumsum(1)
    known = torch.where(prompt, opened, 0).cummax(1).values.roll(1, 1)  # pages to be changed, up to the prompt before
    known[:, 0] = 0
    return current | (prompt & (opened == known))


def _current(tokens: Tensor) -> Tensor:
    """Which tokens open a page that is to be changed: no prompt stands before it, but an end or nothing."""
    before = tokens.roll(1, 1)
    before[:, 0] = END_ID
    return (tokens == PAGE_ID) & (before == END_ID)


def _last(which: Tensor) -> Tensor:
    """For each place, the last one so far at which `which` is true, or -1."""
    places = torch.arange(which.shape[1], device=which.device)
    return torch.where(which, places, -1).cummax(1).values


def loss_weights(tokens: Tensor, prompt_weight: float, changed_weight: float = 1.0) -> tuple[Tensor, Tensor]:
    """What each next token counts in the loss, and which of them belong to pages; both flat, as `losses` gives them.

    A page's tokens and its end count 1, those marked with `CHANGED` `changed_weight`, a prompt's `prompt_weight`, and
    a page to be changed, and what follows an end, nothing.
    """
    plain = tokens & ~CHANGED
    inside = plain != END_ID
    inside[:, -1] = False
    opening = plain == PAGE_ID
    page = _last(opening) > _last(plain == PROMPT_ID)
    written = page & (_last(opening) > _last(_current(plain))) & inside
    prompt = ~page & inside
    changed = (tokens >= CHANGED).roll(-1, 1)
    weights = torch.where(changed, changed_weight, 1.0) * written + prompt_weight * prompt
    return weights.flatten(), written.flatten()


def document_mask(tokens: Tensor) -> Tensor:
    """`(batch, 1, length, length)`: True where a token may look (CPU)."""
    document = starts(tokens).cumsum(1)
    return (document[:, :, None] == document[:, None, :]).tril()[:, None]


def bounds(tokens: Tensor, padded: int) -> Tensor:
    """Where each document of the flattened rows starts, then the end, repeated to a multiple of `padded` (GPU).

    Every row must start with a document. A constant size keeps the compiled graph.
    """
    places = starts(tokens).flatten().nonzero().flatten()
    size = -(-(len(places) + 1) // padded) * padded
    result = torch.full((size,), tokens.numel(), dtype=torch.int32)
    result[: len(places)] = places
    return result


def _attend_masked(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    query, key, value = (x.transpose(1, 2) for x in (query, key, value))
    key, value = key.expand_as(query), value.expand_as(query)
    return F.scaled_dot_product_attention(query, key, value, attn_mask=mask).transpose(1, 2)


def _attend_varlen(query: Tensor, key: Tensor, value: Tensor, starts: Tensor) -> Tensor:
    batch, length = query.shape[:2]
    query, key, value = (x.flatten(0, 1) for x in (query, key, value))
    attended: Tensor = torch.ops.aten._flash_attention_forward(
        query, key, value.contiguous(), starts, starts, length, length, 0.0, True, False
    )[0]
    return attended.view(batch, length, *attended.shape[1:])


def export(
    model: LeanFalcon,
    weights: dict[str, Tensor],
    directory: Path,
    dtype: torch.dtype,
    shard: str = "5GB",
    skills: Sequence[str] = (),
) -> None:
    """Writes `weights` (fp32, by name) as a Hugging Face `FalconForCausalLM` directory of safetensors in `dtype`.

    `skills` are what the config then claims the model can do.
    """
    from transformers import FalconConfig, FalconForCausalLM

    shape = model.shape
    config = FalconConfig(  # type: ignore[call-arg]
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.hidden // shape.head,
        num_kv_heads=1,
        max_position_embeddings=shape.context,
        rope_parameters={"rope_type": "default", "rope_theta": ROPE_BASE},
        layer_norm_epsilon=EPSILON,
        bos_token_id=END_ID,
        eos_token_id=END_ID,
        pad_token_id=END_ID,
        skills=list(skills),
    )
    falcon = FalconForCausalLM(config)
    missing, unexpected = falcon.load_state_dict({name: tensor.cpu() for name, tensor in weights.items()}, strict=False)
    if unexpected or set(missing) - {"lm_head.weight"}:
        raise ModelError(f"the export does not fit Falcon: missing {missing}, unexpected {unexpected}")
    falcon.to(dtype).save_pretrained(directory, max_shard_size=shard)  # type: ignore[arg-type]


def shape_of(directory: Path) -> Shape:
    """The shape of an exported directory. Raises `ModelError` when it holds no model of this architecture."""
    from transformers import FalconConfig

    config = FalconConfig.from_pretrained(directory)
    if (
        config.new_decoder_architecture
        or config.bias
        or config.alibi
        or not (config.multi_query and config.parallel_attn)
    ):
        raise ModelError(f"{directory} is no multi-query Falcon with parallel attention", "export it with pretrain")
    length = config.max_position_embeddings
    return Shape(config.vocab_size, config.hidden_size, config.num_hidden_layers, length, config.head_dim)


def load(directory: Path, device: str = "cpu", dtype: torch.dtype = torch.float32) -> LeanFalcon:
    """Opens an exported directory, whatever its weights are stored in. Raises `ModelError` as `shape_of` does."""
    from transformers import FalconForCausalLM

    model = LeanFalcon(shape_of(directory))
    if (directory / gguf_model.FILE_NAME).exists():
        falcon, _ = gguf_model.load_hf(directory)
    else:
        falcon = FalconForCausalLM.from_pretrained(directory, dtype=torch.float32)
    state = {name: tensor for name, tensor in falcon.state_dict().items() if name != "lm_head.weight"}
    model.load_state_dict(state)
    return model.cast(dtype).to(device).eval()
