"""Cameras that speak HTTP: JPEGs in a row or one by one, with every way of asking for a password."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.capture.http import JpegParts, open_pictures
from omnisight_desktop.capture.jpegs import JpegSource
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.stream import StreamSource
from omnisight_desktop.core.clock import ManualClock, SystemClock
from omnisight_desktop.core.errors import (
    PasswordRefused,
    SourceBroken,
    SourceError,
    SourceUnreachable,
)
from omnisight_desktop.core.ports.capture import USUAL, Wants
from tests.fakes import burned_clock
from tests.fakes.burned_clock import Film
from tests.fakes.http_camera import BOUNDARY, Page, body, moving, served
from tests.fakes.pictures import jpeg
from tests.fakes.webcam import START

PICTURES = [jpeg(index) for index in range(12)]


@pytest.mark.parametrize("length", [True, False], ids=["told lengths", "no lengths"])
def test_pictures_come_as_they_were_sent_and_as_packets(length: bool) -> None:
    with served({"/video": moving(PICTURES, length=length)}) as camera:
        source = open_source(camera.address("/video"))
        shots = list(source.shots())
    packets = [packet for shot in shots for packet in shot.packets]
    assert [packet.data for packet in packets] == PICTURES
    assert all(packet.is_key for packet in packets)
    assert (source.info.width, source.info.height, source.info.codec) == (320, 180, "mjpeg")
    assert source.info.live
    assert shots[3].picture is not None
    assert shots[3].picture.bgr()[80, 3 * 8 + 20, 0] > 200  # the square, where it is by then
    assert shots[3].picture.luma(40, 22).shape == (22, 40)


def test_each_picture_is_stamped_when_it_comes() -> None:
    clock = ManualClock(START)

    def in_step() -> itertools.chain[bytes]:
        def later(data: bytes, wait_s: float) -> bytes:
            clock.advance(wait_s)
            return data

        waits = [0.0] + [0.2] * 8 + [0.0] + [1.5]
        return itertools.chain(map(later, PICTURES, waits))

    source = JpegSource(in_step(), "camera", clock)
    times = [shot.at_s for shot in source.shots()]
    steps = [round(after - before, 3) for before, after in itertools.pairwise(times)]
    assert steps == [0.2] * 8 + [0.001, 1.499]
    assert source.info.fps == pytest.approx(5)


def test_a_picture_cut_short_or_something_else_is_left_out() -> None:
    odd = [PICTURES[0], PICTURES[1][:900], b"<html>busy</html>", PICTURES[2]]
    with served({"/video": moving(odd)}) as camera:
        shots = list(open_source(camera.address("/video")).shots())
    assert [shot.packets[0].data for shot in shots] == [PICTURES[0], PICTURES[2]]


def test_pictures_of_another_size_belong_to_another_stream() -> None:
    sizes = [jpeg(0), jpeg(1), jpeg(0, 640, 360), jpeg(1, 640, 360)]
    with served({"/video": moving(sizes)}) as camera:
        source = open_source(camera.address("/video"))
        seen = []
        for shot in source.shots():
            assert shot.picture is not None
            context = source.template.codec_context
            seen.append((shot.picture.width, context.width, source.info.width))
    assert {picture for picture, _, _ in seen} == {320, 640}
    assert seen[-1] == (640, 640, 640)


@pytest.mark.parametrize("digest", [False, True], ids=["basic", "digest"])
def test_name_and_password_are_told_to_who_asks(digest: bool) -> None:
    pages = {"/video": moving(PICTURES), "/open": moving(PICTURES)}
    with served(pages, "me:s3cr3t", digest=digest) as camera:
        source = open_source(camera.address("/video", "me:s3cr3t"))
        assert len(list(source.shots())) == len(PICTURES)
        assert "Authorization" not in camera.asked[0]  # not before it asked


@pytest.mark.parametrize("login", ["", "me:wrong"])
def test_a_refused_password_is_said_and_nowhere_shown(login: str) -> None:
    with (
        served({"/video": moving(PICTURES)}, "me:s3cr3t") as camera,
        pytest.raises(PasswordRefused, match="password") as caught,
    ):
        open_source(camera.address("/video", login))
    assert "wrong" not in str(caught.value)


@pytest.mark.parametrize(
    ("page", "error", "words"),
    [
        (body(b"", "text/html", 404), SourceUnreachable, "nothing at"),
        (body(b"", "text/html", 403), PasswordRefused, "name and a password"),
        (body(b"", "text/html", 503), SourceUnreachable, "fault of its own"),
        (body(b"<html>hello</html>" * 99, "text/html"), SourceBroken, "sends no video"),
        (moving([]), SourceBroken, "no pictures"),
        (moving([b"no picture"] * 3), SourceBroken, "no pictures"),
    ],
    ids=["404", "403", "503", "web page", "nothing", "nonsense"],
)
def test_what_is_no_video_is_said_in_words(
    page: Page, error: type[SourceError], words: str
) -> None:
    with served({"/video": page}) as camera, pytest.raises(error, match=words):
        open_source(camera.address("/video"))


def test_a_camera_that_falls_silent_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("omnisight_desktop.capture.faults.SILENT_S", 0.3)
    with served({"/video": moving(PICTURES, stall=True)}) as camera:
        shots = open_source(camera.address("/video")).shots()
        with pytest.raises(SourceUnreachable, match="fallen silent"):
            list(shots)


def test_a_camera_with_single_pictures_is_asked_again_and_again() -> None:
    with served({"/still.jpg": body(PICTURES[0], "image/jpeg")}) as camera:
        source = open_source(camera.address("/still.jpg"), Wants(fps=30))
        assert len(list(itertools.islice(source.shots(), 3))) == 3
        source.close()
        assert len(camera.asked) >= 3


def test_a_recording_behind_http_has_an_end_like_any_file(tmp_path: Path) -> None:
    path = burned_clock.write(tmp_path / "clip.mkv", Film(seconds=1))
    with served({"/clip.mkv": body(path.read_bytes(), "video/x-matroska")}) as camera:
        source = open_source(camera.address("/clip.mkv"))
        assert isinstance(source, StreamSource)
        assert not source.info.live
        assert sum(1 for shot in source.shots() if shot.picture) == 25


def test_who_sends_no_jpegs_is_left_to_others(tmp_path: Path) -> None:
    with served({"/page": body(b"hello", "text/plain")}) as camera:
        assert open_pictures(camera.address("/page"), USUAL, SystemClock()) is None


def _sent(pictures: list[bytes], edge: str, *, length: bool) -> bytes:
    parts = []
    for data in pictures:
        told = f"\r\nContent-Length: {len(data)}" if length else ""
        parts.append(f"--{edge}\r\nContent-Type: image/jpeg{told}\r\n\r\n".encode() + data)
    return b"\r\n".join(parts) + f"\r\n--{edge}--\r\n".encode()


@given(st.lists(st.integers(1, 4000), min_size=1, max_size=40), st.booleans())
def test_it_does_not_matter_how_the_stream_is_cut_into_pieces(
    cuts: list[int], length: bool
) -> None:
    sent = _sent(PICTURES[:4], BOUNDARY, length=length)
    parts, got, at = JpegParts(BOUNDARY), [], 0
    for cut in itertools.cycle(cuts):
        got += list(parts.feed(sent[at : at + cut]))
        at += cut
        if at >= len(sent):
            break
    assert got == PICTURES[:4]


@pytest.mark.parametrize("boundary", ["--frame", '"frame"', "frame", ""])
def test_boundaries_are_understood_as_cameras_write_them(boundary: str) -> None:
    parts = JpegParts(boundary.strip('"'))
    assert list(parts.feed(_sent(PICTURES[:3], "frame", length=False))) == PICTURES[:3]


@pytest.mark.parametrize(
    "flood",
    [lambda: b"x" * 1_000_000, lambda: b"--frame\r\n\r\n\xff\xd8\xff" + b"x" * 1_000_000],
    ids=["no head", "no end"],
)
def test_what_never_ends_does_not_fill_the_memory(flood: Callable[[], bytes]) -> None:
    parts = JpegParts("frame")
    held = 0
    with suppress(SourceBroken):
        for _ in range(40):
            list(parts.feed(flood().replace(b"--frame\r\n\r\n", b"") if held else flood()))
            held = max(held, len(parts._held))
    assert 0 < held < 18_000_000
