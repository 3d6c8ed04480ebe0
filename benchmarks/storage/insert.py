"""Events a second into the database, through the writer and by executemany."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.history import COMMON, RARE, history
from benchmarks.measure import Row, load, timed_ms
from benchmarks.storage.arms import EVENTS, INSERT, fresh, raw, say, writing
from omnisight_desktop.core.event import Event

_BATCH = 1000


def insert(place: Path, quick: bool) -> list[Row]:
    """Events a second through the writer, against executemany."""
    events = list(history(4_000 if quick else 50_000))
    table = [EVENTS.to_row(event) for event in events]
    found = []
    for words in (True, False):
        rates: dict[str, list[float]] = {"ours": [], "peer": [], "limit": []}
        for turn in range(2 if quick else 5):
            ours = fresh(place / f"ours-{words}-{turn}.db", words=words)
            peer = fresh(place / f"peer-{words}-{turn}.db", words=words)
            arms = [
                ("ours", partial(_insert_ours, ours, events)),
                ("peer", partial(_insert_raw, peer, table)),
                ("limit", partial(_append, place / "limit.bin", table)),
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
            connection.executemany(INSERT, table[at : at + _BATCH])
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
        f"SELECT seq, {', '.join(EVENTS.columns)} FROM person_events ORDER BY seq",
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
