"""How far off a gesture may be: more where its takes differ, less where something else is near."""

from __future__ import annotations

import numpy as np
import pytest

from omnisight_desktop.core.gesture import Gesture, Pose, Take
from omnisight_desktop.perception.gesture.everyday import everyday, everyday_take
from omnisight_desktop.perception.gesture.lexicon import lexicon_of
from omnisight_desktop.perception.gesture.spotter import Spotter
from tests.fakes.bodies import Way, moving, pushing, taught, waving


def reach(*gestures: Gesture) -> float:
    made = lexicon_of(gestures)
    assert made is not None
    return float(made.reach.off[0])


def grown(by: float) -> Gesture:
    """Somebody waves, and each time by so much higher than before."""

    def way(extra: float) -> object:
        def up(share: float) -> tuple[float, float]:
            x, y = waving(share)
            return x * (1 + extra), 1.1 - (1.1 - y) * (1 + extra)

        return up

    takes = [moving(way(by * n), seed=n) for n in range(3)]  # type: ignore[arg-type]
    return taught("wave", *takes)


def test_takes_that_differ_let_the_gesture_differ() -> None:
    assert reach(grown(0.0)) < reach(grown(0.3))


def test_a_gesture_that_is_near_another_has_less_reach() -> None:
    push = taught("push", moving(pushing, seed=5))

    def almost(share: float) -> tuple[float, float]:
        x, y = pushing(share)
        return x, y * 0.85 + 0.16

    twin = taught("shove", moving(almost, seed=6))
    alone = reach(push)
    assert reach(push, twin) <= alone
    assert reach(push, taught("wave", moving(waving))) == alone


def test_confidence_falls_with_distance_and_is_the_threshold_at_the_edge() -> None:
    made = lexicon_of([taught("wave", moving(waving)), taught("push", moving(pushing))])
    assert made is not None
    edge = made.reach.off
    assert made.reach.confidence(edge) == pytest.approx(0.7, abs=1e-3)
    steps = [made.reach.confidence(edge * share) for share in (0.0, 0.5, 1.0, 2.0, 50.0)]
    assert (np.diff(np.stack(steps), axis=0) < 0).all()
    assert steps[0].min() > 0.99
    assert steps[-1].max() < 0.02


def test_everyday_life_is_always_the_same_and_nobody_leaves_the_ground() -> None:
    rows = everyday(15.0)
    assert rows is everyday(15.0)
    take = everyday_take(15.0, 20.0)
    assert np.isfinite(take.points).all()
    assert np.array_equal(take.points, everyday_take(15.0, 20.0).points)
    hips = take.points[:, 23:25, 1]
    assert np.ptp(hips) < 60  # of a trunk of two hundred pixels


def lopsided(by: float, seed: int, high: float = 1.0) -> Take:
    """Both arms wave so high, the right one by so much higher than the left one."""

    def way(size: float) -> Way:
        def up(share: float) -> tuple[float, float]:
            x, y = waving(share)
            return x, 1.1 - (1.1 - y) * size

        return up

    return moving(way(high + by), way(high - by), seed=seed)


def test_takes_that_differ_as_much_as_their_mirror_images_reach_beyond_them() -> None:
    takes = [lopsided(0.1, n, high) for n, high in enumerate((0.7, 1.0, 1.4))]
    known = lexicon_of([taught("hooray", *takes)])
    assert known is not None
    assert known.reach.off.min() > 0.3


def test_one_take_reaches_no_farther_because_its_mirror_image_counts_as_well() -> None:
    once = moving(waving)
    assert reach(taught("wave", once, mirrored=True)) == pytest.approx(reach(taught("wave", once)))
    takes = [moving(waving, seed=n) for n in range(3)]
    either = reach(taught("wave", *takes, mirrored=True))
    assert either == pytest.approx(reach(taught("wave", *takes)))


@pytest.mark.parametrize("mirrored", [False, True])
def test_what_is_shown_on_one_side_each_time_stays_on_that_side(mirrored: bool) -> None:
    known = lexicon_of([taught("hooray", *(lopsided(0.25, n) for n in range(3)))])
    assert known is not None
    spotter, shown, found = Spotter(known), lopsided(0.25, 9), []
    shown = shown.mirrored() if mirrored else shown
    for points, at_s in zip(shown.points, shown.times_s, strict=True):
        found += spotter.see(Pose(points), float(at_s))
    assert len(found + spotter.close()) == (0 if mirrored else 1)


@pytest.mark.parametrize("threshold", [0.05, 0.5, 0.7, 0.95])
def test_who_is_too_far_off_to_be_sure_is_known_without_asking(threshold: float) -> None:
    made = lexicon_of([grown(0.2), taught("push", moving(pushing))])
    assert made is not None
    edge = made.reach.farthest(threshold)
    assert made.reach.confidence(edge) == pytest.approx(threshold, abs=1e-3)
    beyond = made.possible(threshold) * np.float32(1.001)
    assert (made.confidence(beyond) < threshold).all()
