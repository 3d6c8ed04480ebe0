from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.storage.batch import Row
from omnisight_desktop.storage.journal import Journal, insist_storable, record
from tests.storage.store import NOON, Store, event

CELLS = st.one_of(
    st.none(),
    st.text(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.binary(),
)


def row(number: int) -> Row:
    return "event", ("id", "text"), (f"E{number}", f"words {number}")


def waiting(journal: Journal, after: int = 0) -> list[Row]:
    return [row for _, together in journal.records(after) for row in together]


def framed(payload: bytes) -> bytes:
    return struct.pack("<II", len(payload), zlib.crc32(payload)) + payload


def ids(rows: list[Row]) -> list[Any]:
    return [cells[0] for _, _, cells in rows]


@given(cells=st.lists(CELLS, max_size=6))
def test_rows_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, cells: list[Any]
) -> None:
    journal = Journal(tmp_path_factory.mktemp("journal"))
    given_row = ("event", tuple(f"c{n}" for n in range(len(cells))), tuple(cells))
    journal.add([record([given_row])])
    assert waiting(journal) == [given_row]


def test_a_journal_of_nothing_is_empty(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "not yet there")
    assert journal.empty
    assert waiting(journal) == []
    assert journal.name() == ""
    journal.add([])
    journal.clear()
    assert not journal.path.exists()


def test_rows_are_kept_in_order_also_by_the_next_program(tmp_path: Path) -> None:
    Journal(tmp_path).add([record([row(1)]), record([row(2)])])
    again = Journal(tmp_path)
    again.add([record([row(3)])])
    again.add([record([row(4)])])
    assert waiting(Journal(tmp_path)) == [row(n) for n in (1, 2, 3, 4)]
    assert not again.empty


