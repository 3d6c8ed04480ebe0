"""Writes clips: packets from a camera's ring, copied as they came, into a playable file."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.error import FFmpegError

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.errors import DiskFull, OmniSightError, StorageError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.ports.capture import TimedPacket

log = logging.getLogger(__name__)

_TICKS = 90_000
_LONGEST_S = 60.0  # however many events join one clip
_SILENCE_S = 10.0  # a camera that sends nothing for so long ends its clip
_FAULTS = (FFmpegError, OSError, ValueError)
# Fragments, so that a file is playable while it is written and after a power cut.
_FRAGMENTED = {"movflags": "frag_keyframe+empty_moov+default_base_moof", "flush_packets": "1"}


@dataclass(frozen=True, slots=True)
class ClipLengths:
    """How a clip lies around its event."""

    pre_roll_s: float = 5.0
    min_s: float = 5.0
    max_s: float = 10.0


@dataclass(frozen=True, slots=True)
class RecordOrder:
    """An event began, and its clip begins before it; or it ended, and its clip may end."""

    event: Event
    ring: PacketRing
    sound: PacketRing | None = None


@dataclass(slots=True, eq=False)
class _Recording:
    """A file that is being written."""

    id: str
    path: Path
    ring: PacketRing
    generation: int
    begun: datetime
    latest: datetime
    fresh_mono: float
    events: list[Event] = field(default_factory=list)
    open: set[str] = field(default_factory=set)
    ended: datetime | None = None
    container: Any = None
    stream: Any = None
    first: TimedPacket | None = None
    last: TimedPacket | None = None


class Recorder:
    """All recordings of all cameras: one at a time per camera, and later events join it."""

    def __init__(
        self,
        media: Path,
        lengths: ClipLengths,
        keep: Callable[[Clip | Event], object],
        clock: Clock,
    ) -> None:
        self._media = media
        self._lengths = lengths
        self._keep = keep
        self._clock = clock
        self._ids = IdSource("C")
        self._running: dict[str, _Recording] = {}

    def obey(self, order: RecordOrder) -> None:
        """Begin, join or end a recording."""
        event = order.event
        recording = self._running.get(event.camera)
        if recording is not None and self._too_late_for(event, recording):
            self._finish(event.camera)
            recording = None
        if event.end is not None:
            if recording is not None and event.id in recording.open:
                recording.open.discard(event.id)
                recording.ended = max(event.end, recording.ended or event.end)
            return
        if recording is None:
            recording = self._running[event.camera] = self._begin(order)
        recording.events.append(event)
        recording.open.add(event.id)
        limit = recording.begun + timedelta(seconds=_LONGEST_S)
        recording.latest = min(limit, event.start + timedelta(seconds=self._lengths.max_s))

    def step(self) -> None:
        """Write what came in since the last step, and close what is complete."""
        for camera, recording in list(self._running.items()):
            try:
                done = self._write(recording)
            except _FAULTS as error:
                log.warning("the clip of %s breaks off: %s", camera, _in_words(error))
                done = True
            if done:
                self._finish(camera)

    def close(self) -> None:
        """Finish every file with what is there."""
        self.step()
        for camera in list(self._running):
            self._finish(camera)

    def _finish(self, camera: str) -> None:
        """Close a clip and keep what is in it; one that holds nothing leaves nothing behind."""
        recording = self._running.pop(camera)
        try:
            self._close(recording)
        except _FAULTS as error:
            self._abandon(recording)
            log.warning("a clip of %s was lost: %s", camera, _in_words(error))

    def _too_late_for(self, event: Event, recording: _Recording) -> bool:
        """Whether a clip is so long already that the event deserves one of its own."""
        if event.end is not None:
            return False
        wanted = event.start + timedelta(seconds=self._lengths.min_s)
        return wanted > recording.begun + timedelta(seconds=_LONGEST_S)

    def _begin(self, order: RecordOrder) -> _Recording:
        start = order.event.start
        clip_id = self._ids.next(to_ms(start))
        name = f"{start:%H%M%S}-{clip_id}.mp4"
        return _Recording(
            id=clip_id,
            path=Path("clips") / order.event.camera / f"{start:%Y-%m-%d}" / name,
            ring=order.ring,
            generation=order.ring.generation,
            begun=start,
            latest=start,
            fresh_mono=self._clock.mono(),
        )

    def _write(self, recording: _Recording) -> bool:
        """Copy new packets; True once the clip is complete."""
        if recording.ring.generation != recording.generation:
            return True  # the stream broke off; what follows belongs to another file
        packets = self._new_packets(recording)
        if packets and recording.last and packets[0].serial != recording.last.serial + 1:
            return True  # some were let go before they were written; no picture can be made across
        if packets:
            recording.fresh_mono = self._clock.mono()
        until = self._until(recording)
        for packet in packets:
            if packet.at > until:
                return True
            self._put(recording, packet)
        return self._clock.mono() - recording.fresh_mono > _SILENCE_S

    def _new_packets(self, recording: _Recording) -> list[TimedPacket]:
        if recording.last is not None:
            return recording.ring.after(recording.last.serial)
        begin = recording.begun - timedelta(seconds=self._lengths.pre_roll_s)
        return recording.ring.from_key_before(begin)

    def _until(self, recording: _Recording) -> datetime:
        if recording.open or recording.ended is None:
            return recording.latest
        shortest = recording.begun + timedelta(seconds=self._lengths.min_s)
        return min(recording.latest, max(recording.ended, shortest))

    def _put(self, recording: _Recording, timed: TimedPacket) -> None:
        if recording.container is None:
            self._open(recording)
        first = recording.first = recording.first or timed
        decode_at_s = timed.packet.decode_at_s
        if recording.last and decode_at_s <= recording.last.packet.decode_at_s:
            return  # it came out of its order, and no file may go back in time
        packet = av.Packet(timed.packet.data)
        packet.stream = recording.stream
        packet.time_base = Fraction(1, _TICKS)
        packet.pts = round((timed.packet.at_s - first.packet.decode_at_s) * _TICKS)
        packet.dts = round((timed.packet.decode_at_s - first.packet.decode_at_s) * _TICKS)
        packet.duration = round(timed.packet.duration_s * _TICKS)
        packet.is_keyframe = timed.packet.is_key
        recording.container.mux(packet)
        recording.last = timed

    def _open(self, recording: _Recording) -> None:
        part = self._part(recording)
        part.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._begin_file(recording, part, "mp4", _FRAGMENTED)
        except ValueError:  # the camera's codec has no place in MP4; Matroska holds anything
            recording.path = recording.path.with_suffix(".mkv")
            part.unlink(missing_ok=True)
            self._begin_file(recording, self._part(recording), "matroska", {"flush_packets": "1"})

    def _begin_file(
        self, recording: _Recording, part: Path, form: str, options: dict[str, str]
    ) -> None:
        container = av.open(str(part), "w", format=form, options=options)
        try:
            recording.stream = container.add_stream_from_template(recording.ring.template)
        except ValueError:
            container.close()
            raise
        recording.container = container

    def _close(self, recording: _Recording) -> None:
        if recording.container is None or recording.first is None or recording.last is None:
            log.warning("no pictures were there for the clip of %s", recording.path.parent.name)
            return
        recording.container.close()
        part, whole = self._part(recording), self._media / recording.path
        part.replace(whole)
        clip = Clip(
            id=recording.id,
            camera=recording.events[0].camera,
            path=recording.path.as_posix(),
            start=recording.first.at,
            end=recording.last.at + timedelta(seconds=recording.last.packet.duration_s),
            size_bytes=whole.stat().st_size,
            sha256=_sum(whole),
        )
        self._keep(clip)
        for event in recording.events:
            self._keep(replace(event, clip=clip.id))

    def _abandon(self, recording: _Recording) -> None:
        if recording.container is not None:
            try:
                recording.container.close()
            except _FAULTS:
                log.warning("the unfinished clip %s could not be closed", recording.id)
        with suppress(OSError):
            self._part(recording).unlink()

    def _part(self, recording: _Recording) -> Path:
        whole = self._media / recording.path
        return whole.with_name(whole.name + ".part")


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _in_words(error: Exception) -> OmniSightError:
    if getattr(error, "errno", None) == 28:
        return DiskFull("The disk is full; a clip could not be written.")
    return StorageError(f"A clip could not be written: {error}.", fix="Check the media folder.")
