"""The house is disarmed and armed from outside, whether or not the program runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from omnisight_desktop.__main__ import WIRING
from omnisight_desktop.cli.root import main
from omnisight_desktop.flow.door import Door
from omnisight_desktop.services.arming import VERB
from tests.home import furnished


def call(data: Path, *arguments: str) -> int:
    return main(WIRING, ["--data", str(data), *arguments])


def test_it_stays_disarmed_until_it_is_armed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with furnished(tmp_path):
        pass
    assert call(tmp_path, "disarm", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["armed"], told["rule"]) == (False, "")
    assert call(tmp_path, "arm", "--look", "--json") == 0
    assert json.loads(capsys.readouterr().out) == told
    assert call(tmp_path, "arm") == 0
    assert "is armed" in capsys.readouterr().out


def test_the_program_that_runs_does_it_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (
        furnished(tmp_path) as house,
        Door(house.paths.door, {VERB: house.arming.answer}),
    ):
        assert call(tmp_path, "disarm") == 0
        assert not house.arming.armed
        assert "disarmed since" in capsys.readouterr().out
        assert call(tmp_path, "arm") == 0
        assert house.arming.armed
