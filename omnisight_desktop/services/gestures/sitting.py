"""Somebody in front of a camera who teaches or tries: what is seen, their poses, takes, how sure it is.

A camera that is watched lends the pictures that it shows anyway, so that teaching, looking on and
recording share one open device. What nobody watches is opened for as long as the sitting lasts.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import NotRunning, OmniSightError
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.gesture import Pose
from omnisight_desktop.core.ports.capture import Wants
from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.perception.gesture.activities import Activities
from omnisight_desktop.perception.gesture.lexicon import Lexicon
from omnisight_desktop.perception.gesture.spotter import Spotted, Spotter
from omnisight_desktop.services.gestures.teaching import (
    RATE_HZ,
    Recording,
    TakeRecorder,
    largest_first,
)
from omnisight_desktop.services.live import Live

_POLL_S = 0.015
_MOST_WAIT_S = 0.25
_MOST_MADE = 50

#: Pictures and their seconds, as they come; None where there is no new one yet.
Feed = Callable[[Worker], Iterator[tuple[Picture, float] | None]]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One picture of who sits there, and who was found in it; ``looked`` is false before the engine
    has answered for the first time."""

    serial: int
    picture: Picture
    at_s: float
    pose: Pose | None = None
    people: int = 0
    looked: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """How sure it is of each gesture just now, how sure it ever was, and what was made, latest last."""

    now: dict[str, float]
    best: dict[str, float]
    made: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _TakeOrder:
    longest_s: float


@dataclass(frozen=True, slots=True, eq=False)
class _TrialOrder:
    lexicon: Lexicon | None
    threshold: float
    activities: tuple[str, ...]


class _Trial:
    """What is recognised of who sits there."""

    def __init__(self, order: _TrialOrder) -> None:
        self._lexicon = order.lexicon
        self._spotter = Spotter(order.lexicon, order.threshold) if order.lexicon else None
        self._activities = Activities(order.activities)
        self._made: list[Spotted] = []
        labels = order.lexicon.labels if order.lexicon else ()
        self._best = np.zeros(len(labels), np.float32)
        self.told = Tried(dict.fromkeys(labels, 0.0), dict.fromkeys(labels, 0.0))

    def see(self, pose: Pose | None, at_s: float) -> None:
        """One more pose, or nobody."""
        if pose is None:
            return
        self._made += self._activities.see(pose, at_s)
        if self._spotter is not None:
            self._made += self._spotter.see(pose, at_s)
        self._tell()

    def close(self) -> None:
        """They are gone: what was just being finished counts."""
        if self._spotter is not None:
            self._made += self._spotter.close()
        self._tell()

    def _tell(self) -> None:
        now: dict[str, float] = {}
        if self._spotter is not None and self._lexicon is not None:
            sure = self._spotter.confidences
            np.maximum(self._best, sure, out=self._best)
            now = dict(zip(self._lexicon.labels, sure.tolist(), strict=True))
        best = dict(zip(now, self._best.tolist(), strict=True))
        del self._made[:-_MOST_MADE]
        self.told = Tried(now, best, tuple(self._made))


