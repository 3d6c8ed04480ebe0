"""An installation with a past of its own: rows, files, and a disk that fills up."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.event import Event, Gap
from omnisight_desktop.core.identity import Person, PersonState
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.core.track import TrackPath, TrackPicture
from omnisight_desktop.storage.batch import ERASE, Inserts, Row, key_of
from omnisight_desktop.storage.check import check
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.intake import INTAKES, intake_of
from omnisight_desktop.storage.owner import own
from omnisight_desktop.storage.records import Transcript

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)


def days_ago(days: float) -> datetime:
    """So many days before now."""
    return NOW - timedelta(days=days)


class Hand:
    """Keeps and removes at once, as the writer does, without a thread of its own."""

    def __init__(self, database: Database) -> None:
        self._inserts = Inserts(database)
        self.kept: list[Any] = []

    def keep(self, *values: Any, timeout_s: float | None = None) -> bool:
        self.commit(*values)
        return True

    def commit(self, *values: Any, timeout_s: float = 10.0, together: bool = False) -> None:
        self.kept += values
        rows: list[Row] = []
        for value in values:
            intake = intake_of(value)
            rows.append((intake.kind, intake.columns, intake.to_row(value)))
        self._write(rows)

    def erase(
        self, kind: str, ids: Sequence[str | tuple[Any, ...]], timeout_s: float = 30.0
    ) -> None:
        columns = key_of(INTAKES[kind])
        keys = [one if isinstance(one, tuple) else (one,) for one in ids]
        self._write([(ERASE + kind, columns, key) for key in keys])

    def _write(self, rows: list[Row]) -> None:
        def refused(place: int, fault: Exception) -> None:
            raise AssertionError(f"{rows[place]}: {fault}")

        self._inserts.write(rows, refused)


@dataclass
class Past:
    """A data folder at one moment."""

    root: Path
    database: Database
    clock: ManualClock = field(default_factory=lambda: ManualClock(NOW))
    disk: int = 10**12
    others: int = 0  # bytes that other programs have put on the disk

    @classmethod
    def at(cls, root: Path) -> Past:
        """Over a database that lies there already."""
        (root / "media").mkdir(exist_ok=True)
        made = cls(root, Database.open(root / "omnisight.db"))
        made.hand.commit(Camera("front", "Front", ""), Camera("back", "Back", ""))
        return made

    @property
    def media(self) -> Path:
        return self.root / "media"

    @property
    def hand(self) -> Hand:
        return Hand(self.database)

    def usage(self, _: Path) -> tuple[int, int, int]:
        """How full the disk is: what others put there, and the files that are here."""
        ours = sum(f.stat().st_size for f in self.media.rglob("*") if f.is_file())
        return self.disk, self.others + ours, self.disk - self.others - ours

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a plain connection says."""
        path = self.root / "omnisight.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            return connection.execute(statement, values).fetchall()

    def names(self, table: str, column: str = "id") -> set[str]:
        """What there is in a table."""
        return {row[0] for row in self.sql(f"SELECT {column} FROM {table}")}

    def check(self, *, repair: bool = False) -> dict[str, Check]:
        """What the check finds."""
        path = self.root / "omnisight.db"
        if not repair:
            return {c.name: c for c in check(path, self.media, repair=False, clock=self.clock)}
        with own(self.root):
            return {c.name: c for c in check(path, self.media, repair=True, clock=self.clock)}

    def wrong(self) -> dict[str, str]:
        """What the check finds wrong."""
        return {n: c.reason for n, c in self.check().items() if c.state is not Health.OK}

    def write(self, path: str, size: int) -> None:
        """A file of that length."""
        file = self.media / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x" * size)

    def clip(
        self, name: str, days: float, size: int = 1000, *, protected: bool = False, **more: Any
    ) -> Clip:
        """A clip with its file."""
        start = days_ago(days)
        camera = more.get("camera", "front")
        path = f"clips/{camera}/{start:%Y-%m-%d}/{start:%H%M%S}-{name}.mp4"
        clip = Clip(name, camera, path, start, start + timedelta(seconds=9), size, "", protected)
        self.write(path, size)
        self.hand.commit(clip)
        return clip

    def event(self, name: str, days: float, **more: Any) -> Event:
        """Somebody appears, so many days ago."""
        told: dict[str, Any] = {"label": "person", "text": "a parcel came", **more}
        event = Event(name, told.pop("camera", "front"), "appeared", days_ago(days), **told)
        self.hand.commit(event)
        return event

    def track(self, name: str, days: float, lasts_s: float = 10, camera: str = "front") -> None:
        """A path."""
        offsets = np.asarray([0, round(lasts_s * 1000)], np.int64)
        boxes = np.full((2, 4), 0.5, np.float32)
        self.hand.commit(TrackPath(name, camera, "person", days_ago(days), offsets, boxes))

    def picture(self, track: str, days: float, size: int = 100, camera: str = "front") -> None:
        """The pictures of a track, two files."""
        at = days_ago(days)
        crop = f"tracks/{camera}/{at:%Y-%m-%d}/{track}.jpg"
        scene = crop.replace(".jpg", "-scene.jpg")
        self.write(crop, size - size // 2)
        self.write(scene, size // 2)
        self.hand.commit(TrackPicture(track, camera, at, crop, scene, size))

    def gap(self, days: float, lasts_s: float = 60, camera: str = "front") -> None:
        """Seconds that are missing."""
        start = days_ago(days)
        self.hand.commit(Gap(camera, start, start + timedelta(seconds=lasts_s), "no answer"))

    def said(self, name: str, days: float, camera: str = "front") -> None:
        """Something that was said."""
        start = days_ago(days)
        self.hand.commit(Transcript(name, camera, start, start + timedelta(seconds=5), "hello"))

    def person(self, name: str, days: float | None, *, archived: bool = False) -> Person:
        """Somebody who was seen last so many days ago."""
        state = PersonState.ARCHIVED if archived else PersonState.ACTIVE
        seen = None if days is None else days_ago(days)
        person = Person(name, f"called {name}", last_seen=seen, state=state, note="a friend")
        self.hand.commit(person)
        return person

    def films(self) -> set[str]:
        """The clips whose files are there."""
        return {f.stem.partition("-")[2] for f in self.media.rglob("*.mp4")}
