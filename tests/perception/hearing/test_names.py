"""Who is introduced: themselves, or somebody who stands there; and what only looks like it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from omnisight_desktop.core.speech import Whom
from omnisight_desktop.perception.hearing.names import names_in
from omnisight_desktop.perception.hearing.tongue import LANGUAGES, known_names, known_things, tongue

_SETS = Path(__file__).parents[3] / "benchmarks" / "hearing"


def told(text: str, language: str | None = "en") -> list[tuple[str, str]]:
    return [(one.name, one.whom.value) for one in names_in(text, language)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I'm John.", [("John", "self")]),
        ("My name is Sarah O'Neill", [("Sarah O'Neill", "self")]),
        ("Hi, I\u2019m Wanjiru, I live upstairs", [("Wanjiru", "self")]),
        ("This is my wife Carla, he's called Leo.", [("Carla", "present"), ("Leo", "present")]),
        ("my name is keiko", [("Keiko", "self")]),
        ("I'm Dan and this is Dana.", [("Dan", "self"), ("Dana", "present")]),
        ("Good morning, Kwame Asante, about the roof.", [("Kwame Asante", "self")]),
        ("Hey, Soo-jin here, buzz me in!", [("Soo-jin", "self")]),
        ("Hi, Jude from next door.", [("Jude", "self")]),
        ("My name isn't Gary, it's Gareth.", [("Gareth", "self")]),
        ("Mrs Fairweather is my name.", [("Fairweather", "self")]),
        ("I'm Elizabeth, Liz for short.", [("Elizabeth", "self"), ("Liz", "self")]),
        (
            "Meet Aiko, Ben and Chloe.",
            [("Aiko", "present"), ("Ben", "present"), ("Chloe", "present")],
        ),
        ("My colleague Ingrid will check it.", [("Ingrid", "present")]),
        ("On my left is Dmitri, the welder.", [("Dmitri", "present")]),
        ("The name's Mbeki, Sipho Mbeki.", [("Mbeki", "self"), ("Sipho Mbeki", "self")]),
        ("I'm Hope, the new nurse.", [("Hope", "self")]),
        ("hi its danielle from number twelve", [("Danielle", "self")]),
        ("We're Mr and Mrs Kowalczyk, for ten past nine.", [("Kowalczyk", "self")]),
        ("May I introduce Mr and Mrs Lindqvist?", [("Lindqvist", "present")]),
        ("I'm Paris, the new babysitter.", [("Paris", "self")]),
        ("This is Chelsea, she's standing in today.", [("Chelsea", "present")]),
        ("And this is Quorra, she's joining the sopranos.", [("Quorra", "present")]),
        ("This is my flatmate Quorra.", [("Quorra", "present")]),
        ("Can you hear me? This is Thandiwe, calling in from Durban.", [("Thandiwe", "self")]),
        ("Tashi. T-A-S-H-I. For the hygienist.", [("Tashi", "self")]),
        ("I'm here with my wife Carla. Tell Peter we're waiting.", [("Carla", "present")]),
        ("my name is tomasz wojcik im the plumber", [("Tomasz Wojcik", "self")]),
    ],
)
def test_introductions_are_heard(text: str, names: list[tuple[str, str]]) -> None:
    assert told(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "I'm fine.",
        "I'm Polish.",
        "Tell John I called.",
        "I'm not Peter.",
        "My name is not Anna.",
        "That's George's bike.",
        "My brother, he's called Ivan, lives in Canada.",
        "He said his name was Victor.",
        "i'm tired",
        "im starving",
        "Thanks, Laura!",
        "Come here, Anna Smith, your tea is ready.",
        'She told me: "I\'m Sheba", and laughed.',
        "My sister Sunniva lives in Bergen.",
        "I'm Regional Manager now.",
        "I'm Summer Camp Coordinator.",
        "This is Barolo, not the stuff from the petrol station.",
        "This is Quorra, not that other thing.",
        "That bright one there, that's Jupiter.",
        "That's Florence, we went there for our honeymoon.",
        "I'm Chelsea till I die.",
        "That photo? That's my aunt Perpetua.",
        "This is Rex. Careful, he bites.",
        "There's a new guy at my office, he's called Liam.",
        "This is Baker Street.",
        "And this fluffy dog is Rufus.",
        "RT @SomeBody: I am there",
        "",
        "\x00\n",
    ],
)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert told(text) == []


def test_each_language_has_its_own_forms() -> None:
    assert told("Ich heiße Jörg.", "de") == [("Jörg", "self")]
    assert told("Ich bin Lehrerin.", "de") == []
    assert told("Ich bin Versicherungsmaklerin.", "de") == []
    assert told("Das ist Julias Fahrrad.", "de") == []
    assert told("Lindner hier, guten Tag.", "de") == [("Lindner", "self")]
    assert told("Les presento a Dolores, pero todos la llamamos Lola.", "es") == [
        ("Dolores", "present"),
        ("Lola", "present"),
    ]
    assert told("Wir sind Herr und Frau Engelhardt.", "de") == [("Engelhardt", "self")]
    assert told("Das ist der Wolf aus dem Märchen.", "de") == []
    assert told("Ich stelle Ihnen das Paket vor die Tür.", "de") == []
    assert told("Hier Pohlmann, Hausverwaltung.", "de") == [("Pohlmann", "self")]
    assert told("Je m'appelle Zoé.", None) == [("Zoé", "self")]
    assert told("Minä olen Matti.", "fi") == []  # nobody wrote down how Finns do it
    for code in LANGUAGES:
        assert {frame.whom for frame in tongue(code).frames} == set(Whom)


def test_a_recogniser_of_names_decides_where_the_form_does_not() -> None:
    assert (
        names_in("I'm Quorra.", "en", ("Quorra",))[0].score > names_in("I'm Quorra.", "en")[0].score
    )
    assert names_in("I'm Quorra.", "en", ()) == ()
    assert names_in("My name is Quorra.", "en", ()) != ()  # nobody doubts that


def test_a_name_is_told_with_its_place() -> None:
    text = "Hello, I'm Anna Maria."
    (one,) = names_in(text, "en")
    assert text[one.start : one.end] == "Anna Maria"


def test_the_list_of_names_is_read() -> None:
    assert {"anna", "mehmet", "yuki"} <= known_names()
    assert {"barolo", "jupiter", "samsung"} <= known_things()


@pytest.mark.parametrize("name", ["own.jsonl", "others.jsonl", "others_2.jsonl"])
def test_a_set_of_utterances_is_understood(name: str) -> None:
    lines = [json.loads(line) for line in (_SETS / name).read_text(encoding="utf-8").splitlines()]
    right = wrong = missed = 0
    for line in lines:
        wanted = {(one["name"].casefold(), one["whom"]) for one in line["names"]}
        found = {(name.casefold(), whom) for name, whom in told(line["text"], line["lang"])}
        right, wrong = right + len(wanted & found), wrong + len(found - wanted)
        missed += len(wanted - found)
    assert len(lines) >= 100
    assert right / (right + wrong) >= 0.97
    assert right / (right + missed) >= 0.9
