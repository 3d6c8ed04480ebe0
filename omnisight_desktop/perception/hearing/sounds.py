"""Recognises a few sounds that matter at home: breaking glass, screams, barking, alarms. By YAMNet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt
from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.core.speech import SPEECH_HZ

_WINDOW = 15_600  # samples that the network hears at once
_STEP = _WINDOW // 2
_QUIET = 0.003  # at so low a peak nothing is to be recognised, and no work is done
_HOLD_S = 10.0  # the same again within this is one event
_ASTRAY_S = 0.5

#: The rows of the network's answer, which are those of AudioSet, and how sure it has to be.
KINDS: dict[str, tuple[tuple[int, ...], float]] = {
    "glass": ((435, 437, 463, 464), 0.3),
    "scream": ((11, 10), 0.35),
    "bark": ((70, 71, 72, 75), 0.35),
    "alarm": ((304, 317, 318, 319, 382, 390, 391, 393, 394), 0.4),
}


@dataclass(frozen=True, slots=True)
class SoundHeard:
    """A sound that was recognised. ``score`` is how sure the network is."""

    kind: str
    start: datetime
    end: datetime
    score: float


#: A network that hears: one window in, a score for each row of AudioSet out.
Ears = Callable[[NDArray[np.float32]], NDArray[np.float32]]


class YamNet:
    """The network in the program's own process: it is small, and a window takes it milliseconds."""

    def __init__(self, weights: Path) -> None:
        try:
            from ai_edge_litert.interpreter import Interpreter
        except ImportError as error:
            raise BackendUnavailable(
                f"Sounds cannot be recognised: {error}.", fix="Reinstall the program's packages."
            ) from error
        try:
            self._engine = Interpreter(str(weights), num_threads=1)
            self._engine.allocate_tensors()
        except (ValueError, RuntimeError) as error:
            raise ModelCorrupt(
                f"{weights.name} is no network that hears.",
                fix="Bring it again: omnisight models pull yamnet --again",
            ) from error
        self._put = self._engine.get_input_details()[0]
        self._take = self._engine.get_output_details()[0]["index"]

    def __call__(self, window: NDArray[np.float32]) -> NDArray[np.float32]:
        shape = tuple(int(side) for side in self._put["shape"])
        self._engine.set_tensor(self._put["index"], window.reshape(shape))
        self._engine.invoke()
        return np.asarray(self._engine.get_tensor(self._take), np.float32).reshape(-1)


class Sounds:
    """Listens to one camera, half a window after the other."""

    def __init__(self, ears: Ears) -> None:
        self._ears = ears
        self._held: NDArray[np.float32] = np.zeros(0, np.float32)
        self._begin: datetime | None = None
        self._last: dict[str, datetime] = {}

    def hear(self, sound: Sound, at: datetime) -> tuple[SoundHeard, ...]:
        """What a piece of sound, which began at this moment, brings."""
        due = None if self._begin is None else self._begin + _length(len(self._held))
        if due is None or abs((at - due).total_seconds()) > _ASTRAY_S:
            self._held, self._begin = np.zeros(0, np.float32), at
        clean = np.nan_to_num(sound.samples, nan=0.0, posinf=0.0, neginf=0.0)
        self._held = np.concatenate([self._held, np.clip(clean, -1, 1).astype(np.float32)])
        found: list[SoundHeard] = []
        while len(self._held) >= _WINDOW and self._begin is not None:
            found += self._listen(self._held[:_WINDOW], self._begin)
            self._held = self._held[_STEP:]
            self._begin += _length(_STEP)
        return tuple(found)

    def close(self) -> tuple[SoundHeard, ...]:
        """What is left: a short sound may be all there is."""
        held, begin = self._held, self._begin
        self._held, self._begin = np.zeros(0, np.float32), None
        if begin is None or len(held) < _STEP // 2:
            return ()
        return self._listen(np.pad(held, (0, _WINDOW - len(held))), begin)

    def _listen(self, window: NDArray[np.float32], begin: datetime) -> tuple[SoundHeard, ...]:
        if float(np.abs(window).max()) < _QUIET:
            return ()
        scores, end, found = self._ears(window), begin + _length(_WINDOW), []
        for kind, (rows, least) in KINDS.items():
            score = float(scores[list(rows)].max())
            if score < least:
                continue
            last = self._last.get(kind)
            self._last[kind] = end
            if last is None or not timedelta(0) <= end - last <= timedelta(seconds=_HOLD_S):
                found.append(SoundHeard(kind, begin, end, round(score, 3)))
        return tuple(found)


def _length(samples: int) -> timedelta:
    return timedelta(seconds=samples / SPEECH_HZ)
