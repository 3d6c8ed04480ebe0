"""``omnisight heard``: what was said is found by its words, with the names and the sound."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.speech import NameProposal, ProposalState, Transcript, Whom
from tests.cli.conftest import Omnisight, omnisight
from tests.home import NOON, furnished

__all__ = ["omnisight"]


@pytest.fixture
def talk(tmp_path: Path) -> None:
    """A sentence at two cameras; in one of them a name was heard."""
    end = NOON + timedelta(seconds=2)
    with furnished(tmp_path / "data") as house:
        house.keeper.commit(
            Camera("C1", "Porch", "rtsp://10.0.0.2/live"),
            Transcript("S1", "C1", NOON, end, "Hello, my name is Zebulon.", "en"),
            Transcript("S2", "yard", end, end, "The parcel is here.", "en"),
            NameProposal("N1", "S1", "C1", NOON, "Zebulon", Whom.SELF, 0.9, bite=b"RIFF of him"),
        )


@pytest.mark.usefixtures("talk")
def test_what_was_said_is_found_by_its_words(omnisight: Omnisight) -> None:
    assert [one["id"] for one in omnisight("heard", "--json").json["heard"]] == ["S2", "S1"]
    (found,) = omnisight("heard", "name", "zebulon", "--json").json["heard"]
    assert (found["id"], found["camera"], found["sound"]) == ("S1", "Porch", True)
    name = {"name": "Zebulon", "whom": "self", "state": "open", "id": "N1"}
    assert found["names"] == [name]
    assert omnisight("heard", "--camera", "Porch", "parcel", "--json").json["heard"] == []
    shown = omnisight("heard", "zebulon")
    assert "Hello, my name is Zebulon." in shown.out
    assert "hearing.enabled" in shown.err
    assert "Nothing of the kind" in omnisight("heard", "sailing").out
    assert omnisight("heard", "--camera", "Attic").code != 0


@pytest.mark.usefixtures("talk")
def test_bites_of_sound_are_written_to_a_folder(omnisight: Omnisight, tmp_path: Path) -> None:
    folder = tmp_path / "bites"
    assert f"{folder}: 1." in omnisight("heard", "--sounds", str(folder)).err
    assert [path.name for path in folder.iterdir()] == ["S1.wav"]
    assert (folder / "S1.wav").read_bytes() == b"RIFF of him"


@pytest.mark.usefixtures("talk")
def test_somebody_is_shown_with_the_names_that_were_heard_of_them(
    omnisight: Omnisight, tmp_path: Path
) -> None:
    who = "Person_AAAAAAAA"
    told = NameProposal(
        *("N2", "S1", "C1", NOON, "Zeb", Whom.SELF, 0.95, "T1", ("T1",)),
        state=ProposalState.CONFIRMED,
        person=who,
        text="Hello, I'm Zeb.",
    )
    with furnished(tmp_path / "data") as house:
        house.keeper.commit(Person(who, "Zebulon"), told)
    (heard,) = omnisight("people", "show", "Zebulon", "--json").json["heard"]
    assert (heard["id"], heard["name"], heard["camera"]) == ("N2", "Zeb", "Porch")
    assert (heard["state"], heard["person"], heard["text"]) == ("confirmed", who, "Hello, I'm Zeb.")
    assert "heard as Zeb: Hello, I'm Zeb." in omnisight("people", "show", "Zebulon").out
