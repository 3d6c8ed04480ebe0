"""What happened in a zone is found without looking at what happened elsewhere."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_NAME = "ix_person_events_zone_start_ms"


def upgrade() -> None:
    op.create_index(
        _NAME,
        "person_events",
        ["zone", "start_ms"],
        sqlite_where=sa.text("zone IS NOT NULL"),
        postgresql_where=sa.text("zone IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index(_NAME, "person_events")
