"""The ear: listens to the sound of all cameras, piece by piece."""

from __future__ import annotations

import logging
from collections.abc import Callable

from omnisight_desktop.core.event import Event
from omnisight_desktop.flow.channel import Channel
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.feed import Heard

log = logging.getLogger(__name__)

_ROUND_S = 0.25

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
    ) -> None:
        self._sounds = sounds
        self._listener = listener
        self._take = take
        self._leaving = leaving
        self._listeners: dict[str, Listen] = {}
        self._trouble: dict[str, str] = {}

    def run(self, worker: Worker) -> None:
        """Listen until told to stop."""
        while not worker.stopping:
            worker.beat()
            heard = self._sounds.get(_ROUND_S)
            if heard is not None:
                self.hear(heard)
            for camera in self._leaving.drain():
                self.forget(camera)

    def hear(self, heard: Heard) -> None:
        """Listen to one piece; a fault with one camera is not one with the others."""
        camera = heard.camera
        listen = self._listeners.get(camera)
        if listen is None:
            listen = self._listeners[camera] = self._listener(camera)
        try:
            self._take(camera, listen(heard))
        except Exception as error:
            if self._trouble.get(camera) != str(error):
                log.warning("%s cannot be listened to: %s", camera, error)
                log.debug("the fault was", exc_info=error)
            self._trouble[camera] = str(error)

    def forget(self, camera: str) -> None:
        """Bring to its end what was begun with one camera: nothing more is heard of it."""
        self._trouble.pop(camera, None)
        listen = self._listeners.pop(camera, None)
        if listen is not None:
            self._take(camera, listen(None))

    def close(self) -> None:
        """Bring to its end what was begun with all of them."""
        for camera in list(self._listeners):
            self.forget(camera)
