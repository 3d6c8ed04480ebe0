"""Who is known, and which gestures were taught."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.storage.tables.base import flag, metadata, moment, word

persons = sa.Table(
    "persons",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    word("name", optional=True),
    sa.Column("state", sa.Text(), nullable=False, server_default="active"),
    moment("first_seen_ms", optional=True),
    moment("last_seen_ms", optional=True),
    sa.Column("note", sa.Text(), nullable=False, server_default=""),
    sa.Index("ix_persons_name", "name"),
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
