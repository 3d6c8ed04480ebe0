"""The third step: what is kept where and for how long, and what is off until it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.welcome import WelcomeViewModel, Wish
from omnisight_desktop.gui.widgets.said import words


class KeepingStep(QWidget):
    """Sentences, and boxes that are all empty."""

    def __init__(self, model: WelcomeViewModel) -> None:
        super().__init__()
        self._model = model
        self._boxes: list[QCheckBox] = []
        self._lacking = words(
            tr("The models for it are missing yet; get them one step back."), "small"
        )
        self._lacking.hide()
        self._kept = QVBoxLayout()
        self._kept.setSpacing(2)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(Size.GAP)
        self._people(left)
        self._computer(right)
        row = QHBoxLayout()
        row.setSpacing(Size.PAD)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Size.GAP, 0)
        column.setSpacing(Size.PAD)
        column.addWidget(words(tr("What is kept, and what is off"), "display"))
        column.addLayout(self._kept)
        column.addSpacing(Size.GAP)
        column.addLayout(row)
        column.addStretch(1)
        model.changed.connect(self._show)

    def take_keyboard(self) -> None:
        """Have the keyboard at the first box."""
        self._show_kept()
        self._boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _people(self, column: QVBoxLayout) -> None:
        column.addWidget(words(tr("Off until you switch it on"), "heading"))
        bystanders = tr(
            "Whoever walks past has not agreed to be recognised or written down. Switch these on "
            "only where you may, and tell the people who live or work there."
        )
        column.addWidget(words(bystanders, "muted"))
        self._box(column, Wish.FACES, tr("Recognise the faces of people I name"))
        self._box(column, Wish.SPEECH, tr("Write down what is said near a camera"))
        column.addWidget(self._lacking)
        column.addStretch(1)

    def _computer(self, column: QVBoxLayout) -> None:
        column.addWidget(words(tr("On this computer, if you like"), "heading"))
        told = {
            Wish.LOGIN: tr("Start when I log in"),
            Wish.LISTED: tr("List it among my programs"),
            Wish.AWAKE: tr("Keep the computer awake while it watches"),
            Wish.TRAY: tr("Go on when the window is closed"),
        }
        for wish, text in told.items():
            if wish in self._model.offered:
                self._box(column, wish, text)
        column.addStretch(1)

    def _box(self, column: QVBoxLayout, wish: Wish, text: str) -> None:
        box = QCheckBox(text)
        box.setAccessibleName(text)
        box.toggled.connect(lambda on: self._model.wish(wish, on))
        self._boxes.append(box)
        column.addWidget(box)

    def _show(self) -> None:
        if self._model.step == 2:
            self._show_kept()
            lacking = any(map(self._model.lacks_models, (Wish.FACES, Wish.SPEECH)))
            self._lacking.setVisible(lacking)

    def _show_kept(self) -> None:
        if self._kept.count():
            return
        kept = self._model.kept()
        place = words(tr("Everything lies in {place}", place=kept.place), "strong")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._kept.addWidget(place)
        for line in kept.lines:
            self._kept.addWidget(words(line, "muted"))
