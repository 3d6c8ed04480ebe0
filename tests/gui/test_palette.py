"""The palette finds what can be done and does it, without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui import theme
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.widgets.palette import Palette, hits

Key = Qt.Key


class Deeds:
    """Three things to do, and which of them were done."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.actions = [
            Action("live", "Go to Live", lambda: self.done.append("live"), "Ctrl+1", "live"),
            Action("dark", "Theme: dark", lambda: self.done.append("dark")),
            Action("light", "Theme: light", lambda: self.done.append("light")),
        ]


@pytest.fixture
def deeds() -> Deeds:
    return Deeds()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QPushButton("below"))
    window.resize(1280, 800)
    window.show()
    return window


@pytest.fixture
def palette(window: QWidget, deeds: Deeds) -> Palette:
    return Palette(window, Look(theme.DARK), lambda: deeds.actions, [])


def field(palette: Palette) -> QLineEdit:
    found = palette.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def rows(palette: Palette) -> list[str]:
    found = palette.findChild(QListView)
    assert isinstance(found, QListView)
    model = found.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_typing_narrows_and_return_does_the_first(
    qtbot: QtBot, palette: Palette, deeds: Deeds
) -> None:
    palette.ask()
    assert rows(palette) == ["Go to Live", "Theme: dark", "Theme: light"]
    QTest.keyClicks(field(palette), "light")
    assert rows(palette) == ["Theme: light"]
    QTest.keyClick(field(palette), Key.Key_Return)
    assert deeds.done == ["light"]
    assert not palette.isVisible()


def test_arrows_choose_and_go_round(qtbot: QtBot, palette: Palette, deeds: Deeds) -> None:
    palette.ask()
    QTest.keyClick(field(palette), Key.Key_Up)
    QTest.keyClick(field(palette), Key.Key_Return)
    assert deeds.done == ["light"]


def test_what_was_done_lately_comes_first(qtbot: QtBot, palette: Palette) -> None:
    palette.ask()
    QTest.keyClicks(field(palette), "dark")
    QTest.keyClick(field(palette), Key.Key_Return)
    palette.ask()
    assert rows(palette)[0] == "Theme: dark"
    assert palette.lately == ["dark"]


def test_what_is_called_so_nowhere_is_said(qtbot: QtBot, palette: Palette, deeds: Deeds) -> None:
    palette.ask()
    QTest.keyClicks(field(palette), "zzz")
    assert rows(palette) == []
    QTest.keyClick(field(palette), Key.Key_Return)
    assert deeds.done == []
    assert palette.isVisible()


def test_escape_gives_the_keyboard_back(qtbot: QtBot, window: QWidget, palette: Palette) -> None:
    button = window.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setFocus()
    palette.ask()
    assert field(palette).hasFocus()
    QTest.keyClick(field(palette), Key.Key_Escape)
    assert button.hasFocus()


def test_a_click_does_what_is_clicked_and_one_beside_sends_it_away(
    qtbot: QtBot, palette: Palette, deeds: Deeds
) -> None:
    palette.ask()
    found = palette.findChild(QListView)
    assert isinstance(found, QListView)
    spot = found.visualRect(found.model().index(1, 0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert deeds.done == ["dark"]
    palette.ask()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomRight())
    assert not palette.isVisible()


def test_the_keys_are_told_to_who_cannot_see_them(palette: Palette) -> None:
    palette.ask()
    found = palette.findChild(QListView)
    assert isinstance(found, QListView)
    told = found.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Go to Live  Ctrl+1"


def test_the_best_fit_stands_above_what_was_done_lately(deeds: Deeds) -> None:
    found = hits("live", deeds.actions, ["light"])
    assert found[0].action.name == "live"
