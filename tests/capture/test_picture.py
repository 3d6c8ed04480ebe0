"""Pictures are brought to the size of the screen without a second copy, and look the same."""

from __future__ import annotations

import av
import cv2
import numpy as np
import pytest

from omnisight_desktop.capture.picture import DecodedPicture, JpegPicture, PlainPicture
from omnisight_desktop.core.frame import ArrayPicture, Image, Picture

WIDTH, HEIGHT = 320, 180


@pytest.fixture(scope="module")
def image() -> Image:
    """Red on the left, blue on the right."""
    made = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    made[:, : WIDTH // 2] = (20, 30, 220)
    made[:, WIDTH // 2 :] = (200, 40, 10)
    return made


def kinds(image: Image) -> list[Picture]:
    done, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 100])
    assert done
    frame = av.VideoFrame.from_ndarray(image, format="bgr24").reformat(format="yuv420p")
    return [
        DecodedPicture(frame),
        JpegPicture(data.tobytes(), WIDTH, HEIGHT),
        PlainPicture(image),
    ]


@pytest.mark.parametrize("size", [(160, 90), (WIDTH, HEIGHT), (640, 360), (208, 118)])
@pytest.mark.parametrize("kind", [0, 1, 2], ids=["decoded", "jpeg", "plain"])
def test_a_picture_is_fitted_to_the_screen(image: Image, kind: int, size: tuple[int, int]) -> None:
    width, height = size
    fitted = kinds(image)[kind].fitted(width, height)
    assert fitted.shape == (height, width, 4)
    assert fitted.strides[1:] == (4, 1)  # as a screen takes it
    for column, colour in ((width // 4, (20, 30, 220)), (3 * width // 4, (200, 40, 10))):
        shown = fitted[height // 2, column, :3].astype(int)
        assert np.abs(shown - colour).max() < 12


def test_the_same_picture_is_fitted_to_two_sizes_in_turn(image: Image) -> None:
    picture = kinds(image)[0]
    for _ in range(3):
        assert picture.fitted(160, 90).shape == (90, 160, 4)
        assert picture.fitted(64, 36).shape == (36, 64, 4)


def test_who_cannot_bring_it_there_gives_it_as_it_is(image: Image) -> None:
    assert ArrayPicture(image).fitted(10, 10) is image
