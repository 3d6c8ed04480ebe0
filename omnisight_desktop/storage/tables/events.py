"""What happened: events, the tracks and clips behind them, what was said, and what was missed."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.storage.tables.base import Serial, flag, metadata, moment, partial, word

person_events = sa.Table(
    "person_events",
    metadata,
    # Counts up in the order of insertion and is never used twice: "events since" relies on it.
    sa.Column("seq", Serial, primary_key=True, autoincrement=True),
    sa.Column("id", sa.Text(), nullable=False, unique=True),
    word("camera_id"),
    word("type"),
    word("label", optional=True),
    word("person_id", optional=True),
    moment("start_ms"),
    moment("end_ms", optional=True),
    word("zone", optional=True),
    word("text", optional=True),
    word("track_id", optional=True),
    word("clip_id", optional=True),
    sa.Column("score", sa.Float(), nullable=True),
    word("story_id", optional=True),
    sa.Index("ix_person_events_start_ms", "start_ms"),
    sa.Index("ix_person_events_camera_id_start_ms", "camera_id", "start_ms"),
    sa.Index("ix_person_events_type_start_ms", "type", "start_ms"),
    partial("ix_person_events_person_id_start_ms", "person_id", "start_ms", given="person_id"),
    partial("ix_person_events_story_id", "story_id", given="story_id"),
    partial("ix_person_events_track_id", "track_id", given="track_id"),
    partial("ix_person_events_clip_id", "clip_id", given="clip_id"),
    partial("ix_person_events_zone_start_ms", "zone", "start_ms", given="zone"),
    sqlite_autoincrement=True,
)

#: How many events of a kind began in an hour, for each camera and, as camera '', for all together;
#: kept by triggers, so that counting a year is quick.
event_counts = sa.Table(
    "event_counts",
    metadata,
    sa.Column("hour_ms", sa.BigInteger(), nullable=False, autoincrement=False),
    sa.Column("camera_id", sa.Text(), nullable=False),
    sa.Column("type", sa.Text(), nullable=False),
    sa.Column("label", sa.Text(), nullable=False),  # '' where an event has none
    sa.Column("events", sa.Integer(), nullable=False),
    # Whoever asks wants one camera, or all of them, over a stretch of hours.
    sa.PrimaryKeyConstraint("camera_id", "hour_ms", "type", "label"),
    sqlite_with_rowid=False,
)

event_clips = sa.Table(
    "event_clips",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    word("camera_id"),
    sa.Column("path", sa.Text(), nullable=False, unique=True),
    moment("start_ms"),
    moment("end_ms"),
    sa.Column("size_bytes", sa.BigInteger(), nullable=False),
    word("sha256"),
    flag("protected", default=False),
    sa.Index("ix_event_clips_start_ms", "start_ms"),
    sa.Index("ix_event_clips_camera_id_start_ms", "camera_id", "start_ms"),
)

tracks = sa.Table(
    "tracks",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    word("camera_id"),
    word("label"),
    word("person_id", optional=True),
    moment("start_ms"),
    moment("end_ms"),
    sa.Column("points", sa.Integer(), nullable=False),
    sa.Column("path", sa.LargeBinary(), nullable=False),
    sa.Column("score", sa.Float(), nullable=True),  # how certain the detector ever was of it
    sa.Index("ix_tracks_camera_id_start_ms", "camera_id", "start_ms"),
    sa.Index("ix_tracks_camera_id_end_ms", "camera_id", "end_ms"),
)

#: How a track looked at its best: files in the media folder.
track_pictures = sa.Table(
    "track_pictures",
    metadata,
    sa.Column("track_id", sa.Text(), primary_key=True),
    word("camera_id"),
    moment("at_ms"),
    word("crop"),
    word("thumbnail"),
    sa.Column("size_bytes", sa.BigInteger(), nullable=False),
    sa.Index("ix_track_pictures_at_ms", "at_ms"),
)

coverage_gaps = sa.Table(
    "coverage_gaps",
    metadata,
    sa.Column("camera_id", sa.Text(), primary_key=True),
    sa.Column("start_ms", sa.BigInteger(), primary_key=True, autoincrement=False),
    moment("end_ms"),
    word("reason"),
)

transcripts = sa.Table(
    "transcripts",
    metadata,
    sa.Column("seq", Serial, primary_key=True, autoincrement=True),
    sa.Column("id", sa.Text(), nullable=False, unique=True),
    word("camera_id"),
    moment("start_ms"),
    moment("end_ms"),
    word("text"),
    word("language", optional=True),
    sa.Index("ix_transcripts_camera_id_start_ms", "camera_id", "start_ms"),
    sqlite_autoincrement=True,
)

#: How often lines were crossed in an hour; each watch over it counts in a row of its own.
line_counts = sa.Table(
    "line_counts",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    word("camera_id"),
    word("rule_id"),
    word("line"),
    moment("hour_ms"),
    sa.Column("inward", sa.Integer(), nullable=False),
    sa.Column("outward", sa.Integer(), nullable=False),
    sa.Index("ix_line_counts_camera_id_hour_ms", "camera_id", "hour_ms"),
)
