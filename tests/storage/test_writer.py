from __future__ import annotations

import shutil
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.errors import DatabaseBusy, StorageError, UsageError
from omnisight_desktop.core.event import Committed, Gap
from omnisight_desktop.storage.events import EventFilter
from omnisight_desktop.storage.records import AuditEntry, LedgerEntry
from tests.storage.store import NOON, Store, event, locked


def note(number: int) -> AuditEntry:
    return AuditEntry(NOON, "ada", "look", f"the {number}th time")


def notes(store: Store) -> list[str]:
    return [r[0] for r in store.sql("SELECT detail FROM audit_log WHERE actor <> 'writer'")]


# --- in order ---------------------------------------------------------------------------------


def test_what_is_kept_is_stored_in_the_order_in_which_it_came(store: Store) -> None:
    names = [f"E{number:04}" for number in range(1500)]
    with store.writing() as writer:
        for name in names[:200]:
            assert writer.keep(event(name))
        assert writer.keep(*(event(name) for name in names[200:]))
    assert store.ids() == names


def test_many_values_are_committed_at_once(store: Store) -> None:
    with store.writing() as writer:
        writer.commit(*(event(f"E{number:04}") for number in range(2300)))
        assert len(store.ids()) == 2300


def test_what_was_kept_before_a_commit_is_there_after_it(store: Store) -> None:
    with store.writing() as writer:
        for number in range(50):
            assert writer.keep(event(f"K{number}"), event("E", text=f"word{number} first"))
            writer.commit(event("E", text=f"word{number} then"))
            assert store.finds(f"word{number}") == ["E"]
            assert store.finds("first") == []
            assert len(store.ids()) == number + 2


def test_committing_nothing_is_done_at_once(store: Store) -> None:
    store.writer().commit()


def test_the_bell_rings_with_the_newest_number(store: Store) -> None:
    rings = store.bus.listen(Committed, "test")
    with store.writing() as writer:
        writer.commit(event("A"), event("B"))
        writer.commit(event("C"))
    assert [ring.newest_seq for ring in rings.drain()] == [2, 3]
    assert store.events.newest_seq() == 3


def test_numbers_are_never_used_twice(store: Store) -> None:
    with store.writing() as writer:
        writer.commit(event("A"), event("B"))
        writer.erase("event", ["B"])
        writer.commit(event("C"))
    assert store.sql("SELECT seq, id FROM person_events") == [(1, "A"), (3, "C")]


# --- brought up to date -----------------------------------------------------------------------


def test_a_later_value_completes_an_event_and_nothing_unsaid_erases(store: Store) -> None:
    opened = event("E", text="a parcel", zone="porch", score=0.9)
    ended = event("E", end=NOON + timedelta(seconds=9), label=None, clip="C1")
    with store.writing() as writer:
        writer.commit(opened)
        writer.commit(ended)
    assert store.events.get("E") == replace(opened, end=ended.end, clip="C1")
    assert store.ids() == ["E"]


def test_the_same_event_twice_in_one_batch_is_one_event(store: Store) -> None:
    store.fill(event("E", text="first"), event("E", text="second", zone="porch"))
    assert store.ids() == ["E"]
    assert store.finds("second") == ["E"]
    assert store.finds("first") == []


def test_an_event_that_is_completed_is_counted_once(store: Store) -> None:
    store.fill(event("E"))
    store.fill(event("E", end=NOON + timedelta(seconds=5), text="later"))
    assert store.counted() == {("front", "appeared", "person", NOON): 1}
    assert store.events.count(EventFilter()) == 1


def test_a_label_that_is_corrected_moves_the_count(store: Store) -> None:
    store.fill(event("E", label="cat"), event("F", label="dog", camera="back"))
    store.fill(event("E", label="dog", after_s=3600))
    assert store.counted() == {
        ("front", "appeared", "dog", NOON + timedelta(hours=1)): 1,
        ("back", "appeared", "dog", NOON): 1,
    }
    assert store.events.labels() == ["dog"]
    assert store.finds("cat") == []
    assert store.finds("dog") == ["F", "E"]


def test_a_text_that_changes_is_found_by_its_new_words_only(store: Store) -> None:
    store.fill(event("E", text="somebody with a blue coat"))
    store.fill(event("E", text="somebody with a red coat"))
    assert store.finds("blue") == []
    assert store.finds("red coat") == ["E"]


# --- removed ----------------------------------------------------------------------------------


