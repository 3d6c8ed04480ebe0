"""Cameras with motors are steered by the newest wish, and never left turning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from omnisight_desktop.capture.mount import may_move
from omnisight_desktop.core.errors import NotFound, PasswordRefused, SourceUnreachable
from omnisight_desktop.core.ports.steering import STILL, Motion, Mount, Reach
from omnisight_desktop.services.steering import Steering
from tests.fakes import axis
from tests.fakes.axis import DOME, AxisDevice

LEFT, UP = Motion(pan=-0.5), Motion(tilt=1.0)
STOPPED = {"continuouspantiltmove": "0,0", "continuouszoommove": "0"}


@pytest.fixture
def dome() -> Iterator[AxisDevice]:
    with axis.device(login=("me", "let me in"), moves=DOME, places=("Gate",)) as device:
        yield device


@pytest.fixture
def steering(dome: AxisDevice) -> Iterator[Steering]:
    known = {
        "dome": f"axis://me:let%20me%20in@{dome.host}",
        "wrong": f"axis://me:guess@{dome.host}",
        "demo": "demo:",
    }
    steering = Steering(lambda camera: known.get(camera, ""))
    yield steering
    steering.close()


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("axis://10.0.0.7", True),
        ("rtsp://10.0.0.7/axis-media/media.amp?fps=5", True),
        ("rtsp://10.0.0.7/stream1", False),
        ("demo:", False),
        ("webcam:0", False),
        ("", False),
    ],
)
def test_only_cameras_that_may_have_motors_are_asked(address: str, may: bool) -> None:
    assert may_move(address) is may


def test_a_camera_says_what_can_be_moved(steering: Steering) -> None:
    assert steering.reach("dome") == Reach(turns=True, zooms=True, places=("Gate",))
    assert not steering.reach("demo")
    assert not steering.reach("unknown")


def test_a_wish_that_was_overtaken_is_never_said(steering: Steering, dome: AxisDevice) -> None:
    steering.reach("dome")
    for wish in (LEFT, UP, STILL, UP):
        steering.wish("dome", wish)
    steering.carry_out("dome")
    steering.carry_out("dome")
    assert dome.steered == [{"continuouspantiltmove": "0,100", "continuouszoommove": "0"}]


def test_the_same_wish_again_is_not_said_again(steering: Steering, dome: AxisDevice) -> None:
    steering.reach("dome")
    for _ in range(3):
        steering.wish("dome", LEFT)
        steering.carry_out("dome")
    assert len(dome.steered) == 1


def test_it_goes_to_a_place_it_knows(steering: Steering, dome: AxisDevice) -> None:
    with pytest.raises(NotFound):
        steering.go("dome", "Gate")  # nobody has asked it yet
    steering.reach("dome")
    steering.go("dome", "Gate")
    assert dome.steered == [{"gotoserverpresetname": "Gate"}]


def test_what_still_turns_at_the_end_is_stopped(steering: Steering, dome: AxisDevice) -> None:
    steering.reach("dome")
    steering.wish("dome", LEFT)
    steering.carry_out("dome")
    steering.close()
    assert dome.steered[-1] == STOPPED


def test_a_wrong_password_is_tried_once(steering: Steering, dome: AxisDevice) -> None:
    for _ in range(2):
        with pytest.raises(PasswordRefused):
            steering.reach("wrong")
    assert dome.wrong == 1


class Deaf:
    """A mount that hears only every third word."""

    def __init__(self) -> None:
        self.said: list[Motion] = []
        self.heard: list[Motion] = []

    def reach(self) -> Reach:
        return Reach(turns=True)

    def move(self, motion: Motion) -> None:
        self.said.append(motion)
        if len(self.said) % 3:
            raise SourceUnreachable("It does not answer.")
        self.heard.append(motion)

    def go(self, place: str) -> None:
        raise SourceUnreachable("It does not answer.")

    def close(self) -> None: ...


def test_to_stop_is_said_until_it_is_heard() -> None:
    mount = Deaf()

    def made(_: str) -> Mount:
        return mount

    steering = Steering(lambda _: "axis://dome", made)
    steering.reach("dome")
    steering.wish("dome", LEFT)
    with pytest.raises(SourceUnreachable):
        steering.carry_out("dome")
    steering.wish("dome", STILL)  # it may have heard, for all we know
    steering.carry_out("dome")
    assert mount.heard == [STILL]
    steering.close()
