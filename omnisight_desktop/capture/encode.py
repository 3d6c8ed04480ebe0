"""Compresses pictures and sound of sources that deliver none: webcams, microphones and the demo."""

from __future__ import annotations

import io
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.capture import Packet

_TICKS = 90_000


class PacketEncoder:
    """H.264 with a key frame every two seconds, so that a clip can begin close to its event."""

    def __init__(self, width: int, height: int, fps: float) -> None:
        try:
            # The muxer is never written to; it is what makes the encoder put its headers aside,
            # where a clip that begins in the middle of the stream finds them.
            self._sink = av.open(io.BytesIO(), "w", format="mp4")
            stream = self._sink.add_stream("libx264", rate=max(1, round(fps)))
            # Colours are shared by two pixels each way, so an odd row or column goes.
            stream.width, stream.height = max(2, width & ~1), max(2, height & ~1)
            stream.pix_fmt = "yuv420p"
            stream.options = {"preset": "ultrafast", "tune": "zerolatency", "crf": "25"}
            stream.codec_context.gop_size = max(1, round(fps * 2))
            stream.codec_context.time_base = Fraction(1, _TICKS)
            self._sink.start_encoding()
        except (FFmpegError, ValueError) as error:
            raise BackendUnavailable(
                f"This machine cannot encode H.264: {error}.",
                fix="Reinstall the package av; its own builds bring the encoder along.",
            ) from error
        self._stream = stream
        self._frame_s = 1 / fps

    @property
    def template(self) -> Any:
        """The stream that the packets belong to."""
        return self._stream

    def encode(self, image: Image, at_s: float) -> tuple[Packet, ...]:
        """The packets that are ready after one more picture."""
        return self.encode_frame(av.VideoFrame.from_ndarray(image, format="bgr24"), at_s)

    def encode_frame(self, frame: av.VideoFrame, at_s: float) -> tuple[Packet, ...]:
        """The same for a picture of any layout; its own time is changed."""
        frame.pts, frame.time_base = round(at_s * _TICKS), Fraction(1, _TICKS)
        frame.pict_type = 0  # the encoder decides where key frames stand
        return _packets(self._stream.encode(frame), self._frame_s)


class PictureEncoder:
    """Encodes pictures whose size may change: then the template is another one from there on."""

    def __init__(self, fps: float) -> None:
        self._fps = fps
        self._size = (0, 0)
        self._encoder: PacketEncoder | None = None

    @property
    def template(self) -> Any:
        """The stream that the newest packets belong to."""
        return self._encoder.template if self._encoder else None

    def begin(self, width: int, height: int) -> PacketEncoder:
        """Make ready for pictures of that size."""
        if self._encoder is None or self._size != (width, height):
            self._size, self._encoder = (width, height), PacketEncoder(width, height, self._fps)
        return self._encoder

    def encode(self, image: Image, at_s: float) -> tuple[Packet, ...]:
        """The packets that are ready after one more picture."""
        return self.begin(image.shape[1], image.shape[0]).encode(image, at_s)

    def encode_frame(self, frame: av.VideoFrame, at_s: float) -> tuple[Packet, ...]:
        """The same for a picture of any layout."""
        return self.begin(frame.width, frame.height).encode_frame(frame, at_s)


class SoundEncoder:
    """AAC, for microphones."""

    def __init__(self, rate_hz: int) -> None:
        self._sink = av.open(io.BytesIO(), "w", format="mp4")
        stream = self._sink.add_stream("aac", rate=rate_hz)
        stream.codec_context.layout = "mono"
        stream.codec_context.format = "fltp"
        self._sink.start_encoding()
        self._stream = stream
        self._rate_hz = rate_hz
        self._fifo = av.AudioFifo()
        self._begin_s: float | None = None
        self._encoded = 0  # samples

    @property
    def template(self) -> Any:
        """The stream that the packets belong to."""
        return self._stream

    def encode(self, samples: NDArray[np.float32], at_s: float) -> tuple[Packet, ...]:
        """The packets that are ready after some more samples of one channel."""
        if self._begin_s is None:
            self._begin_s = at_s
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate = self._rate_hz
        self._fifo.write(frame)
        ready: list[Packet] = []
        size = self._stream.codec_context.frame_size
        for piece in self._fifo.read_many(size):
            piece.pts, piece.time_base = self._encoded, Fraction(1, self._rate_hz)
            self._encoded += size
            encoded = self._stream.encode(piece)
            ready.extend(_packets(encoded, size / self._rate_hz, self._begin_s))
        return tuple(ready)


def _packets(
    encoded: Iterable[av.Packet[Any]], duration_s: float, begin_s: float = 0.0
) -> tuple[Packet, ...]:
    return tuple(_packet(packet, duration_s, begin_s) for packet in encoded)


def _packet(packet: av.Packet[Any], duration_s: float, begin_s: float) -> Packet:
    at_s = begin_s + float((packet.pts or 0) * packet.time_base)
    told = packet.pts if packet.dts is None else packet.dts
    decode_at_s = begin_s + float((told or 0) * packet.time_base)
    return Packet(at_s, decode_at_s, duration_s, bool(packet.is_keyframe), bytes(packet))
