"""The sound of a clip: copied where the file allows it, else brought into AAC; on the picture's time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Protocol

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from omnisight_desktop.core.ports.capture import Packet

TICKS = 90_000
#: A broken piece of sound, or a codec that nobody here knows, shows as one of these.
SOUND_FAULTS = (FFmpegError, ValueError, LookupError)

_COPIED = {"aac", "opus", "mp3"}
_AAC_RATES = (
    *(96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000),
    *(11_025, 8_000, 7_350),
)
_AAC_BITS = 64_000  # a second, for each channel
_SLACK_S = 0.1  # packets that come so far from where they belong are simply joined
_LONGEST_PAUSE_S = 60.0
_ADTS = 0xFFF0


class Soundtrack(Protocol):
    """Turns packets of a camera's sound into packets of a clip."""

    def add_to(self, container: Any) -> None:
        """Make the stream known, before the first packet is written."""
        ...

    def packets(self, packet: Packet, at_s: float) -> Iterator[av.Packet[Any]]:
        """What a packet becomes that sounds at that second of the clip, zero or later."""
        ...

    def rest(self) -> Iterator[av.Packet[Any]]:
        """What is left at the end."""
        ...


def soundtrack_of(template: Any, first: Packet) -> Soundtrack:
    """The way for sound of that kind into a clip; one of its packets tells how it is wrapped."""
    if codec_of(template) in _COPIED:
        headers = _headers_of(template, first.data)
        if headers is not None:
            return Copied(template, headers)
    return Transcoded(template, first)


def codec_of(stream: Any) -> str:
    """What a stream is compressed with, whichever library does it."""
    return str(stream.codec_context.codec.canonical_name)


class Copied:
    """Sound that goes into the file as it came."""

    def __init__(self, template: Any, headers: bytes) -> None:
        self._template = template
        self._headers = headers
        self._stream: Any = None
        self._wrapped = codec_of(template) == "aac"
        self._last = -1

    def add_to(self, container: Any) -> None:
        self._stream = container.add_stream_from_template(self._template, opaque=True)
        if self._headers:
            self._stream.codec_context.extradata = self._headers
        self._stream.time_base = Fraction(1, TICKS)

    def packets(self, packet: Packet, at_s: float) -> Iterator[av.Packet[Any]]:
        tick = round(at_s * TICKS)
        if tick <= self._last:
            return  # it came out of its order, and no file may go back in time
        self._last = tick
        made = av.Packet(_without_adts(packet.data) if self._wrapped else packet.data)
        made.stream = self._stream
        made.time_base = Fraction(1, TICKS)
        made.pts = made.dts = tick
        made.duration = round(packet.duration_s * TICKS)
        made.is_keyframe = True
        yield made

    def rest(self) -> Iterator[av.Packet[Any]]:
        return iter(())


