"""Recording because somebody who sits there wants it: it begins at their word and ends at it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.pipeline.plan import BY_HAND


class ByHand:
    """What is being recorded so, by camera. ``tell`` is told of each as it begins and ends."""

    def __init__(self, tell: Callable[[Event], bool], clock: Clock) -> None:
        self._tell = tell
        self._clock = clock
        self._ids = IdSource("E")
        self._running: dict[str, Event] = {}
        self._lock = threading.Lock()

    def since(self, camera: str) -> datetime | None:
        """Since when a camera is recorded so, if it is."""
        running = self._running.get(camera)
        return running.start if running is not None else None

    def begin(self, camera: str) -> bool:
        """Record from now on; False where nothing is seen of it that could be recorded."""
        with self._lock:
            if camera in self._running:
                return True
            now = self._clock.now()
            name = self._ids.next(to_ms(now))
            event = Event(name, camera, EventType.RECORDED, now, story=name)
            if not self._tell(event):
                return False
            self._running[camera] = event
            return True

    def end(self, camera: str) -> str | None:
        """Stop; the id of the event that its clip belongs to."""
        with self._lock:
            event = self._running.pop(camera, None)
            if event is None:
                return None
            self._tell(replace(event, end=self._clock.now()))
            return event.id

    def look(self) -> None:
        """End those that have gone on for as long as a clip may."""
        now = self._clock.now()
        for camera, event in tuple(self._running.items()):
            if now - event.start >= BY_HAND:
                self.end(camera)

    def close(self) -> None:
        """End all of them."""
        for camera in tuple(self._running):
            self.end(camera)
