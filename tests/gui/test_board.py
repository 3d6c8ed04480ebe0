"""Drawing by hand and by keys alone, on a real board."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.viewmodels.drawing import DrawingViewModel
from omnisight_desktop.gui.viewmodels.sketch import Kind, Point, Shape, Sketch
from omnisight_desktop.gui.widgets.board import Board

LEFT = Qt.MouseButton.LeftButton
SQUARE = ((0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75))


@pytest.fixture
def model(qtbot: QtBot) -> DrawingViewModel:
    return DrawingViewModel()


@pytest.fixture
def board(model: DrawingViewModel, qtbot: QtBot) -> Iterator[Board]:
    page = QWidget()
    column = QVBoxLayout(page)
    board = Board(model, Look(theme.DARK))
    column.addWidget(board)
    column.addWidget(QLineEdit())
    page.resize(800, 520)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    board.show_picture(1, np.full((450, 800, 3), 90, np.uint8))
    board.setFocus()
    yield board  # noqa: PT022 - the page around it has to stay


def at(board: Board, point: Point) -> QPoint:
    return board.place_of(point).toPoint()


def click(board: Board, point: Point) -> None:
    QTest.mouseClick(board, LEFT, pos=at(board, point))


def near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 0.01 and abs(one[1] - other[1]) < 0.01


def test_a_zone_is_drawn_by_clicking_its_corners_and_the_first_again(
    board: Board, model: DrawingViewModel, qtbot: QtBot
) -> None:
    model.take_up(Kind.ZONE)
    for corner in SQUARE:
        click(board, corner)
    with qtbot.waitSignal(board.finished):
        click(board, SQUARE[0])
    (zone,) = model.sketch.shapes
    assert (zone.kind, zone.name) == (Kind.ZONE, "Zone 1")
    assert all(near(a, b) for a, b in zip(zone.points, SQUARE, strict=True))
    assert model.chosen is zone


def test_a_line_is_drawn_by_keys_alone(board: Board, model: DrawingViewModel) -> None:
    model.take_up(Kind.LINE)
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Left)
    for key in keys:
        QTest.keyClick(board, key, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(board, Qt.Key.Key_Space)
    for _ in range(8):
        QTest.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(board, Qt.Key.Key_Space)
    QTest.keyClick(board, Qt.Key.Key_Return)
    (line,) = model.sketch.shapes
    assert line.kind is Kind.LINE
    assert line.points[0][0] < 0.5 < line.points[1][0]
    assert line.points[0][1] == line.points[1][1] == 0.5


def test_what_is_begun_can_be_left_again(board: Board, model: DrawingViewModel) -> None:
    model.take_up(Kind.ZONE)
    click(board, (0.1, 0.1))
    click(board, (0.4, 0.1))
    QTest.keyClick(board, Qt.Key.Key_Return)  # two corners are no zone
    QTest.keyClick(board, Qt.Key.Key_Backspace)
    assert len(model.pending) == 1
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert model.tool is None
    assert model.sketch == Sketch()


def test_a_point_is_dragged_and_the_way_is_one_step(board: Board, model: DrawingViewModel) -> None:
    model.begin(Sketch((Shape(Kind.ZONE, "Lawn", SQUARE),)))
    click(board, (0.5, 0.5))
    assert model.shape == 0
    QTest.mousePress(board, LEFT, pos=at(board, SQUARE[0]))
    for x in (0.2, 0.15, 0.1):
        QTest.mouseMove(board, at(board, (x, 0.2)))
    QTest.mouseRelease(board, LEFT, pos=at(board, (0.1, 0.2)))
    assert near(model.sketch.shapes[0].points[0], (0.1, 0.2))
    QTest.keyClick(board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert model.sketch.shapes[0].points == SQUARE
    assert not model.can_undo


def test_the_middle_of_a_side_becomes_a_point(board: Board, model: DrawingViewModel) -> None:
    model.begin(Sketch((Shape(Kind.LINE, "Gate", ((0.2, 0.5), (0.8, 0.5))),)))
    model.choose(0)
    QTest.mousePress(board, LEFT, pos=at(board, (0.5, 0.5)))
    QTest.mouseMove(board, at(board, (0.5, 0.7)))
    QTest.mouseRelease(board, LEFT, pos=at(board, (0.5, 0.7)))
    assert len(model.sketch.shapes[0].points) == 3
    assert near(model.sketch.shapes[0].points[1], (0.5, 0.7))


def test_every_point_is_reached_and_moved_by_keys(board: Board, model: DrawingViewModel) -> None:
    model.begin(Sketch((Shape(Kind.ZONE, "Lawn", SQUARE),)))
    for expected in range(4):
        QTest.keyClick(board, Qt.Key.Key_Tab)
        assert (model.shape, model.point) == (0, expected)
    assert "4 of 4" in board.accessibleDescription()
    before = model.sketch.shapes[0].points[3]
    QTest.keyClick(board, Qt.Key.Key_Down)
    assert model.sketch.shapes[0].points[3][1] > before[1]
    QTest.keyClick(board, Qt.Key.Key_Plus)
    assert len(model.sketch.shapes[0].points) == 5
    QTest.keyClick(board, Qt.Key.Key_Delete)
    QTest.keyClick(board, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert model.sketch == Sketch()
    QTest.keyClick(board, Qt.Key.Key_Tab)
    assert not board.hasFocus()  # with nothing left to reach, Tab goes on


def test_taking_a_point_from_a_triangle_takes_the_triangle(model: DrawingViewModel) -> None:
    model.begin(Sketch((Shape(Kind.MASK, "", SQUARE[:3]),)))
    model.choose(0, 1)
    model.remove_point()
    assert model.sketch == Sketch()
    model.undo()
    assert len(model.sketch.shapes) == 1


def test_drawing_goes_on_without_a_picture(board: Board, model: DrawingViewModel) -> None:
    board.show_words("Offline since 14:05. The camera is off.")
    model.take_up(Kind.LINE)
    click(board, (0.1, 0.5))
    click(board, (0.9, 0.5))
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert len(model.sketch.shapes) == 1
    assert not board.has_picture
