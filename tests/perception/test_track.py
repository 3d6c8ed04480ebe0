"""Following: one id for one walker, two ids for two, a short absence forgiven, a long one not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.track.steady import SteadyTracker

START = datetime(2026, 5, 3, 12, tzinfo=UTC)

Box = tuple[float, float, float, float]


def box(x: float, y: float = 100) -> Box:
    return (x, y, x + 40, y + 100)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def seen(label: str, *boxes: Box, score: float = 0.9) -> Detections:
    return Detections.of(label, boxes, [score] * len(boxes))


def follow(
    tracker: SteadyTracker,
    frames: Sequence[Sequence[Box]],
    *,
    label: str = "person",
    score: float = 0.9,
    begin_s: float = 0.0,
    step_s: float = 0.2,
) -> list[tuple[Track, ...]]:
    return [
        tracker.update(seen(label, *boxes, score=score), after(begin_s + index * step_s))
        for index, boxes in enumerate(frames)
    ]


def active_ids(frames: list[tuple[Track, ...]]) -> set[str]:
    return {t.id for tracks in frames for t in tracks if t.state is TrackState.ACTIVE}


def test_one_walker_keeps_one_id_and_is_believed_after_three_sightings() -> None:
    tracks = follow(SteadyTracker(), [[box(10 + 6 * i)] for i in range(20)])
    assert len(active_ids(tracks)) == 1
    assert [one[0].state for one in tracks[:3]] == [
        TrackState.TENTATIVE,
        TrackState.TENTATIVE,
        TrackState.ACTIVE,
    ]
    assert tracks[-1][0].since == START


def test_two_who_cross_on_different_heights_keep_their_ids() -> None:
    frames = [[box(10 + 8 * i, 100), box(250 - 8 * i, 260)] for i in range(30)]
    tracks = follow(SteadyTracker(), frames)
    assert len(active_ids(tracks)) == 2
    first, last = {t.id: t.box for t in tracks[5]}, {t.id: t.box for t in tracks[-1]}
    for track_id, start in first.items():
        assert abs(start[1] - last[track_id][1]) < 20  # nobody changed lanes


def test_two_of_different_size_who_walk_through_each_other_keep_their_ids() -> None:
    def near_and_far(i: int) -> list[Box]:
        return [box(10 + 8 * i), (250 - 8 * i, 130, 270 - 8 * i, 180)]

    tracks = follow(SteadyTracker(), [near_and_far(i) for i in range(30)])
    assert len(active_ids(tracks)) == 2
    heights = {t.id: t.box[3] - t.box[1] for t in tracks[5]}
    for track in tracks[-1]:
        assert track.box[3] - track.box[1] == pytest.approx(heights[track.id], abs=10)


def test_a_short_absence_is_forgiven_along_the_predicted_path() -> None:
    frames = [[box(10 + 5 * i)] if not 10 <= i < 15 else [] for i in range(25)]
    tracks = follow(SteadyTracker(lost_s=2.0), frames)
    assert len(active_ids(tracks)) == 1
    assert tracks[12][0].state is TrackState.LOST


def test_a_long_absence_ends_the_track_exactly_once() -> None:
    frames: list[list[Box]] = [[box(10)] for _ in range(5)] + [[] for _ in range(20)]
    tracks = follow(SteadyTracker(lost_s=1.0), frames)
    ended = [t for one in tracks for t in one if t.state is TrackState.ENDED]
    assert len(ended) == 1
    assert tracks[-1] == ()


def test_a_doubtful_sighting_goes_on_with_a_track_but_begins_none() -> None:
    tracker = SteadyTracker()
    follow(tracker, [[box(10)] for _ in range(5)])
    tracks = tracker.update(seen("person", box(10), box(400), score=0.3), after(1))
    assert [t.state for t in tracks] == [TrackState.ACTIVE]


def test_a_car_does_not_continue_a_person() -> None:
    tracker = SteadyTracker()
    follow(tracker, [[box(10)] for _ in range(5)])
    tracks = tracker.update(seen("car", box(10)), after(1))
    assert {(t.label, t.state) for t in tracks} == {
        ("person", TrackState.LOST),
        ("car", TrackState.TENTATIVE),
    }


def test_what_is_a_car_now_and_a_truck_then_is_one_thing_called_what_it_mostly_is() -> None:
    tracker = SteadyTracker()
    for index, label in enumerate(["car", "truck", "car", "car", "bus", "car", "truck", "car"]):
        tracks = tracker.update(seen(label, box(10 + index)), after(index * 0.2))
    assert [(t.label, t.state) for t in tracks] == [("car", TrackState.ACTIVE)]


def test_a_label_that_was_wrong_at_first_is_put_right() -> None:
    tracker = SteadyTracker()
    tracker.update(seen("truck", box(10), score=0.5), START)
    follow(tracker, [[box(10)] for _ in range(4)], label="car", begin_s=0.2)
    (track,) = tracker.update(seen("car", box(10)), after(1))
    assert track.label == "car"


def test_two_names_for_one_thing_are_one_track_from_the_first_picture_on() -> None:
    both = Detections(
        np.asarray([box(10), box(11)], np.float32),
        np.asarray([0.8, 0.7], np.float32),
        np.asarray([0, 1], np.int32),
        ("car", "truck"),
    )
    tracker = SteadyTracker()
    for index in range(4):
        tracks = tracker.update(both, after(index * 0.2))
    assert [t.label for t in tracks] == ["car"]


def test_nothing_at_all_is_no_trouble() -> None:
    assert SteadyTracker().update(Detections.none(), START) == ()
    assert SteadyTracker().shown == frozenset()


def test_boxes_stay_close_to_what_was_seen() -> None:
    tracks = follow(SteadyTracker(), [[box(10 + 6 * i)] for i in range(20)])
    assert np.abs(np.asarray(tracks[-1][0].box) - box(10 + 6 * 19)).max() < 6


def test_who_comes_after_an_hour_is_somebody_else_and_the_first_ended_when_last_seen() -> None:
    tracker = SteadyTracker(lost_s=2.0)
    tracks = follow(tracker, [[box(10)] for _ in range(5)])
    later = START + timedelta(hours=1)
    old, new = sorted(tracker.update(seen("person", box(10)), later), key=lambda t: t.since)
    assert (old.id, old.state) == (tracks[-1][0].id, TrackState.ENDED)
    assert old.last_seen == after(0.8)
    assert new.since == later


def test_pictures_at_an_uneven_pace_are_followed_by_the_clock() -> None:
    tracker, moments = SteadyTracker(), [0.0]
    for step in [0.2, 0.2, 0.2, 0.05, 0.05, 0.6, 0.2, 0.05, 0.6, 0.2]:
        moments.append(moments[-1] + step)
    ids = set()
    for moment in moments:  # 60 pixels a second, wherever the pictures fall
        tracks = tracker.update(seen("person", box(10 + 60 * moment)), after(moment))
        ids |= {t.id for t in tracks}
    assert len(ids) == 1
    assert tracks[0].box[0] == pytest.approx(10 + 60 * moments[-1], abs=5)


def test_what_is_unseen_is_shown_for_a_moment_only_and_longer_where_it_stood() -> None:
    walker, sitter = SteadyTracker(confirm=2), SteadyTracker(confirm=2)
    follow(walker, [[box(10 + 12 * i)] for i in range(15)], step_s=0.1)
    follow(sitter, [[box(10)] for _ in range(15)], step_s=0.1)
    for tracker, shown_s in ((walker, 0.1), (sitter, 1.0)):
        shown = [
            moment / 10
            for moment in range(1, 20)
            if tracker.update(Detections.none(), after(1.4 + moment / 10)) and tracker.shown
        ]
        assert max(shown, default=0) == pytest.approx(shown_s, abs=0.11)


# Places ---------------------------------------------------------------------------------------


def park(tracker: SteadyTracker, seconds: float, *, label: str = "car", x: float = 300) -> Track:
    """Something comes from the left and stands; how it is after so many seconds."""
    follow(tracker, [[box(x - 200 + 20 * i)] for i in range(10)], label=label)
    tracks = follow(tracker, [[box(x)]] * int(seconds * 5), label=label, begin_s=2.0)
    (track,) = tracks[-1]
    return track


def test_what_stands_is_told_with_since_when_and_no_sooner_than_it_is_sure() -> None:
    assert park(SteadyTracker(still_s=10), 9).still_since is None
    since = park(SteadyTracker(still_s=10), 12).still_since
    assert since is not None
    assert since == pytest.approx(after(2), abs=timedelta(seconds=1))


def test_a_box_that_trembles_or_is_cut_for_a_moment_stands_still() -> None:
    tracker, chance = SteadyTracker(still_s=5), np.random.default_rng(3)
    park(tracker, 6)
    for index in range(100):
        x1, y1, x2, y2 = np.asarray(box(300)) + chance.normal(0, 4, 4)
        if 40 <= index < 44:
            x2 -= 22  # somebody walks past
        (track,) = tracker.update(seen("car", (x1, y1, x2, y2)), after(8 + index * 0.2))
        assert track.still_since is not None


def test_what_drives_on_stands_no_longer() -> None:
    tracker = SteadyTracker(still_s=5)
    assert park(tracker, 6).still_since is not None
    tracks = follow(tracker, [[box(300 + 8 * i)] for i in range(20)], label="car", begin_s=8.0)
    assert tracks[-1][0].still_since is None
    assert len(active_ids(tracks)) == 1


def test_a_parked_car_that_was_hidden_for_minutes_is_the_same_car() -> None:
    tracker = SteadyTracker(still_s=5, hold_s=600)
    parked = park(tracker, 8)
    for minute in range(1, 6):
        (held,) = tracker.update(Detections.none(), after(60 * minute))
        assert (held.id, held.state) == (parked.id, TrackState.LOST)
        assert held.box == pytest.approx(parked.box, abs=2)
    (again,) = tracker.update(seen("car", box(302)), after(340))
    assert (again.id, again.state) == (parked.id, TrackState.ACTIVE)
    assert (again.since, again.still_since) == (parked.since, parked.still_since)


def test_a_hidden_car_is_continued_by_a_doubtful_sighting_too() -> None:
    tracker = SteadyTracker(still_s=5)
    parked = park(tracker, 8)
    (again,) = tracker.update(seen("truck", box(300), score=0.2), after(100))
    assert (again.id, again.state, again.label) == (parked.id, TrackState.ACTIVE, "car")


def test_a_place_is_forgotten_in_the_end_and_told_once() -> None:
    tracker = SteadyTracker(still_s=5, hold_s=60)
    parked = park(tracker, 8)
    states = [
        [(t.id, t.state) for t in tracker.update(Detections.none(), after(10 + 10 * i))]
        for i in range(9)
    ]
    assert [one for one in states if one and one[0][1] is TrackState.ENDED] == [
        [(parked.id, TrackState.ENDED)]
    ]
    assert states[-1] == []


def test_a_person_who_stood_and_is_gone_has_left() -> None:
    tracker = SteadyTracker(still_s=5, hold_s=600)
    stood = park(tracker, 8, label="person")
    (track,) = tracker.update(Detections.none(), after(45))
    assert (track.id, track.state) == (stood.id, TrackState.ENDED)


def test_who_walks_past_the_place_of_a_hidden_car_is_not_the_car() -> None:
    tracker = SteadyTracker(still_s=5)
    parked = park(tracker, 8)
    tracker.update(Detections.none(), after(20))
    passing = follow(tracker, [[box(200 + 10 * i)] for i in range(20)], label="car", begin_s=20.2)
    assert parked.id not in active_ids(passing)
    (again,) = [t for t in tracker.update(seen("car", box(300)), after(40)) if t.id == parked.id]
    assert again.state is TrackState.ACTIVE


@pytest.mark.parametrize(("colour", "same"), [((40, 40, 200), True), ((200, 40, 40), False)])
def test_a_car_of_another_colour_in_the_same_place_is_another_car(
    colour: tuple[int, int, int], same: bool
) -> None:
    def street(bgr: tuple[int, int, int]) -> ArrayPicture:
        image = np.full((360, 640, 3), 90, np.uint8)
        image[100:200, 300:340] = bgr
        return ArrayPicture(image)

    tracker = SteadyTracker(still_s=5)
    for index in range(40):
        (parked,) = tracker.update(seen("car", box(300)), after(index * 0.2), street((40, 40, 200)))
    tracks = tracker.update(seen("car", box(300)), after(60), street(colour))
    assert (parked.id in {t.id for t in tracks if t.state is TrackState.ACTIVE}) is same


def test_only_so_many_places_are_remembered() -> None:
    tracker = SteadyTracker(still_s=1, hold_s=3600)
    crowd = [box(60 * (i % 25), 150 * (i // 25)) for i in range(300)]
    follow(tracker, [crowd] * 10, label="car")
    tracks = tracker.update(Detections.none(), after(60))
    assert sum(t.state is TrackState.ENDED for t in tracks) == 100
    assert len(tracker.update(Detections.none(), after(61))) == 200


# A camera that moves --------------------------------------------------------------------------


def test_who_is_hidden_while_the_camera_turns_is_found_where_the_others_tell() -> None:
    people = [box(400 + 120 * i, 80 + 30 * (i % 3)) for i in range(6)]
    tracker = SteadyTracker()
    for index in range(80):
        pan = max(0, index - 30) * 5
        there = [(x1 - pan, y1, x2 - pan, y2) for x1, y1, x2, y2 in people]
        hidden = 30 <= index < 50
        tracks = tracker.update(seen("person", *there[hidden:]), after(index / 30))
        if index == 29:
            before = {t.id for t in tracks}
    assert {t.id for t in tracks} == before
    assert {t.state for t in tracks} == {TrackState.ACTIVE}


def test_a_camera_that_pans_is_told_from_the_picture_even_with_one_person_in_it() -> None:
    chance = np.random.default_rng(2)
    coarse = chance.integers(0, 255, (60, 160)).astype(np.uint8)
    wall = np.kron(coarse, np.ones((12, 16), np.uint8))  # 720 high, 2560 wide
    tracker, ids = SteadyTracker(), set()
    for index, pan in enumerate([0, 0, 0, 0, 0, 0, 160, 320, 320, 160, 160, 0, 0, 0]):
        picture = ArrayPicture(np.repeat(wall[:, 400 + pan : 1680 + pan, None], 3, axis=2))
        tracks = tracker.update(seen("person", box(700 - pan)), after(index * 0.2), picture)
        ids |= {t.id for t in tracks}
    assert len(ids) == 1
    assert [t.still_since for t in tracks] == [None]


def test_one_thing_that_moves_before_an_empty_wall_is_no_moving_camera() -> None:
    tracker = SteadyTracker(still_s=1)
    for index in range(40):
        x = 50 + 10 * index
        image = np.full((360, 640, 3), 90, np.uint8)
        image[100:200, x : x + 40] = 240
        (track,) = tracker.update(seen("person", box(x)), after(index * 0.2), ArrayPicture(image))
    assert track.still_since is None


# Whatever comes -------------------------------------------------------------------------------

ANY = st.floats(allow_nan=True, allow_infinity=True, width=32)


@st.composite
def anything(draw: st.DrawFn) -> tuple[Detections, float]:
    count = draw(st.integers(0, 6))
    near = st.floats(-100, 800, width=32)
    rows = draw(st.lists(st.tuples(*[near | ANY] * 4), min_size=count, max_size=count))
    scores = draw(st.lists(st.floats(0, 1, width=32) | ANY, min_size=count, max_size=count))
    labels = draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    found = Detections(
        np.asarray(rows, np.float32).reshape(-1, 4),
        np.asarray(scores, np.float32),
        np.asarray(labels, np.int32),
        ("person", "car", "truck"),
    )
    return found, draw(st.sampled_from([0.0, 0.03, 0.2, 0.2, 1.0, 5.0, 700.0, -0.1, -50.0]))


def test_a_clock_that_is_set_back_leaves_no_track_that_ends_before_it_began() -> None:
    tracker = SteadyTracker(confirm=2, still_s=0.3, hold_s=100)
    for moment in (700.0, 650.0, 650.2):
        (track,) = tracker.update(seen("person", (10, 10, 50, 90)), after(moment))
    assert track.since == after(650.0)
    assert track.last_seen == after(650.2)


@settings(max_examples=150, deadline=None)
@given(st.lists(anything(), max_size=25))
def test_whatever_comes_ids_are_used_once_and_tracks_stay_few(
    frames: list[tuple[Detections, float]],
) -> None:
    tracker, moment = SteadyTracker(confirm=2, still_s=0.3, hold_s=100), 0.0
    ended: set[str] = set()
    total = 0
    for found, step in frames:
        moment += step
        total += len(found)
        tracks = tracker.update(found, after(moment))
        ids = [t.id for t in tracks]
        assert len(set(ids)) == len(ids)
        assert not ended & set(ids)
        ended |= {t.id for t in tracks if t.state is TrackState.ENDED}
        assert len(ids) <= total  # each began with a detection of its own
        assert np.isfinite([t.box for t in tracks]).all()
        assert all(t.last_seen >= t.since for t in tracks)
        assert tracker.shown <= {t.id for t in tracks if t.state is not TrackState.ENDED}


@settings(max_examples=60, deadline=None)
@given(
    starts=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, unique=True),
    paces=st.lists(st.tuples(st.floats(-15, 15), st.floats(-15, 15)), min_size=36, max_size=36),
    step_s=st.sampled_from([0.04, 0.1, 0.2, 0.33]),
    missed=st.sets(st.integers(5, 30), max_size=4),
)
def test_who_keep_their_distance_never_swap_ids(
    starts: list[tuple[int, int]],
    paces: list[tuple[float, float]],
    step_s: float,
    missed: set[int],
) -> None:
    tracker, ids = SteadyTracker(), {place: set[str]() for place in starts}
    for index in range(30):
        now = {}
        for place, (vx, vy) in zip(starts, paces, strict=False):
            swing = 2 * np.sin(index * step_s)  # nobody goes farther than half way to the next
            now[place] = box(300 * place[0] + vx * swing, 300 * place[1] + vy * swing)
        boxes = [] if index in missed else list(now.values())
        for track in tracker.update(seen("person", *boxes), after(index * step_s)):
            for place, where in now.items():
                if abs(track.box[0] - where[0]) + abs(track.box[1] - where[1]) < 100:
                    ids[place].add(track.id)
    assert all(len(of) == 1 for of in ids.values())
    assert len(set.union(*ids.values())) == len(starts)


def test_a_picture_that_comes_twice_or_late_changes_no_id_and_time_goes_on() -> None:
    tracker = SteadyTracker()
    ids = set()
    for moment in [0, 0.2, 0.2, 0.4, 0.3, 0.6, 0.6, 0.1, 0.8]:
        tracks = tracker.update(seen("person", box(10 + 20 * moment)), after(moment))
        ids |= {t.id for t in tracks}
    assert len(ids) == 1
    assert tracks[0].last_seen == after(0.8)


def test_a_clock_that_is_set_back_by_an_hour_does_not_stop_the_tracker() -> None:
    tracker = SteadyTracker(lost_s=1.0)
    follow(tracker, [[box(10)] for _ in range(5)])
    follow(tracker, [[box(10)] for _ in range(5)], begin_s=-3600)
    tracks = [tracker.update(Detections.none(), after(-3599 + i)) for i in range(4)]
    assert [t.state for one in tracks for t in one].count(TrackState.ENDED) == 1
    assert tracks[-1] == ()
