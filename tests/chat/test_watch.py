"""Watch jobs: understood, shown, confirmed, and over in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.known import known_in
from omnisight_desktop.chat.toolbox import Around
from omnisight_desktop.chat.watch import Proposal, confirm, drop, proposal_from_json, watches
from omnisight_desktop.chat.wishes import wished
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.engine import Engine
from omnisight_desktop.rules.rule import Rulebook
from omnisight_desktop.rules.ruled import Ruled
from omnisight_desktop.rules.schedule import Hours
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
        ("tell me if a cat comes by 6 pm", datetime(2026, 5, 3, 18, tzinfo=UTC)),
        ("tell me when a cat comes today", datetime(2026, 5, 4, tzinfo=UTC)),
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
        ("tell me if nobody comes by 8", Status.REFUSED, "not for what does not"),
        ("let me know when the cat doesn't come back", Status.REFUSED, "not for what does not"),
        ("sag mir, wenn niemand kommt", Status.REFUSED, "was ausbleibt"),
        ("tell me when somebody comes but not Anna", Status.REFUSED, "without exceptions"),
        ("tell me when a car stays in the driveway", Status.REFUSED, "driveway; I have: "),
        ("tell me when a car comes to the carport", Status.CLARIFY, "'carport'"),
        ("tell me when a red car comes", Status.CLARIFY, "'red'"),
        ("tell me when a cat or a dog comes", Status.CLARIFY, "'or dog'"),
        ("tell me when 3 people come", Status.CLARIFY, "'3'"),
        ("tell Anna when somebody comes", Status.CLARIFY, "only you"),
        ("tell me when the parcel arrives", Status.CLARIFY, "for 'parcel'. I can watch for: car, "),
        ("tell me when a horse comes", Status.REFUSED, "A horse is not looked for"),
    ],
)
def test_what_cannot_be_watched_for_is_said(
    house: House, words: str, status: Status, said: str
) -> None:
    found = wished(words, around(house))
    assert isinstance(found, Answer)
    assert (found.status, said in found.text) == (status, True)


@pytest.mark.parametrize(
    "words",
    [
        "when did the cat come?",
        "tell me about today",
        "what happened",
        "tell me when the cat last came",
    ],
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


def test_hours_and_how_long_somebody_stays_are_kept_and_said(house: House) -> None:
    job = proposed(house, "tell me when a car stays on porch for more than 10 minutes tonight")
    assert job.rule.when == Loiter("", 600.0)
    assert job.rule.schedule.hours == (Hours(time(18), time(0)),)
    assert "when a car stays 10 minutes between 18:00 and 00:00" in job.words
    job = proposed(house, "tell me whenever somebody comes between 22:30 and 6 am")
    assert job.rule.schedule.hours == (Hours(time(22, 30), time(6)),)
    assert not job.rule.once


def test_once_is_once_on_all_cameras_after_weeks_and_after_a_restart(house: House) -> None:
    job = proposed(house, "tell me when somebody comes for the next 4 weeks")
    confirm(house, job)
    weeks = [NOON + timedelta(days=8 * n) for n in range(3)]
    porch = house.rules.book("porch")
    watching = {camera: ruled(house, camera) for camera in ("porch", "yard")}
    told = [
        event.text
        for begin in weeks
        for camera, rules in watching.items()
        for event in seen(rules, camera, begin)
    ]
    assert told == ["When a person comes: entered the picture"]
    assert seen(ruled(house, "yard"), "yard", weeks[1]) == []
    assert watches(house, NOON) == []
    assert hits(porch, NOON, weeks) == [job.rule.id]  # one engine by itself tells once, too


def ruled(house: House, camera: str) -> Ruled:
    """The rules of a camera, as the running program has them at work."""
    return Ruled(house.rules.newest_of(camera), UTC, spend=house.rules.spend)


def seen(rules: Ruled, camera: str, begin: datetime) -> list[Event]:
    """What they note when somebody is seen for a few seconds."""
    events: list[Event] = []
    for second in range(5):
        at = begin + timedelta(seconds=second)
        box = (100.0, 100.0, 200.0, 300.0)
        who = Track(f"{camera} {begin}", "person", box, 0.9, TrackState.ACTIVE, at, at)
        events += rules.judge((who,), at, (640.0, 360.0))
    return events


def test_it_tells_once_and_not_after_its_end(house: House) -> None:
    job = proposed(house, "tell me when somebody comes on porch in the next 2 hours")
    confirm(house, job)
    book = house.rules.book("porch")
    assert hits(book, NOON, [NOON]) == [job.rule.id]
    assert hits(book, NOON, [NOON + timedelta(hours=2)]) == []


def hits(book: Rulebook, begin: datetime, times: list[datetime]) -> list[str]:
    """What the rules note when two people come at each of these times, one after the other."""
    engine = Engine(book)
    engine.judge((), begin, (640.0, 360.0))
    found = []
    for start in times:
        for second in range(40):
            at = start + timedelta(seconds=second / 2)
            box = (100.0, 100.0, 200.0, 300.0)
            name = f"T{start} {second // 20}"
            tracks = (Track(name, "person", box, 0.9, TrackState.ACTIVE, at, at),)
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
