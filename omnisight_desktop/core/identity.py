"""Who somebody is, as far as we know."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

#: Stands for whoever came and has no name, where people are named.
STRANGERS = "strangers"


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
    visitor: bool = False  # no human has named them yet

    @property
    def shown(self) -> str:
        """What to call them."""
        return self.name or self.person

    def is_one_of(self, people: Collection[str]) -> bool:
        """Whether they are meant: by id, by name, or as a stranger."""
        known = {one.casefold() for one in people}
        mine = {self.person.casefold(), (self.name or self.person).casefold()}
        return bool(mine & known) or (self.visitor and STRANGERS in known)


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
