"""Gestures told apart from one, three, five takes and from all, beside plain DTW over the same takes."""

from __future__ import annotations

from itertools import combinations

from benchmarks.material import material
from benchmarks.measure import Row, row
from omnisight_desktop.services.gestures.measure import PUBLISHED, Trial, measure
from omnisight_desktop.services.gestures.sets import LabelledSet, read_set

_DRAWS, _QUICK_DRAWS = 20, 3
_SHOTS = (1, 3, 5)


def few(quick: bool) -> list[Row]:
    """Accuracy and equal error rate of each set of the material."""
    found = []
    for folder in sorted(material("truth", "gesture").iterdir()):
        train, test = (read_set(folder / f"{folder.name}_{n}.ts") for n in ("TRAIN", "TEST"))
        found += _accuracy(folder.name, train, test, quick)
        if len(set(train.labels)) > 3:
            found.append(_strangers(folder.name, train, test, quick))
    return found


def _accuracy(name: str, train: LabelledSet, test: LabelledSet, quick: bool) -> list[Row]:
    found = []
    for shots in _SHOTS:
        draws = _QUICK_DRAWS if quick else _DRAWS
        told = measure(train, test, Trial(shots, draws=draws)).as_json()
        gain = told["gain"]
        found.append(
            row(
                f"{name}, {shots} {'take' if shots == 1 else 'takes'} a class, {draws} draws",
                told["accuracy"],
                peer=told["peer"]["accuracy"],
                ratio=told["accuracy"] / told["peer"]["accuracy"],
                unit="accuracy",
                goal=f"above DTW: {gain['mean']:+.3f} ({gain['low']:+.3f} to {gain['high']:+.3f})",
                met=None if quick else gain["low"] > 0,
            )
        )
    told = measure(train, test, Trial()).as_json()
    others = ", ".join(f"{how} {value:g}" for how, value in PUBLISHED.get(name, {}).items())
    found.append(
        row(
            f"{name}, all takes",
            told["accuracy"],
            peer=told["peer"]["accuracy"],
            ratio=told["accuracy"] / told["peer"]["accuracy"],
            unit="accuracy",
            goal=f"others report of one neighbour: {others}" if others else "above DTW",
            met=told["accuracy"] >= told["peer"]["accuracy"],
        )
    )
    return found


def _strangers(name: str, train: LabelledSet, test: LabelledSet, quick: bool) -> Row:
    """Each pair of classes held out in turn."""
    pairs = list(combinations(sorted(set(train.labels)), 2))[: 3 if quick else None]
    tries = [measure(train, test, Trial(3, unknown=pair)).draws[0] for pair in pairs]
    ours = sum(one.eer or 0.0 for one in tries) / len(tries)
    fixed = sum(one.peer_eer or 0.0 for one in tries) / len(tries)
    return row(
        f"{name}, two classes strange, all {len(pairs)} pairs, 3 takes",
        ours,
        peer=fixed,
        ratio=fixed / ours if ours else None,
        unit="equal error rate",
        goal="below one threshold for all",
        met=None if quick else ours < fixed,
    )
