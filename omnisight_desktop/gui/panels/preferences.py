"""Preferences: sections on the left, their settings on the right, and a search over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.preferences import Field, PreferencesViewModel
from omnisight_desktop.gui.widgets.computer import ComputerView
from omnisight_desktop.gui.widgets.models import ModelsView
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.plain import words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.setting import SettingRow
from omnisight_desktop.gui.widgets.stock import StockView

_SEARCH_MS = 150
_MOST_FOUND = 15
_LONGEST_LINE = 760
_COMPUTER = "computer"


class PreferencesPanel(Panel):
    """Everything applies as it is changed; what waits for the next start says so."""

    def __init__(self, model: PreferencesViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._rows: dict[str, SettingRow] = {}
        self._more: dict[str, QWidget] = {}
        self._shown = ""
        self._wanted = ""
        self._search = QLineEdit()
        self._sections = QListWidget()
        self._title = words(role="title")
        self._about = words(role="muted")
        self._pending = words(role="muted")
        self._restart = QPushButton(tr("Restart now"))
        self._trouble = words(role="failed")
        self._again = QPushButton(tr("Try again"))
        self._page = QVBoxLayout()
        self._waiting = QTimer(self)
        for part in (self._pending, self._restart, self._trouble, self._again):
            part.hide()  # until there is something to say
        self._lay_out()
        self._connect()

    def actions_here(self) -> Sequence[Action]:
        return (
            Action("preferences.search", tr("Search the preferences"), self._find, "Ctrl+F"),
            Action("preferences.undo", tr("Undo the last change"), self._model.undo, "Ctrl+Z"),
            Action("preferences.check", tr("Check this computer"), self._check, "F5"),
            Action(
                "preferences.clean",
                tr("See what goes when"),
                lambda: self.open("retention"),
                "Ctrl+D",
            ),
        )

    def show_this(self, wanted: str) -> None:
        """Show a section, or one setting by its name."""
        self.open(wanted.partition(".")[0])
        self._wanted = wanted
        self._focus_wanted()

    def close_down(self) -> None:
        """Wait for what is being written, and stop what need not be finished."""
        self._model.close()

    def open(self, section: str) -> None:
        """Turn to a section, as soon as it is known."""
        self._search.clear()
        self._wanted = section
        for at in range(self._sections.count()):
            if self._sections.item(at).data(Qt.ItemDataRole.UserRole) == section:
                self._sections.setCurrentRow(at)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._model.load()
        self._refresh(self._shown)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._waiting.stop()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._index())
        row.addWidget(self._contents(), 1)

    def _index(self) -> QWidget:
        heading = words(tr("All settings"), "title", wrap=False)
        for title in (heading, self._title):
            title.setMinimumHeight(Size.TARGET)
        self._search.setPlaceholderText(tr("Search"))
        self._search.setAccessibleName(tr("Search the preferences"))
        self._search.setToolTip("Ctrl+F")
        self._search.setClearButtonEnabled(True)
        self._sections.setProperty("role", "index")
        self._sections.setAccessibleName(tr("Sections"))
        self._sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        index = QWidget()
        index.setObjectName("index")
        index.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        index.setFixedWidth(240)
        column = QVBoxLayout(index)
        column.setContentsMargins(Size.ROOM, Size.PAD, Size.PAD, Size.PAD)
        column.setSpacing(Size.PAD)
        for part in (heading, self._search, self._sections):
            column.addWidget(part)
        return index

    def _contents(self) -> QWidget:
        self._page.setSpacing(0)
        self._page.setContentsMargins(0, 0, 0, 0)
        bar = QHBoxLayout()
        bar.setSpacing(Size.PAD)
        bar.addWidget(self._pending, 1)
        bar.addWidget(self._restart)
        fault = QHBoxLayout()
        fault.setSpacing(Size.PAD)
        fault.addWidget(self._trouble, 1)
        fault.addWidget(self._again)
        inside = QWidget()
        inside.setMaximumWidth(_LONGEST_LINE)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Size.WIDE, Size.PAD, Size.WIDE, Size.WIDE)
        column.setSpacing(Size.GAP)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(fault)
        column.addLayout(bar)
        column.addLayout(self._page)
        column.addStretch(1)
        ground = QWidget()
        middle = QHBoxLayout(ground)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(inside, 1)
        middle.addStretch(0)
        return Scrolled(ground)

    def _connect(self) -> None:
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_SEARCH_MS)
        self._waiting.timeout.connect(self._show)
        self._search.textChanged.connect(lambda _: self._waiting.start())
        self._search.returnPressed.connect(self._show)
        self._sections.currentItemChanged.connect(lambda *_: self._turned())
        self._restart.clicked.connect(self._model.restart)
        self._again.clicked.connect(self._model.load)
        self._model.changed.connect(self._read)
        self._model.refused.connect(self._refused)

    def _read(self) -> None:
        """The settings were read anew."""
        if self._sections.count() != len(self._model.pages) + 1:
            self._fill_index()
        for page in self._model.pages:
            for field in page.fields:
                if field.name in self._rows:
                    self._rows[field.name].show_field(field)
        pending = self._model.pending
        self._pending.setText(_waiting(pending))
        self._pending.setVisible(bool(pending))
        self._restart.setVisible(bool(pending))
        self._trouble.setText(self._model.trouble)
        for part in (self._trouble, self._again):
            part.setVisible(bool(self._model.trouble))
        if not self._page.count():
            self._show()
        if self._shown == "retention":
            self._model.storage.load()

    def _fill_index(self) -> None:
        self._sections.clear()
        entries = [(page.name, page.title) for page in self._model.pages]
        for name, title in (*entries, (_COMPUTER, tr("This computer"))):
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self._sections.addItem(item)
        self._sections.setCurrentRow(0)
        if self._wanted:
            self.show_this(self._wanted)

    def _focus_wanted(self) -> None:
        if self._wanted in self._rows:
            self._rows[self._wanted].take_focus()

    def _turned(self) -> None:
        self._search.clear()
        self._waiting.stop()
        self._show()

    def _show(self) -> None:
        """The page of the section in hand, or what was searched for."""
        text = self._search.text().strip()
        if text:
            self._show_found(self._model.find(text))
            return
        item = self._sections.currentItem()
        name = "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))
        page = next((page for page in self._model.pages if page.name == name), None)
        if page is not None:
            self._head(page.title, page.description)
            self._put_in([(field, "") for field in page.fields], self._extra(name))
        elif name == _COMPUTER:
            self._head(tr("This computer"), tr("What works here, what does not, and why."))
            self._put_in((), self._extra(name))
        if name != self._shown:
            self._shown = name
            self._refresh(name)

    def _show_found(self, found: tuple[Field, ...]) -> None:
        titles = {page.name: page.title for page in self._model.pages}
        self._shown = ""
        about = tr("{count} settings speak of it.", count=len(found))
        if len(found) == 1:
            about = tr("1 setting speaks of it.")
        elif not found:
            about = tr("No setting speaks of it. Try another word.")
        elif len(found) > _MOST_FOUND:
            about = tr("{count} settings; say more to see fewer.", count=len(found))
        self._head(tr("Found"), about)
        shown = found[:_MOST_FOUND]
        self._put_in([(f, titles[f.name.partition(".")[0]]) for f in shown], None)

    def _head(self, title: str, about: str) -> None:
        self._title.setText(title)
        self._about.setText(about)

    def _put_in(self, fields: Iterable[tuple[Field, str]], more: QWidget | None) -> None:
        while (item := self._page.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
        if more is not None:
            self._page.addWidget(more)
            self._page.addSpacing(Size.GAP)
            more.show()
        for field, section in fields:
            row = self._row(field)
            row.say_section(section)
            self._page.addWidget(row)
            row.show()

    def _row(self, field: Field) -> SettingRow:
        """The row of a setting, made when it is first looked at."""
        if field.name not in self._rows:
            row = self._rows[field.name] = SettingRow(field, self._look)
            row.put.connect(self._model.put)
            row.reset.connect(self._model.reset)
            row.secret.connect(self._model.keep_secret)
            row.forgotten.connect(self._model.forget_secret)
            row.opened.connect(self._model.open_channels)
        return self._rows[field.name]

    def _extra(self, name: str) -> QWidget | None:
        """What stands on a page besides its settings."""
        makers: dict[str, Callable[[], QWidget]] = {
            "retention": lambda: StockView(self._model.storage, self._look),
            "models": lambda: ModelsView(self._model.models, self._look),
            _COMPUTER: lambda: ComputerView(self._model.computer, self._look),
        }
        if name in makers and name not in self._more:
            self._more[name] = makers[name]()
        return self._more.get(name)

    def _refresh(self, name: str) -> None:
        """What is counted or looked up is looked up when its page is turned to."""
        if name == "retention":
            self._model.storage.load()
        elif name == "models" and not self._model.models.running:
            self._model.models.load()
        elif name == _COMPUTER and not self._model.computer.findings:
            self._model.computer.look()

    def _refused(self, name: str, why: str) -> None:
        if name in self._rows:
            self._rows[name].refuse(why)

    def _find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _check(self) -> None:
        self.open(_COMPUTER)
        self._model.computer.look()


def _waiting(titles: tuple[str, ...]) -> str:
    if not titles:
        return ""
    what = ", ".join(titles[:3]) + ("…" if len(titles) > 3 else "")
    return tr("From the next start: {what}", what=what)
