"""What opens under a word of a sentence: the words it may be instead, and a field for any other."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.viewmodels.sentence import Choice

_LEAST, _MOST = 200, 420
_ROW, _MOST_ROWS = 34, 10


class Chooser(QFrame):
    """A small window that goes when something was chosen, or Escape was pressed."""

    chosen = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget, choice: Choice) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._choice = choice
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "sheet")
        self.list = QListWidget()
        self.list.setProperty("role", "menu")
        self.list.setAccessibleName(choice.words)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(choice.typed)
        self.typed.setAccessibleName(choice.typed)
        self.typed.setVisible(bool(choice.typed))
        self.typed.returnPressed.connect(self._take_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.GAP // 2, Size.GAP // 2, Size.GAP // 2, Size.GAP // 2)
        column.setSpacing(Size.GAP // 2)
        column.addWidget(self.list)
        column.addWidget(self.typed)
        self.show_choice(choice)
        self.list.itemClicked.connect(self._take)

    def show_choice(self, choice: Choice) -> None:
        """Show what may be chosen now; where several may be, it stays open."""
        row = self.list.currentRow()
        self._choice = choice
        self.list.clear()
        for option in choice.options:
            item = QListWidgetItem(
                f"✓  {option.words}" if option.chosen else f"     {option.words}"
            )
            item.setData(Qt.ItemDataRole.UserRole, option.value)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, option.words)
            self.list.addItem(item)
        first = next((at for at, o in enumerate(choice.options) if o.chosen), 0)
        self.list.setCurrentRow(row if row >= 0 else first)
        self._fit()

    def open_at(self, word: QWidget) -> None:
        """Open under a word."""
        self.adjustSize()
        corner = word.mapToGlobal(QPoint(0, word.height() + 2))
        screen = word.screen().availableGeometry()
        left = min(corner.x(), screen.right() - self.width() - Size.GAP)
        top = corner.y()
        if top + self.height() > screen.bottom():
            top = word.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2
        self.move(max(left, screen.left()), max(top, screen.top()))
        self.show()
        if self._choice.options:
            self.list.setFocus()
        else:
            self.typed.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        super().closeEvent(event)
        self.closed.emit()

    @property
    def key(self) -> str:
        """The word it is about."""
        return self._choice.key

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        item = self.list.currentItem()
        if event.key() in keys and self.list.hasFocus() and item is not None:
            self._take(item)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        metrics = self.list.fontMetrics()
        widest = max((metrics.horizontalAdvance(o.words) for o in self._choice.options), default=0)
        hint = self.typed.fontMetrics().horizontalAdvance(self._choice.typed)
        width = max(widest + 96, hint + 40 if self._choice.typed else 0, _LEAST)
        rows = min(len(self._choice.options), _MOST_ROWS)
        self.list.setFixedHeight(rows * _ROW + 2)
        self.list.setVisible(rows > 0)
        self.setFixedWidth(min(width, _MOST))

    def _take(self, item: QListWidgetItem) -> None:
        value = str(item.data(Qt.ItemDataRole.UserRole))
        self.chosen.emit(self._choice.key, value)
        if not self._choice.several:
            self.close()

    def _take_typed(self) -> None:
        text = self.typed.text().strip()
        if text:
            self.chosen.emit(self._choice.key, text)
            self.typed.clear()
            if not self._choice.several:
                self.close()
