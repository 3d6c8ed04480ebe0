"""The plan: what is past its time and why, and what stays because something protects it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.config.sections import Retention
from omnisight_desktop.storage.disk import Floor, Space
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.plan import Act, Line, Plan, Reason
from omnisight_desktop.storage.retention import Outdated
from omnisight_desktop.storage.shelves import Kind
from tests.storage.history import NOW, Past, days_ago

KB = 1e-6  # of a gigabyte


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    upgrade(tmp_path / "omnisight.db", tmp_path / "backups")
    made = Past.at(tmp_path)
    yield made
    made.database.close()


def planned(past: Past, there: Space | None = None, **limits: Any) -> Plan:
    return Outdated(past.database).plan(Retention(**limits), NOW, there)


def going(past: Past, plan: Plan) -> dict[str, list[str]]:
    """What goes, by kind; and the plan's own counts have to agree with it."""
    found: dict[str, list[str]] = {}
    sums: dict[tuple[Kind, Reason, Act], list[int]] = {}
    for item in Outdated(past.database).items(plan, size=2):
        found.setdefault(item.kind.value, []).append(item.id)
        one = sums.setdefault((item.kind, item.reason, item.act), [0, 0])
        one[0], one[1] = one[0] + 1, one[1] + item.size_bytes
    told = {(x.kind, x.reason, x.act): [x.count, x.size_bytes] for x in plan.lines}
    assert told == sums
    return found


def disk(free: int, total: int = 1000_000, percent: float = 10.0, gb: float = 0.0) -> Space:
    return Space(total, free, Floor(percent, gb))


def test_an_empty_house_has_nothing_to_give(past: Past) -> None:
    plan = planned(past)
    assert (plan.lines, plan.count, plan.size_bytes, plan.note) == ((), 0, 0, "")
    assert going(past, plan) == {}


def test_each_kind_goes_by_its_own_age(past: Past) -> None:
    for name, age in (("new", 29.9), ("old", 30.1), ("older", 90)):
        past.clip(name, age)
        past.picture(f"P{name}", age)
    for name, age in (("new", 364.9), ("old", 365.1)):
        past.event(f"E{name}", age)
        past.track(f"T{name}", age)
        past.said(f"S{name}", age)
        past.gap(age)
    past.track("Tback", 400, camera="back")
    plan = planned(past)
    assert going(past, plan) == {
        "clips": ["older", "old"],
        "pictures": ["Polder", "Pold"],
        "events": ["Eold"],
        "tracks": ["Tback", "Told"],
        "transcripts": ["Sold"],
        "gaps": [f"front {int(days_ago(365.1).timestamp() * 1000)}"],
    }
    clips = plan.lines[0]
    assert clips == Line(Kind.CLIPS, Reason.AGE, 2, 2000, days_ago(90), days_ago(30.1))


def test_what_lasted_into_the_year_stays(past: Past) -> None:
    past.event("parked", 366, end=days_ago(364))
    past.event("gone", 367, end=days_ago(365.5))
    past.track("T", 365.00001, lasts_s=60)
    past.gap(365.00001)
    assert going(past, planned(past)) == {"events": ["gone"]}


def test_a_protected_clip_holds_on_to_its_visit(past: Past) -> None:
    past.clip("kept", 400, protected=True)
    past.clip("loose", 400)
    past.event("E1", 400, clip="kept", track="T1", story="E1", person="Ada")
    past.event("E2", 400, track="T1", story="E1")  # they left
    past.event("E3", 400, track="T3", story="E1")  # who came with them
    past.event("E4", 400, track="T1")  # of the same track, before there were stories
    past.event("E5", 400, track="T5", clip="loose")
    for track in ("T1", "T3", "T5"):
        past.track(track, 400)
        past.picture(track, 400)
    past.person("Ada", 900, archived=True)
    past.person("Bob", 900, archived=True)
    assert going(past, planned(past)) == {
        "clips": ["loose"],
        "pictures": ["T5"],
        "events": ["E5"],
        "tracks": ["T5"],
        "people": ["Bob"],
    }


def test_a_path_stays_as_long_as_an_event_speaks_of_it(past: Past) -> None:
    past.track("T1", 366)
    past.event("late", 364, track="T1")
    past.track("T2", 366)
    past.event("early", 366, track="T2")
    assert going(past, planned(past)) == {"events": ["early"], "tracks": ["T2"]}


def test_pictures_go_with_their_events_where_those_go_first(past: Past) -> None:
    past.picture("T", 50)
    past.event("E", 50, track="T")
    assert going(past, planned(past, picture_days=300, event_days=40)) == {
        "pictures": ["T"],
        "events": ["E"],
    }


