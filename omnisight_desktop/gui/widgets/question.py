"""One question about people: pictures, a sentence, and the answers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.asking import Asking
from omnisight_desktop.gui.widgets.face_strip import FaceStrip
from omnisight_desktop.gui.widgets.name_field import NameField
from omnisight_desktop.gui.widgets.said import words

_FIELD = 240


class QuestionCard(QFrame):
    """Asks one thing; whatever is answered, the next one takes its place."""

    answered = Signal(bool)
    named = Signal(str)
    put_aside = Signal()
    later = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "plainCard")
        self._look = look
        self._strips = [FaceStrip(look), FaceStrip(look)]
        self._count = words("", "small", wrap=False)
        self._words = words("", "heading")
        self._more = words("", "muted")
        self._yes, self._no = QPushButton(), QPushButton()
        self._else = QPushButton(tr("Somebody else…"))
        self._later = QPushButton(tr("Later"))
        self._aside = QPushButton(tr("Do not ask"))
        self._field = NameField(tr("Who is it?"))
        self._save = QPushButton(tr("Save"))
        self._naming = QWidget()
        self._lay_out()

    def show_question(self, asked: Asking, left: int, names: Iterable[str]) -> None:
        """Ask this; so many are left."""
        for strip, shown in zip(self._strips, (*asked.strips, None, None), strict=False):
            strip.setVisible(shown is not None)
            if shown is not None:
                strip.show_faces(shown.pictures, shown.words)
        self._words.setText(asked.words)
        self._more.setText(asked.more)
        self._more.setVisible(bool(asked.more))
        one = tr("One question")
        self._count.setText(one if left == 1 else tr("{count} questions", count=left))
        self._yes.setText(asked.yes)
        self._yes.setVisible(bool(asked.yes))
        self._no.setText(asked.no)
        self._no.setVisible(bool(asked.no))
        self._else.setVisible(asked.wants_name and bool(asked.yes))
        self._aside.setVisible(not asked.yes)
        self._field.clear()
        self._field.offer(names)
        self._naming.setVisible(asked.wants_name and not asked.yes)
        self.setAccessibleName(asked.words)

    def answer(self, *, yes: bool) -> None:
        """As if it was clicked."""
        button = self._yes if yes else self._no
        if button.isVisible():
            self.answered.emit(yes)
        elif yes and self._naming.isVisible():
            self._field.setFocus()
        elif self._aside.isVisible():
            self.put_aside.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._naming.isVisible() and self._yes.text():
            self._ask_name(on=False)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._yes.setProperty("role", "primary")
        self._save.setProperty("role", "primary")
        self._later.setProperty("role", "plain")
        self._aside.setProperty("role", "plain")
        self._yes.setToolTip(tr("Yes  Y"))
        self._no.setToolTip(tr("No  N"))
        self._later.setToolTip(tr("Ask again another time  L"))
        self._aside.setToolTip(tr("This is not asked any more"))
        self._yes.clicked.connect(lambda: self.answered.emit(True))
        self._no.clicked.connect(lambda: self.answered.emit(False))
        self._later.clicked.connect(self.later)
        self._aside.clicked.connect(self.put_aside)
        self._else.clicked.connect(lambda: self._ask_name(on=True))
        self._save.clicked.connect(self._name)
        self._field.returnPressed.connect(self._name)
        self._field.setFixedWidth(_FIELD)
        icons.put(self._yes, "check", self._look, role="accent")
        naming = QHBoxLayout(self._naming)
        naming.setContentsMargins(0, 0, 0, 0)
        naming.setSpacing(Size.GAP)
        naming.addWidget(self._field)
        naming.addWidget(self._save)
        buttons = QHBoxLayout()
        buttons.setSpacing(Size.GAP)
        for widget in (self._yes, self._no, self._else, self._naming, self._aside, self._later):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(Size.GAP)
        said.addStretch(1)
        for label in (self._count, self._words, self._more):
            said.addWidget(label)
        said.addLayout(buttons)
        said.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Size.ROOM, Size.ROOM, Size.ROOM, Size.ROOM)
        row.setSpacing(Size.WIDE)
        for strip in self._strips:
            row.addWidget(strip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(said, 1)

    def _ask_name(self, *, on: bool) -> None:
        self._naming.setVisible(on)
        self._else.setVisible(not on)
        if on:
            self._field.setFocus()

    def _name(self) -> None:
        name = self._field.text().strip()
        if name:
            self.named.emit(name)
