"""The pictures that are painted: a second of a film in memory, shown by the clock at thirty a second.

Ours gets them as a decoder hands them over, and has to make them fit for the screen; the peer gets the
same as arrays in the screen's colours, made before it is measured.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import av
import numpy as np

from benchmarks.film import FPS
from omnisight_desktop.capture.picture import DecodedPicture
from omnisight_desktop.core.frame import Frame, Image
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.pipeline.supervisor import View

_KEPT = 24
_PEOPLE = 3
_APART = 3


class Show:
    """Every camera shows the same film, each a few pictures apart."""

    def __init__(self, film: Path) -> None:
        with av.open(str(film)) as opened:
            self._frames = list(islice(opened.decode(video=0), _KEPT))
        self._images = [np.asarray(f.to_ndarray(format="bgr24"), np.uint8) for f in self._frames]
        self.began = time.perf_counter()

    def serial(self) -> int:
        """The number of the picture that is due now."""
        return 1 + int((time.perf_counter() - self.began) * FPS)

    def image(self, serial: int, camera: int) -> Image:
        """The picture of that number."""
        return self._images[(serial + _APART * camera) % len(self._images)]

    def view(self, camera: str) -> View:
        """The same as the house tells it, with people in it."""
        serial, number = self.serial(), int(camera.rpartition("-")[2])
        picture = DecodedPicture(self._frames[(serial + _APART * number) % len(self._frames)])
        at, width, height = datetime.now(UTC), picture.width, picture.height
        frame = Frame(camera, serial, at, time.monotonic(), picture)
        tracks = tuple(_walker(camera, who, serial, at) for who in range(_PEOPLE))
        return View(serial, frame, Scene(camera, serial, at, (width, height), tracks))


def _walker(camera: str, who: int, serial: int, at: datetime) -> Track:
    left = 100.0 + 300 * who + serial % 90
    box = (left, 200.0, left + 120, 520.0)
    return Track(f"{camera}-{who}", "person", box, 0.9, TrackState.ACTIVE, at, at)
