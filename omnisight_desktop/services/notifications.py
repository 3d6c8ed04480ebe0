"""Tells people what happens: reads what was stored, decides who is told, and sees to it.

Nobody misses anything, for it reads events in the order in which they were stored, and where it has
come to is stored together with what is to be told. A story is told to a channel once.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from types import MappingProxyType

from omnisight_desktop.config.telling import Channel as Rule
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.event import Committed, Event
from omnisight_desktop.flow.bus import Bus
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.notify.router import Told, Verdict, judge, topic_of, wants
from omnisight_desktop.rules.rule import Act
from omnisight_desktop.services.courier import PATIENCE, Courier, Memory, Ways
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.services.shape import Names
from omnisight_desktop.storage.records import Bookmark, Notification, NotificationState

__all__ = ["Memory", "Notifier", "Ways"]

log = logging.getLogger(__name__)

_NAME = "notify"
_BATCH = 200
_KEPT = timedelta(days=30)
_TIDY = timedelta(hours=6)
_LAZY = timedelta(minutes=1)  # where nothing is to be told, the place is noted so often
_ROUND_S = 0.5
_IDLE_S = 5.0
_BUSY_S = 1.0
_JOIN_S = 5.0


@dataclass(slots=True, eq=False)
class _Desk:
    """A channel's own courier, and the thread and the bell it works by."""

    courier: Courier
    bell: Channel[bool]
    worker: Worker


@dataclass(slots=True)
class _Progress:
    """How far the reading has come."""

    seq: int
    saved: int
    saved_at: datetime
    tidied_at: datetime | None = None
    told: dict[str, deque[Told]] = field(default_factory=dict)
    fresh: dict[str, Notification] = field(default_factory=dict)  # which a locked database lacks


