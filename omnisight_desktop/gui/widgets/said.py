"""Small pieces that forms and pages are made of: words in a role, a field with its label, what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size


def words(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """A label that shows words as they are."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


class Elided(QLabel):
    """Words on one line; where they are too long, their middle is left out and told on hover."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)

    def say(self, text: str) -> None:
        """Show these words."""
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        shown = self.fontMetrics().elidedText(self._whole, middle, max(self.width(), 1))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def fit(label: QLabel, width: int) -> None:
    """As high as its words are at that width: Qt guesses where a label stands in the middle of things."""
    label.setMinimumHeight(0)
    label.setMinimumHeight(label.heightForWidth(width))


def play_role(widget: QWidget, role: str) -> None:
    """Have a widget look another way from now on."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Field(QWidget):
    """A label over a control, and under it what is wrong with what stands there."""

    def __init__(self, label: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._hint = hint
        name = words(label, "small")
        name.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        self._under = words(hint, "small")
        self._under.setVisible(bool(hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.GAP // 2)
        column.addWidget(name)
        column.addWidget(control)
        column.addWidget(self._under)

    def complain(self, text: str) -> None:
        """Say what is wrong; nothing where all is well."""
        play_role(self._under, "failed" if text else "small")
        self._under.setText(text or self._hint)
        self._under.setVisible(bool(text or self._hint))
        self.control.setAccessibleDescription(text or self._hint)


class Verdict(QWidget):
    """An icon with a few words: that something works, or why it does not and what helps."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = QLabel()
        self._icon.setFixedSize(Size.ICON, Size.ICON)
        self._head = words("", "strong")
        self._more = words("", "muted")
        self._kind, self._role = "", ""
        self._head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text = QVBoxLayout()
        text.setSpacing(Size.GAP // 2)
        text.addWidget(self._head)
        text.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Size.GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._paint)
        self.hide()

    def say(self, icon: str, role: str, head: str, more: str = "") -> None:
        """Show this; ``role`` is a colour of the theme."""
        self._kind, self._role = icon, role
        self._head.setText(head)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(f"{head} {more}".strip())
        self._paint()
        self.show()

    def _paint(self) -> None:
        if self._kind:
            colour = getattr(self._look.tokens, self._role)
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(icons.pixmap(self._kind, colour, Size.ICON, ratio))
