"""Search in what was said and described: full text, vectors and both, over written queries; and vectors by number.

``python -m benchmarks.recall`` prints recall among the first five and the mean reciprocal rank with 95 %
intervals, and how fast the nearest of many vectors are found beside an exact scan and others' indexes.
"""

from __future__ import annotations

from benchmarks.measure import Row
from benchmarks.recall.nearest import nearest_rows
from benchmarks.recall.texts import found_rows


def rows(quick: bool) -> list[Row]:
    """Both tables."""
    return [*found_rows(), *nearest_rows(20_000 if quick else 100_000)]
