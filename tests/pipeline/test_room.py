"""Recording stops at the floor, says so, and goes on once there is clearly room again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import DiskFull, StorageError
from omnisight_desktop.pipeline.room import Room

GB = 10**9


class Disk:
    """A disk of 500 GB with so much free."""

    def __init__(self, free_gb: float, total_gb: float = 500) -> None:
        self.free_gb = free_gb
        self.total_gb = total_gb
        self.asked: list[Path] = []
        self.clock = ManualClock(datetime(2026, 5, 3, tzinfo=UTC))

    def usage(self, path: Path) -> tuple[int, int, int]:
        self.asked.append(path)
        total, free = int(self.total_gb * GB), int(self.free_gb * GB)
        return total, total - free, free

    def room(self, folder: Path, percent: float = 5, gb: float = 10) -> Room:
        return Room(folder, percent, gb, self.clock, self.usage)

    def later(self, free_gb: float) -> None:
        self.free_gb = free_gb
        self.clock.advance(5)


@pytest.mark.parametrize(
    ("total_gb", "free_gb", "enough"),
    [(500, 25.1, True), (500, 24.9, False), (100, 10.1, True), (100, 9.9, False)],
)
def test_the_floor_is_a_share_or_a_size_whichever_is_more(
    tmp_path: Path, total_gb: float, free_gb: float, enough: bool
) -> None:
    room = Disk(free_gb, total_gb).room(tmp_path)
    assert (room.trouble() is None) is enough


def test_it_remembers_how_much_was_free_for_those_who_must_not_wait(tmp_path: Path) -> None:
    disk = Disk(30)
    room = disk.room(tmp_path)
    room.trouble()
    assert room.free_gb == 30
    disk.later(40)
    assert room.free_gb == 30
    room.trouble()
    assert room.free_gb == 40


def test_it_is_said_what_is_wrong_and_what_helps(tmp_path: Path) -> None:
    trouble = Disk(3).room(tmp_path).trouble()
    assert isinstance(trouble, DiskFull)
    assert "3.0 of 500 GB" in trouble.reason
    assert "25.0 GB" in trouble.reason
    assert "retention.free_disk_gb" in trouble.fix


def test_it_does_not_come_and_go_with_every_file(tmp_path: Path) -> None:
    disk = Disk(24.9)
    room = disk.room(tmp_path)
    assert room.trouble() is not None
    disk.later(25.1)
    assert room.trouble() is not None
    disk.later(26.5)
    assert room.trouble() is None
    disk.later(25.1)
    assert room.trouble() is None
    disk.later(24.9)
    assert room.trouble() is not None


def test_the_disk_is_not_asked_all_the_time(tmp_path: Path) -> None:
    disk = Disk(100)
    room = disk.room(tmp_path)
    for _ in range(50):
        room.trouble()
        disk.clock.advance(0.2)
    assert len(disk.asked) == 2


def test_a_floor_beyond_the_disk_is_named_as_what_it_is(tmp_path: Path) -> None:
    trouble = Disk(40, total_gb=50).room(tmp_path, gb=100).trouble()
    assert trouble is not None
    assert "100.0 GB left free" in trouble.reason
    assert "Lower" in trouble.fix


def test_without_a_floor_there_is_always_room(tmp_path: Path) -> None:
    assert Disk(0).room(tmp_path, percent=0, gb=0).trouble() is None


def test_a_folder_that_is_not_made_yet_lies_on_the_disk_above_it(tmp_path: Path) -> None:
    disk = Disk(100)
    assert disk.room(tmp_path / "media" / "clips").trouble() is None
    assert disk.asked == [tmp_path]


def test_a_disk_that_cannot_be_asked_is_no_place_to_record_to(tmp_path: Path) -> None:
    disk = Disk(100)

    def gone(_: Path) -> tuple[int, int, int]:
        raise OSError(5, "Input/output error")

    room = Room(tmp_path, 5, 10, disk.clock, gone)
    assert isinstance(room.trouble(), StorageError)
