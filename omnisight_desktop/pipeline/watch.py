"""Watching one camera: opens it, keeps the rhythm, fills the ring, hands on the newest frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import SourceError
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.ports.capture import Shot, Source
from omnisight_desktop.flow.channel import LatestSlot
from omnisight_desktop.flow.inbox import LatestInbox
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.cadence import Cadence

_SHORTEST_GAP_S = 1.0


@dataclass(frozen=True, slots=True)
class CameraPipes:
    """What leads away from one camera."""

    ring: PacketRing
    frames: LatestInbox[Frame]
    preview: LatestSlot[Frame]


class Watch:
    """The body of a camera's capture worker; it is run again after each interruption."""

    def __init__(
        self,
        camera: Camera,
        address: str,
        pipes: CameraPipes,
        cadence: Cadence,
        clock: Clock,
        keep: Callable[[Gap], object],
    ) -> None:
        self.camera = camera
        self._address = address  # may hold a password, unlike the camera's own uri
        self.status = CameraStatus(camera.id, CameraState.CONNECTING, clock.now())
        self.fps = 0.0
        self._pipes = pipes
        self._cadence = cadence
        self._clock = clock
        self._keep = keep
        self._source: Source | None = None
        self._index = 0
        self._lost_at: datetime | None = None

    def run(self, worker: Worker) -> None:
        """Watch until told to stop, the recording ends, or the source fails."""
        self._say(CameraState.CONNECTING, *self._last_reason())
        try:
            source = self._source = open_source(self._address)
            try:
                self._follow(source, worker)
            finally:
                source.close()
        except SourceError as error:
            self._interrupted(error)
            raise
        if not worker.stopping:
            self._say(CameraState.ENDED, "The recording has been watched to its end.")

    def stop(self) -> None:
        """Let go of the device at once."""
        if self._source is not None:
            self._source.close()

    def _follow(self, source: Source, worker: Worker) -> None:
        self._pipes.ring.begin(source.template)
        opened_at, opened_mono = self._clock.now(), self._clock.mono()
        paced = not source.info.live
        for shot in source.shots():
            worker.beat()
            if paced and worker.pause(opened_mono + shot.at_s - self._clock.mono()):
                return
            if worker.stopping:
                return
            if self.status.state is not CameraState.LIVE:
                self._resumed(source.info.fps)
            self._hand_on(shot, opened_at)
        if source.info.live and not worker.stopping:
            raise SourceError("The camera ended the stream.", fix="It is called again by itself.")

    def _hand_on(self, shot: Shot, opened_at: datetime) -> None:
        for packet in shot.packets:
            self._pipes.ring.add(packet, opened_at + timedelta(seconds=packet.at_s))
        if shot.picture is None:
            return
        at = opened_at + timedelta(seconds=shot.at_s)
        frame = Frame(self.camera.id, self._index, at, self._clock.mono(), shot.picture)
        self._index += 1
        self._pipes.preview.put(frame)
        if self._cadence.due(shot.at_s):
            self._pipes.frames.put(self.camera.id, frame)

    def _resumed(self, fps: float) -> None:
        now = self._clock.now()
        if self._lost_at is not None and (now - self._lost_at).total_seconds() >= _SHORTEST_GAP_S:
            self._keep(Gap(self.camera.id, self._lost_at, now, self.status.reason))
        self._lost_at = None
        self.fps = fps
        self.status = CameraStatus(self.camera.id, CameraState.LIVE, now)

    def _interrupted(self, error: SourceError) -> None:
        if self._lost_at is None:
            self._lost_at = self._clock.now()
        self._pipes.preview.clear()
        self._say(CameraState.OFFLINE, error.reason, error.fix)

    def _last_reason(self) -> tuple[str, str]:
        return self.status.reason, self.status.fix

    def _say(self, state: CameraState, reason: str = "", fix: str = "") -> None:
        since = self._lost_at or self._clock.now()
        self.status = CameraStatus(self.camera.id, state, since, reason, fix)
