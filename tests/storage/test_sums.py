"""A database that grew up without sums has them after its upgrade, for all that is in it already."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from omnisight_desktop.storage.migrate import revisions, upgrade
from tests.home import NOON

NOON_MS = round(NOON.timestamp() * 1000)
HOUR_MS, DAY_MS = 3_600_000, 86_400_000


def test_what_was_there_before_is_summed_up(tmp_path: Path) -> None:
    path, backups = tmp_path / "omnisight.db", tmp_path / "backups"
    known = revisions()
    upgrade(path, backups, to=known[known.index("0009") + 1])
    with closing(sqlite3.connect(path)) as old:
        for name, camera, label, start_ms in (
            ("E1", "porch", "person", NOON_MS),
            ("E2", "porch", "person", NOON_MS - HOUR_MS),
            ("E3", "porch", None, NOON_MS),
            ("E4", "porch", "person", NOON_MS - DAY_MS),
            ("E5", "yard", "car", -1),
        ):
            old.execute(
                "INSERT INTO person_events (id, camera_id, type, label, start_ms)"
                " VALUES (?, ?, 'appeared', ?, ?)",
                (name, camera, label, start_ms),
            )
        old.execute(
            "INSERT INTO segments VALUES"
            " ('S1', 'porch', ?, ?, 'a.mp4', 'fast', 1, '', 2000, 0, NULL, x'', 0)",
            (NOON_MS, NOON_MS + 60_000),
        )
        old.execute(
            "INSERT INTO event_clips VALUES ('C1', 'porch', 'b.mp4', ?, ?, 1, '', 0)",
            (NOON_MS + 5000, NOON_MS + 14_000),
        )
        old.commit()
    upgrade(path, backups)
    with closing(sqlite3.connect(path)) as now:
        days = now.execute("SELECT camera_id, day_ms, label, events FROM event_days").fetchall()
        hours = now.execute("SELECT * FROM footage_hours").fetchall()
    midnight = NOON_MS // DAY_MS * DAY_MS
    assert sorted(days) == [
        ("porch", midnight - DAY_MS, "person", 1),
        ("porch", midnight, "", 1),
        ("porch", midnight, "person", 2),
        ("yard", -DAY_MS, "car", 1),
    ]
    assert hours == [(NOON_MS, "porch", 2, 69_000, 2000)]
