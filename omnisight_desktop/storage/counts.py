"""Reading how often lines were crossed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import line_counts

_T = line_counts.c
_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Crossings:
    """How often a line was crossed each way in an hour, by whoever counted."""

    rule: str
    line: str
    hour: datetime
    inward: int
    outward: int


class CountArchive:
    """What was counted, in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hours(self, camera: str, since: datetime, until: datetime) -> list[Crossings]:
        """The hours of a stretch of time in which lines of a camera were crossed, oldest first."""
        statement = (
            sa.select(
                _T.rule_id, _T.line, _T.hour_ms, sa.func.sum(_T.inward), sa.func.sum(_T.outward)
            )
            .where(_T.camera_id == camera)
            .where(_T.hour_ms > to_ms(since) - _HOUR_MS, _T.hour_ms < to_ms(until))
            .group_by(_T.hour_ms, _T.rule_id, _T.line)
            .order_by(_T.hour_ms, _T.rule_id, _T.line)
        )
        with self._database.read() as connection:
            return [
                Crossings(rule, line, from_ms(hour_ms), inward, outward)
                for rule, line, hour_ms, inward, outward in connection.execute(statement)
            ]
