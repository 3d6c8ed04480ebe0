"""A database of its own for a test, with everything that writes to it and reads from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.instruments import Instruments
from omnisight_desktop.flow.bus import Bus
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.events import EventArchive, EventFilter
from omnisight_desktop.storage.journal import Journal
from omnisight_desktop.storage.writer import Writer

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


def event(name: str, after_s: float = 0.0, **more: Any) -> Event:
    """Somebody appears at the front door at noon, or so long after."""
    told: dict[str, Any] = {
        "id": name,
        "camera": "front",
        "type": "appeared",
        "start": NOON + timedelta(seconds=after_s),
        "label": "person",
        **more,
    }
    return Event(**told)


@dataclass
class Store:
    """One folder with a database."""

    folder: Path
    database: Database
    bus: Bus = field(default_factory=Bus)
    instruments: Instruments = field(default_factory=Instruments)

    @classmethod
    def at(cls, folder: Path) -> Store:
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder, Database.create(folder / "omnisight.db"))

    @property
    def events(self) -> EventArchive:
        return EventArchive(self.database)

    @property
    def journal(self) -> Journal:
        return Journal(self.folder / "journal")

    def writer(self) -> Writer:
        """The writer, not yet started."""
        return Writer(
            self.database,
            self.folder / "journal",
            bus=self.bus,
            clock=ManualClock(NOON),
            instruments=self.instruments,
        )

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """The writer at work; what it accepted is stored at the end."""
        writer = self.writer()
        writer.start()
        try:
            yield writer
        finally:
            writer.stop()

    def fill(self, *values: Any) -> None:
        """Store values."""
        with self.writing() as writer:
            writer.commit(*values)

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a plain connection says."""
        with closing(sqlite3.connect(self.database.path, isolation_level=None)) as connection:
            return connection.execute(statement, values).fetchall()

    def ids(self) -> list[str]:
        """All events in the order in which they were stored."""
        return [row[0] for row in self.sql("SELECT id FROM person_events ORDER BY seq")]

    def finds(self, words: str) -> list[str]:
        """The events that hold the words, newest first."""
        return [found.id for found in self.events.search(words)]

    def counted(self) -> dict[tuple[str, str, str, datetime], int]:
        """The hourly counts of single cameras: by camera, kind, label and hour."""
        return {
            (camera, kind, label, count.hour): count.events
            for camera, kind, label in self.sql(
                "SELECT DISTINCT camera_id, type, label FROM event_counts WHERE camera_id <> ''"
            )
            for count in self.events.count_by_hour(
                EventFilter(cameras=(camera,), types=(kind,), labels=(label,)),
                datetime.min.replace(tzinfo=UTC),
                datetime(9999, 1, 1, tzinfo=UTC),
            )
        }


@contextmanager
def locked(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program holds the database until the block ends."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        try:
            yield other
        finally:
            if other.in_transaction:
                other.execute("ROLLBACK")
