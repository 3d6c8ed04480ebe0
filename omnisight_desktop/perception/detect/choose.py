"""Which detector this machine can run now: the wanted one, or the best that loads."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from omnisight_desktop.core.errors import BackendUnavailable, ModelError, OmniSightError
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.perception.detect import DETECTORS
from omnisight_desktop.perception.detect.lighter import Shelf
from omnisight_desktop.perception.detect.network import NetworkDetector

log = logging.getLogger(__name__)

AUTO = "auto"
INT8 = "int8"  # behind the name of an engine that runs a lighter network

#: The quickest first. OpenVINO runs on other processors, too, but is at home on x86.
_X86 = platform.machine().lower() in ("x86_64", "amd64")
_ENGINES = ("openvino", "onnx") if _X86 else ("onnx", "openvino")
_WEIGHTLESS = ("hog", "camera")
_WIDTH, _HEIGHT = 1280, 720  # of a picture, most of the time


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a detector: an engine or 'auto', a model, and how closely to look."""

    backend: str
    model: str
    floor: float  # of certainty; what is less is not even mentioned
    detail: float = 2.0
    lighter: Shelf | None = None  # networks in whole numbers; none: they are not wanted


def first_engine() -> str:
    """The engine that is tried first where none is named."""
    return _ENGINES[0]


def choose_detector(wish: Wish, find: Callable[[str], Path]) -> tuple[str, Detector, str]:
    """The name, the detector, and, if it is not the best there could be, why."""
    if wish.backend != AUTO:
        return _opened(wish.backend, wish, find)
    if wish.model.endswith(".pt"):  # only the framework that trained it can run it as it is
        return "ultralytics", _open("ultralytics", wish, find), ""
    reason = ""
    for name in _ENGINES:
        try:
            return _opened(name, wish, find)
        except (ModelError, BackendUnavailable) as error:
            log.info("the detector %s cannot be had: %s", name, error)
            reason = f"{error.reason} {error.fix}".strip()
    return "hog", _open("hog", wish, find), reason


def open_engine(backend: str, weights: Path | None, wish: Wish) -> Detector:
    """An engine with a file, tried out."""
    factory = DETECTORS.load(backend)
    detector: Detector = factory(weights, wish.floor)
    if isinstance(detector, NetworkDetector):
        detector.detail = wish.detail
    _try(backend, wish.model, detector)
    return detector


def _opened(backend: str, wish: Wish, find: Callable[[str], Path]) -> tuple[str, Detector, str]:
    """An engine with the lighter network where one may be used, else with the full one."""
    if wish.lighter is None or backend not in _ENGINES:
        return backend, _open(backend, wish, find), ""
    lighter, why = wish.lighter.find(find(wish.model), backend)
    if lighter is not None:
        try:
            return f"{backend} {INT8}", open_engine(backend, lighter, wish), ""
        except (ModelError, BackendUnavailable) as error:
            why = error.reason
            log.warning("the lighter network %s cannot be used: %s", lighter.name, why)
    told = f"The full network runs, not the lighter one: {why.rstrip('.')}." if why else ""
    return backend, _open(backend, wish, find), told


def _open(backend: str, wish: Wish, find: Callable[[str], Path]) -> Detector:
    DETECTORS.load(backend)  # an engine that there is none of is the first thing to be told
    return open_engine(backend, None if backend in _WEIGHTLESS else find(wish.model), wish)


def _try(backend: str, model: str, detector: Detector) -> None:
    """Many a fault shows only at the first look; it had better be now, while there is a choice."""
    blank = ArrayPicture(np.full((_HEIGHT, _WIDTH, 3), 128, np.uint8))
    try:
        detector.detect(blank, np.asarray([[0, 0, _WIDTH, _HEIGHT]], np.float32))
    except OmniSightError:
        raise
    except Exception as error:
        first = next(iter(str(error).splitlines()), "") or type(error).__name__
        raise BackendUnavailable(
            f"The engine {backend} has loaded {model} and cannot run it: {first}.",
            fix="Choose another engine: 'omnisight settings set detection.backend auto'.",
        ) from error
