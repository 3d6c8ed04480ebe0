"""Exports that run by themselves: ordered, watched as they go on, stopped, and fetched when done."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.errors import Cancelled, NotFound, OmniSightError, UsageError
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.evidence.seal import Seal
from omnisight_desktop.services.evidence.write import Evidence, Order
from omnisight_desktop.services.house import House
from omnisight_desktop.services.playback import Tell

log = logging.getLogger(__name__)

_MOST_WAITING = 16
_MOST_REMEMBERED = 100
_ROUND_S = 5.0
_PART = ".part"


class ExportKind(StrEnum):
    """What is made of the clips."""

    CLIPS = "clips"  # copies in a folder, with a list of what each is
    EVIDENCE = "evidence"  # one sealed zip


class ExportState(StrEnum):
    """How far an export is, in a word."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: An export in one of these will not change any more.
OVER = (ExportState.DONE, ExportState.FAILED, ExportState.CANCELLED)


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be exported, and in whose name."""

    kind: ExportKind
    clips: tuple[Clip, ...]
    playable: bool = False  # in H.264 where a clip would not play everywhere
    by: str = ""


@dataclass(frozen=True, slots=True)
class ExportJob:
    """One export as it stands now."""

    id: str
    order: ExportOrder
    asked_at: datetime
    state: ExportState = ExportState.WAITING
    share: float = 0.0
    files: tuple[Path, ...] = ()
    reason: str = ""
    fix: str = ""


class Exports:
    """The exports of one start of the program, done one after the other by a worker of their own."""

    def __init__(self, house: House, seal: Callable[[], Seal]) -> None:
        self._house = house
        self._seal = seal
        self._evidence = Evidence(house.clips, house.events, house.clock)
        self._waiting: Channel[str] = Channel("exports", _MOST_WAITING, DropPolicy.NEWEST)
        self._changing = threading.Lock()
        self._jobs: dict[str, ExportJob] = {}
        self._stopped: set[str] = set()
        self._ids = IdSource("X")

    def all(self) -> list[ExportJob]:
        """Every export that is remembered, the newest first."""
        with self._changing:
            return [*self._jobs.values()][::-1]

    def get(self, job_id: str) -> ExportJob:
        """One export."""
        job = self._jobs.get(job_id)
        if job is None:
            raise NotFound(
                f"There is no export '{job_id}'.", fix="Exports are listed anew each start."
            )
        return job

    def order(self, order: ExportOrder) -> ExportJob:
        """Have something exported as soon as it is its turn."""
        if not order.clips:
            raise NotFound(
                "No clips are there to be exported.", fix="Choose others, or a longer time."
            )
        with self._changing:
            now = self._house.clock.now()
            job = ExportJob(self._ids.next(to_ms(now)), order, now)
            if not self._waiting.put(job.id):
                raise UsageError(
                    f"{_MOST_WAITING} exports wait already.", fix="Wait for them, or cancel some."
                )
            self._jobs[job.id] = job
            self._forget_oldest()
        return job

    def cancel(self, job_id: str) -> ExportJob:
        """Stop an export; what is over stays as it is."""
        with self._changing:
            job = self.get(job_id)
            if job.state is ExportState.WAITING:
                job = self._jobs[job_id] = replace(job, state=ExportState.CANCELLED)
            elif job.state is ExportState.RUNNING:
                self._stopped.add(job_id)
        return job

    def forget(self, job_id: str) -> None:
        """Take an export that is over out of the list, and its files off the disk."""
        with self._changing:
            job = self.get(job_id)
            if job.state not in OVER:
                raise UsageError(f"The export '{job_id}' is not over.", fix="Cancel it first.")
            del self._jobs[job_id]
        shutil.rmtree(self._place(job_id), ignore_errors=True)

    def file(self, job_id: str, name: str) -> Path:
        """One of the files that came of an export."""
        for path in self.get(job_id).files:
            if path.name == name and path.is_file():
                return path
        raise NotFound(f"The export '{job_id}' has no file '{name}'.", fix="See its list of files.")

    def run(self, worker: Worker) -> None:
        """The body of a worker: exports what was ordered until told to stop."""
        self._sweep()
        while not worker.stopping:
            worker.beat()
            job_id = self._waiting.get(_ROUND_S)
            if job_id is not None and self._take(job_id):
                self._do(job_id, worker)

    def close(self) -> None:
        """Take in nothing more, and wake the worker."""
        self._waiting.close()

    def _take(self, job_id: str) -> bool:
        with self._changing:
            job = self._jobs.get(job_id)
            if job is None or job.state is not ExportState.WAITING:
                return False
            self._jobs[job_id] = replace(job, state=ExportState.RUNNING)
        return True

    def _do(self, job_id: str, worker: Worker) -> None:
        def tell(share: float) -> bool:
            worker.beat()
            with self._changing:
                self._jobs[job_id] = replace(self._jobs[job_id], share=share)
            return job_id not in self._stopped and not worker.stopping

        part = self._place(job_id).with_name(f".{job_id}{_PART}")
        try:
            self._write(self.get(job_id).order, part, tell)
            # What a kill leaves behind has the name of a part, and is swept at the next start.
            place = part.rename(self._place(job_id))
            files = tuple(sorted(path for path in place.iterdir() if path.is_file()))
            self._end(job_id, ExportState.DONE, share=1.0, files=files)
        except Cancelled as error:
            self._end(job_id, ExportState.CANCELLED, reason=error.reason)
        except OmniSightError as error:
            self._end(job_id, ExportState.FAILED, reason=error.reason, fix=error.fix)
        except Exception:
            log.exception("an export broke")
            self._end(job_id, ExportState.FAILED, reason="Something unforeseen happened.")
        finally:
            shutil.rmtree(part, ignore_errors=True)
            self._stopped.discard(job_id)

    def _write(self, order: ExportOrder, folder: Path, tell: Tell) -> None:
        folder.mkdir(parents=True)
        if order.kind is ExportKind.EVIDENCE:
            target = folder / "evidence.zip"
            self._evidence.export(Order(order.clips, order.by), target, self._seal(), tell)
            return
        names = self._house.cameras.names()
        self._house.clips.export_all(order.clips, folder, names, playable=order.playable, tell=tell)

    def _end(
        self,
        job_id: str,
        state: ExportState,
        *,
        share: float | None = None,
        files: Sequence[Path] = (),
        reason: str = "",
        fix: str = "",
    ) -> None:
        with self._changing:
            job = self._jobs[job_id]
            self._jobs[job_id] = replace(
                job,
                state=state,
                share=job.share if share is None else share,
                files=tuple(files),
                reason=reason,
                fix=fix,
            )

    def _forget_oldest(self) -> None:
        """The list is bounded; what was exported stays on the disk."""
        over = [job.id for job in self._jobs.values() if job.state in OVER]
        for job_id in over[: max(0, len(self._jobs) - _MOST_REMEMBERED)]:
            del self._jobs[job_id]

    def _place(self, job_id: str) -> Path:
        return self._house.paths.exports / job_id

    def _sweep(self) -> None:
        """Nothing half written outlives a kill."""
        with suppress(OSError):
            for part in self._house.paths.exports.glob(f".*{_PART}"):
                shutil.rmtree(part, ignore_errors=True)
