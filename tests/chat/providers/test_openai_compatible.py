"""A server of one's own is spoken to as OpenAI's: with tools, in pieces, and nothing else needed."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.chat.choice import Choice, Speaker
from omnisight_desktop.chat.conversation import Conversation
from omnisight_desktop.services.house import House
from tests.chat.stage import home
from tests.fakes.keyrings import NoKeyring, using

Pieces = list[dict[str, Any]]


@dataclass
class Server:
    """What it answers, one after the other, and what it was asked."""

    answers: list[Pieces | int]
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def serving(*answers: Pieces | int) -> Iterator[Server]:
    told = Server(list(answers))

    class Speaks(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            told.asked.append(json.loads(body))
            answer = told.answers.pop(0)
            if isinstance(answer, int):
                self.send_response(answer)
                self.send_header("content-length", "0")
                self.end_headers()
                return
            self.send_response(200)
            self.end_headers()
            for piece in answer:
                self.wfile.write(f"data: {json.dumps(piece)}\n\n".encode())
            self.wfile.write(b"data: [DONE]\n\n")

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Speaks)
    server.daemon_threads = False
    told.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def delta(finish: str | None = None, **told: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": told, "finish_reason": finish}]}


def calls(arguments: str) -> Pieces:
    """A call of last_seen whose arguments come in two pieces."""
    half = len(arguments) // 2
    first = {
        "index": 0,
        "id": "c1",
        "function": {"name": "last_seen", "arguments": arguments[:half]},
    }
    second = {"index": 0, "function": {"arguments": arguments[half:]}}
    return [delta(tool_calls=[first]), delta(tool_calls=[second]), delta("tool_calls")]


SAYS: Pieces = [
    delta(content="Anna came at "),
    delta(content="11:00 [E1]."),
    delta("stop"),
    {"choices": [], "usage": {"prompt_tokens": 900, "completion_tokens": 12}},
]
ANNA = '{"people": ["Anna"]}'


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with using(NoKeyring()), home(tmp_path) as house:
        yield house


def talk(house: House, url: str) -> Conversation:
    chat = house.settings.chat.model_copy(update={"server": url, "server_model": "llama3.2"})
    there = replace(house, settings=house.settings.model_copy(update={"chat": chat}))
    return Conversation(there, Choice(there.paths, lambda: chat), UTC)


def test_a_local_model_asks_the_house_and_is_free(house: House) -> None:
    with serving(calls(ANNA), SAYS) as server:
        turn = talk(house, server.url).ask("When did I last see Anna?")
    assert (turn.answer.text, turn.answer.events) == ("Anna came at 11:00.", ("e2",))
    assert (turn.answer.model, turn.is_here, turn.left.micro_usd) == ("llama3.2", True, 0)
    messages = server.asked[1]["messages"]
    assert [m["role"] for m in messages] == ["system", "user", "assistant", "tool"]
    assert messages[2]["tool_calls"][0]["function"]["arguments"] == ANNA
    assert messages[3]["tool_call_id"] == "c1"
    assert "authorization" not in str(server.asked)
    assert "912" not in house.talks.ledger()[0].detail
    assert "900 tokens read, 12 written" in house.talks.ledger()[0].detail


@pytest.mark.parametrize("broken", ["{", "[1]", '{"people": 7}', '{"people": ["Nobody"]}'])
def test_arguments_that_make_no_sense_are_said_to_the_model(house: House, broken: str) -> None:
    with serving(
        calls(broken), calls(ANNA), SAYS[:1] + [delta(content="11:00 [E1].")] + SAYS[2:]
    ) as server:
        turn = talk(house, server.url).ask("When did I last see Anna?")
    assert turn.answer.status.value == "answered"
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("status", "words"), [(401, "refuses the key"), (404, "no model 'llama3.2'"), (400, "(400)")]
)
def test_its_refusals_are_said_and_this_computer_answers(
    house: House, status: int, words: str
) -> None:
    with serving(status) as server:
        turn = talk(house, server.url).ask("When did I last see Anna?")
    assert words in turn.note
    assert (turn.answer.model, turn.answer.events) == ("offline", ("e2",))


@pytest.mark.parametrize("nonsense", [[{"choices": 7}], [{"choices": [{"delta": 3}]}]])
def test_an_answer_that_is_none_is_said(house: House, nonsense: Pieces) -> None:
    with serving(nonsense) as server:
        turn = talk(house, server.url).ask("When did I last see Anna?")
    assert "makes no sense" in turn.note
    assert turn.answer.events == ("e2",)


class Elsewhere(Choice):
    """Takes the server of this computer for one that is paid."""

    def speaker(self, wish: str = "") -> Speaker:
        there = super().speaker(wish)
        assert there.open is not None
        line = there.open()
        line.is_here = False  # type: ignore[misc]
        return replace(there, open=lambda: line, is_here=False)


@pytest.mark.parametrize("answer", [SAYS[:3], SAYS[:1]])  # whole, and cut off
def test_what_a_server_does_not_tell_of_its_work_is_taken_from_the_budget(
    house: House, answer: Pieces
) -> None:
    with serving(answer, answer, answer, answer) as server:
        chat = house.settings.chat.model_copy(update={"server": server.url})
        there = replace(house, settings=house.settings.model_copy(update={"chat": chat}))
        turn = Conversation(there, Elsewhere(there.paths, lambda: chat), UTC).ask("Who came?")
    assert turn.left.micro_usd > 0
    assert house.talks.spent(turn.asked.replace(hour=0)) == turn.left.micro_usd


def test_an_answer_without_an_end_is_given_up(house: House) -> None:
    with serving([delta(content="a" * 2_000_000)]) as server:
        turn = talk(house, server.url).ask("When did I last see Anna?")
    assert "makes no sense" in turn.note
    assert turn.left.bytes_in < 2_000_000


def test_an_address_that_is_none_is_said(house: House) -> None:
    for address in ("http://127.0.0.1:x/v1", "http://[::1/v1", "http://a\u0000b/v1"):
        turn = talk(house, address).ask("When did I last see Anna?")
        assert (turn.answer.model, turn.answer.events) == ("offline", ("e2",))
        assert turn.note
