"""Cutting somebody out of a picture so that the whole of them is in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from omnisight_desktop.core.frame import Image

_ROOM = 0.25  # of the larger side, on every side: arms reach out of boxes
_LEAST_PX = 24


def cut(image: Image, box: Sequence[float]) -> tuple[Image, int, int] | None:
    """The part of a picture around a box, and where its corner lies; nothing where it is too small."""
    height, width = image.shape[:2]
    x1, y1, x2, y2 = (float(value) for value in box)
    if not np.isfinite([x1, y1, x2, y2]).all():
        return None
    room = _ROOM * max(x2 - x1, y2 - y1)
    left, top = max(0, int(x1 - room)), max(0, int(y1 - room))
    right, bottom = min(width, int(x2 + room) + 1), min(height, int(y2 + room) + 1)
    if right - left < _LEAST_PX or bottom - top < _LEAST_PX:
        return None
    return np.ascontiguousarray(image[top:bottom, left:right]), left, top
