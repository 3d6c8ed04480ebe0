"""What a person draws on the picture of a camera: zones, and lines that are crossed."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, isfinite

from omnisight_desktop.core.camera import Area
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.rules.shape import area_of, crossed

_LEAST_AREA = 1e-5  # of the picture; what is smaller was drawn by mistake
_LEAST_LENGTH = 1e-3
_MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class Zone:
    """An area of the picture; its corners are 0..1 of the picture's width and height."""

    name: str
    corners: Area

    def __post_init__(self) -> None:
        what = f"The zone '{self.name}'"
        _check_points(what, self.name, self.corners, least=3)
        if area_of(self.corners) < _LEAST_AREA:
            raise UsageError(f"{what} covers next to nothing.", fix="Draw it larger.")
        if crossed(self.corners):
            raise UsageError(
                f"The outline of the zone '{self.name}' crosses itself.",
                fix="Give its corners in the order in which they lie around it.",
            )


@dataclass(frozen=True, slots=True)
class Line:
    """A line over the picture, drawn from point to point, 0..1 of its width and height.

    Who goes to the right-hand side, as seen by somebody who walks along it from its first point, goes
    in: a line that is drawn from left to right is gone into from above.
    """

    name: str
    points: Area

    def __post_init__(self) -> None:
        what = f"The line '{self.name}'"
        _check_points(what, self.name, self.points, least=2)
        steps = zip(self.points, self.points[1:], strict=False)
        if any(hypot(bx - ax, by - ay) < _LEAST_LENGTH for (ax, ay), (bx, by) in steps):
            raise UsageError(f"{what} has two points in one place.", fix="Draw it longer.")


def _check_points(what: str, name: str, points: Area, *, least: int) -> None:
    if not name.strip():
        raise UsageError(f"{what} has no name.", fix="Give it one.")
    if not least <= len(points) <= _MOST_POINTS:
        raise UsageError(
            f"{what} has {len(points)} points.", fix=f"Give it {least} to {_MOST_POINTS}."
        )
    for point in points:
        if not all(isfinite(value) and 0 <= value <= 1 for value in point):
            raise UsageError(
                f"{what} has a point at {point[0]:g}, {point[1]:g}, which is not in the picture.",
                fix="Places go from 0 to 1: 0, 0 is the upper left corner, 1, 1 the lower right.",
            )
