"""What is veiled cannot be brought back; all the rest is as it was."""

from __future__ import annotations

import numpy as np
import pytest

from omnisight_desktop.pipeline.film.veil import Planes, even, parts, veil, veil_but

WIDTH, HEIGHT = 160, 120


@pytest.fixture
def planes() -> Planes:
    """A picture in which every pixel is another."""
    return np.random.default_rng(1).integers(16, 236, (HEIGHT * 3 // 2, WIDTH), np.uint8)


@pytest.mark.parametrize(
    "box", [(0.25, 0.25, 0.75, 0.75), (-0.2, -0.1, 0.3, 0.4), (0.9, 0.9, 2.0, 2.0)]
)
def test_nothing_of_the_grain_is_left_and_the_rest_is_untouched(
    planes: Planes, box: tuple[float, float, float, float]
) -> None:
    before = planes.copy()
    veil(planes, [box])
    inside = even(box, WIDTH, HEIGHT)
    for part, was in zip(parts(planes, inside), parts(before, inside), strict=True):
        assert part.std() < was.std() / 4
        part[...] = was
    assert (planes == before).all()


def test_what_differs_only_in_detail_looks_the_same_under_a_veil() -> None:
    stripes = np.full((HEIGHT * 3 // 2, WIDTH), 100, np.uint8)
    stripes[:HEIGHT:2] += 60
    checks = np.full((HEIGHT * 3 // 2, WIDTH), 100, np.uint8)
    checks[:HEIGHT:2, ::2] += 60
    checks[1:HEIGHT:2, 1::2] += 60
    whole = [(0.1, 0.1, 0.9, 0.9)]
    veil(stripes, whole)
    veil(checks, whole)
    inside = even(whole[0], WIDTH, HEIGHT)
    apart = np.abs(parts(stripes, inside)[0].astype(int) - parts(checks, inside)[0].astype(int))
    assert apart.max() <= 2


def test_everything_but_what_is_kept(planes: Planes) -> None:
    before, kept = planes.copy(), (0.5, 0.25, 0.75, 0.75)
    veil_but(planes, [kept])
    inside = even(kept, WIDTH, HEIGHT)
    for part, was in zip(parts(planes, inside), parts(before, inside), strict=True):
        assert (part == was).all()
    left = parts(planes, (0, 0, inside[0], HEIGHT))[0]
    assert left.std() < before.std() / 4


def test_an_empty_or_absent_box_changes_nothing(planes: Planes) -> None:
    before = planes.copy()
    veil(planes, [(0.5, 0.5, 0.5, 0.5), (1.2, 0.1, 1.4, 0.3), (-0.5, 0.0, -0.1, 1.0)])
    assert (planes == before).all()
