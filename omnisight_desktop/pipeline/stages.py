"""The walk of one frame: motion, detection, tracking, judgement; in goes a Frame, out comes a Scene."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes, clip
from omnisight_desktop.core.ports.vision import Detector, Tracker
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.detect.motion import MotionGate
from omnisight_desktop.perception.detect.wanted import Wanted
from omnisight_desktop.pipeline.resting import Resting, elsewhere
from omnisight_desktop.rules.judge import Judge


@dataclass(frozen=True, slots=True)
class Stages:
    """What the walk of one camera is made of; the tracker and the judge keep a state of their own."""

    detector: Callable[[], Detector]
    tracker: Callable[[], Tracker]
    judge: Callable[[], Judge]
    wanted: Wanted


class Walk:
    """The stages of one camera, each with its own state; the detector is shared by all cameras."""

    def __init__(self, camera: str, stages: Stages) -> None:
        self._camera = camera
        self._stages = stages
        self._tracker = stages.tracker()
        self._judge = stages.judge()
        self._gate = MotionGate()
        self._live: tuple[Track, ...] = ()
        self._resting = Resting()
        self.moved_at: datetime | None = None

    def look(self, frame: Frame) -> Scene:
        """Everything known about this frame."""
        moved = self._gate.regions(frame.picture)
        resting = self._resting.among(self._live, frame.picture, frame.at)
        moved = elsewhere(moved, resting)
        if len(moved):
            self.moved_at = frame.at
        regions = _regions(moved, [t for t in self._live if t not in resting], frame.size)
        found = self._stages.detector().detect(frame.picture, regions)
        found = self._stages.wanted.of(found, *frame.size).joined(
            _told_again([t for t in resting if t.state is TrackState.ACTIVE])
        )
        tracks = self._tracker.update(found, frame.at, frame.picture)
        self._live = tuple(t for t in tracks if t.state is not TrackState.ENDED)
        events = self._judge.judge(tracks, frame.at, frame.size)
        return Scene(self._camera, frame.index, frame.at, frame.size, tracks, events, frame.picture)

    @property
    def follows(self) -> bool:
        """Whether anybody is being followed."""
        return bool(self._live)

    @property
    def lively(self) -> bool:
        """Whether somebody is being followed who does not just stand there."""
        return any(t.state is TrackState.ACTIVE and t.still_since is None for t in self._live)

    def close(self) -> tuple[Event, ...]:
        """What ends because no more pictures come; who is seen afterwards is seen anew."""
        self._tracker = self._stages.tracker()
        self._live = ()
        return self._judge.close()


def _regions(moved: Boxes, followed: list[Track], size: tuple[int, int]) -> Boxes:
    """Where something moved and where somebody was: who stands still is not forgotten."""
    held = [t.box for t in followed if t.state is not TrackState.TENTATIVE]
    if not held:
        return moved
    places = clip(np.concatenate([moved, np.asarray(held, np.float32)]), *size)
    # Somebody may be believed to be beyond the edge, where there is nothing to look at.
    return _merged(places[((places[:, 2:] - places[:, :2]) >= 1).all(axis=1)])


def _told_again(resting: list[Track]) -> Detections:
    """What would be found where nothing has changed."""
    names = tuple(dict.fromkeys(track.label for track in resting))
    return Detections(
        np.asarray([t.box for t in resting], np.float32).reshape(-1, 4) if resting else EMPTY_BOXES,
        np.asarray([t.score for t in resting], np.float32),
        np.asarray([names.index(t.label) for t in resting], np.int32),
        names,
    )


def _merged(boxes: Boxes) -> Boxes:
    """Boxes that touch, joined into one, until none touch."""
    todo = [box.copy() for box in boxes]
    done: list[np.ndarray[tuple[int], np.dtype[np.float32]]] = []
    while todo:
        box = todo.pop()
        touching = [o for o in done if _touch(box, o)]
        if not touching:
            done.append(box)
            continue
        done = [o for o in done if not any(o is t for t in touching)]
        group = np.stack([box, *touching])
        todo.append(np.concatenate([group[:, :2].min(axis=0), group[:, 2:].max(axis=0)]))
    return np.stack(done) if done else boxes


def _touch(
    a: np.ndarray[tuple[int], np.dtype[np.float32]], b: np.ndarray[tuple[int], np.dtype[np.float32]]
) -> bool:
    return bool(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
