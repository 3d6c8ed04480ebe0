"""Continuous footage: its pieces, and the seconds that are missing from it."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.storage.tables.base import flag, metadata, moment, word

segments = sa.Table(
    "segments",
    metadata,
    sa.Column("id", sa.Text(), nullable=False, unique=True),
    word("camera_id"),
    moment("start_ms"),
    moment("end_ms"),
    word("path"),
    sa.Column("tier", sa.Text(), nullable=False, server_default="fast"),
    sa.Column("size_bytes", sa.BigInteger(), nullable=False),
    word("sha256"),
    sa.Column("motion_ms", sa.BigInteger(), nullable=False),
    sa.Column("objects", sa.Integer(), nullable=False),
    sa.Column("loudness_dbfs", sa.Float(), nullable=True),
    sa.Column("motion_map", sa.LargeBinary(), nullable=False),
    flag("protected", default=False),
    # Whoever asks wants one camera over a stretch of time: its rows lie together, in that order.
    sa.PrimaryKeyConstraint("camera_id", "start_ms", "id"),
    sa.Index("ix_segments_path", "path"),
    sa.Index("ix_segments_start_ms", "start_ms", "id"),
    sqlite_with_rowid=False,
)

#: What should have been recorded and was not.
recording_gaps = sa.Table(
    "recording_gaps",
    metadata,
    sa.Column("camera_id", sa.Text(), primary_key=True),
    sa.Column("start_ms", sa.BigInteger(), primary_key=True, autoincrement=False),
    moment("end_ms"),
    word("reason"),
)
