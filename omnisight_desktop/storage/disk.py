"""How much of a disk stays free: the floor below which nothing is recorded, and the way up to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from omnisight_desktop.storage.file import disk_fault

#: Total, used and free bytes of the disk that a path lies on.
Usage = Callable[[Path], tuple[int, int, int]]

GB = 1_000_000_000

#: So much above the floor old clips begin to go, so that recording need not stop there first.
_HEADROOM_SHARE = 0.1
_MOST_HEADROOM = 2 * GB


@dataclass(frozen=True, slots=True)
class Floor:
    """What is to stay free: a share of the disk or so many gigabytes, whichever is more."""

    percent: float
    gb: float

    def of(self, total: int) -> int:
        """The floor of a disk of that size, in bytes."""
        return round(max(total * self.percent / 100, self.gb * GB))

    def clear_of(self, total: int) -> int:
        """So much free space keeps clear of the floor for a while."""
        floor = self.of(total)
        return floor + round(min(floor * _HEADROOM_SHARE, _MOST_HEADROOM))

    def reachable(self, total: int) -> bool:
        """Whether the disk is larger than what is to stay free of it."""
        return self.of(total) < total


@dataclass(frozen=True, slots=True)
class Space:
    """The room on a disk at one moment, and what is to stay free of it."""

    total: int
    free: int
    floor: Floor

    @property
    def low(self) -> bool:
        """Whether less is free than should be."""
        return self.free < self.floor.of(self.total)

    @property
    def wanted(self) -> int:
        """How many bytes should go so that recording goes on for a while."""
        return max(0, self.floor.clear_of(self.total) - self.free)


def space(folder: Path, floor: Floor, usage: Usage = shutil.disk_usage) -> Space:
    """The room there is for a folder, whether it was made already or not."""
    place = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    try:
        total, _, free = usage(place)
    except OSError as error:
        raise disk_fault(error, place) from error
    return Space(total, free, floor)
