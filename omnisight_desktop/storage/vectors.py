"""The nearest of many vectors: a scan over short codes, and exact cosines of the few that are left.

A code is made of the signs of projections: vectors that lie close together agree in most of them.
Codes of a million vectors take 64 megabytes and milliseconds; the vectors themselves are looked at
for those alone whose codes are nearest. While there are few, all of them are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.face import Vector

_BITS = 512
_WORDS = _BITS // 64
_FEW = 8192  # so many are compared as they are: that is quicker, and needs nothing compiled
_AGAIN = 256  # of those whose codes are nearest are compared exactly
_SEED = 512
_FIRST_ROOM = 64

Codes = NDArray[np.uint64]


class CodeIndex:
    """Vectors of length 1 by their keys, in memory."""

    def __init__(self, dimensions: int, few: int = _FEW, room: int = _FIRST_ROOM) -> None:
        self._few = few
        self._planes = _planes(dimensions)
        self._vectors: Vector = np.zeros((room, dimensions), np.float32)
        self._codes: Codes = np.zeros((room, _WORDS), np.uint64)
        self._coded = 0  # codes are made when they are first needed
        self._keys: list[str] = []
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def vectors(self) -> Vector:
        """All of them, in no order."""
        return self._vectors[: len(self._keys)]

    @property
    def codes(self) -> Codes:
        """The codes of all of them."""
        self._encode()
        return self._codes[: len(self._keys)]

    @property
    def code_bytes(self) -> int:
        """What the codes take of memory; the vectors take theirs beside."""
        return len(self._keys) * _WORDS * 8

    @property
    def vector_bytes(self) -> int:
        """What the vectors take."""
        return int(self._vectors[: len(self._keys)].nbytes)

    def add(self, keys: Sequence[str], vectors: Vector) -> None:
        if len(keys) != len(vectors):
            raise ValueError("there must be one key for each vector")
        fresh = [row for row, key in enumerate(keys) if key not in self._places]
        for row, key in enumerate(keys):
            if key in self._places:
                self._put(self._places[key], vectors[row])
        begin = len(self._keys)
        self._make_room(begin + len(fresh))
        self._vectors[begin : begin + len(fresh)] = vectors[fresh]
        for row in fresh:
            self._places[keys[row]] = len(self._keys)
            self._keys.append(keys[row])

    def remove(self, keys: Sequence[str]) -> None:
        for key in keys:
            place = self._places.pop(key, None)
            if place is None:
                continue
            last = len(self._keys) - 1
            moved = self._keys.pop()
            if place != last:  # the last one takes the place that is free
                self._keys[place] = moved
                self._places[moved] = place
                self._vectors[place] = self._vectors[last]
                self._codes[place] = self._codes[last]
            self._vectors[last] = 0
            self._codes[last] = 0
            self._coded = min(self._coded, last if last >= self._coded else place)

    def nearest(self, probe: Vector, count: int) -> list[tuple[str, float]]:
        number = len(self._keys)
        if not number or count < 1:
            return []
        rows = self._candidates(probe, count) if number > self._few else None
        vectors = self._vectors[:number] if rows is None else self._vectors[rows]
        # One thread is quicker than a product that wakes all of them for so little.
        cosines = np.einsum("ij,j->i", vectors, probe)
        best = _highest(cosines, count)
        places = best if rows is None else rows[best]
        return [
            (self._keys[place], float(cosine))
            for place, cosine in zip(places.tolist(), cosines[best].tolist(), strict=True)
        ]

    def _candidates(self, probe: Vector, count: int) -> NDArray[np.intp]:
        self._encode()
        code = _coded(probe[None], self._planes)[0]
        wanted = min(len(self._keys), max(_AGAIN, 4 * count))
        found: NDArray[np.intp] = _scan()(self._codes[: len(self._keys)], code, wanted)
        return found

    def _encode(self) -> None:
        step = 65_536
        for begin in range(self._coded, len(self._keys), step):
            end = min(begin + step, len(self._keys))
            self._codes[begin:end] = _coded(self._vectors[begin:end], self._planes)
        self._coded = len(self._keys)

    def _put(self, place: int, vector: Vector) -> None:
        self._vectors[place] = vector
        self._coded = min(self._coded, place)

    def _make_room(self, wanted: int) -> None:
        room = len(self._vectors)
        if wanted <= room:
            return
        more = max(wanted, room + room // 2)
        self._vectors = _grown(self._vectors, more)
        self._codes = _grown(self._codes, more)


def _grown(array: NDArray[Any], rows: int) -> NDArray[Any]:
    grown = np.zeros((rows, *array.shape[1:]), array.dtype)
    grown[: len(array)] = array
    return grown


def _highest(values: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    count = min(count, len(values))
    some = np.argpartition(values, len(values) - count)[len(values) - count :]
    ordered: NDArray[np.intp] = some[np.argsort(-values[some], kind="stable")]
    return ordered


@cache
def _planes(dimensions: int) -> NDArray[np.float32]:
    """Directions to project upon: at right angles as far as there are dimensions, always the same."""
    dice = np.random.default_rng(_SEED)
    blocks: list[NDArray[np.float32]] = []
    while sum(block.shape[1] for block in blocks) < _BITS:
        turned, _ = np.linalg.qr(dice.standard_normal((dimensions, min(dimensions, _BITS))))
        blocks.append(turned.astype(np.float32))
    return np.ascontiguousarray(np.concatenate(blocks, axis=1)[:, :_BITS])


def _coded(vectors: Vector, planes: NDArray[np.float32]) -> Codes:
    signs = (vectors @ planes) > 0
    return np.packbits(signs, axis=1).view(np.uint64)


@cache
def _scan() -> Callable[[Codes, Codes, int], NDArray[np.intp]]:
    """The scan, compiled when it is first needed; where there is no compiler, the same in numpy."""
    try:
        from omnisight_desktop.storage.scan import nearest_codes
    except ImportError:
        return scan_slowly
    return nearest_codes


def scan_slowly(codes: Codes, probe: Codes, wanted: int) -> NDArray[np.intp]:
    """The rows of the codes that differ least from one; a few times as slow as the compiled scan."""
    apart = np.zeros(len(codes), np.uint16)
    for word in range(_WORDS):
        apart += np.bitwise_count(codes[:, word] ^ probe[word])
    wanted = min(wanted, len(codes))
    return np.argpartition(apart, wanted - 1)[:wanted]
