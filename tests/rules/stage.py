"""A yard on which things come and go, followed as a good tracker would follow them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import numpy as np

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.track import Track, TrackPath, TrackState
from omnisight_desktop.rules.judge import Judge

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
SIZE = (1280, 720)
_CONFIRM = 3

Box = tuple[float, float, float, float]
Way = Callable[[float], Box | None]


def walking(x: float, per_s: float, y: float = 400, *, start: float = 0, end: float = 1e9) -> Way:
    """Somebody 60 wide and 180 high whose left side is at ``x`` when they come, cut at the edges."""

    def where(second: float) -> Box | None:
        if not start <= second < end:
            return None
        left = x + per_s * (second - start)
        x1, x2 = max(left, 0), min(left + 60, SIZE[0])
        return (x1, y, x2, y + 180) if x2 - x1 > 12 else None

    return where


def parked(x: float, y: float = 300, *, start: float = 0, end: float = 1e9) -> Way:
    """Something 240 wide and 120 high that only trembles as boxes do."""

    def where(second: float) -> Box | None:
        if not start <= second < end:
            return None
        shake = 3 * np.sin(second * 7)
        return x + shake, y, x + 240 + shake, y + 120

    return where


@dataclass
class _Actor:
    label: str
    way: Way
    hits: int = 0
    track: Track | None = None
    path: list[tuple[datetime, Box]] = field(default_factory=list)


@dataclass
class Yard:
    """One camera, its judge, and everything that was said about it."""

    judge: Judge = field(default_factory=lambda: Judge("yard"))
    lost_s: float = 2.0
    fps: float = 5.0
    began: datetime = NOON
    actors: dict[str, _Actor] = field(default_factory=dict)
    said: list[Event] = field(default_factory=list)
    second: float = 0.0

    def add(self, name: str, label: str, way: Way) -> None:
        self.actors[name] = _Actor(label, way)

    def run(self, seconds: float) -> list[Event]:
        """Let time pass; what was said meanwhile."""
        before = len(self.said)
        for _ in range(round(seconds * self.fps)):
            at = self.began + timedelta(seconds=self.second)
            tracks = [self._seen(name, actor, at) for name, actor in list(self.actors.items())]
            self.said += self.judge.judge(tuple(t for t in tracks if t), at, SIZE)
            self.second = round(self.second + 1 / self.fps, 6)
        return self.said[before:]

    def lose_camera(self) -> list[Event]:
        """The camera goes down: the tracker begins anew."""
        for actor in self.actors.values():
            actor.track, actor.hits = None, 0
        events = list(self.judge.close())
        self.said += events
        return events

    def events(self, *kinds: EventType) -> list[Event]:
        """The newest record of each event, in the order in which they began."""
        newest = {event.id: event for event in self.said}
        return [event for event in newest.values() if not kinds or event.type in kinds]

    def alerts(self) -> list[str | None]:
        """Labels of the events that are worth an alert."""
        return [event.label for event in self.events() if event.story == event.id]

    def paths(self) -> list[TrackPath]:
        """The paths as they would be stored."""
        return [_path(name, actor) for name, actor in self.actors.items() if actor.hits >= _CONFIRM]

    def _seen(self, name: str, actor: _Actor, at: datetime) -> Track | None:
        box, track = actor.way(self.second), actor.track
        if box is not None:
            actor.hits += 1
            actor.path.append((at, box))
            state = TrackState.ACTIVE if actor.hits >= _CONFIRM else TrackState.TENTATIVE
            since = track.since if track else at
            actor.track = Track(name, actor.label, box, 0.9, state, since, at)
        elif track is not None:
            gone_s = (at - track.last_seen).total_seconds()
            state = TrackState.ENDED if gone_s > self.lost_s else TrackState.LOST
            lost = replace(track, state=state)
            actor.track = None if state is TrackState.ENDED else lost
            return lost
        return actor.track


def _path(name: str, actor: _Actor) -> TrackPath:
    start = actor.path[0][0]
    offsets = [(at - start) // timedelta(milliseconds=1) for at, _ in actor.path]
    boxes = np.asarray([box for _, box in actor.path], np.float32)
    boxes /= np.asarray([*SIZE, *SIZE], np.float32)
    return TrackPath(name, "yard", actor.label, start, np.asarray(offsets, np.int64), boxes)
