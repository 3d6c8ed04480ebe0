"""Somebody appears once, however long they stay; they leave by a side; who stands is said to stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from omnisight_desktop.core.event import EventType
from omnisight_desktop.core.identity import Identity
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.judge import Judge, JudgeSettings
from tests.rules.stage import NOON, SIZE, Way, Yard, parked, walking

HERE = Track("T1", "person", (600, 200, 660, 380), 0.912, TrackState.ACTIVE, NOON, NOON)


def at(second: float, track: Track = HERE, state: TrackState = TrackState.ACTIVE) -> Track:
    return replace(track, state=state, last_seen=NOON + timedelta(seconds=second))


def test_who_walks_by_appears_and_leaves() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(0, 200, end=20))
    began, ended, left = yard.run(20)
    assert (began.type, began.label, began.track) == (EventType.APPEARED, "person", "T1")
    assert (began.camera, began.start, began.end) == ("yard", NOON, None)
    assert began.score == 0.9
    assert ended == replace(began, end=ended.end)
    last_seen = yard.paths()[0].offsets_ms[-1]
    assert ended.end == NOON + timedelta(milliseconds=int(last_seen))  # not when they were given up
    assert (left.type, left.start, left.end) == (EventType.LEFT, ended.end, ended.end)
    assert left.text == "left to the right"
    assert {e.story for e in yard.said} == {began.id}


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (walking(0, 200), "left to the right"),
        (walking(1200, -150), "left to the left"),
        (walking(600, 100, end=3), "no longer seen"),  # in the middle of the picture
        (walking(600, 0, end=3), "no longer seen"),
        (parked(1035, end=4), "no longer seen"),  # stands at the edge, but goes nowhere
        (
            lambda s: (600, 100 + 80 * s, 660, 280 + 80 * s) if s < 4.8 else None,
            "left at the bottom",
        ),
        (lambda s: (600, 300 - 80 * s, 660, 480 - 80 * s) if s < 3.6 else None, "left at the top"),
        (lambda s: (9, 9, 99, 99) if s < 0.5 else None, "no longer seen"),
    ],
)
def test_how_somebody_left_is_said(way: Way, words: str) -> None:
    yard = Yard()
    yard.add("T1", "person", way)
    yard.run(14)
    (left,) = yard.events(EventType.LEFT)
    assert left.text == words


def test_a_flicker_is_no_event() -> None:
    judge = Judge("yard")
    assert judge.judge((at(0, state=TrackState.TENTATIVE),), NOON, SIZE) == ()
    assert judge.judge((at(0),), NOON, SIZE) == ()  # believed at once, but not a moment old
    gone = at(0, state=TrackState.ENDED)
    assert judge.judge((gone,), NOON + timedelta(seconds=1), SIZE) == ()
    assert judge.close() == ()


def test_what_was_never_believed_is_no_event_however_long_it_lasts() -> None:
    judge = Judge("yard")
    for second in range(60):
        assert (
            judge.judge((at(second, state=TrackState.TENTATIVE),), at(second).last_seen, SIZE) == ()
        )


def test_a_camera_that_goes_down_ends_events_but_nobody_left() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(300, 20))
    yard.run(3)
    (ended,) = yard.lose_camera()
    assert ended.end == NOON + timedelta(seconds=2.8)
    assert yard.events(EventType.LEFT) == []
    assert yard.lose_camera() == []


def test_who_keeps_to_a_place_is_stationary_until_they_move() -> None:
    yard = Yard()

    def waits(second: float) -> tuple[float, float, float, float]:
        x = 300 + 80 * min(second, 4) + 80 * max(0, second - 34)
        return x, 300, x + 60, 480

    yard.add("T1", "person", waits)
    yard.run(40)
    (rest,) = yard.events(EventType.STATIONARY)
    (appeared,) = yard.events(EventType.APPEARED)
    assert abs((rest.start - NOON).total_seconds() - 4) < 1.5
    assert rest.end is not None
    assert abs((rest.end - NOON).total_seconds() - 34) < 1
    assert (rest.text, rest.label, rest.story) == ("standing still", "person", appeared.id)
    first = next(e for e in yard.said if e.type == EventType.STATIONARY)
    assert first.end is None


def test_a_short_halt_and_a_slow_walk_are_not_stationary() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(200, 8))
    yard.add("T2", "person", walking(600, 0, end=9))
    yard.run(60)
    assert yard.events(EventType.STATIONARY) == []


def test_who_comes_straight_at_the_camera_does_not_stand() -> None:
    yard = Yard()
    yard.add("T1", "person", lambda s: (600 - 3 * s, 300 - 9 * s, 660 + 3 * s, 480 + 9 * s))
    yard.run(25)
    assert yard.events(EventType.STATIONARY) == []


def test_a_few_bad_boxes_are_no_step() -> None:
    yard = Yard()
    stands = parked(400)
    yard.add("T1", "car", lambda s: (0, 0, 900, 700) if s > 5 and s % 8 < 0.5 else stands(s))
    yard.run(60)
    (rest,) = yard.events(EventType.STATIONARY)
    assert rest.end is None


def test_who_was_out_of_sight_did_not_stand_meanwhile() -> None:
    yard = Yard(lost_s=60)
    before, behind = walking(200, 60, end=4), walking(800, 60, start=34)
    yard.add("T1", "person", lambda s: before(s) or behind(s))
    yard.run(38)
    assert yard.events(EventType.STATIONARY) == []
    assert len(yard.events(EventType.APPEARED)) == 1


def test_a_tracker_that_knows_it_was_the_camera_that_moved_is_believed() -> None:
    yard_moves = [replace(at(s), box=(40 * s, 100, 40 * s + 90, 300)) for s in range(20)]
    judge = Judge("yard")
    said = [
        event
        for second, track in enumerate(yard_moves)
        for event in judge.judge((replace(track, still_since=NOON),), track.last_seen, SIZE)
    ]
    rest = said[1]
    assert (rest.type, rest.start) == (EventType.STATIONARY, NOON)
    ended = judge.judge((at(20),), NOON + timedelta(seconds=20), SIZE)
    assert [(e.id, e.end) for e in ended] == [(rest.id, NOON + timedelta(seconds=19))]


def test_measures_can_be_chosen() -> None:
    yard = Yard(judge=Judge("yard", JudgeSettings(stationary_s=3, min_age_s=2)))
    yard.add("T1", "person", parked(300))
    assert yard.run(1.8) == []
    assert [e.type for e in yard.run(2)] == [EventType.APPEARED, EventType.STATIONARY]


def test_a_person_who_is_recognised_late_is_named_when_the_event_ends() -> None:
    anna = Identity("Person_A47B8C12", "Anna", 0.8)
    judge = Judge("yard")
    judge.judge((at(0),), NOON, SIZE)
    (began,) = judge.judge((at(1),), NOON + timedelta(seconds=1), SIZE)
    assert began.person is None
    judge.judge((replace(at(2), identity=anna),), NOON + timedelta(seconds=2), SIZE)
    (ended,) = judge.close()
    assert (ended.id, ended.person) == (began.id, "Person_A47B8C12")


def test_a_clock_that_is_set_back_loses_nothing() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(300, 10))
    yard.add("T2", "car", parked(900, start=3))
    yard.run(2)
    yard.began -= timedelta(hours=1)
    yard.run(20)
    assert [e.track for e in yard.events(EventType.APPEARED)] == ["T1", "T2"]
    assert [e.track for e in yard.events(EventType.STATIONARY)] == ["T2"]
    ended = yard.lose_camera()
    assert all(e.end is not None and e.end >= e.start for e in ended)


def test_a_track_of_which_nobody_speaks_any_more_ends() -> None:
    judge = Judge("yard")
    judge.judge((at(0),), NOON, SIZE)
    judge.judge((at(1),), NOON + timedelta(seconds=1), SIZE)
    assert judge.judge((), NOON + timedelta(seconds=20), SIZE) == ()
    ended, left = judge.judge((), NOON + timedelta(seconds=40), SIZE)
    assert (ended.end, left.type) == (NOON + timedelta(seconds=1), EventType.LEFT)
    assert judge.close() == ()


def test_a_day_of_ten_thousand_tracks_leaves_nothing_behind() -> None:
    judge = Judge("yard")
    appeared = 0
    for number in range(10_000):
        moment = NOON + timedelta(seconds=8.64 * number)
        track = replace(HERE, id=f"T{number}", since=moment, last_seen=moment)
        label = "car" if number % 3 else "person"
        for state, later in (
            (TrackState.ACTIVE, 0),
            (TrackState.ACTIVE, 0.4),
            (TrackState.ENDED, 3),
        ):
            now = replace(track, state=state, label=label)
            events = judge.judge((now,), moment + timedelta(seconds=later), SIZE)
            appeared += sum(e.type == EventType.APPEARED and e.end is None for e in events)
    assert appeared == 10_000
    assert judge.remembers < 100


def test_a_visit_that_began_at_another_camera_goes_on_here() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(100, 60))
    (began,) = yard.run(2)
    (again,) = yard.judge.join("T1", "E-porch")
    assert again == replace(began, story="E-porch")
    assert yard.judge.story_of("T1") == "E-porch"
    assert yard.judge.join("T1", "E-porch") == ()  # it does already
    yard.add("T2", "person", walking(260, 60, start=2.2))  # who walks beside them
    said = yard.run(30)
    assert {event.story for event in said} == {"E-porch"}
    assert {event.type for event in said} == {EventType.APPEARED, EventType.LEFT}


def test_a_visit_that_somebody_has_left_already_stays_what_it_was() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(600, 0, end=4))
    yard.add("T2", "person", walking(700, 0))
    said = yard.run(8)
    assert len({event.story for event in said}) == 1
    assert yard.judge.join("T2", "E-porch") == ()
    assert yard.judge.join("T7", "E-porch") == ()  # whom nobody follows
    assert yard.judge.story_of("T2") == said[0].story
