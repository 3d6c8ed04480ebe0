"""No text is cut and none lies over another, in any panel and language; every control has a name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from omnisight_desktop.app.run import watching
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.face import Sighting, Verdict
from omnisight_desktop.core.identity import Person
from omnisight_desktop.gui import theme, tongue
from omnisight_desktop.gui.appearance import words_of
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.dialogs.welcome import Welcome
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.panels.cameras import CamerasPanel
from omnisight_desktop.gui.panels.people import PeoplePanel
from omnisight_desktop.gui.panels.preferences import PreferencesPanel
from omnisight_desktop.gui.panels.rules import RulesPanel
from omnisight_desktop.gui.shelf import PANELS
from omnisight_desktop.gui.viewmodels.sketch import Kind
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.viewmodels.welcome import Choice, WelcomeViewModel
from omnisight_desktop.gui.window import Window
from tests.gui.walk import faults, unnamed
from tests.home import NOON, event, furnished

LANGUAGES = ["en", "de"]
PATIENCE_MS = 15_000
LAID_OUT_MS = 2_000


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    tongue.speak(words_of(request.param))
    yield request.param
    tongue.speak(None)


@pytest.fixture(scope="module")
def desk(
    language: str, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[Desk]:
    """A house with a day behind it, watching the demo and a camera that is away."""
    folder = tmp_path_factory.mktemp("house")
    theme.apply(qapp, theme.DARK)
    with furnished(folder) as still:
        house = replace(still, clock=SystemClock())
        now = house.clock.now()
        past = now - NOON
        house.keeper.commit(
            Camera("porch", "Porch", "rtsp://127.0.0.1:9/away"),
            *(
                replace(told, start=told.start + past, end=told.end and told.end + past)
                for told in (
                    event("e1", 30, camera="demo", story="e1"),
                    event("e2", 29, camera="demo", story="e1", type="left", text="left"),
                    event("e3", 15, camera="demo", label="car", end=None),
                    event("e4", 60 * 30, camera="demo", type="loud", label=None),
                )
            ),
            Person("Person_AAAAAAAA", "Anna"),
            Person("Person_BBBBBBBB", None, visitor=7),
            *(
                Sighting(
                    f"T{n}",
                    "demo",
                    now - timedelta(hours=n + 1),
                    now - timedelta(hours=n + 1),
                    Verdict.KNOWN,
                    ("Person_AAAAAAAA", "Person_BBBBBBBB")[n % 2],
                    story="e1",
                )
                for n in range(5)
            ),
        )
        memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        with watching(house, ()) as live:
            live.watch(house.cameras.remember("demo:"))
            ops, bridge = Ops(), Bridge(house.bus)
            yield Desk(house, live, ops, bridge, memory, lambda _: None, lambda *_: None)
            bridge.close()
            ops.close()


@pytest.fixture(scope="module")
def window(desk: Desk) -> Iterator[Window]:
    status = StatusViewModel(desk.house, desk.live)
    window = Window(Look(theme.DARK), desk.memory)
    window.furnish(desk, status)
    window.resize(1280, 800)
    window.show()
    yield window
    status.close()
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("panel", [entry.name for entry in PANELS])
def test_a_panel_can_be_read(window: Window, desk: Desk, qtbot: QtBot, panel: str) -> None:
    window.go(panel)
    read(window, desk, qtbot)


def test_the_page_of_a_person_and_the_sheets_over_it_can_be_read(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    window.go("people", "Person_BBBBBBBB")
    settle(window, desk, qtbot)
    panel = window._panels["people"]
    assert isinstance(panel, PeoplePanel)
    assert [str(fault) for fault in faults(window)] == []
    assert unnamed(window) == []
    panel.page.ask_same()
    for adds in (False, True):
        panel.add() if adds else panel.forget.ask_about("Person_BBBBBBBB")
        settle(window, desk, qtbot)
        assert [str(fault) for fault in faults(window)] == []
        assert unnamed(window) == []
        for overlay in (panel.forget, panel.sheet):
            overlay.leave()
    panel.show_all()


def test_the_pages_of_cameras_can_be_read(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.go("cameras", "add")
    panel = window._panels["cameras"]
    assert isinstance(panel, CamerasPanel)
    read(window, desk, qtbot)
    window.go("cameras", "demo")
    qtbot.waitUntil(lambda: panel._model.one.camera is not None, timeout=PATIENCE_MS)
    for tab in range(4):
        panel._one.show_tab(tab)
        read(window, desk, qtbot)
    panel._model.one.drawing.take_up(Kind.ZONE)
    panel._one.show_tab(0)
    read(window, desk, qtbot)
    panel.show_all()


def test_the_pages_of_rules_can_be_read(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.go("rules")
    panel = window._panels["rules"]
    assert isinstance(panel, RulesPanel)
    for sample in ("night", "line", "stay", ""):
        panel._model.begin(sample)
        read(window, desk, qtbot)
    panel._model.leave()
    panel.turn_to(1)
    channels = panel._model.channels
    channels.begin()
    for way in channels.ways:
        channels.fill(way=way.name)
        read(window, desk, qtbot)
    channels.leave()
    panel.turn_to(2)
    read(window, desk, qtbot)
    panel.turn_to(0)


def test_every_section_of_the_preferences_can_be_read(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    window.go("preferences")
    panel = window._panels["preferences"]
    assert isinstance(panel, PreferencesPanel)
    qtbot.waitUntil(lambda: panel._sections.count() > 1, timeout=PATIENCE_MS)
    for section in [page.name for page in panel._model.pages]:
        panel.open(section)
        read(window, desk, qtbot)


def test_the_first_steps_can_be_read(desk: Desk, qtbot: QtBot, language: str) -> None:
    model = WelcomeViewModel(desk)
    page = Welcome(model, Look(theme.DARK))
    qtbot.addWidget(page)
    page.resize(1280, 760)
    page.show()
    model.begin()
    model.choose(Choice.ADDRESS)
    qtbot.waitUntil(lambda: model.pulling.loaded, timeout=PATIENCE_MS)
    for step in range(3):
        model.step = step
        model.changed.emit()
        settle(page, desk, qtbot)
        assert [str(fault) for fault in faults(page)] == []
        assert unnamed(page) == []
    model.close()


def test_messages_and_the_palette_can_be_read(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.offer(tongue.tr("There is no picture to keep just now."), "Undo", lambda: None)
    window.ask()
    settle(window, desk, qtbot)
    assert [str(fault) for fault in faults(window)] == []
    assert unnamed(window) == []
    window.ask()


def read(window: Window, desk: Desk, qtbot: QtBot) -> None:
    """All of what is shown now can be read."""
    settle(window, desk, qtbot)
    with suppress(qtbot.TimeoutError):  # what has only just come is laid out in a moment
        qtbot.waitUntil(lambda: not faults(window), timeout=LAID_OUT_MS)
    assert [str(fault) for fault in faults(window)] == []
    assert unnamed(window) == []


def settle(page: QWidget, desk: Desk, qtbot: QtBot) -> None:
    """Until all that was asked for has come, and is laid out."""
    qtbot.waitUntil(lambda: not desk.ops._waiting, timeout=PATIENCE_MS)
    for _ in range(3):
        QApplication.processEvents()
    page.repaint()


class _Page(QWidget):
    """A page with whatever the test lays on it."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        for widget in widgets:
            column.addWidget(widget)


