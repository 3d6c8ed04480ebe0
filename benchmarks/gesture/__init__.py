"""Gestures: finding the nearest template, what spotting costs, who is told apart from a few takes, what
is recognised in altered films, and how often nothing is taken for something.

``python -m benchmarks.gesture [--quick] [--json]``. The peer is dtaidistance in C, called in a loop and
the best way it has; both have to find the same neighbour. Films and sets come with the material.
"""

from __future__ import annotations

from benchmarks.measure import Row


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    from benchmarks.gesture.alone import nothing
    from benchmarks.gesture.few import few
    from benchmarks.gesture.search import search
    from benchmarks.gesture.signs import signs
    from benchmarks.gesture.spotting import spotting

    return [*search(quick), *spotting(quick), *few(quick), *signs(quick), *nothing(quick)]
