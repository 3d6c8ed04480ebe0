"""Mouths are watched by the real network: of somebody who mouths a word, and of somebody who does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import av
import numpy as np
import pytest

from omnisight_desktop.core.errors import ModelCorrupt
from omnisight_desktop.core.frame import ArrayPicture, Frame
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.perception.identify.mouth import MouthReader
from omnisight_desktop.perception.identify.reader import FaceReader
from omnisight_desktop.perception.identify.yunet import YuNet
from omnisight_desktop.pipeline.company import Company, Glimpse
from omnisight_desktop.pipeline.glimpsing import Glimpsing
from omnisight_desktop.pipeline.recogniser import Acquainted, Recogniser
from omnisight_desktop.pipeline.speaker import speaker
from omnisight_desktop.storage.vectors import CodeIndex
from tests.fakes.faces import DIMENSIONS, PaintedEmbedder
from tests.material import need

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def reader() -> Iterator[MouthReader]:
    made = MouthReader(need("models", "face_landmarker.task"))
    yield made
    made.close()


def seen_in(film: Path, every: int) -> list[Glimpse]:
    """The faces of a film as the eye keeps them while somebody speaks."""
    finder = YuNet(need("models", "face_detection_yunet_2023mar.onnx"))
    embedder, company = PaintedEmbedder(), Company()
    gallery = Gallery("painted", embedder.scale, lambda: CodeIndex(DIMENSIONS), 0.6)
    reader = FaceReader(finder, embedder)
    known = Recogniser(Acquainted(lambda: reader, lambda: gallery, lambda _, __: None, int))
    glimpsing = Glimpsing("porch", known, company)
    company.speaks("porch", anybody=True)
    with av.open(str(film)) as container:
        for place, frame in enumerate(container.decode(video=0)):
            if place % every:
                continue
            image = np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
            box = (0.0, 0.0, float(image.shape[1]), float(image.shape[0]))
            track = Track("T1", "person", box, 0.9, TrackState.ACTIVE, NOON, NOON)
            glimpsing.look(Frame("porch", place, NOON, 0.0, ArrayPicture(image)), (track,))
    return list(company.faces("porch", NOON, NOON))


def test_who_mouths_a_word_may_have_spoken_and_who_only_turns_their_head_has_not(
    reader: MouthReader,
) -> None:
    said = seen_in(need("footage", "gestures", "thanks.mkv"), 5)
    turned = seen_in(need("footage", "gif", "head-pose-face-detection-female.gif"), 2)
    assert min(len(said), len(turned)) >= 8
    assert speaker(["T1"], said, reader) == "T1"
    assert speaker(["T1"], turned, reader) is None
    both = [*said, *(replace(one, track="T2") for one in turned)]
    assert speaker(["T1", "T2"], both, reader) == "T1"


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
