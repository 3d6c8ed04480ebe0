"""Exports that go on while somebody does other things: one after the other, looked at and cancelled at will.

One that is not told where to go gets a folder of its own, from which it can be fetched.
"""

from __future__ import annotations

import logging
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.errors import (
    Cancelled,
    NotFound,
    NotRunning,
    OmniSightError,
    UsageError,
)
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.worker import Worker, WorkerState
from omnisight_desktop.services.export.orders import Handing, Order, place_in
from omnisight_desktop.services.export.request import Exported
from omnisight_desktop.services.playback import Tell
from omnisight_desktop.storage.file import faults_in_words

log = logging.getLogger(__name__)

_WAITING_MOST = 16
_REMEMBERED = 100  # jobs that may still be asked about
_LOOK_S = 1.0
_PART = ".part"
_FOLDER = re.compile(r"\.?X[0-9A-Z]{14}(\.part)?")


class JobState(StrEnum):
    """What became of a job so far."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ExportJob:
    """One export at one moment."""

    id: str
    order: Order
    asked_at: datetime
    target: Path  # a folder of its own, or what was named
    named: bool = False  # whether somebody said where it goes
    state: JobState = JobState.WAITING
    share: float = 0.0
    files: tuple[Path, ...] = ()  # what lies in its own folder
    exported: Exported | None = None  # what came of films
    trouble: OmniSightError | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more becomes of it."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)


class ExportJobs:
    """The exports of one start of the program."""

    def __init__(self, handing: Handing, folder: Path, clock: Clock) -> None:
        """What is not told where to go goes below ``folder``."""
        self._handing = handing
        self._folder = folder
        self._clock = clock
        self._ids = IdSource("X")
        self._changing = threading.Lock()
        self._jobs: dict[str, ExportJob] = {}
        self._stopped: set[str] = set()
        self._waiting: Channel[str] = Channel("exports", _WAITING_MOST, DropPolicy.NEWEST)
        self._worker = Worker("exports", self._work, on_stop=self._waiting.close)

    def start(self, order: Order, target: Path | None = None) -> ExportJob:
        """Have something exported as soon as those before it are through."""
        self._handing.insist_there(order)
        with self._changing:
            now = self._clock.now()
            job_id = self._ids.next(to_ms(now))
            place, named = target or self._folder / job_id, target is not None
            job = ExportJob(job_id, order, now, place, named)
            if self._waiting.closed:
                raise NotRunning("No more is exported: the program is being closed.")
            if not self._waiting.put(job_id):
                raise UsageError(
                    f"{_WAITING_MOST} exports wait already.", fix="Wait for them, or cancel some."
                )
            self._jobs[job_id] = job
            self._forget_oldest()
            if self._worker.state is WorkerState.NEW:
                self._worker.start()
        return job

    def get(self, job_id: str) -> ExportJob:
        """One export as it stands now."""
        job = self._jobs.get(job_id)
        if job is None:
            raise NotFound(
                f"There is no export '{job_id}'.", fix="Exports are listed anew each start."
            )
        return job

    def all(self) -> list[ExportJob]:
        """Those that are under way and those that were last, newest first."""
        with self._changing:
            return [*self._jobs.values()][::-1]

    def cancel(self, job_id: str) -> ExportJob:
        """Stop it; nothing of it is left behind. What is over stays as it is."""
        with self._changing:
            job = self.get(job_id)
            if job.state is JobState.WAITING:
                job = self._jobs[job_id] = replace(job, state=JobState.CANCELLED)
            elif job.state is JobState.RUNNING:
                self._stopped.add(job_id)
        return job

    def forget(self, job_id: str) -> None:
        """Take one that is over off the list, and what lies in its own folder off the disk."""
        with self._changing:
            job = self.get(job_id)
            if not job.over:
                raise UsageError(f"The export '{job_id}' is not over.", fix="Cancel it first.")
            del self._jobs[job_id]
        if not job.named:
            shutil.rmtree(job.target, ignore_errors=True)

    def file(self, job_id: str, name: str) -> Path:
        """One of the files that came of it."""
        for path in self.get(job_id).files:
            if path.name == name and path.is_file():
                return path
        raise NotFound(f"The export '{job_id}' has no file '{name}'.", fix="See its list of files.")

    def close(self, timeout_s: float = 20.0) -> bool:
        """Stop all of them, and wait until they have cleaned up; False if that took too long."""
        with self._changing:
            for job in self._jobs.values():
                if job.state is JobState.WAITING:
                    self._jobs[job.id] = replace(job, state=JobState.CANCELLED)
            self._worker.stop()
        return self._worker.join(timeout_s)

    def _work(self, worker: Worker) -> None:
        for folder in folders(self._folder):  # nothing half written outlives a kill
            if folder.name.endswith(_PART):
                shutil.rmtree(folder, ignore_errors=True)
        while not worker.stopping:
            worker.beat()
            job_id = self._waiting.get(_LOOK_S)
            job = self._taken(job_id) if job_id is not None else None
            if job is not None:
                self._do(job, worker)

    def _taken(self, job_id: str) -> ExportJob | None:
        with self._changing:
            job = self._jobs.get(job_id)
            if job is None or job.state is not JobState.WAITING:
                return None
            job = self._jobs[job_id] = replace(job, state=JobState.RUNNING)
        return job

    def _do(self, job: ExportJob, worker: Worker) -> None:
        def tell(share: float) -> bool:
            worker.beat()
            self._become(job.id, share=share)
            return job.id not in self._stopped and not worker.stopping

        try:
            files, exported = self._made(job, tell)
        except Cancelled as error:
            self._become(job.id, state=JobState.CANCELLED, trouble=error)
        except OmniSightError as error:
            self._become(job.id, state=JobState.FAILED, trouble=error)
        except Exception as error:
            log.error("an export failed", exc_info=error)
            trouble = OmniSightError(
                "The export failed for an unforeseen reason.", fix="See the log."
            )
            self._become(job.id, state=JobState.FAILED, trouble=trouble)
        else:
            self._become(job.id, state=JobState.DONE, share=1.0, files=files, exported=exported)
        finally:
            self._stopped.discard(job.id)

    def _made(self, job: ExportJob, tell: Tell) -> tuple[tuple[Path, ...], Exported | None]:
        if job.named:
            return (), self._handing.hand_out(job.order, job.target, tell)
        part = job.target.with_name(f".{job.id}{_PART}")
        try:
            with faults_in_words(part):
                part.mkdir(parents=True)
            exported = self._handing.hand_out(job.order, place_in(job.order, part), tell)
            with faults_in_words(job.target):
                part.rename(job.target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        files = (path for path in job.target.iterdir() if path.is_file())
        return tuple(sorted(files)), exported

    def _become(self, job_id: str, **changed: object) -> None:
        with self._changing:
            self._jobs[job_id] = replace(self._jobs[job_id], **changed)  # type: ignore[arg-type]

    def _forget_oldest(self) -> None:
        """The list is bounded; what was exported stays on the disk."""
        over = [job.id for job in self._jobs.values() if job.over]
        for job_id in over[: max(0, len(self._jobs) - _REMEMBERED)]:
            del self._jobs[job_id]


def folders(folder: Path) -> Iterator[Path]:
    """The folders that exports have of their own, and what a kill left of them."""
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if _FOLDER.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
                yield path
