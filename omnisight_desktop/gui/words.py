"""How times, lengths and things are said to people."""

from __future__ import annotations

from datetime import datetime


def clock_time(moment: datetime, now: datetime) -> str:
    """A moment as people say it: ``14:05``, ``yesterday 22:10``, ``3 May 08:15``."""
    local, today = moment.astimezone(), now.astimezone().date()
    hours = f"{local:%H:%M}"
    days = (today - local.date()).days
    if days == 0:
        return hours
    if days == 1:
        return f"yesterday {hours}"
    year = "" if local.year == today.year else f" {local.year}"
    return f"{local.day} {local:%b}{year} {hours}"


def length(seconds: float) -> str:
    """A duration in the largest unit that fits: ``12 s``, ``3 min``, ``2 h 5 min``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def thing(label: str | None) -> str:
    """A label at the beginning of a line."""
    return (label or "something").replace("_", " ").capitalize()


def number(count: int) -> str:
    """A whole number as it is read at a glance: ``12 345``."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def amount(count: float) -> str:
    """Bytes as people read them: ``34.5 MB``."""
    for unit, worth in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= worth:
            return f"{count / worth:.1f} {unit}"
    return f"{count:.0f} B"
