"""The first three steps, over the whole window; each can be left out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.dialogs.welcome_camera import CameraStep
from omnisight_desktop.gui.dialogs.welcome_keeping import KeepingStep
from omnisight_desktop.gui.dialogs.welcome_models import ModelsStep
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.welcome import STEPS, Choice, WelcomeViewModel
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.scrolled import Scrolled

_WIDTH = 800


class Welcome(QWidget):
    """A sheet in the middle: the step in front, and the way on, back, or past it."""

    def __init__(self, model: WelcomeViewModel, look: Look) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._steps = (CameraStep(model, look), ModelsStep(model, look), KeepingStep(model))
        self._pages = QStackedWidget()
        self._where = words("", "small")
        self._back = _button(tr("Back"), "plain")
        self._skip = _button(tr("Skip"), "plain")
        self._on = _button(tr("Continue"), "primary")
        self._back.clicked.connect(model.go_back)
        self._skip.clicked.connect(model.skip)
        self._on.clicked.connect(model.go_on)
        self._shown = -1
        self._lay_out()
        model.changed.connect(self._show)
        self._show()

    def actions_here(self) -> tuple[Action, ...]:
        """What can be done by keys, and from the palette."""
        model = self._model
        network, demo = partial(model.choose, Choice.ADDRESS), partial(model.choose, Choice.DEMO)
        return (
            Action("welcome.on", tr("Continue"), model.go_on, "Ctrl+Return", "forward"),
            Action("welcome.skip", tr("Skip this step"), model.skip, "Ctrl+Right", "next"),
            Action("welcome.back", tr("Back"), model.go_back, "Alt+Left", "back"),
            Action("welcome.demo", tr("Watch the demo"), demo, "Ctrl+D", "film"),
            Action(
                "welcome.net", tr("Watch a camera in the network"), network, "Ctrl+N", "network"
            ),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._model.go_on()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        sheet = QFrame()
        sheet.setProperty("role", "sheet")
        sheet.setFixedWidth(_WIDTH)
        for step in self._steps:
            scroll = Scrolled(step, passed=True)
            self._pages.addWidget(scroll)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(self._back)
        row.addWidget(self._where, 1)
        row.addWidget(self._skip)
        row.addWidget(self._on)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(2 * Size.WIDE, 2 * Size.WIDE, 2 * Size.WIDE, Size.WIDE)
        column.setSpacing(Size.ROOM)
        column.addWidget(self._pages, 1)
        column.addLayout(row)
        around = QVBoxLayout(self)
        around.setContentsMargins(Size.WIDE, Size.WIDE, Size.WIDE, Size.WIDE)
        around.addWidget(sheet, 1, Qt.AlignmentFlag.AlignHCenter)

    def _show(self) -> None:
        model = self._model
        self._where.setText(tr("Step {step} of {all}", step=model.step + 1, all=STEPS))
        self._back.setVisible(model.step > 0)
        last = model.step == STEPS - 1
        self._on.setText(tr("Show me live pictures") if last else tr("Continue"))
        self._on.setAccessibleName(self._on.text())
        self._on.setEnabled(model.can_go_on)
        self._skip.setVisible(not last)
        if model.step != self._shown:
            self._shown = model.step
            self._pages.setCurrentIndex(model.step)
            self._steps[model.step].take_keyboard()


def _button(text: str, role: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", role)
    button.setAccessibleName(text)
    button.setAutoDefault(True)
    return button
