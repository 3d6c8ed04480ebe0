"""Takes to one channel what it is to be told, until it has it or a day is over.

What was handed over is noted afterwards. A program that is killed between the two tells that one
message again after its next start: told twice now and then is better than never.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from omnisight_desktop.config.telling import Channel as Rule
from omnisight_desktop.core.clock import Clock, LocalZone
from omnisight_desktop.core.errors import OmniSightError, StorageError
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.flow.worker import Backoff
from omnisight_desktop.notify.channel import Channel
from omnisight_desktop.notify.message import Message, Occasion, compose
from omnisight_desktop.notify.router import quiet_end
from omnisight_desktop.rules.rule import Act
from omnisight_desktop.services.arming import Arming
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import Story
from omnisight_desktop.storage.events import EventArchive
from omnisight_desktop.storage.notifications import NotificationArchive
from omnisight_desktop.storage.records import LedgerEntry, Notification, NotificationState
from omnisight_desktop.storage.tracks import TrackArchive

log = logging.getLogger(__name__)

#: So long a message is tried, and so long after an event it is still news.
PATIENCE = timedelta(days=1)
#: The first picture of somebody is on disk about a second after they are noticed.
_PICTURE_S = 4.0
#: Some servers take no pictures, or none so large: after so many tries it goes without.
_PICTURE_TRIES = 2
#: After so many failures in a row nothing else is tried on the channel for a while.
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Memory:
    """What is read to know what there is to tell."""

    events: EventArchive
    notes: NotificationArchive
    tracks: TrackArchive
    names: Callable[[], Names]
    media: Path


@dataclass(frozen=True, slots=True)
class Ways:
    """The channels there are now, how one is opened, and how long to wait after a failure.

    ``told_by`` names the channels that somebody's own rule wants told of what set it off, ``act_of``
    tells what that rule does to the house, and ``arming`` whether anybody is told anything at all.
    """

    rules: Callable[[], tuple[Rule, ...]]
    open: Callable[[Rule], Channel]
    zone: tzinfo = LocalZone()
    backoff: Backoff = Backoff(first_s=15.0, most_s=4 * 3600.0)
    told_by: Callable[[Event], tuple[str, ...]] = lambda _: ()
    act_of: Callable[[Event], tuple[Act, str] | None] = lambda _: None
    arming: Arming | None = None


class Courier:
    """Serves one channel, and knows of no other."""

    def __init__(self, name: str, memory: Memory, keeper: Keeper, ways: Ways, clock: Clock) -> None:
        self._name = name
        self._memory = memory
        self._keeper = keeper
        self._ways = ways
        self._clock = clock
        self._opened: tuple[str, Channel] | None = None
        self._failures = 0
        self._rests_until_mono = 0.0
        #: What became of messages that the database may not know yet.
        self._latest: dict[str, Notification] = {}
        self._unsaved: list[Notification | LedgerEntry] = []

    def step(self, rule: Rule) -> bool:
        """Send what is due now, oldest first; whether something is left for later."""
        self._save()
        now = self._clock.now()
        waiting = self._waiting()
        if not waiting or quiet_end(rule, now, self._ways.zone) > now:
            return bool(waiting)
        if self._clock.mono() < self._rests_until_mono:
            return True
        in_a_row = 0
        for note in waiting:
            if not self._is_due(note, now) or self._is_silenced(note):
                continue
            done = self._serve(note, rule)
            in_a_row = in_a_row if done is None else 0 if done else in_a_row + 1
            if in_a_row >= _ENOUGH:  # it is the channel, not this one message
                self._rests_until_mono = self._clock.mono() + self._wait_s(self._failures)
                break
        return bool(self._waiting())

    def _waiting(self) -> list[Notification]:
        """What is to be sent, as it stands by what is known here and in the database."""
        stored = self._memory.notes.waiting(self._name)
        known = {note.id for note in stored}
        self._latest = {
            key: note
            for key, note in self._latest.items()
            # Once the database says the same it need not be known here.
            if key in known or note in self._unsaved
        }
        fresh = [self._latest.get(note.id, note) for note in stored]
        return [note for note in fresh if note.state is NotificationState.WAITING]

    def _serve(self, note: Notification, rule: Rule) -> bool | None:
        """Send one; whether it was taken, or None where nothing was tried."""
        now = self._clock.now()
        if note.attempts and now - note.created >= PATIENCE:
            self._give_up(note)
            return None
        event = self._memory.events.get(note.event)
        if event is None:
            self._give_up(replace(note, reason="the event is there no more"))
            return None
        if self._awaits_picture(note, event, rule):
            return None
        return self._send(note, self._message(note, event, rule), rule)

    def _send(self, note: Notification, message: Message, rule: Rule) -> bool:
        fault, destination = "", rule.name
        try:
            channel = self._channel(rule)
            destination = channel.destination
            channel.send(message)
        except OmniSightError as error:
            fault = error.reason
            self._opened = None  # its address may have been mended meanwhile
        now = self._clock.now()
        tried = replace(note, attempts=note.attempts + 1, reason=fault)
        if fault:
            self._failures += 1
            due = now + timedelta(seconds=self._wait_s(tried.attempts))
            tried = replace(tried, due=min(due, max(now, note.created + PATIENCE)))
            log.log(
                logging.WARNING if self._failures == 1 else logging.DEBUG,
                "channel '%s' does not work just now: %s", rule.name, fault,
            )  # fmt: skip
        else:
            self._failures = 0
            tried = replace(tried, state=NotificationState.SENT, sent=now)
        size = message.size_bytes()
        detail = f"{rule.name}, try {tried.attempts}: {fault or 'taken'}"
        self._note(tried, LedgerEntry(now, destination, "notification", size, 0, detail))
        if fault and now - note.created >= PATIENCE:
            self._give_up(tried)
        return not fault

    def _give_up(self, note: Notification) -> None:
        log.warning(
            "channel '%s' was not told of event %s, after %d tries: %s",
            note.channel, note.event, note.attempts, note.reason,
        )  # fmt: skip
        self._note(replace(note, state=NotificationState.GIVEN_UP))

    def _note(self, *values: Notification | LedgerEntry) -> None:
        for value in values:
            if isinstance(value, Notification):
                self._latest[value.id] = value
        self._unsaved += values
        self._save()

    def _save(self) -> None:
        """Store what was noted; what cannot be stored now is kept in mind, and not sent again."""
        if not self._unsaved:
            return
        try:
            self._keeper.commit(*self._unsaved, together=True)
        except StorageError as trouble:
            log.warning("what was sent by '%s' cannot be noted for now: %s", self._name, trouble)
        else:
            self._unsaved = []

    def _channel(self, rule: Rule) -> Channel:
        if self._opened is None or self._opened[0] != rule.address:
            self._opened = rule.address, self._ways.open(rule)
        return self._opened[1]

    def _awaits_picture(self, note: Notification, event: Event, rule: Rule) -> bool:
        if not rule.picture or event.track is None or event.type in _NOT_SEEN or note.attempts:
            return False
        age_s = (self._clock.now() - note.created).total_seconds()
        return 0 <= age_s < _PICTURE_S and self._memory.tracks.picture(event.track) is None

    def _message(self, note: Notification, event: Event, rule: Rule) -> Message:
        names = self._memory.names()
        with_picture = rule.picture and note.attempts < _PICTURE_TRIES
        occasion = Occasion(
            event,
            names.cameras.get(event.camera, event.camera),
            names.people.get(event.person) if event.person else None,
            seen=self._seen(event),
            held=self._memory.notes.held_before(note),
            picture=self._picture(event) if with_picture else None,
        )
        return compose(occasion, self._ways.zone)

    def _seen(self, event: Event) -> int:
        if event.type != EventType.APPEARED or event.story is None:
            return 1
        members = self._memory.events.of_stories([event.story])
        alike = (one for one in members if one.label == event.label)
        return Story(event, tuple(alike)).seen

    def _picture(self, event: Event) -> Path | None:
        """The scene as it looked, or else only who was in it."""
        kept = self._memory.tracks.picture(event.track) if event.track else None
        if kept is None:
            return None
        files = (self._memory.media / path for path in (kept.crop, kept.thumbnail))
        return next((path for path in files if path.is_file()), None)

    def _is_due(self, note: Notification, now: datetime) -> bool:
        """Whether its time has come; one that lies too far ahead is from before a clock was set back."""
        left_s = (note.due - now).total_seconds() if note.due is not None else 0.0
        return left_s <= 0 or left_s > 2 * self._ways.backoff.most_s

    def _is_silenced(self, note: Notification) -> bool:
        """Whether the house was disarmed after that was decided; that it was disarmed is still told."""
        silence = self._ways.arming.silence if self._ways.arming is not None else None
        return silence is not None and note.created < silence.since

    def _wait_s(self, failures: int) -> float:
        return self._ways.backoff.wait_s(max(1, failures))


_NOT_SEEN = (EventType.LOUD, EventType.CAMERA_DOWN, EventType.CAMERA_UP)
