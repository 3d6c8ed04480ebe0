"""The file that a film is written to: pictures copied or encoded, sound copied, chapters for its stretches."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from omnisight_desktop.core.clock import LocalZone
from omnisight_desktop.core.errors import BackendUnavailable, DiskFull, StorageError
from omnisight_desktop.pipeline.film.order import Stretch
from omnisight_desktop.pipeline.soundtrack import SOUND_FAULTS, TICKS, codec_of

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_BASE = Fraction(1, TICKS)
_SOUND_IN_MP4 = ("aac", "mp3", "opus", "ac3")  # and what players know there
_KEY_S = 2.0
_X264 = {"preset": "veryfast", "crf": "21"}
_PATIENT_US = "1000000"  # pictures wait no longer for sound that does not come
# The index goes to the front, so that a film plays while it is still being fetched from a server.
_MP4 = {
    "movflags": "faststart",
    "use_editlist": "1",
    "avoid_negative_ts": "disabled",
    "max_interleave_delta": _PATIENT_US,
}
_MATROSKA = {"max_interleave_delta": _PATIENT_US}


class FilmFile:
    """A film under way. Seconds are those of the film; ``close`` finishes it."""

    def __init__(self, target: Path, *, matroska: bool = False) -> None:
        kind, options = ("matroska", _MATROSKA) if matroska else ("mp4", _MP4)
        self._target = target
        with writing(target):
            self._container = av.open(f"file:{target}", "w", format=kind, options=dict(options))
        self._picture: Any = None
        self._sound: Any = None
        self._encodes = False
        self._colours = (0, 0)  # range and space
        self._picture_tick = self._sound_tick = -(1 << 62)

    def copy_pictures(self, template: Any) -> None:
        """Take in pictures as that stream has them."""
        with writing(self._target):
            stream = self._container.add_stream_from_template(template, opaque=True)
            if codec_of(stream) == "hevc" and self._container.format.name == "mp4":
                stream.codec_context.codec_tag = "hvc1"  # else Apple's players show nothing
            stream.time_base = _BASE
        self._picture = stream

    def encode_pictures(self, size: tuple[int, int], fps: float, like: Any) -> None:
        """Take in pictures of one size and make H.264 of them, with colours as a decoder has them."""
        try:
            rate = Fraction(fps).limit_denominator(1001)
            stream: Any = self._container.add_stream("libx264", rate=rate, options=dict(_X264))
        except (FFmpegError, ValueError) as error:
            raise BackendUnavailable(
                f"This machine cannot encode H.264: {error}.",
                fix="Reinstall the package av; its own builds bring the encoder along.",
            ) from error
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.codec_context.gop_size = max(1, round(fps * _KEY_S))
        stream.codec_context.time_base = Fraction(1, TICKS)
        self._colours = like.color_range, like.colorspace
        stream.codec_context.color_range, stream.codec_context.colorspace = self._colours
        self._picture, self._encodes = stream, True

    def copy_sound(self, template: Any) -> bool:
        """Take in sound as that stream has it; False where this file has no place for it."""
        if self._container.format.name == "mp4" and codec_of(template) not in _SOUND_IN_MP4:
            return False
        try:
            self._sound = self._container.add_stream_from_template(template, opaque=True)
        except SOUND_FAULTS:
            return False
        self._sound.time_base = _BASE
        return True

    def begins(self, moment: datetime) -> None:
        """Say when its first picture was made; before the first one is put in."""
        told = moment.astimezone(UTC)
        self._container.metadata["creation_time"] = f"{told:%Y-%m-%dT%H:%M:%S.%fZ}"

    def put(self, packet: Any, at_s: float, decode_at_s: float, length_s: float) -> None:
        """One more picture, compressed."""
        tick = max(round(decode_at_s * TICKS), self._picture_tick + 1)
        packet.stream = self._picture
        packet.pts, packet.dts = max(tick, round(at_s * TICKS)), tick
        packet.duration, packet.time_base = round(length_s * TICKS), _BASE
        self._picture_tick = tick
        self._mux(packet)

    def put_sound(self, packet: Any, at_s: float, length_s: float) -> None:
        """One more piece of sound; none goes back in time."""
        tick = round(at_s * TICKS)
        if self._sound is None or at_s < 0 or tick <= self._sound_tick:
            return
        packet.stream = self._sound
        packet.pts = packet.dts = self._sound_tick = tick
        packet.duration, packet.time_base = round(length_s * TICKS), _BASE
        self._mux(packet)

    def put_planes(self, planes: NDArray[np.uint8], at_s: float) -> None:
        """One more picture to be encoded, as planes of yuv420p."""
        tick = round(at_s * TICKS)
        if tick <= self._picture_tick:
            return
        self._picture_tick = tick
        frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        frame.color_range, frame.colorspace = self._colours
        frame.pts, frame.time_base = tick, _BASE
        for packet in self._picture.encode(frame):
            self._mux(packet)

    def close(self, stretches: Sequence[Stretch], end_s: float) -> None:
        """Finish it, with a chapter for each stretch of time."""
        with writing(self._target):
            if self._encodes:
                for packet in self._picture.encode(None):
                    self._container.mux(packet)
            self._container.set_chapters(list(_chapters(stretches, end_s)))
            self._container.close()

    def drop(self) -> None:
        """Let go of it after a fault; what there is of it is not worth keeping."""
        with suppress(FFmpegError, OSError, ValueError):
            self._container.close()

    def _mux(self, packet: Any) -> None:
        with writing(self._target):
            self._container.mux(packet)


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """What the disk or the muxer refuses to do, in words."""
    try:
        yield
    except (FFmpegError, OSError, ValueError) as error:
        if getattr(error, "errno", None) in _FULL:
            raise DiskFull(
                f"No room is left for {target.parent}; the export was not finished.",
                fix="Free some space, choose less, or export to another disk.",
            ) from error
        said = getattr(error, "strerror", None) or str(error)
        raise StorageError(
            f"The export could not be written: {said}.",
            fix="See whether the disk is there and whether you may write to it.",
        ) from error


def _chapters(stretches: Sequence[Stretch], end_s: float) -> Iterator[Any]:
    ends = [stretch.at_s for stretch in stretches[1:]] + [end_s]
    for number, (stretch, until_s) in enumerate(zip(stretches, ends, strict=True)):
        title = f"{stretch.start.astimezone(LocalZone()):%Y-%m-%d %H:%M:%S}"
        yield {
            "id": number,
            "start": round(stretch.at_s * 1000),
            "end": max(round(stretch.at_s * 1000) + 1, round(until_s * 1000)),
            "time_base": Fraction(1, 1000),
            "metadata": {"title": title},
        }
