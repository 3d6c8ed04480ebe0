"""What a setting is changed with: one kind of control for each sort of value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.preferences import Field
from omnisight_desktop.gui.widgets.choice import Choice
from omnisight_desktop.gui.widgets.switch import Switch

_WIDTH = 272
_NARROW = 136


class Editor(QWidget):
    """Shows a value and says when a person has changed it."""

    put = Signal(object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(Size.GAP)
        self.row.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.setFixedWidth(_WIDTH)
        self.field = field

    def show_field(self, field: Field) -> None:
        """Show how the setting stands now."""
        self.field = field

    def hold(self, control: QWidget, *, wide: bool = True) -> None:
        """Put the control in its place and give it the setting's name."""
        control.setAccessibleName(self.field.title)
        control.setAccessibleDescription(self.field.description)
        control.setToolTip(self.field.name)
        if wide:
            control.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row.addWidget(control)
        self.setFocusProxy(control)


class OnOff(Editor):
    """Yes or no."""

    def __init__(self, field: Field, look: Look) -> None:
        super().__init__(field)
        self._switch = Switch(look)
        self.hold(self._switch, wide=False)
        self._switch.toggled.connect(self.put.emit)

    def show_field(self, field: Field) -> None:
        super().show_field(field)
        with QSignalBlocker(self._switch):
            self._switch.setChecked(bool(field.value))
        self._switch.setEnabled(not field.locked)


class Number(Editor):
    """A number in its range, with its unit; what is typed counts when it is finished."""

    def __init__(self, field: Field, _look: Look) -> None:
        super().__init__(field)
        whole = field.kind == "whole number"
        self._box = _Box()
        self._box.setDecimals(0 if whole else 2)
        self._box.setRange(field.least, field.most)
        self._box.setSingleStep(1 if whole or field.most > 10 else 0.05)
        if field.unit:
            self._box.setSuffix(f" {field.unit}")
        self._box.setMinimumWidth(_NARROW)  # the largest with its unit may want more
        self._box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hold(self._box, wide=False)
        self._box.valueChanged.connect(lambda value: self.put.emit(int(value) if whole else value))

    def show_field(self, field: Field) -> None:
        super().show_field(field)
        with QSignalBlocker(self._box):
            if field.unit:
                self._box.setSuffix(f" {field.unit}")
            self._box.setValue(float(field.value))
        self._box.setEnabled(not field.locked)


class _Box(QDoubleSpinBox):
    """Turning the wheel over it scrolls the page, and a number is shown without idle zeros."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setGroupSeparatorShown(False)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class Text(Editor):
    """Words; they count when Return is pressed or the field is left."""

    def __init__(self, field: Field, _look: Look) -> None:
        super().__init__(field)
        self._line = QLineEdit()
        self.hold(self._line)
        self._line.editingFinished.connect(self._finished)

    def show_field(self, field: Field) -> None:
        super().show_field(field)
        text = self.written(field.value)
        if self._line.text() != text:
            self._line.setText(text)
        self._line.setCursorPosition(0)
        self._line.setEnabled(not field.locked)

    def written(self, value: Any) -> str:
        """A value as it is typed."""
        return str(value or "")

    def meant(self, text: str) -> Any:
        """The value that was typed."""
        return text

    def _finished(self) -> None:
        value = self.meant(self._line.text().strip())
        if value != self.field.value:
            self.put.emit(value)


class Words(Text):
    """Several words, with commas between them."""

    def __init__(self, field: Field, look: Look) -> None:
        super().__init__(field, look)
        self._line.setPlaceholderText(tr("none; several with commas"))

    def written(self, value: Any) -> str:
        return ", ".join(str(one) for one in value or ())

    def meant(self, text: str) -> Any:
        return [word.strip() for word in text.split(",") if word.strip()]


class Folder(Text):
    """A folder, typed or chosen."""

    def __init__(self, field: Field, look: Look) -> None:
        super().__init__(field, look)
        self._line.setPlaceholderText(tr("none"))
        choose = QPushButton(tr("Choose…"))
        choose.setAccessibleName(tr("Choose a folder for {setting}", setting=field.title))
        choose.clicked.connect(self._choose)
        self.row.addWidget(choose)

    def _choose(self) -> None:
        place = QFileDialog.getExistingDirectory(self, self.field.title, self._line.text())
        if place:
            self.put.emit(place)


class OneOf(Editor):
    """One of several, or something else where anything may be written."""

    def __init__(self, field: Field, look: Look) -> None:
        super().__init__(field)
        self._choice = Choice(look)
        for value, words in field.choices or [(one, one) for one in field.suggestions]:
            self._choice.addItem(words, value)
        self.hold(self._choice)
        self._choice.activated.connect(lambda at: self.put.emit(self._choice.itemData(at)))

    def show_field(self, field: Field) -> None:
        super().show_field(field)
        at = self._choice.findData(field.value)
        if at < 0:  # something of the person's own
            self._choice.addItem(str(field.value), field.value)
            at = self._choice.count() - 1
        with QSignalBlocker(self._choice):
            self._choice.setCurrentIndex(at)
        self._choice.setEnabled(not field.locked)


class Hidden(Editor):
    """A secret: typed once, never shown again. It goes to where secrets are kept."""

    forgotten = Signal()

    def __init__(self, field: Field, _look: Look) -> None:
        super().__init__(field)
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setPlaceholderText(tr("Paste a key"))
        self.hold(self._line)
        self.row.removeWidget(self._line)
        self._line.setAccessibleName(tr("A new key"))
        keep = QPushButton(tr("Keep"))
        keep.setToolTip(tr("Into the keyring of this computer"))
        forget = QPushButton(tr("Forget"))
        forget.setToolTip(tr("Erase the key from this computer"))
        verbs = QHBoxLayout()
        verbs.setSpacing(Size.GAP)
        verbs.addStretch(1)
        verbs.addWidget(keep)
        verbs.addWidget(forget)
        column = QVBoxLayout()
        column.setSpacing(Size.GAP)
        column.addWidget(self._line)
        column.addLayout(verbs)
        self.row.addLayout(column, 1)
        keep.clicked.connect(self._keep)
        self._line.returnPressed.connect(self._keep)
        forget.clicked.connect(self.forgotten.emit)

    def _keep(self) -> None:
        text = self._line.text()
        self._line.clear()
        if text.strip():
            self.put.emit(text)


class Elsewhere(Editor):
    """Set up in a place of its own."""

    opened = Signal()

    def __init__(self, field: Field, _look: Look) -> None:
        super().__init__(field)
        self._names = QLabel()
        self._names.setProperty("role", "muted")
        self._names.setWordWrap(True)
        self._names.setTextFormat(Qt.TextFormat.PlainText)
        self.row.addWidget(self._names, 1)
        button = QPushButton(tr("Set up…"))
        self.hold(button, wide=False)
        button.clicked.connect(self.opened.emit)

    def show_field(self, field: Field) -> None:
        super().show_field(field)
        names = [str(one.get("name", "")) for one in field.value or ()]
        self._names.setText(", ".join(names) or tr("none yet"))


_EDITORS: Mapping[str, Callable[[Field, Look], Editor]] = {
    "switch": OnOff,
    "whole number": Number,
    "number": Number,
    "text": Text,
    "choice": OneOf,
    "list": Words,
    "folder": Folder,
    "secret": Hidden,
    "list of tables": Elsewhere,
}


def editor_for(field: Field, look: Look) -> Editor:
    """The control that fits the sort of value."""
    editor = OneOf(field, look) if field.suggestions else _EDITORS[field.kind](field, look)
    editor.show_field(field)
    return editor
