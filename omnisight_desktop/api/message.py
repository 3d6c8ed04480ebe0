"""What goes over a WebSocket: the original shape as text, and the same with the picture as it is."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from omnisight_desktop.core.camera import CameraStatus
from omnisight_desktop.core.track import Track
from omnisight_desktop.services.particulars import status_json

#: The sub-protocols; who names none gets the first.
JSON_PROTOCOL = "omnisight.json.v1"
BINARY_PROTOCOL = "omnisight.binary.v1"

_LENGTH = struct.Struct(">I")


def dumped(value: Mapping[str, Any]) -> str:
    """A message as text, as short as it can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, eq=False)
class Shown:
    """One picture for all who look, put into each form once, when the first one wants it."""

    serial: int
    jpeg: bytes
    told: Mapping[str, Any]

    @cached_property
    def text(self) -> str:
        """The original shape: the picture in base64 within the JSON."""
        frame = base64.b64encode(self.jpeg).decode("ascii")
        return dumped({"type": "frame", "data": {"frame": frame, **self.told}})

    @cached_property
    def binary(self) -> bytes:
        """Four bytes that say how long the JSON is, the JSON without the picture, the JPEG."""
        head = dumped({"type": "frame", "data": self.told}).encode("utf-8")
        return _LENGTH.pack(len(head)) + head + self.jpeg


def unpacked(message: bytes) -> tuple[dict[str, Any], bytes]:
    """What a binary message says, and its JPEG."""
    (length,) = _LENGTH.unpack_from(message)
    begin = _LENGTH.size + length
    return json.loads(message[_LENGTH.size : begin]), message[begin:]


def track_json(track: Track, scale: float) -> dict[str, Any]:
    """A track; its box is ``x1 y1 x2 y2`` in pixels of the picture that is sent."""
    return {
        "id": track.id,
        "label": track.label,
        "box": [round(edge * scale, 1) for edge in track.box],
        "score": round(track.score, 3),
        "still": track.still_since is not None,
    }


def event_text(seq: int, event: Mapping[str, Any]) -> str:
    """Something that happened; ``seq`` is where to go on from after an interruption."""
    return dumped({"type": "event", "seq": seq, "data": event})


def status_text(camera: str, status: CameraStatus | None) -> str:
    """How the camera is doing; nothing is known of one that is not watched."""
    told = status_json(status) if status is not None else None
    return dumped({"type": "status", "camera": camera, "data": told})
