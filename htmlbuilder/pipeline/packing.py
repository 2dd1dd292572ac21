"""A stream of packed rows: samples are drawn, tokenized and packed in worker processes, for ever, without repeating.

The stream is a sequence of blocks. Block n is a pure function of the seed and n: a fixed number of samples, packed
whole, best fit, into rows of the context's length. Workers make blocks in turn and the stream hands them on in order,
so a position is two numbers (block, rows of it that were used), and a resumed run goes on where the other stopped, with
any number of workers. When the workers fall behind, recent rows may be used again, at most `max_reuse` times each.
"""

import bisect
import multiprocessing
import os
import queue
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from htmlbuilder.errors import DataError
from htmlbuilder.pipeline import tokenizer as tokens_of

if TYPE_CHECKING:
    from htmlbuilder.corpus.draw import Split

Rows = NDArray[np.uint16]
PREFETCH = 3  # blocks a worker keeps ready
FEW = 2  # samples of a block that may fail
RING = 8192  # recent rows that may be used again


class Sample(Protocol):
    @property
    def prompt(self) -> str: ...
    @property
    def page(self) -> str: ...
    @property
    def html(self) -> str: ...


Sampler = Callable[[int, int, "Split"], Sample]


@dataclass(frozen=True)
class Source:
    """What a block is made of. `sampler` must be importable by name, since workers are separate processes.

    Where several processes train together, each takes a lane of its own: every `lanes`-th block, from `lane` on.
    """

    sampler: Sampler
    tokenizer: Path
    seed: int
    context: int
    samples: int
    split: "Split" = "train"
    lane: int = 0
    lanes: int = 1


class Block(NamedTuple):
    """Rows of `context` tokens, filled up with end tokens; how many samples went in, and how many were too long; the
    errors of those that could not be made.

    Of a sample that changes a page, `tokenizer.CHANGED` marks what it changes.
    """

    rows: Rows
    samples: int
    dropped: int
    failures: tuple[str, ...]


class Position(NamedTuple):
    block: int = 0
    rows: int = 0


START = Position()


def make_block(source: Source, number: int, tokenizer: Any) -> Block:
    """Block `number` of the source's lane.

    A sample in millions that cannot be made does not cost the run: it is left out and told. More than `FEW` of a block
    are no accident, and what the last of them raised is raised.
    """
    number = number * source.lanes + source.lane
    documents, dropped = [], 0
    failures: list[str] = []
    for index in range(number * source.samples, (number + 1) * source.samples):
        try:
            sample = source.sampler(source.seed, index, source.split)
        except Exception as error:
            if len(failures) >= FEW:
                raise
            failures.append(f"sample {index} of seed {source.seed}: {type(error).__name__}: {error}")
            continue
        if sample.html:
            tokens = tokens_of.encode_marked(tokenizer, sample.prompt, sample.page, sample.html)
        else:
            tokens = tokens_of.encode(tokenizer, sample.prompt, sample.page)
        if len(tokens) > source.context:
            dropped += 1
        else:
            documents.append(tokens)
    rows = pack(documents, source.context)
    order = np.random.default_rng((source.seed, number)).permutation(len(rows))
    return Block(rows[order], len(documents), dropped, tuple(failures))


def texts(sampler: Sampler, seed: int, count: int, workers: int) -> list[tuple[str, str]]:
    """The prompts and pages of `count` training samples, made by `workers` processes."""
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        pairs = pool.imap(partial(_text_pair, sampler, seed), range(count), chunksize=50)
        shown = tqdm(pairs, total=count, desc="samples for the tokenizer", disable=None)
        return list(shown)


def pack(documents: list[list[int]], context: int) -> Rows:
    """The documents in as few rows as `best_fit` finds."""
    rows = best_fit([len(document) for document in documents], context)
    packed = np.full((len(rows), context), tokens_of.END_ID, dtype=np.uint16)
    for index, row in enumerate(rows):
        tokens = [token for document in row for token in documents[document]]
        packed[index, : len(tokens)] = tokens
    return packed


