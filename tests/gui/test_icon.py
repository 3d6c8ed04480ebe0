"""The program has a face of its own in the task bar."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.shipped import shipped


def test_the_icon_comes_with_the_program_and_can_be_drawn(qtbot: QtBot) -> None:
    icon = QIcon(str(shipped("resources/icons", "omnisight.svg")))
    assert not icon.pixmap(64, 64).isNull()
