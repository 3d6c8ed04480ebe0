"""One rule in the list: its name, its sentence, its switch, and how often it was set off today."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.rules import LineRow, RuleRow
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.switch import Switch


class RuleCard(QFrame):
    """A card that opens its rule."""

    opened = Signal(str, str)
    switched = Signal(str, str, bool)
    removed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.row: RuleRow | None = None
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = words("", "strong")
        self._words = words("", "muted")
        self._under = words("", "small")
        self._switch = Switch(look)
        self._switch.toggled.connect(self._switched)
        remove = QToolButton()
        remove.setProperty("role", "plain")
        remove.setToolTip(tr("Remove  Del"))
        remove.clicked.connect(self._removed)
        icons.put(remove, "delete", look, role="muted")
        self._remove = remove
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._name, 1)
        head.addWidget(self._switch)
        head.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.PAD, Size.GAP, Size.GAP, Size.PAD)
        column.setSpacing(Size.GAP // 2)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._under)

    def show_row(self, row: RuleRow, *, chosen: bool) -> None:
        """Show this rule."""
        self.row = row
        self._name.setText(row.name)
        self._words.setText(row.words)
        today = tr("not yet today") if not row.today else tr("{count} × today", count=row.today)
        self._under.setText(f"{row.camera_name} · {today if row.on else tr('off')}")
        with QSignalBlocker(self._switch):
            self._switch.setChecked(row.on)
        self._switch.setAccessibleName(tr("{rule} is on", rule=row.name))
        self._switch.setToolTip(tr("Switch it off") if row.on else tr("Switch it on"))
        self._remove.setAccessibleName(tr("Remove {rule}", rule=row.name))
        self.setAccessibleName(f"{row.name}. {row.words}")
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton and self.row is not None:
            self.opened.emit(self.row.camera, self.row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if self.row is None:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.row.camera, self.row.id)
        elif event.key() == Qt.Key.Key_Delete:
            self._removed()
        else:
            super().keyPressEvent(event)

    def _switched(self, on: bool) -> None:
        if self.row is not None:
            self.switched.emit(self.row.camera, self.row.id, on)

    def _removed(self) -> None:
        if self.row is not None:
            self.removed.emit(self.row.camera, self.row.id)


class LineCard(QFrame):
    """A line, and who went over it today."""

    def __init__(self, line: LineRow, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        icon = QToolButton()
        icon.setProperty("role", "plain")
        icon.setEnabled(False)
        icon.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        icons.put(icon, "line", look, role="muted")
        name = words(line.name, "strong", wrap=False)
        place = words(line.camera_name, "small", wrap=False)
        said = tr("{inward} in · {outward} out", inward=line.inward, outward=line.outward)
        count = words(said, "", wrap=False)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(name)
        left.addWidget(place)
        row = QHBoxLayout(self)
        row.setContentsMargins(Size.GAP // 2, Size.GAP // 2, Size.PAD, Size.GAP // 2)
        row.setSpacing(Size.GAP // 2)
        row.addWidget(icon)
        row.addLayout(left, 1)
        row.addWidget(count)
        self.setAccessibleName(f"{line.name}, {line.camera_name}: {said}")
