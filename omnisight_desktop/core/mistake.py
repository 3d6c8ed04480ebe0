"""What a detector took for something that it was not, as somebody said who knows the place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

#: A part of the picture, as 0..1 of its width and height: left, top, right, bottom.
Place = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mistake:
    """At these places of a camera's picture, what looks like ``label`` was none.

    From now on it takes more than ``floor`` of certainty there, until the mark is forgotten.
    """

    id: str
    camera: str
    label: str
    track: str
    places: tuple[Place, ...]
    floor: float
    marked: datetime
    until: datetime
