"""Names that were heard, each a question to a human. A transcript that goes takes its own along."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.storage.tables.base import metadata, moment, word

heard_names = sa.Table(
    "heard_names",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    word("transcript_id"),
    word("camera_id"),
    moment("at_ms"),
    word("name"),
    word("whom"),
    sa.Column("score", sa.Float(), nullable=False),
    word("track_id", optional=True),  # only where exactly one could be meant
    word("in_view"),  # the tracks of everybody who was there, with spaces between
    word("state"),
    word("person_id", optional=True),
    word("text"),
    sa.Column("bite", sa.LargeBinary(), nullable=False),  # what was heard, as a WAV file
    sa.Index("ix_heard_names_state_at_ms", "state", "at_ms"),
    sa.Index("ix_heard_names_transcript_id", "transcript_id"),
)
