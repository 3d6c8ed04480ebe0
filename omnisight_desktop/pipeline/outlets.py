"""Where a scene goes once it is known: memory, the recorder, and whoever looks."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.counting import LineCount
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.face import Face, Sighting
from omnisight_desktop.core.gesture import EventPoses
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackPath, TrackState
from omnisight_desktop.pipeline.portrait import PictureOrder, Portraits

_MOST_POINTS = 6000  # of one path; a longer one keeps every second point

#: What follows from an appearance is in its clip already, or shows nothing that was not there before.
_UNFILMED = (
    EventType.LEFT,
    EventType.STATIONARY,
    EventType.CAMERA_DOWN,
    EventType.CAMERA_UP,
    EventType.RECOGNISED,
    EventType.NEWCOMER,
)


@dataclass(slots=True)
class _Trace:
    """The path of one track so far."""

    since: datetime
    label: str
    believed: bool = False
    person: str | None = None
    score: float = 0.0  # how certain the detector ever was
    offsets_ms: array[int] = field(default_factory=lambda: array("q"))
    edges: array[float] = field(default_factory=lambda: array("f"))  # four of each box

    @property
    def boxes(self) -> NDArray[np.float32]:
        """Where it was, as 0..1."""
        return np.array(self.edges, np.float32).reshape(-1, 4)

    def add(self, offset_ms: int, box: tuple[float, float, float, float]) -> None:
        """It was seen once more. Something that stands there for days has as many points in the end."""
        self.offsets_ms.append(offset_ms)
        self.edges.extend(box)
        if len(self.offsets_ms) > _MOST_POINTS:
            self.offsets_ms = self.offsets_ms[::2]
            self.edges = array("f", self.boxes[::2].tobytes())


class Outlets:
    """The outlets of one camera."""

    def __init__(
        self,
        camera: str,
        keep: Callable[
            [Event | TrackPath | EventPoses | LineCount | Person | Face | Sighting], object
        ],
        record: Callable[[Event], object],
        portray: Callable[[PictureOrder], object] = lambda _: None,
    ) -> None:
        self._camera = camera
        self._keep = keep
        self._record = record
        self._portray = portray
        self._portraits = Portraits(camera)
        self._traces: dict[str, _Trace] = {}

    def take(self, scene: Scene) -> None:
        """Hand a scene on to everybody who keeps something of it."""
        for track in scene.tracks:
            self._follow(track, scene)
        for order in self._portraits.take(scene):
            self._portray(order)
        self.learn(scene.learnt)
        self.take_moves(scene)

    def take_moves(self, scene: Scene) -> None:
        """Hand on what happened in a scene of which the tracks are known already."""
        self.take_events(scene.events, scene.unfilmed, scene.moves)

    def learn(self, values: tuple[Person | Face | Sighting, ...]) -> None:
        """Remember what was found out about people."""
        for value in values:
            self._keep(value)

    def take_events(
        self,
        events: tuple[Event, ...],
        unfilmed: frozenset[str] = frozenset(),
        moves: tuple[EventPoses, ...] = (),
    ) -> None:
        """Remember events and have those filmed of which there is something to see."""
        for poses in moves:
            self._keep(poses)
        for event in events:
            self._keep(event)
            if event.type not in _UNFILMED and event.id not in unfilmed:
                self._record(event)

    def remember(self, events: tuple[Event, ...]) -> None:
        """Remember events of which there is nothing to be filmed."""
        for event in events:
            self._keep(event)

    def count(self, counts: tuple[LineCount, ...]) -> None:
        """Remember how often lines were crossed."""
        for one in counts:
            self._keep(one)

    def close(self) -> None:
        """Remember the paths of tracks that are still open."""
        for track_id in list(self._traces):
            self._finish(track_id)
        for order in self._portraits.close():
            self._portray(order)

    def _follow(self, track: Track, scene: Scene) -> None:
        trace = self._traces.setdefault(track.id, _Trace(track.since, track.label))
        trace.believed |= track.state is TrackState.ACTIVE
        # Whoever was taken for them, or was forgotten meanwhile, is not the one who went there.
        trace.person = track.identity.person if track.identity is not None else None
        if track.state is TrackState.ENDED:
            self._finish(track.id)
            return
        if track.state is TrackState.LOST:
            return  # nobody saw it there; the path holds sightings only
        trace.score = max(trace.score, track.score)
        width, height = scene.size
        x1, y1, x2, y2 = track.box
        offset_ms = (scene.at - track.since) // timedelta(milliseconds=1)
        trace.add(offset_ms, (x1 / width, y1 / height, x2 / width, y2 / height))

    def _finish(self, track_id: str) -> None:
        trace = self._traces.pop(track_id)
        if not trace.believed:
            return
        self._keep(
            TrackPath(
                track=track_id,
                camera=self._camera,
                label=trace.label,
                start=trace.since,
                offsets_ms=np.array(trace.offsets_ms, np.int64),
                boxes=np.clip(trace.boxes, 0, 1),
                person=trace.person,
                score=round(float(trace.score), 3),
            )
        )
