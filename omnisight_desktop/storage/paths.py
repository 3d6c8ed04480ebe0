"""A track's path as a few bytes, and back: whole numbers, their differences, then compressed."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.geometry import Boxes

_VERSION = 1
_LONGEST = 32 * 1024 * 1024  # before it is compressed: a fortnight without a break
_STEPS = 8192  # of a picture's side: finer than a pixel of a 4K picture is not needed


def pack(offsets_ms: NDArray[np.int64], boxes: Boxes) -> bytes:
    """Offsets and 0..1 boxes as bytes."""
    # A box that nobody could measure becomes one without a size.
    places = np.clip(np.nan_to_num(boxes.astype(np.float64)), 0, 1)
    steps = np.rint(places * _STEPS).astype(np.int64)
    table = np.concatenate([np.asarray(offsets_ms, np.int64)[:, None], steps], axis=1)
    changes = np.diff(table, axis=0, prepend=0)
    # Column by column: like stands beside like, and that compresses best.
    numbers = _varints(changes.T.ravel())
    if len(numbers) > _LONGEST:
        raise StorageError(f"A track path of {len(boxes)} points is too long to be stored.")
    return bytes([_VERSION]) + zlib.compress(numbers, 6)


def unpack(data: bytes) -> tuple[NDArray[np.int64], Boxes]:
    """The offsets and boxes of a packed path."""
    if not data or data[0] != _VERSION:
        raise StorageError("A stored track path has an unknown form.")
    try:
        numbers = _numbers(_decompressed(data[1:]))
        changes = numbers.reshape(5, -1).T
    except (zlib.error, ValueError) as error:
        raise StorageError(f"A stored track path is damaged: {error}.") from error
    table = np.cumsum(changes, axis=0)
    return table[:, 0], np.asarray(table[:, 1:] / _STEPS, np.float32)


def _decompressed(data: bytes) -> bytes:
    """What was compressed; a few bytes that would fill the memory are no path."""
    unpacking = zlib.decompressobj()
    numbers = unpacking.decompress(data, _LONGEST)
    if unpacking.unconsumed_tail:
        raise ValueError("it is too long")
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("it does not end where it should")
    return numbers


def _varints(numbers: NDArray[np.int64]) -> bytes:
    """Seven bits a byte, the sign in the lowest: small changes of either sign take one byte."""
    folded = ((numbers << 1) ^ (numbers >> 63)).astype(np.uint64)
    out = bytearray()
    for number in folded.tolist():
        while number > 127:
            out.append(number & 127 | 128)
            number >>= 7
        out.append(number)
    return bytes(out)


def _numbers(data: bytes) -> NDArray[np.int64]:
    raw = np.frombuffer(data, np.uint8)
    if len(raw) and raw[-1] > 127:
        raise ValueError("it is cut off")
    folded, number, shift = [], 0, 0
    for byte in raw.tolist():
        number |= (byte & 127) << shift
        shift += 7
        if shift > 70:
            raise ValueError("a number is too long")
        if byte < 128:
            folded.append(number)
            number = shift = 0
    values = [(n >> 1) ^ -(n & 1) for n in folded]
    try:
        return np.asarray(values, np.int64)
    except OverflowError as error:
        raise ValueError("a number is too large") from error
