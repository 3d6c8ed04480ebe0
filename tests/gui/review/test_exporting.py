"""An export is planned, followed to its end, cancelled, or refused in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.viewmodels.exporting import Course, ExportViewModel, Hide, Plan, _course
from omnisight_desktop.services.export.jobs import ExportJob, ExportJobs, JobState
from omnisight_desktop.services.export.orders import ClipOrder
from omnisight_desktop.services.house import House
from tests.fakes.films import numbers
from tests.gui.conftest import Told
from tests.home import NOON

PATIENCE_MS = 20_000
KNOWN = (("porch", "Porch"), ("yard", "Yard"))
Open = Callable[..., ExportViewModel]


@pytest.fixture
def opened(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Open:
    def open_(until_s: float = 4.0, **changed: object) -> ExportViewModel:
        model = ExportViewModel(desk)
        model.open((NOON, NOON + timedelta(seconds=until_s)), ["porch"], KNOWN)
        change: Callable[..., Plan] = replace
        model.change(change(model.plan, folder=tmp_path / "out", **changed))
        qtbot.waitUntil(lambda: model.outlook is not None, timeout=PATIENCE_MS)
        return model

    return open_


def over(model: ExportViewModel, qtbot: QtBot) -> Course:
    def is_over() -> bool:
        return model.course is not None and model.course.over

    qtbot.waitUntil(is_over, timeout=PATIENCE_MS)
    assert model.course is not None
    return model.course


def test_what_there_is_is_told_before_it_begins(opened: Open) -> None:
    model = opened(10.0)
    assert model.outlook is not None
    assert model.outlook.seconds == pytest.approx({"porch": 4.0, "yard": 3.0}, abs=0.1)
    assert model.summary() == "4 s of film; 6 s are missing"
    assert [(one.track, one.words.split(" · ")[0]) for one in model.outlook.seen] == [
        ("T1", "Person")
    ]


def test_one_camera_becomes_one_film(opened: Open, told: Told, qtbot: QtBot) -> None:
    model = opened(2.0)
    model.start()
    course = over(model, qtbot)
    assert course.state is JobState.DONE, course.words
    (file,) = course.files
    assert file.name.startswith("Porch 2026-05-03 ")
    assert numbers(file)[:5] == [0, 1, 2, 3, 4]
    assert (told.offered[0][:2], told.said) == ((f"Saved to {file}.", "Open"), [])


def test_the_folder_is_remembered(opened: Open, desk: Desk, tmp_path: Path) -> None:
    opened()
    assert ExportViewModel(desk).plan.folder == tmp_path / "out"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"until": NOON - timedelta(seconds=1)}, "The end lies before the beginning."),
        ({"cameras": ()}, "Choose a camera."),
    ],
)
def test_what_cannot_be_says_why(opened: Open, changed: dict[str, object], words: str) -> None:
    model = opened()
    change: Callable[..., Plan] = replace
    model.change(change(model.plan, **changed))
    assert model.hindrance() == words
    model.start()
    assert model.course is None


def test_where_nothing_was_recorded_nothing_begins(desk: Desk, qtbot: QtBot) -> None:
    model = ExportViewModel(desk)
    later = NOON + timedelta(seconds=30)
    model.open((later, later + timedelta(seconds=5)), ["porch"], KNOWN)
    qtbot.waitUntil(lambda: model.outlook is not None, timeout=PATIENCE_MS)
    assert model.hindrance() == "Nothing was recorded at these cameras in that time."


def test_it_can_be_cancelled_and_leaves_nothing(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    start = ExportJobs.start

    def stopped_at_once(jobs: ExportJobs, *order: object) -> ExportJob:
        job = start(jobs, *order)  # type: ignore[arg-type]
        jobs.cancel(job.id)
        return job

    monkeypatch.setattr(ExportJobs, "start", stopped_at_once)
    model = opened()
    model.start()
    course = over(model, qtbot)
    assert course.state is JobState.CANCELLED
    assert course.words == "The export was cancelled; nothing is left behind."
    assert not (tmp_path / "out").exists()


def test_an_export_that_fails_says_why(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "out").write_bytes(b"a file where a folder should be")
    model = opened()
    model.start()
    course = over(model, qtbot)
    assert course.state is JobState.FAILED
    assert str(tmp_path / "out") in course.words
    model.done_with()
    assert model.course is None


def test_whom_one_keeps_is_forgotten_with_the_time_in_which_they_were_there(
    opened: Open, qtbot: QtBot
) -> None:
    model = opened(4.0, hide=Hide.ALL_ELSE, keep=("T1",))
    assert list(model.plan.keep) == ["T1"]
    model.change(replace(model.plan, cameras=("yard",)))
    qtbot.waitUntil(lambda: model.outlook is not None, timeout=PATIENCE_MS)
    assert not model.plan.keep


def test_an_export_goes_on_while_the_sheet_is_opened_again(
    opened: Open, house: House, qtbot: QtBot
) -> None:
    model = opened()
    model.start()
    before = model.plan
    model.open((NOON - timedelta(days=1), NOON), ["yard"], KNOWN)
    assert model.plan == before
    assert over(model, qtbot).state is JobState.DONE


def test_how_long_it_takes_is_told_as_soon_as_somebody_can_know() -> None:
    order, file = ClipOrder(()), Path("film.mp4")
    job = ExportJob("J1", order, NOON, file, state=JobState.RUNNING, share=0.01)
    assert _course(job, 2.0).words == "Exporting: 1 %"
    assert _course(replace(job, share=0.25), 30.0).words == "Exporting: 25 % · about 1 min left"
