"""Turning and zooming the cameras that can: what each can do, and the newest wish of whoever steers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from omnisight_desktop.capture.mount import may_move, mount_of
from omnisight_desktop.core.errors import NotFound, OmniSightError
from omnisight_desktop.core.ports.steering import STILL, Motion, Mount, Reach

_STOP_TRIES = 3


class Steering:
    """The verbs around motors. Any thread may use them; a camera is told one thing after the other.

    ``where`` tells the address of a camera's pictures, with its password; nothing while it is unknown.
    """

    def __init__(
        self, where: Callable[[str], str], mount: Callable[[str], Mount] = mount_of
    ) -> None:
        self._where = where
        self._mount = mount
        self._changing = threading.Lock()
        self._held: dict[str, _Held] = {}

    def may_move(self, camera: str) -> bool:
        """Whether it is worth asking; nobody is called."""
        return may_move(self._where(camera))

    def reach(self, camera: str) -> Reach:
        """What of a camera can be moved. The camera is asked, which may take seconds."""
        return self._of(camera).reach() if self.may_move(camera) else Reach()

    def wish(self, camera: str, motion: Motion) -> None:
        """Want it to move like that from now on; said at once, done by ``carry_out``."""
        held = self._held.get(camera)
        if held is not None:
            held.wish = motion

    def carry_out(self, camera: str) -> None:
        """Tell the camera the newest wish, unless somebody did already; may take seconds."""
        held = self._held.get(camera)
        if held is not None:
            held.carry_out()

    def go(self, camera: str, place: str) -> None:
        """Have it go to a place that it knows by name."""
        held = self._held.get(camera)
        if held is None:
            raise NotFound("This camera knows no such place.")
        held.go(place)

    def close(self) -> None:
        """Nobody steers any more: what moves is stopped."""
        with self._changing:
            held, self._held = tuple(self._held.values()), {}
        for one in held:
            one.close()

    def _of(self, camera: str) -> _Held:
        address = self._where(camera)
        with self._changing:
            held = self._held.get(camera)
            if held is None or held.address != address:
                if held is not None:
                    held.close()
                held = self._held[camera] = _Held(address, self._mount(address))
            return held


class _Held:
    """A camera that is steered. Wishes are a slot, not a queue: one that is overtaken is never said."""

    def __init__(self, address: str, mount: Mount) -> None:
        self.address = address
        self.wish: Motion | None = None
        self._mount = mount
        self._moves = STILL
        self._talking = threading.Lock()

    def reach(self) -> Reach:
        with self._talking:
            return self._mount.reach()

    def carry_out(self) -> None:
        with self._talking:
            wish, self.wish = self.wish, None
            if wish is not None and wish != self._moves:
                self._say(wish)

    def go(self, place: str) -> None:
        with self._talking:
            self._mount.go(place)
            self._moves = STILL

    def close(self) -> None:
        with self._talking, suppress(OmniSightError):
            if self._moves != STILL:
                self._say(STILL)
        self._mount.close()

    def _say(self, motion: Motion) -> None:
        """To stop is said again if it was not heard: nothing may turn for ever."""
        if motion != STILL:
            self._moves = motion  # even if no answer comes: it may have heard
            self._mount.move(motion)
            return
        for _ in range(_STOP_TRIES - 1):
            with suppress(OmniSightError):
                self._mount.move(STILL)
                break
        else:
            self._mount.move(STILL)
        self._moves = STILL
