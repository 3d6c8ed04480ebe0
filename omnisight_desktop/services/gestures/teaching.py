"""A teacher is any camera or video file: takes of a movement out of the pictures that it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.gesture import JOINTS, Pose, Take
from omnisight_desktop.core.ports.capture import Wants
from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.perception.gesture.activities import ACTIVITIES, Activities
from omnisight_desktop.perception.gesture.lexicon import Lexicon
from omnisight_desktop.perception.gesture.spotter import Spotted, Spotter
from omnisight_desktop.perception.gesture.verdict import LONGEST_S, Fault, Verdict
from omnisight_desktop.services.gestures.library import Gestures, Lesson

RATE_HZ = 15.0  # pictures a second that are looked at
_SEVERAL = 0.3  # of the pictures with somebody else in them, and it is not clear who teaches
_BESIDE = 0.5  # of the size of who teaches; who is smaller only passes by

#: Told of each pose as it was found, and how many seconds have passed; says whether to go on.
Shown = Callable[[Pose | None, float], bool]


#: Told of the source and number of a take before it is recorded; answers for how long it may be.
Before = Callable[[str, int], float]

_USUAL = 6 * LONGEST_S


#: Told of how sure it is of each gesture just now.
Sureness = Callable[[float, dict[str, float]], None]


@dataclass(frozen=True, slots=True)
class TriedOut:
    """What was recognised while somebody tried, how sure it ever was of each, and for how long."""

    made: tuple[Spotted, ...]
    best: dict[str, float]
    seconds: float


@dataclass(frozen=True, slots=True)
class Recording:
    """What a teacher showed, and what speaks against it, if anything."""

    take: Take
    fault: Verdict | None = None


class TakeRecorder:
    """Poses of whoever teaches, picture by picture, from wherever the pictures come.

    The window feeds it with what a camera shows anyway, so that teaching, looking on and recording
    share one open device.
    """

    def __init__(self) -> None:
        self._poses: list[Pose | None] = []
        self._times: list[float] = []
        self._several = 0
        self._next_s = float("-inf")
        self._begun_s = 0.0

    @property
    def empty(self) -> bool:
        """Whether no picture came yet."""
        return not self._times

    @property
    def length_s(self) -> float:
        """How long it has been recording."""
        return self._times[-1] if self._times else 0.0

    def wants(self, at_s: float) -> bool:
        """Whether a picture of that second is looked at; others in between tell nothing more."""
        return at_s >= self._next_s

    def add(self, found: Sequence[Pose], at_s: float) -> Pose | None:
        """One more picture, given who was found in it, the largest first; who of them teaches."""
        self._next_s = max(self._next_s + 1 / RATE_HZ, at_s + 0.5 / RATE_HZ)
        if not self._times:
            self._begun_s = at_s
        self._several += len(found) > 1 and _size(found[1]) > _BESIDE * _size(found[0])
        pose = found[0] if found else None
        self._poses.append(pose)
        self._times.append(at_s - self._begun_s)
        return pose

    def finish(self) -> Recording:
        """All of it as a take."""
        if not self._poses:
            raise UsageError("No picture came from there.", fix="Try another source.")
        take = Take(
            np.stack([_points(pose) for pose in self._poses]), np.asarray(self._times, np.float64)
        )
        crowded = self._several > _SEVERAL * len(self._poses)
        return Recording(take, _crowded() if crowded else None)


def usual_length_s(settings: Settings) -> float:
    """How long a take of a camera lasts: a gesture, and time to begin and to end it."""
    return 2 * settings.gestures.frames / RATE_HZ


def record(
    address: str,
    finder: PoseFinder,
    *,
    longest_s: float = _USUAL,
    shown: Shown = lambda _pose, _at: True,
) -> Recording:
    """Look at a source until it ends, long enough has passed, or whoever looks on has seen enough."""
    recorder = TakeRecorder()
    with closing(open_source(address, Wants(sound=False))) as source:
        for shot in source.shots():
            if shot.picture is None or not recorder.wants(shot.at_s):
                continue
            found = largest_first(finder.everybody(shot.picture, 2))
            pose = recorder.add(found, shot.at_s)
            if not shown(pose, recorder.length_s) or recorder.length_s > longest_s:
                break
    return recorder.finish()


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
        before: Before = lambda _address, _number: _USUAL,
    ) -> Lesson:
        """What can be learnt from what some sources show: a take each; nothing is kept yet.

        ``before`` each take somebody may count down; it says how long is recorded at most.
        """
        self._gestures.insist_free(label, more=more)
        finder = self._finder()
        shown = [
            record(address, finder, longest_s=before(address, number))
            for number, address in enumerate(sources, start=1)
        ]
        return self._gestures.lesson(
            label,
            [one.take for one in shown],
            created_by=by,
            mirrored=mirrored,
            more=more,
            faults=[one.fault for one in shown],
        )

    def try_out(self, address: str, seconds: float, told: Sureness | None = None) -> TriedOut:
        """Which gestures somebody makes in front of a source, those that nobody has to teach included;
        how sure it is goes to ``told``."""
        look = _Look(self._gestures.lexicon(), self._gestures.threshold)

        def shown(pose: Pose | None, at_s: float) -> bool:
            now = look.see(pose, at_s)
            if told is not None:
                told(at_s, now)
            return at_s < seconds

        finder = self._finder()
        recording = record(address, finder, longest_s=seconds, shown=shown)
        return look.close(recording.take.length_s)


class _Look:
    """What somebody's movements were taken for so far, and how sure it ever was of each."""

    def __init__(self, lexicon: Lexicon | None, threshold: float) -> None:
        self._labels = () if lexicon is None else lexicon.labels
        self._spotter = None if lexicon is None else Spotter(lexicon, threshold)
        self._activities = Activities(ACTIVITIES)
        self._made: list[Spotted] = []
        self._best = dict.fromkeys((*self._labels, *ACTIVITIES), 0.0)

    def see(self, pose: Pose | None, at_s: float) -> dict[str, float]:
        """One more pose; how sure it is of each gesture just now."""
        now = dict.fromkeys(self._best, 0.0)
        if pose is not None:
            found = self._activities.see(pose, at_s)
            now |= {one.label: one.confidence for one in found}
            self._made += found
            if self._spotter is not None:
                self._made += self._spotter.see(pose, at_s)
        return self._sure(now)

    def close(self, seconds: float) -> TriedOut:
        """All of it, once nothing more is shown."""
        if self._spotter is not None:
            self._made += self._spotter.close()
        self._sure({})
        made = sorted(self._made, key=lambda one: one.start_s)
        return TriedOut(tuple(made), self._best, seconds)

    def _sure(self, now: dict[str, float]) -> dict[str, float]:
        if self._spotter is not None:
            now |= dict(zip(self._labels, self._spotter.confidences.tolist(), strict=True))
        for label, sure in now.items():
            self._best[label] = max(self._best[label], sure)
        return now


def _points(pose: Pose | None) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.full((JOINTS, 4), np.nan, np.float32) if pose is None else pose.points


def largest_first(found: Sequence[Pose]) -> list[Pose]:
    """Who is nearest is who teaches."""
    return sorted(found, key=_size, reverse=True)


def _size(pose: Pose) -> float:
    low, high = pose.points[:, :2].min(axis=0), pose.points[:, :2].max(axis=0)
    return float(np.hypot(*(high - low)))


def _crowded() -> Verdict:
    return Verdict(
        None, Fault.SEVERAL, "Two people are seen in it.", "Only who teaches may be in the picture."
    )
