"""How often somebody who means nothing by it is taken to have made a gesture."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from math import exp, factorial
from pathlib import Path

import numpy as np

from benchmarks.gesture.impostors import marshals, stream
from benchmarks.material import material
from benchmarks.measure import Row, row
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.gesture import JOINTS, Gesture, Pose, Take
from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.perception.gesture.lexicon import lexicon_of
from omnisight_desktop.perception.gesture.spotter import Spotter
from omnisight_desktop.perception.gesture.verdict import judged
from omnisight_desktop.perception.pose.mediapipe import open_finder
from omnisight_desktop.services.gestures.sets import read_set
from omnisight_desktop.services.gestures.teaching import record

_HOURS, _QUICK_HOURS = 4.0, 0.25
_PEOPLE = 3
_GOAL = 1.0  # an hour, as the upper bound of what is to be expected

#: Taught together, the other half being strangers. Two pairs are the same to 33 points of a body (a
#: flat hand or a fist on the chest; thumb or palm at the mouth), so neither is a stranger to its twin.
HALVES = (
    ("please", "sorry", "help", "night", "want", "school"),
    ("bird", "thanks", "book", "brother", "hungry", "student"),
)


def nothing(quick: bool) -> list[Row]:
    """False firings an hour over streams of strangers, with an upper bound of 95 %."""
    signs, exercise = _signs(), _exercise()
    sets = [
        read_set(material("truth", "gesture", "NATOPS", f"NATOPS_{n}.ts"))
        for n in ("TRAIN", "TEST")
    ]
    signals = marshals([one for part in sets for one in part.movements])
    hours = _QUICK_HOURS if quick else _HOURS
    found, total, fired = [], 0.0, 0
    for number, half in enumerate(HALVES):
        strangers = [take for name, take in signs.items() if name not in half]
        # As much of each kind, whatever number of takes there is of it.
        kinds = [strangers * 12, exercise * 8, signals[: len(strangers) * 12]]
        movements = [take for kind in kinds for take in kind]
        labels = _fired([(name, signs[name]) for name in half], movements, hours / 2, number)
        total, fired = total + hours / 2, fired + len(labels)
        found.append(
            row(
                f"  taught {', '.join(half)}",
                len(labels) / (hours / 2),
                unit="an hour",
                goal=", ".join(sorted(set(labels))) or "none fired",
            )
        )
    bound = _upper(fired) / total
    head = row(
        f"false firings in {total:g} h of strangers, upper bound of 95 %",
        bound,
        limit=_GOAL,
        unit="an hour",
        goal=f"{fired} fired",
        met=None if quick else bound <= _GOAL,
    )
    return [head, *found]


def _fired(
    taught: list[tuple[str, Take]], movements: list[Take], hours: float, seed: int
) -> list[str]:
    now = datetime.now(UTC)
    lexicon = lexicon_of([Gesture(name, name, (take,), now) for name, take in taught])
    assert lexicon is not None
    spotter = Spotter(lexicon)
    found = []
    for points, at_s in stream(movements, hours, seed):
        found += [one.label for one in spotter.see(Pose(points), at_s)]
    return found


@cache
def _signs() -> dict[str, Take]:
    """Each sign as it is taught."""
    finder = open_finder(material("models", "pose_landmarker_full.task"))
    try:
        taken = {}
        for film in sorted(material("footage", "gestures").glob("*.mkv")):
            verdict = judged(record(str(film), finder).take)
            assert verdict.take is not None, film
            taken[film.stem] = verdict.take
        return taken
    finally:
        finder.close()


@cache
def _exercise() -> list[Take]:
    """Everybody in the film of people exercising, in stretches of some seconds."""
    finder = open_finder(material("models", "pose_landmarker_full.task"))
    try:
        return _people(material("footage", "video", "exercise.avi"), finder)
    finally:
        finder.close()


def _people(film: Path, finder: PoseFinder) -> list[Take]:
    takes: list[Take] = []
    rows: list[list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]]] = [
        [] for _ in range(_PEOPLE)
    ]
    times: list[float] = []
    for shot in open_source(str(film)).shots():
        if shot.picture is None:
            continue
        poses = sorted(
            finder.everybody(shot.picture, _PEOPLE),
            key=lambda pose: float(pose.points[0, 0]),
        )
        times.append(shot.at_s)
        for place in range(_PEOPLE):
            missing = np.full((JOINTS, 4), np.nan, np.float32)
            # Where one is not seen nobody knows who the others are.
            rows[place].append(poses[place].points if len(poses) == _PEOPLE else missing)
    for person in rows:
        whole = Take(np.stack(person), np.asarray(times))
        for first in range(0, len(whole) - 60, 40):
            part = whole.part(first, first + 60)
            if np.isfinite(part.points).all(axis=(1, 2)).mean() > 0.7:
                takes.append(part)
    return takes


def _upper(count: int) -> float:
    """The upper bound of 95 % of what is to be expected where so many were counted (Poisson)."""
    low, high = float(count), 3 * count + 10.0
    for _ in range(60):
        middle = (low + high) / 2
        shares = [exp(-middle) * middle**k / factorial(k) for k in range(count + 1)]
        low, high = (middle, high) if sum(shares) > 0.05 else (low, middle)
    return high
