"""Gestures as a file to be shared: JSON with numbers in it, of which nothing is ever executed."""

from __future__ import annotations

import base64
import binascii
import io
import json
import math
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tokenize import TokenError
from typing import Any

import numpy as np

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.gesture import JOINTS, Gesture, Points, Take
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.storage.file import disk_fault

FORMAT, VERSION = "omnisight-gestures", 1
USUAL_FPS = 30.0  # where nobody says how quickly pictures follow one another

_LONGEST_LABEL = 60
_LONGEST_TEACHER = 200
_LARGEST = 64 * 1024 * 1024
_MOST = 1000  # gestures in a file
_MOST_TAKES = 50
_MOST_FRAMES = 3000
_LATEST_S = 1e6  # from where a take begins to count; larger numbers are none
#: Whatever reading an ``.npy`` that is none may end in.
_MISREAD = (
    *(ValueError, OSError, EOFError, MemoryError, SyntaxError, TypeError),
    *(OverflowError, RecursionError, TokenError, LookupError, AttributeError),
)


def save_gestures(gestures: Sequence[Gesture], target: Path) -> Path:
    """Write gestures to a file, whole or not at all."""
    with whole_file(target) as part:
        part.write_text(json.dumps(gestures_to_json(gestures), ensure_ascii=False), "utf-8")
    return target


def load_gestures(file: Path) -> list[Gesture]:
    """The gestures in a file that came from anywhere; what is wrong with it is said."""
    try:
        if file.stat().st_size > _LARGEST:
            raise UsageError(f"{file.name} is far too large for a file of gestures.")
        told = json.loads(file.read_text("utf-8"))
    except OSError as error:
        if isinstance(error, FileNotFoundError | IsADirectoryError):
            raise UsageError(f"There is no file {file}.", fix="Give the path of a file.") from error
        raise disk_fault(error, file) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{file.name} is no file of gestures: {_first(error)}.") from error
    return gestures_from_json(told)


