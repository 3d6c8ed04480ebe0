"""Rulebooks as plain values: what comes back is what went, and what is wrong is said."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.schedule import Hours, Schedule
from omnisight_desktop.rules.trigger import (
    Cross,
    Direction,
    Enter,
    Leave,
    Loiter,
    Presence,
    Sequence,
    Trigger,
)
from omnisight_desktop.rules.written import rulebook_from_dict, rulebook_to_dict

_TRIGGERS: tuple[Trigger, ...] = (
    Enter("door", appearing=False),
    Leave("door", vanishing=False),
    Loiter("door", 12.5),
    Cross("gate", Direction.OUT),
    Presence("door", 5, somebody=False),
    Presence(),
    Sequence((Enter("door"), Cross("gate"), Loiter("", 3)), within_s=90, same=False),
)
BOOK = Rulebook(
    "yard",
    zones=(Zone("door", ((0.1, 0.1), (0.4, 0.1), (0.3, 0.5))),),
    lines=(Line("gate", ((0.5, 0.0), (0.5, 1.0))),),
    rules=tuple(
        Rule(
            f"R{number}",
            trigger,
            name="Somebody at the door",
            labels=("person", "dog"),
            been_in=("door",),
            schedule=Schedule((Hours(time(22, 30), time(6), (4, 5)), Hours(time(1, 2, 3)))),
            cool_down_s=30,
            enabled=number % 2 == 0,
            tell=("phone", "mail"),
            record=number % 2 == 1,
        )
        for number, trigger in enumerate(_TRIGGERS)
    ),
)


def test_what_comes_back_is_what_went() -> None:
    assert rulebook_from_dict(json.loads(json.dumps(rulebook_to_dict(BOOK)))) == BOOK
    assert rulebook_from_dict({"camera": "yard"}) == Rulebook("yard")


def test_little_needs_to_be_said() -> None:
    written = {"camera": "yard", "rules": [{"id": "R1", "when": {"type": "enter"}}]}
    assert rulebook_from_dict(written).rules == (Rule("R1", Enter()),)


def _change(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Put another value at a place such as ``rules.0.when.zone``."""

    def change(written: dict[str, Any]) -> None:
        *way, last = key.split(".")
        place: Any = written
        for part in way:
            place = place[int(part)] if part.isdigit() else place[part]
        place[int(last) if last.isdigit() else last] = value

    return change


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("camera", 5, "'camera' of the rulebook is no text"),
        ("rules.0.tell", "phone", "'tell' of .* is no list"),
        ("rules.0.record", 1, "'record' of .* is neither true nor false"),
        ("colour", "red", "Nobody knows what 'colour' in the rulebook is"),
        ("zones", {}, "'zones' of the rulebook is no list"),
        ("zones.0", "door", "number 1 in 'zones' of the rulebook is no object"),
        ("zones.0.corners.1", [0.5], "number 2 in 'corners' of number 1 in 'zones' .* no point"),
        ("zones.0.corners.1", [0.5, "a"], "no number"),
        ("zones.0.corners.1", [0.5, float("nan")], "no number"),
        ("zones.0.corners.1", [0.5, True], "no number"),
        ("zones.0.corners.1", [0.5, 1.5], "The zone 'door' has a point at 0.5, 1.5"),
        ("zones.0.corners", [[0, 0], [1, 1]], "The zone 'door' has 2 points"),
        ("zones.0.corners", [[0, 0], [1, 1], [0.5, 0.5]], "covers next to nothing"),
        ("zones.0.corners", [[0, 0], [1, 1], [1, 0], [0, 0.8]], "crosses itself"),
        ("zones.0.name", " ", "has no name"),
        ("lines.0.points", [[0, 0], [0, 0]], "two points in one place"),
        ("lines.0.name", "fence", "speaks of the line 'gate', which is not there"),
        ("rules.0.when.zone", "roof", "speaks of the zone 'roof', which is not there"),
        ("rules.0.been_in", ["roof"], "speaks of the zone 'roof'"),
        ("rules.0.id", "R1", "2 rules are called 'R1'"),
        ("rules.0.id", "", "has no id"),
        ("rules.0.when.type", "explode", "is 'explode', which cannot be had there"),
        ("rules.0.when", None, "'when' of number 1 in 'rules' of the rulebook is no object"),
        ("rules.0.when.seconds", 3, "Nobody knows what 'seconds'"),
        ("rules.0.when.appearing", "yes", "neither true nor false"),
        ("rules.2.when.seconds", -1, "lasts -1 seconds"),
        ("rules.2.when.seconds", 1e9, "lasts 1e"),
        ("rules.3.when.direction", "up", "'direction' of .* is 'up'"),
        ("rules.6.when.steps.0.type", "presence", "cannot be had there"),
        ("rules.6.when.steps", [{"type": "enter"}], "a sequence of one"),
        ("rules.6.when.within_s", float("inf"), "no number"),
        ("rules.6.least", 2, "asks for 2, but one at a time"),
        ("rules.0.least", 0, "asks for 0"),
        ("rules.0.least", 1.5, "is 1.5"),
        ("rules.0.labels", [""], "no word"),
        ("rules.0.schedule.0.days", ["someday"], "no weekday"),
        ("rules.0.schedule.0.days", [], "need weekdays"),
        ("rules.0.schedule.0.start", "25:00", "'start' of .* is '25:00'"),
        ("rules.0.schedule.0.start", "22:00+02:00", "no time zone of their own"),
        ("rules.0.cool_down_s", -5, "cool-down of the rule 'R0' lasts -5 seconds"),
    ],
)
def test_what_is_wrong_is_said(key: str, value: object, reason: str) -> None:
    written = copy.deepcopy(json.loads(json.dumps(rulebook_to_dict(BOOK))))
    _change(key, value)(written)
    with pytest.raises(UsageError, match=reason) as caught:
        rulebook_from_dict(written)
    assert caught.value.fix


def test_what_is_missing_is_said() -> None:
    for written in ({}, {"camera": "yard", "rules": [{"id": "R"}]}, {"camera": "y", "zones": [{}]}):
        with pytest.raises(UsageError, match="is missing"):
            rulebook_from_dict(written)
    nothings: tuple[object, ...] = (None, [], "yard")
    for nothing in nothings:
        with pytest.raises(UsageError, match="no object"):
            rulebook_from_dict(nothing)
