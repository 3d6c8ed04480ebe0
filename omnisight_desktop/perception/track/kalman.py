"""Guessing where boxes will be next: a Kalman filter over many boxes at once, in seconds.

A box is its middle, its width and its height, each with a speed; the four are filtered apart from
each other, so that a crowd costs a few sums. Doubt scales with the height: near and far people are
treated alike.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.perception.track.tuning import Tuning

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

_LEAST = 1.0  # pixels; a box without a size is nowhere


class Belief:
    """Where many boxes are believed to be, row by row, and with how much doubt."""

    def __init__(self, tuning: Tuning) -> None:
        self._tuning = tuning
        self._speed_noise = np.asarray([tuning.turn, tuning.turn, tuning.swell, tuning.swell])
        self.place: Floats = np.zeros((0, 4))
        self.speed: Floats = np.zeros((0, 4))
        # Variances: of the place, of place and speed together, of the speed.
        self._doubt: Floats = np.zeros((3, 0, 4))

    def __len__(self) -> int:
        return len(self.place)

    def add(self, seen: Floats) -> None:
        """Boxes, as middle and size, that are seen for the first time."""
        scale = seen[:, 3:4]
        doubt = np.zeros((3, len(seen), 4))
        doubt[0] = (2 * self._tuning.measured * scale) ** 2
        doubt[2] = (self._speed_noise / self._tuning.turn * self._tuning.first_speed * scale) ** 2
        self.place = np.concatenate([self.place, seen])
        self.speed = np.concatenate([self.speed, np.zeros_like(seen)])
        self._doubt = np.concatenate([self._doubt, doubt], axis=1)

    def keep(self, which: NDArray[np.bool_]) -> None:
        """Forget all other rows."""
        self.place, self.speed = self.place[which], self.speed[which]
        self._doubt = self._doubt[:, which]

    def predict(self, step_s: float) -> None:
        """Let time go by."""
        scale = self.place[:, 3:4]
        place, both, speed = self._doubt
        self.place = self.place + step_s * self.speed
        np.maximum(self.place[:, 2:], _LEAST, out=self.place[:, 2:])
        place += step_s * (2 * both + step_s * speed) + (self._tuning.drift * scale) ** 2 * step_s
        both += step_s * speed
        speed += (self._speed_noise * scale) ** 2 * step_s

    def correct(self, rows: Rows, seen: Floats) -> None:
        """Take in that the boxes of these rows were seen there."""
        doubt = self._doubt[:, rows]
        place, both, speed = doubt
        sure = place + self._noise(rows)
        place_gain, speed_gain = place / sure, both / sure
        surprise = seen - self.place[rows]
        self.place[rows] += place_gain * surprise
        self.speed[rows] += speed_gain * surprise
        speed -= speed_gain * both
        both *= 1 - place_gain
        place *= 1 - place_gain
        self._doubt[:, rows] = doubt

    def shift(self, by: Floats) -> None:
        """The camera moved: everything is somewhere else in the picture."""
        self.place[:, :2] += by

    def stop_growing(self, which: NDArray[np.bool_]) -> None:
        """Nobody saw these: they go on as they went, but a guess at their size only gets worse."""
        self.speed[which, 2:] = 0

    def take_back(self, rows: Rows, unseen_s: Floats) -> None:
        """These stand after all: back to where they were seen so many seconds ago."""
        self.place[rows] -= self.speed[rows] * unseen_s[:, None]
        self.speed[rows] = 0

    def spread(self, rows: Rows) -> Floats:
        """The variance of what is measured of the middle, were the belief all but certain."""
        return np.asarray(0.1 * self._doubt[0, rows, :2] + self._noise(rows))

    def boxes(self) -> Floats:
        """The believed boxes as corners."""
        return corners(self.place)

    def _noise(self, rows: Rows) -> Floats:
        return np.asarray((self._tuning.measured * self.place[rows, 3:4]) ** 2)


def corners(places: Floats) -> Floats:
    """Middle and size to ``x1 y1 x2 y2``."""
    half = places[:, 2:] / 2
    return np.concatenate([places[:, :2] - half, places[:, :2] + half], axis=1)


def places(boxes: Boxes | Floats) -> Floats:
    """``x1 y1 x2 y2`` to middle and size."""
    low, high = boxes[:, :2].astype(np.float64), boxes[:, 2:].astype(np.float64)
    return np.concatenate([(low + high) / 2, np.maximum(high - low, 1e-3)], axis=1)