class Sitting:
    """One teacher in front of one camera or film, from when it is opened until it is closed.

    What is asked of it comes from any one thread; what it found is there to be looked at, and is
    never changed once it is there.
    """

    def __init__(
        self,
        feed: Feed,
        finder: Callable[[], PoseFinder],
        *,
        take_s: float | None = None,
    ) -> None:
        self.newest: Seen | None = None
        self.trouble: OmniSightError | None = None
        self.over = False  # nothing more comes
        self.tried: Tried | None = None
        self.recorded_s: float | None = None  # of the take that is being recorded, if one is
        self._feed = feed
        self._finder = finder
        self._wanted: _TakeOrder | _TrialOrder | None = _TakeOrder(take_s) if take_s else None
        self._heeded: _TakeOrder | _TrialOrder | None = None
        self._recorder: TakeRecorder | None = None
        self._trial: _Trial | None = None
        self._takes: deque[Recording] = deque()
        self._next_s = float("-inf")
        self._worker = Worker("sitting", self._run)

    def start(self) -> None:
        """Begin to look."""
        self._worker.start()

    def record(self, longest_s: float) -> None:
        """From the next picture on it is a take, which ends by itself after so long."""
        self._wanted = _TakeOrder(longest_s)

    def enough(self) -> None:
        """What is being recorded ends here; nothing is tried out any more."""
        self._wanted = None

    def try_out(
        self, lexicon: Lexicon | None, threshold: float, activities: tuple[str, ...] = ()
    ) -> None:
        """From the next picture on it is looked which gestures are made."""
        self._wanted = _TrialOrder(lexicon, threshold, activities)

    def taken(self) -> Recording | None:
        """A take that was finished, each of them once."""
        return self._takes.popleft() if self._takes else None

    def leave(self) -> None:
        """Ask it to end; returns at once."""
        self._worker.stop()

    def close(self) -> bool:
        """End it, and wait until the camera is let go of."""
        self._worker.stop()
        return self._worker.join()

    def _run(self, worker: Worker) -> None:
        try:
            finder = self._finder()
            for serial, shot in enumerate(self._feed(worker)):
                if worker.stopping:
                    break
                worker.beat()
                self._heed()
                if shot is not None and shot[1] >= self._next_s:
                    self._look(finder, serial, *shot)
        except OmniSightError as error:
            if not worker.stopping:
                self.trouble = error
        finally:
            self._finish()
            self.over = True

    def _look(self, finder: PoseFinder, serial: int, picture: Picture, at_s: float) -> None:
        if self.newest is None:  # an engine takes seconds to wake
            self.newest = Seen(serial, picture, at_s, looked=False)
        self._next_s = max(self._next_s + 1 / RATE_HZ, at_s + 0.5 / RATE_HZ)
        found = largest_first(finder.everybody(picture, 2))
        pose = found[0] if found else None
        if self._recorder is not None:
            self._recorder.add(found, at_s)
            self.recorded_s = self._recorder.length_s
        if self._trial is not None:
            self._trial.see(pose, at_s)
            self.tried = self._trial.told
        self.newest = Seen(serial + 1, picture, at_s, pose, len(found))

    def _heed(self) -> None:
        """Take up what is wanted now."""
        wanted, recorder, heeded = self._wanted, self._recorder, self._heeded
        if isinstance(heeded, _TakeOrder) and recorder and recorder.length_s > heeded.longest_s:
            self._finish()
            self._heeded = heeded  # it was carried out, and is not to begin anew
        if wanted is self._heeded:
            return
        self._finish()
        self._heeded = wanted
        if isinstance(wanted, _TakeOrder):
            self._recorder = TakeRecorder()
            self.recorded_s = 0.0
        elif isinstance(wanted, _TrialOrder):
            self._trial = _Trial(wanted)
            self.tried = self._trial.told

    def _finish(self) -> None:
        """What was going on is over; a take of it is there to be had."""
        recorder, trial = self._recorder, self._trial
        self._recorder = self._trial = self.recorded_s = None
        self._heeded = None
        if recorder is not None and not recorder.empty:
            self._takes.append(recorder.finish())
        if trial is not None:
            trial.close()
            self.tried = trial.told


def of_camera(live: Live, camera: str) -> Feed:
    """What a camera that is watched shows."""

    def feed(worker: Worker) -> Iterator[tuple[Picture, float] | None]:
        serial = -1
        while not worker.pause(_POLL_S):
            if all(watched.id != camera for watched in live.cameras()):
                raise NotRunning("This camera is not watched any more.", fix="Choose another.")
            view = live.view(camera)
            if view.frame is None or view.serial == serial:
                yield None
                continue
            serial = view.serial
            yield view.frame.picture, view.frame.at_mono

    return feed


def of_address(address: str, clock: Clock) -> Feed:
    """What a device or a film shows; a film at its own pace, unless looking takes longer."""

    def feed(worker: Worker) -> Iterator[tuple[Picture, float] | None]:
        with closing(open_source(address, Wants(sound=False))) as source:
            live, began_mono = source.info.live, clock.mono()
            for shot in source.shots():
                if shot.picture is None:
                    continue
                early_s = 0.0 if live else began_mono + shot.at_s - clock.mono()
                if worker.pause(min(max(early_s, 0.0), _MOST_WAIT_S)):
                    return
                yield shot.picture, shot.at_s

    return feed
