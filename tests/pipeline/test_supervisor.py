"""The walk as a whole, with real threads: a recording goes in; events, paths and clips come out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest

from omnisight_desktop.capture.decoding import Hardware
from omnisight_desktop.core.camera import Camera, CameraState, Role
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import ManualClock, SystemClock
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import ModelMissing, PasswordRefused, SourceError
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.ports.capture import Sound, Source, Wants
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.worker import Backoff
from omnisight_desktop.pipeline import supervisor, watch
from omnisight_desktop.pipeline.again import pictures
from omnisight_desktop.pipeline.eye import Looked, Rates
from omnisight_desktop.pipeline.feed import Heard, one_for_all
from omnisight_desktop.pipeline.recorder import ClipLengths
from omnisight_desktop.pipeline.supervisor import Habits, Pipeline, Senses
from tests.fakes.chips import Chip
from tests.pipeline.films import yard_with_a_walker
from tests.pipeline.test_walk import BrightSquares, stages_of

PATIENCE_S = 30.0
T = TypeVar("T")


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds: an empty yard for one, then a bright square that walks through it."""
    return yard_with_a_walker(tmp_path_factory.mktemp("video") / "yard.mp4")


class Running:
    """A pipeline and what it hands over."""

    def __init__(
        self, media: Path, detector: Callable[[], Any], hardware: Hardware | None = None
    ) -> None:
        self.kept: Channel[Any] = Channel("kept", 1000, DropPolicy.WAIT)
        self.pipeline = Pipeline(
            Senses(lambda _: stages_of(detector)),
            self.kept.put,
            media,
            Habits(
                Rates(10, 10),
                ClipLengths(1, 1, 3),
                reconnect=Backoff(0.01, 0.01),
                hardware=hardware,
            ),
            SystemClock(),
        )
        self.seen: list[Any] = []

    def until(self, kind: type[T]) -> T:
        """The next value of a kind."""
        while (value := self.kept.get(PATIENCE_S)) is not None:
            self.seen.append(value)
            if isinstance(value, kind):
                return value
        pytest.fail(f"no {kind.__name__} came")

    def stop(self) -> None:
        """Stop, and collect what came at the end."""
        self.pipeline.stop()
        self.seen += self.kept.drain()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path, BrightSquares)
    running.pipeline.start()
    yield running
    running.stop()
    names = [thread.name for thread in threading.enumerate()]
    assert not [n for n in names if n.startswith(("capture", "eye", "recorder"))]


def test_a_recording_becomes_an_event_a_path_and_a_clip(
    running: Running, recording: Path, tmp_path: Path
) -> None:
    running.pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(recording)))
    began = running.until(Event)
    assert (began.camera, began.label, began.end) == ("yard", "person", None)
    path = running.until(TrackPath)
    running.stop()
    ended = [v for v in running.seen if isinstance(v, Event) and v.end and v.type == "appeared"]
    (clip,) = (v for v in running.seen if isinstance(v, Clip))
    assert {e.id for e in ended} == {began.id}
    assert path.track == began.track
    assert (tmp_path / clip.path).is_file()
    assert {v.clip for v in running.seen if isinstance(v, Event) and v.clip} == {clip.id}


def test_states_and_views_can_be_asked_for_at_any_time(running: Running, recording: Path) -> None:
    assert running.pipeline.view("yard").frame is None
    assert running.pipeline.statuses() == []
    running.pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(recording)))
    running.until(Event)
    (status,) = running.pipeline.statuses()
    assert status.state is CameraState.LIVE
    view = running.pipeline.view("yard")
    assert view.frame is not None
    assert view.scene is not None
    assert running.pipeline.stuck() == []
    assert [c.name for c in running.pipeline.cameras()] == ["Yard"]


def test_a_camera_that_hardware_lets_down_is_seen_to_its_end_and_says_so(
    tmp_path: Path, recording: Path
) -> None:
    running = Running(tmp_path, BrightSquares, Chip(breaks_at=3).hardware())
    running.pipeline.start()
    try:
        running.pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(recording)))
        running.until(Event)
        (status,) = running.pipeline.statuses()
        assert status.state is CameraState.LIVE
        assert status.decoding.startswith("software, since cuda failed")
        assert running.until(Clip).camera == "yard"
    finally:
        running.stop()


