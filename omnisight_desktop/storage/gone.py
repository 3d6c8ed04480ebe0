"""Nothing that was on its way when somebody was forgotten is stored as theirs, whenever it arrives.

Who is gone is known to the one who writes, for as long as it runs, and stands nowhere on the disk: what
follows a restart is on its way from nobody who had seen them.
"""

from __future__ import annotations

import re

from omnisight_desktop.storage.batch import ERASE, Row
from omnisight_desktop.storage.forget import SOMEBODY, Remains

#: Of each kind that names people, the columns in which it does, and whether it goes as a whole.
_WHOLE = {
    "person": ("id",),
    "face": ("person_id",),
    "sighting": ("person_id",),
    "heard_name": ("person_id",),
}
_UNNAMED = {
    "sighting": ("likely_id",),
    "event": ("person_id",),
    "track": ("person_id",),
}


class Gone:
    """Those who were forgotten, and what happened with them."""

    def __init__(self) -> None:
        self._people: set[str] = set()
        self._events: set[str] = set()
        self._names: list[re.Pattern[str]] = []

    def add(self, remains: Remains) -> None:
        """Somebody who was forgotten just now."""
        self._people |= remains.people
        self._events |= remains.under_way
        self._names.append(remains.called.pattern)

    def without(self, rows: list[Row]) -> list[Row]:
        """The rows that may be stored; what names somebody who is gone names nobody."""
        if not self._people:
            return rows
        return [row for one in rows if (row := self._left(one)) is not None]

    def _left(self, row: Row) -> Row | None:
        kind, columns, cells = row
        if kind.startswith(ERASE):
            return row
        if any(cells[columns.index(one)] in self._people for one in _WHOLE.get(kind, ())):
            return None
        if kind == "event_poses" and cells[columns.index("event_id")] in self._events:
            return None
        named = [columns.index(one) for one in _UNNAMED.get(kind, ())]
        if not any(cells[place] in self._people for place in named):
            return row
        told = [None if n in named and c in self._people else c for n, c in enumerate(cells)]
        if kind == "event":
            self._events.add(str(cells[columns.index("id")]))  # how they moved in it is to come
            place = columns.index("text")
            told[place] = self._struck(cells[place])
        return kind, columns, tuple(told)

    def _struck(self, text: str | None) -> str | None:
        for names in self._names:
            text = names.sub(SOMEBODY, text) if text else text
        return text
