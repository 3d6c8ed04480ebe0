"""Where a mistake was marked more certainty is asked: there, of that size, of that kind, and no more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.geometry import Boxes, iou, normalised
from omnisight_desktop.core.mistake import Mistake, Place
from omnisight_desktop.core.track import TrackState
from omnisight_desktop.perception.detect.mistaken import (
    REACH,
    Mistaken,
    floor_over,
    places_of,
)
from omnisight_desktop.perception.track import mot
from omnisight_desktop.perception.track.steady import SteadyTracker
from tests.material import need

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
SIZE = (1000, 500)
FIRST, LAST = 1, 360  # of the recording's 654 frames
STATUE = (400.0, 100.0, 500.0, 300.0)

#: Frame by frame: boxes of those followed, by track.
Tracks = dict[str, list[tuple[int, tuple[float, float, float, float]]]]


def mark(*places: Place, label: str = "person", floor: float = 0.7) -> Mistake:
    return Mistake("M1", "yard", label, "T1", places, floor, NOON, NOON + timedelta(days=90))


def statue(floor: float = 0.7) -> Mistaken:
    x1, y1, x2, y2 = normalised(np.asarray([STATUE], np.float32), *SIZE)[0].tolist()
    return Mistaken.of([mark((x1, y1, x2, y2), floor=floor)])


def moved(x: float = 0, y: float = 0, grown: float = 1) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = STATUE
    return x1 + x, y1 + y, x1 + x + (x2 - x1) * grown, y1 + y + (y2 - y1) * grown


@pytest.mark.parametrize(
    ("box", "score", "stays"),
    [
        (STATUE, 0.69, False),
        (STATUE, 0.71, True),  # somebody really stands there
        (moved(x=20), 0.5, False),
        (moved(x=60), 0.5, True),  # beside it
        (moved(y=120), 0.5, True),
        (moved(grown=1.2), 0.5, False),
        (moved(grown=2), 0.5, True),  # somebody nearer to the camera
        (moved(grown=0.5), 0.5, True),
    ],
)
def test_only_there_and_of_that_size(
    box: tuple[float, float, float, float], score: float, stays: bool
) -> None:
    found = statue().without(Detections.of("person", [box], [score]), SIZE)
    assert len(found) == stays


def test_what_is_of_another_kind_is_left_alone() -> None:
    found = Detections(
        np.asarray([STATUE, STATUE], np.float32),
        np.asarray([0.5, 0.5], np.float32),
        np.asarray([1, 0], np.int32),
        ("person", "dog"),
    )
    left = statue().without(found, SIZE)
    assert [left.name_of(row) for row in range(len(left))] == ["dog"]


def test_the_place_moves_with_the_size_of_the_picture() -> None:
    half = tuple(side / 2 for side in STATUE)
    found = Detections.of("person", [half], [0.5])
    assert not len(statue().without(found, (500, 250)))
    assert len(statue().without(found, SIZE))


def test_of_two_marks_at_one_place_the_stricter_counts() -> None:
    place = (0.4, 0.2, 0.5, 0.6)
    both = Mistaken.of([mark(place, floor=0.6), mark(place, floor=0.8)])
    assert not len(both.without(Detections.of("person", [STATUE], [0.7]), SIZE))


def test_without_marks_nothing_is_touched() -> None:
    found = Detections.of("person", [STATUE], [0.2])
    assert Mistaken().without(found, SIZE) is found


def test_where_it_trembled_is_one_place() -> None:
    chance = np.random.default_rng(1)
    boxes = np.asarray([[0.4, 0.2, 0.5, 0.6]] * 200) + chance.uniform(-0.004, 0.004, (200, 4))
    (place,) = places_of(np.asarray(boxes, np.float32))
    assert place == pytest.approx((0.4, 0.2, 0.5, 0.6), abs=0.005)


def test_what_wandered_about_is_learnt_only_where_it_was_for_longest() -> None:
    way = np.linspace(0, 0.8, 300)
    boxes = np.stack([way, way * 0 + 0.2, way + 0.1, way * 0 + 0.6], axis=1)
    stood = np.repeat([[0.5, 0.6, 0.6, 1.0]], 200, axis=0)
    places = places_of(np.asarray(np.concatenate([boxes, stood]), np.float32))
    assert len(places) <= 8
    assert places[0] == pytest.approx((0.5, 0.6, 0.6, 1.0))


@pytest.mark.parametrize(
    ("most", "told", "floor"),
    [(0.5, (), 0.6), (0.9, (), 0.95), (None, (0.4, 0.5), 0.7), (1.0, (), 1.0), (None, (), 0.2)],
)
def test_more_is_asked_than_the_mistake_ever_had_and_it_can_always_be_had(
    most: float | None, told: tuple[float, ...], floor: float
) -> None:
    assert floor_over(most, told) == pytest.approx(floor)


def test_real_false_tracks_do_not_come_back_and_nobody_else_is_lost() -> None:
    """MOT17's own detections and truth: mark what is nobody in any frame, and look again."""
    folder = need("truth", "mot", "MOT17", "MOT17-10-FRCNN")
    size = (1920, 1080)
    table = np.loadtxt(folder / "gt" / "gt.txt", delimiter=",")
    table = table[(table[:, 0] >= FIRST) & (table[:, 0] <= LAST)]
    everything = _boxes_by_frame(table)
    people = _boxes_by_frame(table[(table[:, 6] == 1) & (table[:, 7] == 1)])
    with (folder / "det" / "det.txt").open(encoding="ascii") as lines:
        everywhen = mot.read(lines, "det").by_frame("person")
        found = {frame: seen for frame, seen in everywhen if FIRST <= frame <= LAST}
    before = _followed(found, Mistaken(), size)
    false = {track for track in before if _is_nobody(before[track], everything)}
    assert false
    marks = [_marked(before[track], found, size) for track in sorted(false)]
    mistaken = Mistaken.of(marks)
    after = _followed(found, mistaken, size)
    for rows in after.values():
        if _is_nobody(rows, everything):
            boxes = normalised(np.asarray([box for _, box in rows], np.float32), *size)
            at_one = iou(boxes, mistaken.places).max(axis=1) >= REACH
            assert at_one.mean() < 0.5  # it is another one
    hits, total = _hits(before, people)
    assert hits > 2000
    assert hits - _hits(after, people)[0] <= total / 1000


