"""Whether a camera is there: one event when it has been away for a while, one when it is back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from omnisight_desktop.core.camera import CameraState, CameraStatus
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ids import IdSource

_AWAY = (CameraState.OFFLINE, CameraState.CONNECTING)


class Vigil:
    """Watches over one camera. A short interruption is nobody's business; a longer one is an event
    that lasts until pictures come again."""

    def __init__(self, camera: str, grace_s: float) -> None:
        self._camera = camera
        self._grace_s = grace_s
        self._ids = IdSource("E")
        self._down: Event | None = None
        self._away_since: datetime | None = None
        self._away_mono = 0.0

    def look(self, status: CameraStatus, now: datetime, now_mono: float) -> tuple[Event, ...]:
        """What the camera's state means."""
        if status.state in _AWAY:
            if self._away_since is None:
                # From here on the time of day may be set without making the absence any longer.
                self._away_mono = now_mono - max(0.0, (now - status.since).total_seconds())
            self._away_since = min(status.since, self._away_since or now)
            if self._down is None and now_mono - self._away_mono >= self._grace_s:
                return (self._gone(self._away_since, status, now),)
            return ()
        self._away_since = None
        if self._down is None:
            return ()
        return self._back(status.since)

    def close(self, now: datetime) -> tuple[Event, ...]:
        """Nobody watches any more; an absence that lasts ends here."""
        if self._down is None:
            return ()
        down, self._down = self._down, None
        return (replace(down, end=max(down.start, now)),)

    def _gone(self, since: datetime, status: CameraStatus, now: datetime) -> Event:
        event_id = self._ids.next(to_ms(now))
        self._down = Event(
            event_id,
            self._camera,
            EventType.CAMERA_DOWN,
            since,
            text=status.reason or "No pictures come.",
            story=event_id,
        )
        return self._down

    def _back(self, at: datetime) -> tuple[Event, ...]:
        down = self._down
        assert down is not None
        at, self._down = max(at, down.start), None
        up = Event(
            self._ids.next(to_ms(at)),
            self._camera,
            EventType.CAMERA_UP,
            at,
            at,
            text=f"Pictures come again after {_long(at - down.start)}.",
            story=down.story,
        )
        return replace(down, end=at), up


def _long(length: timedelta) -> str:
    seconds = round(length.total_seconds())
    if seconds < 120:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"
