"""An Axis device is opened by its address alone: RTSP where it has it, JPEGs where not."""

from __future__ import annotations

import socket
from contextlib import closing
from itertools import islice

import pytest

from camera_bridge.web import Patience
from omnisight_desktop.capture import axis as axis_sources
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.errors import (
    PasswordRefused,
    SourceBroken,
    SourceError,
    SourceUnreachable,
)
from omnisight_desktop.core.ports.capture import USUAL, Source, Wants
from tests.fakes import axis
from tests.fakes.axis import AxisDevice
from tests.fakes.rtsp import RtspServer, Served, need_server

LOGIN = ("root", "p:@/ss")
TYPED = "root:p%3A%40%2Fss@"
HASTY = Patience(connect_s=2.0, silent_s=0.2, answer_s=2.0)


def address(device: AxisDevice, login: str = TYPED, query: str = "") -> str:
    return f"axis://{login}{device.host}{query}"


def open_axis(place: str, wants: Wants = USUAL, patience: Patience | None = None) -> Source:
    return axis_sources.open_axis(place, open_source, wants, patience)


@pytest.fixture
def free_port() -> int:
    """A port at which nobody listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        return int(server.getsockname()[1])


def test_video_and_sound_come_by_rtsp() -> None:
    need_server()
    served = Served(sound="aac", user="root", password="p:@/ss", digest=True)
    with RtspServer(served) as rtsp, axis.device(login=LOGIN, rtsp_port=rtsp.port) as device:
        source = open_source(address(device))
        try:
            assert (source.info.codec, source.info.sound) == ("h264", "aac")
            assert any(shot.picture for shot in islice(source.shots(), 20))
        finally:
            source.close()
        assert device.wrong == 0
        assert not any("mjpg" in path for path in device.asked)


def test_with_rtsp_switched_off_pictures_come_as_jpegs() -> None:
    with axis.device(login=LOGIN) as device:
        source = open_axis(address(device, query="/?resolution=320x180&audio=1"))
        try:
            assert (source.info.codec, source.info.width) == ("mjpeg", 320)
            assert all(shot.picture for shot in islice(source.shots(), 3))
        finally:
            source.close()
        stream = next(path for path in device.asked if "mjpg" in path)
        assert stream.endswith("?resolution=320x180")
        assert device.wrong == 0


def test_with_nobody_at_the_rtsp_port_pictures_come_as_jpegs(free_port: int) -> None:
    with axis.device(rtsp_port=free_port) as device:
        source = open_axis(address(device, login=""))
        source.close()
        assert source.info.codec == "mjpeg"


def test_who_wants_sound_alone_is_not_given_pictures(free_port: int) -> None:
    with axis.device(rtsp_port=free_port) as device, pytest.raises(SourceUnreachable):
        open_axis(address(device, login=""), Wants(pictures=False, sound=True))


def test_a_device_that_starts_up_is_waited_for(free_port: int) -> None:
    with axis.device(rtsp_port=free_port, starting=True) as device:
        with pytest.raises(SourceUnreachable, match="starting up"):
            open_axis(address(device, login=""))
        assert not any("mjpg" in path for path in device.asked)


@pytest.mark.parametrize("more", [{}, {"private": True}, {"viewer": True}, {"old": True}])
def test_a_wrong_password_is_tried_once_each_time(more: dict[str, bool], free_port: int) -> None:
    with axis.device(login=LOGIN, rtsp_port=free_port, **more) as device:
        for tried in (1, 2):
            with pytest.raises(PasswordRefused, match="refused the name and password") as caught:
                open_axis(address(device, login="root:guess@"))
            assert device.wrong == tried
            assert "guess" not in str(caught.value)
        assert not device.locked


def test_a_user_who_may_only_look_sees(free_port: int) -> None:
    with axis.device(login=LOGIN, viewer=True) as device:
        source = open_axis(address(device, query=f"/?rtspport={free_port}"))
        source.close()
        assert source.info.codec == "mjpeg"
        assert device.wrong == 0


def test_a_stream_that_somebody_set_up_is_asked_for_by_its_name() -> None:
    with axis.device() as device:
        open_axis(address(device, login="", query="/?profile=Quality&fps=5")).close()
        stream = next(path for path in device.asked if "mjpg" in path)
        assert stream.endswith("?streamprofile=Quality&fps=5")


def test_a_device_without_compressed_video_sends_jpegs(free_port: int) -> None:
    with axis.device(rtsp_port=free_port) as device:
        device.parameters["Properties.Image.Format"] = "jpeg,mjpeg,mpeg4"
        source = open_axis(address(device, login=""))
        source.close()
        assert source.info.codec == "mjpeg"
        assert not any("systemready" in path for path in device.asked)  # RTSP was not tried


def test_without_a_password_it_is_asked_for(free_port: int) -> None:
    with (
        axis.device(login=LOGIN, rtsp_port=free_port) as device,
        pytest.raises(PasswordRefused, match="wants a name and a password"),
    ):
        open_axis(address(device, login=""))


@pytest.mark.parametrize(
    ("fault", "expected", "words"),
    [
        ("garbage", SourceBroken, "no Axis device"),
        ("cut", SourceBroken, "no Axis device"),
        ("silent", SourceUnreachable, "does not answer in time"),
        ("busy", SourceUnreachable, "a fault of its own"),
    ],
)
def test_what_is_wrong_is_said_with_a_fix(
    fault: str, expected: type[SourceError], words: str
) -> None:
    paths = ("/axis-cgi/basicdeviceinfo.cgi", "/axis-cgi/param.cgi")
    with (
        axis.device(faults=dict.fromkeys(paths, fault)) as device,
        pytest.raises(expected, match=words) as caught,
    ):
        open_axis(address(device, login=""), patience=HASTY)
    assert caught.value.fix


@pytest.mark.parametrize("place", ["axis://", "axis:///x", "axis://cam:port"])
def test_no_address_at_all(place: str) -> None:
    with pytest.raises(SourceUnreachable, match="no address"):
        open_axis(place)


def test_nobody_there(free_port: int) -> None:
    with pytest.raises(SourceUnreachable, match="refuses the connection"):
        open_axis(f"axis://root:hunter2@127.0.0.1:{free_port}")
