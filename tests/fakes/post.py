"""Servers that take messages, on this machine alone: aiosmtpd, a web hook, and Mosquitto."""

from __future__ import annotations

import json
import os
import socket
import socketserver
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

_JOIN_S = 10.0


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


class _Letters:
    """What the mail server does with a letter, and with the one it is for."""

    def __init__(self, taken: Taken) -> None:
        self._taken = taken

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, to: str, _options: list[str]
    ) -> str:
        if self._taken.refuses:
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(to)
        return "250 well"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        self._taken.take(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"


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
def mail_server() -> Iterator[Taken]:
    """A mail server; its letters are ``EmailMessage``."""
    taken = Taken(free_port())
    server = Controller(_Letters(taken), hostname="127.0.0.1", port=taken.port)
    server.start()
    try:
        yield taken
    finally:
        server.stop()


@contextmanager
def mqtt_broker(folder: Path, port: int = 0, password: str = "") -> Iterator[Taken]:
    """Mosquitto, and somebody who reads along; its messages are topic and text."""
    taken = Taken(port or free_port())
    with ExitStack() as stack:
        broker = stack.enter_context(_mosquitto(folder, taken.port, password))
        reader = Client(CallbackAPIVersion.VERSION2)
        if password:
            reader.username_pw_set("anna", password)
        ready = threading.Event()
        reader.on_connect = lambda client, *_: client.subscribe("#", qos=1)
        reader.on_subscribe = lambda *_: ready.set()
        reader.on_message = lambda _c, _d, told: taken.take((told.topic, told.payload.decode()))
        _connect(reader, taken.port, broker)
        reader.loop_start()
        stack.callback(reader.loop_stop)
        stack.callback(reader.disconnect)
        assert ready.wait(_JOIN_S), "the broker lets nobody read"
        yield taken


@contextmanager
def _mosquitto(folder: Path, port: int, password: str) -> Iterator[subprocess.Popen[bytes]]:
    program = which("mosquitto") or which("mosquitto", path="/usr/sbin")
    if program is None:
        pytest.skip("there is no mosquitto here (see system-packages.txt)")
    lines = [
        f"listener {port} 127.0.0.1",
        "persistence false",
        f"log_dest file {folder}/broker.log",
    ]
    if password:
        users = folder / "users"
        subprocess.run(
            ["mosquitto_passwd", "-b", "-c", str(users), "anna", password],
            check=True,
            timeout=_JOIN_S,
        )
        users.chmod(0o600)
        lines += ["allow_anonymous false", f"password_file {users}"]
    else:
        lines += ["allow_anonymous true"]
    if os.geteuid() == 0:
        lines += ["user root"]  # or it would become another who may not read here
    (folder / "broker.conf").write_text("\n".join(lines), encoding="utf-8")
    with subprocess.Popen([program, "-c", str(folder / "broker.conf")]) as broker:
        try:
            yield broker
        finally:
            broker.terminate()


def _connect(reader: Client, port: int, broker: subprocess.Popen[bytes]) -> None:
    """Connect as soon as the broker listens."""
    until, waiting = time.monotonic() + _JOIN_S, threading.Event()
    while True:
        try:
            reader.connect("127.0.0.1", port)
        except ConnectionRefusedError:
            assert broker.poll() is None, "the broker did not come up"
            assert time.monotonic() < until, "the broker does not listen"
            waiting.wait(0.02)
        else:
            return


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
