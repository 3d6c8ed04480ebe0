"""The engines that compare movements: our own, and the library that it is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.registry import Registry
from omnisight_desktop.perception.gesture.distance import Distances, Rows

OWN = "own"

#: Every engine there is; the packaged program reads the same table.
COMPARERS = Registry(
    "warping",
    {
        OWN: "omnisight_desktop.perception.gesture.distance:Templates",
        "dtaidistance": "omnisight_desktop.perception.gesture.engines:DtaiTemplates",
    },
)


class Comparer(Protocol):
    """Movements to be compared with."""

    def distances(self, movement: Rows) -> Distances:
        """How far each of them is."""
        ...


class Opening(Protocol):
    """Opens an engine over some movements."""

    def __call__(self, movements: Sequence[Rows], window: int | None = None) -> Comparer: ...


def open_comparer(name: str) -> Opening:
    """The engine of that name."""
    opening: Opening = COMPARERS.load(name)
    return opening


class DtaiTemplates:
    """The same with dtaidistance, one template after the other, in C."""

    def __init__(self, movements: Sequence[Rows], window: int | None = None) -> None:
        from dtaidistance import dtw, dtw_ndim

        if dtw.dtw_cc is None:  # asking it whether it could be imported makes it print
            raise BackendUnavailable(
                "THE C LIBRARY OF dtaidistance IS MISSING: comparing gestures with it would take "
                "many times as long.",
                fix="Install a build that has it, or leave gestures.comparing at 'own'.",
            )
        self._distance = dtw_ndim.distance_fast
        self._movements = [np.ascontiguousarray(one, np.float64) for one in movements]
        self._window = window

    def distances(self, movement: Rows) -> Distances:
        query = np.ascontiguousarray(movement, np.float64)
        found = [self._distance(query, one, window=self._window) for one in self._movements]
        return np.asarray(found, np.float64)
