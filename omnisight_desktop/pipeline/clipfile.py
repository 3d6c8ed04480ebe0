"""One clip while it is written: a camera's packets, copied as they came into a file that plays."""

from __future__ import annotations

import errno
import hashlib
import logging
from contextlib import ExitStack, suppress
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.error import FFmpegError

from omnisight_desktop.core.errors import DiskFull, OmniSightError, StorageError
from omnisight_desktop.core.ports.capture import Packet
from omnisight_desktop.pipeline.pieces import WholePieces
from omnisight_desktop.pipeline.soundtrack import SOUND_FAULTS, TICKS, Soundtrack, codec_of
from omnisight_desktop.storage.file import sync

log = logging.getLogger(__name__)

#: What can go wrong while a file is written.
FILE_FAULTS = (FFmpegError, OSError, ValueError)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PATIENT_US = "1000000"  # pictures wait no longer for sound that does not come

# Fragments of a second at most, so that a file plays while it is written and after a power cut.
# Its index waits for the first of them, for only then an edit list can say that the first picture
# is at zero: pictures that are sent out of their order are decoded before they are shown.
_MP4 = {
    "movflags": "frag_keyframe+empty_moov+delay_moov+default_base_moof",
    "frag_duration": "1000000",
    "use_editlist": "1",
    "avoid_negative_ts": "disabled",
    "max_interleave_delta": _PATIENT_US,
    "flush_packets": "1",
}
_MATROSKA = {"max_interleave_delta": _PATIENT_US, "flush_packets": "1"}


