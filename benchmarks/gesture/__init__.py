"""Gestures: finding the nearest template, what spotting costs, who is told apart from a few takes, what
is recognised in altered films, and how often nothing is taken for something.

``python -m benchmarks.gesture [--quick] [--json] [--only PART ...]``. The peer is dtaidistance in C,
called in a loop and the best way it has; both have to find the same neighbour. Films and sets come
with the material.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.measure import Row

PARTS = ("search", "spotting", "few", "others", "signs", "nothing")


def rows(quick: bool, only: Sequence[str] = PARTS) -> list[Row]:
    """Everything that is measured here, or some parts of it."""
    from benchmarks.gesture.alone import nothing
    from benchmarks.gesture.few import few
    from benchmarks.gesture.others import others
    from benchmarks.gesture.search import search
    from benchmarks.gesture.signs import signs
    from benchmarks.gesture.spotting import spotting

    found = []
    for part in (search, spotting, few, others, signs, nothing):
        if part.__name__ in only:
            found += part(quick)
    return found
