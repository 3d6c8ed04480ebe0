"""The walk of one frame: motion, detection, tracking, judgement; in goes a Frame, out comes a Scene."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from omnisight_desktop.core.counting import LineCount
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.face import Face, Sighting
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes, clip, coverage
from omnisight_desktop.core.gesture import EventPoses
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.ports.vision import Detector, Tracker
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.detect.mistaken import Mistaken
from omnisight_desktop.perception.detect.motion import MotionGate
from omnisight_desktop.perception.detect.wanted import Wanted
from omnisight_desktop.pipeline.gesturing import NOTHING, GestureSense, Gesturing, Moves
from omnisight_desktop.pipeline.glimpsing import Glimpsing
from omnisight_desktop.pipeline.identify import Identify
from omnisight_desktop.pipeline.resting import Resting, elsewhere
from omnisight_desktop.rules.judge import Judge
from omnisight_desktop.rules.ruled import Ruled

_ROUND_LIVELY, _ROUND_STILL = timedelta(seconds=5), timedelta(seconds=60)
_SPECK_PX = 1.0  # as small as can be
_SPOKEN = 256
_ITS_OWN = 0.7  # of a movement that lies within somebody who is followed is theirs


@dataclass(frozen=True, slots=True)
class Stages:
    """What the walk of one camera is made of; the tracker and the judge keep a state of their own."""

    detector: Callable[[], Detector]
    tracker: Callable[[], Tracker]
    judge: Callable[[], Judge]
    wanted: Wanted
    ruled: Callable[[], Ruled] | None = None  # none: nobody made rules of their own
    mistaken: Callable[[], Mistaken] = Mistaken  # as it is now; it may change at any time
    gestures: GestureSense | None = None  # none: nobody looks how people move
    identify: Callable[[], Identify] | None = None  # none: faces are nobody's business
    glimpsing: Glimpsing | None = None  # none: nobody asks who speaks


class Walk:
    """The stages of one camera, each with its own state; the detector is shared by all cameras."""

    def __init__(self, camera: str, stages: Stages) -> None:
        self._camera = camera
        self._stages = stages
        self._judge = stages.judge()
        self._ruled = stages.ruled() if stages.ruled else None
        self._identify = stages.identify() if stages.identify else None
        self._gesturing = Gesturing(camera, stages.gestures) if stages.gestures else None
        self._tracker = stages.tracker()
        self._gate = MotionGate()
        self._resting = Resting()
        self._rounds = Rounds()
        self._live: tuple[Track, ...] = ()
        self._size = (0, 0)
        self._seen_at: datetime | None = None
        self._spoken: deque[str | None] = deque(maxlen=_SPOKEN)  # visits of which others told
        self.left: tuple[EventPoses, ...] = ()  # how gestures were made that its end completed
        self.moved_at: datetime | None = None
        self.stirred: Boxes = EMPTY_BOXES  # what moved in the last frame

    def look(self, frame: Frame) -> Scene:
        """Everything known about this frame."""
        self._seen_at = frame.at
        gone, ended = self._resized(frame.size)
        moved = self._gate.regions(frame.picture)
        resting = self._resting.among(self._live, frame.picture, frame.at)
        moved = elsewhere(moved, resting)
        self.stirred = elsewhere(self._gate.stirred, resting)
        if len(moved):
            self.moved_at = frame.at
        followed = _boxes_of([t for t in self._live if t not in resting], frame.size)
        regions, smallest_px = _joined(moved, followed), _smallest(followed)
        if self._rounds.due(frame.at, lively=len(moved) > 0):
            regions, resting, smallest_px = _everywhere(frame.size), [], _SPECK_PX
        found = self._stages.detector().detect(frame.picture, regions, smallest_px)
        found = self._stages.wanted.of(found, frame.size[1]).joined(
            _told_again([t for t in resting if t.state is TrackState.ACTIVE])
        )
        found = self._stages.mistaken().without(found, frame.size)
        tracks = self._tracker.update(found, frame.at, frame.picture)
        if self._identify is not None:
            tracks = self._identify.look(frame, tracks)
        if self._stages.glimpsing is not None:
            self._stages.glimpsing.look(frame, tracks)
        self._live = tuple(t for t in tracks if t.state is not TrackState.ENDED)
        events = ended + self._judge.judge(tracks, frame.at, frame.size)
        moves = self._moves(frame)
        if self._ruled is not None:
            story_of = self._judge.story_of
            events += self._ruled.judge(tracks, frame.at, frame.size, story_of, moves.made)
        self._spoken.extend(event.story for event in moves.events + events if not _judged(event))
        if self._identify is not None:
            events += self._joined(self._identify)
            told = self._identify.tell(self._judge.story_of, frame.at)
            self._spoken.extend(event.story for event in told)
            events += told
        return replace(self._scene(frame, gone + tracks, events, moves), learnt=self.learnt())

    def _joined(self, identify: Identify) -> tuple[Event, ...]:
        """Who comes from another camera goes on with the visit there, if nothing but their coming was
        told of it here: what was told stays where it is."""
        events: tuple[Event, ...] = ()
        for track, story in identify.joining():
            if self._judge.story_of(track) not in self._spoken:
                events += self._judge.join(track, story)
        return events

    def learnt(self) -> tuple[Person | Face | Sighting, ...]:
        """What is to be remembered of people that no scene has taken along."""
        return self._identify.learnt() if self._identify is not None else ()

    def glance(self, frame: Frame) -> Scene | None:
        """How those who are followed move, between two looks; nothing where that tells nothing."""
        if frame.size != self._size:
            return None
        moves = self._moves(frame)
        if moves is NOTHING:
            return None
        events: tuple[Event, ...] = ()
        if self._ruled is not None:
            events = self._ruled.made(moves.made, frame.at, self._judge.story_of)
        self._spoken.extend(event.story for event in moves.events + events)
        return self._scene(frame, self._live, events, moves)

    def _scene(
        self, frame: Frame, tracks: tuple[Track, ...], events: tuple[Event, ...], moves: Moves
    ) -> Scene:
        return Scene(
            *(self._camera, frame.index, frame.at, frame.size, tracks, events + moves.events),
            picture=frame.picture,
            unfilmed=self._ruled.unfilmed if self._ruled is not None else frozenset(),
            bodies=moves.bodies,
            moves=moves.poses,
        )

    def _moves(self, frame: Frame) -> Moves:
        if self._gesturing is None:
            return NOTHING
        return self._gesturing.look(frame, self._live, self.stirred, self._judge.story_of)

    @property
    def glances_hz(self) -> float:
        """How often to glance between two looks: only while somebody is there who moves."""
        return self._gesturing.wants_hz if self._gesturing is not None else 0.0

    @property
    def follows(self) -> bool:
        """Whether anybody is being followed."""
        return bool(self._live)

    @property
    def moving(self) -> tuple[str, ...]:
        """Who is being followed and does not just stand there."""
        live = (t for t in self._live if t.state is TrackState.ACTIVE and t.still_since is None)
        return tuple(t.id for t in live)

    @property
    def lively(self) -> bool:
        """Whether somebody is being followed who does not just stand there."""
        return bool(self.moving)

    def counts(self) -> tuple[LineCount, ...]:
        """How often lines were crossed, where that has changed since this was last asked."""
        return self._ruled.counts() if self._ruled is not None else ()

    def close(self) -> tuple[Event, ...]:
        """What ends because no more pictures come; who is seen afterwards is seen anew."""
        self._tracker = self._stages.tracker()
        self._gate = MotionGate()
        self._resting = Resting()
        self._rounds = Rounds()
        self._live = ()
        moves = self._gesturing.close(self._judge.story_of) if self._gesturing else NOTHING
        self.left = moves.poses
        broken_off = self._ruled.close() if self._ruled is not None else ()
        known = self._known_at_last()
        return moves.events + known + broken_off + self._judge.close()

    def _known_at_last(self) -> tuple[Event, ...]:
        """Who those were that are followed no longer."""
        if self._identify is None or self._seen_at is None:
            return ()
        self._identify.close()
        return self._identify.tell(self._judge.story_of, self._seen_at)

    def _resized(self, size: tuple[int, int]) -> tuple[tuple[Track, ...], tuple[Event, ...]]:
        """Places in a picture of another size mean nothing in this one: what was followed ends."""
        before, self._size = self._size, size
        if before in ((0, 0), size):
            return (), ()
        gone = tuple(replace(track, state=TrackState.ENDED) for track in self._live)
        return gone, self.close()


def _judged(event: Event) -> bool:
    """Whether it tells of somebody's coming and staying, which the judge tells anew."""
    return event.type in (EventType.APPEARED, EventType.STATIONARY)


