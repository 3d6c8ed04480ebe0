"""Which detector this machine can run now: the wanted one, or the best that loads."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable
from pathlib import Path

from omnisight_desktop.core.errors import BackendUnavailable, ModelError
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.perception.detect import DETECTORS

log = logging.getLogger(__name__)

AUTO = "auto"

#: The quickest first. OpenVINO runs on other processors, too, but is at home on x86.
_X86 = platform.machine().lower() in ("x86_64", "amd64")
_ENGINES = ("openvino", "onnx") if _X86 else ("onnx", "openvino")
_WEIGHTLESS = ("hog", "camera")


def choose_detector(
    backend: str, model: str, score: float, find: Callable[[str], Path]
) -> tuple[str, Detector, str]:
    """The name, the detector, and, if it is not the best there could be, why."""
    if backend != AUTO:
        return backend, _open(backend, model, score, find), ""
    if model.endswith(".pt"):  # only the framework that trained it can run it as it is
        return "ultralytics", _open("ultralytics", model, score, find), ""
    reason = ""
    for name in _ENGINES:
        try:
            return name, _open(name, model, score, find), ""
        except (ModelError, BackendUnavailable) as error:
            log.info("the detector %s cannot be had: %s", name, error)
            reason = f"{error.reason} {error.fix}".strip()
    return "hog", _open("hog", model, score, find), reason


def _open(backend: str, model: str, score: float, find: Callable[[str], Path]) -> Detector:
    factory = DETECTORS.load(backend)
    weights = None if backend in _WEIGHTLESS else find(model)
    detector: Detector = factory(weights, score)
    return detector
