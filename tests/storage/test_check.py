"""The check: what it finds, what it mends, and what it never touches."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.clock import ManualClock, from_ms, to_ms
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.storage.check import check
from omnisight_desktop.storage.footage import FOUND
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.owner import own

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
#: The beginning of an MP4 as the recorder writes it: its index comes first.
VIDEO = b"\x00\x00\x00\x18ftypiso5\x00\x00\x02\x00iso5mp41\x00\x00\x00\x08moov" + bytes(3000)


@dataclass
class Place:
    """An installation with two clips, three events and a transcript."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "omnisight.db"

    @property
    def media(self) -> Path:
        return self.root / "media"

    def clip(self, name: str) -> Path:
        return self.media / "clips" / "front" / "2026-05-03" / name

    def do(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            return connection.execute(sql, values).fetchall()

    def look(self) -> dict[str, Check]:
        return self._by_name(repair=False)

    def repair(self) -> dict[str, Check]:
        with own(self.root):
            return self._by_name(repair=True)

    def _by_name(self, *, repair: bool) -> dict[str, Check]:
        clock = ManualClock(NOON + timedelta(hours=1))
        return {c.name: c for c in check(self.database, self.media, repair=repair, clock=clock)}

    def fingerprint(self) -> dict[str, str]:
        files = (p for p in self.root.rglob("*") if p.is_file() and p.name != "owner.lock")
        return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Place:
    made = Place(tmp_path_factory.mktemp("filled"))
    upgrade(made.database, made.root / "backups")
    made.do("INSERT INTO cameras (id, name, uri) VALUES ('front', 'Front', '')")
    for number, protected in ((1, 0), (2, 1)):
        name = f"12000{number}-C{number}.mp4"
        add_file(made.clip(name), VIDEO)
        made.do(
            "INSERT INTO event_clips VALUES (?, 'front', ?, ?, ?, ?, '', ?)",
            f"C{number}",
            f"clips/front/2026-05-03/{name}",
            to_ms(NOON),
            to_ms(NOON) + 5000,
            len(VIDEO),
            protected,
        )
    for number, clip in ((1, "C1"), (2, "C2"), (3, None)):
        made.do(
            "INSERT INTO person_events (id, camera_id, type, label, start_ms, text, clip_id)"
            " VALUES (?, 'front', 'appeared', 'person', ?, 'a parcel came', ?)",
            f"E{number}",
            to_ms(NOON) + number,
            clip,
        )
    made.do(
        "INSERT INTO transcripts (id, camera_id, start_ms, end_ms, text)"
        " VALUES ('T1', 'front', 0, 1, 'hello John')"
    )
    assert all_ok(made.look())
    return made


@pytest.fixture
def place(tmp_path: Path, filled: Place) -> Place:
    shutil.copytree(filled.root, tmp_path, dirs_exist_ok=True)
    return Place(tmp_path)


def all_ok(found: dict[str, Check]) -> bool:
    return all(one.state is Health.OK for one in found.values())


def add_file(path: Path, content: bytes, at: datetime = NOON) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def test_looking_changes_nothing(place: Place) -> None:
    place.clip("120001-C1.mp4").unlink()
    place.do("INSERT INTO event_words(event_words) VALUES ('delete-all')")
    add_file(place.clip("120009-C9.mp4.part"), b"x")
    before = place.fingerprint()
    found = place.look()
    assert place.fingerprint() == before
    wrong = {name for name, one in found.items() if one.state is not Health.OK}
    assert wrong == {"clips", "search index event_words", "unfinished footage"}


def search_index_lost(place: Place) -> None:
    place.do("INSERT INTO event_words(event_words) VALUES ('delete-all')")


def search_index_astray(place: Place) -> None:
    place.do("INSERT INTO event_words(rowid, text, label, zone) VALUES (99, 'a ghost', NULL, NULL)")


def search_index_behind(place: Place) -> None:
    place.do("DROP TRIGGER event_words_update")
    place.do("UPDATE person_events SET text = 'a letter came' WHERE id = 'E1'")
    place.do("UPDATE person_events SET text = 'a parcel came' WHERE id = 'E2'")


def spoken_index_lost(place: Place) -> None:
    place.do("INSERT INTO transcript_words(transcript_words) VALUES ('delete-all')")


def counts_wrong(place: Place) -> None:
    place.do("UPDATE event_counts SET events = 7")


def counts_lost(place: Place) -> None:
    place.do("DELETE FROM event_counts")


def counts_astray(place: Place) -> None:
    place.do("INSERT INTO event_counts VALUES (0, 'front', 'appeared', '', 3)")


def zone_without_camera(place: Place) -> None:
    place.do("INSERT INTO zones VALUES ('Z1', 'gone', 'yard', 'area', '[]')")


def message_without_conversation(place: Place) -> None:
    place.do(
        "INSERT INTO messages (id, conversation_id, role, content, cited, created_ms)"
        " VALUES ('M1', 'gone', 'user', 'hi', '[]', 0)"
    )


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        (search_index_lost, "search index event_words"),
        (search_index_astray, "search index event_words"),
        (search_index_behind, "search index event_words"),
        (spoken_index_lost, "search index transcript_words"),
        (counts_wrong, "hourly counts"),
        (counts_lost, "hourly counts"),
        (counts_astray, "hourly counts"),
        (zone_without_camera, "references"),
        (message_without_conversation, "references"),
    ],
)
def test_what_can_be_computed_anew_is_found_and_mended(
    place: Place, harm: Callable[[Place], None], name: str
) -> None:
    harm(place)
    found = place.look()
    assert found[name].state is Health.FAILED
    assert "--repair" in found[name].fix
    assert [n for n, one in found.items() if one.state is not Health.OK] == [name]
    mended = place.repair()[name]
    assert mended.state is Health.OK
    assert mended.reason.startswith("mended")
    assert all_ok(place.look())


