"""What goes wrong, and when: drawn by chance, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.endure.cameras import Trouble

_QUIET_S = 40.0  # at the beginning and at the end


@dataclass(frozen=True, slots=True)
class Kill:
    """The program is killed, and started again so much later."""

    at_s: float
    away_s: float


@dataclass(frozen=True, slots=True)
class Full:
    """The disk is full for a while."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Faults:
    """Everything that goes wrong in one run."""

    kills: tuple[Kill, ...]
    full: tuple[Full, ...]
    troubles: tuple[tuple[Trouble, ...], ...]  # of each camera


def drawn(minutes: float, cameras: int, seed: int) -> Faults:
    """About a kill every three minutes, a full disk every ten, a trouble of each camera every four."""
    chance = np.random.default_rng(seed)
    begin, end = _QUIET_S, minutes * 60 - _QUIET_S
    kills = tuple(
        Kill(at_s, float(chance.uniform(1, 12)))
        for at_s in _moments(chance, begin, end, max(1, round(minutes / 3)))
    )
    full = tuple(
        Full(at_s, at_s + float(chance.uniform(20, 50)))
        for at_s in _moments(chance, begin, end - 60, max(1, round(minutes / 10)))
    )
    troubles = []
    for _ in range(cameras):
        own = [
            Trouble(at_s, at_s + float(chance.uniform(2, 25)), bool(chance.random() < 0.4))
            for at_s in _moments(chance, begin, end - 30, max(1, round(minutes / 4)))
        ]
        troubles.append(tuple(own))
    return Faults(kills, full, tuple(troubles))


def _moments(chance: np.random.Generator, begin: float, end: float, count: int) -> Iterator[float]:
    """That many, one in each part of the time, so that they do not all come at once."""
    part = (end - begin) / count
    for number in range(count):
        yield begin + part * (number + float(chance.uniform(0.1, 0.7)))
