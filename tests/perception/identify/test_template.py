"""Looks put together: the clear ones count, few and different ones are remembered."""

from __future__ import annotations

import numpy as np

from omnisight_desktop.perception.identify.spread import choose, is_new
from omnisight_desktop.perception.identify.template import Look, Template
from tests.perception.identify.looks import NOON, near, somebody, template

ANNA = somebody(1)


def test_a_clear_look_outweighs_many_poor_ones() -> None:
    both = Template()
    both.add(Look(ANNA, 0.9, 2.5, NOON))
    for number in range(6):
        both.add(Look(somebody(20 + number), 0.3, 0.3, NOON))
    assert float(both.vector @ ANNA) > 0.99


def test_only_so_many_looks_are_kept_and_the_poorest_goes() -> None:
    many = template(ANNA, looks=12)
    many.add(Look(ANNA, 0.01, 0.1, NOON))
    assert len(many) == 12
    assert min(look.quality for look in many.looks) == 0.9
    assert many.seen == 13


def test_looks_of_one_agree_more_than_looks_of_two() -> None:
    one = template(ANNA, looks=4)
    two = template(ANNA, looks=4)
    for look in template(somebody(5), looks=4, seed=30).looks:
        two.add(look)
    assert one.unity > 0.8
    assert two.unity < 0.1
    assert template(ANNA, looks=3).unity == 1.0  # too few to tell


def test_an_empty_one_says_nothing() -> None:
    nothing = Template()
    assert len(nothing) == 0
    assert nothing.clarity == 0.0
    assert nothing.lasted_s == 0.0


def test_those_remembered_are_unlike_one_another() -> None:
    vectors = np.stack([ANNA, near(ANNA, 0.99), near(ANNA, 0.7, 1), near(ANNA, 0.7, 2)])
    assert set(choose(vectors, [1.0, 0.9, 0.5, 0.5], most=3)) == {0, 2, 3}
    assert choose(np.zeros((0, 64), np.float32), []) == []


def test_what_is_as_good_as_known_is_not_new() -> None:
    known = np.stack([ANNA])
    assert not is_new(near(ANNA, 0.97), known)
    assert is_new(near(ANNA, 0.8), known)
