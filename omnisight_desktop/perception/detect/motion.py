"""Where something moved: a small grey picture against what it usually looks like.

In doubt it is open: at the start, after a cut, and while the camera itself moves, everything is worth
a look. Light that changes as a whole is no movement.
"""

from __future__ import annotations

from typing import TypeAlias

import cv2
import numpy as np

from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes

_WIDTH, _HEIGHT = 320, 180
_BLUR = (5, 5)
_LEAST, _MOST = 8.0, 20.0  # grey levels that count as movement,
_ABOVE_GRAIN = 12.0  # so many times the grain of the sensor and of its compression
_GRAINY = 0.05  # how fast the grain is learnt
_SMALLEST_PX = 170  # cells of the small picture, after they were grown together
_EVERYWHERE = 0.6  # so much at once is the camera, or a cut, not people
_OPEN = 4  # looks after the start or a cut, so that who stands still is believed, too
_LEARNING = 0.02  # how fast the still picture follows
_SETTLING = 0.25  # faster while nothing is known yet
_SETTLED = 15  # looks
_BURNING_IN = _LEARNING / 8  # what moves must not become usual as fast as the light does
_KERNEL = np.ones((7, 7), np.uint8)
_FEW = 6  # every so many cells, either way, tell the middle of all
_SIGMA = 1.4826  # of a bell curve, for a median of deviations from its middle

_Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
_Mask: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


class MotionGate:
    """Keeps one camera's still picture and says where the present one differs."""

    def __init__(self) -> None:
        self._still: _Floats | None = None
        self._seen = 0
        self._grain = _LEAST / _ABOVE_GRAIN
        self.stirred = EMPTY_BOXES  # what did move at the last look, without what is open in doubt

    def regions(self, picture: Picture) -> Boxes:
        """Boxes around what moves, in the picture's pixels; none while the scene is still."""
        small = cv2.blur(picture.luma(_WIDTH, _HEIGHT), _BLUR)
        self._seen += 1
        self.stirred = EMPTY_BOXES
        if self._still is None:
            self._still = small.astype(np.float32)
            return _everything(picture)
        difference: _Floats = np.asarray(
            cv2.subtract(small, self._still, dtype=cv2.CV_32F), np.float32
        )
        # A cloud, a lamp, the camera's own exposure: all of it became lighter or darker alike.
        light = float(np.median(difference[::_FEW, ::_FEW]))
        difference -= np.float32(light)
        away = np.abs(difference)
        limit = min(max(_LEAST, _ABOVE_GRAIN * self._grain), _MOST)
        moved: _Mask = np.asarray(cv2.threshold(away, limit, 255, cv2.THRESH_BINARY)[1], np.uint8)
        count = cv2.countNonZero(moved)
        if count > _EVERYWHERE * moved.size:
            self._still, self._seen = small.astype(np.float32), 1
            self.stirred = _everything(picture)
            return self.stirred
        grain = _SIGMA * float(np.median(away[::_FEW, ::_FEW]))
        self._grain += _GRAINY * (grain - self._grain)
        self._learn(difference, light, moved if count else None)
        if count:
            self.stirred = _boxes(moved, picture.width, picture.height)
        return _everything(picture) if self._seen <= _OPEN else self.stirred

    def _learn(self, difference: _Floats, light: float, moved: _Mask | None) -> None:
        """``difference`` is used up."""
        assert self._still is not None
        rate = _SETTLING if self._seen < _SETTLED else _LEARNING
        if moved is not None:
            difference[moved > 0] *= np.float32(_BURNING_IN / rate)
        difference *= np.float32(rate)
        self._still += difference
        self._still += np.float32(light)


def _everything(picture: Picture) -> Boxes:
    return np.asarray([[0, 0, picture.width, picture.height]], np.float32)


def _boxes(moved: _Mask, width: int, height: int) -> Boxes:
    grown = cv2.dilate(moved, _KERNEL)
    count, _, stats, _ = cv2.connectedComponentsWithStats(grown, connectivity=8)
    parts = stats[1:count]
    parts = parts[parts[:, cv2.CC_STAT_AREA] >= _SMALLEST_PX].astype(np.float32)
    if not len(parts):
        return EMPTY_BOXES
    x, y, dx, dy = parts[:, :4].T
    scale = np.asarray([width / _WIDTH, height / _HEIGHT] * 2, np.float32)
    return np.asarray(np.stack([x, y, x + dx, y + dy], axis=1) * scale, np.float32)
