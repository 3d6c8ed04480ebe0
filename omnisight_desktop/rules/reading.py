"""Where sightings are, against all that is drawn: a few bytes for each, made for many at once.

What is seen live and what is stored are read here alike, to the fineness in which paths are stored,
so that a rule finds the same in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.measures import Measures
from omnisight_desktop.rules.shape import Edge, Points, area_of, distance, inside, passes, sides

Flags = NDArray[np.uint8]

OUTSIDE, UNSURE, INSIDE = 0, 1, 2  # of a zone
NEAR, CLEAR = 0, 1  # of a line
NOT_PASSED = 128  # more is so often inwards, less is so often outwards

_STEPS = 4096  # of a picture's side: as fine as paths are stored
_IN_PICTURE = 1e-6  # who stands on the frame of the picture stands in it
_LARGEST_MARGIN = 0.1  # of a zone's own size: the smallest has room inside
_REACH, _REACH_PER_S = (
    1.0,
    6.0,
)  # in its own sizes; nothing goes farther, and what seems to is another
_SMALLEST = 0.02  # heights of the picture: the boxes of what is small jump more
_AT_ONCE = 1 << 17


@dataclass(frozen=True, slots=True, eq=False)
class Sightings:
    """Boxes, and for each what was known of the same thing before: its box, and how long ago.

    Where nothing was, ``gaps_ms`` is below zero.
    """

    boxes: Boxes
    before: Boxes
    gaps_ms: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.boxes)


class Reader:
    """Reads sightings in a picture of one shape against the zones and lines of a camera.

    A reading is a byte for each zone, then two for each line, and a last one that says whether it
    is a fresh start: the first sighting, one after a long time, or one too far off to be the same.
    """

    def __init__(
        self, zones: tuple[Zone, ...], lines: tuple[Line, ...], aspect: float, measures: Measures
    ) -> None:
        self._zones = [_Outline(zone, aspect, measures.margin) for zone in zones]
        self._lines = [_Wire(line, aspect, measures.margin) for line in lines]
        self._aspect = aspect
        self._patience_ms = round(measures.patience_s * 1000)
        self.width = len(zones) + 2 * len(lines) + 1

    def read(self, sightings: Sightings) -> bytes:
        """The readings, one behind the other, each ``width`` long."""
        table = np.empty((len(sightings), self.width), np.uint8)
        for first in range(0, len(sightings), _AT_ONCE):
            part = slice(first, first + _AT_ONCE)
            self._read(sightings, part, table[part])
        return table.tobytes()

    def _read(self, sightings: Sightings, part: slice, table: Flags) -> None:
        boxes, before = as_stored(sightings.boxes[part]), as_stored(sightings.before[part])
        feet, were = self._feet(boxes), self._feet(before)
        anew = self._is_anew(boxes, before, feet - were, sightings.gaps_ms[part])
        for column, zone in enumerate(self._zones):
            table[:, column] = zone.read(feet)
        for number, line in enumerate(self._lines):
            column = len(self._zones) + 2 * number
            table[:, column] = line.clear(feet)
            table[:, column + 1] = np.where(anew, NOT_PASSED, NOT_PASSED + line.passed(were, feet))
        table[:, -1] = anew

    def _feet(self, boxes: Points) -> Points:
        """Where things stand: the middle of the lower side, within the picture."""
        feet = np.stack([(boxes[:, 0] + boxes[:, 2]) / 2, boxes[:, 3]], axis=1)
        return np.clip(feet, _IN_PICTURE, 1 - _IN_PICTURE) * (self._aspect, 1.0)

    def _is_anew(
        self, boxes: Points, before: Points, step: Points, gaps_ms: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        size = np.maximum(self._extent(boxes), self._extent(before))
        reach = np.maximum(size, _SMALLEST) * (_REACH + _REACH_PER_S * gaps_ms / 1000)
        far = np.hypot(step[:, 0], step[:, 1]) > reach
        return np.asarray(far | (gaps_ms < 0) | (gaps_ms >= self._patience_ms), np.bool_)

    def _extent(self, boxes: Points) -> NDArray[np.float64]:
        size = (boxes[:, 2:] - boxes[:, :2]) * (self._aspect, 1.0)
        return np.asarray(size.max(axis=1, initial=0.0), np.float64)


class _Outline:
    """A zone in heights of the picture."""

    def __init__(self, zone: Zone, aspect: float, margin: float) -> None:
        self._corners = _in_heights(zone.corners, aspect)
        # The frame of the picture is no border that somebody could stand on either side of.
        shown = zip(sides(zone.corners), sides(self._corners), strict=True)
        self._borders = [edge for drawn, edge in shown if not _on_frame(drawn)]
        self._margin = min(margin, _LARGEST_MARGIN * sqrt(area_of(self._corners)))

    def read(self, feet: Points) -> Flags:
        sure = np.where(inside(feet, self._corners), INSIDE, OUTSIDE)
        if not self._borders:
            return np.asarray(sure, np.uint8)
        near = distance(feet, self._borders) < self._margin
        return np.asarray(np.where(near, UNSURE, sure), np.uint8)


class _Wire:
    """A line in heights of the picture."""

    def __init__(self, line: Line, aspect: float, margin: float) -> None:
        points = _in_heights(line.points, aspect)
        self._edges: list[Edge] = list(zip(points, points[1:], strict=False))
        self._margin = margin

    def clear(self, feet: Points) -> Flags:
        return np.where(distance(feet, self._edges) < self._margin, NEAR, CLEAR).astype(np.uint8)

    def passed(self, start: Points, end: Points) -> NDArray[np.int64]:
        ways = np.zeros(len(start), np.int64)
        for edge in self._edges:
            ways += passes(start, end, edge)
        return ways


def as_stored(boxes: Boxes) -> Points:
    """Boxes as exact as a stored path holds them."""
    places = np.clip(np.nan_to_num(np.asarray(boxes, np.float32).astype(np.float64)), 0, 1)
    return np.asarray(np.rint(places * _STEPS) / _STEPS, np.float64)


def _in_heights(
    points: tuple[tuple[float, float], ...], aspect: float
) -> list[tuple[float, float]]:
    return [(x * aspect, y) for x, y in points]


def _on_frame(edge: Edge) -> bool:
    (ax, ay), (bx, by) = edge
    return ax == bx in (0.0, 1.0) or ay == by in (0.0, 1.0)
