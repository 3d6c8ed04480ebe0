"""Who was enrolled, and what became of each photograph."""

from __future__ import annotations

from dataclasses import dataclass

from omnisight_desktop.core.face import Face
from omnisight_desktop.core.identity import Person


@dataclass(frozen=True, slots=True)
class Photo:
    """What became of one photograph."""

    file: str
    reason: str = ""
    quality: float | None = None
    face: Face | None = None

    @property
    def taken(self) -> bool:
        """Whether somebody is recognised by it from now on."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Who was enrolled, and what became of each photograph."""

    person: Person
    photos: tuple[Photo, ...]
