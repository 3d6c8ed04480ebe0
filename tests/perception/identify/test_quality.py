"""What is no good for recognising anybody is refused, and says why; what is poor counts little."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.identify.align import by_points, portrait
from omnisight_desktop.perception.identify.quality import judge

BOX = np.asarray([60, 60, 160, 190], np.float32)
POINTS = np.asarray([[92, 110], [128, 110], [110, 132], [95, 155], [125, 155]], np.float32)


def picture(mean: float = 120, spread: float = 40) -> Image:
    dice = np.random.default_rng(4)
    coarse = dice.normal(mean, spread, (60, 60)).clip(0, 255).astype(np.uint8)
    grey = cv2.resize(coarse, (240, 240), interpolation=cv2.INTER_CUBIC)
    return np.repeat(np.asarray(grey, np.uint8)[..., None], 3, axis=2)


def test_a_good_look_is_nearly_perfect() -> None:
    quality = judge(picture(), BOX, POINTS, 0.95)
    assert quality.usable
    assert quality.score > 0.9


@pytest.mark.parametrize(
    ("image", "points", "score", "why"),
    [
        (picture(), POINTS * 0.15 + 90, 0.95, "too small"),
        (np.asarray(cv2.GaussianBlur(picture(), (0, 0), 9), np.uint8), POINTS, 0.95, "blurred"),
        (picture(4, 2), POINTS, 0.95, "too dark"),
        (picture(255, 0), POINTS, 0.95, "too bright"),
        (picture(120, 0), POINTS, 0.95, "contrast"),
        (picture(), POINTS, 0.2, "hardly a face"),
        (picture(), POINTS + np.asarray([[0, 0], [0, 0], [22, 0], [0, 0], [0, 0]]), 0.95, "turned"),
        (
            picture(),
            POINTS + np.asarray([[0, 0], [0, 0], [0, 28], [0, 0], [0, 0]]),
            0.95,
            "up or down",
        ),
    ],
)
def test_what_is_no_good_says_why(image: Image, points: object, score: float, why: str) -> None:
    quality = judge(image, BOX, np.asarray(points, np.float32), score)
    assert not quality.usable
    assert why in quality.refusal
    assert quality.score == 0.0


def test_a_small_face_is_worth_less_than_a_large_one() -> None:
    small = judge(picture(), BOX, (POINTS - 110) * 0.45 + 110, 0.95)
    assert 0 < small.score < judge(picture(), BOX, POINTS, 0.95).score


def test_a_head_that_leans_is_not_turned_away() -> None:
    turn = np.deg2rad(35)
    matrix = np.asarray([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    leaning = ((POINTS - 110) @ matrix.T + 110).astype(np.float32)
    measures = dict(judge(picture(), BOX, leaning, 0.95).measures)
    assert measures["turn"] < 0.1


def test_points_that_are_none_and_boxes_beyond_the_edge_are_refused() -> None:
    assert not judge(picture(), BOX, np.zeros((5, 2), np.float32), 0.95).usable
    assert not judge(picture(), BOX, np.full((5, 2), np.nan, np.float32), 0.95).usable
    outside = np.asarray([500, 500, 600, 630], np.float32)
    assert not judge(picture(), outside, POINTS, 0.95).usable
    assert not judge(picture()[:1, :1], BOX, POINTS, 0.95).usable


def test_a_face_is_cut_out_upright_wherever_it_is() -> None:
    image = picture()
    assert by_points(image, POINTS).shape == (112, 112, 3)
    assert by_points(image, POINTS + 1000).shape == (112, 112, 3)  # beyond the edge it is black
    assert max(portrait(image, BOX * 4).shape[:2]) <= 224
    assert portrait(image, np.asarray([5, 5, 6, 6], np.float32)).size > 0
