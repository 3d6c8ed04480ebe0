"""The rules that a person made, at work over what a camera sees."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

import numpy as np

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.core.gesture import Made
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.follow import Spot
from omnisight_desktop.rules.hit import Counted, Hit
from omnisight_desktop.rules.machine import Machine
from omnisight_desktop.rules.measures import Measures
from omnisight_desktop.rules.reading import Reader, Sightings
from omnisight_desktop.rules.rule import Rulebook
from omnisight_desktop.rules.rulings import Lately, never

_SIGHTED = (TrackState.TENTATIVE, TrackState.ACTIVE)


class Engine:
    """Judges the tracks of one camera by its rulebook. Times come with the tracks; ``home`` is the
    time zone in which schedules are meant."""

    def __init__(
        self,
        book: Rulebook,
        *,
        home: tzinfo = UTC,
        measures: Measures | None = None,
        lately: Lately = never,
    ) -> None:
        self._book = book
        self._measures = measures or Measures()
        self._machine = Machine(book, self._measures, home, lately)
        self._reader: Reader | None = None
        self._watching = False
        self._wall_ms: int | None = None

    @property
    def counted(self) -> dict[str, Counted]:
        """How often lines were crossed since this began, by the id of the rule that counts them."""
        return self._machine.rulings.counted()

    @property
    def remembers(self) -> int:
        """How many tracks are kept in mind."""
        return len(self._machine.follows)

    def judge(
        self,
        tracks: tuple[Track, ...],
        at: datetime,
        size: tuple[float, float],
        made: tuple[Made, ...] = (),
    ) -> tuple[Hit, ...]:
        """What these tracks and their gestures set off, and what the time that has passed did.

        ``size`` is the picture's width and height in the tracks' own unit. To be called at each look,
        also when there is nobody.
        """
        self._pass(at)
        seen = sorted((t for t in tracks if t.state in _SIGHTED), key=lambda track: track.id)
        if seen:
            self._see(seen, size)
        self._recognise(tracks)
        self._gestured(made)
        return self._machine.rulings.take()

    def made(self, made: tuple[Made, ...], at: datetime) -> tuple[Hit, ...]:
        """What gestures set off that were noticed between two looks."""
        self._pass(at)
        self._gestured(made)
        return self._machine.rulings.take()

    def close(self, at: datetime | None = None) -> tuple[Hit, ...]:
        """Nobody watches any more, as from then. Counts and cool-downs go on when it is resumed."""
        if self._watching and at is not None:
            self._pass(at)
        self._machine.pause()
        self._watching = False
        return self._machine.rulings.take()

    def _recognise(self, tracks: tuple[Track, ...]) -> None:
        """Who somebody is may be known late, even when they are gone."""
        for track in tracks:
            follow = self._machine.follows.get(track.id)
            if track.identity is not None and follow is not None:
                self._machine.recognise(follow, track.identity)

    def _gestured(self, made: tuple[Made, ...]) -> None:
        machine = self._machine
        for one in made:
            follow = machine.follows.get(one.track)
            if follow is not None:
                since_ms = to_ms(one.start) + machine.rulings.shift_ms
                machine.gestured(follow, one, min(since_ms, machine.now_ms))

    def _pass(self, at: datetime) -> None:
        machine, wall_ms = self._machine, to_ms(at)
        if self._wall_ms is not None and wall_ms < self._wall_ms:
            # A clock that was set back costs no time, and what was running goes on.
            machine.rulings.shift_ms += self._wall_ms - wall_ms
        self._wall_ms = wall_ms
        now_ms = wall_ms + machine.rulings.shift_ms
        if self._watching:
            machine.advance(now_ms)
        else:
            machine.begin(now_ms)
            self._watching = True

    def _see(self, seen: list[Track], size: tuple[float, float]) -> None:
        machine = self._machine
        reader = self._reader_for(size[0] / size[1])
        places = np.asarray([track.box for track in seen], np.float64) / (*size, *size)
        boxes: Boxes = places.astype(np.float32)
        before, gaps_ms = boxes.copy(), np.full(len(seen), -1, np.int64)
        for row, track in enumerate(seen):
            known = machine.follows.get(track.id)
            if known is not None:
                before[row] = known.last.boxes[known.last.row]
                gaps_ms[row] = machine.now_ms - known.seen_ms
        readings = reader.read(Sightings(boxes, before, gaps_ms))
        for row, track in enumerate(seen):
            follow = machine.follows.get(track.id)
            if follow is None:
                follow = machine.meet(track.id, track.label, Spot(boxes, row))
            elif follow.label != track.label:
                machine.relabel(follow, track.label)
            follow.last.boxes, follow.last.row = boxes, row
            follow.believed |= track.state is TrackState.ACTIVE
            machine.see(follow, readings[row * reader.width : (row + 1) * reader.width])

    def _reader_for(self, aspect: float) -> Reader:
        if self._reader is None or aspect != self._machine.aspect:
            self._machine.aspect = aspect
            self._reader = Reader(self._book.zones, self._book.lines, aspect, self._measures)
        return self._reader
