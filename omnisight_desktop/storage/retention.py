"""What is past its time, found by index and page by page, so that neither reader nor writer waits.

Clips and pictures go by their age, and the oldest clips early where footage takes too much room.
Events go with their paths, transcripts and gaps; people who were not seen for long are archived and
later forgotten. A protected clip stays, and so does everything of the visit that it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.config.sections import Retention
from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.segment import Tier
from omnisight_desktop.storage import steady
from omnisight_desktop.storage.disk import GB, Space
from omnisight_desktop.storage.draft import Draft, Tally
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.plan import Act, Item, Line, Marks, Plan, Reason
from omnisight_desktop.storage.shelves import (
    LAST_SIGHTINGS,
    LONG_AGO,
    ORDER,
    PEOPLE,
    SHELVES,
    Edge,
    Kind,
    Shelf,
    expired_person,
)

_OF_ROWS = (Kind.EVENTS, Kind.TRACKS, Kind.TRANSCRIPTS, Kind.GAPS, Kind.MISSED, Kind.COUNTS)

#: Of the footage that is left, no more than this goes at once for the sake of a full disk: what
#: fills it may be something else, and then it would all go for nothing.
_MOST_AT_ONCE = 0.25


class Outdated:
    """What is past its time in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plan(self, keep: Retention, now: datetime, there: Space | None = None) -> Plan:
        """What is to go now; ``there`` is the room on the disk, where that is to be looked at."""

        def before(days: int) -> int:
            return to_ms(now) - days * 86_400_000

        marks = Marks(
            aged=Edge(before(keep.clip_days), ""),
            # Nobody could find the picture of an event that is gone.
            pictures=Edge(before(min(keep.picture_days, keep.event_days)), ""),
            events_ms=before(keep.event_days),
            unseen_ms=before(keep.person_days),
            forgotten_ms=before(max(keep.archived_person_days, keep.person_days)),
        )
        draft = Draft()
        with self._database.read() as connection:
            look = _Look(connection, marks)
            draft.lines += look.counted(Kind.CLIPS) + look.counted(Kind.PICTURES)
            marks = _sized(look, draft, marks, keep)
            marks = replace(marks, footage=steady.past(connection, draft, keep, now))
            if there is not None:
                marks = _crowded(connection, look, draft, marks, there)
            for kind in _OF_ROWS:
                draft.lines += look.counted(kind)
            draft.lines += look.people()
        return Plan(now, tuple(draft.lines), marks, draft.short_bytes, " ".join(draft.notes))

    def pages(self, plan: Plan, kind: Kind, size: int) -> Iterator[list[Item]]:
        """What of a kind is to go, some at a time; each page is looked up when it is asked for."""
        if kind is Kind.PEOPLE:
            yield from self._people(plan, size)
            return
        shelf = SHELVES[kind]
        for camera in self._cameras(shelf):
            after: tuple[int, Any] = (LONG_AGO.at_ms, "")
            while True:
                with self._database.read() as connection:
                    rows = _Look(connection, plan.marks).page(shelf, camera, after, size)
                if not rows:
                    break
                yield [_item(kind, shelf, row, plan.marks, camera) for row in rows]
                after = (rows[-1].at, rows[-1].tie)

    def items(self, plan: Plan, size: int = 500) -> Iterator[Item]:
        """Everything that is to go, one by one."""
        for kind in ORDER:
            for page in self.pages(plan, kind, size):
                yield from page

    def sightings(self, plan: Plan) -> dict[str, datetime]:
        """When people were last seen who are known to have been only by events that go."""
        with self._database.read() as connection:
            rows = connection.execute(sa.text(LAST_SIGHTINGS), plan.marks.bound()).all()
        return {person: from_ms(at_ms) for person, at_ms in rows}

    def left(self, kind: Kind, keys: list[tuple[Any, ...]]) -> dict[tuple[Any, ...], bool]:
        """Which of them still have their rows, and whether those are protected."""
        shelf = SHELVES[kind]
        column: sa.ColumnElement[Any] = sa.column(shelf.key[0])
        protected: sa.ColumnElement[Any] = (
            sa.column("protected") if kind in (Kind.CLIPS, Kind.FOOTAGE) else sa.literal(False)
        )
        statement = (
            sa.select(column, protected)
            .select_from(sa.table(shelf.table))
            .where(column.in_([key[0] for key in keys]))
        )
        with self._database.read() as connection:
            return {(key,): bool(kept) for key, kept in connection.execute(statement)}

    def newest(self, now: datetime) -> datetime | None:
        """When something was kept last; what lies ahead of now is no witness."""
        found = " UNION ALL ".join(
            f"SELECT max({shelf.at}) AS at FROM {shelf.table} WHERE {shelf.at} <= :now"
            for shelf in SHELVES.values()
            if not shelf.by_camera
        )
        statement = sa.text(f"SELECT max(at) FROM ({found})")
        with self._database.read() as connection:
            at_ms = connection.execute(statement, {"now": to_ms(now)}).scalar()
        return None if at_ms is None else from_ms(at_ms)

    def speaks_of(self, path: str, tier: Tier = Tier.FAST) -> bool:
        """Whether any row names a file on a disk; on the slow one there is footage alone."""
        statement = (
            "SELECT EXISTS (SELECT 1 FROM event_clips WHERE path = :path) OR "
            "EXISTS (SELECT 1 FROM track_pictures WHERE crop = :path OR thumbnail = :path) OR "
            "EXISTS (SELECT 1 FROM segments WHERE path = :path AND tier = :tier)"
        )
        asked = {"path": path, "tier": tier.value}
        with self._database.read() as connection:
            return bool(connection.execute(sa.text(statement), asked).scalar())

    def _cameras(self, shelf: Shelf) -> list[str | None]:
        with self._database.read() as connection:
            return _cameras(connection, shelf)

    def _people(self, plan: Plan, size: int) -> Iterator[list[Item]]:
        with self._database.read() as connection:
            found = _Look(connection, plan.marks).unseen()
        items = [
            Item(Kind.PEOPLE, (row.id,), from_ms(row.at), act=act)
            for act, rows in found.items()
            for row in rows
        ]
        for begin in range(0, len(items), size):
            yield items[begin : begin + size]


