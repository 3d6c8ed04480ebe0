"""Whether crops around what moves find the small and far that the whole picture loses, and the price."""

from __future__ import annotations

import av
import numpy as np

from benchmarks.material import material
from benchmarks.measure import Row, timed_ms
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.geometry import Boxes, area, iou
from omnisight_desktop.perception.detect.network import NetworkDetector
from omnisight_desktop.perception.detect.openvino import OpenVinoEngine

_TILES = 3  # the reference looks at so many by so many parts, each as large as it is
_SCORE = 0.4


def views(quick: bool) -> list[Row]:
    """People in a street: those that tiles find, found by one look at all, and by crops."""
    engine = OpenVinoEngine(material("models", "yolov8n-dq.onnx"))
    detector = NetworkDetector(engine, _SCORE)
    pictures = _pictures(3 if quick else 8)
    everywhere = [0, 0, pictures[0].width, pictures[0].height]
    lost: list[Boxes] = []
    hits = {"whole": 0, "crops": 0}
    times = {"whole": 0.0, "crops": 0.0}
    for picture in pictures:
        seen = _people(_tiled(detector, picture))
        lost.append(seen)
        for box in seen:
            own = np.asarray([box], np.float32)
            for name, region in (("whole", np.asarray([everywhere], np.float32)), ("crops", own)):
                found: list[Detections] = []
                times[name] += timed_ms(lambda: found.append(detector.detect(picture, region)))  # noqa: B023
                people = _people(found[0])
                hits[name] += int(len(people) > 0 and float(iou(own, people).max()) > 0.5)
    total = sum(len(boxes) for boxes in lost)
    small = sum(int((area(boxes) < 64 * 128).sum()) for boxes in lost)
    told = f"{total} people in {len(pictures)} pictures of {everywhere[2]}x{everywhere[3]}, {small} small"
    return [
        {
            "name": f"found again by a crop (peer: by the whole; {told})",
            "ours": hits["crops"] / total,
            "peer": hits["whole"] / total,
            "limit": 1.0,
            "ratio": hits["crops"] / max(1, hits["whole"]),
            "unit": "",
            "goal": ">= 1",
            "met": hits["crops"] >= hits["whole"],
        },
        {
            "name": "one look at a crop (peer: at the whole)",
            "ours": times["crops"] / total,
            "peer": times["whole"] / total,
            "limit": None,
            "ratio": times["whole"] / times["crops"],
            "unit": "ms",
            "goal": ">= 1",
            "met": times["crops"] <= times["whole"],
        },
    ]


def _pictures(count: int) -> list[ArrayPicture]:
    with av.open(str(material("footage", "video", "yas_people.mp4"))) as film:
        frames = [frame for index, frame in enumerate(film.decode(video=0)) if index % 30 == 0]
    return [
        ArrayPicture(np.asarray(frame.to_ndarray(format="bgr24"), np.uint8))
        for frame in frames[:count]
    ]


def _tiled(detector: NetworkDetector, picture: ArrayPicture) -> Detections:
    """Everything that is found when each part is looked at by itself."""
    image = picture.image
    high, wide = image.shape[0] // (_TILES - 1), image.shape[1] // (_TILES - 1)
    found = Detections.none(detector.names)
    for top in np.linspace(0, image.shape[0] - high, _TILES).astype(int):
        for left in np.linspace(0, image.shape[1] - wide, _TILES).astype(int):
            part = ArrayPicture(np.ascontiguousarray(image[top : top + high, left : left + wide]))
            whole = np.asarray([[0, 0, wide, high]], np.float32)
            here = detector.detect(part, whole)
            edges = np.asarray([4, 4, wide - 4, high - 4], np.float32)
            cut = np.asarray(
                (here.boxes[:, :2] < edges[:2]).any(axis=1)
                | (here.boxes[:, 2:] > edges[2:]).any(axis=1)
            )
            here = here.where(~cut)
            shift = np.asarray([left, top, left, top], np.float32)
            moved = Detections(here.boxes + shift, here.scores, here.labels, here.names)
            twice = iou(moved.boxes, found.boxes).max(axis=1, initial=0.0) > 0.5
            found = moved.where(~twice).joined(found)
    return found


def _people(found: Detections) -> Boxes:
    wanted = np.asarray([name == "person" for name in found.names], np.bool_)
    return found.where(wanted[found.labels]).boxes
