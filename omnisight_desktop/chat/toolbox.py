"""The verbs of the house at a model's disposal, for one turn of a conversation.

Whatever a model asks for, names and times are resolved here, what comes back is fenced as data, and
each result gets a handle by which it may be cited. Nothing here changes anything.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.compose import compose
from omnisight_desktop.chat.evidence import Names as Called
from omnisight_desktop.chat.evidence import day_words, every_day
from omnisight_desktop.chat.fence import Fence
from omnisight_desktop.chat.lookup import sought
from omnisight_desktop.chat.present import present
from omnisight_desktop.chat.providers.port import Call, Result
from omnisight_desktop.chat.resolve import Resolver
from omnisight_desktop.chat.telling import Teller
from omnisight_desktop.chat.tools import LOOK_UPS, TOOLS
from omnisight_desktop.chat.understanding.language import language
from omnisight_desktop.chat.understanding.query import Ask, Known, Query, Span
from omnisight_desktop.chat.understanding.topics import Topic
from omnisight_desktop.chat.watch import Proposal, Wish, propose
from omnisight_desktop.core.camera import CameraStatus
from omnisight_desktop.core.errors import NotFound, OmniSightError, UsageError
from omnisight_desktop.core.event import Event
from omnisight_desktop.services.house import House
from omnisight_desktop.services.naming import several
from omnisight_desktop.services.searcher import Match
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.sight import Sight
from omnisight_desktop.storage.events import EventFilter

log = logging.getLogger(__name__)

_SHOWN = 30  # events of a result that are told one by one
_MOST_CALLS = 24
_LARGEST_PICTURE = 1_000_000
_A_WEEK, _A_DAY = timedelta(days=7), timedelta(hours=26)
_A_MOMENT = timedelta(seconds=1)
_CITED = 100  # so many events are cited at most, and there may be more
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_PARTS_OF_DAYS = ("morning", "afternoon", "evening", "night")
_ARGUMENTS = {tool.name: frozenset(tool.schema["properties"]) for tool in TOOLS}
_BREAKS = (ValueError, TypeError, KeyError, AttributeError, OverflowError)


@dataclass(frozen=True, slots=True)
class Around:
    """Where a turn of a conversation takes place."""

    house: House
    known: Known
    now: datetime
    zone: tzinfo
    statuses: Callable[[], list[CameraStatus]] | None = None  # none where nothing is watched
    #: What is in view; none where it is not asked as of now.
    sights: Callable[[], Sequence[Sight] | None] = lambda: None


@dataclass
class Toolbox:
    """What was looked up in this turn, by its handles: ``S1`` a search, ``E1`` an event."""

    around: Around
    fence: Fence = field(default_factory=Fence)
    events: dict[str, str] = field(default_factory=dict)  # handle: id
    searches: dict[str, Answer] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)  # handle: what was told of it
    proposal: Proposal | None = None
    pictures: int = 0
    _calls: int = 0

    def __post_init__(self) -> None:
        around = self.around
        self._resolver = Resolver(around.known, around.now, around.zone)
        self._names: Names = around.house.events.names()
        self._teller = Teller(self._names, around.now, around.zone)
        self.called = Called.of(self._names.people.values(), self._names.cameras.values())
        self._verbs: dict[str, Callable[[Mapping[str, Any]], tuple[Any, bytes | None]]] = {
            "timeline": self._timeline,
            "recall": self._recall,
            "pictures": self._pictures,
            "people": self._people,
            "camera_state": self._cameras,
            "in_view": self._in_view,
            "look": self._look,
            "clip": self._clip,
            "propose_rule": self._propose,
        }

    def do(self, call: Call) -> Result:
        """Do what a model asks for; what is wrong with it is said to it in words."""
        self._calls += 1
        if self._calls > _MOST_CALLS:
            return Result(call.id, "That is enough. Answer with what you have.", failed=True)
        try:
            told, picture = self._done(call)
        except OmniSightError as error:
            handle = self._handle("S", self.searches, Answer(Status.REFUSED, error.reason))
            told, picture = {"search": handle, "refused": str(error)}, None
            self.shown[handle] = self._dated(_without(str(error), call.arguments.values()))
            return Result(call.id, self.fence.around(told), failed=True)
        except _BREAKS as error:
            log.debug("a call of %s made no sense: %s", call.tool, error)
            return Result(call.id, "These arguments make no sense.", failed=True)
        return Result(call.id, self.fence.around(told), picture)

    def _done(self, call: Call) -> tuple[Any, bytes | None]:
        known = _ARGUMENTS.get(call.tool, frozenset(call.arguments))
        if strange := sorted(set(call.arguments) - known):
            # What is passed over would widen the question without anybody noticing.
            raise UsageError(f"{call.tool} has no argument '{strange[0][:40]}'.")
        if call.tool in LOOK_UPS:
            return self._look_up(call), None
        verb = self._verbs.get(call.tool)
        if verb is None:
            raise UsageError(f"There is no tool {call.tool[:40]}.")
        return verb(call.arguments)

    def _look_up(self, call: Call) -> dict[str, Any]:
        told, resolve = call.arguments, self._resolver
        text = _text(told, "text") or None
        query = Query(
            ask=LOOK_UPS[call.tool],
            span=resolve.span(_text(told, "when"), _text(told, "since"), _text(told, "until")),
            labels=resolve.labels(_texts(told, "labels")),
            people=resolve.people(_texts(told, "people")),
            cameras=resolve.cameras(_texts(told, "cameras")),
            zones=resolve.zones(_texts(told, "zones")),
            topic=Topic(told.get("topic") or Topic.SIGHTINGS),
            text=text,
        )
        around = self.around
        answer = compose(query, around.house, around.now, around.zone)
        return self._found(answer, text or "", query.span)

    def _found(self, answer: Answer, own: str = "", span: Span | None = None) -> dict[str, Any]:
        handle = self._handle("S", self.searches, answer)
        many = isinstance(answer.value, list) and answer.value == list(answer.events)
        told: dict[str, Any] = {
            "search": handle,
            "status": answer.status.value,
            "value": len(answer.events) if many else answer.value,
            "summary": answer.text,
        }
        # The search rests on its figures; the events that follow have handles of their own.
        shown = _without(answer.text, (own,))
        self.shown[handle] = f"{told['value']} {shown} {len(answer.events)}"
        house = self.around.house
        found = [house.events.get(one) for one in answer.events]
        self.shown[handle] += f" {self._when(found, span)}"
        told["events"] = [self._event(event) for event in found[:_SHOWN]]
        if len(answer.events) > _SHOWN:
            told["more_events"] = len(answer.events) - _SHOWN
        return told

    def _recall(self, told: Mapping[str, Any]) -> tuple[Any, None]:
        words = _insisted(told, "words")
        found = self.around.house.search.described(words, self._place(told), _SHOWN)
        return self._near(found, "what was said or described like", words), None

    def _pictures(self, told: Mapping[str, Any]) -> tuple[Any, None]:
        search, place = self.around.house.search, self._place(told)
        if _text(told, "event"):
            event = self._meant(told)
            return self._near(search.like(event.id, place, _SHOWN), "what looks like it"), None
        words = _insisted(told, "words")
        found = search.pictured(words, place, _SHOWN)
        return self._near(found, "pictures that look like", words), None

    def _place(self, told: Mapping[str, Any]) -> EventFilter:
        resolve, around = self._resolver, self.around
        span = resolve.span(_text(told, "when"), _text(told, "since"), _text(told, "until"))
        query = Query(Ask.LIST, span=span, cameras=resolve.cameras(_texts(told, "cameras")))
        return replace(sought(query, around.house, around.now), types=())

    def _near(self, found: list[Match], what: str, words: str = "") -> dict[str, Any]:
        """What comes near, the nearest first, and no match where nothing does."""
        ids = tuple(match.event.id for match in found)
        status = Status.ANSWERED if found else Status.NOTHING
        what = f"{what} '{words}'" if words else what
        text = f"{several(len(found), 'event')}: {what}" if found else f"No match: {what}"
        shape = self._found(Answer(status, f"{text}.", list(ids), ids), words)
        lacking = self.around.house.search.lacking()
        return {**shape, "lacking": lacking} if lacking else shape

    def _event(self, event: Event) -> dict[str, Any]:
        known = {value: key for key, value in self.events.items()}
        handle = known.get(event.id) or self._handle("E", self.events, event.id)
        begin = event.start.astimezone(self.around.zone)
        end = event.end.astimezone(self.around.zone) if event.end else None
        told = {
            "event": handle,
            "who": self._teller.who(event),
            "camera": self._teller.where(event),
            "zone": event.zone,
            "kind": event.type,
            "from": f"{begin:%A %Y-%m-%d %H:%M}",
            "to": f"{end:%H:%M}" if end else None,
            "text": event.text,
            "clip": bool(event.clip),
        }
        told = {key: value for key, value in told.items() if value}
        days = day_words(begin, end, self._local(self.around.now))
        said = f"{self._teller.when(event)} {days} {begin:%I:%M %p} {begin.day} {begin.month} {begin.year}"
        self.shown[handle] = f"{' '.join(str(value) for value in told.values())} {said}"
        return told

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.around.zone)

    def _when(self, found: list[Event], span: Span | None) -> str:
        """What may be said of when that was: the days of the events, or all that was searched."""
        now = self._local(self.around.now)
        told = [] if span is None else [self._local(span.since), self._local(span.until)]
        searched = day_words(told[0], told[1] - _A_MOMENT, now) if told else every_day()
        moments = " ".join(f"{one:%Y-%m-%d %H:%M} {one.day} {one.month} {one.year}" for one in told)
        if found and len(found) < _CITED:
            days = (
                day_words(self._local(e.start), self._local(e.end) if e.end else None, now)
                for e in found
            )
            short = told and told[1] - told[0] <= _A_DAY
            searched = " ".join((*days, searched if short else ""))
        return f"{moments} {' '.join(dict.fromkeys(searched.split()))}"

    def _dated(self, text: str) -> str:
        """A text with what may be said of the days that stand in it."""
        now = self._local(self.around.now)
        days = {datetime.fromisoformat(one) for one in _DATE.findall(text)[:_SHOWN]}
        words = (day_words(d.replace(hour=12, tzinfo=now.tzinfo), None, now) for d in sorted(days))
        return " ".join((text, *words, *_PARTS_OF_DAYS))

    def _timeline(self, told: Mapping[str, Any]) -> tuple[Any, None]:
        span = self._resolver.span(_text(told, "when"), _text(told, "since"), _text(told, "until"))
        now = self.around.now
        since, until = (span.since, span.until) if span else (now - _A_WEEK, now)
        hours: dict[str, int] = {}
        for count in self.around.house.events.kinds_by_hour(since, until):
            hour = f"{count.hour.astimezone(self.around.zone):%Y-%m-%d %H:00}"
            hours[hour] = hours.get(hour, 0) + count.events
        return self._plain({"events_by_hour": hours}, hours), None

    def _people(self, told: Mapping[str, Any]) -> tuple[Any, None]:  # noqa: ARG002
        zone = self.around.zone
        known = [
            {
                "name": one.person.name or one.person.id,
                "last_seen": f"{one.last.astimezone(zone):%A %Y-%m-%d %H:%M}" if one.last else None,
            }
            for one in self.around.house.people.all()
        ]
        return self._plain({"people": known}, [one["name"] for one in known]), None

    def _cameras(self, told: Mapping[str, Any]) -> tuple[Any, None]:
        wanted = self._resolver.cameras(_texts(told, "cameras")) or tuple(self._names.cameras)
        span = self._resolver.span(_text(told, "when"), _text(told, "since"), _text(told, "until"))
        now, zone = self.around.now, self.around.zone
        since, until = (span.since, span.until) if span else (now - timedelta(days=1), now)
        statuses = self.around.statuses() if self.around.statuses else []
        states = {
            self._names.cameras.get(s.camera, s.camera): f"{s.state.value} {s.reason}".strip()
            for s in statuses
            if s.camera in wanted
        }
        gaps = [
            f"{self._names.cameras.get(gap.camera, gap.camera)} offline "
            f"{gap.start.astimezone(zone):%Y-%m-%d %H:%M} to {gap.end.astimezone(zone):%H:%M}"
            for gap in self.around.house.events.gaps(wanted, since, until)
        ]
        state: Any = states or "not known: nothing is watched by this program just now"
        return self._plain({"now": state, "gaps": gaps}, gaps), None

    def _in_view(self, told: Mapping[str, Any]) -> tuple[Any, None]:
        resolve, around = self._resolver, self.around
        query = Query(
            Ask.WHO,
            labels=resolve.labels(_texts(told, "labels")),
            people=resolve.people(_texts(told, "people")),
            cameras=resolve.cameras(_texts(told, "cameras")),
            now=True,
        )
        seen = around.sights()
        return self._found(present(query, around.house, seen, language("en"), around.zone)), None

    def _plain(self, told: dict[str, Any], value: Any) -> dict[str, Any]:
        handle = self._handle("S", self.searches, Answer(Status.ANSWERED, "", value))
        self.shown[handle] = self._dated(str(told))
        return {"search": handle, **told}

    def _look(self, told: Mapping[str, Any]) -> tuple[Any, bytes | None]:
        event, house = self._meant(told), self.around.house
        name = self._names.cameras.get(event.camera, event.camera)
        privacy = house.settings.privacy
        if not privacy.send_pictures or name not in privacy.pictures_of:
            raise UsageError(f"Pictures of {name} may not leave this computer.")
        jpeg = _portrait(house, event, whole=told.get("whole") is True)
        self.pictures += 1
        return self._event(event), jpeg

    def _clip(self, told: Mapping[str, Any]) -> tuple[Any, None]:
        event = self._meant(told)
        clips = self.around.house.clips.of_event(event.id)
        return {**self._event(event), "clips": len(clips)}, None

    def _propose(self, told: Mapping[str, Any]) -> tuple[Any, None]:
        around, resolve = self.around, self._resolver
        until = _text(told, "until")
        span = resolve.zones([_text(told, "zone")])
        wish = Wish(
            label=next(iter(resolve.labels([_text(told, "label")])), ""),
            cameras=resolve.cameras(_texts(told, "cameras")),
            zone=span[0] if span else "",
            happens=_text(told, "happens") or "comes",
            until=resolve.moment(until) if until else None,
            once=not told.get("every_time"),
        )
        self.proposal = propose(around.house, wish, around.now, around.zone)
        handle = self._handle(
            "S", self.searches, Answer(Status.ANSWERED, self.proposal.words, None)
        )
        self.shown[handle] = f"{self.proposal.words} {every_day()}"
        return {
            "search": handle,
            "proposed": self.proposal.words,
            "state": "not in force: the owner is asked to confirm it",
        }, None

    def _meant(self, told: Mapping[str, Any]) -> Event:
        handle = _text(told, "event").strip("[]")
        if handle not in self.events:
            raise NotFound(f"There is no event {handle[:20]} in what was looked up.")
        return self.around.house.events.get(self.events[handle])

    @staticmethod
    def _handle(letter: str, book: dict[str, Any], value: Any) -> str:
        handle = f"{letter}{len(book) + 1}"
        book[handle] = value
        return handle


def _portrait(house: House, event: Event, *, whole: bool) -> bytes:
    kept = house.rules.pictures([event.track]).get(event.track) if event.track else None
    paths: list[Path] = []
    if kept is not None:
        names = (kept.thumbnail, kept.crop) if whole else (kept.crop, kept.thumbnail)
        paths = [house.paths.media / one for one in names]
    for path in paths:
        if path.is_file() and path.stat().st_size <= _LARGEST_PICTURE:
            return path.read_bytes()
    raise NotFound("There is no picture of that event any more.")


def _text(told: Mapping[str, Any], key: str) -> str:
    value = told.get(key) or ""
    if not isinstance(value, str):
        raise UsageError(f"'{key}' must be a text.")
    return value


def _without(told: str, words: Iterable[Any]) -> str:
    """What was told, but for the words that were asked for: nobody proves a thing by having said it."""
    for one in words:
        for word in one if isinstance(one, list) else (one,):
            if isinstance(word, str) and word.strip():
                told = told.replace(word, " ").replace(word.strip(), " ")
    return told


def _insisted(told: Mapping[str, Any], key: str) -> str:
    value = _text(told, key).strip()
    if not value:
        raise UsageError(f"'{key}' is missing.")
    return value


def _texts(told: Mapping[str, Any], key: str) -> list[str]:
    value = told.get(key) or []
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise UsageError(f"'{key}' must be a list of texts.")
    return value
