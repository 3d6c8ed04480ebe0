"""Exports that go on while somebody does other things: one after the other, looked at and cancelled at will."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.errors import Cancelled, NotFound, NotRunning, OmniSightError
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.worker import Worker, WorkerState
from omnisight_desktop.services.export.request import Exported, ExportRequest
from omnisight_desktop.services.playback import Tell

if TYPE_CHECKING:
    from omnisight_desktop.services.evidence.seal import Seal

log = logging.getLogger(__name__)

_WAITING_MOST = 32
_REMEMBERED = 100  # jobs that are over and may still be asked about
_LOOK_S = 1.0


class JobState(StrEnum):
    """What became of a job so far."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class JobStatus:
    """A job at one moment; ``exported`` and ``trouble`` say what came of it."""

    id: str
    state: JobState
    share: float
    target: Path
    request: ExportRequest
    exported: Exported | None = None
    trouble: OmniSightError | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more becomes of it."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)


class Verb(Protocol):
    """What a job does: the verb of ``Exports``."""

    def __call__(
        self, request: ExportRequest, target: Path, *, seal: Seal | None, tell: Tell
    ) -> Exported: ...


class _Job:
    """One export; its worker is the only one who changes it, but for the wish to stop."""

    def __init__(self, status: JobStatus, seal: Seal | None) -> None:
        self.status = status
        self.seal = seal
        self.stop = threading.Event()

    def become(
        self,
        state: JobState,
        exported: Exported | None = None,
        trouble: OmniSightError | None = None,
    ) -> None:
        now = self.status
        share = 1.0 if state is JobState.DONE else now.share
        self.status = JobStatus(now.id, state, share, now.target, now.request, exported, trouble)

    def tell(self, share: float) -> bool:
        now = self.status
        self.status = JobStatus(now.id, now.state, share, now.target, now.request)
        return not self.stop.is_set()


class ExportJobs:
    """The exports of one running program."""

    def __init__(self, export: Verb, clock: Clock) -> None:
        self._export = export
        self._clock = clock
        self._ids = IdSource("X")
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._waiting: Channel[_Job] = Channel("exports", _WAITING_MOST, DropPolicy.NEWEST)
        self._worker = Worker("exports", self._work, on_stop=self._waiting.close)

    def start(self, request: ExportRequest, target: Path, seal: Seal | None = None) -> JobStatus:
        """Have it exported as soon as those before it are through."""
        with self._lock:
            job_id = self._ids.next(to_ms(self._clock.now()))
            job = _Job(JobStatus(job_id, JobState.WAITING, 0.0, target, request), seal)
            if self._waiting.closed:
                raise NotRunning("No more is exported: the program is being closed.")
            if not self._waiting.put(job):
                raise OmniSightError(
                    "Too many exports are waiting already.", fix="Cancel some, or wait for them."
                )
            self._jobs[job_id] = job
            self._forget()
            if self._worker.state is WorkerState.NEW:
                self._worker.start()
        return job.status

    def get(self, job_id: str) -> JobStatus:
        """How far it is."""
        return self._job(job_id).status

    def all(self) -> list[JobStatus]:
        """Those that are under way and those that were last, oldest first."""
        with self._lock:
            return [job.status for job in self._jobs.values()]

    def cancel(self, job_id: str) -> JobStatus:
        """Stop it; nothing of it is left behind. What is over stays as it is."""
        job = self._job(job_id)
        job.stop.set()
        return job.status

    def close(self, timeout_s: float = 20.0) -> bool:
        """Stop all of them, and wait until they have cleaned up; False if that took too long."""
        with self._lock:
            for job in self._jobs.values():
                job.stop.set()
            self._worker.stop()
        return self._worker.join(timeout_s)

    def _job(self, job_id: str) -> _Job:
        with self._lock:
            job = self._jobs.get(job_id)
        if job is None:
            raise NotFound(f"There is no export '{job_id}'.")
        return job

    def _forget(self) -> None:
        over = [job_id for job_id, job in self._jobs.items() if job.status.over]
        for job_id in over[: max(0, len(self._jobs) - _REMEMBERED)]:
            del self._jobs[job_id]

    def _work(self, worker: Worker) -> None:
        while not (self._waiting.closed and not len(self._waiting)):
            worker.beat()
            job = self._waiting.get(_LOOK_S)
            if job is not None:
                self._do(job, worker)

    def _do(self, job: _Job, worker: Worker) -> None:
        def tell(share: float) -> bool:
            worker.beat()
            return job.tell(share)

        if job.stop.is_set():
            job.become(JobState.CANCELLED)
            return
        job.become(JobState.RUNNING)
        status = job.status
        try:
            done = self._export(status.request, status.target, seal=job.seal, tell=tell)
        except Cancelled:
            job.become(JobState.CANCELLED)
        except OmniSightError as error:
            job.become(JobState.FAILED, trouble=error)
        except Exception as error:
            log.error("an export failed", exc_info=error)
            trouble = OmniSightError(
                "The export failed for an unforeseen reason.", fix="See the log."
            )
            job.become(JobState.FAILED, trouble=trouble)
        else:
            job.become(JobState.DONE, exported=done)
