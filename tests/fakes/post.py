"""Servers that take messages, on this machine alone: a mail server, a web hook, an MQTT broker."""

from __future__ import annotations

import json
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_JOIN_S = 5.0


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Taken:
    """What a server was handed, and how it is to behave."""

    port: int
    messages: list[Any] = field(default_factory=list)
    refuses: bool = False
    arrived: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    def hang_up(self) -> None:
        """Let go of whoever still waits for an answer."""
        self.over.set()

    def take(self, message: Any) -> None:
        self.messages.append(message)
        self.arrived.set()


class _Mail(socketserver.StreamRequestHandler):
    """As much of SMTP as a client needs to hand over a letter."""

    server: _Server

    def handle(self) -> None:
        self._say("220 post.example ESMTP")
        while line := self.rfile.readline():
            word = line.strip().upper()
            if word.startswith(b"QUIT"):
                self._say("221 bye")
                return
            if word.startswith(b"DATA"):
                self._say("354 go on")
                self.server.taken.take(self._letter())
                self._say("250 taken")
            elif word.startswith((b"EHLO", b"HELO")):
                self._say("250 post.example")
            elif self.server.taken.refuses and word.startswith(b"RCPT"):
                self._say("550 5.1.1 nobody of that name")
            else:
                self._say("250 well")

    def _letter(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        letter = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(letter, EmailMessage)
        return letter

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


class _Broker(socketserver.StreamRequestHandler):
    """As much of MQTT 3.1.1 as a client needs to publish something."""

    server: _Server

    def handle(self) -> None:
        while head := self.rfile.read(1):
            body = self.rfile.read(self._length())
            kind, flags = head[0] >> 4, head[0] & 15
            if kind == 1:
                self.wfile.write(b"\x20\x02\x00\x00")  # welcome
            elif kind == 3:
                topic_end = 2 + int.from_bytes(body[:2], "big")
                topic, rest = body[2:topic_end].decode(), body[topic_end:]
                if flags & 6:
                    self.wfile.write(b"\x40\x02" + rest[:2])
                    rest = rest[2:]
                self.server.taken.take((topic, rest.decode()))
            elif kind == 14:
                return

    def _length(self) -> int:
        length = shift = 0
        while True:
            byte = self.rfile.read(1)[0]
            length |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return length


class _Silent(socketserver.BaseRequestHandler):
    """Lets a caller in and says nothing until the test is over."""

    server: _Server

    def handle(self) -> None:
        self.server.taken.reached.set()
        self.server.taken.over.wait(60)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = False

    def __init__(self, port: int, handler: type[socketserver.BaseRequestHandler]) -> None:
        super().__init__(("127.0.0.1", port), handler)
        self.taken = Taken(self.server_address[1])


class _Hook(BaseHTTPRequestHandler):
    """Takes what is posted to it as JSON."""

    def do_POST(self) -> None:
        taken: Taken = self.server.taken  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if taken.refuses:
            self.send_response(500)
        else:
            taken.take(json.loads(body))
            self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Keeps quiet."""


@contextmanager
def _serving(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join(_JOIN_S)


@contextmanager
def mail_server(port: int = 0) -> Iterator[Taken]:
    """A mail server; its letters are ``EmailMessage``."""
    server = _Server(port, _Mail)
    with _serving(server):
        yield server.taken


@contextmanager
def mqtt_broker(port: int = 0) -> Iterator[Taken]:
    """A broker; its messages are topic and text."""
    server = _Server(port, _Broker)
    with _serving(server):
        yield server.taken


@contextmanager
def silent_server() -> Iterator[Taken]:
    """A server that answers nobody."""
    server = _Server(0, _Silent)
    with _serving(server):
        try:
            yield server.taken
        finally:
            server.taken.hang_up()


@contextmanager
def web_hook(port: int = 0) -> Iterator[Taken]:
    """A web hook; its messages are what the JSON says."""
    server = ThreadingHTTPServer(("127.0.0.1", port), _Hook)
    taken = Taken(server.server_address[1])
    server.taken = taken  # type: ignore[attr-defined]
    with _serving(server):
        yield taken
