"""Rules and channels that speak of people go on to do so, whatever those are called."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.face import Sighting, Verdict
from omnisight_desktop.core.identity import STRANGERS, Person
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.notify.router import wants
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.trigger import Enter, Gestured, Sequence
from omnisight_desktop.services.house import House
from omnisight_desktop.services.whom import by_ids, ids_of, names_of
from tests.fakes.keyrings import MemoryKeyring, using
from tests.fakes.redaction import knowing_no_secret
from tests.home import NOON, furnished

ANNA, BERT = "Person_AAAAAAAA", "Person_BBBBBBBB"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with (
        using(MemoryKeyring()),
        knowing_no_secret(),
        furnished(tmp_path / "data") as house,
    ):
        house.keeper.commit(Camera("porch", "Porch", "rtsp://10.0.0.2/live"))
        house.keeper.commit(Person(ANNA, "Anna"), Person(BERT, None, visitor=1))
        yield house


def recognised(person: str) -> Event:
    return Event("E1", "porch", EventType.RECOGNISED, NOON, person=person, story="E0")


def told(house: House, person: str) -> bool:
    """Whether the channel is told that somebody was recognised."""
    name = house.people.names().get(person, "")
    return wants(house.channels.get("phone"), recognised(person), "Porch", name)


def test_people_are_held_by_id_and_shown_by_name(house: House) -> None:
    held = ids_of(house.people, ["anna", "Visitor 1", "Strangers", "Anna"])
    assert held == (ANNA, BERT, STRANGERS)
    assert names_of(house.people, held) == ["Anna", "Visitor 1", STRANGERS]
    with pytest.raises(NotFound, match="Nobody is called 'Ana'"):
        ids_of(house.people, ["Ana"])


def test_a_rulebook_speaks_of_ids_only(house: House) -> None:
    wave = Gestured("wave", "Anna")
    rules = (Rule("A", Enter(), people=("Anna",)), Rule("B", Sequence((Enter(), wave))))
    kept = by_ids(house.people, Rulebook("porch", rules=(*rules, Rule("C", wave))))
    assert kept.rules[0].people == (ANNA,)
    assert kept.rules[1].when == Sequence((Enter(), Gestured("wave", ANNA)))
    assert kept.rules[2].when == Gestured("wave", ANNA)
    with pytest.raises(NotFound, match="Ana"):
        by_ids(house.people, Rulebook("porch", rules=(Rule("A", Enter(), people=("Ana",)),)))


def test_another_name_silences_nothing(house: House) -> None:
    house.channels.add("phone", "json://127.0.0.1:9", people=["Anna"])  # as it was once kept
    house.rules.keep(Rulebook("porch", rules=(Rule("A", Gestured("wave", "anna")),)))
    house.people.rename("Anna", "Anna Berg")
    assert told(house, ANNA)
    assert house.rules.book("porch").rules[0].when == Gestured("wave", ANNA)


def test_who_is_one_with_another_is_told_of_as_them(house: House) -> None:
    house.channels.add("phone", "json://127.0.0.1:9", people=[BERT])
    house.rules.keep(Rulebook("porch", rules=(Rule("A", Enter(), people=(BERT, ANNA)),)))
    house.people.merge("Visitor 1", ["Anna"])
    assert told(house, ANNA)
    assert house.rules.book("porch").rules[0].people == (ANNA,)


def test_a_visitor_who_is_confirmed_to_be_somebody_is_told_of_as_them(house: House) -> None:
    house.channels.add("phone", "json://127.0.0.1:9", people=[BERT])
    end = NOON + timedelta(seconds=5)
    house.keeper.commit(Sighting("T1", "porch", NOON, end, Verdict.KNOWN, BERT, faces=2))
    house.people.confirm("T1", "Anna")
    assert told(house, ANNA)


def test_rules_about_people_are_tried_on_the_past(house: House) -> None:
    for number, person in enumerate((ANNA, BERT, None)):
        offsets = np.arange(40, dtype=np.int64) * 200
        boxes = np.tile(np.asarray([[0.4, 0.4, 0.5, 0.8]], np.float32), (40, 1))
        start = NOON + timedelta(minutes=number)
        house.keeper.commit(
            TrackPath(f"T{number}", "porch", "person", start, offsets, boxes, person)
        )
    for whom, track in ((ANNA, "T0"), (STRANGERS, "T1")):
        book = Rulebook("porch", rules=(Rule("A", Enter(), people=(whom,)),))
        outcome = house.rules.simulate(book, NOON, NOON + timedelta(hours=1), (16, 9))
        assert [hit.track for hit in outcome.hits] == [track]


def test_when_somebody_was_last_seen_is_known_over_all_cameras(house: House) -> None:
    end = NOON + timedelta(seconds=5)
    house.keeper.commit(Sighting("T1", "yard", NOON, end, Verdict.KNOWN, ANNA, faces=2))
    assert house.people.last_seen((ANNA,)) == end
    assert house.people.last_seen(("anna", BERT)) == end
    assert house.people.last_seen((STRANGERS,)) is None
    house.keeper.commit(Sighting("T2", "yard", end, end, Verdict.KNOWN, BERT, faces=2))
    assert house.people.last_seen((STRANGERS,)) == end
