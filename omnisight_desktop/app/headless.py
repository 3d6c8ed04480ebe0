"""Watching without a window: what happens is said in lines, until the program is told to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.event import Committed, EventType
from omnisight_desktop.flow.heap import Broom
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live

_ROUND_S = 0.5


@contextmanager
def told_to_stop() -> Iterator[threading.Event]:
    """Set when the program is asked to end: by Ctrl+C, by a service manager, or with its terminal."""
    stop = threading.Event()
    numbers = [signal.SIGINT, signal.SIGTERM]
    hang_up = getattr(signal, "SIGHUP", None)  # Windows has none
    if hang_up is not None and signal.getsignal(hang_up) is not signal.SIG_IGN:  # as nohup wants it
        numbers.append(hang_up)
    before = [(number, signal.signal(number, lambda *_: stop.set())) for number in numbers]
    try:
        yield stop
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def headless(
    house: House,
    live: Live,
    stop: threading.Event,
    seconds: float | None,
    say: Callable[[str], None],
    also: str = "",
) -> None:
    """Say what happens until told to stop, the time is over, or there is nothing left to watch."""
    names = ", ".join(camera.name for camera in live.cameras())
    say(f"Watching {names}. What happens is listed here; Ctrl+C ends it.")
    if also:
        say(also)
    telling = _Telling(house, live, say)
    sweep = Broom().now_and_then(house.clock)
    until = None if seconds is None else house.clock.mono() + seconds
    while not stop.wait(_ROUND_S) and not live.idle():
        telling.look()
        sweep()
        if until is not None and house.clock.mono() >= until:
            break


class _Telling:
    """Says each thing when it changes, and not again."""

    def __init__(self, house: House, live: Live, say: Callable[[str], None]) -> None:
        self._house = house
        self._live = live
        self._say = say
        self._rings = house.bus.listen(Committed, "headless", capacity=64)
        self._seen = house.events.newest_seq()
        self._behind = False
        self._told: dict[str, str] = {}

    def look(self) -> None:
        """Look once, and say what is new."""
        for status in self._live.statuses():
            if self._changed(status.camera, status.state):
                self._say(f"{status.camera}: {status.state} {status.reason} {status.fix}".rstrip())
        unfound = str(self._live.detector_trouble() or "")
        if self._changed("detector", unfound) and unfound:
            self._say(f"Nobody can be found just now. {unfound}")
        unfilmed = str(self._live.recording_trouble() or "")
        if self._changed("recorder", unfilmed):
            again = "Clips are recorded again."
            self._say(f"Nothing is recorded just now. {unfilmed}" if unfilmed else again)
        if self._rings.drain() or self._behind:
            self._tell_events()

    def _tell_events(self) -> None:
        """The list is for those who look on; when it cannot be read, the watching goes on."""
        unlisted = ""
        try:
            names = self._house.events.names()
            for seq, event in self._house.events.since(self._seen):
                self._seen = seq
                told = event.type == EventType.GESTURE  # somebody wants something
                if not told and event.story not in (None, event.id):
                    continue  # it belongs to what was said already
                place = names.cameras.get(event.camera, event.camera)
                what = " ".join(w for w in (event.label, event.type) if w)
                self._say(f"{event.start.astimezone():%H:%M:%S}  {place}: {what}")
        except OmniSightError as error:
            unlisted = str(error)
        self._behind = bool(unlisted)
        if self._changed("events", unlisted) and unlisted:
            self._say(f"What happens cannot be listed just now, but it is watched. {unlisted}")

    def _changed(self, what: str, now: str) -> bool:
        before, self._told[what] = self._told.get(what, ""), now
        return now != before
