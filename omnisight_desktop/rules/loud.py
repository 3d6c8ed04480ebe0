"""Loud noises as events: a dog that barks ten times is one story, and one alert."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.ports.hearing import Loud


class LoudJudge:
    """Judges what is heard at one camera. What follows within ``join_s`` of a noise belongs to it,
    up to ``longest_s`` after the first."""

    def __init__(self, camera: str, *, join_s: float = 60.0, longest_s: float = 30 * 60.0) -> None:
        self._camera = camera
        self._join = timedelta(seconds=join_s)
        self._longest = timedelta(seconds=longest_s)
        self._ids = IdSource("E")
        self._open: Event | None = None
        self._story: Event | None = None  # the first event of the story that runs
        self._heard_until: datetime | None = None

    def judge(self, louds: Iterable[Loud]) -> tuple[Event, ...]:
        """Events that begin, and events that end, as their newest record."""
        news: list[Event] = []
        for loud in louds:
            event = self._open
            if event is None or event.start != loud.start:
                news += self.close()
                event = self._begin(loud)
            event = replace(event, text=_in_words(loud), end=loud.end)
            self._heard_until = loud.end or loud.start
            self._open = event if loud.end is None else None
            news.append(event)
        return tuple(news)

    def close(self, at: datetime | None = None) -> tuple[Event, ...]:
        """End what is still open, because nobody listens any more."""
        event, self._open = self._open, None
        if event is None:
            return ()
        self._heard_until = max(event.start, at or event.start)
        return (replace(event, end=self._heard_until),)

    def _begin(self, loud: Loud) -> Event:
        event_id = self._ids.next(to_ms(loud.start))
        story = self._story
        if story is None or not self._belongs(loud, story):
            story = None
        event = Event(
            event_id,
            self._camera,
            EventType.LOUD,
            loud.start,
            story=story.id if story else event_id,
        )
        self._story = story or event
        return event

    def _belongs(self, loud: Loud, story: Event) -> bool:
        # A clock that was set back must not let a story run on for hours.
        since_last = abs(loud.start - (self._heard_until or story.start))
        return since_last <= self._join and abs(loud.start - story.start) <= self._longest


def _in_words(loud: Loud) -> str:
    return f"{max(1, round(loud.above_db))} dB above the usual"
