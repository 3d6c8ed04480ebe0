"""Changes to who is who from the window: done elsewhere, told in passing, and taken back by a click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.errors import OmniSightError, UsageError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import noted, tr
from omnisight_desktop.gui.viewmodels.faults import words_of

_OVERTAKEN = noted("Something else was changed since. It can only be undone before that.")


class Amending(QObject):
    """Does one thing after another; whoever shows people looks again when it is ``done``."""

    done = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def do(
        self, work: Callable[[], object], said: str, follow: Callable[[], object] = lambda: None
    ) -> None:
        """Change something, and offer the way back; ``follow`` comes before anybody looks again."""
        people = self._desk.house.people

        def whole() -> int:
            work()
            newest = people.past_changes()
            return newest[0].seq if newest else 0

        def through(seq: int) -> None:
            follow()
            self.done.emit()
            self._desk.offer(said, tr("Undo"), lambda: self._take_back(seq))

        self._desk.ops.run(whole, through, self._failed)

    def put_aside(self, key: str, said: str) -> None:
        """Do not ask that any more, and offer to ask again."""
        people = self._desk.house.people

        def again() -> None:
            self._quietly(lambda: people.put_aside(key, again=True))

        def through(_: object) -> None:
            self.done.emit()
            self._desk.offer(said, tr("Undo"), again)

        self._desk.ops.run(lambda: people.put_aside(key), through, self._failed)

    def _take_back(self, seq: int) -> None:
        people = self._desk.house.people

        def work() -> None:
            newest = people.past_changes()
            if not newest or newest[0].seq != seq:
                raise UsageError(_OVERTAKEN)
            people.undo()

        self._quietly(work)

    def _quietly(self, work: Callable[[], object]) -> None:
        self._desk.ops.run(work, lambda _: self.done.emit(), self._failed)

    def _failed(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))
        self.refused.emit(words_of(error))
        self.done.emit()
