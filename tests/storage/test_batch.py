from __future__ import annotations

from typing import Any

import pytest

from omnisight_desktop.storage.batch import ERASE, KEY, Inserts, Row, present
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.intake import INTAKES, intake_of
from tests.storage.store import Store, event


def row(name: str, **more: Any) -> Row:
    value = event(name, **more)
    intake = intake_of(value)
    return intake.kind, intake.columns, intake.to_row(value)


def gone(name: str) -> Row:
    return f"{ERASE}event", KEY, (name,)


def write(database: Database, *rows: Row) -> list[int]:
    refused: list[int] = []
    Inserts(database).write(list(rows), lambda place, _: refused.append(place))
    return refused


def test_removing_and_storing_keep_their_order(store: Store) -> None:
    write(store.database, row("A", text="first"), row("B"), gone("A"), row("A"), gone("B"))
    assert store.ids() == ["A"]
    assert store.finds("first") == []


def test_one_batch_may_hold_every_kind(store: Store) -> None:
    rows: list[Row] = [
        ("person", ("id", "name"), ("P", "Ada")),
        row("A"),
        ("camera", ("id", "name", "uri"), ("front", "Front", "")),
        row("B"),
        ("person", ("id", "note"), ("P", "a friend")),
    ]
    assert write(store.database, *rows) == []
    assert store.ids() == ["A", "B"]
    assert store.sql("SELECT name, note FROM persons") == [("Ada", "a friend")]


@pytest.mark.parametrize("many", [1, 249, 250, 251, 2600])
def test_a_batch_may_be_of_any_length(store: Store, many: int) -> None:
    names = [f"E{number:04}" for number in range(many)]
    write(store.database, *map(row, names))
    assert store.ids() == names


def test_the_places_of_refused_rows_are_told(store: Store) -> None:
    rows = [row(f"E{number}") for number in range(6)]
    rows[1] = row("bad", camera=None)
    rows[4] = row("worse", text="\ud800")
    assert write(store.database, *rows) == [1, 4]
    assert store.ids() == ["E0", "E2", "E3", "E5"]


def test_the_newest_number_is_told(store: Store) -> None:
    inserts = Inserts(store.database)
    assert inserts.write([], lambda *_: None) == 0
    assert inserts.write([row("A"), row("B")], lambda *_: None) == 2


def test_the_last_word_is_part_of_the_same_transaction(store: Store) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Inserts(store.database).write([row("A")], lambda *_: None, then=fail)
    assert store.ids() == []


def test_rows_of_another_time_are_brought_into_the_shape_of_today() -> None:
    columns = INTAKES["gap"].columns
    whole = ("gap", columns, ("front", 0, 1, "dark"))
    assert present(whole) == whole
    swapped = ("gap", columns[::-1], ("dark", 1, 0, "front"))
    assert present(swapped) == whole
    assert present(("gap", (*columns, "mood"), ("front", 0, 1, "dark", "sad"))) == whole
    assert present(("gap", ("mood",), ("sad",))) is None
    assert present(("gap", columns, ("front",))) is None
    assert present(("ghost", ("id",), ("G",))) is None
    assert present(gone("A")) == gone("A")
    assert present((f"{ERASE}gap", KEY, ("A",))) is None
    one = (f"{ERASE}gap", ("camera_id", "start_ms"), ("front", 0))
    assert present(one) == one
    assert present((f"{ERASE}audit", KEY, ("1",))) is None
    assert present((f"{ERASE}event", ("name",), ("A",))) is None
