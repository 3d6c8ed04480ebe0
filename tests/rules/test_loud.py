"""A dog that barks ten times is ten events of one story, and one alert."""

from __future__ import annotations

from datetime import timedelta

import pytest

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ports.hearing import Loud
from omnisight_desktop.rules.loud import LoudJudge
from tests.rules.stage import NOON


def loud(second: float, length_s: float | None = 1.0, above_db: float = 21.4) -> Loud:
    start = NOON + timedelta(seconds=second)
    end = None if length_s is None else start + timedelta(seconds=length_s)
    return Loud(start, end, -3.0, above_db)


def bark(judge: LoudJudge, *seconds: float) -> list[Event]:
    """The newest record of each noise."""
    said = [e for s in seconds for e in judge.judge((loud(s, None, 17), loud(s)))]
    return list({event.id: event for event in said}.values())


def test_a_noise_begins_open_and_ends() -> None:
    judge = LoudJudge("yard")
    (began,) = judge.judge([loud(0, None, 17)])
    assert (began.camera, began.type, began.start, began.end) == (
        "yard",
        EventType.LOUD,
        NOON,
        None,
    )
    assert began.story == began.id
    assert began.text == "17 dB above the usual"
    (over,) = judge.judge([loud(0)])
    assert (over.id, over.end) == (began.id, NOON + timedelta(seconds=1))
    assert over.text == "21 dB above the usual"
    assert judge.close() == ()


def test_barking_is_one_alert_and_what_comes_later_is_another() -> None:
    first, *others, late = bark(LoudJudge("yard"), 0, 5, 50, 105, 400)
    assert {e.story for e in others} == {first.id}
    assert late.story == late.id


def test_a_dog_that_barks_all_night_is_told_again_now_and_then() -> None:
    events = bark(LoudJudge("yard", longest_s=600), *range(0, 3600, 30))
    alerts = [e for e in events if e.story == e.id]
    assert len(events) == 120
    assert 5 <= len(alerts) <= 6


@pytest.mark.parametrize("at", [NOON + timedelta(seconds=9), None, NOON - timedelta(hours=1)])
def test_who_stops_listening_ends_what_is_open(at: object) -> None:
    judge = LoudJudge("yard")
    judge.judge([loud(0, None)])
    (over,) = judge.close(at)  # type: ignore[arg-type]
    assert over.end is not None
    assert over.end >= over.start
    assert judge.close() == ()


def test_a_noise_that_was_never_ended_ends_when_the_next_begins() -> None:
    judge = LoudJudge("yard")
    (first,) = judge.judge([loud(0, None)])
    ended, second = judge.judge([loud(20, None)])
    assert (ended.id, ended.end is None, second.story) == (first.id, False, first.id)


def test_a_clock_that_is_set_back_begins_a_new_story() -> None:
    first, second = bark(LoudJudge("yard"), 0, -3600)
    assert second.story == second.id != first.id
