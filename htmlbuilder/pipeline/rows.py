"""Examples as a fine-tune sees them: tokenized, packed into rows, with only the page to be learned.

Which examples make which row in which step is a function of the seed alone: a step's number is a place in the data.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from pydantic import BaseModel
from torch import Tensor

from htmlbuilder import files
from htmlbuilder.engines import checkpoint
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.pipeline.packing import best_fit

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

IGNORED = -100
WINDOW = 1024  # examples that may share rows, so that each epoch packs others together
Row = list[int]  # numbers of examples


class Line(BaseModel):
    """A line of train.jsonl, validation.jsonl or test.jsonl. It may hold more."""

    prompt: str
    page: str


class Example(NamedTuple):
    """The framed prompt, the page and the end, and how many of the tokens are the prompt's."""

    tokens: NDArray[np.int32]
    prompt: int


class Batch(NamedTuple):
    """Rows of tokens, all `(rows, length)`: what follows each token of a page (else `IGNORED`), places in documents.

    `lengths` are those of the documents of each row; what fills up a row counts as one.
    """

    tokens: Tensor
    following: Tensor
    places: Tensor
    lengths: list[list[int]]


def encode(tokenizer: "PreTrainedTokenizerBase", line: Line) -> Example:
    """Raises `ModelError` for a tokenizer that has no end token: no page could end."""
    if tokenizer.eos_token_id is None:
        raise ModelError("the tokenizer has no end token, so no page could end", "give the base an eos_token")
    prompt = checkpoint.encode(tokenizer, line.prompt)
    # a page is text, even where it spells a special token
    page = tokenizer(line.page, add_special_tokens=False, split_special_tokens=True)["input_ids"]
    return Example(np.array([*prompt, *page, tokenizer.eos_token_id], dtype=np.int32), len(prompt))


def read(path: Path, tokenizer: "PreTrainedTokenizerBase", context: int) -> tuple[list[Example], int]:
    """The examples of a file that fit `context` tokens, and how many do not. Raises `DataError` where none does."""
    examples = [encode(tokenizer, line) for _, line in files.read_lines(path, Line)]
    fitting = [example for example in examples if len(example.tokens) <= context]
    if not fitting:
        raise DataError(f"{path} has no example of at most {context} tokens", "raise --context, or split the pages")
    return fitting, len(examples) - len(fitting)


def epoch(examples: Sequence[Example], context: int, pack: bool, seed: tuple[int, int]) -> list[Row]:
    """Rows of all examples, in an order that `seed` draws. Without `pack`, each has a row of its own."""
    draw = np.random.default_rng(seed)
    order = draw.permutation(len(examples)).tolist()
    if not pack:
        return [[number] for number in order]
    rows: list[Row] = []
    for first in range(0, len(order), WINDOW):
        window = order[first : first + WINDOW]
        packed = best_fit([len(examples[number].tokens) for number in window], context)
        rows += [[window[place] for place in row] for row in packed]
    return [rows[place] for place in draw.permutation(len(rows))]


def batch(examples: Sequence[Example], rows: Sequence[Row]) -> Batch:
    """`rows` as tensors, as long as the longest of them."""
    lengths = [[len(examples[number].tokens) for number in row] for row in rows]
    longest = max(map(sum, lengths))
    tokens = np.zeros((len(rows), longest), dtype=np.int64)
    following = np.full_like(tokens, IGNORED)
    places = np.zeros_like(tokens)
    for index, row in enumerate(rows):
        start = 0
        for number in row:
            example = examples[number]
            end = start + len(example.tokens)
            tokens[index, start:end] = example.tokens
            following[index, start + example.prompt - 1 : end - 1] = example.tokens[example.prompt :]
            places[index, start:end] = np.arange(end - start)
            start = end
        if start < longest:
            places[index, start:] = np.arange(longest - start)
            lengths[index].append(longest - start)
    return Batch(torch.from_numpy(tokens), torch.from_numpy(following), torch.from_numpy(places), lengths)
