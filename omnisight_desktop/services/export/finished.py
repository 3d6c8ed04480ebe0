"""What was exported and not told where to go: it waits in folders of its own to be fetched, and goes with age."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from omnisight_desktop.services.export.jobs import folders
from omnisight_desktop.storage.plan import Item, Line, Reason
from omnisight_desktop.storage.shelves import Kind

log = logging.getLogger(__name__)


class FinishedExports:
    """The folders of finished exports, and of those that a kill interrupted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def past(self, days: float, now: datetime) -> Iterator[Item]:
        """Those that are older, oldest first."""
        before = now - timedelta(days=days)
        found = []
        for folder in folders(self._folder):
            try:
                told = [one.lstat() for one in (folder, *folder.rglob("*"))]
            except OSError:  # somebody takes it off the disk just now
                continue
            # What is under way is written to all the time, however long it takes.
            at = datetime.fromtimestamp(max(one.st_mtime for one in told), UTC)
            size = sum(one.st_size for one in told[1:])
            if at < before:
                found.append(Item(Kind.EXPORTS, (folder.name,), at, size))
        yield from sorted(found, key=lambda item: (item.at, item.key))

    def line(self, days: float, now: datetime) -> tuple[Line, ...]:
        """How much that is; nothing where there is none."""
        items = list(self.past(days, now))
        if not items:
            return ()
        size = sum(item.size_bytes for item in items)
        return (Line(Kind.EXPORTS, Reason.AGE, len(items), size, items[0].at, items[-1].at),)

    def remove(self, days: float, now: datetime) -> Iterator[list[Item]]:
        """Remove them, one a step."""
        for item in list(self.past(days, now)):
            try:
                shutil.rmtree(self._folder / item.id)
            except OSError as error:
                log.warning("an export that is past its time stays: %s", error)
                continue
            yield [item]
