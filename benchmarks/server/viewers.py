"""Many viewers in one small process: each takes what comes, some of it is looked into afterwards."""

from __future__ import annotations

import asyncio
import json
import struct
import sys
import time
from typing import Any

from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

_BINARY = Subprotocol("omnisight.binary.v1")
_LOOK_INTO = 3  # of each viewer


class Taken:
    """What one viewer took."""

    def __init__(self) -> None:
        self.pictures = 0
        self.some: list[bytes] = []

    def whole(self) -> bool:
        """Whether those that were kept are JPEGs of the size that is told."""
        return bool(self.some) and all(_is_whole(one) for one in self.some)


async def _look(where: str, until: float, taken: Taken) -> None:
    async with connect(where, subprotocols=[_BINARY], max_size=None, proxy=None) as ws:
        while time.monotonic() < until:
            try:
                message = await asyncio.wait_for(ws.recv(), until - time.monotonic())
            except TimeoutError:
                return
            if isinstance(message, bytes):
                taken.pictures += 1
                if len(taken.some) < _LOOK_INTO:
                    taken.some.append(message)


async def _never_read(host: str, port: int, path: str, until: float) -> None:
    _, writer = await asyncio.open_connection(host, port, limit=1)
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    writer.write(
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    await asyncio.sleep(max(0.0, until - time.monotonic()))
    writer.transport.abort()


async def _all(order: dict[str, Any]) -> dict[str, Any]:
    cameras, port = order["cameras"], order["port"]
    began = time.monotonic()
    until = began + order["seconds"]
    taken = [Taken() for _ in range(order["viewers"])]
    async with asyncio.TaskGroup() as group:
        for number, one in enumerate(taken):
            camera = cameras[number % len(cameras)]
            where = f"ws://127.0.0.1:{port}/ws/camera/{camera}"
            group.create_task(_look(where, until, one))
        for _ in range(order["deaf"]):
            group.create_task(_never_read("127.0.0.1", port, f"/ws/camera/{cameras[0]}", until))
    return {
        "pictures": sum(one.pictures for one in taken),
        "seconds": time.monotonic() - began,
        "whole": all(one.whole() for one in taken),
    }


def _is_whole(message: bytes) -> bool:
    (length,) = struct.unpack_from(">I", message)
    told, jpeg = json.loads(message[4 : 4 + length])["data"], message[4 + length :]
    if not (jpeg.startswith(b"\xff\xd8") and jpeg.endswith(b"\xff\xd9")):
        return False
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC2):  # the segment that tells the size
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    height, width = struct.unpack_from(">HH", jpeg, at + 5)
    return (width, height) == (told["width"], told["height"])


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_all(json.loads(sys.argv[1])))))
