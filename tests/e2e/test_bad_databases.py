"""A database file that is no good: clear words, exit code 1, no traceback, and the file untouched."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from omnisight_desktop.app.build import reading
from omnisight_desktop.cli.root import main
from omnisight_desktop.storage.migrate import upgrade


def empty(path: Path) -> None:
    os.truncate(path, 0)


def cut_in_the_header(path: Path) -> None:
    os.truncate(path, 70)


def cut_in_the_middle(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 + 7)


def a_letter(path: Path) -> None:
    path.write_text("Dear database,\n" * 5000)


def a_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100)


def of_a_newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '2999'")


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")


def torn_inside(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3996)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def unreadable(path: Path) -> None:
    path.chmod(0)


BAD: dict[Callable[[Path], None], str] = {
    empty: "is empty",
    cut_in_the_header: "cut off",
    cut_in_the_middle: "cut off",
    a_letter: "not an SQLite database",
    a_picture: "not an SQLite database",
    of_a_newer_version: "newer version",
    of_another_program: "none of OmniSight's",
    torn_inside: "damaged",
    a_folder: "is a folder",
}


def fingerprint(path: Path) -> object:
    if path.is_dir():
        return sorted(path.iterdir())
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "omnisight.db"
    upgrade(path, path.parent / "backups")
    return path


@pytest.fixture
def database(tmp_path: Path, sound: Path) -> Path:
    path = tmp_path / "data" / "omnisight.db"
    path.parent.mkdir()
    shutil.copy(sound, path)
    return path


#: What may be done to a sound database of any kind is left out.
ASKED = [
    pytest.param(spoil, command, id=f"{spoil.__name__}-{command}")
    for spoil in BAD
    for command in ("db check", "db check --repair", "db upgrade", "db backup", "events list")
    if command != "db backup" or spoil not in (of_a_newer_version, of_another_program)
]


@pytest.mark.parametrize(("spoil", "command"), ASKED)
def test_every_command_says_what_is_wrong(
    database: Path,
    spoil: Callable[[Path], None],
    command: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil(database)
    before = fingerprint(database)
    arguments = ["--data", str(database.parent), *command.split(), "--json"]
    code = main({"reading": reading}, arguments)
    said = capsys.readouterr()
    assert code == 1
    assert BAD[spoil] in said.out + said.err
    assert fingerprint(database) == before
    assert not list(database.parent.rglob("*.part*"))


def test_the_program_as_a_process_shows_no_traceback(database: Path) -> None:
    torn_inside(database)
    before = fingerprint(database)
    code, out, err = program(database, "events", "list", "--json")
    assert (code, out) == (1, "")
    assert "damaged" in err
    assert "omnisight db restore" in err
    assert "Traceback" not in err
    assert fingerprint(database) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions of POSIX")
def test_a_database_that_may_not_be_read(database: Path) -> None:
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may read everything")
    unreadable(database)
    for arguments in (("events", "list"), ("db", "check", "--json")):
        code, out, err = program(database, *arguments)
        assert code == 1
        assert "Permission denied" in out + err
        assert "Traceback" not in out + err
    assert database.stat().st_mode & 0o777 == 0


def program(database: Path, *arguments: str) -> tuple[int, str, str]:
    """The program as its own process; without root's right to read everything, if it is root."""
    command = [sys.executable, "-m", "omnisight_desktop", "--data", str(database.parent)]
    if shutil.which("setpriv") is not None and os.geteuid() == 0:
        command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr
