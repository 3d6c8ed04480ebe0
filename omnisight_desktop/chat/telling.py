"""Says events in the user's words and time."""

from __future__ import annotations

from datetime import datetime, tzinfo

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.services.naming import one
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import Story

_DAYS = 1
_LONG_S = 60  # what lasted so long is said to have lasted

#: What the house noted itself, rather than heard somebody say.
_NOTED = (
    EventType.LEFT,
    EventType.STATIONARY,
    EventType.LOUD,
    EventType.CAMERA_DOWN,
    EventType.RULE,
)


class Teller:
    """Knows what cameras and people are called, what time it is and where."""

    def __init__(self, names: Names, now: datetime, zone: tzinfo) -> None:
        self._names = names
        self._now = now.astimezone(zone)
        self._zone = zone

    def who(self, event: Event) -> str:
        """Whom or what an event is about."""
        if event.person:
            return self._names.people.get(event.person, event.person)
        if event.type == EventType.LOUD:
            return "a loud noise"
        thing = event.label or event.type.replace("_", " ")
        return one(thing) if event.label else thing

    def where(self, event: Event) -> str:
        """The camera's name."""
        return self._names.cameras.get(event.camera, event.camera)

    def when(self, event: Event) -> str:
        """The time as people say it."""
        local = event.start.astimezone(self._zone)
        days = (self._now.date() - local.date()).days
        if days == 0:
            return f"at {local:%H:%M}"
        if days == _DAYS:
            return f"yesterday at {local:%H:%M}"
        return f"on {local.day} {local:%B} {local.year} at {local:%H:%M}"

    def whole(self, event: Event) -> str:
        """Who, where and when, and what was said or noted."""
        if event.type == EventType.CAMERA_DOWN:
            what = f"{self.where(event)} went offline {self.when(event)}"
        elif event.type == EventType.CAMERA_UP:
            what = f"{self.where(event)} was back {self.when(event)}"
        else:
            what = f"{self.who(event)} on {self.where(event)} {self.when(event)}"
        return what + self._details(event)

    def story(self, story: Story) -> str:
        """A visit as a whole: its first event, and how many came."""
        more = story.seen - 1
        together = f", with {more} more" if more else ""
        return self.whole(story.first) + together

    def until(self, event: Event) -> str:
        """Until when somebody was there, where they stayed for a while."""
        if event.end is None or (event.end - event.start).total_seconds() < _LONG_S:
            return ""
        local = event.end.astimezone(self._zone)
        same_day = local.date() == event.start.astimezone(self._zone).date()
        return f", until {local:%H:%M}" if same_day else f", until {local.day} {local:%B %H:%M}"

    def _details(self, event: Event) -> str:
        if event.type not in _NOTED:
            return f' ("{event.text}")' if event.text else ""
        parts = [(event.text or "").rstrip(".")]
        if event.type in (EventType.STATIONARY, EventType.CAMERA_DOWN):
            parts.append(_lasted(event))
        return f" ({', '.join(filter(None, parts))})" if any(parts) else ""


def spelled(seconds: float) -> str:
    """A length of time in words."""
    whole = round(seconds)
    if whole < _LONG_S:
        return f"{whole} s"
    minutes = whole // 60
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _lasted(event: Event) -> str:
    if event.end is None:
        return "still so"
    return f"for {spelled((event.end - event.start).total_seconds())}"
