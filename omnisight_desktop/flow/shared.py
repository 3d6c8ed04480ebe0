"""Frames in shared memory: written once by the owner, looked at elsewhere without a copy.

A ring of slots, each with a number that is odd while somebody writes into it. Whoever looks compares
the number before and after; what was seen of a picture that was overwritten meanwhile is thrown away.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import NotFound, NotRunning, UsageError
from omnisight_desktop.core.frame import ArrayPicture, Frame, Image
from omnisight_desktop.flow.segment import Segment

T = TypeVar("T")

_MAGIC = 0x314853494E4D4F
_LABEL_BYTES = 192
_TRIES = 8

#: The ring describes itself, so that whoever attaches needs its name only.
_RING = np.dtype(
    [
        ("magic", "<u8"),
        ("slots", "<u8"),
        ("slot_bytes", "<u8"),
        ("newest", "<u8"),
        ("label", f"S{_LABEL_BYTES}"),
    ]
)
_SLOT = np.dtype(
    [
        ("turn", "<u8"),  # twice the serial number of the picture; one less while it is written
        ("index", "<i8"),
        ("at_ms", "<i8"),
        ("at_mono", "<f8"),
        ("width", "<u4"),
        ("height", "<u4"),
    ]
)


@dataclass(frozen=True, slots=True)
class _Planes:
    """The parts of the memory; whoever holds them can go on reading while it is being closed."""

    head: NDArray[Any]
    table: NDArray[Any]
    pixels: NDArray[np.uint8]

    @property
    def newest(self) -> int:
        return int(self.head["newest"][0])

    def row(self, serial: int) -> int:
        return (serial - 1) % len(self.table)

    def view(self, row: int, width: int, height: int) -> Image:
        start = row * (len(self.pixels) // len(self.table))
        return self.pixels[start : start + width * height * 3].reshape(height, width, 3)


class SharedFrames:
    """A ring of pictures of one camera: one thread of one process writes, any number look."""

    def __init__(self, segment: Segment, *, owned: bool) -> None:
        self.name = segment.name
        self._segment = segment
        self._owned = owned
        self._fence = threading.Lock()
        head = np.frombuffer(segment.memory, _RING, 1)
        self.camera = bytes(head["label"][0]).decode()
        self.slots = int(head["slots"][0])
        self.slot_bytes = int(head["slot_bytes"][0])
        slots = np.frombuffer(segment.memory, _SLOT, self.slots, offset=_RING.itemsize)
        count = self.slots * self.slot_bytes  # the system may have rounded the end up
        pixels = np.frombuffer(segment.memory, np.uint8, count, _pixels_at(self.slots))
        self._planes: _Planes | None = _Planes(head, slots, pixels)

    @classmethod
    def create(cls, camera: str, slots: int, width: int, height: int) -> SharedFrames:
        """A ring for so many pictures of at most that size."""
        label = camera.encode()
        if slots < 2 or len(label) > _LABEL_BYTES:
            raise ValueError("a ring has two slots at least, and a camera's id is short")
        slot_bytes = _aligned(width * height * 3)
        segment = Segment.create(_pixels_at(slots) + slots * slot_bytes)
        head = np.frombuffer(segment.memory, _RING, 1)
        head["slots"], head["slot_bytes"], head["label"] = slots, slot_bytes, label
        head["magic"] = _MAGIC
        return cls(segment, owned=True)

    @classmethod
    def attach(cls, name: str) -> SharedFrames:
        """The ring that another process owns, to look at."""
        segment = Segment.attach(name)
        if np.frombuffer(segment.memory, np.uint64, 1)[0] != _MAGIC:
            segment.close()
            raise NotFound(f"The shared memory {name} holds no pictures.")
        return cls(segment, owned=False)

    @property
    def newest(self) -> int:
        """The serial number of the newest picture; 0 before the first."""
        return self._open().newest

    def put(self, frame: Frame) -> int:
        """Copy a frame in; returns its serial number."""
        image = frame.picture.bgr()
        size = int(image.shape[1]), int(image.shape[0])
        return self.write(
            frame.index, frame.at, frame.at_mono, size, lambda slot: np.copyto(slot, image)
        )

    def write(
        self,
        index: int,
        at: datetime,
        at_mono: float,
        size: tuple[int, int],
        fill: Callable[[Image], None],
    ) -> int:
        """Let ``fill`` draw a picture of that width and height in place; returns its serial number."""
        planes = self._open()
        if not self._owned:
            raise UsageError(f"The frames of {self.camera} are written by another process.")
        width, height = size
        if width * height * 3 > self.slot_bytes:
            raise UsageError(f"A picture of {width} x {height} is too large for its slot.")
        serial = planes.newest + 1
        row = planes.row(serial)
        slot = planes.table[row : row + 1]
        slot["turn"] = 2 * serial - 1
        self._order()
        fill(planes.view(row, width, height))
        slot["index"], slot["at_ms"], slot["at_mono"] = index, to_ms(at), at_mono
        slot["width"], slot["height"] = width, height
        self._order()
        slot["turn"] = 2 * serial
        planes.head["newest"] = serial
        return serial

    def look(self, use: Callable[[Frame], T], serial: int | None = None) -> T | None:
        """What ``use`` makes of the newest picture, or of that one; None if there is none.

        ``use`` sees the shared pixels themselves and must not keep them. It may be called again, with
        a newer picture, when the one it looked at was overwritten meanwhile.
        """
        planes = self._open()
        for _ in range(_TRIES):
            wanted = serial or planes.newest
            frame = self._frame(planes, wanted)
            if frame is not None:
                try:
                    found = use(frame)
                except Exception:
                    if self._holds(planes, wanted):
                        raise
                else:
                    if self._holds(planes, wanted):
                        return found
            if serial is not None or wanted == 0:
                return None
        return None

    def close(self) -> None:
        """Let go; when the owner does, nobody can attach any more."""
        self._planes = None
        self._segment.close()

    def _open(self) -> _Planes:
        planes = self._planes
        if planes is None:
            raise NotRunning(f"The frames of {self.camera} are closed.")
        return planes

    def _frame(self, planes: _Planes, serial: int) -> Frame | None:
        if serial == 0 or not self._holds(planes, serial):
            return None
        row = planes.row(serial)
        slot = planes.table[row]
        width, height = int(slot["width"]), int(slot["height"])
        index, at_ms, at_mono = int(slot["index"]), int(slot["at_ms"]), float(slot["at_mono"])
        if not self._holds(planes, serial):
            return None
        view = planes.view(row, width, height)
        view.setflags(write=False)
        return Frame(self.camera, index, from_ms(at_ms), at_mono, ArrayPicture(view))

    def _holds(self, planes: _Planes, serial: int) -> bool:
        self._order()
        held = bool(planes.table["turn"][planes.row(serial)] == 2 * serial)
        self._order()
        return held

    def _order(self) -> None:
        """What was written before stays before: an x86 does that by itself, other processors do not.

        Two turns of a lock: neither memory access around the first can pass the second.
        """
        with self._fence:
            pass
        with self._fence:
            pass


def _pixels_at(slots: int) -> int:
    return _aligned(_RING.itemsize + slots * _SLOT.itemsize)


def _aligned(size_bytes: int) -> int:
    return (size_bytes + 63) // 64 * 64
