"""One film under way: what of the camera's rings goes into its file, and when it is complete."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import dropwhile
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.ports.capture import TimedPacket
from omnisight_desktop.pipeline.clipfile import ClipFile, length_s, sum_of
from omnisight_desktop.pipeline.soundtrack import SOUND_FAULTS, Soundtrack, soundtrack_of

log = logging.getLogger(__name__)

_SET_BACK = timedelta(minutes=1)  # no key picture lies further back than that
_ALIVE = timedelta(seconds=2)  # sound that was heard so shortly before the pictures goes on


@dataclass(slots=True)
class _SoundLine:
    """How far the sound has been written, and where it lies on the time of the pictures."""

    ring: PacketRing
    generation: int
    shift_s: float  # from the sound's own seconds to those of the clip
    serial: int = -1


class Plan(Protocol):
    """From when to when a film is to go."""

    @property
    def begin(self) -> datetime:
        """It begins with the last key frame before this moment,"""
        ...

    @property
    def after(self) -> int | None:
        """or with the first key frame behind the packet of this number, where there is one."""
        ...

    def shift(self, by: timedelta) -> None:
        """The clock was set while it was filmed: what was planned lies elsewhere on it."""
        ...

    def over(self, first: datetime, shown: datetime, coming: TimedPacket) -> bool:
        """Whether it is complete: it goes from the first picture to the one that is shown last, and
        another is coming."""
        ...


@dataclass(frozen=True, slots=True)
class Film:
    """A finished file of footage."""

    path: Path
    start: datetime
    end: datetime
    size_bytes: int
    sha256: str


P = TypeVar("P", bound=Plan)


class Recording(Generic[P]):
    """A film that is being written. ``step`` copies what came in since the last one."""

    def __init__(
        self, clip_id: str, place: Path, ring: PacketRing, sound: PacketRing | None, plan: P
    ) -> None:
        """``place`` is the file without its suffix."""
        self.id = clip_id
        self.plan = plan
        self.note = ""  # goes into the file
        self.fresh = False  # whether the last step found something new
        self.broke_off = False  # whether it ended before its time, because the stream did
        self.file: ClipFile | None = None
        self.first: TimedPacket | None = None
        self._zero: datetime | None = None  # where the seconds of the stream begin
        self._newest_s = self._end_s = 0.0  # the picture that is shown last, and when it goes
        self._place = place
        self.ring = ring
        self._generation = ring.generation
        self.sound_ring = sound
        self._line: _SoundLine | None = None
        self._last: TimedPacket | None = None

    def step(self) -> bool:
        """Copy new packets; True once the clip is complete, or can get no further."""
        self.fresh = False
        packets = self._new_packets()
        if self.ring.generation != self._generation:
            self.broke_off = True  # what follows is another stream and belongs to another file
            return True
        if packets and self._last and packets[0].serial != self._last.serial + 1:
            self.broke_off = True  # some were let go unwritten; no picture can be made across
            return True
        self.fresh = bool(packets)
        done = False
        for packet in packets:
            done = self._is_beyond(packet)
            if done:
                break
            self._put(packet)
        self._follow_with_sound()
        return done

    def _new_packets(self) -> list[TimedPacket]:
        if self._last is not None:
            return self.ring.after(self._last.serial)
        if self.plan.after is not None:
            fresh = self.ring.after(self.plan.after)
            return list(dropwhile(lambda packet: not packet.packet.is_key, fresh))
        return self.ring.from_key_before(self.plan.begin)

    def close(self) -> Film:
        """Finish the file, which there is."""
        assert self.file is not None
        return self._film(self.file.close())

    def salvage(self) -> Film | None:
        """After a fault: what plays of it, if anything does."""
        path = self.file.salvage() if self.file is not None else None
        return None if path is None else self._film(path, length_s(path))

    def _film(self, path: Path, shown_s: float | None = None) -> Film:
        """``shown_s`` is told where the file may hold less than was given to it."""
        start, end = self.start, self.end
        assert start is not None
        assert end is not None
        if shown_s is not None:
            end = min(end, start + timedelta(seconds=shown_s))
        return Film(path, start, end, path.stat().st_size, sum_of(path))

    @property
    def last_serial(self) -> int | None:
        """The number of the last packet in it."""
        return None if self._last is None else self._last.serial

    @property
    def start(self) -> datetime | None:
        """The moment of the first picture."""
        return None if self.first is None else self._moment(self.first.packet.at_s)

    @property
    def end(self) -> datetime | None:
        """When the last picture goes."""
        return None if self.first is None else self._moment(self._end_s)

    def _is_beyond(self, packet: TimedPacket) -> bool:
        """Whether everything that is to be shown has come before this packet.

        Pictures may be sent out of their order: only one that is shown after all the others tells
        that those before are complete.
        """
        if self.first is None or packet.packet.at_s <= self._newest_s:
            return False
        first = self._moment(self.first.packet.at_s)
        return self.plan.over(first, self._moment(self._newest_s), packet)

    def _put(self, packet: TimedPacket) -> None:
        if self.file is None:
            self._open(packet)
        assert self.file is not None
        before = self._last.at if self._last is not None else self.plan.begin
        if packet.at < before - _SET_BACK:  # or it would be filmed until the clock is there again
            self.plan.shift(packet.at - before)
        self._last = packet
        # Where a stream lies in the time of day is told best in the end: while a camera was being
        # called its first packets waited, and it takes some seconds to learn for how long.
        self._zero = packet.at - timedelta(seconds=packet.packet.at_s)
        if self.file.put(packet.packet) and packet.packet.at_s >= self._newest_s:
            self._newest_s = packet.packet.at_s
            self._end_s = packet.packet.at_s + packet.packet.duration_s

    def _moment(self, at_s: float) -> datetime:
        assert self._zero is not None
        return self._zero + timedelta(seconds=at_s)

    def _open(self, first: TimedPacket) -> None:
        if self.ring.template is None:
            raise StorageError(
                "No film can be made of what the camera sends: its codec is not known.",
                fix="Choose H.264 or H.265 in the camera's settings.",
            )
        self.first = first
        self._newest_s = first.packet.at_s
        self.file = ClipFile(
            self._place, self.ring.template, self._soundtrack(first), first.at, self.note
        )
        if not self.file.has_sound:
            self._line = None

    def _soundtrack(self, first: TimedPacket) -> Soundtrack | None:
        """The sound that goes with the pictures, if there is any just now."""
        ring = self.sound_ring
        if ring is None or ring.template is None:
            return None
        generation, template = ring.generation, ring.template
        held = ring.after(-1)
        if not held or held[-1].at < first.at - _ALIVE:
            return None
        # Both streams' seconds are placed in the time of day by what arrived at about the same
        # moment: so they agree, whether they came over one connection or two.
        beside = min(held, key=lambda packet: abs(packet.at - first.at))
        try:
            track = soundtrack_of(template, beside.packet)
        except SOUND_FAULTS as error:
            log.warning("a film has no sound, for it cannot be brought into a file: %s", error)
            return None
        own_zero = beside.at - timedelta(seconds=beside.packet.at_s)
        self._line = _SoundLine(ring, generation, (own_zero - first.at).total_seconds())
        return track

    def _follow_with_sound(self) -> None:
        """Write the sound as far as the pictures go."""
        line = self._line
        if line is None or self.file is None or self.first is None:
            return
        if line.ring.generation != line.generation:
            self._line = None  # another stream; the rest of the clip is silent
            return
        length_s = self._end_s - self.first.packet.at_s
        for packet in line.ring.after(line.serial):
            at_s = packet.packet.at_s + line.shift_s
            if at_s >= length_s:
                return
            self.file.put_sound(packet.packet, at_s)
            line.serial = packet.serial


def place_of(folder: Path, camera: str, moment: datetime, film_id: str) -> Path:
    """Where a film lies, without its suffix."""
    return folder / camera / f"{moment:%Y-%m-%d}" / f"{moment:%H%M%S}-{film_id}"
