"""Changes to who is who, each in one transaction and each with the way back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.core.face import FaceKind, Verdict
from omnisight_desktop.core.identity import Person, PersonState
from omnisight_desktop.core.speech import ProposalState
from omnisight_desktop.storage.intake import INTAKES
from omnisight_desktop.storage.tables import (
    faces,
    heard_names,
    person_changes,
    person_events,
    persons,
    sightings,
    tracks,
)

_AT_ONCE = 500
_KEPT = 200  # changes that can be undone

#: Where a person is named, and by what a row of it is known.
_NAMING = (
    (faces, "person_id", "id"),
    (sightings, "person_id", "track_id"),
    (sightings, "likely_id", "track_id"),
    (person_events, "person_id", "id"),
    (tracks, "person_id", "id"),
    (heard_names, "person_id", "id"),
)
_TABLES = {table.name: table for table, _, _ in _NAMING}
_KEYS = {table.name: key for table, _, key in _NAMING}

Change = Callable[[sa.Connection], frozenset[str]]


@dataclass(frozen=True, slots=True)
class PastChange:
    """Something that was changed about people and can be undone."""

    seq: int
    at: datetime
    verb: str


def renamed(person: str, name: str | None, now: datetime) -> Change:
    """Somebody has a name from now on, or none any more."""

    def change(connection: sa.Connection) -> frozenset[str]:
        steps = _Steps(connection)
        steps.tell(person, {"name": name})
        steps.note("name", now)
        return frozenset({person})

    return change


def noted(person: str, told: Mapping[str, str | int | None], now: datetime) -> Change:
    """What was noted about somebody: columns of theirs, and what stands in them from now on."""

    def change(connection: sa.Connection) -> frozenset[str]:
        steps = _Steps(connection)
        steps.tell(person, told)
        steps.note("note", now)
        return frozenset({person})

    return change


def merged(into: str, others: Sequence[str], now: datetime) -> Change:
    """Those others are one and the same person."""

    def change(connection: sa.Connection) -> frozenset[str]:
        steps = _Steps(connection)
        _join(steps, into, others)
        steps.note("merge", now)
        return frozenset({into, *others})

    return change


def moved(tracks_: Sequence[str], person: str, to: Person, now: datetime) -> Change:
    """What was seen on those tracks was somebody else, who is made if need be."""

    def change(connection: sa.Connection) -> frozenset[str]:
        steps = _Steps(connection)
        steps.make_person(to)
        for table, column, key in _NAMING:
            if column == "likely_id":
                continue
            by = "track_id" if "track_id" in table.c else key
            of_them = sa.and_(table.c[by].in_(tracks_), table.c.person_id == person)
            steps.put(table, column, to.id, of_them)
        steps.drop_if_empty(person)
        steps.note("split", now)
        return frozenset({person, to.id})

    return change


def confirmed(
    track: str,
    person: Person,
    now: datetime,
    heard: str | None = None,
    visitor: str | None = None,
) -> Change:
    """A human said who was seen on a track: the looks at it are theirs from now on.

    ``heard`` is the name that was heard, where it was that which they confirmed. A ``visitor`` who
    was taken to be there is them, too, wherever else that one was seen.
    """

    def change(connection: sa.Connection) -> frozenset[str]:
        steps = _Steps(connection)
        steps.make_person(person)
        steps.call(person.id, person.name)
        before = _person_of(connection, track)
        if visitor is not None:
            _join(steps, person.id, [visitor])
        _of_track(steps, track, person.id)
        said = sa.and_(heard_names.c.track_id == track, heard_names.c.person_id.is_not(None))
        steps.put(heard_names, "person_id", person.id, said)
        if heard is not None:
            _answered(steps, heard, ProposalState.CONFIRMED)
            steps.put(heard_names, "person_id", person.id, heard_names.c.id == heard)
            steps.put(heard_names, "track_id", track, heard_names.c.id == heard)
        steps.put(sightings, "verdict", Verdict.KNOWN.value, sightings.c.track_id == track)
        steps.put(sightings, "likely_id", None, sightings.c.track_id == track)
        steps.put(faces, "person_id", person.id, faces.c.track_id == track)
        steps.put(faces, "kind", FaceKind.ENROLLED.value, faces.c.track_id == track)
        steps.note("confirm", now)
        return frozenset({person.id, *before})

    return change


def denied(track: str, person: str, now: datetime) -> Change:
    """A human said who was *not* seen on a track: the looks at it speak against them from now on."""

    def change(connection: sa.Connection) -> frozenset[str]:
        steps = _Steps(connection)
        theirs = sa.and_(
            faces.c.track_id == track,
            sa.or_(faces.c.person_id.is_(None), faces.c.person_id == person),
        )
        steps.put(faces, "person_id", person, theirs)
        steps.put(faces, "kind", FaceKind.NOT_ME.value, theirs)
        if person in _person_of(connection, track):
            _of_track(steps, track, None)
        steps.put(sightings, "verdict", Verdict.UNSURE.value, sightings.c.track_id == track)
        steps.put(sightings, "likely_id", None, sightings.c.track_id == track)
        steps.note("not me", now)
        return frozenset({person})

    return change


def misheard(heard: str, now: datetime) -> Change:
    """A human said that nobody there is called as was heard."""

    def change(connection: sa.Connection) -> frozenset[str]:
        steps = _Steps(connection)
        _answered(steps, heard, ProposalState.DENIED)
        steps.note("not called", now)
        return frozenset()

    return change


def undone(connection: sa.Connection) -> frozenset[str]:
    """The newest change, taken back; raises where there is none."""
    newest = sa.select(person_changes).order_by(person_changes.c.seq.desc()).limit(1)
    row = connection.execute(newest).first()
    if row is None:
        raise NotFound("There is nothing to undo.")
    touched: set[str] = set()
    for step in reversed(json.loads(row.before)):
        touched |= _take_back(connection, step)
    connection.execute(sa.delete(person_changes).where(person_changes.c.seq == row.seq))
    return frozenset(touched)


def past(connection: sa.Connection, limit: int = 20) -> list[PastChange]:
    """What can be undone, newest first."""
    statement = sa.select(person_changes).order_by(person_changes.c.seq.desc()).limit(limit)
    return [PastChange(r.seq, from_ms(r.at_ms), r.verb) for r in connection.execute(statement)]


class _Steps:
    """Single steps of a change, each with what was there before."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._before: list[dict[str, Any]] = []

    def put(
        self, table: sa.Table, column: str, value: str | None, wanted: sa.ColumnElement[bool]
    ) -> None:
        """Set a column of some rows."""
        key = table.c[_KEYS[table.name]]
        differs = table.c[column].is_distinct_from(value)
        rows = self._connection.execute(
            sa.select(key, table.c[column]).where(wanted, differs)
        ).all()
        old: dict[str | None, list[str]] = {}
        for row in rows:
            old.setdefault(row[1], []).append(row[0])
        for was, keys in old.items():
            self._before.append({"table": table.name, "column": column, "was": was, "keys": keys})
        _set(self._connection, table, column, value, [row[0] for row in rows])

    def keep_person(self, person: str) -> None:
        """Remember how a person is now; they must be there."""
        row = self._row(person)
        if row is None:
            raise NotFound(f"There is no person {person} any more.")
        self._before.append({"person": row})

    def drop_person(self, person: str) -> None:
        """Somebody is no person of their own any more."""
        self.keep_person(person)
        self._connection.execute(sa.delete(persons).where(persons.c.id == person))

    def drop_if_empty(self, person: str) -> None:
        """A visitor of whom nothing is left is nobody."""
        row = self._row(person)
        if row is None or row["name"] or row["note"] or row["consent"]:
            return
        for table, column, key in _NAMING:
            if column == "person_id":
                held = sa.select(table.c[key]).where(table.c[column] == person).limit(1)
                if self._connection.execute(held).first() is not None:
                    return
        self.put(sightings, "likely_id", None, sightings.c.likely_id == person)
        self.drop_person(person)

    def call(self, person: str, name: str | None) -> None:
        """Somebody has that name from now on, if they had another or none."""
        row = self._row(person)
        if row is not None and row["name"] != name:
            self.tell(person, {"name": name})

    def tell(self, person: str, told: Mapping[str, Any]) -> None:
        """What stands in columns of somebody from now on."""
        self.keep_person(person)
        self._connection.execute(sa.update(persons).where(persons.c.id == person).values(**told))

    def people(self, ids: Sequence[str]) -> list[dict[str, Any]]:
        """How some people are now, in that order; whoever is not there any more is left out."""
        return [row for row in map(self._row, ids) if row is not None]

    def tell_into(self, person: str) -> None:
        """Say into whom others were merged: whatever names those is about them as well."""
        self._before.append({"into": person})

    def make_person(self, person: Person) -> None:
        """Somebody is known from now on, unless they are already."""
        if self._row(person.id) is not None:
            return
        intake = INTAKES["person"]
        cells = dict(zip(intake.columns, intake.to_row(person), strict=True))
        self._connection.execute(sa.insert(persons).values(cells))
        self._before.append({"made": person.id})

    def note(self, verb: str, now: datetime) -> None:
        """Write down the way back."""
        told = json.dumps(self._before, ensure_ascii=False)
        self._connection.execute(
            sa.insert(person_changes).values(at_ms=to_ms(now), verb=verb, before=told)
        )
        newest = sa.select(sa.func.max(person_changes.c.seq)).scalar_subquery()
        self._connection.execute(
            sa.delete(person_changes).where(person_changes.c.seq <= newest - _KEPT)
        )

    def _row(self, person: str) -> dict[str, Any] | None:
        row = self._connection.execute(sa.select(persons).where(persons.c.id == person)).first()
        return None if row is None else dict(row._mapping)


