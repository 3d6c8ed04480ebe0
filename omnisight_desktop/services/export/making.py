"""Has films made in a process of its own, and says how far they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from omnisight_desktop.core.errors import Cancelled
from omnisight_desktop.flow.process import Child
from omnisight_desktop.pipeline.film.order import Along, Cut, FilmMade, FilmOrder
from omnisight_desktop.services.export.footage import Piece
from omnisight_desktop.services.playback import Tell
from omnisight_desktop.storage.file import faults_in_words

_FILM = "omnisight_desktop.pipeline.film.work:begin"
_BLOCK = 1 << 20
_ROUND_S = 0.3
_PATIENCE_S = 120.0  # for one round, however busy the machine is
#: What is left to be done once all films are made: sums, a seal, names.
_AFTERWARDS = 0.05


@dataclass(slots=True)
class Course:
    """How far an export is; stops it where nobody wants it any more."""

    tell: Tell
    footage_s: float
    done_s: float = 0.0
    size_bytes: int = 0  # to be read once all films are made
    read_bytes: int = 0

    def reach(self, beyond_s: float = 0.0) -> None:
        """So many seconds of footage are done, and some beyond those."""
        share = min(1.0, (self.done_s + beyond_s) / max(self.footage_s, 1e-9))
        self._tell((1 - _AFTERWARDS) * share)

    def count(self, size: int) -> None:
        """So many bytes more were read."""
        self.read_bytes += size
        share = min(1.0, self.read_bytes / max(1, self.size_bytes))
        self._tell(1 - _AFTERWARDS + _AFTERWARDS * share)

    def sum_of(self, path: Path) -> str:
        """The SHA-256 of a file, which is among what is to be read."""
        digest = hashlib.sha256()
        with faults_in_words(path), path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                self.count(len(block))
        return digest.hexdigest()

    def _tell(self, share: float) -> None:
        # All of it is done only once it is in its place.
        if not self.tell(min(0.999, share)):
            raise Cancelled("The export was stopped; nothing is left behind.")


def length_s(cut: Cut) -> float:
    """How many seconds are wanted of a file."""
    return max(0.0, (cut.until - cut.since).total_seconds())


def films_of(
    order: FilmOrder, pieces: tuple[Piece, ...], work: Path, course: Course
) -> Iterator[tuple[Path, FilmMade, tuple[Piece, ...]]]:
    """The films that an order comes to, and what they are made of.

    It is one film, and another one wherever the stream of the camera became a different one.
    """
    while order.cuts:
        number = sum(1 for _ in work.iterdir())
        target = work / f"film-{number}"
        made = _made(order, target, course)
        used = max(1, made.used)
        course.done_s += sum(length_s(cut) for cut in order.cuts[:used])
        course.reach()
        yield target, made, pieces[:used]
        order, pieces = replace(order, cuts=order.cuts[used:]), pieces[used:]


def _made(order: FilmOrder, target: Path, course: Course) -> FilmMade:
    child: Child[float, Along] = Child("export", _FILM, arguments=(order, target), quiet=True)
    try:
        while True:
            along = child.ask(_ROUND_S, _PATIENCE_S)
            if along.made is not None:
                return along.made
            course.reach(along.done_s)
    finally:
        child.stop()
