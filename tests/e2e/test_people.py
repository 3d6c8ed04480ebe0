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

#: Whose face each recording shows.
FIRST = {"brother": "A", "night": "D"}
SECOND = {"help": "A"}


def clips(names: dict[str, str]) -> list[str]:
    return [str(need("footage", "gestures", f"{name}.mkv")) for name in names]


@pytest.fixture
def seeing(omnisight: Omnisight) -> Omnisight:
    models = need("models", "mobilefacenet_arcface.onnx").parent
    options = ("--set", f"models.dir={models}", "--set", "people.recognise_faces=true")

    def run(*arguments: str) -> object:
        return omnisight(*options, *arguments)

    return run  # type: ignore[return-value]


def test_each_person_is_one_also_after_a_restart(seeing: Omnisight) -> None:
    assert seeing("analyze", *clips(FIRST)).code == 0
    assert len(seeing("people", "list", "--json").json["people"]) == 2
    assert seeing("analyze", *clips(SECOND)).code == 0  # another run: nothing is in memory any more
    people = seeing("people", "list", "--json").json["people"]
    assert len(people) == 2
    whose: dict[str, set[str]] = {}
    for event in seeing("events", "list", "--json").json["events"]:
        if event["person"]:
            whose.setdefault({**FIRST, **SECOND}[event["camera"]], set()).add(event["person"])
    assert {person: len(ids) for person, ids in whose.items()} == {"A": 1, "D": 1}
    assert len(set.union(*whose.values())) == 2


def test_somebody_enrolled_is_named_in_events(seeing: Omnisight, tmp_path: Path) -> None:
    photos = []
    with av.open(str(need("footage", "gestures", "brother.mkv"))) as film:
        for number, frame in enumerate(film.decode(video=0)):
            if number in (0, 25):
                photos.append(tmp_path / f"{number}.png")
                cv2.imwrite(str(photos[-1]), frame.to_ndarray(format="bgr24"))
    assert seeing("people", "enroll", "Adam", *map(str, photos)).code == 0
    assert seeing("analyze", *clips({"student": "A"})).code == 0
    events = seeing("events", "list", "--json").json["events"]
    named = {event["camera"]: event["person"] for event in events if event["type"] == "recognised"}
    assert named == {"student": "Adam"}
    assert seeing("events", "list", "--person", "Adam", "--json").json["events"]
    (adam,) = [p for p in seeing("people", "list", "--json").json["people"] if p["name"]]
    assert adam["visits"] == 1
    assert adam["faces"] >= 2
    gone = seeing("people", "forget", "Adam", "--clips", "veil", "--yes", "--json").json
    assert (gone["clips_changed"], gone["clips_left"], gone["named_in"]) == (1, [], [])
    assert "Adam" not in json.dumps(seeing("events", "list", "--json").json)
    assert seeing("clips", "verify").code == 0
