"""What the tables cannot say by themselves: the search index, the counts, and what is append-only.

All of it is kept by triggers, so that no way of writing can forget it. This is SQLite's dialect of
it; another database gets a list of its own here.
"""

from __future__ import annotations

_HOUR_MS = 3_600_000
_DAY_MS = 24 * _HOUR_MS


def _search(index: str, table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """A full-text index over columns of a table, and the triggers that keep it."""
    names = ", ".join(columns)
    new = ", ".join(f"new.{c}" for c in columns)
    old = ", ".join(f"old.{c}" for c in columns)
    changed = " OR ".join(f"new.{c} IS NOT old.{c}" for c in columns)
    drop_old = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.seq, {old});"
    add_new = f"INSERT INTO {index}(rowid, {names}) VALUES (new.seq, {new});"
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{table}', "
        "content_rowid='seq', tokenize='unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {add_new} END",
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {drop_old} END",
        f"CREATE TRIGGER {index}_update AFTER UPDATE OF {names} ON {table} WHEN {changed} "
        f"BEGIN {drop_old} {add_new} END",
    )


def _counts() -> tuple[str, ...]:
    """The triggers that keep ``event_counts``, for each camera and for all of them together."""

    def key(row: str) -> tuple[str, str, str]:
        hour = f"{row}.start_ms - (({row}.start_ms % {_HOUR_MS}) + {_HOUR_MS}) % {_HOUR_MS}"
        return hour, f"{row}.type", f"coalesce({row}.label, '')"

    hour, kind, label = key("new")
    more = "".join(
        f"INSERT INTO event_counts (hour_ms, camera_id, type, label, events) {row} "
        "ON CONFLICT DO UPDATE SET events = events + 1; "
        for row in (
            f"VALUES ({hour}, new.camera_id, {kind}, {label}, 1)",
            # Of what has no camera, the row above has counted already.
            f"SELECT {hour}, '', {kind}, {label}, 1 WHERE new.camera_id <> ''",
        )
    )
    hour, kind, label = key("old")
    where = (
        f"camera_id IN (old.camera_id, '') AND hour_ms = {hour} "
        f"AND type = {kind} AND label = {label}"
    )
    less = (
        f"UPDATE event_counts SET events = events - 1 WHERE {where}; "
        f"DELETE FROM event_counts WHERE {where} AND events <= 0;"
    )
    parts = ("start_ms", "camera_id", "type", "label")
    changed = " OR ".join(f"new.{p} IS NOT old.{p}" for p in parts)
    return (
        f"CREATE TRIGGER event_counts_insert AFTER INSERT ON person_events BEGIN {more} END",
        f"CREATE TRIGGER event_counts_delete AFTER DELETE ON person_events BEGIN {less} END",
        f"CREATE TRIGGER event_counts_update AFTER UPDATE OF {', '.join(parts)} ON person_events "
        f"WHEN {changed} BEGIN {less} {more} END",
    )


def _days() -> tuple[str, ...]:
    """The triggers that keep ``event_days``, for each camera."""

    def key(row: str) -> tuple[str, str, str]:
        day = f"{row}.start_ms - (({row}.start_ms % {_DAY_MS}) + {_DAY_MS}) % {_DAY_MS}"
        return day, f"{row}.type", f"coalesce({row}.label, '')"

    day, kind, label = key("new")
    more = (
        "INSERT INTO event_days (day_ms, camera_id, type, label, events) "
        f"VALUES ({day}, new.camera_id, {kind}, {label}, 1) "
        "ON CONFLICT DO UPDATE SET events = events + 1;"
    )
    day, kind, label = key("old")
    where = f"camera_id = old.camera_id AND day_ms = {day} AND type = {kind} AND label = {label}"
    less = (
        f"UPDATE event_days SET events = events - 1 WHERE {where}; "
        f"DELETE FROM event_days WHERE {where} AND events <= 0;"
    )
    parts = ("start_ms", "camera_id", "type", "label")
    return _kept("event_days", "person_events", parts, more, less)


def _footage(table: str, moved: str) -> tuple[str, ...]:
    """The triggers that keep ``footage_hours`` over one kind of recordings."""

    def hour(row: str) -> str:
        return f"{row}.start_ms - (({row}.start_ms % {_HOUR_MS}) + {_HOUR_MS}) % {_HOUR_MS}"

    def motion(row: str) -> str:
        return f"{row}.{moved}" if moved else "0"

    more = (
        "INSERT INTO footage_hours (hour_ms, camera_id, pieces, recorded_ms, motion_ms) VALUES "
        f"({hour('new')}, new.camera_id, 1, new.end_ms - new.start_ms, {motion('new')}) "
        "ON CONFLICT DO UPDATE SET pieces = pieces + 1, "
        "recorded_ms = recorded_ms + excluded.recorded_ms, "
        "motion_ms = motion_ms + excluded.motion_ms;"
    )
    where = f"camera_id = old.camera_id AND hour_ms = {hour('old')}"
    less = (
        "UPDATE footage_hours SET pieces = pieces - 1, "
        "recorded_ms = recorded_ms - (old.end_ms - old.start_ms), "
        f"motion_ms = motion_ms - {motion('old')} WHERE {where}; "
        f"DELETE FROM footage_hours WHERE {where} AND pieces <= 0;"
    )
    parts = ("start_ms", "end_ms", "camera_id", *((moved,) if moved else ()))
    return _kept(f"footage_hours_{table}", table, parts, more, less)


