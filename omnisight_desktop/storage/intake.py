"""How each kind of value becomes a row: its table, its statement, its columns in order.

A row that is there already is brought up to date; what a newer value leaves open keeps what is
stored, so that an event may learn of its end from one worker and of its clip from another.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.counting import LineCount
from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.event import Event, Gap
from omnisight_desktop.core.face import Face, Sighting
from omnisight_desktop.core.gesture import EventPoses, Gesture
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.mistake import Mistake
from omnisight_desktop.core.segment import Segment, Unrecorded
from omnisight_desktop.core.speech import NameProposal, Transcript
from omnisight_desktop.core.track import TrackPath, TrackPicture
from omnisight_desktop.storage import mistakes, tables, takes
from omnisight_desktop.storage.options import written
from omnisight_desktop.storage.paths import pack
from omnisight_desktop.storage.records import (
    AuditEntry,
    Bookmark,
    Conversation,
    LedgerEntry,
    Message,
    Notification,
    Reviewed,
)

Cells = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """One kind of value on its way into its table."""

    kind: str
    table: sa.Table
    columns: tuple[str, ...]
    to_row: Callable[[Any], Cells]
    key: tuple[str, ...] = ("id",)
    grows: bool = True  # whether a value may come again, brought up to date
    spared: str = ""  # a column that, where it is set, keeps a row from being removed

    @property
    def erasable(self) -> bool:
        """Whether one can be removed by its key; what is append-only cannot."""
        return self.grows

    def removal(self, rows: int) -> str:
        """A statement that removes so many rows by their keys."""
        one = f"({', '.join('?' * len(self.key))})" if len(self.key) > 1 else "?"
        keys = ", ".join([one] * rows)
        wanted = f"IN (VALUES {keys})" if len(self.key) > 1 else f"IN ({keys})"
        left = f" AND NOT {self.spared}" if self.spared else ""
        return f"DELETE FROM {self.table.name} WHERE ({', '.join(self.key)}) {wanted}{left}"

    def statement(self, dialect: sa.Dialect, columns: tuple[str, ...], rows: int) -> str:
        """An insert of so many rows at once, as this database wants it written."""
        made = _insert(dialect)(self.table).values(
            {column: sa.bindparam(column) for column in columns}
        )
        if self.grows:
            made = made.on_conflict_do_update(
                index_elements=list(self.key),
                set_={
                    name: sa.func.coalesce(made.excluded[name], self.table.c[name])
                    for name in columns
                    if name not in self.key
                },
            )
        one = f"({', '.join('?' * len(columns))})"
        return str(made.compile(dialect=dialect)).replace(one, ", ".join([one] * rows), 1)


def _insert(dialect: sa.Dialect) -> Callable[[sa.Table], Any]:
    if dialect.name != "postgresql":
        return sqlite.insert
    from sqlalchemy.dialects import postgresql  # much to load, and seldom wanted

    return postgresql.insert


def intake_of(value: object) -> Intake:
    """How a value is taken in."""
    found = _BY_CLASS.get(type(value))
    if found is None:
        raise StorageError(f"Nobody knows how to store a {type(value).__name__}.")
    return found


# A number of numpy's would be taken for bytes, so that numbers are made plain here.


def _ms(moment: datetime | None) -> int | None:
    return None if moment is None else to_ms(moment)


def _event(e: Event) -> Cells:
    return (
        e.id, e.camera, str(e.type), e.label, e.person, to_ms(e.start), _ms(e.end), e.zone, e.text,
        e.track, e.clip, None if e.score is None else float(e.score), e.story,
    )  # fmt: skip


def _clip(c: Clip) -> Cells:
    return (
        c.id, c.camera, c.path, to_ms(c.start), to_ms(c.end), int(c.size_bytes), c.sha256,
        int(c.protected),
    )  # fmt: skip


def _segment(s: Segment) -> Cells:
    loudness = None if s.loudness_dbfs is None else float(s.loudness_dbfs)
    return (
        s.id, s.camera, to_ms(s.start), to_ms(s.end), s.path, s.tier.value, int(s.size_bytes),
        s.sha256, round(s.motion_s * 1000), int(s.objects), loudness, s.motion_map,
        int(s.protected),
    )  # fmt: skip


def _path(p: TrackPath) -> Cells:
    start = to_ms(p.start)
    end = start + (int(p.offsets_ms[-1]) if len(p) else 0)
    return (
        p.track, p.camera, p.label, p.person, start, end, len(p), pack(p.offsets_ms, p.boxes),
        None if p.score is None else float(p.score),
    )  # fmt: skip


def _mistake(m: Mistake) -> Cells:
    return (
        m.id, m.camera, m.label, m.track, mistakes.written(m.places), float(m.floor),
        to_ms(m.marked), to_ms(m.until),
    )  # fmt: skip


def _person(p: Person) -> Cells:
    return (
        p.id, p.name, p.state.value, _ms(p.first_seen), _ms(p.last_seen), p.note, p.visitor,
        p.consent, _ms(p.expires),
    )  # fmt: skip


def _face(f: Face) -> Cells:
    return (
        f.id, f.kind.value, f.person, f.model, np.asarray(f.vector, "<f4").tobytes(),
        float(f.quality), to_ms(f.at), f.camera, f.track, f.picture,
    )  # fmt: skip


def _sighting(s: Sighting) -> Cells:
    return (
        s.track, s.camera, to_ms(s.start), to_ms(s.end), s.verdict.value, s.person, s.likely,
        float(s.score), int(s.faces), s.story,
    )  # fmt: skip


def _gesture(g: Gesture) -> Cells:
    return (
        g.id, g.label, g.num_frames, g.created_by, to_ms(g.created),
        takes.pack(g.takes, {"mirrored": g.mirrored}), int(g.enabled),
    )  # fmt: skip


def _ledger_entry(e: LedgerEntry) -> Cells:
    return (
        to_ms(e.at), e.destination, e.purpose, int(e.bytes_out), int(e.bytes_in), e.detail,
        int(e.micro_usd),
    )  # fmt: skip


def _message(m: Message) -> Cells:
    return (
        m.id, m.conversation, m.role, m.text, json.dumps(list(m.cited)), to_ms(m.at), m.told or None,
        int(m.place),
    )  # fmt: skip


def _notification(n: Notification) -> Cells:
    return (
        n.id, n.event, n.channel, n.state.value, int(n.attempts), n.reason, to_ms(n.created),
        _ms(n.sent), n.topic, _ms(n.due),
    )  # fmt: skip


def _transcript(t: Transcript) -> Cells:
    return t.id, t.camera, to_ms(t.start), to_ms(t.end), t.text, t.language


def _heard_name(n: NameProposal) -> Cells:
    return (
        n.id, n.transcript, n.camera, to_ms(n.at), n.name, n.whom.value, float(n.score), n.track,
        " ".join(n.in_view), n.state.value, n.person, n.text, n.bite,
    )  # fmt: skip


#: In the order in which a batch is written: what others point to comes first.
INTAKES: dict[str, Intake] = {
    intake.kind: intake
    for intake in (
        Intake(
            "camera",
            tables.cameras,
            ("id", "name", "uri", "enabled", "options"),
            lambda c: (c.id, c.name, c.uri, int(c.enabled), written(c.options)),
        ),
        Intake(
            "person",
            tables.persons,
            (
                "id",
                "name",
                "state",
                "first_seen_ms",
                "last_seen_ms",
                "note",
                "visitor",
                "consent",
                "expires_ms",
            ),  # fmt: skip
            _person,
        ),
        Intake(
            "face",
            tables.faces,
            (
                "id",
                "kind",
                "person_id",
                "model",
                "vector",
                "quality",
                "at_ms",
                "camera_id",
                "track_id",
                "picture",
            ),  # fmt: skip
            _face,
        ),
        Intake(
            "sighting",
            tables.sightings,
            (
                "track_id",
                "camera_id",
                "start_ms",
                "end_ms",
                "verdict",
                "person_id",
                "likely_id",
                "score",
                "faces",
                "story_id",
            ),  # fmt: skip
            _sighting,
            key=("track_id",),
        ),
        Intake(
            "clip",
            tables.event_clips,
            ("id", "camera_id", "path", "start_ms", "end_ms", "size_bytes", "sha256", "protected"),
            _clip,
            spared="protected",
        ),
        Intake(
            "segment",
            tables.segments,
            (
                "id",
                "camera_id",
                "start_ms",
                "end_ms",
                "path",
                "tier",
                "size_bytes",
                "sha256",
                "motion_ms",
                "objects",
                "loudness_dbfs",
                "motion_map",
                "protected",
            ),  # fmt: skip
            _segment,
            spared="protected",
        ),
        Intake(
            "recording_gap",
            tables.recording_gaps,
            ("camera_id", "start_ms", "end_ms", "reason"),
            lambda u: (u.camera, to_ms(u.start), to_ms(u.end), u.reason),
            key=("camera_id", "start_ms"),
        ),
        Intake(
            "track",
            tables.tracks,
            (
                "id",
                "camera_id",
                "label",
                "person_id",
                "start_ms",
                "end_ms",
                "points",
                "path",
                "score",
            ),  # fmt: skip
            _path,
        ),
        Intake(
            "track_picture",
            tables.track_pictures,
            ("track_id", "camera_id", "at_ms", "crop", "thumbnail", "size_bytes"),
            lambda p: (p.track, p.camera, to_ms(p.at), p.crop, p.thumbnail, int(p.size_bytes)),
            key=("track_id",),
        ),
        Intake(
            "event",
            tables.person_events,
            (
                "id",
                "camera_id",
                "type",
                "label",
                "person_id",
                "start_ms",
                "end_ms",
                "zone",
                "text",
                "track_id",
                "clip_id",
                "score",
                "story_id",
            ),  # fmt: skip
            _event,
        ),
        Intake(
            "gesture",
            tables.gesture_templates,
            ("id", "label", "num_frames", "created_by", "created_ms", "takes", "enabled"),
            _gesture,
        ),
        Intake(
            "event_poses",
            tables.event_poses,
            ("event_id", "start_ms", "poses"),
            lambda p: (p.event, to_ms(p.start), takes.pack([p.take], takes.noted(p.size))),
            key=("event_id",),
        ),
        Intake(
            "gap",
            tables.coverage_gaps,
            ("camera_id", "start_ms", "end_ms", "reason"),
            lambda g: (g.camera, to_ms(g.start), to_ms(g.end), g.reason),
            key=("camera_id", "start_ms"),
        ),
        Intake(
            "line_count",
            tables.line_counts,
            ("id", "camera_id", "rule_id", "line", "hour_ms", "inward", "outward"),
            lambda n: (n.id, n.camera, n.rule, n.line, to_ms(n.hour), n.inward, n.outward),
        ),
        Intake(
            "transcript",
            tables.transcripts,
            ("id", "camera_id", "start_ms", "end_ms", "text", "language"),
            _transcript,
        ),
        Intake(
            "heard_name",
            tables.heard_names,
            (
                "id",
                "transcript_id",
                "camera_id",
                "at_ms",
                "name",
                "whom",
                "score",
                "track_id",
                "in_view",
                "state",
                "person_id",
                "text",
                "bite",
            ),  # fmt: skip
            _heard_name,
        ),
        Intake(
            "notification",
            tables.notifications,
            (
                "id",
                "event_id",
                "channel",
                "state",
                "attempts",
                "reason",
                "created_ms",
                "sent_ms",
                "topic",
                "next_ms",
            ),  # fmt: skip
            _notification,
        ),
        Intake(
            "mistake",
            tables.mistakes,
            (
                "id",
                "camera_id",
                "label",
                "track_id",
                "places",
                "floor",
                "marked_ms",
                "until_ms",
            ),  # fmt: skip
            _mistake,
        ),
        Intake(
            "bookmark",
            tables.bookmarks,
            ("name", "seq"),
            lambda b: (b.name, int(b.seq)),
            key=("name",),
        ),
        Intake(
            "reviewed",
            tables.reviews,
            ("event_id", "at_ms"),
            lambda r: (r.event, to_ms(r.at)),
            key=("event_id",),
        ),
        Intake(
            "audit",
            tables.audit_log,
            ("at_ms", "actor", "action", "detail"),
            lambda a: (to_ms(a.at), a.actor, a.action, a.detail),
            grows=False,
        ),
        Intake(
            "ledger",
            tables.ledger,
            (
                "at_ms",
                "destination",
                "purpose",
                "bytes_out",
                "bytes_in",
                "detail",
                "micro_usd",
            ),  # fmt: skip
            _ledger_entry,
            grows=False,
        ),
        Intake(
            "conversation",
            tables.conversations,
            ("id", "title", "created_ms"),
            lambda c: (c.id, c.title, to_ms(c.created)),
        ),
        Intake(
            "message",
            tables.messages,
            (
                "id",
                "conversation_id",
                "role",
                "content",
                "cited",
                "created_ms",
                "told",
                "place",
            ),  # fmt: skip
            _message,
        ),
    )
}

_BY_CLASS: dict[type[Any], Intake] = {
    Camera: INTAKES["camera"],
    Person: INTAKES["person"],
    Face: INTAKES["face"],
    Sighting: INTAKES["sighting"],
    Clip: INTAKES["clip"],
    Segment: INTAKES["segment"],
    Unrecorded: INTAKES["recording_gap"],
    TrackPath: INTAKES["track"],
    TrackPicture: INTAKES["track_picture"],
    Event: INTAKES["event"],
    Gesture: INTAKES["gesture"],
    EventPoses: INTAKES["event_poses"],
    Gap: INTAKES["gap"],
    LineCount: INTAKES["line_count"],
    Transcript: INTAKES["transcript"],
    NameProposal: INTAKES["heard_name"],
    AuditEntry: INTAKES["audit"],
    LedgerEntry: INTAKES["ledger"],
    Conversation: INTAKES["conversation"],
    Message: INTAKES["message"],
    Notification: INTAKES["notification"],
    Mistake: INTAKES["mistake"],
    Bookmark: INTAKES["bookmark"],
    Reviewed: INTAKES["reviewed"],
}
