"""Trying detectors out on this computer: each looks at the same pictures, in turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

import numpy as np

from omnisight_desktop.capture.demo import scene_at
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import ModelError, OmniSightError
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.geometry import iou
from omnisight_desktop.perception.detect.choose import Wish, open_engine
from omnisight_desktop.perception.detect.lighter import Shelf
from omnisight_desktop.perception.detect.network import NetworkDetector
from omnisight_desktop.perception.track.tuning import DEFAULT
from omnisight_desktop.services.fitting.decide import Arm, Tried

_DETAILS = (1.0, 2.0)
_ENGINES = ("openvino", "onnx")
_FEWEST, _DEMO_S = 8, 1.5  # pictures, and how far apart those of the demo are
_SAME = 0.5
_SPECK_PX = 1.0  # as small as can be: the picture is shown as large as it may

#: Told what is being tried.
Tell = Callable[[str], object]


@dataclass(slots=True, eq=False)
class _Trial:
    """A detector on its way through the pictures."""

    arm: Arm
    detector: NetworkDetector
    spent_ms: list[float] = field(default_factory=list)
    found: list[Detections] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Field:
    """What there is to be tried, and how what they find is judged."""

    models: Sequence[tuple[str, Path]]
    shelf: Shelf
    labels: Sequence[str]
    score: float


def pictures_to_try(own: Iterator[ArrayPicture], most: int) -> tuple[list[ArrayPicture], str]:
    """The user's own pictures, or those of the demo where there are too few; and which it is."""
    pictures = list(islice(own, most))
    if len(pictures) >= _FEWEST:
        return pictures, "your own pictures"
    demo = [ArrayPicture(scene_at(number * _DEMO_S)) for number in range(min(most, 20))]
    return demo, "the demo's pictures, since too few of your own are stored"


def measured(
    field: Field, pictures: Sequence[ArrayPicture], clock: Clock, tell: Tell
) -> tuple[list[Tried], list[str]]:
    """How each detector that loads did, and which did not load and why."""
    trials, troubles = _opened(field, tell)
    if not trials:
        raise ModelError(
            f"There is no network here to choose from. {' '.join(troubles)}".strip(),
            fix="Get one with 'omnisight models pull --needed'.",
        )
    for number, picture in enumerate(pictures):
        everywhere = np.asarray([[0, 0, picture.width, picture.height]], np.float32)
        tell(f"looking at picture {number + 1} of {len(pictures)}")
        for trial in trials:
            began = clock.mono()
            found = trial.detector.detect(picture, everywhere, _SPECK_PX)
            trial.spent_ms.append((clock.mono() - began) * 1000)
            trial.found.append(_wanted(found, field.labels))
    truth = [_agreed(seen, field.score) for seen in zip(*_judges(trials), strict=True)]
    if not sum(map(len, truth)):
        raise ModelError(
            f"The networks here find nobody in the {len(pictures)} pictures, so they tell nothing.",
            fix="Let it watch for a day while people walk by, and try again.",
        )
    return [
        Tried(
            trial.arm,
            median(trial.spent_ms[1:] or trial.spent_ms),  # at the first look it is made ready
            _share(trial.found, truth, field.score),
            computes_on=trial.detector.computes_on,
        )
        for trial in trials
    ], troubles


def _opened(field: Field, tell: Tell) -> tuple[list[_Trial], list[str]]:
    trials: list[_Trial] = []
    troubles: list[str] = []
    for name, weights in field.models:
        for engine in _ENGINES:
            lighter, why = field.shelf.find(weights, engine)
            if why:
                troubles.append(f"The lighter {name} on {engine} is not tried: {why}.")
            for file in filter(None, (weights, lighter)):
                try:
                    trials += _with(name, engine, file, int8=file is lighter)
                    tell(f"{name} on {engine} loads")
                except OmniSightError as error:
                    troubles.append(f"{name} on {engine} is not tried: {error.reason}")
    return trials, troubles


def _with(name: str, engine: str, file: Path, *, int8: bool) -> Iterator[_Trial]:
    """An engine with a file, once for each size at which pictures may be shown."""
    for detail in _DETAILS:
        wish = Wish(engine, name, DEFAULT.doubtful, detail)
        detector = open_engine(engine, file, wish)
        if isinstance(detector, NetworkDetector):
            yield _Trial(Arm(name, engine, int8, detail), detector)
            if not detector.bends:  # it is shown pictures at one size, whatever is wished for
                return


def _judges(trials: Sequence[_Trial]) -> list[list[Detections]]:
    """Of each network the most thorough look: full, and as large as may be, on one engine."""
    thorough = {}
    for trial in sorted(trials, key=lambda t: (not t.arm.int8, t.arm.detail, t.detector.bends)):
        thorough[trial.arm.model] = trial.found
    return list(thorough.values())


def _agreed(seen: Sequence[Detections], score: float) -> Detections:
    """What more than half of the networks that are here are sure of."""
    first, *others = sorted(seen, key=len, reverse=True)
    sure = first.where(first.scores >= score)
    votes = np.ones(len(sure))
    for other in others:
        votes += _matched(sure, other, score)
    return sure.where(votes > len(seen) / 2)


def _share(found: Sequence[Detections], truth: Sequence[Detections], score: float) -> float:
    hits = sum(
        int(_matched(there, seen, score).sum()) for there, seen in zip(truth, found, strict=True)
    )
    return hits / sum(map(len, truth))


def _matched(
    there: Detections, seen: Detections, score: float
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of them are found, each by a finding of its own."""
    hit = np.zeros(len(there), np.bool_)
    mine = seen.where(seen.scores >= score)
    if not len(there) or not len(mine):
        return hit
    alike = iou(there.boxes, mine.boxes)
    while float(alike.max()) >= _SAME:
        a, b = np.unravel_index(int(alike.argmax()), alike.shape)
        hit[a] = True
        alike[a], alike[:, b] = 0, 0
    return hit


def _wanted(found: Detections, labels: Sequence[str]) -> Detections:
    wanted = np.asarray([name in labels for name in found.names], np.bool_)
    return found.where(wanted[found.labels])
