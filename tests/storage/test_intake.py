from __future__ import annotations

from datetime import timedelta, timezone

import numpy as np
import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.event import EventType
from omnisight_desktop.storage.intake import INTAKES, intake_of
from omnisight_desktop.storage.records import LedgerEntry
from tests.storage.store import NOON, event


@pytest.mark.parametrize("kind", INTAKES)
def test_every_kind_fills_columns_of_its_table(kind: str) -> None:
    intake = INTAKES[kind]
    needed = {
        column.name
        for column in intake.table.columns
        if not column.nullable and column.server_default is None and column.name != "seq"
    }
    assert needed <= set(intake.columns) <= set(intake.table.columns.keys())
    assert len(set(intake.columns)) == len(intake.columns)


@pytest.mark.parametrize("kind", INTAKES)
@pytest.mark.parametrize("rows", [1, 3])
def test_every_kind_has_a_statement_for_any_number_of_rows(kind: str, rows: int) -> None:
    intake = INTAKES[kind]
    statement = intake.statement(sqlite.dialect(), intake.columns, rows)
    assert statement.count("?") == rows * len(intake.columns)
    assert statement.count("ON CONFLICT") == int(intake.grows)


def test_only_what_is_append_only_cannot_be_removed() -> None:
    kept = {kind for kind, intake in INTAKES.items() if not intake.erasable}
    assert kept == {"audit", "ledger"}
    for intake in INTAKES.values():
        if intake.erasable:
            assert isinstance(intake.table.columns[intake.key[0]].type, sa.Text)


def test_numbers_of_numpy_become_plain_ones() -> None:
    clip = Clip("C", "front", "c.mp4", NOON, NOON, size_bytes=np.int64(7))  # type: ignore[arg-type]
    entry = LedgerEntry(NOON, "there", "chat", np.int32(5), np.uint8(6))  # type: ignore[arg-type]
    scored = event("E", score=np.float32(0.5))
    for value in (clip, entry, scored):
        cells = intake_of(value).to_row(value)
        assert {type(cell) for cell in cells} <= {str, int, float, type(None)}


def test_a_kind_of_event_is_stored_as_its_word() -> None:
    row = intake_of(event("E")).to_row(event("E", type=EventType.LEFT))
    assert "left" in row
    assert all(type(cell) is not EventType for cell in row)


def test_the_zone_of_a_moment_makes_no_difference() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=5, minutes=45)))
    assert intake_of(event("E")).to_row(event("E", start=there)) == intake_of(event("E")).to_row(
        event("E")
    )


def test_a_stranger_is_refused() -> None:
    with pytest.raises(StorageError, match="how to store a dict"):
        intake_of({})
