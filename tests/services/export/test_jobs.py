"""Exports that go on by themselves: they can be looked at, cancelled, and waited for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import Cancelled, DiskFull, NotFound, NotRunning, UsageError
from omnisight_desktop.services.evidence.check import check
from omnisight_desktop.services.export.jobs import ExportJobs, JobState
from omnisight_desktop.services.export.orders import ClipOrder, FilmsOrder, Handing, Order
from omnisight_desktop.services.export.request import ExportRequest, insist_sensible
from omnisight_desktop.services.house import House
from omnisight_desktop.services.playback import Tell
from tests.home import NOON
from tests.services.export.conftest import SEAL, asked, left

_PATIENCE_S = 30.0


class Paced(Handing):
    """An export that goes on when it is let."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def insist_there(self, order: Order) -> None:
        assert isinstance(order, FilmsOrder)
        insist_sensible(order.request)

    def hand_out(self, order: Order, target: Path, tell: Tell) -> None:
        assert isinstance(order, FilmsOrder)
        by = order.request.by
        tell(0.5)
        self.begun.set()
        self.go_on.wait(_PATIENCE_S)
        if not tell(0.6):
            raise Cancelled("The export was stopped.")
        if by == "full":
            raise DiskFull("No room.")
        if by == "odd":
            raise RuntimeError("nobody thought of this")
        (target / "out.mp4").write_text("film")


@pytest.fixture
def paced() -> Paced:
    """What the jobs do."""
    return Paced()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where exports go that are not told where to go."""
    return tmp_path / "exports"


@pytest.fixture
def jobs(paced: Paced, folder: Path) -> Iterator[ExportJobs]:
    """Jobs of a program that is closed in the end."""
    jobs = ExportJobs(paced, folder, ManualClock(NOON))
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


def films(by: str = "", until_s: float = 30) -> FilmsOrder:
    """A stretch of time at both cameras."""
    return FilmsOrder(asked(by=by, until_s=until_s))


def test_a_job_tells_how_far_it_is_and_what_came_of_it(
    jobs: ExportJobs, paced: Paced, folder: Path
) -> None:
    job = jobs.start(films())
    assert paced.begun.wait(_PATIENCE_S)
    now = jobs.get(job.id)
    assert (now.state, now.share, now.over) == (JobState.RUNNING, 0.5, False)
    with pytest.raises(UsageError, match="not over"):
        jobs.forget(job.id)
    paced.go_on.set()
    assert wait_for(jobs, job.id) == [JobState.DONE]
    done = jobs.get(job.id)
    assert (done.share, done.files) == (1.0, (folder / job.id / "out.mp4",))
    assert jobs.file(job.id, "out.mp4") == done.files[0]
    with pytest.raises(NotFound):
        jobs.file(job.id, "../../omnisight.db")
    jobs.forget(job.id)
    assert left(folder) == []


def test_one_after_the_other_and_each_has_an_end_of_its_own(
    jobs: ExportJobs, paced: Paced, folder: Path
) -> None:
    paced.go_on.set()
    ids = [jobs.start(films(by)).id for by in ("a", "full", "odd", "b")]
    states = wait_for(jobs, *ids)
    assert states == [JobState.DONE, JobState.FAILED, JobState.FAILED, JobState.DONE]
    assert [one.id for one in jobs.all()] == ids[::-1]
    full, odd = jobs.get(ids[1]).trouble, jobs.get(ids[2]).trouble
    assert isinstance(full, DiskFull)
    assert odd is not None
    assert "unforeseen" in odd.reason
    assert {path.split("/")[0] for path in left(folder)} == {ids[0], ids[3]}


def test_what_runs_and_what_waits_can_be_cancelled(
    jobs: ExportJobs, paced: Paced, folder: Path
) -> None:
    running, waiting = (jobs.start(films()).id for _ in range(2))
    assert paced.begun.wait(_PATIENCE_S)
    for one in (running, waiting):
        jobs.cancel(one)
    assert jobs.get(waiting).state is JobState.CANCELLED
    paced.go_on.set()
    assert wait_for(jobs, running, waiting) == [JobState.CANCELLED, JobState.CANCELLED]
    assert left(folder) == []
    with pytest.raises(NotFound):
        jobs.cancel("X1")


def test_what_makes_no_sense_and_what_is_too_much_is_refused_at_once(
    jobs: ExportJobs, paced: Paced
) -> None:
    with pytest.raises(UsageError, match="before it begins"):
        jobs.start(films(until_s=-1))
    jobs.start(films())
    assert paced.begun.wait(_PATIENCE_S)
    for _ in range(16):
        jobs.start(films())
    with pytest.raises(UsageError, match="16 exports wait already"):
        jobs.start(films())
    assert all(not one.over for one in jobs.all())
    paced.go_on.set()


def test_who_closes_the_program_stops_them(jobs: ExportJobs, paced: Paced, folder: Path) -> None:
    running, waiting = (jobs.start(films()).id for _ in range(2))
    assert paced.begun.wait(_PATIENCE_S)
    assert not jobs.close(timeout_s=0)
    paced.go_on.set()
    assert jobs.close()
    assert [jobs.get(one).state for one in (running, waiting)] == [JobState.CANCELLED] * 2
    assert left(folder) == []
    with pytest.raises(NotRunning):
        jobs.start(films())


def test_what_a_kill_left_behind_is_gone_at_the_next_start(
    jobs: ExportJobs, paced: Paced, folder: Path
) -> None:
    for name in (".X0SA0B6YDM00S0E.part", "X0SA0B767M00R2C", ".mine.part"):
        (folder / name).mkdir(parents=True)
    paced.go_on.set()
    job = jobs.start(films())
    assert wait_for(jobs, job.id) == [JobState.DONE]
    there = {path.split("/")[0] for path in left(folder)}
    assert there == {"X0SA0B767M00R2C", ".mine.part", job.id}


def test_real_exports_of_every_kind(house: House, tmp_path: Path) -> None:
    handing = Handing(house.exports, house.clips, house.events, house.clock, lambda: SEAL)
    jobs = ExportJobs(handing, tmp_path / "exports", house.clock)
    clips = (house.clips.get("C1"), house.clips.get("C3"))
    sealed = ExportRequest(("yard",), NOON, NOON + timedelta(seconds=2), by="Anna")
    try:
        orders = (
            ClipOrder(clips),
            ClipOrder(clips, sealed=True),
            FilmsOrder(asked()),
            FilmsOrder(sealed, sealed=True),
        )
        ids = [jobs.start(order).id for order in orders]
        named = jobs.start(FilmsOrder(asked("yard")), tmp_path / "out.mp4").id
        assert wait_for(jobs, *ids, named) == [JobState.DONE] * 5
        counts = [sorted(path.suffix for path in jobs.get(one).files) for one in ids]
        films = [".json", ".mp4", ".mp4"]
        assert counts == [films, [".zip"], films, [".zip"]]
        for one in (ids[1], ids[3]):
            assert check(jobs.file(one, "evidence.zip"), key=SEAL.public).ok
        assert jobs.get(named).files == ()
        jobs.forget(named)
        assert (tmp_path / "out.mp4").is_file()
        for nothing in (ClipOrder(()), FilmsOrder(asked("attic"))):
            with pytest.raises(NotFound):
                jobs.start(nothing)
    finally:
        assert jobs.close()
