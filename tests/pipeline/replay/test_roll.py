"""Pictures of a file are found by their moment, exactly, whichever way one goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.pipeline.replay import roll as rolls
from omnisight_desktop.pipeline.replay.roll import Roll
from tests.fakes.films import FPS, film, greys, numbered

COUNT = 45


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return film(tmp_path_factory.mktemp("film") / "film.mp4", greys(range(COUNT)))


@pytest.fixture
def roll(file: Path) -> Iterator[Roll]:
    roll = Roll(file)
    yield roll
    roll.close()


def number_of(found: tuple[float, Any] | None) -> int | None:
    """Which picture it is, by how bright it is."""
    if found is None:
        return None
    return numbered(found[1].to_ndarray(format="bgr24"))


@pytest.mark.parametrize("second", [0.0, 0.05, 0.1, 1.04, 2.0, 3.99, 4.4])
def test_a_moment_shows_the_last_picture_that_came_before_it(roll: Roll, second: float) -> None:
    assert number_of(roll.at(second)) == int(second * FPS + 0.01)


def test_jumps_land_exactly_wherever_one_comes_from(roll: Roll) -> None:
    for second in (3.0, 0.7, 4.1, 4.2, 4.0, 0.0, 2.55):
        assert number_of(roll.at(second)) == int(second * FPS + 0.01)


def test_one_goes_on_picture_by_picture_to_the_end(roll: Roll) -> None:
    second, seen = 3.95, []
    while (found := roll.after(second)) is not None:
        second = found[0]
        seen.append(number_of(found))
    assert seen == [40, 41, 42, 43, 44]


def test_one_goes_back_picture_by_picture_over_key_pictures(roll: Roll) -> None:
    second, seen = 2.2, []
    while (found := roll.before(second)) is not None:
        second = found[0]
        seen.append(number_of(found))
    assert seen == list(range(21, -1, -1))


def test_going_back_works_where_hardly_anything_is_held(
    roll: Roll, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rolls, "_HELD_BYTES", 1)  # the least: three pictures
    second, seen = 1.95, []
    for _ in range(15):
        found = roll.before(second)
        assert found is not None
        second = found[0]
        seen.append(number_of(found))
    assert seen == list(range(19, 4, -1))


def test_behind_the_end_the_last_picture_stays(roll: Roll) -> None:
    assert number_of(roll.at(60.0)) == COUNT - 1


def test_a_key_picture_is_found_at_once_and_lies_before_the_moment(roll: Roll) -> None:
    assert number_of(roll.key_at(2.7)) == 20
    assert number_of(roll.at(2.7)) == 27


def test_how_long_a_picture_is_shown(roll: Roll) -> None:
    found = roll.at(1.0)
    assert found is not None
    assert roll.end_of(found[0]) == pytest.approx(1.1)


@pytest.mark.parametrize(("content", "said"), [(None, "gone"), (b"no film", "cannot be read")])
def test_what_cannot_be_played_says_why(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "film.mp4"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SourceBroken, match=said):
        Roll(file)
