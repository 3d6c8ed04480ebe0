"""One folder, fixed names, and nobody else may look in."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from omnisight_desktop.config.load import find_paths
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.storage.owner import LOCK_NAME


def test_everything_lies_within_the_root_under_its_own_name(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    files = [paths.settings_file, paths.secrets_file, paths.database, paths.lock]
    places = [*files, *paths.folders[1:]]
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert len(set(places)) == len(places)
    assert paths.clips.parent == paths.media
    assert paths.lock.name == LOCK_NAME


def test_folders_are_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "deep" / "data").make()
    assert paths.make() == paths
    for folder in paths.folders:
        assert folder.is_dir()
        if sys.platform != "win32":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_in_the_way_is_told_in_words(tmp_path: Path) -> None:
    blocked = tmp_path / "data"
    blocked.write_text("a file")
    with pytest.raises(StorageError) as caught:
        Paths(blocked).make()
    assert str(blocked) in caught.value.reason
    assert "--data" in caught.value.fix


def test_the_flag_wins_over_the_environment_and_that_over_the_system(tmp_path: Path) -> None:
    env = {"OMNISIGHT_DATA": str(tmp_path / "env")}
    assert find_paths(tmp_path / "flag", env).root == tmp_path / "flag"
    assert find_paths(None, env).root == tmp_path / "env"
    assert find_paths(None, {"OMNISIGHT_DATA": ""}) == Paths.default()
    assert find_paths(None, {}) == Paths.default()


def test_a_relative_folder_is_meant_from_where_the_program_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_paths(Path("here"), {}).root == tmp_path / "here"
