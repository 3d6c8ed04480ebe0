"""What it costs to let the oldest events go: finding them, and removing them while others commit."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.history import BEGIN, YEAR, history
from benchmarks.measure import Row, Spread, load, timed_ms
from benchmarks.storage.arms import EVENTS, INSERT, raw, say, writing
from benchmarks.storage.query import filled
from omnisight_desktop.config.sections import Retention as Limits
from omnisight_desktop.core.clock import ManualClock, to_ms
from omnisight_desktop.core.event import Event
from omnisight_desktop.services.retention import Retention
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.retention import Outdated

_LIMITS = Limits(free_disk_gb=0.0, free_disk_percent=0.0)
_EVERY_S = 0.01  # between two events that are committed meanwhile
_LEAST_S = 0.3
_AT_ONCE_MS = 100.0
_PLAN_MS = 1000.0

#: What our plan finds, said plainly: past their year, and no protected clip of theirs.
_PAST = """
    FROM person_events AS e WHERE start_ms < :at AND coalesce(end_ms, start_ms) < :at AND NOT EXISTS
    (SELECT 1 FROM event_clips AS c WHERE c.id = e.clip_id AND c.protected)
"""


def retention(place: Path, quick: bool) -> list[Row]:
    """Planning over a year of events, and removing a tenth of them while somebody commits."""
    size = 40_000 if quick else 1_000_000
    path = filled(place / f"history-{size}.db", size)
    now = BEGIN + YEAR + timedelta(days=YEAR.days // 10)
    _protect_some(path, now)
    return [_planning(path, now, quick), *_removing(place, path, now, quick)]


def _protect_some(path: Path, now: datetime) -> None:
    """Every hundredth clip of an old event is one that somebody protected."""
    with closing(raw(path)) as connection:
        connection.execute(
            "INSERT OR IGNORE INTO event_clips"
            " SELECT clip_id, camera_id, clip_id, start_ms, start_ms, 1, '', 1 FROM person_events"
            " WHERE start_ms < ? AND clip_id IS NOT NULL AND seq % 100 = 0",
            (to_ms(now - YEAR),),
        )
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _planning(path: Path, now: datetime, quick: bool) -> Row:
    database = Database.open(path)
    at = {"at": to_ms(now - timedelta(days=_LIMITS.event_days))}
    times: dict[str, list[float]] = {"ours": [], "peer": [], "limit": []}
    with closing(database), closing(raw(path)) as connection:
        outdated = Outdated(database)
        mine = outdated.plan(_LIMITS, now).count
        theirs = connection.execute(f"SELECT count(*) {_PAST}", at).fetchone()[0]
        if not mine == theirs > 0:
            raise SystemExit(f"ours finds {mine} events past their time, the peer {theirs}")
        counted = "SELECT count(*) FROM person_events WHERE start_ms < :at"
        arms: list[tuple[str, Callable[[], object]]] = [
            ("ours", lambda: outdated.plan(_LIMITS, now)),
            ("peer", lambda: connection.execute(f"SELECT count(*) {_PAST}", at).fetchone()),
            ("limit", lambda: connection.execute(counted, at).fetchone()),
        ]
        for turn in range(5 if quick else 15):
            for name, arm in arms if turn % 2 == 0 else arms[::-1]:
                times[name].append(timed_ms(arm))
    spreads = {name: Spread(tuple(taken)).p50 for name, taken in times.items()}
    say(f"planning: {mine:,} events go; {load()}; both find the same")
    return {
        "name": "what is past its time, planned",
        **spreads,
        "ratio": spreads["ours"] / spreads["peer"],
        "unit": "ms",
        "goal": f"< {_PLAN_MS:.0f}",
        "met": spreads["ours"] < _PLAN_MS,
        "peer_is": "sqlite3, one count of the events alone",
        "limit_is": "sqlite3, the index alone",
        "rounds": len(times["ours"]),
    }


def _removing(place: Path, path: Path, now: datetime, quick: bool) -> list[Row]:
    waits: dict[str, list[float]] = {"ours": [], "peer": [], "limit": []}
    rates: dict[str, list[float]] = {"ours": [], "peer": []}
    for turn in range(1 if quick else 3):
        left = {}
        for name, arm in (("ours", _remove_ours), ("peer", _remove_raw)):
            copy = place / f"remove-{name}-{turn}.db"
            shutil.copy(path, copy)
            taken, removed, took_ms = arm(copy, now)
            waits[name] += taken
            rates[name].append(removed / took_ms * 1000)
            left[name] = _left(copy)
            for one in place.glob(f"{copy.name}*"):
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        if left["ours"] != left["peer"]:
            raise SystemExit("ours and the peer do not leave the same behind")
        waits["limit"] += _undisturbed(place / f"calm-{turn}.db", path)
        said = ", ".join(f"{n} longest {max(t):.1f} ms" for n, t in waits.items())
        say(f"removing, round {turn + 1}: commits meanwhile: {said}; {load()}; same left behind")
    spreads = {name: Spread(tuple(taken)) for name, taken in waits.items()}
    longest = max(waits["ours"])
    told = {
        "unit": "ms",
        "goal": f"longest < {_AT_ONCE_MS:.0f}",
        "met": longest < _AT_ONCE_MS,
        "peer_is": "sqlite3 behind a lock, one DELETE",
        "limit_is": "ours while nothing is removed",
        "rounds": len(rates["ours"]),
    }
    speed = {name: sum(found) / len(found) for name, found in rates.items()}
    return [
        {
            "name": "one event committed while a tenth of them goes, longest",
            **{name: max(taken) for name, taken in waits.items()},
            "ratio": longest / max(waits["peer"]),
            **told,
        },
        {
            "name": "one event committed while a tenth of them goes, p99",
            **{name: spread.p99 for name, spread in spreads.items()},
            "ratio": spreads["ours"].p99 / spreads["peer"].p99,
            **told,
        },
        {
            "name": "events removed, others writing at least half the time",
            **speed,
            "limit": None,
            "ratio": speed["ours"] / speed["peer"],
            "unit": "events/s",
            "goal": "none: it has all night",
            "met": None,
            "peer_is": told["peer_is"],
            "limit_is": "",
            "rounds": len(rates["ours"]),
        },
    ]


@contextmanager
def _committing(store: Callable[[Event], object], taken: list[float]) -> Iterator[None]:
    """Somebody commits an event now and then, and notes how long each took."""
    like = next(history(1))
    done = threading.Event()

    def commit() -> None:
        for number in count():
            event = replace(like, id=f"N{number}", start=BEGIN + YEAR, end=None)
            taken.append(timed_ms(partial(store, event)))
            if done.wait(_EVERY_S):
                return

    thread = threading.Thread(target=commit)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _remove_ours(path: Path, now: datetime) -> tuple[list[float], int, float]:
    taken: list[float] = []
    waiting = threading.Event()
    database = Database.open(path)
    media = path.parent / f"{path.name}-media"
    media.mkdir()
    clock = _Ticking(now)
    with closing(database), writing(path) as writer:
        keeper = Retention(database, writer, media, _LIMITS, clock)
        plan = keeper.plan()
        with _committing(writer.commit, taken):
            took_ms = timed_ms(lambda: keeper.carry_out(plan, waiting.wait))
    return taken, plan.count, took_ms


def _remove_raw(path: Path, now: datetime) -> tuple[list[float], int, float]:
    taken: list[float] = []
    at = {"at": to_ms(now - timedelta(days=_LIMITS.event_days))}
    removed = 0
    with closing(raw(path)) as connection:
        lock = threading.Lock()

        def store(event: Event) -> None:
            with lock:
                connection.execute(INSERT, EVENTS.to_row(event))

        def remove() -> None:
            nonlocal removed
            with lock:
                removed = connection.execute(
                    f"DELETE FROM person_events WHERE seq IN (SELECT e.seq {_PAST})", at
                ).rowcount

        with _committing(store, taken):
            took_ms = timed_ms(remove)
            threading.Event().wait(_LEAST_S)
    return taken, removed, took_ms


def _undisturbed(copy: Path, path: Path) -> list[float]:
    taken: list[float] = []
    shutil.copy(path, copy)
    with writing(copy) as writer, _committing(writer.commit, taken):
        threading.Event().wait(_LEAST_S * 5)
    copy.unlink()
    return taken


def _left(path: Path) -> list[object]:
    """The gate: what is there afterwards, but for what was committed meanwhile."""
    with closing(raw(path)) as connection:
        looks = (
            "SELECT count(*), sum(seq), min(start_ms) FROM person_events WHERE id NOT LIKE 'N%'",
            "SELECT count(*) FROM event_words WHERE event_words MATCH 'parcel'",
            "SELECT count(*) = 0 FROM (SELECT start_ms / 3600000 AS h, count(*) AS n FROM"
            " person_events GROUP BY 1 EXCEPT SELECT hour_ms / 3600000, sum(events) FROM event_counts"
            " WHERE camera_id = '' GROUP BY 1)",
        )
        return [connection.execute(look).fetchone() for look in looks]


class _Ticking(ManualClock):
    """Stands at one moment of the year while seconds pass as they do."""

    def mono(self) -> float:
        return time.monotonic()
