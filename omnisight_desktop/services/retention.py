"""Keeping the memory within its bounds: a plan first, then small steps; by itself, or when asked."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from omnisight_desktop.config.sections import Retention as Limits
from omnisight_desktop.core.clock import Clock, parse_time
from omnisight_desktop.core.errors import OmniSightError, StorageError, UsageError
from omnisight_desktop.core.segment import Tier
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.export.finished import FinishedExports
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.services.sweep import Done, Report, Sweep, line_json
from omnisight_desktop.storage import aside
from omnisight_desktop.storage.disk import Floor, Space, Usage, space
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.file import faults_in_words
from omnisight_desktop.storage.growth import Growth
from omnisight_desktop.storage.holdings import Held, holdings
from omnisight_desktop.storage.people import PersonArchive
from omnisight_desktop.storage.plan import Act, Item, Line, Plan, Reason
from omnisight_desktop.storage.records import AuditEntry
from omnisight_desktop.storage.retention import Outdated
from omnisight_desktop.storage.shelves import Kind

log = logging.getLogger(__name__)

#: The first time only once everything else has begun, then every hour.
_FIRST_S = 300.0
_EVERY_S = 3600.0
_ROUND_S = 2.0
_DISK_EVERY_S = 10.0

#: When the time of day goes ahead by more, somebody may have set it wrongly.
_LEAP = timedelta(days=1)

#: Others may write at least as long as a step took.
_LONGEST_REST_S = 0.5

#: How long another program's wish may wait for its turn, and how long it is worked on then before it
#: is answered; it may ask again.
_ANSWER_S = 20.0

#: From what came in so many days it is told how long the disk lasts; in less than an hour nothing is.
_LATELY = timedelta(days=7)
_SHORTEST = timedelta(hours=1)


class Retention:
    """What goes of one installation, and when."""

    def __init__(
        self,
        database: Database,
        keeper: Keeper,
        media: Path,
        limits: Limits,
        clock: Clock,
        usage: Usage = shutil.disk_usage,
    ) -> None:
        self._database = database
        self._outdated = Outdated(database)
        self._growth = Growth(database)
        self._people = PersonArchive(database)
        self._keeper = keeper
        self._media = media
        self._slow: Path | None = None
        self._exports: FinishedExports | None = None
        self._limits = limits
        self._clock = clock
        self._usage = usage
        self._steps: tuple[Callable[[datetime], object], ...] = ()
        self._owner: Callable[[str, Any], Any] | None = None
        self._one_at_a_time = threading.Lock()
        self._settled = False  # what an earlier program was killed over may be there still

    def through(self, owner: Callable[[str, Any], Any]) -> Retention:
        """Have the program that owns the data folder do what is to be done."""
        self._owner = owner
        return self

    def also_in(self, slow: Path | None) -> Retention:
        """Older continuous footage lies there, if anywhere."""
        self._slow = slow
        return self

    def keep_to(self, limits: Limits) -> None:
        """Other limits hold from now on; any thread may say so."""
        self._limits = limits

    def held(self) -> tuple[Held, ...]:
        """What is kept now, and how much room it takes."""
        return holdings(self._database)

    def room(self) -> Space | None:
        """How full the disk of the media is, and what is to stay free of it."""
        return self._space(self._limits)

    def and_of(self, exports: FinishedExports) -> Retention:
        """What was exported and not told where to go is past its time some day, too."""
        self._exports = exports
        return self

    def and_then(self, step: Callable[[datetime], object]) -> Retention:
        """Something else that is done whenever what is past its time goes."""
        self._steps = (*self._steps, step)
        return self

    def plan(self, limits: Limits | None = None, now: datetime | None = None) -> Plan:
        """What is to go now, and why; nothing is touched."""
        limits, now = limits or self._limits, now or self._clock.now()
        plan = self._outdated.plan(limits, now, self._space(limits))
        if self._exports is None:
            return plan
        more = self._exports.line(limits.export_days, now)
        return replace(plan, lines=(*plan.lines, *more), export_days=limits.export_days)

    def disk_lasts(self) -> timedelta | None:
        """How long it takes at the rate of the last days until the oldest footage goes for its room.

        None where nobody can tell yet, or where it goes for its age before that.
        """
        now = self._clock.now()
        grown, there = self._growth.since(now - _LATELY), self._space(self._limits)
        if grown is None or there is None or now - grown.first < _SHORTEST:
            return None
        left = max(0, there.free - there.floor.clear_of(there.total))
        try:
            lasts = (now - grown.first) * (left / max(1, grown.size_bytes))
        except OverflowError:
            return None
        kept = max(self._limits.clip_days, self._limits.footage_days)
        return lasts if lasts < timedelta(days=kept) else None

    def items(self, plan: Plan) -> Iterator[Item]:
        """Everything that a plan is about, one by one."""
        yield from self._outdated.items(plan)
        if self._exports is not None:
            yield from self._exports.past(plan.export_days, plan.now)

    def clean(self, plan: Plan) -> Report:
        """Do what was planned, all of it, here or through the owner."""
        if self._owner is None:
            return self.carry_out(plan)
        done = Done()
        while plan.count:
            answer = self._owner("cleanup", self._limits.model_dump())
            lines = [_line(told) for told in answer["lines"]]
            for line in lines:
                done.join(line)
            if answer["complete"] or not lines:
                return done.report(complete=answer["complete"])
        return done.report(complete=True)

    def carry_out(
        self, plan: Plan, rest: Callable[[float], bool] = lambda _seconds: False
    ) -> Report:
        """Do what was planned step by step; between steps ``rest``, which says whether to stop."""
        with self._one_at_a_time:
            return self._carry_out(plan, rest)

    def answer(self, told: Any) -> dict[str, Any]:
        """What another program asked for: limits of its own, or none; worked on for a while."""
        limits = _limits(told) if told else None
        if not self._one_at_a_time.acquire(timeout=_ANSWER_S):
            raise StorageError(
                "The running program is removing what is past its time just now.",
                fix="Ask again in a minute.",
            )
        try:
            until_mono = self._clock.mono() + _ANSWER_S
            report = self._carry_out(self.plan(limits), lambda _: self._clock.mono() >= until_mono)
        finally:
            self._one_at_a_time.release()
        return {"lines": [line_json(line) for line in report.lines], "complete": report.complete}

    def run(self, worker: Worker) -> None:
        """The body of a worker: every hour, and at once when the disk fills up."""
        with self._one_at_a_time:
            self._settle()
        timetable = _Timetable(self._clock, self._outdated.newest(self._clock.now()))
        while not worker.pause(_ROUND_S):
            worker.beat()
            if timetable.due(self._crowded):
                timetable.passed(self._pass(worker, timetable.now()))

    def _carry_out(self, plan: Plan, rest: Callable[[float], bool]) -> Report:
        done, stop = Done(), False
        self._settle()
        sweep = Sweep(self._outdated, self._people, self._keeper, self._media, plan, self._slow)
        began = self._clock.mono()
        try:
            for finished in chain(sweep.steps(), self._of_exports(plan)):
                done.add(finished)
                stop = rest(min(self._clock.mono() - began, _LONGEST_REST_S)) or stop
                if stop and sweep.settled:  # never while a clip is listed whose file is set aside
                    break
                began = self._clock.mono()
            else:
                stop = False
        finally:
            self._settled = sweep.settled
            self._note(done.report(complete=not stop))
        return done.report(complete=not stop)

    def _of_exports(self, plan: Plan) -> Iterator[list[Item]]:
        if self._exports is not None:
            yield from self._exports.remove(plan.export_days, plan.now)

    def _pass(self, worker: Worker, now: datetime) -> Plan:
        plan = self.plan(now=now)
        if plan.note:
            log.warning("%s", plan.note)

        def rest(seconds: float) -> bool:
            worker.beat()
            return worker.pause(seconds)

        self.carry_out(plan, rest)
        for step in self._steps:
            step(now)
        return plan

    def _crowded(self) -> bool:
        there = self._space(self._limits)
        return there is not None and there.wanted > 0

    def _space(self, limits: Limits) -> Space | None:
        """The room on the disk of the media; None when nobody can tell."""
        floor = Floor(limits.free_disk_percent, limits.free_disk_gb)
        try:
            return space(self._media, floor, self._usage)
        except StorageError as error:  # who records is told so anyway
            log.debug("%s", error)
            return None

    def _settle(self) -> None:
        """Finish what was interrupted in the middle of a step."""
        if not self._settled:
            with faults_in_words(self._media):
                back, removed = aside.settle(self._media, self._outdated.speaks_of)
            if self._slow is not None:
                with faults_in_words(self._slow):
                    aside.settle(self._slow, partial(self._outdated.speaks_of, tier=Tier.SLOW))
            if back or removed:
                log.info("finished what was interrupted: %d files back, %d gone", back, removed)
            self._settled = True

    def _note(self, report: Report) -> None:
        """Leave word where nobody can take it back."""
        if report.lines:
            words = "; ".join(in_words(line) for line in report.lines)
            log.info("%s", words)
            self._keeper.keep(
                AuditEntry(self._clock.now(), "retention", "clean up", words), timeout_s=1.0
            )


class _Timetable:
    """When it is time again, and by which time of day age is judged."""

    def __init__(self, clock: Clock, newest: datetime | None) -> None:
        """``newest`` tells when something was kept last: the clock may have been wrong since."""
        self._clock = clock
        self._due_mono = clock.mono() + _FIRST_S
        self._disk_mono = clock.mono()
        self._helpless = False  # the disk is too full, and nothing more may go for now
        self._last = newest or clock.now(), clock.mono()
        self._doubtful = timedelta(0)
        self._believed_mono = 0.0

    def due(self, crowded: Callable[[], bool]) -> bool:
        """Whether to do it now: the hour has passed, or the disk is crowded."""
        now_mono = self._clock.mono()
        if now_mono >= self._due_mono:
            return True
        if self._helpless or now_mono - self._disk_mono < _DISK_EVERY_S:
            return False
        self._disk_mono = now_mono
        return crowded()

    def passed(self, plan: Plan) -> None:
        """It was done."""
        self._due_mono = self._clock.mono() + _EVERY_S
        self._helpless = plan.short_bytes > 0

    def now(self) -> datetime:
        """The time of day, without what it leapt by lately: that is believed an hour later.

        A computer that slept or was switched off looks like one whose clock was set; it can wait.
        """
        now, now_mono = self._clock.now(), self._clock.mono()
        (last, last_mono), self._last = self._last, (now, now_mono)
        ahead = now - last - timedelta(seconds=now_mono - last_mono)
        if now_mono >= self._believed_mono:
            self._doubtful = timedelta(0)
        if ahead > _LEAP:
            self._doubtful += ahead
            self._believed_mono = now_mono + _EVERY_S
            log.warning(
                "The time of day went ahead by %.0f days: for an hour nothing is removed for that.",
                ahead / timedelta(days=1),
            )
        return now - self._doubtful


def in_words(line: Line) -> str:
    """A line for people: ``12 clips removed for their age (34.5 MB)``."""
    why = {
        Reason.AGE: "for their age",
        Reason.SIZE: "for footage takes too much room",
        Reason.DISK: "for the disk is too full",
    }
    what = "archived" if line.act is Act.ARCHIVE else "removed"
    size = f" ({line.size_bytes / 1e6:.1f} MB)" if line.size_bytes else ""
    reason = "not seen for long" if line.kind is Kind.PEOPLE else why[line.reason]
    return f"{line.count} {line.kind.value} {what} {reason}{size}"


def _limits(told: Any) -> Limits:
    try:
        return Limits.model_validate(told)
    except ValidationError as error:
        raise UsageError("These limits of retention cannot be understood.") from error


def _line(told: Mapping[str, Any]) -> Line:
    try:
        return Line(
            Kind(told["kind"]),
            Reason(told["reason"]),
            int(told["count"]),
            int(told["bytes"]),
            parse_time(told["oldest"]),
            parse_time(told["newest"]),
            Act(told["act"]),
        )
    except (LookupError, ValueError, TypeError) as error:
        raise OmniSightError("The running program gave an answer nobody understands.") from error
