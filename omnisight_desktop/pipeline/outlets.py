"""Where a scene goes once it is known: memory, the recorder, and whoever looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackPath, TrackState
from omnisight_desktop.pipeline.recorder import RecordOrder

_MOST_POINTS = 6000  # of one path; a longer one keeps every second point


@dataclass(slots=True)
class _Trace:
    """The path of one track so far."""

    since: datetime
    label: str
    believed: bool = False
    offsets_ms: list[int] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)


class Outlets:
    """The outlets of one camera."""

    def __init__(
        self,
        camera: str,
        ring: PacketRing,
        keep: Callable[[Event | TrackPath], object],
        record: Callable[[RecordOrder], object],
    ) -> None:
        self._camera = camera
        self._ring = ring
        self._keep = keep
        self._record = record
        self._traces: dict[str, _Trace] = {}

    def take(self, scene: Scene) -> None:
        """Hand a scene on to everybody who keeps something of it."""
        for track in scene.tracks:
            self._follow(track, scene)
        self.take_events(scene.events)

    def take_events(self, events: tuple[Event, ...]) -> None:
        """Remember events and have them filmed."""
        for event in events:
            self._keep(event)
            self._record(RecordOrder(event, self._ring))

    def close(self) -> None:
        """Remember the paths of tracks that are still open."""
        for track_id in list(self._traces):
            self._finish(track_id)

    def _follow(self, track: Track, scene: Scene) -> None:
        trace = self._traces.setdefault(track.id, _Trace(track.since, track.label))
        trace.believed |= track.state is TrackState.ACTIVE
        if track.state is TrackState.ENDED:
            self._finish(track.id)
            return
        if track.state is TrackState.LOST:
            return  # nobody saw it there; the path holds sightings only
        width, height = scene.size
        x1, y1, x2, y2 = track.box
        trace.offsets_ms.append((scene.at - track.since) // timedelta(milliseconds=1))
        trace.boxes.append((x1 / width, y1 / height, x2 / width, y2 / height))
        if len(trace.boxes) > _MOST_POINTS:
            del trace.offsets_ms[1::2], trace.boxes[1::2]

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
                offsets_ms=np.asarray(trace.offsets_ms, np.int64),
                boxes=np.clip(np.asarray(trace.boxes, np.float32).reshape(-1, 4), 0, 1),
            )
        )
