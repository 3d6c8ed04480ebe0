"""Time phrases, resolved in the user's zone with the clock passed in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from omnisight_desktop.chat.understanding.query import Span

_UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "ten": 10,
}
_PARTS = {
    "morning": (time(5), time(12)),
    "afternoon": (time(12), time(18)),
    "evening": (time(17), time(23)),
    "night": (time(20), time(6)),
}


def find_span(text: str, now: datetime, zone: tzinfo) -> Span | None:
    """The stretch of time that a question speaks of, or None if it speaks of none."""
    local = now.astimezone(zone)
    for pattern, resolve in _PHRASES:
        match = re.search(pattern, text)
        if match:
            since, until = resolve(match, local)
            return Span(since.astimezone(UTC), until.astimezone(UTC), match.group(0).strip())
    return None


def _at(day: date, clock: time, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, clock, zone)


def _part(day: date, part: str, now: datetime) -> tuple[datetime, datetime]:
    begin, end = _PARTS[part]
    last_day = day + timedelta(days=1) if end < begin else day
    return _at(day, begin, now.tzinfo), _at(last_day, end, now.tzinfo)


def _day(day: date, now: datetime) -> tuple[datetime, datetime]:
    return _at(day, time(), now.tzinfo), _at(day + timedelta(days=1), time(), now.tzinfo)


def _last(match: re.Match[str], now: datetime) -> tuple[datetime, datetime]:
    count = match.group("count") or "one"
    amount = int(count) if count.isdigit() else _NUMBERS[count]
    # In UTC, for between two readings of a wall clock an hour may be missing or come twice.
    since = now.astimezone(UTC) - timedelta(seconds=amount * _UNITS[match.group("unit")])
    return since, now


def _part_of_day(match: re.Match[str], now: datetime) -> tuple[datetime, datetime]:
    day = now.date() - timedelta(days=1 if match.group("day").startswith("yesterday") else 0)
    return _part(day, match.group("part"), now)


def _this_week(_: re.Match[str], now: datetime) -> tuple[datetime, datetime]:
    monday = now.date() - timedelta(days=now.weekday())
    return _at(monday, time(), now.tzinfo), now


_PHRASES: list[tuple[str, Callable[[re.Match[str], datetime], tuple[datetime, datetime]]]] = [
    (r"\b(?P<day>yesterday|this) (?P<part>morning|afternoon|evening|night)\b", _part_of_day),
    (r"\blast night\b", lambda _, now: _part(now.date() - timedelta(days=1), "night", now)),
    (r"\btonight\b", lambda _, now: _part(now.date(), "night", now)),
    (r"\btoday\b", lambda _, now: _day(now.date(), now)),
    (r"\byesterday\b", lambda _, now: _day(now.date() - timedelta(days=1), now)),
    (r"\bthis week\b", _this_week),
    (
        r"\b(?:in |within |during )?(?:the )?(?:last|past) "
        r"(?:(?P<count>\d{1,4}|one|two|three|four|five|six|ten) )?"
        r"(?P<unit>second|minute|hour|day|week)s?\b",
        _last,
    ),
]
