"""Which events are wanted, and how the database finds them without looking at all the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.storage.tables import event_counts, mistakes, person_events, reviews
from omnisight_desktop.storage.words import match_words

HOUR_MS = 3_600_000

_T = person_events.c
_C = event_counts.c
_MOST_WAYS = 32

#: The search index is SQLite's own; no more is known of it than this.
FOUND = sa.table("event_words", sa.column("rowid", sa.Integer()), sa.column("event_words"))

_S = TypeVar("_S", bound=sa.Select[Any])


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted; what is left out does not narrow. Ids, not names."""

    cameras: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    zone: str | None = None
    text: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    leading: bool = False  # only the first event of each story, and those that belong to none
    unreviewed: bool = False  # only of stories that nobody has reviewed
    real: bool = False  # not what was marked as a mistake
    zones: tuple[str, ...] = ()  # any of them, instead of one

    def narrowed(
        self,
        *,
        type: str | None = None,
        label: str | None = None,
        zone: str | None = None,
        text: str | None = None,
    ) -> EventFilter:
        """The same filter with more said."""
        return replace(
            self,
            types=(type,) if type else self.types,
            labels=(label,) if label else self.labels,
            zone=zone or self.zone,
            text=text or self.text,
        )

    @property
    def in_zones(self) -> tuple[str, ...]:
        """The zones of which any will do."""
        return (self.zone,) if self.zone else self.zones

    @property
    def words(self) -> str | None:
        """What is searched for, if there is anything in it."""
        return self.text if self.text and self.text.strip() else None

    @property
    def only_words(self) -> bool:
        """Whether nothing but words narrows it."""
        return replace(self, text=None) == EventFilter()

    @property
    def since_ms(self) -> int | None:
        """From when on, as it is stored."""
        return None if self.since is None else to_ms(self.since)

    @property
    def until_ms(self) -> int | None:
        """Before when, as it is stored."""
        return None if self.until is None else to_ms(self.until)

    def at(self, camera: str) -> EventFilter:
        """The same at one camera."""
        return replace(self, cameras=(camera,))

    @property
    def countable(self) -> bool:
        """Whether the hourly counts know the answer.

        There the camera '' stands for all of them, and the label '' for none.
        """
        unnamed = "" in self.cameras or "" in self.labels
        looked_at = self.people or self.in_zones or self.words
        return not (looked_at or self.leading or self.unreviewed or self.real or unnamed)


def narrow(statement: _S, wanted: EventFilter) -> _S:
    """Only events that are wanted, words and times left aside."""
    for column, values in (
        (_T.camera_id, wanted.cameras),
        (_T.person_id, wanted.people),
        (_T.type, wanted.types),
        (_T.label, wanted.labels),
        (_T.zone, wanted.in_zones),
    ):
        if len(values) == 1:
            statement = statement.where(column == values[0])
        elif values:
            statement = statement.where(column.in_(values))
    if wanted.leading:
        statement = statement.where(sa.or_(_T.story_id.is_(None), _T.story_id == _T.id))
    if wanted.unreviewed:
        story = sa.func.coalesce(_T.story_id, _T.id)
        statement = statement.where(~sa.exists().where(reviews.c.event_id == story))
    if wanted.real:
        marked = sa.select(mistakes.c.track_id)
        statement = statement.where(sa.or_(_T.track_id.is_(None), _T.track_id.not_in(marked)))
    return statement


def narrow_times(statement: _S, wanted: EventFilter) -> _S:
    """Only events that began in the wanted stretch of time."""
    if wanted.since is not None:
        statement = statement.where(_T.start_ms >= wanted.since_ms)
    if wanted.until is not None:
        statement = statement.where(_T.start_ms < wanted.until_ms)
    return statement


def narrow_counts(statement: _S, wanted: EventFilter) -> _S:
    """Only counts of wanted events; of all cameras together when none is named."""
    for column, values in (
        (_C.camera_id, wanted.cameras or ("",)),
        (_C.type, wanted.types),
        (_C.label, wanted.labels),
    ):
        if len(values) == 1:
            statement = statement.where(column == values[0])
        elif values:
            statement = statement.where(column.in_(values))
    return statement


def found(words: str) -> sa.Select[int]:
    """The numbers of all events that hold all the words."""
    return sa.select(FOUND.c.rowid).where(FOUND.c.event_words.op("MATCH")(match_words(words)))


def by(statement: _S, index: str) -> _S:
    """Have the database go along an index; without statistics it can only guess which is best."""
    return statement.with_hint(person_events, f"INDEXED BY ix_person_events_{index}", "sqlite")


def ways(wanted: EventFilter) -> list[tuple[EventFilter, str]]:
    """Filters that together want the same, each with the index along which its events are in order.

    Somebody is seen more rarely than something happens at a camera or of a kind.
    """
    if 1 <= len(wanted.people) <= _MOST_WAYS:
        one_each = [replace(wanted, people=(one,)) for one in dict.fromkeys(wanted.people)]
        return [(one, "person_id_start_ms") for one in one_each]
    if 1 <= len(wanted.in_zones) <= _MOST_WAYS:
        one_each = [replace(wanted, zone=one) for one in dict.fromkeys(wanted.in_zones)]
        return [(one, "zone_start_ms") for one in one_each]
    if 1 <= len(wanted.cameras) <= _MOST_WAYS:
        one_each = [replace(wanted, cameras=(one,)) for one in dict.fromkeys(wanted.cameras)]
        return [(one, "camera_id_start_ms") for one in one_each]
    if 1 <= len(wanted.types) <= _MOST_WAYS:
        one_each = [replace(wanted, types=(one,)) for one in dict.fromkeys(wanted.types)]
        return [(one, "type_start_ms") for one in one_each]
    return [(wanted, "start_ms")]
