"""What was noticed while footage was recorded: where something moved, who was there, how loud it was."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.core.segment import MAP_HEIGHT, MAP_STEP_S, MAP_WIDTH, Segment

_LONGEST_STEP_S = 1.0  # looks that lie further apart say nothing of the time between
_REMEMBERED = timedelta(seconds=60)
_QUIETEST_DBFS = -100.0

Cells = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Noticed:
    """What one look at a camera, or one piece of its sound, told."""

    camera: str
    at: datetime
    cells: Cells | None = None  # where something moved; none where nothing did
    tracks: tuple[str, ...] = ()  # who is followed, as long as they are not just standing there
    loudness_dbfs: float | None = None

    @property
    def stirs(self) -> bool:
        """Whether it is a reason to record."""
        return self.cells is not None or bool(self.tracks)


def cells_of(moved: Boxes, size: tuple[int, int]) -> Cells | None:
    """The cells of the motion map that boxes in a picture of that size lie in; none without boxes."""
    if not len(moved):
        return None
    scale = np.asarray([MAP_WIDTH / size[0], MAP_HEIGHT / size[1]] * 2)
    scaled = moved * scale
    low = np.floor(scaled[:, :2]).astype(int).clip(0)
    high = np.ceil(scaled[:, 2:]).astype(int)
    cells = np.zeros((MAP_HEIGHT, MAP_WIDTH), np.bool_)
    for (left, top), (right, bottom) in zip(low, high, strict=True):
        cells[top:bottom, left:right] = True
    return cells


def loudness_of(sound: Sound) -> float:
    """How loud a piece of sound is."""
    samples = np.nan_to_num(sound.samples, nan=0.0, posinf=0.0, neginf=0.0).astype(np.float64)
    power = float(samples.var()) if len(samples) else 0.0  # a constant offset makes no sound
    return max(_QUIETEST_DBFS, 10 * float(np.log10(power))) if power > 0 else _QUIETEST_DBFS


class Sum:
    """All that was noticed during one piece of footage."""

    def __init__(self) -> None:
        self._seconds: NDArray[np.float64] = np.zeros((MAP_HEIGHT, MAP_WIDTH))
        self._motion_s = 0.0
        self._tracks: set[str] = set()
        self._loudest_dbfs: float | None = None
        self._last: datetime | None = None
        self.changed = False  # since it was last written down

    def add(self, noticed: Noticed) -> None:
        """One more look, or piece of sound."""
        self.changed = True
        self._tracks.update(noticed.tracks)
        if noticed.loudness_dbfs is not None:
            before = self._loudest_dbfs
            now = noticed.loudness_dbfs
            self._loudest_dbfs = now if before is None else max(before, now)
        if noticed.cells is not None:
            step_s = self._step_s(noticed.at)
            self._motion_s += step_s
            self._seconds[noticed.cells] += step_s

    def written_into(self, segment: Segment) -> Segment:
        """The piece with all of it."""
        self.changed = False
        steps = np.ceil(self._seconds / MAP_STEP_S - 1e-9).clip(0, 255).astype(np.uint8)
        loudest = self._loudest_dbfs
        return replace(
            segment,
            motion_s=round(min(self._motion_s, segment.duration_s), 3),
            objects=len(self._tracks),
            loudness_dbfs=None if loudest is None else round(loudest, 1),
            motion_map=steps.tobytes() if steps.any() else b"",
        )

    def _step_s(self, at: datetime) -> float:
        """For how long the look before stands; the first one for as long as a cell counts."""
        last, self._last = self._last, at
        passed_s = MAP_STEP_S if last is None else (at - last).total_seconds()
        return passed_s if 0 < passed_s <= _LONGEST_STEP_S else MAP_STEP_S


class Lately:
    """What was noticed at one camera in the last minute, for pieces that begin in the past."""

    def __init__(self) -> None:
        self._held: deque[Noticed] = deque()

    def add(self, noticed: Noticed) -> None:
        """One more."""
        self._held.append(noticed)
        # By both ends: a clock that was set must not hold on to anything.
        while abs(noticed.at - self._held[0].at) > _REMEMBERED:
            self._held.popleft()

    def since(self, moment: datetime) -> Iterable[Noticed]:
        """All from a moment on, oldest first."""
        return [noticed for noticed in self._held if noticed.at >= moment]
