"""The walk as a whole, with real threads: a recording goes in; events, paths and clips come out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from omnisight_desktop.core.camera import Camera, CameraState
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.pipeline.eye import Rates
from omnisight_desktop.pipeline.feed import one_for_all
from omnisight_desktop.pipeline.recorder import ClipLengths
from omnisight_desktop.pipeline.supervisor import Habits, Pipeline, Senses
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

    def __init__(self, media: Path, detector: Callable[[], Any]) -> None:
        self.kept: Channel[Any] = Channel("kept", 1000, DropPolicy.WAIT)
        self.pipeline = Pipeline(
            Senses(lambda _: stages_of(detector)),
            self.kept.put,
            media,
            Habits(Rates(10, 10), ClipLengths(1, 1, 3)),
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
