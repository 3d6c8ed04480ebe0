"""Pictures of tracks: rows and files that lost each other are brought together again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.storage.footage import FOUND
from omnisight_desktop.storage.migrate import upgrade
from tests.storage.history import Past, days_ago


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    upgrade(tmp_path / "omnisight.db", tmp_path / "backups")
    made = Past.at(tmp_path)
    made.picture("T1", 3)
    made.picture("T2", 3, camera="back")
    assert made.wrong() == {}
    yield made
    made.database.close()


def pictures(past: Past) -> Check:
    return past.check(repair=True)["pictures of tracks"]


def loose(past: Past) -> Check:
    return past.check(repair=True)["pictures without a track"]


def files(past: Past, *parts: str) -> list[str]:
    return sorted(f.name for f in past.media.joinpath(*parts).rglob("*.jpg"))


def test_a_row_whose_files_are_gone_is_unlisted(past: Past) -> None:
    for file in (past.media / "tracks" / "front").rglob("*.jpg"):
        file.unlink()
    assert "1 tracks are gone" in past.wrong()["pictures of tracks"]
    assert "mended" in pictures(past).reason
    assert past.names("track_pictures", "track_id") == {"T2"}
    assert past.wrong() == {}


def test_of_half_a_pair_the_rest_is_put_by(past: Past) -> None:
    next((past.media / "tracks" / "front").rglob("T1-scene.jpg")).unlink()
    assert set(past.wrong()) == {"pictures of tracks"}
    pictures(past)
    assert past.names("track_pictures", "track_id") == {"T2"}
    assert files(past, FOUND) == ["T1.jpg"]
    assert past.wrong() == {}


def test_a_disk_that_is_not_there_unlists_nothing(past: Past) -> None:
    shutil.rmtree(past.media / "tracks")
    found = pictures(past)
    assert found.state is Health.FAILED
    assert "disk" in found.fix
    assert past.names("track_pictures", "track_id") == {"T1", "T2"}


def test_a_pair_that_nobody_knows_is_listed_again(past: Past) -> None:
    past.event("E", 3, track="T1")
    before = past.sql("SELECT * FROM track_pictures WHERE track_id = 'T1'")
    past.sql("DELETE FROM track_pictures WHERE track_id = 'T1'")
    assert set(past.wrong()) == {"pictures without a track"}
    assert "2 are listed again, 0 were put by" in loose(past).reason
    assert past.sql("SELECT * FROM track_pictures WHERE track_id = 'T1'") == before
    assert past.wrong() == {}


def test_when_it_was_is_told_by_the_path_or_else_by_the_name(past: Past) -> None:
    past.track("T1", 3.1)
    past.sql("DELETE FROM track_pictures")
    loose(past)
    midnight = days_ago(3).replace(hour=0)
    assert past.sql("SELECT track_id, at_ms FROM track_pictures ORDER BY 1") == [
        ("T1", to_ms(days_ago(3.1))),
        ("T2", to_ms(midnight)),
    ]


@pytest.mark.parametrize(
    "names",
    [
        ["tracks/front/2026-05-01/T9.jpg"],
        ["tracks/front/2026-05-01/T9-scene.jpg"],
        ["tracks/front/2026-05-33/T9.jpg", "tracks/front/2026-05-33/T9-scene.jpg"],
        ["tracks/roof/2026-05-01/T9.jpg", "tracks/roof/2026-05-01/T9-scene.jpg"],
        ["tracks/front/2026-05-01/T1.jpg", "tracks/front/2026-05-01/T1-scene.jpg"],
        ["tracks/holiday.jpg"],
    ],
)
def test_pictures_that_say_nothing_of_themselves_are_put_by(past: Past, names: list[str]) -> None:
    for name in names:
        past.write(name, 9)
    assert set(past.wrong()) == {"pictures without a track"}
    assert f"{len(names)} were put by" in loose(past).reason
    assert files(past, FOUND) == sorted(Path(name).name for name in names)
    assert past.names("track_pictures", "track_id") == {"T1", "T2"}
    assert past.wrong() == {}


def test_a_picture_that_was_never_finished_is_put_by(past: Past) -> None:
    past.write("tracks/front/2026-05-01/T9.jpg.part", 9)
    assert set(past.wrong()) == {"unfinished footage"}
    past.check(repair=True)
    assert past.wrong() == {}
    assert [f.name for f in (past.media / FOUND).rglob("*.part")] == ["T9.jpg.part"]


def test_a_row_that_points_outside_gets_its_own_files_again(past: Past) -> None:
    secret = past.root / "secret.jpg"
    secret.write_bytes(b"secret")
    past.sql("UPDATE track_pictures SET crop = '../secret.jpg' WHERE track_id = 'T2'")
    assert "pictures of tracks" in past.wrong()
    past.check(repair=True)
    assert secret.read_bytes() == b"secret"
    ((crop,),) = past.sql("SELECT crop FROM track_pictures WHERE track_id = 'T2'")
    assert crop.startswith("tracks/back/")
    assert past.wrong() == {}
