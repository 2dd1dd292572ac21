"""Greedy decoding of many prompts at once with a lean model: how a checkpoint's accuracy is measured on a training GPU.

Serving has its own engines; here there is no streaming, no sampling and no server. Checking the pages is `evaluate`'s.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

from htmlbuilder.errors import DataError
from htmlbuilder.pipeline import lean
from htmlbuilder.pipeline import tokenizer as tokens_of
from htmlbuilder.pipeline.lean import LeanFalcon
from htmlbuilder.pipeline.tokenizer import END_ID
from htmlbuilder.prompt import frame

CHECK_EVERY = 16  # steps between looks at which pages have ended
ROUND = 64  # the cache is read in slices of so many positions


class Decoded(NamedTuple):
    """`tokens` of the page, without the end; `finish_reason` is "stop" or "length"."""

    tokens: list[int]
    finish_reason: str


@torch.inference_mode()
def greedy(model: LeanFalcon, prompts: list[list[int]], limit: int) -> list[Decoded]:
    """Continues each token list, all in one batch: to its end token, `limit` new tokens or the context's end."""
    device = model.cos.device
    lengths = torch.tensor([len(prompt) for prompt in prompts], device=device)
    widest = int(lengths.max())
    steps = min(limit, model.shape.context - widest)
    if steps < 1:
        raise DataError(
            f"a prompt of {widest} tokens leaves no room for a page", f"the context is {model.shape.context}"
        )
    batch, dtype = len(prompts), model.transformer.word_embeddings.weight.dtype
    cache = torch.zeros(model.shape.layers, 2, batch, widest + steps, model.shape.head, device=device, dtype=dtype)
    padded = torch.tensor([prompt + [END_ID] * (widest - len(prompt)) for prompt in prompts], device=device)
    last = _prefill(model, padded, lengths, cache)

    pages = torch.full((batch, steps), END_ID, device=device)
    active = torch.arange(batch, device=device)
    for step in range(steps):
        pages[active, step] = last
        if step % CHECK_EVERY == CHECK_EVERY - 1:
            going = (pages[active, : step + 1] != END_ID).all(1)
            if not going.any():
                break
            if going.sum() <= 0.75 * len(active):
                active, last, lengths, cache = active[going], last[going], lengths[going], cache[:, :, going]
        if step < steps - 1:
            last = _advance(model, last, lengths + step, cache, widest + step)
    return [_read(page) for page in pages.tolist()]


def _prefill(model: LeanFalcon, tokens: Tensor, lengths: Tensor, cache: Tensor) -> Tensor:
    """Fills the cache with right-padded prompts and gives each one's first new token."""
    x = model.transformer.word_embeddings(tokens)
    width = tokens.shape[1]
    rope, mask = model.rope(width), torch.ones(width, width, dtype=torch.bool, device=tokens.device).tril()
    for layer, (keys, values) in zip(model.layers, cache, strict=True):
        normed = layer.input_layernorm(x)
        query, key, value = layer.self_attention.project(normed, rope)
        keys[:, :width], values[:, :width] = key[:, :, 0], value[:, :, 0]
        attended = _attend(query.transpose(1, 2), key.transpose(1, 2), value.transpose(1, 2), mask).transpose(1, 2)
        x = x + layer.self_attention.dense(attended.flatten(2)) + layer.mlp(normed)
    ends = x[torch.arange(len(x), device=x.device), lengths - 1]
    return model.logits(model.transformer.ln_f(ends)).argmax(-1)


def _advance(model: LeanFalcon, last: Tensor, places: Tensor, cache: Tensor, furthest: int) -> Tensor:
    """One token for every row. `places`: where `last` stands in each; `furthest` bounds them, without a wait."""
    x = model.transformer.word_embeddings(last)[:, None]
    rows = torch.arange(len(last), device=last.device)
    rope = model.cos[places][:, None, None], model.sin[places][:, None, None]
    read = min(cache.shape[3], -(-(furthest + 1) // ROUND) * ROUND)
    seen = (torch.arange(read, device=last.device) <= places[:, None])[:, None]
    for layer, (keys, values) in zip(model.layers, cache, strict=True):
        normed = layer.input_layernorm(x)
        query, key, value = layer.self_attention.project(normed, rope)
        keys[rows, places], values[rows, places] = key[:, 0, 0], value[:, 0, 0]
        # All query heads share one key head: they are the rows of one small matrix product.
        attended = _attend(query[:, 0], keys[:, :read], values[:, :read], seen)
        x = x + layer.self_attention.dense(attended.flatten(1)[:, None]) + layer.mlp(normed)
    return model.logits(model.transformer.ln_f(x[:, 0])).argmax(-1)


def _attend(query: Tensor, key: Tensor, value: Tensor, seen: Tensor) -> Tensor:
    # Plain products: fused kernels for this shape can be ten times slower (cuDNN), and the softmax is small.
    scores = (query @ key.mT).float() * query.shape[-1] ** -0.5
    return F.softmax(scores.masked_fill(~seen, float("-inf")), -1).to(value.dtype) @ value


def _read(page: list[int]) -> Decoded:
    if END_ID in page:
        return Decoded(page[: page.index(END_ID)], "stop")
    return Decoded(page, "length")


def main() -> int:
    """`python -m htmlbuilder.pipeline.decode`: lines {"id", "prompt"} in; with html, finish_reason and tokens out.

    Of an edit, "current" is the page to change.
    """
    parser = argparse.ArgumentParser(prog="htmlbuilder.pipeline.decode", description=main.__doc__)
    parser.add_argument("--model", type=Path, required=True, help="a model directory that pretrain wrote")
    parser.add_argument("--prompts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--limit", type=int, default=1400, help="new tokens at most")
    args = parser.parse_args()
    model = opened(args.model)
    lines = [json.loads(line) for line in args.prompts.read_text("utf-8").splitlines()]
    draft = args.out.with_name(f".{args.out.name}.draft")
    started, tokens = time.monotonic(), 0
    with draft.open("w", encoding="utf-8") as file:
        for done, line in enumerate(decoded(model, args.model, lines, args.batch, args.limit), 1):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            tokens += line["tokens"]
            if done % args.batch == 0 or done == len(lines):
                rate = tokens / (time.monotonic() - started)
                print(f"{done}/{len(lines)} pages, {rate:.0f} tokens/s", file=sys.stderr, flush=True)
    os.replace(draft, args.out)
    return 0


def opened(directory: Path) -> LeanFalcon:
    """The model in `directory`, on the GPU in bfloat16, or without one in float32."""
    on_gpu = torch.cuda.is_available()
    return lean.load(directory, "cuda" if on_gpu else "cpu", torch.bfloat16 if on_gpu else torch.float32)


def decoded(
    model: LeanFalcon, directory: Path, lines: list[dict[str, str]], batch: int, limit: int
) -> Iterator[dict[str, Any]]:
    """The lines, which have a "prompt" and perhaps the "current" page, with "html", "finish_reason" and "tokens"."""
    tokenizer = tokens_of.load(directory)
    for first in range(0, len(lines), batch):
        part = lines[first : first + batch]
        prompts = [
            tokenizer.encode(frame(line["prompt"], line.get("current", "")), add_special_tokens=False).ids
            for line in part
        ]
        for line, page in zip(part, greedy(model, prompts, limit), strict=True):
            html = tokenizer.decode(page.tokens)
            yield {**line, "html": html, "finish_reason": page.finish_reason, "tokens": len(page.tokens)}


if __name__ == "__main__":
    sys.exit(main())
