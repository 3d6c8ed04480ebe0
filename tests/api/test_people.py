"""People over HTTP: told, named, merged, asked about, and forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus

import httpx
import pytest

from omnisight_desktop.core.face import Face, FaceKind, Sighting, Verdict
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.speech import NameProposal, ProposalState, Transcript, Whom
from tests.api.stage import Stage
from tests.fakes.faces import painted_reader, vector
from tests.home import NOON

ANNA, BERT = "Person_AAAAAAAA", "Person_BBBBBBBB"


@pytest.fixture
def known(stage: Stage) -> Iterator[Stage]:
    """Anna, and a visitor who came three times."""
    people, keeper = stage.house.people, stage.house.keeper
    people.recognition._reader = painted_reader()
    keeper.commit(Person(ANNA, "Anna"), Person(BERT, None, visitor=1))
    for number, (person, who) in enumerate([(ANNA, 1), (BERT, 2), (BERT, 2), (BERT, 2)]):
        start = NOON - timedelta(hours=number)
        track, end = f"PT{number}", start + timedelta(seconds=9)
        keeper.commit(
            Face(
                f"PF{number}",
                FaceKind.SEEN,
                "painted",
                vector(who),
                0.8,
                start,
                person,
                "demo",
                track,
                b"jpeg",
            ),
            Sighting(track, "demo", start, end, Verdict.KNOWN, person, faces=1, story=f"E{number}"),
        )
    yield stage
    for one in people.all():
        people.forget(one.person.id)


def test_people_are_told_with_their_visits(client: httpx.Client, known: Stage) -> None:
    anna, visitor = client.get("/api/v1/people").json()["people"]
    assert (anna["shown"], anna["visits"]) == ("Anna", 1)
    assert (visitor["shown"], visitor["visits"], visitor["faces"]) == ("Visitor 1", 3, 3)
    told = client.get("/api/v1/people/visitor 1").json()
    assert len(told["visits_told"]) == 3
    assert told["looks"][0]["quality"] == 0.8
    picture = client.get(f"/api/v1/people/{BERT}/picture")
    assert (picture.content, picture.headers["content-type"]) == (b"jpeg", "image/jpeg")
    assert client.get("/api/v1/people/Carla").status_code == HTTPStatus.NOT_FOUND


def test_a_name_and_a_merge_are_taken_back(client: httpx.Client, known: Stage) -> None:
    named = client.post(f"/api/v1/people/{BERT}/name", json={"name": "Bert"})
    assert named.json()["name"] == "Bert"
    assert client.post("/api/v1/people/Bert/name", json={"name": "Anna"}).is_client_error
    one = client.post("/api/v1/people/Anna/merge", json={"others": ["Bert"]}).json()
    assert one["visits"] == 4
    for _ in range(2):
        assert client.post("/api/v1/people/undo").status_code == HTTPStatus.NO_CONTENT
    shown = [one["shown"] for one in client.get("/api/v1/people").json()["people"]]
    assert shown == ["Anna", "Visitor 1"]


def test_a_question_is_answered_and_not_asked_again(client: httpx.Client, known: Stage) -> None:
    (question,) = client.get("/api/v1/people/questions").json()["questions"]
    assert (question["kind"], question["person"]) == ("who", BERT)
    address = f"/api/v1/people/questions/{question['key']}"
    assert client.post(address, json={"yes": False}).status_code == HTTPStatus.NO_CONTENT
    assert client.get("/api/v1/people/questions").json()["questions"] == []
    assert client.post(address, json={"yes": False}).status_code == HTTPStatus.NOT_FOUND


def heard(known: Stage, id_: str, track: str | None) -> None:
    said = Transcript(f"S{id_}", "demo", NOON, NOON, "Hi, I'm Quillon", "en")
    told = NameProposal(
        *(id_, said.id, "demo", NOON, "Quillon", Whom.SELF, 0.9, track, ("PT1", "PT2")),
        text="I'm Quillon",
        bite=b"RIFF",
    )
    known.house.keeper.commit(said, told)


def asked(client: httpx.Client, kind: str) -> str:
    """The address at which the one question of a kind is answered."""
    found = client.get("/api/v1/people/questions").json()["questions"]
    (question,) = [one for one in found if one["kind"] == kind]
    return f"/api/v1/people/questions/{question['key']}"


def test_a_name_that_was_heard_is_answered_as_any_question(
    client: httpx.Client, known: Stage
) -> None:
    heard(known, "N1", "PT1")
    address = asked(client, "called")
    assert address.endswith("called:N1")
    assert client.post(address, json={"yes": True}).status_code == HTTPStatus.NO_CONTENT
    assert known.house.people.get("Quillon").id == BERT
    assert client.post("/api/v1/people/undo").status_code == HTTPStatus.NO_CONTENT
    assert client.post(address, json={"yes": False}).status_code == HTTPStatus.NO_CONTENT
    assert known.house.heard.get("N1").state is ProposalState.DENIED
    heard(known, "N2", None)
    address = asked(client, "called")
    assert client.post(address, json={"yes": True}).is_client_error  # of whom?
    spelt = {"yes": True, "track": "PT2", "name": "Quillan"}
    assert client.post(address, json=spelt).status_code == HTTPStatus.NO_CONTENT
    assert known.house.people.get("Quillan").id == BERT


def test_who_it_is_is_answered_with_a_name(client: httpx.Client, known: Stage) -> None:
    address = asked(client, "who")
    assert client.post(address, json={}).is_client_error
    assert client.post(address, json={"yes": True}).is_client_error  # that says nobody
    assert client.post(address, json={"name": "Bert"}).status_code == HTTPStatus.NO_CONTENT
    assert client.get(f"/api/v1/people/{BERT}").json()["shown"] == "Bert"


def test_who_is_forgotten_is_gone(client: httpx.Client, known: Stage) -> None:
    gone = client.delete("/api/v1/people/Anna").json()
    assert (gone["faces"], gone["clips_left"]) == (1, [])
    assert client.get("/api/v1/people/Anna").status_code == HTTPStatus.NOT_FOUND
