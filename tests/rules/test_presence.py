"""Somebody appears once, however long they stay, and their event ends when they are gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.presence import Presence

START = datetime(2026, 5, 3, 12, tzinfo=UTC)


def track(state: TrackState, name: str = "T1", label: str = "person") -> Track:
    return Track(name, label, (0, 0, 10, 20), 0.9, state, START, START + timedelta(seconds=4))


def walk(presence: Presence, states: list[TrackState]) -> list[Event]:
    news: list[Event] = []
    for second, state in enumerate(states):
        news += presence.judge((track(state),), START + timedelta(seconds=second))
    return news


def test_one_event_when_somebody_appears_and_its_end_when_they_go() -> None:
    here, away = TrackState.ACTIVE, TrackState.LOST
    states = [TrackState.TENTATIVE, here, here, away, here, away, TrackState.ENDED]
    began, ended = walk(Presence("porch"), states)
    assert began.type == EventType.APPEARED
    assert (began.camera, began.label, began.track, began.end) == ("porch", "person", "T1", None)
    assert ended.id == began.id
    assert ended.end == START + timedelta(seconds=4)  # when they were last seen


def test_a_flicker_that_was_never_believed_is_no_event() -> None:
    assert walk(Presence("porch"), [TrackState.TENTATIVE, TrackState.ENDED]) == []


def test_two_people_are_two_events_with_ids_of_their_own() -> None:
    both = (track(TrackState.ACTIVE, "T1"), track(TrackState.ACTIVE, "T2"))
    first, second = Presence("porch").judge(both, START)
    assert first.id != second.id
    assert {first.track, second.track} == {"T1", "T2"}


def test_closing_ends_what_is_open_once() -> None:
    presence = Presence("porch")
    walk(presence, [TrackState.ACTIVE])
    (ended,) = presence.close()
    assert ended.end == START + timedelta(seconds=4)
    assert presence.close() == ()
