"""The eye: looks at the newest frame of each camera in turn, and hands on what it made of it."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.flow.channel import Channel
from omnisight_desktop.flow.inbox import LatestInbox
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.outlets import Outlets
from omnisight_desktop.pipeline.stages import Walk
from omnisight_desktop.pipeline.watch import Watch

log = logging.getLogger(__name__)

_ROUND_S = 0.25
_SILENT = (CameraState.OFFLINE, CameraState.ENDED)


@dataclass(slots=True, eq=False)
class Looked:
    """What belongs to one camera and is touched by the eye alone; others may read the scenes."""

    watch: Watch
    walk: Walk
    outlets: Outlets
    scenes: tuple[Scene | None, Scene | None] = (None, None)  # the newest, and the one before
    trouble: str = ""

    def look(self, frame: Frame) -> None:
        """Look at one frame and hand on what it shows."""
        scene = self.walk.look(frame)
        self.scenes = (scene.without_picture(), self.scenes[0])
        self.outlets.take(scene)
        self.trouble = ""

    def finish(self) -> None:
        """Bring to its end what was begun: no more pictures come for now."""
        self.outlets.take_events(self.walk.close())
        self.outlets.close()
        self.scenes = (None, None)


class Eye:
    """The body of the eye's worker."""

    def __init__(
        self, frames: LatestInbox[Frame], leaving: Channel[Looked], cameras: dict[str, Looked]
    ) -> None:
        self._frames = frames
        self._leaving = leaving
        self._cameras = cameras

    def run(self, worker: Worker) -> None:
        """Look until told to stop."""
        while not worker.stopping:
            worker.beat()
            self.let_go()
            frame = self._frames.take(_ROUND_S)
            looked = self._cameras.get(frame.camera) if frame else None
            if frame is not None and looked is not None:
                self._look(looked, frame)

    def let_go(self) -> None:
        """Finish with cameras that are watched no longer, and with those that have gone silent."""
        for left in self._leaving.drain():
            left.finish()
        for looked in tuple(self._cameras.values()):
            silent = looked.watch.status.state in _SILENT and not len(self._frames)
            if silent and looked.walk.follows:
                looked.finish()

    def _look(self, looked: Looked, frame: Frame) -> None:
        try:
            looked.look(frame)
        except Exception as error:
            if looked.trouble != str(error):
                log.warning("%s cannot be looked at: %s", frame.camera, error)
                log.debug("the fault was", exc_info=error)
            looked.trouble = str(error) or type(error).__name__
            looked.finish()
