"""Takes of movements as a few bytes, and back: fine steps of what each number ranges over, compressed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.gesture import JOINTS, Take

_FORM = 1
_UNSEEN = 65535  # no number; the largest that is one is one less
_LONGEST = 64 * 1024 * 1024  # before it is compressed
_MOST_TAKES = 1000
_COLUMNS = JOINTS * 4


def pack(takes: Sequence[Take], notes: Mapping[str, Any] | None = None) -> bytes:
    """Takes as bytes, with notes about them that JSON can hold."""
    parts, heads = [], []
    for take in takes:
        low, span, steps = _steps(take)
        times_ms = np.rint(np.asarray(take.times_s) * 1000).astype(np.int64)
        heads.append({"low": low, "span": span, "times_ms": times_ms.tolist()})
        parts.append(steps.tobytes())
    head = json.dumps({"takes": heads, "notes": dict(notes or {})}).encode()
    whole = len(head).to_bytes(4, "little") + head + b"".join(parts)
    if len(whole) > _LONGEST:
        raise StorageError("These takes are too long to be stored.")
    return bytes([_FORM]) + zlib.compress(whole, 6)


def unpack(data: bytes) -> tuple[tuple[Take, ...], dict[str, Any]]:
    """The takes, and the notes about them."""
    if not data or data[0] != _FORM:
        raise StorageError("A stored movement has an unknown form.")
    try:
        whole = _decompressed(data[1:])
        size = int.from_bytes(whole[:4], "little")
        head, body = json.loads(whole[4 : 4 + size]), whole[4 + size :]
        if len(head["takes"]) > _MOST_TAKES:
            raise ValueError("it has too many takes")
        takes, at = [], 0
        for one in head["takes"]:
            times_s = np.asarray(one["times_ms"], np.float64) / 1000
            count = len(times_s) * _COLUMNS
            steps = np.frombuffer(body, "<u2", count, at).reshape(-1, JOINTS, 4)
            at += 2 * count
            takes.append(Take(_points(steps, one["low"], one["span"]), times_s))
        return tuple(takes), dict(head["notes"])
    except (zlib.error, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StorageError(f"A stored movement is damaged: {error}.") from error


def noted(size: tuple[int, int] | None) -> dict[str, Any]:
    """The note that says how large the pictures were that a take lies in."""
    return {} if size is None else {"size": list(size)}


def size_in(notes: Mapping[str, Any]) -> tuple[int, int] | None:
    """What such a note says."""
    size = notes.get("size")
    if not isinstance(size, list) or len(size) != 2:
        return None
    width, height = size
    whole = isinstance(width, int) and isinstance(height, int) and width > 0 < height
    return (width, height) if whole else None


def _steps(take: Take) -> tuple[list[float], list[float], NDArray[np.uint16]]:
    points = np.asarray(take.points, np.float64)
    seen = np.isfinite(points)
    filled = np.where(seen, points, np.nan)
    with np.errstate(invalid="ignore"):
        any_seen = seen.any(axis=(0, 1)) if len(points) else np.zeros(4, bool)
        low = np.where(
            any_seen, np.nanmin(np.where(any_seen, filled, 0), axis=(0, 1), initial=np.inf), 0
        )
        high = np.where(
            any_seen, np.nanmax(np.where(any_seen, filled, 0), axis=(0, 1), initial=-np.inf), 0
        )
    span = np.where(high > low, high - low, 1.0)
    steps = np.rint((np.where(seen, points, low) - low) / span * (_UNSEEN - 1))
    return low.tolist(), span.tolist(), np.where(seen, steps, _UNSEEN).astype("<u2")


def _points(
    steps: NDArray[np.uint16], low: Sequence[float], span: Sequence[float]
) -> NDArray[np.float32]:
    points = np.asarray(low, np.float64) + steps / (_UNSEEN - 1) * np.asarray(span, np.float64)
    points[steps == _UNSEEN] = np.nan
    return points.astype(np.float32)


def _decompressed(data: bytes) -> bytes:
    """What was compressed; a few bytes that would fill the memory are no movement."""
    unpacking = zlib.decompressobj()
    whole = unpacking.decompress(data, _LONGEST)
    if unpacking.unconsumed_tail:
        raise ValueError("it is too long")
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("it does not end where it should")
    return whole
