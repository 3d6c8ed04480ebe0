"""Learning from mistakes: what was marked as no person makes the detector more careful at that place.

Marks hold at once, in the program that watches as in an analysis; they are forgotten after a time, and
can be taken back.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.errors import NotFound, StorageError, UsageError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.geometry import Boxes, normalised
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.mistake import Mistake
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.perception.detect.mistaken import Mistaken, floor_over, places_of
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.services.shape import Names, written
from omnisight_desktop.storage.events import EventArchive
from omnisight_desktop.storage.mistakes import MistakeArchive
from omnisight_desktop.storage.tracks import TrackArchive

log = logging.getLogger(__name__)

_TRY_AGAIN = timedelta(seconds=5)
_FOR_EVER = datetime.max.replace(tzinfo=UTC)

#: The newest thing known of a camera's picture, where it is watched just now.
Seen = Callable[[str], Scene | None]


@dataclass(frozen=True, slots=True)
class Archives:
    """Where is read what happened, where it was, and what was marked."""

    marks: MistakeArchive
    events: EventArchive
    tracks: TrackArchive


@dataclass(frozen=True, slots=True)
class _Known:
    """What counts as a mistake at one camera, and until when that is so."""

    mistaken: Mistaken
    until: datetime


@dataclass(frozen=True, slots=True)
class _Trace:
    """What is known of something that was followed."""

    camera: str
    track: str
    labels: frozenset[str]
    boxes: Boxes  # as 0..1
    most: float | None  # certainty
    told: tuple[float, ...]


class Mistakes:
    """The marks of one installation. Any thread may ask."""

    def __init__(self, archives: Archives, keeper: Keeper, clock: Clock, days: int) -> None:
        self._archives = archives
        self._keeper = keeper
        self._clock = clock
        self._lasting = timedelta(days=days)
        self._ids = IdSource("M")
        self._changing = threading.Lock()
        self._known: Mapping[str, _Known] = {}
        self._changes = 0
        self._owner: Callable[[str, Any], Any] | None = None
        self._seen: Seen = lambda _: None

    def through(self, owner: Callable[[str, Any], Any]) -> None:
        """Have the program that owns the data folder do what is to be done."""
        self._owner = owner

    def look_at(self, seen: Seen) -> None:
        """Who is there just now has no stored way yet: ask those who watch."""
        self._seen = seen

    def all(self, camera: str | None = None) -> list[Mistake]:
        """Every mark, of one camera or of all, the newest first; those that are forgotten as well."""
        return self._archives.marks.all(camera)

    def in_force(self, mark: Mistake) -> bool:
        """Whether it still makes a difference."""
        return mark.until > self._clock.now()

    def mark(self, what: str, label: str) -> Mistake:
        """Say that an event, or a track, was not what it was taken for."""
        if self._owner is not None:
            return _heard(self._owner("mistakes.mark", {"what": what, "label": label}))
        trace = self._trace_of(what)
        if label not in trace.labels:
            taken = " and a ".join(sorted(trace.labels)) or "thing without a name"
            raise UsageError(
                f"'{what}' was taken for a {taken}, not for a {label}.",
                fix=f"Write --not {min(trace.labels, default=label)}.",
            )
        now = self._clock.now()
        with self._changing:
            mark = Mistake(
                id=self._ids.next(to_ms(now)),
                camera=trace.camera,
                label=label,
                track=trace.track,
                places=places_of(trace.boxes),
                floor=floor_over(trace.most, trace.told),
                marked=now,
                until=now + self._lasting,
            )
            self._drop([one for one in self.all(trace.camera) if one.track == trace.track])
            self._keeper.commit(mark)
            self._changed()
        return mark

    def unmark(self, what: str) -> list[Mistake]:
        """Take back the marks of an event or a track, or the mark of that id; those that were."""
        if self._owner is not None:
            return [_heard(one) for one in self._owner("mistakes.unmark", {"what": what})]
        with self._changing:
            event = self._archives.events.get(what)
            track = event.track if event is not None else what
            found = [one for one in self.all() if track == one.track or what == one.id]
            if not found:
                raise NotFound(
                    f"Nothing is marked by '{what}'.", fix="See 'omnisight events marks'."
                )
            self._drop(found)
            self._changed()
        return found

    def of(self, camera: str) -> Callable[[], Mistaken]:
        """What counts as a mistake at a camera whenever it is asked, for whoever looks."""

        def now() -> Mistaken:
            known = self._known.get(camera)
            if known is None or known.until <= self._clock.now():
                known = self._load(camera, known)
            return known.mistaken

        return now

    def answer_mark(self, told: Any) -> dict[str, Any]:
        """What another program wants marked."""
        return mark_json(self.mark(str(told["what"]), str(told["label"])))

    def answer_unmark(self, told: Any) -> list[dict[str, Any]]:
        """What another program wants taken back."""
        return [mark_json(one) for one in self.unmark(str(told["what"]))]

    def _load(self, camera: str, before: _Known | None) -> _Known:
        """Read what is in force; where that cannot be read just now, what was holds a little longer.

        Nobody is waited for: who looks must not stand still because somebody marks.
        """
        changes = self._changes
        try:
            marks = [one for one in self.all(camera) if self.in_force(one)]
            known = _Known(Mistaken.of(marks), min((m.until for m in marks), default=_FOR_EVER))
        except StorageError as error:
            log.warning("the marks of %s cannot be read: %s", camera, error)
            held = before.mistaken if before is not None else Mistaken()
            known = _Known(held, self._clock.now() + _TRY_AGAIN)
        self._known = {**self._known, camera: known}
        if changes != self._changes:
            self._known = {}
        return known

    def _changed(self) -> None:
        self._changes += 1
        self._known = {}

    def _drop(self, marks: Sequence[Mistake]) -> None:
        if marks:
            self._keeper.erase("mistake", [one.id for one in marks])

    def _trace_of(self, what: str) -> _Trace:
        event = self._archives.events.get(what)
        if event is not None and event.track is None:
            raise UsageError(
                f"Nothing was followed in the event '{what}', so there is no place to learn.",
                fix="Mark an event of somebody who appeared; see 'omnisight events list'.",
            )
        track = event.track if event is not None and event.track else what
        events = self._archives.events.of_track(track)
        path = self._archives.tracks.get(track)
        told = tuple(one.score for one in events if one.score is not None)
        labels = frozenset(one.label for one in events if one.label)
        if path is not None and len(path):
            labels |= {path.label}
            return _Trace(path.camera, track, labels, path.boxes, path.score, told)
        if not events:
            raise NotFound(
                f"There is no event or track '{what}'.", fix="See 'omnisight events list'."
            )
        return self._live(events, told, labels)

    def _live(
        self, events: Sequence[Event], told: tuple[float, ...], labels: frozenset[str]
    ) -> _Trace:
        """Where somebody is who is still there."""
        camera, track = events[0].camera, str(events[0].track)
        scene = self._seen(camera)
        there = next((one for one in scene.tracks if one.id == track), None) if scene else None
        if scene is None or there is None:
            raise UsageError(
                "Where that was is not stored.",
                fix="Mark an event that is over, or one that was not imported.",
            )
        boxes = normalised(np.asarray([there.box], np.float32), *scene.size)
        return _Trace(camera, track, labels | {there.label}, boxes, None, (*told, there.score))


def mark_json(mark: Mistake, names: Names | None = None) -> dict[str, Any]:
    """A mark in the shape that programs rely on."""
    known = names.cameras if names is not None else {}
    return {
        "id": mark.id,
        "camera": known.get(mark.camera, mark.camera),
        "not": mark.label,
        "track": mark.track,
        "places": [list(place) for place in mark.places],
        "floor": mark.floor,
        "marked": written(mark.marked),
        "until": written(mark.until),
    }


def _heard(told: Any) -> Mistake:
    """A mark as another program told it."""
    return Mistake(
        id=told["id"],
        camera=told["camera"],
        label=told["not"],
        track=told["track"],
        places=tuple((a, b, c, d) for a, b, c, d in told["places"]),
        floor=told["floor"],
        marked=datetime.fromisoformat(told["marked"]),
        until=datetime.fromisoformat(told["until"]),
    )
