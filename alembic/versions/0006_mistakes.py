"""What was taken for something that it was not; and how certain the detector ever was of a track."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tracks", sa.Column("score", sa.Float(), nullable=True))
    op.create_table(
        "mistakes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("track_id", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("floor", sa.Float(), nullable=False),
        sa.Column("marked_ms", sa.BigInteger(), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mistakes"),
    )
    op.create_index("ix_mistakes_camera_id", "mistakes", ["camera_id"])
    op.create_index("ix_mistakes_track_id", "mistakes", ["track_id"])


def downgrade() -> None:
    op.drop_index("ix_mistakes_track_id", "mistakes")
    op.drop_index("ix_mistakes_camera_id", "mistakes")
    op.drop_table("mistakes")
    op.drop_column("tracks", "score")
