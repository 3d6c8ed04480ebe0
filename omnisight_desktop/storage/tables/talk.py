"""What was asked and answered."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.storage.tables.base import metadata, moment, word

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    word("title"),
    moment("created_ms"),
)

messages = sa.Table(
    "messages",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    sa.Column(
        "conversation_id", sa.Text(), sa.ForeignKey("conversations.id"), nullable=False, index=True
    ),
    word("role"),
    word("content"),
    word("cited"),  # JSON: the ids of the events behind it
    moment("created_ms"),
    word("told", optional=True),  # JSON: what else there is to say about an answer
    sa.Column("place", sa.Integer(), nullable=False, server_default="0"),  # 0 is said first
)
