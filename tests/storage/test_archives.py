"""The small archives: cameras, people, clips, paths and gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import StorageError, UsageError
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.identity import Person, PersonState
from omnisight_desktop.core.track import TrackPath, TrackPicture
from omnisight_desktop.storage.cameras import CameraArchive
from omnisight_desktop.storage.clips import ClipArchive
from omnisight_desktop.storage.people import PersonArchive
from omnisight_desktop.storage.records import LedgerEntry, Transcript
from omnisight_desktop.storage.tracks import TrackArchive
from tests.storage.store import NOON, Store


def minute(number: float) -> timedelta:
    return timedelta(minutes=number)


# --- cameras and people -----------------------------------------------------------------------


def test_cameras_come_by_name(store: Store) -> None:
    porch = Camera("porch", "Porch", "rtsp://10.0.0.2/live")
    attic = Camera("attic", "Attic", "webcam:0", enabled=False)
    store.fill(porch, attic)
    archive = CameraArchive(store.database)
    assert archive.all() == [attic, porch]
    assert archive.get("porch") == porch
    assert archive.get("cellar") is None


def test_a_camera_may_be_renamed_and_switched_off(store: Store) -> None:
    porch = Camera("porch", "Porch", "rtsp://10.0.0.2/live")
    store.fill(porch)
    changed = replace(porch, name="Front porch", enabled=False)
    store.fill(changed)
    assert CameraArchive(store.database).all() == [changed]


def test_people_come_by_name_and_learn_more(store: Store) -> None:
    nobody = Person("Person_0000000A", None, first_seen=NOON)
    ada = Person("Person_0000000B", "Ada", NOON, NOON + minute(5), note="a friend")
    store.fill(nobody, ada)
    seen = Person("Person_0000000A", None, last_seen=NOON + minute(9), state=PersonState.ARCHIVED)
    store.fill(seen)
    assert PersonArchive(store.database).all() == [replace(seen, first_seen=NOON), ada]


# --- clips ------------------------------------------------------------------------------------


def clip(name: str, after: float, camera: str = "front") -> Clip:
    start = NOON + minute(after)
    end = start + timedelta(seconds=7.5)
    return Clip(name, camera, f"clips/{name}.mp4", start, end, 10**10, "ab" * 32)


def test_clips_come_newest_first(store: Store) -> None:
    clips = [clip("A", 1), clip("B", 3), clip("C", 2, "back"), clip("D", 3)]
    store.fill(*clips)
    a, b, c, d = clips
    archive = ClipArchive(store.database)
    assert archive.newest() == [d, b, c, a]
    assert archive.newest(limit=2) == [d, b]
    assert archive.newest(camera="back") == [c]
    assert archive.newest(camera="roof") == []
    assert archive.get("C") == c
    assert archive.get("nothing") is None


def test_a_clip_may_be_protected_later(store: Store) -> None:
    store.fill(clip("A", 0))
    store.fill(replace(clip("A", 0), protected=True))
    found = ClipArchive(store.database).get("A")
    assert found is not None
    assert found.protected is True
    assert found.duration_s == 7.5


@pytest.mark.parametrize("limit", [0, -1, 2**70])
def test_a_number_of_clips_that_makes_no_sense_is_refused(store: Store, limit: int) -> None:
    with pytest.raises(UsageError):
        ClipArchive(store.database).newest(limit=limit)


# --- paths and gaps ---------------------------------------------------------------------------


def path(name: str, after: float, lasts_s: int, camera: str = "front") -> TrackPath:
    count = lasts_s * 5 + 1
    boxes = np.linspace([0.1, 0.2, 0.2, 0.5], [0.6, 0.2, 0.7, 0.5], count).astype(np.float32)
    offsets = np.arange(count, dtype=np.int64) * 200
    return TrackPath(
        name, camera, "person", NOON + minute(after), offsets, boxes, "Person_0000000A"
    )


def test_a_path_comes_back(store: Store) -> None:
    given = path("T", 0, 10)
    store.fill(given)
    found = TrackArchive(store.database).get("T")
    assert found is not None
    assert (found.track, found.camera, found.label, found.start, found.person) == (
        "T", "front", "person", NOON, "Person_0000000A",
    )  # fmt: skip
    assert np.array_equal(found.offsets_ms, given.offsets_ms)
    assert np.allclose(found.boxes, given.boxes, atol=2e-4)
    assert TrackArchive(store.database).get("nobody") is None


def test_a_path_that_went_on_takes_the_place_of_its_beginning(store: Store) -> None:
    store.fill(path("T", 0, 10))
    store.fill(path("T", 0, 60))
    found = TrackArchive(store.database).get("T")
    assert found is not None
    assert len(found) == 301
    assert store.sql("SELECT count(*), max(end_ms - start_ms), points FROM tracks") == [
        (1, 60_000, 301)
    ]


def test_paths_of_a_stretch_of_time_are_those_that_reach_into_it(store: Store) -> None:
    store.fill(
        path("before", 0, 60),
        path("into", 8, 180),
        path("inside", 11, 30),
        path("elsewhere", 11, 30, "back"),
        path("after", 21, 30),
    )
    archive = TrackArchive(store.database)
    found = archive.between("front", NOON + minute(10), NOON + minute(20))
    assert [one.track for one in found] == ["into", "inside"]


def test_a_path_without_a_point_is_still_a_path(store: Store) -> None:
    store.fill(path("T", 0, 0))
    empty = replace(
        path("E", 1, 0), offsets_ms=np.zeros(0, np.int64), boxes=np.zeros((0, 4), np.float32)
    )
    store.fill(empty)
    found = TrackArchive(store.database).between("front", NOON, NOON + minute(5))
    assert [len(one) for one in found] == [1, 0]


def test_a_path_that_is_damaged_is_told_in_words(store: Store) -> None:
    store.fill(path("T", 0, 10))
    store.sql("UPDATE tracks SET path = x'01ff'")
    with pytest.raises(StorageError, match="damaged"):
        TrackArchive(store.database).get("T")


def test_pictures_are_found_by_their_tracks(store: Store) -> None:
    some = [
        TrackPicture(f"T{number}", "front", NOON + minute(number), "a.jpg", "b.jpg", 9)
        for number in range(3)
    ]
    store.fill(*some)
    archive = TrackArchive(store.database)
    assert archive.picture("T1") == some[1]
    assert archive.picture("T9") is None
    assert archive.pictures(["T2", "T9", "T0", "T2"]) == {"T0": some[0], "T2": some[2]}
    assert archive.pictures([]) == {}
    assert len(archive.pictures(f"T{number}" for number in range(2000))) == 3
    later = replace(some[1], at=NOON + minute(9), crop="c.jpg")
    store.fill(later)
    assert archive.picture("T1") == later


def test_gaps_of_a_stretch_of_time_are_those_that_reach_into_it(store: Store) -> None:
    early = Gap("front", NOON, NOON + minute(10), "the cable is loose")
    into = Gap("front", NOON + minute(10), NOON + minute(12), "no answer")
    late = Gap("front", NOON + minute(20), NOON + minute(21), "no answer")
    store.fill(late, into, early, replace(into, camera="back"))
    archive = TrackArchive(store.database)
    assert archive.gaps("front", NOON + minute(10), NOON + minute(20)) == [into]
    assert archive.gaps("front", NOON, NOON + minute(60)) == [early, into, late]


# --- what is said, and what left the house ----------------------------------------------------


def test_what_was_said_is_found_by_its_words(store: Store) -> None:
    said = Transcript("S", "front", NOON, NOON + minute(1), "Grüß Gott, Herr Müller", "de")
    store.fill(said)
    found = "SELECT t.id FROM transcript_words w JOIN transcripts t ON t.seq = w.rowid "
    assert store.sql(found + "WHERE transcript_words MATCH 'gruß muller'") == [("S",)]
    store.fill(replace(said, text="Guten Tag"))
    assert store.sql(found + "WHERE transcript_words MATCH 'muller'") == []
    assert store.sql(found + "WHERE transcript_words MATCH 'guten'") == [("S",)]


def test_every_request_that_left_is_an_entry(store: Store) -> None:
    store.fill(LedgerEntry(NOON, "api.example.org", "chat", 2**40, 7, "a question"))
    entries = store.sql("SELECT destination, purpose, bytes_out, bytes_in, detail FROM ledger")
    assert entries == [("api.example.org", "chat", 2**40, 7, "a question")]
