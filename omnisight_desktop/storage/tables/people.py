"""Who is known and by which faces, who was seen when, and which gestures were taught."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.storage.tables.base import Serial, flag, metadata, moment, partial, word

persons = sa.Table(
    "persons",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    word("name", optional=True),
    sa.Column("state", sa.Text(), nullable=False, server_default="active"),
    moment("first_seen_ms", optional=True),
    moment("last_seen_ms", optional=True),
    sa.Column("note", sa.Text(), nullable=False, server_default=""),
    sa.Column("visitor", sa.Integer(), nullable=True),  # the number of one without a name
    sa.Column("consent", sa.Text(), nullable=False, server_default=sa.text("''")),
    moment("expires_ms", optional=True),  # when they are to be forgotten
    sa.Index("ix_persons_name", "name"),
)

#: What is remembered of faces. A person who goes takes theirs along, by a trigger.
faces = sa.Table(
    "faces",
    metadata,
    sa.Column("seq", Serial, primary_key=True, autoincrement=True),
    sa.Column("id", sa.Text(), nullable=False, unique=True),
    word("kind"),
    word("person_id", optional=True),
    word("model"),  # which network made the vector; those of two do not compare
    sa.Column("vector", sa.LargeBinary(), nullable=False),
    sa.Column("quality", sa.Float(), nullable=False),
    moment("at_ms"),
    word("camera_id", optional=True),
    word("track_id", optional=True),
    sa.Column("picture", sa.LargeBinary(), nullable=False),  # a small JPEG
    partial("ix_faces_person_id", "person_id", given="person_id"),
    partial("ix_faces_track_id", "track_id", given="track_id"),
    sa.Index("ix_faces_kind_at_ms", "kind", "at_ms"),
    sqlite_autoincrement=True,
)

#: Every track of somebody whose face was seen, and who it was.
sightings = sa.Table(
    "sightings",
    metadata,
    sa.Column("track_id", sa.Text(), primary_key=True),
    word("camera_id"),
    moment("start_ms"),
    moment("end_ms"),
    word("verdict"),
    word("person_id", optional=True),
    word("likely_id", optional=True),
    sa.Column("score", sa.Float(), nullable=False),
    sa.Column("faces", sa.Integer(), nullable=False),
    word("story_id", optional=True),
    sa.Index("ix_sightings_person_id_start_ms", "person_id", "start_ms"),
    sa.Index("ix_sightings_verdict_start_ms", "verdict", "start_ms"),
    sa.Index("ix_sightings_start_ms", "start_ms"),
)

#: What humans changed about people, with what was there before, so that it can be undone.
person_changes = sa.Table(
    "person_changes",
    metadata,
    sa.Column("seq", Serial, primary_key=True, autoincrement=True),
    moment("at_ms"),
    word("verb"),
    word("before"),  # JSON
    sqlite_autoincrement=True,
)

#: What somebody does not want to be asked about people; its key names the question and whom it is about.
set_aside = sa.Table(
    "set_aside",
    metadata,
    sa.Column("question", sa.Text(), primary_key=True),
    moment("at_ms"),
)

gesture_templates = sa.Table(
    "gesture_templates",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    sa.Column("label", sa.Text(), nullable=False, index=True),
    sa.Column("num_frames", sa.Integer(), nullable=False),
    word("created_by", optional=True),
    moment("created_ms"),
    sa.Column("takes", sa.LargeBinary(), nullable=False),
    flag("enabled", default=True),
)

#: How somebody moved while they made a gesture, so that it can be drawn; it goes with its event.
event_poses = sa.Table(
    "event_poses",
    metadata,
    sa.Column("event_id", sa.Text(), primary_key=True),
    moment("start_ms"),
    sa.Column("poses", sa.LargeBinary(), nullable=False),
)
