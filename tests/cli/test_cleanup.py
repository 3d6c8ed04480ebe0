"""``omnisight cleanup``: the plan for people and for programs, and what it does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.storage.owner import own
from tests.cli.conftest import Omnisight

#: The disk of this computer is no matter here.
CALM = ("--set", "retention.free_disk_gb=0", "--set", "retention.free_disk_percent=0")
WHY = {"kind", "reason", "act", "count", "bytes", "oldest", "newest"}


@pytest.fixture
def data(omnisight: Omnisight, tmp_path: Path) -> Path:
    """Clips of 10, 40 and 50 days ago, the oldest protected, and an event of two years ago."""
    omnisight("db", "upgrade")
    root = tmp_path / "data"
    now = datetime.now(UTC)
    with closing(sqlite3.connect(root / "omnisight.db", isolation_level=None)) as connection:
        for age, protected in ((10, 0), (40, 0), (50, 1)):
            start = now - timedelta(days=age)
            path = f"clips/front/{start:%Y-%m-%d}/{start:%H%M%S}-C{age}.mp4"
            file = root / "media" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"x" * 1500)
            at_ms = to_ms(start)
            connection.execute(
                "INSERT INTO event_clips VALUES (?, 'front', ?, ?, ?, 1500, '', ?)",
                (f"C{age}", path, at_ms, at_ms + 9000, protected),
            )
        connection.execute(
            "INSERT INTO person_events (id, camera_id, type, start_ms) VALUES ('E', 'front', 'left', ?)",
            (to_ms(now - timedelta(days=730)),),
        )
    return root


def films(data: Path) -> set[str]:
    return {file.stem.partition("-")[2] for file in data.rglob("*.mp4")}


def test_a_dry_run_tells_and_touches_nothing(omnisight: Omnisight, data: Path) -> None:
    told = omnisight(*CALM, "cleanup", "--dry-run", "--json").json
    assert set(told) == {"dry_run", "plan", "done"}
    assert told["dry_run"] is True
    assert told["done"] is None
    plan = told["plan"]
    assert [(x["kind"], x["reason"], x["act"], x["count"], x["bytes"]) for x in plan["lines"]] == [
        ("clips", "age", "remove", 1, 1500),
        ("events", "age", "remove", 1, 0),
    ]
    assert all(set(line) == WHY for line in plan["lines"])
    assert (plan["count"], plan["bytes"], plan["short_bytes"], plan["note"]) == (2, 1500, 0, "")
    assert films(data) == {"C10", "C40", "C50"}


def test_every_single_thing_can_be_named(omnisight: Omnisight, data: Path) -> None:
    told = omnisight(*CALM, "cleanup", "--dry-run", "--list", "--json").json
    assert [(item["kind"], item["id"], item["reason"]) for item in told["items"]] == [
        ("clips", "C40", "age"),
        ("events", "E", "age"),
    ]
    said = omnisight(*CALM, "cleanup", "--dry-run", "--list")
    assert "clips  C40  age  1.5 kB" in said.out
    assert "Nothing was touched" in said.err


def test_it_does_what_it_planned(omnisight: Omnisight, data: Path) -> None:
    told = omnisight(*CALM, "cleanup", "--json").json
    assert told["done"] == {"lines": told["plan"]["lines"], "complete": True}
    assert films(data) == {"C10", "C50"}
    assert omnisight("events", "list", "--json").json["events"] == []
    assert omnisight("db", "check").code == 0
    assert "Nothing is past its time" in omnisight(*CALM, "cleanup").out


def test_people_see_a_table(omnisight: Omnisight, data: Path) -> None:
    said = omnisight(*CALM, "cleanup")
    assert said.code == 0
    assert "clips" in said.out
    assert "1.5 kB" in said.out


def test_other_limits_hold_for_one_call(omnisight: Omnisight, data: Path) -> None:
    told = omnisight(*CALM, "--set", "retention.clip_days=5", "cleanup", "--dry-run", "--json").json
    assert told["plan"]["lines"][0]["count"] == 2


def test_a_floor_that_makes_no_sense_removes_nothing_and_is_said(
    omnisight: Omnisight, data: Path
) -> None:
    said = omnisight("--set", "retention.free_disk_gb=100000", "cleanup")
    assert said.code == 0
    assert "nothing goes for that" in said.err
    assert "C10" in films(data)


def test_what_cannot_be_asked_for_is_refused(omnisight: Omnisight, data: Path) -> None:
    assert omnisight("cleanup", "--list").code == 2
    assert omnisight("--set", "retention.clip_days=0", "cleanup").code == 2
    assert len(films(data)) == 3


def test_an_owner_who_does_not_answer_is_named(omnisight: Omnisight, data: Path) -> None:
    with own(data):
        assert omnisight(*CALM, "cleanup", "--dry-run").code == 0
        said = omnisight(*CALM, "cleanup")
    assert said.code == 1
    assert "answers" in said.err
    assert len(films(data)) == 3
