"""Tracks of a file of detections: with ids that hold, at the right pace, whole or not at all."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.core.errors import NotFound, UsageError
from omnisight_desktop.perception.track.matching import overlaps, pairs
from omnisight_desktop.services.tracking import Wishes, track_file
from tests.material import need


def detections(path: Path, frames: dict[int, list[tuple[float, float]]]) -> Path:
    """People of 40 by 100 pixels, frame by frame."""
    path.write_text(
        "".join(
            f"{frame},-1,{x},{y},40,100,0.9\n" for frame, boxes in frames.items() for x, y in boxes
        )
    )
    return path


def table(path: Path) -> NDArray[np.float64]:
    return np.loadtxt(path, delimiter=",", ndmin=2)


def test_two_who_walk_get_two_numbers_that_hold(tmp_path: Path) -> None:
    walk = {i: [(10.0 + 3 * i, 50.0), (500.0 - 3 * i, 300.0)] for i in range(1, 60)}
    source, target = detections(tmp_path / "det.txt", walk), tmp_path / "out.txt"
    done = track_file(source, target, Wishes(fps=30))
    rows = table(target)
    assert (done.tracks, done.frames, done.boxes, done.lines) == (2, 59, 118, len(rows))
    assert rows.shape[1] == 10
    assert sorted(set(rows[:, 1])) == [1, 2]
    for number in (1, 2):
        assert np.ptp(rows[rows[:, 1] == number, 3]) < 5  # each stays on its own height
    assert rows[:, 0].min() == 2  # one sighting is not enough
    assert list(rows[:, 0]) == sorted(rows[:, 0])


def test_with_hindsight_gaps_are_bridged_and_tracks_begin_at_the_first_sight(
    tmp_path: Path,
) -> None:
    walk = {i: [(10.0 + 4 * i, 50.0)] for i in range(1, 60) if not 20 <= i < 40}
    source, target = detections(tmp_path / "det.txt", walk), tmp_path / "out.txt"
    track_file(source, target, Wishes(fps=30))
    online = table(target)
    track_file(source, target, Wishes(fps=30, fill=True))
    filled = table(target)
    assert set(online[:, 1]) == set(filled[:, 1]) == {1}
    assert set(range(28, 40)).isdisjoint(online[:, 0].astype(int))
    assert filled[:, 0].tolist() == list(range(1, 60))
    assert np.abs(filled[:, 2] - (10 + 4 * filled[:, 0])).max() < 12


def test_time_is_what_counts_and_not_frames(tmp_path: Path) -> None:
    hidden = {i: [(100.0, 50.0)] for i in range(1, 40) if not 10 <= i < 30}
    source, target = detections(tmp_path / "det.txt", hidden), tmp_path / "out.txt"
    assert track_file(source, target, Wishes(fps=30)).tracks == 1  # away for two thirds of a second
    assert track_file(source, target, Wishes(fps=5)).tracks == 2  # away for four seconds


@pytest.mark.parametrize("folder", [".", ".."])
def test_the_pace_is_read_from_beside_the_file(tmp_path: Path, folder: str) -> None:
    (tmp_path / "det").mkdir()
    source = detections(tmp_path / "det" / "det.txt", {1: [(1, 1)]})
    (source.parent / folder / "seqinfo.ini").write_text("[Sequence]\nframeRate=14\n")
    assert track_file(source, tmp_path / "out.txt", Wishes()).fps == 14
    assert track_file(source, tmp_path / "out.txt", Wishes(fps=7)).fps == 7


@pytest.mark.parametrize("told", ["", "[Sequence]\n", "[Sequence]\nframeRate=fast\n", "x[", "\x00"])
def test_a_broken_seqinfo_is_named(tmp_path: Path, told: str) -> None:
    source = detections(tmp_path / "det.txt", {1: [(1, 1)]})
    (tmp_path / "seqinfo.ini").write_text(told)
    with pytest.raises(UsageError, match=r"seqinfo\.ini"):
        track_file(source, tmp_path / "out.txt", Wishes())
    assert not (tmp_path / "out.txt").exists()


def test_no_detection_makes_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "det.txt").write_text("")
    done = track_file(tmp_path / "det.txt", tmp_path / "out.txt", Wishes())
    assert (done.frames, done.tracks, done.lines) == (0, 0, 0)
    assert (tmp_path / "out.txt").read_text() == ""


def test_a_frame_far_away_takes_no_time(tmp_path: Path) -> None:
    source = detections(tmp_path / "det.txt", {1: [(1, 1)], 2: [(1, 1)], 10**9: [(1, 1)]})
    assert track_file(source, tmp_path / "out.txt", Wishes()).tracks == 1


def test_a_broken_line_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "det.txt").write_text("1,-1,1,1,9,9,0.9\n2,-1,1,1,9\n")
    (tmp_path / "out.txt").write_text("older\n")
    with pytest.raises(UsageError, match="line 2"):
        track_file(tmp_path / "det.txt", tmp_path / "out.txt", Wishes())
    assert (tmp_path / "out.txt").read_text() == "older\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["det.txt", "out.txt"]


def test_files_that_cannot_be_are_refused_in_words(tmp_path: Path) -> None:
    source = detections(tmp_path / "det.txt", {1: [(1, 1)]})
    for target, wishes, why in [
        (source, Wishes(), "replace the detections"),
        (tmp_path, Wishes(), "folder"),
        (tmp_path / "out.txt", Wishes(fps=0), "pictures a second"),
        (tmp_path / "out.txt", Wishes(fps=float("nan")), "pictures a second"),
        (tmp_path / "out.txt", Wishes(fps=1e-12), "centuries"),
    ]:
        with pytest.raises(UsageError, match=why):
            track_file(source, target, wishes)
    with pytest.raises(NotFound):
        track_file(tmp_path / "absent.txt", tmp_path / "out.txt", Wishes())
    with pytest.raises(UsageError, match="cannot be read"):
        track_file(tmp_path, tmp_path / "out.txt", Wishes())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["det.txt"]


def test_real_people_keep_their_ids(tmp_path: Path) -> None:
    folder = need("truth", "mot", "MOT15", "TUD-Stadtmitte")
    track_file(folder / "det" / "det.txt", tmp_path / "out.txt", Wishes(fps=25))
    found, truth = table(tmp_path / "out.txt"), table(folder / "gt" / "gt.txt")
    whose: dict[float, Counter[float]] = {}
    for frame in range(1, 180):
        there, here = (part[part[:, 0] == frame] for part in (truth, found))
        assert len(set(here[:, 1])) == len(here)
        people, tracks = pairs(overlaps(corners(there), corners(here)), 0.5)
        for person, track in zip(there[people, 1], here[tracks, 1], strict=True):
            whose.setdefault(person, Counter())[track] += 1
    seen = sum(counter.total() for counter in whose.values())
    same = sum(counter.most_common(1)[0][1] for counter in whose.values())
    assert seen > 0.75 * len(truth)
    assert same > 0.8 * seen


def corners(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    boxes = rows[:, 2:6].copy()
    boxes[:, 2:] += boxes[:, :2]
    return boxes
