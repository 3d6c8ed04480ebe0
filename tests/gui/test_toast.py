"""What is said in passing comes one above the other, goes again, and may be answered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.widgets.toast import Toasts


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(1280, 800)
    place.show()
    return place


@pytest.fixture
def toasts(place: QWidget) -> Toasts:
    return Toasts(place, Look(theme.DARK))


def test_the_newest_stands_lowest_and_none_covers_another(place: QWidget, toasts: Toasts) -> None:
    for words in ("one", "two", "three", "four " * 60):
        toasts.say(words)
    assert [toast.words[:5] for toast in toasts.shown] == ["two", "three", "four "]
    spots = [toast.geometry() for toast in toasts.shown]
    assert spots[0].bottom() < spots[1].top() < spots[1].bottom() < spots[2].top()
    assert all(place.rect().contains(spot) for spot in spots)


def test_long_words_are_shown_whole(toasts: Toasts) -> None:
    toasts.say("The camera in the yard does not answer any more. " * 6, "Retry", lambda: None)
    (toast,) = toasts.shown
    label = toast.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.height() >= label.heightForWidth(label.width())


def test_the_same_words_are_not_said_twice(toasts: Toasts) -> None:
    toasts.say("Saved")
    toasts.say("Saved")
    assert len(toasts.shown) == 1


def test_an_offer_is_answered_once_and_goes(qtbot: QtBot, toasts: Toasts) -> None:
    answered: list[int] = []
    toasts.say("Rule deleted", "Undo", lambda: answered.append(1))
    toasts.focus()
    (toast,) = toasts.shown
    assert toast.button is not None
    assert toast.button.hasFocus()
    toast.button.click()
    assert answered == [1]
    assert not toasts.shown


def test_it_goes_by_itself_but_not_from_under_the_keyboard(qtbot: QtBot, toasts: Toasts) -> None:
    toasts.say("Rule deleted", "Undo", lambda: None)
    (toast,) = toasts.shown
    toasts.focus()
    toast._timer.timeout.emit()
    assert toasts.shown == (toast,)
    assert toast.button is not None
    toast.button.clearFocus()
    toast._timer.timeout.emit()
    assert not toasts.shown
