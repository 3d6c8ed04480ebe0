"""Spotting: a gesture is told once, by whoever made it, with its beginning and its end."""

from __future__ import annotations

import numpy as np
import pytest

from omnisight_desktop.core.gesture import Gesture, Pose, Take
from omnisight_desktop.perception.gesture.everyday import everyday_take
from omnisight_desktop.perception.gesture.features import SIZE, features_of
from omnisight_desktop.perception.gesture.lexicon import Lexicon, lexicon_of
from omnisight_desktop.perception.gesture.spotter import Spotted, Spotter
from tests.fakes.bodies import circling, hanging, joined, moving, pushing, taught, waving


def lexicon(*gestures: Gesture) -> Lexicon:
    made = lexicon_of(gestures)
    assert made is not None
    return made


@pytest.fixture(scope="module")
def known() -> Lexicon:
    """A wave and a circle, each shown three times."""
    return lexicon(
        taught("wave", *(moving(waving, seed=n, seconds=1.8 + 0.2 * n) for n in range(3))),
        taught("circle", *(moving(circling, seed=n + 10, seconds=2 + 0.2 * n) for n in range(3))),
    )


def watch(spotter: Spotter, take: Take, since_s: float = 0.0) -> list[Spotted]:
    found = []
    for points, at_s in zip(take.points, take.times_s, strict=True):
        found += spotter.see(Pose(points), since_s + float(at_s))
    return found


REST = moving(seconds=1.5, seed=90)


@pytest.mark.parametrize("seconds", [1.4, 2.0, 2.7])
@pytest.mark.parametrize(("way", "label"), [(waving, "wave"), (circling, "circle")])
def test_a_gesture_is_recognised_at_any_pace_and_told_once(
    known: Lexicon, way: object, label: str, seconds: float
) -> None:
    shown = moving(way, seconds=seconds, seed=40)  # type: ignore[arg-type]
    found = watch(Spotter(known), joined(REST, shown, REST))
    assert [one.label for one in found] == [label]
    assert found[0].start_s == pytest.approx(1.5, abs=0.5)
    assert found[0].end_s == pytest.approx(1.5 + seconds, abs=0.5)
    assert found[0].confidence >= 0.7


@pytest.mark.parametrize("size_px", [60.0, 500.0])
def test_near_or_far_it_is_the_same_gesture(known: Lexicon, size_px: float) -> None:
    shown = joined(*(moving(w, size_px=size_px, seed=41) for w in (hanging, waving, hanging)))
    assert [one.label for one in watch(Spotter(known), shown)] == ["wave"]


def test_two_gestures_one_after_the_other_are_two(known: Lexicon) -> None:
    shown = joined(REST, moving(waving, seed=42), REST, moving(circling, seed=43), REST)
    assert [one.label for one in watch(Spotter(known), shown)] == ["wave", "circle"]


def test_the_poses_of_the_performance_come_with_it(known: Lexicon) -> None:
    [found] = watch(Spotter(known), joined(REST, moving(waving, seed=44), REST))
    assert found.take.length_s == pytest.approx(found.end_s - found.start_s, abs=0.3)
    hand = found.take.points[:, 16, 1]
    assert hand.max() - hand.min() > 200  # it was lifted


def test_a_gesture_that_was_just_finished_counts_when_nobody_looks_on(known: Lexicon) -> None:
    spotter = Spotter(known)
    assert watch(spotter, joined(REST, moving(waving, seed=45))) == []
    assert [one.label for one in spotter.close()] == ["wave"]
    assert spotter.close() == []


def test_a_mirrored_gesture_is_another_unless_it_was_wished(known: Lexicon) -> None:
    left = joined(REST, moving(left=waving, seed=46), REST)
    assert watch(Spotter(known), left) == []
    either = lexicon(taught("wave", moving(waving, seed=1), moving(waving, seed=2), mirrored=True))
    assert [one.label for one in watch(Spotter(either), left)] == ["wave"]


def test_everyday_life_and_other_movements_are_nothing(known: Lexicon) -> None:
    spotter = Spotter(known)
    assert watch(spotter, everyday_take(15.0, 30.0, seed=77)) == []
    strange = [moving(pushing, seed=n) for n in range(5)]
    assert watch(spotter, joined(REST, *strange), 500.0) == []


