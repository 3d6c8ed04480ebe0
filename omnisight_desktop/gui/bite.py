"""Plays a bite of sound that was kept of what somebody said, a few seconds long."""

from __future__ import annotations

import io
import wave
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, QTimer

from omnisight_desktop.gui.speaker import CHANNELS, RATE, WIDTH

_ROUND_MS = 60
_REST_MS = 300  # that the loudspeakers still hold when all was given to them


class Loud(Protocol):
    """What sound is given to, as far as it has room."""

    @property
    def on(self) -> bool: ...
    def start(self) -> str: ...
    def room(self) -> int: ...
    def put(self, sound: bytes) -> None: ...
    def stop(self) -> None: ...


class BitePlayer(QObject):
    """One bite at a time; the next one ends the one before."""

    def __init__(self, speaker: Loud, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._left = b""
        self._timer = QTimer(self)
        self._timer.setInterval(_ROUND_MS)
        self._timer.timeout.connect(self._feed)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_REST_MS)
        self._end.timeout.connect(self.stop)

    def play(self, bite: bytes) -> str:
        """Begin; nothing, or why it cannot."""
        self.stop()
        trouble = self._speaker.start()
        if not trouble:
            self._left = as_played(bite)
            self._timer.start()
            self._feed()
        return trouble

    def stop(self) -> None:
        """Be silent."""
        self._timer.stop()
        self._end.stop()
        self._left = b""
        self._speaker.stop()

    def _feed(self) -> None:
        room = self._speaker.room() // (CHANNELS * WIDTH) * CHANNELS * WIDTH
        some, self._left = self._left[:room], self._left[room:]
        self._speaker.put(some)
        if not self._left:
            self._timer.stop()
            self._end.start()


def as_played(bite: bytes) -> bytes:
    """A WAV file of one channel as the loudspeakers take it."""
    with wave.open(io.BytesIO(bite)) as file:
        rate, frames = file.getframerate(), file.readframes(file.getnframes())
    samples = np.frombuffer(frames, "<i2").astype(np.float32)
    places = np.arange(round(len(samples) * RATE / rate)) * (rate / RATE)
    played = np.interp(places, np.arange(len(samples)), samples) if len(samples) else samples
    return np.repeat(played.astype("<i2"), CHANNELS).tobytes()
