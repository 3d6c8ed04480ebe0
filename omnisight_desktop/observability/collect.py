"""What the program takes of this machine: processor, memory, disk, and the size of its database."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from omnisight_desktop.config.paths import Paths


@dataclass(frozen=True, slots=True)
class Load:
    """One look at the machine. Shares are of the whole machine, from 0 to 1."""

    cpu_ours: float
    cpu_all: float
    memory_ours_bytes: int
    memory_all: float
    memory_total_bytes: int
    disk_free_bytes: int | None  # None when the place of the footage is gone
    disk_total_bytes: int | None
    database_bytes: int


class Collector:
    """Looks at the machine when it is asked to; each look tells of the time since the last."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._ours: dict[int, Any] = {}
        self._before: tuple[float, float] | None = None

    def look(self) -> Load:
        """How it is now. The first look of all knows nothing of the processor yet."""
        import psutil  # only who looks waits for it

        cpu, memory = 0.0, 0
        for process in self._family(psutil):
            with suppress(psutil.Error):  # it may have ended meanwhile
                cpu += process.cpu_percent()
                memory += process.memory_info().rss
        there = psutil.virtual_memory()
        free, total = _disk(self._paths.media)
        return Load(
            cpu_ours=min(1.0, cpu / 100 / (psutil.cpu_count() or 1)),
            cpu_all=self._busy(psutil.cpu_times()),
            memory_ours_bytes=memory,
            memory_all=there.percent / 100,
            memory_total_bytes=there.total,
            disk_free_bytes=free,
            disk_total_bytes=total,
            database_bytes=sum(_size(path) for path in _database_files(self._paths.database)),
        )

    def _busy(self, times: Any) -> float:
        """Of the time since the last look, whichever thread that was in: psutil's own way is by thread."""
        told: dict[str, float] = times._asdict()
        # What guests take is part of what their hosts take.
        whole = sum(told.values()) - told.get("guest", 0.0) - told.get("guest_nice", 0.0)
        idle = told["idle"] + told.get("iowait", 0.0)
        before, self._before = self._before, (whole, idle)
        if before is None or whole <= before[0]:
            return 0.0
        return min(1.0, max(0.0, 1.0 - (idle - before[1]) / (whole - before[0])))

    def _family(self, psutil: Any) -> list[Any]:
        """This program and its children, each the same object every time: it remembers its times."""
        here = self._ours.get(0) or psutil.Process()
        children = []
        with suppress(psutil.Error):
            children = here.children(recursive=True)
        known = {0: here}
        for child in children:
            known[child.pid] = self._ours.get(child.pid, child)
        self._ours = known
        return list(known.values())


def _database_files(database: Path) -> list[Path]:
    return [database, database.with_name(f"{database.name}-wal")]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _disk(place: Path) -> tuple[int | None, int | None]:
    try:
        total, _, free = shutil.disk_usage(place)
    except OSError:
        return None, None
    return free, total
