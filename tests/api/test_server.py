"""The server as a part of the program: asleep until it is called, and gone when it is told."""

from __future__ import annotations

import socket
import threading
from contextlib import ExitStack
from http import HTTPStatus
from typing import Any

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp
from websockets.sync.client import connect

from omnisight_desktop.api.server import Server
from omnisight_desktop.core.errors import NotRunning, OmniSightError
from omnisight_desktop.flow.worker import Backoff, Worker
from tests.api.stage import Stage, serving


def test_it_sleeps_until_somebody_calls(stage: Stage) -> None:
    with serving(stage.house, stage.live) as fresh:
        assert not fresh.server.awake
        with fresh.client() as client:
            assert client.get("/api/v1/health/live").status_code == HTTPStatus.OK
        assert fresh.server.awake


def test_it_ends_whoever_is_still_there(stage: Stage) -> None:
    before = set(threading.enumerate())
    with ExitStack() as guests, serving(stage.house, stage.live) as fresh:
        where = f"{fresh.ws}/ws/camera/demo"
        ws = guests.enter_context(connect(where, proxy=None, max_size=None))
        slow = guests.enter_context(socket.create_connection(("127.0.0.1", fresh.server.port)))
        slow.sendall(b"GET /api/v1/clips/C1 HTTP/1.1\r\nHost: localhost\r\n")  # and no more
        assert ws.recv(timeout=10)
    left = [thread for thread in threading.enumerate() if thread not in before]
    its_own = [
        one for one in left if any(word in one.name for word in ("server", "AnyIO", "asyncio"))
    ]
    for thread in its_own:  # told to end already, and on their way out
        thread.join(10)
    assert not [thread.name for thread in its_own if thread.is_alive()]
    with pytest.raises(httpx.ConnectError):
        httpx.get(fresh.url, trust_env=False)


def test_a_port_that_is_taken_is_said(stage: Stage) -> None:
    with pytest.raises(NotRunning, match="is taken") as refused:
        Server("127.0.0.1", stage.server.port, _nothing)
    assert "server.port" in refused.value.fix


def test_an_address_that_is_not_ours_is_said() -> None:
    with pytest.raises(NotRunning, match="cannot listen"):
        Server("192.0.2.1", 0, _nothing)


def test_where_it_is_is_said_as_one_types_it() -> None:
    for host, shown in (("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "localhost"), ("::1", "[::1]")):
        try:
            server = Server(host, 0, _nothing)
        except NotRunning:
            assert host == "::1"  # there is no IPv6 here
            continue
        assert server.url == f"http://{shown}:{server.port}"
        server.close()


def test_after_a_fault_it_serves_again() -> None:
    tries: list[int] = []

    async def hello(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            for kind in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{kind}.complete"})
        else:
            await PlainTextResponse("hello")(scope, receive, send)

    def make() -> ASGIApp:
        tries.append(1)
        if len(tries) == 1:
            raise OmniSightError("It cannot be made just now.")
        return hello

    server = Server("127.0.0.1", 0, make)
    worker = Worker("server", server.run, on_stop=server.stop, backoff=Backoff(0.01, 0.01))
    worker.start()
    try:
        assert httpx.get(server.url, trust_env=False, timeout=10).text == "hello"
    finally:
        worker.stop()
        assert worker.join()
        server.close()
    assert len(tries) == 2


def _nothing() -> ASGIApp:
    raise AssertionError("nobody called")
