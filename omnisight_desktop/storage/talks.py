"""Reading what was asked and answered, and what left this computer for it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.records import Conversation, LedgerEntry, Message
from omnisight_desktop.storage.tables import conversations, ledger, messages

_M = messages.c
_L = ledger.c


class TalkArchive:
    """The conversations of one database, and its ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, limit: int = 50) -> list[Conversation]:
        """The conversations that began last, first."""
        statement = sa.select(conversations).order_by(
            conversations.c.created_ms.desc(), conversations.c.id.desc()
        )
        with self._database.read() as connection:
            rows = connection.execute(statement.limit(limit)).all()
        return [_conversation(row) for row in rows]

    def get(self, conversation: str) -> Conversation | None:
        """One conversation."""
        statement = sa.select(conversations).where(conversations.c.id == conversation)
        with self._database.read() as connection:
            row = connection.execute(statement).first()
        return None if row is None else _conversation(row)

    def messages(self, conversation: str) -> list[Message]:
        """Everything that was said in one, as it was kept: clocks step back, and turns may be asked as of
        the same moment."""
        statement = (
            sa.select(messages)
            .where(_M.conversation_id == conversation)
            .order_by(sa.literal_column("messages.rowid"))
        )
        with self._database.read() as connection:
            return [_message(row) for row in connection.execute(statement)]

    def spent(self, purpose: str, since: datetime) -> int:
        """What requests for that have cost since then, in millionths of a US dollar."""
        statement = sa.select(sa.func.coalesce(sa.func.sum(_L.micro_usd), 0)).where(
            _L.purpose == purpose, _L.at_ms >= to_ms(since)
        )
        with self._database.read() as connection:
            return int(connection.execute(statement).scalar_one())

    def ledger(self, purpose: str, limit: int = 100) -> list[LedgerEntry]:
        """The newest requests for that, the newest first."""
        statement = sa.select(ledger).where(_L.purpose == purpose).order_by(_L.seq.desc())
        with self._database.read() as connection:
            rows = connection.execute(statement.limit(limit)).all()
        return [
            LedgerEntry(
                from_ms(row.at_ms), row.destination, row.purpose, row.bytes_out, row.bytes_in,
                row.detail, row.micro_usd,
            )
            for row in rows
        ]  # fmt: skip


def _conversation(row: Any) -> Conversation:
    return Conversation(row.id, row.title, from_ms(row.created_ms))


def _message(row: Any) -> Message:
    cited = tuple(str(one) for one in json.loads(row.cited or "[]"))
    return Message(
        row.id, row.conversation_id, row.role, row.content, from_ms(row.created_ms), cited,
        row.told or "", row.place,
    )  # fmt: skip
