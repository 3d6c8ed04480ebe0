"""Recordings: packets and pictures agree, and what cannot be opened is said in words."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import psutil
import pytest

from omnisight_desktop.capture.address import name_of, shown
from omnisight_desktop.capture.file import StreamSource
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
        ("RTSP://admin:hunter2@cam/x", "rtsp://cam/x"),
        ("rtmp://admin:hunter2@cam/x", "rtmp://cam/x"),
        ("rtsp://admin:pa/ss@cam/x", "rtsp://cam/x"),
        ("http://cam/video?user=admin&pwd=hunter2", "http://cam/video"),
        ("/videos/porch.mp4", "/videos/porch.mp4"),
        ("file:///videos/my%20porch.mp4", "/videos/my porch.mp4"),
        ("Demo", "demo:"),
    ],
)
def test_an_address_is_shown_without_who_logs_in(address: str, expected: str) -> None:
    assert shown(address) == expected


def test_a_name_made_from_an_address_holds_no_password() -> None:
    assert name_of("RTSP://admin:hunter2@cam") == "cam"
    assert name_of("http://cam/videostream.cgi?user=admin&pwd=hunter2") == "cam/videostream.cgi"
    assert name_of("/videos/porch.mp4") == "porch"


def test_a_source_that_was_closed_holds_no_file_open(recording: Path) -> None:
    before = {file.path for file in psutil.Process().open_files()}
    for _ in range(5):
        source = open_source(str(recording))
        list(itertools.islice(source.shots(), 3))
        unread = open_source(str(recording))
        source.close()
        unread.close()
    assert {file.path for file in psutil.Process().open_files()} <= before


def test_what_a_clip_needs_to_know_outlives_the_source(recording: Path, tmp_path: Path) -> None:
    source = StreamSource(str(recording), live=False)
    packets = [packet for shot in source.shots() for packet in shot.packets]
    template = source.template
    with av.open(str(tmp_path / "copy.mp4"), "w") as out:
        stream = out.add_stream_from_template(template)
        for told in packets:
            packet = av.Packet(told.data)
            packet.stream, packet.time_base = stream, Fraction(1, 1000)
            packet.pts, packet.dts = round(told.at_s * 1000), round(told.decode_at_s * 1000)
            out.mux(packet)
    with av.open(str(tmp_path / "copy.mp4")) as copy:
        assert sum(1 for _ in copy.decode(video=0)) == 20


def test_two_may_look_at_one_picture_at_once(recording: Path) -> None:
    pictures = [s.picture for s in StreamSource(str(recording), live=False).shots() if s.picture]
    with ThreadPoolExecutor(4) as pool:
        for picture in pictures:
            images = list(pool.map(lambda _, p=picture: p.bgr(), range(8)))
            assert all((image == images[0]).all() for image in images)


def test_brightness_of_ten_bit_video_is_read_in_its_own_size(tmp_path: Path) -> None:
    path = tmp_path / "ten.mkv"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("ffv1", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p10le"
        grey = av.VideoFrame.from_ndarray(np.full((180, 320, 3), 90, np.uint8), "bgr24")
        out.mux(stream.encode(grey.reformat(format="yuv420p10le")))
        out.mux(stream.encode())
    (picture,) = (s.picture for s in StreamSource(str(path), live=False).shots() if s.picture)
    small = picture.luma(32, 18)
    assert small.std() < 1
    assert abs(float(small.mean()) - 90) < 16
