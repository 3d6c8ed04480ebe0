"""Minutes of four cameras with kills, stalls and a full disk: rows, files and gaps add up to the second.

``python -m benchmarks.endure`` does the same to the whole program, in real time and for half an hour.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.endure.disk import small_disk
from benchmarks.endure.judge import Evidence, Verdict, judged
from benchmarks.endure.pictures import make_lap
from omnisight_desktop.app.build import reading
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.registry import Health
from omnisight_desktop.storage.check import check
from tests.endurance.recording import BEGAN, Story

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")

TROUBLES = [
    [(22.0, 27.5, False), (71.0, 83.3, True)],
    [(31.7, 40.0, True)],
    [],
    [(18.0, 19.2, False), (66.0, 70.4, True), (95.4, 99.0, True)],
]
_LAST_S = 120.0


@pytest.fixture(scope="module")
def lap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A minute of pictures that tell their number."""
    return make_lap(tmp_path_factory.mktemp("film") / "lap.ts")


def play(stories: Sequence[Story]) -> None:
    """One after the other, each in a process of its own."""
    for story in stories:
        command = [sys.executable, "-m", "tests.endurance.recording", story.told()]
        root = Path(__file__).parents[2]
        done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
        assert done.returncode == (-signal.SIGKILL if story.killed else 0), done.stderr


def told_by(root: Path, lap: Path, full: list[tuple[float, float]]) -> list[Story]:
    """Killed twice, away for some seconds each time, and ended in order."""
    whole = Story(str(root), str(lap), 0.0, _LAST_S, full=full, troubles=TROUBLES)
    return [
        replace(whole, end_s=36.4, killed=True),
        replace(whole, begin_s=41.0, end_s=77.7, killed=True),
        replace(whole, begin_s=79.2),
    ]


def verdicts(root: Path, stories: Sequence[Story]) -> list[Verdict]:
    """What became of each camera."""
    paths, found = Paths(root / "data"), []
    with reading(paths, Settings()) as house:
        for number in range(len(TROUBLES)):
            sent = frozenset().union(*(story.sent(number) for story in stories))
            segments, gaps = (
                house.footage.find(f"camera{number}"),
                house.footage.gaps(f"camera{number}"),
            )
            there = Evidence(segments, gaps, paths.media, sent, BEGAN)
            found.append(judged(there, slack_s=0.2))
    return found


def insist_that_it_adds_up(found: Sequence[Verdict]) -> None:
    """Nothing is twice, nothing was made up, and every second is recorded or told."""
    for verdict in found:
        assert verdict.wrong_files == []
        assert (verdict.twice, verdict.strange, verdict.unexplained_s) == (0, 0, [])
        assert max(verdict.off_s) < 0.05
        account = verdict.account
        assert max(account.untold, default=0) <= 1.0
        assert max(account.doubled, default=0) <= 0.01
        assert account.excused_s <= 0.01
        assert account.apart_s <= 1.0
        assert account.whole_s > 100


def test_kills_stalls_and_a_full_disk_add_up(lap: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path, 24) as disk:
        full = [] if disk.why_not else [(33.0, 55.5), (88.0, 101.0)]
        stories = told_by(disk.folder, lap, full)
        play(stories)
        found = verdicts(disk.folder, stories)
        paths = Paths(disk.folder / "data")
        checks = check(paths.database, paths.media, None, repair=False)
    insist_that_it_adds_up(found)
    assert all(one.state is Health.OK for one in checks), checks
    reasons = found[0].reasons | found[1].reasons | found[2].reasons | found[3].reasons
    assert {"OmniSight was not running.", "The camera's stream broke off."} <= set(reasons)
    if disk.why_not:
        # A kill loses what was not yet written, and nothing else is lost.
        assert all(verdict.sent - verdict.kept <= 40 for verdict in found)
        pytest.skip(f"all adds up, but the disk could not be filled: {disk.why_not}")
    for verdict in found:
        assert sum(s for why, s in verdict.reasons.items() if "GB" in why or "room" in why) > 5


def test_the_judge_sees_what_does_not_add_up(lap: Path, tmp_path: Path) -> None:
    story = Story(str(tmp_path), str(lap), 0.0, 30.0, troubles=[[]])
    play([story])
    paths = Paths(tmp_path / "data")
    with reading(paths, Settings()) as house:
        segments = house.footage.find("camera0")
    whole = Evidence(segments, (), paths.media, frozenset(story.sent(0)), BEGAN)
    assert judged(whole, 0.2).unexplained_s == []
    hole = judged(replace(whole, segments=[segments[0], *segments[2:]]), 0.2)
    assert len(hole.unexplained_s) == 100
    assert hole.account.untold == (10.0,)
    late = replace(segments[1], start=segments[1].start + timedelta(seconds=2))
    shifted = judged(replace(whole, segments=[segments[0], late, *segments[2:]]), 0.2)
    assert max(shifted.off_s) > 1.9
    assert shifted.wrong_files
    twice = judged(replace(whole, segments=[*segments, segments[1]]), 0.2)
    assert (twice.twice, twice.account.doubled) == (100, (10.0,))
    (paths.media / segments[2].path).unlink()
    assert judged(whole, 0.2).wrong_files == [f"{segments[2].path}: it is gone"]
