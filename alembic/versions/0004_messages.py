"""Messages: when one is due and what it is about; and how far who reads events has come."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("notifications", sa.Column("topic", sa.Text(), nullable=True))
    op.add_column("notifications", sa.Column("next_ms", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_notifications_channel_created_ms", "notifications", ["channel", "created_ms"]
    )
    op.create_table(
        "bookmarks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_bookmarks"),
    )


def downgrade() -> None:
    op.drop_table("bookmarks")
    op.drop_index("ix_notifications_channel_created_ms", "notifications")
    op.drop_column("notifications", "next_ms")
    op.drop_column("notifications", "topic")
