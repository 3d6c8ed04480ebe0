"""Tiles are arranged so that the pictures are as large as can be, and none overlaps."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui.widgets.grid import TileGrid, best_columns


@pytest.mark.parametrize(
    ("count", "width", "height", "columns"),
    [
        (1, 1280, 800, 1),
        (2, 1280, 800, 1),
        (2, 1920, 600, 2),
        (4, 1280, 720, 2),
        (9, 1280, 720, 3),
        (16, 1920, 1080, 4),
    ],
)
def test_the_number_of_columns_makes_the_pictures_largest(
    count: int, width: int, height: int, columns: int
) -> None:
    assert best_columns(count, width, height) == columns


@pytest.mark.parametrize("count", range(1, 17))
def test_tiles_fill_the_grid_without_overlap(qtbot: QtBot, count: int) -> None:
    grid = TileGrid()
    qtbot.addWidget(grid)
    grid.resize(1280, 720)
    tiles = [QWidget() for _ in range(count)]
    grid.show_tiles(tiles)
    places = [tile.geometry() for tile in tiles]
    assert all(grid.rect().contains(place) for place in places)
    pairs = [(a, b) for i, a in enumerate(places) for b in places[i + 1 :]]
    assert not any(a.intersects(b) for a, b in pairs)


@pytest.mark.parametrize("count", [2, 4, 7, 16])
def test_tiles_lie_as_close_as_they_can_in_the_shape_of_pictures(qtbot: QtBot, count: int) -> None:
    grid = TileGrid()
    qtbot.addWidget(grid)
    grid.resize(1150, 720)
    tiles = [QWidget() for _ in range(count)]
    grid.show_tiles(tiles)
    first = tiles[0].geometry()
    assert first.width() / first.height() == pytest.approx(16 / 9, rel=0.02)
    below = next((t.geometry() for t in tiles if t.geometry().top() > first.bottom()), None)
    if below is not None:
        assert below.top() - first.bottom() <= 10


def test_the_seventeenth_stands_on_another_page(qtbot: QtBot) -> None:
    grid = TileGrid()
    qtbot.addWidget(grid)
    grid.resize(1280, 720)
    grid.show()
    tiles = [QWidget() for _ in range(17)]
    grid.show_tiles(tiles)
    assert [tile.isVisible() for tile in tiles] == [True] * 16 + [False]
    grid.turn(1)
    assert [tile.isVisible() for tile in tiles] == [False] * 16 + [True]
    grid.turn(1)
    assert grid.page == 1
    grid.show_tiles(tiles[:3])
    assert grid.page == 0
