"""Lines on real streets: what the whole program counts, held against what a person counted by eye."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.app.analyze import analyze
from omnisight_desktop.app.build import reading
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.event import EventType
from omnisight_desktop.rules.hit import Hit
from omnisight_desktop.rules.rule import Rulebook
from omnisight_desktop.rules.written import rulebook_from_dict
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.wanted import EventFilter
from tests.home import furnished
from tests.material import need

RECORDINGS = json.loads(Path(__file__).with_name("crossings.json").read_text("utf-8"))["recordings"]
START = datetime(2026, 5, 3, 12, tzinfo=UTC)
END = START + timedelta(minutes=1)
WAYS = {"in": "went_in", "out": "went_out"}
#: The program looks five times a second, and tells of who is clear of the line.
_APART_S = 1.0


def book_of(recording: dict[str, Any], camera: str) -> Rulebook:
    """A rule for each line, both ways."""
    lines = [{"name": line["name"], "points": line["points"]} for line in recording["lines"]]
    rules = [
        {
            "id": line["name"],
            "labels": ["person"],
            "when": {"type": "cross", "line": line["name"], "direction": "either"},
        }
        for line in recording["lines"]
    ]
    return rulebook_from_dict({"camera": camera, "lines": lines, "rules": rules})


def unmatched(
    crossings: list[dict[str, Any]], hits: list[Hit]
) -> tuple[list[dict[str, Any]], list[Hit]]:
    """Those that only the eye saw, and those that only the program saw."""
    left = sorted(hits, key=lambda hit: hit.since)
    missed = []
    for one in sorted(crossings, key=lambda crossing: float(crossing["at_s"])):
        at = START + timedelta(seconds=one["at_s"])
        fits = [
            hit
            for hit in left
            if hit.what == WAYS[one["way"]] and abs((hit.since - at).total_seconds()) < _APART_S
        ]
        if fits:
            left.remove(min(fits, key=lambda hit: abs(hit.since - at)))
        else:
            missed.append(one)
    return missed, left


@pytest.mark.parametrize("recording", RECORDINGS, ids=[one["camera"] for one in RECORDINGS])
def test_lines_count_what_a_person_counted(recording: dict[str, Any], tmp_path: Path) -> None:
    film = need("footage", *recording["footage"])
    settings = Settings.model_validate(
        {
            "models": {"dir": need("models")},
            "detection": {"detail": 1.0},  # all of them are large enough
            "hearing": {"loud_sounds": False},
        }
    )
    paths, camera = Paths(tmp_path).make(), recording["camera"]
    known = camera.lower()
    book = book_of(recording, known)
    with furnished(tmp_path) as house:
        house.rules.keep(book)
    ((_, tally, trouble),) = analyze(
        paths,
        settings,
        sources=[str(film)],
        camera=camera,
        start=START,
        tell=lambda *_: True,
    )
    assert trouble is None
    assert tally.looks > 40
    with reading(paths, settings) as house:
        outcome = house.rules.simulate(book, START, END, (16, 9))
        assert told(house, known) == {(h.since, h.place, h.track) for h in outcome.hits}
        for line in recording["lines"]:
            mine = [hit for hit in outcome.hits if hit.place == line["name"]]
            missed, odd = unmatched(line["crossings"], mine)
            assert len(missed) <= line["may_be_missed"], missed
            _, odd = unmatched(line.get("undecided", []), odd)
            assert odd == []
            counted = outcome.counted[line["name"]]
            kept = house.rules.counted(known, START, END)
            assert [(k.inward, k.outward) for k in kept if k.line == line["name"]] == [
                (counted.inward, counted.outward)
            ]


def told(house: House, camera: str) -> set[tuple[datetime, str | None, str | None]]:
    """What was said of the rules while it was watched."""
    wanted = EventFilter((camera,), types=(EventType.RULE,))
    return {(one.start, one.zone, one.track) for one in house.events.all(wanted)}
