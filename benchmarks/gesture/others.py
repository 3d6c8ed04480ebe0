"""Gestures that some people taught and others make: how many are spotted, and how often strangers fire.

Three classes of the marshals' signals are taught, the other three are strangers, and the other way
round. Two pairs of them are near twins; both of a pair are on the same side.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from benchmarks.gesture.impostors import marshals
from benchmarks.material import material
from benchmarks.measure import Row, row
from omnisight_desktop.core.gesture import Gesture, Pose, Take
from omnisight_desktop.perception.gesture.lexicon import Lexicon, lexicon_of
from omnisight_desktop.perception.gesture.spotter import Spotter
from omnisight_desktop.services.gestures.measure import chosen
from omnisight_desktop.services.gestures.sets import LabelledSet, read_set

_SHOTS = (1, 3, 5)
_DRAWS, _QUICK_DRAWS = 3, 1
_STILL = 14  # poses held before and after
_RATE_HZ = 22.0


def others(quick: bool) -> list[Row]:
    """What is spotted of others' performances, and what of strangers'."""
    folder = material("truth", "gesture", "NATOPS")
    train, test = (read_set(folder / f"NATOPS_{name}.ts") for name in ("TRAIN", "TEST"))
    shown, made = marshals(train.movements), marshals(test.movements)
    labels = sorted(set(train.labels))
    halves = labels[: len(labels) // 2], labels[len(labels) // 2 :]
    found = []
    for shots in _SHOTS:
        right: list[bool] = []
        strange: list[bool] = []
        for seed in range(_QUICK_DRAWS if quick else _DRAWS):
            for half in halves:
                lexicon = _taught(train, shown, half, chosen(train.labels, shots, seed).tolist())
                for take, label in zip(made, test.labels, strict=True):
                    told = _spotted(lexicon, take)
                    if label in half:
                        right.append(told == [label])
                    else:
                        strange.append(bool(told))
        takes = f"{shots} {'take' if shots == 1 else 'takes'}"
        found += [
            row(
                f"made by others, taught with {takes}",
                float(np.mean(right)),
                limit=1.0,
                unit="recall",
                goal=f"{len(right)} performances",
            ),
            row(
                "  strangers of other classes that fired",
                float(np.mean(strange)),
                limit=0.0,
                unit="share",
                goal=f"{sum(strange)} of {len(strange)}",
            ),
        ]
    return found


def _taught(
    train: LabelledSet, shown: Sequence[Take], half: Sequence[str], taken: Sequence[int]
) -> Lexicon:
    takes = {name: tuple(shown[n] for n in taken if train.labels[n] == name) for name in half}
    now = datetime.now(UTC)
    lexicon = lexicon_of([Gesture(name, name, own, now) for name, own in takes.items()])
    assert lexicon is not None
    return lexicon


def _spotted(lexicon: Lexicon, take: Take) -> list[str]:
    spotter, found = Spotter(lexicon), []
    still = [take.points[:1].repeat(_STILL, axis=0), take.points[-1:].repeat(_STILL, axis=0)]
    for number, points in enumerate(np.concatenate([still[0], take.points, still[1]])):
        found += spotter.see(Pose(points), number / _RATE_HZ)
    return [one.label for one in [*found, *spotter.close()]]
