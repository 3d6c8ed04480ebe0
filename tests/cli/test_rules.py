"""Rules from the command line: taken, shown, tried on what is stored, forgotten."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.app.build import owned
from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.counting import LineCount
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.storage.owner import own
from tests.cli.conftest import Omnisight

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
BOOK = {
    "zones": [{"name": "Lawn", "corners": [[0.5, 0], [1, 0], [1, 1], [0.5, 1]]}],
    "lines": [{"name": "Fence", "points": [[0.3, 0], [0.3, 1]]}],
    "rules": [
        {"id": "enter", "when": {"type": "enter", "zone": "Lawn"}},
        {"id": "pass", "when": {"type": "cross", "line": "Fence", "direction": "either"}},
    ],
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A yard with a camera and somebody who once walked through, and rules in a file."""
    paths = Paths(tmp_path / "data").make()
    with own(paths.root), owned(paths, load(paths)) as house:
        camera = house.cameras.remember("demo:", "Yard")
        x = np.linspace(0.1, 0.9, 60)
        boxes = np.stack([x - 0.02, np.full(60, 0.4), x + 0.02, np.full(60, 0.8)], axis=1)
        offsets = np.arange(60, dtype=np.int64) * 200
        path = TrackPath("T1", camera.id, "person", NOON, offsets, boxes.astype(np.float32))
        house.keeper.commit(path)
    file = tmp_path / "book.json"
    file.write_text(json.dumps(BOOK), "utf-8")
    return file


def test_rules_are_tried_on_what_is_stored_before_they_are_taken(
    omnisight: Omnisight, book: Path
) -> None:
    tried = omnisight("rules", "try", "yard", str(book), "--since", "2026-05-03", "--json")
    hits = tried.json["hits"]
    assert [(hit["rule"], hit["place"], hit["track"]) for hit in hits] == [
        ("pass", "Fence", "T1"),
        ("enter", "Lawn", "T1"),
    ]
    assert sum(tried.json["counted"]["pass"].values()) == 1
    assert omnisight("rules", "show", "Yard").json["rules"] == []


def test_rules_are_taken_shown_and_forgotten(omnisight: Omnisight, book: Path) -> None:
    assert omnisight("rules", "set", "Yard", str(book)).code == 0
    shown = omnisight("rules", "show", "Yard").json
    assert [rule["id"] for rule in shown["rules"]] == ["enter", "pass"]
    assert (
        len(omnisight("rules", "try", "Yard", "--since", "2026-05-03", "--json").json["hits"]) == 2
    )
    assert "gone" in omnisight("rules", "remove", "Yard").out
    assert "no rules" in omnisight("rules", "remove", "Yard").out


def test_what_lines_counted_is_told_by_the_hour(omnisight: Omnisight, book: Path) -> None:
    paths = Paths(book.parent / "data")
    with own(paths.root), owned(paths, load(paths)) as house:
        for name, hours in (("N1", 0), ("N2", 0), ("N3", 1)):
            begun = NOON + timedelta(hours=hours)
            house.keeper.commit(LineCount(name, "yard", "pass", "Fence", begun, 2, 1))
    told = omnisight("rules", "counts", "Yard", "--since", "2026-05-03", "--json").json
    hour = {"rule": "pass", "line": "Fence"}
    assert told == {
        "hours": [
            {"hour": "2026-05-03T12:00:00+00:00", **hour, "in": 4, "out": 2},
            {"hour": "2026-05-03T13:00:00+00:00", **hour, "in": 2, "out": 1},
        ],
        "total": {"pass": {"in": 6, "out": 3}},
    }
    assert "pass: 6 in, 3 out" in omnisight("rules", "counts", "Yard", "--since", "2026-05-03").out
    assert (
        "Nothing was counted" in omnisight("rules", "counts", "Yard", "--since", "2026-06-01").err
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("try", "Nowhere"), "no camera 'Nowhere'"),
        (("set", "Yard", "absent.json"), "no file"),
        (("try", "Yard", "--shape", "wide"), "no shape"),
    ],
)
def test_what_cannot_be_done_is_said(
    omnisight: Omnisight, book: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert book.is_file()
    done = omnisight("rules", *arguments)
    assert done.code in (1, 2)
    assert said in done.err


def test_a_rule_about_somebody_holds_whatever_they_are_called(
    omnisight: Omnisight, book: Path, tmp_path: Path
) -> None:
    paths = Paths(tmp_path / "data")
    with own(paths.root), owned(paths, load(paths)) as house:
        house.keeper.commit(Person("Person_AAAAAAAA", "Anna"))
    missed = {
        "id": "missed",
        "when": {"type": "presence", "seconds": 3600, "somebody": False},
        "schedule": [{"start": "16:00", "end": "16:30"}],
    }
    for name, code in (("Ana", 2), ("Anna", 0)):
        told = {"rules": [missed | {"people": [name]}]}
        book.write_text(json.dumps(told), "utf-8")
        said = omnisight("rules", "set", "yard", str(book))
        assert said.code == code
        assert code == 0 or "Nobody is called 'Ana'" in said.err
    (rule,) = omnisight("rules", "show", "yard").json["rules"]
    assert rule["people"] == ["Person_AAAAAAAA"]
