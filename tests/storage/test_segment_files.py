"""Continuous footage after a kill: every file gets its row, every row that lost its file is told."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import av
import pytest

from omnisight_desktop.core.clock import ManualClock, to_ms
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.core.segment import Unrecorded, note_of
from omnisight_desktop.storage.check import check
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.owner import own
from tests.fakes.burned_clock import Film, write

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
DAY = "footage/front/2026-05-03"


class Place:
    """An installation with a slow place, and a camera called front."""

    def __init__(self, root: Path, film: Path) -> None:
        self.root, self.film = root, film
        self.media, self.slow = root / "media", root / "slow"
        self.database = root / "omnisight.db"
        upgrade(self.database, root / "backups")
        self.do("INSERT INTO cameras (id, name, uri) VALUES ('front', 'Front', '')")
        self.slow.mkdir()
        for folder in (self.media, self.slow):  # the disks are there
            (folder / DAY).mkdir(parents=True)

    def do(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            return connection.execute(sql, values).fetchall()

    def file(self, name: str, *, slow: bool = False) -> Path:
        place = (self.slow if slow else self.media) / DAY / name
        shutil.copy(self.film, place)
        return place

    def row(self, name: str, tier: str = "fast", protected: int = 0) -> None:
        segment_id = name.split("-")[1].split(".")[0]
        self.do(
            "INSERT INTO segments (id, camera_id, start_ms, end_ms, path, tier, size_bytes, sha256,"
            " motion_ms, objects, motion_map, protected) VALUES (?, 'front', ?, ?, ?, ?, ?, '', 0,"
            " 0, x'', ?)",
            *(segment_id, to_ms(NOON), to_ms(NOON) + 60_000, f"{DAY}/{name}", tier),
            *(self.film.stat().st_size, protected),
        )

    def rows(self) -> list[tuple[object, ...]]:
        return self.do("SELECT id, tier, start_ms, end_ms FROM segments ORDER BY id")

    def look(self, *, repair: bool = False) -> dict[str, Check]:
        clock = ManualClock(NOON + timedelta(hours=1))
        found = check(self.database, self.media, self.slow, repair=repair, clock=clock)
        return {one.name: one for one in found}

    def repair(self) -> dict[str, Check]:
        with own(self.root):
            return self.look(repair=True)

    def is_sound(self) -> bool:
        return all(one.state is Health.OK for one in self.look().values())


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds; whoever is killed leaves some of it behind."""
    return write(tmp_path_factory.mktemp("film") / "f.mkv", Film(seconds=4, fps=5, gop=5))


@pytest.fixture
def place(tmp_path: Path, film: Path) -> Place:
    return Place(tmp_path, film)


