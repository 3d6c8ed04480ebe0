"""Pausing all watching for a while, and going on."""

from __future__ import annotations

from PySide6.QtCore import QObject

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.words import clock_time
from omnisight_desktop.rules.rule import Act
from omnisight_desktop.services.pause import Span, until


class Watching(QObject):
    """The verbs of the tray and of the palette."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def pause(self, span: Span) -> None:
        """Let every camera go for so long."""
        live, now = self._desk.live, self._desk.house.clock.now()
        end = until(span, now)

        def told(_: None) -> None:
            words = tr("Paused until {when}. Nothing is recorded.", when=clock_time(end, now))
            self._desk.offer(words, tr("Watch again"), self.resume)

        self._desk.ops.run(lambda: live.pause(end), told, self._failed)

    def resume(self) -> None:
        """Watch again, now."""
        self._desk.ops.run(
            self._desk.live.resume, lambda _: self._desk.say(tr("Watching again.")), self._failed
        )

    def arm(self, act: Act) -> None:
        """Have people told what happens, or nobody; it goes on being watched and recorded."""
        arming, now = self._desk.house.arming, self._desk.house.clock.now()

        def told(_: object) -> None:
            if arming.armed:
                self._desk.say(tr("Armed. People are told what happens."))
                return
            words = tr("Disarmed. Nobody is told anything; recording goes on.")
            self._desk.offer(words, tr("Arm"), lambda: self.arm(Act.ARM))

        self._desk.ops.run(lambda: arming.do(act, now), told, self._failed)

    def _failed(self, error: OmniSightError) -> None:
        self._desk.say(str(error))
