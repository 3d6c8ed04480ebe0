"""The last seconds of compressed video of one camera, so that a clip can begin before its event."""

from __future__ import annotations

import threading
from collections import deque
from datetime import datetime
from typing import Any

from omnisight_desktop.core.ports.capture import Packet, TimedPacket


class PacketRing:
    """Written by one capture worker, read by the recorder; bounded in seconds and in bytes."""

    def __init__(self, keep_s: float, most_bytes: int) -> None:
        self._keep_s = keep_s
        self._most_bytes = most_bytes
        self._packets: deque[TimedPacket] = deque()
        self._bytes = 0
        self._serial = 0
        self._lock = threading.Lock()
        self.dropped = 0
        self.template: Any = None
        self.generation = 0

    def __len__(self) -> int:
        return len(self._packets)

    @property
    def size_bytes(self) -> int:
        """How much compressed video is held."""
        return self._bytes

    def add(self, packet: Packet, at: datetime) -> None:
        """Hold one more packet and let go of what is too old or too much."""
        with self._lock:
            self._packets.append(TimedPacket(self._serial, at, packet))
            self._serial += 1
            self._bytes += len(packet.data)
            while self._bytes > self._most_bytes or self._stale(at):
                gone = self._packets.popleft()
                self._bytes -= len(gone.packet.data)
                self.dropped += 1

    def from_key_before(self, moment: datetime) -> list[TimedPacket]:
        """Everything from the last key frame at or before a moment; from the oldest one if none is."""
        with self._lock:
            held = list(self._packets)
        keys = [i for i, p in enumerate(held) if p.packet.is_key]
        before = [i for i in keys if held[i].at <= moment]
        begin = before[-1] if before else (keys[0] if keys else len(held))
        return held[begin:]

    def after(self, serial: int) -> list[TimedPacket]:
        """What came after the packet of that number."""
        with self._lock:
            fresh = []
            for packet in reversed(self._packets):
                if packet.serial <= serial:
                    break
                fresh.append(packet)
        fresh.reverse()
        return fresh

    def begin(self, template: Any) -> None:
        """A stream was opened: what came before does not belong to it, and later packets do."""
        with self._lock:
            self._packets.clear()
            self._bytes = 0
            self.template = template
            self.generation += 1

    def _stale(self, now: datetime) -> bool:
        return (now - self._packets[0].at).total_seconds() > self._keep_s
