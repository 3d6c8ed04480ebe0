"""A camera that can be turned has a pad on its tile and keys in the palette; others have neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.core.ports.steering import Reach
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.viewmodels.steering import Steered
from omnisight_desktop.gui.widgets.tile import Tile
from omnisight_desktop.services.steering import Steering
from tests.fakes import axis
from tests.fakes.axis import DOME, AxisDevice
from tests.gui.conftest import Quiet
from tests.gui.test_tiles import picture, state

PATIENCE_MS = 20_000
LEFT = Qt.MouseButton.LeftButton
STOPPED = {"continuouspantiltmove": "0,0", "continuouszoommove": "0"}


@pytest.fixture
def dome() -> Iterator[AxisDevice]:
    with axis.device(moves=DOME, places=("Gate", "Yard & road")) as device:
        yield device


@pytest.fixture
def steered(quiet: Quiet, dome: AxisDevice, qtbot: QtBot) -> Iterator[Steered]:
    """Over a dome that has just come up."""
    addresses = {"yard": f"axis://{dome.host}", "demo": "demo:"}
    live = quiet.desk.live
    live.steering = Steering(lambda camera: addresses.get(camera, ""))
    steered = Steered(quiet.desk)
    with qtbot.waitSignal(steered.changed, timeout=PATIENCE_MS):
        steered.look(["yard", "demo"])
    yield steered
    live.steering.close()


@pytest.fixture
def tile(steered: Steered, qtbot: QtBot) -> Tile:
    tile = Tile("Yard", Look(theme.DARK), "yard")
    qtbot.addWidget(tile)
    tile.resize(480, 270)
    tile.show_picture(replace(picture(), size=(480, 270)))
    tile.steered.connect(lambda name: steered.move("yard", name))
    tile.sent.connect(lambda place: steered.go("yard", place))
    tile.show_state(replace(state(CameraState.LIVE), reach=steered.reach("yard")))
    tile.show()
    tile.setFocus()
    return tile


def button(tile: Tile, name: str) -> QToolButton:
    found = [b for b in tile.findChildren(QToolButton) if b.accessibleName() == name]
    assert found, f"there is no button '{name}'"
    return found[0]


def test_each_camera_is_asked_once_what_it_can_do(steered: Steered, dome: AxisDevice) -> None:
    assert steered.reach("yard") == Reach(turns=True, zooms=True, places=("Gate", "Yard & road"))
    assert not steered.reach("demo")
    asked = len(dome.asked)
    steered.look(["yard", "demo"])
    assert len(dome.asked) == asked
    steered.look([])
    assert not steered.any()


def test_a_button_that_is_held_turns_the_camera_until_it_is_let_go(
    tile: Tile, dome: AxisDevice, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: button(tile, "Turn the camera left").isVisible(), timeout=PATIENCE_MS)
    left = button(tile, "Turn the camera left")
    QTest.mousePress(left, LEFT)
    qtbot.waitUntil(lambda: len(dome.steered) == 1, timeout=PATIENCE_MS)
    QTest.mouseRelease(left, LEFT)
    qtbot.waitUntil(lambda: len(dome.steered) == 2, timeout=PATIENCE_MS)
    assert dome.steered == [
        {"continuouspantiltmove": "-50,0", "continuouszoommove": "0"},
        STOPPED,
    ]


def test_places_are_chosen_from_a_menu(tile: Tile, dome: AxisDevice, qtbot: QtBot) -> None:
    menu = button(tile, "Places of this camera").menu()
    assert [action.text() for action in menu.actions()] == ["Gate", "Yard && road"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: bool(dome.steered), timeout=PATIENCE_MS)
    assert dome.steered == [{"gotoserverpresetname": "Yard & road"}]


def test_a_key_moves_it_a_little(steered: Steered, dome: AxisDevice, qtbot: QtBot) -> None:
    steered.nudge("yard", "nearer")
    qtbot.waitUntil(lambda: len(dome.steered) == 2, timeout=PATIENCE_MS)
    assert dome.steered == [
        {"continuouspantiltmove": "0,0", "continuouszoommove": "50"},
        STOPPED,
    ]


def test_what_moves_stops_when_nobody_looks_any_more(
    steered: Steered, dome: AxisDevice, qtbot: QtBot
) -> None:
    steered.move("yard", "up")
    qtbot.waitUntil(lambda: len(dome.steered) == 1, timeout=PATIENCE_MS)
    steered.halt()
    qtbot.waitUntil(lambda: len(dome.steered) == 2, timeout=PATIENCE_MS)
    assert dome.steered[-1] == STOPPED


def test_a_camera_that_refuses_says_so_once(
    steered: Steered, dome: AxisDevice, quiet: Quiet, qtbot: QtBot
) -> None:
    dome.moves = ("continuouszoommove",)
    steered.go("yard", "Gate")
    qtbot.waitUntil(lambda: bool(quiet.told.said), timeout=PATIENCE_MS)
    for _ in range(3):
        steered.go("yard", "Gate")
    asked = len(dome.asked)
    qtbot.waitUntil(lambda: len(dome.asked) >= asked, timeout=PATIENCE_MS)
    steered.nudge("demo", "left")
    assert len(quiet.told.said) == 2
    assert "does not move as it was told" in quiet.told.said[0]
    assert quiet.told.said[1] == "This camera cannot be turned."


@pytest.mark.parametrize("size", [(480, 270), (200, 112)])
def test_there_is_no_pad_without_motors_or_room(qtbot: QtBot, size: tuple[int, int]) -> None:
    tile = Tile("Yard", Look(theme.DARK), "yard")
    qtbot.addWidget(tile)
    tile.resize(*size)
    tile.show_picture(replace(picture(), size=size))
    tile.show()
    tile.setFocus()
    small = size[0] < 300
    reach = Reach(turns=True, zooms=True) if small else Reach()
    tile.show_state(replace(state(CameraState.LIVE), reach=reach))
    assert not button(tile, "Zoom in").isVisible()
