"""Finding what somebody means from a few letters of it."""

from __future__ import annotations

from dataclasses import dataclass

_AT_BEGIN = 8.0
_AT_WORD = 6.0
_IN_A_ROW = 4.0
_LATE = 0.05  # for each letter before the first that fits
_BETWEEN = 0.2  # for each letter that is passed over


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text fits, and which of its letters do."""

    score: float
    places: tuple[int, ...]


def match(wanted: str, text: str) -> Match | None:
    """How well a text fits; None where it does not hold the letters in their order.

    Each word that was typed is looked for by itself, in any order: ``dark th`` finds ``Theme: dark``.
    """
    # A letter that folds into two has no place of its own.
    fold = str.casefold if len(text.casefold()) == len(text) else str.lower
    whole, score, places = fold(text), 0.0, set[int]()
    for word in fold(wanted).split():
        found = _word(word, whole)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
    return Match(score - len(text) * 0.01, tuple(sorted(places)))


def _word(word: str, whole: str) -> Match | None:
    """The best of the ways to find one word: each begins where its first letter stands."""
    ways = (_from(word, whole, at) for at, letter in enumerate(whole) if letter == word[0])
    return max((way for way in ways if way), key=lambda way: way.score, default=None)


def _from(word: str, whole: str, begin: int) -> Match | None:
    places: list[int] = []
    score, at = -_LATE * begin, begin
    for letter in word:
        place = whole.find(letter, at)
        if place < 0:
            return None
        score += _worth(whole, place, places) - _BETWEEN * (place - at)
        places.append(place)
        at = place + 1
    return Match(score, tuple(places))


def _worth(whole: str, place: int, before: list[int]) -> float:
    if place == 0:
        return _AT_BEGIN
    if not whole[place - 1].isalnum():
        return _AT_WORD
    return _IN_A_ROW if before and before[-1] == place - 1 else 1.0
