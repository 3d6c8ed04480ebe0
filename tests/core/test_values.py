from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from omnisight_desktop.core import errors
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.frame import ArrayPicture, Frame, Image
from omnisight_desktop.core.identity import Identity
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackPath, TrackState

NOW = datetime(2026, 5, 3, 14, 5, tzinfo=UTC)
_images = st.tuples(st.integers(1, 24), st.integers(1, 24)).flatmap(
    lambda size: arrays(np.uint8, (*size, 3))
)


def _track(number: int) -> Track:
    identity = Identity(f"Person_{number:08X}", "Ada")
    box = (1.5, 2.5, 30.0, 40.0)
    return Track(f"t{number}", "person", box, 0.9, TrackState.ACTIVE, NOW, NOW, identity)


def _scene() -> Scene:
    picture = ArrayPicture(np.zeros((720, 1280, 3), np.uint8))
    event = Event("e1", "door", EventType.APPEARED, NOW, label="person", track="t1")
    return Scene("door", 7, NOW, (1280, 720), tuple(map(_track, range(20))), (event,), picture)


def test_a_scene_without_its_picture_is_small_and_survives_pickling() -> None:
    scene = _scene().without_picture()
    packed = pickle.dumps(scene)
    assert len(packed) < 8_000
    assert pickle.loads(packed) == scene
    assert scene.tracks[3].identity == Identity("Person_00000003", "Ada")


def test_taking_the_picture_off_leaves_the_scene_as_it_was() -> None:
    scene = _scene()
    scene.without_picture()
    assert scene.picture is not None
    assert len(pickle.dumps(scene)) > 1_000_000


@given(_images)
def test_the_cheap_brightness_is_close_to_the_real_one(image: Image) -> None:
    height, width = image.shape[:2]
    blue, green, red = (image[..., channel].astype(float) for channel in range(3))
    real = 0.114 * blue + 0.587 * green + 0.299 * red
    cheap = ArrayPicture(image).luma(width, height)
    assert cheap.dtype == np.uint8
    assert np.abs(cheap - real).max() < 14


@given(st.integers(0, 255), st.integers(1, 40), st.integers(1, 40))
def test_grey_stays_exactly_as_bright(level: int, width: int, height: int) -> None:
    picture = ArrayPicture(np.full((30, 20, 3), level, np.uint8))
    small = picture.luma(width, height)
    assert small.shape == (height, width)
    assert (small == level).all()


def test_a_small_brightness_shows_where_things_are() -> None:
    image = np.zeros((720, 1280, 3), np.uint8)
    image[:360, 640:] = 200
    small = ArrayPicture(image).luma(16, 9)
    assert (small[:4, 8:] == 200).all()
    assert (small[5:] == 0).all()
    assert (small[:, :8] == 0).all()


def test_a_frame_knows_its_size_and_cannot_be_changed() -> None:
    frame = Frame("door", 1, NOW, 0.5, ArrayPicture(np.zeros((48, 64, 3), np.uint8)))
    assert frame.size == (64, 48)
    assert frame.picture.bgr() is frame.picture.bgr()
    with pytest.raises(FrozenInstanceError):
        frame.index = 2  # type: ignore[misc]


def test_detections_are_columns_of_one_length() -> None:
    with pytest.raises(ValueError, match="one row per detection"):
        Detections(np.zeros((2, 4), np.float32), np.zeros(1, np.float32), np.zeros(2, np.int32), ())
    with pytest.raises(ValueError, match="one row per detection"):
        Detections(np.zeros((2, 3), np.float32), np.zeros(2, np.float32), np.zeros(2, np.int32), ())


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=12))
def test_choosing_rows_keeps_boxes_scores_and_labels_together(
    rows: list[tuple[int, bool]],
) -> None:
    numbers = np.arange(len(rows), dtype=np.float32)
    labels = np.asarray([label for label, _ in rows], np.int32)
    every = Detections(
        np.repeat(numbers[:, None], 4, axis=1), numbers * np.float32(0.01), labels, ("a", "b", "c")
    )
    mask = np.asarray([keep for _, keep in rows], np.bool_)
    for chosen in (every.where(mask), every.where(np.flatnonzero(mask))):
        kept = [row for row, keep in enumerate(mask) if keep]
        assert len(chosen) == len(kept)
        assert chosen.boxes[:, 0].tolist() == kept
        assert np.allclose(chosen.scores * 100, kept)
        assert [chosen.name_of(n) for n in range(len(kept))] == ["abc"[rows[r][0]] for r in kept]


def test_nothing_found_and_one_kind_found() -> None:
    assert len(Detections.none(("person",))) == 0
    found = Detections.of("person", [(0, 0, 1, 2), (3, 3, 4, 4)], [0.5, 0.25])
    assert found.boxes.dtype == np.float32
    assert [found.name_of(row) for row in range(2)] == ["person", "person"]
    assert len(Detections.of("person", [], [])) == 0


def test_a_path_has_a_moment_for_each_box() -> None:
    boxes = np.zeros((2, 4), np.float32)
    path = TrackPath("t", "door", "person", NOW, np.asarray([0, 40], np.int64), boxes)
    assert len(path) == 2
    with pytest.raises(ValueError, match="one offset per box"):
        TrackPath("t", "door", "person", NOW, np.asarray([0], np.int64), boxes)


def test_people_are_called_by_their_name_once_they_have_one() -> None:
    assert Identity("Person_A47B8C12").shown == "Person_A47B8C12"
    assert Identity("Person_A47B8C12", "Ada").shown == "Ada"


def test_a_clip_knows_how_long_it_is() -> None:
    clip = Clip("c", "door", "door/c.mp4", NOW, NOW + timedelta(seconds=7.5), 10)
    assert clip.duration_s == 7.5
    assert not clip.protected


def test_a_camera_watches_unless_it_is_switched_off() -> None:
    assert Camera("door", "Door", "demo:").enabled


_ALL_ERRORS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.OmniSightError)
]


@pytest.mark.parametrize("kind", _ALL_ERRORS)
def test_every_error_speaks_and_survives_the_way_to_another_process(
    kind: type[errors.OmniSightError],
) -> None:
    error = kind("The door is shut.", fix="Open it.")
    assert str(error) == "The door is shut. Open it."
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert (back.reason, back.fix) == (error.reason, error.fix)


def test_an_error_without_advice_gives_the_usual_one() -> None:
    assert "Free some space" in errors.DiskFull("No room left.").fix
    assert str(errors.SourceError("No picture.")) == "No picture."
