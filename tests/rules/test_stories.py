"""One visit is one alert: who comes with others, comes back at once, or just stands there is no news."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.judge import Judge, JudgeSettings
from omnisight_desktop.rules.rested import rested_in
from tests.rules.stage import NOON, SIZE, Yard, parked, walking

HOUR = 3600.0


def stories(yard: Yard) -> dict[str | None, str | None]:
    """The story of each track."""
    return {event.track: event.story for event in yard.events(EventType.APPEARED)}


def test_two_who_walk_together_are_one_visit() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(0, 100))
    yard.add("T2", "person", walking(0, 100, 430, start=1))
    yard.run(20)
    assert yard.alerts() == ["person"]
    assert len(yard.events(EventType.APPEARED)) == 2


def test_a_family_in_single_file_is_one_visit() -> None:
    yard = Yard()
    for number in range(5):
        yard.add(f"T{number}", "person", walking(0, 150, start=3 * number))
    yard.run(30)
    assert yard.alerts() == ["person"]


def test_two_at_opposite_ends_are_two_visits() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(0, 30, start=5, end=15))
    yard.add("T2", "person", walking(1220, -30, start=5, end=15))
    yard.run(25)
    assert yard.alerts() == ["person", "person"]


def test_somebody_small_and_far_off_is_not_with_somebody_close() -> None:
    yard = Yard()
    yard.add("T1", "person", lambda _: (500, 100, 740, 700))
    yard.add("T2", "person", lambda s: (860 + 4 * s, 100, 875 + 4 * s, 145) if s > 2 else None)
    yard.run(6)
    assert yard.alerts() == ["person", "person"]


def test_a_crowd_that_is_there_when_a_camera_begins_to_look_is_one_visit() -> None:
    yard = Yard()
    for number in range(6):
        yard.add(f"T{number}", "person", walking(40 + 200 * number, 5))
    yard.add("T9", "car", parked(500, 20))
    yard.run(10)
    assert sorted(map(str, yard.alerts())) == ["car", "person"]


def test_a_car_that_came_while_the_camera_was_down_is_news() -> None:
    yard = Yard(fps=1)
    yard.add("T1", "car", parked(100, end=600))
    yard.run(600)
    yard.lose_camera()
    yard.add("T2", "car", parked(100, start=600))
    yard.add("T3", "car", parked(900, start=600))
    yard.run(20)
    of = stories(yard)
    assert of["T1"] == of["T2"] != of["T3"]


@pytest.mark.parametrize(("hidden_s", "alerts"), [(4, 1), (8, 1), (30, 2)])
def test_who_is_hidden_for_a_moment_is_the_same_visit(hidden_s: float, alerts: int) -> None:
    yard = Yard()
    yard.add("T1", "person", walking(300, 50, end=4))
    yard.add("T2", "person", walking(560, 50, start=4 + hidden_s, end=8 + hidden_s))
    yard.run(50)
    assert len(yard.alerts()) == alerts


@pytest.mark.parametrize(("away_s", "alerts"), [(6, 1), (40, 2)])
def test_who_steps_out_and_in_again_is_the_same_visit(away_s: float, alerts: int) -> None:
    yard = Yard()
    yard.add("T1", "person", walking(700, 150, end=4))
    yard.add("T2", "person", walking(1200, -150, start=4 + away_s))
    yard.run(60)
    assert len(yard.alerts()) == alerts


def test_a_person_and_a_car_are_two_visits() -> None:
    yard = Yard()
    yard.add("T1", "car", parked(400))
    yard.add("T2", "person", walking(420, 20, start=5, end=20))
    yard.run(30)
    assert sorted(map(str, yard.alerts())) == ["car", "person"]


def test_a_van_that_is_taken_for_a_truck_is_the_same_van() -> None:
    yard = Yard()
    yard.add("T1", "car", walking(100, 100, end=3))
    yard.add("T2", "truck", walking(420, 100, start=3.2))
    yard.run(20)
    assert yard.alerts() == ["car"]


def test_a_parked_car_is_one_alert_all_day() -> None:
    yard = Yard(fps=1)
    yard.add("T1", "car", parked(400, start=5))
    yard.run(8 * HOUR)
    yard.lose_camera()
    assert yard.alerts() == ["car"]
    assert len(yard.events(EventType.STATIONARY)) == 1


def test_a_car_that_is_found_again_in_its_place_is_the_same_car() -> None:
    yard = Yard(fps=1)
    yard.add("T1", "car", parked(400, end=HOUR))
    yard.add("T2", "car", parked(410, start=5 * HOUR, end=6 * HOUR))  # after the night
    yard.add("T3", "truck", parked(405, start=7 * HOUR))
    yard.run(8 * HOUR)
    assert yard.alerts() == ["car"]
    assert len(set(stories(yard).values())) == 1


def test_a_camera_that_comes_back_does_not_announce_the_parked_car_again() -> None:
    yard = Yard(fps=1)
    yard.add("T1", "car", parked(400, end=600))
    yard.run(600)
    yard.lose_camera()
    yard.add("T2", "car", parked(400, start=1200))
    yard.run(1200)
    assert yard.alerts() == ["car"]
    assert [e.track for e in yard.events(EventType.APPEARED)] == ["T1", "T2"]


def test_a_restart_does_not_announce_the_parked_car_again() -> None:
    yard = Yard(fps=1)
    yard.add("T1", "car", parked(100))
    yard.add("T2", "car", lambda s: (900, 100 + 90 * max(0, s - 60), 1140, 720) if s < 66 else None)
    yard.add("T3", "person", parked(600, start=10))
    yard.run(600)
    paths = yard.paths()
    yard.lose_camera()
    rested = rested_in(yard.events(), paths)
    assert [(r.story, r.label) for r in rested] == [
        (stories(yard)["T1"], "car"),
        (stories(yard)["T3"], "person"),
    ]
    anew = Yard(fps=1, began=NOON + timedelta(hours=3))
    anew.judge.recall(rested)
    anew.add("T4", "truck", parked(102))
    anew.add("T5", "car", parked(900, 100))  # another one drove off from there
    anew.add("T6", "person", parked(600))  # nobody sits for three hours
    anew.run(60)
    assert stories(anew)["T4"] == stories(yard)["T1"]
    assert sorted(map(str, anew.alerts())) == ["car", "person"]


def test_a_second_car_beside_a_parked_one_is_a_visit_of_its_own() -> None:
    yard = Yard()
    yard.add("T1", "car", parked(400))
    yard.add(
        "T2",
        "car",
        lambda s: (
            (max(700, 1280 - 150 * (s - 60)), 300, max(940, 1520 - 150 * (s - 60)), 420)
            if s > 60
            else None
        ),
    )
    yard.run(90)
    assert yard.alerts() == ["car", "car"]


def test_a_car_that_came_to_a_place_from_which_another_drove_away_is_news() -> None:
    yard = Yard(fps=2)

    def parks_and_goes(second: float) -> tuple[float, float, float, float] | None:
        x = 400 + 120 * max(0, second - 600)
        return (x, 300, min(x + 240, SIZE[0]), 420) if x < 1240 else None

    yard.add("T1", "car", parks_and_goes)
    yard.add("T2", "car", parked(400, start=1200))
    yard.run(1300)
    assert yard.alerts() == ["car", "car"]


def test_who_sits_where_somebody_else_sat_an_hour_ago_is_news() -> None:
    yard = Yard(fps=1)
    yard.add("T1", "person", parked(400, end=600))
    yard.add("T2", "person", parked(400, start=630, end=900))
    yard.add("T3", "person", parked(400, start=900 + HOUR))
    yard.run(1000 + HOUR)
    of = stories(yard)
    assert of["T1"] == of["T2"] != of["T3"]


def test_who_sits_down_beside_somebody_who_has_sat_there_for_long_is_news() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(600, 0))
    yard.add("T2", "person", walking(1220, -60, start=60, end=67))
    yard.run(75)
    assert yard.alerts() == ["person", "person"]


def test_who_comes_close_to_somebody_who_has_stood_there_for_long_is_news() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(1080, 0))
    yard.add("T2", "person", walking(1220, -40, start=60, end=63))
    yard.add(
        "T3", "person", walking(1200, -40, start=63.6, end=66)
    )  # the second one, lost for a moment
    yard.run(75)
    of = stories(yard)
    assert of["T1"] != of["T2"] == of["T3"]


def test_a_place_is_kept_for_one_thing_only() -> None:
    yard = Yard(fps=2)

    def found_again_and_drives_off(second: float) -> tuple[float, float, float, float] | None:
        x = 400 + 120 * max(0, second - 900)
        return (x, 300, min(x + 240, SIZE[0]), 420) if second > 800 and x < 1240 else None

    yard.add("T1", "car", parked(400, end=600))
    yard.add("T2", "car", found_again_and_drives_off)
    yard.add("T3", "car", parked(400, start=1200))
    yard.run(1300)
    of = stories(yard)
    assert of["T1"] == of["T2"] != of["T3"]


def test_a_clock_that_is_set_back_does_not_make_strangers_one_visit() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(600, 20, end=4))
    yard.add("T2", "person", walking(640, 20, start=64, end=70))
    yard.run(10)
    yard.began -= timedelta(hours=1)
    yard.run(70)
    assert yard.alerts() == ["person", "person"]


def test_a_busy_street_is_not_one_endless_story() -> None:
    yard = Yard(judge=Judge("yard", JudgeSettings(longest_s=300)), fps=2)
    for number in range(180):
        yard.add(f"T{number}", "person", walking(0, 250, start=5 * number))
    yard.run(900)
    assert len(yard.alerts()) == 3


def test_a_late_guest_of_a_long_story_does_not_re_alert_those_who_stay() -> None:
    yard = Yard(judge=Judge("yard", JudgeSettings(longest_s=100)), fps=2)
    yard.add("T1", "person", walking(600, 0))
    yard.run(400)
    yard.actors["T1"].way = walking(600, 50, start=400)
    yard.run(20)
    assert yard.alerts() == ["person"]
    assert {e.story for e in yard.events()} == {yard.events()[0].id}


_BOXES = [
    (0.0, 300.0, 80.0, 500.0),
    (60.0, 310.0, 140.0, 510.0),
    (600.0, 200.0, 680.0, 400.0),
    (1200.0, 300.0, 1280.0, 500.0),
    (300.0, 0.0, 1000.0, 720.0),
    (5.0, 5.0, 5.0, 5.0),
]
_STATES = [TrackState.ACTIVE, TrackState.TENTATIVE, TrackState.LOST, TrackState.ENDED]


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[float, tuple[Track, ...]]]:
    """Tracks that come, stay and go as they like, under a clock that is now and then set back."""
    chance = random.Random(draw(st.integers(0, 1 << 30)))
    jumps = draw(
        st.lists(st.sampled_from([0.2, 0.2, 1.0, 4.0, 11.0, -3600.0, 7200.0]), max_size=40)
    )
    alive: dict[str, Track] = {}
    second, number = 0.0, 0
    history = []
    for jump in jumps:
        second += jump
        now = NOON + timedelta(seconds=second)
        tracks = []
        for name, track in list(alive.items()):
            state = chance.choice(_STATES)
            seen = now if state in (TrackState.ACTIVE, TrackState.TENTATIVE) else track.last_seen
            box = chance.choice(_BOXES)
            alive[name] = Track(name, track.label, box, 0.8, state, track.since, seen)
            tracks.append(alive[name])
            if state is TrackState.ENDED:
                del alive[name]
        for _ in range(chance.randrange(3)):
            number += 1
            label = chance.choice(["person", "car", "truck"])
            new = Track(
                f"T{number}", label, chance.choice(_BOXES), 0.8, TrackState.ACTIVE, now, now
            )
            alive[new.id] = new
            tracks.append(new)
        history.append((second, tuple(tracks)))
    return history


@given(histories(), st.booleans())
def test_whatever_happens_every_track_appears_once_and_every_story_alerts_once(
    history: list[tuple[float, tuple[Track, ...]]], interrupted: bool
) -> None:
    judges = [Judge("yard"), Judge("porch")]
    said: list[Event] = []
    for place, (second, tracks) in enumerate(history):
        # What the porch sees has nothing to do with the yard, however alike it looks.
        for judge in judges:
            said += judge.judge(tracks, NOON + timedelta(seconds=second), SIZE)
        if interrupted and place == len(history) // 2:
            break
    for judge in judges:
        said += judge.close()
    for camera in ("yard", "porch"):
        _consistent([event for event in said if event.camera == camera])
    cameras: dict[str | None, set[str]] = {}
    for event in said:
        cameras.setdefault(event.story, set()).add(event.camera)
    assert all(len(found) == 1 for found in cameras.values())
    assert judges[0].close() == ()


def _consistent(said: list[Event]) -> None:
    newest = {event.id: event for event in said}
    assert all(e.end is not None and e.end >= e.start for e in newest.values())
    appeared = [e.track for e in newest.values() if e.type == EventType.APPEARED]
    assert len(appeared) == len(set(appeared))
    known: set[str] = set()
    for event in said:
        assert event.story is not None
        known.add(event.id)
        assert event.story in known  # the alert came before what belongs to it
        assert event.story <= event.id
    leaders = [e for e in newest.values() if e.story == e.id]
    assert {e.story for e in said} == {e.id for e in leaders}
    assert all(e.type == EventType.APPEARED for e in leaders)
    for track in {e.track for e in said}:
        assert len({e.story for e in said if e.track == track}) == 1
