"""Forgetting somebody: everything that the database holds of them goes, and what is left is nobody's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.identity import Person
from omnisight_desktop.storage.ddl import INDEXES
from omnisight_desktop.storage.tables import (
    audit_log,
    conversations,
    event_clips,
    faces,
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
_SHORTEST_WORD = 3  # of a name of several words; shorter ones stand for anything

#: Where words may name somebody.
_WORDS = (
    (person_events, "text", "seq"),
    (transcripts, "text", "seq"),
    (messages, "content", "id"),
    (conversations, "title", "id"),
    (notifications, "reason", "id"),
    (notifications, "topic", "id"),
)


@dataclass(frozen=True, slots=True)
class Remains:
    """What the database has let go of, and which files lie outside of it."""

    faces: int
    events: int
    texts: int
    pictures: tuple[str, ...]  # relative to the media folder
    clips: tuple[str, ...]  # the ids of those that show them
    tracks: tuple[str, ...]  # on which they were followed


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
        theirs = _tracks_of(connection, person.id)
        clips = _clips_of(connection, person.id, theirs)
        pictures = _pictures_of(connection, theirs)
        looks = _delete(connection, faces, "person_id", [person.id])
        looks += _delete(connection, faces, "track_id", theirs)
        _delete(connection, sightings, "track_id", theirs)
        _delete(connection, track_pictures, "track_id", theirs)
        named = sa.update(person_events).where(person_events.c.person_id == person.id)
        events = connection.execute(named.values(person_id=None)).rowcount
        connection.execute(
            sa.update(tracks).where(tracks.c.person_id == person.id).values(person_id=None)
        )
        connection.execute(
            sa.delete(person_changes).where(
                sa.or_(*(person_changes.c.before.contains(word) for word in _named(person)))
            )
        )
        connection.execute(sa.delete(set_aside).where(set_aside.c.question.contains(person.id)))
        connection.execute(sa.delete(persons).where(persons.c.id == person.id))
        texts = _unheard(connection, person, theirs) + _scrub(connection, person)
        connection.execute(
            sa.insert(audit_log).values(at_ms=to_ms(now), actor="user", action=FORGOTTEN, detail="")
        )
        return Remains(looks, events, texts, tuple(pictures), tuple(clips), tuple(theirs))

    return change


def words_of(person: Person) -> re.Pattern[str]:
    """What names somebody in a text: their id, their name, and each longer word of it."""
    words = [re.escape(person.id)]
    if person.name:
        words.append(r"\b" + r"\s+".join(map(re.escape, person.name.split())) + r"\b")
        parts = person.name.split()
        if len(parts) > 1:
            words += [rf"\b{re.escape(p)}\b" for p in parts if len(p) >= _SHORTEST_WORD]
    return re.compile("|".join(words), re.IGNORECASE)


def _named(person: Person) -> list[str]:
    return [person.id, *([person.name] if person.name else [])]


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


def _delete(connection: sa.Connection, table: sa.Table, column: str, keys: Sequence[str]) -> int:
    return sum(
        connection.execute(sa.delete(table).where(table.c[column].in_(some))).rowcount
        for some in _parts(keys)
    )


def _unheard(connection: sa.Connection, person: Person, theirs: Sequence[str]) -> int:
    """What was heard of them goes as a whole, for it holds their name, and maybe their voice."""
    pattern, heard, track = words_of(person), heard_names.c, set(theirs)
    rows = connection.execute(
        sa.select(heard.id, heard.name, heard.text, heard.person_id, heard.track_id)
    )
    gone = [
        row.id
        for row in rows
        if row.person_id == person.id
        or row.track_id in track
        or pattern.search(f"{row.name}\n{row.text}")
    ]
    return _delete(connection, heard_names, "id", gone)


def _scrub(connection: sa.Connection, person: Person) -> int:
    """Take their name out of what was said and written; in how many texts it stood."""
    pattern, changed = words_of(person), 0
    parts = {word for name in _named(person) for word in (name, *name.split())}
    for table, column, key in _WORDS:
        cell = table.c[column]
        like = sa.or_(*(cell.icontains(part, autoescape=True) for part in parts))
        rows = connection.execute(sa.select(table.c[key], cell).where(like)).all()
        for place, text in rows:
            cleaned = pattern.sub(SOMEBODY, text)
            if cleaned != text:
                update = sa.update(table).where(table.c[key] == place)
                connection.execute(update.values({column: cleaned}))
                changed += 1
    if changed:
        for index in INDEXES:  # words that stood there are in its pages until they are merged
            connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    return changed


def _parts(keys: Sequence[str]) -> list[Sequence[str]]:
    return [keys[begin : begin + _AT_ONCE] for begin in range(0, len(keys), _AT_ONCE)]
