"""What makes no sense about a camera is refused, with what would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.core.camera import Camera, CameraOptions
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.services.particulars import (
    camera_heard,
    camera_told,
    insist_address,
    insist_name,
    insist_sensible,
    insist_shows,
)

CORNERS = ((0.0, 0.0), (0.5, 0.0), (0.5, 0.5))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"fps": 0.0}, "looks a second"),
        ({"fps": 61.0}, "looks a second"),
        ({"fps": float("nan")}, "looks a second"),
        ({"scores": {"person": 1.1}}, "least certainty of 'person'"),
        ({"scores": {"person": float("nan")}}, "least certainty"),
        ({"smallest": {"car": -0.1}}, "least height of 'car'"),
        ({"labels": ("",)}, "label"),
        ({"masks": (CORNERS[:2],)}, "2 corners"),
        ({"masks": (((0.0, 0.0), (1.5, 0.0), (1.0, 1.0)),)}, "1.5,0"),
        ({"masks": (((0.0, 0.0), (float("nan"), 0.0), (1.0, 1.0)),)}, "outside"),
        ({"masks": (((0.0, 0.0), (0.5, 0.5), (1.0, 1.0)),)}, "in a line"),
        ({"detector": "crystal ball"}, "crystal ball"),
    ],
)
def test_senseless_options_are_refused(told: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        insist_sensible(CameraOptions(**told))


def test_sensible_ones_pass_with_labels_that_nobody_knows() -> None:
    options = CameraOptions(
        labels=("axolotl",),
        scores={"axolotl": 0.0, "person": 1.0},
        masks=(CORNERS,),
        detector="hog",
        fps=0.1,
    )
    assert insist_sensible(options) == options


@pytest.mark.parametrize(
    "address",
    ["rtsp://", "rtsp:///path", "gopher://cam/x", "http://cam:port/", "nowhere.mp4", "porch", ""],
)
def test_addresses_of_which_nothing_comes_are_refused(address: str) -> None:
    with pytest.raises(UsageError):
        insist_address(address)


def test_addresses_of_every_kind_pass(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.touch()
    for address in (
        *("rtsp://me:p@ss@cam:8554/x", "HTTP://cam/mjpg", "axis://cam", "webcam:0", "demo:"),
        *(str(film), str(tmp_path), f"{tmp_path}?fps=5", f"replay:{film}"),
    ):
        assert insist_shows(address) == address
    assert insist_address("microphone:") == "microphone:"
    with pytest.raises(UsageError, match="microphone"):
        insist_shows("microphone:")


@pytest.mark.parametrize("name", ["", "   ", "a\x00b", "x" * 101])
def test_names_that_nobody_can_have(name: str) -> None:
    with pytest.raises(UsageError):
        insist_name(name)


def test_a_camera_travels_and_arrives_as_it_was() -> None:
    options = CameraOptions(masks=(CORNERS,), scores={"person": 0.4}, secret="file:camera-porch")
    camera = Camera("porch", "Front Dör", "rtsp://cam/x?channel=1", True, options)
    assert camera_heard(camera_told(camera)) == camera
    removed = Camera("porch", "Front Dör", "", False)
    assert camera_heard(camera_told(removed)) == removed


@pytest.mark.parametrize(
    "change",
    [
        {"id": "../x"},
        {"id": 7},
        {"name": ""},
        {"uri": "rtsp://me:pw@cam/x"},
        {"uri": "rtsp://cam/x?token=abcdefgh"},
        {"enabled": "yes"},
        {"options": '{"masks": [[[0.0, 0.0]]]}'},
        {"options": "nonsense"},
        {"options": '{"record_uri": "rtsp://me:pw@cam/y"}'},
        {"options": None},
    ],
)
def test_what_describes_no_camera_is_refused(change: dict[str, Any]) -> None:
    told = {**camera_told(Camera("porch", "Porch", "rtsp://cam/x")), **change}
    with pytest.raises(UsageError):
        camera_heard(told)
