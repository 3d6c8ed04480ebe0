"""The first shape: what is seen, said and known, and what keeps it in order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

#: SQLite's full-text indexes, and the triggers that keep them, the counts and the append-only logs.
EXTRAS = (
    (
        "CREATE VIRTUAL TABLE event_words USING fts5(text, label, zone, "
        "content='person_events', content_rowid='seq', tokenize='unicode61 remove_diacritics "
        "2')"
    ),
    (
        "CREATE TRIGGER event_words_insert AFTER INSERT ON person_events BEGIN INSERT INTO "
        "event_words(rowid, text, label, zone) VALUES (new.seq, new.text, new.label, "
        "new.zone); END"
    ),
    (
        "CREATE TRIGGER event_words_delete AFTER DELETE ON person_events BEGIN INSERT INTO "
        "event_words(event_words, rowid, text, label, zone) VALUES ('delete', old.seq, "
        "old.text, old.label, old.zone); END"
    ),
    (
        "CREATE TRIGGER event_words_update AFTER UPDATE OF text, label, zone ON person_events"
        " WHEN new.text IS NOT old.text OR new.label IS NOT old.label OR new.zone IS NOT "
        "old.zone BEGIN INSERT INTO event_words(event_words, rowid, text, label, zone) VALUES"
        " ('delete', old.seq, old.text, old.label, old.zone); INSERT INTO event_words(rowid, "
        "text, label, zone) VALUES (new.seq, new.text, new.label, new.zone); END"
    ),
    (
        "CREATE VIRTUAL TABLE transcript_words USING fts5(text, content='transcripts', "
        "content_rowid='seq', tokenize='unicode61 remove_diacritics 2')"
    ),
    (
        "CREATE TRIGGER transcript_words_insert AFTER INSERT ON transcripts BEGIN INSERT INTO"
        " transcript_words(rowid, text) VALUES (new.seq, new.text); END"
    ),
    (
        "CREATE TRIGGER transcript_words_delete AFTER DELETE ON transcripts BEGIN INSERT INTO"
        " transcript_words(transcript_words, rowid, text) VALUES ('delete', old.seq, "
        "old.text); END"
    ),
    (
        "CREATE TRIGGER transcript_words_update AFTER UPDATE OF text ON transcripts WHEN "
        "new.text IS NOT old.text BEGIN INSERT INTO transcript_words(transcript_words, rowid,"
        " text) VALUES ('delete', old.seq, old.text); INSERT INTO transcript_words(rowid, "
        "text) VALUES (new.seq, new.text); END"
    ),
    (
        "CREATE TRIGGER event_counts_insert AFTER INSERT ON person_events BEGIN INSERT INTO"
        " event_counts (hour_ms, camera_id, type, label, events) VALUES (new.start_ms - "
        "((new.start_ms % 3600000) + 3600000) % 3600000, new.camera_id, new.type, "
        "coalesce(new.label, ''), 1) ON CONFLICT DO UPDATE SET events = events + 1; INSERT "
        "INTO event_counts (hour_ms, camera_id, type, label, events) SELECT new.start_ms - "
        "((new.start_ms % 3600000) + 3600000) % 3600000, '', new.type, coalesce(new.label, "
        "''), 1 WHERE new.camera_id <> '' ON CONFLICT DO UPDATE SET events = events + 1;  "
        "END"
    ),
    (
        "CREATE TRIGGER event_counts_delete AFTER DELETE ON person_events BEGIN UPDATE "
        "event_counts SET events = events - 1 WHERE camera_id IN (old.camera_id, '') AND "
        "hour_ms = old.start_ms - ((old.start_ms % 3600000) + 3600000) % 3600000 AND type ="
        " old.type AND label = coalesce(old.label, ''); DELETE FROM event_counts WHERE "
        "camera_id IN (old.camera_id, '') AND hour_ms = old.start_ms - ((old.start_ms % "
        "3600000) + 3600000) % 3600000 AND type = old.type AND label = coalesce(old.label, "
        "'') AND events <= 0; END"
    ),
    (
        "CREATE TRIGGER event_counts_update AFTER UPDATE OF start_ms, camera_id, type, "
        "label ON person_events WHEN new.start_ms IS NOT old.start_ms OR new.camera_id IS "
        "NOT old.camera_id OR new.type IS NOT old.type OR new.label IS NOT old.label BEGIN "
        "UPDATE event_counts SET events = events - 1 WHERE camera_id IN (old.camera_id, '')"
        " AND hour_ms = old.start_ms - ((old.start_ms % 3600000) + 3600000) % 3600000 AND "
        "type = old.type AND label = coalesce(old.label, ''); DELETE FROM event_counts "
        "WHERE camera_id IN (old.camera_id, '') AND hour_ms = old.start_ms - ((old.start_ms"
        " % 3600000) + 3600000) % 3600000 AND type = old.type AND label = "
        "coalesce(old.label, '') AND events <= 0; INSERT INTO event_counts (hour_ms, "
        "camera_id, type, label, events) VALUES (new.start_ms - ((new.start_ms % 3600000) +"
        " 3600000) % 3600000, new.camera_id, new.type, coalesce(new.label, ''), 1) ON "
        "CONFLICT DO UPDATE SET events = events + 1; INSERT INTO event_counts (hour_ms, "
        "camera_id, type, label, events) SELECT new.start_ms - ((new.start_ms % 3600000) + "
        "3600000) % 3600000, '', new.type, coalesce(new.label, ''), 1 WHERE new.camera_id "
        "<> '' ON CONFLICT DO UPDATE SET events = events + 1;  END"
    ),
    (
        "CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN SELECT "
        "raise(ABORT, 'audit_log is append-only'); END"
    ),
    (
        "CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN SELECT "
        "raise(ABORT, 'audit_log is append-only'); END"
    ),
    (
        "CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT raise(ABORT, "
        "'ledger is append-only'); END"
    ),
    (
        "CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT raise(ABORT, "
        "'ledger is append-only'); END"
    ),
)
INDEXES = ("event_words", "transcript_words")


def upgrade() -> None:
    op.create_table(
        "audit_log",
        sa.Column("seq", SERIAL, autoincrement=True, nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_log"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "cameras",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("enabled", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cameras"),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
    )
    op.create_table(
        "coverage_gaps",
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("start_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("end_ms", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("camera_id", "start_ms", name="pk_coverage_gaps"),
    )
    op.create_table(
        "event_clips",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("start_ms", sa.BigInteger(), nullable=False),
        sa.Column("end_ms", sa.BigInteger(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("protected", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event_clips"),
        sa.UniqueConstraint("path", name="uq_event_clips_path"),
    )
    op.create_index("ix_event_clips_camera_id_start_ms", "event_clips", ["camera_id", "start_ms"])
    op.create_index("ix_event_clips_start_ms", "event_clips", ["start_ms"])
    op.create_table(
        "event_counts",
        sa.Column("hour_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("camera_id", "hour_ms", "type", "label", name="pk_event_counts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "gesture_templates",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("num_frames", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=True),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("takes", sa.LargeBinary(), nullable=False),
        sa.Column("enabled", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_gesture_templates"),
    )
    op.create_index("ix_gesture_templates_label", "gesture_templates", ["label"])
    op.create_table(
        "ledger",
        sa.Column("seq", SERIAL, autoincrement=True, nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("bytes_out", sa.BigInteger(), nullable=False),
        sa.Column("bytes_in", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_ledger"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "notifications",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("sent_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_notifications"),
    )
    op.create_index("ix_notifications_event_id", "notifications", ["event_id"])
    op.create_table(
        "person_events",
        sa.Column("seq", SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("start_ms", sa.BigInteger(), nullable=False),
        sa.Column("end_ms", sa.BigInteger(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("track_id", sa.Text(), nullable=True),
        sa.Column("clip_id", sa.Text(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_person_events"),
        sa.UniqueConstraint("id", name="uq_person_events_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_person_events_camera_id_start_ms", "person_events", ["camera_id", "start_ms"]
    )
    op.create_index(
        "ix_person_events_person_id_start_ms",
        "person_events",
        ["person_id", "start_ms"],
        sqlite_where=sa.text("person_id IS NOT NULL"),
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_index("ix_person_events_start_ms", "person_events", ["start_ms"])
    op.create_index("ix_person_events_type_start_ms", "person_events", ["type", "start_ms"])
    op.create_table(
        "persons",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), server_default="active", nullable=False),
        sa.Column("first_seen_ms", sa.BigInteger(), nullable=True),
        sa.Column("last_seen_ms", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
    )
    op.create_index("ix_persons_name", "persons", ["name"])
    op.create_table(
        "rules",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("enabled", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_rules"),
    )
    op.create_table(
        "tracks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("start_ms", sa.BigInteger(), nullable=False),
        sa.Column("end_ms", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tracks"),
    )
    op.create_index("ix_tracks_camera_id_start_ms", "tracks", ["camera_id", "start_ms"])
    op.create_table(
        "transcripts",
        sa.Column("seq", SERIAL, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("start_ms", sa.BigInteger(), nullable=False),
        sa.Column("end_ms", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_transcripts"),
        sa.UniqueConstraint("id", name="uq_transcripts_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_transcripts_camera_id_start_ms", "transcripts", ["camera_id", "start_ms"])
    op.create_table(
        "messages",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("cited", sa.Text(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_messages_conversation_id_conversations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
    )
    op.create_index("ix_messages_conversation_id", "messages", ["conversation_id"])
    op.create_table(
        "zones",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["camera_id"], ["cameras.id"], name="fk_zones_camera_id_cameras"),
        sa.PrimaryKeyConstraint("id", name="pk_zones"),
    )
    op.create_index("ix_zones_camera_id", "zones", ["camera_id"])
    for statement in EXTRAS:
        op.execute(statement)


def downgrade() -> None:
    for index in INDEXES:
        op.execute(f"DROP TABLE {index}")
    op.drop_table("zones")
    op.drop_table("messages")
    op.drop_table("transcripts")
    op.drop_table("tracks")
    op.drop_table("rules")
    op.drop_table("persons")
    op.drop_table("person_events")
    op.drop_table("notifications")
    op.drop_table("ledger")
    op.drop_table("gesture_templates")
    op.drop_table("event_counts")
    op.drop_table("event_clips")
    op.drop_table("coverage_gaps")
    op.drop_table("conversations")
    op.drop_table("cameras")
    op.drop_table("audit_log")
