"""The timeline made ready to be drawn: stacked bars for events, worked out where nobody waits for it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.services.timeline import Lanes, Missing, Moved, Recorded

_LOWEST, _RISE = 0.42, 0.12  # of a lane's height: one event, and each time there are twice as many


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Events of one sort: where each bar begins, and between which shares of the height it stands."""

    sort: str
    start_ms: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """One lane as it is drawn."""

    step_ms: int
    recorded: Sequence[Recorded]
    moved: Sequence[Moved]
    missing: Sequence[Missing]
    bars: tuple[Bars, ...]


def drawings(lanes: Lanes) -> Mapping[str, Drawing]:
    """Every lane, by its camera."""
    return {
        lane.camera: Drawing(
            lane.ticks[0].step_ms if lane.ticks else lanes.step_ms,
            lane.recorded,
            lane.moved,
            lane.missing,
            _stacked([(tick.start_ms, tick.sort.value, tick.events) for tick in lane.ticks]),
        )
        for lane in lanes.lanes
    }


def _stacked(ticks: list[tuple[int, str, int]]) -> tuple[Bars, ...]:
    """Sorts that share a step stand on top of each other; many events stand higher than few."""
    totals: dict[int, int] = defaultdict(int)
    for start_ms, _, events in ticks:
        totals[start_ms] += events
    rows: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    grown: dict[int, float] = defaultdict(float)
    for start_ms, sort, events in sorted(ticks):
        total = totals[start_ms]
        low = grown[start_ms]
        high = low + min(1.0, _LOWEST + _RISE * math.log2(total)) * events / total
        rows[sort].append((start_ms, low, high))
        grown[start_ms] = high
    return tuple(_bars(sort, found) for sort, found in rows.items())


def _bars(sort: str, rows: list[tuple[float, float, float]]) -> Bars:
    columns = np.asarray(rows, np.float64).T
    return Bars(sort, columns[0], columns[1], columns[2])
