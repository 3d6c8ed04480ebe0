"""Continuous footage: how soon "when did anything move here" is answered over a month of it.

``python -m benchmarks.footage [--quick] [--json]``. The peer reads the same rows with Python's own sqlite3
and looks at them one by one; the limit reads the maps and does nothing with them. All find the same.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.measure import Row, Spread, load, row, timed_ms
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.segment import MAP_HEIGHT, MAP_STEP_S, MAP_WIDTH
from omnisight_desktop.services.footage import Footage, cells_in
from omnisight_desktop.services.keeper import ReadOnly
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.segments import SegmentArchive

_BEGIN = datetime(2026, 5, 1, tzinfo=UTC)
_CAMERAS = 4
_MONTH = 43_200  # minutes
_QUICK = 2_000
_STIRRING = 0.35  # of the minutes show something
_AREA = ((0.55, 0.5), (0.7, 0.5), (0.7, 0.75), (0.55, 0.75))
_GOAL_MS = 1000.0
_FROM = "FROM segments WHERE camera_id = 'c1' AND start_ms >= ? AND start_ms < ?"
_INSERT = """
    INSERT INTO segments (id, camera_id, start_ms, end_ms, path, tier, size_bytes, sha256,
                          motion_ms, objects, motion_map)
    VALUES (?, ?, ?, ?, ?, 'fast', 30000000, ?, ?, 0, ?)
"""


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    minutes = _QUICK if quick else _MONTH
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        path = Path(folder) / "footage.db"
        _fill(path, minutes)
        return _search(path, minutes, 3 if quick else 9)


def _fill(path: Path, minutes: int) -> None:
    """A month of minutes of each camera, written in the order in which they come."""
    Database.create(path).close()
    chance = np.random.default_rng(7)
    with closing(sqlite3.connect(path)) as connection:
        for minute in range(minutes):
            start = to_ms(_BEGIN) + minute * 60_000
            connection.executemany(
                _INSERT, [_minute(chance, camera, minute, start) for camera in range(_CAMERAS)]
            )
        connection.commit()


def _minute(
    chance: np.random.Generator, camera: int, minute: int, start: int
) -> tuple[object, ...]:
    cells = np.zeros((MAP_HEIGHT, MAP_WIDTH), np.uint8)
    if chance.random() < _STIRRING:
        top, left = chance.integers(MAP_HEIGHT - 2), chance.integers(MAP_WIDTH - 3)
        cells[top : top + 3, left : left + 3] = chance.integers(1, 255)
    told = cells.tobytes() if cells.any() else b""
    name = f"F{camera}{minute:06d}"
    place = f"footage/c{camera}/day/{name}.mp4"
    return name, f"c{camera}", start, start + 60_000, place, name * 8, 1000 * bool(told), told


def _search(path: Path, minutes: int, rounds: int) -> list[Row]:
    until = _BEGIN + timedelta(minutes=minutes)
    span = (to_ms(_BEGIN), to_ms(until))
    cells = [int(cell) for cell in np.flatnonzero(cells_in(_AREA))]
    found: dict[str, int] = {}
    database = Database.open(path)
    footage = Footage(SegmentArchive(database), ReadOnly(), path.parent)

    def ours() -> None:
        moved = footage.search("c1", _AREA, _BEGIN, until)
        found["ours"] = sum(len(one.segments) for one in moved)

    def peer() -> None:
        with closing(sqlite3.connect(path)) as connection:
            lines = connection.execute(f"SELECT id, start_ms, end_ms, motion_map {_FROM}", span)
            found["peer"] = sum(any(line[3][c] for c in cells) for line in lines if line[3])

    def limit() -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"SELECT sum(length(motion_map)) {_FROM}", span).fetchone()

    times: dict[str, list[float]] = {"ours": [], "peer": [], "limit": []}
    for _ in range(rounds):
        for name, do in (("ours", ours), ("peer", peer), ("limit", limit)):
            times[name].append(timed_ms(do))
    database.close()
    took = {name: Spread(tuple(some)).p50 for name, some in times.items()}
    same = found["ours"] == found["peer"] > 0
    return [
        row(
            f"search {minutes:,} minutes of one camera of {_CAMERAS}, p50",
            took["ours"],
            peer=took["peer"],
            limit=took["limit"],
            ratio=took["ours"] / took["peer"],
            unit="ms",
            goal=f"< {_GOAL_MS:g} ms; {load()}",
            met=took["ours"] < _GOAL_MS,
        ),
        row(
            f"pieces found, from {MAP_STEP_S:g} s of movement on",
            float(found["ours"]),
            peer=float(found["peer"]),
            unit="pieces",
            goal="both find the same",
            met=same,
        ),
    ]
