"""How somebody moved while they made a gesture, kept with the event."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_poses",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("start_ms", sa.BigInteger(), nullable=False),
        sa.Column("poses", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_event_poses"),
    )
    op.execute(
        "CREATE TRIGGER event_poses_delete AFTER DELETE ON person_events BEGIN "
        "DELETE FROM event_poses WHERE event_id = old.id; END"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER event_poses_delete")
    op.drop_table("event_poses")
