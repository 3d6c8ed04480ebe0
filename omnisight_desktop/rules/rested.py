"""What stood where it was last seen: after a restart, the car that is still there is no news."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.rules.place import Box

_SAME_MOMENT = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Rested:
    """A thing, the visit that it belongs to, and where it stood, as 0..1 of the picture."""

    story: str
    label: str
    box: Box
    seen: datetime


def rested_in(events: Iterable[Event], paths: Iterable[TrackPath]) -> tuple[Rested, ...]:
    """The things of stored events and paths that stood until they were no longer watched."""
    stood = {
        event.track: event
        for event in sorted(events, key=lambda event: event.start)
        if event.type == EventType.STATIONARY and event.story is not None
    }
    found = []
    for path in paths:
        event = stood.get(path.track)
        if event is None or event.story is None or not len(path):
            continue
        seen = path.start + timedelta(milliseconds=int(path.offsets_ms[-1]))
        if event.end is None or abs(seen - event.end) <= _SAME_MOMENT:
            x1, y1, x2, y2 = path.boxes[-1].tolist()
            found.append(Rested(event.story, path.label, (x1, y1, x2, y2), seen))
    return tuple(found)
