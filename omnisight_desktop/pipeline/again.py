"""The last seconds of a camera once more: what its ring holds, decoded from the right key frame on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

import av
from av.error import FFmpegError

from omnisight_desktop.capture.picture import DecodedPicture
from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.ports.capture import TimedPacket
from omnisight_desktop.pipeline.soundtrack import codec_of

_TICKS = 90_000


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """Packets that were held when somebody asked, and the stream that they belong to."""

    template: Any
    packets: Sequence[TimedPacket]

    @property
    def begin(self) -> datetime:
        """When the first of them was made."""
        return self.packets[0].at

    @property
    def end(self) -> datetime:
        """When the last of them was made."""
        return self.packets[-1].at


def pictures(held: Held, since: datetime) -> Iterator[tuple[datetime, Picture]]:
    """The pictures from that moment on, each with when it was made."""
    try:
        decoder: Any = av.CodecContext.create(codec_of(held.template), "r")
        decoder.extradata = held.template.codec_context.extradata
        for packet in held.packets:
            yield from _shown(decoder.decode(_made(packet)), held, since)
        yield from _shown(decoder.decode(None), held, since)
    except (FFmpegError, ValueError) as error:
        raise SourceBroken(f"The last seconds cannot be shown again: {error}.") from error


def _made(timed: TimedPacket) -> Any:
    packet: Any = av.Packet(timed.packet.data)
    packet.time_base = Fraction(1, _TICKS)
    packet.pts = round(timed.packet.at_s * _TICKS)
    packet.dts = round(timed.packet.decode_at_s * _TICKS)
    return packet


def _shown(
    frames: Sequence[Any], held: Held, since: datetime
) -> Iterator[tuple[datetime, Picture]]:
    last = held.packets[-1]
    zero = last.at - timedelta(seconds=last.packet.at_s)
    for frame in frames:
        at = zero + timedelta(seconds=(frame.pts or 0) / _TICKS)
        if at >= since:
            yield at, DecodedPicture(frame)