def test_a_camera_that_is_taken_away_ends_its_event(running: Running, recording: Path) -> None:
    running.pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(recording)))
    began = running.until(Event)
    running.pipeline.remove("yard")
    ended = running.until(Event)
    assert ended.id == began.id
    assert running.pipeline.cameras() == []


def test_a_camera_that_cannot_be_opened_disturbs_no_other(
    running: Running, recording: Path
) -> None:
    running.pipeline.add(Camera("gone", "Gone", ""), one_for_all("/nowhere/film.mp4"))
    running.pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(recording)))
    assert running.until(Event).camera == "yard"
    states = {s.camera: s for s in running.pipeline.statuses()}
    assert states["gone"].state is CameraState.OFFLINE
    assert "no recording or camera" in states["gone"].reason


def test_stopping_before_anything_was_seen_is_no_trouble(tmp_path: Path) -> None:
    running = Running(tmp_path, BrightSquares)
    running.pipeline.start()
    running.stop()
    assert running.seen == []


def test_once_stopped_it_takes_no_camera_any_more(running: Running, recording: Path) -> None:
    assert running.pipeline.stop()
    running.pipeline.add(Camera("late", "Late", ""), one_for_all(str(recording)))
    assert running.pipeline.cameras() == []


def test_an_end_in_order_is_told(running: Running, recording: Path) -> None:
    running.pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(recording)))
    running.until(Event)
    assert running.pipeline.stop()


def test_a_fault_at_the_end_is_told_and_costs_no_other_camera_its_event_or_its_clip(
    running: Running, recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first", "second"):
        running.pipeline.add(Camera(name, name, ""), one_for_all(str(recording)))
    began = set[str]()
    while len(began) < 2:
        began.add(running.until(Event).id)
    plain = Looked.finish

    def finish(looked: Looked) -> None:
        if looked.watch.camera.id == "first":
            raise ValueError("no such luck")
        plain(looked)

    monkeypatch.setattr(Looked, "finish", finish)
    assert not running.pipeline.stop()
    running.seen += running.kept.drain()
    assert len({v.id for v in running.seen if isinstance(v, Event) and v.end}) == 1
    clips = [v for v in running.seen if isinstance(v, Clip)]
    assert {v.id for v in running.seen if isinstance(v, Event) and v.clip} == began
    assert all((tmp_path / clip.path).is_file() for clip in clips)


def test_what_does_not_end_is_told_and_not_waited_for_camera_by_camera(
    tmp_path: Path, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "_PATIENCE_S", 0.2)
    held, begun = threading.Event(), threading.Event()

    class Stuck(BrightSquares):
        def detect(self, *_: Any) -> Detections:
            begun.set()
            held.wait(PATIENCE_S)
            return Detections.none(self.names)

    running = Running(tmp_path, Stuck)
    running.pipeline.start()
    try:
        running.pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(recording)))
        assert begun.wait(PATIENCE_S)
        assert not running.pipeline.stop()
    finally:
        held.set()
        monkeypatch.undo()
        assert running.pipeline.stop()


def test_a_camera_in_which_nobody_can_be_found_says_so(tmp_path: Path, recording: Path) -> None:
    looks = 0

    def detector() -> BrightSquares:
        nonlocal looks
        looks += 1
        if looks == 1:
            raise ModelMissing("There are no weights.", fix="Get some.")
        return BrightSquares()

    running = Running(tmp_path, detector)
    said: list[str] = []

    class Told(Looked):
        def tried(self, act: Callable[[], None]) -> bool:
            done = super().tried(act)
            said.extend(s.reason for s in running.pipeline.statuses())
            return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(supervisor, "Looked", Told)
        running.pipeline.start()
        running.pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(recording)))
        running.until(Event)
        running.stop()
    assert said[0] == "It is seen, but nobody is found in it. There are no weights."
    assert said[-1] == ""
    assert running.pipeline.looking_trouble is None


