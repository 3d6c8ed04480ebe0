"""What is asked of this computer about its webcams: to open one, who may, and who has it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np

from omnisight_desktop.capture.devices import Webcam, webcams
from omnisight_desktop.core.frame import Image

_WIDTH, _HEIGHT = 1280, 720
_ENGINES = {"linux": "V4L2", "darwin": "AVFOUNDATION", "win32": "MSMF"}


class Device(Protocol):
    """An open webcam."""

    @property
    def fps(self) -> float:
        """How many pictures it says it gives in a second; 0 if it does not say."""
        ...

    def read(self) -> Image | None:
        """Wait for the next picture; None if none came."""
        ...

    def close(self) -> None: ...


class _Capture:
    """A webcam that OpenCV has opened."""

    def __init__(self, capture: cv2.VideoCapture) -> None:
        self._capture = capture

    @property
    def fps(self) -> float:
        return float(self._capture.get(cv2.CAP_PROP_FPS))

    def read(self) -> Image | None:
        try:
            came, image = self._capture.read()
        except cv2.error:
            return None
        return np.asarray(image, np.uint8) if came and image is not None else None

    def close(self) -> None:
        self._capture.release()


def opened(index: int, fps: float) -> Device | None:
    """A webcam through the engine of this system; None if it cannot be had."""
    cv2.utils.logging.setLogLevel(
        cv2.utils.logging.LOG_LEVEL_SILENT
    )  # what it would print, we say ourselves
    engine = getattr(cv2, f"CAP_{_ENGINES.get(sys.platform, 'ANY')}")
    try:
        capture = cv2.VideoCapture(index, engine)
    except cv2.error:
        return None
    if not capture.isOpened():
        capture.release()
        return None
    # Compressed on the cable: plain pictures of this size would come at a few a second.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
    capture.set(cv2.CAP_PROP_FPS, fps)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # the newest picture, not those that nobody fetched
    return _Capture(capture)


def refusal_of(node: Path) -> OSError | None:
    """Why the system does not let a device be opened; None if it does."""
    try:
        os.close(os.open(node, os.O_RDWR | getattr(os, "O_NONBLOCK", 0)))
    except OSError as error:
        return error
    return None


def user_of(node: Path, processes: Path = Path("/proc")) -> str:
    """The name of another program that has a device open, as far as may be seen."""
    own = str(os.getpid())
    for process in processes.glob("[0-9]*"):
        if process.name == own:
            continue
        try:
            if any(link.readlink() == node for link in (process / "fd").iterdir()):
                return (process / "comm").read_text(encoding="utf-8").strip()
        except OSError:
            continue  # another user's, or gone meanwhile
    return ""


@dataclass(frozen=True, slots=True)
class Computer:
    """A computer with webcams; tests bring one of their own."""

    platform: str = sys.platform
    webcams: Callable[[], list[Webcam]] = webcams
    opened: Callable[[int, float], Device | None] = opened
    refusal_of: Callable[[Path], OSError | None] = refusal_of
    user_of: Callable[[Path], str] = user_of


THIS_COMPUTER = Computer()
