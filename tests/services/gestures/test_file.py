"""Gestures as a file: they come back as they went, and a file from a stranger harms nobody."""

from __future__ import annotations

import base64
import copy
import io
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.services.gesture_file import (
    gestures_from_json,
    gestures_to_json,
    load_gestures,
    packed,
    save_gestures,
    shaped,
    unpacked,
)
from tests.fakes.bodies import circling, moving, taught, waving

WAVE = taught("wave", moving(waving, seed=1), moving(waving, seed=2), created_by="Anna")
CIRCLE = taught("circle", moving(circling), mirrored=True, enabled=False)


def npy(values: Any) -> str:
    buffer = io.BytesIO()
    np.save(buffer, values, allow_pickle=True)
    return base64.b64encode(buffer.getvalue()).decode()


def test_what_was_exported_is_imported(tmp_path: Path) -> None:
    file = save_gestures([WAVE, CIRCLE], tmp_path / "mine.json")
    wave, circle = load_gestures(file)
    assert (wave.label, wave.created_by, wave.created) == ("wave", "Anna", WAVE.created)
    assert (circle.mirrored, circle.enabled) == (True, False)
    assert len(wave.takes) == 2
    for own, back in zip(WAVE.takes, wave.takes, strict=True):
        assert np.array_equal(own.points, back.points)
        assert np.allclose(own.times_s, back.times_s, atol=1e-4)
    assert wave.id == ""  # whoever keeps it gives it one
    assert [path.name for path in tmp_path.iterdir()] == ["mine.json"]


class Evil:
    """Does harm when it is unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path("harm").touch, ())


def bomb() -> str:
    """A few bytes that claim to be a terabyte."""
    head = io.BytesIO()
    shape = (2**32, 33, 4)
    np.lib.format.write_array_header_1_0(
        head, {"descr": "<f4", "fortran_order": False, "shape": shape}
    )
    return base64.b64encode(head.getvalue()).decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "no text"),
        (7, "no text"),
        ("%%%", "no base64"),
        ("YWJj", "no .npy"),
        (base64.b64encode(pickle.dumps(Evil())).decode(), "no .npy"),
        (npy(np.asarray([Evil()], object)), "holds objects"),
        (bomb(), "longer or shorter than it says"),
        (packed(np.zeros((5, 33, 4), np.float32))[:-200] + "AAAA", "longer or shorter"),
        (npy(np.zeros((5, 33, 4), np.int32)), "no decimal numbers"),
        (npy(np.zeros((5, 33, 4), "S3")), "no decimal numbers"),
        (npy(np.zeros((5, 34, 4), np.float32)), r"shape \(5, 34, 4\)"),
        (npy(np.zeros((5, 100), np.float32)), r"shape \(5, 100\)"),
        (npy(np.zeros(132, np.float32)), r"shape \(132,\)"),
        (npy(np.zeros((2, 3, 33, 4), np.float32)), "shape"),
        (npy(np.zeros((0, 33, 4), np.float32)), "shape"),
        (npy(np.float32(3)), "shape"),
    ],
)
def test_poses_that_are_none_are_refused_in_words(
    text: object, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=words):
        unpacked(text)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("shape", [(7, 33, 3), (7, 33, 4), (7, 99), (7, 132)])
@pytest.mark.parametrize("kind", [np.float32, np.float64, np.float16])
def test_poses_in_every_known_shape_are_understood(shape: tuple[int, ...], kind: type) -> None:
    values = np.arange(np.prod(shape), dtype=np.float64).reshape(shape) / 1000
    points = unpacked(npy(values.astype(kind)))
    assert points.shape == (7, 33, 4)
    assert points.dtype == np.float32
    assert np.allclose(shaped(values)[..., :3], points[..., :3], atol=0.01)
    if shape in ((7, 33, 3), (7, 99)):
        assert (points[..., 3] == 1).all()  # nobody said that it was not seen


def spoilt(change: Callable[[Any], object]) -> Any:
    told = copy.deepcopy(gestures_to_json([WAVE]))
    change(told)
    return told


def take(told: Any) -> Any:
    return told["gestures"][0]["takes"][0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda t: t.update(format="zip"), "no file of gestures"),
        (lambda t: t.update(version=9), "version 9"),
        (lambda t: t.update(gestures={"a": 1}), "no list"),
        (lambda t: t.update(gestures=[3]), "has no name"),
        (lambda t: t.update(gestures=t["gestures"] * 2), "two gestures called"),
        (lambda t: t["gestures"][0].update(label=" "), "no name for a gesture"),
        (lambda t: t["gestures"][0].update(label="x" * 90), "no name for a gesture"),
        (lambda t: t["gestures"][0].update(label="a\x1b[2Jb"), "no name for a gesture"),
        (lambda t: t["gestures"][0].update(takes=[]), "has no takes"),
        (lambda t: t["gestures"][0].update(takes=[1]), "without times"),
        (lambda t: t["gestures"][0].update(created="soon"), "when it was made"),
        (lambda t: take(t).update(times_s=["a"]), "times do not fit"),
        (lambda t: take(t).update(times_s=[0.0]), "times do not fit"),
        (lambda t: take(t)["times_s"].__setitem__(3, float("inf")), "times do not fit"),
        (lambda t: take(t)["times_s"].__setitem__(3, 10**400), "times do not fit"),
        (lambda t: take(t)["times_s"].reverse(), "no movement"),
        (lambda t: t["gestures"][0].update(created_by="An\x00na"), "no name of anybody"),
        (
            lambda t: take(t).update(points=npy(np.full((60, 33, 4), np.nan, np.float32))),
            "no movem",
        ),
        (lambda t: take(t).update(points=npy(np.full((60, 33, 4), 1e30, np.float32))), "no movem"),
    ],
)
def test_a_file_from_a_stranger_is_read_with_care(change: Any, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        gestures_from_json(spoilt(change))


def test_files_that_hold_something_else_are_refused(tmp_path: Path) -> None:
    for name, content in {
        "text.json": b"hello",
        "list.json": b"[1, 2]",
        "deep.json": b"[" * 100_000,
        "binary.json": pickle.dumps(Evil()),
    }.items():
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(UsageError, match="no file of gestures"):
            load_gestures(file)
    with pytest.raises(UsageError, match="There is no file"):
        load_gestures(tmp_path / "gone.json")
    with pytest.raises(UsageError, match="There is no file"):
        load_gestures(tmp_path)


def test_nothing_that_a_file_says_of_ids_is_believed() -> None:
    told = json.loads(json.dumps(gestures_to_json([WAVE])))
    assert gestures_from_json(told)[0].id == ""
    assert gestures_from_json(told, trusted=True)[0].id == WAVE.id
