"""People in real footage, found and followed as the house does it, a few times a second."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.frame import ArrayPicture, Image
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.core.track import TrackPath, TrackState
from omnisight_desktop.perception.detect.onnx import open_detector
from omnisight_desktop.perception.track.steady import SteadyTracker

Box = tuple[float, float, float, float]


class Watcher:
    """Looks at every so manieth picture."""

    def __init__(self, weights: Path) -> None:
        self._detector = open_detector(weights, 0.35)

    def people(self, image: Image, least: float = 0.0) -> Boxes:
        """Where people are in a picture, in its pixels."""
        found = self._found(ArrayPicture(image))
        rows = [
            row
            for row in range(len(found))
            if found.name_of(row) == "person" and found.scores[row] >= least
        ]
        return found.boxes[rows]

    def paths(
        self, camera: str, pictures: list[Image], fps: float, every: int, start: datetime
    ) -> list[TrackPath]:
        """The paths of all who were believed, as they are stored."""
        tracker = SteadyTracker()
        height, width = pictures[0].shape[:2]
        seen: dict[str, list[tuple[int, Box]]] = {}
        believed: set[str] = set()
        for number in range(0, len(pictures), every):
            at = start + timedelta(seconds=number / fps)
            picture = ArrayPicture(pictures[number])
            for track in tracker.update(self._found(picture), at, picture):
                if track.state is TrackState.ACTIVE and track.label == "person":
                    believed.add(track.id)
                if track.state in (TrackState.ACTIVE, TrackState.TENTATIVE):
                    x1, y1, x2, y2 = track.box
                    box = (x1 / width, y1 / height, x2 / width, y2 / height)
                    seen.setdefault(track.id, []).append((round(number / fps * 1000), box))
        return [_path(camera, track, seen[track], start) for track in sorted(believed)]

    def _found(self, picture: ArrayPicture) -> Detections:
        whole = np.asarray([[0, 0, picture.width, picture.height]], np.float32)
        return self._detector.detect(picture, whole)


def _path(camera: str, track: str, points: list[tuple[int, Box]], start: datetime) -> TrackPath:
    offsets = np.asarray([ms for ms, _ in points], np.int64)
    boxes = np.clip(np.asarray([box for _, box in points], np.float32), 0, 1)
    return TrackPath(track, camera, "person", start, offsets, boxes)
