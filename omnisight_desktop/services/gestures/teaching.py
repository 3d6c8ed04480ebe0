"""A teacher is any camera or video file: takes of a movement out of the pictures that it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.gesture import JOINTS, Pose, Take
from omnisight_desktop.core.ports.capture import Wants
from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.perception.gesture.verdict import LONGEST_S, Fault, Verdict
from omnisight_desktop.services.gestures.library import Gestures, Lesson

_RATE_HZ = 15.0
_SEVERAL = 0.3  # of the pictures with somebody else in them, and it is not clear who teaches
_BESIDE = 0.5  # of the size of who teaches; who is smaller only passes by

#: Told of each pose as it was found, and how many seconds have passed; says whether to go on.
Shown = Callable[[Pose | None, float], bool]


@dataclass(frozen=True, slots=True)
class Recording:
    """What a teacher showed, and what speaks against it, if anything."""

    take: Take
    fault: Verdict | None = None


def record(
    address: str,
    finder: PoseFinder,
    *,
    longest_s: float = 6 * LONGEST_S,
    shown: Shown = lambda _pose, _at: True,
) -> Recording:
    """Look at a source until it ends, long enough has passed, or whoever looks on has seen enough."""
    poses: list[Pose | None] = []
    times: list[float] = []
    several, next_s, begun_s = 0, float("-inf"), None
    with closing(open_source(address, Wants(sound=False))) as source:
        for shot in source.shots():
            if shot.picture is None or shot.at_s < next_s:
                continue
            begun_s = shot.at_s if begun_s is None else begun_s
            next_s = max(next_s + 1 / _RATE_HZ, shot.at_s + 0.5 / _RATE_HZ)
            found = finder.everybody(shot.picture, 2)
            several += len(found) > 1 and _size(found[1]) > _BESIDE * _size(found[0])
            pose = max(found, key=_size, default=None)
            poses.append(pose)
            times.append(shot.at_s - begun_s)
            if not shown(pose, times[-1]) or times[-1] > longest_s:
                break
    if not poses:
        raise UsageError("No picture came from there.", fix="Try another source.")
    take = Take(np.stack([_points(pose) for pose in poses]), np.asarray(times, np.float64))
    return Recording(take, _crowded() if several > _SEVERAL * len(poses) else None)


class Teacher:
    """Takes from cameras and videos, made into lessons."""

    def __init__(self, gestures: Gestures, finder: Callable[[], PoseFinder]) -> None:
        self._gestures = gestures
        self._finder = finder

    def lesson(
        self,
        label: str,
        sources: Sequence[str],
        *,
        by: str | None = None,
        mirrored: bool = False,
        more: bool = False,
    ) -> Lesson:
        """What can be learnt from what some sources show: a take each; nothing is kept yet."""
        self._gestures.insist_free(label, more=more)
        shown = [record(address, self._finder()) for address in sources]
        return self._gestures.lesson(
            label,
            [one.take for one in shown],
            created_by=by,
            mirrored=mirrored,
            more=more,
            faults=[one.fault for one in shown],
        )


def _points(pose: Pose | None) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.full((JOINTS, 4), np.nan, np.float32) if pose is None else pose.points


def _size(pose: Pose) -> float:
    low, high = pose.points[:, :2].min(axis=0), pose.points[:, :2].max(axis=0)
    return float(np.hypot(*(high - low)))


def _crowded() -> Verdict:
    return Verdict(
        None, Fault.SEVERAL, "Two people are seen in it.", "Only who teaches may be in the picture."
    )
