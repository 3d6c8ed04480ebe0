"""A web server of one's own, which can be told to misbehave."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

Behaviour = Callable[["Handler", bytes], None]

#: Large enough to come in several pieces.
BODY = Random(7).randbytes(300_000)
SUM = sha256(BODY).hexdigest()


@dataclass
class Script:
    """What a path gives, and how it behaves at its first, second, … request; the last one stays."""

    body: bytes
    behaviours: list[Behaviour]


@dataclass
class Web:
    """The running server: its scripts and what it was asked."""

    port: int
    scripts: dict[str, Script] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    #: Set at the end, so that nobody hangs for longer.
    over: threading.Event = field(default_factory=threading.Event)

    def give(self, path: str, *behaviours: Behaviour, body: bytes = BODY) -> str:
        """Serve a body under a path; the address."""
        self.scripts[path] = Script(body, list(behaviours) or [fine])
        return f"http://127.0.0.1:{self.port}{path}"

    def ranges(self, path: str) -> list[str]:
        """Which part of a path each request wanted."""
        return [headers.get("Range", "") for asked, headers in self.asked if asked == path]


class Handler(BaseHTTPRequestHandler):
    """Answers as the scripts say."""

    protocol_version = "HTTP/1.1"
    web: Web

    def do_GET(self) -> None:
        self.web.asked.append((self.path, dict(self.headers)))
        script = self.web.scripts.get(self.path)
        if script is None:
            self.head(404, 0)
            return
        behaviour = script.behaviours[0]
        if len(script.behaviours) > 1:
            script.behaviours.pop(0)
        with suppress(ConnectionError):
            behaviour(self, script.body)

    def head(self, status: int, length: int | None, **headers: str) -> None:
        """The lines before the body."""
        self.send_response(status)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def begin(self, body: bytes) -> int:
        """Where the requested part begins."""
        wanted = self.headers.get("Range", "").removeprefix("bytes=").partition("-")[0]
        mark = self.headers.get("If-Range", tag(body))
        return int(wanted) if wanted and mark == tag(body) else 0

    def hang_up(self) -> None:
        """Break the connection."""
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Quietly."""


def tag(body: bytes) -> str:
    return f'"{sha256(body).hexdigest()[:8]}"'


def fine(handler: Handler, body: bytes) -> None:
    """As it should be, with ranges."""
    begin = handler.begin(body)
    if begin and begin >= len(body):
        handler.head(416, 0, Content_Range=f"bytes */{len(body)}")
        return
    span = f"bytes {begin}-{len(body) - 1}/{len(body)}"
    more = {"Content_Range": span} if begin else {}
    handler.head(206 if begin else 200, len(body) - begin, ETag=tag(body), **more)
    handler.wfile.write(body[begin:])


def ignores_ranges(handler: Handler, body: bytes) -> None:
    handler.head(200, len(body))
    handler.wfile.write(body)


def cuts(after: int, *, ranges: bool = True, mark: bool = True) -> Behaviour:
    """Breaks off so many bytes later."""

    def behave(handler: Handler, body: bytes) -> None:
        begin = handler.begin(body) if ranges else 0
        span = f"bytes {begin}-{len(body) - 1}/{len(body)}"
        more = {"Content_Range": span} if begin else {}
        marked = {"ETag": tag(body)} if mark else {}
        handler.head(206 if begin else 200, len(body) - begin, **marked, **more)
        handler.wfile.write(body[begin : begin + after])
        handler.hang_up()

    return behave


def stalls(after: int) -> Behaviour:
    """Sends so many bytes and then nothing more, without hanging up."""

    def behave(handler: Handler, body: bytes) -> None:
        handler.head(200, len(body), ETag=tag(body))
        handler.wfile.write(body[:after])
        handler.wfile.flush()
        handler.web.over.wait(30)
        handler.hang_up()

    return behave


def says_length(length: int) -> Behaviour:
    """Lies about how much there is."""

    def behave(handler: Handler, body: bytes) -> None:
        handler.head(200, length)
        handler.wfile.write(body)
        handler.hang_up()

    return behave


def without_length(handler: Handler, body: bytes) -> None:
    handler.head(200, None)
    handler.wfile.write(body)
    handler.hang_up()


def answers(status: int) -> Behaviour:
    def behave(handler: Handler, _: bytes) -> None:
        handler.head(status, 0)

    return behave


def leads_to(url: str) -> Behaviour:
    def behave(handler: Handler, _: bytes) -> None:
        handler.head(302, 0, Location=url)

    return behave


def web_page(handler: Handler, _: bytes) -> None:
    page = b"<html>Please sign in to this network.</html>"
    handler.head(200, len(page), Content_Type="text/html; charset=utf-8")
    handler.wfile.write(page)


def wrong_place(handler: Handler, body: bytes) -> None:
    """Claims to go on, but from somewhere else."""
    if "Range" not in handler.headers:
        cuts(100_000)(handler, body)
        return
    handler.head(206, 10, ETag=tag(body), Content_Range=f"bytes 5-14/{len(body)}")
    handler.wfile.write(body[5:15])


def start() -> tuple[Web, ThreadingHTTPServer, threading.Thread]:
    """Serve on a free port of this machine."""

    class Scripted(Handler):
        """The handler of this one server."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Scripted)
    server.daemon_threads = False
    web = Scripted.web = Web(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    return web, server, thread
