"""A microphone of this computer as a source of sound, through PortAudio."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, Protocol

import av
import numpy as np
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from omnisight_desktop.capture import denied
from omnisight_desktop.capture.denied import MICROPHONE
from omnisight_desktop.capture.encode import SoundEncoder
from omnisight_desktop.capture.sound import RATE_HZ
from omnisight_desktop.core.errors import BackendUnavailable, OmniSightError
from omnisight_desktop.core.ports.capture import (
    USUAL,
    Shot,
    Sound,
    StreamInfo,
    Wants,
    WholePictures,
)

_PIECE_S = 0.1
_NOTHING_MOST_S = 5.0  # a room is never as still as a microphone that macOS has switched off
_INVALID_DEVICE, _NOT_THERE, _BUSY = -9996, -9999, -9985


class Recording(Protocol):
    """An open microphone."""

    @property
    def rate_hz(self) -> int: ...

    def read(self, samples: int) -> NDArray[np.float32]:
        """Wait for so many samples of one channel, as -1..1."""
        ...

    def close(self) -> None: ...


#: Opens a microphone by its name; an empty one is the usual one.
Open = Callable[[str], Recording]


class MicrophoneSource(WholePictures):
    """Sound without pictures; its packets are AAC, so that clips can have them."""

    def __init__(
        self,
        which: str = "",
        wants: Wants = USUAL,
        opener: Open | None = None,
        platform: str = sys.platform,
    ) -> None:
        self._called = f"'{which}'" if which else "of this computer"
        self._platform = platform
        self._wants = wants
        self._closed = self._begun = False
        self._device = (opener or (lambda name: opened(name, platform)))(which)
        self._encoder = SoundEncoder(self._device.rate_hz)
        self._resampler = AudioResampler(format="fltp", layout="mono", rate=RATE_HZ)
        self.info = StreamInfo(0, 0, 0.0, "", live=True, sound="aac")

    @property
    def template(self) -> Any:
        return None

    @property
    def sound_template(self) -> Any:
        return self._encoder.template

    def shots(self) -> Iterator[Shot]:
        self._begun = True
        rate_hz, read, nothing_s = self._device.rate_hz, 0, 0.0
        try:
            while not self._closed:
                samples = self._device.read(round(rate_hz * _PIECE_S))
                nothing_s = 0.0 if samples.any() else nothing_s + _PIECE_S
                if nothing_s > _NOTHING_MOST_S and self._platform == "darwin":
                    raise denied.denied(MICROPHONE, self._called, self._platform)
                at_s = read / rate_hz  # its own clock is the best there is
                read += len(samples)
                packets = self._encoder.encode(samples, at_s)
                sound = self._sound(samples, at_s) if self._wants.sound else None
                yield Shot(at_s, sound_packets=packets, sound=sound)
        finally:
            self._device.close()

    def close(self) -> None:
        self._closed = True
        if not self._begun:
            self._device.close()

    def _sound(self, samples: NDArray[np.float32], at_s: float) -> Sound | None:
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate = self._device.rate_hz
        pieces = [piece.to_ndarray()[0] for piece in self._resampler.resample(frame)]
        return Sound(at_s, RATE_HZ, np.concatenate(pieces)) if pieces else None


class _PortAudio:
    """A microphone that PortAudio has opened."""

    def __init__(self, sounddevice: Any, which: str, platform: str) -> None:
        self._library = sounddevice
        self._called = f"'{which}'" if which else "of this computer"
        self._platform = platform
        device: Any = int(which) if which.isdecimal() else which or None
        try:
            found = sounddevice.query_devices(device, "input")
            self.rate_hz = int(found["default_samplerate"])
            self._stream = sounddevice.InputStream(
                device=device, channels=1, samplerate=self.rate_hz, dtype="float32"
            )
            self._stream.start()
        except (sounddevice.PortAudioError, ValueError) as error:
            raise self._in_words(error) from error

    def read(self, samples: int) -> NDArray[np.float32]:
        try:
            heard, _ = self._stream.read(samples)
        except self._library.PortAudioError as error:
            raise denied.gone(MICROPHONE, self._called) from error
        return np.asarray(heard[:, 0], np.float32)

    def close(self) -> None:
        self._stream.close(ignore_errors=True)

    def _in_words(self, error: Exception) -> OmniSightError:
        code = error.args[1] if len(error.args) > 1 else None
        names = [str(one["name"]) for one in self._library.query_devices() if _hears(one)]
        if isinstance(error, ValueError) or not names or code in (None, _INVALID_DEVICE):
            return denied.absent(MICROPHONE, self._called, names)
        if code == _BUSY:
            return denied.busy(MICROPHONE, self._called)
        if code == _NOT_THERE or self._platform in ("darwin", "win32"):
            return denied.denied(MICROPHONE, self._called, self._platform)
        return denied.mute(MICROPHONE, self._called, self._platform)


def opened(which: str, platform: str = sys.platform) -> Recording:
    """A microphone through PortAudio, which is asked for only now."""
    try:
        sounddevice = import_module("sounddevice")
    except ImportError as error:
        raise BackendUnavailable(
            "The part that listens to microphones is not installed.",
            fix="Install it with 'pip install sounddevice'.",
        ) from error
    except OSError as error:
        raise BackendUnavailable(
            "The system's library for sound, PortAudio, is missing.",
            fix="Install it; on Debian and Ubuntu: 'sudo apt-get install libportaudio2'.",
        ) from error
    return _PortAudio(sounddevice, which, platform)


def _hears(device: Any) -> bool:
    return int(device["max_input_channels"]) > 0
