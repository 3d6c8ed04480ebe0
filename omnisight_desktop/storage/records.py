"""Small records that only storage and its readers speak of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from omnisight_desktop.core.speech import Transcript as Transcript


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Somebody changed something that others should be able to look up."""

    at: datetime
    actor: str
    action: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A request that left this machine."""

    at: datetime
    destination: str
    purpose: str
    bytes_out: int
    bytes_in: int = 0
    detail: str = ""
    micro_usd: int = 0  # what it cost, in millionths of a US dollar


@dataclass(frozen=True, slots=True)
class Conversation:
    """Questions and answers that belong together."""

    id: str
    title: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """Something that was asked or answered; ``cited`` are events, ``told`` is what else there is."""

    id: str
    conversation: str
    role: str
    text: str
    at: datetime
    cited: tuple[str, ...] = ()
    told: str = ""  # JSON
    place: int = 0


class NotificationState(StrEnum):
    """What became of a message."""

    WAITING = "waiting"  # to be sent, or sent again
    SENT = "sent"
    GIVEN_UP = "given_up"
    HELD = "held"  # not sent: quiet hours, or too many of its kind


@dataclass(frozen=True, slots=True)
class Notification:
    """A story that a channel is told of, once; ``event`` is what it is told by."""

    id: str
    event: str
    channel: str
    state: NotificationState
    topic: str
    created: datetime
    due: datetime | None = None
    attempts: int = 0
    reason: str = ""
    sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Somebody has looked at a story; ``event`` is its first."""

    event: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far somebody has come who reads events in the order in which they were stored."""

    name: str
    seq: int
