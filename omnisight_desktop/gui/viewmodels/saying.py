"""The small words of rules: things, lengths of time and days, said and understood."""

from __future__ import annotations

import re
from datetime import time

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.services.naming import one

_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]*)")
_UNITS = {"": 1, "s": 1, "sec": 1, "min": 60, "m": 60, "h": 3600, "std": 3600, "d": 86400}
_SPAN = re.compile(r"(\d{1,2})(?::(\d\d))?\s*[-–]\s*(\d{1,2})(?::(\d\d))?")


def one_of(label: str) -> str:
    """One such thing, as it stands in a sentence."""
    known = {
        "person": tr("a person"),
        "car": tr("a car"),
        "truck": tr("a truck"),
        "bus": tr("a bus"),
        "bicycle": tr("a bicycle"),
        "motorcycle": tr("a motorcycle"),
        "cat": tr("a cat"),
        "dog": tr("a dog"),
        "bird": tr("a bird"),
        "vehicle": tr("a vehicle"),
        "animal": tr("an animal"),
    }
    return known.get(label) or one(label)


def seconds_said(seconds: float) -> str:
    """A length of time in the largest unit that fits without a rest: ``90 s``, ``5 min``, ``2 h``."""
    for unit, worth in (("h", 3600), ("min", 60)):
        if seconds >= worth and seconds % worth == 0:
            return f"{seconds / worth:g} {unit}"
    return f"{seconds:g} s"


def seconds_meant(text: str) -> float:
    """The length of time that somebody wrote."""
    found = _LENGTH.fullmatch(text.strip().casefold())
    if found is None or found[2] not in _UNITS:
        raise UsageError(tr("'{text}' is no length of time.", text=text), fix=tr("Such as 45 s."))
    return float(found[1].replace(",", ".")) * _UNITS[found[2]]


def hours_meant(text: str) -> tuple[time, time]:
    """The hours that somebody wrote, from when until when."""
    found = _SPAN.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        begin = time(int(found[1]), int(found[2] or 0))
        return begin, time(int(found[3]) % 24, int(found[4] or 0))
    except ValueError:
        told = tr("'{text}' are no hours.", text=text)
        raise UsageError(told, fix=tr("Such as 22:00-06:00.")) from None


def days_said(days: tuple[int, ...]) -> str:
    """Days of the week; Monday is 0."""
    names = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    return ", ".join(names[day] for day in sorted(days))


def speech_lost(count: float) -> str:
    """That more was said than could be written down."""
    if count == 1:
        return tr("One thing that was said was not written down: too much was said at once.")
    return tr(
        "{count} things that were said were not written down: too much was said at once.",
        count=round(count),
    )
