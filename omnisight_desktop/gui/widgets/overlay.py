"""Something that stands over the whole window until it is answered or sent away with Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size


class Overlay(QWidget):
    """A veil over its parent with a sheet on it; a click beside the sheet sends it away, too."""

    left = Signal()

    def __init__(self, parent: QWidget, look: Look, width: int) -> None:
        super().__init__(parent)
        self._over = parent
        self._look = look
        self._before: QWidget | None = None
        self.sheet = QFrame()
        self.sheet.setProperty("role", "sheet")
        self.sheet.setFixedWidth(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.WIDE, 3 * Size.WIDE, Size.WIDE, 2 * Size.WIDE)
        column.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        parent.installEventFilter(self)
        self.hide()

    def come(self, focus: QWidget) -> None:
        """Stand over everything, with the keyboard at this place."""
        self._before = self._over.window().focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """The keyboard stays on the sheet."""
        moved = super().focusNextPrevChild(forward)
        focused = self.window().focusWidget()
        return moved and focused is not None and self.isAncestorOf(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        QPainter(self).fillRect(self.rect(), QColor(self._look.tokens.veil))
