"""What is seen right now, and how the watching itself is doing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from omnisight_desktop.core.camera import Camera, CameraStatus, Role
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.instruments import Reading
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.pipeline.supervisor import Pipeline, View

_TRY_AGAIN_S = 30.0


@dataclass(frozen=True, slots=True)
class DetectorInUse:
    """Which detector runs, and why not a better one."""

    name: str
    reason: str = ""


class Live:
    """The verbs around a running pipeline."""

    def __init__(self, pipeline: Pipeline, choice: DetectorChoice, media: Path) -> None:
        self._pipeline = pipeline
        self._choice = choice
        self._media = media

    def cameras(self) -> list[Camera]:
        """The cameras that are watched."""
        return self._pipeline.cameras()

    def statuses(self) -> list[CameraStatus]:
        """How each is doing."""
        return self._pipeline.statuses()

    def view(self, camera: str) -> View:
        """The newest picture of a camera and what is known about it."""
        return self._pipeline.view(camera)

    def watch(self, camera: Camera, addresses: Mapping[Role, str]) -> None:
        """Watch one more camera from now on, or the same one in another way."""
        self._pipeline.add(camera, addresses)

    def leave(self, camera: str) -> None:
        """Watch a camera no longer."""
        self._pipeline.remove(camera)

    def retry(self, camera: str) -> None:
        """Call a camera again that refused the password."""
        self._pipeline.retry(camera)

    def stuck(self) -> list[str]:
        """Workers that have said nothing for too long."""
        return self._pipeline.stuck()

    def readings(self) -> list[Reading]:
        """What was let go and where, and how busy the eye is."""
        return self._pipeline.readings()

    def idle(self) -> bool:
        """Whether everything there was to watch has been watched."""
        return self._pipeline.idle

    def detector(self) -> DetectorInUse | None:
        """The detector in use; None until the first picture needed one."""
        return self._choice.in_use

    def detector_trouble(self) -> OmniSightError | None:
        """Why nothing can be found just now, if the detector cannot be loaded."""
        return self._choice.trouble

    def recording_trouble(self) -> OmniSightError | None:
        """Why nothing can be recorded just now, if so."""
        return self._pipeline.recording_trouble

    def disk_free_gb(self) -> float | None:
        """Room left where footage is kept; None when that place is gone."""
        try:
            return shutil.disk_usage(self._media).free / 1e9
        except OSError:
            return None


class DetectorChoice:
    """Loads the detector when it is first needed and remembers which it became."""

    def __init__(self, choose: Callable[[], tuple[str, Detector, str]], clock: Clock) -> None:
        self._choose = choose
        self._clock = clock
        self._tried_mono = 0.0
        self._detector: Detector | None = None
        self.in_use: DetectorInUse | None = None
        self.trouble: OmniSightError | None = None

    def load(self) -> Detector:
        """The detector, ready to look; after a failure it is tried again only now and then."""
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
