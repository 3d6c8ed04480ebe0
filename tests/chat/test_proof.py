"""Sentences are told once they are whole and hold, however they come in pieces."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from omnisight_desktop.chat.evidence import Names, day_words
from omnisight_desktop.chat.proof import Sieve, harmless

SHOWN = {
    "E1": "Anna Porch Sunday 2026-05-03 11:00",
    "E2": "a car Yard Saturday May 2026-05-02 18:05 06:05 2 5 2026",
    "S1": "3 3 events today 3",
}


def told(text: str, piece: int = 1000) -> list[str]:
    sieve = Sieve(SHOWN, "who came on 3 May?")
    found = []
    for begin in range(0, len(text), piece):
        found += [one.text for one in sieve.hear(text[begin : begin + piece])]
    return found + [one.text for one in sieve.close()]


@pytest.mark.parametrize("piece", [1, 2, 7, 1000])
@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Anna came at 11:00 [E1].", ["Anna came at 11:00."]),
        ("Anna came at 11:00. [E1]", ["Anna came at 11:00."]),
        ("Anna came. [E1] A car came at 18:05. [E2]", ["Anna came.", "A car came at 18:05."]),
        ("Anna came [E1]! A car, too [E1, E2].", ["Anna came!", "A car, too."]),
        ("A car came at 6:05 p.m. on the yard [E2].", ["A car came at 6:05 p.m. on the yard."]),
        ("Das Auto kam am 2. Mai um 18:05 [E2].", ["Das Auto kam am 2. Mai um 18:05."]),
        ("- Anna [E1]\n- a car [E2]\n", ["- Anna", "- a car"]),
        ("1. Anna [E1]\n2. a car [E2]", ["1. Anna", "2. a car"]),
        ("There were three events [S1].", ["There were three events."]),
        ("There were 4 events [S1].", []),
        ("Anna came at 11:05 [E1].", []),
        ("Let me see. Anna came [E1].", ["Anna came."]),
        ("Anna came [E3]. Anna came [E1, E3].", []),
        ("", []),
        ("...", []),
    ],
)
def test_only_what_holds_is_told(text: str, sentences: list[str], piece: int) -> None:
    assert told(text, piece) == sentences


NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
HOUSE = Names.of(("Anna Berg", "Anna Novak", "Ben", "Courier", "Visitor 7"), ("Front Door", "Hall"))
AT_HOME = {
    "E1": "Anna Berg Hall Saturday 2026-05-02 18:05 06:05 PM 2 5 2026 "
    + day_words(NOW - timedelta(hours=17, minutes=55), None, NOW),
    "E2": "Courier Front Door Sunday 2026-05-03 11:00 11:00 AM 3 5 2026 "
    + day_words(NOW - timedelta(hours=1), None, NOW),
}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Anna Berg was in the hall yesterday evening at 18:05 [E1].", True),
        ("Anna was in the Hall on Saturday, 2 May, at 6:05 p.m. [E1].", True),
        ("Anna war am Samstag um 18:05 im Hall, also gestern Abend [E1].", True),
        ("The courier came to the front door this morning [E2].", True),
        ("First Anna came, then the courier [E1, E2].", True),
        ("Ben was in the hall [E1].", False),
        ("Anna Novak was in the hall [E1].", False),
        ("Visitor 7 was in the hall [E1].", False),
        ("Anna was at the front door [E1].", False),
        ("Anna was there with the courier [E1].", False),
        ("Anna was there today [E1].", False),
        ("Anna war heute da [E1].", False),
        ("Anna was there on Friday [E1].", False),
        ("Anna was there on 2 June [E1].", False),
        ("Anna was there in the morning [E1].", False),
        ("Anna was there at 6:05 a.m. [E1].", False),
        ("Anna was there at 17:00 [E1].", False),
        ("You may see that Anna was there [E1].", True),
    ],
)
def test_people_places_times_and_days_are_those_of_the_proof(text: str, holds: bool) -> None:
    sieve = Sieve(AT_HOME, "was anybody there at 17:00?", HOUSE)
    assert len(sieve.hear(text) + sieve.close()) == holds


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("see ![x](http://a/b) it", "see  it"),
        ("see [here](javascript:x) it", "see here it"),
        ("see https://a.example/?q=1 it", "see  it"),
        ("a <img src=x onerror=y> b", "a  b"),
        ("see ![x]<y>(//a.example/b) it", "see  it"),
        ("see ![a[b]c](//a.example/b) it", "see ![a[b]c] (//a.example/b) it"),
    ],
)
def test_nothing_that_could_carry_words_away_is_left(text: str, left: str) -> None:
    assert harmless(text) == left


def test_a_number_of_any_length_is_compared() -> None:
    digits = "7" * 5000
    sieve = Sieve({"E1": digits}, "what was said?")
    sieve.hear(f"Somebody said {digits} [E1].")
    sieve.close()
    assert len(sieve.told) == 1
