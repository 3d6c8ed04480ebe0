"""What is learnt from is never what is checked with, and every camera gives its share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.services.house import House
from omnisight_desktop.services.lighten.pictures import (
    Stretch,
    live,
    pictures_of,
    shares,
    small,
    split,
    stored,
)
from tests.fakes.films import film, greys
from tests.home import NOON, furnished


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        yield house


def clip(house: House, name: str, camera: str, begins_s: float, seconds: int) -> None:
    """A clip whose pictures get brighter."""
    path = film(house.paths.media / f"{name}.mp4", greys(range(seconds * 10)))
    start = NOON + timedelta(seconds=begins_s)
    end = start + timedelta(seconds=seconds)
    house.keeper.commit(Clip(name, camera, path.name, start, end, path.stat().st_size))


def test_clips_that_overlap_give_each_moment_once(house: House) -> None:
    house.keeper.commit(Camera("yard", "Yard", ""))
    clip(house, "C1", "yard", 0, 4)
    clip(house, "C2", "yard", 0, 2)  # all of it is in the first
    clip(house, "C3", "yard", 2, 6)  # half a second is in the first
    found = stored(house)
    assert [(Path(s.address).stem, s.first_s, s.last_s) for s in found] == [
        ("C3", 3.0, 6.0),
        ("C1", 0.0, 4.0),
    ]


def test_cameras_take_turns_and_a_clip_without_its_file_is_passed_over(house: House) -> None:
    for name, camera, begins_s in (("A1", "a", 0), ("A2", "a", 60), ("B1", "b", 0), ("B2", "b", 9)):
        clip(house, name, camera, begins_s, 2)
    (house.paths.media / "A2.mp4").unlink()
    assert [Path(s.address).stem for s in stored(house)] in (["A1", "B2", "B1"], ["B2", "A1", "B1"])


def test_every_second_stretch_is_kept_for_the_check_and_of_one_its_second_half() -> None:
    several = [Stretch("a", str(number), 0, 10) for number in range(3)]
    alone = Stretch("b", "alone", 0, 11)
    parts = split([several[0], alone, several[1], several[2]])
    assert parts.learnt == (several[0], several[2], Stretch("b", "alone", 0, 5))
    assert parts.checked == (several[1], Stretch("b", "alone", 6, 11))
    assert not set(parts.learnt) & set(parts.checked)


def test_pictures_are_shared_out_as_evenly_as_there_is_room() -> None:
    long, short = Stretch("a", "long", 0, 100), Stretch("b", "short", 0, 2)
    assert shares([long, short], 20) == {long: 16, short: 4}
    assert shares([long, short], 1000) == {long: 200, short: 4}
    assert sum(shares([long] * 1, 7).values()) == 7


def test_pictures_come_from_all_over_the_stretch_and_from_nowhere_else(tmp_path: Path) -> None:
    path = film(tmp_path / "film.mp4", greys(range(60)))
    taken = [float(p.image.mean()) for p in Stretch("a", str(path), 2.0, 5.0).pictures(3)]
    wanted = [30 + number * 3 for number in (25, 35, 45)]
    assert taken == pytest.approx(wanted, abs=4)
    assert list(Stretch("a", str(tmp_path / "gone.mp4"), 0, 5).pictures(3)) == []
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no film")
    assert list(pictures_of([Stretch("a", str(broken), 0, 5)], 3)) == []


def test_a_large_picture_is_made_no_larger_than_networks_want_it() -> None:
    picture = small(ArrayPicture(np.zeros((1080, 1920, 3), np.uint8)))
    assert (picture.width, picture.height) == (1280, 720)


def test_what_cameras_show_now_is_kept_without_what_is_masked(house: House, tmp_path: Path) -> None:
    path = film(tmp_path / "live.mp4", greys(range(40)))
    saved = house.cameras.add(str(path), "Yard")
    corner = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))
    house.cameras.change(saved.camera, options=saved.camera.options.__class__(masks=(corner,)))
    house.cameras.add(str(tmp_path / "live.mp4") + "?fps=9", "Gone")
    told: list[str] = []
    work = tmp_path / "work"
    work.mkdir()
    found = live(house, work, 3, lambda doing, *_: told.append(doing))
    yard = next(one for one in found if one.camera == "yard")
    pictures = list(yard.pictures(3))
    assert len(pictures) == 3
    assert pictures[1].image[:, :100].mean() < 25
    assert pictures[1].image[:, 200:].mean() > 40
    assert "looking at Yard" in told
