"""Where something moved: a small grey picture against what it usually looks like."""

from __future__ import annotations

import cv2
import numpy as np

from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes

_WIDTH, _HEIGHT = 160, 90
_THRESHOLD = 14.0  # grey levels; above the grain of a sensor
_SMALLEST_PX = 12  # cells of the small picture
_EVERYWHERE = 0.6  # so much of the picture at once is light or a moved camera, not people
_LEARNING = 0.02  # how fast the still picture follows
_SETTLING = 0.25  # faster while nothing is known yet, or after the light changed


class MotionGate:
    """Keeps one camera's still picture and says where the present one differs."""

    def __init__(self) -> None:
        self._still: np.ndarray[tuple[int, int], np.dtype[np.float32]] | None = None
        self._seen = 0

    def regions(self, picture: Picture) -> Boxes:
        """Boxes around what moves, in the picture's pixels; none while the scene is still."""
        small = cv2.GaussianBlur(picture.luma(_WIDTH, _HEIGHT), (5, 5), 0).astype(np.float32)
        self._seen += 1
        if self._still is None:
            self._still = small
            return EMPTY_BOXES
        moved = cv2.absdiff(small, self._still) > _THRESHOLD
        if moved.mean() > _EVERYWHERE:
            self._still += (small - self._still) * 0.9
            return EMPTY_BOXES
        rate = _SETTLING if self._seen < 15 else _LEARNING
        # What moves must not burn into the still picture as fast as the light does.
        self._still += (small - self._still) * np.where(moved, _LEARNING / 8, rate)
        return self._boxes(moved, picture.width, picture.height)

    def _boxes(
        self, moved: np.ndarray[tuple[int, int], np.dtype[np.bool_]], w: int, h: int
    ) -> Boxes:
        grown = cv2.dilate(moved.astype(np.uint8), np.ones((5, 5), np.uint8), iterations=2)
        count, _, stats, _ = cv2.connectedComponentsWithStats(grown, connectivity=8)
        large = [
            stats[i] for i in range(1, count) if stats[i, cv2.CC_STAT_AREA] >= _SMALLEST_PX * 4
        ]
        if not large:
            return EMPTY_BOXES
        x, y, dx, dy = np.asarray(large, np.float32)[:, :4].T
        cells = np.stack([x, y, x + dx, y + dy], axis=1)
        scale = np.asarray([w / _WIDTH, h / _HEIGHT] * 2, np.float32)
        return np.asarray(cells * scale, np.float32)
