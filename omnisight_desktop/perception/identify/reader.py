"""Faces read from a picture: found, judged, cut out, and made into vectors together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.face import Points, Quality
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.faces import FaceEmbedder, FaceFinder
from omnisight_desktop.perception.identify.align import portrait
from omnisight_desktop.perception.identify.faint import strengths, to_unit
from omnisight_desktop.perception.identify.lean import upright_points
from omnisight_desktop.perception.identify.quality import judge
from omnisight_desktop.perception.identify.template import Look

_JPEG_QUALITY = 88
_CLEAREST = 3.0  # about the strength of a perfect look


@dataclass(frozen=True, slots=True, eq=False)
class SeenFace:
    """A face in a picture, and how good a look at it that is."""

    box: NDArray[np.float32]
    points: Points
    score: float
    quality: Quality
    image: Image

    @property
    def height_px(self) -> float:
        """How high it is."""
        return float(self.box[3] - self.box[1])


class FaceReader:
    """A finder and an embedder that work together."""

    def __init__(self, finder: FaceFinder, embedder: FaceEmbedder) -> None:
        self._finder = finder
        self.embedder = embedder

    def look(self, image: Image) -> list[SeenFace]:
        """The faces in a picture, the largest first, good or not."""
        faces = self._finder.find(image)
        seen = []
        for box, points, score in zip(faces.boxes, faces.points, faces.scores, strict=True):
            right, sure = upright_points(self._finder, image, box, points, float(score))
            seen.append(SeenFace(box, right, sure, judge(image, box, right, sure), image))
        return sorted(seen, key=lambda face: -face.height_px)

    def embed(self, faces: Sequence[SeenFace], at: datetime) -> list[Look]:
        """Looks at these faces, in one go."""
        if not faces:
            return []
        chips = [self.embedder.cut(face.image, face.box, face.points) for face in faces]
        raw = self.embedder.embed(chips)
        units = to_unit(raw)
        strong = strengths(raw, self.embedder.faint)
        if not self.embedder.scale.telling:
            strong = np.asarray([_CLEAREST * face.quality.score for face in faces], np.float32)
        return [
            Look(unit, face.quality.score, float(strength), at, _jpeg(face))
            for face, unit, strength in zip(faces, units, strong, strict=True)
        ]


def _jpeg(face: SeenFace) -> bytes:
    image: Any = portrait(face.image, face.box)
    done, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    if not done:
        raise UsageError("A picture of a face could not be made into a JPEG.")
    return np.asarray(packed, np.uint8).tobytes()
