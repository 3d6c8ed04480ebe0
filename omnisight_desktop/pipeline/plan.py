"""From when to when a clip goes: around its events, and no longer than they are worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ports.capture import TimedPacket

_POST_ROLL = timedelta(seconds=3)  # after an event, where the clip is not long already
BY_HAND = timedelta(minutes=10)  # as long as somebody may have it filmed in one piece
_LEAST_POST_ROLL = timedelta(seconds=1)  # after every event


@dataclass(frozen=True, slots=True)
class ClipLengths:
    """How a clip lies around its event. Lengths are those of the whole clip, pre-roll included."""

    pre_roll_s: float = 5.0
    min_s: float = 5.0
    max_s: float = 10.0  # unless the event itself goes on
    longest_s: float = 60.0  # however long it goes on, and however many events join


class ClipPlan:
    """The events of one clip, and from when to when they want it to go."""

    after: int | None = None  # a clip begins where its event wants it to

    def __init__(self, event: Event, lengths: ClipLengths, start: datetime) -> None:
        """``start`` is when the event began, or when there was room to record it at last."""
        self._lengths = lengths
        self.events: dict[str, Event] = {}
        self.open: set[str] = set()
        self.begin = start - timedelta(seconds=lengths.pre_roll_s)
        self._limit = max(
            self.begin + timedelta(seconds=max(lengths.longest_s, lengths.max_s)),
            start + timedelta(seconds=lengths.min_s),
        )
        self._ended = start
        self.join(event)

    def join(self, event: Event) -> None:
        """One more event, or newer word of one that is in it already."""
        self.events[event.id] = event
        if event.type == EventType.RECORDED:
            self._limit = max(self._limit, event.start + BY_HAND)
        if event.end is None:
            self.open.add(event.id)
        else:
            self.open.discard(event.id)
            self._ended = max(self._ended, event.end)

    def shift(self, by: timedelta) -> None:
        """The clock was set while it was filmed: what was planned lies elsewhere on it."""
        self.begin, self._limit, self._ended = self.begin + by, self._limit + by, self._ended + by

    def fits(self, event: Event) -> bool:
        """Whether there is room for an event; where not, it deserves a clip of its own."""
        wanted = event.start + timedelta(seconds=self._lengths.min_s)
        return max(wanted, event.end or wanted) <= self._limit

    def over(self, first: datetime, shown: datetime, coming: TimedPacket) -> bool:  # noqa: ARG002
        """Whether it is complete."""
        return shown >= self.until(first)

    def until(self, first: datetime | None) -> datetime:
        """When it may end, as far as is known now; ``first`` is the moment of its first picture."""
        if self.open:
            return self._limit
        begin = max(self.begin, first or self.begin)
        wished = min(self._ended + _POST_ROLL, begin + timedelta(seconds=self._lengths.max_s))
        least = begin + timedelta(seconds=self._lengths.min_s)
        return min(self._limit, max(self._ended + _LEAST_POST_ROLL, least, wished))
