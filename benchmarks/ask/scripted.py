"""The bank through Claude's way: a server on this computer speaks the Messages API by a script.

The script plays a model that understands: it knows from the bank what a question is about, asks the
house by its tools, and says what came back. What is measured is everything else: the tools, the
resolving of names and times, the proofs, the budget, the line.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from benchmarks.ask.asking import Marked, living, mark
from benchmarks.ask.home import NOW, ZONE, Home
from benchmarks.ask.oracle import Question
from benchmarks.measure import timed_ms
from omnisight_desktop.chat.answer import Answer
from omnisight_desktop.chat.choice import Choice, Speaker
from omnisight_desktop.chat.conversation import Conversation, Turn
from omnisight_desktop.chat.providers.claude import Claude
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.config.secrets import Secret
from omnisight_desktop.services.house import House

_VERBS = {
    "last": "last_seen",
    "first": "first_seen",
    "count": "count",
    "list": "find",
    "who": "who",
    "where": "where",
    "duration": "how_long",
    "compare": "compare",
}
_TOPICS = {
    "left": "left",
    "stationary": "stood",
    "loud": "loud",
    "camera_down": "offline",
    "camera_up": "back",
    "spoken": "spoken",
    "gesture": "gesture",
    "rule": "rule",
}
#: Every so often the line misbehaves: too many, overloaded, cut in the middle.
_TROUBLES = {7: 429, 11: 529, 13: 0}


@dataclass
class Scripted:
    """Which question is asked now, and what the line has done so far."""

    question: Question | None = None
    requests: int = 0
    troubles: int = 0
    bytes_in: int = 0
    url: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def trouble(self) -> int | None:
        """Whether this request goes wrong, and how; the same in every run."""
        with self.lock:
            self.requests += 1
            wrong = next((s for n, s in _TROUBLES.items() if self.requests % n == 0), None)
            self.troubles += wrong is not None
            return wrong


def ask_scripted(questions: Sequence[Question], home: Home) -> tuple[list[Marked], Scripted, House]:
    """Every question, answered by the scripted model."""
    with living(home, _settings()) as house, _serving() as script:
        marked = [_ask(house, script, question, home) for question in questions]
        return marked, script, house


def _ask(house: House, script: Scripted, question: Question, home: Home) -> Marked:
    conversation = Conversation(house, _Local(house, script.url), ZONE, keep=False)
    script.question = question
    turns: list[Turn] = []
    ms = timed_ms(lambda: turns.append(conversation.ask(question.q, now=NOW)))
    answer: Answer = turns[0].answer
    return mark(question, answer, home, ms)


class _Local(Choice):
    """Claude, at an address of this computer."""

    def __init__(self, house: House, address: str) -> None:
        super().__init__(house.paths, lambda: house.settings.chat, address)
        self._to = address

    def speaker(self, wish: str = "") -> Speaker:
        del wish
        key = Secret("sk-of-a-benchmark")
        return Speaker(
            "claude-scripted-sonnet",
            "127.0.0.1",
            lambda: Claude("claude-scripted-sonnet", key, self._to),
        )


def _settings() -> Settings:
    settings = Settings()
    chat = settings.chat.model_copy(update={"daily_budget_usd": 1000.0})
    return settings.model_copy(update={"chat": chat})


def arguments(question: Question) -> dict[str, Any]:
    """What a model that understands would hand to the tool."""
    kinds = [_TOPICS[kind] for kind in question.types if kind in _TOPICS]
    told: dict[str, Any] = {
        "people": list(question.people),
        "labels": list(question.labels),
        "cameras": list(question.cameras),
        "zones": list(question.zones),
        "topic": kinds[0] if kinds else "sightings",
        "text": question.text or "",
        "since": question.since or "",
        "until": question.until or "",
    }
    return {key: value for key, value in told.items() if value}


def _said(results: list[dict[str, Any]]) -> str:
    first = results[0]
    if "refused" in first:
        return f"{first['refused']} [{first['search']}]"
    told = " ".join(
        f"{event['who']} on {event['camera']}, {event['from']} [{event['event']}]."
        for event in first.get("events", [])[:3]
    )
    if first["status"] != "answered":
        return f"Nothing of that was seen [{first['search']}]."
    return f"This is what was found [{first['search']}]. {told}"


def _calls(question: Question) -> tuple[str, dict[str, Any]] | None:
    if question.want == "clarify":
        return None
    if question.want in ("refuse", "live"):
        # Somebody or something that is not there: the house is asked, and says so.
        named = question.q.rsplit(" ", 1)[-1].strip("?!.") or "?"
        return "find", {"cameras": [f"{named} that is not here"]}
    return _VERBS[question.want], arguments(question)


@contextmanager
def _serving() -> Iterator[Scripted]:
    script = Scripted()
    speaks = type("Speaks", (_Speaks,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), speaks)
    script.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Speaks(BaseHTTPRequestHandler):
    """The Messages API, by the script."""

    script: Scripted

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.script.bytes_in += len(body)
        trouble = self.script.trouble()
        if trouble:
            self.send_response(trouble)
            self.send_header("content-length", "2")
            self.send_header("retry-after", "0.001")
            self.end_headers()
            self.wfile.write(b"{}")
            return
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        events = self._events(json.loads(body))
        for event in events[:-2] if trouble == 0 else events:
            self.wfile.write(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode())

    def _events(self, request: dict[str, Any]) -> list[dict[str, Any]]:
        question = self.script.question
        assert question is not None
        results = _results(request)
        call = _calls(question)
        if call is None:
            return _stream(
                {"type": "text", "text": ""},
                {"type": "text_delta", "text": "Which one do you mean?"},
                "end_turn",
            )
        if not results:
            block = {"type": "tool_use", "id": "toolu_1", "name": call[0], "input": {}}
            delta = {"type": "input_json_delta", "partial_json": json.dumps(call[1])}
            return _stream(block, delta, "tool_use")
        text = {"type": "text_delta", "text": _said(results)}
        return _stream({"type": "text", "text": ""}, text, "end_turn")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def _stream(block: dict[str, Any], delta: dict[str, Any], reason: str) -> list[dict[str, Any]]:
    message: dict[str, Any] = {
        "id": "msg_1", "type": "message", "role": "assistant", "model": "scripted", "content": [],
        "stop_reason": None, "stop_sequence": None,
        "usage": {"input_tokens": 2000, "output_tokens": 1},
    }  # fmt: skip
    stop = {"stop_reason": reason, "stop_sequence": None}
    return [
        {"type": "message_start", "message": message},
        {"type": "content_block_start", "index": 0, "content_block": block},
        {"type": "content_block_delta", "index": 0, "delta": delta},
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": stop, "usage": {"output_tokens": 60}},
        {"type": "message_stop"},
    ]


def _results(request: dict[str, Any]) -> list[dict[str, Any]]:
    content = request["messages"][-1]["content"]
    found = []
    for block in content if isinstance(content, list) else []:
        if block["type"] == "tool_result":
            text = block["content"][0]["text"]
            found.append(json.loads(text[text.index(">") + 1 : text.rindex("</data")]))
    return found
