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


Costs = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """K templates laid side by side; each begins in the first row, and what is after its last row is
    never looked at. They are kept as what a comparison needs, once for everybody who is watched."""

    lengths: NDArray[np.intp]
    crossed: Features  # longest x K x D, the templates times -2
    squares: Costs  # longest x K

    @classmethod
    def of(cls, templates: Sequence[Features]) -> Sheet:
        """A sheet of some templates."""
        longest = max(len(template) for template in templates)
        rows = np.zeros((longest, len(templates), templates[0].shape[1]), np.float32)
        for number, template in enumerate(templates):
            rows[: len(template), number] = template
        lengths = np.asarray([len(template) for template in templates], np.intp)
        return cls(lengths, rows * np.float32(-2), (rows**2).sum(axis=2))


@dataclass(frozen=True, slots=True)
class Fit:
    """How well each template fits what ends now, and how many rows ago that began."""

    costs: Costs
    began: NDArray[np.int32]


class Warp:
    """The warping of all templates of a sheet onto one stream.

    One column of the table is kept for now and one for each of the two rows before. The templates lie
    side by side in it, so that a step of all of them is one pass over memory that is there already.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        longest, count = sheet.squares.shape
        self._lengths = sheet.lengths.astype(np.float32)
        # Two rows of nothing before the first, so that no step has to be looked at twice.
        self._columns = [np.full((longest + 2, count), _FAR, np.float32) for _ in range(3)]
        self._ages = [np.zeros((longest + 2, count), np.int32) for _ in range(3)]
        self._cost = [np.full((longest, count), _FAR, np.float32) for _ in range(2)]
        self._other = np.empty((longest, count), np.float32)
        self._other_age = np.empty((longest, count), np.int32)
        self._better = np.empty((longest, count), np.bool_)
        # Where each of them ends, in a column that is read in one go.
        self._ends = (sheet.lengths + 1) * count + np.arange(count)

    def step(self, row: NDArray[np.float32]) -> Fit:
        """One more row of the stream; or a row for each template, if each has a stream of its own."""
        before, last, fresh = self._columns
        before_age, last_age, fresh_age = self._ages
        before_cost, cost = self._cost
        self._compare(row, cost)
        best, age = fresh[2:], fresh_age[2:]
        np.add(last[1:-1], cost, out=best)  # both go one on
        np.add(last_age[1:-1], 1, out=age)
        # Twice as quick: the template goes two on, and both of its rows are paid for.
        other, other_age = self._other, self._other_age
        np.add(last[:-2], cost, out=other)
        np.add(other[1:], cost[:-1], out=other[1:])
        np.add(last_age[:-2], 1, out=other_age)
        self._take(best, age)
        # Half as quick: the stream goes two on, and the template pays for their middle.
        np.add(cost, before_cost, out=other)
        np.multiply(other, np.float32(0.5), out=other)
        np.add(other, before[1:-1], out=other)
        np.add(before_age[1:-1], 2, out=other_age)
        self._take(best, age)
        best[0], age[0] = cost[0], 1  # a template may begin anywhere
        self._columns = [last, fresh, before]
        self._ages = [last_age, fresh_age, before_age]
        self._cost = [cost, before_cost]
        return Fit(fresh.take(self._ends) / self._lengths, fresh_age.take(self._ends))

    def _compare(self, row: NDArray[np.float32], cost: Costs) -> None:
        """How far the row is from each row of each template."""
        # No matrix product: that would wake threads, many times a second.
        np.einsum(
            "mkd,d->mk" if row.ndim == 1 else "mkd,kd->mk", self._sheet.crossed, row, out=cost
        )
        np.add(cost, self._sheet.squares, out=cost)
        np.add(cost, (row * row).sum(axis=-1), out=cost)
        np.maximum(cost, 0, out=cost)

    def _take(self, best: Costs, age: NDArray[np.int32]) -> None:
        """Take the other way wherever it is the better one."""
        np.less(self._other, best, out=self._better)
        np.minimum(self._other, best, out=best)
        np.copyto(age, self._other_age, where=self._better)
