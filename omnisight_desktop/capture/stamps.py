"""Packets with their times in seconds from the start of the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from omnisight_desktop.capture.course import Course, Moment, Origin

_HELD_MOST = 8  # packets that wait until one says when it is
_SOUND_STEP_S = 0.02


class Stamps:
    """Reads the packets of a source's video and sound and says when each of them is."""

    def __init__(self, container: Any, video: Any, sound: Any, frame_s: float) -> None:
        self._container = container
        self._video = video
        self._frame_s = frame_s
        self._wanted = [stream for stream in (video, sound) if stream is not None]
        self.origin = Origin(_start_s(self._wanted[0]))
        # Fractions are exact and dear; these are taken apart once, not thrice a packet.
        self._bases = {stream.index: _base(stream) for stream in self._wanted}
        self._courses = {
            stream.index: Course(self.origin, frame_s if stream is video else _SOUND_STEP_S)
            for stream in self._wanted
        }

    def packets(self) -> Iterator[tuple[Any, Moment]]:
        """Each packet with its time. The first ones of a live stream may not know theirs yet."""
        held: list[Any] = []
        begun = False
        for packet in self._container.demux(self._wanted):
            if not packet.size:
                continue
            if not begun and packet.stream is self._video:
                if packet.dts is None and len(held) < _HELD_MOST:
                    held.append(packet)
                    continue
                begun = True
                self._stamp_back(held, packet)
                yield from ((one, self._place(one)) for one in held)
                held = []
            yield packet, self._place(packet)
        yield from ((one, self._place(one)) for one in held)

    def length_s(self, packet: Any) -> float:
        """How long what it holds is shown or heard; 0 where it does not say."""
        ticks, seconds = self._bases[packet.stream.index]
        return float((packet.duration or 0) * ticks / seconds)

    def _stamp_back(self, held: list[Any], packet: Any) -> None:
        """Packets that did not know when they are came just before the one that does."""
        if not held or packet.dts is None:
            return
        step = round(self._frame_s / packet.time_base)
        shown = [one.pts for one in (*held, packet) if one.pts is not None] or [packet.dts]
        for back, one in enumerate(reversed(held), 1):
            one.dts = packet.dts - back * step
        unshown = [one for one in held if one.pts is None]
        for back, one in enumerate(reversed(unshown), 1):
            one.pts = min(shown) - back * step
        self.origin.zero_s = float(held[0].pts * packet.time_base)

    def _place(self, packet: Any) -> Moment:
        pts, dts, index = packet.pts, packet.dts, packet.stream.index
        ticks, seconds = self._bases[index]
        pts_s = None if pts is None else pts * ticks / seconds
        dts_s = None if dts is None else dts * ticks / seconds
        return self._courses[index].place(pts_s, dts_s)


def _base(stream: Any) -> tuple[int, int]:
    return stream.time_base.numerator, stream.time_base.denominator


def _start_s(stream: Any) -> float | None:
    return None if stream.start_time is None else float(stream.start_time * stream.time_base)
