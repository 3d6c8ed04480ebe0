"""Whether something is usual is told by the days before, and not from too few of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from omnisight_desktop.chat.answer import Status
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.services.house import House
from tests.home import event, furnished

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
