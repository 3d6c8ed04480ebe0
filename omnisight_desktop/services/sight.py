"""What each camera sees at this moment, as far as the running program can tell; it is asked at its door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.track import TrackState
from omnisight_desktop.flow.door import knock
from omnisight_desktop.services.live import Live

SIGHTS = "sights"  # what the verb is called at the door
_KNOCK_S = 2.0
_THERE = (TrackState.ACTIVE,)


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody or something that is in view: its track, and who it is where that is known."""

    track: str
    label: str
    person: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Sight:
    """What a camera saw when it was last looked at, or why it sees nothing."""

    camera: str
    at: datetime | None
    seen: tuple[Seen, ...] = ()
    reason: str = ""


def sights(live: Live) -> tuple[Sight, ...]:
    """Every watched camera."""
    return tuple(_sight(live, status.camera, status) for status in live.statuses())


def sights_of_owner(paths: Paths) -> tuple[Sight, ...] | None:
    """What the program that runs over this data sees; None where none runs, or it does not say."""
    try:
        told = knock(paths.door, SIGHTS, {}, _KNOCK_S)
        return tuple(_from_json(one) for one in told["cameras"])
    except (OmniSightError, KeyError, TypeError, ValueError):
        return None


def sights_json(found: Iterable[Sight]) -> dict[str, Any]:
    """The shape in which they pass the door."""
    return {
        "cameras": [
            {
                "camera": one.camera,
                "at": one.at.isoformat() if one.at else None,
                "reason": one.reason,
                "seen": [
                    {
                        "track": seen.track,
                        "label": seen.label,
                        "person": seen.person,
                        "since": seen.since.isoformat(),
                    }
                    for seen in one.seen
                ],
            }
            for one in found
        ]
    }


def _from_json(told: dict[str, Any]) -> Sight:
    seen = tuple(
        Seen(one["track"], one["label"], one["person"], datetime.fromisoformat(one["since"]))
        for one in told["seen"]
    )
    at = datetime.fromisoformat(told["at"]) if told["at"] else None
    return Sight(told["camera"], at, seen, told["reason"])


def _sight(live: Live, camera: str, status: Any) -> Sight:
    if status.state is not CameraState.LIVE:
        return Sight(camera, None, reason=status.reason or str(status.state))
    view = live.view(camera)
    if view.scene is None:
        return Sight(camera, None, reason="nothing was looked at yet")
    seen = tuple(
        Seen(t.id, t.label, t.identity.person if t.identity else None, t.since)
        for t in view.scene.tracks
        if t.state in _THERE
    )
    return Sight(camera, view.scene.at, seen)
