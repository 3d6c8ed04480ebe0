"""All about one gesture: its takes, how often it is made, by whom and where, and what happens then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.figures import Figure, length
from omnisight_desktop.gui.viewmodels.gestures import GesturePage, GesturesViewModel
from omnisight_desktop.gui.widgets.days import Days
from omnisight_desktop.gui.widgets.figure import FigureView
from omnisight_desktop.gui.widgets.flow import Flow
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.scrolled import Scrolled

_TAKE = 148
_WIDTH = 384
_MOST_LINES = 5


class OneGesture(QWidget):
    """Takes at the left, what is known of it at the right."""

    left = Signal()
    asked = Signal(str, str)  # more, export, delete

    def __init__(self, model: GesturesViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._shown: GesturePage | None = None
        self.large = FigureView(look, ground="surface")
        self._title = words("", "title", wrap=False)
        self._taught = words("", "muted", wrap=False)
        self._takes = QWidget()
        self._flow = Flow(self._takes, Size.PAD, Size.PAD)
        self._days = Days(look)
        self._count = words("", "strong")
        self._facts = QVBoxLayout()
        self._rules = QVBoxLayout()
        self._mirrored = QCheckBox(tr("Counts with the other hand, too"))
        self._lay_out()

    def show_page(self, page: GesturePage) -> None:
        """Show this one."""
        before, self._shown = self._shown, page
        self._title.setText(page.gesture.label)
        self._taught.setText(page.taught)
        if before is None or before.figures is not page.figures:
            self._show_takes(page)
        with QSignalBlocker(self._mirrored):
            self._mirrored.setChecked(page.gesture.mirrored)
        self._days.show_days(page.statistics.days)
        self._show_facts(page)
        self._show_rules(page)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Size.PAD)
        left.addWidget(self.large, 1)
        left.addWidget(words(tr("Takes"), "heading"))
        left.addWidget(self._takes)
        scroll = Scrolled(self._side(), width=_WIDTH)
        body = QHBoxLayout()
        body.setSpacing(Size.WIDE)
        body.addLayout(left, 1)
        body.addWidget(scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.PAD)
        column.addLayout(self._head())
        column.addLayout(body, 1)

    def _side(self) -> QWidget:
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, Size.PAD, 0)
        side.setSpacing(Size.PAD)
        side.addWidget(words(tr("When somebody makes it"), "heading"))
        hint = tr("A rule says for whom, where and at what time it counts, and what happens then.")
        side.addWidget(words(hint, "muted"))
        self._rules.setSpacing(Size.GAP // 2)
        side.addLayout(self._rules)
        rule = QPushButton(tr("Make a rule"))
        rule.clicked.connect(lambda: self._model.make_rule(self._model.opened))
        icons.put(rule, "rules", self._look)
        side.addWidget(rule, 0, Qt.AlignmentFlag.AlignLeft)
        side.addSpacing(Size.GAP)
        side.addWidget(words(tr("The last 30 days"), "heading"))
        side.addWidget(self._count)
        side.addWidget(self._days)
        self._facts.setSpacing(2)
        side.addLayout(self._facts)
        side.addSpacing(Size.GAP)
        self._mirrored.toggled.connect(lambda on: self._model.mirror_too(self._model.opened, on=on))
        side.addWidget(self._mirrored)
        side.addStretch(1)
        inside = QWidget()
        inside.setLayout(side)
        return inside

    def _head(self) -> QHBoxLayout:
        back = QToolButton()
        back.setProperty("role", "plain")
        back.setAccessibleName(tr("All gestures"))
        back.setToolTip(tr("All gestures  Esc"))
        back.clicked.connect(self.left)
        icons.put(back, "back", self._look)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(back)
        row.addWidget(self._title)
        row.addWidget(self._taught, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addStretch(1)
        for said, icon, wanted in (
            (tr("More takes"), "add", "more"),
            (tr("Share…"), "export", "export"),
            (tr("Forget it"), "delete", "delete"),
        ):
            button = QPushButton(said)
            button.clicked.connect(
                lambda _=False, wanted=wanted: self.asked.emit(wanted, self._model.opened)
            )
            icons.put(button, icon, self._look)
            row.addWidget(button)
        return row

    def _show_takes(self, page: GesturePage) -> None:
        _empty(self._flow)
        figures = page.figures
        first = next((one for one in figures if one is not None), None)
        self.large.show_figure(first)
        for number, figure in enumerate(figures):
            card = _Take(number, figure, page.gesture.takes[number].length_s, self._look)
            card.chosen.connect(self._choose)
            card.removed.connect(lambda n: self._model.remove_take(self._model.opened, n))
            card.can_go(len(figures) > 1)
            self._flow.addWidget(card)
        self._takes.setMinimumHeight(self._flow.heightForWidth(max(self._takes.width(), 320)))

    def _choose(self, number: int) -> None:
        if self._shown is not None:
            self.large.show_figure(self._shown.figures[number])
            self.large.begin_again()

    def _show_facts(self, page: GesturePage) -> None:
        counted = page.statistics
        if not counted.count:
            self._count.setText(tr("Nobody made it in the last 30 days."))
        elif counted.sure is not None:
            sure = round(100 * counted.sure)
            told = tr("{count} ×, last {time}, {sure} % sure on average",
                      count=counted.count, time=page.last, sure=sure)  # fmt: skip
            self._count.setText(told)
        else:
            self._count.setText(tr("{count} ×, last {time}", count=counted.count, time=page.last))
        _empty(self._facts)
        for title, rows in ((tr("Where"), page.cameras), (tr("By whom"), page.people)):
            if rows:
                self._facts.addWidget(words(title, "small"))
                self._facts.addWidget(words(_listed(rows)))

    def _show_rules(self, page: GesturePage) -> None:
        _empty(self._rules)
        for use in page.rules:
            button = QPushButton(f"{use.name} · {use.camera_name}")
            button.setProperty("role", "link")
            button.setToolTip(tr("Show the rule"))
            button.clicked.connect(lambda _=False, use=use: self._model.show_rule(use))
            self._rules.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class _Take(QFrame):
    """One take of it, small."""

    chosen = Signal(int)
    removed = Signal(int)

    def __init__(self, number: int, figure: Figure | None, seconds: float, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "plainCard")
        self.setFixedWidth(_TAKE)
        view = FigureView(look, small=True)
        view.setFixedHeight(_TAKE * 2 // 3)
        view.show_figure(figure)
        replay, self._remove = QToolButton(), QToolButton()
        replay.clicked.connect(lambda: self.chosen.emit(number))
        self._remove.clicked.connect(lambda: self.removed.emit(number))
        for button, icon, said in (
            (replay, "replay", tr("Show take {number} again", number=number + 1)),
            (self._remove, "delete", tr("Remove take {number}", number=number + 1)),
        ):
            button.setProperty("role", "plain")
            button.setAccessibleName(said)
            button.setToolTip(said)
            icons.put(button, icon, look, role="muted")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(words(f"{number + 1} · {length(seconds)}", "small", wrap=False), 1)
        row.addWidget(replay)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.GAP, Size.GAP, Size.GAP // 2, Size.GAP // 2)
        column.setSpacing(Size.GAP // 2)
        column.addWidget(view)
        column.addLayout(row)

    def can_go(self, may: bool) -> None:
        """The last take of a gesture cannot be removed."""
        self._remove.setEnabled(may)


def _listed(rows: Sequence[tuple[str, int]]) -> str:
    shown = [f"{name} {count} ×" for name, count in rows[:_MOST_LINES]]
    rest = sum(count for _, count in rows[_MOST_LINES:])
    return ", ".join([*shown, tr("others {count} ×", count=rest)] if rest else shown)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (gone := item.widget()) is not None:
            gone.hide()
            gone.deleteLater()
