"""``omnisight db`` as a person and as a program meet it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.cli.root import main
from omnisight_desktop.storage.migrate import head
from omnisight_desktop.storage.owner import own

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*arguments: str) -> tuple[int, str, str]:
        code = main({}, ["--data", str(data), "db", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return go


def answer(ran: tuple[int, str, str]) -> Any:
    code, out, err = ran
    assert (code, err) == (0, "")
    return json.loads(out)


def cameras(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM cameras ORDER BY id")]


def add_camera(path: Path, name: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO cameras (id, name, uri) VALUES (?, ?, '')", (name, name))


def test_upgrade_makes_a_database_and_then_has_nothing_to_do(run: Run, data: Path) -> None:
    assert answer(run("upgrade", "--json")) == {"before": None, "after": head(), "backup": None}
    assert answer(run("upgrade", "--json")) == {"before": head(), "after": head(), "backup": None}
    assert "up to date" in run("upgrade")[1]
    assert (data / "omnisight.db").exists()


def test_check_of_a_sound_database(run: Run) -> None:
    run("upgrade")
    found = answer(run("check", "--json"))
    assert found["sound"] is True
    assert {c["state"] for c in found["checks"]} == {"ok"}
    assert set(found["checks"][0]) == {"name", "state", "reason", "fix"}


def test_check_where_there_is_none_yet(run: Run, data: Path) -> None:
    assert answer(run("check", "--json"))["sound"] is True
    assert not (data / "omnisight.db").exists()


def test_check_says_what_is_wrong_and_repair_mends_it(run: Run, data: Path) -> None:
    run("upgrade")
    with closing(sqlite3.connect(data / "omnisight.db", isolation_level=None)) as connection:
        connection.execute("INSERT INTO event_counts VALUES (0, 'front', 'left', '', 3)")
    code, out, _ = run("check", "--json")
    assert code == 1
    wrong = [c for c in json.loads(out)["checks"] if c["state"] != "ok"]
    assert [c["name"] for c in wrong] == ["hourly counts"]
    code, out, _ = run("check")
    assert code == 1
    assert "hourly counts" in out
    assert answer(run("check", "--repair", "--json"))["sound"] is True
    assert run("check")[0] == 0


def test_backup_and_restore(run: Run, data: Path, tmp_path: Path) -> None:
    run("upgrade")
    add_camera(data / "omnisight.db", "early")
    made = answer(run("backup", "--json"))
    assert Path(made["path"]).parent == data / "backups"
    assert made["bytes"] == Path(made["path"]).stat().st_size
    assert made["revision"] == head()
    add_camera(data / "omnisight.db", "late")
    done = answer(run("restore", made["path"], "--json"))
    assert done["revision"] == head()
    assert cameras(data / "omnisight.db") == ["early"]
    assert cameras(Path(done["kept"])) == ["early", "late"]


def test_backup_to_a_file_or_into_a_folder(run: Run, tmp_path: Path) -> None:
    run("upgrade")
    (tmp_path / "shelf").mkdir()
    assert answer(run("backup", str(tmp_path / "a.db"), "--json"))["path"] == str(tmp_path / "a.db")
    made = Path(answer(run("backup", str(tmp_path / "shelf"), "--json"))["path"])
    assert made.parent == tmp_path / "shelf"
    code, _, err = run("backup", str(tmp_path / "a.db"))
    assert code == 2
    assert "there already" in err


def test_while_a_program_runs_only_looking_and_copying_are_allowed(
    run: Run, data: Path, tmp_path: Path
) -> None:
    run("upgrade")
    run("backup", str(tmp_path / "a.db"))
    with own(data):
        for arguments in (("restore", str(tmp_path / "a.db")), ("check", "--repair"), ("upgrade",)):
            code, out, err = run(*arguments)
            assert (code, out) == (1, "")
            assert str(os.getpid()) in err
        assert run("check")[0] == 0
        assert run("backup", str(tmp_path / "b.db"))[0] == 0


def test_no_word_of_help_is_missing(run: Run) -> None:
    for command in ("upgrade", "check", "backup", "restore"):
        code, out, _ = run(command, "--help")
        assert code == 0
        assert "--json" in out


def test_a_wrong_call_is_a_matter_of_usage(run: Run) -> None:
    assert run("restore")[0] == 2
    assert run("mend")[0] == 2
