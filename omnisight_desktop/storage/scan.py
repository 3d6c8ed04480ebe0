"""The scan over codes, compiled: how many bits differ, and which codes are nearest."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, types
from numba.extending import intrinsic

_BITS = 512


def _count_of_ones(typing_context: Any, word: Any) -> Any:  # noqa: ARG001
    """How many bits of a word are set: one instruction of the processor."""

    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:  # noqa: ARG001
        return builder.ctpop(args[0])

    return types.uint64(types.uint64), generate


_ones: Any = intrinsic(_count_of_ones)


@njit(cache=True, nogil=True)
def _distances(codes: Any, probe: Any, apart: Any, counts: Any) -> None:
    p0, p1, p2, p3 = probe[0], probe[1], probe[2], probe[3]
    p4, p5, p6, p7 = probe[4], probe[5], probe[6], probe[7]
    for row in range(codes.shape[0]):
        bits = _ones(codes[row, 0] ^ p0) + _ones(codes[row, 1] ^ p1)
        bits += _ones(codes[row, 2] ^ p2) + _ones(codes[row, 3] ^ p3)
        bits += _ones(codes[row, 4] ^ p4) + _ones(codes[row, 5] ^ p5)
        bits += _ones(codes[row, 6] ^ p6) + _ones(codes[row, 7] ^ p7)
        apart[row] = bits
    for row in range(codes.shape[0]):
        counts[apart[row]] += 1


@njit(cache=True, nogil=True)
def _gathered(apart: Any, limit: int, found: Any) -> int:
    number = 0
    for row in range(apart.shape[0]):
        if apart[row] <= limit and number < found.shape[0]:
            found[number] = row
            number += 1
    return number


def nearest_codes(codes: Any, probe: Any, wanted: int) -> Any:
    """The rows of the codes that differ least from one, at least so many where there are."""
    apart = np.empty(len(codes), np.uint16)
    counts = np.zeros(_BITS + 1, np.int64)
    _distances(codes, probe, apart, counts)
    limit = int(np.searchsorted(np.cumsum(counts), wanted))
    found = np.empty(int(counts[: limit + 1].sum()), np.intp)
    number = _gathered(apart, limit, found)
    return found[:number]
