"""One who looks at a camera: gets the newest picture when there is room for it, and every event.

Nothing is queued for a slow reader. A picture waits nowhere: the newest one is fetched when the last has
left. Events wait in the memory of the house, where the viewer's place is one number.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

from starlette.websockets import WebSocket, WebSocketDisconnect

from omnisight_desktop.api.message import (
    BINARY_PROTOCOL,
    Shown,
    event_text,
    status_text,
)
from omnisight_desktop.api.showing import Screen
from omnisight_desktop.api.ws.news import News
from omnisight_desktop.core.camera import CameraStatus
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.instruments import Instruments
from omnisight_desktop.services.live import Live

_ROUND_S = 0.2
_GONE = (WebSocketDisconnect, TimeoutError, OSError)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to see, and how."""

    camera: str
    fps: float
    since: int  # events after that number


@dataclass(frozen=True, slots=True)
class Sources:
    """Where it comes from."""

    screen: Screen
    news: News
    live: Live
    clock: Clock
    instruments: Instruments


class Viewer:
    """One open WebSocket."""

    def __init__(self, socket: WebSocket, wish: Wish, sources: Sources, patience_s: float) -> None:
        self._socket = socket
        self._wish = wish
        self._from = sources
        self._patience_s = patience_s
        self._binary = False
        self._left_out = sources.instruments.counter("server.pictures_left_out")

    async def serve(self, protocol: str | None) -> None:
        """Send until one of the two has had enough."""
        self._binary = protocol == BINARY_PROTOCOL
        await self._patiently(self._socket.accept(protocol))
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._pictures())
                group.create_task(self._words())
                group.create_task(self._leaving())
        except* _GONE:  # that is how each of these ends: one leaves, or takes nothing any more
            pass

    async def _pictures(self) -> NoReturn:
        serial, rest_s = 0, 1 / self._wish.fps
        while True:
            begun_mono = self._from.clock.mono()
            shown = await self._from.screen.after(serial)
            serial, found_mono = shown.serial, self._from.clock.mono()
            await self._patiently(self._send(shown))
            sent_mono = self._from.clock.mono()
            self._left_out.add(int((sent_mono - found_mono) * self._wish.fps))
            await asyncio.sleep(max(0.0, begun_mono + rest_s - sent_mono))

    async def _words(self) -> NoReturn:
        seq = self._wish.since
        told: CameraStatus | None = None
        first = True
        while True:
            status = self._status()
            if first or status != told:
                first, told = False, status
                text = status_text(self._wish.camera, status)
                await self._patiently(self._socket.send_text(text))
            with suppress(OmniSightError):  # what cannot be read just now is told later
                seq = await self._tell_events(seq)
            await asyncio.sleep(_ROUND_S)

    async def _tell_events(self, seq: int) -> int:
        """Tell what was stored after that number; the number to go on from."""
        while seq < self._from.news.newest:
            seq, events = await self._from.news.since(seq, self._wish.camera)
            for number, event in events:
                await self._patiently(self._socket.send_text(event_text(number, event)))
        return seq

    async def _leaving(self) -> NoReturn:
        """What a viewer says is passed over; that it leaves is heard."""
        while True:
            message = await self._socket.receive()
            if message["type"] == "websocket.disconnect":
                raise WebSocketDisconnect(message.get("code", 1000))

    async def _send(self, shown: Shown) -> None:
        if self._binary:
            await self._socket.send_bytes(shown.binary)
        else:
            await self._socket.send_text(shown.text)

    async def _patiently(self, sending: Awaitable[None]) -> None:
        async with asyncio.timeout(self._patience_s):
            await sending

    def _status(self) -> CameraStatus | None:
        statuses = self._from.live.statuses()
        return next((s for s in statuses if s.camera == self._wish.camera), None)
