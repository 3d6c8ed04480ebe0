"""``omnisight people`` as it is typed, with real weights where they are."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.cli.conftest import Omnisight, Said, omnisight
from tests.material import need

__all__ = ["omnisight"]

People = Callable[..., Said]


@pytest.fixture
def people(omnisight: Omnisight) -> People:
    models = need("models", "mobilefacenet_arcface.onnx").parent

    def run(*arguments: str) -> Said:
        return omnisight("--set", f"models.dir={models}", "people", *arguments)

    return run


def test_an_empty_house_knows_nobody(omnisight: Omnisight) -> None:
    said = omnisight("people", "list")
    assert said.code == 0
    assert "Nobody" in said.out
    assert "recognise_faces" in said.err
    assert omnisight("people", "list", "--json").json == {"people": []}
    assert omnisight("people", "show", "Anna").code == 2


def test_without_weights_enrolling_says_what_to_get(omnisight: Omnisight, tmp_path: Path) -> None:
    said = omnisight("people", "enroll", "Anna", str(tmp_path / "a.jpg"))
    assert said.code == 1
    assert "models pull" in said.err


def test_somebody_is_enrolled_shown_renamed_and_forgotten(people: People) -> None:
    faces = need("truth", "faces")
    said = people("enroll", "Ann", str(faces / "img5.jpg"), str(faces / "img11.jpg"), "--json")
    assert said.code == 0
    assert [photo["taken"] for photo in said.json["photos"]] == [True, True]
    wrong = people("enroll", "Ann", str(faces / "img25.jpg"))
    assert wrong.code == 1
    assert "somebody else" in wrong.err
    (row,) = people("list", "--json").json["people"]
    assert (row["name"], row["faces"], row["visits"]) == ("Ann", 2, 0)
    shown = people("show", "ann", "--json").json
    assert {look["kind"] for look in shown["looks"]} == {"enrolled"}
    assert people("name", "Ann", "Beth").code == 0
    assert people("undo").code == 0
    assert "Ann" in people("list").out
    gone = people("forget", "Ann", "--yes", "--json")
    assert gone.json["faces"] == 2
    assert people("list", "--json").json == {"people": []}


def test_faces_of_one_person_are_told_from_those_of_others(people: People, tmp_path: Path) -> None:
    pairs = need("truth", "faces", "pairs.csv")
    some = tmp_path / "pairs.csv"
    rows = list(csv.DictReader(pairs.read_text().splitlines()))
    files = {"img5.jpg", "img11.jpg", "img25.jpg", "img24.jpg", "img16.jpg"}
    chosen = [row for row in rows if {row["file_x"], row["file_y"]} <= files]
    with some.open("w", newline="") as file:
        writer = csv.DictWriter(file, ["file_x", "file_y", "same"])
        writer.writeheader()
        for row in chosen:
            folder = pairs.parent
            writer.writerow(
                {**row, "file_x": folder / row["file_x"], "file_y": folder / row["file_y"]}
            )
    told = people("eval", "--pairs", str(some), "--json").json
    assert told["auc"] == 1.0
    assert told["accuracy"] == 1.0
    assert told["threshold"] == 0.6
    assert {"a", "b", "same", "score", "decision"} <= set(told["pairs"][0])
    assert "accuracy" in people("eval", "--pairs", str(some)).out


def test_odd_pictures_have_clear_outcomes(people: People, tmp_path: Path) -> None:
    good = cv2.imread(str(need("truth", "faces", "img5.jpg")))
    assert good is not None
    huge = tmp_path / "huge.jpg"
    cv2.imwrite(str(huge), cv2.resize(good, (6000, 8400), interpolation=cv2.INTER_LINEAR))
    tiny, flat, torn = tmp_path / "tiny.png", tmp_path / "flat.png", tmp_path / "torn.jpg"
    cv2.imwrite(str(tiny), np.asarray(cv2.resize(good, (3, 3))))
    cv2.imwrite(str(flat), np.zeros((300, 300, 3), np.uint8))
    torn.write_bytes(need("truth", "faces", "img5.jpg").read_bytes()[:700])
    said = people("enroll", "Ann", *map(str, (huge, tiny, flat, torn)), "--json")
    assert said.code == 1
    reasons = [photo["reason"] for photo in said.json["photos"]]
    assert reasons[0] is None  # fifty megapixels are a face like any other
    assert "no face" in reasons[1]
    assert "no face" in reasons[2]
    assert "cut off" in reasons[3]
