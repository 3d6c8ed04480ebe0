"""How well faces are told apart: pairs of photographs of which somebody knows who they show."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.face import Vector
from omnisight_desktop.perception.identify.reader import FaceReader
from omnisight_desktop.perception.identify.scale import Reading
from omnisight_desktop.services.photo import read_photo

_SAME = {"1", "true", "yes", "same"}
_OTHER = {"0", "false", "no", "different"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two photographs, and whether they show the same person."""

    a: str
    b: str
    same: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """How alike two faces were found; ``reason`` says why nothing could be said."""

    pair: Pair
    score: float
    cosine: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """How well the pairs were told apart at a threshold of likeness."""

    threshold: float
    judged: tuple[Judged, ...]

    def decision(self, one: Judged) -> bool | None:
        """Whether they were taken for the same person; nothing where nobody could tell."""
        return None if one.reason else one.score >= self.threshold

    def as_json(self) -> dict[str, Any]:
        """In the shape that programs rely on.

        What could not be read never counts in favour: it is not right, two of one person are missed,
        and two of two are left out of what others were taken for one and of the area.
        """
        said = [self.decision(one) for one in self.judged]
        counted = [j for j in self.judged if j.pair.same or not j.reason]
        same = np.asarray([one.pair.same for one in counted], np.bool_)
        joined = np.asarray([self.decision(one) is True for one in counted], np.bool_)
        right = [told == one.pair.same for told, one in zip(said, self.judged, strict=True)]
        return {
            "auc": auc(np.asarray([one.score for one in counted], np.float64), same),
            "accuracy": share(np.asarray(right, np.bool_)),
            "far": share(joined[~same]),
            "frr": share(~joined[same]),
            "threshold": self.threshold,
            "unread": sum(bool(one.reason) for one in self.judged),
            "pairs": [
                {
                    "a": one.pair.a,
                    "b": one.pair.b,
                    "same": one.pair.same,
                    "score": one.score,
                    "cosine": one.cosine,
                    "decision": self.decision(one),
                    **({"reason": one.reason} if one.reason else {}),
                }
                for one in self.judged
            ],
        }


def read_pairs(file: Path) -> list[Pair]:
    """The pairs in a CSV file with the columns file_x, file_y and same."""
    try:
        with file.open(newline="", encoding="utf-8-sig") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file} cannot be read: {error}.") from error
    pairs = []
    for number, row in enumerate(rows, start=2):
        try:
            pairs.append(Pair(_word(row["file_x"]), _word(row["file_y"]), _truth(row["same"])))
        except (KeyError, ValueError) as error:
            raise UsageError(
                f"Line {number} of {file.name} is no pair.",
                fix="The columns are file_x, file_y and same (1 or 0).",
            ) from error
    if not pairs:
        raise UsageError(f"There are no pairs in {file}.")
    return pairs


def judged_pairs(
    pairs: Sequence[Pair],
    cosine: Callable[[str, str], float | str],
    likeness: Callable[[float], float],
) -> Iterable[Judged]:
    """Each pair with how alike it is; ``cosine`` tells why there is none, if so."""
    for pair in pairs:
        found = cosine(pair.a, pair.b)
        if isinstance(found, str):
            yield Judged(pair, 0.0, None, found)
        else:
            yield Judged(pair, likeness(found), round(found, 6))


class Photographs:
    """Faces of photographs, each read once however many pairs it is in."""

    def __init__(self, folder: Path, reader: FaceReader, now: datetime) -> None:
        self._folder = folder
        self._reader = reader
        self._now = now
        self._read: dict[str, Vector | str] = {}

    def cosine(self, a: str, b: str) -> float | str:
        """How alike the faces in two photographs are, or why nobody can tell."""
        one, other = self._vector(a), self._vector(b)
        if isinstance(one, str):
            return f"{a}: {one}"
        if isinstance(other, str):
            return f"{b}: {other}"
        return float(one @ other)

    def _vector(self, file: str) -> Vector | str:
        if file not in self._read:
            self._read[file] = self._look(file)
        return self._read[file]

    def _look(self, file: str) -> Vector | str:
        try:
            seen = self._reader.look(read_photo(self._folder / file))
        except UsageError as error:
            return error.reason
        # Whoever pairs photographs knows that they show somebody: a poor look is one, too.
        return self._reader.embed(seen[:1], self._now)[0].vector if seen else "no face is found"


def evaluate(file: Path, reader: FaceReader, threshold: float, now: datetime) -> dict[str, Any]:
    """The pairs of a file, judged; files are named relative to it."""
    reading = Reading(reader.embedder.scale)
    photographs = Photographs(file.absolute().parent, reader, now)
    judged = judged_pairs(read_pairs(file), photographs.cosine, reading.similarity)
    return {"model": reader.embedder.name, **Marks(threshold, tuple(judged)).as_json()}


def auc(scores: NDArray[np.float64], same: NDArray[np.bool_]) -> float | None:
    """How often a pair of one person is more alike than a pair of two; ties count half."""
    positive, negative = scores[same], np.sort(scores[~same])
    if not len(positive) or not len(negative):
        return None
    below = np.searchsorted(negative, positive, "left")
    to = np.searchsorted(negative, positive, "right")
    return float(((below + to) / 2).mean() / len(negative))


def share(of: NDArray[np.bool_]) -> float | None:
    """How many of them, from 0 to 1."""
    return float(of.mean()) if len(of) else None


def _word(text: str | None) -> str:
    if text is None or not text.strip():
        raise ValueError("empty")
    return text.strip()


def _truth(text: str | None) -> bool:
    word = (text or "").strip().casefold()
    if word in _SAME:
        return True
    if word in _OTHER:
        return False
    raise ValueError(word)
