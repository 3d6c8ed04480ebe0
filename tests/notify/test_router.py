"""Who is told of what, and when they are left in peace."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from omnisight_desktop.config.telling import Channel
from omnisight_desktop.core.event import Event
from omnisight_desktop.notify.router import (
    Told,
    Verdict,
    is_quiet,
    judge,
    quiet_end,
    topic_of,
    wants,
)

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def channel(**told: Any) -> Channel:
    return Channel.model_validate({"name": "phone", "address": "env:PHONE", **told})


def event(**told: Any) -> Event:
    return Event(
        **{
            "id": "E1",
            "camera": "front",
            "type": "appeared",
            "start": NOON,
            "label": "person",
            "story": "E1",
            **told,
        }  # fmt: skip
    )


@pytest.mark.parametrize(
    ("asked", "seen", "wanted"),
    [
        ({}, {}, True),
        ({}, {"story": None, "type": "delivery"}, True),  # imported
        ({}, {"id": "E2"}, False),  # it follows
        ({}, {"type": "camera_down"}, True),
        ({}, {"type": "camera_up"}, False),
        ({"kinds": ["person"]}, {}, True),
        ({"kinds": ["Person"]}, {"id": "E2"}, True),  # who joins the story of another
        ({"kinds": ["car"]}, {}, False),
        ({"kinds": ["person"]}, {"type": "left"}, False),
        ({"kinds": ["left"]}, {"type": "left"}, True),
        ({"kinds": ["stationary", "loud"]}, {"type": "stationary", "id": "E2"}, True),
        ({"cameras": ["FRONT"]}, {}, True),
        ({"cameras": ["Front door"]}, {}, True),
        ({"cameras": ["back"]}, {}, False),
        ({"cameras": ["back", "front"], "kinds": ["dog"]}, {}, False),
    ],
)
def test_a_channel_is_told_of_what_it_asked_for(
    asked: dict[str, Any], seen: dict[str, Any], wanted: bool
) -> None:
    assert wants(channel(**asked), event(**seen), "Front door") is wanted


@pytest.mark.parametrize(
    ("people", "seen", "wanted"),
    [
        (["Anna"], {"type": "recognised", "person": "P1", "id": "E2"}, True),
        (["p1"], {"type": "recognised", "person": "P1"}, True),
        (["Bert"], {"type": "recognised", "person": "P1"}, False),
        (["Anna"], {"person": "P1"}, False),  # the same visit, and not the event that names her
        (["strangers"], {"type": "newcomer", "person": "P9"}, True),
        (["strangers"], {"type": "recognised", "person": "P1"}, False),
        (["Anna"], {"type": "newcomer", "person": "P9"}, False),
    ],
)
def test_a_channel_is_told_of_the_people_it_asked_for(
    people: list[str], seen: dict[str, Any], wanted: bool
) -> None:
    name = "Anna" if seen["person"] == "P1" else ""
    assert wants(channel(people=people), event(**seen), "Front door", name) is wanted


def test_two_people_who_are_recognised_at_once_are_two_messages() -> None:
    one, other = (event(type="recognised", person=who) for who in ("P1", "P2"))
    assert topic_of(one) != topic_of(other)
    assert topic_of(event(person="P1")) == topic_of(event(person="P2"))


NIGHT = {"quiet_from": "22:00", "quiet_until": "07:00"}


@pytest.mark.parametrize(
    ("here", "quiet", "ends"),
    [
        ("2026-05-03T21:59:59", False, None),
        ("2026-05-03T22:00:00", True, "2026-05-04T07:00:00"),
        ("2026-05-04T00:00:00", True, "2026-05-04T07:00:00"),
        ("2026-05-04T06:59:59", True, "2026-05-04T07:00:00"),
        ("2026-05-04T07:00:00", False, None),
        ("2026-03-28T23:00:00", True, "2026-03-29T07:00:00"),  # the clocks go forward that night
        ("2026-10-24T23:00:00", True, "2026-10-25T07:00:00"),  # and back
    ],
)
def test_quiet_hours_go_over_midnight_in_local_time(
    here: str, quiet: bool, ends: str | None
) -> None:
    moment = datetime.fromisoformat(here).replace(tzinfo=BERLIN).astimezone(UTC)
    assert is_quiet(channel(**NIGHT), moment, BERLIN) is quiet
    end = quiet_end(channel(**NIGHT), moment, BERLIN)
    expected = datetime.fromisoformat(ends).replace(tzinfo=BERLIN) if ends else moment
    assert end == expected.astimezone(UTC)
    assert not is_quiet(channel(**NIGHT), end, BERLIN)


def test_quiet_hours_within_a_day() -> None:
    rest = channel(quiet_from="13:00", quiet_until="15:00")
    quiet = [hour for hour in range(24) if is_quiet(rest, NOON.replace(hour=hour), UTC)]
    assert quiet == [13, 14]
    assert quiet_end(rest, NOON.replace(hour=14, minute=30), UTC) == NOON.replace(hour=15)


def test_the_same_thing_is_not_told_again_at_once() -> None:
    calm = channel(cool_down_s=60)
    told = [Told(topic_of(event()), NOON)]
    soon, later = NOON + timedelta(seconds=59), NOON + timedelta(seconds=60)
    assert judge(calm, event(start=soon), soon, told, UTC) is Verdict.COOLING
    assert judge(calm, event(start=later), later, told, UTC) is Verdict.TELL
    for other in ({"label": "car"}, {"camera": "back"}, {"type": "loud"}):
        assert judge(calm, event(start=soon, **other), soon, told, UTC) is Verdict.TELL


def test_a_clock_that_is_set_back_silences_nobody() -> None:
    told = [Told(topic_of(event()), NOON + timedelta(hours=h)) for h in (2, 3)]
    few = channel(cool_down_s=60, most_per_hour=1)
    assert judge(few, event(), NOON, told, UTC) is Verdict.TELL


def test_an_hour_has_a_limit() -> None:
    few = channel(cool_down_s=0, most_per_hour=3)
    told = [Told("x", NOON + timedelta(minutes=m)) for m in (0, 10, 20)]
    now = NOON + timedelta(minutes=59)
    assert judge(few, event(), now, told, UTC) is Verdict.ENOUGH
    assert judge(few, event(), NOON + timedelta(minutes=60), told, UTC) is Verdict.TELL


def test_what_happened_in_quiet_hours_is_no_news_in_the_morning() -> None:
    night, morning = NOON.replace(hour=3), NOON.replace(hour=8)
    assert judge(channel(**NIGHT), event(start=night), morning, [], UTC) is Verdict.QUIET
    assert judge(channel(**NIGHT), event(start=morning), morning, [], UTC) is Verdict.TELL


@pytest.mark.parametrize(
    "wrong",
    [
        {"quiet_from": "22:00"},
        {"quiet_from": "22:00", "quiet_until": "22:00"},
        {"quiet_from": "24:00", "quiet_until": "07:00"},
        {"address": "tgram://123:secret/1"},  # the address itself has no place here
        {"address": ""},
        {"name": "two words"},
        {"most_per_hour": 0},
        {"nobody": 1},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        channel(**wrong)