def test_what_is_erased_is_neither_found_nor_counted(store: Store) -> None:
    with store.writing() as writer:
        writer.commit(*(event(name, text=f"the {name} parcel") for name in ("A", "B", "C")))
        writer.erase("event", ["A", "C", "never there"])
    assert store.ids() == ["B"]
    assert store.finds("parcel") == ["B"]
    assert store.counted() == {("front", "appeared", "person", NOON): 1}
    store.sql("INSERT INTO event_words(event_words, rank) VALUES ('integrity-check', 1)")


def test_an_hour_without_events_leaves_no_count(store: Store) -> None:
    with store.writing() as writer:
        writer.commit(event("A"))
        writer.erase("event", ["A"])
    assert store.sql("SELECT * FROM event_counts") == []


@pytest.mark.parametrize("kind", ["audit", "ledger", "gap", "ghost", "event; DROP TABLE persons"])
def test_what_cannot_be_erased_is_refused(store: Store, kind: str) -> None:
    with store.writing() as writer, pytest.raises(StorageError, match="cannot be removed"):
        writer.erase(kind, ["1"])


def test_what_others_point_to_is_not_erased_and_the_reason_is_told(store: Store) -> None:
    store.sql("INSERT INTO cameras (id, name, uri) VALUES ('front', 'Front', '')")
    store.sql("INSERT INTO zones VALUES ('Z', 'front', 'porch', 'area', '[]')")
    with store.writing() as writer:
        with pytest.raises(StorageError, match="FOREIGN KEY"):
            writer.erase("camera", ["front"])
        writer.commit(event("E"))
    assert store.sql("SELECT count(*) FROM cameras") == [(1,)]


def test_what_is_protected_is_not_removed_whoever_asks(store: Store) -> None:
    clips = [Clip(n, "front", f"{n}.mp4", NOON, NOON, 1, protected=n == "B") for n in "ABC"]
    with store.writing() as writer:
        writer.commit(*clips, *(event(f"E{clip.id}", clip=clip.id) for clip in clips))
        writer.erase("clip", ["A", "B"])
    assert store.sql("SELECT id FROM event_clips ORDER BY id") == [("B",), ("C",)]


def test_events_do_not_name_a_clip_that_is_gone(store: Store) -> None:
    clips = [Clip(n, "front", f"{n}.mp4", NOON, NOON, 1) for n in "AB"]
    with store.writing() as writer:
        writer.commit(*clips, event("E", clip="A"), event("F", clip="B"), event("G", clip="A"))
        writer.erase("clip", ["A"])
    assert store.sql("SELECT id, clip_id FROM person_events ORDER BY id") == [
        ("E", None), ("F", "B"), ("G", None),
    ]  # fmt: skip


def test_a_gap_is_removed_by_both_parts_of_its_key(store: Store) -> None:
    gaps = [
        Gap(camera, NOON + timedelta(seconds=n), NOON + timedelta(hours=1), "no answer")
        for camera in ("front", "back")
        for n in range(2)
    ]
    with store.writing() as writer:
        writer.commit(*gaps)
        writer.erase("gap", [("front", to_ms(NOON)), ("back", to_ms(NOON) + 1000)])
    assert store.sql("SELECT camera_id, start_ms FROM coverage_gaps ORDER BY 1") == [
        ("back", to_ms(NOON)),
        ("front", to_ms(NOON) + 1000),
    ]


def test_what_is_removed_while_the_database_is_locked_goes_later(store: Store) -> None:
    gap = Gap("front", NOON, NOON + timedelta(hours=1), "no answer")
    store.fill(gap, event("A"))
    with store.writing() as writer:
        with locked(store.database.path):
            writer.erase("gap", [("front", to_ms(NOON))])
            writer.erase("event", ["A"])
        writer.commit(event("B"))
    assert store.ids() == ["B"]
    assert store.sql("SELECT * FROM coverage_gaps") == []


# --- a database that is locked ----------------------------------------------------------------


def test_a_locked_database_delays_what_is_committed_and_loses_nothing(store: Store) -> None:
    with store.writing() as writer:
        writer.commit(event("before"))
        with locked(store.database.path):
            for number in range(5):
                writer.commit(event(f"E{number}"), note(number))
            assert "Another program" in str(writer.trouble)
            assert not store.journal.empty
            assert store.ids() == ["before"]
        writer.commit(event("after"))
        assert writer.trouble is None
    assert store.ids() == ["before", *(f"E{n}" for n in range(5)), "after"]
    assert notes(store) == [note(n).detail for n in range(5)]
    assert store.journal.empty


