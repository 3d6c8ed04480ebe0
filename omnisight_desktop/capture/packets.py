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
        self._keys: deque[TimedPacket] = deque()  # the key frames among them
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

    @property
    def newest_at(self) -> datetime | None:
        """When the newest packet was made; None where there is none."""
        with self._lock:
            return self._packets[-1].at if self._packets else None

    def add(self, packet: Packet, at: datetime) -> None:
        """Hold one more packet and let go of what is too old or too much."""
        with self._lock:
            timed = TimedPacket(self._serial, at, packet)
            self._packets.append(timed)
            if packet.is_key:
                self._keys.append(timed)
            self._serial += 1
            self._bytes += len(packet.data)
            while self._bytes > self._most_bytes or self._stale(at):
                self._let_go()

    def from_key_before(self, moment: datetime) -> list[TimedPacket]:
        """Everything from the last key frame at or before a moment; from the oldest one if none is."""
        with self._lock:
            held = list(self._packets)
            keys = list(self._keys)
        if not keys:
            return []
        begin = next((key for key in reversed(keys) if key.at <= moment), keys[0])
        return held[begin.serial - held[0].serial :]

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
            self._keys.clear()
            self._bytes = 0
            self.template = template
            self.generation += 1

    def _stale(self, now: datetime) -> bool:
        """Whether the oldest is not needed: what is wanted begins at a later key frame, too.

        A camera may send a key frame only every ten seconds or less often; the one before the wanted
        time stays, for without it nothing of what follows can be shown.
        """
        oldest = self._packets[0]
        if self._age_s(oldest, now) <= self._keep_s:
            return False
        if not self._keys or self._keys[0] is not oldest:
            return True
        return len(self._keys) > 1 and self._age_s(self._keys[1], now) >= self._keep_s

    def _let_go(self) -> None:
        gone = self._packets.popleft()
        if self._keys and self._keys[0] is gone:
            self._keys.popleft()
        self._bytes -= len(gone.packet.data)
        self.dropped += 1

    @staticmethod
    def _age_s(packet: TimedPacket, now: datetime) -> float:
        return (now - packet.at).total_seconds()
