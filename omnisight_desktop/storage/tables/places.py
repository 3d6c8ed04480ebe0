"""Where things happen: cameras, zones drawn on their pictures, rules over them."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.storage.tables.base import flag, metadata, moment, word

cameras = sa.Table(
    "cameras",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    word("name"),
    word("uri"),
    flag("enabled", default=True),
    sa.Column("options", sa.Text(), nullable=False, server_default=sa.text("'{}'")),  # JSON
)

zones = sa.Table(
    "zones",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    sa.Column("camera_id", sa.Text(), sa.ForeignKey("cameras.id"), nullable=False, index=True),
    word("name"),
    word("kind"),
    word("shape"),  # JSON: corners as 0..1 of the picture
)

#: Where something was taken for what it was not.
mistakes = sa.Table(
    "mistakes",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    sa.Column("camera_id", sa.Text(), nullable=False, index=True),
    word("label"),
    sa.Column("track_id", sa.Text(), nullable=False, index=True),
    word("places"),  # JSON: boxes as 0..1 of the picture
    sa.Column("floor", sa.Float(), nullable=False),
    moment("marked_ms"),
    moment("until_ms"),
)

rules = sa.Table(
    "rules",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    word("name"),
    word("definition"),  # JSON
    flag("enabled", default=True),
    moment("created_ms"),
    moment("expires_ms", optional=True),
)
