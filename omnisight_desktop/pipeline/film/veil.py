"""Makes parts of a picture unrecognisable: a few large, soft patches of colour and nothing else.

What is under a veil is averaged over cells as large as a third of it, so that neither a face nor
anything else that tells one person from another is left to be brought back.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.pipeline.film.trail import Box

Planes = NDArray[np.uint8]

_CELLS = 3  # across the shorter side of what is hidden
_LEAST_PX = 8.0  # of a cell
_WHOLE_CELLS = 12  # across the shorter side of a picture of which all is hidden


def veil(planes: Planes, boxes: Iterable[Box]) -> None:
    """Hide what lies in boxes of 0..1; they may reach outside."""
    height, width = planes.shape[0] * 2 // 3, planes.shape[1]
    for box in boxes:
        x1, y1, x2, y2 = even(box, width, height)
        if x2 > x1 and y2 > y1:
            _veil_all(planes, (x1, y1, x2, y2), _CELLS)


def veil_but(planes: Planes, boxes: Iterable[Box]) -> None:
    """Hide everything that does not lie in one of the boxes."""
    height, width = planes.shape[0] * 2 // 3, planes.shape[1]
    clear = planes.copy()
    _veil_all(planes, (0, 0, width, height), _WHOLE_CELLS)
    for box in boxes:
        area = even(box, width, height)
        for ours, theirs in zip(parts(planes, area), parts(clear, area), strict=True):
            ours[...] = theirs


def even(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """A box in whole pixels, cut at the edges, such that whole blocks of colour lie in it."""
    left, top = max(0.0, box[0]) * width, max(0.0, box[1]) * height
    right, bottom = min(1.0, box[2]) * width, min(1.0, box[3]) * height
    return (
        math.floor(left / 2) * 2,
        math.floor(top / 2) * 2,
        min(width, math.ceil(right / 2) * 2),
        min(height, math.ceil(bottom / 2) * 2),
    )


def parts(planes: Planes, area: tuple[int, int, int, int]) -> tuple[Planes, Planes, Planes]:
    """That area of brightness and of both colours, as views."""
    height, width = planes.shape[0] * 2 // 3, planes.shape[1]
    x1, y1, x2, y2 = area
    colours = planes[height:].reshape(2, height // 2, width // 2)
    rows, columns = slice(y1 // 2, y2 // 2), slice(x1 // 2, x2 // 2)
    return planes[y1:y2, x1:x2], colours[0, rows, columns], colours[1, rows, columns]


def _veil_all(planes: Planes, area: tuple[int, int, int, int], cells: int) -> None:
    width, height = area[2] - area[0], area[3] - area[1]
    cell = max(_LEAST_PX, min(width, height) / cells)
    grid = max(1, round(width / cell)), max(1, round(height / cell))
    for part in parts(planes, area):
        if part.size:
            size = part.shape[1], part.shape[0]
            few = cv2.resize(part, grid, interpolation=cv2.INTER_AREA)
            part[...] = cv2.resize(few, size, interpolation=cv2.INTER_LINEAR)
