"""Continuous footage: what there is, when anything moved somewhere, and what is owed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.core.errors import NotFound, StorageError, UsageError
from omnisight_desktop.core.segment import (
    MAP_HEIGHT,
    MAP_WIDTH,
    Segment,
    Tier,
    Unrecorded,
)
from omnisight_desktop.services.footage import Footage, Moved, cells_in
from omnisight_desktop.services.keeper import ReadOnly
from omnisight_desktop.storage import lease
from omnisight_desktop.storage.segments import SegmentArchive
from tests.storage.store import Store

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
LOWER_RIGHT = ((0.6, 0.6), (1.0, 0.6), (1.0, 1.0), (0.6, 1.0))


def at(minute: float) -> datetime:
    return NOON + timedelta(minutes=minute)


def motion(*cells: tuple[int, int, int]) -> bytes:
    """A map with these cells: across, down, and for how many quarters of a second."""
    told = np.zeros((MAP_HEIGHT, MAP_WIDTH), np.uint8)
    for across, down, quarters in cells:
        told[down, across] = quarters
    return told.tobytes()


def piece(minute: int, told: bytes = b"", camera: str = "front", **more: object) -> Segment:
    name = f"F{camera}{minute}"
    values: dict[str, object] = {
        "id": name,
        "camera": camera,
        "start": at(minute),
        "end": at(minute + 1),
        "path": f"footage/{camera}/2026-05-03/{name}.mp4",
        "size_bytes": 1000,
        "motion_map": told,
        **more,
    }
    return Segment(**values)  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.at(tmp_path)
    yield made
    made.database.close()


def footage_of(store: Store, slow: Path | None = None) -> Footage:
    return Footage(SegmentArchive(store.database), ReadOnly(), store.folder / "media", slow)


def search(store: Store, area: tuple[tuple[float, float], ...], **more: float) -> list[Moved]:
    return footage_of(store).search("front", area, at(0), at(100), **more)


def test_it_finds_when_something_moved_there_and_not_elsewhere(store: Store) -> None:
    store.fill(
        piece(0, motion((0, 0, 8))),
        piece(1, motion((15, 8, 8))),
        piece(2, motion((12, 7, 4), (13, 7, 2))),
        piece(3),
        piece(4, motion((15, 8, 1))),
        piece(5, motion((15, 8, 200)), camera="yard"),
    )
    assert search(store, LOWER_RIGHT) == [
        Moved(at(1), at(3), 3.0, ("Ffront1", "Ffront2")),
        Moved(at(4), at(5), 0.25, ("Ffront4",)),
    ]
    (longer,) = search(store, LOWER_RIGHT, least_s=1)
    assert longer.segments == ("Ffront1", "Ffront2")
    (corner,) = search(store, ((0, 0), (0.1, 0), (0, 0.1)))
    assert corner.segments == ("Ffront0",)
    assert search(store, ((0.4, 0.4), (0.5, 0.4), (0.5, 0.5))) == []


def test_it_looks_only_into_the_time_that_was_asked_for(store: Store) -> None:
    store.fill(*(piece(n, motion((15, 8, 8))) for n in range(10)))
    (moved,) = footage_of(store).search("front", LOWER_RIGHT, at(2.5), at(5.5))
    assert moved.segments == ("Ffront2", "Ffront3", "Ffront4", "Ffront5")
    assert footage_of(store).search("front", LOWER_RIGHT, at(10), at(20)) == []


def test_an_area_covers_cells_however_small_it_is() -> None:
    assert cells_in(((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))).all()
    tiny = cells_in(((0.501, 0.501), (0.502, 0.501), (0.502, 0.502)))
    assert np.flatnonzero(tiny).tolist() == [4 * MAP_WIDTH + 8]
    left = cells_in(((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))).reshape(MAP_HEIGHT, -1)
    assert left[:, :8].all()
    assert not left[:, 8:].any()


def test_two_corners_are_no_area(store: Store) -> None:
    with pytest.raises(UsageError, match="three corners"):
        search(store, ((0.0, 0.0), (1.0, 1.0)))


def test_pieces_are_found_by_camera_and_time(store: Store) -> None:
    store.fill(*(piece(n) for n in range(5)), piece(2, camera="yard"))
    footage = footage_of(store)
    assert [s.id for s in footage.find("front", at(1), at(3))] == ["Ffront1", "Ffront2"]
    assert [s.id for s in footage.find(limit=2, newest_first=True)] == ["Ffront4", "Ffront3"]
    assert [(k.camera, k.count, k.size_bytes) for k in footage.kept()] == [
        ("front", 5, 5000),
        ("yard", 1, 1000),
    ]
    assert footage.find("front", limit=1) == [piece(0)]


def test_what_is_owed_ends_where_recording_was_switched_off(store: Store) -> None:
    footage = footage_of(store)
    assert footage.owed("front") is None
    store.fill(piece(0), piece(1))
    assert footage.owed("front") == at(2)
    store.fill(Unrecorded("front", at(2), at(2), "Recording was switched off."))
    assert footage.owed("front") is None
    assert footage.gaps() == []
    store.fill(piece(5), Unrecorded("front", at(6), at(7), "Only 3 GB are free."))
    assert footage.owed("front") == at(6)
    assert [gap.reason for gap in footage.gaps("front")] == ["Only 3 GB are free."]


def test_what_a_kill_left_unlisted_is_owed_only_from_its_beginning_on(store: Store) -> None:
    footage, day = footage_of(store), store.folder / "media" / "footage" / "front" / "2026-05-03"
    day.mkdir(parents=True)
    for name in ("120000-Ffront0.mp4", "120100-Ffront1.mp4.part"):
        (day / name).write_bytes(b"film")
    assert footage.owed("front") == at(1)
    store.fill(replace(piece(0), end=at(0.9)))
    assert footage.owed("front") == at(1)
    store.fill(replace(piece(1), path="footage/front/2026-05-03/120100-Ffront1.mp4"))
    assert footage.owed("front") == at(2)
    (day / "odd.mp4").write_bytes(b"somebody else's")
    assert footage.owed("front") == at(2)
    assert footage.owed("yard") is None


def test_what_is_held_is_seen_by_others_and_what_moved_is_found(
    store: Store, tmp_path: Path
) -> None:
    slow = tmp_path / "slow"
    moved = piece(0, tier=Tier.SLOW)
    store.fill(moved)
    file = slow / moved.path
    file.parent.mkdir(parents=True)
    file.write_bytes(b"film")
    with footage_of(store, slow).holding([moved.id]) as held:
        assert held == [(moved, file.resolve())]
        with lease.alone(file) as alone:
            assert not alone
    with lease.alone(file) as alone:
        assert alone
    with pytest.raises(StorageError, match="slow place"):
        footage_of(store).path(moved)
    with pytest.raises(NotFound), footage_of(store).holding(["nothing"]):
        pass


def test_protecting_and_unprotecting(store: Store) -> None:
    store.fill(piece(0, motion((1, 1, 1))))
    with store.writing() as writer:
        footage = Footage(SegmentArchive(store.database), writer, store.folder)
        footage.protect(["Ffront0"])
        writer.erase("segment", ["Ffront0"])
        (kept,) = footage.find()
        assert kept.protected
        assert kept.motion_map == motion((1, 1, 1))
        footage.protect(["Ffront0"], on=False)
        writer.erase("segment", ["Ffront0"])
        assert footage.find() == []
