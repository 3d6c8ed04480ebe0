"""One frame's walk: what moves is looked at, who is seen becomes a track, an event and a path."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import cv2
import numpy as np
import pytest

from omnisight_desktop.capture.demo import scene_at
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.frame import ArrayPicture, Frame, Picture
from omnisight_desktop.core.geometry import Boxes, merged
from omnisight_desktop.core.mistake import Mistake
from omnisight_desktop.core.scene import Scene, tracks_at
from omnisight_desktop.core.track import Track, TrackPath, TrackState
from omnisight_desktop.flow.channel import Channel, DropPolicy, LatestSlot
from omnisight_desktop.flow.inbox import LatestInbox
from omnisight_desktop.perception.detect.hog import HogDetector
from omnisight_desktop.perception.detect.mistaken import Mistaken
from omnisight_desktop.perception.detect.wanted import Wanted
from omnisight_desktop.perception.track.steady import SteadyTracker
from omnisight_desktop.pipeline.cadence import Cadence
from omnisight_desktop.pipeline.eye import Eye, Looked
from omnisight_desktop.pipeline.feed import CameraPipes, Feed
from omnisight_desktop.pipeline.outlets import Outlets
from omnisight_desktop.pipeline.stages import Stages, Walk
from omnisight_desktop.pipeline.vigil import Vigil
from omnisight_desktop.pipeline.watch import Watch
from omnisight_desktop.rules.judge import Judge
from omnisight_desktop.rules.settings import JudgeSettings

START = datetime(2026, 5, 3, 12, tzinfo=UTC)


class BrightSquares:
    """Finds what is bright, and only where it is told to look."""

    names = ("person", "car")

    def __init__(self) -> None:
        self.looks = 0
        self.score = 1.0

    def detect(
        self, picture: Picture, regions: Boxes, smallest_px: float | None = None
    ) -> Detections:
        if not len(regions):
            return Detections.none(self.names)
        self.looks += 1
        ys, xs = np.nonzero(picture.bgr()[..., 0] > 200)
        if not len(xs):
            return Detections.none(self.names)
        box = np.asarray([[xs.min(), ys.min(), xs.max() + 1, ys.max() + 1]], np.float32)
        score = np.full(1, self.score, np.float32)
        return Detections(box, score, np.zeros(1, np.int32), self.names)


def stages_of(
    detector: Callable[[], Any],
    labels: frozenset[str] = frozenset(),
    still_s: float = 10,
    scores: Mapping[str, float] | None = None,
) -> Stages:
    """The usual stages over a detector."""
    wanted = Wanted(0.3, labels, scores or {})
    return Stages(
        detector,
        lambda: SteadyTracker(lost_s=1, sure=wanted.sure),
        lambda: Judge("yard", JudgeSettings(stationary_s=still_s)),
        wanted,
    )


class Yard:
    """A yard in which a bright square walks."""

    def __init__(
        self, labels: frozenset[str] = frozenset(), scores: Mapping[str, float] | None = None
    ) -> None:
        self.detector = BrightSquares()
        self.mistaken = Mistaken()
        stages = stages_of(lambda: self.detector, labels, scores=scores)
        self.walk = Walk("yard", replace(stages, mistaken=lambda: self.mistaken))
        self.high = 360
        self.kept: list[Any] = []
        self.filmed: list[Event] = []
        self.outlets = Outlets("yard", self.kept.append, self.filmed.append)
        self.index = 0

    def see(self, x: int | None) -> Scene:
        image = np.full((360, 640, 3), 90, np.uint8)
        if x is not None:
            image[150:250, x : x + 50] = 240
        if self.high != 360:
            image = np.asarray(cv2.resize(image, (self.high * 16 // 9, self.high)), np.uint8)
        at = START + timedelta(seconds=self.index * 0.2)
        scene = self.walk.look(Frame("yard", self.index, at, 0.0, ArrayPicture(image)))
        self.outlets.take(scene)
        self.index += 1
        return scene

    def somebody_comes(self) -> None:
        for i in range(30):
            self.see(None if i < 20 else 100 + 8 * (i - 20))

    def somebody_walks_by(self) -> list[Scene]:
        still = [self.see(None) for _ in range(20)]
        walk = [self.see(100 + 8 * i) for i in range(25)]
        return still + walk + [self.see(None) for _ in range(12)]


def test_a_still_scene_costs_no_look() -> None:
    yard = Yard()
    for _ in range(290):
        yard.see(None)
    assert yard.detector.looks == 4  # the very first ones; nothing was known yet
    for _ in range(20):
        yard.see(None)
    assert yard.detector.looks == 5  # and one a minute, whatever the gate says


def test_what_is_marked_as_a_mistake_is_gone_at_once_and_comes_when_it_is_surer() -> None:
    yard = Yard()
    yard.detector.score = 0.6
    for _ in range(60):
        scene = yard.see(300)
    (statue,) = scene.tracks
    assert statue.still_since is not None  # it is not even looked at any more
    place = (300 / 640, 150 / 360, 350 / 640, 250 / 360)
    mark = Mistake("M", "yard", "person", statue.id, (place,), 0.7, START, START)
    yard.mistaken = Mistaken.of([mark])
    seen = [yard.see(300) for _ in range(200)]
    assert all(t.state is not TrackState.ACTIVE for scene in seen for t in scene.tracks)
    newest = {e.id: e for e in yard.kept if isinstance(e, Event)}
    assert all(e.end is not None for e in newest.values())
    yard.detector.score = 0.75
    for x in (400, 300, 300, 300, 300, 300):
        scene = yard.see(x)
    assert TrackState.ACTIVE in [track.state for track in scene.tracks]


def test_how_certain_the_detector_ever_was_is_kept_with_the_way() -> None:
    yard = Yard()
    for i, score in enumerate((0.5, 0.6, 0.9, 0.6, 0.5)):
        yard.detector.score = score
        yard.see(100 + 8 * i)
    for _ in range(30):
        yard.see(None)
    (path,) = [value for value in yard.kept if isinstance(value, TrackPath)]
    assert path.score == 0.9


def test_who_stands_there_from_the_first_picture_on_is_found() -> None:
    yard = Yard()
    for _ in range(10):
        scene = yard.see(300)
    assert [track.state for track in scene.tracks] == [TrackState.ACTIVE]
    yard.outlets.take_events(yard.walk.close())
    yard.outlets.close()
    for _ in range(10):
        scene = yard.see(300)
    assert [track.state for track in scene.tracks] == [TrackState.ACTIVE]


def test_a_picture_of_another_size_begins_anew_and_is_no_news() -> None:
    yard = Yard()
    for _ in range(20):
        yard.see(300)
    yard.high = 180
    for _ in range(20):
        scene = yard.see(300)
    (track,) = scene.tracks
    assert track.box == pytest.approx((150, 75, 175, 125), abs=3)
    assert len([v for v in yard.kept if isinstance(v, TrackPath)]) == 1
    assert len({v.story for v in yard.kept if isinstance(v, Event)}) == 1


def test_what_is_doubtful_begins_no_track_but_continues_one() -> None:
    yard = Yard(scores={"person": 0.6})
    yard.detector.score = 0.5
    for _ in range(10):
        assert not yard.see(300).tracks
    yard.detector.score = 0.7
    for step in range(3):
        yard.see(308 + 8 * step)
    yard.detector.score = 0.5
    for step in range(20):
        scene = yard.see(332 + 8 * step)
    assert [track.state for track in scene.tracks] == [TrackState.ACTIVE]


def test_a_camera_may_believe_what_others_doubt() -> None:
    yard = Yard(scores={"person": 0.2})
    yard.detector.score = 0.25
    for _ in range(10):
        scene = yard.see(300)
    assert [track.state for track in scene.tracks] == [TrackState.ACTIVE]


def test_somebody_who_walks_by_is_one_event_one_path_and_two_orders() -> None:
    yard = Yard()
    yard.somebody_walks_by()
    began, ended, left = (v for v in yard.kept if isinstance(v, Event))
    (path,) = (v for v in yard.kept if isinstance(v, TrackPath))
    assert began.id == ended.id
    assert ended.end == START + timedelta(seconds=44 * 0.2)  # when they were last seen
    assert began.track == path.track == left.track
    assert (began.story, left.type, left.story) == (began.id, "left", began.id)
    assert len(path) == pytest.approx(25, abs=1)
    assert [event.end is None for event in yard.filmed] == [True, False]
    middles = (path.boxes[:, 0] + path.boxes[:, 2]) / 2 * 640
    assert np.abs(middles - (125 + 8 * np.arange(len(path)))).max() < 12


def test_what_is_not_wanted_is_not_followed() -> None:
    yard = Yard(labels=frozenset({"car"}))
    yard.somebody_walks_by()
    assert yard.kept == []


def test_who_stands_still_is_not_forgotten() -> None:
    yard = Yard()
    for _ in range(20):
        yard.see(None)
    scenes = [yard.see(100 + 8 * i) for i in range(10)] + [yard.see(180) for _ in range(200)]
    assert {t.state for t in scenes[-1].tracks} == {TrackState.ACTIVE}
    events = [v for v in yard.kept if isinstance(v, Event)]
    assert [e.type for e in events] == ["appeared", "stationary"]
    assert yard.detector.looks < 130  # it is looked at now and then while nothing moves


def test_what_stands_is_looked_at_as_soon_as_something_moves_there() -> None:
    yard = Yard()
    for _ in range(20):
        yard.see(None)
    for i in range(10):
        yard.see(100 + 8 * i)
    for _ in range(100):
        yard.see(172)
    scenes = [yard.see(172 + 8 * i) for i in range(10)]
    (track,) = scenes[-1].tracks
    assert track.box[0] == pytest.approx(172 + 72, abs=12)


def test_closing_ends_the_event_and_keeps_the_path() -> None:
    yard = Yard()
    for _ in range(20):
        yard.see(None)
    for i in range(10):
        yard.see(100 + 8 * i)
    yard.outlets.take_events(yard.walk.close())
    yard.outlets.close()
    events = [v for v in yard.kept if isinstance(v, Event)]
    assert events[-1].end == START + timedelta(seconds=29 * 0.2)  # the last picture
    assert not yard.walk.follows
    assert sum(isinstance(v, TrackPath) for v in yard.kept) == 1


def test_a_scene_without_its_picture_can_travel() -> None:
    yard = Yard()
    scene = yard.somebody_walks_by()[30]
    small = pickle.dumps(scene.without_picture())
    assert len(small) < 2000
    assert pickle.loads(small).tracks == scene.tracks


def test_regions_that_touch_become_one() -> None:
    boxes = np.asarray(
        [[0, 0, 10, 10], [50, 50, 60, 60], [8, 8, 20, 20], [18, 0, 30, 12]], np.float32
    )
    assert sorted(merged(boxes).tolist()) == [[0, 0, 30, 20], [50, 50, 60, 60]]


def test_boxes_go_on_with_the_people_between_two_looks() -> None:
    def scene(at_s: float, x: float) -> Scene:
        track = Track("T1", "person", (x, 0, x + 10, 20), 0.9, TrackState.ACTIVE, START, START)
        return Scene("yard", 0, START + timedelta(seconds=at_s), (100, 100), (track,))

    newest, before = scene(0.2, 20), scene(0.0, 10)
    (moved,) = tracks_at(START + timedelta(seconds=0.3), newest, before)
    assert moved.box == pytest.approx((25, 0, 35, 20))
    assert tracks_at(START, newest, before) == newest.tracks
    assert tracks_at(START + timedelta(seconds=0.3), newest, None) == newest.tracks
    (far,) = tracks_at(START + timedelta(seconds=60), newest, before)
    assert far.box == pytest.approx((40, 0, 50, 20))  # it does not run away for ever


def test_who_walks_out_of_the_picture_does_not_break_the_next_look() -> None:
    detector = HogDetector(0.5)
    walk = Walk("yard", stages_of(lambda: detector))
    for index in range(0, 30 * 15, 3):  # the demo at twice its size: people taller than a region
        image = cv2.resize(scene_at(index / 15), None, fx=2, fy=2)
        at = START + timedelta(seconds=index / 15)
        walk.look(Frame("yard", index, at, 0.0, ArrayPicture(np.asarray(image, np.uint8))))


def test_one_cameras_fault_does_not_blind_the_others() -> None:
    good, bad = Yard(), Yard()
    kept: dict[str, Looked] = {
        "bad": Looked(WATCHED, Walk("bad", stages_of(_broken)), bad.outlets, VIGIL),
        "good": Looked(WATCHED, good.walk, good.outlets, VIGIL),
    }
    frames: LatestInbox[Frame] = LatestInbox("frames")
    eye = Eye(frames, Channel("leaving", 1, DropPolicy.WAIT), kept, ManualClock(START))
    for index in range(40):
        image = np.full((360, 640, 3), 90, np.uint8)
        if index >= 20:
            x = 100 + 8 * (index - 20)
            image[150:250, x : x + 50] = 240
        at = START + timedelta(seconds=index * 0.2)
        for name, looked in kept.items():
            eye._look(looked, Frame(name, index, at, 0.0, ArrayPicture(image)))
    assert "no such luck" in str(kept["bad"].trouble)
    assert sum(isinstance(v, Event) for v in good.kept) == 1


@pytest.mark.parametrize("state", [CameraState.OFFLINE, CameraState.CONNECTING, CameraState.ENDED])
def test_a_camera_that_falls_silent_ends_what_it_saw(state: CameraState) -> None:
    yard = Yard()
    yard.somebody_comes()
    silent = Looked(_watch(state), yard.walk, yard.outlets, VIGIL)
    frames: LatestInbox[Frame] = LatestInbox("frames")
    eye = Eye(frames, Channel("leaving", 1, DropPolicy.WAIT), {"yard": silent}, ManualClock(START))
    black = ArrayPicture(np.zeros((36, 64, 3), np.uint8))
    frames.put("street", Frame("street", 0, START, 0.0, black))  # others go on all the while
    frames.put("yard", Frame("yard", 30, START, 0.0, black))
    eye.let_go()
    assert yard.walk.follows  # its last picture is still to be looked at
    frames.forget("yard")
    eye.let_go()
    events = [v for v in yard.kept if isinstance(v, Event)]
    assert events[-1].end == START + timedelta(seconds=29 * 0.2)


def test_a_camera_that_cannot_come_to_its_end_does_not_blind_the_others() -> None:
    yard = Yard()
    yard.somebody_comes()
    full = Outlets("yard", _full_disk, lambda _: None)
    silent = Looked(SILENT, yard.walk, full, VIGIL)
    frames: LatestInbox[Frame] = LatestInbox("frames")
    eye = Eye(frames, Channel("leaving", 1, DropPolicy.WAIT), {"yard": silent}, ManualClock(START))
    eye.let_go()
    assert "full" in str(silent.trouble)


def _full_disk(_: object) -> None:
    raise ValueError("the disk is full")


def _broken() -> BrightSquares:
    raise ValueError("no such luck")


def _watch(state: CameraState) -> Watch:
    pipes = CameraPipes(
        PacketRing(1, 1), PacketRing(1, 1), LatestInbox("frames"), LatestSlot("preview")
    )
    camera, clock = Camera("yard", "Yard", ""), ManualClock(START)
    watch = Watch(camera, Feed(""), pipes, Cadence(5), clock, lambda _: None)
    watch.status = CameraStatus("yard", state, START)
    return watch


WATCHED, SILENT = _watch(CameraState.LIVE), _watch(CameraState.OFFLINE)
VIGIL = Vigil("yard", 10)


def test_what_a_rule_only_counts_is_remembered_and_not_filmed() -> None:
    kept: list[Any] = []
    filmed: list[Event] = []
    outlets = Outlets("yard", kept.append, filmed.append)
    two = tuple(Event(name, "yard", "rule", START, START) for name in ("counted", "filmed"))
    scene = Scene("yard", 0, START, (64, 36), (), two, unfilmed=frozenset({"counted"}))
    outlets.take(scene)
    assert kept == list(two)
    assert filmed == [two[1]]
