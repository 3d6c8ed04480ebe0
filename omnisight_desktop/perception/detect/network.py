"""A detector over a network, whichever engine runs it: views in, boxes of the picture out."""

from __future__ import annotations

from typing import Protocol, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.frame import Image, Picture
from omnisight_desktop.core.geometry import Boxes, clip, coverage
from omnisight_desktop.perception.detect.heads import Rows
from omnisight_desktop.perception.detect.views import Size, View, plan, whole_sizes

_OVERLAP = 0.5
_DETAIL = 2.0
_PART = 0.7  # of a thing that is cut lies within the whole of it

Mask: TypeAlias = NDArray[np.bool_]


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

    @property
    def computes_on(self) -> str:
        """What of this computer does the work."""
        ...

    def run(self, canvas: Image, floor: float) -> Rows:
        """Boxes on the canvas above a certainty."""
        ...


class NetworkDetector:
    """Shows a network the parts of the picture that are worthwhile, as large as small things need.

    ``detail`` is how many times as large as the network's own side a whole picture may be shown.
    """

    def __init__(self, engine: Engine, score: float, overlap: float = _OVERLAP) -> None:
        self._engine = engine
        self._score = score
        self._overlap = overlap
        self.detail = _DETAIL
        self._canvases: dict[Size, Image] = {}
        half = engine.side // 2
        self._crop = (half, half) if engine.bends else None

    @property
    def names(self) -> tuple[str, ...]:
        return self._engine.names

    @property
    def bends(self) -> bool:
        """Whether it can be shown pictures at several sizes."""
        return self._engine.bends

    @property
    def computes_on(self) -> str:
        """What of this computer does the work, as the engine calls it."""
        return self._engine.computes_on

    @property
    def own_size(self) -> tuple[int, int]:
        """Width and height of what the network takes unless told otherwise."""
        return self._engine.own_size

    def detect(
        self, picture: Picture, regions: Boxes, smallest_px: float | None = None
    ) -> Detections:
        if not len(regions):
            return Detections.none(self.names)
        width, height = picture.width, picture.height
        wholes: tuple[Size, ...] = (self._engine.own_size,)
        if self._engine.bends:
            wholes = whole_sizes(width, height, self._engine.side, self.detail)
        image = picture.bgr()
        found = [
            self._look(image, view)
            for view in plan(regions, width, height, wholes, self._crop, smallest_px)
        ]
        boxes = clip(np.concatenate([b for (b, _, _), _ in found]), width, height)
        scores = np.concatenate([s for (_, s, _), _ in found])
        labels = np.concatenate([n for (_, _, n), _ in found])
        cut = np.concatenate([c for _, c in found])
        every = Detections(boxes, scores, labels, self.names)
        return every.where(self._once(every, cut, max(width, height)))

    def _look(self, image: Image, view: View) -> tuple[Rows, Mask]:
        """What is found in a view, and which of it is cut by the view's edge."""
        canvas = self._canvases.get(view.size)
        if canvas is None:
            canvas = np.zeros((view.size[1], view.size[0], 3), np.uint8)
            self._canvases[view.size] = canvas
        view.paint(image, canvas)
        boxes, scores, labels = self._engine.run(canvas, self._score)
        boxes = view.to_picture(boxes)
        cut = view.cuts(boxes, image.shape[1], image.shape[0])
        # Half of somebody is better than nobody, but gives way to the whole.
        return (boxes, np.where(cut, scores * np.float32(0.9), scores), labels), cut

    def _once(self, found: Detections, cut: Mask, longest: int) -> NDArray[np.intp]:
        """Each thing once, although overlapping views show it twice, or half of it."""
        # Shifting each class far away from the others makes one suppression serve them all.
        shifted = np.asarray(
            found.boxes + found.labels[:, None] * np.float32(2 * longest), np.float32
        )
        corners = np.concatenate([shifted[:, :2], shifted[:, 2:] - shifted[:, :2]], axis=1)
        found_once = cv2.dnn.NMSBoxes(corners.tolist(), found.scores.tolist(), 0.0, self._overlap)
        kept = np.asarray(found_once, np.intp)
        wholes, parts = kept[~cut[kept]], cut[kept]
        if not len(wholes) or not parts.any():
            return kept
        within = coverage(shifted[kept], shifted[wholes]).max(axis=1) > _PART
        return np.asarray(kept[~(parts & within)], np.intp)
