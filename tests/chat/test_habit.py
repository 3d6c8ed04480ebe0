"""Whether something is usual is told by the days before, and not from too few of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.chat.answer import Status
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.services.house import House
from tests.home import NOON, event, furnished

DAY = 24 * 60


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            *(event(f"c{n}", n * DAY + 60, label="cat") for n in range(10)),
            event("d1", 2 * DAY, label="dog"),
        )
        yield house


def test_what_happens_on_most_days_is_usual(house: House) -> None:
    answer = Assistant(house, UTC).ask("is it usual that a cat comes?")
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("Usual: on 9 of 9 ")
    assert answer.value == {"days": 9, "of": 9}
    assert len(answer.events) == 9


def test_what_happened_once_is_unusual(house: House) -> None:
    answer = Assistant(house, UTC).ask("is it normal that a dog comes?")
    assert answer.text.startswith("Unusual: on 1 of 9 ")
    assert answer.events == ("d1",)


def test_of_too_few_days_nothing_is_told(house: House) -> None:
    answer = Assistant(house, UTC).ask("is it usual that a cat comes?", NOON - timedelta(days=8))
    assert answer.text.startswith("Not enough was stored to tell: on 1 of 1 ")
    assert answer.value == {"days": 1, "of": 1}


def test_a_named_stretch_is_compared_with_the_same_weekdays(tmp_path: Path) -> None:
    with furnished(tmp_path) as house:
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            event("old", 30 * DAY),
            *(event(f"c{n}", 7 * n * DAY + 60, label="cat") for n in range(4)),
            *(event(f"o{n}", n * DAY + 60, label="cat") for n in (1, 2, 3, 8, 9)),
        )
        asked = Assistant(house, UTC)
        answer = asked.ask("is it usual that a cat comes today?", NOON)
        assert answer.value == {"days": 3, "of": 4}  # Sundays, and no other day
        assert answer.events == ("c1", "c2", "c3")
        night = asked.ask("is it usual that a cat comes between 2 and 4?", NOON)
        assert isinstance(night.value, dict)
        assert night.value["days"] == 0
