"""A camera that moves is told from people who do."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.perception.track.sway import BoxSway, PictureSway
from omnisight_desktop.perception.track.tuning import DEFAULT
from tests.material import need

STEP_S = 1 / 30


def test_what_all_boxes_do_time_and_again_was_the_camera() -> None:
    sway, chance = BoxSway(DEFAULT), np.random.default_rng(1)
    for _ in range(30):
        by = chance.normal(0, 12, 2)
        shift = sway.shift(by + chance.normal(0, 1, (6, 2)), np.full((6, 2), 9.0), STEP_S)
    assert shift == pytest.approx(by, abs=2)


def test_people_who_go_their_own_ways_move_no_camera() -> None:
    sway, chance = BoxSway(DEFAULT), np.random.default_rng(2)
    shifts = [
        sway.shift(chance.normal(0, 3, (6, 2)), np.full((6, 2), 9.0), STEP_S) for _ in range(200)
    ]
    assert np.abs(shifts).mean() < 0.6  # half of what chance alone makes of them


def test_one_who_runs_does_not_carry_the_others_along() -> None:
    sway = BoxSway(DEFAULT)
    for _ in range(30):
        surprises = np.asarray([[40.0, 0], [5, 0], [5, 0], [5, 0], [5, 0]])
        shift = sway.shift(surprises, np.full((5, 2), 4.0), STEP_S)
    assert shift[0] == pytest.approx(5, abs=1)


def test_two_boxes_are_no_crowd() -> None:
    assert not BoxSway(DEFAULT).shift(np.full((2, 2), 50.0), np.ones((2, 2)), STEP_S).any()


def scene() -> NDArray[np.uint8]:
    chance = np.random.default_rng(3)
    coarse = chance.integers(30, 220, (60, 100)).astype(np.uint8)
    return np.kron(coarse, np.ones((16, 16), np.uint8))  # 960 high, 1600 wide


def view(wall: NDArray[np.uint8], x: int, y: int) -> ArrayPicture:
    return ArrayPicture(np.repeat(wall[y : y + 720, x : x + 1280, None], 3, axis=2))


@pytest.mark.parametrize(("dx", "dy"), [(0, 0), (24, 0), (-40, 16), (120, -80)])
def test_the_picture_tells_how_far_the_camera_turned(dx: int, dy: int) -> None:
    sway, wall = PictureSway(), scene()
    assert not sway.shift(view(wall, 160, 120)).any()  # there is nothing to compare with yet
    assert sway.shift(view(wall, 160 - dx, 120 - dy)) == pytest.approx((dx, dy), abs=6)


def test_light_that_changes_and_a_lorry_that_passes_turn_no_camera() -> None:
    sway, wall = PictureSway(), scene()
    sway.shift(view(wall, 160, 120))
    assert not sway.shift(view((wall // 2 + 60).astype(np.uint8), 160, 120)).any()
    for step in range(8):
        image = view((wall // 2 + 60).astype(np.uint8), 160, 120).image.copy()
        lorry = np.random.default_rng(4).integers(0, 255, (25, 40)).astype(np.uint8)
        left = 40 + 60 * step
        image[150:550, left : left + 640] = np.kron(lorry, np.ones((16, 16), np.uint8))[..., None]
        assert not sway.shift(ArrayPicture(image)).any()


def test_what_was_before_a_pause_is_forgotten() -> None:
    sway, wall = PictureSway(), scene()
    sway.shift(view(wall, 160, 120))
    sway.forget()
    assert not sway.shift(view(wall, 100, 120)).any()


def test_a_street_that_is_really_filmed_from_a_tripod_does_not_move() -> None:
    import av

    sway = PictureSway()
    with av.open(str(need("footage", "video", "yas_people.mp4"))) as film:
        for index, frame in enumerate(film.decode(video=0)):
            if index % 6 == 0:
                image = np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
                assert not sway.shift(ArrayPicture(image)).any()
            if index > 90:
                break
