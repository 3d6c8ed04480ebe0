"""A copy of a clip that plays everywhere: H.264 and AAC in MP4. It runs in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import chain
from typing import Any

import av
from av.error import FFmpegError

from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.errors import OmniSightError, StorageError
from omnisight_desktop.core.ports.capture import Packet
from omnisight_desktop.pipeline.soundtrack import (
    SOUND_FAULTS,
    TICKS,
    Copied,
    Soundtrack,
    Transcoded,
    codec_of,
    soundtrack_of,
)

#: The address of ``begin``, for the process that does the work.
TARGET = "omnisight_desktop.pipeline.convert:begin"

_NICENESS = 10  # whoever watches the cameras goes first
_BROKEN_MOST = 300  # packets in a row
_CLOCK = SystemClock()
_X264 = {"preset": "veryfast", "crf": "20"}


def begin(source: str, target: str) -> Callable[[float], float]:
    """Start converting a file; each call works for so many seconds and tells the share that is done.

    It is 1.0 once the copy is complete, and not before.
    """
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    conversion = _Conversion(source, target)
    return conversion.work


class _Conversion:
    """A file on its way into another one."""

    def __init__(self, source: str, target: str) -> None:
        try:
            self._source = av.open(source)
            self._video: Any = self._source.streams.video[0]
        except (FFmpegError, IndexError, OSError) as error:
            raise StorageError(f"The clip cannot be read: {error}.") from error
        self._video.thread_type = "AUTO"
        self._sound_stream = next(iter(self._source.streams.audio), None)
        self._target = av.open(target, "w", format="mp4", options={"movflags": "faststart"})
        self._output = self._add_video()
        self._sound: Soundtrack | None = None
        self._zero_s = _seconds(self._video.start_time, self._video.time_base)
        length = self._source.duration
        self._length_s = length / av.time_base if length else None
        self._done_s = 0.0
        self._last_tick = -1
        self._broken = 0
        self._steps = self._run()

    def work(self, seconds: float) -> float:
        """Go on for a while."""
        until = _CLOCK.mono() + seconds
        try:
            for _ in self._steps:
                if _CLOCK.mono() >= until:
                    return self._share()
        except (FFmpegError, OSError, ValueError) as error:
            raise StorageError(f"The clip cannot be converted: {error}.") from error
        return 1.0

    def _share(self) -> float:
        if not self._length_s:
            return 0.0
        return min(0.99, self._done_s / self._length_s)

    def _add_video(self) -> Any:
        codec = self._video.codec_context
        rate = self._video.average_rate or self._video.guessed_rate or 25
        stream: Any = self._target.add_stream("libx264", rate=rate, options=dict(_X264))
        stream.width, stream.height = max(2, codec.width & ~1), max(2, codec.height & ~1)
        stream.pix_fmt = "yuv420p"
        stream.codec_context.time_base = Fraction(1, TICKS)
        return stream

    def _run(self) -> Iterator[None]:
        wanted = [s for s in (self._video, self._sound_stream) if s is not None]
        packets = self._source.demux(wanted)
        early = self._add_sound(packets)
        for packet in chain(early, packets):
            if packet.stream is self._video:
                self._see(packet)
            elif packet.size and packet.pts is not None:
                self._hear(packet)
            yield
        self._target.mux(self._output.encode(None))
        if self._sound is not None:
            for made in self._sound.rest():
                self._target.mux(made)
        self._target.close()
        self._source.close()

    def _add_sound(self, packets: Iterator[Any]) -> list[Any]:
        """Find out how its sound is wrapped: that takes a packet of it. What was read until then."""
        early: list[Any] = []
        if self._sound_stream is None:
            return early
        for packet in packets:
            early.append(packet)
            if packet.stream is self._sound_stream and packet.size:
                with suppress(*SOUND_FAULTS, OmniSightError):
                    self._sound = self._soundtrack(_plain(packet, 0.0))
                    self._sound.add_to(self._target)
                break
        return early

    def _soundtrack(self, first: Packet) -> Soundtrack:
        if codec_of(self._sound_stream) == "aac":
            track = soundtrack_of(self._sound_stream, first)
            if isinstance(track, Copied):
                return track
        return Transcoded(self._sound_stream, first)

    def _see(self, packet: Any) -> None:
        try:
            frames = packet.decode()
            self._broken = 0
        except FFmpegError:
            self._broken += 1
            if self._broken > _BROKEN_MOST:
                raise
            return
        for frame in frames:
            self._done_s = float(frame.time or 0.0) - self._zero_s
            tick = round(self._done_s * TICKS)
            if tick <= self._last_tick:
                continue
            self._last_tick = tick
            even = frame.reformat(self._output.width, self._output.height, "yuv420p")
            even.pts, even.time_base = tick, Fraction(1, TICKS)
            even.pict_type = 0  # the encoder decides where key frames stand
            self._target.mux(self._output.encode(even))

    def _hear(self, packet: Any) -> None:
        if self._sound is None:
            return
        plain = _plain(packet, self._zero_s)
        with suppress(*SOUND_FAULTS):
            for made in self._sound.packets(plain, plain.at_s) if plain.at_s >= 0 else ():
                self._target.mux(made)


def _plain(packet: Any, zero_s: float) -> Packet:
    at_s = _seconds(packet.pts, packet.time_base) - zero_s
    return Packet(at_s, at_s, _seconds(packet.duration, packet.time_base), True, bytes(packet))


def _seconds(ticks: int | None, base: Fraction | None) -> float:
    return float((ticks or 0) * (base or 0))
