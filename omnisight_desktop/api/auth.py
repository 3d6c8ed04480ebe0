"""Who is let in: the right name of the server, no page of a stranger, and the token once it is exposed.

A page that somebody opens in a browser can make that browser ask this computer, too. So every request
has to call the server by a name that is its own, and none may come from another page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from omnisight_desktop.api.entrance import Entrance
from omnisight_desktop.api.problems import Problem
from omnisight_desktop.services.access import MAKE_ONE

#: A WebSocket of a browser cannot bring a header; it names the token among its sub-protocols.
TOKEN_PROTOCOL = "omnisight.token."

_MOST_BODY = 1 << 20
_MOST_PATH = 4096

#: What tells nothing of anybody: the pages that explain the API, and that the program lives.
_OPEN = frozenset(
    ("/api/docs", "/api/redoc", "/api/openapi.json", "/api/docs.css", "/api/docs.js")
) | {"/api/v1/health/live"}
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
}


class Gate:
    """Stands before everything else, and lets nobody in who should not be."""

    def __init__(self, app: ASGIApp, entrance: Entrance, opens: Callable[[str], bool]) -> None:
        self._app = app
        self._entrance = entrance
        self._opens = opens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        problem = self._refusal(scope)
        dressed = _dressed(send)
        if problem is None:
            await self._app(scope, _bounded(scope, receive), dressed)
        elif scope["type"] == "websocket":
            await receive()  # the wish to connect
            await _deny(scope, receive, dressed, problem.response())
        else:
            await problem.response()(scope, receive, dressed)

    def _refusal(self, scope: Scope) -> Problem | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._entrance.knows(hosts[0]):
            return Problem(
                HTTPStatus.FORBIDDEN,
                "host_refused",
                "This server is not called by that name.",
                "Use its address, or add the name to server.names in the settings.",
            )
        if _from_elsewhere(scope, headers, hosts[0]):
            return Problem(
                HTTPStatus.FORBIDDEN,
                "origin_refused",
                "Pages of others may not ask this server.",
                "Open the page from this server, or ask it by a program.",
            )
        if (
            self._entrance.exposed
            and scope["path"] not in _OPEN
            and not self._known(scope, headers)
        ):
            return Problem(
                HTTPStatus.UNAUTHORIZED,
                "token_missing",
                "The server can be reached from elsewhere, so it wants its token.",
                f"Send 'Authorization: Bearer TOKEN'. {MAKE_ONE}",
                {"WWW-Authenticate": "Bearer"},
            )
        return _too_large(scope, headers)

    def _known(self, scope: Scope, headers: Headers) -> bool:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.casefold() == "bearer" and self._opens(token.strip()):
            return True
        offered = scope.get("subprotocols", ())
        return any(
            self._opens(one.removeprefix(TOKEN_PROTOCOL))
            for one in offered
            if one.startswith(TOKEN_PROTOCOL)
        )


def _from_elsewhere(scope: Scope, headers: Headers, host: str) -> bool:
    """Whether a browser asks on behalf of a page that does not come from here."""
    origin = headers.get("origin")
    if origin is not None:
        try:
            return urlsplit(origin).netloc.casefold() != host.casefold()
        except ValueError:
            return True
    if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return False
    # A link that somebody follows is their own wish.
    followed = headers.get("sec-fetch-mode") == "navigate" and scope.get("method") == "GET"
    return not (followed and headers.get("sec-fetch-dest") == "document")


def _too_large(scope: Scope, headers: Headers) -> Problem | None:
    if len(scope["path"]) > _MOST_PATH:
        return Problem(HTTPStatus.REQUEST_URI_TOO_LONG, "too_long", "That address is too long.")
    told = headers.get("content-length", "0")
    if not told.isascii() or not told.isdigit() or int(told[:20]) > _MOST_BODY:
        return _BODY_TOO_LARGE
    return None


_BODY_TOO_LARGE = Problem(
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "too_large",
    f"A request holds at most {_MOST_BODY >> 20} MB.",
)


def _bounded(scope: Scope, receive: Receive) -> Receive:
    """Hands on no more of a body than fits, whatever length was told."""
    if scope["type"] != "http":
        return receive
    came = 0

    async def bounded() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > _MOST_BODY:
            return {"type": "http.disconnect"}
        return message

    return bounded


def _dressed(send: Send) -> Send:
    """Adds what tells a browser to keep what it gets to itself."""

    async def dressed(message: Message) -> None:
        if message["type"] in ("http.response.start", "websocket.http.response.start"):
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers.setdefault(name, value)
        await send(message)

    return dressed


_ALWAYS: Mapping[str, str] = {**_HEADERS, "cache-control": "no-store"}


async def _deny(scope: Scope, receive: Receive, send: Send, response: Response) -> None:
    """An answer in place of a WebSocket."""
    if "websocket.http.response" in scope.get("extensions", {}):
        await response(scope, receive, send)
    else:
        await send({"type": "websocket.close", "code": 1008})
