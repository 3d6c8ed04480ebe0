"""The timeline of a million events at every scale, and of a tenth of them."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks.history import BEGIN, CAMERAS, YEAR, history
from benchmarks.measure import Row, Spread, load, row, timed_ms
from benchmarks.storage.arms import fresh, raw, say, writing
from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.services.timeline import Lanes, Timeline, step_of
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.events import EventFilter
from omnisight_desktop.storage.spans import DAY_MS, SpanArchive

_HOUR_MS = 3_600_000
_SCALES = (
    ("an hour", timedelta(hours=1)),
    ("a day", timedelta(days=1)),
    ("a month", timedelta(days=30)),
    ("a year", YEAR),
)
_PEER = (
    "SELECT camera_id, start_ms / ?1, type, label, count(*) FROM person_events "
    "INDEXED BY ix_person_events_start_ms "
    "WHERE start_ms >= ?2 AND start_ms < ?3 AND type <> 'left' GROUP BY 1, 2, 3, 4"
)
_LIMITS = {
    DAY_MS: "SELECT camera_id, day_ms, type, label, events FROM event_days "
    "WHERE day_ms >= ?1 AND day_ms < ?2 AND type <> 'left'",
    _HOUR_MS: "SELECT camera_id, hour_ms, type, label, events FROM event_counts "
    "WHERE hour_ms >= ?1 AND hour_ms < ?2 AND type <> 'left' AND camera_id <> ''",
    0: "SELECT camera_id, start_ms, type, label, 1 FROM person_events "
    "INDEXED BY ix_person_events_start_ms "
    "WHERE start_ms >= ?1 AND start_ms < ?2 AND type <> 'left'",
}
_FACTOR = 3.0  # a year may cost so many days


def sums(place: Path, quick: bool) -> list[Row]:
    """Each scale over the large history, and what the year costs beside the day."""
    size = 40_000 if quick else 1_000_000
    path = _filled(place / "history.db", size)
    database, connection = Database.open(path), raw(path)
    timeline = Timeline(SpanArchive(database))
    rounds = 5 if quick else 15
    try:
        spreads = [
            _scale(timeline, connection, span, f"timeline of {name}", rounds, size)
            for name, span in _SCALES
        ]
    finally:
        database.close()
        connection.close()
    rows = [made for made, _ in spreads]
    day, year = spreads[1][1].p50, spreads[3][1].p50
    rows.append(
        row(
            "timeline: a year beside a day",
            year,
            limit=day,
            ratio=year / day,
            unit="ms",
            goal=f"at most {_FACTOR:g} times as long",
            met=year <= _FACTOR * day,
        )
    )
    return rows


def _scale(
    timeline: Timeline,
    connection: sqlite3.Connection,
    span: timedelta,
    name: str,
    rounds: int,
    size: int,
) -> tuple[Row, Spread]:
    chance = random.Random(3)
    span_ms = round(span.total_seconds() * 1000)
    step_ms = step_of(span_ms)
    unit_ms = DAY_MS if step_ms >= DAY_MS else _HOUR_MS
    ours, peer, limit = list[float](), list[float](), list[float]()
    for _ in range(rounds):
        room = max(1, round(YEAR.total_seconds() * 1000) - span_ms)
        since = to_ms(BEGIN) + chance.randrange(room) // unit_ms * unit_ms
        until = since + span_ms // unit_ms * unit_ms
        statement = _LIMITS[unit_ms if step_ms >= _HOUR_MS else 0]
        ours.append(timed_ms(partial(_ours, timeline, since, until)))
        peer.append(timed_ms(partial(_all, connection, _PEER, step_ms, since, until)))
        limit.append(timed_ms(partial(_all, connection, statement, since, until)))
        _insist_same(
            _ours(timeline, since, until), _all(connection, _PEER, step_ms, since, until), name
        )
    mine, theirs, least = Spread(tuple(ours)), Spread(tuple(peer)), Spread(tuple(limit))
    say(f"{name}: {mine.p50:.1f} ms, worst {mine.p99:.1f}; {load()}")
    made = row(
        f"{name}, {size:,} events",
        mine.p50,
        peer=theirs.p50,
        limit=least.p50,
        ratio=mine.p50 / theirs.p50,
        unit="ms",
        goal="the middle one; off the main thread",
    )
    return made, mine


def _ours(timeline: Timeline, since: int, until: int) -> Lanes:
    return timeline.lanes(CAMERAS, from_ms(since), from_ms(until), EventFilter())


def _all(connection: sqlite3.Connection, statement: str, *values: int) -> list[tuple[object, ...]]:
    return connection.execute(statement, values).fetchall()


def _insist_same(told: Lanes, counted: list[tuple[object, ...]], name: str) -> None:
    """Both arms counted every event."""
    mine = sum(tick.events for lane in told.lanes for tick in lane.ticks)
    theirs = sum(int(str(line[4])) for line in counted)
    if mine != theirs:
        raise SystemExit(f"{name}: {mine} events beside {theirs}")


def _filled(path: Path, size: int) -> Path:
    def fill() -> None:
        with writing(fresh(path)) as writer:
            batch = []
            for event in history(size):
                batch.append(event)
                if len(batch) == 1000:
                    writer.keep(*batch)
                    batch.clear()
            writer.keep(*batch)

    took_ms = timed_ms(fill)
    with closing(raw(path)) as connection:
        stored = connection.execute("SELECT count(*) FROM person_events").fetchone()[0]
    say(f"{stored:,} events stored in {took_ms / 1000:.1f} s; {load()}")
    return path
