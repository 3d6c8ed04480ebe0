"""What replay is asked for and what it shows: plain values between its workers and whoever looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from omnisight_desktop.core.frame import Image
from omnisight_desktop.pipeline.film.trail import Box, Trail
from omnisight_desktop.pipeline.replay.moved import Body, Moved


@dataclass(frozen=True, slots=True)
class Strip:
    """A recorded file, and the part of it that is shown: pieces that overlap are shown once."""

    path: Path
    start: datetime  # of its first picture
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """Somebody or something that was followed, and where."""

    track: str
    label: str
    name: str  # nothing where nobody knows it
    trail: Trail


@dataclass(frozen=True, slots=True)
class Marked:
    """A box around somebody; as 0..1 of the picture."""

    track: str
    label: str
    name: str
    box: Box
    known: bool = False  # by a name of their own


class Library(Protocol):
    """Knows what was recorded, and who was followed; asked by the workers, never by who looks."""

    def strips(self, camera: str, since: datetime, until: datetime) -> Sequence[Strip]:
        """What shows any of a stretch of time, oldest first, each moment once."""
        ...

    def next_start(self, camera: str, after: datetime) -> datetime | None:
        """When something is recorded again."""
        ...

    def last_end(self, camera: str, before: datetime) -> datetime | None:
        """Up to when something was recorded."""
        ...

    def followed(self, camera: str, since: datetime, until: datetime) -> Sequence[Followed]:
        """Who was there."""
        ...

    def moved(self, camera: str, since: datetime, until: datetime) -> Sequence[Moved]:
        """How people moved who made a gesture."""
        ...


@dataclass(frozen=True, slots=True)
class Course:
    """Which moment is wanted, and how time goes on from there; ``speed`` 0 stands still."""

    order: int  # each wish has a greater one
    at_s: float  # seconds since 1970
    since_mono: float
    speed: float = 0.0
    step: int = 0  # so many pictures further, or back

    def now_s(self, mono: float) -> float:
        """The moment that is wanted now."""
        return self.at_s + (mono - self.since_mono) * self.speed


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What a camera showed at the moment that was wanted; without an image nothing was recorded."""

    order: int
    camera: str
    wanted_s: float
    at_s: float | None = None
    until_s: float = 0.0  # as long as this stays true
    image: Image | None = None
    marked: tuple[Marked, ...] = ()
    bodies: tuple[Body, ...] = ()
    next_s: float | None = None  # where nothing is: when something is again, in the course of time
    trouble: str = ""


#: How wide pictures are wanted, in pixels.
Width = Callable[[], int]
