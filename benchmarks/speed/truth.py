"""Who is really in the film: the network shown every second picture in full size, nobody counting the
cost; and how much of that an arm saw on the pictures that it looked at."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.film import HEIGHT, WIDTH, fingerprint
from benchmarks.speed.job import Sighting
from benchmarks.speed.least import PERSON, SCORE, frames
from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes, iou, suppress
from omnisight_desktop.perception.detect.openvino import OpenVinoEngine
from omnisight_desktop.perception.detect.views import View

_EVERY = 2  # pictures
_SAME = 0.5  # overlap of two boxes of one person
_NEXT = 0.3  # overlap of a person with themselves one picture later
_LONGEST_GAP = 5  # pictures that were looked at
_VISIT = 15  # sightings, a second, until somebody counts
_BELIEVED = 3  # sightings by an arm, as many as ours wants before it believes

Truth: TypeAlias = dict[int, Boxes]


@dataclass(frozen=True, slots=True)
class Recall:
    """Shares of what is there that were found."""

    boxes: float
    people: float
    false: float  # boxes a look that are nobody's
    expected: int  # people who could have been met, over all laps


@dataclass(slots=True, eq=False)
class _Person:
    last: NDArray[np.float32]
    seen: dict[int, int] = field(default_factory=dict)  # picture -> row


def truth(film: Path, weights: Path) -> Truth:
    """Boxes of people in every second picture; worked out once for a film."""
    keep = film.with_suffix(f".{fingerprint(film)}-{weights.stem}.json")
    if keep.is_file():
        told = json.loads(keep.read_text())
        return {int(k): np.asarray(v, np.float32).reshape(-1, 4) for k, v in told.items()}
    engine = OpenVinoEngine(weights)
    view = View(0, 0, WIDTH, HEIGHT, (WIDTH, -(-HEIGHT // 32) * 32))
    canvas = np.zeros((view.size[1], view.size[0], 3), np.uint8)
    found: Truth = {}
    for index, frame in enumerate(frames(film, 1)):
        if index % _EVERY:
            continue
        view.paint(frame.to_ndarray(format="bgr24"), canvas)
        boxes, scores, labels = engine.run(canvas, SCORE)
        boxes, scores = boxes[labels == PERSON], scores[labels == PERSON]
        found[index] = view.to_picture(boxes[suppress(boxes, scores, 0.5)])
    keep.write_text(json.dumps({k: v.tolist() for k, v in found.items()}))
    return found


def recall(there: Truth, sightings: list[Sighting]) -> Recall:
    """How much of the truth is among the sightings; a film that began anew has new people in it."""
    laps = _laps(sightings)
    people = _people(there)
    hits = total = strangers = 0
    met = expected = 0
    for lap in laps:
        seen_of: dict[int, int] = {}
        chances: dict[int, int] = {}
        for index, boxes in lap:
            picture = index - index % _EVERY
            real = there.get(picture, EMPTY_BOXES)
            found = np.asarray(boxes, np.float32).reshape(-1, 4)
            overlap = iou(real, found)
            seen = overlap.max(axis=1, initial=0.0) > _SAME
            hits, total = hits + int(seen.sum()), total + len(real)
            strangers += int((overlap.max(axis=0, initial=0.0) <= _SAME).sum())
            for number, person in enumerate(people):
                row = person.seen.get(picture)
                if row is not None:
                    chances[number] = chances.get(number, 0) + 1
                    seen_of[number] = seen_of.get(number, 0) + int(seen[row])
        visits = [n for n, count in chances.items() if count >= _BELIEVED]
        expected += len(visits)
        met += sum(seen_of.get(n, 0) >= _BELIEVED for n in visits)
    looks = max(1, sum(len(lap) for lap in laps))
    return Recall(
        hits / total if total else 1.0,
        met / expected if expected else 1.0,
        strangers / looks,
        expected,
    )


def _laps(sightings: list[Sighting]) -> list[list[Sighting]]:
    laps: list[list[Sighting]] = [[]]
    for sighting in sightings:
        if laps[-1] and sighting[0] < laps[-1][-1][0]:
            laps.append([])
        laps[-1].append(sighting)
    return laps


def _people(there: Truth) -> list[_Person]:
    """Boxes of one person tied together from picture to picture; those who stay for a second."""
    everybody: list[_Person] = []
    for picture, boxes in there.items():
        now = [p for p in everybody if picture - max(p.seen) <= _LONGEST_GAP * _EVERY]
        free = set(range(len(boxes)))
        overlap = iou(np.stack([p.last for p in now]), boxes) if now else np.zeros((0, len(boxes)))
        for flat in np.argsort(-overlap, axis=None):
            person, row = divmod(int(flat), max(1, len(boxes)))
            if overlap[person, row] < _NEXT:
                break
            if row in free and picture not in now[person].seen:
                free.discard(row)
                now[person].seen[picture], now[person].last = row, boxes[row]
        everybody += [_Person(boxes[row], {picture: row}) for row in free]
    return [person for person in everybody if len(person.seen) >= _VISIT]
