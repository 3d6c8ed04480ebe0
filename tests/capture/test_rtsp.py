"""Streams of a real RTSP server: what it sends arrives, and what goes wrong with it is said."""

from __future__ import annotations

import errno
import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import av
import numpy as np
import pytest

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.stamps import Stamps
from omnisight_desktop.capture.stream import StreamSource
from omnisight_desktop.core.camera import Transport
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import PasswordRefused, SourceUnreachable
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.ports.capture import Shot, Source, Wants
from tests.fakes import burned_clock
from tests.fakes.rtsp import RtspServer, Served, need_server

PASSWORD = "p@ss:w/ord %1"
_DAY_MS = 1 << 24  # where the clock in the pictures begins anew


@pytest.fixture(scope="module", autouse=True)
def _server_is_there() -> None:
    need_server()


@pytest.fixture(scope="module")
def camera() -> Iterator[RtspServer]:
    """A camera with sound that is left as it is."""
    with RtspServer(Served(fps=30, sound="aac")) as server:
        yield server


def taken(source: Source, count: int, then: Callable[[], object] = lambda: None) -> list[Shot]:
    """So many pictures with whatever comes between them; the source is closed afterwards."""
    shots: list[Shot] = []
    try:
        for shot in source.shots():
            shots.append(shot)
            if sum(1 for one in shots if one.picture or one.packets) >= count:
                break
        then()
        return shots
    finally:
        source.close()


def clock_of(picture: Picture) -> int | None:
    return burned_clock.read(np.ascontiguousarray(picture.bgr()[..., 1]))


def test_pictures_packets_and_sound_of_a_camera_arrive_in_its_own_time(camera: RtspServer) -> None:
    source = open_source(camera.address(), Wants(sound=True))
    shots = taken(source, 45)
    assert (source.info.width, source.info.height, source.info.codec) == (640, 360, "h264")
    assert source.info.live
    assert source.info.sound == "aac"
    assert source.sound_template.codec_context.name == "aac"
    pictures = [(s.at_s, clock_of(s.picture)) for s in shots if s.picture]
    told = [(at_s, clock) for at_s, clock in pictures[8:] if clock is not None]
    assert len(told) >= len(pictures) - 10
    strays = [(clock - told[0][1]) % _DAY_MS / 1000 - (at_s - told[0][0]) for at_s, clock in told]
    assert max(map(abs, strays)) < 0.1
    heard = [shot.sound for shot in shots if shot.sound]
    assert max(float(np.abs(piece.samples).max()) for piece in heard) > 0.1
    assert sum(len(shot.sound_packets) for shot in shots) > 20


@pytest.mark.parametrize(
    ("served", "codec"),
    [
        (Served(fps=30, codec="h265"), "hevc"),
        (Served(fps=30, codec="mjpeg"), "mjpeg"),
        (Served(fps=30, bframes=2, sound="pcma"), "h264"),
        (Served(fps=30, sound="opus", mute=True), "h264"),
    ],
    ids=["h265", "mjpeg", "reordered, pcma", "sound that stays away"],
)
def test_what_cameras_send_is_understood(served: Served, codec: str) -> None:
    with RtspServer(served) as server:
        source = open_source(server.address(), Wants(sound=True))
        shots = taken(source, 25)
    packets = [packet for shot in shots for packet in shot.packets]
    decoded = [packet.decode_at_s for packet in packets]
    assert source.info.codec == codec
    assert packets[0].is_key
    assert decoded == sorted(set(decoded))
    assert sum(1 for shot in shots if shot.picture) >= 18


def test_where_only_packets_are_wanted_nothing_is_decoded(camera: RtspServer) -> None:
    shots = taken(open_source(camera.address(), Wants(pictures=False)), 10)
    assert not any(shot.picture or shot.sound for shot in shots)


def test_a_camera_that_offers_udp_only_is_served_as_well() -> None:
    with RtspServer(Served(fps=30, udp_only=True)) as server:
        for transport in Transport:
            source = open_source(server.address(), Wants(transport=transport))
            assert len(taken(source, 10)) >= 10


@pytest.mark.parametrize("digest", [False, True], ids=["basic", "digest"])
def test_name_and_password_open_the_door_and_wrong_ones_do_not(digest: bool) -> None:
    with RtspServer(Served(fps=30, user="me", password=PASSWORD, digest=digest)) as server:
        source = open_source(server.address(user="me", password=PASSWORD))
        assert len(taken(source, 3)) >= 3
        with pytest.raises(PasswordRefused, match="refused the name and password") as caught:
            open_source(server.address(user="me", password="hunter2"))
        assert "hunter2" not in str(caught.value)
        with pytest.raises(PasswordRefused, match="wants a name and a password"):
            open_source(server.address())


def test_a_path_that_the_camera_does_not_know_is_said(camera: RtspServer) -> None:
    with pytest.raises(SourceUnreachable, match="has nothing at"):
        open_source(camera.address(7))


def test_another_size_in_mid_stream_begins_a_stream_of_its_own() -> None:
    with RtspServer(Served(fps=30)) as server:
        source = open_source(server.address())
        before = source.template
        shots: list[Shot] = []
        for shot in source.shots():
            shots.append(shot)
            if len(shots) == 10:
                server.resize(320, 240)
            if shot.picture is not None and shot.picture.width == 320:
                break
        source.close()
    assert source.template is not before
    context = source.template.codec_context
    assert (context.width, context.height) == (320, 240)
    assert (source.info.width, source.info.height) == (320, 240)
    assert shots[-1].packets[0].is_key  # the first packet that belongs to the new one


@pytest.mark.parametrize("way", ["stall", "freeze"])
def test_a_stream_that_stands_without_being_closed_is_found_out(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("omnisight_desktop.capture.faults.SILENT_S", 0.8)
    with RtspServer(Served(fps=30, sound="pcma")) as server:
        source = open_source(server.address())
        shots = source.shots()
        list(itertools.islice(shots, 10))
        getattr(server, way)()
        with pytest.raises(SourceUnreachable, match="fallen silent"):
            list(shots)


@pytest.mark.parametrize(("waited_s", "words"), [(3.0, "fallen silent"), (0.5, "broke off")])
def test_an_error_after_a_long_wait_is_silence_whatever_its_name(
    waited_s: float, words: str, camera: RtspServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ManualClock(datetime(2026, 5, 1, tzinfo=UTC))

    def torn(_: Stamps) -> Iterator[object]:
        yield from ()
        clock.advance(waited_s)
        raise av.error.OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Stamps, "packets", torn)
    source = StreamSource(camera.address(), live=True, clock=clock)
    with pytest.raises(SourceUnreachable, match=words):
        list(source.shots())


def test_a_server_that_dies_ends_the_stream_and_is_called_again_at_the_same_place() -> None:
    with RtspServer(Served(fps=30)) as server:
        source = open_source(server.address())
        shots = source.shots()
        list(itertools.islice(shots, 5))
        server.kill()
        assert len(list(shots)) < 60  # what was under way, and then the end
        with pytest.raises(SourceUnreachable, match="refuses the connection"):
            open_source(server.address())
        server.start()
        assert len(taken(open_source(server.address()), 5)) >= 5


def test_damaged_packets_cost_pictures_and_not_the_stream() -> None:
    with RtspServer(Served(fps=30)) as server:
        source = open_source(server.address())
        seen = 0
        for count, shot in enumerate(source.shots()):
            if count == 10:
                server.corrupt(0.002)
            if count == 60:
                server.corrupt(0)
            if count > 75:
                seen += shot.picture is not None and clock_of(shot.picture) is not None
            if seen >= 5:
                break
        source.close()
    assert seen == 5
