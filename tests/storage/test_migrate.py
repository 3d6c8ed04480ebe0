"""Migrations: up, down and up again, never adrift from the tables, and whole or not at all."""

from __future__ import annotations

import hashlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tomllib
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import (
    DatabaseDamaged,
    DatabaseNewer,
    NotFound,
    OmniSightError,
    StorageError,
    UsageError,
)
from omnisight_desktop.storage import migrate
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.file import examine
from omnisight_desktop.storage.migrate import BASE, current, downgrade, head, revisions, upgrade
from omnisight_desktop.storage.tables import metadata

#: A later shape, for trials: it rebuilds a table, as migrations on SQLite often must.
NEXT = '''
"""A trial: people get a nickname."""
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"
branch_labels = depends_on = None

def upgrade():
    op.create_table("nicknames", sa.Column("id", sa.Text(), primary_key=True))
    op.execute("INSERT INTO nicknames SELECT id FROM cameras")
    with op.batch_alter_table("cameras", recreate="always") as table:
        table.add_column(sa.Column("nickname", sa.Text()))
    {halfway}

def downgrade():
    with op.batch_alter_table("cameras", recreate="always") as table:
        table.drop_column("nickname")
    op.drop_table("nicknames")
'''

WAIT = "print('half', flush=True); import threading; threading.Event().wait()"

