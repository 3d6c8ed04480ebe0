"""What stands on a tile: buttons that come while it is pointed at, and why there is no picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import noted, tr
from omnisight_desktop.gui.viewmodels.tiles import Help, TileState

_HELPS = {
    Help.RETRY: noted("Retry"),
    Help.RESUME: noted("Watch again"),
    Help.AGAIN: noted("Play again"),
}
_VERBS = (
    ("snapshot", "snapshot", noted("Snapshot"), "S"),
    ("again", "replay", noted("Show the last 30 seconds again"), "R"),
    ("record", "record", noted("Record"), "C"),
    ("large", "maximise", noted("Large"), "F"),
)


class Controls(QWidget):
    """A row of small buttons over the picture. They are for the mouse: keys do the same."""

    asked = Signal(str)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: dict[str, QToolButton] = {}
        self._worn: tuple[bool, bool] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Size.GAP // 2)
        for verb, icon, words, key in _VERBS:
            button = QToolButton()
            button.setProperty("role", "over")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(tr(words))
            button.setToolTip(f"{tr(words)}  {key}")
            button.clicked.connect(lambda _=False, verb=verb: self.asked.emit(verb))
            icons.put(button, icon, look, role="on_picture")
            self._buttons[verb] = button
            row.addWidget(button)
        self.hide()

    def has_keyboard(self) -> bool:
        """Whether one of them has the keyboard."""
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus()

    def show_state(self, state: TileState) -> None:
        """What a button would end looks otherwise than what it would begin."""
        worn = (bool(state.recording), state.again)
        if worn == self._worn:
            return
        self._worn = worn
        record, again = self._buttons["record"], self._buttons["again"]
        words = tr("Stop recording") if state.recording else tr("Record")
        record.setAccessibleName(words)
        about = words if state.recording else tr("Record, for ten minutes at most")
        record.setToolTip(f"{about}  C")
        icon, role = ("stop", "failed") if state.recording else ("record", "on_picture")
        icons.put(record, icon, self._look, role=role)
        words = tr("Back to live") if state.again else tr("Show the last 30 seconds again")
        again.setAccessibleName(words)
        again.setToolTip(f"{words}  R")
        icons.put(again, "live" if state.again else "replay", self._look, role="on_picture")


class Reason(QWidget):
    """Why there is no picture, in a sentence, with the one button that helps."""

    asked = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setProperty("role", "muted")
        self._button = QPushButton()
        self._button.setProperty("role", "primary")
        self._button.clicked.connect(self.asked)
        icons.put(self._button, "retry", look, role="accent")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.GAP)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.hide()

    def say(self, sentence: str, help_: Help) -> None:
        """Say it; nothing where there is a picture."""
        self._words.setText(sentence)
        words = tr(_HELPS[help_]) if help_ in _HELPS else ""
        self._button.setText(words)
        self._button.setAccessibleName(words)
        self._button.setVisible(bool(words))
        self.setVisible(bool(sentence))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, 0)

    def _fit(self) -> None:
        """In a small tile the sentence is told on hover, rather than cut."""
        button = self._button.sizeHint().height() + Size.GAP if self._button.text() else 0
        wanted = self._words.heightForWidth(max(1, self.width()))
        self._words.setVisible(wanted + button <= self.height())
        self.setToolTip(self._words.text())
