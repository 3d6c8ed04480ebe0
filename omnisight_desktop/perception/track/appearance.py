"""The colours of a thing, roughly: enough to see that the car which stands there now is another one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.frame import Picture

_SIDE = 16  # pixels a side that are looked at
_CELLS = 6  # a side of the table of colours
_LEAST = 4  # pixels a side; what is smaller has no colours

Colours = NDArray[np.float64]


def colours(picture: Picture, box: tuple[float, float, float, float]) -> Colours | None:
    """How much of which colour a box holds, be it a little lighter or darker; None for too few pixels."""
    x1, y1, x2, y2 = box
    # The middle of a box is the thing itself; its rim is the street behind it.
    dx, dy = (x2 - x1) * 0.15, (y2 - y1) * 0.15
    left, right = max(0, int(x1 + dx)), min(picture.width, int(x2 - dx))
    top, bottom = max(0, int(y1 + dy)), min(picture.height, int(y2 - dy))
    if right - left < _LEAST or bottom - top < _LEAST:
        return None
    rows = np.linspace(top, bottom - 1, _SIDE).astype(np.intp)
    columns = np.linspace(left, right - 1, _SIDE).astype(np.intp)
    pixels = picture.bgr()[rows][:, columns].reshape(-1, 3).astype(np.float64)
    light = pixels.sum(axis=1) + 1
    blue, red = pixels[:, 0] / light, pixels[:, 2] / light
    # Greys lie around a third; most of what people own lies between a sixth and a half.
    cells = np.clip(((np.stack([blue, red]) - 1 / 6) * 3 * _CELLS).astype(np.intp), 0, _CELLS - 1)
    tones = np.clip((light / 768 * 3).astype(np.intp), 0, 2)
    table = np.bincount((cells[0] * _CELLS + cells[1]) * 3 + tones, minlength=_CELLS**2 * 3)
    return np.asarray(table / table.sum())


def alike(a: Colours, b: Colours) -> float:
    """1 for the same colours, 0 for none in common."""
    return float(np.sqrt(a * b).sum())