class _Look:
    """One look at the database, as far as the marks reach."""

    def __init__(self, connection: sa.Connection, marks: Marks) -> None:
        self._connection = connection
        self._marks = marks
        self._bound = marks.bound()
        some = "SELECT 1 FROM event_clips WHERE protected LIMIT 1"
        self._guarded = connection.execute(sa.text(some)).scalar() is not None

    def counted(self, kind: Kind) -> list[Line]:
        """How much of a kind goes by its age."""
        shelf = SHELVES[kind]
        select = (
            f"SELECT count(*), coalesce(sum({shelf.size}), 0), min(t.{shelf.at}), max(t.{shelf.at})"
        )
        tally = Tally()
        for camera in _cameras(self._connection, shelf):
            statement = f"{select} {shelf.wanted(self._guarded)}"
            row: Any = self._run(statement, camera=camera).one()
            count, size, oldest, newest = row
            if not count:
                continue
            tally.oldest_ms = min(oldest, tally.oldest_ms) if tally.count else oldest
            tally.edge = max(tally.edge, Edge(newest, ""))
            tally.count, tally.size_bytes = tally.count + count, tally.size_bytes + size
        return tally.line(kind, Reason.AGE)

    def page(
        self, shelf: Shelf, camera: str | None, after: tuple[int, Any], size: int
    ) -> list[Any]:
        """Some rows behind a place of the order."""
        keys = ", ".join(f"t.{key} AS key{number}" for number, key in enumerate(shelf.key))
        statement = (
            f"SELECT {keys}, t.{shelf.at} AS at, t.{shelf.tie} AS tie, {shelf.size} AS size,"
            f" {shelf.files} {shelf.wanted(self._guarded)}"
            f" AND (t.{shelf.at}, t.{shelf.tie}) > (:after_ms, :after_tie)"
            f" ORDER BY t.{shelf.at}, t.{shelf.tie} LIMIT :size"
        )
        more = {"after_ms": after[0], "after_tie": after[1], "size": size}
        return list(self._run(statement, camera=camera, **more).all())

    def behind(self, kind: Kind, edge: Edge) -> Iterator[Any]:
        """Clips or pictures behind an edge that may go, oldest first: moment, key, bytes."""
        shelf = SHELVES[kind]
        statement = (
            f"SELECT t.{shelf.at}, t.{shelf.tie}, {shelf.size} {shelf.wanted(self._guarded)}"
            f" AND (t.{shelf.at}, t.{shelf.tie}) > (:after_ms, :after_tie)"
            f" ORDER BY t.{shelf.at}, t.{shelf.tie}"
        )
        end = {"clips_ms": 2**62, "clips_id": "", "pictures_ms": 2**62, "pictures_id": ""}
        more = {"after_ms": edge.at_ms, "after_tie": edge.key}
        return iter(self._run(statement, **more, **end))

    def footage_bytes(self, *, spare: bool) -> int:
        """How much room clips and pictures take; or clips alone that may go."""
        clips = "SELECT coalesce(sum(size_bytes), 0) FROM event_clips"
        pictures = "SELECT coalesce(sum(size_bytes), 0) FROM track_pictures"
        wanted = f"{clips} WHERE NOT protected" if spare else f"SELECT ({clips}) + ({pictures})"
        return int(self._connection.execute(sa.text(wanted)).scalar() or 0)

    def people(self) -> list[Line]:
        """How many people are archived, and how many forgotten."""
        lines = []
        for act, rows in self.unseen().items():
            moments = [from_ms(row.at) for row in rows]
            if moments:
                oldest, newest = min(moments), max(moments)
                lines.append(Line(Kind.PEOPLE, Reason.AGE, len(rows), 0, oldest, newest, act))
        return lines

    def unseen(self) -> dict[Act, list[Any]]:
        """People who were not seen for long, and what is to be done with them."""
        rows = self._run(f"{PEOPLE} WHERE p.state = 'active' OR p.at < :forgotten_ms").all()
        stay = expired_person(self._guarded)
        found: dict[Act, list[Any]] = {Act.ARCHIVE: [], Act.REMOVE: []}
        for row in rows:
            if row.at is None or row.at >= self._bound["unseen_ms"]:
                continue
            if row.at < self._bound["forgotten_ms"] and not self._run(stay, person=row.id).scalar():
                found[Act.REMOVE].append(row)
            elif row.state == "active":
                found[Act.ARCHIVE].append(row)
        return found

    def _run(self, statement: str, **more: Any) -> sa.CursorResult[Any]:
        footage = self._marks.bound_of(more.get("camera"))
        return self._connection.execute(sa.text(statement), {**self._bound, **footage, **more})