def gestures_to_json(gestures: Sequence[Gesture]) -> dict[str, Any]:
    """Gestures as words and numbers."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "gestures": [
            {
                "id": g.id,
                "label": g.label,
                "created": g.created.isoformat(),
                "created_by": g.created_by,
                "mirrored": g.mirrored,
                "enabled": g.enabled,
                "takes": [
                    {
                        "times_s": [round(float(at), 4) for at in take.times_s],
                        "points": packed(take.points),
                    }
                    for take in g.takes
                ],
            }
            for g in gestures
        ],
    }


def gestures_from_json(told: Any, *, trusted: bool = False) -> list[Gesture]:
    """The gestures that were written so. Only whom we trust may say which ids they have."""
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise UsageError(
            "It is no file of gestures.", fix="Make one with 'omnisight gestures export'."
        )
    if told.get("version") != VERSION:
        raise UsageError(
            f"It is of version {told.get('version')!r}, and this program knows {VERSION}.",
            fix="Export it anew with a program of this version.",
        )
    rows = told.get("gestures")
    if not isinstance(rows, list) or len(rows) > _MOST:
        raise UsageError("It holds no list of gestures.", fix=f"It may hold {_MOST} at most.")
    found = [_gesture(row, number, trusted) for number, row in enumerate(rows, start=1)]
    labels = [g.label.casefold() for g in found]
    for label in labels:
        if labels.count(label) > 1:
            raise UsageError(f"It holds two gestures called '{label}'.", fix="Rename one of them.")
    return found


def insist_label(label: str) -> str:
    """A name for a gesture, without what no name needs."""
    name = " ".join(label.split())
    if not name or len(name) > _LONGEST_LABEL or not name.isprintable():
        raise UsageError(
            f"'{name[:_LONGEST_LABEL]}' is no name for a gesture.",
            fix=f"Give it one of 1 to {_LONGEST_LABEL} letters.",
        )
    return name


def insist_teacher(name: str | None) -> str | None:
    """Who taught it, without what no name needs; nothing where nobody is named."""
    said = " ".join((name or "").split())
    if not said.isprintable() or len(said) > _LONGEST_TEACHER:
        raise UsageError("That is no name of anybody.", fix="Leave out who taught it.")
    return said or None


def packed(points: Points) -> str:
    """Points as base64 of an ``.npy``."""
    buffer = io.BytesIO()
    np.save(buffer, np.asarray(points, np.float32), allow_pickle=False)
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def unpacked(text: object) -> Points:
    """Points out of base64 of an ``.npy``: frames x 33 x 3 or 4, or frames x 99 or 132, float32."""
    if not isinstance(text, str):
        raise UsageError("The poses are no text.", fix="Send them as base64 of an .npy file.")
    if len(text) > _LARGEST:
        raise UsageError(
            "The poses are far too large.", fix=f"Send {_MOST_FRAMES} pictures at most."
        )
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise UsageError(
            f"The poses are no base64: {_first(error)}.", fix="Send them anew."
        ) from error
    try:
        _check_head(raw)
        values = np.load(io.BytesIO(raw), allow_pickle=False)
    except _MISREAD as error:
        raise UsageError(
            f"The poses are no .npy file: {_first(error)}.",
            fix="Write them with numpy.save(file, poses, allow_pickle=False).",
        ) from error
    return shaped(values)


def shaped(values: Any) -> Points:
    """Poses in any of the known shapes as frames x 33 x 4."""
    if not isinstance(values, np.ndarray) or values.dtype.kind != "f":
        raise UsageError("The poses are no decimal numbers.", fix="Send them as float32.")
    flat = values.reshape(len(values), -1) if values.ndim in (2, 3) and len(values) else values
    columns = flat.shape[1] if flat.ndim == 2 else 0
    good = values.ndim == 2 or (values.ndim == 3 and values.shape[1] == JOINTS)
    if columns not in (JOINTS * 3, JOINTS * 4) or not good:
        raise UsageError(
            f"The poses have the shape {values.shape}.",
            fix="Send frames x 33 x 3 or 4, or frames x 99 or 132.",
        )
    with np.errstate(over="ignore"):  # what is too large for a picture is said where it is judged
        points = flat.reshape(len(flat), JOINTS, columns // JOINTS).astype(np.float32)
    if points.shape[2] == 3:  # nobody said how surely they were seen
        seen = np.ones((*points.shape[:2], 1), np.float32)
        points = np.concatenate([points, seen], axis=2)
    return np.asarray(points, np.float32)


def take_of(points: Points, fps: float = USUAL_FPS) -> Take:
    """Poses that followed one another evenly."""
    return Take(points, np.arange(len(points)) / fps)


def _check_head(raw: bytes) -> None:
    """Refuse at once what claims to be larger than it is: it would be made room for."""
    file = io.BytesIO(raw)
    version = np.lib.format.read_magic(file)
    read = {
        (1, 0): np.lib.format.read_array_header_1_0,
        (2, 0): np.lib.format.read_array_header_2_0,
    }.get(version)
    if read is None:
        raise ValueError(f"version {version}")
    shape, _, dtype = read(file)
    if dtype.hasobject:
        raise ValueError("it holds objects, not numbers")
    if math.prod(shape) * dtype.itemsize != len(raw) - file.tell():
        raise ValueError("it is longer or shorter than it says")


def _gesture(row: Any, number: int, trusted: bool) -> Gesture:
    where = f"Gesture {number} in it"
    if not isinstance(row, dict) or not isinstance(row.get("label"), str):
        raise UsageError(f"{where} has no name.", fix="Give it one.")
    takes = row.get("takes")
    if not isinstance(takes, list) or not 0 < len(takes) <= _MOST_TAKES:
        raise UsageError(f"{where} has no takes.", fix=f"It needs 1 to {_MOST_TAKES}.")
    by = row.get("created_by")
    return Gesture(
        id=str(row.get("id")) if trusted else "",
        label=insist_label(row["label"]),
        takes=tuple(_take(one, where) for one in takes),
        created=_moment(row.get("created"), where),
        created_by=insist_teacher(by) if isinstance(by, str) else None,
        mirrored=row.get("mirrored") is True,
        enabled=row.get("enabled") is not False,
    )


def _take(row: Any, where: str) -> Take:
    if not isinstance(row, dict) or not isinstance(row.get("times_s"), list):
        raise UsageError(f"{where} has a take without times.", fix="Export it anew.")
    points, times = unpacked(row.get("points")), row["times_s"]
    numbers = all(isinstance(at, int | float) and abs(at) <= _LATEST_S for at in times)
    if not numbers or len(times) != len(points) or not 1 < len(times) <= _MOST_FRAMES:
        raise UsageError(f"{where} has a take whose times do not fit.", fix="Export it anew.")
    made = Take(points, np.asarray(times, np.float64))
    seen = np.isfinite(points).all(axis=(1, 2))
    if (np.diff(made.times_s) <= 0).any() or seen.sum() < 2 or np.abs(points[seen]).max() > 1e6:
        raise UsageError(f"{where} has a take that is no movement.", fix="Export it anew.")
    return made


def _moment(text: Any, where: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (TypeError, ValueError, OverflowError) as error:
        raise UsageError(f"{where} does not say when it was made.") from error


def _first(error: Exception) -> str:
    return (next(iter(str(error).splitlines()), "") or type(error).__name__).rstrip(".")
