"""Plays sound through the computer's loudspeakers, where it has any; else says in words why not."""

from __future__ import annotations

from typing import Any

from omnisight_desktop.gui.tongue import tr

RATE, CHANNELS, WIDTH = 48_000, 2, 2
_BUFFER_S = 0.25


class Speaker:
    """Filled by whoever has sound, as far as there is room; nobody waits for it."""

    def __init__(self) -> None:
        self._sink: Any = None
        self._io: Any = None

    @property
    def on(self) -> bool:
        """Whether it plays."""
        return self._io is not None

    def start(self) -> str:
        """Begin; nothing, or why it cannot."""
        if self.on:
            return ""
        try:  # here, for whoever never listens should not have to load it
            from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices
        except ImportError:
            return tr("Sound cannot be played: a part of the program is missing.")
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return tr("There is nothing here that sound could be played with.")
        wanted = QAudioFormat()
        wanted.setSampleRate(RATE)
        wanted.setChannelCount(CHANNELS)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(wanted):
            return tr("The loudspeakers of this computer do not play this sound.")
        self._sink = QAudioSink(device, wanted)
        self._sink.setBufferSize(round(RATE * CHANNELS * WIDTH * _BUFFER_S))
        self._io = self._sink.start()
        if self._io is None or self._sink.error().value:
            self.stop()
            return tr("The loudspeakers of this computer are used by another program.")
        return ""

    def room(self) -> int:
        """How many bytes it would take now."""
        return int(self._sink.bytesFree()) if self.on else 0

    def put(self, sound: bytes) -> None:
        """What is to be heard next."""
        if self.on and sound:
            self._io.write(sound)

    def stop(self) -> None:
        """Be silent."""
        sink, self._sink, self._io = self._sink, None, None
        if sink is not None:
            sink.stop()