def test_after_mending_the_words_are_found_again(place: Place) -> None:
    search_index_lost(place)
    place.repair()
    hits = place.do("SELECT rowid FROM event_words WHERE event_words MATCH 'parcel'")
    assert len(hits) == 3
    assert place.do("SELECT events FROM event_counts") == [(3,), (3,)]


def test_mending_is_noted_where_nobody_can_take_it_back(place: Place) -> None:
    counts_wrong(place)
    place.repair()
    rows = place.do("SELECT actor, action, at_ms FROM audit_log")
    assert rows == [("db check", "mend hourly counts", to_ms(NOON + timedelta(hours=1)))]
    place.repair()
    assert len(place.do("SELECT * FROM audit_log")) == 1


def test_a_row_is_kept_and_what_it_points_to_gets_a_stand_in(place: Place) -> None:
    zone_without_camera(place)
    place.repair()
    assert place.do("SELECT id FROM zones") == [("Z1",)]
    assert place.do("SELECT name, enabled FROM cameras WHERE id = 'gone'") == [("gone", 0)]


def test_a_clip_whose_file_is_gone_is_unlisted_and_its_event_stays(place: Place) -> None:
    place.clip("120001-C1.mp4").unlink()
    assert place.look()["clips"].state is Health.FAILED
    assert place.repair()["clips"].state is Health.OK
    assert place.do("SELECT id FROM event_clips") == [("C2",)]
    assert place.do("SELECT id, clip_id FROM person_events ORDER BY id") == [
        ("E1", None),
        ("E2", "C2"),
        ("E3", None),
    ]


def test_a_protected_clip_stays_listed_and_is_reported(place: Place) -> None:
    place.clip("120002-C2.mp4").unlink()
    after = place.repair()["clips"]
    assert after.state is Health.FAILED
    assert "protected" in after.reason
    assert "120002-C2.mp4" in after.reason
    assert place.do("SELECT id FROM event_clips ORDER BY id") == [("C1",), ("C2",)]


@pytest.mark.parametrize("taken_out", ["media", "media/clips", "media/clips/front"])
def test_a_disk_that_is_not_there_unlists_nothing(place: Place, taken_out: str) -> None:
    shutil.rmtree(place.root / taken_out)
    for state in ("gone", "empty mount point"):
        after = place.repair()["clips"]
        assert after.state is Health.FAILED, state
        assert "disk" in after.fix
        (place.root / taken_out).mkdir(parents=True, exist_ok=True)
    assert len(place.do("SELECT * FROM event_clips")) == 2


def test_a_file_of_another_length_is_reported_and_left(place: Place) -> None:
    path = place.clip("120001-C1.mp4")
    path.write_bytes(VIDEO[:-5])
    for found in (place.look(), place.repair()):
        assert found["size of clips"].state is Health.FAILED
        assert "120001-C1.mp4" in found["size of clips"].reason
    assert path.read_bytes() == VIDEO[:-5]
    assert place.do("SELECT size_bytes FROM event_clips WHERE id = 'C1'") == [(len(VIDEO),)]


def test_a_clip_outside_the_media_folder_is_never_touched(place: Place) -> None:
    secret = add_file(place.root / "secret.mp4", VIDEO)
    place.do("UPDATE event_clips SET path = '../secret.mp4' WHERE id = 'C1'")
    after = place.repair()["clips"]
    assert after.state is Health.FAILED
    assert "outside" in after.reason
    assert secret.exists()
    assert len(place.do("SELECT * FROM event_clips WHERE path LIKE '../%'")) == 1


def test_footage_that_nobody_knows_is_listed_again(place: Place) -> None:
    written = NOON + timedelta(minutes=5, seconds=8)
    file = add_file(place.clip("120500-C7.mp4"), VIDEO, written)
    assert place.look()["footage without a clip"].state is Health.DEGRADED
    assert "1 are listed again" in place.repair()["footage without a clip"].reason
    row = place.do("SELECT * FROM event_clips WHERE id = 'C7'")[0]
    start = to_ms(NOON + timedelta(minutes=5))
    digest = hashlib.sha256(VIDEO).hexdigest()
    path = "clips/front/2026-05-03/120500-C7.mp4"
    assert row == ("C7", "front", path, start, to_ms(written), len(VIDEO), digest, 0)
    assert file.read_bytes() == VIDEO


