"""Painted faces, a finder that sees them, and an embedder that tells them apart: quick and certain."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.face import Faces, Points, Vector
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.faces import Chip, Scale
from omnisight_desktop.perception.identify.align import by_points
from omnisight_desktop.perception.identify.reader import FaceReader

SIDE = 64
DIMENSIONS = 64
_GREY = 90
_SPOTS = np.asarray([[18, 24], [46, 24], [32, 36], [22, 48], [42, 48]], np.float32)


def blank(width: int = 320, height: int = 240) -> Image:
    """A picture without anybody."""
    return np.full((height, width, 3), _GREY, np.uint8)


def paint(image: Image, who: int, left: int, top: int, blur: float = 0.0) -> None:
    """Somebody's face: a pattern of their own, red where others are grey."""
    pattern = np.random.default_rng(who).integers(60, 200, (8, 8), dtype=np.uint8)
    face = cv2.resize(pattern, (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
    if blur:
        face = cv2.GaussianBlur(face, (0, 0), blur)
    patch = np.repeat(np.asarray(face, np.uint8)[..., None], 3, axis=2)
    patch[..., 2] = np.clip(patch[..., 2].astype(int) + 55, 0, 255)
    image[top : top + SIDE, left : left + SIDE] = patch


def vector(who: int) -> Vector:
    """What the embedder makes of somebody, before anything blurs it."""
    made = np.random.default_rng(1000 + who).standard_normal(DIMENSIONS).astype(np.float32)
    return np.asarray(made / np.linalg.norm(made), np.float32)


class PaintedFinder:
    """Finds what is redder than it is blue."""

    leans_below = 0.0

    def find(self, image: Image) -> Faces:
        red = (image[..., 2].astype(int) - image[..., 0] > 30).astype(np.uint8)
        count, _, stats, _ = cv2.connectedComponentsWithStats(red)
        rows = [stats[row] for row in range(1, count) if stats[row][4] > SIDE * SIDE // 2]
        if not rows:
            return Faces.none()
        boxes = np.asarray([[x, y, x + w, y + h] for x, y, w, h, _ in rows], np.float32)
        points = np.stack([box[:2] + _SPOTS for box in boxes])
        return Faces(boxes, points, np.full(len(boxes), 0.95, np.float32))


class PaintedEmbedder:
    """Knows everybody by the pattern of their face; blur brings all of them nearer to nobody."""

    name = "painted"
    dimensions = DIMENSIONS
    scale = Scale(same=0.4, far=0.24, telling=True)
    faint = 1.0

    def __init__(self, people: Sequence[int] = range(12)) -> None:
        self.batches: list[int] = []
        self._patterns = {who: self._seen(who) for who in people}

    def cut(self, image: Image, box: NDArray[np.float32], points: Points) -> Image:
        return by_points(image, points)

    def embed(self, chips: Sequence[Chip]) -> Vector:
        self.batches.append(len(chips))
        return np.stack([self._one(chip) for chip in chips]).astype(np.float32)

    def _seen(self, who: int) -> NDArray[np.float64]:
        image = blank()
        paint(image, who, 100, 80)
        face = PaintedFinder().find(image)
        return _signature(self.cut(image, face.boxes[0], face.points[0]))

    def _one(self, chip: Chip) -> Vector:
        signature = _signature(chip)
        likeness = {who: float((p * signature).mean()) for who, p in self._patterns.items()}
        best = max(likeness, key=lambda who: likeness[who])
        clear = max(0.0, likeness[best])
        noise = np.random.default_rng(int(chip.sum()) % 2**32).standard_normal(DIMENSIONS)
        mixed = clear * vector(best) + (1 - clear + 0.15) * noise / np.sqrt(DIMENSIONS)
        return np.asarray(mixed / np.linalg.norm(mixed) * (1 + 2.5 * clear), np.float32)


def painted_reader() -> FaceReader:
    """Both of them together."""
    return FaceReader(PaintedFinder(), PaintedEmbedder())


def _signature(chip: Chip) -> NDArray[np.float64]:
    grey = np.asarray(chip[..., 0], np.float64)
    small = np.asarray(cv2.resize(grey, (16, 16), interpolation=cv2.INTER_AREA), np.float64)
    return np.asarray((small - small.mean()) / max(float(small.std()), 20.0), np.float64)
