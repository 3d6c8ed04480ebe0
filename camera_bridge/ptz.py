"""Turning and zooming a device that has the motors, or the pixels, for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from camera_bridge.errors import (
    BadAnswerError,
    DeviceFaultError,
    ForbiddenError,
    LoginWantedError,
    NotOfferedError,
)
from camera_bridge.parameters import parse_parameters
from camera_bridge.place import Login, Place
from camera_bridge.web import Patience, Talk, Web

_STEER = "/axis-cgi/com/ptz.cgi"
_COMMAND = re.compile(r"^\s*([a-z]+)=", re.MULTILINE)
_PLACE = re.compile(r"presetposno\d+")
_FASTEST = 100
#: A device without the motors, or a user who may not use them.
_CANNOT = (
    *(NotOfferedError, ForbiddenError, LoginWantedError),
    *(BadAnswerError, DeviceFaultError),
)


@dataclass(frozen=True, slots=True)
class Reach:
    """What of a device can be moved, and the places that somebody set up on it."""

    turns: bool = False
    zooms: bool = False
    places: tuple[str, ...] = ()


class Ptz(Talk):
    """The motors of a device; use it with ``with``."""

    def __init__(
        self,
        place: Place,
        login: Login | None = None,
        patience: Patience | None = None,
        view: str = "",
    ) -> None:
        self._web = Web(place, login, patience)
        self._view = {"camera": view} if view else {}  # of a device with several

    def close(self) -> None:
        """End the conversation; what moves goes on moving."""
        self._web.close()

    def reach(self) -> Reach:
        """What this user may move of it; nothing where it cannot be moved."""
        try:
            known = set(_COMMAND.findall(self._ask(info="1")))
        except _CANNOT:
            return Reach()
        turns, zooms = "continuouspantiltmove" in known, "continuouszoommove" in known
        named = self._places() if (turns or zooms) and "gotoserverpresetname" in known else ()
        return Reach(turns, zooms, named)

    def move(self, pan: float, tilt: float, zoom: float, reach: Reach) -> None:
        """Move on at these speeds, -1 to 1 to the right, up and nearer; three noughts stop it."""
        asked = {}
        if reach.turns:
            asked["continuouspantiltmove"] = f"{_speed(pan)},{_speed(tilt)}"
        if reach.zooms:
            asked["continuouszoommove"] = f"{_speed(zoom)}"
        if asked:
            self._ask(**asked)

    def go(self, place: str) -> None:
        """Go to a place that somebody set up on it."""
        self._ask(gotoserverpresetname=place)

    def _places(self) -> tuple[str, ...]:
        try:
            told = parse_parameters(self._ask(query="presetposall"))
        except _CANNOT:
            return ()
        return tuple(name for number, name in told.items() if _PLACE.fullmatch(number) and name)

    def _ask(self, **params: str) -> str:
        said = self._web.get(_STEER, {**params, **self._view}).text()
        if said.lstrip().lower().startswith("error"):
            raise BadAnswerError(f"{self._web.place} does not move as it was told.")
        return said


def _speed(share: float) -> int:
    return round(max(-1.0, min(1.0, share)) * _FASTEST)
