"""Replay knows where the pictures of a moment lie, in clips and in footage without a break."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.segment import Segment
from omnisight_desktop.services.house import House
from tests.fakes.films import film, greys, keep_clip, numbered, path_of
from tests.home import NOON, furnished

BOX = (0.1, 0.2, 0.3, 0.8)
SECOND = timedelta(seconds=1)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Three seconds of footage from noon on, and a clip that begins in it and lasts longer."""
    with furnished(tmp_path_factory.mktemp("house")) as house:
        media = house.paths.media
        whole = film(media / "footage" / "porch" / "a.mp4", greys(range(30)))
        clip = film(media / "clips" / "porch" / "b.mp4", greys(range(20, 60)))
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            Person("Person_00000001", "Anna"),
            Segment("S1", "porch", NOON, NOON + 3 * SECOND, "footage/porch/a.mp4", 9),
            path_of("T1", "porch", NOON, [(0, BOX), (1, BOX)]),
        )
        assert whole.is_file()
        keep_clip(house, "C1", "porch", clip, NOON + 2 * SECOND, 4)
        yield house


def test_every_moment_is_shown_once_whatever_it_lies_in(house: House) -> None:
    strips = house.recordings.strips("porch", NOON, NOON + 10 * SECOND)
    assert [strip.path.name for strip in strips] == ["a.mp4", "b.mp4"]
    assert strips[0].until == strips[1].since == NOON + 2 * SECOND
    assert strips[1].until - strips[1].since == pytest.approx(4 * SECOND, abs=SECOND / 10)


def test_one_piece_is_told_as_a_whole_though_only_a_moment_of_it_was_asked_for(
    house: House,
) -> None:
    (strip,) = house.recordings.strips("porch", NOON + SECOND, NOON + 1.5 * SECOND)
    assert (strip.since, strip.start) == (NOON, NOON)


def test_edges_of_what_was_recorded(house: House) -> None:
    there = house.recordings
    assert there.next_start("porch", NOON - SECOND) == NOON
    assert there.next_start("porch", NOON + 3 * SECOND) is None
    assert there.last_end("porch", NOON + 60 * SECOND) == NOON + 6 * SECOND
    assert there.last_end("porch", NOON + SECOND) == NOON + SECOND
    assert there.last_end("porch", NOON - SECOND) is None
    assert there.edges() == (NOON, NOON + 6 * SECOND)
    assert there.next_start("nowhere", NOON - SECOND) is None


def test_whoever_was_followed_is_called_by_what_is_known(house: House) -> None:
    (one,) = house.recordings.followed("porch", NOON, NOON + SECOND)
    assert (one.track, one.name) == ("T1", "")


def test_a_preview_is_about_what_was_shown(house: House) -> None:
    image = house.recordings.preview("porch", NOON + 1.4 * SECOND, 160)
    assert image is not None
    assert image.shape == (90, 160, 3)
    assert numbered(image) == 10  # the key picture before it
    assert house.recordings.preview("porch", NOON + 60 * SECOND, 160) is None


def test_a_preview_of_a_file_that_is_gone_is_none(house: House) -> None:
    house.keeper.commit(
        Segment("S2", "porch", NOON + 90 * SECOND, NOON + 99 * SECOND, "footage/porch/x.mp4", 9)
    )
    assert house.recordings.preview("porch", NOON + 95 * SECOND, 160) is None
    house.keeper.erase("segment", ["S2"])


def test_footage_without_a_break_can_be_exported(house: House, tmp_path: Path) -> None:
    from omnisight_desktop.services.export.request import ExportRequest
    from tests.fakes.films import numbers

    request = ExportRequest(("porch",), NOON, NOON + 2 * SECOND)
    done = house.exports.export(request, tmp_path / "film.mp4")
    assert [source.id for source in done.films[0].sources] == ["S1"]
    assert numbers(done.films[0].file)[:3] == [0, 1, 2]
