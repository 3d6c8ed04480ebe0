"""How often lines were crossed, hour by hour; paths are found by when they ended, too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "line_counts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("rule_id", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("hour_ms", sa.BigInteger(), nullable=False),
        sa.Column("inward", sa.Integer(), nullable=False),
        sa.Column("outward", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_line_counts"),
    )
    op.create_index("ix_line_counts_camera_id_hour_ms", "line_counts", ["camera_id", "hour_ms"])
    op.create_index("ix_tracks_camera_id_end_ms", "tracks", ["camera_id", "end_ms"])


def downgrade() -> None:
    op.drop_index("ix_tracks_camera_id_end_ms", "tracks")
    op.drop_index("ix_line_counts_camera_id_hour_ms", "line_counts")
    op.drop_table("line_counts")
