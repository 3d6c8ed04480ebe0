"""Measured beside plain DTW: the same takes for both, and what is held out is strange to both."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.core.errors import BackendUnavailable, UsageError
from omnisight_desktop.services.gesture_file import save_gestures
from omnisight_desktop.services.gestures.measure import Trial, chosen, equal_error, measure
from omnisight_desktop.services.gestures.sets import LabelledSet, read_set
from tests.fakes.bodies import circling, moving, pushing, taught, waving
from tests.material import need
from tests.perception.gesture.test_learner import shapes


def labelled(seed: int, each: int) -> LabelledSet:
    movements, labels = shapes(seed, each)
    return LabelledSet("curves", tuple(movements), tuple(labels))


HEAD = "@problemName Tiny\n@timeStamps false\n@univariate false\n@data\n"


def test_a_ts_file_is_read_whatever_the_lengths(tmp_path: Path) -> None:
    file = tmp_path / "Tiny_TRAIN.ts"
    file.write_text("#words\n" + HEAD + "1,2,3:4,5,6:a\n\n1,?,3,4:4,5:b\n7,8,?,?:1,1,?,?:b\n")
    read = read_set(file)
    assert (read.name, read.labels) == ("Tiny", ("a", "b", "b"))
    assert [one.shape for one in read.movements] == [(3, 2), (4, 2), (2, 2)]
    assert read.movements[0].tolist() == [[1, 4], [2, 5], [3, 6]]
    assert np.isnan(read.movements[1][1, 0])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (HEAD, "holds no movements"),
        (HEAD + "1,2,3\n", "Line 5 of Tiny.ts has no label"),
        (HEAD + "1,x:a\n", "is no number"),
        (HEAD + "?,?:a\n", "holds no numbers"),
        (HEAD + "1,2:a\n1,2:3,4:a\n", "has 2 channels"),
        (HEAD + ",".join("1" * 8000) + ":1" * 8000 + ":a\n", "far too long"),
        (HEAD.replace("timeStamps false", "timeStamps true"), "times of its own"),
        ("nothing of the kind", "holds no movements"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(
    tmp_path: Path, content: str, words: str
) -> None:
    file = tmp_path / "Tiny.ts"
    file.write_text(content)
    with pytest.raises(UsageError, match=words):
        read_set(file)
    with pytest.raises(UsageError, match="There is no file"):
        read_set(tmp_path / "gone.ts")


def test_our_own_export_can_be_measured(tmp_path: Path) -> None:
    ways = {"wave": waving, "circle": circling, "push": pushing}
    for name, seeds in (("train", (1, 2)), ("test", (3, 4, 5))):
        made = [
            taught(label, *(moving(way, seed=seed) for seed in seeds))
            for label, way in ways.items()
        ]
        save_gestures(made, tmp_path / f"{name}.json")
    train, test = read_set(tmp_path / "train.json"), read_set(tmp_path / "test.json")
    told = measure(train, test, Trial()).as_json()
    assert told["accuracy"] == 1.0
    assert told["predictions"] == list(test.labels)


def test_both_arms_get_the_same_takes_and_the_difference_has_its_interval() -> None:
    told = measure(labelled(1, 6), labelled(2, 6), Trial(shots=2, seed=5, draws=3)).as_json()
    assert [draw["seed"] for draw in told["draws"]] == [5, 6, 7]
    assert {draw["takes"] for draw in told["draws"]} == {6}
    gains = [draw["accuracy"] - draw["peer"] for draw in told["draws"]]
    assert told["gain"]["mean"] == pytest.approx(np.mean(gains), abs=1e-3)
    assert told["gain"]["low"] <= told["gain"]["mean"] <= told["gain"]["high"]
    assert told["accuracy"] > told["peer"]["accuracy"]
    assert len(told["predictions"]) == 18
    assert "eer" not in told


def test_the_same_seed_draws_the_same_takes() -> None:
    labels = ["a"] * 5 + ["b"] * 9 + ["c"]
    first = chosen(labels, 3, 7)
    assert np.array_equal(first, chosen(labels, 3, 7))
    assert not np.array_equal(first, chosen(labels, 3, 8))
    assert [labels[k] for k in first] == ["a"] * 3 + ["b"] * 3 + ["c"]
    assert len(chosen(labels, None, 0)) == len(labels)


def test_labels_that_are_held_out_are_never_learnt() -> None:
    told = measure(labelled(3, 5), labelled(4, 5), Trial(unknown=("thrice",))).as_json()
    assert "thrice" not in told["predictions"]
    assert 0 <= told["eer"] < told["fixed_threshold_eer"] <= 1
    assert len(told["strangeness"]) == 15
    with pytest.raises(UsageError, match="no label 'four'"):
        measure(labelled(3, 2), labelled(4, 2), Trial(unknown=("four",)))
    with pytest.raises(UsageError, match="Everything is held out"):
        measure(labelled(3, 2), labelled(4, 2), Trial(unknown=("once", "twice", "thrice")))


def test_the_engine_that_compares_can_be_chosen() -> None:
    sets = labelled(1, 6), labelled(2, 6)
    ours, theirs = (
        measure(*sets, Trial(shots=2, comparing=name)).draws[0].answer
        for name in ("own", "dtaidistance")
    )
    assert theirs.labels == ours.labels
    assert theirs.strangeness == pytest.approx(ours.strangeness, rel=1e-3)
    assert not np.array_equal(theirs.strangeness, ours.strangeness)  # it counts in finer steps


def test_an_engine_without_its_core_in_c_is_said_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dtaidistance.dtw.dtw_cc", None)
    with pytest.raises(BackendUnavailable, match="C LIBRARY"):
        measure(labelled(1, 2), labelled(2, 2), Trial(comparing="dtaidistance"))


def test_the_equal_error_rate_is_where_both_errors_meet() -> None:
    known, strange = np.arange(100.0), np.arange(100.0) + 80
    assert equal_error(known, strange) == pytest.approx(0.1, abs=0.01)
    assert equal_error(np.asarray([1.0, 2.0]), np.asarray([5.0])) == 0.0


def test_two_files_of_different_sets_are_refused() -> None:
    other = LabelledSet("other", (np.zeros((4, 3), np.float32),), ("once",))
    with pytest.raises(UsageError, match="2 channels"):
        measure(labelled(1, 1), other, Trial())


def test_gestures_of_the_material_are_told_apart_better_than_by_dtw() -> None:
    folder = need("truth", "gesture", "NATOPS")
    train, test = (read_set(folder / f"NATOPS_{part}.ts") for part in ("TRAIN", "TEST"))
    half = LabelledSet(test.name, test.movements[::6], test.labels[::6])
    told = measure(train, half, Trial(shots=3)).as_json()
    assert told["accuracy"] >= told["peer"]["accuracy"]
    assert told["published"] == {"euclid": 0.839, "dtw": 0.883}
