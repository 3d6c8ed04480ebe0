"""What is particular about a camera: whether it makes sense, and how it is told to programs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from omnisight_desktop.capture.address import DEMO, Kind, file_of, kind_of, plain, shown
from omnisight_desktop.core.camera import Area, Camera, CameraOptions, CameraStatus, Role
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.ids import slug
from omnisight_desktop.core.segment import RecordMode
from omnisight_desktop.perception.detect import DETECTORS
from omnisight_desktop.rules.hours import schedule_of
from omnisight_desktop.services.logins import open_part
from omnisight_desktop.storage.options import read, written

_LONGEST_NAME = 100
_MOST_LABELS, _MOST_MASKS, _MOST_CORNERS = 200, 50, 200
_LEAST_FPS, _MOST_FPS = 0.1, 60.0
_AUTO = "auto"
_SCHEMES = ("rtsp", "rtsps", "http", "https", "rtmp", "rtmps", "rtp", "udp", "srt", "tcp", "axis")
_KINDS = (
    "Give rtsp://HOST/PATH, http://HOST/PATH, axis://HOST, webcam:0, replay:FILE, a file, "
    f"a folder of pictures, or {DEMO}"
)


def insist_name(name: str) -> str:
    """The name as it is kept; refuses what nobody can be called."""
    name = " ".join(name.split())
    if not name or not name.isprintable() or len(name) > _LONGEST_NAME:
        raise UsageError(f"A camera needs a name of 1 to {_LONGEST_NAME} letters.")
    return name


def insist_address(address: str) -> str:
    """The address without blanks around it; refuses one that nothing can come of."""
    address = address.strip()
    if not address:
        raise UsageError("A camera needs an address.", fix=_KINDS)
    kind = kind_of(address)
    if kind in (Kind.FILE, Kind.REPLAY):
        _insist_there(address)
    elif kind in (Kind.STREAM, Kind.AXIS):
        try:
            parts = urlsplit(plain(address))
            host, _ = parts.hostname, parts.port
        except ValueError:
            host, parts = None, urlsplit("")
        if not host:
            raise UsageError(f"'{shown(address)}' names no host.", fix=_KINDS)
        if parts.scheme.lower() not in _SCHEMES:
            raise UsageError(f"Nothing is known of '{parts.scheme}://' here.", fix=_KINDS)
    return address


def insist_shows(address: str) -> str:
    """As ``insist_address``; refuses one that has no pictures, too."""
    if kind_of(address) is Kind.MICROPHONE:
        raise UsageError(
            "A microphone shows nothing.", fix="Give it as where the sound is, beside a camera."
        )
    return insist_address(address)


def insist_sensible(options: CameraOptions) -> CameraOptions:
    """Refuse options that make no sense, with what would; unknown labels are welcome."""
    if options.fps is not None and not _LEAST_FPS <= options.fps <= _MOST_FPS:
        raise UsageError(
            f"{options.fps:g} looks a second make no sense.",
            fix=f"Give a number from {_LEAST_FPS:g} to {_MOST_FPS:g}.",
        )
    if len(options.labels) > _MOST_LABELS:
        raise UsageError(f"More than {_MOST_LABELS} labels are too many.")
    for label in (*options.labels, *options.scores, *options.smallest):
        if not label.strip() or not label.isprintable():
            raise UsageError("A label is a word, such as person or car.")
    _insist_shares(options.scores, "certainty")
    _insist_shares(options.smallest, "height")
    _insist_masks(options.masks)
    _insist_recording(options)
    if options.detector and options.detector not in (_AUTO, *DETECTORS.names()):
        known = ", ".join((_AUTO, *DETECTORS.names()))
        raise UsageError(
            f"There is no detector called '{options.detector}'.", fix=f"Known are: {known}."
        )
    return options


def options_json(options: CameraOptions) -> dict[str, Any]:
    """Options for programs; the addresses of roles and the place of the password stand elsewhere."""
    return {
        "transport": str(options.transport),
        "keys_when_idle": options.only_keys_when_idle,
        "listen": options.listen,
        "detector": options.detector or None,
        "fps": options.fps,
        "labels": list(options.labels),
        "scores": dict(options.scores),
        "smallest": dict(options.smallest),
        "recording": options.recording or None,
        "record_hours": list(options.record_hours),
        "keep_days": options.keep_days,
        "keep_gb": options.keep_gb,
        "masks": [[list(corner) for corner in area] for area in options.masks],
    }


def camera_json(
    camera: Camera, addresses: Mapping[Role, str], live: Mapping[str, Any] | None
) -> dict[str, Any]:
    """A camera for programs, without any password."""
    return {
        "id": camera.id,
        "name": camera.name,
        "enabled": camera.enabled,
        "address": camera.uri or None,
        "kind": str(kind_of(camera.uri)) if camera.uri else None,
        "roles": {str(role): open_part(address) for role, address in addresses.items()},
        "password": camera.options.secret or None,
        "options": options_json(camera.options),
        "live": dict(live) if live is not None else None,
    }


def status_json(status: CameraStatus) -> dict[str, Any]:
    """How a camera is doing, for programs."""
    return {
        "state": status.state,
        "since": status.since.isoformat(),
        "reason": status.reason,
        "fix": status.fix,
        "quality": status.quality,
        "decoding": status.decoding,
    }


def camera_told(camera: Camera) -> dict[str, Any]:
    """A camera as it travels to the program that owns the data folder; it holds no password."""
    return {
        "id": camera.id,
        "name": camera.name,
        "uri": camera.uri,
        "enabled": camera.enabled,
        "options": written(camera.options),
    }


def camera_heard(told: Any) -> Camera:
    """The camera that travelled here; refuses what does not make sense."""
    try:
        id_, name, uri, enabled, text = (
            told[word] for word in ("id", "name", "uri", "enabled", "options")
        )
        options = read(text)
        understood = written(options) == text and isinstance(enabled, bool) and slug(id_) == id_
        addresses = (uri, options.record_uri, options.audio_uri)
        if not understood or any(a and open_part(a) != a for a in addresses):
            raise ValueError
    except (LookupError, TypeError, ValueError, AttributeError):
        raise UsageError("That describes no camera.") from None
    return Camera(id_, insist_name(name), uri, enabled, insist_sensible(options))


def _insist_there(address: str) -> None:
    path = file_of(address)
    try:
        there = path.exists()
    except (OSError, ValueError):  # a name that no file can have
        there = False
    if not there:
        raise UsageError(f"There is no recording or camera '{shown(address)}'.", fix=_KINDS)


def _insist_shares(shares: Mapping[str, float], what: str) -> None:
    for label, share in shares.items():
        if not 0 <= share <= 1:
            raise UsageError(
                f"The least {what} of '{label}' is {share:g}.", fix="Give a number from 0 to 1."
            )


def _insist_recording(options: CameraOptions) -> None:
    if options.recording and options.recording not in tuple(RecordMode):
        raise UsageError(
            f"Nothing can be recorded '{options.recording}'.",
            fix=f"Choose one of: {', '.join(RecordMode)}.",
        )
    schedule_of(options.record_hours)
    for what, amount in (("days", options.keep_days), ("gigabytes", options.keep_gb)):
        if amount is not None and not 0 < amount < 1e6:
            raise UsageError(f"Footage cannot be kept for {amount:g} {what}.")


def _insist_masks(masks: tuple[Area, ...]) -> None:
    if len(masks) > _MOST_MASKS:
        raise UsageError(f"More than {_MOST_MASKS} masks are too many.")
    for area in masks:
        if not 3 <= len(area) <= _MOST_CORNERS:
            raise UsageError(
                f"A mask of {len(area)} corners covers nothing.",
                fix=f"Give 3 to {_MOST_CORNERS} corners, such as 0,0 0.5,0 0.5,0.5.",
            )
        for x, y in area:
            if not (0 <= x <= 1 and 0 <= y <= 1):
                raise UsageError(
                    f"The corner {x:g},{y:g} of a mask lies outside the picture.",
                    fix="Corners are shares of width and height: 0,0 is the upper left, 1,1 the "
                    "lower right.",
                )
        if math.isclose(_size(area), 0, abs_tol=1e-9):
            raise UsageError("A mask whose corners lie in a line covers nothing.")


def _size(area: Area) -> float:
    turned = (*area[1:], area[0])
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(area, turned, strict=True))) / 2
