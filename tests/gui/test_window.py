"""The window: panels by keys, a word to the person in front, another language at once, its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.gui import everywhere, theme, tongue
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.appearance import Appearance, words_of
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.shelf import PANELS
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.viewmodels.watching import Watching
from omnisight_desktop.gui.widgets.statusline import StatusLine
from omnisight_desktop.gui.widgets.toast import Toast
from omnisight_desktop.gui.window import Window

PATIENCE_MS = 60_000


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[Window]:
    desk = replace(desk, house=replace(desk.house, clock=SystemClock()))
    status = StatusViewModel(desk.house, desk.live)
    watching = Watching(desk)

    def more() -> list[Action]:
        return [*everywhere.pauses(watching), *everywhere.armings(watching)]

    window = Window(Look(theme.DARK), desk.memory)
    window.furnish(desk, status, more)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield window
    status.close()
    window.close()
    tongue.speak(None)


def titles(window: Window) -> list[str]:
    style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    tabs = [b for b in window.findChildren(QToolButton) if b.toolButtonStyle() == style]
    return [tab.text() for tab in tabs if tab.isVisible()]


def shown(window: Window) -> list[str]:
    return [toast.words for toast in window.findChildren(Toast) if toast.isVisible()]


def test_keys_go_from_panel_to_panel_and_the_last_one_is_remembered(
    window: Window, desk: Desk
) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert desk.memory.value("window/panel") == PANELS[1].name
    window.go("nowhere")  # a panel that is not there is none to go to
    assert desk.memory.value("window/panel") == PANELS[1].name
    window.go("live")
    assert "live.boxes" in [action.name for action in window.actions_here.all()]


def test_the_keyboard_is_led_into_the_panel(window: Window) -> None:
    window.go("live")
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_T)
    assert window.findChild(StatusLine) is not None


def test_another_language_holds_for_everything_at_once(window: Window) -> None:
    assert "Cameras" in titles(window)
    tongue.speak(words_of("de"))
    window.speak_anew()
    QApplication.processEvents()
    assert "Kameras" in titles(window)
    assert "Cameras" not in titles(window)
    assert "Heute" in [label.text() for label in window.findChildren(QLabel)]
    names = [action.name for action in window.actions_here.all()]
    assert len(names) == len(set(names))  # the keys of before are forgotten


def test_a_part_of_the_status_line_leads_to_where_more_is(window: Window, desk: Desk) -> None:
    lead = window.findChild(StatusLine)
    assert isinstance(lead, StatusLine)
    (first, *_) = lead.findChildren(QPushButton)
    first.click()
    assert len(shown(window)) == 1


def test_what_the_house_says_is_said_in_the_windows_language(window: Window) -> None:
    tongue.speak(words_of("de"))
    window.say("The camera ended the stream.")
    assert shown(window) == ["Die Kamera hat den Stream beendet."]


def test_a_word_goes_to_the_desktop_too_while_the_window_is_elsewhere(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    window.also_say = lambda words, _: told.append(words)
    monkeypatch.setattr(Window, "isActiveWindow", lambda _: True)
    window.say("seen by who sits there")
    monkeypatch.setattr(Window, "isActiveWindow", lambda _: False)
    window.offer("Yard is offline.", "Show", lambda: None)
    assert told == ["Yard is offline."]


def test_closing_it_waits_in_the_tray_or_ends_the_program(window: Window, qtbot: QtBot) -> None:
    window.waits_in_tray = lambda: True
    with qtbot.assertNotEmitted(window.closed):
        window.close()
    assert window.isHidden()
    window.come_forward()
    assert window.isVisible()
    window.waits_in_tray = lambda: False
    with qtbot.waitSignal(window.closed):
        window.close()


def test_it_comes_back_where_it_stood(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.resize(1100, 700)  # wider than the screen that nobody looks at
    window.close()
    again = Window(Look(theme.DARK), desk.memory)
    qtbot.addWidget(again)
    assert again.height() == 700


def test_watching_is_paused_and_gone_on_with_from_the_rail(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    def entries() -> dict[str, bool]:
        menu = next(m for m in window.findChildren(QMenu) if m.actions())
        menu.aboutToShow.emit()
        return {entry.text(): entry.isEnabled() for entry in menu.actions()}

    def choose(words: str) -> None:
        menu = next(m for m in window.findChildren(QMenu) if m.actions())
        next(entry for entry in menu.actions() if entry.text() == words).trigger()

    assert entries()["Pause for an hour"]
    assert not entries()["Watch again"]
    live = desk.live
    choose("Pause for an hour")
    qtbot.waitUntil(lambda: live.paused is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: entries()["Watch again"], timeout=PATIENCE_MS)
    choose("Watch again")
    qtbot.waitUntil(lambda: live.paused is None, timeout=PATIENCE_MS)
    arming = desk.house.arming
    choose("Disarm: tell nobody")
    qtbot.waitUntil(lambda: not arming.armed, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: entries()["Arm: tell people again"], timeout=PATIENCE_MS)
    choose("Arm: tell people again")
    qtbot.waitUntil(lambda: arming.armed, timeout=PATIENCE_MS)


def test_every_part_of_the_status_line_shows_where_more_is(window: Window) -> None:
    line = window.findChild(StatusLine)
    assert isinstance(line, StatusLine)
    for part in [b for b in line.findChildren(QPushButton) if not b.isHidden()]:
        before = len(window.findChildren(Toast))
        part.click()
        newest = window.findChildren(Toast)[before:]
        if newest:
            verbs = [b.text() for toast in newest for b in toast.findChildren(QPushButton)]
            assert "Show" in verbs, part.text()


def test_every_action_has_a_key_of_its_own(window: Window, desk: Desk, qapp: QApplication) -> None:
    ops = Ops()
    appearance = Appearance(qapp, desk.house.settings.interface, desk.house.paths, ops)
    try:
        for entry in PANELS:
            window.go(entry.name)
            actions = [*window.actions_here.all(), *everywhere.looks(appearance)]
            without = [action.name for action in actions if not action.keys]
            assert without == [], entry.name
            keys = [action.keys for action in actions]
            assert sorted(keys) == sorted(set(keys)), entry.name
            # With these Linux leaves the desktop for a text console.
            assert not [one for one in keys if "Ctrl+Alt+F" in one]
    finally:
        appearance.close()
        ops.close()
