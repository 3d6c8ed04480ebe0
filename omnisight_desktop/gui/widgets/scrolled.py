"""A column that is scrolled up and down where it is longer than its place, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Holds one widget, or a layout of several.

    The keyboard scrolls it; where all that is inside can be gone to by keys, they go past it.
    """

    def __init__(
        self,
        inside: QWidget | QLayout | None = None,
        *,
        width: int | None = None,
        passed: bool = False,
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if passed:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if width is not None:
            self.setFixedWidth(width)
        if inside is not None:
            self.hold(inside)

    def hold(self, inside: QWidget | QLayout) -> None:
        """Scroll this."""
        if isinstance(inside, QLayout):
            ground = QWidget()
            ground.setLayout(inside)
            inside = ground
        self.setWidget(inside)
