"""Matrix products in portions that wake no helpers.

The library underneath shares out a large product among threads, which wait for one another at full
speed: beside other work a product of half a millisecond then takes half a second. Below a certain
size it does the work by itself.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_ALONE = 4 * 65536  # multiplications that are not shared out


def product(
    a: NDArray[np.float32], b: NDArray[np.float32], out: NDArray[np.float32] | None = None
) -> NDArray[np.float32]:
    """``a @ b``, both with two dimensions."""
    rows, columns = len(a), b.shape[1]
    if out is None:
        out = np.empty((rows, columns), np.float32)
    high = max(1, min(rows, _ALONE // max(1, 8 * a.shape[1])))
    wide = max(8, _ALONE // max(1, high * a.shape[1]))
    for top in range(0, rows, high):
        part = a[top : top + high]
        for left in range(0, columns, wide):
            right = left + wide
            np.matmul(part, b[:, left:right], out=out[top : top + high, left:right])
    return out
