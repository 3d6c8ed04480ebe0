"""Everything known about one frame once it has walked the pipeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from omnisight_desktop.core.event import Event
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.track import Track


@dataclass(frozen=True, slots=True)
class Scene:
    """What the eye made of one frame. Without its picture it is small and can be pickled."""

    camera: str
    index: int
    at: datetime
    size: tuple[int, int]
    tracks: tuple[Track, ...]
    events: tuple[Event, ...] = ()
    picture: Picture | None = None

    def without_picture(self) -> Scene:
        """The same knowledge, without the pixels."""
        return replace(self, picture=None)
