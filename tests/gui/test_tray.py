"""The tray's menu pauses and goes on, and says what is possible just now."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui import theme
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.application import say_outside
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tray import Tray
from tests.fakes.desktop import desktop


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def tray(qtbot: QtBot, asked: list[str]) -> Tray:
    return Tray(Look(theme.DARK), lambda: asked.append("come"), lambda: asked.append("leave"))


def test_pausing_is_offered_while_it_watches_and_going_on_while_it_does_not(
    tray: Tray, asked: list[str]
) -> None:
    actions = [
        Action("pause.hour", "Pause for an hour", lambda: asked.append("pause")),
        Action("pause.end", "Watch again", lambda: asked.append("resume")),
    ]

    def possible() -> list[str]:
        return [a.text() for a in tray.menu.actions() if a.isEnabled() and a.text()]

    tray.offer(actions, lambda action: action.name != "pause.end")
    assert possible() == ["Open OmniSight", "Pause for an hour", "Quit OmniSight"]
    tray.offer(actions, lambda action: action.name == "pause.end")
    assert possible() == ["Open OmniSight", "Watch again", "Quit OmniSight"]
    for entry in tray.menu.actions():
        entry.trigger()
    assert asked == ["come", "resume", "leave"]


def test_trouble_shows_on_the_icon(tray: Tray) -> None:
    def corner() -> str:
        picture = tray._icon.icon().pixmap(64, 64).toImage()
        return picture.pixelColor(51, 51).name()

    calm = corner()
    tray.show_state("Yard offline", "failed")
    assert corner() == theme.DARK.failed.lower() != calm
    assert tray._icon.toolTip() == "Yard offline"
    tray.show_state("all well", "good")
    assert corner() == calm


def test_a_click_on_a_word_opens_the_window_and_answers_once(
    tray: Tray, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tray, "there", True)
    monkeypatch.setattr("omnisight_desktop.gui.tray.QSystemTrayIcon.supportsMessages", lambda: True)
    tray.tell("Yard is offline.", lambda: asked.append("show"))
    tray._icon.messageClicked.emit()
    tray._icon.messageClicked.emit()
    assert asked == ["come", "show", "come"]


@pytest.mark.skipif(sys.platform != "linux", reason="desktops elsewhere have no D-Bus")
def test_a_desktop_without_a_place_for_the_icon_shows_words_all_the_same(
    tray: Tray, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ops = Ops()
    assert not tray.there
    with desktop() as shown:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", shown.address)
        say_outside(tray, ops, "Yard is offline.", None)
        qtbot.waitUntil(lambda: len(shown.shown) == 1, timeout=10_000)
    assert shown.shown[0][3:5] == ("OmniSight", "Yard is offline.")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    say_outside(tray, ops, "Yard is back.", None)
    qtbot.waitUntil(lambda: not ops._waiting, timeout=10_000)  # nobody there is no trouble
    ops.close()
