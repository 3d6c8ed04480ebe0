"""Arranges tiles so that each is as large as can be."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from omnisight_desktop.gui.theme import Size

MOST = 16  # tiles on one page
_ASPECT = 16 / 9


class TileGrid(QWidget):
    """Lays its tiles out by itself, in the order in which they were given; one may fill all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[QWidget] = []
        self._large: QWidget | None = None
        self._page = 0
        self._columns = 1

    @property
    def pages(self) -> int:
        """How many pages it takes to show all of them."""
        return max(1, math.ceil(len(self._tiles) / MOST))

    @property
    def page(self) -> int:
        """Which page is shown, from 0."""
        return self._page

    @property
    def large(self) -> QWidget | None:
        """The tile that fills all of it, if one does."""
        return self._large

    def show_tiles(self, tiles: list[QWidget]) -> None:
        """Show these and no others."""
        for gone in set(self._tiles) - set(tiles):
            gone.hide()
            gone.deleteLater()
        for tile in tiles:
            if tile.parentWidget() is not self:
                tile.setParent(self)
        for before, after in zip(tiles, tiles[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self._tiles = tiles
        if self._large not in tiles:
            self._large = None
        self._page = min(self._page, self.pages - 1)
        self._arrange()

    def enlarge(self, tile: QWidget | None) -> None:
        """Have one tile fill all of it, or none."""
        self._large = tile if tile in self._tiles else None
        self._arrange()
        if tile is not None:
            tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, by: int) -> None:
        """Another page; while one tile fills all of it, another tile."""
        if self._large is not None:
            place = self._tiles.index(self._large)
            self.enlarge(self._tiles[(place + by) % len(self._tiles)])
            return
        self._page = min(max(0, self._page + by), self.pages - 1)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go from tile to tile, as they lie."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        step = steps.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        shown = self._shown()
        if step is None or focused not in shown:
            super().keyPressEvent(event)
            return
        place = shown.index(focused) + step
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self) -> list[QWidget]:
        if self._large is not None:
            return [self._large]
        return self._tiles[self._page * MOST : (self._page + 1) * MOST]

    def _arrange(self) -> None:
        shown = self._shown()
        for tile in self._tiles:
            tile.setVisible(tile in shown)
        if not shown:
            return
        self._columns = columns = best_columns(len(shown), self.width(), self.height())
        rows = math.ceil(len(shown) / columns)
        gap = Size.GAP
        width = (self.width() - gap * (columns - 1)) / columns
        height = (self.height() - gap * (rows - 1)) / rows
        if len(shown) > 1:  # side by side in the shape that most pictures have
            width = min(width, height * _ASPECT)
            height = width / _ASPECT
        beside = (self.width() - columns * width - gap * (columns - 1)) / 2
        above = (self.height() - rows * height - gap * (rows - 1)) / 2
        for index, tile in enumerate(shown):
            row, column = divmod(index, columns)
            left, top = beside + column * (width + gap), above + row * (height + gap)
            tile.setGeometry(QRect(round(left), round(top), round(width), round(height)))


def best_columns(count: int, width: int, height: int, aspect: float = _ASPECT) -> int:
    """How many columns make the pictures largest."""

    def picture_width(columns: int) -> float:
        rows = math.ceil(count / columns)
        return min(width / columns, height / rows * aspect)

    return max(range(1, count + 1), key=picture_width)
