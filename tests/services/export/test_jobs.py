"""Exports that go on by themselves: they can be looked at, cancelled, and waited for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import Cancelled, DiskFull, NotFound, NotRunning
from omnisight_desktop.services.evidence.seal import Seal
from omnisight_desktop.services.export.jobs import ExportJobs, JobState
from omnisight_desktop.services.export.request import Exported, ExportRequest
from omnisight_desktop.services.house import House
from omnisight_desktop.services.playback import Tell
from tests.home import NOON
from tests.services.export.conftest import asked, left

_PATIENCE_S = 30.0


class Paced:
    """An export that goes on when it is let."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def __call__(
        self, request: ExportRequest, target: Path, *, seal: Seal | None, tell: Tell
    ) -> Exported:
        tell(0.5)
        self.begun.set()
        self.go_on.wait(_PATIENCE_S)
        if not tell(0.6):
            raise Cancelled("The export was stopped.")
        if target.name == "full":
            raise DiskFull("No room.")
        if target.name == "odd":
            raise RuntimeError("nobody thought of this")
        return Exported(target, (), (), ())


@pytest.fixture
def paced() -> Paced:
    """What the jobs do."""
    return Paced()


@pytest.fixture
def jobs(paced: Paced) -> Iterator[ExportJobs]:
    """Jobs of a program that is closed in the end."""
    jobs = ExportJobs(paced, ManualClock(NOON))
    yield jobs
    paced.go_on.set()
    assert jobs.close()


def wait_for(jobs: ExportJobs, *ids: str) -> list[JobState]:
    """What became of jobs, once all of them are over."""
    over = threading.Event()
    for _ in range(int(_PATIENCE_S * 100)):
        if all(jobs.get(one).over for one in ids):
            break
        over.wait(0.01)
    return [jobs.get(one).state for one in ids]


def test_a_job_tells_how_far_it_is_and_what_came_of_it(jobs: ExportJobs, paced: Paced) -> None:
    job = jobs.start(asked(), Path("out"))
    assert paced.begun.wait(_PATIENCE_S)
    now = jobs.get(job.id)
    assert (now.state, now.share, now.over) == (JobState.RUNNING, 0.5, False)
    paced.go_on.set()
    assert wait_for(jobs, job.id) == [JobState.DONE]
    done = jobs.get(job.id)
    assert done.share == 1.0
    assert done.exported is not None
    assert done.exported.target == Path("out")


def test_one_after_the_other_and_each_has_an_end_of_its_own(jobs: ExportJobs, paced: Paced) -> None:
    paced.go_on.set()
    ids = [jobs.start(asked(), Path(name)).id for name in ("a", "full", "odd", "b")]
    states = wait_for(jobs, *ids)
    assert states == [JobState.DONE, JobState.FAILED, JobState.FAILED, JobState.DONE]
    assert [one.id for one in jobs.all()] == ids
    full, odd = jobs.get(ids[1]).trouble, jobs.get(ids[2]).trouble
    assert isinstance(full, DiskFull)
    assert odd is not None
    assert "unforeseen" in odd.reason


def test_what_runs_and_what_waits_can_be_cancelled(jobs: ExportJobs, paced: Paced) -> None:
    running, waiting = (jobs.start(asked(), Path(name)).id for name in ("a", "b"))
    assert paced.begun.wait(_PATIENCE_S)
    for one in (running, waiting):
        jobs.cancel(one)
    paced.go_on.set()
    assert wait_for(jobs, running, waiting) == [JobState.CANCELLED, JobState.CANCELLED]
    with pytest.raises(NotFound):
        jobs.cancel("X1")


def test_who_closes_the_program_stops_them(jobs: ExportJobs, paced: Paced) -> None:
    job = jobs.start(asked(), Path("a"))
    assert paced.begun.wait(_PATIENCE_S)
    paced.go_on.set()
    assert jobs.close()
    assert jobs.get(job.id).state in (JobState.CANCELLED, JobState.DONE)
    with pytest.raises(NotRunning):
        jobs.start(asked(), Path("b"))


def test_a_real_export_as_a_job(house: House, tmp_path: Path) -> None:
    jobs = ExportJobs(house.exports.export, house.clock)
    try:
        job = jobs.start(asked("yard"), tmp_path / "out.mp4")
        assert wait_for(jobs, job.id) == [JobState.DONE]
        assert left(tmp_path) == ["out.mp4"]
    finally:
        assert jobs.close()
