"""A device with motors is turned and zoomed; one without says so."""

from __future__ import annotations

import pytest

from camera_bridge.errors import AbsentError, BadAnswerError
from camera_bridge.place import Login, Place
from camera_bridge.ptz import Ptz, Reach
from tests.fakes import axis
from tests.fakes.axis import DOME, AxisDevice

LOGIN = ("root", "p:ä/@ss")


def steering(device: AxisDevice) -> Ptz:
    return Ptz(Place("127.0.0.1", device.port), Login(*LOGIN))


def test_a_dome_turns_zooms_and_knows_places() -> None:
    places = ("Gate", "Back door")
    with axis.device(login=LOGIN, moves=DOME, places=places) as fake, steering(fake) as ptz:
        reach = ptz.reach()
        assert reach == Reach(turns=True, zooms=True, places=places)
        ptz.move(0.5, -0.25, 2.0, reach)
        ptz.move(0, 0, 0, reach)
        ptz.go("Back door")
        assert fake.steered == [
            {"continuouspantiltmove": "50,-25", "continuouszoommove": "100"},
            {"continuouspantiltmove": "0,0", "continuouszoommove": "0"},
            {"gotoserverpresetname": "Back door"},
        ]


def test_a_lens_that_only_zooms_is_not_told_to_turn() -> None:
    with axis.device(moves=("continuouszoommove",)) as fake, steering(fake) as ptz:
        reach = ptz.reach()
        assert reach == Reach(zooms=True)
        ptz.move(1.0, 1.0, -0.5, reach)
        assert fake.steered == [{"continuouszoommove": "-50"}]


def test_one_view_of_several_is_meant() -> None:
    with axis.device(moves=(*DOME, "camera")) as fake:
        with Ptz(Place("127.0.0.1", fake.port), view="2") as ptz:
            ptz.go("Gate")
        assert fake.steered == [{"gotoserverpresetname": "Gate", "camera": "2"}]


@pytest.mark.parametrize("fault", ["", "garbage", "noise", "busy"])
def test_a_device_without_motors_cannot_be_moved(fault: str) -> None:
    faults = {"/axis-cgi/com/ptz.cgi": fault}
    with axis.device(faults=faults) as fake, steering(fake) as ptz:
        assert ptz.reach() == Reach()


def test_what_the_device_refuses_is_said() -> None:
    with (
        axis.device(moves=("continuouszoommove",)) as fake,
        steering(fake) as ptz,
        pytest.raises(BadAnswerError, match="does not move"),
    ):
        ptz.go("Gate")


def test_nobody_there_is_no_device_without_motors() -> None:
    with axis.device() as fake:
        gone = steering(fake)
    with gone, pytest.raises(AbsentError):
        gone.reach()