def test_the_end_of_old_footage_is_not_guessed_at_hours_later(place: Place) -> None:
    add_file(place.clip("120500-C7.mp4"), VIDEO, NOON + timedelta(days=9))
    place.repair()
    start, end = place.do("SELECT start_ms, end_ms FROM event_clips WHERE id = 'C7'")[0]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert from_ms(end) - from_ms(start) <= timedelta(minutes=1)


@pytest.mark.parametrize(
    "name",
    [
        "clips/front/2026-05-03/holiday.mp4",
        "clips/front/2026-05-33/120500-C7.mp4",
        "clips/unknown/2026-05-03/120500-C7.mp4",
        "clips/front/2026-05-03/120500-C1.mp4",
        "film.MKV",
    ],
)
def test_footage_that_says_nothing_of_itself_is_put_in_found(place: Place, name: str) -> None:
    add_file(place.media / name, VIDEO + b"unique")
    assert place.look()["footage without a clip"].state is Health.DEGRADED
    place.repair()
    assert not (place.media / name).exists()
    assert (place.media / FOUND / name).read_bytes() == VIDEO + b"unique"
    assert len(place.do("SELECT * FROM event_clips")) == 2


def test_found_footage_is_never_put_over_other_found_footage(place: Place) -> None:
    for content in (b"first", b"second", b"third"):
        add_file(place.media / "film.mp4", content)
        place.repair()
    contents = {p.read_bytes() for p in (place.media / FOUND).iterdir()}
    assert contents == {b"first", b"second", b"third"}


def test_what_is_no_footage_is_not_looked_at(place: Place) -> None:
    note = add_file(place.media / "thumbs" / "front.jpg", b"picture")
    assert all_ok(place.look())
    place.repair()
    assert note.exists()


def test_footage_that_was_never_finished_is_listed_if_it_plays(place: Place) -> None:
    add_file(place.clip("120500-C7.mp4.part"), VIDEO, NOON + timedelta(minutes=5, seconds=3))
    add_file(place.clip("120600-C8.mp4.part"), b"\x00\x00\x00\x18ftypisomno index yet")
    add_file(place.clip("120700-C9.mp4.part"), b"")
    assert place.look()["unfinished footage"].state is Health.DEGRADED
    assert place.repair()["unfinished footage"].state is Health.OK
    assert place.clip("120500-C7.mp4").read_bytes() == VIDEO
    assert [row[0] for row in place.do("SELECT id FROM event_clips ORDER BY id")] == [
        "C1",
        "C2",
        "C7",
    ]
    parked = place.media / FOUND / "clips" / "front" / "2026-05-03" / "120600-C8.mp4.part"
    assert parked.exists()
    assert not list(place.clip("x").parent.glob("*.part"))


def test_beside_a_running_program_fresh_footage_is_not_called_lost(place: Place) -> None:
    now = NOON + timedelta(hours=1)
    add_file(place.clip("130000-C7.mp4.part"), VIDEO, now - timedelta(seconds=3))
    add_file(place.clip("125950-C6.mp4"), VIDEO, now - timedelta(seconds=9))
    with own(place.root):
        assert all_ok(place.look())
    assert not all_ok(place.look())


def test_beside_a_running_program_the_lost_index_is_seen_without_writing(place: Place) -> None:
    search_index_lost(place)
    with own(place.root):
        before = place.fingerprint()
        assert place.look()["search index event_words"].state is Health.FAILED
        assert {k: v for k, v in place.fingerprint().items() if k in before} == before


def test_an_index_that_lacks_rows_is_built_anew(place: Place) -> None:
    hidden = place.do("SELECT * FROM sqlite_master WHERE name = 'ix_person_events_start_ms'")[0]
    edit_schema(place, "DELETE FROM sqlite_master WHERE name = ?", hidden[1])
    place.do(
        "INSERT INTO person_events (id, camera_id, type, start_ms) VALUES ('E4', 'front', 'left', 9)"
    )
    edit_schema(place, "INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", *hidden)
    assert place.look()["database"].state is Health.FAILED
    assert "mended" in place.repair()["database"].reason
    assert all_ok(place.look())
    assert place.do("SELECT id FROM person_events WHERE start_ms < 10") == [("E4",)]


def edit_schema(place: Place, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(place.database, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(sql, values)


def test_a_damaged_database_is_said_and_not_touched(place: Place) -> None:
    with place.database.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xa5" * 4096 * 4)
    before = place.fingerprint()
    for found in (place.look(), place.repair()):
        assert list(found) == ["database"]
        assert found["database"].state is Health.FAILED
        assert "db restore" in found["database"].fix
    assert place.fingerprint() == before


def test_a_newer_shape_is_said(place: Place) -> None:
    place.do("UPDATE alembic_version SET version_num = 'from-the-future'")
    found = place.look()
    assert list(found) == ["database"]
    assert "newer" in found["database"].reason
