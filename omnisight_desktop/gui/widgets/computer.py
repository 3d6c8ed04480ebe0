"""What works on this computer and what does not, each with its reason and what would help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.computer import ComputerViewModel, Finding
from omnisight_desktop.gui.widgets.marks import Dot
from omnisight_desktop.gui.widgets.plain import card, clear, words


class ComputerView(QWidget):
    """A sentence first, then every finding, the worst at the top."""

    def __init__(self, model: ComputerViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._sentence = words(role="strong")
        self._again = QPushButton(tr("Look again"))
        self._again.clicked.connect(model.look)
        frame, self._lines = card()
        self._lines.setSpacing(Size.PAD)
        head = QHBoxLayout()
        head.addWidget(self._sentence, 1)
        head.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.PAD)
        column.addLayout(head)
        column.addWidget(frame)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._model
        self._sentence.setText(model.trouble or model.summary())
        self._again.setEnabled(not model.busy)
        clear(self._lines)
        for finding in (model.detector(), *model.findings):
            self._lines.addLayout(self._line(finding))

    def _line(self, finding: Finding) -> QHBoxLayout:
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(words(_capital(finding.reason)))
        if finding.fix:
            text.addWidget(words(finding.fix, "small"))
        name = words(_capital(finding.name), "strong")
        name.setFixedWidth(176)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        dot = Dot(self._look, finding.state)
        dot.setAccessibleName(finding.state)
        for part in (dot, name):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        return row


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
