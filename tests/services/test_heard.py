"""Names that were heard: a human confirms or denies them, and forgetting takes them along."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import NotFound, UsageError
from omnisight_desktop.core.face import Face, FaceKind, Sighting, Verdict
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.speech import NameProposal, ProposalState, Transcript, Whom
from omnisight_desktop.services.heard import proposal_json
from omnisight_desktop.services.house import House
from tests.fakes.faces import painted_reader, vector
from tests.home import NOON, furnished

VISITOR = "Person_BBBBBBBB"
BITE = b"RIFF the voice of somebody"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        house.people.recognition._reader = painted_reader()
        end = NOON + timedelta(seconds=5)
        house.keeper.commit(
            Sighting("T1", "porch", NOON, end, Verdict.UNSURE),
            Transcript("S1", "porch", NOON, end, "Hi, I'm Quillon, is anybody in?", "en"),
            Transcript("S2", "porch", end, end, "This is Zebulon.", "en"),
            heard("N1", "S1", "Quillon", track="T1", in_view=("T1",)),
            heard("N2", "S2", "Zebulon", whom=Whom.PRESENT, in_view=("T1", "T2")),
        )
        yield house


def heard(
    id_: str,
    transcript: str,
    name: str,
    *,
    whom: Whom = Whom.SELF,
    track: str | None = None,
    in_view: tuple[str, ...] = (),
) -> NameProposal:
    return NameProposal(
        *(id_, transcript, "porch", NOON, name, whom, 0.9, track, in_view),
        text=f"I'm {name}",
        bite=BITE,
    )


def test_what_was_said_is_found_by_its_words(house: House) -> None:
    assert [one.id for one in house.heard.said()] == ["S2", "S1"]
    assert [one.id for one in house.heard.said("anybody quillon")] == ["S1"]
    assert house.heard.said('nothing "like that') == []
    assert house.heard.said(camera="yard") == []


def test_a_confirmed_name_makes_somebody_known(house: House) -> None:
    done = house.heard.confirm("N1")
    assert (done.state, done.track) == (ProposalState.CONFIRMED, "T1")
    assert done.person is not None
    assert house.people.get("Quillon").id == done.person
    assert [one.bite for one in house.heard.of_person(done.person)] == [BITE]
    assert [one.id for one in house.heard.proposals()] == ["N2"]
    with pytest.raises(UsageError, match="already"):
        house.heard.confirm("N1")


def visits(house: House) -> dict[str, int]:
    """How often each came."""
    return {one.person.shown: one.seen.visits for one in house.people.all()}


def visiting(house: House) -> None:
    """Whoever spoke is a visitor who came three times."""
    house.keeper.commit(Person(VISITOR, None, visitor=1))
    for number in range(3):
        start = NOON - timedelta(days=number)
        end = start + timedelta(seconds=5)
        known = Sighting(f"T{number + 1}", "porch", start, end, Verdict.KNOWN, VISITOR, faces=2)
        look = Face(
            *(f"F{number}", FaceKind.SEEN, "painted", vector(2), 0.8, start),
            *(VISITOR, "porch", f"T{number + 1}"),
        )
        house.keeper.commit(known, look)


def test_a_confirmed_name_is_the_visitors_whom_it_was_heard_of(house: House) -> None:
    visiting(house)
    assert house.heard.confirm("N1").person == VISITOR
    assert visits(house) == {"Quillon": 3}  # one person still, whom the next look is surely at
    assert house.people.recognition.gallery().rank(vector(2))[0].person == VISITOR
    assert len(house.people.recognition.gallery().rank(vector(2))) == 1
    house.people.undo()
    assert visits(house) == {"Visitor 1": 3}
    assert house.heard.get("N1").state is ProposalState.OPEN


def test_undoing_asks_again_and_loses_no_bite(house: House) -> None:
    house.heard.confirm("N1")
    with pytest.raises(UsageError, match="asked again"):
        house.heard.confirm("N1")
    house.people.undo()
    again = house.heard.get("N1")
    assert (again.state, again.person, again.bite) == (ProposalState.OPEN, None, BITE)
    assert "N1" in [one.proposal for one in house.people.questions(10)]
    house.heard.confirm("N2", track="T1")
    house.people.undo()
    assert house.heard.get("N2").track is None
    house.heard.deny("N1")
    house.people.undo()
    assert house.heard.get("N1").state is ProposalState.OPEN


def test_what_was_heard_of_somebody_goes_along_when_they_are_one_with_another(
    house: House,
) -> None:
    anna = Person("Person_AAAAAAAA", "Anna")
    house.keeper.commit(anna)
    quillon = house.heard.confirm("N1").person
    assert quillon is not None
    house.people.merge("Anna", ["Quillon"])
    assert [one.bite for one in house.heard.of_person(anna.id)] == [BITE]
    house.people.undo()
    assert [one.bite for one in house.heard.of_person(quillon)] == [BITE]
    assert house.heard.of_person(anna.id) == []
    house.people.split("Quillon", ["T1"], "Anna")
    assert [one.id for one in house.heard.of_person(anna.id)] == ["N1"]


def test_a_name_is_spelt_as_the_human_says(house: House) -> None:
    house.heard.confirm("N1", "Quillan")
    assert house.people.find("Quillon") is None
    assert house.people.find("Quillan") is not None


def test_where_it_is_not_certain_who_it_is_the_human_has_to_say(house: House) -> None:
    with pytest.raises(UsageError, match="T1, T2"):
        house.heard.confirm("N2")
    house.heard.confirm("N2", track="T1")
    assert house.people.find("Zebulon") is not None


def test_a_denied_name_is_asked_for_no_more(house: House) -> None:
    assert house.heard.deny("N1").state is ProposalState.DENIED
    assert house.people.find("Quillon") is None
    assert [one.id for one in house.heard.proposals()] == ["N2"]
    with pytest.raises(NotFound, match="No name"):
        house.heard.deny("N9")


def test_names_that_were_heard_stand_in_the_inbox(house: House) -> None:
    asked = [one for one in house.people.questions(10) if one.proposal]
    assert [one.proposal for one in asked] == ["N1", "N2"]  # the surer one first
    assert "Quillon" in asked[0].words


def test_another_program_asks_the_owner(house: House) -> None:
    told = {"verb": "confirm", "told": {"proposal": "N1", "name": None, "track": None}}
    assert house.heard.answer(told) == {}
    assert house.heard.get("N1").state is ProposalState.CONFIRMED
    with pytest.raises(UsageError, match="Nobody knows"):
        house.heard.answer({"verb": "burn", "told": {}})
    assert proposal_json(house.heard.get("N1"), {"porch": "Porch"})["state"] == "confirmed"


def test_nothing_that_was_heard_of_somebody_who_is_forgotten_is_left(house: House) -> None:
    house.heard.confirm("N1")
    house.keeper.commit(heard("N3", "S2", "Quillon"))  # said of them another time
    house.people.forget("Quillon")
    assert [one.id for one in house.heard.proposals(None)] == ["N2"]
    assert house.heard.said()[1].text == "Hi, I'm somebody, is anybody in?"
    for path in house.paths.root.rglob("*"):
        if path.is_file():
            assert b"quillon" not in path.read_bytes().lower(), path


def test_a_name_goes_with_what_was_said(house: House) -> None:
    house.keeper.erase("transcript", ["S1"])
    assert [one.id for one in house.heard.proposals()] == ["N2"]
