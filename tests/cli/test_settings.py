"""``omnisight settings`` as a person and as a program meet it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.cli.root import main
from omnisight_desktop.config.keys import keys
from omnisight_desktop.storage.owner import own
from tests.fakes.keyrings import MemoryKeyring, NoKeyring, using
from tests.fakes.redaction import knowing_no_secret

Run = Callable[..., tuple[int, str, str]]
VALUE = "sk-ant-of-a-test-4711"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("ANTHROPIC_API_KEY", "LLM_MODEL"):
        monkeypatch.delenv(name, raising=False)
    with using(NoKeyring()), knowing_no_secret():
        yield


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*arguments: str, before: tuple[str, ...] = ()) -> tuple[int, str, str]:
        code = main({}, ["--data", str(data), *before, "settings", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return go


def answer(ran: tuple[int, str, str]) -> Any:
    code, out, err = ran
    assert (code, err) == (0, "")
    return json.loads(out)


def test_list_names_every_setting_for_people_and_programs(run: Run, data: Path) -> None:
    found = answer(run("list", "--json"))
    assert found["file"] == str(data / "settings.toml")
    assert [one["key"] for one in found["settings"]] == list(keys())
    code, out, _ = run("list")
    assert code == 0
    assert all(name in out for name in keys())
    assert not data.exists()  # looking leaves nothing behind


def test_set_get_reset(run: Run) -> None:
    assert run("set", "detection.labels", "person, dog") == (
        0,
        "detection.labels = person, dog\n",
        "",
    )
    assert run("get", "detection.labels")[1] == "person, dog\n"
    assert answer(run("get", "detection.labels", "--json"))["value"] == ["person", "dog"]
    now = answer(run("reset", "detection.labels", "--json"))
    assert (now["value"], now["source"]) == (["person"], "default")
    assert answer(run("set", "server.port", "8001", "--json"))["source"] == "file"
    assert run("get", "models.dir")[1] == "-\n"


def test_the_path_is_told(run: Run, data: Path) -> None:
    assert run("path") == (0, f"{data / 'settings.toml'}\n", "")
    told = answer(run("path", "--json"))
    assert told == {"settings": str(data / "settings.toml"), "data": str(data)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("get", "detection.scor"), "The nearest is detection.score."),
        (("set", "detection.scor", "1"), "The nearest is detection.score."),
        (("reset", "nobody"), "There is no setting 'nobody'."),
        (("set", "detection.score", "7"), "detection.score is 7.0, but must be a number from 0"),
        (("set", "detection.score", ""), "detection.score is '', but must be a number"),
        (("set", "clips.min_s", "20"), "clips.min_s is longer than clips.max_s"),
        (("secret", "forget", "nobody"), "There is no secret 'nobody'."),
        (("secret", "forget", "../x"), "short name of letters"),
    ],
)
def test_what_is_wrong_is_said_in_two_lines(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) <= 2


def test_a_flag_wins_and_it_is_said(run: Run) -> None:
    code, out, err = run("set", "server.port", "8001", before=("--set", "server.port=9000"))
    assert (code, out) == (0, "server.port = 9000\n")
    assert "--set server.port wins" in err
    assert run("get", "server.port")[1] == "8001\n"


def test_a_running_program_takes_it_up_later(run: Run, data: Path) -> None:
    with own(data):
        code, _, err = run("set", "server.port", "8001")
    assert code == 0
    assert "at its next start" in err


def test_a_secret_comes_from_a_pipe_and_is_never_shown(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{VALUE}\n"))
    told = answer(run("secret", "set", "anthropic", "--json"))
    assert (told["name"], told["reference"]) == ("anthropic", "file:anthropic")
    assert str(data / "secrets.json") in told["where"]
    assert VALUE not in str(told)
    assert json.loads((data / "secrets.json").read_text())["secrets"] == {"anthropic": VALUE}
    code, out, _ = run("secret", "forget", "anthropic")
    assert (code, out) == (0, "'anthropic' is forgotten.\n")
    assert VALUE not in (data / "secrets.json").read_text()


def test_with_a_keyring_no_file_is_made(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(VALUE))
    with using(MemoryKeyring()):
        code, out, err = run("secret", "set", "anthropic")
        assert (code, err) == (0, "")
        assert "keyring:anthropic" in out
        assert VALUE not in out
        assert answer(run("secret", "forget", "anthropic", "--json"))["forgotten"] is True
    assert not (data / "secrets.json").exists()


@pytest.mark.parametrize("text", ["", " \n"])
def test_no_secret_at_all_is_a_usage_error(
    run: Run, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    code, _, err = run("secret", "set", "anthropic")
    assert code == 2
    assert "No secret came in." in err


def test_a_key_pasted_as_a_setting_is_refused_and_not_repeated(run: Run, data: Path) -> None:
    code, out, err = run("set", "chat.key", VALUE)
    assert code == 2
    assert VALUE not in out + err
    assert "omnisight settings secret set" in err
    assert not data.exists()


def test_a_folder_that_cannot_be_written_is_a_failure(run: Run, data: Path) -> None:
    data.write_text("in the way")
    code, _, err = run("set", "server.port", "8001")
    assert code in (1, 2)
    assert str(data) in err
