"""Somebody or something appeared: one event per track, closed when the track ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.track import Track, TrackState


class Presence:
    """Judges the tracks of one camera. An event ends when its track was last seen, not when it was
    given up."""

    def __init__(self, camera: str) -> None:
        self._camera = camera
        self._ids = IdSource("E")
        self._open: dict[str, Event] = {}
        self._seen: dict[str, datetime] = {}

    def judge(self, tracks: tuple[Track, ...], at: datetime) -> tuple[Event, ...]:
        """What these tracks mean: events that begin, and events that end, as their newest record."""
        news: list[Event] = []
        for track in tracks:
            if track.state is TrackState.ACTIVE and track.id not in self._open:
                self._open[track.id] = self._appeared(track, at)
                news.append(self._open[track.id])
            if track.id in self._open:
                self._seen[track.id] = track.last_seen
                if track.state is TrackState.ENDED:
                    news.append(self._ended(track.id))
        return tuple(news)

    def close(self) -> tuple[Event, ...]:
        """End what is still open, because nobody watches any more."""
        return tuple(self._ended(track) for track in list(self._open))

    def _ended(self, track: str) -> Event:
        event = self._open.pop(track)
        return replace(event, end=max(event.start, self._seen.pop(track)))

    def _appeared(self, track: Track, at: datetime) -> Event:
        return Event(
            id=self._ids.next(to_ms(at)),
            camera=self._camera,
            type=EventType.APPEARED,
            start=track.since,
            label=track.label,
            person=track.identity.person if track.identity else None,
            track=track.id,
            score=round(track.score, 3),
        )
