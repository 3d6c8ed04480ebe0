"""A camera as the house knows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Camera:
    """A place that is watched. ``id`` never changes; ``uri`` holds no password."""

    id: str
    name: str
    uri: str
    enabled: bool = True


class CameraState(StrEnum):
    """Whether pictures come, in a word."""

    CONNECTING = "connecting"
    LIVE = "live"
    OFFLINE = "offline"
    ENDED = "ended"  # a recording that has been watched to its end
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class CameraStatus:
    """How a camera is doing, why, and what would help."""

    camera: str
    state: CameraState
    since: datetime
    reason: str = ""
    fix: str = ""
