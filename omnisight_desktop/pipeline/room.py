"""Whether there is room to record: below the floor of the settings nothing more is written."""

from __future__ import annotations

import shutil
from pathlib import Path

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import DiskFull, OmniSightError, StorageError
from omnisight_desktop.storage.disk import GB, Floor, Space, Usage, space

#: The disk is not asked more often than this.
_EVERY_S = 5.0
_FIX = (
    "Free some space, or lower retention.free_disk_gb and retention.free_disk_percent; recording "
    "goes on by itself once there is room."
)
_TOO_HIGH_FIX = "Lower retention.free_disk_gb or retention.free_disk_percent."


class Room:
    """The room on the disk that a folder lies on. Any thread may ask, as often as it likes.

    Once it was too little, there has to be clearly more than the floor before it is enough again:
    recording that comes and goes with every file helps nobody.
    """

    def __init__(
        self,
        folder: Path,
        percent: float,
        gb: float,
        clock: Clock,
        disk_usage: Usage = shutil.disk_usage,
    ) -> None:
        self.folder = folder
        self.free_gb: float | None = None  # when it was last looked at; none: the folder is gone
        self._floor = Floor(percent, gb)
        self._clock = clock
        self._usage = disk_usage
        self._asked_mono: float | None = None
        self._trouble: OmniSightError | None = None

    def trouble(self) -> OmniSightError | None:
        """Why nothing may be recorded now, if so."""
        now_mono = self._clock.mono()
        if self._asked_mono is None or now_mono - self._asked_mono >= _EVERY_S:
            self._asked_mono = now_mono
            self._trouble = self._look()
        return self._trouble

    def _look(self) -> OmniSightError | None:
        try:
            there = space(self.folder, self._floor, self._usage)
        except StorageError as error:
            self.free_gb = None
            return error
        self.free_gb = there.free / GB
        enough = self._floor.of(there.total)
        if self._trouble is not None:
            enough = (enough + self._floor.clear_of(there.total)) // 2
        return None if there.free >= enough else _in_words(there, enough)


def _in_words(there: Space, enough: int) -> DiskFull:
    free = f"Only {there.free / GB:.1f} of {there.total / GB:.0f} GB of the disk are free"
    if not there.floor.reachable(there.total):
        floor = there.floor.of(there.total)
        return DiskFull(
            f"{free}, and the settings want {floor / GB:.1f} GB left free: nothing is recorded.",
            fix=_TOO_HIGH_FIX,
        )
    return DiskFull(f"{free}: nothing is recorded below {enough / GB:.1f} GB.", fix=_FIX)
