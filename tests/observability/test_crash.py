"""What broke is told once, in plain text, without secrets; a run that ended well leaves nothing."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.observability.crash import Crashes
from tests.home import NOON


@pytest.fixture(autouse=True)
def handler() -> Iterator[None]:
    """Others listen for faults, too."""
    was = faulthandler.is_enabled()
    yield
    if was:
        faulthandler.enable(sys.__stderr__ or 2)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path).make()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOON)


@pytest.fixture
def crashes(paths: Paths, clock: ManualClock) -> Crashes:
    return Crashes(paths, clock)


def fall(crashes: Crashes, words: str) -> str:
    """The text of the report of a fault, or nothing where it was told already."""
    try:
        raise ZeroDivisionError(words)
    except ZeroDivisionError as error:
        report = crashes.fell(type(error), error, error.__traceback__)
    return report.text if report is not None else ""


def test_a_fault_is_told_with_where_it_was_and_the_end_of_the_diary(
    crashes: Crashes, paths: Paths
) -> None:
    (paths.logs / "omnisight.log").write_text("the camera went away\n" * 500)
    text = fall(crashes, "by nothing")
    assert "ZeroDivisionError: by nothing" in text
    assert "in fall" in text
    assert text.count("the camera went away") == 120
    (file,) = paths.logs.glob("report-*.txt")
    assert file.read_text("utf-8") == text


def test_no_secret_stands_in_it(crashes: Crashes) -> None:
    text = fall(crashes, "rtsp://admin:hunter22@porch/stream")
    assert "hunter22" not in text


def test_the_same_fault_over_and_over_is_told_once(crashes: Crashes) -> None:
    texts = [fall(crashes, f"number {number}") for number in range(3)]
    assert [bool(text) for text in texts] == [True, False, False]


def test_old_reports_make_room_for_new_ones(paths: Paths, clock: ManualClock) -> None:
    for _ in range(14):
        clock.advance(timedelta(hours=1).total_seconds())
        fall(Crashes(paths, clock), "again")
    assert len(list(paths.logs.glob("report-*.txt"))) == 10


def test_a_run_that_ended_well_leaves_nothing(crashes: Crashes, paths: Paths) -> None:
    assert crashes.begin(untidy=False) is None
    crashes.end()
    assert list(paths.logs.iterdir()) == []
    assert crashes.begin(untidy=False) is None
    crashes.end()


def test_a_program_that_died_is_told_of_at_the_next_start_once(
    paths: Paths, clock: ManualClock
) -> None:
    script = textwrap.dedent(
        f"""
        import faulthandler
        from pathlib import Path
        from omnisight_desktop.config.paths import Paths
        from omnisight_desktop.core.clock import SystemClock
        from omnisight_desktop.observability.crash import Crashes
        Crashes(Paths(Path({str(paths.root)!r})), SystemClock()).begin(untidy=False)
        faulthandler._sigsegv()
        """
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert done.returncode != 0
    crashes = Crashes(paths, clock)
    report = crashes.begin(untidy=True)
    assert report is not None
    assert "stopped in the middle" in report.head
    assert "Segmentation fault" in report.text
    crashes.end()
    assert crashes.begin(untidy=False) is None
    crashes.end()


def test_one_that_was_killed_is_told_of_without_a_trace(crashes: Crashes) -> None:
    report = crashes.begin(untidy=True)
    assert report is not None
    assert "killed" in report.head
    crashes.end()
