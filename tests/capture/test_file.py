"""Recordings: packets and pictures agree, and what cannot be opened is said in words."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from omnisight_desktop.capture.file import StreamSource, shown
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.errors import SourceBroken, SourceUnreachable


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of a brightening ramp at 10 pictures a second."""
    path = tmp_path_factory.mktemp("video") / "ramp.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for index in range(20):
            image = np.full((180, 320, 3), 20 + index * 10, np.uint8)
            image[:, 160:] //= 2
            frame = av.VideoFrame.from_ndarray(image, format="bgr24")
            frame.pts, frame.time_base = index, Fraction(1, 10)
            out.mux(stream.encode(frame))
        out.mux(stream.encode())
    return path


def test_a_recording_gives_every_picture_and_every_packet_with_its_time(recording: Path) -> None:
    source = open_source(str(recording))
    shots = list(source.shots())
    pictures = [shot for shot in shots if shot.picture is not None]
    assert [round(shot.at_s, 2) for shot in pictures] == [round(i / 10, 2) for i in range(20)]
    assert sum(len(shot.packets) for shot in shots) == 20
    assert source.info.width == 320
    assert source.info.fps == pytest.approx(10)
    assert source.info.length_s == pytest.approx(2.0, abs=0.11)


def test_small_brightness_comes_straight_from_the_decoder_and_agrees_with_the_picture(
    recording: Path,
) -> None:
    shot = next(s for s in StreamSource(str(recording), live=False).shots() if s.picture)
    assert shot.picture is not None
    small = shot.picture.luma(32, 18)
    grey = cv2.cvtColor(shot.picture.bgr(), cv2.COLOR_BGR2GRAY)
    assert small.shape == (18, 32)
    # The decoder's brightness spans 16..235, a picture's 0..255.
    full = (small[9].astype(float) - 16) * 255 / 219
    assert np.abs(full - cv2.resize(grey, (32, 18))[9]).max() < 12


def test_closing_ends_the_stream(recording: Path) -> None:
    source = StreamSource(str(recording), live=False)
    shots = source.shots()
    list(itertools.islice(shots, 3))
    source.close()
    assert list(shots) == []


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", SourceBroken, "damaged"),
        (b"no video at all" * 100, SourceBroken, "damaged"),
        (None, SourceUnreachable, "no recording"),
    ],
)
def test_what_is_no_video_is_said_in_words(
    tmp_path: Path, content: bytes | None, error: type[Exception], words: str
) -> None:
    path = tmp_path / "näme with späce.mp4"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=words):
        open_source(str(path))


def test_a_truncated_recording_gives_what_is_there(recording: Path, tmp_path: Path) -> None:
    part = tmp_path / "cut.ts"
    with av.open(str(recording)) as source, av.open(str(part), "w", format="mpegts") as out:
        stream = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    pictures = [s for s in StreamSource(str(part), live=False).shots() if s.picture]
    assert 0 < len(pictures) < 20


def test_nobody_at_the_address_is_said_in_words_without_the_password() -> None:
    with pytest.raises(SourceUnreachable) as caught:
        open_source("rtsp://admin:hunter2@127.0.0.1:9/stream")
    assert "127.0.0.1" in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert "admin" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("rtsp://u:p@ss@cam.local/axis", "rtsp://cam.local/axis"),
        ("http://cam/video?user=a@b", "http://cam/video?user=a@b"),
        ("/videos/porch.mp4", "porch.mp4"),
    ],
)
def test_an_address_is_shown_without_who_logs_in(address: str, expected: str) -> None:
    assert shown(address) == expected
