"""The window shows real people, in boxes, and tells the day's stories."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.viewmodels.live import LiveViewModel
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.widgets.story import StoryCard
from omnisight_desktop.gui.widgets.tile import Tile
from omnisight_desktop.gui.window import Window
from omnisight_desktop.services.live import Live
from tests.gui.conftest import Watched
from tests.home import NOON, event

PATIENCE_MS = 20_000


@pytest.fixture
def model(desk: Desk, qtbot: QtBot) -> LiveViewModel:
    return LiveViewModel(desk)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Window:
    window = Window(Look(theme.DARK), desk.memory)
    window.furnish(desk, StatusViewModel(desk.house, desk.live))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    return window


def test_the_demo_comes_up_and_somebody_is_found(model: LiveViewModel, qtbot: QtBot) -> None:
    def somebody() -> bool:
        model.refresh()
        picture = model.picture("demo", -1)
        return picture is not None and any(t.label == "person" for t in picture.tracks)

    qtbot.waitUntil(somebody, timeout=PATIENCE_MS)
    (tile,) = model.tiles
    assert (tile.state, tile.chip, tile.camera.name) == (CameraState.LIVE, "Live", "Demo")
    assert model.summary() == "1 of 1 up"


def test_a_camera_that_is_just_being_added_is_shown_as_coming(
    model: LiveViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Live, "statuses", lambda _: [])
    model.refresh()
    (tile,) = model.tiles
    assert (tile.camera.name, tile.state) == ("Demo", CameraState.CONNECTING)


def test_a_picture_that_was_painted_is_not_given_again(model: LiveViewModel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: model.picture("demo", -1) is not None, timeout=PATIENCE_MS)
    picture = model.picture("demo", -1)
    assert picture is not None
    newer = model.picture("demo", picture.serial)
    assert newer is None or newer.serial > picture.serial


def test_stories_are_todays_visits_newest_first(
    demo: Watched, model: LiveViewModel, qtbot: QtBot
) -> None:
    demo.house.keeper.commit(
        event("e1", 30, story="e1"),
        event("e2", 5, label="car"),
        event("e3", 60 * 40),
        event("e4", 29, story="e1", type="left", text="left to the left"),
    )
    with qtbot.waitSignal(model.stories_changed, timeout=PATIENCE_MS):
        model.load_stories()
    assert [(s.event, s.title.split(" · ")[0]) for s in model.stories] == [
        ("e2", "A car"),
        ("e1", "A person"),
    ]
    assert model.stories[0].title.endswith("30 s")
    assert model.stories[1].happenings == (f"{_hours(29)}  left to the left",)


def test_the_window_shows_live_pictures(window: Window, qtbot: QtBot) -> None:
    def painted() -> bool:
        tile = window.findChild(Tile)
        return tile is not None and tile.serial > 3

    qtbot.waitUntil(painted, timeout=PATIENCE_MS)
    tile = window.findChild(Tile)
    assert tile is not None
    shown: QImage = tile.grab().toImage()
    middle = shown.pixelColor(shown.width() // 2, shown.height() // 2)
    assert middle != QColor(theme.DARK.surface)  # a picture, not an empty tile
    qtbot.waitUntil(lambda: "Live" in tile.accessibleDescription(), timeout=PATIENCE_MS)


def test_a_story_with_a_clip_can_be_exported_from_its_card(
    demo: Watched,
    window: Window,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    film = demo.house.paths.media / "clips" / "c1.mp4"
    film.write_bytes(b"film")
    demo.house.keeper.commit(
        Clip("C1", "porch", "clips/c1.mp4", NOON, NOON, 4), event("e1", 5, clip="C1")
    )
    target = tmp_path / "copy.mp4"
    monkeypatch.setattr(
        "omnisight_desktop.gui.panels.live.QFileDialog.getSaveFileName",
        lambda *_: (str(target), ""),
    )
    qtbot.waitUntil(lambda: _cards(window) == 1, timeout=PATIENCE_MS)
    card = window.findChild(StoryCard)
    assert card is not None
    button = card.findChild(QPushButton)
    assert button is not None
    button.click()
    qtbot.waitUntil(target.is_file, timeout=PATIENCE_MS)
    assert target.read_bytes() == b"film"


def test_an_empty_day_says_what_will_be_here(window: Window) -> None:
    words = [label.text() for label in window.findChildren(QLabel)]
    assert any(text.startswith("Nothing yet today") for text in words)


def test_a_camera_that_is_gone_says_why_instead_of_an_old_picture(qtbot: QtBot) -> None:
    tile = Tile("Yard", theme.LIGHT)
    qtbot.addWidget(tile)
    tile.show_state("Offline since 14:05", "#DC2626", "The camera is off.", keep_picture=False)
    assert tile.accessibleDescription() == "Offline since 14:05. The camera is off."
    assert tile._image is None


def test_what_was_heard_is_shown_as_it_is_and_not_as_a_page(qtbot: QtBot) -> None:
    card = StoryCard("<i>A</i>", "Porch", "noon", ("<img src='http://127.0.0.1/x.png'>",), None)
    qtbot.addWidget(card)
    labels = card.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert "<img src='http://127.0.0.1/x.png'>" in [label.text() for label in labels]
    assert card.accessibleName() == "<i>A</i>, Porch"


def _hours(minutes_ago: float) -> str:
    return f"{(NOON - timedelta(minutes=minutes_ago)).astimezone():%H:%M}"


def _cards(window: Window) -> int:
    return len(window.findChildren(StoryCard))