def _kept(name: str, table: str, parts: tuple[str, ...], more: str, less: str) -> tuple[str, ...]:
    """Triggers that do ``more`` for what comes, ``less`` for what goes, and both for what changes."""
    changed = " OR ".join(f"new.{p} IS NOT old.{p}" for p in parts)
    return (
        f"CREATE TRIGGER {name}_insert AFTER INSERT ON {table} BEGIN {more} END",
        f"CREATE TRIGGER {name}_delete AFTER DELETE ON {table} BEGIN {less} END",
        f"CREATE TRIGGER {name}_update AFTER UPDATE OF {', '.join(parts)} ON {table} "
        f"WHEN {changed} BEGIN {less} {more} END",
    )


def _reviews() -> tuple[str, ...]:
    """What is known of a story goes with its first event."""
    return (
        "CREATE TRIGGER reviews_delete AFTER DELETE ON person_events BEGIN "
        "DELETE FROM reviews WHERE event_id = old.id; END",
    )


def _clips() -> tuple[str, ...]:
    """A clip that goes is named by no event any more."""
    return (
        "CREATE TRIGGER event_clips_delete AFTER DELETE ON event_clips BEGIN "
        "UPDATE person_events SET clip_id = NULL WHERE clip_id = old.id; END",
    )


def _people() -> tuple[str, ...]:
    """A person who goes takes along what is known of their face, and where it was seen."""
    return (
        "CREATE TRIGGER persons_delete AFTER DELETE ON persons BEGIN "
        "DELETE FROM faces WHERE person_id = old.id; "
        "DELETE FROM sightings WHERE person_id = old.id; "
        "UPDATE sightings SET likely_id = NULL WHERE likely_id = old.id; END",
        # Looks at those whom nobody named go with the picture of their track; with its path goes
        # that they were seen.
        "CREATE TRIGGER track_pictures_delete AFTER DELETE ON track_pictures BEGIN "
        "DELETE FROM faces WHERE track_id = old.track_id AND kind = 'evidence'; END",
        "CREATE TRIGGER tracks_delete AFTER DELETE ON tracks BEGIN "
        "DELETE FROM faces WHERE track_id = old.id AND kind = 'evidence'; "
        "DELETE FROM sightings WHERE track_id = old.id; END",
    )


def _seen_again() -> tuple[str, ...]:
    """Whoever was archived because nobody saw them for long is active once they are seen."""
    return tuple(
        f"CREATE TRIGGER sightings_{name}_seen AFTER {event} "
        "WHEN new.person_id IS NOT NULL BEGIN "
        "UPDATE persons SET state = 'active' "
        "WHERE id = new.person_id AND state = 'archived'; END"
        for name, event in (
            ("insert", "INSERT ON sightings"),
            ("update", "UPDATE OF person_id ON sightings"),
        )
    )


def _poses() -> tuple[str, ...]:
    """The movement of an event goes with it."""
    return (
        "CREATE TRIGGER event_poses_delete AFTER DELETE ON person_events BEGIN "
        "DELETE FROM event_poses WHERE event_id = old.id; END",
    )


def _heard() -> tuple[str, ...]:
    """A name that was heard goes with what was said, and with whoever is called so."""
    return (
        "CREATE TRIGGER transcripts_delete AFTER DELETE ON transcripts BEGIN "
        "DELETE FROM heard_names WHERE transcript_id = old.id; END",
        "CREATE TRIGGER persons_delete_heard AFTER DELETE ON persons BEGIN "
        "DELETE FROM heard_names WHERE person_id = old.id; END",
    )


def _append_only(table: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT raise(ABORT, '{table} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    )


#: In the order in which they are made.
EXTRAS: tuple[str, ...] = (
    *_search("event_words", "person_events", ("text", "label", "zone")),
    *_search("transcript_words", "transcripts", ("text",)),
    *_counts(),
    *_append_only("audit_log"),
    *_append_only("ledger"),
    *_clips(),
    *_people(),
    *_seen_again(),
    *_days(),
    *_footage("segments", "motion_ms"),
    *_footage("event_clips", ""),
    *_reviews(),
    *_poses(),
    *_heard(),
)

#: The search indexes, for whoever rebuilds them.
INDEXES = ("event_words", "transcript_words")
