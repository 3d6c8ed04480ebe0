"""How well gestures are told apart: ours beside plain nearest neighbours, over the same movements.

The peer is dtaidistance, one nearest neighbour, on the same channels in the same run. With few takes
both are given the same ones, drawn by a seed; what they differ by is told with its interval. With
labels held out, both are asked whether a movement is any that they know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.perception.gesture.engines import OWN, open_comparer
from omnisight_desktop.perception.gesture.learner import Answer, Learner, bridged
from omnisight_desktop.services.gestures.sets import LabelledSet

PEER = "dtaidistance"

#: What others report of the whole sets, one nearest neighbour with Euclid's distance and with DTW.
PUBLISHED = {
    "NATOPS": {"euclid": 0.839, "dtw": 0.883},
    "GunPoint": {"euclid": 0.913, "dtw": 0.907},
}

_STUDENT_975 = (
    (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)
    + (2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086)
    + (2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042)
)

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trial:
    """How it is measured: how many takes of each class, drawn how often, and what is held out."""

    shots: int | None = None
    seed: int = 0
    draws: int = 1
    unknown: tuple[str, ...] = ()
    comparing: str = OWN  # the engine that ours compares with


@dataclass(frozen=True, slots=True, eq=False)
class Draw:
    """One draw of takes, and what came of it."""

    seed: int
    takes: int
    answer: Answer
    accuracy: float
    peer_accuracy: float
    eer: float | None = None
    peer_eer: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """All draws of a trial over one set."""

    name: str
    draws: tuple[Draw, ...]

    def as_json(self) -> dict[str, Any]:
        """In the shape that programs rely on."""
        told: dict[str, Any] = {
            "set": self.name,
            "accuracy": _mean([d.accuracy for d in self.draws]),
            "predictions": list(self.draws[0].answer.labels),
            "peer": {"name": PEER, "accuracy": _mean([d.peer_accuracy for d in self.draws])},
            "published": PUBLISHED.get(self.name),
            "gain": _interval([d.accuracy - d.peer_accuracy for d in self.draws]),
            "draws": [
                {
                    "seed": d.seed,
                    "takes": d.takes,
                    "accuracy": _rounded(d.accuracy),
                    "peer": _rounded(d.peer_accuracy),
                }
                for d in self.draws
            ],
        }
        eers = [(d.eer, d.peer_eer) for d in self.draws if d.eer is not None]
        if eers:
            told["eer"] = _mean([ours for ours, _ in eers])
            told["fixed_threshold_eer"] = _mean([theirs or 0.0 for _, theirs in eers])
            told["strangeness"] = [_rounded(v) for v in self.draws[0].answer.strangeness.tolist()]
        return told


def measure(train: LabelledSet, test: LabelledSet, trial: Trial) -> Measured:
    """Both arms over one set."""
    _check(train, test, trial)
    theirs = _peer_distances(train, test)
    draws = [
        _drawn(train, test, theirs, trial, seed)
        for seed in range(trial.seed, trial.seed + trial.draws)
    ]
    return Measured(test.name.removesuffix("_TEST"), tuple(draws))


def chosen(labels: Sequence[str], shots: int | None, seed: int) -> NDArray[np.intp]:
    """So many takes of each class, by a seed; all of them where nobody says how many."""
    if shots is None:
        return np.arange(len(labels))
    chance = np.random.default_rng(seed)
    of = np.asarray(labels)
    return np.concatenate(
        [chance.permutation(np.flatnonzero(of == label))[:shots] for label in sorted(set(labels))]
    )


def equal_error(genuine: Values, strange: Values) -> float:
    """Where as many of what is known are refused as strangers are let in; both by strangeness."""
    levels = np.sort(np.concatenate([genuine, strange]))
    refused = 1 - np.searchsorted(np.sort(genuine), levels, "right") / len(genuine)
    let_in = np.searchsorted(np.sort(strange), levels, "right") / len(strange)
    nearest = int(np.argmin(np.abs(refused - let_in)))
    return float((refused[nearest] + let_in[nearest]) / 2)


def _drawn(train: LabelledSet, test: LabelledSet, theirs: Values, trial: Trial, seed: int) -> Draw:
    taken = chosen(train.labels, trial.shots, seed)
    taken = taken[[train.labels[k] not in trial.unknown for k in taken]]
    labels = [train.labels[k] for k in taken]
    known_to_us = [train.movements[k] for k in taken]
    answer = Learner(known_to_us, labels, open_comparer(trial.comparing)).tell(test.movements)
    known = np.asarray([label not in trial.unknown for label in test.labels])
    apart = theirs[:, taken]
    guessed = np.asarray(labels)[apart.argmin(axis=1)]
    right = np.asarray(answer.labels) == np.asarray(test.labels)
    peer_right = guessed == np.asarray(test.labels)
    eer = peer_eer = None
    if trial.unknown:
        eer = equal_error(answer.strangeness[known], answer.strangeness[~known])
        nearest = apart.min(axis=1)
        peer_eer = equal_error(nearest[known], nearest[~known])
    accuracy, peer = float(right[known].mean()), float(peer_right[known].mean())
    return Draw(seed, len(taken), answer, accuracy, peer, eer, peer_eer)


def _peer_distances(train: LabelledSet, test: LabelledSet) -> Values:
    comparer = open_comparer(PEER)([bridged(one) for one in train.movements])
    return np.stack([comparer.distances(bridged(one)) for one in test.movements])


def _check(train: LabelledSet, test: LabelledSet, trial: Trial) -> None:
    channels = train.movements[0].shape[1], test.movements[0].shape[1]
    if channels[0] != channels[1]:
        raise UsageError(
            f"What is learnt has {channels[0]} channels, and what is tested {channels[1]}.",
            fix="Take two files of one set.",
        )
    for label in trial.unknown:
        if label not in test.labels:
            there = ", ".join(sorted(set(test.labels)))
            raise UsageError(
                f"There is no label '{label}' to hold out.", fix=f"There are: {there}."
            )
    if not set(train.labels) - set(trial.unknown) or not set(test.labels) - set(trial.unknown):
        raise UsageError("Everything is held out.", fix="Leave at least one label.")


def _mean(values: Sequence[float]) -> float:
    return _rounded(float(np.mean(values)))


def _interval(gains: Sequence[float]) -> dict[str, float] | None:
    """The mean of paired differences and its interval of 95 %."""
    if len(gains) < 2:
        return None
    freedom = len(gains) - 1
    student = _STUDENT_975[freedom - 1] if freedom <= len(_STUDENT_975) else 1.96 + 2.5 / freedom
    mean, half = float(np.mean(gains)), student * float(np.std(gains, ddof=1)) / sqrt(len(gains))
    return {"mean": _rounded(mean), "low": _rounded(mean - half), "high": _rounded(mean + half)}


def _rounded(value: float) -> float:
    return round(float(value), 4)
