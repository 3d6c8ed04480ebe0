"""Forgetting somebody: everything that the database holds of them goes, and what is left is nobody's."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.identity import Person
from omnisight_desktop.storage.called import Called, called
from omnisight_desktop.storage.ddl import INDEXES
from omnisight_desktop.storage.tables import (
    audit_log,
    conversations,
    event_clips,
    event_poses,
    faces,
    gesture_templates,
    heard_names,
    messages,
    notifications,
    person_changes,
    person_events,
    persons,
    set_aside,
    sightings,
    track_pictures,
    tracks,
    transcripts,
)

SOMEBODY = "somebody"
FORGOTTEN = "person forgotten"

_AT_ONCE = 500
_UNDER_WAY = 1000  # events of theirs of which more may be on its way

Key = TypeVar("Key", str, int)

#: Where words may name somebody.
_WORDS = (
    (person_events, "text", "seq"),
    (transcripts, "text", "seq"),
    (messages, "content", "id"),
    (conversations, "title", "id"),
    (notifications, "reason", "id"),
    (notifications, "topic", "id"),
    (persons, "note", "id"),
    (gesture_templates, "created_by", "id"),
)

#: What is told beside an answer in words that no person chose.
_FIXED = frozenset({"status", "model", "host", "clips", "events", "left", "proposal"})


@dataclass(frozen=True, slots=True)
class Remains:
    """What the database has let go of, and which files lie outside of it."""

    faces: int
    events: int
    texts: int
    pictures: tuple[str, ...]  # relative to the media folder
    clips: tuple[str, ...]  # the ids of those that show them
    tracks: tuple[str, ...]  # on which they were followed
    called: Called  # by what they may be named elsewhere
    people: frozenset[str]  # all ids that they ever had
    under_way: frozenset[str]  # the newest events in which they were seen


@dataclass(frozen=True, slots=True)
class Extent:
    """How much the database holds of somebody."""

    faces: int
    events: int
    tracks: int
    clips: tuple[str, ...]


def extent(connection: sa.Connection, person: str) -> Extent:
    """What would go, were they forgotten now."""
    theirs = _tracks_of(connection, person)
    looks = sa.or_(faces.c.person_id == person, faces.c.track_id.in_(theirs))

    def count(table: sa.Table, wanted: sa.ColumnElement[bool]) -> int:
        statement = sa.select(sa.func.count()).select_from(table).where(wanted)
        return int(connection.execute(statement).scalar() or 0)

    return Extent(
        faces=count(faces, looks),
        events=count(person_events, person_events.c.person_id == person),
        tracks=len(theirs),
        clips=tuple(_clips_of(connection, person, theirs)),
    )


def forgotten(person: Person, now: datetime) -> Callable[[sa.Connection], Remains]:
    """Take somebody out of everything; that somebody was forgotten is noted, not who."""

    def change(connection: sa.Connection) -> Remains:
        remains = _let_go(connection, person, *_unmade(connection, person))
        connection.execute(
            sa.insert(audit_log).values(at_ms=to_ms(now), actor="user", action=FORGOTTEN, detail="")
        )
        return remains

    return change


def forgotten_late(person: Person, before: Remains) -> Callable[[sa.Connection], Remains]:
    """The same for what was on its way into the database when they were forgotten."""
    return lambda connection: _let_go(connection, person, before.called, before.people)


def _let_go(
    connection: sa.Connection, person: Person, names: Called, ids: frozenset[str]
) -> Remains:
    theirs = _tracks_of(connection, person.id)
    clips = _clips_of(connection, person.id, theirs)
    pictures = _pictures_of(connection, theirs)
    looks = _delete(connection, faces, "person_id", [person.id])
    looks += _delete(connection, faces, "track_id", theirs)
    _delete(connection, sightings, "track_id", theirs)
    _delete(connection, track_pictures, "track_id", theirs)
    under_way = _unmoved(connection, person.id, theirs)
    named = sa.update(person_events).where(person_events.c.person_id == person.id)
    events = connection.execute(named.values(person_id=None)).rowcount
    connection.execute(
        sa.update(tracks).where(tracks.c.person_id == person.id).values(person_id=None)
    )
    likely = sa.update(sightings).where(sightings.c.likely_id == person.id)
    connection.execute(likely.values(likely_id=None))
    connection.execute(sa.delete(set_aside).where(set_aside.c.question.contains(person.id)))
    connection.execute(sa.delete(persons).where(persons.c.id == person.id))
    texts = _unheard(connection, person, names, theirs) + _scrub(connection, names)
    return Remains(
        *(looks, events, texts, tuple(pictures), tuple(clips), tuple(theirs)),
        *(names, ids, under_way),
    )


def _unmoved(connection: sa.Connection, person: str, theirs: Sequence[str]) -> frozenset[str]:
    """How they moved goes, for that tells them as well; the newest events in which they did."""
    event = person_events.c
    found: list[tuple[int, str]] = []
    wanted = [event.person_id == person, *(event.track_id.in_(some) for some in _parts(theirs))]
    for condition in wanted:
        seen = sa.select(event.id).where(condition)
        connection.execute(sa.delete(event_poses).where(event_poses.c.event_id.in_(seen)))
        newest = sa.select(event.seq, event.id).where(condition).order_by(event.seq.desc())
        found += [(row.seq, row.id) for row in connection.execute(newest.limit(_UNDER_WAY))]
    return frozenset(id_ for _, id_ in sorted(found)[-_UNDER_WAY:])


def _unmade(connection: sa.Connection, person: Person) -> tuple[Called, frozenset[str]]:
    """Nothing that was changed about them can be undone any more; all that they were ever called."""
    ids, names, seqs = {person.id}, [person.name] if person.name else [], []
    newest = sa.select(person_changes.c.seq, person_changes.c.before)
    for row in connection.execute(newest.order_by(person_changes.c.seq.desc())):
        steps = json.loads(row.before)
        if not any(one in row.before for one in ids):
            continue
        seqs.append(row.seq)
        merged = any(step.get("into") in ids for step in steps)
        for was in (step["person"] for step in steps if "person" in step):
            if merged or was["id"] in ids:
                ids.add(was["id"])
                names += [was["name"]] if was["name"] else []
    _delete(connection, person_changes, "seq", seqs)
    others = sa.select(persons.c.name).where(persons.c.id != person.id)
    taken = {name.casefold() for name in connection.execute(others).scalars() if name}
    free = [name for name in names if name == person.name or name.casefold() not in taken]
    return called(ids, free), frozenset(ids)


def _tracks_of(connection: sa.Connection, person: str) -> list[str]:
    """Every track on which they were seen."""
    found: set[str] = set()
    for statement in (
        sa.select(sightings.c.track_id).where(sightings.c.person_id == person),
        sa.select(person_events.c.track_id).where(person_events.c.person_id == person),
        sa.select(tracks.c.id).where(tracks.c.person_id == person),
    ):
        found |= {track for track in connection.execute(statement).scalars() if track}
    return sorted(found)


def _clips_of(connection: sa.Connection, person: str, theirs: Sequence[str]) -> list[str]:
    event = person_events.c
    found: set[str] = set()
    wanted = [event.person_id == person]
    wanted += [event.track_id.in_(some) for some in _parts(theirs)]
    for condition in wanted:
        statement = sa.select(event.clip_id).where(condition, event.clip_id.is_not(None))
        found |= set(connection.execute(statement.distinct()).scalars())
    there: list[str] = []
    for some in _parts(sorted(found)):
        statement = sa.select(event_clips.c.id).where(event_clips.c.id.in_(some))
        there += connection.execute(statement).scalars()
    return there


def _pictures_of(connection: sa.Connection, theirs: Sequence[str]) -> list[str]:
    found: list[str] = []
    for some in _parts(theirs):
        statement = sa.select(track_pictures.c.crop, track_pictures.c.thumbnail)
        for row in connection.execute(statement.where(track_pictures.c.track_id.in_(some))):
            found += [row.crop, row.thumbnail]
    return found


def _delete(connection: sa.Connection, table: sa.Table, column: str, keys: Sequence[Key]) -> int:
    return sum(
        connection.execute(sa.delete(table).where(table.c[column].in_(some))).rowcount
        for some in _parts(keys)
    )


def _unheard(
    connection: sa.Connection, person: Person, names: Called, theirs: Sequence[str]
) -> int:
    """What was heard of them goes as a whole, for it holds their name, and maybe their voice."""
    heard, track = heard_names.c, set(theirs)
    rows = connection.execute(
        sa.select(heard.id, heard.name, heard.text, heard.person_id, heard.track_id)
    )
    gone = [
        row.id
        for row in rows
        if row.person_id == person.id
        or row.track_id in track
        or names.pattern.search(f"{row.name}\n{row.text}")
    ]
    return _delete(connection, heard_names, "id", gone)


def _scrub(connection: sa.Connection, names: Called) -> int:
    """Take their name out of what was said and written; in how many texts it stood."""

    def struck(text: str) -> str:
        return names.pattern.sub(SOMEBODY, text)

    def told(text: str) -> str:
        try:
            was = json.loads(text)
        except ValueError:
            return struck(text)
        now = _struck(was, struck)
        offer = json.dumps(was.get("proposal"), ensure_ascii=False)
        if names.pattern.search(offer):  # nobody can say yes any more to what is about them
            now["proposal"] = None
        return text if now == was else json.dumps(now, ensure_ascii=False)

    changed = sum(_rewrite(connection, names, *place, struck) for place in _WORDS)
    changed += _rewrite(connection, names, messages, "told", "id", told)
    if changed:
        for index in INDEXES:  # words that stood there are in its pages until they are merged
            connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    return changed


def _rewrite(
    connection: sa.Connection,
    names: Called,
    table: sa.Table,
    column: str,
    key: str,
    anew: Callable[[str], str],
) -> int:
    cell = table.c[column]
    like = sa.or_(*(cell.ilike(one, escape="\\") for one in names.likes))
    changed = 0
    for place, text in connection.execute(sa.select(table.c[key], cell).where(like)).all():
        cleaned = anew(text)
        if cleaned != text:
            update = sa.update(table).where(table.c[key] == place)
            connection.execute(update.values({column: cleaned}))
            changed += 1
    return changed


def _struck(told: Any, struck: Callable[[str], str], *, counted: bool = False) -> Any:
    """The same without a name in it; of keys, only what was counted is called like somebody."""
    if isinstance(told, str):
        return struck(told)
    if isinstance(told, list):
        return [_struck(one, struck, counted=counted) for one in told]
    if isinstance(told, dict):
        return {
            struck(key) if counted else key: one
            if key in _FIXED and not counted
            else _struck(one, struck, counted=counted or key == "value")
            for key, one in told.items()
        }
    return told


def _parts(keys: Sequence[Key]) -> list[Sequence[Key]]:
    return [keys[begin : begin + _AT_ONCE] for begin in range(0, len(keys), _AT_ONCE)]
