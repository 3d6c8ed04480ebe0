"""Rulebooks lie in files that people may edit; what is wrong in one is said and harms nobody."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.hit import Counted
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.trigger import Enter
from omnisight_desktop.services.rules import Rules, read_book
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.tracks import TrackArchive
from tests.home import furnished
from tests.rules.walkers import NOON, SIZE, path, walk

ZONE = Zone("Rasen – vorn", ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)))
BOOK = Rulebook("yard", (ZONE,), (), (Rule("enter", Enter(ZONE.name)),))


@pytest.fixture
def rules(tmp_path: Path) -> Iterator[Rules]:
    upgrade(tmp_path / "omnisight.db", tmp_path / "backups")
    database = Database.open(tmp_path / "omnisight.db")
    yield Rules(tmp_path / "rules", TrackArchive(database))
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
