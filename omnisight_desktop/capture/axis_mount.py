"""The motors of an Axis device, called at the address that its pictures come from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from camera_bridge import ptz
from camera_bridge.errors import BridgeError, ForbiddenError
from camera_bridge.place import Place
from camera_bridge.ptz import Ptz
from camera_bridge.web import Patience
from omnisight_desktop.capture.address import Kind, kind_of, shown
from omnisight_desktop.capture.axis import asked, in_words, place_of
from omnisight_desktop.core.errors import SourceRefused
from omnisight_desktop.core.ports.steering import Motion, Reach


class AxisMount:
    """Steers by what the device itself says it can do."""

    def __init__(self, address: str, patience: Patience | None = None) -> None:
        self._address = address
        place, login = place_of(address)
        if kind_of(address) is not Kind.AXIS:  # that port is of the stream; motors are on the web
            place = Place(place.host)
        self._place = place
        self._ptz = Ptz(place, login, patience, asked(address).get("camera", ""))
        self._reach = ptz.Reach()

    def reach(self) -> Reach:
        """What this user may move of it."""
        with self._told():
            self._reach = self._ptz.reach()
        return Reach(self._reach.turns, self._reach.zooms, self._reach.places)

    def move(self, motion: Motion) -> None:
        """Move on like that."""
        with self._told():
            self._ptz.move(motion.pan, motion.tilt, motion.zoom, self._reach)

    def go(self, place: str) -> None:
        """Go to a place that somebody set up on the device."""
        with self._told():
            self._ptz.go(place)

    def close(self) -> None:
        """End the conversation."""
        self._ptz.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except ForbiddenError:
            raise SourceRefused(
                f"The camera at {shown(self._address)} does not let this user turn it.",
                fix="Give the user the right to steer, in the camera's own settings.",
            ) from None
        except BridgeError as error:
            raise in_words(error, self._place, self._address) from None
