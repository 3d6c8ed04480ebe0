"""What a review needs to be quick however long the past is: sums by hour and day, and what was seen."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.storage.tables.base import metadata, moment

#: How many events of a kind began on a day (of UTC) at each camera; kept by triggers.
event_days = sa.Table(
    "event_days",
    metadata,
    sa.Column("day_ms", sa.BigInteger(), nullable=False, autoincrement=False),
    sa.Column("camera_id", sa.Text(), nullable=False),
    sa.Column("type", sa.Text(), nullable=False),
    sa.Column("label", sa.Text(), nullable=False),  # '' where an event has none
    sa.Column("events", sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint("camera_id", "day_ms", "type", "label"),
    sqlite_with_rowid=False,
)

#: How much was recorded and moved in what began in an hour; kept by triggers.
footage_hours = sa.Table(
    "footage_hours",
    metadata,
    sa.Column("hour_ms", sa.BigInteger(), nullable=False, autoincrement=False),
    sa.Column("camera_id", sa.Text(), nullable=False),
    sa.Column("pieces", sa.Integer(), nullable=False),
    sa.Column("recorded_ms", sa.BigInteger(), nullable=False),
    sa.Column("motion_ms", sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint("camera_id", "hour_ms"),
    sqlite_with_rowid=False,
)

#: Stories that somebody has looked at, by their first event; they go with it.
reviews = sa.Table(
    "reviews",
    metadata,
    sa.Column("event_id", sa.Text(), primary_key=True),
    moment("at_ms"),
)
