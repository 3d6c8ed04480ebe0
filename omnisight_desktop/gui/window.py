"""The one window: the rail of panels, the panel in front, and the status line below it."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui.action import Action, Actions
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.shelf import PANELS, Entry, opened
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.toast import Toast


class Window(QMainWindow):
    """Closing it ends the program; where it stood is remembered."""

    closed = Signal()

    def __init__(self, look: Look, memory: QSettings) -> None:
        super().__init__()
        self.setWindowTitle("OmniSight")
        self._look = look
        self._memory = memory
        self._desk: Desk | None = None
        self._status: StatusViewModel | None = None
        self._panels: dict[str, Panel] = {}
        self._tabs: dict[str, QPushButton] = {}
        self._pages = QStackedWidget()
        self._parts = QHBoxLayout()
        self.actions_here = Actions()
        self._toast = Toast(self._frame())
        self.resize(1280, 800)
        geometry = memory.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def furnish(self, desk: Desk, status: StatusViewModel) -> None:
        """Take in what there is to show, and show the panel that was in front the last time."""
        self._desk, self._status = desk, status
        status.changed.connect(self._show_status)
        self._show_status()
        tabs = [self._tab_action(entry, at) for at, entry in enumerate(PANELS, 1)]
        self.actions_here.bring(self, tabs, everywhere=True)
        last = str(self._memory.value("window/panel", PANELS[0].name))
        self.go(last if last in self._tabs else PANELS[0].name)

    def say(self, words: str) -> None:
        """Tell the person in front something, in passing."""
        self._toast.say(words)

    def go(self, name: str, wanted: str = "") -> None:
        """Bring a panel to the front, and show something in it."""
        panel = self._panels.get(name) or self._opened(name)
        self._pages.setCurrentWidget(panel)
        self._tabs[name].setChecked(True)
        self._memory.setValue("window/panel", name)
        self.actions_here.changed.emit()
        if wanted:
            panel.show_this(wanted)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._memory.setValue("window/geometry", self.saveGeometry())
        for panel in self._panels.values():
            panel.close_down()
        self.closed.emit()
        super().closeEvent(event)

    def come_forward(self) -> None:
        """Show the window to a person who started the program a second time."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def _opened(self, name: str) -> Panel:
        if self._desk is None:
            raise RuntimeError("the window is not furnished yet")
        entry = next(entry for entry in PANELS if entry.name == name)
        panel = self._panels[name] = opened(entry, self._desk, self._look, self.actions_here)
        self._pages.addWidget(panel)
        return panel

    def _tab_action(self, entry: Entry, at: int) -> Action:
        return Action(
            f"go.{entry.name}",
            tr("Go to {panel}", panel=tr(entry.title)),
            lambda: self.go(entry.name),
            f"Ctrl+{at}" if at < 10 else "",
        )

    def _frame(self) -> QWidget:
        canvas = QWidget()
        canvas.setObjectName("canvas")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail())
        row.addWidget(self._pages, 1)
        column = QVBoxLayout(canvas)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self._status_line())
        self.setCentralWidget(canvas)
        return canvas

    def _rail(self) -> QWidget:
        rail = QWidget()
        rail.setObjectName("rail")
        rail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rail.setFixedWidth(Size.RAIL)
        column = QVBoxLayout(rail)
        column.setContentsMargins(Size.GAP, Size.PAD, Size.GAP, Size.PAD)
        column.setSpacing(Size.GAP // 2)
        for at, entry in enumerate(PANELS, 1):
            tab = QPushButton(tr(entry.title))
            tab.setProperty("role", "rail")
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.setToolTip(f"{tr(entry.title)}  Ctrl+{at}")
            tab.clicked.connect(lambda _=False, name=entry.name: self.go(name))
            self._tabs[entry.name] = tab
            column.addWidget(tab)
        column.addStretch(1)
        return rail

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
        if self._status is None:
            return
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
