"""A sentence as the pieces of its words: needs no weights, and forgives endings and slips of the fingers.

What means the same in other words it does not see; for that there is a network.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np

from omnisight_desktop.core.face import Vector

_DIMENSIONS = 384
_SIZES = (3, 4)
_WHOLE = 2.0  # what a whole word weighs beside its pieces
_WORD = re.compile(r"[^\W_]+")


class Letters:
    """Counts of letters that stand together, folded into a vector."""

    name = "letters-1"
    dimensions = _DIMENSIONS
    floor = 0.25

    def embed(self, sentences: Sequence[str]) -> Vector:
        rows = np.zeros((len(sentences), _DIMENSIONS), np.float32)
        for row, sentence in zip(rows, sentences, strict=True):
            for piece, weight in _pieces(sentence):
                number = zlib.crc32(piece.encode())
                row[number % _DIMENSIONS] += weight if number & 0x80000000 else -weight
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        scaled: Vector = (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
        return scaled


def _pieces(sentence: str) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for word in _WORD.findall(sentence.lower()):
        found.append((word, _WHOLE))
        edged = f"<{word}>"
        found += [
            (edged[begin : begin + size], 1.0)
            for size in _SIZES
            for begin in range(len(edged) - size + 1)
        ]
    return found
