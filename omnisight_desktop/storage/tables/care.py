"""What the house did: words it sent, bytes that left the machine, and what was changed by whom."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.storage.tables.base import Serial, metadata, moment, word

notifications = sa.Table(
    "notifications",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    sa.Column("event_id", sa.Text(), nullable=True, index=True),
    word("channel"),
    word("state"),
    sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"),
    word("reason", optional=True),
    moment("created_ms"),
    moment("sent_ms", optional=True),
    word("topic", optional=True),  # what it is about, so that one thing is not told too often
    moment("next_ms", optional=True),
    sa.Index("ix_notifications_channel_created_ms", "channel", "created_ms"),
)

#: How far somebody has come who reads events in the order in which they were stored.
bookmarks = sa.Table(
    "bookmarks",
    metadata,
    sa.Column("name", sa.Text(), primary_key=True),
    sa.Column("seq", sa.BigInteger(), nullable=False),
)

#: Append-only: a trigger refuses to change or remove a row.
audit_log = sa.Table(
    "audit_log",
    metadata,
    sa.Column("seq", Serial, primary_key=True, autoincrement=True),
    moment("at_ms"),
    word("actor"),
    word("action"),
    word("detail"),
    sqlite_autoincrement=True,
)

#: Every request that left this machine, with its bytes; append-only as well.
ledger = sa.Table(
    "ledger",
    metadata,
    sa.Column("seq", Serial, primary_key=True, autoincrement=True),
    moment("at_ms"),
    word("destination"),
    word("purpose"),
    sa.Column("bytes_out", sa.BigInteger(), nullable=False),
    sa.Column("bytes_in", sa.BigInteger(), nullable=False, server_default="0"),
    word("detail"),
    # What it cost, in millionths of a US dollar; most requests cost nothing.
    sa.Column("micro_usd", sa.BigInteger(), nullable=False, server_default="0"),
    sa.Index("ix_ledger_purpose_at_ms", "purpose", "at_ms"),
    sqlite_autoincrement=True,
)
