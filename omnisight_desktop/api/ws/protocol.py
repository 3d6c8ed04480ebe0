"""The server's side of a WebSocket connection, which does not wait for who takes nothing any more."""

from __future__ import annotations

import asyncio

from uvicorn._types import ASGISendEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

_LINGER_S = 2.0


class LeavingNobodyBehind(WebSocketsSansIOProtocol):
    """Cuts a connection off that is not closed a moment after nothing more is sent over it.

    A polite end waits until all that was sent is taken; somebody who never reads would stay for ever.
    """

    async def send(self, message: ASGISendEvent) -> None:
        await super().send(message)
        refused = message["type"] == "websocket.http.response.body"
        if refused and not message.get("more_body", False):
            self.handshake_complete = True  # or the log would call a refusal a fault of ours

    def on_task_complete(self, task: asyncio.Task[None]) -> None:
        super().on_task_complete(task)
        self.loop.call_later(_LINGER_S, self.transport.abort)
