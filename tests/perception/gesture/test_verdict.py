"""Takes are judged as soon as they are shown, in words that say what to do."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from omnisight_desktop.core.gesture import JOINTS, Take
from omnisight_desktop.perception.gesture.compare import differing, likeness
from omnisight_desktop.perception.gesture.verdict import Fault, judged
from tests.fakes.bodies import circling, hidden, joined, moving, pushing, taught, waving

WAVE = moving(waving)


def spoiled(change: Callable[[np.ndarray[tuple[int, ...], np.dtype[np.float32]]], object]) -> Take:
    points = WAVE.points.copy()
    change(points)
    return Take(points, WAVE.times_s)


def test_a_good_take_is_cut_to_where_something_moves() -> None:
    still = moving(seconds=2.0)
    verdict = judged(joined(still, WAVE, still))
    assert verdict.good
    assert verdict.take is not None
    assert verdict.take.length_s == pytest.approx(WAVE.length_s, abs=0.5)
    assert verdict.take.times_s[0] == 0.0


@pytest.mark.parametrize(
    ("take", "fault", "words"),
    [
        (Take(np.zeros((0, JOINTS, 4), np.float32), np.zeros(0)), Fault.NOBODY, "no pictures"),
        (spoiled(lambda p: p.fill(np.nan)), Fault.NOBODY, "Nobody is seen"),
        (WAVE.part(0, 1), Fault.SHORT, "single picture"),
        (moving(waving, seconds=0.2), Fault.SHORT, "too short"),
        (moving(seconds=3.0), Fault.STILL, "Nothing moves"),
        (joined(*[WAVE] * 8), Fault.LONG, "moves for"),
        (moving(waving, seconds=1000, fps=10), Fault.LONG, "10000 pictures"),
        (hidden(WAVE, 11, 12), Fault.HALF, "Half of the body"),
        (hidden(WAVE, 13, 14, 15, 16), Fault.ARM, "Neither arm"),
        (Take(WAVE.points, WAVE.times_s[::-1]), Fault.BROKEN, "do not go forward"),
        (Take(WAVE.points, WAVE.times_s * np.nan), Fault.BROKEN, "do not go forward"),
        (spoiled(lambda p: p.fill(1e9)), Fault.BROKEN, "nowhere near"),
    ],
)
def test_what_is_wrong_is_said_in_words(take: Take, fault: Fault, words: str) -> None:
    verdict = judged(take)
    assert verdict.fault is fault
    assert words in verdict.reason
    assert verdict.fix
    assert verdict.take is None


def test_the_arm_that_is_not_visible_is_named() -> None:
    points = WAVE.points.copy()
    points[: len(points) * 2 // 3, [14, 16], 3] = 0.1
    points[: len(points) // 2, [13, 15], 3] = 0.1
    assert judged(Take(points, WAVE.times_s)).reason == "The right arm is not visible."


def test_one_hand_below_the_picture_is_no_fault() -> None:
    assert judged(hidden(WAVE, 15)).good


def test_who_is_missing_in_some_pictures_is_bridged_and_in_most_refused() -> None:
    def some(points: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
        points[::5] = np.nan

    def most(points: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
        points[: len(points) * 3 // 4] = np.nan

    assert judged(spoiled(some)).good
    refused = judged(spoiled(most))
    assert refused.fault is Fault.HALF
    assert "only 25% of its pictures" in refused.reason


def test_a_take_that_differs_from_the_others_is_found() -> None:
    takes = [moving(waving, seed=1), moving(pushing, seed=2), moving(waving, seed=3, seconds=1.6)]
    verdicts = differing([judged(take) for take in takes], [])
    assert [verdict.fault for verdict in verdicts] == [None, Fault.DIFFERS, None]


def test_a_further_take_is_held_against_those_that_are_known() -> None:
    known = [judged(moving(waving, seed=n)).take for n in (1, 2)]
    before = [take for take in known if take is not None]
    good, bad = (judged(moving(way, seed=5)) for way in (waving, circling))
    assert [v.fault for v in differing([good, bad], before)] == [None, Fault.DIFFERS]


def test_gestures_that_may_be_confused_are_named_the_nearest_first() -> None:
    wave = taught("wave", moving(waving, seed=1))
    others = [
        taught("push", moving(pushing, seed=2)),
        taught("greet", moving(waving, seed=3, seconds=2.6)),
    ]
    alike, symmetric = likeness(wave, others)
    assert [one.label for one in alike] == ["greet"]
    assert alike[0].distance < 1
    assert not symmetric


def test_a_gesture_with_both_hands_alike_is_the_same_in_a_mirror() -> None:
    both = moving(waving, waving, seed=1)
    _, symmetric = likeness(taught("both", both), [])
    assert symmetric
