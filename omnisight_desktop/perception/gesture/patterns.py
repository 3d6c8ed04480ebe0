"""A bank of simple patterns laid over a movement: how often, how strongly and how weakly each is there.

The patterns are drawn by chance, the same ones each time. What they say is weighed by ridge
regression, which needs no more examples than there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.perception.gesture.distance import Rows
from omnisight_desktop.perception.gesture.product import product

_SEED = 20260101
_EACH = 120  # patterns of each reach and view
_REACHES = (1, 2, 4, 7)  # rows from one of a pattern's points to the next
_POINTS = 9
_RIDGE = 0.1

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The bank, and from where on each pattern counts as being there."""

    scale: Rows
    weights: tuple[Rows, ...]  # for each view and reach: points x channels x patterns
    levels: tuple[Rows, ...]

    @classmethod
    def over(cls, movements: Sequence[Rows]) -> Patterns:
        """A bank for movements such as these, which all have so many rows."""
        chance = np.random.default_rng(_SEED)
        stack = np.stack(movements)
        scale = stack.reshape(-1, stack.shape[2]).std(axis=0) + 1e-6
        weights, levels = [], []
        for view in _views(stack / scale):
            for reach in _REACHES:
                drawn = _drawn(chance, stack.shape[2])
                found = _laid(view, drawn, reach).reshape(-1, _EACH)
                shares = chance.uniform(0.1, 0.9, _EACH)
                level = np.quantile(found, shares, axis=0).diagonal()
                weights.append(drawn)
                levels.append(np.asarray(level, np.float32))
        return cls(np.asarray(scale, np.float32), tuple(weights), tuple(levels))

    def describe(self, movements: Sequence[Rows]) -> Values:
        """A row for each movement."""
        views = _views(np.stack(movements) / self.scale)
        parts = []
        number = 0
        for view in views:
            for reach in _REACHES:
                found = _laid(view, self.weights[number], reach)
                there = (found > self.levels[number]).mean(axis=1)
                parts += [there, found.max(axis=1), found.min(axis=1), found.mean(axis=1)]
                number += 1
        return np.concatenate(parts, axis=1).astype(np.float64)


def ridge(known: Values, targets: Values, asked: Values) -> Values:
    """What the targets would be of those asked about."""
    middle, spread = known.mean(axis=0), known.std(axis=0) + 1e-3
    own, theirs = (known - middle) / spread, (asked - middle) / spread
    size = known.shape[1]
    alike = own @ own.T / size + _RIDGE * np.eye(len(own))
    level = targets.mean(axis=0)
    shares = np.linalg.solve(alike, targets - level)
    return np.asarray(theirs @ own.T / size @ shares + level)


def _views(stack: Rows) -> tuple[Rows, Rows]:
    return np.asarray(stack, np.float32), np.asarray(np.gradient(stack, axis=1) * 3, np.float32)


def _drawn(chance: np.random.Generator, channels: int) -> Rows:
    drawn = chance.normal(size=(_POINTS, channels, _EACH))
    most = np.log2(channels + 1)
    for pattern in range(_EACH):
        count = min(channels, int(2 ** chance.uniform(0, most)))
        out = chance.permutation(channels)[max(1, count) :]
        drawn[:, out, pattern] = 0
    # Most patterns look at shapes; the others at levels, too.
    drawn -= drawn.mean(axis=0, keepdims=True) * (chance.random(_EACH) < 0.7)
    drawn /= np.linalg.norm(drawn.reshape(-1, _EACH), axis=0) + 1e-9
    return np.asarray(drawn, np.float32)


def _laid(view: Rows, drawn: Rows, reach: int) -> Rows:
    room = (_POINTS // 2) * reach
    padded = np.pad(view, ((0, 0), (room, room), (0, 0)), mode="edge")
    rows, channels = view.shape[1], view.shape[2]
    found = np.zeros((len(view), rows, _EACH), np.float32)
    for point in range(_POINTS):
        part = np.ascontiguousarray(padded[:, point * reach : point * reach + rows])
        laid = product(part.reshape(-1, channels), drawn[point])
        found += laid.reshape(len(view), rows, _EACH)
    return found
