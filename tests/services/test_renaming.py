"""Whoever is told of a camera goes on being told when it is called otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.config.load import load
from omnisight_desktop.core.event import Event
from omnisight_desktop.notify.router import wants
from omnisight_desktop.services.house import House
from omnisight_desktop.services.settings import Preferences
from tests.fakes.keyrings import NoKeyring, using
from tests.fakes.redaction import knowing_no_secret
from tests.home import NOON, furnished


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with using(NoKeyring()), knowing_no_secret(), furnished(tmp_path) as house:
        yield house


def test_a_channel_is_told_of_a_camera_that_was_renamed(house: House) -> None:
    camera = house.cameras.add("demo:", "Front door").camera
    house.channels.add("phone", "ntfys://secret-topic-7f3a", cameras=["front DOOR", "Yard"])
    event = Event("1", camera.id, "appeared", NOON, label="person")
    assert wants(house.channels.get("phone"), event, camera.name)
    renamed = house.cameras.change(camera, name="Main door").camera
    rule = house.channels.get("phone")
    assert rule.cameras == ("Main door", "Yard")
    assert wants(rule, event, renamed.name)
    house.cameras.change(renamed, name="Front door")
    assert house.channels.get("phone").cameras == ("Front door", "Yard")


def test_a_camera_by_its_id_and_whoever_is_told_of_all_stay(house: House) -> None:
    camera = house.cameras.add("demo:", "Front door").camera
    house.channels.add("phone", "ntfys://secret-topic-7f3a", cameras=["front-door"])
    house.channels.add("mail", "ntfys://secret-topic-8f3a")
    house.cameras.change(camera, name="Main door")
    assert [rule.cameras for rule in house.channels.all()] == [("front-door",), ()]


def test_the_leave_to_send_its_pictures_goes_along_and_stays_behind_with_nobody(
    house: House,
) -> None:
    camera = house.cameras.add("demo:", "Front door").camera
    Preferences(house.paths).set("privacy.pictures_of", ["Front door"])
    house.cameras.change(camera, name="Main door")
    assert load(house.paths).privacy.pictures_of == ("Main door",)