def test_people_are_archived_and_later_forgotten(past: Past) -> None:
    past.person("here", 179)
    past.person("away", 181)
    past.person("archived", 181, archived=True)
    past.person("lost", 731)
    past.person("gone", 731, archived=True)
    past.person("never seen", None)
    past.person("seen since", 400)
    past.event("E", 3, person="seen since")
    past.person("in a long memory", 900, archived=True)
    past.event("F", 900, person="in a long memory")
    plan = planned(past, event_days=2000)
    assert {(x.act, x.count) for x in plan.lines} == {(Act.ARCHIVE, 1), (Act.REMOVE, 2)}
    acts = {i.id: i.act for i in Outdated(past.database).items(plan)}
    assert acts == {"away": Act.ARCHIVE, "lost": Act.REMOVE, "gone": Act.REMOVE}


# --- early ------------------------------------------------------------------------------------


def test_too_much_footage_goes_from_its_oldest_end(past: Past) -> None:
    for number in range(6):
        past.clip(f"C{number}", 20 - number, 1000, protected=number == 1)
    past.picture("P", 5, 500)
    plan = planned(past, media_gb=4 * KB)  # 6500 bytes are there
    assert going(past, plan) == {"clips": ["C0", "C2", "C3"]}
    assert [x.reason for x in plan.lines] == [Reason.SIZE]
    assert (plan.short_bytes, plan.note) == (0, "")


def test_what_goes_by_age_counts_for_the_size(past: Past) -> None:
    past.clip("old", 40, 5000)
    past.clip("new", 1, 1000)
    plan = planned(past, media_gb=2 * KB)
    assert going(past, plan) == {"clips": ["old"]}
    assert [x.reason for x in plan.lines] == [Reason.AGE]


def test_pictures_go_early_only_after_all_clips(past: Past) -> None:
    past.clip("C", 1, 1000)
    past.clip("kept", 9, 1000, protected=True)
    past.event("E", 9, clip="kept", track="T0")
    for number in range(3):
        past.picture(f"T{number}", 10 - number, 400)
    assert going(past, planned(past, media_gb=1.9 * KB)) == {
        "clips": ["C"],
        "pictures": ["T1"],
    }
    plan = planned(past, media_gb=1 * KB)
    assert going(past, plan) == {"clips": ["C"], "pictures": ["T1", "T2"]}
    assert plan.short_bytes == 400
    assert "protected" in plan.note


def test_a_full_disk_takes_the_oldest_clips_and_no_more_than_it_needs(past: Past) -> None:
    for number in range(20):
        past.clip(f"C{number:02}", 20 - number, 1000)
    # A tenth of a million is to stay free, and a tenth of that for recording to go on.
    plan = planned(past, disk(free=107_500))
    assert going(past, plan) == {"clips": ["C00", "C01", "C02"]}
    assert {x.reason for x in plan.lines} == {Reason.DISK}
    assert plan.note == ""
    assert planned(past, disk(free=110_000)).count == 0


def test_a_full_disk_never_takes_everything_at_once_and_says_so(past: Past) -> None:
    for number in range(20):
        past.clip(f"C{number:02}", 20 - number, 1000)
    plan = planned(past, disk(free=50_000))
    assert len(going(past, plan)["clips"]) == 5
    assert plan.short_bytes == 55_000
    assert "quarter" in plan.note


@pytest.mark.parametrize(("percent", "gb"), [(0.0, 2000 * KB), (100.0, 0.0)])
def test_a_floor_beyond_the_disk_takes_nothing_and_is_said(
    past: Past, percent: float, gb: float
) -> None:
    past.clip("C", 1)
    plan = planned(past, disk(400_000, percent=percent, gb=gb))
    assert going(past, plan) == {}
    assert "nothing goes for that" in plan.note


def test_a_full_disk_without_a_clip_that_may_go_is_said(past: Past) -> None:
    past.clip("C", 1, protected=True)
    past.picture("P", 1)
    plan = planned(past, disk(free=50_000))
    assert plan.count == 0
    assert plan.short_bytes == 60_000
    assert "No clip is left" in plan.note


def test_size_and_disk_are_told_apart(past: Past) -> None:
    for number in range(20):
        past.clip(f"C{number:02}", 40 - number, 1000)
    plan = planned(past, disk(free=102_000), clip_days=38, media_gb=15 * KB)
    found = {x.reason: x.count for x in plan.lines}
    # Eight thousand are wanted for the disk; what goes anyway counts.
    assert found == {Reason.AGE: 2, Reason.SIZE: 3, Reason.DISK: 3}
    going(past, plan)


def test_a_plan_touches_nothing(past: Past) -> None:
    past.clip("C", 40)
    past.event("E", 400, clip="C")
    before = past.sql("SELECT * FROM event_clips"), past.sql("SELECT * FROM person_events")
    going(past, planned(past, media_gb=1 * KB))
    assert (
        past.sql("SELECT * FROM event_clips"),
        past.sql("SELECT * FROM person_events"),
    ) == before
    assert past.films() == {"C"}
