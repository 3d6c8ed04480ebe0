"""The one window: the rail of panels, the panel in front, and the status line below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from omnisight_desktop.gui.action import Action, Actions
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.shelf import PANELS, Entry, opened
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.widgets.palette import Palette
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.rail import Rail
from omnisight_desktop.gui.widgets.statusline import StatusLine
from omnisight_desktop.gui.widgets.toast import Toasts

_LEAST = 1024, 640

#: Actions by these names stand in the rail, too.
PAUSES = ("pause.", "arming.")

More = Callable[[], Sequence[Action]]


class Window(QMainWindow):
    """Closing it ends the program, unless it waits in the tray; where it stood is remembered."""

    closed = Signal()

    def __init__(self, look: Look, memory: QSettings) -> None:
        super().__init__()
        self.setWindowTitle("OmniSight")
        self._look = look
        self._memory = memory
        self._desk: Desk | None = None
        self._status: StatusViewModel | None = None
        self._more: More = tuple
        self._panels: dict[str, Panel] = {}
        self._lately = _words(memory.value("window/lately"))
        self.actions_here = Actions()
        self.waits_in_tray: Callable[[], bool] = lambda: False
        self.also_say: Callable[[str, Callable[[], object] | None], None] = lambda _w, _c: None
        self._rail, self._line, self._pages = Rail(look), StatusLine(look), QStackedWidget()
        self._whole = QStackedWidget()
        self._page: QWidget | None = None
        self._canvas = self._frame()
        self._toasts = Toasts(self._canvas, look)
        self._palette = self._made_palette()
        self.setMinimumSize(*_LEAST)
        self.resize(1280, 800)
        geometry = memory.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def furnish(self, desk: Desk, status: StatusViewModel, more: More = tuple) -> None:
        """Take in what there is to show, and show the panel that was in front the last time.

        ``more`` gives what can be done everywhere, besides going to a panel.
        """
        self._desk, self._status, self._more = desk, status, more
        status.changed.connect(self._show_status)
        self._line.clicked.connect(self._ask_part)
        self._rail.chosen.connect(self.go)
        self._set_up()

    def speak_anew(self) -> None:
        """The language changed: all words are said again."""
        for panel in self._panels.values():
            self.actions_here.leave(panel)
            self._pages.removeWidget(panel)
            panel.close_down()
            panel.deleteLater()
        self._panels = {}
        self._palette.deleteLater()
        self._palette = self._made_palette()
        self._rail.clear()
        if self._status is not None:
            self._status.refresh()
        self._set_up()

    @property
    def canvas(self) -> QWidget:
        """What overlays stand over."""
        return self._canvas

    def welcome(self, page: QWidget | None, actions: Sequence[Action] = ()) -> None:
        """Show a page in the place of everything else; with none, the panels are back."""
        if self._page is not None:
            self.actions_here.leave(self._page)
            self._whole.removeWidget(self._page)
            self._page.deleteLater()
        self._page = page
        if page is not None:
            self.actions_here.bring(page, actions, everywhere=True)
            self._whole.addWidget(page)
            self._whole.setCurrentWidget(page)
        else:
            self._whole.setCurrentIndex(0)

    def say(self, words: str) -> None:
        """Tell the person in front something, in passing."""
        self._toasts.say(told(words))
        self._tell_elsewhere(told(words), None)

    def offer(self, words: str, verb: str, call: Callable[[], object]) -> None:
        """The same, with something to do about it."""
        self._toasts.say(told(words), verb, call)
        self._tell_elsewhere(told(words), call)

    def go(self, name: str, wanted: str = "") -> None:
        """Bring a panel to the front, and show something in it."""
        if not any(entry.name == name for entry in PANELS):
            return
        panel = self._panels.get(name) or self._opened(name)
        self._pages.setCurrentWidget(panel)
        _lead_into(panel)
        self._rail.show_chosen(name)
        self._memory.setValue("window/panel", name)
        self.actions_here.changed.emit()
        if wanted:
            panel.show_this(wanted)

    def ask(self) -> None:
        """Open the command palette, or close it."""
        self._palette.ask()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._memory.setValue("window/geometry", self.saveGeometry())
        self._memory.setValue("window/lately", self._lately)
        if self.waits_in_tray():
            event.ignore()
            self.hide()
            return
        for panel in self._panels.values():
            panel.close_down()
        self.closed.emit()
        super().closeEvent(event)

    def come_forward(self) -> None:
        """Show the window to a person who started the program a second time."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def turn_full_screen(self) -> None:
        """Fill the screen with it, or go back."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _tell_elsewhere(self, words: str, call: Callable[[], object] | None) -> None:
        if not self.isActiveWindow():
            self.also_say(words, call)

    def _set_up(self) -> None:
        for at, entry in enumerate(PANELS, 1):
            self._rail.add(entry.name, tr(entry.title), entry.icon, _keys(at))
        more = self._more()
        pauses = [action for action in more if action.name.startswith(PAUSES)]
        if pauses:
            self._rail.add_menu("pause", tr("Pause, disarm, or go on"), pauses, self._can)
        self._rail.add_below("command", tr("What would you like to do?"), "Ctrl+K", self.ask)
        own = (
            *(self._tab_action(entry, at) for at, entry in enumerate(PANELS, 1)),
            Action("palette", tr("Find something to do"), self.ask, "Ctrl+K", "command"),
            Action("help", tr("Show every action and its keys"), self.ask, "F1", "help"),
            Action("toast", tr("Go to the newest message"), self._toasts.focus, "F8", "bell"),
            Action("full", tr("Full screen"), self.turn_full_screen, "F11", "maximise"),
            Action("quit", tr("Quit OmniSight"), self.closed.emit, "Ctrl+Q", "power"),
        )
        self.actions_here.bring(self, (*own, *more), everywhere=True)
        last = str(self._memory.value("window/panel", PANELS[0].name))
        self.go(last if any(last == entry.name for entry in PANELS) else PANELS[0].name)
        self._show_status()

    def _can(self, action: Action) -> bool:
        """Whether it makes sense now: who watches can pause, who paused can watch again."""
        return self._status is not None and self._status.is_possible(action)

    def _made_palette(self) -> Palette:
        def actions() -> list[Action]:
            return [a for a in self.actions_here.all() if a.name not in ("palette", "help")]

        return Palette(self._canvas, self._look, actions, self._lately)

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
            _keys(at),
            entry.icon,
        )

    def _frame(self) -> QWidget:
        canvas = QWidget()
        canvas.setObjectName("canvas")
        panels = QWidget()
        row = QHBoxLayout(panels)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._pages, 1)
        self._whole.addWidget(panels)
        column = QVBoxLayout(canvas)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._whole, 1)
        column.addWidget(self._line)
        self.setCentralWidget(canvas)
        return canvas

    def _show_status(self) -> None:
        if self._status is not None:
            lead, parts = self._status.lead, self._status.parts
            said = [(part.words, part.more) for part in (lead, *parts)]
            self._line.show_parts(lead.tone.value, said)

    def _ask_part(self, at: int) -> None:
        """More about a part of the status line, and the way to where still more is."""
        if self._status is None:
            return
        part = (self._status.lead, *self._status.parts)[at]
        entry = next((entry for entry in PANELS if entry.name == part.panel), None)
        if entry is None:
            self._toasts.say(part.more)
        else:
            self._toasts.say(part.more, tr("Show"), lambda: self.go(part.panel, part.wanted))


def _lead_into(panel: Panel) -> None:
    """Have the keyboard in a panel: its own keys work there only."""
    focused = panel.window().focusWidget()
    if focused is not None and panel.isAncestorOf(focused):
        return
    place = panel.nextInFocusChain()
    while place is not None and place is not panel:
        takes = place.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and panel.isAncestorOf(place) and place.isVisibleTo(panel) and place.isEnabled():
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        place = place.nextInFocusChain()


def _keys(at: int) -> str:
    return f"Ctrl+{at}" if at < 10 else ""


def _words(stored: object) -> list[str]:
    """A list as ``QSettings`` gives it back: one alone comes as a word."""
    if isinstance(stored, str):
        return [stored]
    return [str(one) for one in stored] if isinstance(stored, list) else []
