"""Files on their way out: set aside, given back, or gone; nothing else is touched."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from omnisight_desktop.storage import aside

DAY = "clips/front/2026-05-01"
CLIP = f"{DAY}/120000-C1.mp4"


@pytest.fixture
def media(tmp_path: Path) -> Path:
    (tmp_path / DAY).mkdir(parents=True)
    (tmp_path / CLIP).write_bytes(b"film")
    return tmp_path


def names(media: Path) -> list[str]:
    return [file.name for file in aside.files(media)]


def test_there_and_back(media: Path) -> None:
    assert aside.set_aside(media, CLIP)
    assert names(media) == ["120000-C1.mp4.going"]
    assert aside.is_aside(media, CLIP)
    assert aside.set_aside(media, CLIP)  # once more is no harm
    assert list(aside.left(media)) == [CLIP]
    aside.take_back(media, CLIP)
    assert names(media) == ["120000-C1.mp4"]
    assert not aside.is_aside(media, CLIP)


def test_what_was_set_aside_goes_and_nothing_else(media: Path) -> None:
    aside.discard(media, CLIP)
    assert names(media) == ["120000-C1.mp4"]
    aside.set_aside(media, CLIP)
    aside.discard(media, CLIP)
    assert names(media) == []


def test_a_file_that_came_meanwhile_is_not_written_over(media: Path) -> None:
    aside.set_aside(media, CLIP)
    (media / CLIP).write_bytes(b"another film")
    aside.take_back(media, CLIP)
    assert (media / CLIP).read_bytes() == b"another film"
    assert aside.settle(media, lambda _: True) == (0, 1)
    assert names(media) == ["120000-C1.mp4"]


def test_a_kill_is_settled_by_what_the_rows_say(media: Path) -> None:
    other = f"{DAY}/130000-C2.mp4"
    (media / other).write_bytes(b"film")
    for path in (CLIP, other):
        aside.set_aside(media, path)
    assert aside.settle(media, lambda path: path == CLIP) == (1, 1)
    assert names(media) == ["120000-C1.mp4"]
    assert aside.settle(media / "absent", lambda _: True) == (0, 0)


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../film.mp4", "clips/../../film.mp4"])
def test_only_what_lies_inside_is_ours(media: Path, path: str) -> None:
    assert not aside.inside(path)
    film = media.parent / "film.mp4"
    film.write_bytes(b"film")
    assert aside.set_aside(media, path)
    aside.discard(media, path)
    assert film.read_bytes() == b"film"
    assert names(media) == ["120000-C1.mp4"]


def test_a_disk_that_was_taken_out_is_told_from_a_file_that_is_gone(media: Path) -> None:
    (media / CLIP).unlink()
    assert aside.reachable(media, CLIP)
    assert aside.set_aside(media, CLIP)
    (media / DAY).rmdir()
    assert not aside.reachable(media, CLIP)  # an empty place may be where a disk belongs
    assert not aside.set_aside(media, CLIP)


def test_folders_of_past_days_go_when_they_are_empty(media: Path) -> None:
    now = datetime(2026, 5, 4, 12, tzinfo=UTC)
    today = "clips/front/2026-05-03/120000-C9.mp4"
    (media / today).parent.mkdir()
    aside.clear_empty(media, {CLIP, today}, now)
    assert (media / CLIP).exists()
    (media / CLIP).unlink()
    aside.clear_empty(media, {CLIP, today}, now)
    assert [f.name for f in (media / "clips/front").iterdir()] == ["2026-05-03"]


def test_links_lead_elsewhere_and_are_passed_by(media: Path, tmp_path: Path) -> None:
    (media / "link").symlink_to(media / "clips")
    (media / "film.going").symlink_to(media / CLIP)
    assert names(media) == ["120000-C1.mp4"]
    assert list(aside.left(media)) == []
