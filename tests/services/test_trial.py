"""Trying out says what comes, or why nothing does; a masked place is not in the picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from omnisight_desktop.capture.encode import PictureEncoder
from omnisight_desktop.core.camera import Role
from omnisight_desktop.core.clock import ManualClock, SystemClock
from omnisight_desktop.core.errors import PasswordRefused, SourceBroken, UsageError
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.ports.capture import USUAL, Shot, StreamInfo, Wants, WholePictures
from omnisight_desktop.services import trial
from omnisight_desktop.services.trial import save_picture, try_out
from tests.fakes.burned_clock import Film, write
from tests.fakes.http_camera import body, moving, served
from tests.fakes.pictures import jpeg
from tests.home import NOON

MASK = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return write(tmp_path / "film.mp4", Film(seconds=2.0, fps=25, sound="aac"))


def test_a_recording_tells_what_is_in_it(film: Path) -> None:
    test = try_out(str(film), USUAL, SystemClock())
    assert test.ok
    assert test.picture is not None
    assert test.picture.width == 320
    assert test.info is not None
    assert (test.info.codec, test.info.sound) == ("h264", "aac")
    assert test.fps == pytest.approx(25, rel=0.02)
    assert test.latency_s is not None
    assert test.roles == tuple(Role)


def test_a_camera_is_called_once() -> None:
    with served({"/v": moving([jpeg(i) for i in range(20)])}) as camera:
        test = try_out(camera.address("/v"), USUAL, SystemClock())
        assert test.ok
        assert test.info is not None
        assert test.info.codec == "mjpeg"
        assert len(camera.asked) == 1


def test_a_wrong_password_is_tried_once() -> None:
    with served({"/v": moving([jpeg(0)])}, login="me:right") as camera:
        test = try_out(camera.address("/v", "me:wrong"), USUAL, SystemClock())
        assert isinstance(test.trouble, PasswordRefused)
        tried = [asked for asked in camera.asked if "Authorization" in asked]
        assert len(tried) == 1
    assert "wrong" not in test.address + str(test.trouble)


def test_what_sends_no_video_says_so() -> None:
    with served({"/v": body(b"hello", "text/html")}) as camera:
        test = try_out(camera.address("/v"), USUAL, SystemClock())
        assert not test.ok
        assert test.trouble is not None
        assert test.trouble.fix
        assert (test.picture, test.fps, test.latency_s) == (None, None, None)


def test_sound_alone_is_enough_where_sound_is_wanted(film: Path) -> None:
    test = try_out(str(film), Wants(pictures=False), SystemClock(), roles=[Role.AUDIO])
    assert test.ok
    assert test.heard
    assert test.picture is None


def test_no_sound_where_sound_is_wanted(tmp_path: Path) -> None:
    silent = write(tmp_path / "silent.mp4", Film(seconds=1.0, fps=10))
    test = try_out(str(silent), Wants(pictures=False), SystemClock(), roles=[Role.AUDIO])
    assert isinstance(test.trouble, SourceBroken)
    assert "No sound" in test.trouble.reason


class Endless(WholePictures):
    """A source that sends packets for ever, and never a picture."""

    info = StreamInfo(320, 180, 25.0, "h264", live=True)
    template = sound_template = None

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self.closed = False

    def shots(self) -> Iterator[Shot]:
        while True:
            self._clock.advance(1.0)
            yield Shot(0.0)

    def close(self) -> None:
        self.closed = True


def test_it_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = ManualClock(NOON)
    source = Endless(clock)
    monkeypatch.setattr(trial, "open_source", lambda *_: source)
    test = try_out("rtsp://cam/x", USUAL, clock)
    assert isinstance(test.trouble, SourceBroken)
    assert "no picture came" in test.trouble.reason
    assert source.closed


def test_what_is_masked_is_black(film: Path) -> None:
    plain = try_out(str(film), USUAL, SystemClock()).picture
    masked = try_out(str(film), USUAL, SystemClock(), masks=[MASK]).picture
    assert plain is not None
    assert masked is not None
    left = slice(0, 150)
    assert int(plain.bgr()[:, left].max()) > 100
    assert int(masked.bgr()[:, left].max()) < 20
    assert int(masked.bgr()[:, 170:].max()) > 50


def test_what_nobody_foresaw_is_an_answer_too(film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise av.error.ExternalError(542398533, "Generic error in an external library")

    monkeypatch.setattr(PictureEncoder, "encode_frame", break_down)
    test = try_out(str(film), USUAL, SystemClock(), masks=[MASK])
    assert isinstance(test.trouble, SourceBroken)
    assert "external library" in test.trouble.reason


@pytest.mark.parametrize("name", ["now.jpg", "now.PNG"])
def test_the_picture_is_saved_whole(tmp_path: Path, name: str) -> None:
    image = np.zeros((20, 30, 3), np.uint8)
    image[:, :15] = 255
    file = save_picture(ArrayPicture(image), tmp_path / "new" / name)
    read = cv2.imread(str(file))
    assert read is not None
    assert np.abs(read.astype(int) - image).mean() < 5
    assert [path.name for path in file.parent.iterdir()] == [name]


def test_a_picture_of_no_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        save_picture(ArrayPicture(np.zeros((2, 2, 3), np.uint8)), tmp_path / "picture.txt")
    assert list(tmp_path.iterdir()) == []
