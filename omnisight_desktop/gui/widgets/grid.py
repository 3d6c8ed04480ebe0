"""Arranges tiles so that each is as large as can be."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from omnisight_desktop.gui.theme import Size


class TileGrid(QWidget):
    """Lays its tiles out by itself; the order is the order in which they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[QWidget] = []

    def show_tiles(self, tiles: list[QWidget]) -> None:
        """Show these and no others."""
        for gone in set(self._tiles) - set(tiles):
            gone.hide()
            gone.deleteLater()
        self._tiles = tiles
        for tile in tiles:
            tile.setParent(self)
            tile.show()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._tiles:
            return
        columns = best_columns(len(self._tiles), self.width(), self.height())
        rows = math.ceil(len(self._tiles) / columns)
        gap = Size.GAP
        width = (self.width() - gap * (columns - 1)) / columns
        height = (self.height() - gap * (rows - 1)) / rows
        for index, tile in enumerate(self._tiles):
            row, column = divmod(index, columns)
            left, top = column * (width + gap), row * (height + gap)
            tile.setGeometry(QRect(round(left), round(top), round(width), round(height)))


def best_columns(count: int, width: int, height: int, aspect: float = 16 / 9) -> int:
    """How many columns make the pictures largest."""

    def picture_width(columns: int) -> float:
        rows = math.ceil(count / columns)
        return min(width / columns, height / rows * aspect)

    return max(range(1, count + 1), key=picture_width)
