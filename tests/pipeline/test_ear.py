"""The ear listens to every camera by itself; what one of them cannot bear does not deafen the others."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.pipeline.ear import Ear, Listen
from omnisight_desktop.pipeline.feed import Heard

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


def _heard(camera: str) -> Heard:
    return Heard(camera, NOON, Sound(0.0, 16000, np.zeros(160, np.float32)))


def _listener(camera: str) -> Listen:
    pieces = 0

    def listen(heard: Heard | None) -> tuple[Event, ...]:
        nonlocal pieces
        if camera == "broken":
            raise ValueError("no such luck")
        pieces += heard is not None
        kind = "loud" if heard else "closed"
        return (Event(f"{camera} {pieces}", camera, kind, NOON),)

    return listen


def test_each_camera_is_listened_to_by_itself() -> None:
    taken: list[tuple[str, str]] = []
    channel: Channel[Heard] = Channel("sounds", 10, DropPolicy.OLDEST)
    silenced: Channel[str] = Channel("silenced", 4, DropPolicy.WAIT)
    ear = Ear(channel, _listener, lambda c, es: taken.extend((c, e.id) for e in es), silenced)
    for camera in ("porch", "broken", "yard", "porch", "broken"):
        ear.hear(_heard(camera))
    assert taken == [("porch", "porch 1"), ("yard", "yard 1"), ("porch", "porch 2")]


def test_closing_ends_what_was_begun() -> None:
    taken: list[str] = []
    channel: Channel[Heard] = Channel("sounds", 10, DropPolicy.OLDEST)
    silenced: Channel[str] = Channel("silenced", 4, DropPolicy.WAIT)
    ear = Ear(channel, _listener, lambda _, events: taken.extend(e.type for e in events), silenced)
    ear.hear(_heard("porch"))
    ear.close()
    assert taken == ["loud", "closed"]


def test_a_camera_that_is_heard_no_longer_is_forgotten() -> None:
    taken: list[str] = []
    channel: Channel[Heard] = Channel("sounds", 10, DropPolicy.OLDEST)
    silenced: Channel[str] = Channel("silenced", 4, DropPolicy.WAIT)
    ear = Ear(channel, _listener, lambda _, events: taken.extend(e.id for e in events), silenced)
    ear.hear(_heard("porch"))
    ear.forget("porch")
    ear.forget("nobody")
    ear.hear(_heard("porch"))
    assert taken == ["porch 1", "porch 1", "porch 1"]  # it began, it ended, it began anew