@pytest.fixture
def squeezed(qtbot: QtBot) -> QPushButton:
    button = QPushButton("Something that is far too long")
    button.setFixedWidth(60)
    return button


def test_a_cut_text_is_found(qtbot: QtBot, squeezed: QPushButton) -> None:
    label = QLabel("A sentence that goes on and on")
    label.setWordWrap(True)
    label.setFixedSize(60, 16)
    page = _Page(squeezed, label, QLabel("short"))
    qtbot.addWidget(page)
    page.show()
    found = [fault.where for fault in faults(page)]
    assert len(found) == 2
    assert "far too long" in found[1] + found[0]


def test_a_text_that_nobody_can_scroll_to_is_found(qtbot: QtBot) -> None:
    label = QLabel("wide", alignment=Qt.AlignmentFlag.AlignLeft)
    label.setFixedWidth(400)
    area = QScrollArea()
    area.setWidget(label)
    area.setFixedWidth(200)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page = _Page(area)
    qtbot.addWidget(page)
    page.show()
    (fault,) = faults(page)
    assert fault.what == "out of reach"
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    assert faults(page) == []


def test_texts_over_one_another_are_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    for place in (10, 20):
        label = QLabel("a word", page)
        label.move(place, 10)
    page.show()
    (fault,) = faults(page)
    assert fault.what == "over one another"


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    page = _Page(QPushButton(), QPushButton("Named"))
    qtbot.addWidget(page)
    page.show()
    assert len(unnamed(page)) == 1


def test_every_language_has_its_file() -> None:
    for language in LANGUAGES:
        file = words_of(language)
        assert language == "en" or (file is not None and Path(file).is_file())