class Transcoded:
    """Sound that no MP4 can hold, such as G.711, on its way through a decoder and into AAC."""

    def __init__(self, template: Any, first: Packet) -> None:
        self._decoder, self._holder = _decoder_of(template, first)
        source_hz = template.codec_context.sample_rate
        self._rate = source_hz if source_hz in _AAC_RATES else 48_000
        self._layout = "mono" if template.codec_context.layout.nb_channels == 1 else "stereo"
        self._resampler = av.AudioResampler(format="fltp", layout=self._layout, rate=self._rate)
        self._stream: Any = None
        self._held: NDArray[np.float32] = np.zeros((self._channels, 0), np.float32)
        self._at: int | None = None  # where what is held begins, in samples of the clip

    def add_to(self, container: Any) -> None:
        stream = container.add_stream("aac", rate=self._rate, options={"aac_coder": "fast"})
        stream.layout = self._layout
        stream.bit_rate = _AAC_BITS * self._channels
        stream.time_base = Fraction(1, self._rate)
        self._stream = stream

    def packets(self, packet: Packet, at_s: float) -> Iterator[av.Packet[Any]]:
        for frame in self._decoder.decode(av.Packet(packet.data)):
            frame.pts = None
            for even in self._resampler.resample(frame):
                self._hold(np.asarray(even.to_ndarray(), np.float32), at_s)
                at_s += even.samples / self._rate
        yield from self._encoded(self._stream.codec_context.frame_size or 1024)

    def rest(self) -> Iterator[av.Packet[Any]]:
        if self._at is None:
            return
        yield from self._encoded(1)
        yield from _not_before_zero(self._stream.encode(None))

    @property
    def _channels(self) -> int:
        return 1 if self._layout == "mono" else 2

    def _hold(self, samples: NDArray[np.float32], at_s: float) -> None:
        """Append sound; a hole is filled with silence, and what was there already is left out."""
        at = round(at_s * self._rate)
        if self._at is None:
            self._at = max(0, at)
            samples = samples[:, max(0, -at) :]
        missing = at - (self._at + self._held.shape[1])
        if missing > _SLACK_S * self._rate:
            pause = min(missing, round(_LONGEST_PAUSE_S * self._rate))
            silence = np.zeros((self._channels, pause), np.float32)
            self._held = np.concatenate([self._held, silence, samples], axis=1)
        elif missing < -_SLACK_S * self._rate:
            self._held = np.concatenate([self._held, samples[:, -missing:]], axis=1)
        else:
            self._held = np.concatenate([self._held, samples], axis=1)

    def _encoded(self, least: int) -> Iterator[av.Packet[Any]]:
        size = self._stream.codec_context.frame_size or 1024
        assert self._at is not None or not self._held.size
        while self._at is not None and self._held.shape[1] >= least:
            piece = np.ascontiguousarray(self._held[:, :size])
            self._held = self._held[:, size:]
            frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout=self._layout)
            frame.sample_rate = self._rate
            frame.pts, frame.time_base = self._at, Fraction(1, self._rate)
            self._at += piece.shape[1]
            yield from _not_before_zero(self._stream.encode(frame))


def _not_before_zero(packets: list[av.Packet[Any]]) -> Iterator[av.Packet[Any]]:
    """Without the silence that an encoder puts in front; players show the file as early as it."""
    return (packet for packet in packets if (packet.pts or 0) >= 0)


def _headers_of(template: Any, data: bytes) -> bytes | None:
    """What a file must know of a codec beforehand; None where that cannot be told."""
    context = template.codec_context
    known = bytes(context.extradata or b"")
    if codec_of(template) == "aac":
        return _config_in_adts(data) if _is_adts(data) else known or None
    if codec_of(template) == "opus" and len(known) < 19:
        channels = min(2, context.layout.nb_channels)
        delay = (312).to_bytes(2, "little")
        return (
            b"OpusHead\x01" + bytes([channels]) + delay + (48_000).to_bytes(4, "little") + b"\0" * 3
        )
    return known


def _is_adts(data: bytes) -> bool:
    """Whether a piece of AAC carries a header of its own, as it does in transport streams."""
    return len(data) > 7 and int.from_bytes(data[:2]) & 0xFFF6 == _ADTS


def _without_adts(data: bytes) -> bytes:
    return data[7 if data[1] & 1 else 9 :] if _is_adts(data) else data


def _config_in_adts(data: bytes) -> bytes:
    """The same knowledge as an MP4 wants it: kind, rate and channels."""
    kind, rate = (data[2] >> 6) + 1, data[2] >> 2 & 15
    channels = (data[2] & 1) << 2 | data[3] >> 6
    return (kind << 11 | rate << 7 | channels << 3).to_bytes(2)


def _decoder_of(template: Any, first: Packet) -> tuple[Any, Any]:
    """A decoder of our own, and what has to live as long as it does."""
    context = template.codec_context
    decoder: Any = av.CodecContext.create(codec_of(template), "r")
    if context.extradata:
        decoder.extradata = context.extradata
    decoder.sample_rate, decoder.layout = context.sample_rate, context.layout
    try:
        decoder.open()
        return decoder, None
    except FFmpegError:  # G.726 wants to know more than can be said to it, but a file can say it
        return _decoder_from_file(template, first)


def _decoder_from_file(template: Any, first: Packet) -> tuple[Any, Any]:
    memory = io.BytesIO()
    with av.open(memory, "w", format="avi") as made:
        stream = made.add_stream_from_template(template, opaque=True)
        for tick in range(2):
            packet = av.Packet(first.data)
            packet.stream, packet.time_base = stream, Fraction(1, 50)
            packet.pts = packet.dts = tick
            made.mux(packet)
    memory.seek(0)
    holder = av.open(memory, format="avi")
    return holder.streams[0].codec_context, holder