class ClipFile:
    """A file under way. It bears another name until it is finished; ``close`` gives it its own.

    It is an MP4, or Matroska where the camera's codec has no place in one. Seconds are those of the
    packets; the first picture is the file's zero.
    """

    def __init__(
        self,
        place: Path,
        template: Any,
        sound: Soundtrack | None,
        begins: datetime,
        note: str = "",
    ) -> None:
        """``place`` is the file without its suffix; the first picture was made when it begins. A
        ``note`` is for whoever finds the file when nobody remembers it."""
        self._begins = begins
        self._note = note
        self._sound = sound
        self._pieces: WholePieces | None = None
        self._zero_s: float | None = None
        self._last_tick: int | None = None
        place.parent.mkdir(parents=True, exist_ok=True)
        self._open_as_what_fits(place, template)

    @property
    def part(self) -> Path:
        """The name it bears while it is written."""
        return self.path.with_name(self.path.name + ".part")

    @property
    def has_sound(self) -> bool:
        """Whether sound goes into it."""
        return self._sound is not None

    @property
    def size_bytes(self) -> int:
        """How much the disk has taken in."""
        return self.part.stat().st_size if self._pieces is None else self._pieces.size_bytes

    def put(self, packet: Packet) -> bool:
        """One more picture; False where it cannot be shown: it came too late, or out of nothing."""
        if self._zero_s is None:
            self._zero_s = packet.at_s
        at_tick = round((packet.at_s - self._zero_s) * TICKS)
        tick = round((packet.decode_at_s - self._zero_s) * TICKS)
        if self._last_tick is not None:
            tick = max(tick, self._last_tick + 1)
        if at_tick < 0 or tick > at_tick:
            return False
        made = av.Packet(packet.data)
        made.stream = self._stream
        made.time_base = Fraction(1, TICKS)
        made.pts, made.dts = at_tick, tick
        made.duration = round(packet.duration_s * TICKS)
        made.is_keyframe = packet.is_key
        self._container.mux(made)
        self._last_tick = tick
        return True

    def put_sound(self, packet: Packet, at_s: float) -> None:
        """One more piece of sound, that many seconds after the first picture."""
        sound = self._sound
        if sound is None or at_s + packet.duration_s <= 0:
            return
        try:
            for made in sound.packets(packet, at_s):
                self._container.mux(made)
        except SOUND_FAULTS as error:
            self._without_sound(error)

    def close(self) -> Path:
        """Finish it and give it its name; what cannot be finished is kept as far as it plays."""
        self._finish_sound()
        try:
            self._container.close()
        finally:
            if self._pieces is not None:
                self._pieces.close()
        sync(self.part)
        self.part.replace(self.path)
        return self.path

    def salvage(self) -> Path | None:
        """After a fault: the file as far as it plays under its name, or nothing at all."""
        with suppress(*FILE_FAULTS):
            self._container.close()
        try:
            if self._pieces is not None:
                self._pieces.close()
            if length_s(self.part):
                self.part.replace(self.path)
                return self.path
        except FILE_FAULTS as error:
            log.debug("%s does not play", self.part, exc_info=error)
        self._discard()
        return None

    def _finish_sound(self) -> None:
        if self._sound is None:
            return
        try:
            for made in self._sound.rest():
                self._container.mux(made)
        except SOUND_FAULTS as error:
            self._without_sound(error)

    def _without_sound(self, error: Exception) -> None:
        """The pictures are worth more: they go on alone."""
        if self._pieces is not None and self._pieces.fault is not None:
            raise self._pieces.fault
        self._sound = None
        log.warning("a clip goes on without sound: %s", error)

    def _open_as_what_fits(self, place: Path, template: Any) -> None:
        self.path = place.with_name(place.name + ".mp4")
        self._pieces = WholePieces(self.part)
        try:
            self._open(self._pieces, "mp4", _MP4, template)
            return
        except (ValueError, FFmpegError) as error:
            if of_the_disk(error):
                raise
        self._pieces = None
        self.path = place.with_name(place.name + ".mkv")  # it holds nearly anything
        self._open(str(self.part), "matroska", _MATROSKA, template)

    def _open(self, file: Any, kind: str, options: dict[str, str], template: Any) -> None:
        """Open it as one kind of container; where that refuses, nothing is left of it."""
        with ExitStack() as refused:
            refused.callback(self._discard)
            container = av.open(file, "w", format=kind, options=dict(options), buffer_size=1 << 20)
            refused.callback(container.close)
            self._add_streams(container, template)
            refused.pop_all()

    def _discard(self) -> None:
        if self._pieces is not None:
            self._pieces.close()
        with suppress(OSError):
            self.part.unlink()

    def _add_streams(self, container: Any, template: Any) -> None:
        stream = container.add_stream_from_template(template, opaque=True)
        if codec_of(stream) == "hevc" and container.format.name == "mp4":
            stream.codec_context.codec_tag = "hvc1"  # without it Apple's players show nothing
        stream.time_base = Fraction(1, TICKS)
        if self._sound is not None:
            try:
                self._sound.add_to(container)
            except SOUND_FAULTS as error:
                self._without_sound(error)
        # Whoever finds the file after a power cut can tell when its pictures were made.
        container.metadata["date"] = self._begins.isoformat(timespec="milliseconds")
        if self._note:
            container.metadata["comment"] = self._note
        self._container, self._stream = container, stream


def length_s(path: Path) -> float:
    """For how long a file shows pictures, as far as it can be read."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        ends = [0.0]
        with suppress(FFmpegError):
            for packet in container.demux(stream):
                if packet.pts is not None:
                    ends.append(float((packet.pts + (packet.duration or 0)) * packet.time_base))
        return max(ends)


def in_words(error: Exception) -> OmniSightError:
    """What the disk or the muxer refused to do."""
    if _is_full(error):
        return DiskFull("The disk is full; a clip could not be written.")
    return StorageError(f"A clip could not be written: {error}.", fix="Check the media folder.")


def of_the_disk(error: Exception) -> bool:
    """Whether it is the disk that refused, and not one camera's stream that cannot be written."""
    return _is_full(error) or (isinstance(error, OSError) and not isinstance(error, FFmpegError))


def _is_full(error: Exception) -> bool:
    return getattr(error, "errno", None) in _FULL


def sum_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
