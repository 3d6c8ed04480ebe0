"""The stage that watches how people move, at one camera; it does nothing where no gesture is known."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.geometry import Boxes, iou
from omnisight_desktop.core.gesture import EventPoses, Made, Pose
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.kinds import PERSON, kind_of
from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.gesture.activities import Activities
from omnisight_desktop.perception.gesture.lexicon import Lexicon
from omnisight_desktop.perception.gesture.spotter import Spotted, Spotter

log = logging.getLogger(__name__)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TRY_AGAIN = timedelta(seconds=60)
_LOOKED_UP_EVERY = timedelta(seconds=2)
_FORGOTTEN = timedelta(seconds=5)
_STIRRED_FOR = timedelta(seconds=3)

_SIGHTED = (TrackState.TENTATIVE, TrackState.ACTIVE)

StoryOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class GestureSense:
    """What it takes: an engine, the gestures whenever they were changed, and how sure is sure."""

    finder: Callable[[], PoseFinder]
    lexicons: Callable[[], Iterator[tuple[Lexicon | None] | None]]
    threshold: float = 0.7
    rate_hz: float = 12.0
    people: int = 3  # at once, the nearest first
    cool_down_s: float = 1.0
    activities: Callable[[], tuple[str, ...]] = tuple  # that nobody has to teach, as of now


@dataclass(frozen=True, slots=True)
class Moves:
    """What one look at people's movements gave."""

    made: tuple[Made, ...] = ()
    events: tuple[Event, ...] = ()
    poses: tuple[EventPoses, ...] = ()
    bodies: tuple[tuple[str, Pose], ...] = ()


NOTHING = Moves()


@dataclass(slots=True)
class _Mover:
    spotter: Spotter | None  # none where only activities are watched for
    activities: Activities
    seen: datetime
    track: Track

    def see(self, pose: Pose, at_s: float) -> list[Spotted]:
        """One more pose of theirs."""
        told = self.activities.see(pose, at_s)
        return told + self.spotter.see(pose, at_s) if self.spotter is not None else told

    def close(self) -> list[Spotted]:
        """What they had just finished."""
        return self.spotter.close() if self.spotter is not None else []


