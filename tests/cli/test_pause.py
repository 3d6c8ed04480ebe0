"""A pause is begun and ended from outside, in the program that runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.cli.root import main
from omnisight_desktop.flow.door import Door


@pytest.fixture
def told() -> list[Any]:
    return []


@pytest.fixture
def running(tmp_path: Path, told: list[Any]) -> Iterator[Path]:
    """A program that runs, and what it was told."""
    (tmp_path / "door").mkdir(mode=0o700)

    def pause(payload: Any) -> Any:
        told.append(payload)
        return {"paused_until": payload["until"]}

    with Door(tmp_path / "door", {"pause": pause}):
        yield tmp_path


def call(*arguments: str) -> int:
    return main({}, list(arguments))


def test_a_span_is_told_as_its_end(
    running: Path, told: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("--data", str(running), "pause", "15 min", "--json") == 0
    answer = json.loads(capsys.readouterr().out)["paused_until"]
    assert answer == told[0]["until"]
    left = datetime.fromisoformat(answer) - datetime.now().astimezone()
    assert 14 * 60 < left.total_seconds() <= 15 * 60


def test_it_can_be_ended(
    running: Path, told: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("--data", str(running), "pause", "over") == 0
    assert told == [{"until": None}]
    assert "watched again" in capsys.readouterr().out


def test_an_unknown_span_is_refused(running: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--data", str(running), "pause", "for ever") == 2
    assert "'15 min'" in capsys.readouterr().err


def test_where_nothing_runs_nothing_is_watched_anyway(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("--data", str(tmp_path), "pause", "1 h") == 2
    assert "not running" in capsys.readouterr().err
