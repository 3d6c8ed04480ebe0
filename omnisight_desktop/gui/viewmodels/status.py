"""The status line: how things are in a word, and what is off and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live

_INTERVAL_MS = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the line, and what it says when it is clicked."""

    words: str
    more: str


class StatusViewModel(QObject):
    """Looks at the house once a second."""

    changed = Signal()

    def __init__(self, house: House, live: Live) -> None:
        super().__init__()
        self._house = house
        self._live = live
        self.lead = ""
        self.parts: tuple[Part, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        lead, parts = self._lead(), self._read()
        if (lead, parts) != (self.lead, self.parts):
            self.lead, self.parts = lead, parts
            self.changed.emit()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _lead(self) -> str:
        statuses = self._live.statuses()
        down = [s for s in statuses if s.state is CameraState.OFFLINE]
        if down:
            names = {camera.id: camera.name for camera in self._live.cameras()}
            return ", ".join(names.get(s.camera, s.camera) for s in down) + " offline"
        if self._live.detector_trouble() is not None:
            return "nobody is found just now"
        if self._live.disk_free_gb() is None:
            return "the place for footage is gone"
        if self._live.stuck():
            return "something is stuck"
        return "all well" if statuses else "no camera"

    def _read(self) -> tuple[Part, ...]:
        return tuple(part for part in (self._disk(), self._detector()) if part is not None)

    def _disk(self) -> Part:
        place, free = str(self._house.paths.media), self._live.disk_free_gb()
        if free is None:
            return Part("no disk", f"{place} is not there. Is a disk unplugged?")
        return Part(f"{free:.0f} GB free", place)

    def _detector(self) -> Part | None:
        trouble, how = self._live.detector_trouble(), self._live.detector()
        if trouble is not None:
            return Part("no detector", str(trouble))
        if how is None:
            return None
        words = "people found without weights" if how.name == "hog" else f"detector {how.name}"
        return Part(words, how.reason or "The detector runs on this computer.")
