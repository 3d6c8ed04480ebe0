"""What the house asks of something that delivers pictures and sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.camera import Transport
from omnisight_desktop.core.frame import Picture


@dataclass(frozen=True, slots=True)
class Wants:
    """What is wanted of a source; what nobody wants is not decoded."""

    pictures: bool = True
    sound: bool = False  # decoded, for whoever listens; its packets come anyway
    transport: Transport = Transport.TCP
    fps: float = 30.0  # asked of devices that let one choose
    loop: bool = False  # a recording begins again at its end, in real time, like a camera
    decoding: Any = None  # who decodes, as capture has it; nothing: the processor


USUAL = Wants()


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """What a source turned out to be once it was open."""

    width: int
    height: int
    fps: float
    codec: str
    live: bool  # pictures come at their own pace and are lost when nobody takes them
    length_s: float | None = None
    sound: str = ""  # the codec of its sound; nothing where there is none


@dataclass(frozen=True, slots=True)
class Packet:
    """Compressed video or sound as it came, with its times in seconds from the start of the source."""

    at_s: float
    decode_at_s: float  # differs from ``at_s`` where pictures are sent out of their order
    duration_s: float
    is_key: bool
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """A piece of decoded sound, one channel, as -1..1."""

    at_s: float
    rate_hz: int
    samples: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shot:
    """What one read gave: a picture, compressed packets that came with it, sound, or some of these."""

    at_s: float
    picture: Picture | None = None
    packets: tuple[Packet, ...] = ()
    sound_packets: tuple[Packet, ...] = ()
    sound: Sound | None = None
    spared: int = 0  # pictures that came since the last one shown, and that nobody wanted to see


class Source(Protocol):
    """A camera, a recording or the demo."""

    @property
    def info(self) -> StreamInfo: ...

    @property
    def template(self) -> Any:
        """The stream that the packets belong to, for whoever writes them to a file."""
        ...

    @property
    def sound_template(self) -> Any:
        """The stream that the sound packets belong to; None where there is no sound."""
        ...

    def shots(self) -> Iterator[Shot]:
        """Deliver until the end, or raise a SourceError that says why it stopped."""
        ...

    def only_keys(self, on: bool) -> None:
        """Decode key frames only, or everything again from the next key frame on.

        A wish from any thread; sources whose pictures do not build on one another pass it over.
        """
        ...

    def spare(self, until_s: float) -> None:
        """Nobody looks at pictures before that second: they need not be delivered, only be counted.

        Said by whoever reads, between two shots. Packets come when they come. Sources whose pictures
        do not have to be decoded pass it over.
        """
        ...

    def close(self) -> None:
        """Let go of the device; may be called at any time and from another thread."""
        ...


class WholePictures:
    """For sources whose pictures do not build on one another: leaving some out saves nothing."""

    def only_keys(self, on: bool) -> None:
        """Every picture stands for itself."""

    def spare(self, until_s: float) -> None:
        """A picture costs nothing until somebody looks."""


@dataclass(frozen=True, slots=True)
class TimedPacket:
    """A packet placed in the time of day, numbered in the order in which it came."""

    serial: int
    at: datetime
    packet: Packet
