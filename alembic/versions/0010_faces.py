"""Faces: what is remembered of them, who was seen when, visitors, and what was changed about people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_TRIGGERS = (
    "CREATE TRIGGER persons_delete AFTER DELETE ON persons BEGIN "
    "DELETE FROM faces WHERE person_id = old.id; "
    "DELETE FROM sightings WHERE person_id = old.id; "
    "UPDATE sightings SET likely_id = NULL WHERE likely_id = old.id; END",
    "CREATE TRIGGER track_pictures_delete AFTER DELETE ON track_pictures BEGIN "
    "DELETE FROM faces WHERE track_id = old.track_id AND kind = 'evidence'; END",
    "CREATE TRIGGER tracks_delete AFTER DELETE ON tracks BEGIN "
    "DELETE FROM faces WHERE track_id = old.id AND kind = 'evidence'; "
    "DELETE FROM sightings WHERE track_id = old.id; END",
)


def upgrade() -> None:
    op.add_column("persons", sa.Column("visitor", sa.Integer(), nullable=True))
    op.add_column(
        "persons", sa.Column("consent", sa.Text(), nullable=False, server_default=sa.text("''"))
    )
    op.add_column("persons", sa.Column("expires_ms", sa.BigInteger(), nullable=True))
    op.create_table(
        "faces",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.Column("quality", sa.Float(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=True),
        sa.Column("track_id", sa.Text(), nullable=True),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_faces"),
        sa.UniqueConstraint("id", name="uq_faces_id"),
        sqlite_autoincrement=True,
    )
    for column in ("person_id", "track_id"):
        op.create_index(
            f"ix_faces_{column}",
            "faces",
            [column],
            sqlite_where=sa.text(f"{column} IS NOT NULL"),
            postgresql_where=sa.text(f"{column} IS NOT NULL"),
        )
    op.create_index("ix_faces_kind_at_ms", "faces", ["kind", "at_ms"])
    op.create_table(
        "sightings",
        sa.Column("track_id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("start_ms", sa.BigInteger(), nullable=False),
        sa.Column("end_ms", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("likely_id", sa.Text(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("faces", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("track_id", name="pk_sightings"),
    )
    op.create_index("ix_sightings_person_id_start_ms", "sightings", ["person_id", "start_ms"])
    op.create_index("ix_sightings_verdict_start_ms", "sightings", ["verdict", "start_ms"])
    op.create_index("ix_sightings_start_ms", "sightings", ["start_ms"])
    op.create_table(
        "person_changes",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_person_changes"),
        sqlite_autoincrement=True,
    )
    for trigger in _TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    for trigger in ("tracks_delete", "track_pictures_delete", "persons_delete"):
        op.execute(f"DROP TRIGGER {trigger}")
    op.drop_table("person_changes")
    for index in ("start_ms", "verdict_start_ms", "person_id_start_ms"):
        op.drop_index(f"ix_sightings_{index}", "sightings")
    op.drop_table("sightings")
    for index in ("kind_at_ms", "track_id", "person_id"):
        op.drop_index(f"ix_faces_{index}", "faces")
    op.drop_table("faces")
    for column in ("expires_ms", "consent", "visitor"):
        op.drop_column("persons", column)
