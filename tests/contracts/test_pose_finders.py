"""What every engine that finds poses has to do, whichever it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from omnisight_desktop.core.errors import ModelError
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.gesture import Joint
from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.perception.pose import POSE_FINDERS
from tests.material import need

WEIGHTS = {"mediapipe": "pose_landmarker_full.task", "yolo": "yolov8n-pose-dq.pt"}


@pytest.fixture(scope="module")
def picture() -> ArrayPicture:
    """Somebody who makes a sign, hips and hands in the picture."""
    with av.open(str(need("footage", "gestures", "want.mkv"))) as film:
        frames = list(film.decode(video=0))
    return ArrayPicture(np.asarray(frames[20].to_ndarray(format="bgr24"), np.uint8))


@pytest.fixture(scope="module", params=POSE_FINDERS.names())
def finder(request: pytest.FixtureRequest) -> Iterator[PoseFinder]:
    weights = need("models", WEIGHTS[request.param])
    made: PoseFinder = POSE_FINDERS.load(request.param)(weights)
    yield made
    made.close()


def test_a_body_is_found_where_it_is(finder: PoseFinder, picture: ArrayPicture) -> None:
    [pose] = finder.everybody(picture, 2)
    left, right = pose.points[Joint.LEFT_SHOULDER], pose.points[Joint.RIGHT_SHOULDER]
    assert left[3] > 0.5
    assert right[3] > 0.5
    assert left[0] - right[0] > 60  # who faces us has the left on our right
    assert pose.points[Joint.NOSE, 1] < left[1] < pose.points[Joint.LEFT_HIP, 1]
    assert (pose.points[[Joint.NOSE, Joint.LEFT_SHOULDER], 0] < picture.width).all()


def test_in_a_box_it_is_the_same_body_and_in_an_empty_one_none(
    finder: PoseFinder, picture: ArrayPicture
) -> None:
    [whole] = finder.everybody(picture, 1)
    boxes = [[120, 0, 540, 480], [0, 0, 40, 40], [300, 200, 301, 201], [-90, -90, -20, -20]]
    found = finder.find(picture, np.asarray(boxes, np.float32))
    assert len(found) == 4
    assert found[0] is not None
    apart = np.abs(found[0].points[11:17, :2] - whole.points[11:17, :2])
    assert np.median(apart) < 12  # pixels of the whole picture
    assert found[1:] == [None, None, None]
    assert finder.find(picture, np.zeros((0, 4), np.float32)) == []


def test_in_an_empty_picture_nobody_is_found(finder: PoseFinder) -> None:
    blank = ArrayPicture(np.full((240, 320, 3), 127, np.uint8))
    assert finder.everybody(blank, 3) == []


@pytest.mark.parametrize("name", POSE_FINDERS.names())
def test_without_its_file_it_says_so(name: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="There is no file"):
        POSE_FINDERS.load(name)(tmp_path / "gone.task")
