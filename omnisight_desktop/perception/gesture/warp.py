"""Finding gestures in a movement that never stops: where one begins and ends is found by the match.

Every template is warped onto the stream so that it ends now. One look back tells both how well it
fits and when it began: no search, and nothing is computed twice. The warping may go at half the pace
or at twice the pace and no further, so that nobody who stands in one place ever makes a gesture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.perception.gesture.features import Features

_FAR = np.float32(1e9)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Templates laid side by side: K of them, each with its rows at the end of ``longest`` columns."""

    rows: Features  # K x longest x D, what is before a template's first row is void
    lengths: NDArray[np.float32]
    weights: Features  # K x D

    @classmethod
    def of(cls, templates: Sequence[Features], weights: Sequence[Features]) -> Sheet:
        """A sheet of some templates, and how much each of their columns counts."""
        longest = max(len(template) for template in templates)
        size = templates[0].shape[1]
        rows = np.zeros((len(templates), longest, size), np.float32)
        for number, template in enumerate(templates):
            rows[number, longest - len(template) :] = template
        lengths = np.asarray([len(template) for template in templates], np.float32)
        return cls(rows, lengths, np.asarray(weights, np.float32))


@dataclass(frozen=True, slots=True)
class Fit:
    """How well each template fits what ends now, and how many rows ago that began."""

    costs: NDArray[np.float32]
    began: NDArray[np.intp]


class Warp:
    """The warping of all templates of a sheet onto one stream."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        count, longest, _ = sheet.rows.shape
        self._squares = (sheet.rows**2 * sheet.weights[:, None]).sum(axis=2)
        self._crossed = sheet.rows * sheet.weights[:, None]
        self._first = (longest - sheet.lengths).astype(np.intp)
        self._void = np.arange(longest) < self._first[:, None]
        self._every = np.arange(count)
        # Two columns of nothing before the first row, so that no step has to be looked at twice.
        shape = (count, longest + 2)
        self._last = np.full(shape, _FAR, np.float32)
        self._before = np.full(shape, _FAR, np.float32)
        self._last_age = np.zeros(shape, np.int32)
        self._before_age = np.zeros(shape, np.int32)
        self._last_cost = np.full((count, longest), _FAR, np.float32)

    def step(self, row: NDArray[np.float32]) -> Fit:
        """One more row of the stream; or a row for each template, if each has a stream of its own."""
        cost = self._costs(row)
        best = self._last[:, 1:-1] + cost  # both go one on
        age = self._last_age[:, 1:-1] + 1
        # Twice as quick: the template goes two on, and both of its rows are paid for.
        skipped = self._last[:, :-2] + cost
        skipped[:, 1:] += cost[:, :-1]
        skipped[:, 0] = _FAR
        _take(best, age, skipped, self._last_age[:, :-2] + 1)
        # Half as quick: the stream goes two on, and the template pays for their middle.
        slow = self._before[:, 1:-1] + (cost + self._last_cost) * np.float32(0.5)
        _take(best, age, slow, self._before_age[:, 1:-1] + 2)
        fresh = np.full_like(self._last, _FAR)
        fresh[:, 2:] = best
        ages = np.zeros_like(self._last_age)
        ages[:, 2:] = age
        # A template may begin anywhere.
        rows, first = self._every, self._first
        begun = cost[rows, first]
        quick = begun < fresh[rows, first + 2]
        fresh[rows, first + 2] = np.where(quick, begun, fresh[rows, first + 2])
        ages[rows, first + 2] = np.where(quick, 1, ages[rows, first + 2])
        fresh[:, 2:][self._void] = _FAR
        self._before, self._before_age = self._last, self._last_age
        self._last, self._last_age, self._last_cost = fresh, ages, cost
        costs = (fresh[:, -1] / self._sheet.lengths).astype(np.float32)
        return Fit(costs, ages[:, -1].astype(np.intp))

    def _costs(self, row: NDArray[np.float32]) -> NDArray[np.float32]:
        weighted = (self._sheet.weights * row**2).sum(axis=1)
        # No matrix product: that would wake threads, many times a second.
        crossed = np.einsum("kmd,d->km" if row.ndim == 1 else "kmd,kd->km", self._crossed, row)
        return np.asarray(np.maximum(weighted[:, None] + self._squares - 2 * crossed, 0))


def _take(
    best: NDArray[np.float32],
    age: NDArray[np.int32],
    other: NDArray[np.float32],
    other_age: NDArray[np.int32],
) -> None:
    better = other < best
    np.copyto(best, other, where=better)
    np.copyto(age, other_age, where=better)
