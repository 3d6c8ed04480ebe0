"""Points against areas and lines, many at once. Lengths are in heights of the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]  # (N, 2)
Point = tuple[float, float]
Edge = tuple[Point, Point]


def sides(corners: Sequence[Point]) -> list[Edge]:
    """The sides of an area, from corner to corner and back to the first."""
    return list(zip(corners, [*corners[1:], corners[0]], strict=True))


def inside(points: Points, corners: Sequence[Point]) -> NDArray[np.bool_]:
    """Which points lie in an area: those from which a ray leaves it an odd number of times."""
    x, y = points[:, 0], points[:, 1]
    found = np.zeros(len(points), np.bool_)
    for (ax, ay), (bx, by) in sides(corners):
        if ay == by:
            continue
        passes = (ay > y) != (by > y)
        found ^= passes & (x < ax + (y - ay) * ((bx - ax) / (by - ay)))
    return found


def distance(points: Points, edges: Sequence[Edge]) -> NDArray[np.float64]:
    """How far each point is from the nearest of these edges; endlessly far where there are none."""
    nearest = np.full(len(points), np.inf)
    for (ax, ay), (bx, by) in edges:
        dx, dy = bx - ax, by - ay
        px, py = points[:, 0] - ax, points[:, 1] - ay
        along = np.clip((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0)
        px -= along * dx
        py -= along * dy
        np.minimum(nearest, px * px + py * py, out=nearest)
    return np.asarray(np.sqrt(nearest), np.float64)


def passes(start: Points, end: Points, edge: Edge) -> NDArray[np.int8]:
    """How each step goes over an edge: 1 to its right-hand side, -1 to its left, 0 not at all.

    A point on the edge belongs to its right-hand side, so that who halts on it passes once.
    """
    first, last = edge
    before, after = _right_of(edge, start), _right_of(edge, end)
    ways = after.astype(np.int8) - before.astype(np.int8)
    step = end - start
    split = _turn(step, first, start) != _turn(step, last, start)
    return np.asarray(np.where(split, ways, 0), np.int8)


def area_of(corners: Sequence[Point]) -> float:
    """What an area covers."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in sides(corners))) / 2


def crossed(corners: Sequence[Point]) -> bool:
    """Whether sides of this outline cross one another, so that nobody can say what is inside."""
    return any(_meet(one, other) for one, other in _strangers(sides(corners)))


def _strangers(edges: list[Edge]) -> Iterator[tuple[Edge, Edge]]:
    """Each two sides that share no corner."""
    for number, edge in enumerate(edges):
        for other in range(number + 2, len(edges)):
            if other - number < len(edges) - 1:
                yield edge, edges[other]


def _meet(one: Edge, other: Edge) -> bool:
    turns = [
        (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
        for (a, b), across in ((one, other), (other, one))
        for p in across
    ]
    return turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0


def _right_of(edge: Edge, points: Points) -> NDArray[np.bool_]:
    (ax, ay), (bx, by) = edge
    turn = (bx - ax) * (points[:, 1] - ay) - (by - ay) * (points[:, 0] - ax)
    return np.asarray(turn >= 0, np.bool_)


def _turn(step: Points, point: Point, start: Points) -> NDArray[np.bool_]:
    turn = step[:, 0] * (point[1] - start[:, 1]) - step[:, 1] * (point[0] - start[:, 0])
    return np.asarray(turn >= 0, np.bool_)
