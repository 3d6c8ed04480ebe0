"""Gestures over HTTP: taught from poses, listed, counted, forgotten; and what is wrong with a bad take."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator
from typing import Any

import httpx
import numpy as np
import pytest

from omnisight_desktop.core.gesture import Take
from omnisight_desktop.services.gesture_file import packed
from tests.api.stage import Stage
from tests.fakes.bodies import moving, taught, waving
from tests.home import event

WAVE = moving(waving)
TEACH = "/api/v1/gestures/teach"


@pytest.fixture(autouse=True)
def _forgotten(stage: Stage) -> Iterator[None]:
    yield
    for gesture in stage.house.gestures.all():
        stage.house.gestures.delete(gesture.id)


def order(take: Take = WAVE, **told: Any) -> dict[str, Any]:
    return {"label": "wave", "pose_sequence_b64": packed(take.points), **told}


def npy(values: Any) -> str:
    file = io.BytesIO()
    np.save(file, np.asarray(values), allow_pickle=True)
    return base64.b64encode(file.getvalue()).decode()


def test_a_take_teaches_a_gesture_in_the_shape_of_the_contract(
    client: httpx.Client, stage: Stage
) -> None:
    told = client.post(TEACH, json=order(num_frames=len(WAVE), created_by="Anna")).json()
    assert told["status"] == "success"
    assert "wave" in told["message"]
    [known] = stage.house.gestures.all()
    assert told["gesture"]["gesture_id"] == known.id
    assert (told["gesture"]["label"], told["gesture"]["num_frames"]) == ("wave", known.num_frames)
    assert (known.label, known.created_by) == ("wave", "Anna")
    lexicon = stage.house.gestures.lexicon()
    assert lexicon is not None
    assert lexicon.labels == ("wave",)


@pytest.mark.parametrize("shape", [(-1, 33, 4), (-1, 132)])
def test_both_shapes_with_visibility_are_understood(
    client: httpx.Client, shape: tuple[int, ...]
) -> None:
    poses = npy(WAVE.points.reshape(shape).astype(np.float32))
    assert client.post(TEACH, json=order(pose_sequence_b64=poses)).status_code == 200


@pytest.mark.parametrize("shape", [(-1, 33, 3), (-1, 99)])
def test_both_shapes_without_visibility_are_understood(
    client: httpx.Client, shape: tuple[int, ...]
) -> None:
    poses = npy(WAVE.points[..., :3].reshape(shape))
    assert client.post(TEACH, json=order(pose_sequence_b64=poses)).status_code == 200


def test_a_label_that_exists_is_refused_unless_a_take_is_added(
    client: httpx.Client, stage: Stage
) -> None:
    client.post(TEACH, json=order())
    again = client.post(TEACH, json=order(moving(waving, seed=2), label="Wave"))
    assert (again.status_code, again.json()["error"]) == (400, "usage_error")
    assert "already" in again.json()["reason"]
    added = client.post(TEACH, json=order(moving(waving, seed=2), add=True))
    assert added.json()["gesture"]["takes"] == 2
    assert len(stage.house.gestures.all()) == 1


HUGE = np.full((30, 99), 1e300)
UNSEEN = WAVE.points[:30] * np.asarray([1, 1, 1, 0], np.float32)
NAN = np.full_like(WAVE.points, np.nan)


@pytest.mark.parametrize(
    ("poses", "words"),
    [
        ("!!!", "no base64"),
        ("QUJD", "no .npy file"),
        ("", "no .npy file"),
        (npy(np.array([{"a": 1}], dtype=object)), "objects"),
        (npy(np.zeros((30, 98), np.float32)), "shape"),
        (npy(np.zeros((30, 33), np.float32)), "shape"),
        (npy(np.zeros((30, 3, 33), np.float32)), "shape"),
        (npy(np.zeros((30, 99), np.int32)), "no decimal numbers"),
        (npy(np.float32(1)), "shape"),
        (npy(np.zeros((0, 99), np.float32)), "no pictures"),
        (packed(WAVE.points[:1]), "single picture"),
        (packed(NAN), "Nobody is seen"),
        (npy(HUGE), "Nobody is seen"),
        (packed(WAVE.points[[0] * 60]), "Nothing moves"),
        (packed(UNSEEN), "out of the picture"),
        (npy(np.resize(WAVE.points[..., 0].astype(np.float16), (3100, 99))), "too long"),
    ],
)
def test_a_bad_take_is_refused_in_words_and_nothing_is_kept(
    client: httpx.Client, stage: Stage, poses: str, words: str
) -> None:
    answer = client.post(TEACH, json=order(pose_sequence_b64=poses))
    assert answer.status_code == 400, answer.text
    assert words in answer.json()["reason"]
    assert stage.house.gestures.all() == []


def test_ten_thousand_poses_are_more_than_a_request_holds(
    client: httpx.Client, stage: Stage
) -> None:
    poses = npy(np.zeros((10_000, 132), np.float32))
    answer = client.post(TEACH, json=order(pose_sequence_b64=poses))
    assert answer.status_code == 413
    assert "at most" in answer.json()["reason"]
    assert stage.house.gestures.all() == []


@pytest.mark.parametrize(
    "told",
    [
        {"label": ""},
        {"label": "a\u0007b"},
        {"label": "\ud800"},
        {"created_by": "\ud800"},
        {"num_frames": 7},
        {"num_frames": -1},
        {"fps": 0},
        {"fps": "quick"},
        {"pose_sequence_b64": 7},
        {"label": None},
        {"shell": "rm"},
    ],
)
def test_a_bad_order_is_refused_in_words_and_nothing_is_kept(
    client: httpx.Client, stage: Stage, told: dict[str, Any]
) -> None:
    body = json.dumps(order(**told))  # as ASCII: half a letter is written as an escape
    answer = client.post(TEACH, content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.json()["reason"]
    assert stage.house.gestures.all() == []


def test_they_are_listed_counted_and_forgotten(client: httpx.Client, stage: Stage) -> None:
    stage.house.gestures.keep(taught("bow", WAVE), taught("wave", WAVE, enabled=False))
    now = stage.house.clock.now()
    made = event("G1", type="gesture", minutes_ago=0, label="bow", start=now, end=now, score=0.9)
    stage.house.keeper.commit(made)
    told = client.get("/api/v1/gestures").json()
    assert [(one["label"], one["enabled"]) for one in told["gestures"]] == [
        ("bow", True),
        ("wave", False),
    ]
    assert [one["made"] for one in told["gestures"]] == [1, 0]
    assert {one["label"] for one in told["activities"]} == {"fall", "raised hands"}
    counted = client.get("/api/v1/gestures/stats/summary").json()
    assert (counted["total_gestures"], counted["enabled_gestures"]) == (2, 1)
    assert (counted["made"], counted["days"][-1], len(counted["days"])) == (1, 1, 30)
    assert counted["gestures"][0]["cameras"] == {"Porch": 1}
    assert counted["gestures"][0]["confidence"] == pytest.approx(0.9)
    gone = client.delete("/api/v1/gestures/bow").json()
    assert (gone["status"], gone["gesture_id"]) == ("success", "G-bow")
    assert client.delete("/api/v1/gestures/bow").status_code == 404
    stage.house.keeper.erase("event", ["G1"])
