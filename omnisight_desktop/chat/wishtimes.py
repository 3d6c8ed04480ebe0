"""When a wish holds: until when, at which hours of the day, and how long somebody has to stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from omnisight_desktop.chat.toolbox import Around
from omnisight_desktop.chat.understanding.language import Language
from omnisight_desktop.chat.understanding.link import TAKEN

STAYS = re.compile(r"\b(?:stays?|stands?|lingers?|loiters?|parks?|parked|bleibt|steht|parkt)\b")
_CLOCK = r"\d{1,2}(?::\d\d)? ?(?:am|pm|uhr|o ?clock)?"
_BETWEEN = re.compile(
    rf"\b(?:between|from|zwischen|von) (?P<one>{_CLOCK}) (?:and|to|until|till|und|bis) (?P<two>{_CLOCK})"
)
_NIGHTS = re.compile(r"\b(?:at night|in the night|nights|nachts|in der nacht)\b")
_TONIGHT = re.compile(r"\b(?:tonight|this evening|heute abend|heute nacht)$")
_TODAY = re.compile(r"\b(?:today|heute)$")
_UNTIL = re.compile(r"\b(?:until|till|bis)\b (?P<end>.+)$")
_BY = re.compile(r"\b(?:by|before|vor)\b (?P<end>.+)$")
_FOR = re.compile(
    r"\b(?:for the next|in the next|within the next|die naechsten|in den naechsten)\b "
    r"(?P<n>\d+|[a-z]+)? ?(?P<unit>hours?|days?|weeks?|stunden?|tagen?|wochen?)\b"
)
_AS_LONG = re.compile(
    r"\b(?:for |laenger als |seit )?(?:more than |at least |longer than |mindestens |laenger als )?"
    r"(?P<n>\d+|an?|[a-z]+) (?P<unit>seconds?|minutes?|hours?|sekunden?|minuten?|stunden?)\b(?: lang)?"
)
_UNITS = {"h": 3600, "s": 3600, "d": 86_400, "t": 86_400, "w": 7 * 86_400}
_NIGHT, _EVENING = (time(22), time(6)), (time(18), time(0))


@dataclass
class Reading:
    """A wish as far as it is understood; ``rest`` is what is not."""

    rest: str
    until: datetime | None = None
    hours: tuple[time, time] | None = None
    stay_s: float | None = None

    def cut(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Take out what fits."""
        found = pattern.search(self.rest)
        if found is not None:
            self.rest = f"{self.rest[: found.start()]} {TAKEN} {self.rest[found.end() :]}".strip()
        return found


def read_times(read: Reading, around: Around, spoken: Language) -> bool:
    """Take the times out of it; False where they are not understood."""
    if not _read_hours(read) or not _read_end(read, around, spoken):
        return False
    if STAYS.search(read.rest) and (found := read.cut(_AS_LONG)):
        unit = 1 if found["unit"].startswith("se") else 60 if found["unit"][0] == "m" else 3600
        read.stay_s = float(spoken.number(found["n"]) * unit)
    return True


def _read_hours(read: Reading) -> bool:
    if found := read.cut(_BETWEEN):
        one, two = _clock(found["one"]), _clock(found["two"])
        if one is None or two is None:
            return False
        read.hours = (one, two)
    elif read.cut(_NIGHTS):
        read.hours = _NIGHT
    return True


def _read_end(read: Reading, around: Around, spoken: Language) -> bool:
    midnight = _later(around.now.astimezone(around.zone), time(0))
    if found := read.cut(_FOR):
        number = spoken.number(found["n"]) if found["n"] else 1
        try:
            read.until = around.now + timedelta(seconds=number * _UNITS[found["unit"][0]])
        except OverflowError:  # longer than there are years
            return False
    elif found := _UNTIL.search(read.rest):
        read.rest, read.until = read.rest[: found.start()], _moment(found["end"], around, spoken)
        return read.until is not None
    elif (found := _BY.search(read.rest)) and (end := _moment(found["end"], around, spoken)):
        read.rest, read.until = read.rest[: found.start()], end
    elif read.cut(_TONIGHT):
        read.hours, read.until = read.hours or _EVENING, midnight
    elif read.cut(_TODAY):
        read.until = midnight
    return True


def _later(local: datetime, at: time) -> datetime:
    end = local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return end if end > local else end + timedelta(days=1)


def _clock(words: str) -> time | None:
    """A time of day as it is written."""
    found = re.fullmatch(r"(?:at |um )?(\d{1,2})(?::(\d\d))? ?(am|pm|uhr|o ?clock)?", words.strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    hour = int(found[1])
    if found[3] in ("am", "pm"):
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, int(found[2] or 0))


def _moment(words: str, around: Around, spoken: Language) -> datetime | None:
    local = around.now.astimezone(around.zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    days = {
        "tonight": 1,
        "heute abend": 1,
        "midnight": 1,
        "mitternacht": 1,
        "tomorrow": 2,
        "morgen": 2,
    }
    for word, ahead in days.items():
        if words.strip() == word:
            return midnight + timedelta(days=ahead)
    for number, pattern in enumerate(spoken.data["calendar"]["weekdays"]):
        if re.fullmatch(pattern, words.strip()):
            return midnight + timedelta(days=(number - local.weekday() - 1) % 7 + 2)
    clock = _clock(words)
    return None if clock is None else _later(local, clock)
