"""What the house asks of something that delivers pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from omnisight_desktop.core.frame import Picture


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """What a source turned out to be once it was open."""

    width: int
    height: int
    fps: float
    codec: str
    live: bool  # pictures come at their own pace and are lost when nobody takes them
    length_s: float | None = None


@dataclass(frozen=True, slots=True)
class Packet:
    """Compressed video as it came, with its times in seconds from the start of the source."""

    at_s: float
    decode_at_s: float  # differs from ``at_s`` where pictures are sent out of their order
    duration_s: float
    is_key: bool
    data: bytes


@dataclass(frozen=True, slots=True)
class Shot:
    """What one read gave: a picture, the compressed packets that came with it, or both."""

    at_s: float
    picture: Picture | None = None
    packets: tuple[Packet, ...] = ()


class Source(Protocol):
    """A camera, a recording or the demo."""

    @property
    def info(self) -> StreamInfo: ...

    @property
    def template(self) -> Any:
        """The stream that the packets belong to, for whoever writes them to a file."""
        ...

    def shots(self) -> Iterator[Shot]:
        """Deliver until the end, or raise a SourceError that says why it stopped."""
        ...

    def close(self) -> None:
        """Let go of the device; may be called at any time and from another thread."""
        ...


@dataclass(frozen=True, slots=True)
class TimedPacket:
    """A packet placed in the time of day, numbered in the order in which it came."""

    serial: int
    at: datetime
    packet: Packet
