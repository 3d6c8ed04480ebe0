"""The player as a person has it: it goes on, passes over pauses, and says where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.gesture import EventPoses
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.viewmodels.playing import PlayingViewModel, ScreenPicture
from omnisight_desktop.services.house import House
from tests.fakes.bodies import moving, waving
from tests.fakes.films import numbered
from tests.gui.conftest import Told
from tests.gui.review.conftest import came
from tests.home import NOON

PATIENCE_MS = 10_000
T0 = NOON.timestamp()


@pytest.fixture
def playing(desk: Desk, qtbot: QtBot) -> Iterator[PlayingViewModel]:
    playing = PlayingViewModel(desk)
    playing.call_them({"porch": "Porch"})
    yield playing
    playing.close()


def picture(playing: PlayingViewModel, camera: str, qtbot: QtBot) -> ScreenPicture:
    """What a camera shows of the last wish."""
    found: list[ScreenPicture] = []

    def shown() -> bool:
        playing.tick()
        course = playing._player.course
        serial, now = playing._player.shown(camera)
        if now is None or now.order != course.order or course.step:
            return False
        one = playing.picture(camera, serial - 1)
        if one is not None:
            found.append(one)
        return one is not None

    qtbot.waitUntil(shown, timeout=PATIENCE_MS)
    return found[-1]


def test_a_camera_shows_a_moment_with_whoever_was_there(
    playing: PlayingViewModel, qtbot: QtBot
) -> None:
    playing.show(["porch"], T0 + 1.2, play=False)
    shown = picture(playing, "porch", qtbot)
    assert shown.image is not None
    assert numbered(shown.image) == 12
    assert [one.track for one in shown.marked] == ["T1"]
    assert playing.picture("porch", shown.serial) is None


def test_the_skeleton_of_a_gesture_lies_over_its_clip(
    playing: PlayingViewModel, house: House, qtbot: QtBot
) -> None:
    take = moving(waving)
    start = NOON + timedelta(seconds=1)
    house.keeper.commit(
        came("G1", 1.0, type="gesture", label="wave"), EventPoses("G1", start, take, (1280, 720))
    )
    playing.show(["porch"], T0 + 2, play=False)
    (body,) = picture(playing, "porch", qtbot).bodies
    # A second into it, between two looks or on one, and as shares of the picture's two sides.
    wanted = take.points[np.searchsorted(take.times_s, 1.0), :, :2] / (1280, 720)
    assert np.allclose(body[:, :2], wanted, atol=0.03)
    playing.seek(T0 + 3.5)
    assert picture(playing, "porch", qtbot).bodies == ()


def test_where_nothing_was_recorded_it_says_so(playing: PlayingViewModel, qtbot: QtBot) -> None:
    playing.show(["porch"], T0 + 30, play=False)
    shown = picture(playing, "porch", qtbot)
    local = f"{NOON.astimezone():%H:%M}"
    assert (shown.image, shown.sentence) == (None, f"Nothing was recorded at {local}.")


def test_a_recording_that_is_gone_says_so(
    playing: PlayingViewModel, house: House, qtbot: QtBot
) -> None:
    (house.paths.media / "clips" / "porch" / "C1.mp4").unlink()
    playing.show(["porch"], T0 + 1, play=False)
    sentence = picture(playing, "porch", qtbot).sentence
    assert sentence == "This recording cannot be shown: it is gone."


def test_playing_passes_over_what_was_not_recorded(playing: PlayingViewModel, qtbot: QtBot) -> None:
    playing.show(["porch"], T0 - 100, play=True)

    def arrived() -> bool:
        playing.tick()
        return playing.at_s >= T0

    qtbot.waitUntil(arrived, timeout=PATIENCE_MS)
    assert playing.at_s < T0 + 0.1


def test_a_story_without_a_recording_is_not_passed_over_for_a_later_one(
    playing: PlayingViewModel, told: Told, qtbot: QtBot
) -> None:
    playing.show(["porch"], T0 - 100, play=True, stay=True)

    def stands() -> bool:
        playing.tick()
        return playing.speed == 0

    qtbot.waitUntil(stands, timeout=PATIENCE_MS)
    assert playing.at_s < T0 - 99
    assert picture(playing, "porch", qtbot).sentence
    playing.play_or_pause()  # but whoever goes on from there means what comes next

    def arrived() -> bool:
        playing.tick()
        return playing.at_s >= T0

    qtbot.waitUntil(arrived, timeout=PATIENCE_MS)


def test_at_the_end_of_everything_it_stands_still_and_says_so(
    playing: PlayingViewModel, told: Told, qtbot: QtBot
) -> None:
    playing.show(["porch"], T0 + 10, play=True)

    def stands() -> bool:
        playing.tick()
        return playing.speed == 0

    qtbot.waitUntil(stands, timeout=PATIENCE_MS)
    assert told.said == ["Nothing more was recorded after that."]
    playing.faster(-1)
    playing.seek(T0 - 5)
    qtbot.waitUntil(stands, timeout=PATIENCE_MS)
    assert told.said[1:] == ["Nothing was recorded before that."]


def test_jkl_as_editors_have_them(playing: PlayingViewModel) -> None:
    playing.show(["porch"], T0, play=False)
    speeds = []
    for way in (1, 1, 1, -1, -1):
        playing.faster(way)
        speeds.append(playing.speed)
    assert speeds == [1, 2, 4, -1, -2]
    playing.play(0)
    playing.play_or_pause()
    assert playing.speed == 1


def test_steps_go_exactly_one_picture(playing: PlayingViewModel, qtbot: QtBot) -> None:
    playing.show(["porch"], T0 + 1.0, play=False)
    picture(playing, "porch", qtbot)
    playing.step(1)
    playing.step(1)
    image = picture(playing, "porch", qtbot).image
    assert image is not None
    assert numbered(image) == 12
    assert playing.at_s == pytest.approx(T0 + 1.2)


def test_cameras_join_and_leave_but_one_stays(playing: PlayingViewModel, told: Told) -> None:
    playing.show(["porch"], T0, play=False)
    playing.show_also("yard")
    assert list(playing.cameras) == ["porch", "yard"]
    playing.show_also("porch")
    playing.show_also("yard")
    assert list(playing.cameras) == ["yard"]
    for number in range(9):
        playing.show_also(f"c{number}")
    assert len(playing.cameras) == 9
    assert told.said == ["At most 9 cameras play together."]


def test_marks_never_lie_the_wrong_way_round(
    playing: PlayingViewModel, desk: Desk, qtbot: QtBot
) -> None:
    playing.show(["porch"], T0 + 1, play=False)
    playing.mark(begin=True)
    begun = playing.marks
    assert begun.stretch is None
    playing.seek(T0 + 3)
    playing.mark(begin=False)
    stretch = playing.marks.stretch
    assert stretch is not None
    assert [round(one.timestamp() - T0) for one in stretch] == [1, 3]
    playing.seek(T0 + 3.5)
    playing.mark(begin=True)
    assert playing.marks.begin_s == pytest.approx(T0 + 3.5)
    assert playing.marks.end_s is None


def test_time_that_is_still_to_come_is_not_played(
    playing: PlayingViewModel, house: House, told: Told, qtbot: QtBot
) -> None:
    clock = house.clock
    assert isinstance(clock, ManualClock)
    clock.set(NOON.replace(second=1))
    playing.show(["porch"], T0 + 2, play=True)

    def stands() -> bool:
        playing.tick()
        return playing.speed == 0

    qtbot.waitUntil(stands, timeout=PATIENCE_MS)


def test_after_a_pause_it_plays_as_fast_as_before(playing: PlayingViewModel) -> None:
    playing.show(["porch"], T0, play=False)
    playing.play(4.0)
    playing.play_or_pause()
    assert playing.speed == 0.0
    playing.play_or_pause()
    assert playing.speed == 4.0
    playing.show(["porch"], T0, play=False)  # another story begins as people walk
    playing.play_or_pause()
    assert playing.speed == 1.0
