"""Stories that were reviewed are remembered, left out where it is wanted, and go with their events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter
from tests.home import NOON, event, furnished

ALL, FRESH = EventFilter(), EventFilter(unreviewed=True)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            Person("Person_00000001", "Zoe"),
            Person("Person_00000002", "anna"),
            event("E1", 30, story="E1", zone="gate", track="T1"),
            event("E2", 29, story="E1", type="left"),
            event("E3", 20, label="car"),
        )
        yield house


def listed(house: House, wanted: EventFilter = ALL, *, grouped: bool = True) -> list[str]:
    return [story.first.id for story in house.review.page(wanted, grouped=grouped).stories]


def test_a_reviewed_story_says_so_and_can_be_left_out(house: House) -> None:
    house.review.mark(["E1"], on=True)
    assert house.review.page(EventFilter()).reviewed == {"E1"}
    assert listed(house) == ["E3", "E1"]
    assert listed(house, FRESH) == ["E3"]
    # Its events are reviewed with it.
    assert listed(house, FRESH, grouped=False) == ["E3"]
    assert house.review.page(EventFilter(), grouped=False).reviewed == {"E1"}


def test_what_was_reviewed_by_mistake_is_fresh_again(house: House) -> None:
    house.review.mark(["E1", "E3"], on=True)
    assert listed(house, FRESH) == []
    house.review.mark(["E3"], on=False)
    assert listed(house, FRESH) == ["E3"]


def test_words_and_labels_narrow_what_is_fresh_as_well(house: House) -> None:
    house.review.mark(["E1"], on=True)
    assert listed(house, EventFilter(labels=("person",), unreviewed=True)) == []
    assert listed(house, EventFilter(text="car", unreviewed=True)) == ["E3"]
    assert house.events.count(FRESH) == 1


def test_a_review_goes_with_its_story(house: House) -> None:
    house.review.mark(["E3"], on=True)
    house.keeper.erase("event", ["E3"])
    house.keeper.commit(event("E3", 20, label="car"))  # imported once more
    assert house.review.page(EventFilter()).reviewed == frozenset()


def test_pages_follow_each_other(house: House) -> None:
    first = house.review.page(EventFilter(), limit=1)
    assert first.next is not None
    second = house.review.page(EventFilter(), first.next, limit=1)
    assert [page.stories[0].first.id for page in (first, second)] == ["E3", "E1"]


def test_an_event_leads_to_its_story(house: House) -> None:
    story = house.review.story("E2")
    assert story.first.id == "E1"
    assert [one.id for one in story.events] == ["E1", "E2"]
    assert house.review.story("E3").events == (story_event(house, "E3"),)


def story_event(house: House, name: str) -> object:
    return house.events.get(name)


def test_portraits_are_where_they_were_kept(house: House) -> None:
    house.keeper.commit(TrackPicture("T1", "porch", NOON, "tracks/a.jpg", "tracks/b.jpg", 9))
    assert house.review.portraits(["T1", "T2"]) == {"T1": house.paths.media / "tracks/a.jpg"}


def test_there_is_to_choose_from_what_there_is(house: House) -> None:
    choices = house.review.choices()
    assert choices.cameras == (("porch", "Porch"),)
    assert [name for _, name in choices.people] == ["anna", "Zoe"]
    assert (choices.labels, choices.types) == (("car", "person"), ("appeared", "left"))
    assert choices.zones == ("gate",)
