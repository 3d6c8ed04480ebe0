"""Cameras are told apart by where they are, and keep no password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.services.house import House
from tests.home import furnished


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        yield house


def test_the_same_address_is_the_same_camera(house: House) -> None:
    first = house.cameras.remember("rtsp://cam.local/axis")
    assert house.cameras.remember("rtsp://cam.local/axis") == first
    assert len(house.cameras.all()) == 1


def test_two_recordings_of_one_name_are_two_cameras(house: House) -> None:
    one = house.cameras.remember("/videos/monday/porch.mp4")
    two = house.cameras.remember("/videos/tuesday/porch.mp4")
    assert (one.name, two.name) == ("porch", "porch 2")
    assert one.id != two.id


@pytest.mark.parametrize(
    "address",
    [
        "rtsp://admin:hunter2@cam.local/axis",
        "RTSP://admin:hunter2@cam.local/axis",
        "rtsp://admin:hunter2/@cam.local/axis",
        "http://cam.local/axis?user=admin&pwd=hunter2",
    ],
)
def test_a_password_is_not_kept(house: House, address: str) -> None:
    camera = house.cameras.remember(address)
    assert camera.uri.endswith("://cam.local/axis")
    assert camera.name == "cam.local/axis"
    assert b"hunter2" not in house.paths.database.read_bytes()
    log = house.paths.database.with_name(house.paths.database.name + "-wal")
    assert b"hunter2" not in log.read_bytes()


def test_a_camera_that_an_import_named_gets_its_address_later(house: House) -> None:
    line = '{"id": "1", "camera": "Demo", "type": "appeared", "start": "2026-05-03T10:00:00Z"}'
    house.events.import_lines([line])
    assert house.cameras.remember("demo:").id == "demo"
    assert [c.uri for c in house.cameras.all()] == ["demo:"]


def test_a_camera_is_found_by_name_or_id_whatever_the_capitals(house: House) -> None:
    camera = house.cameras.remember("rtsp://cam.local/axis", "Front Door")
    assert house.cameras.find("FRONT door") == camera
    assert house.cameras.find("front-door") == camera
    assert house.cameras.find("back door") is None


def test_a_nameless_camera_is_refused(house: House) -> None:
    with pytest.raises(UsageError):
        house.cameras.remember("rtsp://cam.local/axis", "  ")
