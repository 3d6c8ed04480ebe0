"""The rules: their list beside the sentence of one, who is told, and what was sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.rules import RulesViewModel
from omnisight_desktop.gui.widgets.channel_page import ChannelPage, SentPage
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.rule_card import LineCard, RuleCard
from omnisight_desktop.gui.widgets.rule_page import RulePage
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.scrolled import Scrolled

_LOAD_MS = 15_000
_COUNT_MS = 5000
_LIST_WIDTH = 384
_INVITATION = 420


class RulesPanel(Panel):
    """Rules as sentences; each word can be chosen, and each rule is tried before it is kept."""

    def __init__(self, model: RulesViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._cards: list[RuleCard] = []
        self._tabs = QButtonGroup(self)
        self._pages = QStackedWidget()
        self._new = QPushButton(tr("New rule"))
        self._list = QVBoxLayout()
        self._lines = QVBoxLayout()
        self._troubles = words("", "failed")
        self._right = QStackedWidget()
        self.page = RulePage(model, look)
        self.channels = ChannelPage(model.channels, look)
        self._invitation = QWidget()
        self._no_camera = QWidget()
        self._lay_out()
        self._timers = [self._every(_LOAD_MS, self._reload), self._every(_COUNT_MS, model.count)]
        model.changed.connect(self._show_rules)
        model.drafted.connect(self._show_draft)
        model.counted.connect(self._show_lines)
        self.page.channels_wanted.connect(lambda: self.turn_to(1))
        model.load()
        model.channels.load()
        self._show_draft()

    def actions_here(self) -> Sequence[Action]:
        return (
            Action("rules.new", tr("New rule"), self._begin, "Ctrl+N", "add"),
            Action("rules.save", tr("Save the rule"), self._save, "Ctrl+S", "save"),
            Action("rules.list", tr("Rules"), lambda: self.turn_to(0), "Alt+1", "rules"),
            Action("rules.channels", tr("Who is told"), lambda: self.turn_to(1), "Alt+2", "bell"),
            Action("rules.sent", tr("What was sent"), lambda: self.turn_to(2), "Alt+3", "send"),
        )

    def show_this(self, wanted: str) -> None:
        """``channels`` shows who is told, ``sent`` what was sent, ``gesture/NAME`` begins a rule of one;
        else a rule as ``camera/rule``."""
        places = {"channels": 1, "sent": 2}
        if wanted in places:
            self.turn_to(places[wanted])
            return
        self.turn_to(0)
        camera, _, rule = wanted.partition("/")
        if camera == "gesture":
            self._model.begin_with(rule)
        else:
            self._model.edit(camera, rule)

    def close_down(self) -> None:
        for timer in self._timers:
            timer.stop()
        self._model.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._reload()
        for timer in self._timers:
            timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        for timer in self._timers:
            timer.stop()

    def turn_to(self, at: int) -> None:
        """Show the rules, who is told, or what was sent."""
        self._tabs.button(at).setChecked(True)
        self._pages.setCurrentIndex(at)
        self._new.setText((tr("New rule"), tr("Add a channel"), tr("Add a channel"))[at])
        self._new.setVisible(at < 2)
        if at:
            self._model.channels.load()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.ROOM)
        whole.setSpacing(Size.ROOM)
        whole.addLayout(self._head())
        whole.addWidget(self._pages, 1)
        for page in (
            self._rules_page(),
            self.channels,
            SentPage(self._model.channels, self._look),
        ):
            self._pages.addWidget(page)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Size.GAP // 2)
        row.addWidget(words(tr("Rules"), "title", wrap=False))
        row.addSpacing(Size.ROOM)
        for at, title in enumerate((tr("Rules"), tr("Who is told"), tr("What was sent"))):
            tab = QPushButton(title)
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            tab.setToolTip(f"{title}  Alt+{at + 1}")
            self._tabs.addButton(tab, at)
            row.addWidget(tab)
        self._tabs.button(0).setChecked(True)
        self._tabs.idClicked.connect(self.turn_to)
        self._new.setProperty("role", "primary")
        self._new.setToolTip("Ctrl+N")
        self._new.clicked.connect(self._begin)
        icons.put(self._new, "add", self._look, role="accent")
        row.addStretch(1)
        row.addWidget(self._new)
        return row

    def _rules_page(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, Size.GAP, 0)
        column.setSpacing(Size.GAP)
        for part in (self._list, self._lines):
            part.setSpacing(Size.GAP)
        column.addWidget(self._troubles)
        column.addLayout(self._list)
        column.addSpacing(Size.GAP)
        column.addLayout(self._lines)
        column.addStretch(1)
        scroll = Scrolled(column, width=_LIST_WIDTH)
        self._left = scroll
        self._fill_invitation()
        self._fill_no_camera()
        for page in (self._invitation, self.page, self._no_camera):
            self._right.addWidget(page)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Size.ROOM)
        row.addWidget(scroll)
        row.addWidget(self._right, 1)
        return page

    def _fill_invitation(self) -> None:
        column = _middle(self._invitation)
        column.addWidget(words(tr("A new rule"), "heading"))
        told = tr("A rule says in a sentence what you want to know of. Begin with one of these:")
        column.addWidget(words(told, "muted"))
        column.addSpacing(Size.GAP // 2)
        for sample, said, icon in (
            ("night", tr("Somebody comes at night"), "moon"),
            ("line", tr("Count who goes over a line"), "line"),
            ("stay", tr("Somebody stays for long"), "person"),
            ("", tr("Something else"), "rules"),
        ):
            button = QPushButton(said)
            button.setProperty("role", "choice")
            icons.put(button, icon, self._look)
            button.clicked.connect(lambda _=False, sample=sample: self._model.begin(sample))
            column.addWidget(button)

    def _fill_no_camera(self) -> None:
        column = _middle(self._no_camera)
        column.addWidget(words(tr("Rules are about cameras, and there is none yet."), "muted"))
        add = QPushButton(tr("Add a camera"))
        add.setProperty("role", "primary")
        add.clicked.connect(self._model.add_camera)
        column.addSpacing(Size.GAP // 2)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _begin(self) -> None:
        if self._tabs.checkedId() == 1:
            self._model.channels.begin()
        else:
            self.turn_to(0)
            self._model.begin()

    def _save(self) -> None:
        if self._tabs.checkedId() == 1:
            self._model.channels.save()
        else:
            self._model.save()

    def _reload(self) -> None:
        self._model.load()
        if self._tabs.checkedId():
            self._model.channels.load()

    def _show_rules(self) -> None:
        rows = self._model.rows
        while len(self._cards) > len(rows):
            card = self._cards.pop()
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self._cards) < len(rows):
            card = RuleCard(self._look)
            card.opened.connect(self._model.edit)
            card.switched.connect(lambda camera, rule, on: self._model.switch(camera, rule, on=on))
            card.removed.connect(self._model.remove)
            self._cards.append(card)
            self._list.addWidget(card)
        self._troubles.setText("\n".join(self._model.troubles))
        self._troubles.setVisible(bool(self._model.troubles))
        self._show_draft()

    def _show_draft(self) -> None:
        draft = self._model.draft
        for card, row in zip(self._cards, self._model.rows, strict=False):
            chosen = draft is not None and draft.was == (row.camera, row.id)
            card.show_row(row, chosen=chosen)
        if self._model.loaded and not self._model.has_cameras:
            self._right.setCurrentWidget(self._no_camera)
        else:
            self._right.setCurrentWidget(self._invitation if draft is None else self.page)
        self._new.setEnabled(self._model.has_cameras or self._tabs.checkedId() == 1)
        self._left.setVisible(bool(self._model.rows or self._model.lines or self._model.troubles))

    def _show_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._model.lines:
            self._lines.addWidget(words(tr("Over lines today"), "heading"))
        for line in self._model.lines:
            self._lines.addWidget(LineCard(line, self._look))
        self._left.setVisible(bool(self._model.rows or self._model.lines or self._model.troubles))

    def _every(self, interval_ms: int, call: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(call)
        return timer


def _middle(page: QWidget) -> QVBoxLayout:
    """A narrow column in the middle of a page, where nothing else is."""
    narrow = QWidget()
    narrow.setFixedWidth(_INVITATION)
    column = QVBoxLayout(narrow)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Size.GAP)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(narrow, 1, Qt.AlignmentFlag.AlignCenter)
    return column