def best_fit(lengths: Sequence[int], context: int) -> list[list[int]]:
    """Best-fit decreasing: each document, longest first, goes whole into the fullest row that still holds it.

    Gives the rows as lists of the documents' numbers.
    """
    rows: list[list[int]] = []
    room: list[tuple[int, int]] = []  # (free tokens, row), ascending
    for document in sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True):
        place = bisect.bisect_left(room, (lengths[document], -1))
        free, row = room.pop(place) if place < len(room) else (context, len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(document)
        bisect.insort(room, (free - lengths[document], row))
    return rows


class RowStream:
    """Takes rows from the workers' blocks. Close it, or use it as a context manager.

    Counts: `waited` seconds for rows, `fresh` and `reused` rows, `samples` used, `dropped` as too long,
    `failed` in the making, of which it prints the errors.
    """

    def __init__(self, source: Source, workers: int, position: Position = START, max_reuse: int = 0) -> None:
        self.source, self.position, self.max_reuse = source, position, max_reuse
        self.waited, self.fresh, self.reused, self.samples, self.dropped, self.failed = 0.0, 0, 0, 0, 0, 0
        self._rows: Rows = np.empty((0, source.context), dtype=np.uint16)
        self._next = position.block
        self._ring: Rows = np.empty((RING if max_reuse else 0, source.context), dtype=np.uint16)
        self._uses = np.full(len(self._ring), max_reuse)
        self._draw = np.random.default_rng((source.seed, source.lane, *position))
        # Spawned, not forked: a fork of a process that holds a GPU may hang.
        context = multiprocessing.get_context("spawn")
        self._queues = [context.Queue(PREFETCH) for _ in range(workers)]
        self._workers = [
            context.Process(target=_work, args=(source, position.block + first, workers, blocks), daemon=True)
            for first, blocks in enumerate(self._queues)
        ]
        self._origin = position.block
        for worker in self._workers:
            worker.start()
        self._skip(position.rows)

    def __enter__(self) -> "RowStream":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        for worker in self._workers:
            worker.terminate()
        for worker, blocks in zip(self._workers, self._queues, strict=True):
            worker.join()
            worker.close()
            blocks.close()

    def take(self, count: int) -> Rows:
        """`(count, context)` rows: fresh ones in order and, where allowed and needed, recent ones again."""
        parts: list[Rows] = []
        missing = count
        while missing:
            if not len(self._rows) and not self._refill(wait=not self.max_reuse):
                parts.append(again := self._again(missing))
                missing -= len(again)
                if not missing:
                    break
                self._refill(wait=True)
            part, self._rows = self._rows[:missing], self._rows[missing:]
            self.position = Position(self.position.block, self.position.rows + len(part))
            self._remember(part)
            self.fresh += len(part)
            missing -= len(part)
            parts.append(part)
        return np.concatenate(parts)

    def _refill(self, wait: bool) -> bool:
        block = self._receive(wait)
        if block is None:
            return False
        self.position = Position(self._next, 0)
        self._next += 1
        self._rows = block.rows
        self.samples += block.samples
        self.dropped += block.dropped
        self.failed += len(block.failures)
        for failure in block.failures:
            print(f"left out: {failure}", file=sys.stderr, flush=True)
        if not len(block.rows):
            raise DataError("no sample of a whole block fits the context", "raise `context`, or look at the corpus")
        return True

    def _receive(self, wait: bool) -> Block | None:
        which = (self._next - self._origin) % len(self._queues)
        started = time.monotonic()
        while True:
            try:
                received = self._queues[which].get(timeout=1) if wait else self._queues[which].get_nowait()
            except queue.Empty:
                if not self._workers[which].is_alive():
                    raise DataError(f"corpus worker {which} died (exit code {self._workers[which].exitcode})") from None
                if not wait:
                    return None
                continue
            self.waited += time.monotonic() - started if wait else 0.0
            if isinstance(received, str):
                raise DataError(f"corpus worker {which} failed:\n{received}")
            return Block(*received)

    def _skip(self, rows: int) -> None:
        if rows:
            self._refill(wait=True)
            self._rows = self._rows[rows:]
            self.position = Position(self.position.block, rows)

    def _remember(self, rows: Rows) -> None:
        if self.max_reuse:
            places = (self.fresh + np.arange(len(rows))) % RING
            self._ring[places], self._uses[places] = rows, 0

    def _again(self, count: int) -> Rows:
        ready = np.flatnonzero(self._uses < self.max_reuse)
        chosen = self._draw.choice(ready, min(count, len(ready)), replace=False)
        self._uses[chosen] += 1
        self.reused += len(chosen)
        again: Rows = self._ring[chosen]
        return again


def _text_pair(sampler: Sampler, seed: int, index: int) -> tuple[str, str]:
    sample = sampler(seed, index, "train")
    return sample.prompt, sample.page


def _work(source: Source, first: int, step: int, blocks: Any) -> None:
    """A worker: makes every `step`-th block until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when an interrupted run ends
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    parent = multiprocessing.parent_process()
    try:
        tokenizer = tokens_of.load(source.tokenizer)
        number = first
        while True:
            _put(blocks, tuple(make_block(source, number, tokenizer)), parent)
            number += step
    except Exception:
        _put(blocks, traceback.format_exc(), parent)


def _put(blocks: Any, item: object, parent: Any) -> None:
    while True:
        try:
            blocks.put(item, timeout=5)
            return
        except queue.Full:
            if not parent.is_alive():
                blocks.cancel_join_thread()  # nobody is left to read what is still on its way
                raise SystemExit(0) from None
