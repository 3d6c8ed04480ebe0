"""A detector over a network, whichever engine runs it: views in, boxes of the picture out."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.frame import Image, Picture
from omnisight_desktop.core.geometry import Boxes, clip, suppress
from omnisight_desktop.perception.detect.heads import Rows
from omnisight_desktop.perception.detect.views import View, plan, whole_size

_OVERLAP = 0.5


class Engine(Protocol):
    """Runs a network over one canvas: height x width x 3 bytes, blue first."""

    @property
    def names(self) -> tuple[str, ...]: ...

    @property
    def side(self) -> int:
        """The longer side of what it was trained to see."""
        ...

    @property
    def bends(self) -> bool:
        """Whether it takes canvases of any size that 32 divides, or only its own."""
        ...

    @property
    def own_size(self) -> tuple[int, int]:
        """Width and height of what it takes unless told otherwise."""
        ...

    def run(self, canvas: Image, floor: float) -> Rows:
        """Boxes on the canvas above a certainty."""
        ...


class NetworkDetector:
    """Shows a network the parts of the picture that are worthwhile."""

    def __init__(self, engine: Engine, score: float, overlap: float = _OVERLAP) -> None:
        self._engine = engine
        self._score = score
        self._overlap = overlap
        self._canvases: dict[tuple[int, int], Image] = {}
        half = engine.side // 2
        self._crop = (half, half) if engine.bends else None

    @property
    def names(self) -> tuple[str, ...]:
        return self._engine.names

    def detect(self, picture: Picture, regions: Boxes) -> Detections:
        if not len(regions):
            return Detections.none(self.names)
        width, height = picture.width, picture.height
        whole = self._engine.own_size
        if self._engine.bends:
            whole = whole_size(width, height, self._engine.side)
        image = picture.bgr()
        found = [
            self._look(image, view) for view in plan(regions, width, height, whole, self._crop)
        ]
        boxes = clip(np.concatenate([b for b, _, _ in found]), width, height)
        scores = np.concatenate([s for _, s, _ in found])
        labels = np.concatenate([n for _, _, n in found])
        every = Detections(boxes, scores, labels, self.names)
        return every.where(self._once(every, max(width, height)))

    def _look(self, image: Image, view: View) -> Rows:
        canvas = self._canvases.get(view.size)
        if canvas is None:
            canvas = np.zeros((view.size[1], view.size[0], 3), np.uint8)
            self._canvases[view.size] = canvas
        view.paint(image, canvas)
        boxes, scores, labels = self._engine.run(canvas, self._score)
        boxes = view.to_picture(boxes)
        whole = ~view.cuts(boxes, image.shape[1], image.shape[0])
        # Half of somebody is better than nobody, but gives way to the whole.
        return boxes, np.where(whole, scores, scores * np.float32(0.9)), labels

    def _once(self, found: Detections, longest: int) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        """Each thing once, although overlapping views show it twice."""
        # Shifting each class far away from the others makes one suppression serve them all.
        shifted = found.boxes + found.labels[:, None] * np.float32(2 * longest)
        kept = suppress(np.asarray(shifted, np.float32), found.scores, self._overlap)
        return np.asarray(kept, np.intp)
