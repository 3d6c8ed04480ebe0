"""``omnisight events mark`` and ``marks``: by itself, and through the program that watches."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.flow.door import Door
from omnisight_desktop.services.house import House
from tests.cli.conftest import Omnisight
from tests.home import NOON, event, furnished

KEYS = {"id", "camera", "not", "track", "places", "floor", "marked", "until", "in_force"}


def fill(house: House) -> None:
    """Somebody was followed at the porch."""
    boxes = np.asarray([[0.4, 0.2, 0.5, 0.6]], np.float32)
    path = TrackPath("T1", "porch", "person", NOON, np.zeros(1, np.int64), boxes, score=0.6)
    house.keeper.commit(
        Camera("porch", "Porch", "rtsp://cam/x"), path, event("e1", 5, track="T1", score=0.55)
    )


def test_a_mark_is_made_listed_and_taken_back(omnisight: Omnisight, tmp_path: Path) -> None:
    with furnished(tmp_path / "data") as house:
        fill(house)
    said = omnisight("events", "mark", "e1", "--not", "person")
    assert said.code == 0
    assert "Porch asks for a certainty of 0.70 at that place" in said.out
    (mark,) = omnisight("events", "marks", "--json").json["marks"]
    assert set(mark) == KEYS
    assert (mark["camera"], mark["not"], mark["track"]) == ("Porch", "person", "T1")
    assert mark["in_force"]
    assert mark["id"] in omnisight("events", "marks", "--camera", "porch").out
    back = omnisight("events", "mark", mark["id"], "--undo", "--json").json
    assert [one["id"] for one in back["taken_back"]] == [mark["id"]]
    assert omnisight("events", "marks").out.strip() == "Nothing was marked."


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("e1",), 2, "--not person, or --undo"),
        (("e1", "--not", "person", "--undo"), 2, "--not person, or --undo"),
        (("e1", "--not", "dog"), 2, "Write --not person"),
        (("e9", "--not", "person"), 2, "no event or track"),
        (("e1", "--undo"), 2, "Nothing is marked"),
    ],
)
def test_what_makes_no_sense_is_said(
    omnisight: Omnisight, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    with furnished(tmp_path / "data") as house:
        fill(house)
    told = omnisight("events", "mark", *arguments)
    assert told.code == code
    assert said in told.err


def test_the_program_that_watches_knows_at_once(omnisight: Omnisight, tmp_path: Path) -> None:
    with furnished(tmp_path / "data") as house:
        fill(house)
        looking = house.mistakes.of("porch")
        assert len(looking()) == 0
        verbs = {
            "mistakes.mark": house.mistakes.answer_mark,
            "mistakes.unmark": house.mistakes.answer_unmark,
        }
        with Door(house.paths.door, verbs):
            marked = omnisight("events", "mark", "e1", "--not", "person", "--json").json["marked"]
            assert marked["floor"] == 0.7
            assert len(looking()) == 1
            assert omnisight("events", "mark", "e1", "--not", "dog").code == 2
            assert omnisight("events", "mark", "e1", "--undo").code == 0
            assert len(looking()) == 0
