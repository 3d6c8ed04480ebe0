"""Which detector this machine can run now: the wanted one, or the best that loads."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from omnisight_desktop.core.errors import BackendUnavailable, ModelError
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.perception.detect import DETECTORS

log = logging.getLogger(__name__)

AUTO = "auto"


def choose_detector(
    backend: str, model: str, score: float, find: Callable[[str], Path]
) -> tuple[str, Detector, str]:
    """The name, the detector, and, if it is not the best there could be, why."""
    if backend != AUTO:
        return backend, _open(backend, model, score, find), ""
    try:
        return "onnx", _open("onnx", model, score, find), ""
    except (ModelError, BackendUnavailable) as error:
        log.info("people are found without weights: %s", error)
        return "hog", _open("hog", model, score, find), f"{error.reason} {error.fix}".strip()


def _open(backend: str, model: str, score: float, find: Callable[[str], Path]) -> Detector:
    factory = DETECTORS.load(backend)
    weights = find(model) if backend != "hog" else None
    detector: Detector = factory(weights, score)
    return detector
