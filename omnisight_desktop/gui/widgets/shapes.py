"""What is drawn on a camera, as a list: names, counts of today, and what speaks of it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.camera import CameraViewModel
from omnisight_desktop.gui.viewmodels.sketch import Kind, Shape
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.scrolled import Scrolled

_ICONS = {Kind.ZONE: "zone", Kind.LINE: "line", Kind.MASK: "mask"}


class ShapeList(Scrolled):
    """One row a shape; choosing a row chooses the shape on the picture."""

    def __init__(self, model: CameraViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._rows: list[ShapeRow] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, Size.GAP // 2, 0)
        self._column.setSpacing(Size.GAP)
        self._empty = words(
            tr(
                "Nothing is drawn yet. A zone is an area that rules speak of, a line counts who goes "
                "over it, and a mask hides a part of the picture from everybody."
            ),
            "muted",
        )
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._column)
        self.setWidget(inside)
        model.drawing.changed.connect(self.show_shapes)
        model.drawing.moved_on.connect(self._show_chosen)
        model.changed.connect(self.show_shapes)
        model.counted.connect(self.show_shapes)
        self.show_shapes()

    def show_shapes(self) -> None:
        """Show what is drawn now."""
        shapes = self._model.drawing.sketch.shapes
        while len(self._rows) > len(shapes):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.deleteLater()
        while len(self._rows) < len(shapes):
            row = ShapeRow(self._model, self._look, len(self._rows))
            self._column.insertWidget(self._column.count() - 1, row)
            self._rows.append(row)
        for row, shape in zip(self._rows, shapes, strict=True):
            row.show_shape(shape)
        self._empty.setVisible(not shapes)
        self._show_chosen()

    def name_chosen(self) -> None:
        """Let the person call what is chosen something."""
        at = self._model.drawing.shape
        if 0 <= at < len(self._rows):
            self._rows[at].begin_naming()

    def _show_chosen(self) -> None:
        for at, row in enumerate(self._rows):
            row.mark(chosen=at == self._model.drawing.shape)


class ShapeRow(QFrame):
    """One zone, line or mask."""

    def __init__(self, model: CameraViewModel, look: Look, index: int) -> None:
        super().__init__()
        self._model = model
        self._index = index
        self._kind: Kind | None = None
        self._look = look
        self.setProperty("role", "card")
        self._icon = QToolButton()
        self._icon.setProperty("role", "plain")
        self._name = QLineEdit()
        self._name.setProperty("role", "plain")
        self._mask = words(tr("Mask"), "", wrap=False)
        self._mask.setContentsMargins(Size.GAP, 0, 0, 0)
        self._turn = self._button("sort", tr("Turn the direction"), lambda: self._turned())
        self._remove = self._button("delete", tr("Remove"), lambda: self._removed())
        self._under = words("", "small")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._icon)
        row.addWidget(self._name, 1)
        row.addWidget(self._mask, 1)
        row.addWidget(self._turn)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.GAP // 2, Size.GAP // 2, Size.GAP // 2, Size.GAP // 2)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._under)
        self._under.setContentsMargins(Size.GAP, 0, Size.GAP, Size.GAP // 2)
        self._icon.clicked.connect(lambda: model.drawing.choose(self._index))
        self._name.textEdited.connect(lambda text: model.drawing.rename(self._index, text))
        self._name.editingFinished.connect(model.drawing.rest)

    def show_shape(self, shape: Shape) -> None:
        """Show this shape from now on."""
        if shape.kind is not self._kind:
            self._kind = shape.kind
            icons.put(self._icon, _ICONS[shape.kind], self._look, role="muted")
        mask = shape.kind is Kind.MASK
        self._name.setVisible(not mask)
        self._mask.setVisible(mask)
        self._turn.setVisible(shape.kind is Kind.LINE)
        if self._name.text() != shape.name:
            with QSignalBlocker(self._name):
                self._name.setText(shape.name)
        said = shape.name or tr("Mask")
        self._name.setAccessibleName(tr("Name of {shape}", shape=said))
        self._icon.setAccessibleName(tr("Choose {shape}", shape=said))
        self._icon.setToolTip(tr("Choose it on the picture"))
        self._turn.setAccessibleName(tr("Turn the direction of {shape}", shape=said))
        self._remove.setAccessibleName(tr("Remove {shape}", shape=said))
        under = self._told(shape)
        self._under.setText(under)
        self._under.setVisible(bool(under))

    def mark(self, *, chosen: bool) -> None:
        """Show that it is the one that is chosen."""
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def begin_naming(self) -> None:
        """Put the keyboard into its name."""
        if self._name.isVisible():
            self._name.setFocus()
            self._name.selectAll()

    def _told(self, shape: Shape) -> str:
        if shape.kind is Kind.MASK:
            return tr("Nobody sees and nothing stores what is under it.")
        used = self._model.used_by.get((shape.kind, shape.was), ())
        parts = []
        if shape.kind is Kind.LINE:
            ways = self._model.counts.get(shape.was)
            if ways is not None:
                parts.append(
                    tr("Today {inward} in, {outward} out", inward=ways[0], outward=ways[1])
                )
            elif not shape.was:
                parts.append(tr("Counts who goes over it, once it is saved."))
        if used:
            parts.append(tr("In the rules: {rules}", rules=", ".join(used)))
        return "\n".join(parts)

    def _turned(self) -> None:
        self._model.drawing.turn(self._index)

    def _removed(self) -> None:
        self._model.drawing.remove_shape(self._index)

    def _button(self, icon: str, said: str, call: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setToolTip(said)
        button.clicked.connect(call)
        icons.put(button, icon, self._look, role="muted")
        return button