def _sized(look: _Look, draft: Draft, marks: Marks, keep: Retention) -> Marks:
    """The oldest clips and pictures that go because all of them together are too much."""
    if not keep.media_gb:
        return marks
    sized, pictures = Tally(), Tally()
    over = look.footage_bytes(spare=False) - draft.goes() - round(keep.media_gb * GB)
    sized.take(look.behind(Kind.CLIPS, marks.aged), over)
    pictures.take(look.behind(Kind.PICTURES, marks.pictures), over - sized.size_bytes)
    draft.lines += sized.line(Kind.CLIPS, Reason.SIZE)
    draft.lines += pictures.line(Kind.PICTURES, Reason.SIZE)
    short = over - sized.size_bytes - pictures.size_bytes
    if short > 0:
        draft.short_bytes = short
        draft.notes.append("What is protected alone takes more room than footage may take.")
    return replace(marks, sized=sized.edge, sized_pictures=pictures.edge)


def _crowded(
    connection: sa.Connection, look: _Look, draft: Draft, marks: Marks, there: Space
) -> Marks:
    """What goes because the disk is too full: continuous footage first, then the oldest clips."""
    needed = there.wanted - draft.goes() + draft.far_bytes
    if needed <= 0:
        return marks
    if not there.floor.reachable(there.total):
        floor = there.floor.of(there.total) / GB
        draft.notes.append(
            f"The disk has {there.total / GB:.1f} GB, and the settings want {floor:.1f} GB left "
            "free: nothing goes for that."
        )
        return marks
    footage, freed, more = steady.crowded(connection, draft, marks.footage, needed, _MOST_AT_ONCE)
    marks = replace(marks, footage=footage)
    tally = Tally()
    left = look.footage_bytes(spare=True) - sum(
        line.size_bytes for line in draft.lines if line.kind is Kind.CLIPS
    )
    if not more:
        most = max(1, round(left * _MOST_AT_ONCE))
        tally.take(look.behind(Kind.CLIPS, max(marks.aged, marks.sized)), min(needed - freed, most))
        draft.lines += tally.line(Kind.CLIPS, Reason.DISK)
    short = needed - freed - tally.size_bytes
    if short > 0:
        draft.short_bytes = max(draft.short_bytes, short)
        draft.notes.append(
            "No more than a quarter of the footage goes at once for a full disk."
            if more
            else "No more than a quarter of the clips goes at once for a full disk."
            if tally.size_bytes < left
            else "No clip is left that may go."
        )
    return replace(marks, crowded=tally.edge)


def _cameras(connection: sa.Connection, shelf: Shelf) -> list[str | None]:
    """The cameras of a shelf that is sorted by them; one for all where it is not."""
    if not shelf.by_camera:
        return [None]
    # From each camera straight to the next, however many rows they have.
    statement = (
        f"WITH RECURSIVE c(id) AS (SELECT min(camera_id) FROM {shelf.table} UNION ALL"
        f" SELECT (SELECT min(camera_id) FROM {shelf.table} WHERE camera_id > c.id) FROM c"
        " WHERE c.id IS NOT NULL) SELECT id FROM c WHERE id IS NOT NULL"
    )
    return list(connection.execute(sa.text(statement)).scalars())


def _item(kind: Kind, shelf: Shelf, row: Any, marks: Marks, camera: str | None) -> Item:
    key = tuple(row[: len(shelf.key)])
    edge = Edge(row.at, row.tie) if kind in (Kind.CLIPS, Kind.PICTURES) else LONG_AGO
    reason = Reason.AGE
    if kind is Kind.CLIPS and edge > marks.aged:
        reason = Reason.SIZE if edge <= marks.sized else Reason.DISK
    elif kind is Kind.PICTURES and edge > marks.pictures:
        reason = Reason.SIZE
    if kind is Kind.FOOTAGE:
        reason = steady.reason(marks.footage.get(camera or "", steady.NOTHING), row)
        tier = Tier(row.second)
        return Item(kind, key, from_ms(row.at), row.size, (row.first,), reason, tier=tier)
    named = tuple(path for path in (row.first, row.second) if path)
    return Item(kind, key, from_ms(row.at), row.size, named, reason)
