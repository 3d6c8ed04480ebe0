"""How people are shown: visits that belong together, best pictures, what was heard; questions put aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.face import Face, FaceKind, Sighting, Verdict
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.speech import NameProposal, ProposalState, Transcript, Whom
from omnisight_desktop.services.album import visits_of
from omnisight_desktop.services.house import House
from omnisight_desktop.services.inbox import Asked
from omnisight_desktop.services.replying import Answer, reply
from tests.fakes.faces import painted_reader, vector
from tests.home import NOON, furnished

ANNA, BERT = "Person_AAAAAAAA", "Person_BBBBBBBB"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        house.people.recognition._reader = painted_reader()
        house.keeper.commit(Person(ANNA, "Anna"), Person(BERT, None, visitor=1))
        yield house


def sighting(track: str, minutes_ago: float, camera: str = "porch", person: str = ANNA) -> Sighting:
    start = NOON - timedelta(minutes=minutes_ago)
    end = start + timedelta(seconds=30)
    return Sighting(track, camera, start, end, Verdict.KNOWN, person, story=f"E{track}")


def face(
    name: str,
    quality: float,
    kind: FaceKind = FaceKind.SEEN,
    person: str = ANNA,
    track: str | None = "T1",
) -> Face:
    picture = f"picture {name}".encode()
    return Face(
        name, kind, "painted", vector(1), quality, NOON, person, None, track, picture=picture
    )


def test_who_comes_again_soon_has_not_come_anew() -> None:
    told = [sighting("T1", 100), sighting("T2", 95, "hall"), sighting("T3", 20)]
    grouped = visits_of(reversed(told))
    assert [[one.track for one in visit] for visit in grouped] == [["T3"], ["T1", "T2"]]


def test_a_visit_tells_over_which_cameras_and_how_to_see_it(house: House) -> None:
    start = NOON - timedelta(minutes=100)
    end = start + timedelta(seconds=30)
    house.keeper.commit(
        Clip("C1", "porch", "clips/c1.mp4", start, end, 10),
        Event(
            "ET1",
            "porch",
            "appeared",
            start,
            end,
            label="person",
            person=ANNA,
            track="T1",
            clip="C1",
        ),
        sighting("T1", 100),
        sighting("T2", 95, "hall"),
        face("F1", 0.3),
        face("F2", 0.9),
    )
    (visit,) = house.people.album.visits(ANNA)
    assert visit.cameras == ("porch", "hall")
    assert (visit.tracks, visit.event, visit.clip) == (("T1", "T2"), "ET1", "C1")
    assert visit.picture == b"picture F2"
    assert visit.end - visit.start == timedelta(minutes=5, seconds=30)


def test_the_best_picture_stands_for_somebody(house: House) -> None:
    house.keeper.commit(face("F1", 0.3), face("F2", 0.9), face("F3", 1.0, kind=FaceKind.NOT_ME))
    assert house.people.album.portraits([ANNA, BERT]) == {ANNA: b"picture F2"}
    assert [look.id for look in house.people.album.looks(ANNA)] == ["F2", "F1", "F3"]


def test_what_was_said_of_somebody_is_found_by_their_name(house: House) -> None:
    house.keeper.commit(
        Event("S1", "porch", "spoken", NOON, NOON, text="Anna, the parcel is here"),
        Event("S2", "porch", "spoken", NOON, NOON, text="Nobody is there"),
    )
    anna, bert = house.people.get("Anna"), house.people.get("Visitor 1")
    (mention,) = house.people.album.heard(anna)
    assert (mention.event.id, mention.transcript, mention.bite) == ("S1", None, b"")
    assert house.people.album.heard(bert) == []


def test_what_was_said_leads_to_its_transcript_and_to_the_sound(house: House) -> None:
    later = NOON + timedelta(minutes=1)
    proposal = NameProposal("N1", "W2", "porch", later, "Ana", Whom.SELF, 0.9, bite=b"RIFF")
    house.keeper.commit(
        Event("S1", "porch", "spoken", NOON, NOON, text="Hello Anna"),
        Transcript("W1", "porch", NOON, NOON, "Hello Anna", "en"),
        Event("S2", "porch", "spoken", later, later, text="I am Ana"),
        Transcript("W2", "porch", later, later, "I am Ana", "en"),
        replace(proposal, state=ProposalState.CONFIRMED, person=ANNA),
    )
    found = house.people.album.heard(house.people.get("Anna"))
    told = [(one.event.id, one.transcript and one.transcript.id, one.bite) for one in found]
    assert told == [("S2", "W2", b"RIFF"), ("S1", "W1", b"")]  # also where it was spelt otherwise


def comes_often(house: House) -> None:
    house.keeper.commit(*(sighting(f"B{n}", 60 * n, person=BERT) for n in range(1, 4)))


def test_a_question_that_was_put_aside_is_not_asked_again(house: House) -> None:
    comes_often(house)
    (question,) = house.people.questions()
    assert (question.kind, question.person) == (Asked.WHO, BERT)
    assert not reply(house.people, house.heard, question, Answer(yes=False))
    assert house.people.questions() == []
    house.people.put_aside(question.key, again=True)
    assert house.people.questions() == [question]


def test_yes_merges_those_who_are_one_and_the_name_stays(house: House) -> None:
    house.keeper.commit(face("F1", 0.8, track=None), face("F2", 0.8, person=BERT, track=None))
    (question,) = [one for one in house.people.questions() if one.kind is Asked.SAME]
    assert reply(house.people, house.heard, question, Answer(yes=True))
    assert [one.person.shown for one in house.people.all()] == ["Anna"]


def test_two_who_are_two_are_left_alone(house: House) -> None:
    house.keeper.commit(face("F1", 0.8, track=None), face("F2", 0.8, person=BERT, track=None))
    (question,) = house.people.questions()
    reply(house.people, house.heard, question, Answer(yes=False))
    assert house.people.questions() == []
    assert len(house.people.all()) == 2


def test_forgetting_says_before_what_it_takes(house: House, tmp_path: Path) -> None:
    comes_often(house)
    house.keeper.commit(face("F1", 0.8, person=BERT, track="B1"))
    (question,) = house.people.questions()
    house.people.put_aside(question.key)
    (house.paths.backups).mkdir(exist_ok=True)
    (house.paths.backups / "old.db").write_bytes(b"old")
    reach = house.people.reach("Visitor 1")
    assert (reach.faces, reach.tracks, reach.clips) == (1, 3, ())
    assert [Path(path).name for path in reach.backups] == ["old.db"]
    assert house.people.forget("Visitor 1").faces == 1
    assert house.people.album.put_aside() == frozenset()  # the key held the id
    assert [one.person.id for one in house.people.all()] == [ANNA]
