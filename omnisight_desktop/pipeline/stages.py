"""The walk of one frame: motion, detection, tracking, judgement; in goes a Frame, out comes a Scene."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.geometry import Boxes, clip
from omnisight_desktop.core.ports.vision import Detector, Tracker
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.detect.motion import MotionGate
from omnisight_desktop.rules.presence import Presence


class Walk:
    """The stages of one camera, each with its own state; the detector is shared by all cameras."""

    def __init__(
        self,
        camera: str,
        detector: Callable[[], Detector],
        new_tracker: Callable[[], Tracker],
        labels: frozenset[str],
    ) -> None:
        self._camera = camera
        self._detector = detector
        self._new_tracker = new_tracker
        self._tracker = new_tracker()
        self._labels = labels
        self._gate = MotionGate()
        self._presence = Presence(camera)
        self._live: tuple[Track, ...] = ()

    def look(self, frame: Frame) -> Scene:
        """Everything known about this frame."""
        regions = self._where_to_look(frame)
        detections = self._detector().detect(frame.picture, regions)
        tracks = self._tracker.update(self._wanted(detections), frame.at)
        self._live = tuple(t for t in tracks if t.state is not TrackState.ENDED)
        events = self._presence.judge(tracks, frame.at)
        return Scene(self._camera, frame.index, frame.at, frame.size, tracks, events, frame.picture)

    @property
    def follows(self) -> bool:
        """Whether anybody is being followed."""
        return bool(self._live)

    def close(self) -> tuple[Event, ...]:
        """What ends because no more pictures come; who is seen afterwards is seen anew."""
        self._tracker = self._new_tracker()
        self._live = ()
        return self._presence.close()

    def _where_to_look(self, frame: Frame) -> Boxes:
        """Where something moved and where somebody was: who stands still is not forgotten."""
        moved = self._gate.regions(frame.picture)
        held = [t.box for t in self._live if t.state is not TrackState.TENTATIVE]
        if not held:
            return moved
        places = clip(np.concatenate([moved, np.asarray(held, np.float32)]), *frame.size)
        # Somebody may be believed to be beyond the edge, where there is nothing to look at.
        return _merged(places[((places[:, 2:] - places[:, :2]) >= 1).all(axis=1)])

    def _wanted(self, detections: Detections) -> Detections:
        if not self._labels or not len(detections):
            return detections
        wanted = np.asarray([name in self._labels for name in detections.names])
        return detections.where(wanted[detections.labels])


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
