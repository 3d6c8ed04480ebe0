"""Watch jobs: understood, shown, confirmed, and over in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.known import known_in
from omnisight_desktop.chat.toolbox import Around
from omnisight_desktop.chat.watch import Proposal, confirm, drop, proposal_from_json, watches
from omnisight_desktop.chat.wishes import wished
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.engine import Engine
from omnisight_desktop.rules.trigger import Enter, Leave, Loiter
from omnisight_desktop.services.house import House
from tests.chat.stage import home
from tests.home import NOON


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with home(tmp_path) as house:
        yield house


def around(house: House) -> Around:
    return Around(house, known_in(house), NOON, UTC)


def proposed(house: House, words: str) -> Proposal:
    found = wished(words, around(house))
    assert isinstance(found, Proposal), found
    return found


@pytest.mark.parametrize(
    ("words", "label", "when", "cameras"),
    [
        ("Tell me when the cat comes back", "cat", Enter, ("porch", "yard")),
        ("let me know if somebody is on Porch", "person", Enter, ("porch",)),
        ("please notify me when a car leaves the yard", "car", Leave, ("yard",)),
        ("alert me when a person stays on porch", "person", Loiter, ("porch",)),
        ("Sag mir Bescheid, wenn jemand im Yard kommt", "person", Enter, ("yard",)),
        ("Melde dich, sobald die Katze auf Porch ist", "cat", Enter, ("porch",)),
    ],
)
def test_a_wish_becomes_a_rule_in_words(
    house: House, words: str, label: str, when: type[object], cameras: tuple[str, ...]
) -> None:
    job = proposed(house, words)
    assert job.rule.labels == (label,)
    assert isinstance(job.rule.when, when)
    assert job.cameras == cameras
    assert job.rule.until == NOON + timedelta(days=7)
    assert "2026-05-10 12:00" in job.words
    assert proposal_from_json(job.to_json()) == job


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("tell me when a cat comes until tonight", datetime(2026, 5, 4, tzinfo=UTC)),
        ("tell me when a cat comes until 18:30", datetime(2026, 5, 3, 18, 30, tzinfo=UTC)),
        ("tell me when a cat comes until friday", datetime(2026, 5, 9, tzinfo=UTC)),
        ("tell me when a cat comes in the next two days", NOON + timedelta(days=2)),
        ("sag mir wenn eine Katze kommt bis morgen", datetime(2026, 5, 5, tzinfo=UTC)),
    ],
)
def test_it_ends_when_it_is_told_to(house: House, words: str, end: datetime) -> None:
    assert proposed(house, words).rule.until == end


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("tell me when Anna comes", Status.REFUSED, "not for people by name"),
        ("tell me when the frobnicator comes", Status.CLARIFY, "person"),
        ("tell me when a cat comes until whenever", Status.CLARIFY, "until when"),
    ],
)
def test_what_cannot_be_watched_for_is_said(
    house: House, words: str, status: Status, said: str
) -> None:
    found = wished(words, around(house))
    assert isinstance(found, Answer)
    assert (found.status, said in found.text) == (status, True)


@pytest.mark.parametrize(
    "words", ["when did the cat come?", "tell me about today", "what happened"]
)
def test_a_question_is_no_wish(house: House, words: str) -> None:
    assert wished(words, around(house)) is None


def test_only_a_yes_puts_it_in_force_and_it_ends_by_itself(house: House) -> None:
    job = proposed(house, "tell me when somebody comes on porch in the next 2 hours")
    assert watches(house, NOON) == []
    assert confirm(house, job) == ("Porch",)
    assert confirm(house, job) == ("Porch",)
    ((camera, rule),) = watches(house, NOON)
    assert (camera, rule) == ("porch", job.rule)
    assert watches(house, NOON + timedelta(hours=2)) == []
    assert house.rules.book("porch").rules == ()


def test_it_tells_once_and_not_after_its_end(house: House) -> None:
    job = proposed(house, "tell me when somebody comes on porch in the next 2 hours")
    confirm(house, job)
    assert hits(house, NOON) == [job.rule.id]
    assert hits(house, NOON + timedelta(hours=2)) == []


def hits(house: House, begin: datetime) -> list[str]:
    """What the rules of the porch note when two people come, one after the other."""
    engine = Engine(house.rules.book("porch"))
    found = []
    for second in range(40):
        at = begin + timedelta(seconds=second / 2)
        box = (100.0, 100.0, 200.0, 300.0)
        tracks = (Track(f"T{second // 20}", "person", box, 0.9, TrackState.ACTIVE, at, at),)
        found += [hit.rule for hit in engine.judge(tracks, at, (640.0, 360.0))]
    return found


def test_one_that_is_wanted_no_more_is_dropped(house: House) -> None:
    job = proposed(house, "tell me when a car comes")
    confirm(house, job)
    assert len(watches(house, NOON)) == 2
    drop(house, job.id, NOON)
    assert watches(house, NOON) == []


def test_an_end_beyond_all_years_is_not_understood(house: House) -> None:
    found = wished(f"tell me when somebody comes for the next {'9' * 14} days", around(house))
    assert isinstance(found, Answer)
    assert found.status is Status.CLARIFY


@pytest.mark.parametrize(("said", "hour"), [("12 am", 0), ("12 pm", 12), ("1 am", 1), ("1 pm", 13)])
def test_the_hour_of_an_end_is_that_of_its_half_of_the_day(
    house: House, said: str, hour: int
) -> None:
    end = proposed(house, f"tell me when somebody comes until {said}").rule.until
    assert end is not None
    assert end.hour == hour
