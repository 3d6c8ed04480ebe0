"""Reading messages: which wait, what became of them, and how far who plans them has come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.records import Notification, NotificationState
from omnisight_desktop.storage.tables import bookmarks, notifications

__all__ = ["NotificationArchive"]

_N = notifications.c
_AT_ONCE = 500


class NotificationArchive:
    """The messages of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def bookmark(self, name: str) -> int | None:
        """How far somebody has come; None who never read anything."""
        statement = sa.select(bookmarks.c.seq).where(bookmarks.c.name == name)
        with self._database.read() as connection:
            found = connection.execute(statement).scalar()
        return None if found is None else int(found)

    def known(self, ids: Iterable[str]) -> dict[str, Notification]:
        """Those of these that there are, by id."""
        wanted = list(dict.fromkeys(ids))
        found: list[Notification] = []
        for begin in range(0, len(wanted), _AT_ONCE):
            some = _N.id.in_(wanted[begin : begin + _AT_ONCE])
            found += self._read(sa.select(notifications).where(some))
        return {one.id: one for one in found}

    def waiting(self, channel: str, limit: int = _AT_ONCE) -> list[Notification]:
        """What a channel is still to be told, oldest first."""
        statement = sa.select(notifications).where(
            _N.channel == channel, _N.state == NotificationState.WAITING
        )
        return self._read(statement.order_by(_N.created_ms, _N.id).limit(limit))

    def told_since(self, channel: str, since: datetime) -> list[Notification]:
        """What a channel was told since then, or is still to be told, oldest first."""
        statement = sa.select(notifications).where(
            _N.channel == channel,
            _N.created_ms >= to_ms(since),
            _N.state != NotificationState.HELD,
        )
        return self._read(statement.order_by(_N.created_ms))

    def held_before(self, told: Notification) -> int:
        """How many were held back on its channel between the message before this one and this."""
        last = (
            sa.select(sa.func.max(_N.created_ms))
            .where(_N.channel == told.channel, _N.created_ms < to_ms(told.created))
            .where(_N.state != NotificationState.HELD)
            .scalar_subquery()
        )
        statement = sa.select(sa.func.count()).where(
            _N.channel == told.channel,
            _N.state == NotificationState.HELD,
            _N.created_ms <= to_ms(told.created),
            _N.created_ms > sa.func.coalesce(last, 0),
        )
        with self._database.read() as connection:
            return int(connection.execute(statement).scalar() or 0)

    def newest(self, channel: str | None = None, limit: int = 50) -> list[Notification]:
        """The newest messages, of one channel or of all, newest first."""
        statement = sa.select(notifications)
        if channel is not None:
            statement = statement.where(_N.channel == channel)
        return self._read(statement.order_by(_N.created_ms.desc(), _N.id).limit(limit))

    def before(self, moment: datetime, limit: int = _AT_ONCE) -> list[str]:
        """The ids of messages from before a moment."""
        statement = sa.select(_N.id).where(_N.created_ms < to_ms(moment)).limit(limit)
        with self._database.read() as connection:
            return list(connection.execute(statement).scalars())

    def _read(self, statement: sa.Select[Any]) -> list[Notification]:
        with self._database.read() as connection:
            return [_notification(row) for row in connection.execute(statement)]


def _notification(row: Any) -> Notification:
    return Notification(
        id=row.id,
        event=row.event_id or "",
        channel=row.channel,
        state=NotificationState(row.state),
        topic=row.topic or "",
        created=from_ms(row.created_ms),
        due=None if row.next_ms is None else from_ms(row.next_ms),
        attempts=row.attempts,
        reason=row.reason or "",
        sent=None if row.sent_ms is None else from_ms(row.sent_ms),
    )
