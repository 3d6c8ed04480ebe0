"""Following: one id for one walker, two ids for two, a short absence forgiven, a long one not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.track.steady import SteadyTracker

START = datetime(2026, 5, 3, 12, tzinfo=UTC)


def box(x: float, y: float = 100) -> tuple[float, float, float, float]:
    return (x, y, x + 40, y + 100)


def follow(
    tracker: SteadyTracker, frames: list[list[tuple[float, float, float, float]]], score: float = 0.9
) -> list[tuple[Track, ...]]:
    seen = []
    for index, boxes in enumerate(frames):
        found = Detections.of("person", boxes, [score] * len(boxes))
        seen.append(tracker.update(found, START + timedelta(seconds=index * 0.2)))
    return seen


def active_ids(frames: list[tuple[Track, ...]]) -> set[str]:
    return {t.id for tracks in frames for t in tracks if t.state is TrackState.ACTIVE}


def test_one_walker_keeps_one_id_and_is_believed_after_three_sightings() -> None:
    seen = follow(SteadyTracker(), [[box(10 + 6 * i)] for i in range(20)])
    assert len(active_ids(seen)) == 1
    assert [tracks[0].state for tracks in seen[:3]] == [
        TrackState.TENTATIVE,
        TrackState.TENTATIVE,
        TrackState.ACTIVE,
    ]
    assert seen[-1][0].since == START


def test_two_who_cross_on_different_heights_keep_their_ids() -> None:
    frames = [[box(10 + 8 * i, 100), box(250 - 8 * i, 260)] for i in range(30)]
    seen = follow(SteadyTracker(), frames)
    assert len(active_ids(seen)) == 2
    first, last = {t.id: t.box for t in seen[5]}, {t.id: t.box for t in seen[-1]}
    for track_id, start in first.items():
        assert abs(start[1] - last[track_id][1]) < 20  # nobody changed lanes


def test_a_short_absence_is_forgiven_along_the_predicted_path() -> None:
    frames = [[box(10 + 5 * i)] if not 10 <= i < 15 else [] for i in range(25)]
    seen = follow(SteadyTracker(lost_s=2.0), frames)
    assert len(active_ids(seen)) == 1
    assert seen[12][0].state is TrackState.LOST


def test_a_long_absence_ends_the_track_exactly_once() -> None:
    frames = [[box(10)] for _ in range(5)] + [[] for _ in range(20)]
    seen = follow(SteadyTracker(lost_s=1.0), frames)
    ended = [t for tracks in seen for t in tracks if t.state is TrackState.ENDED]
    assert len(ended) == 1
    assert seen[-1] == ()


def test_a_doubtful_sighting_goes_on_with_a_track_but_begins_none() -> None:
    tracker = SteadyTracker()
    follow(tracker, [[box(10)] for _ in range(5)])
    weak = Detections.of("person", [box(10), box(400)], [0.3, 0.3])
    tracks = tracker.update(weak, START + timedelta(seconds=1))
    assert [t.state for t in tracks] == [TrackState.ACTIVE]


def test_a_car_does_not_continue_a_person() -> None:
    tracker = SteadyTracker()
    follow(tracker, [[box(10)] for _ in range(5)])
    tracks = tracker.update(Detections.of("car", [box(10)], [0.9]), START + timedelta(seconds=1))
    assert {(t.label, t.state) for t in tracks} == {
        ("person", TrackState.LOST),
        ("car", TrackState.TENTATIVE),
    }


def test_nothing_at_all_is_no_trouble() -> None:
    assert SteadyTracker().update(Detections.none(), START) == ()


def test_boxes_stay_close_to_what_was_seen() -> None:
    seen = follow(SteadyTracker(), [[box(10 + 6 * i)] for i in range(20)])
    assert np.abs(np.asarray(seen[-1][0].box) - box(10 + 6 * 19)).max() < 6


def test_who_comes_after_an_hour_is_somebody_else_and_the_first_ended_when_last_seen() -> None:
    tracker = SteadyTracker(lost_s=2.0)
    seen = follow(tracker, [[box(10)] for _ in range(5)])
    later = START + timedelta(hours=1)
    tracks = tracker.update(Detections.of("person", [box(10)], [0.9]), later)
    old, new = sorted(tracks, key=lambda t: t.since)
    assert (old.id, old.state) == (seen[-1][0].id, TrackState.ENDED)
    assert old.last_seen == START + timedelta(seconds=0.8)
    assert new.since == later
