"""By what somebody is named in a text: their id, all names that they ever had, and their longer words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

_SHORTEST_WORD = 3  # of a name of several words; shorter ones stand for anything


@dataclass(frozen=True, slots=True)
class Called:
    """How a text that names somebody is recognised, whatever its capitals and accents are made of."""

    pattern: re.Pattern[str]
    likes: tuple[str, ...]  # for the database: each text with a name in it is like one of them
    wholes: tuple[str, ...]  # ids and whole names, for what is only looked through byte by byte


def called(ids: Collection[str], names: Iterable[str]) -> Called:
    """What names somebody of these ids and names."""
    names = tuple(dict.fromkeys(names))
    words = [word for name in names for word in name.split()[: None if " " in name else 0]]
    words = [word for word in words if len(word) >= _SHORTEST_WORD]
    known = [*sorted(ids), *sorted({*names, *words}, key=len, reverse=True)]
    patterns = [_pattern(spelt) for one in known for spelt in _spellings(one)]
    return Called(
        re.compile("|".join(patterns), re.IGNORECASE),
        tuple(dict.fromkeys(_like(one) for one in known)),
        tuple(dict.fromkeys(spelt for one in (*sorted(ids), *names) for spelt in _spellings(one))),
    )


def _spellings(word: str) -> list[str]:
    """With accents that are part of a letter, and with such as follow it."""
    return list(dict.fromkeys(unicodedata.normalize(form, word) for form in ("NFC", "NFD")))


def _pattern(word: str) -> str:
    spaced = r"\s+".join(map(re.escape, word.split()))
    return rf"(?<!\w){spaced}(?!\w)"


def _like(word: str) -> str:
    """SQLite tells capitals apart in all letters but the plain ones: any letter may stand there."""
    safe = (c if c.isascii() and c not in "%_\\" and not c.isspace() else "%" for c in word)
    return re.sub("%+", "%", f"%{''.join(safe)}%")
