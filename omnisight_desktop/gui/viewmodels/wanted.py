"""Which stories are wanted: what the chips above the review say, and how they are remembered."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.storage.events import EventFilter


class Facet(StrEnum):
    """By what stories may be narrowed."""

    CAMERA = "camera"
    PERSON = "person"
    LABEL = "label"
    TYPE = "type"
    ZONE = "zone"
    TIME = "time"
    TEXT = "text"
    STATE = "state"


_FIELDS = {
    Facet.CAMERA: "cameras",
    Facet.PERSON: "people",
    Facet.LABEL: "labels",
    Facet.TYPE: "types",
    Facet.ZONE: "zone",
    Facet.TEXT: "text",
    Facet.STATE: "fresh",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is left out does not narrow. Ids, not names; moments in milliseconds since 1970."""

    cameras: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    zone: str = ""
    text: str = ""
    since_ms: int | None = None
    until_ms: int | None = None
    days: int | None = None  # the last so many days, today among them; instead of moments
    fresh: bool = False  # only what nobody has reviewed

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return self != Wanted()

    def with_one(self, facet: Facet, value: str) -> Wanted:
        """Narrowed by one thing more; several of a kind widen each other again."""
        if facet is Facet.TIME:
            return replace(self, days=int(value), since_ms=None, until_ms=None)
        name = _FIELDS[facet]
        now = getattr(self, name)
        if isinstance(now, tuple):
            return _changed(self, name, tuple(dict.fromkeys((*now, value))))
        return _changed(self, name, True if facet is Facet.STATE else value.strip())

    def without(self, facet: Facet, value: str) -> Wanted:
        """No longer narrowed by that."""
        if facet is Facet.TIME:
            return replace(self, days=None, since_ms=None, until_ms=None)
        name = _FIELDS[facet]
        now = getattr(self, name)
        if isinstance(now, tuple):
            return _changed(self, name, tuple(one for one in now if one != value))
        return _changed(self, name, getattr(Wanted(), name))

    def chosen(self) -> list[tuple[Facet, str]]:
        """What narrows, one by one; of a time the words are made elsewhere."""
        found = [
            (facet, value)
            for facet, name in _FIELDS.items()
            for value in _values(getattr(self, name))
        ]
        timed = self.days is not None or self.since_ms is not None or self.until_ms is not None
        return [*found, *([(Facet.TIME, str(self.days or ""))] if timed else [])]

    def between(self, since: datetime, until: datetime) -> Wanted:
        """Of a stretch of time only."""
        return replace(self, days=None, since_ms=to_ms(since), until_ms=to_ms(until))

    def filter(self, now: datetime) -> EventFilter:
        """As the archive understands it."""
        since = None if self.since_ms is None else from_ms(self.since_ms)
        until = None if self.until_ms is None else from_ms(self.until_ms)
        if self.days is not None:
            midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
            # By the calendar, not by the hour: a day on which the clocks change is no other one.
            day = midnight.replace(tzinfo=None) - timedelta(days=self.days - 1)
            since = day.astimezone()
        return EventFilter(
            cameras=self.cameras,
            people=self.people,
            types=self.types,
            labels=self.labels,
            zone=self.zone or None,
            text=self.text or None,
            since=since,
            until=until,
            unreviewed=self.fresh,
        )

    def written(self) -> str:
        """As one line, for the memory of the window."""
        known = asdict(self)
        return json.dumps({name: value for name, value in known.items() if value})

    @classmethod
    def read(cls, line: str) -> Wanted:
        """What was written; what cannot be read narrows nothing."""
        try:
            return cls(**_fitting(json.loads(line or "{}")))
        except (ValueError, TypeError, UsageError):
            return cls()


def _fitting(found: Any) -> dict[str, Any]:
    known: dict[str, Any] = {}
    plain = Wanted()
    for field in fields(Wanted):
        value = found.get(field.name) if isinstance(found, dict) else None
        usual = getattr(plain, field.name)
        if isinstance(usual, tuple) and isinstance(value, list):
            known[field.name] = tuple(str(one) for one in value)
        elif isinstance(value, int if usual is None else type(usual)):
            known[field.name] = value
    return known


def _changed(wanted: Wanted, name: str, value: Any) -> Wanted:
    more: dict[str, Any] = {name: value}
    return replace(wanted, **more)


def _values(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (str(value),) if value else ()