def test_reading_can_go_on_behind_a_place(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.add([record([row(n)]) for n in range(5)])
    places = [place for place, _ in journal.records()]
    assert [ids(waiting(journal, place)) for place in places] == [
        [f"E{n}" for n in range(first, 5)] for first in (1, 2, 3, 4, 5)
    ]


def test_each_journal_has_a_name_of_its_own(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.add([record([row(1)])])
    name = journal.name()
    journal.add([record([row(2)])])
    assert journal.name() == Journal(tmp_path).name() == name != ""
    journal.clear()
    assert journal.empty
    journal.add([record([row(3)])])
    assert journal.name() not in ("", name)


def test_a_torn_record_is_left_out_and_hides_nothing_that_follows(tmp_path: Path) -> None:
    Journal(tmp_path / "whole").add([record([row(1)]), record([row(2)])])
    whole = Journal(tmp_path / "whole").path.read_bytes()
    ends = [0, *(place for place, _ in Journal(tmp_path / "whole").records())]
    for length in range(len(whole)):
        torn = Journal(tmp_path / "torn")
        torn.path.parent.mkdir(exist_ok=True)
        torn.path.write_bytes(whole[:length])
        kept = [row(n) for n in (1, 2) if ends[n] <= length]
        assert waiting(torn) == kept
        torn.add([record([row(3)])])
        assert waiting(Journal(tmp_path / "torn")) == [*kept, row(3)]
        assert torn.name() != ""


def test_a_record_that_changed_on_the_disk_is_not_believed(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.add([record([row(1)]), record([row(2)])])
    data = bytearray(journal.path.read_bytes())
    data[-3] ^= 1
    journal.path.write_bytes(data)
    assert waiting(journal) == [row(1)]


@pytest.mark.parametrize(
    "payload",
    [
        b"no JSON",
        b"\xff\xfe",
        b"7",
        b"{}",
        b"[]",
        b'["event", ["id"], ["E"]]',
        b'[["event", ["id"]]]',
        b'[["event", "id", 5]]',
        b'[["event", [7], ["E"]]]',
        b'[[null, ["id"], ["E"]]]',
        b'[["event", ["id"], [["E"]]]]',
        b'[["event", ["id"], [{"b64": "\xc3\xa4"}]]]',
        b'[["event", ["id"], [{"c64": ""}]]]',
        b'[["event", ["id"], ["E"]], 5]',
        b"[" * 100_000,
    ],
)
def test_a_record_that_nobody_can_read_is_passed_by(tmp_path: Path, payload: bytes) -> None:
    journal = Journal(tmp_path)
    journal.add([record([row(1)]), framed(payload), record([row(2)])])
    assert waiting(journal) == [row(1), row(2)]


@pytest.mark.parametrize("cell", ["\ud800", 2**63, -(2**63) - 1, (1, 2), object()])
def test_what_could_never_be_stored_is_not_taken_in(cell: object) -> None:
    with pytest.raises(ValueError, match="."):
        insist_storable(("event", ("id",), (cell,)))


def test_what_could_not_be_read_again_is_not_taken_in() -> None:
    with pytest.raises(ValueError, match="too large"):
        record([("event", ("id",), ("x" * (64 * 1024 * 1024),))])


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("a file")
    journal = Journal(tmp_path / "journal")
    with pytest.raises(StorageError, match="cannot be used"):
        journal.add([record([row(1)])])


def test_rows_that_belong_together_are_read_together_or_not_at_all(tmp_path: Path) -> None:
    Journal(tmp_path).add([record([row(1)]), record([row(2), row(3), row(4)])])
    path = Journal(tmp_path).path
    whole = path.read_bytes()
    assert [ids(rows) for _, rows in Journal(tmp_path).records()] == [["E1"], ["E2", "E3", "E4"]]
    path.write_bytes(whole[:-1])
    assert ids(waiting(Journal(tmp_path))) == ["E1"]


# --- from the journal into the database -------------------------------------------------------


def test_kinds_that_are_no_more_are_passed_by(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    store.journal.add(
        [
            record([("ghost", ("id", "sheet"), ("G", "white"))]),
            record([("erase ghost", ("id",), ("G",))]),
            record([("erase audit", ("id",), ("1",))]),
            record([written("A")]),
        ]
    )
    store.fill(event("B"))
    assert store.ids() == ["A", "B"]
    assert "'ghost' that has no place any more" in caplog.text


def written(name: str, **more: Any) -> Row:
    cells = {"id": name, "camera_id": "front", "type": "appeared", "start_ms": 0, **more}
    return "event", tuple(cells), tuple(cells.values())


def test_columns_that_are_new_or_no_more_do_no_harm(store: Store) -> None:
    """An older or newer program wrote the journal: what both know is taken over."""
    store.journal.add(
        [
            record([written("A", mood="happy", text="hello")]),
            record([written("B")]),
            record([("person", ("name", "id"), ("Ada", "P"))]),
            record([("event", ("id", "camera_id"), ("broken",))]),
        ]
    )
    store.fill(event("C"))
    assert store.ids() == ["A", "B", "C"]
    assert store.finds("hello") == ["A"]
    # Columns that the journal does not know get what the table gives.
    assert store.sql("SELECT id, name, state, note FROM persons") == [("P", "Ada", "active", "")]


def test_a_row_that_the_database_refuses_does_not_hold_up_the_others(store: Store) -> None:
    store.journal.add(
        [record([written("A")]), record([written("bad", type=None)]), record([written("B")])]
    )
    store.fill(event("C"))
    assert store.ids() == ["A", "B", "C"]
    assert store.instruments.counter("writer.refused").value == 1
    assert store.journal.empty


def test_taking_over_is_noted_in_the_audit_log(store: Store) -> None:
    store.journal.add([record([written("A")])])
    name = store.journal.name()
    end = store.journal.path.stat().st_size
    store.fill(event("B"))
    assert store.sql("SELECT at_ms, actor, action, detail FROM audit_log") == [
        (int(NOON.timestamp() * 1000), "writer", "journal replayed", f"{name} {end}")
    ]


def test_a_journal_of_garbage_does_not_stop_the_writer(store: Store) -> None:
    store.journal.path.parent.mkdir()
    store.journal.path.write_bytes(json.dumps(["no", "journal"]).encode() * 50)
    store.fill(event("A"))
    assert store.ids() == ["A"]
    assert store.journal.empty
