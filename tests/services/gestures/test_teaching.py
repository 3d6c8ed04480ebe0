"""Any video is a teacher; who teaches is judged as soon as it has been shown."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import SourceError, UsageError
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.gesture import Take
from omnisight_desktop.perception.gesture.verdict import Fault
from omnisight_desktop.services.gestures.library import Gestures
from omnisight_desktop.services.gestures.teaching import TakeRecorder, Teacher, largest_first
from omnisight_desktop.services.keeper import ReadOnly
from omnisight_desktop.storage.gestures import GestureArchive
from tests.fakes.bodies import Puppets, joined, moving, numbered, waving
from tests.storage.store import NOON, Store

REST = moving(seconds=0.5, fps=15)
WAVE = joined(REST, moving(waving, fps=15), REST)


def shown(*takes: Take, fps: float = 15.0) -> TakeRecorder:
    """A camera shows pictures at that rate; the recorder looks at as many as it wants."""
    recorder, finder = TakeRecorder(), Puppets(*takes)
    for number in range(len(takes[0])):
        if recorder.wants(number / fps):
            picture = ArrayPicture(numbered(np.zeros((8, 8, 3), np.uint8), number))
            recorder.add(largest_first(finder.everybody(picture, 2)), number / fps)
    return recorder


def test_pictures_become_a_take() -> None:
    recording = shown(WAVE).finish()
    assert recording.fault is None
    assert np.array_equal(recording.take.points, WAVE.points)
    assert recording.take.times_s == pytest.approx(WAVE.times_s)


def test_more_pictures_than_are_needed_are_not_looked_at() -> None:
    fast = joined(*[moving(waving, fps=60)])
    assert len(shown(fast, fps=60).finish().take) == pytest.approx(30, abs=1)


def test_two_people_in_the_picture_are_one_too_many() -> None:
    fault = shown(WAVE, WAVE).finish().fault
    assert fault is not None
    assert fault.fault is Fault.SEVERAL
    assert "Two people" in fault.reason


def test_somebody_small_in_the_background_is_no_matter() -> None:
    passer = joined(*[moving(seconds=3, fps=15, size_px=40)])
    recording = shown(WAVE, passer).finish()
    assert recording.fault is None
    assert np.array_equal(recording.take.points, WAVE.points)


def test_nobody_in_the_picture_is_said() -> None:
    empty = Take(np.full_like(WAVE.points, np.nan), WAVE.times_s)
    assert np.isnan(shown(empty).finish().take.points).all()
    with pytest.raises(UsageError, match="No picture came"):
        TakeRecorder().finish()


def test_a_source_that_is_not_there_teaches_nothing(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    library = Gestures(GestureArchive(store.database), ReadOnly(), ManualClock(NOON))
    teacher = Teacher(library, lambda: Puppets(WAVE))
    with pytest.raises(SourceError):
        teacher.lesson("wave", [str(tmp_path / "gone.mp4")])
    with pytest.raises(SourceError):
        teacher.try_out(str(tmp_path / "gone.mp4"), 5.0)
    assert library.all() == []
    store.database.close()


def test_what_nobody_has_to_teach_can_be_tried_out_before_anything_is_taught(
    tmp_path: Path,
) -> None:
    def up(share: float) -> tuple[float, float]:
        return 0.5, 1.1 - 2.0 * min(1.0, share * 3)

    raised = moving(up, up, seconds=3.0, fps=15)
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(len(raised)):
        picture = numbered(np.zeros((16, 16, 3), np.uint8), number)
        assert cv2.imwrite(str(folder / f"{number:03}.png"), picture)
    store = Store.at(tmp_path / "store")
    library = Gestures(GestureArchive(store.database), ReadOnly(), ManualClock(NOON))
    tried = Teacher(library, lambda: Puppets(raised)).try_out(f"{folder}?fps=15", 5.0)
    assert [one.label for one in tried.made] == ["raised hands"]
    assert tried.best["raised hands"] > 0.7
    assert tried.best["fall"] == 0
    store.database.close()
