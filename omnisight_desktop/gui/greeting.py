"""Shows the first steps in the window, and lets them go again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from omnisight_desktop.capture.address import DEMO
from omnisight_desktop.gui.appearance import Appearance
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.window import Window
from omnisight_desktop.services.house import House

if TYPE_CHECKING:  # seen once in a life; nobody waits for it at every start
    from omnisight_desktop.gui.viewmodels.welcome import WelcomeViewModel

#: Remembered once they were taken, or left.
DONE = "welcome/done"


def is_first(house: House, memory: QSettings) -> bool:
    """Whether nobody has been here before: no camera was added, and the steps were not taken."""
    if memory.value(DONE) is not None:
        return False
    return not any(camera.uri != DEMO for camera in house.cameras.present())


class Greeting:
    """The first steps, while they are being taken."""

    def __init__(self, window: Window, desk: Desk, appearance: Appearance) -> None:
        self._window = window
        self._desk = desk
        self._appearance = appearance
        self._model: WelcomeViewModel | None = None
        appearance.language_changed.connect(self._speak_anew)

    def begin(self) -> None:
        """Take them, from the first."""
        from omnisight_desktop.gui.viewmodels.welcome import WelcomeViewModel

        self.close()
        model = self._model = WelcomeViewModel(self._desk)
        model.finished.connect(self._end)
        self._show(model)
        model.begin()

    def close(self) -> None:
        """Wait for what still runs."""
        model, self._model = self._model, None
        if model is not None:
            model.close()

    def _show(self, model: WelcomeViewModel) -> None:
        from omnisight_desktop.gui.dialogs.welcome import Welcome

        page = Welcome(model, self._appearance.look)
        self._window.welcome(page, page.actions_here())

    def _speak_anew(self) -> None:
        if self._model is not None:
            self._show(self._model)

    def _end(self) -> None:
        self._desk.memory.setValue(DONE, True)
        self._window.welcome(None)
        self._window.go("live")
        self.close()
