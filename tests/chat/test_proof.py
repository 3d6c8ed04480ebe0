"""Sentences are told once they are whole and hold, however they come in pieces."""

from __future__ import annotations

import pytest

from omnisight_desktop.chat.proof import Sieve, harmless

SHOWN = {
    "E1": "Anna Porch Sunday 2026-05-03 11:00",
    "E2": "a car Yard Saturday 2026-05-02 18:05 06:05 2 5 2026",
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
