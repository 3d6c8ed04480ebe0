"""On real footage: boxes lie on people, and of those who are hidden no face is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.services.export.request import Draw, ExportRequest, Hide
from omnisight_desktop.services.house import House
from tests.fakes.films import film, keep_clip
from tests.home import NOON, furnished
from tests.material import need
from tests.services.export.sightings import Watcher

EVERY = 6  # pictures from one look to the next, of thirty a second
Face = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def watcher() -> Watcher:
    """Who finds people."""
    return Watcher(need("models", "yolov8n-dq.onnx"))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, watcher: Watcher) -> Iterator[House]:
    """A street for a second and a half, and a room with two people who talk."""
    with furnished(tmp_path_factory.mktemp("house")) as house:
        for name, source, size, most, fps, every in (
            ("street", ("video", "yas_people.mp4"), (1280, 720), 46, 30, EVERY),
            ("room", ("gif", "head-pose-face-detection-female-and-male.gif"), None, 36, 12, 4),
        ):
            house.keeper.commit(Camera(name, name.title(), f"file:{name}"))
            seen = pictures(need("footage", *source), most, size)
            file = film(house.paths.media / "clips" / name / "C.mp4", seen, fps=fps, gop=fps)
            keep_clip(house, f"C{name}", name, file, NOON, len(seen) / fps)
            house.keeper.commit(*watcher.paths(name, seen, fps, every, NOON))
        yield house


def pictures(path: Path, most: int, size: tuple[int, int] | None = None) -> list[Image]:
    """The first pictures of a film."""
    found: list[Image] = []
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            even = frame if size is None else frame.reformat(*size)
            found.append(np.ascontiguousarray(even.to_ndarray(format="bgr24"), np.uint8))
            if len(found) == most:
                break
    return found


def asked(camera: str, **more: Any) -> ExportRequest:
    """Everything that this camera has."""
    return ExportRequest((camera,), NOON, NOON + timedelta(seconds=9), **more)


def test_boxes_lie_on_people_also_between_two_looks(
    house: House, watcher: Watcher, tmp_path: Path
) -> None:
    order = asked("street", draw=frozenset({Draw.BOXES}))
    house.exports.export(order, tmp_path / "drawn.mp4")
    drawn = pictures(tmp_path / "drawn.mp4", 99)
    plain = pictures(house.paths.media / "clips" / "street" / "C.mp4", 99)
    assert len(drawn) == len(plain)
    for number in range(EVERY // 2 + 2 * EVERY, len(plain) - EVERY // 2, 2 * EVERY):
        lines = _lines(drawn[number], plain[number])
        now = watcher.people(plain[number], 0.6)
        assert len(now) >= 5
        assert np.mean([_framed(lines, box) for box in now]) > 0.8
        # The same picture with people who walk on would not fit: their boxes go with them.
        walking = [box for box in now if _moves(box, watcher.people(plain[number - 15], 0.5))]
        if walking:
            earlier = _lines(drawn[number - 15], plain[number - 15])
            there = np.mean([_framed(lines, box) for box in walking])
            assert np.mean([_framed(earlier, box) for box in walking]) < there - 0.2


def test_no_face_is_found_where_everybody_is_hidden(house: House, tmp_path: Path) -> None:
    house.exports.export(asked("room", hide=Hide.OTHERS), tmp_path / "out.mp4")
    before = faces(house.paths.media / "clips" / "room" / "C.mp4")
    after = faces(tmp_path / "out.mp4")
    assert len(before) == len(after) == 36
    assert sum(len(found) for found in before) >= 70
    assert sum(len(found) for found in after) == 0


@pytest.mark.parametrize("hide", [Hide.OTHERS, Hide.ALL_ELSE])
def test_who_is_kept_is_seen_and_nobody_else(house: House, tmp_path: Path, hide: Hide) -> None:
    followed = house.exports.followed(asked("room"))
    kept = max(followed, key=lambda path: float(path.boxes[:, 0].mean()))
    house.exports.export(asked("room", hide=hide, keep=(kept.track,)), tmp_path / "out.mp4")
    middle = float(kept.boxes[:, [0, 2]].mean()) * 480
    before = faces(house.paths.media / "clips" / "room" / "C.mp4")
    after = faces(tmp_path / "out.mp4")
    assert sum(len(found) for found in after) >= 30
    for found in after:
        assert all(abs(x + width / 2 - middle) < 120 for x, _, width, _ in found)
        assert len(found) <= 1
    assert any(abs(x + width / 2 - middle) > 120 for found in before for x, _, width, _ in found)


def faces(path: Path) -> list[list[Face]]:
    """The faces in each picture of a film."""
    weights = need("models", "face_detection_yunet_2023mar.onnx")
    detector = cv2.FaceDetectorYN.create(str(weights), "", (480, 270), 0.5)
    found = []
    for image in pictures(path, 999):
        _, rows = detector.detect(image)
        some: Any = () if rows is None else rows
        found.append([(float(r[0]), float(r[1]), float(r[2]), float(r[3])) for r in some])
    return found


def _lines(drawn: Image, plain: Image) -> NDArray[np.float32]:
    """How far each pixel is from a line that was drawn."""
    apart = np.abs(drawn.astype(np.int16) - plain.astype(np.int16)).max(axis=2)
    marks = (apart > 48).astype(np.uint8)
    return np.asarray(cv2.distanceTransform(1 - marks, cv2.DIST_L2, 5), np.float32)


def _framed(lines: NDArray[np.float32], box: NDArray[np.float32]) -> float:
    """How much of the edge of a box is near such a line."""
    height, width = lines.shape
    x1, y1, x2, y2 = (float(value) for value in box)
    near = 2 + 0.08 * min(x2 - x1, y2 - y1)
    steps = np.linspace(0, 1, 40)
    across, down = x1 + (x2 - x1) * steps, y1 + (y2 - y1) * steps
    xs = np.concatenate([across, across, np.full(40, x1), np.full(40, x2)])
    ys = np.concatenate([np.full(40, y1), np.full(40, y2), down, down])
    columns = np.clip(xs, 0, width - 1).astype(int)
    rows = np.clip(ys, 0, height - 1).astype(int)
    return float((lines[rows, columns] <= near).mean())


def _moves(box: NDArray[np.float32], earlier: Boxes) -> bool:
    """Whether nobody stood there half a second ago."""
    if not len(earlier):
        return True
    apart = np.abs(earlier - box).max(axis=1).min()
    return bool(apart > 0.35 * (box[2] - box[0]))
