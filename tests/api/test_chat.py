"""Chat over HTTP: the original shape, the same as it comes, and watch jobs that are confirmed."""

from __future__ import annotations

import json
import socket
import threading
from http import HTTPStatus
from typing import Any

import httpx
import pytest

from omnisight_desktop.chat.choice import Choice, Speaker
from omnisight_desktop.chat.providers.claude import Claude
from omnisight_desktop.services.talks import Talks
from omnisight_desktop.storage.records import LedgerEntry
from tests.api.stage import Stage
from tests.chat.stage import KEY
from tests.fakes.messages_api import Says, messages_api

WHERE = "/api/v1/chat"


def ask(client: httpx.Client, message: str, **told: Any) -> dict[str, Any]:
    answer = client.post(WHERE, json={"message": message, **told})
    assert answer.status_code == HTTPStatus.OK, answer.text
    shape: dict[str, Any] = answer.json()
    return shape


def test_an_answer_has_the_original_shape_and_names_its_proof(client: httpx.Client) -> None:
    told = ask(client, "how many people ever came on porch?")
    assert told["value"] > 0
    assert told["sources"][0]["camera"] == "Porch"
    first = next(one for one in told["video_clips"])
    assert set(first) == {"clip_url", "person_id", "timestamp", "event_type"}
    assert client.get(first["clip_url"]).status_code == HTTPStatus.OK
    assert told["left"]["bytes_out"] == 0
    assert ask(client, "how many people ever came?", include_clips=False)["video_clips"] == []


def test_a_conversation_goes_on_and_can_be_read_and_erased(client: httpx.Client) -> None:
    first = ask(client, "how many people ever came on porch?")
    second = ask(client, "and cars?", conversation=first["conversation"])
    assert (second["conversation"], second["value"]) == (first["conversation"], 0)
    kept = client.get(f"{WHERE}/conversations/{first['conversation']}").json()
    assert [turn["question"] for turn in kept["turns"]][1] == "and cars?"
    listed = client.get(f"{WHERE}/conversations").json()["conversations"]
    assert first["conversation"] in [one["id"] for one in listed]
    gone = client.delete(f"{WHERE}/conversations/{first['conversation']}")
    assert gone.status_code == HTTPStatus.NO_CONTENT
    again = client.get(f"{WHERE}/conversations/{first['conversation']}")
    assert again.status_code == HTTPStatus.NOT_FOUND


def test_the_same_comes_as_a_stream(client: httpx.Client) -> None:
    with client.stream("POST", f"{WHERE}/stream", json={"message": "who came today?"}) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in answer.iter_lines() if line]
    events = dict(zip(lines[::2], lines[1::2], strict=True))
    told = json.loads(events["event: answer"].removeprefix("data: "))
    assert told["model"] == "offline"
    assert told["conversation"]


def test_a_watch_is_in_force_once_it_is_confirmed(client: httpx.Client, stage: Stage) -> None:
    told = ask(client, "tell me when a dog comes on porch")
    assert told["status"] == "clarify"
    assert client.get(f"{WHERE}/watches").json()["watches"] == []
    yes = {"conversation": told["conversation"], "proposal": told["proposal"]["id"]}
    made = client.post(f"{WHERE}/watches", json=yes)
    assert (made.status_code, made.json()["cameras"]) == (HTTPStatus.CREATED, ["Porch"])
    (watch,) = client.get(f"{WHERE}/watches").json()["watches"]
    assert (watch["id"], watch["camera"]) == (told["proposal"]["id"], "Porch")
    assert client.delete(f"{WHERE}/watches/{watch['id']}").status_code == HTTPStatus.NO_CONTENT
    assert client.delete(f"{WHERE}/watches/{watch['id']}").status_code == HTTPStatus.NOT_FOUND
    assert stage.house.rules.book("porch").rules == ()


def test_who_hangs_up_stops_the_answer_and_its_cost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, noted = len(stage.house.talks.newest(500)), threading.Event()
    note = Talks.note

    def tells(talks: Talks, entry: LedgerEntry) -> None:
        note(talks, entry)
        noted.set()

    monkeypatch.setattr(Talks, "note", tells)
    with messages_api(lambda _: Says(waits=True)) as api:
        speaker = Speaker("claude-haiku", "127.0.0.1", lambda: Claude("claude-haiku", KEY, api.url))
        monkeypatch.setattr(Choice, "speaker", lambda *_: speaker)
        body = json.dumps({"message": "who came today?"}).encode()
        host, port = stage.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as caller:
            caller.sendall(
                f"POST {WHERE} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\n"
                f"content-length: {len(body)}\r\n\r\n".encode()
                + body
            )
            assert api.reached.wait(20)
            assert not noted.is_set()
        assert noted.wait(10)
    assert "cut" in stage.house.talks.ledger()[0].detail
    assert len(stage.house.talks.newest(500)) == before


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, HTTPStatus.UNPROCESSABLE_ENTITY),
        ({"message": ""}, HTTPStatus.UNPROCESSABLE_ENTITY),
        ({"message": "x" * 5000}, HTTPStatus.UNPROCESSABLE_ENTITY),
        ({"message": "who?", "conversation": "none"}, HTTPStatus.NOT_FOUND),
        ({"message": "who?", "model": "hal9000"}, HTTPStatus.BAD_REQUEST),
    ],
)
def test_what_makes_no_sense_is_refused(
    client: httpx.Client, body: dict[str, Any], status: HTTPStatus
) -> None:
    for where in (WHERE, f"{WHERE}/stream"):
        assert client.post(where, json=body).status_code == status
