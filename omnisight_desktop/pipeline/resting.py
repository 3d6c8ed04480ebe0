"""What stands where nothing changes needs no look, save for one now and then."""

from __future__ import annotations

from datetime import datetime, timedelta

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.frame import Image, Picture
from omnisight_desktop.core.geometry import Boxes, coverage
from omnisight_desktop.core.track import Track

_CHECK_EVERY = timedelta(seconds=5)
_WIDTH, _HEIGHT = 160, 90
_CHANGED = 18  # grey levels, above the grain of a sensor
_SHARE = 0.04  # of a thing's own cells that may differ
_AIR = 0.3  # a thing's shadow and outline lie around it
_INSIDE = 0.7


class Resting:
    """Remembers how the places of standing things looked when they were last found there."""

    def __init__(self) -> None:
        self._checked_at: datetime | None = None
        self._then: Image | None = None

    def among(self, tracks: tuple[Track, ...], picture: Picture, now: datetime) -> list[Track]:
        """Those that stand and look as they did; none when it is time to look again.

        What stood and is hidden now is looked for as seldom: it comes back, or is given up.
        """
        standing = [t for t in tracks if t.still_since is not None]
        if not standing:
            self._checked_at = None
            return []
        small = picture.luma(_WIDTH, _HEIGHT)
        then, checked_at = self._then, self._checked_at
        if (
            then is None
            or checked_at is None
            or not timedelta(0) <= now - checked_at < _CHECK_EVERY
        ):
            self._then, self._checked_at = small, now
            return []
        changed = cv2.absdiff(small, then) > _CHANGED
        scale = _WIDTH / picture.width, _HEIGHT / picture.height
        return [track for track in standing if not _stirs(track, changed, scale)]


def elsewhere(moved: Boxes, resting: list[Track]) -> Boxes:
    """Movement that is more than the mark which a standing thing leaves in the usual picture."""
    if not len(moved) or not resting:
        return moved
    boxes = np.asarray([track.box for track in resting], np.float32)
    air = (boxes[:, 2:] - boxes[:, :2]) * np.float32(_AIR)
    grown = np.concatenate([boxes[:, :2] - air, boxes[:, 2:] + air], axis=1)
    rest: Boxes = moved[coverage(moved, grown).max(axis=1) < _INSIDE]
    return rest


def _stirs(track: Track, changed: NDArray[np.bool_], scale: tuple[float, float]) -> bool:
    x1, y1, x2, y2 = track.box
    left, right = int(max(0, x1 * scale[0])), int(np.ceil(max(0, x2 * scale[0])))
    top, bottom = int(max(0, y1 * scale[1])), int(np.ceil(max(0, y2 * scale[1])))
    cells = changed[top:bottom, left:right]
    return bool(cells.size) and float(cells.mean()) > _SHARE
