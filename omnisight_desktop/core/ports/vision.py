"""What the house asks of engines that look at pictures."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.core.gesture import Pose
from omnisight_desktop.core.track import Track


class Detector(Protocol):
    """Finds things in a picture; it keeps nothing between two pictures."""

    @property
    def names(self) -> tuple[str, ...]:
        """What it can find."""
        ...

    def detect(
        self, picture: Picture, regions: Boxes, smallest_px: float | None = None
    ) -> Detections:
        """What is in the picture, in its pixels; ``regions`` are where looking is worthwhile.

        Where it matters that small things are found, ``smallest_px`` is how tall the smallest is.
        """
        ...


class Tracker(Protocol):
    """Follows what was detected from picture to picture of one camera."""

    def update(
        self, detections: Detections, at: datetime, picture: Picture | None = None
    ) -> tuple[Track, ...]:
        """The tracks after one more picture, those that just ended included once.

        With the picture at hand, a camera that moves is told from things that do.
        """
        ...


class PoseFinder(Protocol):
    """Finds the points of bodies in a picture; it keeps nothing between two pictures."""

    def find(self, picture: Picture, boxes: Boxes) -> list[Pose | None]:
        """The body in each box, in the picture's pixels; None where there is none."""
        ...

    def everybody(self, picture: Picture, most: int) -> list[Pose]:
        """The bodies in a picture, up to so many, the plainest first."""
        ...

    def close(self) -> None:
        """Let go of what it takes."""
        ...
