"""Compresses pictures of sources that deliver none: webcams and the demo."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import Any

import av
from av.error import FFmpegError

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
            stream = self._sink.add_stream("libx264", rate=round(fps))
            stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
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
        frame = av.VideoFrame.from_ndarray(image, format="bgr24")
        frame.pts, frame.time_base = round(at_s * _TICKS), Fraction(1, _TICKS)
        return tuple(_packet(p, self._frame_s) for p in self._stream.encode(frame))


def _packet(packet: av.Packet[Any], duration_s: float) -> Packet:
    at_s = (packet.pts or 0) / _TICKS
    decode_at_s = at_s if packet.dts is None else packet.dts / _TICKS
    return Packet(at_s, decode_at_s, duration_s, bool(packet.is_keyframe), bytes(packet))
