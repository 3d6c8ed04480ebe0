"""The window speaks the language of its file, and passes on in it what the house below says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.gui.tongue import noted, speak, told, tr

WORDS = {
    "all well": "alles gut",
    "{up} of {all} up": "{up} von {all} da",
    "{f0} answers, but sends no video.": "{f0} antwortet, sendet aber kein Video.",
    "{f0} sends {f1}.": "{f0} sendet {f1}.",
    "{day} {month}": "{day}. {month}",
    "{f0} on {f1}": "{f0} auf {f1}",
    "{what} {where} for {seconds}": "{what} {where}, {seconds} lang",
    "Nothing: {f0}": "Nichts: {f0}",
    "It is called again by itself.": "Es wird von selbst wieder versucht.",
    "No film of {f0} on {f1}. {f0} stays.": "Kein Film von {f0} am {f1}. {f0} bleibt.",
}


@pytest.fixture(autouse=True)
def speaking(tmp_path: Path) -> Iterator[None]:
    messages = "".join(
        f"<message><source>{one}</source><translation>{other}</translation></message>"
        for one, other in WORDS.items()
    )
    file = tmp_path / "de.ts"
    file.write_text(f'<TS version="2.1"><context>{messages}</context></TS>', "utf-8")
    speak(file)
    yield
    speak(None)


def test_words_and_their_fields() -> None:
    assert tr("all well") == "alles gut"
    assert tr("{up} of {all} up", up=3, all=4) == "3 von 4 da"


def test_what_is_not_in_the_file_stays_english() -> None:
    assert tr("{count} cameras", count=2) == "2 cameras"
    assert told("Something else.") == "Something else."


def test_a_name_is_said_later() -> None:
    word = noted("all well")
    assert word == "all well"
    assert tr(word) == "alles gut"


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("all well", "alles gut"),
        (
            "rtsp://porch/1 answers, but sends no video.",
            "rtsp://porch/1 antwortet, sendet aber kein Video.",
        ),
        (
            "rtsp://porch/1 answers, but sends no video. It is called again by itself.",
            "rtsp://porch/1 antwortet, sendet aber kein Video. Es wird von selbst wieder versucht.",
        ),
        (
            "Nothing: Rover sends a great many things. Why?",
            "Nichts: Rover sendet a great many things. Why?",
        ),
        ("2 threads", "2 threads"),  # and not the second of a month of that name
        ("Rover on the porch", "Rover auf the porch"),
        # A sentence of its own, in which there happens to be such a small word.
        ("The model 'a' (for this) is not on this machine.",) * 2,
        ("No film of A on 3 May. A stays.", "Kein Film von A am 3 May. A bleibt."),
        ("It is called again by itself. But why?", "Es wird von selbst wieder versucht. But why?"),
    ],
)
def test_sentences_of_the_house_are_found_by_what_stands_around_their_names(
    english: str, german: str
) -> None:
    assert told(english) == german


def test_english_needs_no_file() -> None:
    speak(None)
    assert tr("all well") == "all well"
    assert told("all well") == "all well"
