"""Addresses: what kind they are, what of them may be seen, and how a login is read out of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.capture.address import (
    Kind,
    callable_of,
    device_of,
    file_of,
    fps_of,
    is_stream,
    kept,
    kind_of,
    login_of,
    name_of,
    plain,
    shown,
    with_login,
)


@pytest.mark.parametrize(
    ("address", "kind", "endless"),
    [
        ("demo:", Kind.DEMO, False),
        ("webcam:0", Kind.WEBCAM, True),
        ("Webcam:Logitech C920", Kind.WEBCAM, True),
        ("microphone:", Kind.MICROPHONE, True),
        ("replay:/videos/porch.mp4", Kind.REPLAY, True),
        ("axis://cam.local", Kind.AXIS, True),
        ("rtsp://cam/x", Kind.STREAM, True),
        ("/videos/porch.mp4", Kind.FILE, False),
        ("file:///videos/porch.mp4", Kind.FILE, False),
        ("frames?fps=10", Kind.FILE, False),
        ("clip 12:30.mp4", Kind.FILE, False),
    ],
)
def test_an_address_tells_what_stands_behind_it(address: str, kind: Kind, endless: bool) -> None:
    assert kind_of(address) is kind
    assert is_stream(address) is endless


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("rtsp://u:p@ss@cam.local/axis", "rtsp://cam.local/axis"),
        ("RTSP://admin:hunter2@cam/x", "rtsp://cam/x"),
        ("rtmp://admin:hunter2@cam/x", "rtmp://cam/x"),
        ("rtsp://admin:pa/ss@cam/x", "rtsp://cam/x"),
        ("rtsp://admin:pa#ss@cam/x", "rtsp://cam/x"),
        ("rtsp://admin:pa?s@cam/x", "rtsp://cam/x"),
        ("rtsp://admin:12/3@cam/x", "rtsp://cam/x"),
        ("axis://root:pass@cam", "axis://cam"),
        ("http://cam/video?user=admin&pwd=hunter2", "http://cam/video"),
        ("http://cam/video?mail=a@b.c", "http://cam/video"),
        ("/videos/porch.mp4", "/videos/porch.mp4"),
        ("file:///videos/my%20porch.mp4", "/videos/my porch.mp4"),
        ("Demo", "demo:"),
        ("WEBCAM:0", "webcam:0"),
        ("replay:/videos/porch.mp4", "replay:/videos/porch.mp4"),
    ],
)
def test_an_address_is_shown_without_who_logs_in(address: str, expected: str) -> None:
    assert shown(address) == expected


def test_a_name_made_from_an_address_holds_no_password() -> None:
    assert name_of("RTSP://admin:hunter2@cam") == "cam"
    assert name_of("http://cam/videostream.cgi?user=admin&pwd=hunter2") == "cam/videostream.cgi"
    assert name_of("/videos/porch.mp4") == "porch"
    assert name_of("webcam:0") == "Webcam 0"
    assert name_of("webcam:Logitech C920") == "Logitech C920"
    assert name_of("replay:/videos/porch.mp4") == "porch"


@pytest.mark.parametrize(
    ("address", "login", "called"),
    [
        ("rtsp://cam/x", None, "rtsp://cam/x"),
        ("rtsp://u:p@cam/x", ("u", "p"), "rtsp://cam/x"),
        ("rtsp://u:p%40q@cam/x", ("u", "p@q"), "rtsp://cam/x"),
        ("rtsp://u:p@q@cam/x", ("u", "p@q"), "rtsp://cam/x"),
        ("rtsp://u:p/q@cam:554/x", ("u", "p/q"), "rtsp://cam:554/x"),
        ("rtsp://u:p@ s/s#1%@cam/x", ("u", "p@ s/s#1%"), "rtsp://cam/x"),
        ("rtsp://[::1]:554/a@b", None, "rtsp://[::1]:554/a@b"),
        ("rtsp://u:p@cam/a@b", ("u", "p"), "rtsp://cam/a@b"),
        ("rtsp://u@cam/x", ("u", ""), "rtsp://cam/x"),
    ],
)
def test_a_login_is_read_as_the_person_meant_it(
    address: str, login: tuple[str, str] | None, called: str
) -> None:
    assert login_of(address) == login
    assert plain(address) == called


@given(st.text(min_size=1, max_size=12), st.text(max_size=12))
def test_any_name_and_password_survive_the_way_into_an_address(name: str, password: str) -> None:
    if any(0xD800 <= ord(sign) < 0xE000 for sign in name + password):
        return  # no text that anybody could type
    address = with_login("rtsp://old:one@cam:554/x", name, password)
    assert login_of(address) == (name, password)
    assert plain(address) == "rtsp://cam:554/x"
    assert shown(address) == "rtsp://cam:554/x"
    assert callable_of(address) == address


def test_a_folder_may_say_how_fast_its_pictures_go() -> None:
    assert file_of("/pictures/yard?fps=12.5") == Path("/pictures/yard")
    assert fps_of("/pictures/yard?fps=12.5") == 12.5
    assert fps_of("/pictures/yard") is None
    assert file_of("what?.mp4") == Path("what?.mp4")


def test_a_device_is_told_by_number_or_name() -> None:
    assert device_of("webcam:Logitech C920 ") == "Logitech C920"
    assert device_of("microphone:") == ""
    assert device_of("rtsp://webcam:0@cam") == ""


def test_what_is_stored_is_found_again_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kept("porch.mp4") == str(tmp_path / "porch.mp4")
    assert kept("yard?fps=5") == f"{tmp_path / 'yard'}?fps=5"
    assert kept("replay:porch.mp4") == f"replay:{tmp_path / 'porch.mp4'}"
    assert kept("rtsp://u:p@cam/x") == "rtsp://cam/x"
