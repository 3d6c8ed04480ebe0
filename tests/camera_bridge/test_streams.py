"""Addresses of devices and of their streams."""

from __future__ import annotations

import pytest

from camera_bridge.errors import AbsentError
from camera_bridge.parameters import named, numbers, parse_parameters
from camera_bridge.place import Login, Place
from camera_bridge.streams import mjpeg_address, picture_address, rtsp_address


@pytest.mark.parametrize(
    ("text", "place", "login"),
    [
        ("cam.local", Place("cam.local"), None),
        ("10.0.0.7:8080", Place("10.0.0.7", 8080), None),
        ("root@cam", Place("cam"), Login("root", "")),
        ("axis://root:p%40ss@cam:81/x?y=1", Place("cam", 81), Login("root", "p@ss")),
        ("https://cam", Place("cam", None, secure=True), None),
        ("cam:443", Place("cam", 443, secure=True), None),
        ("[fe80::1]:80", Place("fe80::1", 80), None),
    ],
)
def test_places(text: str, place: Place, login: Login | None) -> None:
    assert Place.parse(text) == (place, login)


@pytest.mark.parametrize("text", ["", "http://", "cam:port", "[::1", "://x:99999999"])
def test_no_places(text: str) -> None:
    with pytest.raises(AbsentError):
        Place.parse(text)


def test_a_password_shows_itself_nowhere() -> None:
    login = Login("root", "hunter2")
    assert "hunter2" not in f"{login!r} {login} {[login]}"


def test_addresses_of_streams() -> None:
    place, wanted = (
        Place("cam", 8080),
        {"videocodec": "h264", "resolution": "640x360", "audio": "1"},
    )
    assert rtsp_address(place, {}) == "rtsp://cam/axis-media/media.amp"
    assert rtsp_address(place, wanted, 8554) == (
        "rtsp://cam:8554/axis-media/media.amp?videocodec=h264&resolution=640x360&audio=1"
    )
    assert mjpeg_address(place, wanted) == (
        "http://cam:8080/axis-cgi/mjpg/video.cgi?resolution=640x360"
    )
    assert picture_address(Place("::1", secure=True), {}) == "https://[::1]/axis-cgi/jpg/image.cgi"
    odd = {"streamprofile": "a&b c"}
    assert rtsp_address(place, odd).endswith("?streamprofile=a%26b+c")


def test_parameters_are_read_and_nonsense_is_passed_over() -> None:
    text = "root.Brand.Brand=AXIS\r\nA.B=x=y\n# Error: Error -1\n\n<html>\nroot.Empty=\n"
    assert parse_parameters(text) == {"Brand.Brand": "AXIS", "A.B": "x=y", "Empty": ""}
    assert numbers("1,2") == (1, 2)
    assert numbers("4CIF") == numbers("1,x") == ()
    group = {"S.S10.Name": "b", "S.S2.Name": "a", "S.Sx.Name": "c", "S.Max": "2"}
    assert named(group, "S.S") == [{"Name": "a"}, {"Name": "b"}]
