"""A camera as the house knows it: its address, what is done with it, and how it is doing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

#: Corners of an area of the picture, each as 0..1 of its width and height.
Area = tuple[tuple[float, float], ...]


class Role(StrEnum):
    """What a stream of a camera is used for; one stream may serve several."""

    DETECT = "detect"  # its pictures are looked at, and shown
    RECORD = "record"  # its packets become clips
    AUDIO = "audio"  # its sound is listened to, and goes into the clips


class Transport(StrEnum):
    """How the packets of an RTSP stream travel."""

    TCP = "tcp"
    UDP = "udp"


@dataclass(frozen=True, slots=True)
class CameraOptions:
    """What is particular about a camera; where nothing is said, the settings of the house hold."""

    record_uri: str = ""  # a better stream for clips; none: the camera's own
    audio_uri: str = ""  # where the sound is; none: in the stream that is recorded
    secret: str = ""  # where name and password lie, as a reference; never they themselves
    transport: Transport = Transport.TCP
    only_keys_when_idle: bool = False
    listen: bool = False  # what is said there is written down, if the house listens at all
    detector: str = ""
    fps: float | None = None  # looks a second
    labels: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)  # least certainty by label
    smallest: Mapping[str, float] = field(default_factory=dict)  # least height by label, 0..1
    recording: str = ""  # without a break: a RecordMode
    record_hours: tuple[str, ...] = ()  # for a schedule, as they are written in the settings
    keep_days: float | None = None  # of continuous footage
    keep_gb: float | None = None
    masks: tuple[Area, ...] = ()  # blackened before anybody sees or stores them


@dataclass(frozen=True, slots=True)
class Camera:
    """A place that is watched. ``id`` never changes; ``uri`` holds no password."""

    id: str
    name: str
    uri: str
    enabled: bool = True
    options: CameraOptions = CameraOptions()


class CameraState(StrEnum):
    """Whether pictures come, in a word."""

    CONNECTING = "connecting"
    LIVE = "live"
    OFFLINE = "offline"
    ENDED = "ended"  # a recording that has been watched to its end
    PAUSED = "paused"


class StreamQuality(StrEnum):
    """How good what comes is, in a word."""

    GOOD = "good"
    FAIR = "fair"  # pictures are missing now and then
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class CameraStatus:
    """How a camera is doing, why, and what would help."""

    camera: str
    state: CameraState
    since: datetime
    reason: str = ""
    fix: str = ""
    quality: StreamQuality | None = None  # none while nothing comes
    decoding: str = ""  # who decodes, and why no hardware any more, if so
