"""The doorbell: says that something happened to whoever wants to know.

It may drop: who must not miss anything reads ``events since`` from the database when it rings.
"""

from __future__ import annotations

import threading
from typing import Any, TypeVar

from omnisight_desktop.flow.channel import Channel, DropPolicy

T = TypeVar("T")


class Bus:
    """Hands each value to every channel that was opened for its class."""

    def __init__(self) -> None:
        self._channels: dict[type[Any], tuple[Channel[Any], ...]] = {}
        self._lock = threading.Lock()
        self._closed = False

    def listen(self, kind: type[T], name: str, capacity: int = 256) -> Channel[T]:
        """A channel that gets every value of exactly that class from now on, until it is closed."""
        channel: Channel[T] = Channel(name, capacity, DropPolicy.OLDEST)
        with self._lock:
            still_open = tuple(c for c in self._channels.get(kind, ()) if not c.closed)
            self._channels[kind] = (*still_open, channel)
            if self._closed:
                channel.close()
        return channel

    def ring(self, value: object) -> None:
        """Tell everybody who listens for this class; never waits."""
        for channel in self._channels.get(type(value), ()):
            channel.put(value)

    def close(self) -> None:
        """Wake and dismiss every listener."""
        with self._lock:
            self._closed = True
            for channels in self._channels.values():
                for channel in channels:
                    channel.close()
            self._channels.clear()
