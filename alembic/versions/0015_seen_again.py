"""Whoever was archived because nobody saw them for long is active again once they are seen."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_WHEN = {"insert": "INSERT ON sightings", "update": "UPDATE OF person_id ON sightings"}


def upgrade() -> None:
    for name, event in _WHEN.items():
        op.execute(
            f"CREATE TRIGGER sightings_{name}_seen AFTER {event} "
            "WHEN new.person_id IS NOT NULL BEGIN "
            "UPDATE persons SET state = 'active' "
            "WHERE id = new.person_id AND state = 'archived'; END"
        )


def downgrade() -> None:
    for name in _WHEN:
        op.execute(f"DROP TRIGGER sightings_{name}_seen")
