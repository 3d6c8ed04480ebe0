"""Detection with the training framework's own files, in a process of its own.

It is slow and large, and the only way to run a ``.pt`` file as it is: for custom models, and to have
something to compare the quick engines with. Pictures cross through shared memory.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import numpy as np

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.flow.process import Child
from omnisight_desktop.flow.shared import SharedFrames

_LOADING_S = 120.0
_LOOKING_S = 30.0
_IDLE_S = 120.0  # after so long without a picture its memory is worth more than its readiness
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

#: What is asked: the name of the shared memory, the picture's number in it, and the least certainty;
#: without a name, only what it can find.
Question = tuple[str, int, float]


class TrainedDetector:
    """Hands pictures to the framework over there and takes boxes back."""

    def __init__(self, weights: Path, score: float) -> None:
        self._score = score
        self._child: Child[Question, Any] = Child(
            f"detection with {weights.name}",
            "omnisight_desktop.perception.detect.trained:detector",
            arguments=(weights,),
            idle_s=_IDLE_S,
        )
        self._frames: SharedFrames | None = None
        try:
            told = self._child.ask(("", 0, 0.0), timeout_s=_LOADING_S)
        except BaseException:
            self._child.stop()
            raise
        self.names = tuple(str(name) for name in told)

    def detect(
        self,
        picture: Picture,
        regions: Boxes,
        smallest_px: float | None = None,  # noqa: ARG002 - its size is what it is
    ) -> Detections:
        if not len(regions):
            return Detections.none(self.names)
        image = picture.bgr()
        size = picture.width, picture.height
        frames = self._room_for(*size)

        def fill(slot: np.ndarray[Any, np.dtype[np.uint8]]) -> None:
            np.copyto(slot, image)

        serial = frames.write(0, _EPOCH, 0.0, size, fill)
        rows = self._child.ask((frames.name, serial, self._score), timeout_s=_LOOKING_S)
        table = np.asarray(rows, np.float32).reshape(-1, 6)
        return Detections(table[:, :4], table[:, 4], table[:, 5].astype(np.int32), self.names)

    def close(self) -> None:
        """End the process and let the memory go."""
        self._child.stop()
        if self._frames is not None:
            self._frames.close()
            self._frames = None

    def _room_for(self, width: int, height: int) -> SharedFrames:
        if self._frames is not None and self._frames.slot_bytes < width * height * 3:
            self._frames.close()
            self._frames = None
        if self._frames is None:
            self._frames = SharedFrames.create("detector", 2, width, height)
        return self._frames


def open_detector(weights: Path | None, score: float) -> TrainedDetector:
    """The framework with that file."""
    if weights is None or not weights.is_file():
        raise ModelMissing(
            "There are no detection weights.",
            fix="Get them with 'omnisight models pull yolov8n-pt'.",
        )
    return TrainedDetector(weights, score)


def detector(weights: Path) -> Callable[[Question], Any]:
    """What answers over there."""
    stand_in_for_torchvision()
    from ultralytics.models.yolo.model import YOLO

    model = YOLO(str(weights))
    shared: dict[str, SharedFrames] = {}

    def answer(question: Question) -> Any:
        name, serial, score = question
        if not name:
            return [model.names[key] for key in sorted(model.names)]
        if name not in shared:
            for old in shared.values():
                old.close()
            shared.clear()
            shared[name] = SharedFrames.attach(name)
        image = shared[name].look(lambda frame: frame.picture.bgr().copy(), serial)
        if image is None:
            return []
        results: Any = model.predict(image, conf=score, verbose=False, device="cpu")
        return results[0].boxes.data.cpu().numpy().tolist()

    return answer


def stand_in_for_torchvision() -> None:
    """Where the real one cannot be imported, the framework's own suppression takes its place.

    The published torchvision is built against another torch than the one without CUDA.
    """
    try:
        import torchvision  # noqa: F401
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it cannot be used
        for name in [n for n in sys.modules if n.partition(".")[0] == "torchvision"]:
            del sys.modules[name]
        from ultralytics.utils.nms import TorchNMS

        ops = types.ModuleType("torchvision.ops")
        ops.nms = TorchNMS.nms  # type: ignore[attr-defined]
        package = types.ModuleType("torchvision")
        package.ops = ops  # type: ignore[attr-defined]
        package.__version__ = "0"  # type: ignore[attr-defined]
        package.__path__ = []
        for module in (package, ops):
            module.__spec__ = ModuleSpec(module.__name__, None)
            sys.modules[module.__name__] = module
