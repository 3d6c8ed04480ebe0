"""Sets of labelled movements to be measured with: sktime's ``.ts`` files, and our own exports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.perception.gesture.describe import described
from omnisight_desktop.services.gesture_file import load_gestures
from omnisight_desktop.storage.file import disk_fault

_LARGEST = 512 * 1024 * 1024
_MOST_CELLS = 50_000_000  # of one movement: a few long channels would make room for many short ones
_FIX = "Give a .ts file as sktime writes it, or what 'omnisight gestures export' wrote."


@dataclass(frozen=True, slots=True, eq=False)
class LabelledSet:
    """Movements, what each is, and what the whole is called."""

    name: str
    movements: tuple[NDArray[np.float32], ...]
    labels: tuple[str, ...]


def read_set(file: Path) -> LabelledSet:
    """The movements in a file."""
    if file.suffix.lower() == ".ts":
        return _from_ts(file)
    gestures = load_gestures(file)
    shown = [(described(take), g.label) for g in gestures for take in g.takes]
    movements, labels = tuple(rows for rows, _ in shown), tuple(label for _, label in shown)
    return _whole(LabelledSet(file.stem, movements, labels), file)


def _from_ts(file: Path) -> LabelledSet:
    name = file.stem
    movements: list[NDArray[np.float32]] = []
    labels: list[str] = []
    inside = False
    for number, line in enumerate(_lines(file), start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if not inside:
            word, _, rest = text.partition(" ")
            if word.lower() == "@problemname":
                name = rest.strip()
            elif word.lower() == "@timestamps" and rest.strip().lower() == "true":
                raise UsageError(f"{file.name} has times of its own, which are not read.", fix=_FIX)
            inside = word.lower() == "@data"
            continue
        movement, label = _row(text, f"Line {number} of {file.name}")
        if movements and movement.shape[1] != movements[0].shape[1]:
            raise UsageError(
                f"Line {number} of {file.name} has {movement.shape[1]} channels, and those before "
                f"it have {movements[0].shape[1]}."
            )
        movements.append(movement)
        labels.append(label)
    return _whole(LabelledSet(name, tuple(movements), tuple(labels)), file)


def _lines(file: Path) -> list[str]:
    try:
        if file.stat().st_size > _LARGEST:
            raise UsageError(f"{file.name} is far too large.", fix=_FIX)
        return file.read_text("latin-1").splitlines()
    except FileNotFoundError as error:
        raise UsageError(f"There is no file {file}.", fix=_FIX) from error
    except OSError as error:
        raise disk_fault(error, file) from error


def _row(text: str, where: str) -> tuple[NDArray[np.float32], str]:
    *channels, label = text.split(":")
    if not channels or not label.strip():
        raise UsageError(f"{where} has no label.", fix=_FIX)
    try:
        columns = [
            [float("nan") if value.strip() == "?" else float(value) for value in channel.split(",")]
            for channel in channels
        ]
    except ValueError as error:
        raise UsageError(f"{where} holds something that is no number.", fix=_FIX) from error
    longest = max(len(column) for column in columns)
    if longest * len(columns) > _MOST_CELLS:
        raise UsageError(f"{where} is far too long for a movement.", fix=_FIX)
    rows = np.full((longest, len(columns)), np.nan, np.float32)
    for number, column in enumerate(columns):
        rows[: len(column), number] = column
    seen = np.flatnonzero(np.isfinite(rows).any(axis=1))
    if not len(seen):
        raise UsageError(f"{where} holds no numbers.", fix=_FIX)
    return rows[: seen[-1] + 1], label.strip()  # shorter ones are filled up at their ends


def _whole(found: LabelledSet, file: Path) -> LabelledSet:
    if not found.movements:
        raise UsageError(f"{file.name} holds no movements.", fix=_FIX)
    return found
