"""How long nothing is tried after the disk refused something: once for all who came upon it."""

from __future__ import annotations

import errno
from datetime import UTC, datetime

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import DiskFull, OmniSightError
from omnisight_desktop.pipeline.leave import WriteLeave

FULL = OSError(errno.ENOSPC, "No space left on device")


class Disk:
    """Refuses or does not, and may be seen to be full."""

    def __init__(self) -> None:
        self.seen: OmniSightError | None = None
        self.clock = ManualClock(datetime(2026, 5, 3, 12, tzinfo=UTC))
        self.leave = WriteLeave(lambda: self.seen, self.clock)

    def waits_s(self) -> float:
        """How long it is until something may be tried again."""
        begun = self.clock.mono()
        while self.leave.withheld() is not None:
            self.clock.advance(1)
        return self.clock.mono() - begun


def test_cameras_that_are_refused_at_once_rest_as_long_as_one() -> None:
    disk = Disk()
    for camera in ("porch", "yard", "gate", "attic"):
        assert disk.leave.refused(camera, "footage", FULL)
    assert disk.waits_s() == 10


def test_whoever_is_refused_again_rests_longer_each_time() -> None:
    disk = Disk()
    rests = []
    for _ in range(7):
        disk.leave.refused("porch", "footage", FULL)
        rests.append(disk.waits_s())
    assert rests == [10, 20, 40, 80, 160, 160, 160]


def test_what_the_disk_takes_in_again_forgets_the_rests() -> None:
    disk = Disk()
    for _ in range(3):
        disk.leave.refused("porch", "footage", FULL)
        disk.waits_s()
    disk.leave.taken()
    assert disk.leave.withheld() is None
    assert disk.leave.trouble is None
    disk.leave.refused("porch", "footage", FULL)
    assert disk.waits_s() == 10


def test_once_there_is_room_again_it_goes_on_at_once() -> None:
    disk = Disk()
    for _ in range(4):
        disk.leave.refused("porch", "footage", FULL)
        disk.clock.advance(30)
    disk.seen = DiskFull("Only 3 GB are free.")
    assert disk.leave.withheld() is disk.seen
    disk.seen = None
    assert disk.waits_s() == 0
