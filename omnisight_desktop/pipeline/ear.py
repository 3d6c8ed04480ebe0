"""The ear: listens to the sound of all cameras, piece by piece."""

from __future__ import annotations

import logging
from collections.abc import Callable

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.event import Event
from omnisight_desktop.flow.channel import Channel
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.feed import Heard

log = logging.getLogger(__name__)

_ROUND_S = 0.25
_SILENT_S = 5.0  # nothing came for so long: the camera is away

#: Listens to one camera: what a piece of sound means, and what ends when nothing more comes.
Listen = Callable[[Heard | None], tuple[Event, ...]]


class Ear:
    """The body of the ear's worker."""

    def __init__(
        self,
        sounds: Channel[Heard],
        listener: Callable[[str], Listen],
        take: Callable[[str, tuple[Event, ...]], object],
        leaving: Channel[str],
        clock: Clock,
    ) -> None:
        self._sounds = sounds
        self._listener = listener
        self._take = take
        self._leaving = leaving
        self._clock = clock
        self._listeners: dict[str, Listen] = {}
        self._heard_mono: dict[str, float] = {}  # when those were heard last that are heard
        self._trouble: dict[str, str] = {}

    def run(self, worker: Worker) -> None:
        """Listen until told to stop."""
        while not worker.stopping:
            worker.beat()
            heard = self._sounds.get(_ROUND_S)
            if heard is not None:
                self.hear(heard)
            self.let_go()

    def hear(self, heard: Heard) -> None:
        """Listen to one piece; a fault with one camera is not one with the others."""
        camera = heard.camera
        listen = self._listeners.get(camera)
        if listen is None:
            listen = self._listeners[camera] = self._listener(camera)
        self._heard_mono[camera] = self._clock.mono()
        try:
            self._take(camera, listen(heard))
        except Exception as error:
            if self._trouble.get(camera) != str(error):
                log.warning("%s cannot be listened to: %s", camera, error)
                log.debug("the fault was", exc_info=error)
            self._trouble[camera] = str(error)

    def let_go(self) -> None:
        """End what was begun with cameras that are watched no longer, or that have gone silent."""
        while (camera := self._leaving.get(0)) is not None:
            for heard in self._sounds.drain():  # its last ones may be among them
                self.hear(heard)
            self._forget(camera)
        silent_mono = self._clock.mono() - _SILENT_S
        for camera in [c for c, mono in self._heard_mono.items() if mono < silent_mono]:
            del self._heard_mono[camera]
            self._take(camera, self._listeners[camera](None))

    def _forget(self, camera: str) -> None:
        self._trouble.pop(camera, None)
        self._heard_mono.pop(camera, None)
        listen = self._listeners.pop(camera, None)
        if listen is not None:
            self._take(camera, listen(None))

    def close(self) -> None:
        """Bring to its end what was begun with all of them."""
        for camera in list(self._listeners):
            self._forget(camera)