def test_a_lock_that_is_let_go_is_noticed_without_anybody_writing(store: Store) -> None:
    rings = store.bus.listen(Committed, "test")
    with store.writing() as writer:
        with locked(store.database.path):
            writer.commit(event("E"))
        ring = rings.get(10)
        assert ring == Committed(1)
        assert store.ids() == ["E"]


def test_what_waits_when_the_program_ends_is_taken_in_at_the_next_start(store: Store) -> None:
    with locked(store.database.path), store.writing() as writer:
        for number in range(300):
            assert writer.keep(event(f"E{number:03}"))
    assert store.ids() == []
    with store.writing() as writer:
        writer.commit(event("last"))
    assert store.ids() == [*(f"E{n:03}" for n in range(300)), "last"]


def test_replaying_a_journal_twice_changes_nothing(store: Store) -> None:
    waiting = store.journal.path
    with locked(store.database.path), store.writing() as writer:
        writer.commit(event("A", text="one"), note(1), event("B"), note(2), note(2))
        writer.erase("event", ["B"])
        writer.commit(event("C"))
    copy = store.folder / "copy"
    shutil.copy(waiting, copy)
    store.fill(event("D"))
    # As if the program had been killed before it could remove the journal.
    shutil.copy(copy, waiting)
    store.fill(event("E"))
    assert store.ids() == ["A", "C", "D", "E"]
    assert notes(store) == [note(1).detail, note(2).detail, note(2).detail]
    assert store.events.count(EventFilter()) == 4
    assert store.journal.empty


