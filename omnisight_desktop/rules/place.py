"""Where things are, in heights of the picture, whatever its resolution; and what is near to what."""

from __future__ import annotations

from enum import StrEnum
from math import hypot, sqrt

#: ``x1 y1 x2 y2``, where the picture is 1 high and as wide as its shape says.
Box = tuple[float, float, float, float]

_MARGIN = 0.02  # so close to an edge, as a share of the picture, is at the edge


class Edge(StrEnum):
    """A side of the picture."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


def in_heights(box: Box, size: tuple[float, float]) -> Box:
    """A box in pixels of a picture of that width and height."""
    x1, y1, x2, y2 = box
    height = size[1]
    return x1 / height, y1 / height, x2 / height, y2 / height


def middle(box: Box) -> tuple[float, float]:
    """The middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def extent(box: Box) -> float:
    """The longer side of a box."""
    return max(box[2] - box[0], box[3] - box[1], 1e-6)


def overlap(a: Box, b: Box) -> float:
    """What two boxes share of what they cover together."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    both = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared
    return shared / both if both > 0 else 0.0


def apart(a: Box, b: Box) -> float:
    """How far two things are from one another, in their own sizes."""
    (ax, ay), (bx, by) = middle(a), middle(b)
    # The geometric mean: what is far off and small is not near to what is large and close.
    return hypot(bx - ax, by - ay) / sqrt(extent(a) * extent(b))


def room_to(edge: Edge, box: Box, aspect: float) -> float:
    """How far a box is from an edge; less than nothing where it reaches beyond."""
    if edge is Edge.LEFT:
        return box[0]
    if edge is Edge.RIGHT:
        return aspect - box[2]
    return box[1] if edge is Edge.TOP else 1.0 - box[3]


def edges_at(box: Box, aspect: float) -> tuple[Edge, ...]:
    """The edges of the picture that a box touches."""
    return tuple(
        edge
        for edge in Edge
        if room_to(edge, box, aspect)
        <= _MARGIN * (aspect if edge in (Edge.LEFT, Edge.RIGHT) else 1.0)
    )
