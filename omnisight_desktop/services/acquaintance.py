"""Somebody whom the house knows, with what is counted of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from omnisight_desktop.core.identity import Person, PersonState
from omnisight_desktop.storage.people import Appearances


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A person, how often they came, and by how many looks they are recognised."""

    person: Person
    seen: Appearances
    looks: int

    @property
    def archived(self) -> bool:
        """Whether they were not seen for so long that they stand aside; they are known still."""
        return self.person.state is PersonState.ARCHIVED

    @property
    def first(self) -> datetime | None:
        """When they were first seen, as far as is remembered."""
        known = [m for m in (self.person.first_seen, self.seen.first) if m is not None]
        return min(known, default=None)

    @property
    def last(self) -> datetime | None:
        """When they were last seen."""
        known = [m for m in (self.person.last_seen, self.seen.last) if m is not None]
        return max(known, default=None)


def person_json(one: Acquaintance) -> dict[str, Any]:
    """A person in the shape that programs rely on."""
    person = one.person

    def written(moment: datetime | None) -> str | None:
        return None if moment is None else moment.isoformat(timespec="milliseconds")

    return {
        "id": person.id,
        "name": person.name,
        "shown": person.shown,
        "visitor": person.visitor,
        "state": person.state.value,
        "visits": one.seen.visits,
        "first_seen": written(one.first),
        "last_seen": written(one.last),
        "faces": one.looks,
        "note": person.note,
        "consent": person.consent,
        "expires": written(person.expires),
    }
