"""The peer: what one would write in an afternoon, a plain test of each point, and no patience.

It asks of each point in which zones it lies and over which line the step went; it keeps no rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.rules.rule import Rulebook

_Point = tuple[float, float]


def crossings_by_hand(paths: Sequence[TrackPath], book: Rulebook) -> int:
    """How often a step of a path goes over a line."""
    crossed = 0
    for path in paths:
        before: _Point | None = None
        for x1, _, x2, y2 in path.boxes.tolist():
            foot = (x1 + x2) / 2, y2
            for zone in book.zones:
                _is_in(foot, zone.corners)
            if before is not None:
                for line in book.lines:
                    for first, last in zip(line.points, line.points[1:], strict=False):
                        crossed += _meet(before, foot, first, last)
            before = foot
    return crossed


def _is_in(point: _Point, corners: Sequence[_Point]) -> bool:
    x, y = point
    found = False
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            found = not found
    return found


def _meet(a: _Point, b: _Point, c: _Point, d: _Point) -> bool:
    return _turn(a, b, c) != _turn(a, b, d) and _turn(c, d, a) != _turn(c, d, b)


def _turn(a: _Point, b: _Point, c: _Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) >= 0