def test_a_journal_that_was_half_replayed_goes_on_where_it_stopped(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("omnisight_desktop.storage.backlog._STEP", 10)
    with locked(store.database.path), store.writing() as writer:
        writer.commit(*(note(number) for number in range(45)))
    whole = store.journal.path.read_bytes()
    store.fill(note(45))
    # The last pieces were taken in, yet the journal is still there.
    store.journal.path.write_bytes(whole)
    store.fill(note(46))
    assert notes(store) == [note(n).detail for n in range(47)]


def test_while_locked_a_value_that_cannot_be_stored_is_told_and_holds_nothing_up(
    store: Store,
) -> None:
    with store.writing() as writer:
        with locked(store.database.path):
            with pytest.raises(StorageError, match="refused this event"):
                writer.commit(event("A"), event("bad", text="half \ud83d"), event("B"))
            with pytest.raises(StorageError, match="refused this clip"):
                writer.commit(clip("C", size_bytes=2**64))
        writer.commit(event("D"))
    assert store.ids() == ["A", "B", "D"]
    assert store.instruments.counter("writer.refused").value == 2


def test_what_is_committed_together_is_replayed_in_one_piece(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("omnisight_desktop.storage.backlog._STEP", 10)
    with locked(store.database.path), store.writing() as writer:
        writer.commit(*(event(f"A{n}") for n in range(4)))
        writer.commit(*(event(f"B{n:03}") for n in range(300)), together=True)
        writer.commit(event("C"))
    # Each ring is one transaction: what was there before, and what came to be there.
    rings = [0, *(ring.newest_seq for ring in rings_of(store, event("D")))]
    assert [after - before for before, after in pairwise(rings)][:2] == [304, 1]
    assert store.ids()[:5] == ["A0", "A1", "A2", "A3", "B000"]
    assert len(store.ids()) == 306


def rings_of(store: Store, value: Any) -> list[Committed]:
    """Store a value; how often the bell rang, and with what."""
    rings = store.bus.listen(Committed, "test")
    store.fill(value)
    rings.close()
    return rings.drain()


def test_what_is_too_large_for_the_journal_as_a_whole_is_refused_as_a_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("omnisight_desktop.storage.journal._LARGEST", 10_000)
    with store.writing() as writer:
        with locked(store.database.path):
            with pytest.raises(StorageError, match="too large"):
                writer.commit(*(event(f"A{n}") for n in range(100)), together=True)
            writer.commit(*(event(f"B{n:03}") for n in range(100)))
        writer.commit(event("C"))
    assert store.ids() == [*(f"B{n:03}" for n in range(100)), "C"]


def test_with_no_place_at_all_values_are_held_until_there_is_one(store: Store) -> None:
    blocked = store.folder / "journal"
    blocked.write_text("a file where the folder should be")
    with store.writing() as writer:
        with locked(store.database.path):
            assert writer.keep(event("A"))
            with pytest.raises(StorageError):
                writer.commit(event("B"), timeout_s=0.1)
            assert writer.waiting > 0
        writer.commit(event("C"))
        assert writer.waiting == 0
    assert store.ids() == ["A", "B", "C"]


def test_what_can_be_stored_nowhere_is_told_to_who_waits(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    (store.folder / "journal").write_text("a file where the folder should be")
    with locked(store.database.path), ThreadPoolExecutor(1) as pool:
        writer = store.writer()
        writer.start()
        waiting = pool.submit(writer.commit, event("A"))
        assert writer.keep(event("B"))
        writer.stop()
        with pytest.raises(StorageError):
            waiting.result(10)
    assert "could be stored nowhere" in caplog.text


# --- values that cannot be stored -------------------------------------------------------------


def clip(name: str, **more: Any) -> Clip:
    told: dict[str, Any] = {
        "id": name,
        "camera": "front",
        "path": f"clips/{name}.mp4",
        "start": NOON,
        "end": NOON + timedelta(seconds=5),
        "size_bytes": 5,
        **more,
    }
    return Clip(**told)


@pytest.mark.parametrize(
    "bad",
    [
        event("bad", text="half a letter \ud83d"),
        event("bad\udc00"),
        clip("bad", size_bytes=2**63),
        clip("bad", size_bytes=-(2**80)),
        clip("bad", path=None),
        event("bad", camera=None),
        event("bad", zone=("not", "a", "word")),
    ],
    ids=repr,
)
def test_a_value_that_cannot_be_stored_takes_no_other_with_it(store: Store, bad: Any) -> None:
    with store.writing() as writer:
        with pytest.raises(StorageError, match=r"refused this (event|clip)"):
            writer.commit(event("A", text="one"), bad, clip("C"), event("B", text="two"))
        assert writer.trouble is None
        assert writer.keep(event("K"), bad, event("L"))
        writer.commit(event("D"))
    assert store.ids() == ["A", "B", "K", "L", "D"]
    assert store.sql("SELECT id FROM event_clips") == [("C",)]
    assert store.finds("two") == ["B"]
    assert store.journal.empty
    assert store.instruments.counter("writer.refused").value == 2


def test_who_gave_nothing_wrong_hears_nothing_of_it(store: Store) -> None:
    writer = store.writer()
    with ThreadPoolExecutor(2) as pool:
        bad = pool.submit(writer.commit, event("bad", text="\udfff"))
        good = pool.submit(writer.commit, event("good"))
        writer.start()
        assert good.result(10) is None
        with pytest.raises(StorageError):
            bad.result(10)
    writer.stop()
    assert store.ids() == ["good"]


def test_odd_values_that_can_be_stored_are(store: Store) -> None:
    odd = [
        event("nan", score=float("nan")),
        event("far", score=float("inf")),
        event("nul", text="before\0after", zone="\0"),
        event("small", score=np.float32(0.5)),
        event("emoji", text="a 🦊 went by"),
        event("", label=""),
        event("long", text="word " * 100_000),
        event("old", start=NOON.replace(year=1)),
        event("new", start=NOON.replace(year=9999)),
    ]
    store.fill(*odd, clip("C", size_bytes=np.int64(5)))
    assert store.sql("SELECT size_bytes FROM event_clips") == [(5,)]
    found = {one.id: store.events.get(one.id) for one in odd}
    assert found["nan"] == event("nan")  # nobody knows it
    assert found["small"] == event("small", score=0.5)
    for name in ("far", "nul", "emoji", "", "long", "old", "new"):
        assert found[name] == next(one for one in odd if one.id == name)
    assert store.finds("after") == ["nul"]
    store.sql("INSERT INTO event_words(event_words, rank) VALUES ('integrity-check', 1)")


def test_what_nobody_knows_how_to_store_is_refused_before_it_is_taken(store: Store) -> None:
    writer = store.writer()
    with pytest.raises(StorageError, match="how to store a str"):
        writer.keep("just words")
    with pytest.raises(UsageError, match="no time zone"):
        writer.keep(event("A", start=NOON.replace(tzinfo=None)))
    assert writer.waiting == 0


def test_two_clips_cannot_be_the_same_file(store: Store) -> None:
    with store.writing() as writer:
        writer.commit(clip("A"))
        with pytest.raises(StorageError, match="UNIQUE"):
            writer.commit(clip("B", path=clip("A").path))
        writer.erase("clip", ["A"])
        writer.commit(clip("B", path=clip("A").path))
    assert store.sql("SELECT id FROM event_clips") == [("B",)]


# --- the end, and too much at once ------------------------------------------------------------


def test_stopping_stores_everything_that_was_accepted(store: Store) -> None:
    writer = store.writer()
    writer.start()
    underway = threading.Barrier(5)

    def produce(producer: int) -> list[str]:
        accepted = []
        for number in range(100_000):
            name = f"{producer}-{number}"
            if not writer.keep(event(name)):
                break
            accepted.append(name)
            if number == 50:
                underway.wait(10)
        return accepted

    with ThreadPoolExecutor(4) as pool:
        producing = [pool.submit(produce, producer) for producer in range(4)]
        underway.wait(10)
        writer.stop()
        accepted = [future.result(10) for future in producing]
    stored = store.ids()
    for producer, names in enumerate(accepted):
        assert [name for name in stored if name.startswith(f"{producer}-")] == names
    assert writer.waiting == 0


def test_after_the_end_nothing_is_accepted(store: Store) -> None:
    with store.writing() as writer:
        pass
    assert writer.keep(event("A")) is False
    with pytest.raises(StorageError, match="takes in nothing more"):
        writer.commit(event("A"))
    with pytest.raises(StorageError, match="takes in nothing more"):
        writer.erase("event", ["A"])


def test_when_nobody_takes_anything_producers_wait_and_memory_does_not_grow(store: Store) -> None:
    writer = store.writer()
    accepted = 0
    while writer.keep(event(f"E{accepted}"), timeout_s=0):
        accepted += 1
        assert accepted <= 1000
    assert accepted == writer.waiting
    many = [event(f"M{number}") for number in range(5000)]
    assert writer.keep(*many, timeout_s=0) is False
    writer.start()
    writer.stop()
    assert len(store.ids()) == accepted


def test_a_commit_that_nobody_answers_says_so_in_time(store: Store) -> None:
    writer = store.writer()
    with pytest.raises(DatabaseBusy, match="did not answer"):
        writer.commit(event("A"), timeout_s=0.01)
    writer.stop()
    assert not store.journal.empty  # it was accepted
    store.fill(event("B"))
    assert store.ids() == ["A", "B"]


def test_a_writer_that_never_ran_keeps_what_it_accepted(store: Store) -> None:
    writer = store.writer()
    assert writer.keep(event("A"), event("B"))
    writer.stop()
    store.fill(event("C"))
    assert store.ids() == ["A", "B", "C"]


def test_commits_get_through_while_others_push_without_end(store: Store) -> None:
    done = threading.Event()
    with store.writing() as writer, ThreadPoolExecutor(4) as pool:

        def push(producer: int) -> int:
            number = 0
            while not done.is_set():
                assert writer.keep(event(f"{producer}-{number}"))
                number += 1
            return number

        pushing = [pool.submit(push, producer) for producer in range(4)]
        for number in range(20):
            writer.commit(event(f"C{number}"))
            assert store.events.get(f"C{number}") is not None
        done.set()
        pushed = sum(future.result(10) for future in pushing)
    assert len(store.ids()) == pushed + 20


def test_a_batch_that_fails_midway_leaves_nothing_behind(store: Store) -> None:
    """A trigger stands for anything that breaks a batch after some of its rows were written."""
    store.sql(
        "CREATE TRIGGER trap BEFORE INSERT ON person_events WHEN new.id = 'trap' "
        "BEGIN SELECT raise(ABORT, 'trapped'); END"
    )
    with store.writing() as writer, pytest.raises(StorageError, match="trapped"):
        writer.commit(event("A", text="hello"), event("trap"), event("B"))
    assert store.ids() == ["A", "B"]
    assert store.counted() == {("front", "appeared", "person", NOON): 2}


# --- what only grows --------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["audit_log", "ledger"])
@pytest.mark.parametrize("change", ["UPDATE {} SET detail = 'nothing'", "DELETE FROM {}"])
def test_logs_only_grow(store: Store, table: str, change: str) -> None:
    store.fill(note(1), LedgerEntry(NOON, "api.example.org", "chat", 120, 900))
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store.sql(change.format(table))
    assert store.sql(f"SELECT count(*) FROM {table}") == [(1,)]


def test_the_same_entry_twice_is_two_entries(store: Store) -> None:
    store.fill(note(1), note(1))
    assert notes(store) == [note(1).detail] * 2


def test_a_gap_that_grows_stays_one_gap(store: Store) -> None:
    gap = Gap("front", NOON, NOON + timedelta(seconds=5), "the cable is loose")
    store.fill(gap)
    store.fill(replace(gap, end=NOON + timedelta(seconds=50)))
    ends = store.sql("SELECT end_ms - start_ms FROM coverage_gaps")
    assert ends == [(50_000,)]


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    other = Store.at(tmp_path / "Ä ?mode=ro&x#y %41")
    other.fill(event("A"))
    assert other.ids() == ["A"]
    other.database.close()
