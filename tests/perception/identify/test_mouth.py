"""Mouths are watched by the real network: of somebody who mouths a word, and of somebody who does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from omnisight_desktop.core.errors import ModelCorrupt
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.identify.mouth import MouthReader
from omnisight_desktop.perception.identify.yunet import YuNet
from tests.material import need


@pytest.fixture(scope="module")
def reader() -> Iterator[MouthReader]:
    made = MouthReader(need("models", "face_landmarker.task"))
    yield made
    made.close()


def faces_of(film: Path, every: int) -> list[Image]:
    finder = YuNet(need("models", "face_detection_yunet_2023mar.onnx"))
    found: list[Image] = []
    with av.open(str(film)) as container:
        for place, frame in enumerate(container.decode(video=0)):
            if place % every:
                continue
            image = np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
            for x1, y1, x2, y2 in finder.find(image).boxes[:1].astype(int):
                around = int(0.4 * (y2 - y1))
                left, top = max(0, x1 - around), max(0, y1 - around)
                found.append(image[top : y2 + around, left : x2 + around].copy())
    return found


def test_a_mouth_that_moves_opens_further_than_that_of_a_head_that_only_turns(
    reader: MouthReader,
) -> None:
    said = faces_of(need("footage", "gestures", "thanks.mkv"), 5)
    turned = faces_of(need("footage", "gif", "head-pose-face-detection-female.gif"), 2)
    spread = []
    for faces in (said, turned):
        known = [one for one in reader.openings(faces) if one is not None]
        assert len(known) >= 8
        spread.append(float(np.quantile(known, 0.9) - np.quantile(known, 0.1)))
    assert spread[0] > 0.02
    assert spread[1] < 0.01


def test_where_there_is_no_face_nothing_is_told(reader: MouthReader) -> None:
    assert reader.openings([np.full((90, 90, 3), 90, np.uint8)]) == (None,)
    assert reader.openings([]) == ()


def test_a_damaged_file_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "face_landmarker.task"
    path.write_bytes(b"no network")
    broken = MouthReader(path)
    try:
        with pytest.raises(ModelCorrupt, match="face_landmarker"):
            broken.openings([np.zeros((9, 9, 3), np.uint8)])
    finally:
        broken.close()