def test_who_stands_still_or_is_gone_half_the_time_makes_nothing(known: Lexicon) -> None:
    spotter = Spotter(known)
    assert watch(spotter, moving(seconds=20, seed=3)) == []
    wave = moving(waving, seed=4, seconds=4)
    pieces = Take(wave.points[::30], wave.times_s[::30])  # a pose a second
    assert watch(spotter, pieces, 100.0) == []


def test_after_a_gap_or_a_clock_that_steps_back_it_begins_anew(known: Lexicon) -> None:
    spotter = Spotter(known)
    wave = moving(waving, seed=5)
    half = wave.part(0, 30)
    watch(spotter, half, 1000.0)
    found = watch(spotter, wave.part(30, len(wave)), 1005.0) + watch(spotter, wave, 10.0)
    assert [one.label for one in found + spotter.close()] == ["wave"]


def test_poses_with_holes_are_passed_over(known: Lexicon) -> None:
    shown = joined(REST, moving(waving, seed=47), REST)
    points = shown.points.copy()
    points[::4] = np.nan
    found = watch(Spotter(known), Take(points, shown.times_s))
    assert [one.label for one in found] == ["wave"]


def test_each_person_has_a_state_of_their_own(known: Lexicon) -> None:
    anna, ben = Spotter(known), Spotter(known)
    waves, circles = (joined(REST, moving(w, seed=48), REST) for w in (waving, circling))
    found: list[tuple[str, str]] = []
    for a, b, at_s in zip(waves.points, circles.points, waves.times_s, strict=True):
        found += [("anna", one.label) for one in anna.see(Pose(a), float(at_s))]
        found += [("ben", one.label) for one in ben.see(Pose(b), float(at_s))]
    assert sorted(found) == [("anna", "wave"), ("ben", "circle")]


def test_during_the_cool_down_the_same_gesture_is_not_told_again(known: Lexicon) -> None:
    twice = joined(REST, moving(waving, seed=49), moving(waving, seed=50), REST)
    assert len(watch(Spotter(known, cool_down_s=5.0), twice)) == 1
    assert len(watch(Spotter(known, cool_down_s=0.0), twice)) == 2


def test_confidence_is_there_while_somebody_moves(known: Lexicon) -> None:
    spotter = Spotter(known)
    seen = []
    shown = joined(REST, moving(waving, seed=51), REST)
    for points, at_s in zip(shown.points, shown.times_s, strict=True):
        spotter.see(Pose(points), float(at_s))
        seen.append(spotter.confidences.copy())
    wave, circle = np.max(seen, axis=0)
    assert wave > 0.9
    assert circle < 0.3
    assert seen[20].max() < 0.3  # nothing has been made yet


def test_a_gesture_that_is_switched_off_is_not_looked_for() -> None:
    off = taught("wave", moving(waving), enabled=False)
    assert lexicon_of([off]) is None
    assert lexicon_of([]) is None


def test_two_gestures_that_are_nearly_the_same_are_told_apart_by_the_nearer_one() -> None:
    def smaller(share: float) -> tuple[float, float]:
        x, y = waving(share)
        return x, 1.1 - (1.1 - y) * 0.75

    both = lexicon(
        taught("wave", *(moving(waving, seed=n) for n in range(3))),
        taught("little wave", *(moving(smaller, seed=n) for n in range(3))),
    )
    for way, label in ((waving, "wave"), (smaller, "little wave")):
        found = watch(Spotter(both), joined(REST, moving(way, seed=60), REST))
        assert [one.label for one in found] == [label]


def test_the_rows_of_a_body_do_not_depend_on_place_and_size() -> None:
    near, far = moving(waving, size_px=400), moving(waving, size_px=50)
    assert features_of(near).shape == (len(near), SIZE)
    assert np.abs(features_of(near) - features_of(far)).max() < 0.05
    shifted = near.points.copy()
    shifted[..., 0] += 900
    assert np.abs(features_of(near) - features_of(Take(shifted, near.times_s))).max() < 1e-2
