"""A visit is told as one story, whatever happened during it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter
from tests.home import NOON, event, furnished


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            Person("Person_A47B8C12", "Anna"),
            event("a1", 50, story="a1", track="T1"),
            event("a2", 50, story="a1", track="T2", person="Person_A47B8C12"),
            event("a3", 48, story="a1", track="T1", type="left", clip="C1"),
            event("b1", 40, story="b1", track="T3", label="car", end=None),
            event("b2", 39, story="b1", track="T3", label="car", type="stationary", end=None),
            event("i1", 30),  # imported: it knows of no story
        )
        yield house


def test_stories_come_newest_first_with_all_their_events(house: House) -> None:
    told = house.events.stories(EventFilter()).stories
    assert [story.first.id for story in told] == ["i1", "b1", "a1"]
    assert [[e.id for e in story.events] for story in told] == [
        ["i1"],
        ["b1", "b2"],
        ["a1", "a2", "a3"],
    ]
    alone, car, visit = told
    assert (alone.seen, car.seen, visit.seen) == (1, 1, 2)
    assert car.end is None
    assert visit.end == NOON - timedelta(minutes=48) + timedelta(seconds=30)
    assert (visit.clip, visit.person) == ("C1", "Person_A47B8C12")


def test_stories_come_page_by_page_and_can_be_narrowed(house: House) -> None:
    first = house.events.stories(EventFilter(), limit=2)
    rest = house.events.stories(EventFilter(), cursor=first.next, limit=2)
    assert [s.first.id for s in (*first.stories, *rest.stories)] == ["i1", "b1", "a1"]
    assert rest.next is None
    cars = house.events.stories(EventFilter(labels=("car",))).stories
    assert [s.first.id for s in cars] == ["b1"]


def test_visits_are_counted_apart_from_events(house: House) -> None:
    assert house.events.count(EventFilter()) == 6
    assert house.events.count(EventFilter(leading=True)) == 3
    people = EventFilter(labels=("person",), since=NOON - timedelta(hours=1), leading=True)
    assert house.events.count(people) == 2
    oldest = house.events.first(EventFilter(leading=True, types=("appeared",)))
    assert oldest is not None
    assert oldest.id == "a1"
    assert house.events.types() == {"appeared", "left", "stationary"}


def test_a_killed_program_leaves_nothing_open(house: House) -> None:
    path = TrackPath("T9", "porch", "car", NOON, np.zeros(1, np.int64), np.ones((1, 4), np.float32))
    house.keeper.commit(
        path,
        event(
            "k1", 20, track="T9", story="k1", end=None
        ),  # its path is there: it only lacks its end
        event("k2", 20, type="loud", story="k2", end=None),
        event("k3", 20, type="camera_down", story="k3", end=None),
        event("k4", 20, type="loud", end=None),  # imported
        event("k5", 20, type="baked", story="k5", end=None),
    )
    assert house.events.close_unfinished() == 4
    closed = {name: house.events.get(name).end for name in ("b1", "b2", "k2", "k3")}
    assert closed["b1"] == NOON - timedelta(minutes=39)  # it still stood there then
    assert None not in closed.values()
    assert {name for name in ("k1", "k4", "k5") if house.events.get(name).end is None} == {
        "k1",
        "k4",
        "k5",
    }
