"""Which engine finds poses on this machine: the wanted one, loaded when it is first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.perception.pose import POSE_FINDERS

AUTO = "auto"
_FIRST = "mediapipe"

_HANDS = "hands"

#: The model that each engine runs.
_MODELS = {"mediapipe": "pose", "yolo": "yolov8n-pose"}


class ChosenFinder:
    """An engine that is opened by the first picture and closed with the program."""

    def __init__(self, backend: str, find: Callable[[str], Path], *, hands: bool = False) -> None:
        self._backend = _FIRST if backend == AUTO else backend
        self._find = find
        self._hands = hands
        self._finder: PoseFinder | None = None
        self._turn = threading.Lock()  # the eye and whoever teaches share it

    def load(self) -> PoseFinder:
        """The engine; raises what keeps it from running."""
        with self._turn:
            if self._finder is None:
                factory = POSE_FINDERS.load(self._backend)
                weights = self._find(_MODELS.get(self._backend, self._backend))
                fingers = self._find(_HANDS) if self._hands else None
                self._finder = factory(weights, fingers)
            return self._finder

    def close(self) -> None:
        """Let go of it, if it was ever opened."""
        finder, self._finder = self._finder, None
        if finder is not None:
            finder.close()
