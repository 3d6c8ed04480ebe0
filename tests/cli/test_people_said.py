"""``omnisight people``: what humans say about who is who, without any weights."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.face import Face, FaceKind, Sighting, Verdict
from omnisight_desktop.core.identity import Person, PersonState
from omnisight_desktop.core.speech import NameProposal, Transcript, Whom
from tests.cli.conftest import Omnisight
from tests.fakes.faces import vector
from tests.home import NOON, furnished

ANNA, BERT = "Person_AAAAAAAA", "Person_BBBBBBBB"


@pytest.fixture(autouse=True)
def memory(tmp_path: Path) -> None:
    """Anna came once, a visitor twice; once nobody knows who it was, and a name was heard."""
    with furnished(tmp_path / "data") as house:
        house.keeper.commit(
            Camera("C1", "Porch", "rtsp://10.0.0.2/live"),
            Person(ANNA, "Anna"),
            Person(BERT, None, visitor=1),
            Person("Person_00000001", "Old friend", state=PersonState.ARCHIVED),
            Transcript("S1", "C1", NOON, NOON, "Hi, I'm Quillon", "en"),
            NameProposal("N1", "S1", "C1", NOON, "Quillon", Whom.SELF, 0.9, "V1", text="I'm Q."),
            NameProposal("N2", "S1", "C1", NOON, "Zeb", Whom.SELF, 0.8, "V1", text="I'm Zeb."),
        )
        for track, person, days in (
            ("A1", ANNA, 0),
            ("V1", BERT, 1),
            ("V2", BERT, 2),
            ("U1", None, 3),
        ):
            start = NOON - timedelta(days=days)
            kind = FaceKind.SEEN if person else FaceKind.EVIDENCE
            verdict = Verdict.KNOWN if person else Verdict.UNSURE
            likely = None if person else ANNA
            house.keeper.commit(
                Face(f"F{track}", kind, "painted", vector(1), 0.8, start, person, "C1", track),
                Sighting(track, "C1", start, start, verdict, person, likely, 0.58, 1),
            )


def shown(omnisight: Omnisight) -> dict[str, int]:
    """How often each came."""
    people = omnisight("people", "list", "--json").json["people"]
    return {one["shown"]: one["visits"] for one in people if one["state"] == "active"}


def test_two_are_one_and_two_again(omnisight: Omnisight) -> None:
    merged = omnisight("people", "merge", "Visitor 1", "Anna")
    assert "They are all Anna now" in merged.out  # whoever has a name keeps it
    assert shown(omnisight) == {"Anna": 3}
    assert omnisight("people", "undo").out == "Done.\n"
    assert shown(omnisight) == {"Anna": 1, "Visitor 1": 2}
    assert omnisight("people", "merge", "Anna", "Nobody").code == 2


def test_a_merge_says_that_somebody_is_to_be_forgotten(omnisight: Omnisight) -> None:
    year = datetime.now(UTC).year + 1
    assert omnisight("people", "note", "Visitor 1", "--expires", f"{year}-05-03").code == 0
    assert f"forgotten on {year}-05-0" in omnisight("people", "merge", "Anna", "Visitor 1").err


def test_what_was_somebody_else_is_split_off(omnisight: Omnisight) -> None:
    assert "That was Bert" in omnisight("people", "split", "Visitor 1", "V2", "--to", "Bert").out
    assert shown(omnisight) == {"Anna": 1, "Bert": 1, "Visitor 1": 1}
    assert omnisight("people", "split", "Anna", "V1").code == 2


def test_who_it_was_is_confirmed_or_denied(omnisight: Omnisight) -> None:
    assert "That was Anna" in omnisight("people", "confirm", "U1", "Anna").out
    assert shown(omnisight)["Anna"] == 2
    assert omnisight("people", "deny", "U1", "Anna").out == "That was not Anna.\n"
    assert shown(omnisight)["Anna"] == 1
    assert omnisight("people", "confirm", "U1").code == 2  # who was it?
    assert omnisight("people", "deny", "nowhere", "Anna").code == 2


def test_names_that_were_heard_are_listed_and_answered(omnisight: Omnisight) -> None:
    told = omnisight("people", "proposals", "--json").json["proposals"]
    assert [one["name"] for one in told] == ["Zeb", "Quillon"]
    assert "Quillon" in omnisight("people", "proposals").out
    assert omnisight("people", "deny", "N2").out == "That was not called Zeb.\n"
    assert "That was Quillon" in omnisight("people", "confirm", "N1").out
    assert shown(omnisight) == {"Anna": 1, "Quillon": 2}
    again = omnisight("people", "confirm", "N1")
    assert "people undo" in again.err
    assert omnisight("people", "undo").code == 0
    assert omnisight("people", "confirm", "N1").code == 0  # it could be asked again
    states = {
        one["name"]: one["state"]
        for one in omnisight("people", "proposals", "--all", "--json").json["proposals"]
    }
    assert states == {"Quillon": "confirmed", "Zeb": "denied"}
    assert "Heard to be called Quillon." in omnisight("people", "show", "Quillon").out


def test_what_is_noted_is_told_with_its_day(omnisight: Omnisight) -> None:
    day = f"{datetime.now(UTC).year + 1}-05-03T12:00:00Z"
    noted = omnisight("people", "note", "Anna", "--note", "has a key", "--expires", day)
    assert f"To be forgotten on {day[:10]}" in noted.out
    told = omnisight("people", "show", "Anna").out
    for words in ("has a key", f"To be forgotten on {day[:10]}", "Porch"):
        assert words in told
    assert omnisight("people", "note", "Anna", "--expires", "2001-01-01").code == 2
    assert omnisight("people", "note", "Anna").code == 2


def test_each_question_says_how_it_is_answered(omnisight: Omnisight) -> None:
    told = omnisight("people", "inbox", "--limit", "9")
    for form in (
        f"omnisight people name {BERT} NAME",
        f"omnisight people confirm U1 {ANNA}, or deny",
        "omnisight people confirm N1, or deny",
    ):
        assert form in told.err
    questions = omnisight("people", "inbox", "--limit", "9", "--json").json["questions"]
    assert {one["kind"] for one in questions} >= {"who", "was_it", "called"}


def test_who_is_archived_is_listed_when_asked_for(omnisight: Omnisight) -> None:
    plain = omnisight("people", "list")
    assert "Old friend" not in plain.out
    assert "--archived" in plain.err
    assert "Old friend" in omnisight("people", "list", "--archived").out
    states = [one["state"] for one in omnisight("people", "list", "--json").json["people"]]
    assert states.count("archived") == 1
