"""Icons are drawn in the colour that is asked for, sharp on every screen, and follow the theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.icons import icon, pixmap, put
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.shelf import PANELS

FOLDER = shipped("resources/icons", "omnisight.svg").parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem != "omnisight")


@pytest.mark.parametrize("name", NAMES)
def test_each_belongs_to_the_family_and_can_be_drawn(qtbot: QtBot, name: str) -> None:
    source = Path(FOLDER / f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 20 20"' in source
    assert 'stroke="currentColor" stroke-width="1.5"' in source
    drawn = pixmap(name, "#FF0000").toImage()
    inks = {drawn.pixelColor(x, y).rgb() for x in range(20) for y in range(20)}
    assert QColor("#FF0000").rgb() in inks


def test_every_panel_of_the_rail_has_one(qtbot: QtBot) -> None:
    assert {entry.icon for entry in PANELS} <= set(NAMES)


def test_a_screen_of_twice_the_density_gets_twice_the_pixels(qtbot: QtBot) -> None:
    assert pixmap("live", "#FFFFFF", ratio=2.0).width() == 40
    assert icon("live", "#FFFFFF").pixmap(QSize(20, 20), 2.0).width() == 40


def test_a_button_changes_the_colour_of_its_icon_with_the_theme(qtbot: QtBot) -> None:
    look, button = Look(theme.DARK), QToolButton()
    qtbot.addWidget(button)
    put(button, "live", look, role="muted", on="accent")
    assert theme.DARK.muted.lower() in _inks(button, QIcon.State.Off)
    look.wear(theme.LIGHT)
    assert theme.LIGHT.muted.lower() in _inks(button, QIcon.State.Off)
    assert theme.LIGHT.accent.lower() in _inks(button, QIcon.State.On)


def _inks(button: QToolButton, state: QIcon.State) -> set[str]:
    drawn = button.icon().pixmap(button.iconSize(), QIcon.Mode.Normal, state).toImage()
    pixels = ((x, y) for x in range(drawn.width()) for y in range(drawn.height()))
    return {drawn.pixelColor(x, y).name() for x, y in pixels}
