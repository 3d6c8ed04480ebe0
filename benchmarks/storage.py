"""The memory: how fast events go in, how soon one is safe, and how fast a year of them answers.

``python -m benchmarks.storage [--quick] [--json]``. The peer is Python's own sqlite3 over the same
tables, indexes, triggers and pragmas in the same run; both must end up with the same content.
"""

from __future__ import annotations

import argparse
import gc
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.history import BEGIN, CAMERAS, COMMON, PEOPLE, RARE, history
from benchmarks.measure import Row, Spread, load, show, timed_ms
from omnisight_desktop.core.clock import SystemClock, to_ms
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.instruments import Instruments
from omnisight_desktop.flow.bus import Bus
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.events import HOUR_MS, EventArchive, EventFilter
from omnisight_desktop.storage.intake import INTAKES
from omnisight_desktop.storage.writer import Writer

_BATCH = 1000
_PRODUCERS = 4
_EVENTS = INTAKES["event"]
_INSERT = (
    f"INSERT INTO person_events ({', '.join(_EVENTS.columns)}) "
    f"VALUES ({', '.join('?' * len(_EVENTS.columns))})"
)
_PRAGMAS = (
    "PRAGMA busy_timeout = 1000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA wal_autocheckpoint = 2000",
    "PRAGMA journal_size_limit = 67108864",
)


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Path(folder)
        return [*insert(place, quick), *commit(place, quick), *ask(place, quick)]


def say(text: str) -> None:
    """Tell how it goes, beside the result."""
    print(text, file=sys.stderr, flush=True)


def raw(path: Path) -> sqlite3.Connection:
    """The peer: a plain connection, set up as ours is."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in _PRAGMAS:
        connection.execute(pragma).fetchall()
    return connection


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Ours: the writer over a database."""
    database = Database.open(path)
    writer = Writer(
        database,
        path.parent / f"{path.name}-journal-of-ours",
        bus=Bus(),
        clock=SystemClock(),
        instruments=Instruments(),
    )
    writer.start()
    try:
        yield writer
    finally:
        writer.stop()
        database.close()


def fresh(path: Path, *, words: bool = True) -> Path:
    """An empty database, with or without the full-text index."""
    Database.create(path).close()
    if not words:
        with closing(raw(path)) as connection:
            for verb in ("insert", "update", "delete"):
                connection.execute(f"DROP TRIGGER event_words_{verb}")
            connection.execute("DROP TABLE event_words")
    return path


# --- into the database -----------------------------------------------------------------------


def insert(place: Path, quick: bool) -> list[Row]:
    """Events a second through the writer, against executemany."""
    events = list(history(4_000 if quick else 50_000))
    table = [_EVENTS.to_row(event) for event in events]
    found = []
    for words in (True, False):
        rates: dict[str, list[float]] = {"ours": [], "peer": [], "limit": []}
        for turn in range(2 if quick else 5):
            ours = fresh(place / f"ours-{words}-{turn}.db", words=words)
            peer = fresh(place / f"peer-{words}-{turn}.db", words=words)
            arms: list[tuple[str, Callable[[], object]]] = [
                ("ours", lambda ours=ours: _insert_ours(ours, events)),  # type: ignore[misc]
                ("peer", lambda peer=peer: _insert_raw(peer, table)),  # type: ignore[misc]
                ("limit", lambda: _append(place / "limit.bin", table)),
            ]
            # Who goes first changes from round to round.
            for name, arm in arms if turn % 2 == 0 else arms[::-1]:
                rates[name].append(len(events) / timed_ms(arm) * 1000)
            _insist_same(ours, peer, words=words)
            say(
                f"insert {'with' if words else 'without'} full text, round {turn + 1}: "
                + ", ".join(f"{name} {rate[-1]:,.0f}/s" for name, rate in rates.items())
                + f"; {load()}; content equal"
            )
        ratio = median(o / p for o, p in zip(rates["ours"], rates["peer"], strict=True))
        found.append(
            {
                "name": f"insert, full text {'kept' if words else 'left out'}",
                **{name: median(rate) for name, rate in rates.items()},
                "ratio": ratio,
                "unit": "events/s",
                "goal": "ratio >= 0.4",
                "met": ratio >= 0.4,
                "peer_is": f"sqlite3 executemany, {_BATCH} a transaction",
                "limit_is": f"the same bytes appended to a file, fsync every {_BATCH}",
                "rounds": len(rates["ours"]),
            }
        )
    return found


def _insert_ours(path: Path, events: Sequence[Event]) -> None:
    with writing(path) as writer:
        for at in range(0, len(events), _BATCH):
            writer.keep(*events[at : at + _BATCH])


def _insert_raw(path: Path, table: Sequence[tuple[Any, ...]]) -> None:
    with closing(raw(path)) as connection:
        for at in range(0, len(table), _BATCH):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(_INSERT, table[at : at + _BATCH])
            connection.execute("COMMIT")


def _append(path: Path, table: Sequence[tuple[Any, ...]]) -> None:
    with path.open("wb") as file:
        for at in range(0, len(table), _BATCH):
            file.write("\n".join(map(repr, table[at : at + _BATCH])).encode())
            file.flush()
            os.fsync(file.fileno())


def _insist_same(ours: Path, peer: Path, *, words: bool) -> None:
    """The gate: the same events in the same order, the same finds, the same counts."""
    looks = [
        f"SELECT seq, {', '.join(_EVENTS.columns)} FROM person_events ORDER BY seq",
        "SELECT * FROM event_counts ORDER BY camera_id, hour_ms, type, label",
    ]
    if words:
        looks += [
            f"SELECT rowid FROM event_words WHERE event_words MATCH '{word}' ORDER BY rowid"
            for word in (COMMON, RARE, "person", "porch")
        ]
    with closing(raw(ours)) as a, closing(raw(peer)) as b:
        for look in looks:
            mine, theirs = a.execute(look).fetchall(), b.execute(look).fetchall()
            if mine != theirs or not mine:
                raise SystemExit(f"ours and the peer do not hold the same: {look}")


# --- safe in the database --------------------------------------------------------------------


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
                connection.execute(_INSERT, _EVENTS.to_row(event))

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
            push(_renamed(like, f"P{producer}-{number}"))
            pushed[producer] += 1

    threads = [threading.Thread(target=produce, args=(n,)) for n in range(_PRODUCERS)]
    for thread in threads:
        thread.start()
    ours = [_renamed(event, f"S{number}") for number, event in enumerate(supply[:singles])]
    taken: list[float] = []
    try:
        all_ms = timed_ms(lambda: taken.extend(timed_ms(lambda e=e: store(e)) for e in ours))  # type: ignore[misc]
        rate = sum(pushed) / all_ms * 1000
    finally:
        done.set()
        for thread in threads:
            thread.join()
    with closing(raw(path)) as connection:
        stored = connection.execute("SELECT count(*) FROM person_events WHERE id LIKE 'S%'")
        if stored.fetchone()[0] != singles:
            raise SystemExit("an event that was committed is not there")
    return taken, rate
