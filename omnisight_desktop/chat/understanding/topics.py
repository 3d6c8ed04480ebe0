"""What kind of happening a question is about: that somebody came, left or spoke, a noise, an outage."""

from __future__ import annotations

from enum import StrEnum

from omnisight_desktop.core.event import EventType


class Topic(StrEnum):
    """What the question is about."""

    ANYTHING = "anything"
    SIGHTINGS = "sightings"
    VISITS = "visits"
    LEFT = "left"
    STOOD = "stood"
    LOUD = "loud"
    OFFLINE = "offline"
    BACK = "back"
    SPOKEN = "spoken"
    GESTURE = "gesture"
    RULE = "rule"


#: Which events tell of it.
KINDS: dict[Topic, EventType] = {
    Topic.LEFT: EventType.LEFT,
    Topic.STOOD: EventType.STATIONARY,
    Topic.LOUD: EventType.LOUD,
    Topic.OFFLINE: EventType.CAMERA_DOWN,
    Topic.BACK: EventType.CAMERA_UP,
    Topic.SPOKEN: EventType.SPOKEN,
    Topic.GESTURE: EventType.GESTURE,
    Topic.RULE: EventType.RULE,
}

#: What is told of cameras themselves.
CAMERA_STATES = (Topic.BACK, Topic.OFFLINE)

#: Events that follow from somebody having been seen, or have nothing to do with it. Whatever else
#: there is, imported kinds too, is a sighting.
NO_SIGHTINGS = frozenset(KINDS.values()) | {EventType.RECORDED}
