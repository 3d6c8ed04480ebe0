"""A copy of a clip is whole or not there at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import NotFound, StorageError
from omnisight_desktop.services.house import House
from tests.home import NOON, furnished


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        file = house.paths.media / "clips" / "porch.mp4"
        file.write_bytes(b"film" * 1000)
        clip = Clip("C1", "porch", "clips/porch.mp4", NOON, NOON + timedelta(seconds=9), 4000)
        house.keeper.commit(clip)
        yield house


def test_a_clip_is_copied_to_a_file(house: House, tmp_path: Path) -> None:
    target = tmp_path / "new" / "out.mp4"
    assert house.clips.export("C1", target) == target
    assert target.read_bytes() == b"film" * 1000


def test_a_folder_gets_a_file_with_a_telling_name(house: House, tmp_path: Path) -> None:
    path = house.clips.export("C1", tmp_path)
    assert path.parent == tmp_path
    assert path.name.startswith("porch 2026-05-03")


def test_an_unknown_clip_and_a_lost_file_are_said_in_words(house: House, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no clip 'C9'"):
        house.clips.export("C9", tmp_path)
    (house.paths.media / "clips" / "porch.mp4").unlink()
    with pytest.raises(StorageError, match="is gone"):
        house.clips.export("C1", tmp_path)
    assert not list(tmp_path.glob("porch*"))


def test_a_place_that_cannot_be_written_leaves_nothing_behind(house: House, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, no folder")
    with pytest.raises(StorageError, match="cannot be used"):
        house.clips.export("C1", blocked / "out.mp4")
    assert blocked.read_text() == "a file, no folder"


def test_a_row_that_points_outside_the_media_folder_is_refused(
    house: House, tmp_path: Path
) -> None:
    house.keeper.commit(Clip("C2", "porch", "../../secret.txt", NOON, NOON, 1))
    (tmp_path / "secret.txt").write_text("secret")
    with pytest.raises(StorageError, match="outside"):
        house.clips.export("C2", tmp_path / "out.mp4")
