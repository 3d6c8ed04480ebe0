"""Names that were heard, and what humans said to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TRIGGERS = (
    "CREATE TRIGGER transcripts_delete AFTER DELETE ON transcripts BEGIN "
    "DELETE FROM heard_names WHERE transcript_id = old.id; END",
    "CREATE TRIGGER persons_delete_heard AFTER DELETE ON persons BEGIN "
    "DELETE FROM heard_names WHERE person_id = old.id; END",
)


def upgrade() -> None:
    op.create_table(
        "heard_names",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("transcript_id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("track_id", sa.Text(), nullable=True),
        sa.Column("in_view", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("bite", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_heard_names"),
    )
    op.create_index("ix_heard_names_state_at_ms", "heard_names", ["state", "at_ms"])
    op.create_index("ix_heard_names_transcript_id", "heard_names", ["transcript_id"])
    for trigger in _TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    op.execute("DROP TRIGGER persons_delete_heard")
    op.execute("DROP TRIGGER transcripts_delete")
    op.drop_table("heard_names")
