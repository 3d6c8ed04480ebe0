"""What the eye adds: stories of events, pictures of tracks, options of cameras."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "cameras", sa.Column("options", sa.Text(), nullable=False, server_default=sa.text("'{}'"))
    )
    op.add_column("person_events", sa.Column("story_id", sa.Text(), nullable=True))
    for column in ("story_id", "track_id"):
        op.create_index(
            f"ix_person_events_{column}",
            "person_events",
            [column],
            sqlite_where=sa.text(f"{column} IS NOT NULL"),
            postgresql_where=sa.text(f"{column} IS NOT NULL"),
        )
    op.create_table(
        "track_pictures",
        sa.Column("track_id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("crop", sa.Text(), nullable=False),
        sa.Column("thumbnail", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("track_id", name="pk_track_pictures"),
    )
    op.create_index("ix_track_pictures_at_ms", "track_pictures", ["at_ms"])


def downgrade() -> None:
    op.drop_table("track_pictures")
    for column in ("track_id", "story_id"):
        op.drop_index(f"ix_person_events_{column}", "person_events")
    op.drop_column("person_events", "story_id")
    op.drop_column("cameras", "options")
