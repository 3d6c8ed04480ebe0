"""One face against a gallery of a hundred thousand and of a million looks, and from crop to decision.

``python -m benchmarks.gallery [--quick] [--json]``. The peer of the search is one product of numpy over
the same vectors, with all the threads it likes; the limit reads the codes once. The peer of the hot path
is DeepFace's represent and verify, in a process of its own, on the same network.
"""

from __future__ import annotations

from benchmarks.gallery.hot import hot_path
from benchmarks.gallery.search import search
from benchmarks.measure import Row

_SIZES = (100_000, 1_000_000)
_QUICK = (20_000,)


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    found: list[Row] = []
    for size in _QUICK if quick else _SIZES:
        found += search(size, rounds=20 if quick else 60)
    return found + hot_path(rounds=5 if quick else 30)
