"""Options of cameras survive other versions and damage; a mask is never lost."""

from __future__ import annotations

import json

import pytest

from omnisight_desktop.core.camera import CameraOptions, Transport
from omnisight_desktop.storage.options import read, written

FULL = CameraOptions(
    record_uri="rtsp://cam/main",
    audio_uri="microphone:",
    secret="keyring:camera-porch",
    transport=Transport.UDP,
    only_keys_when_idle=True,
    detector="hog",
    fps=2.5,
    labels=("person", "Käfer"),
    scores={"person": 0.4},
    smallest={"car": 0.1},
    masks=(((0.0, 0.0), (0.5, 0.0), (0.5, 0.5)),),
)
EVERYTHING = (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),)


@pytest.mark.parametrize("options", [FULL, CameraOptions()])
def test_what_is_written_is_read(options: CameraOptions) -> None:
    assert read(written(options)) == options


def test_what_is_as_usual_is_left_out() -> None:
    assert written(CameraOptions()) == "{}"
    assert json.loads(written(CameraOptions(fps=2.0))) == {"fps": 2.0}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("transport", "pigeon"),
        ("fps", "many"),
        ("labels", "person"),
        ("scores", [1]),
        ("only_keys_when_idle", "maybe"),
        ("detector", 7),
        ("of_tomorrow", {}),
    ],
)
def test_one_that_cannot_be_read_leaves_the_others(name: str, value: object) -> None:
    told = {**json.loads(written(FULL)), name: value}
    options = read(json.dumps(told))
    assert options.masks == FULL.masks
    assert options.secret == FULL.secret
    if name != "of_tomorrow":
        assert getattr(options, name) == getattr(CameraOptions(), name)


@pytest.mark.parametrize(
    "text", ['{"masks": [[[0, "x"]]]}', '{"masks": 7}', '{"masks": [[[0.0, 0.0], [0.5', '["masks"]']
)
def test_masks_that_cannot_be_read_cover_everything(text: str) -> None:
    assert read(text).masks == EVERYTHING


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "null"])
def test_what_is_no_json_is_as_usual(text: str) -> None:
    assert read(text) == CameraOptions()
