"""The review panel with real widgets: what is seen, and what keys and clicks do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.gesture import Joint
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.action import Actions
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.review import ReviewPanel
from omnisight_desktop.gui.speaker import Speaker
from omnisight_desktop.gui.viewmodels.review import ReviewViewModel
from omnisight_desktop.gui.viewmodels.wanted import Facet
from omnisight_desktop.gui.widgets.exportsheet import ExportSheet
from omnisight_desktop.gui.widgets.glimpse import Glimpse
from omnisight_desktop.gui.widgets.screen import BODIES, OVERLAYS, Screen
from omnisight_desktop.gui.widgets.storylist import StoryView
from omnisight_desktop.gui.widgets.timeline import GUTTER, Timeline
from omnisight_desktop.gui.widgets.transport import Transport
from omnisight_desktop.services.house import House
from omnisight_desktop.services.timeline import Timeline as Lanes
from tests.gui.conftest import Told
from tests.home import NOON

PATIENCE_MS = 15_000
Key = Qt.Key


@pytest.fixture
def model(desk: Desk, qtbot: QtBot) -> ReviewViewModel:
    return ReviewViewModel(desk)


@pytest.fixture
def panel(model: ReviewViewModel, qapp: QApplication, qtbot: QtBot) -> Iterator[ReviewPanel]:
    theme.apply(qapp, theme.DARK)
    panel, actions = ReviewPanel(model, Look(theme.DARK)), Actions()
    actions.bring(panel, panel.actions_here())
    qtbot.addWidget(panel)
    panel.resize(1208, 760)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(lambda: len(model.stories.entries) == 3, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: model.lanes.drawn is not None, timeout=PATIENCE_MS)
    yield panel
    panel.close_down()
    qapp.setStyleSheet("")


def press(panel: ReviewPanel, qtbot: QtBot, key: Qt.Key) -> None:
    stories = panel.findChild(StoryView)
    assert stories is not None
    stories.setFocus()
    QTest.keyClick(stories, key)


def words(panel: ReviewPanel) -> set[str]:
    return {label.text() for label in panel.findChildren(QLabel) if label.isVisible()}


def test_the_newest_story_is_seen_at_once(panel: ReviewPanel, qtbot: QtBot) -> None:
    def painted() -> bool:
        screen = panel.findChild(Screen)
        return screen is not None and screen.has_picture

    qtbot.waitUntil(painted, timeout=PATIENCE_MS)
    screen = panel.findChild(Screen)
    assert screen is not None
    assert screen.accessibleName() == "Yard"
    shown = screen.grab().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) != QColor(theme.DARK.surface)


def test_skeletons_are_painted_and_can_be_switched_off(qtbot: QtBot) -> None:
    screen = Screen("Yard", Look(theme.DARK))
    qtbot.addWidget(screen)
    screen.resize(640, 360)
    body = np.zeros((33, 3), np.float32)
    body[:, 2] = 1
    body[Joint.LEFT_ELBOW, :2] = body[Joint.LEFT_SHOULDER, :2] = 0.25, 0.25
    body[Joint.LEFT_WRIST, :2] = 0.75, 0.25

    def middle() -> str:
        return screen.grab().toImage().pixelColor(320, 90).name()

    black = np.zeros((360, 640, 3), np.uint8)
    screen.show_picture(1, black, ((), (body,)), "")
    assert middle() == QColor(theme.DARK.accent).name()
    screen.show_overlays(OVERLAYS - {BODIES})
    assert middle() == "#000000"


def test_the_layers_of_the_transport_reach_every_screen(panel: ReviewPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.findChild(Screen) is not None, timeout=PATIENCE_MS)
    screen, transport = panel.findChild(Screen), panel.findChild(Transport)
    assert screen is not None
    assert transport is not None
    transport.bodies.setChecked(False)
    assert screen._overlays == OVERLAYS - {BODIES}


def test_keys_do_what_editors_do(panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot) -> None:
    playing = model.playing
    press(panel, qtbot, Key.Key_Left)
    assert model.chosen == "E1"
    press(panel, qtbot, Key.Key_K)
    assert playing.speed == 0
    press(panel, qtbot, Key.Key_L)
    press(panel, qtbot, Key.Key_L)
    assert playing.speed == 2
    press(panel, qtbot, Key.Key_J)
    assert playing.speed == -1
    press(panel, qtbot, Key.Key_Space)
    assert playing.speed == 0
    press(panel, qtbot, Key.Key_I)
    playing.skip(1)
    press(panel, qtbot, Key.Key_O)
    assert playing.marks.stretch is not None
    press(panel, qtbot, Key.Key_R)
    entry = model.stories.entry("E1")
    assert entry is not None
    assert entry.reviewed
    press(panel, qtbot, Key.Key_E)
    assert model.export.plan.cameras == ("porch",)
    sheet = panel.findChild(ExportSheet)
    assert sheet is not None
    assert sheet.isVisible()
    press(panel, qtbot, Key.Key_Escape)
    assert not sheet.isVisible()


def test_comma_and_dot_go_by_single_pictures(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    model.choose("E1", play=False)
    model.playing.seek(NOON.timestamp() + 1)

    def stands_at(second: float) -> bool:
        course = model.playing._player.course
        return not course.step and abs(course.at_s - NOON.timestamp() - second) < 0.01

    def shown() -> bool:
        found = model.playing._player.shown("porch")[1]
        return found is not None and found.order == model.playing._player.course.order

    qtbot.waitUntil(shown, timeout=PATIENCE_MS)
    press(panel, qtbot, Key.Key_Period)
    qtbot.waitUntil(lambda: stands_at(1.1), timeout=PATIENCE_MS)
    press(panel, qtbot, Key.Key_Comma)
    qtbot.waitUntil(lambda: stands_at(1.0), timeout=PATIENCE_MS)


def test_letters_in_the_search_are_letters(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    search = panel._sieve.search
    search.setFocus()
    QTest.keyClicks(search, "dog rike")
    assert search.text() == "dog rike"
    search.setText("dog")
    QTest.keyClick(search, Key.Key_Return)
    qtbot.waitUntil(lambda: len(model.stories.entries) == 1, timeout=PATIENCE_MS)


def test_space_on_a_button_that_one_tabbed_to_means_that_button(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    button = panel._transport.review
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    entry = model.entry()
    assert entry is not None
    assert entry.reviewed
    assert model.playing.speed == 0


def test_a_click_on_a_story_plays_it(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    stories = panel.findChild(StoryView)
    assert stories is not None
    place = stories.visualRect(model.stories.index(1)).center()
    QTest.mouseClick(stories.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert model.chosen == "E1"
    assert model.playing.speed == 1


def test_the_timeline_takes_one_to_a_moment_of_a_camera(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    model.lanes.look(NOON.timestamp() * 1000 - 2000, NOON.timestamp() * 1000 + 8000)
    timeline = panel.findChild(Timeline)
    assert timeline is not None
    share = (timeline.width() - GUTTER) / 10
    there = QPoint(round(GUTTER + 4 * share), 26 + 18)  # two seconds after noon, on the first lane
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=there)
    assert list(model.playing.cameras) == ["porch"]
    assert model.playing.at_s == pytest.approx(NOON.timestamp() + 2, abs=0.05)
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(40, 26 + 36 + 18))
    assert list(model.playing.cameras) == ["porch", "yard"]
    assert {screen.accessibleName() for screen in panel.findChildren(Screen)} >= {"Porch", "Yard"}


def test_the_pointer_on_the_timeline_shows_what_was_there(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    model.lanes.look(NOON.timestamp() * 1000 - 2000, NOON.timestamp() * 1000 + 18_000)
    timeline, glimpse = panel.findChild(Timeline), panel.findChild(Glimpse)
    assert timeline is not None
    assert glimpse is not None
    timeline.hovered.emit("porch", NOON.timestamp() * 1000 + 1000, 300.0)
    qtbot.waitUntil(lambda: glimpse._image is not None, timeout=PATIENCE_MS)
    assert glimpse.isVisible()
    timeline.hovered.emit("yard", NOON.timestamp() * 1000 + 9000, 500.0)
    assert glimpse._words.endswith("· Unplugged")
    timeline.hovered.emit("", -1.0, 0.0)
    assert not glimpse.isVisible()


def test_chips_come_and_go(panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot) -> None:
    model.narrow(Facet.LABEL, "car")
    chip = next(b for b in panel.findChildren(QPushButton) if b.property("role") == "chip")
    assert (chip.text(), chip.accessibleName()) == ("Car", "Remove filter Car")
    chip.click()
    assert not model.wanted.narrows


def test_the_menu_offers_what_there_is(panel: ReviewPanel, model: ReviewViewModel) -> None:
    groups = {group.words: [words for _, words in group.choices] for group in panel._groups()}
    assert groups["Camera"] == ["Porch", "Yard"]
    assert groups["Person"] == ["Anna"]
    assert groups["What was seen"] == ["Car", "Person"]
    assert "Today" in groups["Time"]


def test_an_export_from_the_sheet_lies_where_it_says(
    panel: ReviewPanel, model: ReviewViewModel, tmp_path: Path, qtbot: QtBot
) -> None:
    model.choose("E1", play=False)
    model.playing.mark_stretch(NOON.timestamp(), NOON.timestamp() + 2)
    press(panel, qtbot, Key.Key_E)
    sheet = panel._sheet
    sheet._change(folder=tmp_path / "films")
    qtbot.waitUntil(lambda: model.export.outlook is not None, timeout=PATIENCE_MS)
    sheet._boxes.setChecked(True)
    assert model.export.plan.boxes
    sheet._start.click()
    qtbot.waitUntil(lambda: sheet._open.isVisible(), timeout=PATIENCE_MS)
    (film,) = (tmp_path / "films").iterdir()
    assert film.suffix == ".mp4"
    assert any(str(film) in said for said in words(panel))


def test_a_sheet_of_pictures_and_back(panel: ReviewPanel, qtbot: QtBot) -> None:
    stories = panel.findChild(StoryView)
    assert stories is not None
    press(panel, qtbot, Key.Key_V)
    assert stories.is_sheet
    model = stories.model()
    first, second = (stories.visualRect(model.index(row, 0)) for row in (0, 1))
    assert first.top() == second.top()
    assert not first.intersects(second)
    press(panel, qtbot, Key.Key_V)
    assert not stories.is_sheet


def test_nobody_works_while_the_panel_is_not_seen(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    model.choose("E1")
    panel.hide()
    assert model.playing.speed == 0
    assert not panel._ticking.isActive()


def test_everything_that_can_be_pressed_has_a_name_and_is_large_enough(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    model.narrow(Facet.LABEL, "car")
    for button in panel.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        assert button.accessibleName() or button.text(), button
        assert button.height() >= 30, (button.text(), button.accessibleName())


def test_an_empty_list_says_what_will_be_here(
    panel: ReviewPanel, model: ReviewViewModel, house: House, qtbot: QtBot
) -> None:
    house.keeper.erase("event", ["E1", "E2", "E3", "E4"])
    model.narrow(Facet.CAMERA, "yard")
    qtbot.waitUntil(
        lambda: (
            "Nothing fits all of these filters." in words(panel)
            or any(said.startswith("Nothing has happened yet") for said in words(panel))
        ),
        timeout=PATIENCE_MS,
    )


def test_sound_that_cannot_be_played_is_told_once_and_pictures_go_on(
    panel: ReviewPanel,
    model: ReviewViewModel,
    told: Told,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(Speaker, "start", lambda _: "There is nothing here to play it with.")
    model.choose("E1")
    press(panel, qtbot, Key.Key_M)
    qtbot.waitUntil(lambda: bool(told.said), timeout=PATIENCE_MS)
    assert told.said == ["There is nothing here to play it with."]
    assert not model.playing.heard
    assert not panel._transport.sound.isChecked()
    assert model.playing.speed == 1


def test_what_plays_reaches_the_loudspeakers(
    panel: ReviewPanel, model: ReviewViewModel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    reached: list[bytes] = []
    monkeypatch.setattr(Speaker, "start", lambda _: "")
    monkeypatch.setattr(Speaker, "on", True)
    monkeypatch.setattr(Speaker, "room", lambda _: 4800)
    monkeypatch.setattr(Speaker, "put", lambda _, sound: reached.append(sound))
    model.playing.hear(True)
    model.playing.show(["porch"], NOON.timestamp(), play=True)
    qtbot.waitUntil(lambda: sum(map(len, reached)) > 9600, timeout=PATIENCE_MS)
    assert any(reached)
    model.playing.hear(False)


def test_ten_seconds_on_take_the_timeline_along_while_nothing_plays(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    assert not model.playing.speed
    at_ms = model.playing.at_s * 1000
    model.lanes.look(at_ms - 2_000, at_ms + 2_000)
    stories = panel.findChild(StoryView)
    assert stories is not None
    stories.setFocus()
    QTest.keyClick(stories, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert model.playing.at_s * 1000 == pytest.approx(at_ms + 10_000, abs=100)
    assert model.lanes.since_ms < model.playing.at_s * 1000 < model.lanes.until_ms


def test_a_timeline_that_cannot_be_read_says_so(
    panel: ReviewPanel, model: ReviewViewModel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def locked(*_: object) -> None:
        raise StorageError("The database is locked.")

    with monkeypatch.context() as patch:
        patch.setattr(Lanes, "lanes", locked)
        model.lanes.load()
        qtbot.waitUntil(
            lambda: any("The database is locked." in said for said in words(panel)),
            timeout=PATIENCE_MS,
        )
    model.lanes.load()
    qtbot.waitUntil(
        lambda: not any("The database is locked." in said for said in words(panel)),
        timeout=PATIENCE_MS,
    )


def test_the_export_sheet_keeps_the_keyboard_where_it_is(
    panel: ReviewPanel, model: ReviewViewModel, qtbot: QtBot
) -> None:
    model.plan_export()
    qtbot.waitUntil(lambda: model.export.outlook is not None, timeout=PATIENCE_MS)
    sheet = panel.findChild(ExportSheet)
    assert sheet is not None
    boxes = [box for box in sheet.findChildren(QCheckBox) if box.text().startswith("Porch")]
    (porch,) = boxes
    porch.setFocus()
    QTest.keyClick(porch, Key.Key_Space)
    qtbot.waitUntil(lambda: "porch" in model.export.plan.cameras, timeout=PATIENCE_MS)
    model.export.changed.emit()  # as each step of an export that runs does
    assert QApplication.focusWidget() is porch
    QTest.keyClick(porch, Key.Key_Space)
    assert "porch" not in model.export.plan.cameras