UPGRADE = (
    "import sys; from pathlib import Path; from omnisight_desktop.storage.migrate import upgrade;"
    "a = [Path(p) for p in sys.argv[1:]]; upgrade(a[0], a[1], folder=a[2])"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "omnisight.db"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def later(tmp_path: Path, halfway: str = "pass", name: str = "later") -> Path:
    """The real migrations and one more."""
    folder = tmp_path / name
    shutil.copytree(migrate.scripts(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = NEXT.format(revision="9999", before=head(), halfway=halfway)
    (folder / "versions" / "9999_trial.py").write_text(text)
    return folder


def shape_of(path: Path) -> dict[str, str]:
    """Everything that has a name in a database, and the SQL that made it, blanks evened out."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master"
            " WHERE name NOT LIKE 'alembic%' AND name NOT LIKE 'sqlite_autoindex_alembic%'"
        ).fetchall()
    return {name: re.sub(r" (?=[,)])", "", " ".join(sql.split())) for name, sql in rows}


def add_camera(path: Path, name: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO cameras (id, name, uri) VALUES (?, ?, '')", (name, name))
        connection.execute(
            "INSERT INTO zones VALUES (?, ?, 'yard', 'area', '[]')", (f"zone-{name}", name)
        )


def names_in(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY id")]


def test_an_installation_carries_every_migration() -> None:
    house = Path(__file__).parents[2]
    with (house / "pyproject.toml").open("rb") as file:
        carried = tomllib.load(file)["tool"]["setuptools"]["data-files"]
    patterns = [p for k, v in carried.items() if "/alembic" in k for p in v]
    taken = {found for pattern in patterns for found in house.glob(pattern)}
    wanted = {p for p in migrate.scripts().rglob("*.*") if p.suffix in {".py", ".mako"}}
    assert taken == wanted


def test_a_new_database_is_made_at_head(path: Path, backups: Path) -> None:
    report = upgrade(path, backups)
    assert (report.before, report.after, report.backup) == (None, head(), None)
    assert current(path) == head()
    assert examine(path) == []
    assert [p.name for p in path.parent.iterdir()] == ["omnisight.db"]


def test_what_is_up_to_date_is_left_as_it_is(path: Path, backups: Path) -> None:
    upgrade(path, backups)
    before = hashlib.sha256(path.read_bytes()).digest()
    report = upgrade(path, backups)
    assert not report.changed
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert not backups.exists()


def test_down_to_base_and_up_again(path: Path, backups: Path) -> None:
    upgrade(path, backups)
    shape = shape_of(path)
    downgrade(path, BASE)
    assert current(path) is None
    assert {name for name in shape_of(path) if not name.startswith("table sqlite_")} == set()
    upgrade(path, backups)
    assert current(path) == head()
    assert shape_of(path) == shape


def test_every_step_down_can_be_stepped_up_again(path: Path, backups: Path) -> None:
    upgrade(path, backups)
    steps = revisions()
    for newer, older in pairwise([*steps, BASE]):
        before = shape_of(path)
        downgrade(path, older)
        upgrade(path, backups, to=newer)
        assert shape_of(path) == before
        downgrade(path, older)
    assert current(path) is None


def test_the_tables_never_drift_from_the_migrations(path: Path, backups: Path) -> None:
    upgrade(path, backups)
    created = path.with_name("created.db")
    Database.create(created).close()
    assert shape_of(path) == shape_of(created)


def test_alembic_finds_no_difference_either(path: Path, backups: Path) -> None:
    upgrade(path, backups)
    shadows = ("event_words", "transcript_words", "sqlite_")
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, *_: not str(name).startswith(shadows),
            },
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_an_upgrade_keeps_the_rows_and_a_copy_of_before(
    path: Path, backups: Path, tmp_path: Path
) -> None:
    upgrade(path, backups)
    add_camera(path, "front")
    clock = ManualClock(datetime(2026, 5, 3, 9, 5, tzinfo=UTC))
    report = upgrade(path, backups, folder=later(tmp_path), clock=clock)
    assert (report.before, report.after) == (head(), "9999")
    assert report.backup == backups / "omnisight-20260503T090500Z-before-9999.db"
    assert report.backup is not None
    assert current(report.backup) == head()
    assert names_in(report.backup, "cameras") == ["front"]
    assert names_in(path, "cameras") == names_in(path, "nicknames") == ["front"]
    assert names_in(path, "zones") == ["zone-front"]


def test_two_copies_of_the_same_second_do_not_collide(
    path: Path, backups: Path, tmp_path: Path
) -> None:
    upgrade(path, backups)
    folder = later(tmp_path)
    clock = ManualClock(datetime(2026, 5, 3, 9, 5, tzinfo=UTC))
    first = upgrade(path, backups, folder=folder, clock=clock)
    downgrade(path, head(), folder=folder)
    second = upgrade(path, backups, folder=folder, clock=clock)
    assert first.backup is not None
    assert second.backup is not None
    assert first.backup != second.backup
    assert len(list(backups.iterdir())) == 2


def test_an_upgrade_that_is_killed_halfway_is_undone_and_made_up_for(
    path: Path, backups: Path, tmp_path: Path
) -> None:
    upgrade(path, backups)
    add_camera(path, "front")
    shape = shape_of(path)
    hanging = later(tmp_path, halfway=WAIT, name="hanging")
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", UPGRADE, str(path), str(backups), str(hanging)],
            stdout=subprocess.PIPE,
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"half\n"
            child.send_signal(signal.SIGKILL)
        assert current(path) == head()
        assert examine(path) == []
    assert shape_of(path) == shape
    assert names_in(path, "cameras") == ["front"]
    upgrade(path, backups, folder=later(tmp_path))
    assert current(path) == "9999"
    assert names_in(path, "nicknames") == ["front"]
    assert not list(path.parent.glob("*.part*"))


def test_the_making_of_a_new_database_that_is_killed_leaves_none_and_is_begun_anew(
    path: Path, backups: Path, tmp_path: Path
) -> None:
    hanging = later(tmp_path, halfway=WAIT, name="hanging")
    with subprocess.Popen(
        [sys.executable, "-c", UPGRADE, str(path), str(backups), str(hanging)],
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"half\n"
        child.send_signal(signal.SIGKILL)
    assert not path.exists()
    upgrade(path, backups)
    assert current(path) == head()
    assert not list(path.parent.glob("*.part*"))


def test_a_migration_that_fails_changes_nothing(path: Path, backups: Path, tmp_path: Path) -> None:
    upgrade(path, backups)
    add_camera(path, "front")
    shape = shape_of(path)
    broken = later(tmp_path, halfway="op.execute('INSERT INTO absent VALUES (1)')")
    with pytest.raises(StorageError, match="absent"):
        upgrade(path, backups, folder=broken)
    assert shape_of(path) == shape
    assert names_in(path, "cameras") == ["front"]


def test_a_migration_that_tears_rows_apart_is_undone(
    path: Path, backups: Path, tmp_path: Path
) -> None:
    upgrade(path, backups)
    add_camera(path, "front")
    tearing = later(tmp_path, halfway="op.execute('DELETE FROM cameras')")
    with pytest.raises(StorageError, match="zones"):
        upgrade(path, backups, folder=tearing)
    assert current(path) == head()
    assert names_in(path, "cameras") == ["front"]


def test_a_newer_database_is_refused_and_untouched(
    path: Path, backups: Path, tmp_path: Path
) -> None:
    upgrade(path, backups, folder=later(tmp_path))
    before = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    with pytest.raises(DatabaseNewer, match="9999"):
        upgrade(path, backups)
    with pytest.raises(DatabaseNewer, match="9999"):
        downgrade(path, BASE)
    assert {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()} == before


def test_a_database_of_another_program_is_refused_and_untouched(path: Path, backups: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged, match="none of OmniSight's"):
        upgrade(path, backups)
    assert path.read_bytes() == before


def test_an_empty_but_sound_database_becomes_ours(path: Path, backups: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = WAL")
    assert path.stat().st_size > 0
    assert upgrade(path, backups).before is None
    assert current(path) == head()


def test_the_log_of_a_database_that_is_gone_is_not_read_into_the_new_one(
    path: Path, backups: Path
) -> None:
    upgrade(path, backups)
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA journal_mode = WAL');"
        "c.execute(\"INSERT INTO cameras (id, name, uri) VALUES ('old', 'old', '')\"); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    path.unlink()
    upgrade(path, backups)
    assert names_in(path, "cameras") == []
    assert examine(path) == []
    assert [p.suffix for p in backups.iterdir() if p.stat().st_size] != []


def test_a_revision_that_is_not_there_is_refused(path: Path, backups: Path) -> None:
    with pytest.raises(NotFound):
        downgrade(path, BASE)
    upgrade(path, backups)
    with pytest.raises(UsageError, match="'7'"):
        downgrade(path, "7")
    assert current(path) == head()


def test_the_migrations_are_read_as_alembic_reads_them() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.scripts()))
    known = ScriptDirectory.from_config(config)
    assert migrate.revisions() == [one.revision for one in known.walk_revisions()]
    assert head() == known.get_current_head()


def test_migrations_with_a_gap_are_no_migrations(tmp_path: Path) -> None:
    folder = tmp_path / "torn"
    shutil.copytree(migrate.scripts(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    next((folder / "versions").glob("0002*.py")).unlink()
    with pytest.raises(OmniSightError, match="follow one another"):
        migrate.revisions(folder)
