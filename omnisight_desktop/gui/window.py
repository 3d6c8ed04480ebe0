"""The one window: a panel, and the status line below it."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from omnisight_desktop.gui.panels.live import LivePanel
from omnisight_desktop.gui.theme import Size, Tokens
from omnisight_desktop.gui.viewmodels.live import LiveViewModel
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.widgets.toast import Toast


class Window(QMainWindow):
    """Closing it ends the program; where it stood is remembered."""

    closed = Signal()

    def __init__(
        self, live: LiveViewModel, status: StatusViewModel, tokens: Tokens, memory: QSettings
    ) -> None:
        super().__init__()
        self.setWindowTitle("OmniSight")
        self._memory = memory
        self._status = status
        self._live = LivePanel(live, tokens)
        self._parts = QHBoxLayout()
        canvas = QWidget()
        canvas.setObjectName("canvas")
        column = QVBoxLayout(canvas)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._live, 1)
        column.addWidget(self._status_line())
        self.setCentralWidget(canvas)
        self._toast = Toast(canvas)
        live.said.connect(self._toast.say)
        live.exported.connect(lambda path: self._toast.say(f"Saved to {path}"))
        status.changed.connect(self._show_status)
        self._show_status()
        self.resize(1280, 800)
        geometry = memory.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._memory.setValue("window/geometry", self.saveGeometry())
        self._live.close_down()
        self.closed.emit()
        super().closeEvent(event)

    def come_forward(self) -> None:
        """Show the window to a person who started the program a second time."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def _status_line(self) -> QWidget:
        line = QWidget()
        line.setObjectName("status")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setFixedHeight(Size.TARGET + Size.GAP)
        self._parts.setContentsMargins(Size.ROOM, 0, Size.ROOM, 0)
        self._parts.setSpacing(Size.GAP)
        line.setLayout(self._parts)
        return line

    def _show_status(self) -> None:
        while (item := self._parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        lead = QLabel(self._status.lead)
        lead.setProperty("role", "strong")
        self._parts.addWidget(lead)
        for part in self._status.parts:
            button = QPushButton(part.words)
            button.setProperty("role", "status")
            button.setToolTip(part.more)
            button.clicked.connect(lambda _=False, words=part.more: self._toast.say(words))
            self._parts.addWidget(button)
        self._parts.addStretch(1)
