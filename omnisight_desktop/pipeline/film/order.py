"""What a film is to be made of, and what came of it: plain values that go from process to process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from omnisight_desktop.pipeline.film.trail import Trail


@dataclass(frozen=True, slots=True)
class Cut:
    """A recorded file whose first picture was made at ``start``, and what of it is wanted."""

    path: Path
    start: datetime
    since: datetime
    until: datetime

    @property
    def since_s(self) -> float:
        """From which second of the file on."""
        return (self.since - self.start).total_seconds()

    @property
    def until_s(self) -> float:
        """Up to which second of the file."""
        return (self.until - self.start).total_seconds()


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn into the pictures; ``place`` is the name of the camera, beside the time."""

    boxes: bool = False
    names: bool = False
    time: bool = False
    place: str = ""

    def __bool__(self) -> bool:
        return self.boxes or self.names or self.time


@dataclass(frozen=True, slots=True)
class Veil:
    """Who is made unrecognisable; with ``everything`` it is all that does not belong to who is kept."""

    hidden: tuple[Trail, ...]
    kept: tuple[Trail, ...] = ()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class FilmOrder:
    """A film of one camera; its cuts are in their order and do not overlap."""

    cuts: tuple[Cut, ...]
    marks: Marks = Marks()
    marked: tuple[Trail, ...] = ()
    veil: Veil | None = None
    sound: bool = True

    @property
    def drawn(self) -> bool:
        """Whether pictures are changed, which takes decoding and encoding them."""
        return bool(self.marks) or self.veil is not None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a film in which time goes on without a break."""

    at_s: float  # where it begins in the film
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Lost:
    """A file that could not be shown, or not to its end, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class FilmMade:
    """What came of an order."""

    stretches: tuple[Stretch, ...]
    lost: tuple[Lost, ...]
    used: int  # so many cuts are done with; those that follow are another stream, for another file
    silent: bool  # sound that there was could not be taken along
    matroska: bool  # MP4 has no place for what the camera sends


@dataclass(frozen=True, slots=True)
class Along:
    """How far the work is, and what came of it once it is done."""

    done_s: float  # seconds of footage
    made: FilmMade | None = None
