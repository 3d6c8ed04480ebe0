"""Notices when it becomes loud: much louder than what is usual there, whatever is usual there.

The usual is the level that is exceeded a tenth of the time. It follows slowly, so that rain that
sets in is loud once and usual soon after, and a conversation is as loud as conversations are.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.core.ports.hearing import Loud

_BLOCK_S = 0.05
_WARM_UP = 20  # blocks after which it is known what is usual
_QUIETEST_DBFS = -80.0  # the noise of a good microphone; below it nothing is to be told
_UP_DB, _DOWN_DB = 0.135, 0.015  # steps of the usual; in this ratio a tenth of the blocks lie above
_HOLD_DB = 6.0  # what is loud may sink by so much and is loud still
_HANG_S = 2.0  # a pause so short ends nothing
_ASTRAY_S = 0.5  # sound that comes at another time than this has a gap before it
_OVERDRIVEN = 4.0  # samples beyond full scale come from resampling; beyond this from a fault

_Samples = NDArray[np.float32]
_Levels = NDArray[np.float64]


class Loudness:
    """Listens to one microphone. It is loud when the level rises by ``rise_db`` above the usual, to
    ``floor_dbfs`` at least, and stays there for ``least_s``."""

    def __init__(
        self, *, rise_db: float = 15.0, floor_dbfs: float = -35.0, least_s: float = 0.1
    ) -> None:
        self._rise_db = rise_db
        self._floor_dbfs = floor_dbfs
        self._least = max(1, round(least_s / _BLOCK_S))
        self._rate_hz = 0
        self._rest: _Samples = np.zeros(0, np.float32)
        self._due: datetime | None = None
        self._usual_dbfs: float | None = None
        self._first: list[float] = []
        self._above: list[tuple[datetime, float, float]] = []
        self._loud: Loud | None = None
        self._from_db = 0.0  # the usual when it became loud
        self._last_loud: datetime | None = None

    @property
    def usual_dbfs(self) -> float | None:
        """What is usual here; None until enough was heard."""
        return self._usual_dbfs

    def hear(self, sound: Sound, at: datetime) -> tuple[Loud, ...]:
        """What a piece of sound that began at this moment brings: it became loud, or it was."""
        news = list(self._joined(sound, at))
        size = max(1, round(sound.rate_hz * _BLOCK_S))
        samples = np.concatenate([self._rest, _clean(sound.samples)])
        begin = at - timedelta(seconds=len(self._rest) / sound.rate_hz)
        count = len(samples) // size
        self._rest = samples[count * size :]
        self._due = at + timedelta(seconds=len(sound.samples) / sound.rate_hz)
        blocks = samples[: count * size].reshape(count, size)
        peaks = np.abs(blocks).max(axis=1) if count else np.zeros(0)
        for place, level in enumerate(_levels(blocks).tolist()):
            start = begin + timedelta(seconds=place * size / sound.rate_hz)
            news += self._take(start, level, _dbfs(float(peaks[place])))
        return tuple(news)

    def close(self) -> tuple[Loud, ...]:
        """End what is loud, because nothing more is heard."""
        loud, self._loud = self._loud, None
        self._above.clear()
        if loud is None:
            return ()
        return (replace(loud, end=max(loud.start, self._last_loud or loud.start)),)

    def _joined(self, sound: Sound, at: datetime) -> tuple[Loud, ...]:
        """Whether this piece follows the one before; if not, that one stands for itself."""
        gap_s = 0.0 if self._due is None else abs((at - self._due).total_seconds())
        if sound.rate_hz == self._rate_hz and gap_s <= _ASTRAY_S:
            return ()
        self._rate_hz = sound.rate_hz
        self._rest = np.zeros(0, np.float32)
        return self.close()

    def _take(self, start: datetime, level: float, peak: float) -> tuple[Loud, ...]:
        if level == -np.inf:
            return self._fade(
                start
            )  # no microphone is as silent; it was off, and nothing is learnt
        level = max(level, _QUIETEST_DBFS)
        usual = self._usual_dbfs
        if usual is None:
            self._warm_up(level)
            return ()
        self._usual_dbfs = usual + (_UP_DB if level > usual else -_DOWN_DB)
        if self._loud is None:
            return self._listen(start, level, peak, usual)
        return self._go_on(self._loud, start, level, peak)

    def _warm_up(self, level: float) -> None:
        self._first.append(level)
        if len(self._first) >= _WARM_UP:
            self._usual_dbfs = float(np.quantile(self._first, 0.9))
            self._first.clear()

    def _listen(self, start: datetime, level: float, peak: float, usual: float) -> tuple[Loud, ...]:
        if level < max(usual + self._rise_db, self._floor_dbfs):
            self._above.clear()
            return ()
        self._above.append((start, level, peak))
        if len(self._above) < self._least:
            return ()
        began = self._above[0][0]
        self._from_db = usual
        loudest = max(level for _, level, _ in self._above)
        highest = max(peak for _, _, peak in self._above)
        self._above.clear()
        self._loud = Loud(began, None, round(highest, 1), round(loudest - usual, 1))
        self._last_loud = start + timedelta(seconds=_BLOCK_S)
        return (self._loud,)

    def _go_on(self, loud: Loud, start: datetime, level: float, peak: float) -> tuple[Loud, ...]:
        self._loud = replace(
            loud,
            peak_dbfs=max(loud.peak_dbfs, round(peak, 1)),
            above_db=max(loud.above_db, round(level - self._from_db, 1)),
        )
        usual = self._usual_dbfs or self._from_db
        lowest = max(self._from_db + self._rise_db - _HOLD_DB, usual + self._rise_db / 2)
        if level >= lowest:
            self._last_loud = start + timedelta(seconds=_BLOCK_S)
            return ()
        return self._fade(start)

    def _fade(self, now: datetime) -> tuple[Loud, ...]:
        self._above.clear()
        quiet_since = self._last_loud
        if self._loud is None or quiet_since is None:
            return ()
        return self.close() if (now - quiet_since).total_seconds() >= _HANG_S else ()


def _clean(samples: _Samples) -> _Samples:
    """Samples as one can reckon with them."""
    known = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
    return np.clip(known, -_OVERDRIVEN, _OVERDRIVEN).astype(np.float32)


def _levels(blocks: _Samples) -> _Levels:
    """The level of each block in dBFS; a constant offset makes no sound."""
    power = blocks.astype(np.float64).var(axis=1)
    # What is left of an offset by rounding is no sound either.
    silent = np.full(len(power), -np.inf)
    return np.asarray(10 * np.log10(power, out=silent, where=power > 1e-16), np.float64)


def _dbfs(peak: float) -> float:
    return float(20 * np.log10(peak)) if peak > 0 else float("-inf")
