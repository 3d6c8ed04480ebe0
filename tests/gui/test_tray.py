"""The tray's menu pauses and goes on, and says what is possible just now."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui import theme
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.tray import Tray


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
