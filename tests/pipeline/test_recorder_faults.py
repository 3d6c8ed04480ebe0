"""Too little room, a full disk, and a program that is killed: what was filmed can be seen."""

from __future__ import annotations

import errno
import logging
import multiprocessing
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.errors import DiskFull, OmniSightError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ports.capture import Packet
from omnisight_desktop.pipeline.recorder import ClipLengths, PictureOrder, RecordOrder
from tests.fakes.burned_clock import Film, shown, write
from tests.pipeline.reel import Reel, at, event
from tests.pipeline.test_recorder_clock import complaints

FPS = 10


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a minute at the porch, with sound."""
    made = Film(seconds=30, fps=FPS, gop=20, sound="aac")
    return write(tmp_path_factory.mktemp("film") / "porch.mp4", made)


class Disk:
    """Says whether there is room, and whether the disk takes anything in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.trouble: OmniSightError | None = None
        self.left_bytes: int | None = None
        self._write = os.write
        monkeypatch.setattr(os, "write", self.write)

    def room(self) -> OmniSightError | None:
        return self.trouble

    def write(self, descriptor: int, data: bytes) -> int:
        """As a disk does it: what fits is written, and then no more."""
        if self.left_bytes is None or not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return self._write(descriptor, data)
        fits = min(len(data), self.left_bytes)
        if not fits:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.left_bytes -= fits
        return self._write(descriptor, data[:fits])


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def at_second(reel: Reel, *plan: tuple[float, Callable[[], object]]) -> None:
    """Do things when the recording has come to their seconds."""
    waiting = sorted(plan, key=lambda pair: pair[0])

    def look() -> None:
        while waiting and reel.clock.mono() >= waiting[0][0]:
            waiting.pop(0)[1]()

    reel.watch = look


