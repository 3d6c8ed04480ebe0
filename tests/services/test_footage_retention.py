"""What continuous footage goes: by age, by size of a camera, still footage earlier, for a full disk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.config.sections import Retention as Limits
from omnisight_desktop.core.camera import Camera, CameraOptions
from omnisight_desktop.core.segment import Segment, Tier, Unrecorded
from omnisight_desktop.services.retention import Retention
from omnisight_desktop.storage import lease
from omnisight_desktop.storage.disk import GB
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.plan import Reason
from omnisight_desktop.storage.shelves import Kind
from tests.storage.history import Past, days_ago


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    upgrade(tmp_path / "omnisight.db", tmp_path / "backups")
    made = Past.at(tmp_path)
    yield made
    made.database.close()


def film(past: Past, name: str, days: float, camera: str = "front", **more: Any) -> Segment:
    """A minute of footage from so many days ago, with its file."""
    start = days_ago(days)
    path = f"footage/{camera}/{start:%Y-%m-%d}/{start:%H%M%S}-{name}.mp4"
    told: dict[str, Any] = {"motion_s": 3.0, "motion_map": bytes([4]) * 144, **more}
    size = told.pop("size_bytes", 1000)
    segment = Segment(name, camera, start, start + timedelta(minutes=1), path, size, **told)
    folder = past.media if segment.tier is Tier.FAST else past.media.parent / "slow"
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(b"film")
    past.hand.commit(segment)
    return segment


def keeping(past: Past, **limits: Any) -> Retention:
    told = Limits(**{"free_disk_percent": 0.0, "free_disk_gb": 0.0, **limits})
    kept = Retention(past.database, past.hand, past.media, told, past.clock, past.usage)
    return kept.also_in(past.media.parent / "slow")


def cleaned(past: Past, **limits: Any) -> dict[str, Reason]:
    """What goes, and why."""
    retention = keeping(past, **limits)
    plan = retention.plan()
    why = {item.id: item.reason for item in retention.items(plan) if item.kind is Kind.FOOTAGE}
    counted = sum(line.count for line in plan.lines if line.kind is Kind.FOOTAGE)
    assert counted == len(why)
    assert retention.carry_out(plan).complete
    return why


def left(past: Past) -> set[str]:
    """The rows that are left; their files are, too, and no others."""
    rows = past.sql("SELECT id, path, tier FROM segments")
    for folder, tier in ((past.media, "fast"), (past.media.parent / "slow", "slow")):
        there = {p.relative_to(folder).as_posix() for p in (folder / "footage").rglob("*.mp4*")}
        assert there == {path for _, path, where in rows if where == tier}
    return {row[0] for row in rows}


def test_by_age_and_still_footage_earlier_and_protected_footage_never(past: Past) -> None:
    film(past, "old", 8)
    film(past, "kept", 80, protected=True)
    film(past, "still", 3, motion_s=0.0, motion_map=b"")
    film(past, "followed", 3, motion_s=0.0, motion_map=b"", objects=1)
    film(past, "new", 1)
    assert cleaned(past, still_footage_days=2.0) == {"old": Reason.AGE, "still": Reason.AGE}
    assert left(past) == {"kept", "followed", "new"}


def test_a_camera_may_keep_its_own_longer_or_less_of_it(past: Past) -> None:
    past.hand.commit(
        Camera("gate", "Gate", "", True, CameraOptions(keep_days=30.0)),
        Camera("yard", "Yard", "", True, CameraOptions(keep_gb=2 * 1000 / GB)),
    )
    for camera in ("front", "gate", "yard"):
        for days in (10, 3, 2, 1):
            film(past, f"{camera}{days}", days, camera)
    assert cleaned(past) == {
        "front10": Reason.AGE,
        "yard10": Reason.AGE,
        "yard3": Reason.SIZE,
    }
    assert left(past) >= {"gate10", "yard2", "yard1", "front3"}


def test_for_a_full_disk_the_oldest_footage_goes_before_any_clip(past: Past) -> None:
    past.clip("clip", 20)
    for days in range(1, 7):
        film(past, f"F{days}", days, "front" if days % 2 else "yard", size_bytes=GB)
    film(past, "far", 6.5, tier=Tier.SLOW, size_bytes=GB)
    limits = Limits(free_disk_percent=0.0, free_disk_gb=10.0)
    retention = Retention(
        past.database, past.hand, past.media, limits, past.clock, lambda _: (100 * GB, 0, 10 * GB)
    )
    plan = retention.plan()
    (line,) = plan.lines
    assert (line.kind, line.reason, line.count) == (Kind.FOOTAGE, Reason.DISK, 1)
    retention.carry_out(plan)
    assert left(past) == {"F1", "F2", "F3", "F4", "F5", "far"}
    assert past.names("event_clips") == {"clip"}


def test_what_somebody_reads_stays_for_this_time(past: Past) -> None:
    read = film(past, "read", 9)
    film(past, "old", 8.5)
    with lease.reading(past.media / read.path):
        cleaned(past)
        assert left(past) == {"read"}
    cleaned(past)
    assert left(past) == set()


def test_what_lies_in_the_slow_place_goes_from_there(past: Past) -> None:
    film(past, "far", 9, tier=Tier.SLOW)
    film(past, "near", 9)
    cleaned(past)
    assert left(past) == set()


def test_a_slow_place_that_is_away_loses_no_row(past: Past) -> None:
    film(past, "far", 9, tier=Tier.SLOW)
    plain = Retention(past.database, past.hand, past.media, Limits(), past.clock, past.usage)
    plain.carry_out(plain.plan())
    assert past.names("segments") == {"far"}


def test_word_of_what_is_missing_goes_with_the_events(past: Past) -> None:
    for days in (400, 10):
        past.hand.commit(Unrecorded("front", days_ago(days), days_ago(days - 0.1), "away"))
    keeping(past).carry_out(keeping(past).plan())
    assert len(past.sql("SELECT * FROM recording_gaps")) == 1
