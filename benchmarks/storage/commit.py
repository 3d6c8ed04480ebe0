"""How soon one event is safe while others push as fast as they are let."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.history import history
from benchmarks.measure import Row, Spread, load, timed_ms
from benchmarks.storage.arms import EVENTS, INSERT, fresh, raw, say, writing
from omnisight_desktop.core.event import Event

_PRODUCERS = 4


def commit(place: Path, quick: bool) -> list[Row]:
    """How long one event takes to be safe while four others push as fast as they are let."""
    singles = 60 if quick else 500
    times: dict[str, list[float]] = {"ours": [], "peer": [], "limit": []}
    turns = 1 if quick else 4
    for turn in range(turns):
        before = {name: len(taken) for name, taken in times.items()}
        pushed = {}
        for name, arm in (("ours", _commit_ours), ("peer", _commit_raw)):
            path = fresh(place / f"commit-{name}-{turn}.db")
            taken, pushed[name] = arm(path, singles)
            times[name] += taken
        times["limit"] += _sync_one(place / "one.bin", singles)
        said = ", ".join(
            f"{name} p50 {Spread(tuple(taken[before[name] :])).p50:.2f} "
            f"p99 {Spread(tuple(taken[before[name] :])).p99:.2f} ms"
            for name, taken in times.items()
        )
        flow = ", ".join(f"{name} {rate:,.0f}/s" for name, rate in pushed.items())
        say(f"commit, round {turn + 1}: {said}; pushed meanwhile: {flow}; {load()}; all stored")
    spreads = {name: Spread(tuple(taken)) for name, taken in times.items()}
    return [
        {
            "name": f"one event committed, {_PRODUCERS} producers pushing, {share}",
            **{name: getattr(spread, share) for name, spread in spreads.items()},
            "ratio": getattr(spreads["ours"], share) / getattr(spreads["peer"], share),
            "unit": "ms",
            "goal": "p99 < 20",
            "met": spreads["ours"].p99 < 20,
            "peer_is": "sqlite3 behind a lock, a transaction an event",
            "limit_is": "one event appended to a file, and fsync",
            "rounds": turns,
        }
        for share in ("p50", "p99")
    ]


def _commit_ours(path: Path, singles: int) -> tuple[list[float], float]:
    with writing(path) as writer:
        return _under_pressure(path, singles, writer.keep, writer.commit)


def _commit_raw(path: Path, singles: int) -> tuple[list[float], float]:
    with closing(raw(path)) as connection:
        lock = threading.Lock()

        def store(event: Event) -> None:
            with lock:
                connection.execute(INSERT, EVENTS.to_row(event))

        return _under_pressure(path, singles, store, store)


def _under_pressure(
    path: Path,
    singles: int,
    push: Callable[[Event], object],
    store: Callable[[Event], object],
) -> tuple[list[float], float]:
    """Times of single events while producers push; and how many a second those pushed."""
    supply = list(history(singles * 4))
    done = threading.Event()
    pushed = [0] * _PRODUCERS

    def produce(producer: int) -> None:
        for number in count():
            if done.is_set():
                return
            like = supply[number % len(supply)]
            push(replace(like, id=f"P{producer}-{number}"))
            pushed[producer] += 1

    threads = [threading.Thread(target=produce, args=(n,)) for n in range(_PRODUCERS)]
    for thread in threads:
        thread.start()
    ours = [replace(event, id=f"S{number}") for number, event in enumerate(supply[:singles])]
    taken: list[float] = []
    try:
        for event in ours:
            taken.append(timed_ms(partial(store, event)))
        rate = sum(pushed) / sum(taken) * 1000
    finally:
        done.set()
        for thread in threads:
            thread.join()
    with closing(raw(path)) as connection:
        stored = connection.execute("SELECT count(*) FROM person_events WHERE id LIKE 'S%'")
        if stored.fetchone()[0] != singles:
            raise SystemExit("an event that was committed is not there")
    return taken, rate


def _sync_one(path: Path, times: int) -> list[float]:
    line = repr(EVENTS.to_row(next(history(1)))).encode()
    taken = []
    with path.open("wb", buffering=0) as file:

        def append() -> None:
            file.write(line)
            os.fsync(file.fileno())

        for _ in range(times):
            taken.append(timed_ms(append))
    return taken
