"""Which questions about people are not to be asked again, by their keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import set_aside

Change = Callable[[sa.Connection], frozenset[str]]


def put_aside(question: str, now: datetime) -> Change:
    """It is not to be asked from now on."""

    def change(connection: sa.Connection) -> frozenset[str]:
        connection.execute(sa.delete(set_aside).where(set_aside.c.question == question))
        connection.execute(sa.insert(set_aside).values(question=question, at_ms=to_ms(now)))
        return frozenset()

    return change


def taken_up(question: str) -> Change:
    """It may be asked again."""

    def change(connection: sa.Connection) -> frozenset[str]:
        connection.execute(sa.delete(set_aside).where(set_aside.c.question == question))
        return frozenset()

    return change


def all_put_aside(database: Database) -> frozenset[str]:
    """Those that are not to be asked."""
    with database.read() as connection:
        return frozenset(connection.execute(sa.select(set_aside.c.question)).scalars())
