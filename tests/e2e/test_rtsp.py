"""The walk over a real RTSP server that is treated as networks and cameras treat each other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import SystemClock, to_ms
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.event import Event, Gap
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.worker import Backoff
from omnisight_desktop.pipeline.eye import Rates
from omnisight_desktop.pipeline.feed import one_for_all
from omnisight_desktop.pipeline.recorder import ClipLengths
from omnisight_desktop.pipeline.supervisor import Habits, Pipeline, Senses
from tests.fakes import burned_clock
from tests.fakes.rtsp import RtspServer, Served, need_server
from tests.pipeline.test_walk import stages_of

PATIENCE_S = 40.0
_DAY_MS = 1 << 24  # the burned clock begins anew after so many milliseconds


class BrightBelow:
    """Finds the bright square that walks in the lower half; in the upper one lies the clock."""

    names = ("person",)

    def detect(
        self, picture: Picture, regions: Boxes, smallest_px: float | None = None
    ) -> Detections:
        image, half = picture.bgr()[..., 0], picture.height // 2
        ys, xs = np.nonzero(image[half:] > 200)
        if not len(regions) or len(xs) < 50:
            return Detections.none(self.names)
        box = (xs.min(), half + ys.min(), xs.max() + 1, half + ys.max() + 1)
        return Detections.of("person", [box], [0.9])


class Watching:
    """A pipeline over one camera, and everything that it hands over."""

    def __init__(self, media: Path) -> None:
        self.media = media
        self.seen: list[Any] = []
        self.kept: Channel[Any] = Channel("kept", 100_000, DropPolicy.WAIT)
        self.pipeline = Pipeline(
            Senses(lambda _: stages_of(BrightBelow)),
            self.kept.put,
            media,
            Habits(Rates(5, 5), ClipLengths(1, 2, 4, 5), 2.0, Backoff(0.2, 0.5)),
            SystemClock(),
        )

    def status(self) -> CameraStatus:
        (status,) = self.pipeline.statuses()
        return status

    def until(self, what: Callable[[Any], bool]) -> Any:
        """The next value that is so."""
        for _ in _moments():
            value = self.kept.get(0.2)
            if value is not None:
                self.seen.append(value)
                if what(value):
                    return value
        pytest.fail(f"it did not come; the camera is {self.status()}")

    def until_it_is(self, state: CameraState, words: str = "") -> CameraStatus:
        """Wait for a state of the camera."""
        rest = threading.Event()
        for _ in _moments():
            status = self.status()
            if status.state is state and words in f"{status.reason} {status.fix}":
                return status
            rest.wait(0.05)
        pytest.fail(f"it is not {state}: {self.status()}")

    def gaps(self) -> list[Gap]:
        """The gaps that were kept, all of them now that nothing runs any more."""
        return [value for value in self.seen if isinstance(value, Gap)]


def _moments() -> Iterator[None]:
    clock = SystemClock()
    until = clock.mono() + PATIENCE_S
    while clock.mono() < until:
        yield


@contextmanager
def watching(media: Path, address: str) -> Iterator[Watching]:
    """Watch an address until the block ends."""
    watched = Watching(media)
    watched.pipeline.start()
    watched.pipeline.add(Camera("porch", "Porch", ""), one_for_all(address))
    try:
        yield watched
    finally:
        watched.pipeline.stop()
        watched.seen += watched.kept.drain()


@pytest.fixture(autouse=True)
def _server() -> None:
    need_server()


def _is(kind: type, **told: Any) -> Callable[[Any], bool]:
    return lambda value: (
        isinstance(value, kind) and all(getattr(value, k) == v for k, v in told.items())
    )


def test_what_is_seen_is_filmed_with_sound_and_in_time(tmp_path: Path) -> None:
    served = Served(sound="aac")
    with RtspServer(served) as server, watching(tmp_path, server.address()) as watched:
        event = watched.until(_is(Event, type="appeared"))
        clip: Clip = watched.until(_is(Clip))
    path = tmp_path / clip.path
    pictures = burned_clock.shown(path)
    assert len(pictures) > 30
    errors = []
    for picture in pictures:
        told = to_ms(clip.start) + round(picture.at_s * 1000)
        off = (told - picture.clock_ms + _DAY_MS // 2) % _DAY_MS - _DAY_MS // 2
        errors.append(abs(off))
    assert np.percentile(errors, 95) <= 100
    assert clip.start <= event.start <= clip.end
    # The server stamps a piece of sound when it sends it, up to a fifteenth of a second after it was
    # made, and its encoder holds back as much again.
    late = [
        (clip.start + timedelta(seconds=beep)).microsecond / 1e6
        for beep in burned_clock.beeps(path)
    ]
    assert late
    assert np.median([second if second < 0.5 else second - 1 for second in late]) < 0.35


def test_a_server_that_dies_and_comes_back_is_a_gap_of_that_length(tmp_path: Path) -> None:
    with RtspServer() as server, watching(tmp_path, server.address()) as watched:
        watched.until(_is(Event, type="appeared"))
        server.kill()
        killed = datetime.now(UTC)
        watched.until_it_is(CameraState.OFFLINE)
        down = watched.until(_is(Event, type="camera_down"))
        server.start()
        watched.until_it_is(CameraState.LIVE)
        back = datetime.now(UTC)
        up = watched.until(_is(Event, type="camera_up"))
        watched.until(_is(Event, type="appeared"))
    assert down.text
    assert up.story == down.id
    missing = sum((gap.end - gap.start).total_seconds() for gap in watched.gaps())
    assert missing == pytest.approx((back - killed).total_seconds(), abs=1.5)
    assert all(gap.reason for gap in watched.gaps())


def test_a_stream_that_stalls_without_closing_is_noticed_and_called_again(tmp_path: Path) -> None:
    with RtspServer() as server, watching(tmp_path, server.address()) as watched:
        watched.until(_is(Event, type="appeared"))
        server.stall()
        stalled = datetime.now(UTC)
        status = watched.until_it_is(CameraState.OFFLINE)
        server.go_on()
        watched.until_it_is(CameraState.LIVE)
        back = datetime.now(UTC)
        watched.until(_is(Event, type="appeared"))
    assert status.reason
    missing = sum((gap.end - gap.start).total_seconds() for gap in watched.gaps())
    assert missing == pytest.approx((back - stalled).total_seconds(), abs=1.5)


def test_a_wrong_password_is_tried_three_times_and_then_no_more(tmp_path: Path) -> None:
    with RtspServer(Served(user="root", password="right", digest=True)) as server:
        address = server.address(user="root", password="wrong")
        with watching(tmp_path, address) as watched:
            status = watched.until_it_is(CameraState.OFFLINE, "not tried again by itself")
    assert "password" in status.reason
    assert "wrong" not in f"{status.reason} {status.fix}"


def test_the_right_password_opens_the_door(tmp_path: Path) -> None:
    with RtspServer(Served(user="root", password="p@ss:w/rd", digest=True)) as server:
        address = server.address(user="root", password="p%40ss%3Aw%2Frd")
        with watching(tmp_path, address) as watched:
            watched.until_it_is(CameraState.LIVE)


def test_damaged_packets_are_survived(tmp_path: Path) -> None:
    with RtspServer() as server, watching(tmp_path, server.address()) as watched:
        watched.until(_is(Event, type="appeared"))
        server.corrupt(0.002)
        watched.until(_is(Clip))
        server.corrupt(0.0)
        watched.until_it_is(CameraState.LIVE)
        before = watched.pipeline.view("porch").serial
        for _ in _moments():
            if watched.pipeline.view("porch").serial > before + 20:
                break
        else:
            pytest.fail("no more pictures came")


def test_pictures_of_another_size_are_shown_and_filmed(tmp_path: Path) -> None:
    with RtspServer() as server, watching(tmp_path, server.address()) as watched:
        watched.until(_is(Event, type="appeared"))
        server.resize(480, 272)
        for _ in _moments():
            frame = watched.pipeline.view("porch").frame
            if frame is not None and frame.size == (480, 272):
                break
        else:
            pytest.fail("the new size never came")
        first = watched.until(_is(Clip))
    clips = [first, *(v for v in watched.seen if isinstance(v, Clip) and v.id != first.id)]
    for clip in clips:
        assert burned_clock.shown(tmp_path / clip.path)
