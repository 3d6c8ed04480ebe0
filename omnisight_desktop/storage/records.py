"""Small records that only storage and its readers speak of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Transcript:
    """Something that was said near a camera."""

    id: str
    camera: str
    start: datetime
    end: datetime
    text: str
    language: str | None = None


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
