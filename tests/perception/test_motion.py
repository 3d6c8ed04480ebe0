"""The gate wakes for what moves, and for nothing else."""

from __future__ import annotations

import itertools

import av
import numpy as np
import pytest

from omnisight_desktop.core.frame import ArrayPicture, Image
from omnisight_desktop.core.geometry import iou
from omnisight_desktop.perception.detect.motion import MotionGate
from tests.material import need

NOISE = np.random.default_rng(3)


def picture(square_x: int | None = None, level: int = 120) -> ArrayPicture:
    image: Image = np.full((360, 640, 3), level, np.uint8)
    if square_x is not None:
        image[120:220, square_x : square_x + 60] = 230
    grain = NOISE.normal(0, 2, image.shape)
    return ArrayPicture(np.clip(image + grain, 0, 255).astype(np.uint8))


def settled() -> MotionGate:
    gate = MotionGate()
    for _ in range(20):
        gate.regions(picture())
    return gate


def test_a_still_scene_with_a_grainy_sensor_never_wakes_it() -> None:
    gate = settled()
    assert all(len(gate.regions(picture())) == 0 for _ in range(50))


def test_something_that_enters_is_framed() -> None:
    (region,) = settled().regions(picture(square_x=300))
    assert iou(region[None], np.asarray([[300, 120, 360, 220]], np.float32))[0, 0] > 0.4


def test_two_things_far_apart_are_two_regions() -> None:
    image = picture(square_x=60).image.copy()
    image[120:220, 500:560] = 230
    assert len(settled().regions(ArrayPicture(image))) == 2


def test_one_speck_of_grain_is_nothing() -> None:
    image = picture().image.copy()
    image[100:104, 100:104] = 255
    assert len(settled().regions(ArrayPicture(image))) == 0


def test_light_that_changes_as_a_whole_is_no_motion() -> None:
    gate = settled()
    for level in (160, 220, 60, 120):
        assert len(gate.regions(picture(level=level))) == 0


def test_somebody_who_enters_as_the_light_changes_is_seen() -> None:
    (region,) = settled().regions(picture(square_x=300, level=150))
    assert iou(region[None], np.asarray([[300, 120, 360, 220]], np.float32))[0, 0] > 0.4


def test_dusk_falls_without_waking_it() -> None:
    gate = settled()
    assert all(len(gate.regions(picture(level=120 - step // 4))) == 0 for step in range(300))


def test_at_the_start_everything_is_worth_some_looks() -> None:
    gate = MotionGate()
    for _ in range(3):
        (region,) = gate.regions(picture(square_x=300))
        assert region.tolist() == [0, 0, 640, 360]


@pytest.mark.parametrize(("high", "contrast"), [(40, 30), (60, 20)])
def test_somebody_far_away_in_poor_light_is_framed(high: int, contrast: int) -> None:
    def street(x: int | None) -> ArrayPicture:
        image: Image = np.full((720, 1280, 3), 70, np.uint8)
        if x is not None:
            image[300 : 300 + high, x : x + high // 3] = 70 + contrast
        grain = NOISE.normal(0, 2, (720, 1280, 1))
        return ArrayPicture(np.clip(image + grain, 0, 255).astype(np.uint8))

    gate = MotionGate()
    for _ in range(20):
        gate.regions(street(None))
    framed = [gate.regions(street(200 + 12 * step)) for step in range(20)]
    assert sum(len(regions) > 0 for regions in framed) >= 19
    assert not any(len(gate.regions(street(None))) > 1 for _ in range(5))


def test_a_camera_that_is_turned_sees_everything_anew_and_settles() -> None:
    gate = settled()
    chance = np.random.default_rng(1)
    elsewhere = ArrayPicture(
        np.repeat(np.repeat(chance.integers(0, 2, (9, 16, 1)) * 240, 40, 0), 40, 1)
        .repeat(3, 2)
        .astype(np.uint8)
    )
    (region,) = gate.regions(elsewhere)
    assert region.tolist() == [0, 0, 640, 360]
    for _ in range(5):
        regions = gate.regions(elsewhere)
    assert len(regions) == 0


def test_who_walks_in_real_footage_is_framed_and_a_frozen_stretch_is_still() -> None:
    with av.open(str(need("footage", "video", "yas_people.mp4"))) as film:
        frames = [f.to_ndarray(format="bgr24") for f in itertools.islice(film.decode(video=0), 60)]
    gate = MotionGate()
    moving = [len(gate.regions(ArrayPicture(np.asarray(f, np.uint8)))) for f in frames[::6]]
    assert all(moving)
    still = MotionGate()
    quiet = []
    for _ in range(40):
        grain = NOISE.normal(0, 2, frames[0].shape)
        noisy = np.clip(frames[0] + grain, 0, 255).astype(np.uint8)
        quiet.append(len(still.regions(ArrayPicture(noisy))))
    assert not any(quiet[4:])


def test_what_stirred_is_what_moved_and_not_what_is_open_in_doubt() -> None:
    gate = MotionGate()
    for _ in range(4):
        assert len(gate.regions(picture())) == 1
        assert len(gate.stirred) == 0
    gate = settled()
    gate.regions(picture(square_x=300))
    (stirred,) = gate.stirred
    assert 280 < stirred[0] < 305
    gate.regions(picture(level=10))  # as dark as night: light that changes as a whole
    assert len(gate.stirred) == 0