def test_low_disk_ends_the_clip_and_room_begins_another(
    film: Path, tmp_path: Path, disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    reel = Reel(film, tmp_path, room=disk.room)
    said: list[OmniSightError | None] = []

    def fill() -> None:
        disk.trouble = DiskFull("Only 3 GB are free.")

    def free() -> None:
        said.append(reel.recorder.trouble)
        disk.trouble = None

    at_second(reel, (8, fill), (14, free))
    first, second = reel.play((6.5, event(6)), (21, event(6, end=20.5)))
    assert said[0] is disk.trouble or "3 GB" in str(said[0])
    assert reel.recorder.trouble is None
    seen = shown(reel.file(first))
    assert seen[-1].clock_ms == pytest.approx(8000, abs=500)
    again = shown(reel.file(second))
    assert again[0].clock_ms <= 14_000 - 3000  # with what the ring still holds
    assert again[-1].clock_ms >= 21_000
    said_of_it = [m for m in caplog.messages if "record" in m]
    assert len(said_of_it) == 2
    assert said_of_it[0].startswith("nothing is recorded: Only 3 GB are free.")
    assert said_of_it[1] == "recording goes on"
    assert [v.clip for v in reel.kept if isinstance(v, Event)] == [first.id]
    assert complaints(reel.file(first)) == complaints(reel.file(second)) == ""


def test_an_event_without_room_that_ends_is_not_filmed_later(
    film: Path, tmp_path: Path, disk: Disk
) -> None:
    disk.trouble = DiskFull("Only 3 GB are free.")
    reel = Reel(film, tmp_path, room=disk.room)

    def free() -> None:
        disk.trouble = None

    at_second(reel, (12, free))
    assert reel.play((6.5, event(6)), (9, event(6, end=8))) == []
    assert not list(tmp_path.rglob("*.mp4*"))


@pytest.mark.parametrize("left_bytes", [0, 500, 6_000, 12_345])
def test_a_disk_that_runs_full_in_the_middle_costs_what_did_not_fit(
    film: Path, tmp_path: Path, disk: Disk, left_bytes: int
) -> None:
    reel = Reel(film, tmp_path)
    troubles: list[OmniSightError | None] = []

    def fill() -> None:
        disk.left_bytes = left_bytes

    def free() -> None:
        troubles.append(reel.recorder.trouble)
        disk.left_bytes = None

    at_second(reel, (7, fill), (12.5, free))
    clips = reel.play((6.5, event(6)), (28, event(6, end=27.5)))
    assert isinstance(troubles[0], DiskFull)
    for clip in clips:
        seen = shown(reel.file(clip))
        length_s = (clip.end - clip.start).total_seconds()
        assert len(seen) == pytest.approx(length_s * FPS, abs=1)
        assert complaints(reel.file(clip)) == ""
    assert shown(reel.file(clips[-1]))[-1].clock_ms >= 28_000  # it went on by itself
    assert reel.recorder.trouble is None
    assert not list(tmp_path.rglob("*.part"))


def test_a_disk_that_stays_full_is_left_alone_more_and_more(
    film: Path, tmp_path: Path, disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    disk.left_bytes = 0
    reel = Reel(film, tmp_path)
    assert reel.play((6.5, event(6)), (29.5, event(6, end=29))) == []
    assert isinstance(reel.recorder.trouble, DiskFull)
    assert caplog.text.count("nothing is recorded") == 1
    assert caplog.text.count("was lost") <= 3
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_stream_that_begins_anew_goes_on_in_another_clip(film: Path, tmp_path: Path) -> None:
    reel = Reel(film, tmp_path)

    def anew() -> None:
        reel.ring.begin(reel.ring.template)

    at_second(reel, (9, anew))
    first, second = reel.play((6.5, event(6)), (15, event(6, end=14)))
    assert shown(reel.file(first))[-1].clock_ms >= 8000
    assert shown(reel.file(second))[-1].clock_ms >= 15_000
    assert second.start >= first.end


def test_a_codec_that_nobody_knows_stops_no_other_camera(
    film: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reel = Reel(film, tmp_path)

    def unknown() -> None:
        reel.ring.template = None

    at_second(reel, (5.5, unknown))
    assert reel.play((6.5, event(6)), (9, event(6, end=8))) == []
    assert "its codec is not known" in caplog.text
    assert reel.recorder.trouble is None


def yard(start: float, end: float | None = None) -> Event:
    """Somebody at the other camera."""
    return replace(event(start, end, "E2"), camera="yard")


def test_a_file_that_is_taken_away_stops_no_other_camera(tmp_path: Path) -> None:
    made = Film(seconds=40, fps=FPS, gop=20, codec="libvpx")  # which goes into Matroska
    reel = Reel(write(tmp_path / "film.webm", made), tmp_path / "media")

    def take_away() -> None:
        (part,) = (reel.media / "clips" / "porch").rglob("*.part")
        part.unlink()

    at_second(reel, (8, take_away))
    reel.play((6.5, event(6)), (6.7, yard(6)), (32, event(6, end=31)), (32, yard(6, end=31)))
    last = {clip.camera: shown(reel.file(clip))[-1].clock_ms for clip in reel.clips}
    assert last.keys() == {"porch", "yard"}
    assert min(last.values()) >= 32_000
    assert reel.recorder.trouble is None
    assert not list(tmp_path.rglob("*.part"))


def test_what_nobody_foresaw_costs_one_clip_and_stops_no_other_camera(
    film: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reel = Reel(film, tmp_path)
    odd = PacketRing(30, 10**6)
    odd.begin(None)

    def send() -> None:
        odd.begin(reel.ring.template)
        odd.add(Packet(8.0, 8.0, 0.1, True, cast("bytes", ["no", "bytes"])), at(8))

    def told() -> None:
        reel.recorder.obey(RecordOrder(yard(8), odd))
        nothing = np.zeros((0, 0, 3), np.uint8)
        reel.recorder.obey(PictureOrder("T1", "yard", at(8), at(8), nothing, nothing))

    at_second(reel, (8, send), (8.4, told))
    (clip,) = reel.play((6.5, event(6)), (15, event(6, end=14)))
    assert shown(reel.file(clip))[-1].clock_ms >= 14_000
    assert clip.camera == "porch"
    assert "a clip of yard breaks off" in caplog.text
    assert not list(tmp_path.rglob("*.part"))


def record_until_killed(film: Path, media: Path, talk: Connection[Any, Any]) -> None:
    """Record a long event, a step at a time, each when the parent says so."""
    reel = Reel(film, media, ClipLengths(longest_s=300))

    def ask() -> None:
        if reel.recorder.trouble is None and reel.clock.mono() > 6.5:
            talk.send_bytes(b"go on?")
            talk.recv_bytes()

    reel.watch = ask
    reel.play((6.5, event(6)))


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
@pytest.mark.parametrize("steps", [1, 17, 61])
def test_what_a_killed_program_leaves_behind_plays(film: Path, tmp_path: Path, steps: int) -> None:
    context = multiprocessing.get_context("forkserver")
    ours, theirs = context.Pipe()
    child = context.Process(target=record_until_killed, args=(film, tmp_path, theirs))
    child.start()
    theirs.close()
    for _ in range(steps):
        ours.recv_bytes()
        ours.send_bytes(b"yes")
    child.kill()  # in the middle of the next step, or of the waiting after it
    child.join()
    ours.close()
    (part,) = tmp_path.rglob("*.part")
    seen = shown(part)
    filmed_s = 6.5 + steps * 0.2 - 1
    assert seen[-1].clock_ms >= 1000 * (filmed_s - 2)  # at most a fragment of a second is lost
    assert len(seen) == round((seen[-1].clock_ms - seen[0].clock_ms) * FPS / 1000) + 1
    assert complaints(part) == ""
