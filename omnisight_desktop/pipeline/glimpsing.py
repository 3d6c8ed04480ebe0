"""Looks at the faces of those in view while somebody speaks near a camera, and at no other time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from omnisight_desktop.core.frame import Frame, Image
from omnisight_desktop.core.kinds import PERSON, kind_of
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.pipeline.company import Company, Glimpse
from omnisight_desktop.pipeline.heads import own_face
from omnisight_desktop.pipeline.recogniser import Recogniser

if TYPE_CHECKING:  # OpenCV is heavy; who looks at no face does without
    from omnisight_desktop.perception.identify.reader import SeenFace

_MOST = 4  # in one picture, the largest first
_MARGIN = 0.4  # of the face's height, on each side
_LONGEST_PX = 160


class Glimpsing:
    """The stage of one camera; faces that are not to be recognised are not looked at here either."""

    def __init__(self, camera: str, recogniser: Recogniser, company: Company) -> None:
        self._camera = camera
        self._recogniser = recogniser
        self._company = company

    def look(self, frame: Frame, tracks: tuple[Track, ...]) -> None:
        """Keep a small picture of each face, for whoever wants to know who spoke."""
        if not self._company.speaking(self._camera) or not self._recogniser.wanted:
            return
        here = [t for t in tracks if t.state is TrackState.ACTIVE and kind_of(t.label) == PERSON]
        ready = self._recogniser.ready() if here else None
        if ready is None:
            return
        image = frame.picture.bgr()
        here.sort(key=lambda track: track.box[1] - track.box[3])
        for track in here[:_MOST]:
            others = [other.box for other in here if other is not track]
            face = own_face(image, track.box, others, ready[0])
            if face is not None:
                shown = Glimpse(track.id, frame.at, _small(face), face.height_px)
                self._company.see(self._camera, shown)


def _small(face: SeenFace) -> Image:
    import cv2

    high, wide = face.image.shape[:2]
    around = _MARGIN * face.height_px
    left, top = int(max(0, face.box[0] - around)), int(max(0, face.box[1] - around))
    right, bottom = int(min(wide, face.box[2] + around)), int(min(high, face.box[3] + around))
    part = face.image[top:bottom, left:right]
    scale = _LONGEST_PX / max(part.shape[:2])
    if scale >= 1:
        return part.copy()
    size = (max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale)))
    return np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)
