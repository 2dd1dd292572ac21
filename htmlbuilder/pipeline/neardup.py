"""Which pages are nearly the same: MinHash over runs of five words, so that they end up on one side of a split.

Signatures are banded, as is usual, to find candidates without comparing all with all; every candidate is then compared
by its whole signature. Similarity is chained: the pages of one template often make one large group.
"""

import re
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RUN = 5  # words
HASHES, BANDS = 128, 16
ALIKE = 0.85  # the share of equal hashes, which estimates the Jaccard similarity, from which on two pages are joined
WORD = re.compile(r"\w+")
_DRAW = np.random.default_rng(20)
_FACTORS = _DRAW.integers(0, 2**63, HASHES, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
_OFFSETS = _DRAW.integers(0, 2**63, HASHES, dtype=np.uint64)
_POWERS = _DRAW.integers(0, 2**63, RUN, dtype=np.uint64) * np.uint64(2) + np.uint64(1)

Signature = NDArray[np.uint32]


def signature(page: str) -> Signature:
    """The least of each hash over all runs of words in the page, markup included."""
    words = [zlib.crc32(word.encode()) for word in WORD.findall(page.lower())]
    words += [0] * (RUN - len(words))
    values = np.array(words, dtype=np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(values, RUN)
    runs = np.unique((windows * _POWERS).sum(axis=1, dtype=np.uint64))
    runs ^= runs >> np.uint64(32)
    hashes = runs[:, None] * _FACTORS + _OFFSETS
    least: Signature = (hashes >> np.uint64(32)).astype(np.uint32).min(axis=0)
    return least


def groups(signatures: NDArray[np.uint32], together: Sequence[int]) -> list[int]:
    """For each of the signatures, one a row, the number of the first one of its group.

    `together` joins more: neighbours that have the same number there belong to one group, alike or not.
    """
    parents = list(range(len(signatures)))

    def root(row: int) -> int:
        while parents[row] != row:
            parents[row] = parents[parents[row]]
            row = parents[row]
        return row

    def join(row: int, other: int) -> None:
        first, second = sorted((root(row), root(other)))
        parents[second] = first

    for row in range(1, len(parents)):
        if together[row] == together[row - 1]:
            join(row, row - 1)
    for band in np.split(signatures, BANDS, axis=1):
        for bucket in _buckets(band):
            waiting = bucket
            while len(waiting):
                reached, waiting = [waiting[0]], waiting[1:]
                while reached and len(waiting):
                    row = reached.pop()
                    alike = (signatures[waiting] == signatures[row]).mean(axis=1) >= ALIKE
                    reached += list(waiting[alike])
                    for other in waiting[alike]:
                        join(int(row), int(other))
                    waiting = waiting[~alike]
    return [root(row) for row in range(len(signatures))]


def _buckets(band: NDArray[np.uint32]) -> list[NDArray[np.intp]]:
    """The rows that are equal in this band, where there is more than one."""
    _, which, counts = np.unique(band, axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(which.ravel(), kind="stable")
    ends = np.cumsum(counts)
    return [order[end - count : end] for end, count in zip(ends, counts, strict=True) if count > 1]
