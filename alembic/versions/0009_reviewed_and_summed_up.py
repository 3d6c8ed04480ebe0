"""What a review needs: which stories were seen, events by day, and footage by hour."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_DAY_MS = 86_400_000
_HOUR_MS = 3_600_000

#: SQLite's triggers that keep the sums, and that let a review go with its story.
_EXTRAS = (
    (
        "CREATE TRIGGER event_days_insert AFTER INSERT ON person_events BEGIN INSERT "
        "INTO event_days (day_ms, camera_id, type, label, events) VALUES (new.start_ms "
        "- ((new.start_ms % 86400000) + 86400000) % 86400000, new.camera_id, new.type, "
        "coalesce(new.label, ''), 1) ON CONFLICT DO UPDATE SET events = events + 1; END"
    ),
    (
        "CREATE TRIGGER event_days_delete AFTER DELETE ON person_events BEGIN UPDATE "
        "event_days SET events = events - 1 WHERE camera_id = old.camera_id AND day_ms "
        "= old.start_ms - ((old.start_ms % 86400000) + 86400000) % 86400000 AND type = "
        "old.type AND label = coalesce(old.label, ''); DELETE FROM event_days WHERE "
        "camera_id = old.camera_id AND day_ms = old.start_ms - ((old.start_ms % "
        "86400000) + 86400000) % 86400000 AND type = old.type AND label = "
        "coalesce(old.label, '') AND events <= 0; END"
    ),
    (
        "CREATE TRIGGER event_days_update AFTER UPDATE OF start_ms, camera_id, type, "
        "label ON person_events WHEN new.start_ms IS NOT old.start_ms OR new.camera_id "
        "IS NOT old.camera_id OR new.type IS NOT old.type OR new.label IS NOT old.label"
        " BEGIN UPDATE event_days SET events = events - 1 WHERE camera_id = "
        "old.camera_id AND day_ms = old.start_ms - ((old.start_ms % 86400000) + "
        "86400000) % 86400000 AND type = old.type AND label = coalesce(old.label, ''); "
        "DELETE FROM event_days WHERE camera_id = old.camera_id AND day_ms = "
        "old.start_ms - ((old.start_ms % 86400000) + 86400000) % 86400000 AND type = "
        "old.type AND label = coalesce(old.label, '') AND events <= 0; INSERT INTO "
        "event_days (day_ms, camera_id, type, label, events) VALUES (new.start_ms - "
        "((new.start_ms % 86400000) + 86400000) % 86400000, new.camera_id, new.type, "
        "coalesce(new.label, ''), 1) ON CONFLICT DO UPDATE SET events = events + 1; END"
    ),
    (
        "CREATE TRIGGER footage_hours_segments_insert AFTER INSERT ON segments BEGIN "
        "INSERT INTO footage_hours (hour_ms, camera_id, pieces, recorded_ms, motion_ms)"
        " VALUES (new.start_ms - ((new.start_ms % 3600000) + 3600000) % 3600000, "
        "new.camera_id, 1, new.end_ms - new.start_ms, new.motion_ms) ON CONFLICT DO "
        "UPDATE SET pieces = pieces + 1, recorded_ms = recorded_ms + "
        "excluded.recorded_ms, motion_ms = motion_ms + excluded.motion_ms; END"
    ),
    (
        "CREATE TRIGGER footage_hours_segments_delete AFTER DELETE ON segments BEGIN "
        "UPDATE footage_hours SET pieces = pieces - 1, recorded_ms = recorded_ms - "
        "(old.end_ms - old.start_ms), motion_ms = motion_ms - old.motion_ms WHERE "
        "camera_id = old.camera_id AND hour_ms = old.start_ms - ((old.start_ms % "
        "3600000) + 3600000) % 3600000; DELETE FROM footage_hours WHERE camera_id = "
        "old.camera_id AND hour_ms = old.start_ms - ((old.start_ms % 3600000) + "
        "3600000) % 3600000 AND pieces <= 0; END"
    ),
    (
        "CREATE TRIGGER footage_hours_segments_update AFTER UPDATE OF start_ms, end_ms,"
        " camera_id, motion_ms ON segments WHEN new.start_ms IS NOT old.start_ms OR "
        "new.end_ms IS NOT old.end_ms OR new.camera_id IS NOT old.camera_id OR "
        "new.motion_ms IS NOT old.motion_ms BEGIN UPDATE footage_hours SET pieces = "
        "pieces - 1, recorded_ms = recorded_ms - (old.end_ms - old.start_ms), motion_ms"
        " = motion_ms - old.motion_ms WHERE camera_id = old.camera_id AND hour_ms = "
        "old.start_ms - ((old.start_ms % 3600000) + 3600000) % 3600000; DELETE FROM "
        "footage_hours WHERE camera_id = old.camera_id AND hour_ms = old.start_ms - "
        "((old.start_ms % 3600000) + 3600000) % 3600000 AND pieces <= 0; INSERT INTO "
        "footage_hours (hour_ms, camera_id, pieces, recorded_ms, motion_ms) VALUES "
        "(new.start_ms - ((new.start_ms % 3600000) + 3600000) % 3600000, new.camera_id,"
        " 1, new.end_ms - new.start_ms, new.motion_ms) ON CONFLICT DO UPDATE SET pieces"
        " = pieces + 1, recorded_ms = recorded_ms + excluded.recorded_ms, motion_ms = "
        "motion_ms + excluded.motion_ms; END"
    ),
    (
        "CREATE TRIGGER footage_hours_event_clips_insert AFTER INSERT ON event_clips "
        "BEGIN INSERT INTO footage_hours (hour_ms, camera_id, pieces, recorded_ms, "
        "motion_ms) VALUES (new.start_ms - ((new.start_ms % 3600000) + 3600000) % "
        "3600000, new.camera_id, 1, new.end_ms - new.start_ms, 0) ON CONFLICT DO UPDATE"
        " SET pieces = pieces + 1, recorded_ms = recorded_ms + excluded.recorded_ms, "
        "motion_ms = motion_ms + excluded.motion_ms; END"
    ),
    (
        "CREATE TRIGGER footage_hours_event_clips_delete AFTER DELETE ON event_clips "
        "BEGIN UPDATE footage_hours SET pieces = pieces - 1, recorded_ms = recorded_ms "
        "- (old.end_ms - old.start_ms), motion_ms = motion_ms - 0 WHERE camera_id = "
        "old.camera_id AND hour_ms = old.start_ms - ((old.start_ms % 3600000) + "
        "3600000) % 3600000; DELETE FROM footage_hours WHERE camera_id = old.camera_id "
        "AND hour_ms = old.start_ms - ((old.start_ms % 3600000) + 3600000) % 3600000 "
        "AND pieces <= 0; END"
    ),
    (
        "CREATE TRIGGER footage_hours_event_clips_update AFTER UPDATE OF start_ms, "
        "end_ms, camera_id ON event_clips WHEN new.start_ms IS NOT old.start_ms OR "
        "new.end_ms IS NOT old.end_ms OR new.camera_id IS NOT old.camera_id BEGIN "
        "UPDATE footage_hours SET pieces = pieces - 1, recorded_ms = recorded_ms - "
        "(old.end_ms - old.start_ms), motion_ms = motion_ms - 0 WHERE camera_id = "
        "old.camera_id AND hour_ms = old.start_ms - ((old.start_ms % 3600000) + "
        "3600000) % 3600000; DELETE FROM footage_hours WHERE camera_id = old.camera_id "
        "AND hour_ms = old.start_ms - ((old.start_ms % 3600000) + 3600000) % 3600000 "
        "AND pieces <= 0; INSERT INTO footage_hours (hour_ms, camera_id, pieces, "
        "recorded_ms, motion_ms) VALUES (new.start_ms - ((new.start_ms % 3600000) + "
        "3600000) % 3600000, new.camera_id, 1, new.end_ms - new.start_ms, 0) ON "
        "CONFLICT DO UPDATE SET pieces = pieces + 1, recorded_ms = recorded_ms + "
        "excluded.recorded_ms, motion_ms = motion_ms + excluded.motion_ms; END"
    ),
    (
        "CREATE TRIGGER reviews_delete AFTER DELETE ON person_events BEGIN DELETE FROM "
        "reviews WHERE event_id = old.id; END"
    ),
)
_TRIGGERS = (
    "event_days_insert",
    "event_days_delete",
    "event_days_update",
    "footage_hours_segments_insert",
    "footage_hours_segments_delete",
    "footage_hours_segments_update",
    "footage_hours_event_clips_insert",
    "footage_hours_event_clips_delete",
    "footage_hours_event_clips_update",
    "reviews_delete",
)


def upgrade() -> None:
    op.create_table(
        "event_days",
        sa.Column("day_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("camera_id", "day_ms", "type", "label", name="pk_event_days"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "footage_hours",
        sa.Column("hour_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("camera_id", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("recorded_ms", sa.BigInteger(), nullable=False),
        sa.Column("motion_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("camera_id", "hour_ms", name="pk_footage_hours"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reviews",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_reviews"),
    )
    _sum_up()
    for statement in _EXTRAS:
        op.execute(sa.text(statement))


def _sum_up() -> None:
    """What is there already."""
    op.execute(
        "INSERT INTO event_days (day_ms, camera_id, type, label, events) "
        f"SELECT hour_ms - ((hour_ms % {_DAY_MS}) + {_DAY_MS}) % {_DAY_MS} AS day_ms, "
        "camera_id, type, label, sum(events) FROM event_counts WHERE camera_id <> '' "
        "GROUP BY camera_id, 1, type, label"
    )
    op.execute(
        "INSERT INTO footage_hours (hour_ms, camera_id, pieces, recorded_ms, motion_ms) "
        f"SELECT start_ms - ((start_ms % {_HOUR_MS}) + {_HOUR_MS}) % {_HOUR_MS} AS hour_ms, "
        "camera_id, count(*), sum(end_ms - start_ms), sum(motion_ms) FROM ("
        "SELECT camera_id, start_ms, end_ms, motion_ms FROM segments UNION ALL "
        "SELECT camera_id, start_ms, end_ms, 0 FROM event_clips) GROUP BY camera_id, 1"
    )


def downgrade() -> None:
    for trigger in _TRIGGERS:
        op.execute(f"DROP TRIGGER {trigger}")
    for table in ("reviews", "footage_hours", "event_days"):
        op.drop_table(table)
