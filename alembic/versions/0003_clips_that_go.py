"""Events are found by their clip, and name none that is gone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

HELD = sa.text("clip_id IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_person_events_clip_id",
        "person_events",
        ["clip_id"],
        sqlite_where=HELD,
        postgresql_where=HELD,
    )
    op.execute(
        "CREATE TRIGGER event_clips_delete AFTER DELETE ON event_clips BEGIN "
        "UPDATE person_events SET clip_id = NULL WHERE clip_id = old.id; END"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER event_clips_delete")
    op.drop_index("ix_person_events_clip_id", "person_events")
