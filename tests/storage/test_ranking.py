"""The best fit is found by its rare words, and what is common costs no more than its newest finds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from omnisight_desktop.core.event import Event
from omnisight_desktop.storage import ranking
from omnisight_desktop.storage.events import EventFilter
from tests.storage.store import NOON, Store, event


@pytest.fixture
def told(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A house in which red cars are common, and one ladder is not."""
    monkeypatch.setattr(ranking, "COMMON", 20)
    monkeypatch.setattr(ranking, "AMONG", 5)
    texts = {3: "a red ladder", 30: "a red red car", 31: "a red car", 37: "a car"}
    cameras = {3: "gate", 31: "gate"}
    store.fill(
        *(
            event(
                f"E{n:02}",
                after_s=n * 3600,
                label="person",
                text=texts.get(n, "red" if n % 2 else "car"),
                camera=cameras.get(n, "front"),
            )
            for n in range(80)
        ),
        event("N1", after_s=400_000, type="left", text="a red car to the left"),
        *(event(f"L{n:02}", after_s=n, label="person", text=None) for n in range(30)),
    )
    return store


def ids(events: list[Event]) -> list[str]:
    return [one.id for one in events]


def test_rare_words_are_found_among_all_and_common_ones_among_the_newest(told: Store) -> None:
    assert ids(told.events.best("ladder"))[0] == "E03"
    assert ids(told.events.best("red ladder"))[0] == "E03"
    both = ids(told.events.best("red car", but=("left",)))
    assert both[:2] == ["E30", "E31"]
    assert len(both) <= 2 + ranking.AMONG  # not all that hold one of them


def test_what_else_is_wanted_is_looked_for_and_not_left_over(told: Store) -> None:
    gate = EventFilter(cameras=("gate",))
    assert ids(told.events.best("red car", gate)) == ["E31", "E03"]
    early = EventFilter(until=NOON + timedelta(hours=5))
    assert ids(told.events.best("red ladder", early))[0] == "E03"
    assert "E03" in ids(told.events.best("red car", early))
    assert told.events.best("ladder", EventFilter(cameras=("front",))) == []


def test_a_label_is_no_text_and_what_the_house_noted_can_be_left_out(told: Store) -> None:
    assert told.events.best("person") == []
    assert "N1" in ids(told.events.best("red car"))
    assert "N1" not in ids(told.events.best("red car", but=("left",)))


def test_tracks_and_texts_are_named_where_they_are_few(told: Store) -> None:
    gate = EventFilter(cameras=("gate",))
    assert set(told.events.few(gate, 10) or ()) == {"E03", "E31"}
    assert told.events.few(EventFilter(), 10) is None
    assert told.events.few(gate, 10, tracks=True) is not None
