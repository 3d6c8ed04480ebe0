"""Continuous footage: its pieces with what was noticed in each, and what is missing from it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "segments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("start_ms", sa.BigInteger(), nullable=False),
        sa.Column("end_ms", sa.BigInteger(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False, server_default="fast"),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("motion_ms", sa.BigInteger(), nullable=False),
        sa.Column("objects", sa.Integer(), nullable=False),
        sa.Column("loudness_dbfs", sa.Float(), nullable=True),
        sa.Column("motion_map", sa.LargeBinary(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("camera_id", "start_ms", "id", name="pk_segments"),
        sa.UniqueConstraint("id", name="uq_segments_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_segments_path", "segments", ["path"])
    op.create_index("ix_segments_start_ms", "segments", ["start_ms", "id"])
    op.create_table(
        "recording_gaps",
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("start_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("end_ms", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("camera_id", "start_ms", name="pk_recording_gaps"),
    )


def downgrade() -> None:
    op.drop_table("recording_gaps")
    op.drop_index("ix_segments_start_ms", "segments")
    op.drop_index("ix_segments_path", "segments")
    op.drop_table("segments")
