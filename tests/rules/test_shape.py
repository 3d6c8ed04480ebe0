"""Points against areas and lines."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.measures import Measures
from omnisight_desktop.rules.reading import (
    CLEAR,
    INSIDE,
    NEAR,
    NOT_PASSED,
    OUTSIDE,
    UNSURE,
    Reader,
    Sightings,
)
from omnisight_desktop.rules.shape import crossed, distance, inside, passes

# An area with a bay: the letter C.
BAY = (
    (0.1, 0.1),
    (0.9, 0.1),
    (0.9, 0.3),
    (0.4, 0.3),
    (0.4, 0.7),
    (0.9, 0.7),
    (0.9, 0.9),
    (0.1, 0.9),
)


@pytest.mark.parametrize(
    ("point", "is_in"),
    [
        ((0.2, 0.5), True),
        ((0.6, 0.5), False),  # in the bay
        ((0.8, 0.2), True),
        ((0.8, 0.8), True),
        ((0.95, 0.2), False),
        ((0.2, 0.95), False),
    ],
)
def test_an_area_with_a_bay(point: tuple[float, float], is_in: bool) -> None:
    assert inside(np.asarray([point]), BAY)[0] == is_in
    assert inside(np.asarray([point]), BAY[::-1])[0] == is_in


def test_how_far_a_point_is_from_an_edge() -> None:
    points = np.asarray([(0.5, 0.2), (0.0, 0.0), (1.3, 0.4)])
    found = distance(points, [((0.0, 0.0), (1.0, 0.0))])
    assert found == pytest.approx([0.2, 0.0, 0.5])
    assert np.isinf(distance(points, [])).all()


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=40))
def test_a_way_that_ends_where_it_began_has_passed_as_often_each_way(
    places: list[tuple[float, float]],
) -> None:
    grid = np.rint(np.asarray([*places, places[0]]) * 64) / 64
    wall = ((0.5, -1.0), (0.5, 2.0))
    assert passes(grid[:-1], grid[1:], wall).sum() == 0


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_steps_on_the_line_count_as_one(between: list[float]) -> None:
    ys = [0.1, *between, 0.9]
    places = np.asarray([(0.2, 0.5), *((0.5, y) for y in ys), (0.8, 0.5)])
    ways = passes(places[:-1], places[1:], ((0.5, 0.0), (0.5, 1.0)))
    assert ways.tolist().count(-1) == 1
    assert abs(int(ways.sum())) == 1


def test_an_outline_that_crosses_itself() -> None:
    assert crossed([(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)])
    assert not crossed(BAY)
    assert not crossed([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)])


def read(feet: list[tuple[float, float]], zone: Zone, line: Line) -> list[tuple[int, ...]]:
    boxes = np.asarray([(x - 0.02, y - 0.2, x + 0.02, y) for x, y in feet], np.float32)
    before = np.concatenate([boxes[:1], boxes[:-1]])
    gaps = np.asarray([-1] + [200] * (len(feet) - 1), np.int64)
    reader = Reader((zone,), (line,), 16 / 9, Measures())
    data = reader.read(Sightings(boxes, before, gaps))
    return [tuple(data[n * reader.width : (n + 1) * reader.width]) for n in range(len(feet))]


def test_a_reading_says_where_somebody_is() -> None:
    zone = Zone("zone", ((0.0, 0.5), (0.5, 0.5), (0.5, 1.0), (0.0, 1.0)))
    line = Line("line", ((0.6, 0.0), (0.6, 1.0)))
    found = read([(0.3, 0.8), (0.499, 0.8), (0.55, 0.8), (0.602, 0.8), (0.0, 1.0)], zone, line)
    assert found == [
        (INSIDE, CLEAR, NOT_PASSED, 1),
        (UNSURE, CLEAR, NOT_PASSED, 0),
        (OUTSIDE, CLEAR, NOT_PASSED, 0),
        (OUTSIDE, NEAR, NOT_PASSED - 1, 0),
        (INSIDE, CLEAR, NOT_PASSED, 1),  # much too far off to be the same one
    ]


def test_even_the_smallest_zone_has_an_inside() -> None:
    zone = Zone("speck", ((0.5, 0.5), (0.505, 0.5), (0.505, 0.508), (0.5, 0.508)))
    line = Line("line", ((0.1, 0.0), (0.1, 1.0)))
    assert read([(0.5025, 0.504)], zone, line)[0][0] == INSIDE


def test_a_box_that_nobody_could_measure_is_somewhere() -> None:
    zone, line = Zone("all", ((0, 0), (1, 0), (1, 1), (0, 1))), Line("line", ((0, 0), (1, 1)))
    assert len(read([(float("nan"), 0.5), (float("inf"), 0.5), (3.0, -2.0)], zone, line)) == 3
