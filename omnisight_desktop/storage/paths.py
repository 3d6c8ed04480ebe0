"""A track's path as a few bytes, and back: whole numbers, their differences, then compressed."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.geometry import Boxes

_CORNERS, _SIZES = 1, 2  # the forms: two corners, as it was at first; a corner and a size
_LONGEST = 32 * 1024 * 1024  # before it is compressed: a fortnight without a break
#: Of a picture's side: half a pixel of a 4K picture is as fine as it need be.
_STEPS = {_CORNERS: 8192, _SIZES: 4096}


def pack(offsets_ms: NDArray[np.int64], boxes: Boxes) -> bytes:
    """Offsets and 0..1 boxes as bytes."""
    # A box that nobody could measure becomes one without a size.
    places = np.clip(np.nan_to_num(boxes.astype(np.float64)), 0, 1)
    steps = np.rint(places * _STEPS[_SIZES]).astype(np.int64)
    steps[:, 2:] -= steps[:, :2]  # a size changes less than a corner does
    # Moments come at an even pace, so the changes of their changes are small.
    paces = np.diff(np.asarray(offsets_ms, np.int64), prepend=0)
    table = np.concatenate([paces[:, None], steps], axis=1)
    changes = np.diff(table, axis=0, prepend=0)
    # Column by column: like stands beside like, and that compresses best.
    numbers = _varints(changes.T.ravel())
    if len(numbers) > _LONGEST:
        raise StorageError(f"A track path of {len(boxes)} points is too long to be stored.")
    return bytes([_SIZES]) + zlib.compress(numbers, 9)


def unpack(data: bytes) -> tuple[NDArray[np.int64], Boxes]:
    """The offsets and boxes of a packed path, in whichever form it was stored."""
    if not data or data[0] not in _STEPS:
        raise StorageError("A stored track path has an unknown form.")
    try:
        changes = _numbers(_decompressed(data[1:])).reshape(5, -1).T
    except (zlib.error, ValueError) as error:
        raise StorageError(f"A stored track path is damaged: {error}.") from error
    form, table = data[0], np.cumsum(changes, axis=0)
    if form == _SIZES:
        table[:, 0] = np.cumsum(table[:, 0])
        table[:, 3:] += table[:, 1:3]
    return table[:, 0], np.asarray(table[:, 1:] / _STEPS[form], np.float32)


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
