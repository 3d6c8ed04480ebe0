"""Recording by hand: one event a camera, filmed from a little before the word until the word."""

from __future__ import annotations

from datetime import timedelta

import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.pipeline.plan import BY_HAND, ClipLengths, ClipPlan
from omnisight_desktop.services.by_hand import ByHand
from tests.home import NOON


class Told:
    """What was told, and whether somebody took it."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.takes = True

    def tell(self, event: Event) -> bool:
        self.events.append(event)
        return self.takes


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOON)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def by_hand(told: Told, clock: ManualClock) -> ByHand:
    return ByHand(told.tell, clock)


def test_it_begins_and_ends_at_a_word(by_hand: ByHand, told: Told, clock: ManualClock) -> None:
    assert by_hand.begin("porch")
    assert by_hand.begin("porch")  # it is on already
    assert by_hand.since("porch") == NOON
    clock.advance(20)
    assert by_hand.end("porch") == told.events[0].id
    begun, ended = told.events
    assert (begun.type, begun.end, begun.story) == (EventType.RECORDED, None, begun.id)
    assert (ended.id, ended.end) == (begun.id, NOON + timedelta(seconds=20))
    assert by_hand.since("porch") is None
    assert by_hand.end("porch") is None


def test_where_nothing_is_seen_nothing_is_begun(by_hand: ByHand, told: Told) -> None:
    told.takes = False
    assert not by_hand.begin("porch")
    assert by_hand.since("porch") is None


def test_one_that_was_forgotten_comes_to_an_end(
    by_hand: ByHand, told: Told, clock: ManualClock
) -> None:
    by_hand.begin("porch")
    by_hand.begin("yard")
    clock.advance(BY_HAND.total_seconds() - 1)
    by_hand.look()
    assert len(told.events) == 2
    clock.advance(1)
    by_hand.look()
    assert {event.camera for event in told.events[2:]} == {"porch", "yard"}


def test_its_clip_is_longer_than_that_of_an_event() -> None:
    lengths = ClipLengths(longest_s=60)
    seen = Event("e1", "porch", "appeared", NOON)
    plan = ClipPlan(seen, lengths, NOON)
    assert plan.until(None) < NOON + timedelta(minutes=2)
    wanted = Event("e2", "porch", EventType.RECORDED, NOON + timedelta(seconds=5))
    plan.join(wanted)
    assert plan.until(None) == NOON + timedelta(seconds=5) + BY_HAND
