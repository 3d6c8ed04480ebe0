"""Health at a glance: a sentence, how each camera is doing, and what the program takes and keeps."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus, StreamQuality
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.event import EventType
from omnisight_desktop.core.kinds import kind_of
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.saying import speech_lost
from omnisight_desktop.gui.viewmodels.storage import StorageViewModel
from omnisight_desktop.gui.words import amount, length, many, number
from omnisight_desktop.observability.collect import Collector, Load
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter, KindCount
from omnisight_desktop.storage.shelves import Kind

T = TypeVar("T")

_EVERY_MS = 1000
_MACHINE_EVERY = 2  # looks at the cameras
_MEMORY_EVERY = 60
_POINTS = 120
_DAYS = 30
_MOST_UPS = 200
_LATE_S = 3.0  # from then on it is worth a word

#: What is drawn of the events of a day, from the bottom up.
KINDS = ("people", "vehicles", "animals", "other", "offline")
_GROUPS = {"person": "people", "vehicle": "vehicles", "cycle": "vehicles", "animal": "animals"}
#: What only follows from something that was counted already.
_FOLLOWS = (EventType.LEFT, EventType.STATIONARY, EventType.CAMERA_UP)


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure of a camera: what it is called, how it is now, and how it was."""

    name: str
    value: str
    series: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CameraCard:
    """How one camera is doing. ``state`` is ok, degraded, failed, or nothing to judge."""

    camera: str
    name: str
    state: str
    words: str
    metrics: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing worth knowing, and how it is."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Days:
    """How many events there were of each of the ``KINDS`` on each day, the oldest first."""

    first: date
    counts: tuple[dict[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the database tells, read off the main thread."""

    days: Days
    facts: tuple[Fact, ...]
    reconnected: dict[str, int]


class HealthViewModel(QObject):
    """Looks once a second while somebody looks at it."""

    changed = Signal()  # sentence and cameras
    machine_changed = Signal()
    memory_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.storage = StorageViewModel(desk)
        self._house = desk.house
        self._live = desk.live
        self._ops = desk.ops
        self._collector = Collector(desk.house.paths)
        self._pasts: dict[str, _Past] = {}
        self._memory: _Memory | None = None
        self._rounds = 0
        self._busy: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.loads: deque[Load] = deque(maxlen=_POINTS)
        self._looked_before = False
        self._lost = 0.0  # pieces of speech
        self.sentence = ""
        self.more = ""
        self.state = "ok"
        self.cards: tuple[CameraCard, ...] = ()
        self.trouble = ""

    @property
    def days(self) -> Days | None:
        """Events by kind and day; None until they were counted."""
        return None if self._memory is None else self._memory.days

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What else is worth knowing."""
        return () if self._memory is None else self._memory.facts

    def start(self) -> None:
        """Look from now on."""
        self._rounds = 0
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def close(self) -> None:
        """The program ends."""
        self.stop()
        self.storage.close()

    def fetch(self, call: Callable[[], T], then: Callable[[T], object]) -> None:
        """Have something heavy loaded elsewhere."""
        self._ops.run(call, then, self._failed)

    def look(self) -> None:
        """Look once: at the cameras here, at the machine and the database elsewhere."""
        self._look_at_cameras()
        if self._rounds % _MACHINE_EVERY == 0:
            self._run("machine")
        if self._rounds % _MEMORY_EVERY == 0:
            self._run("memory")
        self._rounds += 1

    def _look_at_cameras(self) -> None:
        readings = {one.name: one.value for one in self._live.readings()}
        statuses = {one.camera: one for one in self._live.statuses()}
        self._lost = readings.get("speech.dropped", 0.0)
        now, now_mono = self._house.clock.now(), self._house.clock.mono()
        written_ms = self._house.instruments.histogram("writer.batch_ms").quantile(0.5)
        cards = []
        for camera in self._live.cameras():
            past = self._pasts.setdefault(camera.id, _Past())
            past.take(_mine(readings, camera.id), now_mono, written_ms)
            coming = CameraStatus(camera.id, CameraState.CONNECTING, now)
            cards.append(_card(camera, statuses.get(camera.id, coming), past))
        self.cards = tuple(cards)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """The sentence that comes first, and what else happened."""
        self.state, self.sentence = self._lead()
        lost = [speech_lost(self._lost)] if self._lost else []
        self.more = " ".join([*lost, *self._reconnections()])

    def _lead(self) -> tuple[str, str]:
        down = [card.name for card in self.cards if card.state == "failed"]
        weak = [card.name for card in self.cards if card.state == "degraded"]
        if not self.cards:
            return "", tr("No camera is watched yet.")
        if down:
            return "failed", tr("{cameras}: no pictures come.", cameras=", ".join(down))
        trouble = self._trouble()
        if trouble:
            return "failed", trouble
        if weak:
            return "degraded", tr("All well, but look at {cameras}.", cameras=", ".join(weak))
        return "ok", tr("All well.")

    def _trouble(self) -> str:
        """What is wrong with more than one camera; nothing if all is well."""
        unfound, unfilmed = self._live.detector_trouble(), self._live.recording_trouble()
        stuck = self._live.stuck()
        if unfound is not None:
            return tr("Nobody is found just now. {why}", why=words_of(unfound))
        if unfilmed is not None:
            return tr("Nothing is recorded just now. {why}", why=words_of(unfilmed))
        if self._live.disk_free_gb() is None:
            return tr("The place for footage is gone. Is a disk unplugged?")
        return tr("Stuck for a while: {what}.", what=", ".join(stuck)) if stuck else ""

    def _reconnections(self) -> list[str]:
        if self._memory is None:
            return []
        names = {card.camera: card.name for card in self.cards}
        return [
            _reconnected(names[camera], times)
            for camera, times in self._memory.reconnected.items()
            if camera in names
        ]

    def _run(self, what: str) -> None:
        """Have something looked at elsewhere, unless that is being done."""
        if what in self._busy:
            return
        self._busy.add(what)

        def failed(error: OmniSightError) -> None:
            self._busy.discard(what)
            self._failed(error)

        if what == "machine":
            self._ops.run(self._collector.look, self._machine_looked, failed)
        else:
            house = self._house
            self._ops.run(lambda: _remember(house), self._remembered, failed)

    def _failed(self, error: OmniSightError) -> None:
        self.trouble = words_of(error)
        self.memory_changed.emit()

    def _machine_looked(self, load: Load) -> None:
        self._busy.discard("machine")
        if self._looked_before:  # the first look knows nothing of the processor yet
            self.loads.append(load)
        self._looked_before = True
        self.machine_changed.emit()

    def _remembered(self, memory: _Memory) -> None:
        self._busy.discard("memory")
        self._memory, self.trouble = memory, ""
        self._say()
        self.memory_changed.emit()


class _Past:
    """The figures of one camera over the last minutes."""

    def __init__(self) -> None:
        self._before: dict[str, float] = {}
        self._before_mono = 0.0
        self.fps: deque[float] = deque(maxlen=_POINTS)
        self.late_ms: deque[float] = deque(maxlen=_POINTS)
        self.skipped: deque[float] = deque(maxlen=_POINTS)

    @property
    def behind_s(self) -> float:
        """How long after the light it is looked at, lately."""
        return (_usual(self.late_ms) or 0.0) / 1000

    def take(self, readings: dict[str, float], now_mono: float, written_ms: float) -> None:
        """Note what the instruments show now; rates need a look before this one."""
        passed_s = now_mono - self._before_mono
        if self._before and passed_s > 0:
            self.fps.append(self._rate("frames", readings, passed_s))
            self.skipped.append(self._rate("skipped", readings, passed_s))
            self.late_ms.append(readings.get("late", 0.0) + written_ms)
        self._before, self._before_mono = readings, now_mono

    def _rate(self, name: str, readings: dict[str, float], passed_s: float) -> float:
        more = readings.get(name, 0.0) - self._before.get(name, 0.0)
        return max(0.0, more) / passed_s  # a camera that was called anew counts anew


def _mine(readings: dict[str, float], camera: str) -> dict[str, float]:
    start = f"{camera}."
    return {n.removeprefix(start): v for n, v in readings.items() if n.startswith(start)}


def _card(camera: Camera, status: CameraStatus, past: _Past) -> CameraCard:
    metrics = (
        Metric(tr("pictures"), _pictures(past.fps), tuple(past.fps)),
        Metric(tr("light to event"), _waited(past.late_ms), tuple(past.late_ms)),
        Metric(tr("skipped"), _a_second(past.skipped), tuple(past.skipped)),
    )
    state, words = _state(status, past.behind_s)
    return CameraCard(camera.id, camera.name, state, words, metrics)


def _a_second(series: Iterable[float]) -> str:
    value = _usual(series)
    return "–" if value is None else tr("{count} per s", count=_short(value))


def _pictures(series: Iterable[float]) -> str:
    value = _usual(series)
    return "–" if value is None else tr("{count} fps", count=_short(value))


def _short(value: float) -> str:
    return number(value, 1 if value < 9.95 else 0)


def _waited(series: Iterable[float]) -> str:
    value = _usual(series)
    if value is not None and value >= 1000:
        return tr("{count} s", count=number(value / 1000, 1))
    return "–" if value is None else tr("{count} ms", count=number(value))


def _usual(series: Iterable[float]) -> float | None:
    """The middle of the last few values, for single ones jump."""
    last = sorted(list(series)[-5:])
    return last[len(last) // 2] if last else None


def _state(status: CameraStatus, behind_s: float) -> tuple[str, str]:
    why = told(f"{status.reason} {status.fix}".strip())
    if status.state is CameraState.OFFLINE:
        since = tr("Offline since {time}.", time=f"{status.since.astimezone():%H:%M}")
        return "failed", f"{since} {why}".strip()
    if status.state is not CameraState.LIVE:
        return "", _resting(status.state)
    if why:
        return "degraded", why
    if behind_s > _LATE_S:
        return "degraded", tr(
            "Looked at {time} late: too much for this computer.", time=length(behind_s)
        )
    return ("degraded" if status.quality is StreamQuality.POOR else "ok"), _graded(status.quality)


def _resting(state: CameraState) -> str:
    return {
        CameraState.CONNECTING: tr("Connecting…"),
        CameraState.ENDED: tr("The recording is over."),
        CameraState.PAUSED: tr("Paused."),
    }.get(state, "")


def _graded(quality: StreamQuality | None) -> str:
    if quality is None:
        return tr("Pictures come.")
    return {
        StreamQuality.GOOD: tr("Good: every picture comes."),
        StreamQuality.FAIR: tr("Fair: pictures are missing now and then."),
        StreamQuality.POOR: tr("Poor: many pictures are missing."),
    }[quality]


def _reconnected(name: str, times: int) -> str:
    if times == 1:
        return tr("{camera} reconnected once since midnight.", camera=name)
    if times == 2:
        return tr("{camera} reconnected twice since midnight.", camera=name)
    return tr("{camera} reconnected {count} times since midnight.", camera=name, count=times)


def _remember(house: House) -> _Memory:
    now = house.clock.now()
    midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    first = midnight - timedelta(days=_DAYS - 1)
    ups = EventFilter(types=(EventType.CAMERA_UP,), since=midnight, until=now)
    came_back = house.events.page(ups, limit=_MOST_UPS).events
    held = {one.kind: one for one in house.retention.held()}
    database = house.paths.database
    size = database.stat().st_size if database.exists() else 0
    facts = (
        Fact(tr("events"), many(held[Kind.EVENTS].count)),
        Fact(tr("known people"), many(held[Kind.PEOPLE].count)),
        Fact(tr("clips"), _many(held[Kind.CLIPS].count, held[Kind.CLIPS].size_bytes)),
        Fact(tr("footage"), _many(held[Kind.FOOTAGE].count, held[Kind.FOOTAGE].size_bytes)),
        Fact(tr("database"), amount(size)),
    )
    counted = house.events.kinds_by_hour(first, now)
    back = Counter(event.camera for event in came_back)
    return _Memory(by_day(counted, first, _DAYS), facts, dict(back))


def _many(count: int, size: int) -> str:
    return f"{many(count)} · {amount(size)}" if count else "0"


def by_day(counted: Iterable[KindCount], first: datetime, days: int) -> Days:
    """Counts by hour as counts by the days of the people who live there."""
    begin = first.astimezone().date()
    counts = [dict.fromkeys(KINDS, 0) for _ in range(days)]
    for one in counted:
        day = (one.hour.astimezone().date() - begin).days
        group = _group(one)
        if group and 0 <= day < days:
            counts[day][group] += one.events
    return Days(begin, tuple(counts))


def _group(one: KindCount) -> str:
    if one.type in _FOLLOWS:
        return ""
    if one.type == EventType.CAMERA_DOWN:
        return "offline"
    if one.type == EventType.APPEARED:
        return _GROUPS.get(kind_of(one.label), "other")
    return "other"
