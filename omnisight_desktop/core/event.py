"""Something worth remembering, as one record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventType(StrEnum):
    """The kinds of event the house makes itself; imported events may be of any other kind."""

    APPEARED = "appeared"
    LEFT = "left"
    STATIONARY = "stationary"
    LOUD = "loud"
    CAMERA_DOWN = "camera_down"
    CAMERA_UP = "camera_up"
    SPOKEN = "spoken"
    SOUND = "sound"  # one that was recognised, such as breaking glass; its label says which
    RECOGNISED = "recognised"  # who somebody is who was followed already
    NEWCOMER = "newcomer"  # a face that the house had not met before
    GESTURE = "gesture"
    RULE = "rule"  # what somebody's own rule was made to notice
    RECORDED = "recorded"  # somebody sat there and had it filmed


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, where and when. ``end`` is open while it lasts.

    ``camera`` and ``person`` are ids; ``label`` is what was seen (``person``, ``car``, a gesture's
    name); ``text`` is what was said or described. Events of one visit share a ``story``, which is the
    id of the first of them: that one is worth an alert, those that follow belong to it.
    """

    id: str
    camera: str
    type: str
    start: datetime
    end: datetime | None = None
    label: str | None = None
    person: str | None = None
    zone: str | None = None
    text: str | None = None
    track: str | None = None
    clip: str | None = None
    score: float | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Seconds that a camera did not deliver, and why."""

    camera: str
    start: datetime
    end: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Committed:
    """The doorbell of the memory: something was stored, up to this number."""

    newest_seq: int
