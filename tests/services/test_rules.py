"""Rulebooks lie in files that people may edit; what is wrong in one is said and harms nobody."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.counting import LineCount
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.event import Event, Gap
from omnisight_desktop.core.identity import Person
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.hit import Counted
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.trigger import Enter, Gestured, Sequence
from omnisight_desktop.services.house import House
from omnisight_desktop.services.rules import Rules, read_book
from omnisight_desktop.storage.counts import CountArchive
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.shelves import Kind
from omnisight_desktop.storage.tracks import TrackArchive
from tests.home import furnished
from tests.rules.test_simulate import BOOK as WEEK
from tests.rules.test_simulate import random_week
from tests.rules.walkers import NOON, SIZE, live, path, walk

ZONE = Zone("Rasen – vorn", ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)))
BOOK = Rulebook("yard", (ZONE,), (), (Rule("enter", Enter(ZONE.name)),))


@pytest.fixture
def rules(tmp_path: Path) -> Iterator[Rules]:
    upgrade(tmp_path / "omnisight.db", tmp_path / "backups")
    database = Database.open(tmp_path / "omnisight.db")
    yield Rules(tmp_path / "rules", TrackArchive(database), CountArchive(database))
    database.close()


def test_what_was_kept_is_read_again(rules: Rules) -> None:
    assert rules.book("yard") == Rulebook("yard")
    rules.keep(BOOK)
    assert rules.book("yard") == BOOK
    assert rules.drop("yard")
    assert not rules.drop("yard")
    assert rules.book("yard") == Rulebook("yard")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"rules": [', "no JSON"),
        ("[1]", "holds no rulebook"),
        ('{"rules": [{"id": 3}]}', "'id'"),
        ("[" * 200_000, "no JSON"),
        (" " * 1_000_001, "too large"),
    ],
)
def test_what_is_no_rulebook_is_refused_in_words(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "yard.json"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=said):
        read_book(file, "yard")


def test_a_change_is_noticed_and_a_broken_one_leaves_the_last_in_force(rules: Rules) -> None:
    newest = rules.newest_of("yard")
    assert next(newest) == Rulebook("yard")
    assert next(newest) is None
    rules.keep(BOOK)
    assert next(newest) == BOOK
    assert next(newest) is None
    rules.file_of("yard").write_text("{", "utf-8")
    assert next(newest) is None
    rules.keep(BOOK)
    os.utime(rules.file_of("yard"), ns=(1, 1))
    assert next(newest) == BOOK
    rules.drop("yard")
    assert next(newest) == Rulebook("yard")


def test_counts_are_summed_whoever_counted_and_go_with_the_events(tmp_path: Path) -> None:
    def count(name: str, hours: int, inward: int, outward: int, rule: str = "pass") -> LineCount:
        hour = NOON + timedelta(hours=hours)
        return LineCount(name, "yard", rule, "Fence", hour, inward, outward)

    with furnished(tmp_path) as house:
        house.keeper.commit(count("N1", 0, 1, 2), count("N2", 0, 4, 0), count("N3", 1, 1, 0))
        house.keeper.commit(count("N1", 0, 3, 2), count("N4", 1, 7, 7, "other"))  # it has grown
        house.keeper.commit(LineCount("N5", "porch", "pass", "Fence", NOON, 9, 9))
        hours = house.rules.counted("yard", NOON, NOON + timedelta(hours=2))
        assert [(one.hour, one.rule, one.inward, one.outward) for one in hours] == [
            (NOON, "pass", 7, 2),
            (NOON + timedelta(hours=1), "other", 7, 7),
            (NOON + timedelta(hours=1), "pass", 1, 0),
        ]
        assert house.rules.counted("yard", NOON - timedelta(days=1), NOON) == []
        later = NOON + timedelta(days=365, hours=1.5)
        plan = house.retention.plan(now=later)
        assert [(line.kind, line.count) for line in plan.lines] == [(Kind.COUNTS, 3)]
        assert house.retention.clean(plan).count == 3
        assert [one.inward for one in house.rules.counted("yard", NOON, later)] == [7, 1]


def test_counts_survive_a_restart(tmp_path: Path) -> None:
    for name in ("N1", "N2"):
        with furnished(tmp_path) as house:
            house.keeper.keep(LineCount(name, "yard", "pass", "Fence", NOON, 1, 0))
    with furnished(tmp_path) as house:
        (hour,) = house.rules.counted("yard", NOON, NOON + timedelta(minutes=1))
    assert (hour.inward, hour.outward) == (2, 0)


def test_a_stored_week_is_judged_as_it_was_live(tmp_path: Path) -> None:
    week = timedelta(days=7)
    paths = random_week(96, 7)
    down = Gap("yard", NOON + timedelta(hours=60.01), NOON + timedelta(hours=69), "no power")
    live_hits, live_counts = live(
        WEEK, paths, until_s=week.total_seconds(), gaps=[down], idle_ms=60_000
    )
    elsewhere = replace(paths[0], track="T999", camera="porch")
    with furnished(tmp_path) as house:
        house.keeper.commit(*paths, elsewhere, down)
        outcome = house.rules.simulate(WEEK, NOON, NOON + week, SIZE)
    assert list(outcome.hits) == live_hits
    assert outcome.counted == live_counts
    assert outcome.points == sum(len(one) for one in paths)
    assert {hit.rule for hit in live_hits} >= {"enter", "loiter", "middle", "nobody", "one way"}


def gesture(name: str, after_s: float, **told: Any) -> Event:
    start = NOON + timedelta(seconds=after_s)
    seen = Event(name, "yard", "gesture", start, start + timedelta(seconds=1), label="wave")
    return replace(seen, **told)


def test_a_rule_about_a_gesture_is_tried_on_those_that_were_made(tmp_path: Path) -> None:
    lawn = Zone("Lawn", ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0)))

    def hits(house: House, when: Gestured | Sequence) -> list[tuple[str, str | None]]:
        book = Rulebook("yard", (lawn,), (), (Rule("r", when),))
        found = house.rules.simulate(book, NOON, NOON + timedelta(hours=1), SIZE).hits
        return [(f"{(hit.at - NOON).total_seconds():g}", hit.track) for hit in found]

    with furnished(tmp_path) as house:
        left, right = [(0.25, 0.8)] * 100, [(0.75, 0.8)] * 100
        house.keeper.commit(
            Camera("yard", "Yard", ""),
            Person("Person_00000001", "Anna"),
            path("T1", left),
            path("T2", right),
            gesture("G1", 3, track="T1", person="Person_00000001"),
            gesture("G2", 5, track="T2"),
            gesture("G3", 5, track="T2", label="bow"),
            gesture("G4", 600),  # of whom no path is stored
            gesture("G5", 4, track="T1", camera="porch"),
        )
        assert hits(house, Gestured("wave")) == [("4", "T1"), ("6", "T2"), ("601", "G4")]
        assert hits(house, Gestured("wave", zone="Lawn")) == [("4", "T1")]
        assert hits(house, Gestured("wave", person="anna")) == [("4", "T1")]
        assert hits(house, Gestured("bow")) == [("6", "T2")]
        both = (Gestured("wave"), Gestured("bow"))
        assert hits(house, Sequence(both, 60.0)) == [("6", "T2")]


def test_who_went_over_a_line_is_counted_whether_a_rule_speaks_of_it_or_not(tmp_path: Path) -> None:
    with furnished(tmp_path) as house:
        lines = (Line("Gate", ((0.0, 0.5), (1.0, 0.5))), Line("Wall", ((0.9, 0.0), (0.9, 1.0))))
        down, up = walk((0.5, 0.2), (0.5, 0.8), looks=20), walk((0.3, 0.8), (0.3, 0.2), looks=20)
        house.keeper.commit(path("T1", down), path("T2", down, start_s=60), path("T3", up))
        house.keeper.commit(path("early", down, start_s=-7200))
        hour = (NOON - timedelta(hours=1), NOON + timedelta(hours=1))
        assert house.rules.crossings("yard", *hour, SIZE) == {}
        house.rules.keep(Rulebook("yard", (), lines, ()))
        counted = house.rules.crossings("yard", *hour, SIZE)
        assert counted == {"Gate": Counted(2, 1), "Wall": Counted()}
