"""A few words that are spoken into this computer's microphone, written down; their sound is kept nowhere."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.ports.capture import Source, Wants
from omnisight_desktop.core.speech import Said
from omnisight_desktop.flow.errand import Stop

_LONGEST_S = 30.0
_SHORTEST_S = 0.3  # a button that was only touched
_NOTHING = Said("")


class Writes(Protocol):
    """An engine that writes down what is said."""

    def write(self, samples: NDArray[np.float32]) -> Said: ...

    def close(self) -> None: ...


class Dictation:
    """Listens while it is wanted, then writes. The engine is loaded with the first words."""

    def __init__(
        self, scribe: Callable[[], Writes], open_: Callable[[], Source] | None = None
    ) -> None:
        self._scribe = scribe
        self._open = open_ or _usual
        self._writes: Writes | None = None
        self._changing = threading.Lock()

    def unable(self) -> str:
        """Why nothing can be written down here; nothing where it can."""
        try:
            self._engine()
        except OmniSightError as error:
            return f"{error.reason} {error.fix}".strip()
        return ""

    def take(self, done: Stop) -> Said:
        """What is said from now on until ``done`` is said, or for half a minute."""
        engine = self._engine()
        pieces: list[NDArray[np.float32]] = []
        heard_s = 0.0
        source = self._open()
        with closing(source):
            for shot in source.shots():
                if shot.sound is not None:
                    pieces.append(np.asarray(shot.sound.samples, np.float32))
                    heard_s += len(shot.sound.samples) / shot.sound.rate_hz
                if done.said or heard_s >= _LONGEST_S:
                    source.close()
        return engine.write(np.concatenate(pieces)) if heard_s >= _SHORTEST_S else _NOTHING

    def close(self) -> None:
        """Let go of the engine; who waits for it is let go."""
        with self._changing:
            if self._writes is not None:
                self._writes.close()
                self._writes = None

    def _engine(self) -> Writes:
        with self._changing:
            if self._writes is None:
                self._writes = self._scribe()
            return self._writes


def _usual() -> Source:
    from omnisight_desktop.capture.microphone import MicrophoneSource

    return MicrophoneSource(wants=Wants(sound=True))
