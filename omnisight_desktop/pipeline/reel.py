"""The continuous footage of one camera: one piece after the other, and word of what is missing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.ports.capture import TimedPacket
from omnisight_desktop.core.segment import RecordMode, Segment, Unrecorded, note_of
from omnisight_desktop.pipeline.filming import Filming
from omnisight_desktop.pipeline.leave import WriteLeave
from omnisight_desktop.pipeline.noticed import Lately, Noticed, Sum
from omnisight_desktop.pipeline.recording import Film, Recording, place_of
from omnisight_desktop.pipeline.stretch import Stretch

log = logging.getLogger(__name__)

#: Where continuous footage lies below the media folder.
FOOTAGE = "footage"

_EARLIEST = datetime.min.replace(tzinfo=UTC)
_SILENCE_S = 30.0  # a camera that sends nothing for so long ends its piece
_REST_S = 30.0  # after a camera's stream could not be written
_SETTLED_S = 15.0  # so late nothing is noticed any more
_SETTLE_EVERY_S = 3.0
_AT_ONCE = 4  # pieces in one step; more than one only where the disk was slow
_SHORTEST_GAP = timedelta(seconds=1)
_SET_BACK = timedelta(minutes=1)
_SOME_FOOTAGE = "footage"

_NOT_RUNNING = "OmniSight was not running."
_BROKE_OFF = "The camera's stream broke off."
_TOO_SLOW = "The disk was too slow for what came in."
_NOTHING_CAME = "Nothing came that could be recorded."
_SWITCHED = "It was not recorded all the time."


@dataclass(frozen=True, slots=True)
class Desk:
    """What all reels share."""

    media: Path
    keep: Callable[[Any], object]
    leave: WriteLeave
    clock: Clock
    ids: IdSource


@dataclass(frozen=True, slots=True, eq=False)
class Spool:
    """A camera, what comes from it, and when it is recorded."""

    camera: str
    ring: PacketRing
    sound: PacketRing | None
    filming: Filming


@dataclass(slots=True)
class _Listed:
    """A piece that is listed already, and may yet learn of what was noticed during it."""

    segment: Segment
    sum: Sum
    since_mono: float
    told_mono: float


class Reel:
    """One camera's footage on its way to the disk. ``step`` writes what came in since the last one."""

    def __init__(self, spool: Spool, desk: Desk, owed: datetime | None) -> None:
        """``owed`` is up to when it was recorded before; from there on what is missing is noted."""
        self._spool = spool
        self._desk = desk
        self._running: Recording[Stretch] | None = None
        self._generation = 0
        self._sum = Sum()
        self._lately = Lately()
        self._listed: list[_Listed] = []
        self._serial = -1  # of the last packet that is in a file
        self._end = owed
        self._why = _NOT_RUNNING
        self._gap: Unrecorded | None = None  # noted before the piece that is under way
        self._fresh_mono = self._rest_until_mono = desk.clock.mono()
        self._opened = _EARLIEST  # since when the hours hold
        self._stirred: tuple[datetime, datetime] | None = None  # what moved wants this recorded

    @property
    def owed(self) -> datetime | None:
        """Up to when it was recorded, if what is missing from there on is to be noted."""
        return self._end if self._spool.filming.steady else None

    def notice(self, noticed: Noticed) -> None:
        """Something was seen or heard."""
        self._lately.add(noticed)
        if noticed.stirs:
            self._stir(noticed.at)
        running = self._running
        if running is not None and noticed.at >= running.plan.begin:
            if noticed.at < running.plan.boundary:
                self._sum.add(noticed)
            return  # what lies behind the boundary belongs to whichever piece holds it in the end
        for listed in reversed(self._listed):
            if listed.segment.start <= noticed.at < listed.segment.end:
                listed.sum.add(noticed)
                return

    def step(self) -> None:
        """Write what came in, end the piece that is complete, and begin the next one."""
        self._look_at_hours()
        for _ in range(_AT_ONCE):
            withheld = self._desk.leave.withheld()
            if self._running is None and not self._open(withheld):
                break
            if not self._goes_on_to_the_next(withheld):
                break
        self._tell_late_news()

    def close(self) -> None:
        """Finish the piece with what is there."""
        self.step()
        if self._running is not None:
            self._finish()
        self._tell_late_news(last=True)
        if not self._spool.filming.steady and self._end is not None:
            self._desk.keep(Unrecorded(self._spool.camera, self._end, self._end, _SWITCHED))

    def _stir(self, at: datetime) -> None:
        filming = self._spool.filming
        begin, end = at - filming.before, at + filming.after
        before = self._stirred
        if before is not None and begin <= before[1] and end >= before[1] - _SET_BACK:
            begin, end = before[0], max(end, before[1])
        self._stirred = begin, end

    def _look_at_hours(self) -> None:
        newest = self._spool.ring.newest_at
        if self._spool.filming.mode is not RecordMode.SCHEDULE or newest is None:
            return
        if not self._spool.filming.is_due(newest):
            self._opened = _EARLIEST if self._running is not None else newest

    def _wanted_from(self) -> datetime | None:
        """From when on it is to be recorded; None: not now."""
        newest, mode = self._spool.ring.newest_at, self._spool.filming.mode
        if newest is None:
            return None
        if mode is RecordMode.MOTION:
            stirred = self._stirred
            return stirred[0] if stirred is not None and newest <= stirred[1] else None
        if not self._spool.filming.is_due(newest):
            return None
        return self._opened

    def _wanted_until(self, running: Recording[Stretch]) -> datetime | None:
        """Until when it is to be recorded, where that is known."""
        mode = self._spool.filming.mode
        if mode is RecordMode.MOTION:
            return None if self._stirred is None else self._stirred[1]
        newest = self._spool.ring.newest_at
        if newest is None or self._spool.filming.is_due(newest):
            return None
        return running.plan.until or newest

    def _open(self, withheld: OmniSightError | None) -> bool:
        """Begin a piece where there is something to begin with."""
        if withheld is not None:
            self._why = withheld.reason
            return False
        begin, spool = self._wanted_from(), self._spool
        if begin is None or self._desk.clock.mono() < self._rest_until_mono:
            return False
        generation = spool.ring.generation
        held = spool.ring.from_key_before(begin)
        first = next((p for p in held if p.packet.is_key and p.serial > self._serial), None)
        if first is None:
            return False
        self._note_missing(first)
        segment_id = self._desk.ids.next(to_ms(first.at))
        place = place_of(self._desk.media / FOOTAGE, spool.camera, first.at, segment_id)
        plan = Stretch(first, spool.filming.length)
        self._running = Recording(segment_id, place, spool.ring, spool.sound, plan)
        self._running.note = note_of(self._gap) if self._gap is not None else ""
        self._generation = generation
        self._fresh_mono = self._desk.clock.mono()
        self._sum = Sum()
        for noticed in self._lately.since(first.at):
            if noticed.at < plan.boundary:
                self._sum.add(noticed)
        return True

    def _goes_on_to_the_next(self, withheld: OmniSightError | None) -> bool:
        """Write what came in; True where the piece is complete and another may follow."""
        running = self._running
        assert running is not None
        try:
            running.plan.until = self._wanted_until(running)
            done = running.step()
        except Exception as error:  # noqa: BLE001 - the rim: one camera's fault is no other's
            self._broke(running, error)
            return False
        now_mono = self._desk.clock.mono()
        if running.fresh:
            self._fresh_mono = now_mono
        if running.file is not None and running.file.size_bytes:
            self._desk.leave.taken()
        silent = not running.fresh and now_mono - self._fresh_mono > _SILENCE_S
        if not (done or silent or withheld is not None):
            return False
        self._finish()
        if withheld is not None:
            self._why = withheld.reason
        elif running.broke_off:
            same = self._spool.ring.generation == self._generation
            self._why = _TOO_SLOW if same else _BROKE_OFF
        else:
            self._why = _NOTHING_CAME
        return withheld is None

    def _finish(self) -> None:
        """Close the file and list it; what cannot be finished is kept as far as it plays."""
        running, self._running = self._running, None
        assert running is not None
        self._pass_by(running)
        if running.file is None:
            return
        try:
            film: Film | None = running.close()
            self._desk.leave.taken()
        except Exception as error:  # noqa: BLE001 - the rim: one camera's fault is no other's
            self._broke(running, error)
            return
        assert film is not None
        self._list(running, film)

    def _broke(self, running: Recording[Stretch], error: Exception) -> None:
        """The file could not be written: what plays of it is kept, and the rest is tried again."""
        self._running = None
        of_the_disk = self._desk.leave.refused(self._spool.camera, _SOME_FOOTAGE, error)
        trouble = self._desk.leave.withheld()
        self._why = trouble.reason if trouble is not None else _NOTHING_CAME
        film = None
        try:
            film = running.salvage()
        except Exception as fault:  # noqa: BLE001 - what is lost stops nothing else
            log.warning("some footage of %s breaks off: %s", self._spool.camera, fault)
        if film is None:
            log.warning("some footage of %s was lost", self._spool.camera)
            self._serial = running.plan.after
        else:
            self._list(running, film)
            kept = [p.serial for p in self._spool.ring.after(-1) if p.at < film.end]
            self._serial = max(kept, default=-1)
        if not of_the_disk:  # what cannot be written now cannot be written a moment later
            self._pass_by(running)
            self._rest_until_mono = self._desk.clock.mono() + _REST_S

    def _pass_by(self, running: Recording[Stretch]) -> None:
        """What is in a file is written once."""
        if running.last_serial is not None:
            self._serial = max(self._serial, running.last_serial)

    def _list(self, running: Recording[Stretch], film: Film) -> None:
        for noticed in self._lately.since(running.plan.boundary):
            if noticed.at < film.end:
                self._sum.add(noticed)
        segment = self._sum.written_into(
            Segment(
                id=running.id,
                camera=self._spool.camera,
                start=film.start,
                end=film.end,
                path=film.path.relative_to(self._desk.media).as_posix(),
                size_bytes=film.size_bytes,
                sha256=film.sha256,
            )
        )
        self._end = segment.end
        self._desk.keep(segment)
        gap, self._gap = self._gap, None
        if gap is not None and gap.end == running.plan.begin != segment.start > gap.start:
            # Where a stream lies in the time of day is told best in the end.
            self._desk.keep(replace(gap, end=segment.start))
        now_mono = self._desk.clock.mono()
        self._listed.append(_Listed(segment, self._sum, now_mono, now_mono))
        self._sum = Sum()

    def _note_missing(self, first: TimedPacket) -> None:
        """What lies between the last piece and this one should have been recorded, or not."""
        self._gap = None
        if self._end is None:
            return
        for since, until in self._spool.filming.due(self._end, first.at):
            if until - since >= _SHORTEST_GAP:
                self._gap = Unrecorded(self._spool.camera, since, until, self._why)
                self._desk.keep(self._gap)

    def _tell_late_news(self, *, last: bool = False) -> None:
        """The eye looks a little later than the recorder writes: what it saw is listed, too."""
        now_mono = self._desk.clock.mono()
        for listed in self._listed:
            if listed.sum.changed and (last or now_mono - listed.told_mono > _SETTLE_EVERY_S):
                listed.told_mono = now_mono
                listed.segment = listed.sum.written_into(listed.segment)
                self._desk.keep(listed.segment)
        self._listed = [one for one in self._listed if now_mono - one.since_mono < _SETTLED_S]
