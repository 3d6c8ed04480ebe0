"""How much of a face a network saw: the longer the vector it made, the more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.face import Vector

_SEED = 7


def faint_of(run: Callable[[NDArray[Any]], Vector], side: int) -> float:
    """How long the vectors are that a network makes of pictures without a face.

    Networks of the ArcFace kind make short ones of what they cannot make out, by themselves; this is
    their zero.
    """
    import cv2

    dice = np.random.default_rng(_SEED)
    noise = dice.integers(0, 255, (2, side, side, 3), dtype=np.uint8)
    chips = [np.full((side, side, 3), grey, np.uint8) for grey in (40, 128)]
    chips += [noise[0], np.asarray(cv2.GaussianBlur(noise[1], (0, 0), 5), np.uint8)]
    return float(np.linalg.norm(run(np.stack(chips)), axis=1).mean())


def strengths(vectors: Vector, faint: float) -> NDArray[np.float32]:
    """How far above nothing each vector is; about 2 or 3 for a clear face, 0 for none."""
    lengths = np.linalg.norm(vectors, axis=1)
    return np.asarray(np.maximum(0.0, lengths / max(faint, 1e-6) - 1), np.float32)


def to_unit(vectors: Vector) -> Vector:
    """The same vectors, each of length 1; one that is no vector stays as nothing."""
    clean = np.nan_to_num(vectors, nan=0.0, posinf=0.0, neginf=0.0)
    lengths = np.linalg.norm(clean, axis=-1, keepdims=True)
    return np.asarray(clean / np.maximum(lengths, 1e-12), np.float32)