def test_what_was_being_written_is_listed_as_far_as_it_plays(place: Place) -> None:
    part = place.file("120000-F1.mkv.part")
    torn = part.read_bytes()[: part.stat().st_size * 2 // 3]
    part.write_bytes(torn)
    assert place.look()["footage without a row"].state is Health.DEGRADED
    place.repair()
    ((segment, tier, start, end),) = place.rows()
    assert (segment, tier, start) == ("F1", "fast", to_ms(NOON))
    assert isinstance(end, int)
    assert 1000 <= end - to_ms(NOON) < 4000
    assert (place.media / DAY / "120000-F1.mkv").is_file()
    assert place.is_sound()
    ((motion,),) = place.do("SELECT length(motion_map) FROM segments")
    assert motion == 144  # in doubt something moved


def test_what_is_found_again_is_not_missing_any_more(place: Place) -> None:
    place.file("120000-F1.mkv")
    for camera, begin_s, end_s in (("front", -10, 60), ("front", 60, 70), ("yard", -10, 60)):
        place.do(
            "INSERT INTO recording_gaps (camera_id, start_ms, end_ms, reason) VALUES (?, ?, ?, 'Full.')",
            *(camera, to_ms(NOON) + begin_s * 1000, to_ms(NOON) + end_s * 1000),
        )
    place.repair()
    ((_, _, start, end),) = place.rows()
    told = place.do("SELECT camera_id, start_ms, end_ms FROM recording_gaps ORDER BY 1, 2")
    noon = to_ms(NOON)
    assert (start, end) == (noon, noon + 4000)
    assert told == [
        ("front", noon - 10_000, start),
        ("front", end, noon + 60_000),
        ("front", noon + 60_000, noon + 70_000),
        ("yard", noon - 10_000, noon + 60_000),
    ]


def test_a_piece_tells_what_is_missing_before_it_where_nobody_else_does(
    place: Place, tmp_path: Path
) -> None:
    since = NOON - timedelta(seconds=50)
    note = note_of(Unrecorded("front", since, NOON, "Only 3 GB: nothing is recorded."))
    noted = tmp_path / "noted.mkv"
    with av.open(str(place.film)) as old, av.open(str(noted), "w") as new:
        new.metadata["comment"] = note
        stream = new.add_stream_from_template(old.streams.video[0])
        for packet in old.demux(video=0):
            if packet.size:
                packet.stream = stream
                new.mux(packet)
    place.row("115900-F0.mkv")  # it goes on until ten seconds before
    place.file("115900-F0.mkv")
    place.do(
        "UPDATE segments SET start_ms = ?, end_ms = ?", *(to_ms(NOON) - n for n in (60_000, 40_000))
    )
    shutil.copy(noted, place.media / DAY / "120000-F1.mkv")
    place.repair()
    gaps = place.do("SELECT start_ms, end_ms, reason FROM recording_gaps")
    assert gaps == [(to_ms(NOON) - 40_000, to_ms(NOON), "Only 3 GB: nothing is recorded.")]
    assert place.is_sound()


def test_what_shows_nothing_is_put_by_or_goes(place: Place) -> None:
    (place.media / DAY / "120000-F1.mp4.part").write_bytes(b"")
    (place.media / DAY / "120100-F2.mp4").write_bytes(b"no film at all" * 50)
    place.repair()
    assert place.rows() == []
    assert [p.name for p in (place.media / "found").rglob("*.mp4")] == ["120100-F2.mp4"]
    assert not (place.media / DAY / "120000-F1.mp4.part").exists()
    assert place.is_sound()


def test_a_row_without_its_file_becomes_a_gap_unless_it_is_protected(place: Place) -> None:
    place.file("115900-F0.mkv")
    place.row("115900-F0.mkv")
    place.row("120000-F1.mkv")
    place.row("120001-F2.mkv", protected=1)
    assert place.look()["footage"].state is Health.FAILED
    assert place.repair()["footage"].state is Health.FAILED
    assert [row[0] for row in place.rows()] == ["F0", "F2"]
    gaps = place.do("SELECT camera_id, start_ms, end_ms, reason FROM recording_gaps")
    assert gaps == [("front", to_ms(NOON), to_ms(NOON) + 60_000, "Its file was lost.")]


def test_a_disk_that_is_not_there_loses_nothing(place: Place) -> None:
    place.row("120000-F1.mkv", tier="slow")
    shutil.rmtree(place.slow)
    assert place.repair()["footage in the slow place"].state is Health.FAILED
    assert len(place.rows()) == 1


def test_footage_in_the_slow_place_is_found_again(place: Place) -> None:
    place.file("120000-F1.mkv", slow=True)
    place.file("120100-F2.mkv", slow=True)
    place.row("120100-F2.mkv", tier="slow")
    place.repair()
    assert [row[:2] for row in place.rows()] == [("F1", "slow"), ("F2", "slow")]
    assert place.is_sound()


def test_a_move_that_was_killed_after_its_row_leaves_one_file(place: Place) -> None:
    left = place.file("120000-F1.mkv")
    copy = place.file("120000-F1.mkv", slow=True)
    place.row("120000-F1.mkv", tier="slow")
    only = place.file("120100-F2.mkv")
    place.row("120100-F2.mkv", tier="slow")  # its copy is not there
    place.repair()
    assert (left.exists(), copy.exists(), only.exists()) == (False, True, True)
    assert [row[:2] for row in place.rows()] == [("F1", "slow"), ("F2", "fast")]
    assert place.is_sound()


def test_a_move_that_was_killed_while_it_copied_is_left_for_the_next(place: Place) -> None:
    file = place.file("120000-F1.mkv")
    place.row("120000-F1.mkv")
    copy = place.file("120000-F1.mkv", slow=True)
    place.file("120100-F2.mkv.copy", slow=True)
    place.repair()
    assert file.exists()
    assert copy.exists()
    assert [row[:2] for row in place.rows()] == [("F1", "fast")]
    assert place.is_sound()
