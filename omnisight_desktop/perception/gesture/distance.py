"""How far movements are from one another when one may be slower or quicker here and there.

Dynamic time warping, many templates at once: what every row costs against every other comes out of a
single matrix product, and the ways through those costs are followed for all templates together, one
diagonal after the other. Which templates can be the nearest at all is told by bounds that cost far
less: first against a few stretches of each template, then against its rows. The others are never
followed, or abandoned as soon as they cannot be the nearest any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.perception.gesture.product import product

Rows = NDArray[np.float32]
Distances = NDArray[np.float64]

_FAR = np.float32(np.inf)
_STRETCH = 6  # rows of a template that a first bound takes together
_PORTION = 32
_SPARED = 15  # queries
_FIRST = 8  # templates that are looked at before any is ruled out
_AT_ONCE = 128  # so many costs fit into the processor's own memory
_SLACK = 1 + 1e-4  # sums in another order differ in their last digits


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest template and how far it is; how many were compared row by row."""

    index: int
    distance: float
    compared: int


class Templates:
    """Movements to be compared with; ``window`` is how many rows two may be apart in time.

    Not for several threads at once: it works in memory of its own.
    """

    def __init__(self, movements: Sequence[Rows], window: int | None = None) -> None:
        if not len(movements):
            raise ValueError("there is nothing to compare with")
        self._lengths = np.asarray([len(one) for one in movements], np.intp)
        self._window = window
        parts = range(0, len(movements), _AT_ONCE)
        self._blocks = [_Block.of(movements[begin : begin + _AT_ONCE]) for begin in parts]
        self._middles, self._radii = _stretches(movements, int(self._lengths.max()))
        self._middle_squares = np.einsum("gkd,gkd->gk", self._middles, self._middles)
        self._room = np.empty(0, np.float32)
        self._spared = 0

    def __len__(self) -> int:
        return len(self._lengths)

    def distances(self, movement: Rows) -> Distances:
        """How far each template is."""
        query = np.ascontiguousarray(movement, np.float32)
        found = [
            self._followed(self._costs(query, block), block.lengths, np.inf)
            for block in self._blocks
        ]
        return np.sqrt(np.concatenate(found))

    def nearest(self, movement: Rows) -> Nearest:
        """The nearest template, found without following most of the others."""
        query = np.ascontiguousarray(movement, np.float32)
        if self._spared:
            # Bounds that ruled nobody out the last time are hardly worth their while this time.
            self._spared -= 1
            return self._plainly(query)
        bounds = self._first_bounds(query)
        first = np.argpartition(bounds, min(_FIRST, len(bounds)) - 1)[:_FIRST]
        best, index = self._contended(query, first, np.inf)
        left = np.setdiff1d(np.flatnonzero(bounds <= best * _SLACK), first)
        if len(left) > len(self) // 3:
            self._spared = _SPARED
            return self._plainly(query)
        compared = len(first)
        left = left[np.argsort(bounds[left], kind="stable")]
        for begin in range(0, len(left), _PORTION):
            some = left[begin : begin + _PORTION]
            some = some[bounds[some] <= best * _SLACK]
            found, where = self._contended(query, some, best)
            compared += len(some)
            if found < best:
                best, index = found, where
        return Nearest(index, float(np.sqrt(best)), compared)

    def _plainly(self, query: Rows) -> Nearest:
        every = self.distances(query)
        index = int(np.argmin(every))
        return Nearest(index, float(every[index]), len(self))

    def _contended(self, query: Rows, some: NDArray[np.intp], best: float) -> tuple[float, int]:
        """The nearest of some templates, as far as it is nearer than the best."""
        if not len(some):
            return np.inf, -1
        block = self._gathered(some)
        costs = self._costs(query, block)
        able = np.flatnonzero(_bounds(costs, block.lengths) <= best * _SLACK)
        if not len(able):
            return np.inf, -1
        ways = self._followed(costs[:, :, able], block.lengths[able], best)
        least = int(np.argmin(ways))
        return float(ways[least]), int(some[able[least]])

    def _gathered(self, some: NDArray[np.intp]) -> _Block:
        whole = [(self._blocks[k // _AT_ONCE], k % _AT_ONCE) for k in some.tolist()]
        longest = int(self._lengths[some].max())
        rows = np.stack([block.rows[:longest, k] for block, k in whole], axis=1)
        squares = np.stack([block.squares[:longest, k] for block, k in whole], axis=1)
        return _Block(rows, squares, self._lengths[some])

    def _costs(self, query: Rows, block: _Block) -> Rows:
        """What each row of the query costs against each row of some templates, as n x m x K."""
        longest, count, size = block.rows.shape
        needed = len(query) * longest * count
        if len(self._room) < needed:
            self._room = np.empty(needed, np.float32)
        flat = self._room[:needed].reshape(len(query), longest * count)
        product(query * np.float32(-2), block.rows.reshape(-1, size).T, out=flat)
        flat += block.squares.reshape(-1)
        flat += np.einsum("nd,nd->n", query, query)[:, None]
        np.maximum(flat, 0, out=flat)
        return flat.reshape(len(query), longest, count)

    def _first_bounds(self, query: Rows) -> Rows:
        """The least that each template can cost: every row of the query meets one of its stretches."""
        flat = self._middles.reshape(-1, query.shape[1])
        apart = product(query * np.float32(-2), flat.T).reshape(len(query), *self._radii.shape)
        apart += self._middle_squares
        apart += np.einsum("nd,nd->n", query, query)[:, None, None]
        np.sqrt(np.maximum(apart, 0, out=apart), out=apart)
        apart -= self._radii
        least = np.maximum(apart.min(axis=1), 0)
        return np.asarray(np.einsum("nk,nk->k", least, least) / np.float32(_SLACK))

    def _followed(self, costs: Rows, lengths: NDArray[np.intp], best: float) -> Distances:
        """The cheapest way through each of some costs; infinite where it is dearer than the best."""
        every = np.unique(lengths)
        if len(every) == 1:
            part = costs[:, : int(every[0])]
            return _ways(np.ascontiguousarray(part), self._window, best)
        found = np.empty(len(lengths), np.float64)
        for length in every:
            those = np.flatnonzero(lengths == length)
            part = np.ascontiguousarray(costs[:, :length, those])
            found[those] = _ways(part, self._window, best)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """Some templates, the last dimension but one: one step is one step for all of them."""

    rows: Rows  # m x K x D
    squares: Rows  # m x K
    lengths: NDArray[np.intp]

    @classmethod
    def of(cls, movements: Sequence[Rows]) -> _Block:
        lengths = np.asarray([len(one) for one in movements], np.intp)
        rows = np.zeros((int(lengths.max()), len(movements), movements[0].shape[1]), np.float32)
        for number, one in enumerate(movements):
            rows[: len(one), number] = one
        return cls(rows, np.einsum("mkd,mkd->mk", rows, rows), lengths)


def _bounds(costs: Rows, lengths: NDArray[np.intp]) -> Rows:
    """The least that any way can cost: each row has to be met by some row of the other."""
    beyond = np.arange(costs.shape[1])[:, None] >= lengths
    if beyond.any():
        costs[:, beyond] = _FAR
    least = costs.min(axis=0)
    if beyond.any():
        least[beyond] = 0
    return np.asarray(np.maximum(costs.min(axis=1).sum(axis=0), least.sum(axis=0)))


def _stretches(movements: Sequence[Rows], longest: int) -> tuple[Rows, Rows]:
    """The middle of each stretch of each template, and how far its rows lie from there."""
    count, size = -(-longest // _STRETCH), movements[0].shape[1]
    middles = np.zeros((count, len(movements), size), np.float32)
    radii = np.full((count, len(movements)), -_FAR, np.float32)  # what is not there is nowhere near
    for number, one in enumerate(movements):
        for part in range(-(-len(one) // _STRETCH)):
            rows = one[part * _STRETCH : (part + 1) * _STRETCH]
            middles[part, number] = middle = rows.mean(axis=0)
            radii[part, number] = np.linalg.norm(rows - middle, axis=1).max()
    return middles, radii


def _ways(costs: Rows, window: int | None, best: float) -> Distances:
    """The cheapest ways through n x m x K costs, diagonal by diagonal."""
    n, m, count = costs.shape
    flat = costs.reshape(n * m, count)
    older, last, fresh = (np.full((n + 2, count), _FAR, np.float32) for _ in range(3))
    wide = n + m if window is None else max(window, 1) - 1
    ahead, behind = wide + max(0, m - n), wide + max(0, n - m)
    for diagonal in range(n + m - 1):
        low = max(0, diagonal - m + 1, -(-(diagonal - ahead) // 2))
        high = min(n - 1, diagonal, (diagonal + behind) // 2)
        # From one row of it to the next it is one row of costs less a column.
        start, step = diagonal + low * (m - 1), max(m - 1, 1)
        there = flat[start : start + (high - low) * step + 1 : step]
        ways = fresh[low + 1 : high + 2]
        if diagonal:
            np.minimum(last[low : high + 1], last[low + 1 : high + 2], out=ways)
            np.minimum(ways, older[low : high + 1], out=ways)
            ways += there
        else:
            ways[:] = there
        fresh[low] = fresh[high + 2] = _FAR
        older, last, fresh = last, fresh, older
        if diagonal % 8 == 7 and best < np.inf and _hopeless(older, last, best):
            return np.full(count, np.inf)
    return last[n].astype(np.float64)


def _hopeless(older: Rows, last: Rows, best: float) -> bool:
    """Whether no way can be cheaper any more: each of them touches one of two diagonals."""
    return bool(min(older.min(), last.min()) > best * _SLACK)
