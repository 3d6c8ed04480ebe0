"""The drawer of stories: how many, as list or sheet, grouped or not, and in words why there is none."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.widgets.storylist import StoryView


class StoryDrawer(QWidget):
    """Holds the list, and stands in for it with words."""

    sheet_wanted = Signal(bool)
    groups_wanted = Signal(bool)
    helped = Signal()  # the one button under the words

    def __init__(self, model: QAbstractItemModel, look: Look) -> None:
        super().__init__()
        self._look = look
        self.list = StoryView(model, look)
        self.list.setAccessibleName(tr("Stories"))
        self._heading = QLabel(tr("Stories"))
        self._heading.setProperty("role", "heading")
        self._group = self._switch("layers", tr("One entry for each story"), "G")
        self._sheet = self._switch("grid", tr("Pictures side by side"), "V")
        self._group.toggled.connect(self.groups_wanted)
        self._sheet.toggled.connect(self.sheet_wanted)
        self._words = QLabel()
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._help = QPushButton()
        self._help.clicked.connect(self.helped)
        self._pages = QStackedWidget()
        self._lay_out()

    def show_modes(self, *, sheet: bool, grouped: bool) -> None:
        """How the list is shown."""
        for button, on in ((self._sheet, sheet), (self._group, grouped)):
            button.blockSignals(True)
            button.setChecked(on)
            button.blockSignals(False)
        self._heading.setText(tr("Stories") if grouped else tr("Events"))
        if self.list.is_sheet is not sheet:
            self.list.show_sheet(sheet)

    def show_list(self) -> None:
        """There is something to list."""
        self._pages.setCurrentIndex(0)

    def show_words(self, words: str, help_words: str = "") -> None:
        """There is nothing to list, and why; one button may help."""
        self._words.setText(words)
        self._help.setText(help_words)
        self._help.setVisible(bool(help_words))
        self._pages.setCurrentIndex(1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._group)
        head.addWidget(self._sheet)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(Size.PAD, Size.WIDE, Size.PAD, Size.WIDE)
        inside.setSpacing(Size.ROOM)
        inside.addStretch(1)
        inside.addWidget(self._words)
        inside.addWidget(self._help, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(2)
        self._pages.addWidget(self.list)
        self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.ROOM, Size.PAD, Size.GAP, Size.GAP)
        column.setSpacing(Size.GAP)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def _switch(self, name: str, words: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.setToolTip(f"{words}  {keys}")
        button.setMinimumSize(Size.TARGET, Size.TARGET)
        icons.put(button, name, self._look, role="muted", on="accent")
        return button
