"""Watching one camera: opens it, keeps the rhythm, fills the ring, hands on the newest frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError, SourceError
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.ports.capture import Shot, Source
from omnisight_desktop.flow.channel import LatestSlot
from omnisight_desktop.flow.inbox import LatestInbox
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.cadence import Cadence

_SHORTEST_GAP_S = 1.0
_ASTRAY_S = 1.0


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
        self._opened_at = clock.now()

    def run(self, worker: Worker) -> None:
        """Watch until told to stop, the recording ends, or the source fails."""
        self._say(CameraState.CONNECTING, *self._last_reason())
        try:
            source = self._source = open_source(self._address)
            try:
                self._follow(source, worker)
            finally:
                self._source = None
                source.close()
        except OmniSightError as error:
            self._interrupted(error.reason, error.fix)
            raise
        except Exception as error:
            self._interrupted(f"The camera's stream broke off: {error}.", "It is called again.")
            raise
        if not worker.stopping:
            self._say(CameraState.ENDED, "The recording has been watched to its end.")

    def stop(self) -> None:
        """Let go of the device at once; what was missing up to now is a gap."""
        source = self._source
        if source is not None:
            source.close()
        self._keep_gap()

    def _follow(self, source: Source, worker: Worker) -> None:
        self._pipes.ring.begin(source.template)
        self._opened_at, opened_mono = self._clock.now(), self._clock.mono()
        paced = not source.info.live
        for shot in source.shots():
            worker.beat()
            if paced and worker.pause(opened_mono + shot.at_s - self._clock.mono()):
                return
            if worker.stopping:
                return
            if self.status.state is not CameraState.LIVE:
                self._resumed(source.info.fps)
            self._hand_on(shot, live=source.info.live)
        if source.info.live and not worker.stopping:
            raise SourceError("The camera ended the stream.", fix="It is called again by itself.")

    def _hand_on(self, shot: Shot, *, live: bool) -> None:
        if live:
            self._keep_time(shot.at_s)
        for packet in shot.packets:
            self._pipes.ring.add(packet, self._opened_at + timedelta(seconds=packet.at_s))
        if shot.picture is None:
            return
        at = self._opened_at + timedelta(seconds=shot.at_s)
        frame = Frame(self.camera.id, self._index, at, self._clock.mono(), shot.picture)
        self._index += 1
        self._pipes.preview.put(frame)
        if self._cadence.due(at.timestamp()):
            self._pipes.frames.put(self.camera.id, frame)

    def _keep_time(self, at_s: float) -> None:
        """A camera's clock runs as it likes; where it strays too far, ours counts."""
        astray = self._clock.now() - (self._opened_at + timedelta(seconds=at_s))
        if abs(astray.total_seconds()) > _ASTRAY_S:
            self._opened_at += astray

    def _resumed(self, fps: float) -> None:
        self._keep_gap()
        self.fps = fps
        self.status = CameraStatus(self.camera.id, CameraState.LIVE, self._clock.now())

    def _keep_gap(self) -> None:
        lost_at, self._lost_at = self._lost_at, None
        now = self._clock.now()
        if lost_at is not None and (now - lost_at).total_seconds() >= _SHORTEST_GAP_S:
            self._keep(Gap(self.camera.id, lost_at, now, self.status.reason))

    def _interrupted(self, reason: str, fix: str) -> None:
        if self._lost_at is None:
            self._lost_at = self._clock.now()
        self._pipes.preview.clear()
        self._say(CameraState.OFFLINE, reason, fix)

    def _last_reason(self) -> tuple[str, str]:
        return self.status.reason, self.status.fix

    def _say(self, state: CameraState, reason: str = "", fix: str = "") -> None:
        since = self._lost_at or self._clock.now()
        self.status = CameraStatus(self.camera.id, state, since, reason, fix)
