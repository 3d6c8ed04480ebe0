"""What keeps to its place, and since when: parked cars, people who wait.

A step is measured in the thing's own size, so that a person who shifts from foot to foot and a box
that trembles stand still.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.perception.track.kalman import Floats, Rows

_STEP = 0.25  # of its longer side
_GROWTH = 1.25  # who comes closer grows
_PATIENCE_S = 1.0  # somebody who walks past cuts a box in two for a moment


class Stillness:
    """The places where tracks stand, row by row."""

    def __init__(self, after_s: float) -> None:
        self._after_s = after_s
        self.place: Floats = np.zeros((0, 4))
        self.since_s: Floats = np.zeros(0)
        self._away_s: Floats = np.zeros(0)  # seen elsewhere since then; nan for who is in place
        self.still: NDArray[np.bool_] = np.zeros(0, np.bool_)

    def add(self, places: Floats, now_s: float) -> None:
        """They were seen for the first time."""
        count = len(places)
        self.place = np.concatenate([self.place, places])
        self.since_s = np.concatenate([self.since_s, np.full(count, now_s)])
        self._away_s = np.concatenate([self._away_s, np.full(count, np.nan)])
        self.still = np.concatenate([self.still, np.zeros(count, np.bool_)])

    def keep(self, which: NDArray[np.bool_]) -> None:
        """Forget all other rows."""
        self.place, self.since_s = self.place[which], self.since_s[which]
        self._away_s, self.still = self._away_s[which], self.still[which]

    def shift(self, by: Floats) -> None:
        """The camera moved, and the places with it."""
        self.place[:, :2] += by

    def see(self, rows: Rows, places: Floats, now_s: float) -> None:
        """Where these are now."""
        was = self.place[rows]
        size = np.maximum(np.maximum(was[:, 2], was[:, 3]), 1)
        grown = np.maximum(places[:, 2], places[:, 3]) / size
        distance = np.hypot(places[:, 0] - was[:, 0], places[:, 1] - was[:, 1]) / size
        here = (distance <= _STEP) & (grown <= _GROWTH) & (grown >= 1 / _GROWTH)
        away = self._away_s[rows]
        away = np.where(here, np.nan, np.where(np.isnan(away), now_s, away))
        # Who does not stand has no place to come back to: the first step leaves it.
        left = ~here & (~self.still[rows] | (now_s - away >= _PATIENCE_S))
        self._away_s[rows] = np.where(left, np.nan, away)
        gone = rows[left]
        self.place[gone], self.since_s[gone] = places[left], now_s
        self.still[rows] = ~left & (
            self.still[rows] | (now_s - self.since_s[rows] >= self._after_s)
        )
