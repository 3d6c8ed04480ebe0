"""Cameras, events and health over HTTP: the shapes, the pages, the refusals."""

from __future__ import annotations

from http import HTTPStatus

import cv2
import httpx
import numpy as np
import pytest

from omnisight_desktop.core.errors import (
    DiskFull,
    ModelMissing,
    NotRunning,
    SourceUnreachable,
    StorageError,
)
from omnisight_desktop.core.instruments import Reading
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.live import Live
from tests.api.stage import Stage
from tests.home import event

EVENTS = 30


def test_cameras_are_told_with_how_they_are_doing(client: httpx.Client) -> None:
    cameras = {one["id"]: one for one in client.get("/api/v1/cameras").json()["cameras"]}
    assert set(cameras) == {"demo", "porch"}
    assert cameras["porch"]["live"] is None
    assert cameras["demo"]["live"]["state"] in ("connecting", "live")
    assert cameras["demo"]["address"] == "demo:"
    assert client.get("/api/v1/cameras/Porch").json() == cameras["porch"]


def test_no_password_and_no_place_of_one_is_told(client: httpx.Client, stage: Stage) -> None:
    stage.house.cameras.remember("rtsp://user:geheim99@cam.example/x", "Locked")
    told = client.get("/api/v1/cameras").text
    assert "rtsp://cam.example/x" in told
    assert "geheim99" not in told
    assert "password" not in told


def test_the_newest_picture_is_a_jpeg(client: httpx.Client, stage: Stage) -> None:
    while stage.live.view("demo").frame is None:
        client.get("/api/v1/health/live")
    answer = client.get("/api/v1/cameras/demo/picture")
    assert answer.headers["content-type"] == "image/jpeg"
    image = cv2.imdecode(np.frombuffer(answer.content, np.uint8), cv2.IMREAD_COLOR)
    frame = stage.live.view("demo").frame
    assert frame is not None
    assert image is not None
    assert image.shape[:2] == (frame.size[1], frame.size[0])
    away = client.get("/api/v1/cameras/porch/picture")
    assert away.status_code == HTTPStatus.NOT_FOUND
    assert "no picture" in away.json()["reason"]


def test_pages_of_events_hold_each_once(client: httpx.Client) -> None:
    seen: list[str] = []
    after: str | None = None
    while True:
        told: dict[str, str | int] = {"camera": "porch", "limit": 7}
        page = client.get(
            "/api/v1/events", params=told | ({"after": after} if after else {})
        ).json()
        seen += [event["id"] for event in page["events"]]
        after = page["next"]
        if after is None:
            break
    assert seen == [f"E{number:02}" for number in range(EVENTS)]


def test_events_are_narrowed_as_on_the_command_line(client: httpx.Client) -> None:
    def ids(**told: str) -> list[str]:
        answer = client.get("/api/v1/events", params={"camera": "Porch", "limit": "100", **told})
        return [event["id"] for event in answer.json()["events"]]

    assert ids(type="left") == [f"E{number:02}" for number in range(0, EVENTS, 3)]
    since, until = "2026-05-03T11:55:00Z", "2026-05-03T11:58:00Z"
    assert ids(since=since, until=until) == ["E03", "E04", "E05"]
    assert ids(label="car") == []


