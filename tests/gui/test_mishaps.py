"""A fault in the window is offered to be read, and the window goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui import theme
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.mishaps import Mishaps
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.window import Window
from omnisight_desktop.observability.crash import Crashes
from omnisight_desktop.services.house import House
from tests.gui.conftest import Told
from tests.home import furnished

PATIENCE_MS = 10_000


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        yield house


@pytest.fixture
def window(house: House, qtbot: QtBot) -> Window:
    memory = QSettings(str(house.paths.root / "window.ini"), QSettings.Format.IniFormat)
    window = Window(Look(theme.DARK), memory)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    return window


@pytest.fixture
def mishaps(
    house: House, window: Window, told: Told, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Mishaps]:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    memory = QSettings(str(house.paths.root / "window.ini"), QSettings.Format.IniFormat)
    ops, bridge = Ops(), Bridge(house.bus)
    live = None
    desk = Desk(house, live, ops, bridge, memory, told.said.append, told.go, told.offer)  # type: ignore[arg-type]
    made = Mishaps(window, Look(theme.DARK), desk, Crashes(house.paths, house.clock))
    yield made
    made.close()
    bridge.close()
    ops.close()


def test_a_fault_is_offered_read_copied_and_saved(
    mishaps: Mishaps,
    window: Window,
    told: Told,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    try:
        raise ZeroDivisionError("by nothing")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(told.offered) == 1, timeout=PATIENCE_MS)
    words, verb, read = told.offered[0]
    assert (words, verb) == ("Something went wrong in the window; it goes on.", "Read the report")
    read()
    page = window.findChild(QPlainTextEdit)
    assert isinstance(page, QPlainTextEdit)
    assert page.isVisible()
    assert "ZeroDivisionError: by nothing" in page.toPlainText()
    buttons = {b.text(): b for b in window.findChildren(QPushButton) if b.isVisible()}
    buttons["Copy"].click()
    assert QGuiApplication.clipboard().text() == page.toPlainText()
    target = tmp_path / "report.txt"
    monkeypatch.setattr(
        "omnisight_desktop.gui.dialogs.report.QFileDialog.getSaveFileName",
        lambda *_: (str(target), ""),
    )
    buttons["Save…"].click()
    qtbot.waitUntil(lambda: bool(told.said), timeout=PATIENCE_MS)
    assert target.read_text("utf-8") == page.toPlainText()
    buttons["Close"].click()
    assert not page.isVisible()


def test_what_the_run_before_left_is_offered_too(
    mishaps: Mishaps, house: House, told: Told, qtbot: QtBot
) -> None:
    crashes = Crashes(house.paths, house.clock)
    mishaps.tell(crashes.begin(untidy=True))
    crashes.end()
    mishaps.tell(None)
    qtbot.waitUntil(lambda: len(told.offered) == 1, timeout=PATIENCE_MS)
    assert "not closed in order" in told.offered[0][0]
