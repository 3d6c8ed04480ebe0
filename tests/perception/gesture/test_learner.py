"""Learning from a few takes: better than the nearest neighbour, and aware of what is strange."""

from __future__ import annotations

import numpy as np
import pytest

from omnisight_desktop.perception.gesture.distance import Rows
from omnisight_desktop.perception.gesture.learner import Learner, at_rows, bridged


def shapes(seed: int, each: int) -> tuple[list[Rows], list[str]]:
    """Three kinds of curves in two channels, each time somewhere else and of another size."""
    chance = np.random.default_rng(seed)
    made, labels = [], []
    for label, turns in (("once", 1.0), ("twice", 2.0), ("thrice", 3.0)):
        for _ in range(each):
            along = np.linspace(0, 1, int(chance.integers(30, 60))) ** chance.uniform(0.8, 1.25)
            angle = 2 * np.pi * turns * along
            curve = np.stack([np.cos(angle), np.sin(angle)], axis=1) * chance.uniform(0.5, 2)
            curve += chance.normal(0, 1.5, 2) + chance.normal(0, 0.05, curve.shape)
            made.append(curve.astype(np.float32))
            labels.append(label)
    return made, labels


@pytest.mark.parametrize("takes", [1, 3])
def test_a_few_takes_are_enough_wherever_and_however_large(takes: int) -> None:
    known, asked = shapes(1, takes), shapes(2, 8)
    answer = Learner(*known).tell(asked[0])
    right = sum(a == b for a, b in zip(answer.labels, asked[1], strict=True))
    assert right >= 21  # of 24


def test_what_was_never_shown_is_stranger_than_what_was() -> None:
    known, asked = shapes(3, 4), shapes(4, 6)
    chance = np.random.default_rng(5)
    walks = [np.cumsum(chance.normal(0, 0.3, (40, 2)), axis=0).astype(np.float32) for _ in range(8)]
    learner = Learner(*known)
    familiar = learner.tell(asked[0]).strangeness
    strange = learner.tell(walks).strangeness
    assert np.median(strange) > np.quantile(familiar, 0.9)


def test_the_same_takes_give_the_same_answers() -> None:
    known, asked = shapes(6, 3), shapes(7, 2)
    first, second = (Learner(*known).tell(asked[0]) for _ in range(2))
    assert first.labels == second.labels
    assert np.array_equal(first.strangeness, second.strangeness)


def test_one_label_alone_can_be_learnt() -> None:
    made, _ = shapes(8, 2)
    assert Learner(made, ["only"] * len(made)).tell(made[:2]).labels == ("only", "only")


def test_missing_numbers_are_bridged_and_lengths_made_even() -> None:
    rows = np.asarray([[0, 5], [np.nan, 5], [2, np.nan], [3, np.nan]], np.float32)
    assert bridged(rows)[:, 0].tolist() == [0, 1, 2, 3]
    assert bridged(rows)[:, 1].tolist() == [5, 5, 5, 5]
    assert at_rows(rows, 7).shape == (7, 2)
    assert at_rows(rows[:1], 3).tolist() == [[0, 5]] * 3
    assert not np.isnan(bridged(np.full((3, 1), np.nan, np.float32))).any()


def test_nothing_to_learn_from_is_refused() -> None:
    with pytest.raises(ValueError, match="one label for each"):
        Learner([], [])
