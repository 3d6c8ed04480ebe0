"""What came lately is summed up over clips, pictures and footage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.segment import Segment, Tier
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.growth import Grown, Growth
from tests.home import NOON, furnished

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        yield house


@pytest.fixture
def growth(house: House) -> Iterator[Growth]:
    database = Database.open(house.paths.database)
    yield Growth(database)
    database.close()


def test_where_nothing_came_nothing_is_told(growth: Growth) -> None:
    assert growth.since(NOON - HOUR) is None


def test_everything_that_lies_on_the_disk_counts(house: House, growth: Growth) -> None:
    def piece(name: str, tier: Tier) -> Segment:
        return Segment(name, "porch", NOON - HOUR, NOON, f"{name}.mp4", 1000, tier=tier)

    house.keeper.commit(
        Clip("C1", "porch", "c1.mp4", NOON - 2 * HOUR, NOON, 10),
        Clip("C0", "porch", "c0.mp4", NOON - 50 * HOUR, NOON, 7),
        TrackPicture("T1", "porch", NOON - MINUTE, "a.jpg", "b.jpg", 100),
        piece("S1", Tier.FAST),
        piece("S2", Tier.SLOW),
    )
    assert growth.since(NOON - 3 * HOUR) == Grown(1110, NOON - 2 * HOUR)
