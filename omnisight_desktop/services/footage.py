"""Continuous footage: finding it, asking when anything moved somewhere, and holding on to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.camera import Area
from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.core.errors import NotFound, StorageError, UsageError
from omnisight_desktop.core.segment import (
    MAP_HEIGHT,
    MAP_STEP_S,
    MAP_WIDTH,
    Segment,
    Tier,
    Unrecorded,
)
from omnisight_desktop.rules.shape import inside
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.storage import lease
from omnisight_desktop.storage.segment_files import FOLDER, begun_at
from omnisight_desktop.storage.segments import Kept, MotionMaps, SegmentArchive

_UNFINISHED = ".part"
_FINE = 8  # points of a cell, either way, that tell how much of it an area covers
_TOUCHED = 0.15  # of a cell; less of it is the neighbour's
_SEAM_MS = 2000  # pieces that lie so close are shown as one
_TRIES = 3  # a piece may move while it is looked for


@dataclass(frozen=True, slots=True)
class Moved:
    """A stretch of footage in which something moved in the area that was asked for."""

    start: datetime
    end: datetime
    seconds: float  # for how long, at least
    segments: tuple[str, ...]


class Footage:
    """The continuous footage of one installation."""

    def __init__(
        self, archive: SegmentArchive, keeper: Keeper, media: Path, slow: Path | None = None
    ) -> None:
        """``slow`` is where older pieces are moved to, if anywhere."""
        self._archive = archive
        self._keeper = keeper
        self._folders: dict[Tier, Path | None] = {Tier.FAST: media, Tier.SLOW: slow}

    def find(
        self,
        camera: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> list[Segment]:
        """The pieces that show any of a stretch of time, in order."""
        return self._archive.between(camera, since, until, limit=limit, newest_first=newest_first)

    def gaps(
        self,
        camera: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[Unrecorded]:
        """What should have been recorded and was not, oldest first."""
        return [gap for gap in self._archive.gaps(camera, since, until) if gap.end > gap.start]

    def kept(self) -> list[Kept]:
        """How much there is of each camera, on each disk."""
        return self._archive.kept()

    def owed(self, camera: str) -> datetime | None:
        """Up to when a camera was recorded; None where it was recorded only now and then."""
        ends = [self._archive.last_end(camera), self._unlisted(camera)]
        end = max((one for one in ends if one is not None), default=None)
        if end is None:
            return None
        later = self._archive.gaps(camera, end - timedelta(milliseconds=1))
        return None if any(gap.start == gap.end == end for gap in later) else end

    def search(
        self,
        camera: str,
        area: Area,
        since: datetime,
        until: datetime,
        *,
        least_s: float = MAP_STEP_S,
    ) -> list[Moved]:
        """When anything moved in an area of the picture for so long, oldest first.

        It is answered from the maps of the pieces, to the piece: no footage is opened.
        """
        if len(area) < 3:
            raise UsageError(
                "An area needs three corners or more.", fix="Write them as '0,0 0.5,0 0.5,0.5'."
            )
        maps = self._archive.motion_maps(camera, since, until)
        cells = cells_in(tuple(area))
        if not len(maps) or not cells.any():
            return []
        seconds = maps.cells[:, cells].max(axis=1) * MAP_STEP_S
        return list(_joined(maps, seconds, np.flatnonzero(seconds >= max(least_s, MAP_STEP_S))))

    def path(self, segment: Segment) -> Path:
        """Where the file lies."""
        folder = self._folders[segment.tier]
        if folder is None:
            raise StorageError(
                f"The footage '{segment.id}' lies in the slow place, which is not set.",
                fix="Set footage.slow_dir to where it was.",
            )
        path = (folder / segment.path).resolve()
        if not path.is_relative_to(folder.resolve()):
            raise StorageError(f"The footage '{segment.id}' points outside its folder.")
        return path

    @contextmanager
    def holding(self, ids: Sequence[str]) -> Iterator[list[tuple[Segment, Path]]]:
        """Pieces with their files, which are neither moved nor removed as long as the block lasts."""
        with ExitStack() as stack:
            held = [self._hold(segment_id, stack) for segment_id in ids]
            yield sorted(held, key=lambda one: (one[0].start, one[0].id))

    def protect(self, ids: Sequence[str], *, on: bool = True) -> list[Segment]:
        """Have pieces stay however old they are, or no longer."""
        found = self._archive.get(ids)
        missing = set(ids) - {segment.id for segment in found}
        if missing:
            raise _unknown(min(missing))
        changed = [replace(segment, protected=on) for segment in found]
        self._keeper.commit(*changed)
        return changed

    def _unlisted(self, camera: str) -> datetime | None:
        """When the newest file was begun, if no row names it yet.

        After a kill while the disk was too full even for rows, the check lists it at a later start,
        and takes its time out of what was noted as missing.
        """
        media = self._folders[Tier.FAST]
        assert media is not None
        day = max((media / FOLDER / camera).glob("????-??-??"), default=None)
        newest = max((file.name for file in day.iterdir()), default=None) if day else None
        if day is None or newest is None:
            return None
        path = f"{FOLDER}/{camera}/{day.name}/{newest.removesuffix(_UNFINISHED)}"
        return None if self._archive.knows(path) else begun_at(path)

    def _hold(self, segment_id: str, stack: ExitStack) -> tuple[Segment, Path]:
        for tried in range(_TRIES):
            found = self._archive.get([segment_id])
            if not found:
                raise _unknown(segment_id)
            path = self.path(found[0])
            try:
                stack.enter_context(lease.reading(path))
            except StorageError:
                if tried == _TRIES - 1:
                    raise
                continue
            if path.is_file():  # it may have gone between being opened and being held
                return found[0], path
        raise StorageError(f"The file of footage '{segment_id}' is gone.", fix="See 'db check'.")


@lru_cache(maxsize=64)
def cells_in(area: Area) -> NDArray[np.bool_]:
    """The cells of the motion map that an area covers, row by row; one at least, if it covers any."""
    across = (np.arange(MAP_WIDTH * _FINE) + 0.5) / (MAP_WIDTH * _FINE)
    down = (np.arange(MAP_HEIGHT * _FINE) + 0.5) / (MAP_HEIGHT * _FINE)
    x, y = np.meshgrid(across, down)
    within = inside(np.stack([x.ravel(), y.ravel()], axis=1), area)
    share = within.reshape(MAP_HEIGHT, _FINE, MAP_WIDTH, _FINE).mean(axis=(1, 3)).ravel()
    if not share.any():  # too small for the points: its middle tells where it is
        middle = np.mean(np.asarray(area, np.float64), axis=0).clip(0, 1 - 1e-9)
        share[int(middle[1] * MAP_HEIGHT) * MAP_WIDTH + int(middle[0] * MAP_WIDTH)] = 1.0
    cells: NDArray[np.bool_] = share >= min(_TOUCHED, float(share.max()))
    return cells


def _joined(
    maps: MotionMaps, seconds: NDArray[np.float64], hits: NDArray[np.intp]
) -> Iterator[Moved]:
    """Pieces that follow one another, as one stretch each."""
    spans, lasted = maps.spans_ms[hits].tolist(), seconds[hits].tolist()
    begun = end = 0
    total_s, ids = 0.0, list[str]()
    for place, (start, until), moved_s in zip(hits.tolist(), spans, lasted, strict=True):
        if ids and start - end > _SEAM_MS:
            yield Moved(from_ms(begun), from_ms(end), total_s, tuple(ids))
            ids = []
        if not ids:
            begun, end, total_s = start, until, 0.0
        end, total_s = max(end, until), total_s + moved_s
        ids.append(maps.ids[place])
    if ids:
        yield Moved(from_ms(begun), from_ms(end), total_s, tuple(ids))


def _unknown(segment_id: str) -> NotFound:
    return NotFound(
        f"There is no footage '{segment_id}'.", fix="See 'omnisight footage list --json'."
    )
