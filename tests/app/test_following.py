"""What is changed about a camera while it is watched is taken up, and nothing else is disturbed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue

import numpy as np
import pytest

from omnisight_desktop.app.run import follower, watching
from omnisight_desktop.core.camera import CameraOptions, CameraState
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.ports.capture import Shot, StreamInfo, WholePictures
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live
from tests.fakes.keyrings import LockedKeyring, MemoryKeyring, NoKeyring, using
from tests.fakes.redaction import knowing_no_secret
from tests.home import furnished

PATIENCE_S = 20.0
WHOLE, OPEN = "rtsp://me:hunter2@cam/x", "rtsp://cam/x"


class Still(WholePictures):
    """A camera that shows one picture for as long as somebody looks."""

    info = StreamInfo(64, 36, 10.0, "h264", live=True)
    template = sound_template = None

    def __init__(self) -> None:
        self._gone = threading.Event()

    def shots(self) -> Iterator[Shot]:
        at_s = 0.0
        while not self._gone.wait(0.02):
            at_s += 0.02
            yield Shot(at_s, picture=ArrayPicture(np.zeros((36, 64, 3), np.uint8)))

    def close(self) -> None:
        self._gone.set()


@dataclass
class Watched:
    """A house that watches, and the addresses that were called, in their order."""

    house: House
    live: Live
    called: Queue[str]

    def call(self) -> str:
        """The next address that is called."""
        return self.called.get(timeout=PATIENCE_S)

    def names(self) -> list[str]:
        """The names of what is watched."""
        return [camera.name for camera in self.live.cameras()]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with using(NoKeyring()), knowing_no_secret(), furnished(tmp_path) as house:
        yield replace(house, clock=SystemClock())


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> Queue[str]:
    called: Queue[str] = Queue()

    def answer(address: str, *_: object) -> Still:
        called.put(address)
        return Still()

    monkeypatch.setattr("omnisight_desktop.pipeline.watch.open_source", answer)
    return called


@contextmanager
def followed(house: House, called: Queue[str], *sources: str) -> Iterator[Watched]:
    with watching(house, sources) as live:
        house.cameras.when_changed(follower(house, live, stands_in=not sources))
        yield Watched(house, live, called)


def test_a_new_name_disturbs_nothing(house: House, called: Queue[str]) -> None:
    camera = house.cameras.add(WHOLE, "Porch").camera
    with followed(house, called) as watched:
        assert watched.call() == WHOLE
        camera = house.cameras.change(camera, name="Front").camera
        assert watched.names() == ["Front"]
        assert called.empty()
        house.cameras.change(camera, options=replace(camera.options, fps=2.0))
        assert watched.call() == WHOLE
        house.cameras.change(camera, login=("me", "other"))
        assert watched.call() == "rtsp://me:other@cam/x"
        assert called.empty()


def test_what_is_watched_for_this_run_only_goes_on_with_its_password(
    house: House, called: Queue[str]
) -> None:
    with followed(house, called, WHOLE) as watched:
        assert watched.call() == WHOLE
        (camera,) = watched.live.cameras()
        camera = house.cameras.change(camera, name="Porch", options=CameraOptions(fps=2.0)).camera
        assert watched.names() == ["Porch"]
        assert watched.call() == WHOLE
        camera = house.cameras.enable(camera, True)
        assert called.empty()
        camera = house.cameras.change(camera, address="rtsp://cam/y").camera
        assert watched.call() == "rtsp://cam/y"
        house.cameras.enable(camera, False)
        assert watched.names() == []


def test_what_is_removed_is_watched_no_longer(house: House, called: Queue[str]) -> None:
    with followed(house, called, WHOLE) as watched:
        (camera,) = watched.live.cameras()
        house.cameras.remove(camera)
        assert watched.names() == []
        assert watched.live.statuses() == []


def test_the_demo_makes_room_only_where_it_stood_in(house: House, called: Queue[str]) -> None:
    with followed(house, called, "demo:") as watched:
        house.cameras.add(OPEN, "Porch")
        assert watched.names() == ["Demo", "Porch"]
        house.cameras.remove(house.cameras.get("Porch"))
    with followed(house, called) as watched:
        assert watched.names() == ["Demo"]
        house.cameras.add(OPEN, "Yard")
        assert watched.names() == ["Yard"]


class Once(Worker):
    """Has its body go round once."""

    def __init__(self, live: Live) -> None:
        super().__init__("once", live.unlock)
        self._rounds = iter([False])
        live.unlock(self)

    def pause(self, seconds: float) -> bool:
        return next(self._rounds, True)


def test_a_camera_is_not_asked_without_its_password(house: House, called: Queue[str]) -> None:
    keyring = MemoryKeyring()
    with using(keyring):
        house.cameras.add(WHOLE, "Porch")
    with using(LockedKeyring()), followed(house, called) as watched:
        live = watched.live
        (status,) = live.statuses()
        assert (status.camera, status.state) == ("porch", CameraState.OFFLINE)
        assert "password" in status.reason
        assert not live.idle()
        Once(live)  # nobody asked for it, and it is too soon to try by itself
        live.retry("porch")
        Once(live)
        assert live.statuses()[0].state is CameraState.OFFLINE
        with using(keyring):
            Once(live)
            assert live.statuses() == [status]
            live.retry("porch")
            Once(live)
            assert watched.call() == WHOLE
        assert watched.names() == ["Porch"]
        assert called.empty()
