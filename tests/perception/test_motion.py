"""The gate wakes for what moves, and for nothing else."""

from __future__ import annotations

import numpy as np

from omnisight_desktop.core.frame import ArrayPicture, Image
from omnisight_desktop.core.geometry import iou
from omnisight_desktop.perception.detect.motion import MotionGate

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


def test_the_light_going_on_is_not_motion_and_is_learned_at_once() -> None:
    gate = settled()
    assert len(gate.regions(picture(level=220))) == 0
    for _ in range(5):
        gate.regions(picture(level=220))
    assert len(gate.regions(picture(level=220))) == 0
