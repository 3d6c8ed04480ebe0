"""Theme, accent and language follow the settings at once, whoever writes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Interface
from omnisight_desktop.gui import tongue
from omnisight_desktop.gui.appearance import Appearance
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.services.settings import Preferences

PATIENCE_MS = 10_000


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path).make()


@pytest.fixture
def appearance(qapp: QApplication, paths: Paths) -> Iterator[Appearance]:
    ops = Ops()
    made = Appearance(qapp, Interface(theme="dark", language="en"), paths, ops)
    yield made
    made.set("language", "en")
    made.close()
    ops.close()
    tongue.speak(None)
    QLocale.setDefault(QLocale.system())


def test_a_choice_holds_at_once_and_is_written(
    qtbot: QtBot, qapp: QApplication, paths: Paths, appearance: Appearance
) -> None:
    appearance.set("theme", "light")
    assert not appearance.look.tokens.dark
    assert appearance.look.tokens.canvas in qapp.styleSheet()
    appearance.set("accent", "violet")
    assert appearance.look.tokens.accent == "#6D28D9"

    def written() -> bool:
        now = load(paths).interface
        return (now.theme, now.accent) == ("light", "violet")

    qtbot.waitUntil(written, timeout=PATIENCE_MS)


def test_what_somebody_else_writes_is_taken_up(
    qtbot: QtBot, paths: Paths, appearance: Appearance
) -> None:
    qtbot.waitUntil(lambda: appearance._told is not None, timeout=PATIENCE_MS)
    Preferences(paths).set("interface.accent", "blue")
    qtbot.waitUntil(lambda: appearance.look.tokens.accent == "#60A5FA", timeout=PATIENCE_MS)
    assert appearance.look.tokens.dark  # a flag said so, and the file does not speak of it
    Preferences(paths).set("interface.accent", "pink")
    qtbot.waitUntil(lambda: appearance.look.tokens.accent == "#F472B6", timeout=PATIENCE_MS)


def test_another_language_is_spoken_at_once_by_qt_too(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance
) -> None:
    with qtbot.waitSignal(appearance.language_changed, timeout=PATIENCE_MS):
        appearance.set("language", "de")
    assert tongue.tr("Watch again") == "Weiter beobachten"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    assert QLocale().decimalPoint() == ","
