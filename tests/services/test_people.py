"""People: who is who as humans say it, each change with a way back; and forgetting for good."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import NotFound, StorageError, UsageError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.face import Face, FaceKind, Sighting, Verdict
from omnisight_desktop.core.gesture import EventPoses, Gesture, Take
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.track import TrackPath, TrackPicture
from omnisight_desktop.pipeline.handover import Handovers
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter
from omnisight_desktop.storage.forget import FORGOTTEN
from omnisight_desktop.storage.records import Conversation, Message, Transcript
from tests.fakes.faces import blank, paint, painted_reader, vector
from tests.home import NOON, event, furnished

ANNA, BERT = "Person_AAAAAAAA", "Person_BBBBBBBB"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        house.people.recognition._reader = painted_reader()
        yield house


def photo(path: Path, who: int, *also: int, blur: float = 0.0) -> Path:
    """A photograph of somebody, and of others beside."""
    image = blank(480, 240)
    for place, one in enumerate((who, *also)):
        paint(image, one, 40 + 140 * place, 80, blur)
    cv2.imwrite(str(path), image)
    return path


def seen(track: str, person: str | None, who: int, hours_ago: float = 1.0) -> list[object]:
    """Somebody was followed: with an event, a path, looks at the face, and who it was."""
    start = NOON - timedelta(hours=hours_ago)
    end = start + timedelta(seconds=20)
    kind = FaceKind.SEEN if person else FaceKind.EVIDENCE
    looks = [
        Face(f"{track}F{n}", kind, "painted", vector(who), 0.8, start, person, "porch", track)
        for n in range(2)
    ]
    verdict = Verdict.KNOWN if person else Verdict.UNSURE
    path = TrackPath(
        track, "porch", "person", start, np.zeros(1, np.int64), np.zeros((1, 4), np.float32), person
    )
    told = Event(
        f"E{track}", "porch", "appeared", start, end, label="person", person=person, track=track
    )
    return [*looks, path, told, Sighting(track, "porch", start, end, verdict, person)]


def stored(house: House, *values: object) -> None:
    house.keeper.commit(*values)


def people_of(house: House) -> dict[str, str | None]:
    """Who is named in which event."""
    return {e.id: e.person for e in house.events.page(EventFilter()).events}


def wave(by: str) -> Gesture:
    """A gesture that somebody taught."""
    take = Take(np.zeros((4, 33, 4), np.float32), np.arange(4) / 30)
    return Gesture("G1", "wave", (take,), NOON, by)


def two(house: House) -> None:
    """Anna was seen twice, a visitor once."""
    stored(house, Person(ANNA, "Anna"), Person(BERT, None, visitor=1))
    stored(house, *seen("T1", ANNA, 1, 30), *seen("T2", ANNA, 1, 2), *seen("T3", BERT, 2))


def test_everybody_is_listed_with_how_often_they_came(house: House) -> None:
    two(house)
    stored(house, *seen("T4", ANNA, 1, 1.99))  # a minute after the second time: the same visit
    anna, bert = house.people.all()
    assert (anna.person.shown, anna.seen.visits, anna.looks) == ("Anna", 2, 6)
    assert anna.first == NOON - timedelta(hours=30)
    assert (bert.person.shown, bert.seen.visits) == ("Visitor 1", 1)


def test_people_are_found_by_name_id_and_number(house: House) -> None:
    two(house)
    assert house.people.get("anna ").id == ANNA
    assert house.people.get("visitor 1").id == BERT
    assert house.people.get(BERT.lower()).id == BERT
    with pytest.raises(NotFound, match="nobody|Nobody"):
        house.people.get("Carla")


def test_a_visitor_gets_a_name_and_loses_it_again(house: House) -> None:
    two(house)
    assert house.people.rename("Visitor 1", "Bert").name == "Bert"
    assert house.people.get("Bert").id == BERT
    house.people.undo()
    assert house.people.get("Visitor 1").name is None
    assert len(house.people.faces(house.people.get(BERT))) == 2  # nothing went with the name
    with pytest.raises(NotFound, match="nothing to undo"):
        house.people.undo()


def test_a_name_that_somebody_has_is_refused(house: House) -> None:
    two(house)
    with pytest.raises(UsageError, match="already"):
        house.people.rename("Visitor 1", "ANNA")
    for wrong in ("", "  ", "a\nb\x00", "x" * 101):
        with pytest.raises(UsageError, match="no name"):
            house.people.rename("Visitor 1", wrong)


def test_merged_people_are_one_everywhere_and_two_again_when_undone(house: House) -> None:
    two(house)
    before = people_of(house)
    house.people.merge("Anna", ["Visitor 1"])
    assert set(people_of(house).values()) == {ANNA}
    assert [one.person.id for one in house.people.all()] == [ANNA]
    assert house.people.acquaintance("Anna").looks == 6
    house.people.undo()
    assert people_of(house) == before
    assert house.people.acquaintance("Visitor 1").looks == 2


def test_whoever_has_a_name_keeps_it_and_all_that_was_noted_of_either(house: House) -> None:
    two(house)
    day = NOON + timedelta(days=1)
    house.people.describe("Anna", note="the neighbour", consent="said yes")
    told = {"note": "rides a bicycle", "consent": "asked twice", "expires": day.isoformat()}
    house.people.describe("Visitor 1", **told)
    kept = house.people.merge("Visitor 1", ["Anna"])
    assert (kept.id, kept.name) == (ANNA, "Anna")
    assert [one.person for one in house.people.all()] == [kept]
    assert (kept.note, kept.consent) == (
        "the neighbour\nrides a bicycle",
        "said yes; asked twice",
    )
    assert kept.expires == day  # who was to be forgotten still is
    house.people.undo()
    assert house.people.get("Anna").note == "the neighbour"
    assert house.people.get("Anna").expires is None
    assert house.people.get("Visitor 1").expires == day


def test_who_has_no_expiry_of_their_own_keeps_none(house: House) -> None:
    two(house)
    assert house.people.merge("Anna", ["Visitor 1"]).expires is None


def test_a_visitor_who_is_said_to_be_called_so_is_named_whole(house: House) -> None:
    stored(house, Person(BERT, None, visitor=1))
    for number in range(3):
        stored(house, *seen(f"T{number}", BERT, 2, 24.0 * (number + 1)))
    assert house.people.confirm("T1", "Bertie").id == BERT
    (bertie,) = house.people.all()
    assert (bertie.person.shown, bertie.seen.visits, bertie.looks) == ("Bertie", 3, 6)
    house.people.undo()
    (visitor,) = house.people.all()
    assert (visitor.person.shown, visitor.seen.visits) == ("Visitor 1", 3)


def test_a_visitor_who_is_said_to_be_somebody_known_is_them_and_nobody_is_left(
    house: House,
) -> None:
    two(house)
    stored(house, *seen("T4", BERT, 2, 50))
    house.people.describe("Visitor 1", note="has a dog")
    assert house.people.confirm("T3", "Anna").id == ANNA
    (anna,) = house.people.all()
    assert (anna.person.shown, anna.seen.visits, anna.person.note) == ("Anna", 4, "has a dog")
    house.people.undo()
    assert {one.person.shown: one.seen.visits for one in house.people.all()} == {
        "Anna": 2,
        "Visitor 1": 2,
    }


def test_somebody_with_a_name_loses_only_what_was_not_them(house: House) -> None:
    two(house)
    house.people.confirm("T2", "Carla")
    assert {one.person.shown: one.seen.visits for one in house.people.all()} == {
        "Anna": 1,
        "Carla": 1,
        "Visitor 1": 1,
    }


def test_a_visitor_of_whom_all_was_somebody_else_is_nobody(house: House) -> None:
    two(house)
    house.people.split("Visitor 1", ["T3"], "Anna")
    assert [one.person.shown for one in house.people.all()] == ["Anna"]
    house.people.undo()
    assert house.people.acquaintance("Visitor 1").seen.visits == 1


def test_a_time_that_is_over_is_refused_for_it_would_forget_at_once(house: House) -> None:
    two(house)
    for over in ((NOON - timedelta(days=1)).isoformat(), NOON.isoformat(), "1999-01-01"):
        with pytest.raises(UsageError, match="over already"):
            house.people.describe("Anna", expires=over)
    assert house.people.get("Anna").expires is None
    assert house.people.forget_expired(NOON) == 0


def test_nobody_is_merged_with_themselves(house: House) -> None:
    two(house)
    with pytest.raises(UsageError, match="somebody else"):
        house.people.merge("Anna", ["Anna"])


def test_what_was_somebody_else_is_split_off(house: House) -> None:
    two(house)
    other = house.people.split("Anna", ["T2"])
    assert other.visitor == 2
    assert people_of(house) == {"ET1": ANNA, "ET2": other.id, "ET3": BERT}
    assert house.people.acquaintance("Anna").looks == 2
    house.people.undo()
    assert people_of(house)["ET2"] == ANNA
    assert house.people.find("Visitor 2") is None


def test_only_what_was_theirs_can_be_split_off(house: House) -> None:
    two(house)
    with pytest.raises(UsageError, match="T3"):
        house.people.split("Anna", ["T3"])


def test_a_human_says_who_it_was(house: House) -> None:
    two(house)
    stored(house, *seen("T9", None, 3))
    person = house.people.confirm("T9", "Carla")
    assert people_of(house)["ET9"] == person.id
    kinds = {face.kind for face in house.people.faces(person)}
    assert kinds == {FaceKind.ENROLLED}
    house.people.undo()
    assert people_of(house)["ET9"] is None
    assert house.people.find("Carla") is None


def test_a_human_says_who_it_was_not_and_that_counts(house: House) -> None:
    two(house)
    house.people.deny("T2", "Anna")
    assert people_of(house)["ET2"] is None
    kinds = sorted(face.kind.value for face in house.people.faces(house.people.get("Anna")))
    assert kinds == ["not_me", "not_me", "seen", "seen"]
    assert house.people.acquaintance("Anna").seen.visits == 1


def test_who_was_changed_is_told_to_whoever_watches(house: House) -> None:
    two(house)
    told: list[frozenset[str]] = []
    house.people.when_changed(told.append)
    house.people.merge("Anna", ["Visitor 1"])
    house.people.undo()
    assert told[0] == {ANNA, BERT}
    assert told[1] >= {ANNA, BERT}


def test_what_cannot_be_read_never_speaks_for_the_house(house: House, tmp_path: Path) -> None:
    photo(tmp_path / "a.png", 1)
    photo(tmp_path / "b.png", 1, blur=0.7)
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("file_x,file_y,same\na.png,b.png,1\na.png,x.png,1\na.png,y.png,0\n")
    told = house.people.evaluate(pairs)
    assert (told["accuracy"], told["frr"]) == (pytest.approx(1 / 3), 0.5)
    assert (told["far"], told["auc"]) == (None, None)  # no pair of two was looked at


def test_how_long_people_take_is_remembered_as_far_as_it_is_learnt(house: House) -> None:
    """Also where a way takes longer than after what somebody has come anew."""
    stored(house, Person(ANNA, "Anna"))
    for number in range(3):
        left = NOON - timedelta(days=number)
        for place, camera, start in (
            ("A", "porch", left - timedelta(seconds=10)),
            ("B", "yard", left + timedelta(minutes=12)),
        ):
            end = left if camera == "porch" else start
            told = Sighting(f"{place}{number}", camera, start, end, Verdict.KNOWN, ANNA, faces=3)
            stored(house, told)
    learnt = Handovers()
    learnt.recall(house.people.handovers())
    assert learnt.within_s("porch", "yard") > 12 * 60


def test_photographs_are_taken_or_refused_with_a_reason(house: House, tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("no picture")
    (tmp_path / "empty.jpg").touch()
    dot = tmp_path / "dot.png"
    cv2.imwrite(str(dot), np.zeros((1, 1, 3), np.uint8))
    files = [photo(tmp_path / "good.png", 1), photo(tmp_path / "two.png", 1, 2)]
    files.append(tmp_path / "nobody.png")
    cv2.imwrite(str(tmp_path / "nobody.png"), blank())
    done = house.people.enroll(
        "Anna",
        [*files, tmp_path / "text.jpg", tmp_path / "empty.jpg", dot, tmp_path / "gone.jpg"],
    )
    reasons = [one.reason for one in done.photos]
    assert reasons[0] == ""
    assert "2 faces" in reasons[1]
    assert "no face" in reasons[2]
    assert "no picture" in reasons[3]
    assert "empty" in reasons[4]
    assert "no face" in reasons[5]
    assert "cannot be read" in reasons[6]
    assert house.people.acquaintance("Anna").looks == 1


def test_a_photograph_of_somebody_else_is_refused(house: House, tmp_path: Path) -> None:
    house.people.enroll("Anna", [photo(tmp_path / "a.png", 1)])
    other = house.people.enroll("Anna", [photo(tmp_path / "b.png", 2)])
    assert "somebody else" in other.photos[0].reason
    known = house.people.enroll("Bert", [photo(tmp_path / "c.png", 1, blur=0.6)])
    assert "known as Anna" in known.photos[0].reason
    assert [one.person.shown for one in house.people.all()] == ["Anna"]


def test_the_same_picture_twice_adds_nothing(house: House, tmp_path: Path) -> None:
    file = photo(tmp_path / "a.png", 1)
    house.people.enroll("Anna", [file])
    assert "already" in house.people.enroll("Anna", [file]).photos[0].reason


def test_vectors_of_another_network_are_made_anew_from_the_pictures(
    house: House, tmp_path: Path
) -> None:
    house.people.enroll("Anna", [photo(tmp_path / "a.png", 1)])
    (face,) = house.people.faces(house.people.get("Anna"))
    stored(house, replace(face, model="older", vector=np.ones(3, np.float32)))
    assert house.people.refresh() == 1
    (fresh,) = house.people.faces(house.people.get("Anna"))
    assert fresh.model == "painted"
    assert float(fresh.vector @ face.vector) > 0.8


def test_pairs_of_photographs_are_judged(house: House, tmp_path: Path) -> None:
    photo(tmp_path / "a.png", 1)
    photo(tmp_path / "b.png", 1, blur=0.7)
    photo(tmp_path / "c.png", 2)
    pairs = tmp_path / "pairs.csv"
    pairs.write_text(
        "file_x,file_y,same\na.png,b.png,1\na.png,c.png,0\nb.png,c.png,0\na.png,x.png,0\n"
    )
    told = house.people.evaluate(pairs)
    assert told["auc"] == 1.0
    assert told["accuracy"] == 0.75  # what cannot be read is not told apart
    assert (told["far"], told["frr"], told["unread"]) == (0.0, 0.0, 1)
    assert [pair["decision"] for pair in told["pairs"]] == [True, False, False, None]
    assert "cannot be read" in told["pairs"][3]["reason"]
    for wrong in (
        "file_x,file_y\na,b\n",
        "file_x,file_y,same\na,b,maybe\n",
        "",
        "file_x,file_y,same\n",
    ):
        pairs.write_text(wrong)
        with pytest.raises(UsageError):
            house.people.evaluate(pairs)


def test_nothing_of_somebody_who_is_forgotten_is_left(house: House) -> None:
    two(house)
    media = house.paths.media
    for name in ("crop.jpg", "scene.jpg", "clip.mkv"):
        (media / name).write_bytes(b"pixels")
    stored(
        house,
        TrackPicture("T1", "porch", NOON, "crop.jpg", "scene.jpg", 12),
        Clip("C1", "porch", "clip.mkv", NOON, NOON + timedelta(seconds=5), 6),
        replace(event("X1", 5), text="Anna waved at anna's dog", clip="C1", person=ANNA),
        Transcript("S1", "porch", NOON, NOON + timedelta(seconds=2), "Hello Anna, how are you?"),
    )
    house.people.rename("Anna", "Anna Quist")
    house.people.rename("Anna Quist", "Anna")
    (house.paths.logs / "x.log").write_text("2026 Anna was here\n2026 and nobody else\n")
    backup = house.paths.backups / "omnisight-1.db"
    backup.write_bytes(b"Anna")
    done = house.people.forget("Anna", "remove")
    assert (done.faces, done.pictures, done.clips_changed) == (4, 2, 1)
    assert done.clips_left == ()
    assert done.backups == (str(backup),)
    assert done.named_in == ()
    backup.unlink()
    needles = [b"anna", b"quist", ANNA.lower().encode(), vector(1).astype("<f4").tobytes()]
    for path in house.paths.root.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not [n for n in needles[:3] if n in data.lower()], path
            assert needles[3] not in data, path
    assert {who for who in people_of(house).values() if who} == {BERT}
    assert house.events.get("X1").text == "somebody waved at somebody's dog"
    assert "nobody else" in (house.paths.logs / "x.log").read_text()
    with closing(sqlite3.connect(house.paths.database)) as connection:
        actions = connection.execute("SELECT action, detail FROM audit_log").fetchall()
    assert (FORGOTTEN, "") in actions
    assert house.people.acquaintance("Visitor 1").looks == 2  # others stay


def rows_of(house: House, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(house.paths.database)) as connection:
        return connection.execute(query).fetchall()


def test_what_an_answer_rested_on_names_nobody_who_is_forgotten(house: House) -> None:
    two(house)
    told = {
        "status": "nothing",
        "value": {"Nothing Doe": 2, "Carl": 1},
        "sentences": [{"text": "I saw Nothing Doe twice.", "events": ["E1"]}],
        "note": "Nobody but nothing doe.",
        "proposal": {"id": "R1", "words": "Tell me when Nothing Doe comes"},
    }
    house.people.rename("Anna", "Nothing Doe")
    text = json.dumps(told, ensure_ascii=False)
    stored(house, Conversation("K1", "x", NOON))
    stored(house, Message("M1", "K1", "assistant", "x", NOON, (), text))
    house.people.forget("Nothing Doe")
    ((left,),) = rows_of(house, "SELECT told FROM messages")
    assert json.loads(left) == {
        "status": "nothing",  # a word of the program's own
        "value": {"somebody": 2, "Carl": 1},
        "sentences": [{"text": "I saw somebody twice.", "events": ["E1"]}],
        "note": "Nobody but somebody.",
        "proposal": None,
    }


@pytest.mark.parametrize("written", ["JÖRG", "jörg", "Jo\u0308rg", "jÖrg"])
def test_a_name_is_struck_out_whatever_its_capitals_and_accents_are_made_of(
    house: House, written: str
) -> None:
    two(house)
    house.people.rename("Anna", "Jörg")
    stored(house, replace(event("X1", 5), text=f"where is {written}?"))
    house.people.forget("Jörg")
    assert house.events.get("X1").text == "where is somebody?"


def test_all_names_that_somebody_ever_had_go(house: House) -> None:
    two(house)
    house.people.rename("Anna", "Miss Quist")
    house.people.rename("Visitor 1", "Robert")
    house.people.merge("Miss Quist", ["Robert"])
    stored(house, replace(event("X1", 5), text="Anna, Robert and Roberta"))
    (house.paths.logs / "x.log").write_text("anna came, and Robert; Annabel did not\n")
    house.people.forget("Miss Quist")
    assert house.events.get("X1").text == "somebody, somebody and Roberta"
    assert (house.paths.logs / "x.log").read_text() == "**** came, and ******; Annabel did not\n"
    assert rows_of(house, "SELECT * FROM person_changes") == []
    with pytest.raises(NotFound):
        house.people.undo()


def test_a_name_that_somebody_else_has_now_stays(house: House) -> None:
    two(house)
    house.people.rename("Anna", "Berta")
    house.people.rename("Visitor 1", "Anna")
    stored(house, replace(event("X1", 5), text="Anna and Berta"))
    house.people.forget("Berta")
    assert house.events.get("X1").text == "Anna and somebody"


def test_what_is_noted_of_others_and_who_taught_a_gesture_names_them_no_more(house: House) -> None:
    two(house)
    house.people.describe("Visitor 1", note="Anna's brother")
    house.keeper.commit(wave("Anna"))
    house.people.forget("Anna")
    assert house.people.get("Visitor 1").note == "somebody's brother"
    assert rows_of(house, "SELECT created_by FROM gesture_templates") == [("somebody",)]


def test_a_short_name_is_not_found_in_footage_nor_in_other_words(house: House) -> None:
    two(house)
    house.people.rename("Anna", "Al")
    (house.paths.media / "clip.mkv").write_bytes(b"\x00 al \x00")
    (house.paths.exports / "alert.txt").write_text("an alert")
    (house.paths.exports / "list.txt").write_text("Al, 3 visits")
    (house.paths.exports / "al.mp4").write_bytes(b"film")
    left = house.people.forget("Al").named_in
    assert [Path(one).name for one in left] == ["al.mp4", "list.txt"]


def test_what_was_on_its_way_while_somebody_was_forgotten_goes_as_well(house: House) -> None:
    two(house)
    house.people.when_changed(lambda _: stored(house, *seen("T9", ANNA, 1)))
    house.people.forget("Anna")
    assert rows_of(house, "SELECT id FROM faces WHERE track_id = 'T9'") == []
    assert rows_of(house, "SELECT track_id FROM sightings WHERE track_id = 'T9'") == []
    assert ANNA not in people_of(house).values()


def left_of(house: House, *needles: bytes) -> list[tuple[str, bytes]]:
    """Which of these bytes stand in which files of the data folder, whatever their capitals."""
    files = [path for path in house.paths.root.rglob("*") if path.is_file()]
    return [
        (path.name, needle)
        for path in files
        for needle in needles
        if needle.lower() in path.read_bytes().lower()
    ]


def test_what_arrives_after_somebody_was_forgotten_is_not_stored_as_theirs(house: House) -> None:
    two(house)
    house.people.forget("Anna")
    take = Take(np.zeros((4, 33, 4), np.float32), np.arange(4) / 30)
    late = [
        replace(one, text="Anna came") if isinstance(one, Event) else one
        for one in seen("T9", ANNA, 1)
    ]
    house.keeper.commit(Person(ANNA, "Anna"), *late, EventPoses("ET9", NOON, take))
    house.keeper.commit(Sighting("T8", "porch", NOON, NOON, Verdict.UNSURE, None, ANNA))
    assert rows_of(house, "SELECT id FROM persons") == [(BERT,)]
    assert rows_of(house, "SELECT id FROM faces WHERE track_id = 'T9'") == []
    assert rows_of(house, "SELECT track_id, likely_id FROM sightings") == [
        ("T3", None),
        ("T8", None),
    ]
    assert rows_of(house, "SELECT person_id, text FROM person_events WHERE id = 'ET9'") == [
        (None, "somebody came")
    ]
    assert rows_of(house, "SELECT person_id FROM tracks WHERE id = 'T9'") == [(None,)]
    assert rows_of(house, "SELECT event_id FROM event_poses") == []
    assert left_of(house, b"anna", ANNA.encode(), vector(1).astype("<f4").tobytes()) == []
    house.keeper.commit(*seen("T10", BERT, 2))  # others are stored as before
    assert people_of(house)["ET10"] == BERT


def test_how_somebody_moved_is_forgotten_with_them(house: House) -> None:
    two(house)
    take = Take(np.full((4, 33, 4), 0.123456, np.float32), np.arange(4) / 30)
    poses = [EventPoses(event, NOON, take) for event in ("ET1", "ET2", "ET3")]
    stored(house, *poses)
    house.people.forget("Anna")
    stored(house, poses[0])  # once more, as if it had been on its way
    assert rows_of(house, "SELECT event_id FROM event_poses") == [("ET3",)]


def test_whoever_watches_is_told_of_who_is_forgotten_before_what_takes_minutes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    two(house)
    told: list[frozenset[str]] = []
    house.people.when_changed(told.append)

    def full(timeout_s: float = 0.0) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(house.keeper, "purge", full)
    with pytest.raises(StorageError):
        house.people.forget("Anna")
    assert told == [frozenset({ANNA})]


def test_clips_of_somebody_who_is_forgotten_stay_if_nobody_wants_them_gone(house: House) -> None:
    two(house)
    (house.paths.media / "clip.mkv").write_bytes(b"pixels")
    stored(
        house,
        Clip("C1", "porch", "clip.mkv", NOON, NOON + timedelta(seconds=5), 6),
        replace(event("X1", 5), clip="C1", person=ANNA),
    )
    done = house.people.forget("Anna")
    assert done.clips_left == ("C1",)
    assert (house.paths.media / "clip.mkv").exists()
    with pytest.raises(UsageError, match="keep, veil, remove"):
        house.people.forget("Visitor 1", "burn")


def test_a_clip_that_cannot_be_veiled_is_told(house: House) -> None:
    two(house)
    (house.paths.media / "clip.mkv").write_bytes(b"no film")
    stored(
        house,
        Clip("C1", "porch", "clip.mkv", NOON, NOON + timedelta(seconds=5), 6),
        replace(event("X1", 5), clip="C1", person=ANNA),
    )
    assert house.people.forget("Anna", "veil").clips_left == ("C1",)
    assert (house.paths.media / "clip.mkv").read_bytes() == b"no film"


def test_another_program_asks_the_owner(house: House) -> None:
    two(house)
    answer = house.people.answer({"verb": "rename", "told": {"name": "Visitor 1", "new": "Bert"}})
    assert answer == {"person": BERT, "name": "Bert"}
    asked: list[str] = []

    def owner(verb: str, payload: object) -> object:
        asked.append(verb)
        return house.people.answer(payload)

    guest = type(house.people)(
        house.people._people,
        house.people._faces,
        house.people._keeper,
        house.people.recognition,
        house.people._forgetting,
        house.people.album,
    )
    guest.through(owner)
    assert guest.merge("Anna", ["Bert"]).id == ANNA
    guest.undo()
    assert guest.split("Anna", ["T2"], "Carla").name == "Carla"
    assert guest.forget("Carla").faces == 2
    assert set(asked) == {"people"}
    with pytest.raises(UsageError, match="dance"):
        house.people.answer({"verb": "dance", "told": {}})


def test_what_somebody_said_to_being_remembered_is_noted_and_expires(house: House) -> None:
    two(house)
    noted = house.people.describe("Anna", consent="yes, until May", expires="2026-05-31T00:00:00Z")
    assert noted.consent == "yes, until May"
    assert house.people.describe("Anna", note="plays the cello").consent == "yes, until May"
    assert house.people.forget_expired(NOON) == 0
    assert house.people.forget_expired(NOON + timedelta(days=40)) == 1
    assert house.people.find("Anna") is None
    with pytest.raises(UsageError, match="Nothing"):
        house.people.describe("Visitor 1")
    with pytest.raises(UsageError, match="is not a time"):
        house.people.describe("Visitor 1", expires="some day")


def test_a_time_that_does_not_come_takes_the_expiry_away(house: House) -> None:
    two(house)
    house.people.describe("Anna", expires="2026-05-31T00:00:00Z")
    assert house.people.describe("Anna", expires="never").expires is None
    house.people.undo()
    assert house.people.get("Anna").expires is not None


def test_only_the_questions_that_help_most_are_asked(house: House) -> None:
    two(house)
    stored(house, *seen("T5", BERT, 2, 40), *seen("T6", BERT, 2, 60))
    for number in range(5):
        unsure = seen(f"U{number}", None, 1, 3)[-1]
        assert isinstance(unsure, Sighting)
        stored(house, replace(unsure, likely=ANNA, score=0.5 + number / 100))
    questions = house.people.questions()
    assert [q.kind.value for q in questions] == ["who", "was_it", "was_it"]
    assert questions[0].words == "Who is Visitor 1, who came 3 times?"
    assert questions[1].track == "U4"
    assert len(house.people.questions(limit=1)) == 1


def test_two_who_look_alike_are_asked_about(house: House) -> None:
    stored(house, Person(ANNA, "Anna"), Person(BERT, None, visitor=1))
    stored(house, *seen("T1", ANNA, 1), *seen("T2", BERT, 1))
    (question,) = house.people.questions()
    assert question.words == "Are Anna and Visitor 1 the same?"
    house.people.merge("Anna", ["Visitor 1"])
    assert house.people.questions() == []


def test_a_looks_of_nobody_goes_with_the_picture_of_its_track(house: House) -> None:
    stored(house, Person(ANNA, "Anna"), *seen("T1", ANNA, 1), *seen("T9", None, 3))
    stored(house, TrackPicture("T9", "porch", NOON, "c.jpg", "s.jpg", 1))
    house.keeper.erase("track_picture", ["T9", "T1"])
    assert house.people._faces.of_track("T9") == []
    assert len(house.people._faces.of_track("T1")) == 2
    house.keeper.erase("track", ["T1"])
    assert house.people.acquaintance("Anna").seen.visits == 0
    assert house.people.acquaintance("Anna").looks == 2
