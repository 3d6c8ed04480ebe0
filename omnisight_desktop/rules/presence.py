"""Somebody or something appeared: one event per track, closed when the track ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.track import Track, TrackState


class Presence:
    """Judges the tracks of one camera."""

    def __init__(self, camera: str) -> None:
        self._camera = camera
        self._ids = IdSource("E")
        self._open: dict[str, Event] = {}

    def judge(self, tracks: tuple[Track, ...], at: datetime) -> tuple[Event, ...]:
        """What these tracks mean: events that begin, and events that end, as their newest record."""
        news: list[Event] = []
        for track in tracks:
            known = self._open.get(track.id)
            if track.state is TrackState.ACTIVE and known is None:
                known = self._open[track.id] = self._appeared(track, at)
                news.append(known)
            elif track.state is TrackState.ENDED and known is not None:
                del self._open[track.id]
                news.append(replace(known, end=at))
        return tuple(news)

    def close(self, at: datetime) -> tuple[Event, ...]:
        """End what is still open, because nobody watches any more."""
        ended = tuple(replace(event, end=max(at, event.start)) for event in self._open.values())
        self._open.clear()
        return ended

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