def test_one_event_and_its_story(client: httpx.Client) -> None:
    event = client.get("/api/v1/events/E00").json()
    assert (event["id"], event["camera"], event["clip"]) == ("E00", "Porch", "C1")
    stories = client.get("/api/v1/stories", params={"camera": "porch", "limit": 2}).json()
    assert [story["id"] for story in stories["stories"]] == ["E00", "E01"]
    assert stories["stories"][0]["events"] == [event]
    assert stories["next"] is not None


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("/api/v1/events/nope", 404, "not_found"),
        ("/api/v1/cameras/nope", 404, "not_found"),
        ("/api/v1/events?camera=nope", 404, "not_found"),
        ("/api/v1/events?person=nope", 404, "not_found"),
        ("/api/v1/events?since=yesterday", 400, "usage_error"),
        ("/api/v1/events?after=AAAA", 400, "usage_error"),
        ("/api/v1/events?limit=0", 422, "bad_request"),
        ("/api/v1/events?limit=9999999999999999999999", 422, "bad_request"),
        ("/api/v1/events?text=%00", 200, None),
        ("/api/v1/clips?limit=x", 422, "bad_request"),
        ("/api/v1/nothing", 404, "not_found"),
        ("/api/v1/cameras/", 404, "not_found"),
    ],
)
def test_bad_questions_get_one_shape(
    client: httpx.Client, path: str, status: int, error: str | None
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    if error is not None:
        assert set(answer.json()) == {"error", "reason", "fix"}
        assert answer.json()["error"] == error
        assert answer.json()["reason"].endswith(".")


def test_what_cannot_be_done_there_is_said(client: httpx.Client) -> None:
    answer = client.delete("/api/v1/events/E00")
    assert answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert answer.json()["error"] == "method_not_allowed"
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("fault", "status", "error"),
    [
        (DiskFull("No room."), 507, "disk_full"),
        (NotRunning("Not started."), 503, "not_running"),
        (SourceUnreachable("Nobody answers."), 503, "source_unreachable"),
        (ModelMissing("It is not here."), 424, "model_missing"),
        (StorageError("The disk does not answer."), 500, "storage_error"),
        (ValueError("secret inner workings"), 500, "unforeseen"),
    ],
)
def test_faults_are_told_without_a_traceback(
    client: httpx.Client,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    status: int,
    error: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(Events, "get", fail)
    answer = client.get("/api/v1/events/E00")
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert "Traceback" not in answer.text
    assert "inner workings" not in answer.text


def test_it_says_that_it_lives_and_whether_it_works(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/api/v1/health/live").json() == {"status": "live"}
    ready = client.get("/api/v1/health/ready")
    assert (ready.status_code, ready.json()["status"]) == (HTTPStatus.OK, "ready")
    assert {check["name"] for check in ready.json()["checks"]} >= {"database", "walk", "cameras"}

    monkeypatch.setattr(Live, "readings", lambda _: [Reading("speech.dropped", 2.0)])
    (speech,) = (
        one
        for one in client.get("/api/v1/health/ready").json()["checks"]
        if one["name"] == "speech"
    )
    assert (speech["state"], speech["reason"][:11]) == ("degraded", "2 utterance")

    def fail(_: object) -> int:
        raise StorageError("The disk does not answer.")

    monkeypatch.setattr(Events, "newest_seq", fail)
    ready = client.get("/api/v1/health/ready")
    assert (ready.status_code, ready.json()["status"]) == (503, "not_ready")
    assert "The disk does not answer." in ready.text


def test_browsers_are_told_to_keep_it_to_themselves(client: httpx.Client) -> None:
    headers = client.get("/api/v1/events").headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_events_that_are_told_of_alike_are_listed(client: httpx.Client, stage: Stage) -> None:
    stage.house.keeper.commit(
        event("l1", 9, text="a man with a ladder"), event("l2", 5, text="two men with a ladder")
    )
    told = client.get("/api/v1/events/l1/like", params={"camera": "porch"}).json()
    assert [one["id"] for one in told["events"]] == ["l2"]
    assert client.get("/api/v1/events/l1/like", params={"label": "cat"}).json()["events"] == []
    assert client.get("/api/v1/events/nobody/like").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("page", ["/api/docs", "/api/redoc"])
def test_the_pages_explain_every_route_and_fetch_nothing(client: httpx.Client, page: str) -> None:
    answer = client.get(page)
    described = client.get("/api/openapi.json").json()
    for path in described["paths"]:
        assert path in answer.text
    assert "/ws/camera/{id}" in answer.text
    assert "http://" not in answer.text
    assert "https://" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    for name in ("css", "js"):
        assert client.get(f"/api/docs.{name}").status_code == HTTPStatus.OK


def test_the_description_tells_the_shape_of_every_refusal(client: httpx.Client) -> None:
    described = client.get("/api/openapi.json").json()
    assert {"/api/v1/cameras", "/api/v1/events", "/api/v1/clips/{clip}"} <= set(described["paths"])
    for methods in described["paths"].values():
        for route in methods.values():
            shape = route["responses"]["4XX"]["content"]["application/json"]["schema"]
            assert shape["$ref"].endswith("/ProblemShape")
    assert "HTTPValidationError" not in described["components"]["schemas"]
