"""Hours as people write them in a setting: ``mon-fri 08:00-18:00``, ``sat,sun 22:00-06:00``, ``20:00-06:00``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.rules.schedule import EVERY_DAY, Hours, Schedule

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = "|".join(_DAYS)
_SPAN = re.compile(
    rf"(?:(?P<days>(?:{_DAY})(?:[-,](?:{_DAY}))*)\s+)?"
    r"(?P<from>(?:[01]\d|2[0-3]):[0-5]\d)-(?P<to>(?:[01]\d|2[0-3]):[0-5]\d|24:00)"
)


def schedule_of(spans: Iterable[str]) -> Schedule:
    """All these hours together."""
    return Schedule(tuple(hours_of(span) for span in spans))


def hours_of(span: str) -> Hours:
    """The hours that were written so."""
    found = _SPAN.fullmatch(span.strip().lower())
    if found is None:
        raise UsageError(
            f"'{span}' are no hours.", fix="Write them as 'mon-fri 08:00-18:00' or '22:00-06:00'."
        )
    days = tuple(_days(found["days"])) if found["days"] else EVERY_DAY
    return Hours(_time(found["from"]), _time(found["to"]), days)


def _days(words: str) -> list[int]:
    days: set[int] = set()
    for part in words.split(","):
        ends = [_DAYS.index(word) for word in part.split("-")]
        last = ends[0]
        days.add(last)
        for end in ends[1:]:
            while last != end:  # over the end of the week, where it goes so
                last = (last + 1) % 7
                days.add(last)
    return sorted(days)


def _time(word: str) -> time:
    return time.fromisoformat("00:00" if word == "24:00" else word)
