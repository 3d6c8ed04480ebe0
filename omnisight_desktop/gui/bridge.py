"""Turns the house's doorbell into signals of Qt, on the main thread, a few times a second."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from omnisight_desktop.core.event import Committed
from omnisight_desktop.flow.bus import Bus

_INTERVAL_MS = 250


class Bridge(QObject):
    """Listens to the bus for the whole window."""

    committed = Signal(int)
    raise_wanted = Signal()  # may be emitted from any thread; it arrives on the main one

    def __init__(self, bus: Bus) -> None:
        super().__init__()
        self._commits = bus.listen(Committed, "gui commits", capacity=64)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def close(self) -> None:
        """Listen no more."""
        self._timer.stop()
        self._commits.close()

    def _look(self) -> None:
        rings = self._commits.drain()
        if rings:
            self.committed.emit(max(ring.newest_seq for ring in rings))
