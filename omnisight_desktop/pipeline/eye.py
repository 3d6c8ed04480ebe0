"""The eye: looks at the newest frame of each camera in turn, and hands on what it made of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import BackendUnavailable, OmniSightError
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.flow.channel import Channel
from omnisight_desktop.flow.inbox import LatestInbox
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.cadence import Cadence, Pace
from omnisight_desktop.pipeline.noticed import Noticed, cells_of
from omnisight_desktop.pipeline.outlets import Outlets
from omnisight_desktop.pipeline.stages import Walk
from omnisight_desktop.pipeline.vigil import Vigil
from omnisight_desktop.pipeline.watch import Watch

log = logging.getLogger(__name__)

_ROUND_S = 0.25
_IDLE_AFTER = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a camera is looked at: usually, and at most, while something moves."""

    usual_hz: float = 5.0
    most_hz: float = 10.0


@dataclass(slots=True, eq=False)
class Looked:
    """What belongs to one camera and is touched by the eye alone; others may read the scenes."""

    watch: Watch
    walk: Walk
    outlets: Outlets
    vigil: Vigil
    rates: Rates = Rates()
    scenes: tuple[Scene | None, Scene | None] = (None, None)  # the newest, and the one before
    notice: Callable[[Noticed], object] | None = None  # for continuous footage, where there is any
    trouble: OmniSightError | None = None  # why nothing can be found in its pictures
    looks: int = field(default=0)
    late_s: float = 0.0  # from the light of the last picture to what was made of it
    looked: Cadence = field(default_factory=lambda: Cadence(Rates().usual_hz))

    def look(self, frame: Frame) -> None:
        """Look at one frame and hand on what it shows; or only glance, where that is enough."""
        if self.looked.rate_hz < self.watch.cadence.rate_hz and not self.looked.due(
            frame.at.timestamp()
        ):
            self.glance(frame)
            return
        scene = self.walk.look(frame)
        self.scenes = (scene.without_picture(), self.scenes[0])
        self.outlets.take(scene)
        self.outlets.count(self.walk.counts())
        self._notice(frame)
        self.trouble = None
        self.looks += 1
        moved_at = self.walk.moved_at
        self.watch.rest(
            not self.walk.lively and (moved_at is None or frame.at - moved_at > _IDLE_AFTER)
        )

    def glance(self, frame: Frame) -> None:
        """How people move, between two looks at everything."""
        scene = self.walk.glance(frame)
        if scene is not None:
            self.scenes = (scene.without_picture(), self.scenes[1])
            self.outlets.take_moves(scene)

    def _notice(self, frame: Frame) -> None:
        cells, moving = cells_of(self.walk.stirred, frame.size), self.walk.moving
        if self.notice is not None and (cells is not None or moving):
            self.notice(Noticed(frame.camera, frame.at, cells, moving))

    def finish(self) -> None:
        """Bring to its end what was begun: no more pictures come for now."""
        self.outlets.take_events(self.walk.close(), moves=self.walk.left)
        self.outlets.close()
        self.scenes = (None, None)

    def leave(self, now: datetime) -> None:
        """It is watched no longer: whatever was begun ends."""
        self.finish()
        self.outlets.remember(self.vigil.close(now))

    def tried(self, act: Callable[[], None]) -> bool:
        """Do something with it; its fault is said once and keeps the eye from no other camera."""
        try:
            act()
        except Exception as error:
            camera, before = self.watch.camera.id, self.trouble
            self.trouble = _told(camera, error)
            if before is None or before.reason != self.trouble.reason:
                log.warning("%s cannot be looked at: %s", camera, error)
                log.debug("the fault was", exc_info=error)
            return False
        return True


class Eye:
    """The body of the eye's worker."""

    def __init__(
        self,
        frames: LatestInbox[Frame],
        leaving: Channel[Looked],
        cameras: dict[str, Looked],
        clock: Clock,
    ) -> None:
        self._frames = frames
        self._leaving = leaving
        self._cameras = cameras
        self._clock = clock
        self._vigilant_mono = 0.0
        self.pace = Pace()

    def run(self, worker: Worker) -> None:
        """Look until told to stop."""
        while not worker.stopping:
            worker.beat()
            self.let_go()
            self.keep_vigil()
            frame = self._frames.take(_ROUND_S)
            looked = self._cameras.get(frame.camera) if frame else None
            if frame is not None and looked is not None:
                self._look(looked, frame)

    def let_go(self) -> None:
        """Finish with cameras that are watched no longer, and with those that have gone silent."""
        while (left := self._leaving.get(0)) is not None:
            left.leave(self._clock.now())
        for looked in tuple(self._cameras.values()):
            live = looked.watch.status.state is CameraState.LIVE
            if looked.walk.follows and not live and looked.watch.camera.id not in self._frames:
                looked.tried(looked.finish)

    def keep_vigil(self) -> None:
        """See now and then whether every camera is there."""
        now_mono = self._clock.mono()
        if now_mono - self._vigilant_mono < _ROUND_S:
            return
        self._vigilant_mono = now_mono
        for looked in tuple(self._cameras.values()):
            events = looked.vigil.look(looked.watch.status, self._clock.now(), now_mono)
            looked.outlets.remember(events)

    def _look(self, looked: Looked, frame: Frame) -> None:
        began = self._clock.mono()
        if not looked.tried(partial(looked.look, frame)):
            looked.tried(looked.finish)
        ended = self._clock.mono()
        self.pace.looked(ended - began, ended, self._frames.dropped)
        looked.late_s = max(0.0, (self._clock.now() - frame.at).total_seconds())
        looked.looked.rate_hz = self.pace.rate(
            looked.rates.usual_hz, looked.rates.most_hz, lively=looked.walk.lively
        )
        glances_hz = looked.walk.glances_hz * self.pace.share
        looked.watch.cadence.rate_hz = max(looked.looked.rate_hz, glances_hz)


def _told(camera: str, error: Exception) -> OmniSightError:
    if isinstance(error, OmniSightError):
        return error
    words = next(iter(str(error).splitlines()), "") or type(error).__name__
    return BackendUnavailable(
        f"The pictures of {camera} cannot be looked at: {words}.",
        fix="Choose another engine: 'omnisight settings set detection.backend auto'.",
    )
