"""The model files, and getting those that are missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.pulling import PullingViewModel, Row
from omnisight_desktop.gui.widgets.marks import Dot
from omnisight_desktop.gui.widgets.plain import card, clear, words

_STEPS = 1000


class ModelsView(QWidget):
    """A sentence and a button first, then every model."""

    def __init__(self, model: PullingViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._sentence = words(role="strong")
        self._trouble = words(role="failed")
        self._doing = words(role="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._get = QPushButton(tr("Get what is missing"))
        self._get.setProperty("role", "primary")
        self._cancel = QPushButton(tr("Cancel"))
        self._get.clicked.connect(model.get_missing)
        self._cancel.clicked.connect(model.stop)
        self._frame, self._lines = card()
        self._lines.setSpacing(Size.PAD)
        head = QHBoxLayout()
        head.addWidget(self._sentence, 1)
        head.addWidget(self._cancel)
        head.addWidget(self._get)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.GAP)
        column.addLayout(head)
        for part in (self._trouble, self._doing, self._bar, self._frame):
            column.addWidget(part)
        model.changed.connect(self._show)
        model.progressed.connect(self._show_progress)
        self._show()

    def _show(self) -> None:
        model = self._model
        missing = len(model.missing)
        if not model.loaded:
            sentence = tr("Looking for model files…")
        elif not model.known:
            sentence = tr("Nobody knows which models are here.")
        elif not missing:
            sentence = tr("Every model that the program wants is here.")
        else:
            sentence = tr("{count} models that the program wants are missing.", count=missing)
        self._sentence.setText(sentence)
        self._trouble.setText(model.trouble)
        self._trouble.setVisible(bool(model.trouble))
        self._get.setVisible(bool(missing) and not model.running)
        for part in (self._cancel, self._bar, self._doing):
            part.setVisible(model.running)
        self._show_progress()
        self._frame.setVisible(bool(model.rows))
        clear(self._lines)
        for one in model.rows:
            self._lines.addLayout(self._line(one))

    def _show_progress(self) -> None:
        now = self._model.now
        share = None if now is None else now.share
        # An unknown share is shown as movement without an end.
        self._bar.setRange(0, 0 if share is None else _STEPS)
        self._bar.setValue(round((share or 0.0) * _STEPS))
        self._doing.setText(tr("Asking for it…") if now is None else f"{now.name} · {now.words}")

    def _line(self, one: Row) -> QHBoxLayout:
        state = "ok" if one.here else "degraded" if one.needed else ""
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(words(one.role[:1].upper() + one.role[1:]))
        if not one.here:
            text.addWidget(words(tr("Without it: {words}", words=one.without), "small"))
        text.addWidget(words(" · ".join(filter(None, (one.size, one.licence))), "small"))
        name = words(one.name, "strong")
        name.setFixedWidth(136)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        dot = Dot(self._look, state)
        dot.setAccessibleName(tr("here") if one.here else tr("missing"))
        for part in (dot, name):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        if not one.here:
            get = QPushButton(tr("Get"))
            get.setAccessibleName(tr("Get {model}", model=one.name))
            get.setEnabled(not self._model.running)
            get.clicked.connect(lambda: self._model.get([one.name]))
            row.addWidget(get, 0, Qt.AlignmentFlag.AlignTop)
        return row
