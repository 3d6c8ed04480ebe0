"""A server on this computer that speaks Anthropic's Messages API over real HTTP, by a script."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]


@dataclass(frozen=True)
class Says:
    """An answer: words, calls of tools as ``(name, arguments)``, and how the line behaves."""

    text: str = ""
    calls: tuple[tuple[str, dict[str, Any]], ...] = ()
    cut_after: int | None = None  # pieces of text; then the line is dead
    waits: bool = False  # before the first byte, until the server is closed
    stalls: bool = False  # after the first words, until the server is closed
    read: int = 100
    written: int = 20


@dataclass(frozen=True)
class Refuses:
    """A refusal."""

    status: int
    kind: str
    words: str = "no"
    retry_after: str | None = None


Script = Callable[[Request], Says | Refuses]


@dataclass
class MessagesApi:
    """What was asked of it, and where it is."""

    script: Script
    asked: list[Request] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    bytes_in: list[int] = field(default_factory=list)
    url: str = ""
    over: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)

    def results(self) -> list[str]:
        """The texts of all results of tools in the last request."""
        return results_in(self.asked[-1])


def results_in(request: Request) -> list[str]:
    """The texts of the results of tools that came with it, the newest message only."""
    content = request["messages"][-1]["content"]
    if isinstance(content, str):
        return []
    return [
        part["text"]
        for block in content
        if block["type"] == "tool_result"
        for part in block["content"]
        if part["type"] == "text"
    ]


def told_in(request: Request) -> list[Any]:
    """The same without their fence, as values."""
    found = []
    for text in results_in(request):
        if text.startswith("<data"):
            found.append(json.loads(text[text.index(">") + 1 : text.rindex("</data")]))
    return found


def question_in(request: Request) -> str:
    """What the owner asked in the turn that goes on."""
    for message in reversed(request["messages"]):
        if message["role"] != "user":
            continue
        content = message["content"]
        texts = (
            [content]
            if isinstance(content, str)
            else [block["text"] for block in content if block["type"] == "text"]
        )
        if texts:
            return str(texts[-1]).rsplit("\n\n", 1)[-1]
    return ""


class _Speaks(BaseHTTPRequestHandler):
    """Answers as the script says."""

    protocol_version = "HTTP/1.1"
    api: MessagesApi

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        request = json.loads(body)
        api = self.api
        api.asked.append(request)
        api.bytes_in.append(len(body))
        api.keys.append(self.headers.get("authorization", "").removeprefix("Bearer "))
        api.reached.set()
        assert self.path.startswith("/v1/messages")
        told = api.script(request)
        with suppress(ConnectionError):
            if isinstance(told, Refuses):
                self._refuse(told)
            else:
                self._say(told)

    def _refuse(self, told: Refuses) -> None:
        error = {"type": told.kind, "message": told.words}
        body = json.dumps({"type": "error", "error": error}).encode()
        self.send_response(told.status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        if told.retry_after is not None:
            self.send_header("retry-after", told.retry_after)
        self.end_headers()
        self.wfile.write(body)

    def _say(self, told: Says) -> None:
        self.close_connection = True
        if told.waits:
            self.api.over.wait(30)
            return
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        for number, event in enumerate(_events(told)):
            if event["type"] == "content_block_delta" and told.stalls and number > 3:
                self.api.over.wait(30)
                return
            self.wfile.write(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode())
            self.wfile.flush()
            if told.cut_after is not None and number >= told.cut_after:
                return

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def messages_api(script: Script) -> Iterator[MessagesApi]:
    """Serve by a script until the end; nothing is left of it."""
    api = MessagesApi(script)
    speaks = type("Speaks", (_Speaks,), {"api": api})
    server = ThreadingHTTPServer(("127.0.0.1", 0), speaks)
    server.daemon_threads = False
    api.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield api
    finally:
        api.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _events(told: Says) -> Iterator[dict[str, Any]]:
    usage = {"input_tokens": told.read, "output_tokens": 1}
    yield {
        "type": "message_start",
        "message": {
            "id": "msg_1", "type": "message", "role": "assistant", "model": "claude-test",
            "content": [], "stop_reason": None, "stop_sequence": None, "usage": usage,
        },
    }  # fmt: skip
    place = 0
    if told.text:
        block: dict[str, Any] = {"type": "text", "text": ""}
        yield {"type": "content_block_start", "index": place, "content_block": block}
        for begin in range(0, len(told.text), 12):
            delta = {"type": "text_delta", "text": told.text[begin : begin + 12]}
            yield {"type": "content_block_delta", "index": place, "delta": delta}
        yield {"type": "content_block_stop", "index": place}
        place += 1
    for number, (name, arguments) in enumerate(told.calls):
        block = {"type": "tool_use", "id": f"toolu_{place}_{number}", "name": name, "input": {}}
        yield {"type": "content_block_start", "index": place, "content_block": block}
        delta = {"type": "input_json_delta", "partial_json": json.dumps(arguments)}
        yield {"type": "content_block_delta", "index": place, "delta": delta}
        yield {"type": "content_block_stop", "index": place}
        place += 1
    reason = "tool_use" if told.calls else "end_turn"
    yield {
        "type": "message_delta",
        "delta": {"stop_reason": reason, "stop_sequence": None},
        "usage": {"output_tokens": told.written},
    }
    yield {"type": "message_stop"}
