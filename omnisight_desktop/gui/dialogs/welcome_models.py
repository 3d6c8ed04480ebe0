"""The second step: the models that are missing, with their sizes, got now or later."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.pulling import Row
from omnisight_desktop.gui.viewmodels.welcome import WelcomeViewModel
from omnisight_desktop.gui.widgets.said import Verdict, play_role, words

_THOUSAND = 1000


class ModelsStep(QWidget):
    """One line a model, and one button for all that are ticked."""

    def __init__(self, model: WelcomeViewModel, look: Look) -> None:
        super().__init__()
        self._model = model.pulling
        self._lines: dict[str, _Line] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(Size.PAD)
        self._all_here = Verdict(look)
        self._get, self._stop = QPushButton(tr("Get them now")), QPushButton(tr("Stop"))
        self._get.setProperty("role", "primary")
        for button, call, icon in (
            (self._get, self._model.start, "download"),
            (self._stop, self._model.stop, "stop"),
        ):
            button.setAccessibleName(button.text())
            button.clicked.connect(call)
            icons.put(button, icon, look, role="accent" if button is self._get else "text")
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(self._get)
        row.addWidget(self._stop)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Size.GAP, 0)
        column.setSpacing(Size.PAD)
        column.addWidget(words(tr("What it finds people with"), "display"))
        why = tr(
            "These models come from their makers once, and work on this computer from then on. "
            "Without them people are found less well, and nothing else is."
        )
        column.addWidget(words(why, "muted"))
        column.addSpacing(Size.GAP)
        column.addWidget(self._all_here)
        column.addLayout(self._list)
        column.addLayout(row)
        column.addStretch(1)
        self._model.changed.connect(self._show)
        self._model.progressed.connect(self._show)
        self._show()

    def take_keyboard(self) -> None:
        """Have the keyboard at the button that gets them."""
        if self._get.isEnabled() and not self._get.isHidden():
            self._get.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        model = self._model
        for row in model.rows:
            if row.name not in self._lines:
                self._lines[row.name] = _Line(row, lambda on, name=row.name: model.want(name, on))
                self._list.addWidget(self._lines[row.name])
            self._lines[row.name].show_row(row, running=model.running)
        if model.complete:
            self._all_here.say("good", "good", tr("Everything is here already."))
        else:
            self._all_here.hide()
        wanted = any(row.wanted and not row.here for row in model.rows)
        self._get.setVisible(not model.running and not model.complete)
        self._get.setEnabled(wanted)
        self._stop.setVisible(model.running)


class _Line(QWidget):
    """What a model is for, how large it is, and how far it has come."""

    def __init__(self, row: Row, want: object) -> None:
        super().__init__()
        self._box = QCheckBox(row.role[:1].upper() + row.role[1:])
        self._box.setChecked(row.wanted)
        self._box.toggled.connect(want)
        self._size = words(row.size, "small", wrap=False)
        self._how = words("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(row.role)
        head = QHBoxLayout()
        head.addWidget(self._box, 1)
        head.addWidget(self._size)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.GAP // 2)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._how)

    def show_row(self, row: Row, *, running: bool) -> None:
        self._box.setEnabled(not running and not row.here)
        self._how.setText(row.words)
        self._how.setVisible(bool(row.words))
        play_role(self._how, "failed" if row.failed else "good" if row.here else "small")
        self._bar.setVisible(row.now or row.here)
        self._bar.setRange(0, 0 if row.share is None else _THOUSAND)
        self._bar.setValue(round((row.share or 0.0) * _THOUSAND))
