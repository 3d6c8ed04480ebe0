"""Makes a film, step by step. It runs in a process of its own that steps back behind the cameras."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.pipeline.film.copying import Copying
from omnisight_desktop.pipeline.film.file import FilmFile
from omnisight_desktop.pipeline.film.order import Along, Cut, FilmMade, FilmOrder, Lost
from omnisight_desktop.pipeline.film.reading import Reading
from omnisight_desktop.pipeline.film.seam import met
from omnisight_desktop.pipeline.film.timeline import Timeline
from omnisight_desktop.pipeline.film.way import Way

#: The address of ``begin``, for the process that does the work.
TARGET = "omnisight_desktop.pipeline.film.work:begin"

_NICENESS = 10  # whoever watches the cameras goes first
_AHEAD = 20  # files that are looked into for sound
_CARD_S = 2.0  # how long a picture is shown that tells of a pause
_CLOCK = SystemClock()


def begin(order: FilmOrder, target: Path) -> Callable[[float], Along]:
    """Start a film; each call works for so many seconds and says how far it is."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    return FilmWork(order, target).work


class FilmWork:
    """A film on its way into a file. Nothing is left open once it is made or has failed."""

    def __init__(self, order: FilmOrder, target: Path) -> None:
        self._order = order
        self._target = target
        self._timeline = Timeline(_CARD_S if order.drawn else 0.0)
        self._file: FilmFile | None = None
        self._way: Way | None = None
        self._sound: tuple[str, int, int, bytes] | None = None
        self._silent = self._matroska = False
        self._cut: Cut | None = None
        self._begin_s = 0.0
        self._lost: list[Lost] = []
        self._done_s = 0.0
        self._made: FilmMade | None = None
        self._steps = self._run()

    def work(self, seconds: float) -> Along:
        """Go on for a while."""
        until = _CLOCK.mono() + seconds
        try:
            for _ in self._steps:
                if _CLOCK.mono() >= until:
                    break
        except BaseException:
            if self._file is not None:
                self._file.drop()
            raise
        return Along(self._done_s + self._begun_s(), self._made)

    def _run(self) -> Iterator[None]:
        used = 0
        cuts = self._order.cuts
        for number, planned in enumerate(cuts):
            cut = met(planned, cuts[number + 1]) if number + 1 < len(cuts) else planned
            self._begin_s, self._cut = self._timeline.end_s, cut
            try:
                with Reading(cut) as reading:
                    if not self._takes(reading):
                        break
                    assert self._way is not None
                    yield from self._way.take(reading)
            except SourceBroken as error:
                self._lost.append(Lost(cut.path, error.reason))
            used += 1
            self._done_s += _length_s(planned)
            self._cut = None
        self._finish(used)

    def _begun_s(self) -> float:
        """How much of the file that is at work is done."""
        if self._cut is None:
            return 0.0
        return min(_length_s(self._cut), max(0.0, self._timeline.end_s - self._begin_s))

    def _takes(self, reading: Reading) -> bool:
        """Whether a file can go into this film; the first one says what it is made of."""
        if self._file is None or self._way is None:
            self._open(reading)
            return True
        sound = reading.grain.sound if self._order.sound else None
        return self._way.fits(reading.grain) and (sound is None or sound == self._sound)

    def _open(self, first: Reading) -> None:
        order = self._order
        self._matroska = first.grain.matroska and not order.drawn
        self._file = FilmFile(self._target, matroska=self._matroska)
        self._way = self._way_of(first, self._file)
        if order.sound:
            self._add_sound()

    def _way_of(self, first: Reading, file: FilmFile) -> Way:
        if not self._order.drawn:
            return Copying(file, self._timeline, first)
        # Only here, for whoever copies packets needs nothing that looks at pictures.
        from omnisight_desktop.pipeline.film.drawing import Drawing

        return Drawing(file, self._timeline, first, self._order)

    def _add_sound(self) -> None:
        """A film has to know of its sound from the start, also where it comes a little later."""
        assert self._file is not None
        assert self._way is not None
        for cut in self._order.cuts[:_AHEAD]:
            with suppress(SourceBroken), Reading(cut) as reading:
                grain = reading.grain
                if not self._way.fits(grain):
                    return
                if grain.sound is not None:
                    self._sound = grain.sound
                    self._silent = not self._file.copy_sound(reading.sound)
                    return

    def _finish(self, used: int) -> None:
        stretches = self._timeline.stretches
        if self._file is not None:
            if stretches:
                self._file.close(stretches, self._timeline.end_s)
            else:
                self._file.drop()
        lost = tuple(self._lost)
        self._made = FilmMade(stretches, lost, used, self._silent, self._matroska)


def _length_s(cut: Cut) -> float:
    return max(0.0, (cut.until - cut.since).total_seconds())
