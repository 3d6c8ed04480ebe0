"""Where a scale of time has its marks, and how they are called, from years down to pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.gui.words import date, month

_S, _MIN, _HOUR, _DAY = 1000.0, 60_000.0, 3_600_000.0, 86_400_000.0
_STEPS = (
    10.0, 20.0, 50.0, 100.0, 200.0, 500.0, _S, 2 * _S, 5 * _S, 10 * _S, 15 * _S, 30 * _S,
    _MIN, 2 * _MIN, 5 * _MIN, 10 * _MIN, 15 * _MIN, 30 * _MIN,
    _HOUR, 2 * _HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR, _DAY, 2 * _DAY, 7 * _DAY,
)  # fmt: skip
_MONTHS = (1, 3, 6, 12, 24, 60)
_LEAST_PX = 84  # from mark to mark
_MOST = 400


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the scale; a bold one begins a day, a year or a minute."""

    at_ms: float
    words: str
    bold: bool


def marks(since_ms: float, until_ms: float, width: int) -> list[Mark]:
    """The marks of a stretch of time that is so many pixels wide."""
    wanted = (until_ms - since_ms) / max(1, width) * _LEAST_PX
    step = next((one for one in _STEPS if one >= wanted), None)
    if step is None:
        months = next((m for m in _MONTHS if m * 30 * _DAY >= wanted), _MONTHS[-1])
        found = _by_months(since_ms, until_ms, months)
    elif step >= _DAY:
        found = _by_days(since_ms, until_ms, round(step / _DAY))
    else:
        found = _by_clock(since_ms, until_ms, step)
    return [mark for mark, _ in zip(found, range(_MOST), strict=False)]


def _by_clock(since_ms: float, until_ms: float, step: float) -> Iterator[Mark]:
    # By the clock on the wall: marks stand on full hours in every zone.
    offset = from_ms(round(since_ms)).astimezone().utcoffset() or timedelta()
    shift = offset.total_seconds() * 1000
    at = ((since_ms + shift) // step) * step - shift
    while at <= until_ms:
        local = from_ms(round(at)).astimezone()
        midnight = (local.hour, local.minute, local.second) == (0, 0, 0) and step >= _MIN
        if midnight:
            words = date(local)
        elif step >= _MIN:
            words = f"{local:%H:%M}"
        elif step >= _S:
            words = f"{local:%H:%M:%S}"
        else:
            words = f"{local:%H:%M:%S}.{local.microsecond // 10_000:02d}"
        bold = midnight or (step < _MIN and local.second == 0 and local.microsecond < 1000)
        yield Mark(at, words, bold)
        at += step


def _by_days(since_ms: float, until_ms: float, days: int) -> Iterator[Mark]:
    local = from_ms(round(since_ms)).astimezone().replace(tzinfo=None)
    day = datetime(local.year, local.month, local.day)  # noqa: DTZ001 - by the calendar
    day -= timedelta(days=(day.toordinal() - 1) % days)
    while (at := _ms(day)) <= until_ms:
        yield Mark(at, date(day), bold=day.day == 1 or day.weekday() == 0)
        day += timedelta(days=days)


def _by_months(since_ms: float, until_ms: float, months: int) -> Iterator[Mark]:
    local = from_ms(round(since_ms)).astimezone()
    number = (local.year * 12 + local.month - 1) // months * months
    while number // 12 < 9999:
        day = datetime(number // 12, number % 12 + 1, 1)  # noqa: DTZ001 - by the calendar
        at = _ms(day)
        if at > until_ms:
            return
        words = f"{day:%Y}" if day.month == 1 else month(day)
        yield Mark(at, words, bold=day.month == 1)
        number += months


def _ms(day: datetime) -> float:
    return day.astimezone().timestamp() * 1000
