"""What a sentence claims of who, where and when, to be held against what it rests on.

Days and parts of days are the same in every language that is known here; what is shown to a model says
by :func:`day_words` on which days it happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from omnisight_desktop.chat.understanding.language import LANGUAGES, fold, language

_ARTICLES = "the|an?|der|die|das|de[nms]|eine?|einen|im|am|zum|zur"
_HALF = re.compile(r"\b(\d{1,2}):(\d{2})\s?([ap])\.?\s?m\b", re.IGNORECASE)
_PARTS = {"morning": (5, 12), "afternoon": (12, 18), "evening": (17, 24), "night": (20, 30)}
_MOST_DAYS = 62  # of a longer stretch every day is said to be in it
_SHORTEST = 3  # letters of a part of a name that stands for somebody


@dataclass(frozen=True, slots=True)
class Names:
    """What people and cameras are called here; people of several names go by each of them, too."""

    wholes: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, people: Iterable[str], cameras: Iterable[str]) -> Names:
        """Those of a house."""
        people = tuple(people)
        words = {word for name in people if " " in name for word in re.findall(r"[^\W\d_]+", name)}
        numbered = {name.split()[0] for name in people if re.fullmatch(r"\w+ \d+", name)}
        parts = frozenset(word for word in words - numbered if len(word) >= _SHORTEST)
        return cls(frozenset(one for one in (*people, *cameras) if one), parts)


NO_NAMES = Names()


def names_in(text: str, names: Names, *, anywhere: bool = False) -> set[str]:
    """The people and cameras that a text names: as they are written or small behind an article;
    ``anywhere``, however they stand there."""
    found = set()
    for name in names.wholes | names.parts:
        end, own = r"(?:'?s|es)?(?!\w)", re.escape(name)
        forms = [rf"(?<!\w){own}{end}", rf"\b(?i:{_ARTICLES}) {re.escape(name.lower())}{end}"]
        if any(re.search(form, text) for form in forms) or (
            anywhere and re.search(forms[0], text, re.IGNORECASE)
        ):
            found.add(name.casefold())
    return found


def times_in(text: str) -> set[str]:
    """Times that say which half of the day they are of, on the clock of 24 hours."""
    found = set(re.findall(r"(?<!\d)\d{1,2}:\d{2}(?!\d)(?!\s?[ap]\.?\s?m\b)", text, re.IGNORECASE))
    for hour, minute, half in _HALF.findall(text):
        found.add(f"{int(hour) % 12 + (12 if half.lower() == 'p' else 0)}:{minute}")
    return {re.sub(r"^0(?=\d)", "", one) for one in found}


def days_in(text: str) -> set[str]:
    """Weekdays, months, days such as yesterday, and parts of a day that a text speaks of."""
    folded = fold(text)
    return {key for key, pattern in _patterns() if pattern.search(text if " " in key else folded)}


def day_words(since: datetime, until: datetime | None, now: datetime) -> str:
    """Everything that may be said of when something was, in words of every language."""
    end = until or since
    days = min((end.date() - since.date()).days, _MOST_DAYS)
    keys: set[str] = set()
    for back in range(days + 1):
        keys |= _keys_of(since.date() + timedelta(days=back), now.date())
    for part, (begin, over) in _PARTS.items():
        if _touches(since, end, begin, over):
            keys.add(part)
    if since.hour < _PARTS["morning"][0] + 1:  # the night of the day before
        keys |= _keys_of(since.date() - timedelta(days=1), now.date()) | {"night"}
    return " ".join(_say(key) for key in sorted(keys))


def every_day() -> str:
    """Of a search that nothing narrows."""
    return " ".join(_say(key) for key, _ in _patterns())


def _keys_of(day: date, today: date) -> set[str]:
    keys = {f"weekday {day.weekday()}", f"month {day.month}"}
    ago = {0: "today", 1: "yesterday", 2: "before_yesterday"}.get((today - day).days)
    return keys | ({ago} if ago else set())


def _touches(since: datetime, until: datetime, begin: int, over: int) -> bool:
    midnight = since.replace(hour=0, minute=0, second=0, microsecond=0)
    for day in range(-1, (until.date() - since.date()).days + 1):
        first = midnight + timedelta(days=day, hours=begin)
        if since < midnight + timedelta(days=day, hours=over) and until >= first:
            return True
    return False


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    forms: dict[str, list[str]] = {}
    for code in LANGUAGES:
        spoken = language(code)
        for kind, told in (("weekday", "weekday_names"), ("month", "month_names")):
            for place, name in enumerate(spoken.data["calendar"][told]):
                key = f"{kind} {place + (kind == 'month')}"
                forms.setdefault(key, []).append(name)
        for key, words in spoken.data["proof"].items():
            forms.setdefault(key, []).extend(words)
    return [(key, re.compile(rf"\b(?:{'|'.join(some)})s?\b")) for key, some in forms.items()]


@lru_cache(maxsize=64)
def _say(key: str) -> str:
    kind, _, place = key.partition(" ")
    spoken = language(LANGUAGES[0])
    if kind in ("weekday", "month") and place.isdigit():
        names = spoken.data["calendar"][f"{kind}_names"]
        return str(names[int(place) - (kind == "month")])
    return re.sub(r"\(\?<!.*?\)|s\?$", "", str(spoken.data["proof"][key][0]))
