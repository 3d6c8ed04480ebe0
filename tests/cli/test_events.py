"""``omnisight events`` and ``ask``: shapes that programs rely on."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Omnisight

KEYS = {"id", "camera", "type", "label", "person", "start", "end", "zone", "text", "track", "clip"}


def record(number: int, **more: Any) -> dict[str, Any]:
    start = f"2026-05-03T{number // 60:02}:{number % 60:02}:00Z"
    known = {"id": f"e{number}", "camera": "Porch", "type": "appeared", "label": "person"}
    return {**known, "start": start, **more}


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """120 events, one a minute from midnight, every tenth of them Anna's."""
    file = tmp_path / "events.jsonl"
    rows = [record(n, person="Anna" if n % 10 == 0 else None) for n in range(120)]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


def test_import_list_page_by_page_and_export(
    omnisight: Omnisight, lines: Path, tmp_path: Path
) -> None:
    assert omnisight("events", "import", str(lines), "--json").json == {
        "imported": 120,
        "problems": [],
    }
    first = omnisight("events", "list", "--limit", "100", "--json").json
    assert set(first["events"][0]) >= KEYS
    assert first["events"][0]["id"] == "e119"
    second = omnisight("events", "list", "--limit", "100", "--after", first["next"], "--json").json
    assert second["next"] is None
    assert [e["id"] for e in first["events"] + second["events"]] == [
        f"e{n}" for n in range(119, -1, -1)
    ]
    out = tmp_path / "out.jsonl"
    assert omnisight("events", "export", str(out)).code == 0
    assert len(out.read_text().splitlines()) == 120
    assert json.loads(omnisight("events", "export", "-").out.splitlines()[0])["id"] == "e119"


def test_filters_narrow(omnisight: Omnisight, lines: Path) -> None:
    omnisight("events", "import", str(lines))
    listed = omnisight(
        "events", "list", "--person", "anna", "--since", "2026-05-03T01:00:00Z", "--json"
    ).json
    assert [e["id"] for e in listed["events"]] == ["e110", "e100", "e90", "e80", "e70", "e60"]
    assert {e["person"] for e in listed["events"]} == {"Anna"}
    assert omnisight("events", "list", "--label", "car", "--json").json == {
        "events": [],
        "next": None,
    }


def test_stories_are_one_line_a_visit(omnisight: Omnisight, tmp_path: Path) -> None:
    file = tmp_path / "visit.jsonl"
    rows = [
        record(1, story="e1", track="T1", end="2026-05-03T00:02:00Z"),
        record(2, story="e1", track="T2", end="2026-05-03T00:09:00Z"),
        record(3, story="e1", track="T1", type="left", end="2026-05-03T00:03:00Z"),
        record(20, label="car"),
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    omnisight("events", "import", str(file))
    told = omnisight("events", "list", "--stories", "--json").json
    assert told["next"] is None
    assert [(s["id"], s["seen"], s["end"]) for s in told["stories"]] == [
        ("e20", 1, None),
        ("e1", 2, "2026-05-03T00:09:00.000Z"),
    ]
    assert set(told["stories"][0]) >= KEYS
    assert [e["id"] for e in told["stories"][1]["events"]] == ["e1", "e2", "e3"]
    one = omnisight("events", "list", "--stories", "--limit", "1")
    assert "car" in one.out
    assert "--after" in one.err
    assert omnisight("events", "list", "--stories", "--label", "dog").out.strip() == "No stories."
    left = omnisight("events", "list", "--type", "left", "--json").json["events"]
    assert [e["id"] for e in left] == ["e3"]


def test_a_bad_line_is_exit_1_with_its_number(omnisight: Omnisight, tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(json.dumps(record(1)) + "\nnonsense\n" + json.dumps(record(2)))
    said = omnisight("events", "import", str(file))
    assert said.code == 1
    assert "2 events imported" in said.out
    assert "line 2:" in said.err
    atomic = omnisight("events", "import", str(file), "--atomic", "--json")
    assert atomic.code == 1
    assert atomic.json["imported"] == 0


def test_a_missing_file_is_said_in_words(omnisight: Omnisight, tmp_path: Path) -> None:
    said = omnisight("events", "import", str(tmp_path / "nowhere.jsonl"))
    assert said.code == 2
    assert "cannot be read" in said.err


def test_people_see_a_table(omnisight: Omnisight, lines: Path) -> None:
    assert omnisight("events", "list").out.strip() == "No events."
    omnisight("events", "import", str(lines))
    said = omnisight("events", "list", "--limit", "3")
    assert "Porch" in said.out
    assert "--after" in said.err


def test_ask_answers_with_events_and_as_of_a_moment(omnisight: Omnisight, lines: Path) -> None:
    omnisight("events", "import", str(lines))
    said = omnisight(
        "ask", "how many people came today?", "--now", "2026-05-03T12:00:00Z", "--json"
    )
    assert said.json["status"] == "answered"
    assert said.json["value"] == 120
    assert {"status", "answer", "value", "events", "clips", "model"} <= set(said.json)
    nothing = omnisight(
        "ask", "what happened today?", "--now", "2026-06-03T12:00:00Z", "--json"
    ).json
    assert nothing["status"] == "nothing"
    assert nothing["events"] == []
    spoken = omnisight("ask", "what happened today?", "--now", "2026-05-03T12:00:00Z")
    assert "120 events today" in spoken.out
    assert "answered on this computer" in spoken.err


def test_a_conversation_goes_on_line_by_line(
    omnisight: Omnisight, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    omnisight("events", "import", str(lines))
    typed = "how many people came today?\n\nand on porch?\nexit\nnever read\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    said = omnisight("ask", "--now", "2026-05-03T12:00:00Z", "--json")
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert [answer["value"] for answer in answers] == [120, 120]


def test_clips_of_an_empty_house(omnisight: Omnisight) -> None:
    assert omnisight("clips", "list", "--json").json == {"clips": []}
