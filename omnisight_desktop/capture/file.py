"""Recordings and network streams through PyAV: packets as they came, pictures decoded lazily."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from av.video.reformatter import VideoReformatter

from omnisight_desktop.capture.address import shown
from omnisight_desktop.core.errors import SourceBroken, SourceRefused, SourceUnreachable
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.capture import Packet, Shot, StreamInfo

_NETWORK_TIMEOUT_S = (5.0, 3.0)  # to open, and to wait for the next packet


@dataclass(frozen=True, slots=True, eq=False)
class DecodedPicture:
    """A picture that still lies in the decoder's own memory."""

    frame: av.VideoFrame

    @property
    def width(self) -> int:
        return int(self.frame.width)

    @property
    def height(self) -> int:
        return int(self.frame.height)

    def bgr(self) -> Image:
        # A converter of its own: the frame's one is shared, and eye and window look at once.
        converted = VideoReformatter().reformat(self.frame, format="bgr24")
        return np.asarray(converted.to_ndarray(), np.uint8)

    def luma(self, width: int, height: int) -> Image:
        layout = self.frame.format
        if not layout.name.startswith(("yuv", "nv")) or layout.components[0].bits != 8:
            small = VideoReformatter().reformat(self.frame, width, height, "gray")
            return np.asarray(small.to_ndarray(), np.uint8)
        plane = self.frame.planes[0]
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
        y = np.linspace(0, self.height - 1, height).astype(np.intp)
        x = np.linspace(0, self.width - 1, width).astype(np.intp)
        return np.asarray(rows[y][:, x], np.uint8)


class StreamSource:
    """A file, or an RTSP or HTTP stream."""

    def __init__(self, address: str, *, live: bool) -> None:
        self._address = address
        self._container = _open(address, live=live)
        video = next(iter(self._container.streams.video), None)
        if video is None:
            self._container.close()
            raise SourceBroken(f"There is no video in {shown(address)}.")
        video.thread_type = "AUTO"
        self._video = video
        self._closed = False
        self._begun = False
        self._template = _detached(video)
        self._pictures = 0
        self._unstamped = 0
        fps = float(video.average_rate or video.guessed_rate or 25)
        length_s = self._container.duration / av.time_base if self._container.duration else None
        codec = video.codec_context
        self.info = StreamInfo(codec.width, codec.height, fps, codec.name, live, length_s)

    @property
    def template(self) -> Any:
        return self._template.streams.video[0]

    @property
    def sound_template(self) -> Any:
        return None

    def only_keys(self, on: bool) -> None:
        """Nothing to save here."""

    def shots(self) -> Iterator[Shot]:
        self._begun = True
        first_pts: int | None = None
        broken = 0
        try:
            for packet in self._container.demux(self._video):
                if self._closed:
                    return
                if packet.pts is not None and first_pts is None:
                    first_pts = packet.pts
                kept = self._kept(packet, first_pts or 0)
                try:
                    frames = packet.decode()
                    broken = 0
                except FFmpegError as error:
                    broken += 1
                    if broken > 100:
                        raise SourceBroken(
                            f"{shown(self._address)} cannot be decoded: {error.strerror}."
                        ) from error
                    frames = []
                yield from self._shots(frames, kept, first_pts or 0)
        except FFmpegError as error:
            raise _in_words(error, self._address) from error
        finally:
            self._container.close()

    def close(self) -> None:
        self._closed = True
        if (
            not self._begun
        ):  # else whoever reads closes, for nobody else may touch a reader's stream
            self._container.close()

    def _shots(
        self, frames: list[av.VideoFrame], kept: tuple[Packet, ...], first_pts: int
    ) -> Iterator[Shot]:
        if not frames and kept:
            yield Shot(kept[0].at_s, None, kept)
        for frame in frames:
            if frame.pts is None:  # a raw stream; its pictures come evenly
                at_s = self._pictures / self.info.fps
            else:
                at_s = float((frame.pts - first_pts) * self._video.time_base)
            self._pictures += 1
            yield Shot(at_s, DecodedPicture(frame), kept)
            kept = ()

    def _kept(self, packet: av.Packet[Any], first_pts: int) -> tuple[Packet, ...]:
        if not packet.size:
            return ()
        if packet.pts is None:
            at_s = self._unstamped / self.info.fps
            self._unstamped += 1
            return (Packet(at_s, at_s, 1 / self.info.fps, bool(packet.is_keyframe), bytes(packet)),)
        at_s = float((packet.pts - first_pts) * packet.time_base)
        duration_s = float((packet.duration or 0) * packet.time_base) or 1 / self.info.fps
        decode_pts = packet.pts if packet.dts is None else packet.dts
        decode_at_s = float((decode_pts - first_pts) * packet.time_base)
        return (Packet(at_s, decode_at_s, duration_s, bool(packet.is_keyframe), bytes(packet)),)


def _detached(video: Any) -> Any:
    """A stream that is like the source's and outlives it: clips may be begun after the source is gone."""
    holder = av.open(io.BytesIO(), "w", format="matroska")
    holder.add_stream_from_template(video)
    return holder


def _open(address: str, *, live: bool) -> Any:
    try:
        if not live:
            return av.open(address)
        options = {"rtsp_transport": "tcp"} if address.startswith("rtsp") else {}
        return av.open(address, options=options, timeout=_NETWORK_TIMEOUT_S)
    except (FFmpegError, OSError, ValueError) as error:
        raise _in_words(error, address) from error


def _in_words(error: Exception, address: str) -> SourceUnreachable | SourceRefused | SourceBroken:
    name = shown(address)
    if isinstance(error, (av.error.HTTPUnauthorizedError, av.error.HTTPForbiddenError)):
        return SourceRefused(
            f"The camera at {name} refused the password.", fix="Check the name and the password."
        )
    if isinstance(error, PermissionError):
        return SourceRefused(f"{name} may not be read.", fix="Check the file's permissions.")
    if isinstance(error, FileNotFoundError):
        return SourceUnreachable(f"There is no file {name}.", fix="Check the path.")
    if isinstance(error, av.error.ExitError):
        return SourceUnreachable(
            f"{name} has fallen silent: nothing came for {_NETWORK_TIMEOUT_S[1]:.0f} seconds.",
            fix="Check that the camera is on and reachable.",
        )
    if isinstance(error, av.error.InvalidDataError):
        return SourceBroken(f"{name} is damaged or no video.", fix="Try to play it elsewhere.")
    reason = getattr(error, "strerror", None) or str(error)
    return SourceUnreachable(
        f"{name} gives no pictures: {reason}.", fix="Check that the camera is on and reachable."
    )
