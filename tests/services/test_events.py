"""Events carried in and out as lines of JSON: nothing is lost, and a bad line is named."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.core.errors import NotFound, OmniSightError
from omnisight_desktop.core.event import Committed
from omnisight_desktop.core.ids import is_person_id
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter
from tests.home import furnished

GOOD = {"id": "e1", "camera": "Front Door", "type": "appeared", "start": "2026-05-03T10:00:00Z"}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        yield house


def line(**changes: Any) -> str:
    return json.dumps({**GOOD, **changes})


def exported(house: House) -> list[dict[str, Any]]:
    return [json.loads(text) for text in house.events.export_lines(EventFilter())]


def test_what_goes_in_comes_out(house: House) -> None:
    full = {
        "id": "e7",
        "camera": "Front Döör",
        "type": "gesture",
        "label": "wave 👋",
        "person": "Anna",
        "start": "2026-05-03T10:00:00.250Z",
        "end": "2026-05-03T10:00:09.000Z",
        "zone": "steps",
        "text": 'she said "hello"\n',
        "track": "T9",
        "clip": "C3",
        "score": 0.75,
        "story": "e1",
    }
    report = house.events.import_lines([json.dumps(full)])
    assert (report.imported, report.problems) == (1, ())
    assert exported(house) == [full]


def test_an_export_can_be_imported_elsewhere_and_is_the_same_there(
    house: House, tmp_path: Path
) -> None:
    people = ["Anna", None, "José", "Person_A47B8C12"]
    house.events.import_lines(
        line(id=f"e{i}", person=people[i % 4], start=f"2026-05-03T10:{i % 60:02}:00+02:00")
        for i in range(1200)
    )
    first = list(house.events.export_lines(EventFilter()))
    with furnished(tmp_path / "elsewhere") as other:
        assert other.events.import_lines(first).imported == 1200
        assert sorted(other.events.export_lines(EventFilter())) == sorted(first)


def test_a_bad_line_is_named_by_number_and_the_rest_goes_in(house: House) -> None:
    lines = [
        line(id="a"),
        "{no json",
        line(id="b", start="yesterday"),
        "",
        line(id="c", camera=None),
        line(id="d", end="2026-05-03T09:00:00Z"),
        "[1, 2]",
        line(id="e", label=7),
        line(id="f"),
    ]
    report = house.events.import_lines(lines)
    assert report.imported == 2
    assert [problem.line for problem in report.problems] == [2, 3, 5, 6, 7, 8]
    assert {e["id"] for e in exported(house)} == {"a", "f"}
    assert "'camera' is missing" in report.problems[2].reason


def test_all_or_nothing_takes_nothing_when_one_line_is_bad(house: House) -> None:
    report = house.events.import_lines([line(id="a"), "{", line(id="b")], atomic=True)
    assert report.imported == 0
    assert [p.line for p in report.problems] == [2]
    assert exported(house) == []
    assert house.cameras.all() == []


def test_the_same_import_twice_changes_nothing(house: House) -> None:
    lines = [line(id=f"e{i}", person="Anna") for i in range(10)]
    house.events.import_lines(lines)
    before = exported(house)
    house.events.import_lines(lines)
    assert exported(house) == before
    assert len(house.events.names().people) == 1


def test_people_and_cameras_are_known_by_name_whatever_the_capitals(house: House) -> None:
    house.events.import_lines(
        [line(id="1", person="Anna"), line(id="2", person="ANNA", camera="front door")]
    )
    assert len(house.cameras.all()) == 1
    first, second = (house.events.get(name) for name in ("1", "2"))
    assert first.person == second.person
    assert first.person is not None
    assert is_person_id(first.person)


def test_an_event_without_an_id_gets_one_and_a_number_is_kept_as_text(house: House) -> None:
    record = {k: v for k, v in GOOD.items() if k != "id"}
    house.events.import_lines([json.dumps(record), json.dumps(record), line(id=17)])
    ids = {e["id"] for e in exported(house)}
    assert len(ids) == 3
    assert "17" in ids


def test_an_unknown_event_is_said_in_words(house: House) -> None:
    with pytest.raises(NotFound, match="no event 'nope'"):
        house.events.get("nope")


def test_two_hundred_damaged_imports_are_reported_and_never_break(house: House) -> None:
    chance = random.Random(11)
    for _ in range(200):
        text = "\n".join(line(id=f"e{chance.randrange(50)}") for _ in range(5)).encode()
        damaged = bytearray(text)
        for _ in range(chance.randrange(1, 12)):
            where = chance.randrange(len(damaged))
            change = chance.choice(["flip", "cut", "double", "insert"])
            if change == "flip":
                damaged[where] = chance.randrange(256)
            elif change == "cut":
                del damaged[where : where + chance.randrange(20)]
            elif change == "double":
                damaged[where:where] = damaged[where : where + 30]
            else:
                damaged[where:where] = chance.choice(
                    [b"\x00", b"\xff\xfe", b"1e999", b"\\ud800", b'"' * 9]
                )
            if not damaged:
                break
        report = house.events.import_lines(bytes(damaged).split(b"\n"))
        assert report.imported >= 0
        assert all(problem.reason for problem in report.problems)


@pytest.mark.parametrize(
    "value",
    [
        {"score": float("nan")},
        {"score": "high"},
        {"score": 10**400},
        {"start": 17},
        {"start": "9999-99-99"},
        {"start": "0001-01-01T00:00:00+14:00"},
        {"id": ["e1"]},
        {"camera": "   "},
        {"text": "lone \ud800 surrogate"},
        {"label": "nul \x00"},
        {"type": ""},
    ],
)
def test_a_wrong_value_is_refused_in_words(house: House, value: dict[str, Any]) -> None:
    (problem,) = house.events.import_lines([line(**value)]).problems
    assert problem.line == 1
    assert exported(house) == []


def test_a_house_opened_for_reading_cannot_write(tmp_path: Path) -> None:
    from omnisight_desktop.app.build import reading
    from omnisight_desktop.config.paths import Paths
    from omnisight_desktop.config.schema import Settings

    with reading(Paths(tmp_path), Settings()) as house, pytest.raises(OmniSightError):
        house.events.import_lines([line()])


def test_everything_since_a_number_comes_however_much_it_is(house: House) -> None:
    house.events.import_lines(line(id=f"e{i}") for i in range(1700))
    told = list(house.events.since(200))
    assert [number for number, _ in told] == list(range(201, 1701))
    assert told[-1][0] == house.events.newest_seq()


def test_all_or_nothing_is_one_transaction(house: House) -> None:
    commits: list[int] = []
    listener = house.bus.listen(Committed, "test", capacity=64)
    house.events.import_lines([line(id=f"e{i}") for i in range(2000)], atomic=True)
    commits += [ring.newest_seq for ring in listener.drain()]
    assert commits == [2000]
