"""One movement of 30 rows and 99 columns against 30, 300 and 3,000 templates."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from dtaidistance import dtw, dtw_ndim
from numpy.typing import NDArray

from benchmarks.measure import Row, Spread, row, timed_ms
from omnisight_desktop.perception.gesture.distance import Rows, Templates

_ROWS, _COLUMNS, _KINDS = 30, 99, 12
_WINDOW = 10
_LOOP_GOAL, _BEST_GOAL = 5.0, 2.0

Ask = Callable[[], int]


def search(quick: bool) -> list[Row]:
    """Ours beside the loop and beside the best call, on movements that resemble each other and on noise."""
    assert dtw.dtw_cc is not None, "the peer has to be its C library"
    found: list[Row] = []
    for count in (30, 300, 3000):
        rounds = max(3, (3000 if quick else 9000) // count // 4)
        found += _measured("movements", _movements(count), count, min(rounds, 60))
    found += _measured("noise, the worst case", _noise(300), 300, 5 if quick else 20)
    return found


def _measured(name: str, made: tuple[list[Rows], list[Rows]], count: int, rounds: int) -> list[Row]:
    templates, queries = made
    ours = Templates(templates)
    theirs = [np.ascontiguousarray(one, np.double) for one in templates]
    times: dict[str, list[float]] = {}
    same = True
    for number in range(rounds):
        query = queries[number % len(queries)]
        wide = np.ascontiguousarray(query, np.double)
        arms: dict[str, Ask] = {
            "ours": partial(_ours, query, ours),
            "loop": partial(_loop, wide, theirs),
            "abandon": partial(_abandoning, wide, theirs, None),
            "window": partial(_abandoning, wide, theirs, _WINDOW),
            "matrix": partial(_matrix, wide, theirs),
        }
        answers = {arm: _timed(ask, times.setdefault(arm, [])) for arm, ask in arms.items()}
        same = same and answers["ours"] == answers["loop"]
    spread = {arm: Spread(tuple(values)) for arm, values in times.items()}
    best = min(("abandon", "window", "matrix"), key=lambda arm: spread[arm].p50)
    mine, goal = spread["ours"].p50, count == 300
    where = f"{count} templates, {name}"
    return [
        row(
            f"nearest of {where}",
            mine,
            peer=spread["loop"].p50,
            ratio=spread["loop"].p50 / mine,
            unit="ms",
            goal=f"{_LOOP_GOAL:g} times a loop, same neighbour: {same}",
            met=(spread["loop"].p50 >= _LOOP_GOAL * mine and same) if goal else same,
        ),
        row(
            f"  beside its best call ({best})",
            mine,
            peer=spread[best].p50,
            ratio=spread[best].p50 / mine,
            unit="ms",
            goal=f"{_BEST_GOAL:g} times the best call",
            met=spread[best].p50 >= _BEST_GOAL * mine if goal else None,
        ),
    ]


def _timed(ask: Ask, times: list[float]) -> int:
    answer: list[int] = []
    times.append(timed_ms(lambda: answer.append(ask())))
    return answer[0]


def _movements(count: int) -> tuple[list[Rows], list[Rows]]:
    """Some kinds of smooth movements, each performed a little differently every time."""
    chance = np.random.default_rng(7)
    kinds = [_walk(chance, _ROWS * 2) for _ in range(_KINDS)]
    made = [_performed(chance, kinds[n % _KINDS]) for n in range(count + 20)]
    return made[:count], made[count:]


def _performed(chance: np.random.Generator, kind: Rows) -> Rows:
    pace = np.cumsum(chance.uniform(0.5, 1.5, _ROWS))
    places = (pace - pace[0]) / (pace[-1] - pace[0]) * (len(kind) - 1)
    columns = [np.interp(places, np.arange(len(kind)), kind[:, c]) for c in range(_COLUMNS)]
    own = _walk(chance, _ROWS) * 0.4
    return np.asarray(np.stack(columns, axis=1) + own, np.float32)


def _walk(chance: np.random.Generator, rows: int) -> Rows:
    return np.asarray(np.cumsum(chance.normal(0, 0.1, (rows, _COLUMNS)), axis=0), np.float32)


def _noise(count: int) -> tuple[list[Rows], list[Rows]]:
    """Nothing is like anything: no bound tells who may be the nearest."""
    chance = np.random.default_rng(8)
    shape = (count + 20, _ROWS, _COLUMNS)
    made = list(chance.normal(0, 1, shape).astype(np.float32))
    return made[:count], made[count:]


def _ours(query: Rows, templates: Templates) -> int:
    return templates.nearest(query).index


def _loop(query: NDArray[Any], templates: list[NDArray[Any]]) -> int:
    return int(np.argmin([dtw_ndim.distance_fast(query, one) for one in templates]))


def _abandoning(query: NDArray[Any], templates: list[NDArray[Any]], window: int | None) -> int:
    best, index = None, 0
    for number, one in enumerate(templates):
        apart = dtw_ndim.distance_fast(query, one, window=window, max_dist=best)
        if best is None or apart < best:
            best, index = apart, number
    return index


def _matrix(query: NDArray[Any], templates: list[NDArray[Any]]) -> int:
    block = ((0, 1), (1, len(templates) + 1))
    found = dtw_ndim.distance_matrix_fast(
        [query, *templates], block=block, compact=True, parallel=False, ndim=_COLUMNS
    )
    return int(np.argmin(found))