class Gesturing:
    """The movements of everybody at one camera, each with a state of their own."""

    def __init__(self, camera: str, sense: GestureSense) -> None:
        self._camera = camera
        self._sense = sense
        self._lexicons = sense.lexicons()
        self._lexicon: Lexicon | None = None
        self._activities = sense.activities()
        self._movers: dict[str, _Mover] = {}
        self._stirred: dict[str, datetime] = {}
        self._ids = IdSource("E")
        self._size: tuple[int, int] | None = None
        self._looked_up: datetime | None = None
        self._rest_until: datetime | None = None
        self.trouble: OmniSightError | None = None

    @property
    def wants_hz(self) -> float:
        """How often it wants to look just now: not at all where nothing is known, or nobody moves."""
        return self._sense.rate_hz if self._watches and self._stirred else 0.0

    @property
    def _watches(self) -> bool:
        return self._lexicon is not None or bool(self._activities)

    def look(
        self, frame: Frame, tracks: tuple[Track, ...], stirred: Boxes, story_of: StoryOf
    ) -> Moves:
        """One look at everybody who is followed and moves; ``stirred`` is what moved just now."""
        self._look_up(frame.at)
        if not self._watches:
            return NOTHING
        self._size = frame.size
        wanted = self._moving(_nearest(tracks, self._sense.people), stirred, frame.at)
        found = self._poses(frame, wanted)
        spotted: list[tuple[Track, Spotted]] = []
        bodies = []
        for track, pose in zip(wanted, found, strict=True):
            if pose is not None:
                bodies.append((track.id, pose))
                mover = self._mover(track, frame.at)
                seen = mover.see(pose, _seconds(frame.at))
                spotted += [(track, one) for one in seen]
        spotted += self._let_go(frame.at)
        return self._told(spotted, tuple(bodies), story_of)

    def _moving(self, tracks: list[Track], stirred: Boxes, at: datetime) -> list[Track]:
        """Those who moved within the last seconds, if only an arm."""
        if tracks and len(stirred):
            boxes = np.asarray([track.box for track in tracks], np.float32)
            touched = iou(boxes, stirred).max(axis=1) > 0
            self._stirred |= {t.id: at for t, moved in zip(tracks, touched, strict=True) if moved}
        # Who is new came from somewhere.
        self._stirred |= {t.id: at for t in tracks if t.state is TrackState.TENTATIVE}
        self._stirred = {
            who: when for who, when in self._stirred.items() if abs(at - when) <= _STIRRED_FOR
        }
        return [track for track in tracks if track.id in self._stirred]

    def close(self, story_of: StoryOf) -> Moves:
        """Nobody watches any more: what was just being finished counts."""
        spotted = [(m.track, one) for m in self._movers.values() for one in m.close()]
        self._movers.clear()
        self._stirred.clear()
        return self._told(spotted, (), story_of)

    def _look_up(self, at: datetime) -> None:
        before = self._looked_up
        if before is not None and timedelta(0) <= at - before < _LOOKED_UP_EVERY:
            return
        self._looked_up = at
        changed = next(self._lexicons, None)
        activities = self._sense.activities()
        if changed is not None or activities != self._activities:
            self._lexicon = changed[0] if changed is not None else self._lexicon
            self._activities = activities
            self._movers.clear()

    def _poses(self, frame: Frame, tracks: list[Track]) -> list[Pose | None]:
        if not tracks or (self._rest_until is not None and frame.at < self._rest_until):
            return [None] * len(tracks)
        boxes = np.asarray([track.box for track in tracks], np.float32)
        try:
            found = self._sense.finder().find(frame.picture, boxes)
        except OmniSightError as error:
            if self.trouble is None or self.trouble.reason != error.reason:
                log.warning("gestures are not recognised at %s: %s", self._camera, error)
            self.trouble, self._rest_until = error, frame.at + _TRY_AGAIN
            return [None] * len(tracks)
        self.trouble = self._rest_until = None
        return found

    def _mover(self, track: Track, at: datetime) -> _Mover:
        mover = self._movers.get(track.id)
        if mover is None:
            spotter = None
            if self._lexicon is not None:
                spotter = Spotter(self._lexicon, self._sense.threshold, self._sense.cool_down_s)
            activities = Activities(self._activities)
            mover = self._movers[track.id] = _Mover(spotter, activities, at, track)
        mover.seen, mover.track = at, track
        return mover

    def _believed(self, spotted: list[tuple[Track, Spotted]]) -> list[tuple[Track, Spotted]]:
        """Without those of whom nobody is sure yet that they are there."""
        return [(track, one) for track, one in spotted if track.state is not TrackState.TENTATIVE]

    def _let_go(self, at: datetime) -> list[tuple[Track, Spotted]]:
        """Who was not seen for a while is forgotten; what they had just finished counts."""
        gone = [who for who, m in self._movers.items() if abs(at - m.seen) > _FORGOTTEN]
        left = [self._movers.pop(who) for who in gone]
        return [(mover.track, one) for mover in left for one in mover.close()]

    def _told(
        self,
        spotted: list[tuple[Track, Spotted]],
        bodies: tuple[tuple[str, Pose], ...],
        story_of: StoryOf,
    ) -> Moves:
        made, events, poses = [], [], []
        for track, one in self._believed(spotted):
            start, end = _moment(one.start_s), _moment(one.end_s)
            event = self._event(track, one, story_of)
            made.append(Made(track.id, one.label, start, end, one.confidence, track.identity))
            events.append(event)
            poses.append(EventPoses(event.id, start, one.take, self._size))
        return Moves(tuple(made), tuple(events), tuple(poses), bodies)

    def _event(self, track: Track, one: Spotted, story_of: StoryOf) -> Event:
        end = _moment(one.end_s)
        event_id = self._ids.next(to_ms(end))
        return Event(
            event_id,
            self._camera,
            EventType.GESTURE,
            _moment(one.start_s),
            end,
            label=one.label,
            person=track.identity.person if track.identity else None,
            track=track.id,
            score=round(one.confidence, 3),
            story=story_of(track.id) or event_id,
        )


def _nearest(tracks: tuple[Track, ...], most: int) -> list[Track]:
    people = [t for t in tracks if t.state in _SIGHTED and kind_of(t.label) == PERSON]
    return sorted(people, key=lambda t: t.box[1] - t.box[3])[:most]


def _seconds(at: datetime) -> float:
    return (at - _EPOCH).total_seconds()


def _moment(seconds: float) -> datetime:
    return _EPOCH + timedelta(milliseconds=round(seconds * 1000))
