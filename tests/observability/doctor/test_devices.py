from __future__ import annotations

import errno
import fcntl
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from omnisight_desktop.core.registry import Health
from omnisight_desktop.observability.doctor import devices
from omnisight_desktop.observability.doctor.devices import Webcam, judge_microphones
from omnisight_desktop.observability.doctor.probe import Probe

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="webcams as Linux shows them")


def _nodes(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).touch()
    return folder


def test_without_a_webcam_it_says_so(tmp_path: Path) -> None:
    check = devices.cameras(_nodes(tmp_path, "null", "videofile.txt"), lambda _: None)
    assert check.state is Health.DEGRADED
    assert check.reason == "no webcam is attached"
    assert check.fix


def test_webcams_are_told_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    folder = _nodes(tmp_path, "video10", "video2", "video0")
    check = devices.cameras(folder, lambda node: Webcam(node.name, f"Cam {node.name[5:]}"))
    assert check.state is Health.OK
    assert check.reason == "Cam 0 (video0), Cam 2 (video2), Cam 10 (video10)"


def test_denied_and_busy_webcams_come_with_what_to_do() -> None:
    check = devices.judge_cameras(
        [Webcam("/dev/video0", trouble="denied"), Webcam("/dev/video2", "Desk [1]\x1b", "busy")]
    )
    assert check.state is Health.DEGRADED
    assert check.reason == "/dev/video0 is denied, Desk [1]? (/dev/video2) is busy"
    assert "usermod -aG video" in check.fix
    assert "Close the program" in check.fix


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.EACCES, "denied"),
        (errno.EPERM, "denied"),
        (errno.EBUSY, "busy"),
        (errno.ENODEV, os.strerror(errno.ENODEV)),
    ],
)
def test_a_device_that_cannot_be_opened_says_why(
    number: int, trouble: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("omnisight_desktop.observability.doctor.devices.os.open", refuse)
    seen = devices.look_at(tmp_path / "video0")
    assert seen is not None
    assert seen.trouble == trouble


def test_what_is_no_camera_is_passed_over() -> None:
    assert devices.look_at(Path("/dev/null")) is None


def _device(capabilities: int, node: int, busy: bool) -> Callable[[int, int, bytearray], int]:
    """Answers as the driver of a webcam does."""

    def ioctl(_: int, request: int, data: bytearray) -> int:
        if request == devices._QUERYCAP:
            data[16:26] = b"Desk Cam\0\0"
            struct.pack_into("<II", data, 84, capabilities, node)
        elif busy:
            raise OSError(errno.EBUSY, "busy")
        return 0

    return ioctl


@pytest.mark.parametrize(
    ("capabilities", "node", "busy", "expected"),
    [
        (0x85200001, 0x04200001, False, Webcam("/dev/null", "Desk Cam")),
        (0x85200001, 0x04200001, True, Webcam("/dev/null", "Desk Cam", "busy")),
        (0x85A00001, 0x04A00000, False, None),  # the node beside it, for what is not pictures
        (0x00000001, 0, False, Webcam("/dev/null", "Desk Cam")),
        (0x00000002, 0, False, None),  # shows pictures instead of taking them
    ],
)
def test_a_driver_is_understood(
    capabilities: int,
    node: int,
    busy: bool,
    expected: Webcam | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fcntl, "ioctl", _device(capabilities, node, busy))
    assert devices.look_at(Path("/dev/null")) == expected


def test_other_systems_are_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    check = devices.cameras()
    assert "not looked at" in check.reason
    assert check.fix


def test_microphones_ready_busy_absent_and_denied() -> None:
    ready = judge_microphones([("Headset", ""), ("Webcam", "Device unavailable")], denied=False)
    assert (ready.state, ready.reason) == (Health.OK, "Headset")
    busy = judge_microphones([("Webcam", "Device unavailable")], denied=False)
    assert busy.state is Health.DEGRADED
    assert "Webcam: Device unavailable" in busy.reason
    assert judge_microphones([], denied=False).reason == "no microphone is attached"
    denied = judge_microphones([], denied=True)
    assert "may not use it" in denied.reason
    assert "usermod -aG audio" in denied.fix


def test_the_microphones_of_this_machine_are_told_whatever_is_installed() -> None:
    with Probe() as probe:
        check = devices.microphones(probe)
    assert check.name == "microphones"
    assert check.state in (Health.OK, Health.DEGRADED)
    assert check.state is Health.OK or check.fix
    assert "sounddevice" not in sys.modules
