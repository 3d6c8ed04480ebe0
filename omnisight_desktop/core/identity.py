"""Who somebody is, as far as we know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PersonState(StrEnum):
    """How present a person is in the memory of the house."""

    ACTIVE = "active"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody recognised: an automatic id, a name once a human gave one, and how sure we are."""

    person: str
    name: str | None = None
    score: float = 1.0

    @property
    def shown(self) -> str:
        """What to call them."""
        return self.name or self.person


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the house remembers."""

    id: str
    name: str | None
    first_seen: datetime | None = None
    last_seen: datetime | None = None
    state: PersonState = PersonState.ACTIVE
    note: str = ""
    visitor: int | None = None  # the number of somebody whom the house met by itself
    consent: str = ""  # what they said to being remembered, as somebody noted it
    expires: datetime | None = None  # when they are to be forgotten

    @property
    def shown(self) -> str:
        """What to call them."""
        if self.name:
            return self.name
        return f"Visitor {self.visitor}" if self.visitor is not None else self.id