class Rounds:
    """When all of the picture is looked at closely, although little or nothing has moved."""

    def __init__(self) -> None:
        self._last: datetime | None = None

    def due(self, now: datetime, *, lively: bool) -> bool:
        """Whether it is time again; sooner while something is going on."""
        every = _ROUND_LIVELY if lively else _ROUND_STILL
        if self._last is not None and timedelta(0) <= now - self._last < every:
            return False
        self._last = now
        return True


def _everywhere(size: tuple[int, int]) -> Boxes:
    return np.asarray([[0, 0, *size]], np.float32)


def _boxes_of(followed: list[Track], size: tuple[int, int]) -> Boxes:
    """Where somebody was: who stands still, or is not believed yet, is not forgotten."""
    if not followed:
        return EMPTY_BOXES
    boxes = clip(np.asarray([t.box for t in followed], np.float32), *size)
    # Somebody may be believed to be beyond the edge, where there is nothing to look at.
    held: Boxes = boxes[((boxes[:, 2:] - boxes[:, :2]) >= 1).all(axis=1)]
    return held


def _joined(moved: Boxes, followed: Boxes) -> Boxes:
    """Both, without the movement of those who are followed."""
    if not len(followed) or not len(moved):
        return followed if len(followed) else moved
    other = coverage(moved, followed).max(axis=1) < _ITS_OWN
    return np.concatenate([moved[other], followed])


def _smallest(followed: Boxes) -> float | None:
    if not len(followed):
        return None
    return float((followed[:, 2:] - followed[:, :2]).max(axis=1).min())


def _told_again(resting: list[Track]) -> Detections:
    """What would be found where nothing has changed."""
    names = tuple(dict.fromkeys(track.label for track in resting))
    return Detections(
        np.asarray([t.box for t in resting], np.float32).reshape(-1, 4) if resting else EMPTY_BOXES,
        np.asarray([t.score for t in resting], np.float32),
        np.asarray([names.index(t.label) for t in resting], np.int32),
        names,
    )