class Notifier:
    """Reads on where it stopped, and has each channel told of what it asked for."""

    def __init__(
        self, memory: Memory, keeper: Keeper, ways: Ways, clock: Clock, bus: Bus | None = None
    ) -> None:
        self._memory = memory
        self._keeper = keeper
        self._ways = ways
        self._clock = clock
        self._bus = bus or Bus()
        self._progress: _Progress | None = None
        self._couriers: dict[str, Courier] = {}
        self._leaving: dict[str, Worker] = {}
        # Read by couriers on threads of their own: replaced as a whole, never changed.
        self._rules: MappingProxyType[str, Rule] = MappingProxyType({})

    def step(self) -> None:
        """Plan what is to be told, then serve every channel in turn."""
        self.plan()
        for name, rule in self._rules.items():
            self.courier(name).step(rule)

    def plan(self) -> int:
        """Decide about everything that was stored since the last time; how much is to be told."""
        rules = self._ways.rules()
        self._rules = MappingProxyType({rule.name: rule for rule in rules})
        progress = self._progress = self._progress or self._begin()
        self._tidy(progress)
        planned = 0
        while page := self._memory.events.since(progress.seq, limit=_BATCH):
            now = self._clock.now()
            notes = self._decide([event for _, event in page], rules, progress, now)
            self._keep(notes, page[-1][0], progress, now)
            planned += sum(note.state is NotificationState.WAITING for note in notes)
        return planned

    def courier(self, name: str) -> Courier:
        """Who serves a channel."""
        if name not in self._couriers:
            self._couriers[name] = Courier(
                name, self._memory, self._keeper, self._ways, self._clock
            )
        return self._couriers[name]

    def run(self, worker: Worker) -> None:
        """The body of a worker: plans as soon as something is stored; each channel has its own thread,
        so that one that is slow or broken keeps nobody waiting."""
        bell = self._bus.listen(Committed, _NAME, 16)
        desks: dict[str, _Desk] = {}
        looked_mono = -_IDLE_S
        trouble = ""
        try:
            while not worker.stopping:
                worker.beat()
                rung = bell.get(_ROUND_S)
                if bell.closed:
                    worker.pause(_ROUND_S)
                bell.drain()
                if rung is None and self._clock.mono() - looked_mono < _IDLE_S:
                    continue
                looked_mono = self._clock.mono()
                try:
                    planned, trouble = self.plan(), ""
                except StorageError as error:  # couriers have their work all the same
                    planned = 0
                    log.log(
                        logging.DEBUG if trouble == error.reason else logging.WARNING,
                        "who is to be told cannot be decided just now: %s", error,
                    )  # fmt: skip
                    trouble = error.reason
                self._staff(desks)
                for desk in desks.values() if planned else ():
                    desk.bell.put(True)
        finally:
            bell.close()
            self._dismiss(list(desks.values()))

    def _begin(self) -> _Progress:
        """Where the reading stopped; what was there before the very first time is no news."""
        seq = self._memory.notes.bookmark(_NAME)
        if seq is None:
            seq = self._memory.events.newest_seq()
            self._keeper.commit(Bookmark(_NAME, seq))
        return _Progress(seq, seq, self._clock.now())

    def _decide(
        self, events: Sequence[Event], rules: Sequence[Rule], progress: _Progress, now: datetime
    ) -> list[Notification]:
        names = self._memory.names() if rules else Names({}, {})
        wanted = [
            (event, [(r, f"{about}@{r.name}") for r, about in self._asked(event, rules, names)])
            for event in events
            # What was imported, or seen while nobody could be told, is no news any more.
            if now - event.start < PATIENCE
        ]
        keys = (key for _, asked in wanted for _, key in asked)
        known = {**self._memory.notes.known(keys), **progress.fresh}
        notes: dict[str, Notification] = {}
        for event, asked in wanted:
            act = self._ways.act_of(event)
            self._obey(act, Act.ARM, event, now)
            for rule, key in asked:
                before = notes.get(key) or known.get(key)
                if before is not None and before.state is not NotificationState.HELD:
                    continue
                verdict = self._judge(rule, event, now, self._past(rule, progress, now))
                if verdict is Verdict.TELL:
                    notes[key] = _note(key, event, rule, now, NotificationState.WAITING, "")
                elif before is None:
                    notes[key] = _note(key, event, rule, now, NotificationState.HELD, verdict.value)
            self._obey(act, Act.DISARM, event, now)  # of this itself people are still told
        return list(notes.values())

    def _judge(self, rule: Rule, event: Event, now: datetime, past: deque[Told]) -> Verdict:
        arming = self._ways.arming
        if arming is not None and arming.silences(event.start):
            return Verdict.DISARMED
        verdict = judge(rule, event, now, past, self._ways.zone)
        if verdict is Verdict.TELL:
            past.append(Told(topic_of(event), now))
        return verdict

    def _obey(self, wanted: tuple[Act, str] | None, act: Act, event: Event, now: datetime) -> None:
        """Disarm the house or arm it, where that is what the rule behind an event is for."""
        if wanted is not None and wanted[0] is act and self._ways.arming is not None:
            self._ways.arming.obey(act, event.end or event.start, now, wanted[1])

    def _asked(
        self, event: Event, rules: Sequence[Rule], names: Names
    ) -> Iterator[tuple[Rule, str]]:
        """The channels that asked for an event, and what they are told of once: the story, or, where
        somebody's own rule names them, whatever set it off."""
        named = self._ways.told_by(event) if rules else ()
        for rule in rules:
            if rule.name in named:
                yield rule, event.id
            elif wants(rule, event, *_called(event, names)):
                yield rule, event.story or event.id

    def _past(self, rule: Rule, progress: _Progress, now: datetime) -> deque[Told]:
        """What a channel was told within a day."""
        past = progress.told.get(rule.name)
        if past is None:
            told = self._memory.notes.told_since(rule.name, now - PATIENCE)
            past = deque(Told(one.topic, one.created) for one in told)
            progress.told[rule.name] = past
        while past and now - past[0].at >= PATIENCE:
            past.popleft()
        return past

    def _keep(
        self, notes: Sequence[Notification], seq: int, progress: _Progress, now: datetime
    ) -> None:
        """What is to be told and how far this has come, in one: a kill leaves both or neither."""
        if notes or now - progress.saved_at >= _LAZY:
            try:
                self._keeper.commit(*notes, Bookmark(_NAME, seq), together=True)
            except Exception:
                # It is read again, and what was told within the hour has to be looked up again.
                progress.told.clear()
                raise
            progress.saved, progress.saved_at = seq, now
        progress.seq = seq
        progress.fresh.update((note.id, note) for note in notes)
        for key in list(progress.fresh)[: -5 * _BATCH]:
            del progress.fresh[key]

    def _tidy(self, progress: _Progress) -> None:
        """Forget messages of long ago."""
        now = self._clock.now()
        if progress.tidied_at is not None and now - progress.tidied_at < _TIDY:
            return
        progress.tidied_at = now
        while old := self._memory.notes.before(now - _KEPT):
            self._keeper.erase("notification", old)
            if len(old) < _BATCH:
                return

    def _staff(self, desks: dict[str, _Desk]) -> None:
        """Everybody who is to be told has a courier at work, and nobody else has."""
        gone = [name for name in desks if name not in self._rules]
        self._dismiss([desks.pop(name) for name in gone])
        for name in self._rules:
            late = self._leaving.get(name)
            if name not in desks and (late is None or not late.alive):
                desks[name] = self._hire(name)

    def _hire(self, name: str) -> _Desk:
        courier = self.courier(name)
        bell: Channel[bool] = Channel(f"notify.{name}", 1, DropPolicy.OLDEST)
        body = partial(self._serve, name, courier, bell)
        desk = _Desk(courier, bell, Worker(f"notify {name}", body, on_stop=bell.close))
        desk.worker.start()
        return desk

    def _serve(self, name: str, courier: Courier, bell: Channel[bool], worker: Worker) -> None:
        while not worker.stopping:
            worker.beat()
            rule = self._rules.get(name)
            busy = courier.step(rule) if rule is not None else False
            bell.get(_BUSY_S if busy else _IDLE_S)

    def _dismiss(self, desks: Sequence[_Desk]) -> None:
        """Have couriers end. One that waits for a slow server is left to it, and still notes what it sent."""
        for desk in desks:
            desk.worker.stop()
        for desk in desks:
            if not desk.worker.join(_JOIN_S):
                self._leaving[desk.worker.name.partition(" ")[2]] = desk.worker
                log.warning("%s still waits for its server", desk.worker.name)


def _called(event: Event, names: Names) -> tuple[str, str]:
    """What the camera of an event and whom it names are called."""
    camera = names.cameras.get(event.camera, event.camera)
    return camera, names.people.get(event.person or "", "")


def _note(
    key: str, event: Event, rule: Rule, now: datetime, state: NotificationState, reason: str
) -> Notification:
    return Notification(key, event.id, rule.name, state, topic_of(event), now, now, 0, reason)
