"""Poses found in a process of its own: the engines are large, and none of them is in this program.

Pictures cross through shared memory, boxes and points through a pipe. When nobody moves for a while
the process ends and its memory is free again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import ModelError
from omnisight_desktop.core.frame import Image, Picture
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.core.gesture import JOINTS, Pose
from omnisight_desktop.flow.process import Child
from omnisight_desktop.flow.shared import SharedFrames

_LOADING_S = 90.0
_LOOKING_S = 20.0
_IDLE_S = 120.0  # after so long without a picture its memory is worth more than its readiness
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

#: What is asked: the shared memory, the picture's number in it, and the boxes; or, without boxes,
#: how many bodies there may be in the whole of it.
Question = tuple[str, int, list[list[float]], int]

#: One body: the points, the same in metres, and the hands, as far as there are any.
Body = tuple[NDArray[np.float32], NDArray[np.float32] | None, NDArray[np.float32] | None]

#: What looks over there: a picture, boxes in it, and how many bodies; one answer for each box.
Looking = Callable[[Image, list[list[float]], int], list[Body | None]]


class RemotePoseFinder:
    """Hands pictures to an engine over there, and takes points back."""

    def __init__(self, name: str, target: str, weights: Path, *arguments: Any) -> None:
        if not weights.is_file():
            raise ModelError(f"There is no file {weights}.", fix="Run 'omnisight models list'.")
        self.name = name
        self._child: Child[Question, list[Body | None]] = Child(
            f"poses with {name}", target, arguments=(weights, *arguments), idle_s=_IDLE_S
        )
        self._frames: SharedFrames | None = None
        self._turn = threading.Lock()  # the eye and whoever teaches share it

    def find(self, picture: Picture, boxes: Boxes) -> list[Pose | None]:
        """Who is in each box; nothing where nobody is."""
        if not len(boxes):
            return []
        return [_pose(body) for body in self._ask(picture, boxes.tolist(), 0)]

    def everybody(self, picture: Picture, most: int) -> list[Pose]:
        """Who is in the picture, wherever that is."""
        found = [_pose(body) for body in self._ask(picture, [], most)]
        return [pose for pose in found if pose is not None]

    def close(self) -> None:
        """End the process and let the memory go."""
        self._child.stop()  # whoever waits for it is let go
        with self._turn:
            self._let_go()

    def _let_go(self) -> None:
        if self._frames is not None:
            self._frames.close()
            self._frames = None

    def _ask(self, picture: Picture, boxes: list[list[float]], most: int) -> list[Body | None]:
        image = picture.bgr()
        size = picture.width, picture.height

        def fill(slot: NDArray[np.uint8]) -> None:
            np.copyto(slot, image)

        with self._turn:
            frames = self._room_for(*size)
            serial = frames.write(0, _EPOCH, 0.0, size, fill)
            wait_s = _LOOKING_S if self._child.alive else _LOADING_S
            return self._child.ask((frames.name, serial, boxes, most), timeout_s=wait_s)

    def _room_for(self, width: int, height: int) -> SharedFrames:
        if self._frames is not None and self._frames.slot_bytes < width * height * 3:
            self._frames.close()
            self._frames = None
        if self._frames is None:
            self._frames = SharedFrames.create("poses", 2, width, height)
        return self._frames


def answering(look: Looking) -> Callable[[Question], list[Body | None]]:
    """What answers over there, with an engine that looks at pictures."""
    shared: dict[str, SharedFrames] = {}

    def answer(question: Question) -> list[Body | None]:
        name, serial, boxes, most = question
        if name not in shared:
            for old in shared.values():
                old.close()
            shared.clear()
            shared[name] = SharedFrames.attach(name)
        image = shared[name].look(lambda frame: frame.picture.bgr().copy(), serial)
        if image is None:
            return [None] * len(boxes)
        return look(image, boxes, most)

    return answer


def _pose(body: Body | None) -> Pose | None:
    if body is None or body[0].shape != (JOINTS, 4):
        return None
    return Pose(*body)
