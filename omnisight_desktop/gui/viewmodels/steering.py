"""Turning and zooming from the live panel: which cameras can, and what is wanted of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.ports.steering import STILL, Motion, Reach
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.faults import words_of

_NOTHING = Reach()
_SPEED = 0.5
_NUDGE_MS = 350  # a key that is held renews it before that is over

#: What a button or a key wants, by its name.
MOTIONS = {
    "left": Motion(pan=-_SPEED),
    "right": Motion(pan=_SPEED),
    "up": Motion(tilt=_SPEED),
    "down": Motion(tilt=-_SPEED),
    "nearer": Motion(zoom=_SPEED),
    "wider": Motion(zoom=-_SPEED),
}


class Steered(QObject):
    """Asks each camera once, when its picture has come, what can be moved of it."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._steering = desk.live.steering
        self._ops, self._say = desk.ops, desk.say
        self._reach: dict[str, Reach] = {}
        self._failed: set[str] = set()
        self._nudged: dict[str, QTimer] = {}
        self._moving: set[str] = set()

    def look(self, live: Iterable[str]) -> None:
        """Ask those that are live now and were not before."""
        there = set(live)
        for camera in self._reach.keys() - there:
            del self._reach[camera]
        for camera in there - self._reach.keys():
            self._reach[camera] = _NOTHING
            if self._steering.may_move(camera):
                ask = partial(self._steering.reach, camera)
                self._ops.run(ask, partial(self._take, camera), lambda _: None)

    def reach(self, camera: str) -> Reach:
        """What can be moved, as far as is known."""
        return self._reach.get(camera, _NOTHING)

    def any(self) -> bool:
        """Whether there is something to steer at all."""
        return any(self._reach.values())

    def move(self, camera: str, name: str) -> None:
        """Move on, by the name of a motion, until told otherwise; no name stops it."""
        if self.reach(camera):
            (self._moving.add if name else self._moving.discard)(camera)
            self._steering.wish(camera, MOTIONS.get(name, STILL))
            carry_out = partial(self._steering.carry_out, camera)
            self._ops.run(carry_out, lambda _: self._failed.discard(camera), self._told(camera))

    def nudge(self, camera: str, name: str) -> None:
        """Move a little; said again before that is over, move on."""
        if not self.reach(camera):
            self._say(tr("This camera cannot be turned."))
            return
        timer = self._nudged.get(camera)
        if timer is None:
            timer = self._nudged[camera] = QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(partial(self.move, camera, ""))
        timer.start(_NUDGE_MS)
        self.move(camera, name)

    def halt(self) -> None:
        """Nobody looks any more: nothing moves on."""
        for camera in tuple(self._moving):
            self.move(camera, "")

    def go(self, camera: str, place: str) -> None:
        """Go to a place that the camera knows."""
        go = partial(self._steering.go, camera, place)
        self._ops.run(go, lambda _: self._failed.discard(camera), self._told(camera))

    def _take(self, camera: str, reach: Reach) -> None:
        if camera in self._reach and reach:
            self._reach[camera] = reach
            self.changed.emit()

    def _told(self, camera: str) -> partial[None]:
        return partial(self._tell, camera)

    def _tell(self, camera: str, error: OmniSightError) -> None:
        """Once, not for every key that is pressed in vain."""
        if camera not in self._failed:
            self._failed.add(camera)
            self._say(words_of(error))
