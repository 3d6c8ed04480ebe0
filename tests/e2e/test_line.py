"""A camera comes in over the network, a line is drawn on its picture, and who goes over it is counted.

The window is the real one over the real walk, used by its buttons, the mouse and the keyboard; the
camera is a real RTSP server that shows somebody who crosses a yard.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from omnisight_desktop.app.build import owned
from omnisight_desktop.app.run import follower, watching
from omnisight_desktop.capture.demo import scene_at
from omnisight_desktop.config.load import forget_foreign_qt
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.config.sections import Detection
from omnisight_desktop.core.event import EventType
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.panels.cameras import CamerasPanel
from omnisight_desktop.gui.panels.rules import RulesPanel
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.widgets.rule_card import LineCard
from omnisight_desktop.gui.window import Window
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter
from omnisight_desktop.storage.owner import own
from tests.broom import by_hand
from tests.fakes.keyrings import NoKeyring, using
from tests.fakes.redaction import knowing_no_secret
from tests.fakes.rtsp import RtspServer, Served, need_server

forget_foreign_qt()  # importing the pipeline imported OpenCV, which points Qt to its own plug-ins

PATIENCE_MS = 90_000
FPS, WIDTH, HEIGHT = 8, 640, 360
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module", autouse=True)
def _swept() -> Iterator[None]:
    with by_hand():
        yield


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody crosses the yard from right to left, and then there is nobody for a while."""
    need_server()
    file = tmp_path_factory.mktemp("film") / "yard.i420"
    with file.open("wb") as out:
        for number in range(8 * FPS):
            at_s = 21.0 + number / FPS if number < 5 * FPS else 0.2
            picture = cv2.resize(scene_at(at_s), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
            out.write(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2YUV_I420)).tobytes())
    return file


@pytest.fixture
def served(film: Path) -> Iterator[RtspServer]:
    told = Served(WIDTH, HEIGHT, FPS, FPS, frames=film, plain=True, user="me", password="let me in")
    with RtspServer(told) as server:
        yield server


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    paths = Paths(tmp_path).make()
    # Without weights each look is dear; a few a second are enough for who walks.
    settings = Settings(detection=Detection(fps=3.0, most_fps=4.0))
    with (
        using(NoKeyring()),
        knowing_no_secret(),
        own(paths.root),
        owned(paths, settings) as house,
    ):
        yield house


@pytest.fixture
def window(house: House, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """The program's window over its own walk."""
    with watching(house, ()) as live:
        house.cameras.when_changed(follower(house, live, stands_in=True))
        ops, bridge = Ops(), Bridge(house.bus)
        memory = QSettings(str(house.paths.root / "window.ini"), QSettings.Format.IniFormat)
        window = Window(Look(theme.DARK), memory)
        status = StatusViewModel(house, live, ops)
        window.furnish(
            Desk(house, live, ops, bridge, memory, window.say, window.go, window.offer), status
        )
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        yield window
        window.close()
        for part in (status, bridge, ops):
            part.close()


def press(page: QWidget, words: str) -> None:
    """Press the button that says so."""
    found = [b for b in page.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    assert found, f"there is no button '{words}'"
    QTest.mouseClick(found[0], LEFT)


def test_a_camera_is_added_over_rtsp_a_line_is_drawn_and_somebody_is_counted(
    window: Window, house: House, served: RtspServer, qtbot: QtBot
) -> None:
    window.go("cameras")
    panel = window.findChild(CamerasPanel)
    assert panel is not None
    _add(panel, served, qtbot)
    _draw(panel, qtbot)
    window.go("rules")
    rules = window.findChild(RulesPanel)
    assert rules is not None
    _rule(rules, qtbot)

    def events() -> int:
        return house.events.count(EventFilter(types=(EventType.RULE,)))

    qtbot.waitUntil(lambda: events() > 0, timeout=PATIENCE_MS)
    first = house.events.first(EventFilter(types=(EventType.RULE,)))
    assert first is not None
    assert (first.camera, first.zone, first.label) == ("gate", "Doorstep", "person")

    def counted() -> bool:
        cards = rules.findChildren(LineCard)
        return any("1 out" in card.accessibleName() for card in cards)

    qtbot.waitUntil(counted, timeout=PATIENCE_MS)


def _add(panel: CamerasPanel, served: RtspServer, qtbot: QtBot) -> None:
    press(panel, "Add a camera")
    press(panel, "Address")
    for name, text in (
        ("Address", served.address()),
        ("User name", "me"),
        ("Password", "let me in"),
        ("Name", "Gate"),
    ):
        lines = [w for w in panel._add.findChildren(QWidget) if w.accessibleName() == name]
        QTest.keyClicks(next(w for w in lines if w.isVisible()), text)
    press(panel, "Test")
    adding = panel._model.adding
    qtbot.waitUntil(lambda: adding.trial is not None, timeout=PATIENCE_MS)
    assert adding.trial is not None
    assert adding.trial.ok, adding.trial.words
    assert "640 × 360 H264" in adding.trial.words
    press(panel, "Add camera")
    qtbot.waitUntil(lambda: panel._one.board.has_picture, timeout=PATIENCE_MS)


def _draw(panel: CamerasPanel, qtbot: QtBot) -> None:
    one, board = panel._model.one, panel._one.board
    press(panel, "Line")
    for point in ((0.5, 0.98), (0.5, 0.02)):
        QTest.mouseClick(board, LEFT, pos=board.place_of(point).toPoint())
    QTest.keyClick(board, Qt.Key.Key_Return)
    one.drawing.rename(0, "Doorstep")
    with qtbot.waitSignal(one.saved, timeout=PATIENCE_MS):
        press(panel, "Save")


def _rule(rules: RulesPanel, qtbot: QtBot) -> None:
    model = rules._model
    qtbot.waitUntil(lambda: model.has_cameras, timeout=PATIENCE_MS)
    press(rules, "Count who goes over a line")
    assert model.draft is not None
    assert model.draft.camera == "gate"
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        press(rules, "Save")
    qtbot.waitUntil(lambda: len(model.rows) == 1, timeout=PATIENCE_MS)
    assert model.rows[0].words == "When a person crosses Doorstep either way."
