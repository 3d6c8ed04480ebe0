"""Real people in front of a camera: one identity each, also when the program was started anew, and the
name of somebody who was enrolled in every event of theirs."""

from __future__ import annotations

import json
from pathlib import Path

import av
import cv2
import pytest

from tests.cli.conftest import Omnisight, omnisight
from tests.material import need

__all__ = ["omnisight"]


def recording(name: str) -> str:
    return str(need("footage", "gestures", f"{name}.mkv"))


def stills(name: str, folder: Path) -> list[str]:
    """Two pictures out of a recording."""
    photos = []
    with av.open(recording(name)) as film:
        for number, frame in enumerate(film.decode(video=0)):
            if number in (0, 25):
                photos.append(str(folder / f"{number}.png"))
                cv2.imwrite(photos[-1], frame.to_ndarray(format="bgr24"))
    return photos


@pytest.fixture
def seeing(omnisight: Omnisight) -> Omnisight:
    models = need("models", "mobilefacenet_arcface.onnx").parent
    options = ("--set", f"models.dir={models}", "--set", "people.recognise_faces=true")

    def run(*arguments: str) -> object:
        return omnisight(*options, *arguments)

    return run  # type: ignore[return-value]


def test_people_are_one_each_named_where_known_and_forgotten(
    seeing: Omnisight, tmp_path: Path
) -> None:
    assert seeing("people", "enroll", "Adam", *stills("brother", tmp_path)).code == 0
    assert seeing("analyze", recording("help"), recording("night")).code == 0
    assert seeing("analyze", recording("student")).code == 0  # nothing is in memory any more
    adam, visitor = seeing("people", "list", "--json").json["people"]
    assert (adam["name"], visitor["shown"]) == ("Adam", "Visitor 1")
    assert adam["visits"] >= 1
    events = seeing("events", "list", "--json").json["events"]
    named = {event["camera"]: event["person"] for event in events if event["person"]}
    assert named == {"help": "Adam", "student": "Adam", "night": visitor["id"]}
    kinds = {event["camera"]: event["type"] for event in events if event["type"] != "appeared"}
    assert kinds == {"help": "recognised", "student": "recognised", "night": "newcomer"}
    gone = seeing("people", "forget", "Adam", "--clips", "veil", "--yes", "--json").json
    assert (gone["clips_changed"], gone["clips_left"], gone["named_in"]) == (2, [], [])
    assert "Adam" not in json.dumps(seeing("events", "list", "--json").json)
    assert seeing("clips", "verify").code == 0
