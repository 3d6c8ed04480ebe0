"""What is seen right now, and how the watching itself is doing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus, Role
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.instruments import Reading
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.perception.pose.choose import ChosenFinder
from omnisight_desktop.pipeline.feed import one_for_all
from omnisight_desktop.pipeline.room import Room
from omnisight_desktop.pipeline.supervisor import Pipeline, View
from omnisight_desktop.pipeline.topology import REPLAY_S
from omnisight_desktop.services.again import Replay
from omnisight_desktop.services.by_hand import ByHand
from omnisight_desktop.services.logins import open_part
from omnisight_desktop.services.pause import Pause, Rest
from omnisight_desktop.services.steering import Steering

_TRY_AGAIN_S = 30.0
_UNLOCKED_S = 300.0  # a keyring may ask its owner each time
_ROUND_S = 0.5
_REPLAY = timedelta(seconds=REPLAY_S)


@dataclass(frozen=True, slots=True)
class DetectorInUse:
    """Which detector runs, and why not a better one."""

    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Watched:
    """A camera as it is watched, or why it cannot even be called."""

    camera: Camera
    addresses: Mapping[Role, str]
    locked: CameraStatus | None = None

    def differs(self, other: _Watched) -> bool:
        """Whether it would have to be opened anew; what it is called makes no difference."""
        one, two = (replace(w.camera, name="", enabled=True) for w in (self, other))
        return (one, self.addresses) != (two, other.addresses) or self.locked is not None


class Live:
    """The verbs around a running pipeline. Any thread may use them.

    ``addresses`` tells where the streams of a camera are, with their passwords.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        choice: DetectorChoice,
        room: Room,
        addresses: Callable[[Camera], Mapping[Role, str]],
        pause: Pause,
        clock: Clock,
    ) -> None:
        self._pipeline = pipeline
        self._choice = choice
        self._room = room
        self._addresses = addresses
        self._pause = pause
        self._clock = clock
        self._changing = threading.RLock()
        self._watched: dict[str, _Watched] = {}
        self._given: dict[str, str] = {}  # addresses that hold for this run only
        self._unlocked = threading.Event()
        #: What finds bodies, shared with the eye, for whoever teaches a gesture.
        self.poses: ChosenFinder | None = None
        self._by_hand = ByHand(pipeline.happened, clock)
        self.steering = Steering(self._where)

    def cameras(self) -> list[Camera]:
        """The cameras that are watched."""
        return [watched.camera for watched in tuple(self._watched.values())]

    def statuses(self) -> list[CameraStatus]:
        """How each is doing."""
        rest = self._pause.rest
        if rest is not None:
            watched = tuple(self._watched)
            return [CameraStatus(id_, CameraState.PAUSED, rest.since) for id_ in watched]
        return [*self._pipeline.statuses(), *self._locked()]

    def view(self, camera: str) -> View:
        """The newest picture of a camera and what is known about it."""
        return self._pipeline.view(camera)

    def watch(self, camera: Camera, given: str = "") -> None:
        """Watch one more camera from now on, or take up what was changed about it.

        An address that is given, maybe with a password, holds for this run.
        """
        with self._changing:
            if given:
                self._given[camera.id] = given
            before, now = self._watched.get(camera.id), self._as_called(camera, given)
            if now.locked is not None or self._pause.rest is not None:
                self._pipeline.remove(camera.id)
            elif before is None or before.differs(now):
                self._pipeline.add(camera, now.addresses)
            self._watched[camera.id] = now

    def leave(self, camera: str) -> None:
        """Watch a camera no longer."""
        self._by_hand.end(camera)
        with self._changing:
            self._watched.pop(camera, None)
            self._given.pop(camera, None)
            self._pipeline.remove(camera)

    def replay(self, camera: str) -> Replay | None:
        """The last half minute of a camera once more; none where there is nothing of it."""
        held = self._pipeline.held(camera)
        return None if held is None else Replay(held, held.end - _REPLAY, self._clock)

    def record(self, camera: str) -> bool:
        """Have a camera recorded until told otherwise, ten minutes at most; False if it shows nothing."""
        status = next((s for s in self.statuses() if s.camera == camera), None)
        if status is None or status.state is not CameraState.LIVE:
            return False
        return self._by_hand.begin(camera)

    def stop_recording(self, camera: str) -> str | None:
        """Have that clip end; the id of its event."""
        return self._by_hand.end(camera)

    def recorded_since(self, camera: str) -> datetime | None:
        """Since when a camera is recorded because somebody wanted it, if it is."""
        return self._by_hand.since(camera)

    @property
    def paused(self) -> Rest | None:
        """Since when and until when nothing is watched, if so."""
        return self._pause.rest

    def pause(self, until: datetime) -> None:
        """Let go of every camera until a moment: nothing is seen, heard or recorded.

        Waits until they are let go of, which may take seconds: not for a window's thread.
        """
        self._by_hand.close()
        with self._changing:
            self._pause.begin(until)
            for camera in tuple(self._watched):
                self._pipeline.remove(camera)

    def resume(self) -> None:
        """Watch again, now."""
        with self._changing:
            if self._pause.rest is None:
                return
            self._pause.end(tuple(self._watched))
            for watched in tuple(self._watched.values()):
                if watched.locked is None:
                    self._pipeline.add(watched.camera, watched.addresses)

    def keep_time(self, worker: Worker) -> None:
        """The body of a worker: ends a pause, and what is recorded by hand, when its time has come."""
        while not worker.pause(_ROUND_S):
            worker.beat()
            self._by_hand.look()
            if self._pause.over:
                self.resume()

    def close(self) -> None:
        """The program ends; a pause goes on at its next start."""
        self.steering.close()
        self._by_hand.close()
        self._pause.leave(tuple(self._watched))

    def retry(self, camera: str) -> None:
        """Call a camera again now, whatever it waits for; returns at once."""
        if any(status.camera == camera for status in self._locked()):
            self._unlocked.set()
        else:
            self._pipeline.retry(camera)

    def begin_again(self, camera: str) -> None:
        """Watch a recording again from its beginning; not for a window's thread."""
        with self._changing:
            watched = self._watched.get(camera)
            if watched is not None and self._pause.rest is None:
                self._pipeline.add(watched.camera, watched.addresses)

    def unlock(self, worker: Worker) -> None:
        """The body of a worker: reads passwords again that were locked, now and then or when asked."""
        tried_mono = self._clock.mono()
        while not worker.pause(_ROUND_S):
            worker.beat()
            now_mono = self._clock.mono()
            if not self._unlocked.is_set() and now_mono - tried_mono < _UNLOCKED_S:
                continue
            self._unlocked.clear()
            tried_mono = now_mono
            for status in self._locked():
                self._call_again(status.camera)

    def stuck(self) -> list[str]:
        """Workers that have said nothing for too long."""
        return self._pipeline.stuck()

    def readings(self) -> list[Reading]:
        """What was let go and where, and how busy the eye is."""
        return self._pipeline.readings()

    def idle(self) -> bool:
        """Whether everything there was to watch has been watched."""
        return self._pipeline.idle and not self._locked()

    def detector(self) -> DetectorInUse | None:
        """The detector in use; None until the first picture needed one."""
        return self._choice.in_use

    def renew_detector(self) -> None:
        """Choose the detector anew: its model may have come meanwhile."""
        self._choice.renew()

    def detector_trouble(self) -> OmniSightError | None:
        """Why nothing can be found just now: the detector cannot be loaded, or fails as it looks."""
        return self._choice.trouble or self._pipeline.looking_trouble

    def recording_trouble(self) -> OmniSightError | None:
        """Why nothing can be recorded just now, if so."""
        return self._pipeline.recording_trouble

    def disk_free_gb(self) -> float | None:
        """Room left where footage is kept, a moment ago; None when that place is gone."""
        return self._room.free_gb

    def _where(self, camera: str) -> str:
        """Where its pictures come from, with its password."""
        watched = self._watched.get(camera)
        return "" if watched is None else watched.addresses.get(Role.DETECT, "")

    def _locked(self) -> list[CameraStatus]:
        """The cameras that cannot be called, since their passwords cannot be read."""
        return [w.locked for w in tuple(self._watched.values()) if w.locked is not None]

    def _call_again(self, camera: str) -> None:
        with self._changing:
            watched = self._watched.get(camera)
            if watched is not None and watched.locked is not None:
                self.watch(watched.camera)

    def _as_called(self, camera: Camera, given: str) -> _Watched:
        if given:
            return _Watched(camera, one_for_all(given))
        try:
            known = self._addresses(camera)
        except OmniSightError as error:
            before = next((s for s in self._locked() if s.camera == camera.id), None)
            since = before.since if before else self._clock.now()
            status = CameraStatus(camera.id, CameraState.OFFLINE, since, error.reason, error.fix)
            return _Watched(camera, {}, status)
        # What was given for this run is known nowhere else, unless the camera has moved since.
        given = self._given.get(camera.id, camera.uri)
        if open_part(given) != camera.uri:
            given = camera.uri
        return _Watched(camera, {r: given if a == camera.uri else a for r, a in known.items()})


class DetectorChoice:
    """Loads the detector when it is first needed and remembers which it became."""

    def __init__(self, choose: Callable[[], tuple[str, Detector, str]], clock: Clock) -> None:
        self._choose = choose
        self._clock = clock
        self._tried_mono = 0.0
        self._detector: Detector | None = None
        self._stale = False
        self.in_use: DetectorInUse | None = None
        self.trouble: OmniSightError | None = None

    def renew(self) -> None:
        """Choose anew when it is needed next: a better one may have come; from any thread."""
        self._stale = True

    def load(self) -> Detector:
        """The detector, ready to look; after a failure it is tried again only now and then."""
        if self._stale:
            self._stale, self._detector, self.trouble = False, None, None
        if self._detector is not None:
            return self._detector
        now = self._clock.mono()
        if self.trouble is not None and now - self._tried_mono < _TRY_AGAIN_S:
            raise self.trouble
        self._tried_mono = now
        try:
            name, self._detector, reason = self._choose()
        except OmniSightError as error:
            self.trouble = error
            raise
        self.in_use, self.trouble = DetectorInUse(name, reason), None
        return self._detector
