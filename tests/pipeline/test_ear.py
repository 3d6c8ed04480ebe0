"""The ear listens to every camera by itself; what one of them cannot bear does not deafen the others."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from omnisight_desktop.core.clock import ManualClock
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
    ear = Ear(
        channel,
        _listener,
        lambda c, es: taken.extend((c, e.id) for e in es),
        silenced,
        ManualClock(NOON),
    )
    for camera in ("porch", "broken", "yard", "porch", "broken"):
        ear.hear(_heard(camera))
    assert taken == [("porch", "porch 1"), ("yard", "yard 1"), ("porch", "porch 2")]


def test_closing_ends_what_was_begun() -> None:
    taken: list[str] = []
    channel: Channel[Heard] = Channel("sounds", 10, DropPolicy.OLDEST)
    silenced: Channel[str] = Channel("silenced", 4, DropPolicy.WAIT)
    ear = Ear(
        channel,
        _listener,
        lambda _, events: taken.extend(e.type for e in events),
        silenced,
        ManualClock(NOON),
    )
    ear.hear(_heard("porch"))
    ear.close()
    assert taken == ["loud", "closed"]


def test_a_camera_that_is_watched_no_longer_ends_after_the_last_of_its_sound() -> None:
    taken: list[str] = []
    channel: Channel[Heard] = Channel("sounds", 10, DropPolicy.OLDEST)
    leaving: Channel[str] = Channel("silenced", 4, DropPolicy.WAIT)
    keep = lambda _, events: taken.extend(f"{e.id} {e.type}" for e in events)  # noqa: E731
    ear = Ear(channel, _listener, keep, leaving, ManualClock(NOON))
    ear.hear(_heard("porch"))
    channel.put(_heard("porch"))  # it still lay there when the camera was removed
    leaving.put("porch")
    leaving.put("nobody")
    ear.let_go()
    ear.close()
    assert taken == ["porch 1 loud", "porch 2 loud", "porch 2 closed"]
    ear.hear(_heard("porch"))
    assert taken[-1] == "porch 1 loud"  # who comes back begins anew


def test_what_was_begun_ends_when_nothing_is_heard_any_more() -> None:
    taken: list[str] = []
    clock = ManualClock(NOON)
    channel: Channel[Heard] = Channel("sounds", 10, DropPolicy.OLDEST)
    leaving: Channel[str] = Channel("silenced", 4, DropPolicy.WAIT)
    keep = lambda _, events: taken.extend(f"{e.id} {e.type}" for e in events)  # noqa: E731
    ear = Ear(channel, _listener, keep, leaving, clock)
    for _ in range(3):
        ear.hear(_heard("porch"))
        clock.advance(2)
        ear.let_go()
    assert not [t for t in taken if "closed" in t]
    for _ in range(5):
        clock.advance(2)
        ear.let_go()
    assert taken.count("porch 3 closed") == 1
    ear.hear(_heard("porch"))
    assert taken[-1] == "porch 4 loud"  # what is usual there was not forgotten