def test_streams_of_another_host_or_login_have_tries_of_their_own(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    often = threading.Event()

    def refuse(address: str, _: Wants) -> Source:
        asked.append(address)
        if "nvr" in address:
            raise PasswordRefused("The recorder refused the password.")
        if asked.count(address) == 6:
            often.set()
        raise SourceError("The camera is away.")

    monkeypatch.setattr(watch, "open_source", refuse)
    addresses = {
        Role.DETECT: "rtsp://u:p@camera/1",
        Role.RECORD: "rtsp://u:p@nvr/1",
        Role.AUDIO: "rtsp://u:p@nvr/2",
    }
    running.pipeline.add(Camera("yard", "Yard", ""), addresses)
    assert often.wait(PATIENCE_S)
    assert sum("nvr" in address for address in asked) <= 4  # both may ask for a third time at once


def test_a_camera_that_is_taken_away_leaves_no_picture_behind(
    tmp_path: Path, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = Running(tmp_path, BrightSquares)  # nobody looks: what comes stays where it is
    frames, came = running.pipeline._frames, threading.Event()
    plain = frames.put

    def put(sender: str, frame: Frame) -> None:
        plain(sender, frame)
        came.set()

    monkeypatch.setattr(frames, "put", put)
    running.pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(recording)))
    assert came.wait(PATIENCE_S)
    running.pipeline.remove("yard")
    assert "yard" not in frames
    running.pipeline.retry("yard")  # asked for just as it went
    running.stop()


def test_what_somebody_wants_recorded_is_filmed_like_an_event(
    running: Running, recording: Path
) -> None:
    wanted = Event("hand", "yard", EventType.RECORDED, SystemClock().now(), story="hand")
    assert not running.pipeline.happened(wanted)  # there is no such camera yet
    running.pipeline.add(Camera("yard", "Yard", str(recording)), one_for_all(str(recording)))
    _until(lambda: running.pipeline.held("yard") is not None)
    begun = replace(wanted, start=SystemClock().now())
    assert running.pipeline.happened(begun)
    running.pipeline.happened(replace(begun, end=SystemClock().now()))
    running.stop()
    (clip,) = [value.id for value in running.seen if isinstance(value, Clip)]
    told = [v for v in running.seen if isinstance(v, Event) and v.id == "hand"]
    assert told[-1].clip == clip
    assert any(value.end is not None for value in told)


def test_what_was_held_can_be_shown_again(running: Running, recording: Path) -> None:
    assert running.pipeline.held("yard") is None
    running.pipeline.add(Camera("yard", "Yard", str(recording)), one_for_all(str(recording)))
    _until(lambda: len(getattr(running.pipeline.held("yard"), "packets", ())) > 10)
    held = running.pipeline.held("yard")
    assert held is not None
    shown = list(pictures(held, held.begin))
    assert len(shown) == len(held.packets)
    assert abs(shown[0][0] - held.begin) < timedelta(milliseconds=1)


def test_it_is_known_how_loud_a_camera_is_as_long_as_it_is_heard(
    tmp_path: Path, recording: Path
) -> None:
    clock = ManualClock(SystemClock().now())
    senses = Senses(lambda _: stages_of(BrightSquares), lambda _: lambda _heard: ())
    pipeline = Pipeline(senses, lambda *_: None, tmp_path, Habits(), clock)
    pipeline.add(Camera("yard", "Yard", str(recording)), one_for_all(str(recording)))
    assert pipeline.view("yard").loudness_dbfs is None
    tone = np.sin(np.linspace(0, 200, 1600)).astype(np.float32)
    pipeline.start()
    pipeline._sounds.put(Heard("yard", clock.now(), Sound(0.0, 16_000, tone)))
    _until(lambda: pipeline.view("yard").loudness_dbfs is not None)
    assert pipeline.view("yard").loudness_dbfs == pytest.approx(-3, abs=0.2)
    clock.advance(2)
    assert pipeline.view("yard").loudness_dbfs is None
    pipeline.stop()


def _until(true: Callable[[], bool]) -> None:
    """Wait for something that the workers do by themselves."""
    rest = threading.Event()
    for _ in range(3000):
        if true():
            return
        rest.wait(0.01)
    pytest.fail("it never came")
