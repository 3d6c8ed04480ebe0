"""Who was in view of each camera lately, and the faces of those who were there while somebody spoke.

The ear notes who is there and whether anybody speaks, the eye adds faces, the scribe asks.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from omnisight_desktop.core.frame import Image

_REMEMBERED = timedelta(seconds=90)  # for so long
_AROUND = timedelta(seconds=0.5)  # who comes or goes so close to a word may have said it
_MOST_FACES = 240  # of one camera; each is some tens of kilobytes


@dataclass(frozen=True, slots=True, eq=False)
class Glimpse:
    """The face of somebody in view, small, at a moment at which somebody spoke."""

    track: str
    at: datetime
    face: Image = field(repr=False)
    height_px: float  # of the face as the camera saw it


class Company:
    """Written by the ear and the eye, read by the scribe."""

    def __init__(self) -> None:
        self._seen: dict[str, deque[tuple[datetime, tuple[str, ...]]]] = {}
        self._faces: dict[str, deque[Glimpse]] = {}
        self._speaking: dict[str, bool] = {}
        self._lock = threading.Lock()  # of the faces: three take and give

    def note(self, camera: str, at: datetime, tracks: tuple[str, ...]) -> None:
        """These were in view at a moment. Faces that nobody asked for are let go in time, too."""
        seen = self._seen.setdefault(camera, deque())
        seen.append((at, tracks))
        while seen and at - seen[0][0] > _REMEMBERED:
            seen.popleft()
        self._drop(camera, at - _REMEMBERED)

    def speaks(self, camera: str, *, anybody: bool) -> None:
        """Whether anybody is to be heard there just now."""
        self._speaking[camera] = anybody

    def speaking(self, camera: str) -> bool:
        """Whether it is worth while to look at faces there."""
        return self._speaking.get(camera, False)

    def see(self, camera: str, glimpse: Glimpse) -> None:
        """A face that was seen while somebody spoke."""
        with self._lock:
            self._faces.setdefault(camera, deque(maxlen=_MOST_FACES)).append(glimpse)

    def during(self, camera: str, start: datetime, end: datetime) -> tuple[str, ...]:
        """Everybody who was in view at some time of a stretch, or right before or after it."""
        begin, over = start - _AROUND, end + _AROUND
        found: dict[str, None] = {}
        for at, tracks in tuple(self._seen.get(camera, ())):
            if begin <= at <= over:
                found |= dict.fromkeys(tracks)
        return tuple(found)

    def faces(self, camera: str, start: datetime, end: datetime) -> tuple[Glimpse, ...]:
        """The faces that were seen in a stretch; none of them is remembered any longer."""
        with self._lock:
            kept = tuple(self._faces.get(camera, ()))
        self._drop(camera, end)
        return tuple(one for one in kept if start <= one.at <= end + _AROUND)

    def _drop(self, camera: str, until: datetime) -> None:
        with self._lock:
            kept = self._faces.get(camera)
            while kept and kept[0].at <= until:
                kept.popleft()
