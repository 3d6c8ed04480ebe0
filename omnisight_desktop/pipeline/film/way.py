"""The way of a file into a film, and where it lies on the film's timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Protocol

from omnisight_desktop.pipeline.film.file import FilmFile
from omnisight_desktop.pipeline.film.reading import Grain, Reading
from omnisight_desktop.pipeline.film.timeline import Timeline


class Way(Protocol):
    """Brings files of one grain into a film."""

    def fits(self, grain: Grain) -> bool:
        """Whether a file can go into the same film as those before."""
        ...

    def take(self, reading: Reading) -> Iterator[None]:
        """Bring one file in, a packet a step."""
        ...


class Line:
    """One file on the timeline of a film."""

    def __init__(self, file: FilmFile, timeline: Timeline, reading: Reading) -> None:
        self.reading = reading
        self.begun = False
        self.first_s = self.shift_s = (
            0.0  # its first picture; from its seconds to those of the film
        )
        self._file, self._timeline = file, timeline
        self._early: list[Any] = []

    def moment(self, second: float) -> datetime:
        """The time of day of a second of the file."""
        return self.reading.cut.start + timedelta(seconds=second)

    def begin(self, first_s: float) -> None:
        """Its first picture goes in."""
        moment = self.moment(first_s)
        if self._timeline.end is None:
            self._file.begins(moment)
        self.begun, self.first_s = True, first_s
        self.shift_s = self._timeline.enter(moment) - first_s
        early, self._early = self._early, []
        for packet in early:
            self.hear(packet)

    def reach(self, end_s: float) -> None:
        """Its pictures are shown up to that second."""
        if end_s + self.shift_s > self._timeline.end_s:
            self._timeline.reach(end_s + self.shift_s, self.moment(end_s))

    def hear(self, packet: Any) -> None:
        """A piece of its sound; what comes before the first picture waits for it."""
        if not self.begun:
            self._early.append(packet)
            return
        at_s = self.reading.second_of(packet.pts, packet.stream)
        if at_s >= self.first_s:
            self._file.put_sound(packet, at_s + self.shift_s, self.reading.length_s(packet))
