"""Moving older footage from the fast disk to a slow place: copied, verified, listed there, then removed.

It may be killed after any step. What was copied is copied again; what is listed in the slow place and
still lies on the fast disk is found by the check at the next start.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError, StorageError
from omnisight_desktop.core.segment import Segment, Tier
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.storage import aside, lease
from omnisight_desktop.storage.disk import Floor, Usage, space
from omnisight_desktop.storage.file import faults_in_words, sync
from omnisight_desktop.storage.segments import SegmentArchive

log = logging.getLogger(__name__)

_FIRST_S = 60.0
_EVERY_S = 60.0
_LONGEST_REST_S = 2.0
_PAGE = 50
_CHUNK = 1 << 20
_COPY = ".copy"  # the name of a copy until it is verified

#: Rests for so many seconds; says whether to stop.
Rest = Callable[[float], bool]


@dataclass(frozen=True, slots=True)
class SlowPlace:
    """Where older footage goes, when, and how much has to stay free there."""

    folder: Path
    after: timedelta
    floor: Floor


@dataclass(slots=True)
class Moves:
    """What was moved, and what could not be."""

    count: int = 0
    size_bytes: int = 0
    in_use: int = 0  # somebody reads it just now; it is moved another time
    trouble: OmniSightError | None = None


class Tiers:
    """The two disks of one installation's footage."""

    def __init__(
        self,
        archive: SegmentArchive,
        keeper: Keeper,
        media: Path,
        place: SlowPlace | None,
        clock: Clock,
        usage: Usage = shutil.disk_usage,
    ) -> None:
        self._archive = archive
        self._keeper = keeper
        self._media = media
        self._place = place
        self._clock = clock
        self._usage = usage
        self._bad: set[str] = set()  # files that are not what was recorded
        self._doubtful: list[Segment] = []  # nobody said whether their rows were stored
        self._said = ""

    def run(self, worker: Worker) -> None:
        """The body of a worker: every minute, as long as there is a slow place."""
        wait_s = _FIRST_S
        while not worker.pause(wait_s if self._place is not None else _EVERY_S):
            worker.beat()
            wait_s = _EVERY_S

            def rest(seconds: float) -> bool:
                worker.beat()
                return worker.pause(seconds)

            moves = self.move(rest)
            words = str(moves.trouble or "")
            if words and words != self._said:
                log.warning("older footage stays on the fast disk for now: %s", words)
            self._said = words
            if moves.count:
                log.info("%d pieces of footage moved to the slow place", moves.count)

    def move(self, rest: Rest = lambda _: False) -> Moves:
        """Move everything that is due, the oldest first, until told to stop."""
        done = Moves()
        if self._place is None:
            return done
        try:
            self._settle()
            self._insist_there(self._place)
            for segment in self._due(self._place):
                began = self._clock.mono()
                self._move_one(segment, self._place, done)
                if rest(min(self._clock.mono() - began, _LONGEST_REST_S)):
                    break
        except OmniSightError as error:
            done.trouble = error
        return done

    def _move_one(self, segment: Segment, place: SlowPlace, done: Moves) -> None:
        there = space(place.folder, place.floor, self._usage)
        if there.free - segment.size_bytes < place.floor.of(there.total):
            raise StorageError(
                f"{place.folder} is too full: {there.free / 1e9:.1f} GB are free.",
                fix="Free some space there, or lower retention.footage_days.",
            )
        steps = list(self.steps(segment))
        if "removed" in steps:
            done.count, done.size_bytes = done.count + 1, done.size_bytes + segment.size_bytes
        elif "in use" in steps:
            done.in_use += 1

    def steps(self, segment: Segment) -> Iterator[str]:
        """Move one piece; gives the name of each step once it is done."""
        assert self._place is not None
        source, target = self._media / segment.path, self._place.folder / segment.path
        copy = target.with_name(target.name + _COPY)
        with faults_in_words(target):
            try:
                digest = _copied(source, copy)
            except FileNotFoundError:
                return  # it went meanwhile, or the check will say that it did
            yield "copied"
            if segment.sha256 and digest != segment.sha256:
                self._bad.add(segment.id)
                copy.unlink()
                log.warning("%s is not what was recorded; it stays where it is", source)
                return
            if _sum(copy) != digest:
                copy.unlink()
                raise StorageError(
                    f"What was written to {target.parent} reads differently.",
                    fix="See whether that disk is sound.",
                )
            yield "verified"
            copy.replace(target)
            sync(target)
            yield "placed"
            yield from self._switch(segment, source, target)

    def _switch(self, segment: Segment, source: Path, target: Path) -> Iterator[str]:
        """From now on the copy is what counts, unless somebody reads the other one."""
        with lease.alone(source) as alone:
            if not alone:
                target.unlink()
                yield "in use"
                return
            newest = self._archive.get([segment.id])
            if not newest:  # it went by retention while it was copied
                target.unlink()
                return
            try:
                self._keeper.commit(replace(newest[0], tier=Tier.SLOW))
            except OmniSightError:
                self._doubtful.append(segment)
                raise
            yield "listed"
            source.unlink(missing_ok=True)
        aside.clear_empty(self._media, {segment.path}, self._clock.now())
        yield "removed"

    def _due(self, place: SlowPlace) -> Iterator[Segment]:
        before, after = self._clock.now() - place.after, None
        while page := self._archive.to_move(before, after, _PAGE):
            yield from (one for one in page if one.id not in self._bad and aside.inside(one.path))
            after = page[-1].start, page[-1].id

    def _settle(self) -> None:
        """A row that was stored after all, though nobody said so: its file is in the slow place."""
        doubtful, self._doubtful = self._doubtful, []
        for segment in self._archive.get([one.id for one in doubtful]):
            if segment.tier is Tier.SLOW:
                (self._media / segment.path).unlink(missing_ok=True)

    def _insist_there(self, place: SlowPlace) -> None:
        """An empty folder where footage should be is a disk that was taken out."""
        used = any(kept.tier is Tier.SLOW for kept in self._archive.kept())
        if not place.folder.is_dir() or (used and not any(place.folder.iterdir())):
            raise StorageError(
                f"The slow place {place.folder} is not there.",
                fix="See whether its disk is there, or whether the network is; else set "
                "footage.slow_dir anew.",
            )


def _copied(source: Path, copy: Path) -> str:
    """Copy a file for good; the SHA-256 of what was read."""
    with source.open("rb") as there:
        copy.parent.mkdir(parents=True, exist_ok=True)
        found = hashlib.sha256()
        with copy.open("wb") as here:
            while piece := there.read(_CHUNK):
                found.update(piece)
                here.write(piece)
    sync(copy)
    return found.hexdigest()


def _sum(path: Path) -> str:
    """The SHA-256 of what is on the disk, and not in memory, as far as the system can be told so."""
    with path.open("rb") as file:
        forget = getattr(os, "posix_fadvise", None)
        if forget is not None:
            forget(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(file, "sha256").hexdigest()
