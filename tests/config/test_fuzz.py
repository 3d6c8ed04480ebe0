"""Whatever lies in the settings file: settings, or one clear word; never anything else."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.cli.root import main
from omnisight_desktop.config.keys import keys
from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.save import change, reset, save
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.errors import SettingsError
from tests.config import fuzz

FILES = list(fuzz.files())


def outcome(paths: Paths) -> Settings | str:
    """The settings, or what was said instead."""
    try:
        return load(paths, env={})
    except SettingsError as error:
        reason = error.reason
    assert len(reason) < 1000
    assert str(paths.settings_file) in reason
    return reason


def test_two_hundred_strange_files_give_settings_or_a_word(tmp_path: Path) -> None:
    assert len(FILES) >= 200
    results = []
    for number, raw in enumerate(FILES):
        paths = Paths(tmp_path / str(number))
        paths.root.mkdir()
        paths.settings_file.write_bytes(raw)
        first = outcome(paths)
        results.append(first)
        if isinstance(first, Settings):
            assert outcome(paths) == first  # also after an upgrade in place
        else:
            assert paths.settings_file.read_bytes() == raw
    good = sum(isinstance(result, Settings) for result in results)
    assert 20 <= good <= 180  # both ways are really walked
    assert len({str(r).partition(": ")[2] for r in results}) > 30  # and many words are said


def test_changing_strange_files_keeps_all_else_or_leaves_them_alone(tmp_path: Path) -> None:
    changed = 0
    for number, raw in enumerate(FILES):
        paths = Paths(tmp_path / str(number))
        paths.root.mkdir()
        paths.settings_file.write_bytes(raw)
        before = outcome(paths)
        kept = paths.settings_file.read_bytes()
        try:
            change(paths, "server.port", 8123)
        except SettingsError:
            if isinstance(before, Settings):
                assert paths.settings_file.read_bytes() == kept
            continue
        after = outcome(paths)
        assert isinstance(after, Settings)
        assert after.server.port == 8123
        if isinstance(before, Settings):
            changed += 1
            assert _without_server(after) == _without_server(before)
            save(paths, before)
            assert outcome(paths) == before
            reset(paths, "server.port")
            assert isinstance(outcome(paths), Settings)
    assert changed >= 20


def _without_server(settings: Settings) -> dict[str, Any]:
    return {name: value for name, value in settings if name != "server"}


@pytest.mark.parametrize("number", random.Random(7).sample(range(len(FILES)), 25))
def test_the_command_line_says_it_in_two_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    paths = Paths(tmp_path)
    paths.settings_file.write_bytes(FILES[number])
    wanted = isinstance(outcome(paths), Settings)
    capsys.readouterr()
    code = main({}, ["--data", str(tmp_path), "settings", "list", "--json"])
    said = capsys.readouterr()
    assert code == (0 if wanted else 2)
    if wanted:
        assert len(json.loads(said.out)["settings"]) == len(keys())
    else:
        assert said.out == ""
        assert said.err.startswith("omnisight: ")
        assert "Traceback" not in said.err
        assert len(said.err.strip().split("\n")) <= 2
