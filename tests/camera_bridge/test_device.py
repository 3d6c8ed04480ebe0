"""The bridge tells what a device is, whatever its age, and never tries a password twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from camera_bridge.device import Device, Profile, Streams
from camera_bridge.errors import (
    AbsentError,
    BadAnswerError,
    BridgeError,
    DeviceFaultError,
    LoginRefusedError,
    LoginWantedError,
    NotAxisError,
    SilentError,
)
from camera_bridge.place import Login, Place
from camera_bridge.web import Patience
from tests.fakes import axis
from tests.fakes.axis import MODEL, AxisDevice
from tests.fakes.pictures import jpeg

LOGIN = ("root", "p:ä/@ss")
HASTY = Patience(connect_s=2.0, silent_s=0.2, answer_s=2.0)


def calling(device: AxisDevice, password: str | None = LOGIN[1], **more: Patience) -> Device:
    place = Place("127.0.0.1", device.port)
    return Device(place, None if password is None else Login(LOGIN[0], password), **more)


@pytest.mark.parametrize("methods", [("digest", "basic"), ("basic", "digest"), ("basic",)])
def test_the_device_says_how_it_wants_to_hear_the_password(methods: tuple[str, ...]) -> None:
    with axis.device(login=LOGIN, methods=methods) as fake, calling(fake) as device:
        assert device.snapshot() == jpeg(0)
        assert set(fake.told) == {"digest" if "digest" in methods else "basic"}
        assert fake.wrong == 0


def test_a_new_device_tells_what_it_is_without_a_password() -> None:
    with axis.device(login=LOGIN) as fake, calling(fake) as device:
        info = device.info()
        assert (info.name, info.model) == (MODEL, "P3265-LVE")
        assert (info.serial, info.firmware) == ("ACCC8E000001", "11.8.64")
        assert fake.told == []


@pytest.mark.parametrize("told", [{"old": True}, {"private": True}, {"old": True, "private": True}])
def test_an_old_or_shy_device_tells_as_much_to_who_has_the_password(told: dict[str, bool]) -> None:
    with axis.device(login=LOGIN, **told) as fake, calling(fake) as device:
        assert device.info().name == MODEL
        assert device.info().serial == "ACCC8E000001"


def test_what_it_can_send() -> None:
    with axis.device(login=LOGIN, rtsp_port=8554) as fake, calling(fake) as device:
        assert device.streams() == Streams(
            codecs=("jpeg", "mjpeg", "h264", "h265"),
            resolutions=((1920, 1080), (1280, 720)),
            sound=True,
            rtsp=True,
            rtsp_port=8554,
        )
        fake.rtsp_port = None
        fake.parameters["Properties.Audio.Audio"] = "no"
        told = device.streams()
        assert (told.rtsp, told.sound) == (False, False)


def test_streams_that_somebody_set_up_are_listed_by_new_and_old() -> None:
    with axis.device(login=LOGIN) as fake, calling(fake) as device:
        assert device.profiles() == (Profile("Quality", "Best", "resolution=1280x720&fps=15"),)
        fake.old = True
        assert device.profiles() == (
            Profile("Mobile", "", "resolution=480x270&fps=10"),
            Profile("Quality", "Best", "resolution=1920x1080&fps=30"),
        )


def test_a_wrong_password_is_tried_once_and_nobody_is_locked_out() -> None:
    with axis.device(login=LOGIN, private=True) as fake, calling(fake, "guess") as device:
        asked: list[Callable[[], object]] = [
            *(device.info, device.rights, device.streams),
            *(device.profiles, device.snapshot, device.info),
        ]
        for ask in asked:
            with pytest.raises(LoginRefusedError) as caught:
                ask()
            assert "guess" not in str(caught.value)
        assert fake.wrong == 1
        with calling(fake) as right:
            assert right.info().name == MODEL  # not locked


def test_without_a_password_one_is_asked_for() -> None:
    with axis.device(login=LOGIN) as fake, calling(fake, None) as device:
        assert device.info().name == MODEL
        assert device.streams() == Streams()
        with pytest.raises(LoginWantedError):
            device.snapshot()
        assert device.ready()
        assert fake.told == []


def test_a_user_who_may_only_look_is_not_taken_for_a_wrong_password() -> None:
    with axis.device(login=LOGIN, viewer=True) as fake, calling(fake) as device:
        assert device.rights() == ("viewer",)
        assert device.streams() == Streams()
        assert device.snapshot() == jpeg(0)
        assert fake.wrong == 0


def test_a_device_that_starts_says_so() -> None:
    with axis.device(starting=True) as fake, calling(fake) as device:
        assert not device.ready()
        fake.starting = False
        assert device.ready()
        fake.old = True  # it cannot say, so it counts as ready
        assert device.ready()


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("garbage", NotAxisError),
        ("cut", NotAxisError),
        ("silent", SilentError),
        ("noise", NotAxisError),
        ("busy", DeviceFaultError),
    ],
)
def test_senseless_answers_are_told_apart(fault: str, expected: type[BridgeError]) -> None:
    paths = ("/axis-cgi/basicdeviceinfo.cgi", "/axis-cgi/param.cgi")
    with (
        axis.device(faults=dict.fromkeys(paths, fault)) as fake,
        calling(fake, patience=HASTY) as device,
        pytest.raises(expected),
    ):
        device.info()


@pytest.mark.parametrize("fault", ["garbage", "cut", "noise"])
def test_a_picture_that_is_none_is_refused(fault: str) -> None:
    with (
        axis.device(faults={"/axis-cgi/jpg/image.cgi": fault}) as fake,
        calling(fake) as device,
        pytest.raises(BadAnswerError),
    ):
        device.snapshot()


def test_a_device_asks_for_the_password_in_an_unknown_way() -> None:
    with axis.device(login=LOGIN, methods=("negotiate",)) as fake, calling(fake) as device:
        with pytest.raises(BadAnswerError):
            device.snapshot()
        assert fake.told == []


def test_who_sends_us_elsewhere_is_not_told_the_password() -> None:
    with axis.device(login=LOGIN) as fake, calling(fake) as device:
        fake.moved_to = f"https://example.invalid:{fake.port}/axis-cgi/jpg/image.cgi"
        with pytest.raises(NotAxisError):
            device.snapshot()
        assert fake.told == []


def test_nobody_there() -> None:
    with axis.device() as fake:
        port = fake.port
    with Device(Place("127.0.0.1", port)) as device, pytest.raises(AbsentError):
        device.info()
