"""``/ws/camera/{id}``: pictures in both forms, every event, and viewers who take nothing."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import cv2
import numpy as np
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from omnisight_desktop.api.message import unpacked
from omnisight_desktop.api.ws import camera as camera_route
from omnisight_desktop.core.event import Event
from tests.api.stage import Stage
from tests.home import NOON

WAIT_S = 15.0
BINARY = "omnisight.binary.v1"


def looking(stage: Stage, query: str = "", **options: Any) -> ClientConnection:
    where = f"{stage.ws}/ws/camera/demo{query}"
    ws: ClientConnection = connect(where, proxy=None, max_size=None, **options)
    return ws


def told(ws: ClientConnection, kind: str) -> Iterator[dict[str, Any]]:
    """The messages of a kind, as they come; pictures in the binary form with their JPEG."""
    while True:
        message = ws.recv(timeout=WAIT_S)
        if isinstance(message, bytes):
            said, jpeg = unpacked(message)
            said["jpeg"] = jpeg
        else:
            said = json.loads(message)
        if said["type"] == kind:
            yield said


def happened(stage: Stage, name: str, camera: str = "demo") -> Event:
    event = Event(name, camera, "appeared", NOON, NOON + timedelta(seconds=1), label="parrot")
    stage.house.keeper.commit(event)
    return event


def shape_of(jpeg: bytes) -> tuple[int, ...]:
    image = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    return tuple(image.shape)


def test_the_original_shape(stage: Stage) -> None:
    with looking(stage) as ws:
        data = next(told(ws, "frame"))["data"]
    assert {"frame", "tracks", "events"} <= set(data)
    assert shape_of(base64.b64decode(data["frame"], validate=True))[:2] == (
        data["height"],
        data["width"],
    )
    assert data["camera"] == "demo"
    assert data["at"].endswith("Z")


def test_the_binary_form_says_the_same_in_fewer_bytes(stage: Stage) -> None:
    # The same picture in both forms, as soon as both got one of the same number.
    with looking(stage) as plain, looking(stage, subprotocols=[BINARY]) as small:
        assert small.subprotocol == BINARY
        texts = {one["data"]["serial"]: one for one in _some(told(plain, "frame"), 12)}
        pair = None
        for one in _some(told(small, "frame"), 12):
            if one["data"]["serial"] in texts:
                pair = texts[one["data"]["serial"]], one
    assert pair is not None
    text, binary = pair
    assert base64.b64decode(text["data"]["frame"]) == binary["jpeg"]
    assert {k: v for k, v in text["data"].items() if k != "frame"} == binary["data"]
    head = len(json.dumps(binary["data"], separators=(",", ":"))) + 30
    assert head + len(binary["jpeg"]) <= 0.76 * len(json.dumps(text, separators=(",", ":")))


def _some(messages: Iterator[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    return [next(messages) for _ in range(count)]


def test_boxes_lie_in_the_picture_that_is_sent(stage: Stage) -> None:
    with looking(stage, "?width=320", subprotocols=[BINARY]) as ws:
        for frame in told(ws, "frame"):
            if frame["data"]["tracks"]:
                break
    height, width = shape_of(frame["jpeg"])[:2]
    assert (width, height) == (320, frame["data"]["height"])
    view = stage.live.view("demo")
    assert view.frame is not None
    assert view.frame.size[0] > 320
    for track in frame["data"]["tracks"]:
        left, upper, right, lower = track["box"]
        assert -20 <= left < right <= 340
        assert -20 <= upper < lower <= height + 20
        assert {"id", "label", "score", "still"} <= set(track)


def test_each_picture_comes_once_and_in_order(stage: Stage) -> None:
    with looking(stage, "?fps=15") as ws:
        serials = [one["data"]["serial"] for one in _some(told(ws, "frame"), 10)]
    assert serials == sorted(set(serials))


def test_events_come_as_they_happen_and_those_of_other_cameras_do_not(stage: Stage) -> None:
    with looking(stage) as ws:
        assert next(told(ws, "status"))["data"]["state"] in ("connecting", "live")
        happened(stage, "PORCH1", "porch")
        happened(stage, "PARROT1")
        for one in told(ws, "event"):
            assert one["data"]["id"] != "PORCH1"
            if one["data"]["id"] == "PARROT1":
                break
    assert one["data"]["camera"] == "Demo"
    assert one["data"]["label"] == "parrot"


def test_who_comes_back_misses_none(stage: Stage) -> None:
    before = stage.house.events.newest_seq()
    wanted = [f"AWAY{number}" for number in range(250)]  # more than are read at once
    stage.house.keeper.commit(
        *(Event(one, "demo", "appeared", NOON, NOON, label="parrot") for one in wanted)
    )
    with looking(stage, f"?since={before}&fps=0.1") as ws:
        seen: list[str] = []
        seqs: list[int] = []
        for one in told(ws, "event"):
            seqs.append(one["seq"])
            seen += [one["data"]["id"]] if one["data"]["id"].startswith("AWAY") else []
            if len(seen) == len(wanted):
                break
    assert seen == wanted
    assert seqs == sorted(set(seqs))
    with looking(stage, f"?since={seqs[-1]}&fps=0.1") as ws:
        happened(stage, "NEXT1")
        assert all(one["data"]["id"] not in wanted for one in _up_to(told(ws, "event"), "NEXT1"))


def _up_to(messages: Iterator[dict[str, Any]], name: str) -> Iterator[dict[str, Any]]:
    for one in messages:
        yield one
        if one["data"]["id"] == name:
            return


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("/ws/camera/nope", HTTPStatus.NOT_FOUND, "not_found"),
        ("/ws/camera/demo?width=17", HTTPStatus.BAD_REQUEST, "usage_error"),
        ("/ws/camera/demo?fps=1000", HTTPStatus.UNPROCESSABLE_ENTITY, "bad_request"),
        ("/ws/nothing", HTTPStatus.FORBIDDEN, ""),
    ],
)
def test_who_asks_for_what_is_not_there_is_refused(
    stage: Stage, path: str, status: HTTPStatus, error: str
) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(f"{stage.ws}{path}", proxy=None)
    assert refused.value.response.status_code == status
    if error:
        assert json.loads(refused.value.response.body)["error"] == error


def test_there_is_room_for_so_many_and_then_for_more_when_some_leave(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera_route, "MOST_VIEWERS", 1)
    with looking(stage) as ws:
        next(told(ws, "frame"))
        with pytest.raises(InvalidStatus) as refused:
            looking(stage)
        assert refused.value.response.status_code == HTTPStatus.TOO_MANY_REQUESTS
    while True:  # the server hears of it a moment later
        try:
            with looking(stage) as ws:
                next(told(ws, "frame"))
            break
        except InvalidStatus:
            continue


def test_one_who_never_reads_keeps_nobody_waiting_and_is_let_go(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera_route, "PATIENCE_S", 1.0)
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.connect(("127.0.0.1", stage.server.port))
    deaf.sendall(
        b"GET /ws/camera/demo?fps=15 HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
        b"Sec-WebSocket-Version: 13\r\n\r\n"
    )
    with deaf, looking(stage, "?fps=15") as ws:
        before = next(told(ws, "frame"))["data"]["serial"]
        for number in range(5):  # events, too, pass by the one who sleeps
            happened(stage, f"LOUD{number}")
        after = _some(told(ws, "frame"), 15)[-1]["data"]["serial"]
        assert after > before
        deaf.settimeout(WAIT_S)
        gone = False
        while not gone:  # it is cut off, however little it takes
            _some(told(ws, "frame"), 5)
            gone = _is_cut(stage, deaf)


def _is_cut(stage: Stage, deaf: socket.socket) -> bool:
    """Whether the server has hung up; looked at without taking what lies there."""
    import psutil

    mine = deaf.getsockname()[1]
    states = [
        one.status
        for one in psutil.Process().net_connections("tcp")
        if one.laddr.port == stage.server.port and one.raddr and one.raddr.port == mine
    ]
    return psutil.CONN_ESTABLISHED not in states


def test_what_a_viewer_says_is_passed_over_unless_it_is_too_much(stage: Stage) -> None:
    with looking(stage) as ws:
        ws.send("hello")
        ws.send(b"\x00\x01")
        next(told(ws, "frame"))
        ws.send("x" * (200 * 1024))
        with pytest.raises(ConnectionClosed):
            list(told(ws, "nothing"))
