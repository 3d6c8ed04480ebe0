"""Where somebody is between two sightings, and what covers them when nobody can be sure."""

from __future__ import annotations

import numpy as np
import pytest

from omnisight_desktop.pipeline.film.trail import HOLD_S, LEAD_S, Box, Cast, Trail


def trail(*sightings: tuple[float, float]) -> Trail:
    """One whose box is a fifth wide and begins at those places."""
    times = np.asarray([at_s for at_s, _ in sightings], np.float64)
    boxes = np.asarray([(x, 0.4, x + 0.2, 0.8) for _, x in sightings], np.float32)
    return Trail("somebody", 0, times, boxes)


def holds(cover: Box | None, box: Box) -> bool:
    """Whether a box lies in the cover."""
    assert cover is not None
    return cover[0] <= box[0] and cover[1] <= box[1] and cover[2] >= box[2] and cover[3] >= box[3]


def test_between_two_sightings_one_goes_straight() -> None:
    walking = trail((10.0, 0.1), (10.4, 0.3))
    assert walking.box_at(10.0) == pytest.approx((0.1, 0.4, 0.3, 0.8))
    assert walking.box_at(10.1) == pytest.approx((0.15, 0.4, 0.35, 0.8))
    assert walking.box_at(10.4) == pytest.approx((0.3, 0.4, 0.5, 0.8))


def test_nothing_is_drawn_where_nobody_was_seen() -> None:
    gone = trail((10.0, 0.1), (10.2, 0.1), (20.0, 0.7), (20.2, 0.7))
    assert gone.box_at(9.9) is None
    assert gone.box_at(10.4) == pytest.approx((0.1, 0.4, 0.3, 0.8))
    assert gone.box_at(15.0) is None
    assert gone.box_at(20.0) == pytest.approx((0.7, 0.4, 0.9, 0.8))
    assert gone.box_at(21.0) is None


def test_a_path_that_was_thinned_out_is_followed_all_the_same() -> None:
    long = trail(*((10.0 + 6 * step, 0.1 + 0.01 * step) for step in range(10)))
    for second in np.arange(10.0, 64.0, 0.5):
        assert long.box_at(float(second)) is not None


def test_a_cover_holds_wherever_they_may_be() -> None:
    running = trail((10.0, 0.1), (10.2, 0.3), (10.4, 0.5))
    for at_s in np.arange(10.0, 10.4, 0.02):
        cover = running.cover_at(float(at_s))
        for sure in (at_s - 0.2, at_s, at_s + 0.2):
            box = running.box_at(float(min(max(sure, 10.0), 10.4)))
            assert box is not None
            assert holds(cover, box)


def test_a_cover_reaches_over_the_head_and_to_the_sides() -> None:
    cover = trail((10.0, 0.4), (12.0, 0.4)).cover_at(11.0)
    assert cover is not None
    assert cover[0] < 0.38
    assert cover[1] < 0.36
    assert cover[2] > 0.62
    assert cover[3] > 0.84


def test_in_a_hole_both_ends_and_the_way_between_them_are_covered() -> None:
    hidden = trail((10.0, 0.1), (30.0, 0.7))
    for at_s in (10.5, 20.0, 29.5):
        assert holds(hidden.cover_at(at_s), (0.1, 0.4, 0.9, 0.8))


def test_they_are_covered_before_they_were_seen_and_after_and_more_and_more() -> None:
    seen = trail((10.0, 0.4), (11.0, 0.4))
    before, there, after = (seen.cover_at(at) for at in (10.0 - LEAD_S, 10.5, 11.0 + HOLD_S))
    assert there is not None
    assert before is not None
    assert after is not None
    assert holds(before, there)
    assert holds(after, there)
    assert before[0] < there[0] - 0.05
    assert seen.cover_at(10.0 - LEAD_S - 0.1) is None
    assert seen.cover_at(11.0 + HOLD_S + 0.1) is None


def test_of_many_only_those_who_are_there_are_looked_at() -> None:
    many = [trail((float(at), 0.1), (at + 1.0, 0.2)) for at in range(0, 1000, 10)]
    cast = Cast(reversed(many))
    shown = {at: len(list(cast.seen(float(at)))) for at in range(0, 1000, 5)}
    assert shown == {at: 1 if at % 10 == 0 else 0 for at in range(0, 1000, 5)}
    assert len(cast.at(998.0)) == 0
