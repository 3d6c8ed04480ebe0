"""Says events in the language and the time of whoever asks."""

from __future__ import annotations

from datetime import datetime, tzinfo

from omnisight_desktop.chat.understanding.language import LANGUAGES, Language, language
from omnisight_desktop.chat.understanding.query import Query
from omnisight_desktop.core.event import Event, EventType
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

    def __init__(
        self, names: Names, now: datetime, zone: tzinfo, spoken: Language | None = None
    ) -> None:
        self.names = names
        self.zone = zone
        self.spoken = spoken or language(LANGUAGES[0])
        self._now = now.astimezone(zone)

    def say(self, what: str, /, **told: object) -> str:
        """A sentence in the language that is spoken."""
        return self.spoken.say(what, **{key: str(value) for key, value in told.items()})

    def over(self, query: Query) -> str:
        """The time that was asked for, as it was said."""
        return f" {query.span.words}" if query.span else ""

    def who(self, event: Event) -> str:
        """Whom or what an event is about."""
        if event.person:
            return self.names.people.get(event.person, event.person)
        if event.type == EventType.LOUD:
            return self.say("told_noise")
        thing = event.label or event.type.replace("_", " ")
        return self.spoken.one(thing) if event.label else thing

    def where(self, event: Event) -> str:
        """The camera's name."""
        return self.names.cameras.get(event.camera, event.camera)

    def when(self, event: Event) -> str:
        """The time as people say it."""
        local = event.start.astimezone(self.zone)
        days, time = (self._now.date() - local.date()).days, f"{local:%H:%M}"
        if days == 0:
            return self.say("told_at", time=time)
        if days == _DAYS:
            return self.say("told_yesterday", time=time)
        month = self._month(local)
        return self.say("told_day", day=local.day, month=month, year=local.year, time=time)

    def whole(self, event: Event) -> str:
        """Who, where and when, and what was said or noted."""
        camera, when = self.where(event), self.when(event)
        if event.type == EventType.CAMERA_DOWN:
            what = self.say("told_down", camera=camera, when=when)
        elif event.type == EventType.CAMERA_UP:
            what = self.say("told_back", camera=camera, when=when)
        else:
            what = self.say("told_seen", who=self.who(event), camera=camera, when=when)
        return what + self._details(event)

    def story(self, story: Story) -> str:
        """A visit as a whole: its first event, and how many came."""
        more = story.seen - 1
        return self.whole(story.first) + (self.say("told_together", count=more) if more else "")

    def until(self, event: Event) -> str:
        """Until when somebody was there, where they stayed for a while."""
        if event.end is None or (event.end - event.start).total_seconds() < _LONG_S:
            return ""
        local, time = event.end.astimezone(self.zone), f"{event.end.astimezone(self.zone):%H:%M}"
        if local.date() == event.start.astimezone(self.zone).date():
            return self.say("told_until", time=time)
        return self.say("told_until_day", day=local.day, month=self._month(local), time=time)

    def spelled(self, seconds: float) -> str:
        """A length of time in words."""
        whole = round(seconds)
        if whole < _LONG_S:
            return self.say("told_seconds", s=whole)
        hours, minutes = divmod(whole // 60, 60)
        if not hours:
            return self.say("told_minutes", min=minutes)
        return self.say("told_hours", h=hours, min=minutes)

    def _month(self, local: datetime) -> str:
        return str(self.spoken.data["calendar"]["month_names"][local.month - 1])

    def _lasted(self, event: Event) -> str:
        if event.end is None:
            return self.say("told_still")
        length = self.spelled((event.end - event.start).total_seconds())
        return self.say("told_lasted", length=length)

    def _details(self, event: Event) -> str:
        if event.type not in _NOTED:
            return f' ("{event.text}")' if event.text else ""
        parts = [(event.text or "").rstrip(".")]
        if event.type in (EventType.STATIONARY, EventType.CAMERA_DOWN):
            parts.append(self._lasted(event))
        return f" ({', '.join(filter(None, parts))})" if any(parts) else ""
