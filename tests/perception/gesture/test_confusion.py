"""Which gestures are taken for which: takes that were never shown are asked for."""

from __future__ import annotations

import pytest

from omnisight_desktop.core.gesture import Gesture
from omnisight_desktop.perception.gesture.confusion import Confusion, confusion
from omnisight_desktop.perception.gesture.lexicon import lexicon_of
from tests.fakes.bodies import circling, moving, pushing, taught, waving


def compared(*gestures: Gesture) -> Confusion:
    told = confusion(gestures, lexicon_of(gestures), 0.7)
    assert told is not None
    return told


@pytest.fixture(scope="module")
def several() -> Confusion:
    return compared(
        taught("wave", *(moving(waving, seed=n) for n in range(3))),
        taught("circle", *(moving(circling, seed=n) for n in range(3)), mirrored=True),
        taught("push", moving(pushing)),
    )


def test_gestures_that_differ_are_not_taken_for_one_another(several: Confusion) -> None:
    assert several.labels == ("wave", "circle", "push")
    assert several.mistaken(0.7) == ()
    assert several.sure[0, 0] > 0.5
    assert several.sure[1, 1] > 0.5


def test_what_was_shown_once_can_only_be_compared_with_itself(several: Confusion) -> None:
    assert several.alone == {"push"}


def test_twins_are_mixed_up() -> None:
    told = compared(
        taught("wave", *(moving(waving, seed=n) for n in range(2))),
        taught("greet", *(moving(waving, seed=n) for n in range(2, 4))),
    )
    assert told.sure[0, 1] > 0.2
    assert max(told.missed) > 0  # which of the two nobody can say


def test_without_gestures_there_is_nothing_to_compare() -> None:
    assert confusion([], None, 0.7) is None
