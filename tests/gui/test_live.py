"""The window shows real people, in boxes, and tells the day's stories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.event import EventType
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.live import LivePanel
from omnisight_desktop.gui.viewmodels.day import Day
from omnisight_desktop.gui.viewmodels.live import LiveViewModel
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.viewmodels.tiles import Overlay
from omnisight_desktop.gui.widgets.story import StoryCard
from omnisight_desktop.gui.widgets.tile import Tile
from omnisight_desktop.gui.window import Window
from omnisight_desktop.rules.drawn import Zone
from omnisight_desktop.rules.rule import Rulebook
from omnisight_desktop.services.live import Live
from tests.gui.conftest import Quiet, Told, Watched
from tests.home import NOON, event

PATIENCE_MS = 60_000
ROOM = (640, 360)


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
        picture = model.picture("demo", -1, ROOM)
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
    qtbot.waitUntil(lambda: model.picture("demo", -1, ROOM) is not None, timeout=PATIENCE_MS)
    picture = model.picture("demo", -1, ROOM)
    assert picture is not None
    newer = model.picture("demo", picture.serial, ROOM)
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
    button = card.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    button.click()
    qtbot.waitUntil(target.is_file, timeout=PATIENCE_MS)
    assert target.read_bytes() == b"film"


def test_an_empty_day_says_what_will_be_here(window: Window) -> None:
    words = [label.text() for label in window.findChildren(QLabel)]
    assert any(text.startswith("Nothing yet today") for text in words)


def test_what_was_heard_is_shown_as_it_is_and_not_as_a_page(qtbot: QtBot) -> None:
    card = StoryCard(
        Look(theme.DARK), "<i>A</i>", "Porch", "noon", ("<img src='http://127.0.0.1/x.png'>",), None
    )
    qtbot.addWidget(card)
    labels = card.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert "<img src='http://127.0.0.1/x.png'>" in [label.text() for label in labels]
    assert card.accessibleName() == "<i>A</i>, Porch"


def _hours(minutes_ago: float) -> str:
    return f"{(NOON - timedelta(minutes=minutes_ago)).astimezone():%H:%M}"


def _cards(window: Window) -> int:
    return len(window.findChildren(StoryCard))


def test_overlays_are_switched_by_keys_and_remembered(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    panel = front(window)
    panel.setFocus()
    shown = {button.accessibleName(): button for button in panel.findChildren(QToolButton)}
    assert shown["Boxes"].isChecked()
    assert not shown["Trails"].isChecked()
    focus_tile(window, qtbot)
    press(window, Qt.Key.Key_B)
    press(window, Qt.Key.Key_T)
    assert not shown["Boxes"].isChecked()
    assert shown["Trails"].isChecked()
    assert Overlay.TRAILS in LiveViewModel(desk).overlays
    assert Overlay.BOXES not in LiveViewModel(desk).overlays


def test_cameras_keep_the_order_that_somebody_gave_them(
    demo: Watched, desk: Desk, qtbot: QtBot
) -> None:
    for name in ("Porch", "Yard"):
        demo.live.watch(demo.house.cameras.remember("demo:", name))
    model = LiveViewModel(desk)
    model.refresh()
    assert [tile.camera.id for tile in model.tiles] == ["demo", "porch", "yard"]
    model.move("yard", "demo")
    assert [tile.camera.id for tile in model.tiles] == ["yard", "demo", "porch"]
    again = LiveViewModel(desk)
    again.refresh()
    assert [tile.camera.id for tile in again.tiles] == ["yard", "demo", "porch"]
    again.move("yard", "nobody")
    assert [tile.camera.id for tile in again.tiles] == ["yard", "demo", "porch"]


def test_a_snapshot_is_kept_as_a_file_that_is_named_after_camera_and_time(
    demo: Watched, told: Told, model: LiveViewModel, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: model.picture("demo", -1, ROOM) is not None, timeout=PATIENCE_MS)
    model.snapshot("demo")
    first = model.picture("demo", -1, ROOM)
    assert first is not None
    qtbot.waitUntil(lambda: model.picture("demo", first.serial, ROOM) is not None)
    model.snapshot("demo")
    folder = demo.house.paths.exports
    qtbot.waitUntil(lambda: len(list(folder.glob("*.jpg"))) == 2, timeout=PATIENCE_MS)
    for file in folder.glob("*.jpg"):
        assert file.name.startswith("Demo ")
        assert QImage(str(file)).width() == 768
    qtbot.waitUntil(lambda: len(told.offered) == 2, timeout=PATIENCE_MS)
    assert told.offered[0][1] == "Open"


def test_what_somebody_records_becomes_a_clip_with_its_story(
    demo: Watched, told: Told, model: LiveViewModel, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: model.picture("demo", -1, ROOM) is not None, timeout=PATIENCE_MS)
    model.refresh()
    model.record("demo")
    qtbot.waitUntil(lambda: bool(model.tiles[0].recording), timeout=PATIENCE_MS)
    model.record("demo")
    qtbot.waitUntil(lambda: len(told.offered) == 1, timeout=PATIENCE_MS)
    assert not model.tiles[0].recording
    told.offered[0][2]()
    (panel, event), *_ = told.gone
    assert panel == "review"

    def kinds() -> dict[str, str]:
        return {stored.id: stored.type for _, stored in demo.house.events.since(0)}

    qtbot.waitUntil(lambda: kinds().get(event) == EventType.RECORDED, timeout=PATIENCE_MS)


def test_the_last_seconds_are_shown_again_in_the_tile(model: LiveViewModel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: model.picture("demo", -1, ROOM) is not None, timeout=PATIENCE_MS)
    model.show_again("demo")
    assert (model.tiles[0].chip, model.tiles[0].again) == ("Replay", True)

    def shown() -> bool:
        picture = model.picture("demo", -1, ROOM)
        return picture is not None and picture.share is not None

    qtbot.waitUntil(shown, timeout=PATIENCE_MS)
    assert model.end_again("demo")
    assert not model.tiles[0].again
    picture = model.picture("demo", -1, ROOM)
    assert picture is not None
    assert picture.share is None
    model.close()


def test_zones_of_the_rules_lie_over_the_picture(
    demo: Watched, model: LiveViewModel, qtbot: QtBot
) -> None:
    zone = Zone("Drive", ((0.1, 0.1), (0.5, 0.1), (0.5, 0.5)))
    demo.house.rules.keep(Rulebook("demo", zones=(zone,)))
    with qtbot.waitSignal(model.overlays_changed, timeout=PATIENCE_MS):
        model.load_shapes()
    assert [shape.name for shape in model.shapes("demo")] == ["Drive"]
    model.switch(Overlay.ZONES)
    assert model.shapes("demo") == ()


def test_return_fills_the_panel_with_one_camera_and_escape_shows_all(
    demo: Watched, window: Window, qtbot: QtBot
) -> None:
    demo.live.watch(demo.house.cameras.remember("demo:", "Porch"))
    qtbot.waitUntil(lambda: len(window.findChildren(Tile)) == 2, timeout=PATIENCE_MS)
    tile = focus_tile(window, qtbot)
    press(window, Qt.Key.Key_Return)
    assert [t.isVisible() for t in window.findChildren(Tile)].count(True) == 1
    assert tile.isVisible()
    press(window, Qt.Key.Key_PageDown)
    assert not tile.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert all(t.isVisible() for t in window.findChildren(Tile))


def test_a_camera_that_was_let_go_is_watched_again_by_its_button(
    demo: Watched, window: Window, qtbot: QtBot
) -> None:
    demo.live.pause(datetime.now(UTC) + timedelta(hours=1))
    qtbot.waitUntil(lambda: "Watch again" in _buttons(window), timeout=PATIENCE_MS)
    _buttons(window)["Watch again"].click()
    qtbot.waitUntil(lambda: demo.live.paused is None, timeout=PATIENCE_MS)


def test_with_no_camera_the_first_step_is_offered(
    demo: Watched, told: Told, window: Window, qtbot: QtBot
) -> None:
    demo.live.leave("demo")
    qtbot.waitUntil(lambda: "Add a camera" in _buttons(window), timeout=PATIENCE_MS)
    _buttons(window)["Add a camera"].click()
    assert told.gone == [("cameras", "")]


def test_nothing_is_asked_for_while_another_panel_is_in_front(
    demo: Watched, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = front(window)
    panel.hide()
    monkeypatch.setattr(Live, "view", lambda *_: pytest.fail("it asked for a picture"))
    panel._pictures.timeout.emit()
    assert not panel._pictures.isActive()
    assert not panel._states.isActive()


def front(window: Window) -> LivePanel:
    panel = window.findChild(LivePanel)
    assert isinstance(panel, LivePanel)
    return panel


def focus_tile(window: Window, qtbot: QtBot) -> Tile:
    qtbot.waitUntil(lambda: window.findChild(Tile) is not None, timeout=PATIENCE_MS)
    tile = window.findChild(Tile)
    assert isinstance(tile, Tile)
    window.activateWindow()
    tile.setFocus()
    return tile


def press(window: Window, key: Qt.Key) -> None:
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def _buttons(window: Window) -> dict[str, QPushButton]:
    return {b.text(): b for b in window.findChildren(QPushButton) if b.isVisible()}


def test_a_story_shows_how_whoever_it_is_about_looked(
    demo: Watched, model: LiveViewModel, qtbot: QtBot
) -> None:
    face = QImage(64, 96, QImage.Format.Format_RGB32)
    face.fill(QColor("#336699"))
    place = demo.house.paths.media / "faces" / "T1.jpg"
    place.parent.mkdir()
    face.save(str(place))
    demo.house.keeper.commit(
        event("e1", 5, track="T1"),
        event("e2", 4),
        TrackPicture("T1", "porch", NOON, "faces/T1.jpg", "faces/T1.jpg", 100),
    )
    model.load_stories()
    qtbot.waitUntil(lambda: model.day.face("e1") is not None, timeout=PATIENCE_MS)
    assert model.day.face("e2") is None
    card = StoryCard(Look(theme.DARK), "Anna", "Porch", "noon", (), None)
    qtbot.addWidget(card)
    card.show_face(model.day.face("e1"))
    shown = card.grab().toImage()
    inks = {shown.pixelColor(x, 30).name() for x in range(shown.width())}
    assert any(ink.startswith("#33") for ink in inks)


def test_a_camera_that_is_called_otherwise_says_so_in_its_tile(
    demo: Watched, window: Window, qtbot: QtBot
) -> None:
    tile = focus_tile(window, qtbot)
    demo.live.watch(replace(demo.live.cameras()[0], name="Garden"))
    panel = front(window)
    panel._look_around()
    assert tile.accessibleName() == "Garden"


def test_a_recording_that_ends_by_itself_is_told(
    told: Told, model: LiveViewModel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = desk.house.clock.now()
    for minutes, said in ((3, 0), (10, 1)):  # the first was ended by somebody
        monkeypatch.setattr(Live, "recorded_since", _recorded(now - timedelta(minutes=minutes)))
        model.refresh()
        assert model.tiles[0].recording
        monkeypatch.setattr(Live, "recorded_since", _recorded(None))
        model.refresh()
        model.refresh()
        assert len(told.said) == said
    assert told.said == ["The recording of Demo has ended: after 10 minutes it does."]


def test_the_new_day_begins_at_midnight(quiet: Quiet, qtbot: QtBot) -> None:
    clock, day = quiet.house.clock, Day(quiet.desk)
    assert isinstance(clock, ManualClock)
    quiet.house.keeper.commit(event("e1", 30, story="e1"))
    day.load()
    qtbot.waitUntil(lambda: len(day.stories) == 1, timeout=PATIENCE_MS)
    day.look()
    assert len(day.stories) == 1
    clock.advance(86_400)
    day.look()
    qtbot.waitUntil(lambda: day.stories == [], timeout=PATIENCE_MS)


def test_a_tile_is_dragged_to_the_place_of_another_and_made_large_by_two_clicks(
    demo: Watched, window: Window, qtbot: QtBot
) -> None:
    demo.live.watch(demo.house.cameras.remember("demo:", "Porch"))
    panel = front(window)
    qtbot.waitUntil(lambda: list(panel._tiles) == ["demo", "porch"], timeout=PATIENCE_MS)
    demo_tile, porch = panel._tiles.values()
    mime = QMimeData()
    mime.setData("application/x-omnisight-camera", b"porch")
    middle = QPointF(demo_tile.rect().center())
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    over = QDragEnterEvent(middle.toPoint(), move, mime, left, none.NoModifier)
    QApplication.sendEvent(demo_tile, over)
    assert over.isAccepted()
    dropped = QDropEvent(middle, move, mime, left, none.NoModifier)
    QApplication.sendEvent(demo_tile, dropped)
    qtbot.waitUntil(lambda: list(panel._tiles) == ["porch", "demo"], timeout=PATIENCE_MS)
    QTest.mouseDClick(porch, left)
    assert panel._grid.large is porch
    assert not demo_tile.isVisible()
    QTest.mouseDClick(porch, left)
    assert panel._grid.large is None


def _recorded(since: datetime | None) -> Callable[[Live, str], datetime | None]:
    return lambda _live, _camera: since
