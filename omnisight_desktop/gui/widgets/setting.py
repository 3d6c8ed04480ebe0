"""One setting as a row: what it is called and means, its control, its default, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.preferences import Field
from omnisight_desktop.gui.widgets.editors import Elsewhere, Hidden, editor_for


class SettingRow(QFrame):
    """Says what a person wants; whoever holds it does it and shows how it stands then."""

    put = Signal(str, object)
    reset = Signal(str)
    secret = Signal(str, str)
    forgotten = Signal(str)
    opened = Signal()

    def __init__(self, field: Field, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "setting")
        self.name = field.name
        self._section = _line("small")
        self._default = _line("small")
        self._note = _line("small")
        self._fault = _line("failed")
        self._reset = QPushButton(tr("Reset"))
        self._editor = editor_for(field, look)
        self._lay_out(field)
        self._connect()
        self.show_field(field)

    def show_field(self, field: Field) -> None:
        """Show how the setting stands now; what was refused before is past."""
        self._editor.show_field(field)
        self._default.setText(tr("Default: {value}", value=field.default))
        self._default.setVisible(field.changed)
        self._reset.setVisible(field.changed and not field.locked)
        self._note.setText(field.note)
        self._note.setVisible(bool(field.note))
        self._fault.hide()

    def say_section(self, title: str) -> None:
        """Tell which section it is of, where it stands among others."""
        self._section.setText(title)
        self._section.setVisible(bool(title))

    def refuse(self, why: str) -> None:
        """Say why a change was not taken, and show what holds."""
        self._editor.show_field(self._editor.field)
        self._fault.setText(why)
        self._fault.show()

    def take_focus(self) -> None:
        """Put the keyboard where the value is."""
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self, field: Field) -> None:
        title = _line("strong")
        title.setText(field.title)
        title.setBuddy(self._editor)
        description = _line("muted")
        description.setText(field.description)
        self._section.hide()
        self._reset.setProperty("role", "link")
        self._reset.setAccessibleName(tr("Reset {setting}", setting=field.title))
        self._reset.setToolTip(tr("Let the default hold again"))
        back = QHBoxLayout()
        back.setSpacing(Size.GAP)
        back.addWidget(self._default)
        back.addWidget(self._reset)
        back.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._section, title, description):
            words.addWidget(part)
        words.addLayout(back)
        for part in (self._note, self._fault):
            words.addWidget(part)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Size.PAD, 0, Size.PAD)
        row.setSpacing(Size.WIDE)
        row.addLayout(words, 1)
        row.addWidget(self._editor, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        editor = self._editor
        self._reset.clicked.connect(lambda: self.reset.emit(self.name))
        if isinstance(editor, Hidden):
            editor.put.connect(lambda text: self.secret.emit(self.name, text))
            editor.forgotten.connect(lambda: self.forgotten.emit(self.name))
        elif isinstance(editor, Elsewhere):
            editor.opened.connect(self.opened.emit)
        else:
            editor.put.connect(lambda value: self.put.emit(self.name, value))


def _line(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
