"""The server on its own thread: it holds the port from the start, and wakes up at the first call.

Until somebody calls, none of what it is made of is even imported: watching alone costs what it did.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import select
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from omnisight_desktop.core.errors import BackendUnavailable, NotRunning
from omnisight_desktop.flow.worker import Worker

if TYPE_CHECKING:  # imported when the first call comes
    import uvicorn
    from starlette.types import ASGIApp

log = logging.getLogger(__name__)

_BACKLOG = 128
_ROUND_S = 10.0
_GRACE_S = 2
_MOST_CONNECTIONS = 256
_MOST_SAID = 64 * 1024  # by a viewer, who has nothing to say
_UNSENT = (
    256 * 1024
)  # in the system's own queue: who reads slowly sees what is new, not what is old
_INSTALL = "Install the packages of the server: pip install 'fastapi' 'uvicorn' 'websockets'"


class Server:
    """Listens from the moment it is made; answers from its worker."""

    def __init__(self, host: str, port: int, make: Callable[[], ASGIApp]) -> None:
        self._make = make
        self._socket = _listening(host, port)
        self._nudge, self._nudged = socket.socketpair()
        self._serving: uvicorn.Server | None = None
        self._stopping = False
        self.host = host
        self.port: int = self._socket.getsockname()[1]

    @property
    def url(self) -> str:
        """Where it is, as one would type it here."""
        name = "localhost" if self.host in ("0.0.0.0", "::") else self.host
        return f"http://[{name}]:{self.port}" if ":" in name else f"http://{name}:{self.port}"

    @property
    def awake(self) -> bool:
        """Whether somebody has called yet."""
        return self._serving is not None

    def run(self, worker: Worker) -> None:
        """The body of a worker: waits for the first call, then serves until told to stop."""
        while not self._stopping:
            worker.beat()
            called, _, _ = select.select([self._socket, self._nudged], [], [], _ROUND_S)
            if self._socket in called and not self._stopping:
                self._serve()

    def stop(self) -> None:
        """Have it end; from any thread."""
        self._stopping = True
        if self._serving is not None:
            self._serving.should_exit = True
        self._nudge.send(b"!")

    def close(self) -> None:
        """Let go of the port, once the worker has ended."""
        for one in (self._socket, self._nudge, self._nudged):
            one.close()

    def _serve(self) -> None:
        server = self._serving = _uvicorn(self._make())
        if self._stopping:  # it was told so before there was anything to tell
            return
        # Its own copy: it closes what it is given, and may have to begin again after a fault.
        with self._socket.dup() as mine:
            asyncio.run(_until_told(server, mine))


async def _until_told(server: uvicorn.Server, mine: socket.socket) -> None:
    await server.serve(sockets=[mine])
    for connection in list(server.server_state.connections):
        transport = connection.transport  # of one who takes nothing any more
        if transport is not None:
            transport.abort()
    await asyncio.sleep(0)


def _uvicorn(app: ASGIApp) -> uvicorn.Server:
    try:
        import uvicorn
        from uvicorn.protocols.http.h11_impl import H11Protocol

        from omnisight_desktop.api.ws.protocol import LeavingNobodyBehind
    except ImportError as error:
        raise BackendUnavailable(f"The server cannot be loaded: {error}.", fix=_INSTALL) from error
    config: dict[str, Any] = {
        "http": H11Protocol,
        "ws": LeavingNobodyBehind,
        "ws_max_size": _MOST_SAID,
        # A JPEG cannot be pressed any further; trying costs more than sending.
        "ws_per_message_deflate": False,
        "log_config": None,
        "access_log": False,
        "proxy_headers": False,
        "server_header": False,
        "lifespan": "on",
        "limit_concurrency": _MOST_CONNECTIONS,
        "timeout_graceful_shutdown": _GRACE_S,
    }
    return uvicorn.Server(uvicorn.Config(app, **config))


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except OSError as error:
        raise _refused(host, port, error) from error
    _keep_little_unsent(listening)
    return listening


def _keep_little_unsent(listening: socket.socket) -> None:
    option = getattr(socket, "TCP_NOTSENT_LOWAT", None)
    if option is not None:  # whoever calls inherits it
        listening.setsockopt(socket.IPPROTO_TCP, option, _UNSENT)


def _refused(host: str, port: int, error: OSError) -> NotRunning:
    if error.errno == errno.EADDRINUSE:
        reason = f"Port {port} is taken by another program"
    elif error.errno == errno.EACCES:
        reason = f"Port {port} is not for everybody"
    else:
        reason = f"The server cannot listen on {host}: {error.strerror or error}"
    fix = "Choose another with 'omnisight settings set server.port 8001', or with --port."
    return NotRunning(f"{reason}.", fix=fix)
