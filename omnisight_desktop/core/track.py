"""One thing followed from picture to picture, and the path it took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.core.identity import Identity


class TrackState(StrEnum):
    """Where a track is in its life."""

    TENTATIVE = "tentative"  # seen too few times to be believed
    ACTIVE = "active"
    LOST = "lost"  # not seen just now, may come back
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Track:
    """The state of one followed thing at one moment; its box is ``x1 y1 x2 y2`` in pixels."""

    id: str
    label: str
    box: tuple[float, float, float, float]
    score: float
    state: TrackState
    since: datetime
    last_seen: datetime
    identity: Identity | None = None
    still_since: datetime | None = None  # it has stood in one place since then


@dataclass(frozen=True, slots=True, eq=False)
class TrackPath:
    """Where a track was, point by point: boxes as 0..1 of the picture at milliseconds after the start."""

    track: str
    camera: str
    label: str
    start: datetime
    offsets_ms: NDArray[np.int64]
    boxes: Boxes
    person: str | None = None
    score: float | None = None  # how certain the detector ever was of it

    def __post_init__(self) -> None:
        if len(self.offsets_ms) != len(self.boxes):
            raise ValueError("a path has one offset per box")

    def __len__(self) -> int:
        return len(self.boxes)


@dataclass(frozen=True, slots=True)
class TrackPicture:
    """How somebody looked at their best: two files, named relative to the media folder."""

    track: str
    camera: str
    at: datetime
    crop: str  # the thing itself
    thumbnail: str  # the whole picture, small
    size_bytes: int