def _join(steps: _Steps, into: str, others: Sequence[str]) -> None:
    """All that is known of the others is known of one."""
    steps.tell(into, _of_all(steps.people([into, *others])))
    for other in others:
        for table, column, _ in _NAMING:
            steps.put(table, column, into, table.c[column] == other)
        steps.drop_person(other)
    steps.tell_into(into)
    # What was said not to be one of them was the other, and is them both now.
    theirs = sa.select(sightings.c.track_id).where(sightings.c.person_id == into)
    refused = sa.and_(faces.c.person_id == into, faces.c.kind == FaceKind.NOT_ME.value)
    steps.put(faces, "kind", FaceKind.SEEN.value, refused & faces.c.track_id.in_(theirs))


def _of_all(people: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What was noted of several who are one: nothing of it is lost, and who is to be forgotten is."""

    def noted_of(column: str) -> list[Any]:
        return [row[column] for row in people if row[column] is not None]

    archived = all(row["state"] == PersonState.ARCHIVED.value for row in people)
    return {
        "note": "\n".join(dict.fromkeys(filter(None, noted_of("note")))),
        "consent": "; ".join(dict.fromkeys(filter(None, noted_of("consent")))),
        "expires_ms": min(noted_of("expires_ms"), default=None),
        "first_seen_ms": min(noted_of("first_seen_ms"), default=None),
        "last_seen_ms": max(noted_of("last_seen_ms"), default=None),
        "state": (PersonState.ARCHIVED if archived else PersonState.ACTIVE).value,
    }


def _answered(steps: _Steps, heard: str, state: ProposalState) -> None:
    steps.put(heard_names, "state", state.value, heard_names.c.id == heard)


def _of_track(steps: _Steps, track: str, person: str | None) -> None:
    """Everything that happened on a track happened to that person."""
    steps.put(sightings, "person_id", person, sightings.c.track_id == track)
    steps.put(person_events, "person_id", person, person_events.c.track_id == track)
    steps.put(tracks, "person_id", person, tracks.c.id == track)


def _person_of(connection: sa.Connection, track: str) -> set[str]:
    found = connection.execute(
        sa.select(sightings.c.person_id).where(sightings.c.track_id == track)
    ).scalars()
    return {person for person in found if person}


def _set(
    connection: sa.Connection,
    table: sa.Table,
    column: str,
    value: str | None,
    keys: Sequence[str],
) -> None:
    key = table.c[_KEYS[table.name]]
    for some in _parts(keys):
        connection.execute(sa.update(table).where(key.in_(some)).values({column: value}))


def _take_back(connection: sa.Connection, step: dict[str, Any]) -> set[str]:
    if "made" in step:
        # A name that was heard goes with whoever is called so: it is a question again before.
        theirs = sa.update(heard_names).where(heard_names.c.person_id == step["made"])
        connection.execute(theirs.values(person_id=None, state=ProposalState.OPEN.value))
        connection.execute(sa.delete(persons).where(persons.c.id == step["made"]))
        return {step["made"]}
    if "into" in step:
        return {step["into"]}
    if "person" in step:
        row = step["person"]
        # Never by deleting: whoever is deleted takes their faces along.
        there = sa.update(persons).where(persons.c.id == row["id"]).values(row)
        if not connection.execute(there).rowcount:
            connection.execute(sa.insert(persons).values(row))
        return {row["id"]}
    table, column = _TABLES[step["table"]], step["column"]
    touched = {step["was"]} if column == "person_id" and step["was"] else set()
    if table is faces:
        for some in _parts(step["keys"]):
            now = sa.select(faces.c.person_id).where(faces.c.id.in_(some)).distinct()
            touched |= {person for person in connection.execute(now).scalars() if person}
    _set(connection, table, column, step["was"], step["keys"])
    return touched


def _parts(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[begin : begin + _AT_ONCE] for begin in range(0, len(keys), _AT_ONCE))