def _followed(found: dict[int, Detections], mistaken: Mistaken, size: tuple[int, int]) -> Tracks:
    tracker, tracks = SteadyTracker(), Tracks()
    for frame in range(FIRST, LAST + 1):
        seen = mistaken.without(found.get(frame, Detections.none()), size)
        for track in tracker.update(seen, NOON + timedelta(seconds=frame / 30)):
            if track.state is TrackState.ACTIVE:
                tracks.setdefault(track.id, []).append((frame, track.box))
    return tracks


def _marked(
    rows: list[tuple[int, tuple[float, float, float, float]]],
    found: dict[int, Detections],
    size: tuple[int, int],
) -> Mistake:
    boxes = np.asarray([box for _, box in rows], np.float32)
    most = 0.0
    for frame, box in rows:
        seen = found[frame]
        near = iou(np.asarray([box], np.float32), seen.boxes)[0] > 0.5
        most = max(most, float(seen.scores[near].max(initial=0)))
    places = places_of(np.clip(normalised(boxes, *size), 0, 1))
    return mark(*places, floor=floor_over(most, ()))


def _is_nobody(
    rows: list[tuple[int, tuple[float, float, float, float]]], truth: dict[int, Boxes]
) -> bool:
    if len(rows) < 5:
        return False
    none = np.zeros((0, 4), np.float32)
    over = [
        iou(np.asarray([box], np.float32), truth.get(f, none)).max(initial=0) for f, box in rows
    ]
    return bool(max(over) < 0.4)


def _hits(tracks: Tracks, truth: dict[int, Boxes]) -> tuple[int, int]:
    """How many of those who were there were followed, and how many there were."""
    by_frame: dict[int, list[tuple[float, float, float, float]]] = {}
    for rows in tracks.values():
        for frame, box in rows:
            by_frame.setdefault(frame, []).append(box)
    hits = 0
    for frame, boxes in truth.items():
        mine = np.asarray(by_frame.get(frame, []), np.float32).reshape(-1, 4)
        hits += int((iou(boxes, mine).max(axis=1, initial=0) >= 0.5).sum())
    return hits, sum(len(boxes) for boxes in truth.values())


def _boxes_by_frame(table: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> dict[int, Boxes]:
    corners = np.asarray(np.concatenate([table[:, 2:4], table[:, 2:4] + table[:, 4:6]], axis=1))
    frames = table[:, 0].astype(int)
    return {int(f): np.asarray(corners[frames == f], np.float32) for f in np.unique(frames)}
