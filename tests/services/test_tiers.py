"""Moving footage to the slow place, killed after every step, read meanwhile, and with a bad disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.core.errors import DatabaseBusy, StorageError
from omnisight_desktop.core.segment import Segment, Tier
from omnisight_desktop.services import tiers as module
from omnisight_desktop.services.footage import Footage
from omnisight_desktop.services.tiers import SlowPlace, Tiers
from omnisight_desktop.storage.check import check
from omnisight_desktop.storage.disk import GB, Floor
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.segments import SegmentArchive
from tests.storage.history import Hand, Past, days_ago

STEPS = ("copied", "verified", "placed", "listed", "removed")


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    upgrade(tmp_path / "omnisight.db", tmp_path / "backups")
    made = Past.at(tmp_path)
    slow_of(made).mkdir()
    yield made
    made.database.close()


def slow_of(past: Past) -> Path:
    return past.media.parent / "slow"


def film(past: Past, name: str, days: float, content: bytes = b"") -> Segment:
    """A minute of footage from so many days ago, with its file."""
    start, content = days_ago(days), content or name.encode() * 1000
    path = f"footage/front/{start:%Y-%m-%d}/{start:%H%M%S}-{name}.mp4"
    file = past.media / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    end = start + timedelta(minutes=1)
    segment = Segment(name, "front", start, end, path, len(content), digest, motion_s=1.0)
    past.hand.commit(segment)
    return segment


def tiers_of(past: Past, hand: Hand | None = None, free_gb: int = 500) -> Tiers:
    place = SlowPlace(slow_of(past), timedelta(days=1), Floor(0, 10))
    archive = SegmentArchive(past.database)
    usage = (1000 * GB, 0, free_gb * GB)
    return Tiers(archive, hand or past.hand, past.media, place, past.clock, lambda _: usage)


def where(past: Past) -> dict[str, str]:
    """On which disk each piece is listed; the files lie there, once, and nowhere else."""
    rows = past.sql("SELECT id, path, tier, sha256 FROM segments")
    for tier, folder in (("fast", past.media), ("slow", slow_of(past))):
        there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
        assert there == {path for _, path, at, _ in rows if at == tier}
        for _, path, at, digest in rows:
            if at == tier:
                assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == digest
    return {row[0]: row[2] for row in rows}


def test_what_is_old_enough_moves_and_the_rest_stays(past: Past) -> None:
    film(past, "F1", 3)
    film(past, "F2", 2)
    film(past, "F3", 0.5)
    done = tiers_of(past).move()
    assert (done.count, done.in_use, done.trouble) == (2, 0, None)
    assert where(past) == {"F1": "slow", "F2": "slow", "F3": "fast"}
    assert tiers_of(past).move().count == 0


@pytest.mark.parametrize("last", STEPS)
def test_killed_after_any_step_it_goes_on_at_the_next_start(past: Past, last: str) -> None:
    segment = film(past, "F1", 3)
    film(past, "F2", 2)
    steps = tiers_of(past).steps(segment)
    assert next(step for step in steps if step == last) == last
    del steps  # whoever did it is no more
    found = check(past.root / "omnisight.db", past.media, slow_of(past), repair=True)
    assert not [one for one in found if one.state == "failed"]
    assert tiers_of(past).move().trouble is None
    assert where(past) == {"F1": "slow", "F2": "slow"}


def test_what_somebody_reads_is_not_touched(past: Past) -> None:
    film(past, "F1", 3)
    film(past, "F2", 2)
    footage = Footage(SegmentArchive(past.database), past.hand, past.media, slow_of(past))
    with footage.holding(["F1"]) as held:
        done = tiers_of(past).move()
        assert (done.count, done.in_use) == (1, 1)
        ((_, path),) = held
        assert path.read_bytes() == b"F1" * 1000
        assert where(past) == {"F1": "fast", "F2": "slow"}
    with footage.holding(["F2"]) as held:
        assert held[0][1].is_relative_to(slow_of(past).resolve())
    assert tiers_of(past).move().count == 1


def test_a_copy_that_reads_differently_is_no_copy(
    past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    film(past, "F1", 3)
    monkeypatch.setattr(module, "_sum", lambda _: "something else")
    trouble = tiers_of(past).move().trouble
    assert trouble is not None
    assert "reads differently" in trouble.reason
    assert where(past) == {"F1": "fast"}


def test_a_file_that_is_not_what_was_recorded_stays(past: Past) -> None:
    bad = film(past, "F1", 3)
    film(past, "F2", 2)
    (past.media / bad.path).write_bytes(b"another film")
    tiers = tiers_of(past)
    assert tiers.move().count == 1
    assert tiers.move().count == 0
    assert (past.media / bad.path).read_bytes() == b"another film"
    assert not (slow_of(past) / bad.path).exists()
    assert past.sql("SELECT tier FROM segments WHERE id = 'F1'") == [("fast",)]


def test_a_place_that_is_away_or_full_is_said_and_nothing_is_lost(past: Past) -> None:
    film(past, "F1", 3)
    full = tiers_of(past, free_gb=10).move()
    assert "too full" in str(full.trouble)
    assert tiers_of(past).move().count == 1
    film(past, "F2", 2)
    taken_out = slow_of(past).rename(past.media.parent / "elsewhere")
    assert "not there" in str(tiers_of(past).move().trouble)
    slow_of(past).mkdir()  # where it was mounted
    assert "not there" in str(tiers_of(past).move().trouble)
    slow_of(past).rmdir()
    taken_out.rename(slow_of(past))
    assert where(past) == {"F1": "slow", "F2": "fast"}


def test_a_row_that_was_stored_although_nobody_said_so(past: Past) -> None:
    class Slow(Hand):
        """Stores what it is given, and says so too late."""

        def commit(self, *values: Any, timeout_s: float = 10.0, together: bool = False) -> None:
            super().commit(*values, timeout_s=timeout_s, together=together)
            raise DatabaseBusy("The database did not answer in time.")

    film(past, "F1", 3)
    tiers = tiers_of(past, Slow(past.database))
    assert tiers.move().trouble is not None
    tiers.move()
    assert where(past) == {"F1": "slow"}


def test_without_a_slow_place_nothing_moves(past: Past) -> None:
    film(past, "F1", 30)
    tiers = Tiers(SegmentArchive(past.database), past.hand, past.media, None, past.clock)
    assert tiers.move().count == 0
    assert past.sql("SELECT tier FROM segments") == [(Tier.FAST.value,)]
    with pytest.raises(StorageError):
        Footage(SegmentArchive(past.database), past.hand, past.media).path(
            Segment("x", "front", days_ago(1), days_ago(1), "a.mp4", 1, tier=Tier.SLOW)
        )
