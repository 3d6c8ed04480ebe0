"""Sound as those who listen want it: one channel, 16,000 samples a second, in even pieces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import av
import numpy as np
from av.audio.resampler import AudioResampler
from av.error import FFmpegError
from numpy.typing import NDArray

from omnisight_desktop.core.ports.capture import Sound

RATE_HZ = 16_000
_PIECE = RATE_HZ // 10
_DRIFT_S = 0.1  # the count of samples is believed up to here, then the packets' times


class SoundDecoder:
    """Decodes the sound packets of one stream into pieces of a tenth of a second."""

    def __init__(self, stream: Any) -> None:
        self._codec = stream.codec_context
        self._resampler = _resampler()
        self._held: list[NDArray[np.float32]] = []
        self._samples = 0
        self._begin_s: float | None = None  # when what is held begins

    def decode(self, packet: Any, at_s: float) -> Sound | None:
        """A piece of sound, once there is enough for one."""
        try:
            frames = self._codec.decode(packet)
        except FFmpegError:
            return None  # a damaged packet is a moment of silence
        self._expect(at_s)
        self._hold(frames)
        return self._piece(_PIECE)

    def rest(self) -> Sound | None:
        """What is left at the end."""
        try:
            self._hold(self._codec.decode(None))
        except FFmpegError:
            return self._piece(1)
        self._hold([None])
        return self._piece(1)

    def _expect(self, at_s: float) -> None:
        if self._begin_s is None:
            self._begin_s = at_s
        elif abs(at_s - self._begin_s - self._samples / RATE_HZ) > _DRIFT_S:
            self._begin_s = at_s - self._samples / RATE_HZ

    def _hold(self, frames: Iterable[av.AudioFrame | None]) -> None:
        for frame in frames:
            for piece in self._resampled(frame):
                samples = np.asarray(piece.to_ndarray()[0], np.float32)
                self._held.append(samples)
                self._samples += len(samples)

    def _resampled(self, frame: av.AudioFrame | None) -> list[av.AudioFrame]:
        if frame is not None:
            frame.pts = None  # times are counted here, and a strange one would stop the resampler
        try:
            return list(self._resampler.resample(frame))
        except (ValueError, FFmpegError):  # the stream changed its rate or its channels
            self._resampler = _resampler()
            return list(self._resampler.resample(frame)) if frame is not None else []

    def _piece(self, least: int) -> Sound | None:
        if self._samples < least or self._begin_s is None:
            return None
        samples = np.concatenate(self._held)
        sound = Sound(self._begin_s, RATE_HZ, samples)
        self._begin_s += len(samples) / RATE_HZ
        self._held, self._samples = [], 0
        return sound


def _resampler() -> AudioResampler:
    return AudioResampler(format="fltp", layout="mono", rate=RATE_HZ)
