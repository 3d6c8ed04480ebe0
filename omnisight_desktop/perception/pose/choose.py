"""Which engine finds poses on this machine: the wanted one, loaded when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.perception.pose import POSE_FINDERS

AUTO = "auto"
_FIRST = "mediapipe"

#: The model that each engine runs, unless the settings name another.
_MODELS = {"mediapipe": "pose", "yolo": "yolov8n-pose"}


class ChosenFinder:
    """An engine that is opened by the first picture and closed with the program."""

    def __init__(self, backend: str, model: str, find: Callable[[str], Path]) -> None:
        self._backend = _FIRST if backend == AUTO else backend
        self._model = model
        self._find = find
        self._finder: PoseFinder | None = None

    def load(self) -> PoseFinder:
        """The engine; raises what keeps it from running."""
        if self._finder is None:
            factory = POSE_FINDERS.load(self._backend)
            name = self._model or _MODELS.get(self._backend, self._backend)
            self._finder = factory(self._find(name))
        return self._finder

    def close(self) -> None:
        """Let go of it, if it was ever opened."""
        finder, self._finder = self._finder, None
        if finder is not None:
            finder.close()
