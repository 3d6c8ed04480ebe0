"""A rule is a sentence; whatever word is chosen, it stays one that the rules engine understands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.gui import tongue
from omnisight_desktop.gui.appearance import words_of
from omnisight_desktop.gui.viewmodels.choosing import chosen, fitted
from omnisight_desktop.gui.viewmodels.saying import hours_meant, seconds_meant, seconds_said
from omnisight_desktop.gui.viewmodels.sentence import (
    Around,
    Choice,
    kind_of,
    said,
    sentence,
    text_of,
    usual_name,
    verbs,
)
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.schedule import Hours, Schedule
from omnisight_desktop.rules.trigger import (
    Cross,
    Direction,
    Enter,
    Gestured,
    Leave,
    Loiter,
    Presence,
    Sequence,
)
from omnisight_desktop.rules.written import rule_from_dict, rule_to_dict

SQUARE = ((0.1, 0.1), (0.5, 0.1), (0.5, 0.5))
ANNA = "Person_AAAAAAAA"
AROUND = Around(
    (("yard", "Yard"), ("gate", "Front")),
    ("Driveway", "Street"),
    ("Gate",),
    ("person", "car"),
    ("phone", "mail"),
    ("wave", "bow"),
    ((ANNA, "Anna"),),
)
RULE = Rule("r", Enter("Driveway"), labels=("person",))


def choices(rule: Rule) -> dict[str, Choice]:
    pieces = [piece for clause in sentence("yard", rule, AROUND) for piece in clause]
    return {piece.key: piece for piece in pieces if isinstance(piece, Choice)}


def whole(rule: Rule) -> str:
    return "".join(text_of(clause) for clause in sentence("yard", rule, AROUND))


def picked(rule: Rule, *words: tuple[str, str]) -> Rule:
    for key, value in words:
        rule = chosen(rule, key, value, AROUND)
    return rule


def test_the_sentence_reads_as_one() -> None:
    rule = picked(
        RULE,
        ("what", "loiter"),
        ("seconds", "10 s"),
        ("hours", "22-6"),
        ("tell", "phone"),
        ("tell", "mail"),
        ("pause", "5 min"),
    )
    assert whole(rule) == (
        "At Yard: When a person stays in Driveway for 10 s, coming from anywhere, one is enough, "
        "between 22:00 and 06:00, on any day, then tell phone and mail, record a clip and "
        "do nothing else, at most once in 5 min."
    )
    assert said("yard", rule, AROUND) == (
        "When a person stays in Driveway for 10 s, between 22:00 and 06:00, on any day."
    )
    assert usual_name(rule, AROUND) == "A person stays in Driveway"


def test_every_trigger_of_the_engine_can_be_chosen_and_is_understood_by_it() -> None:
    book = Rulebook(
        "yard",
        (Zone("Driveway", SQUARE), Zone("Street", SQUARE)),
        (Line("Gate", SQUARE),),
    )
    made = {kind: picked(RULE, ("what", kind)) for kind in verbs()}
    assert {type(rule.when) for rule in made.values()} == {
        *(Enter, Leave, Loiter, Cross, Gestured, Presence, Sequence)
    }
    for kind, rule in made.items():
        assert kind_of(rule.when) == kind
        assert Rulebook(book.camera, book.zones, book.lines, (rule,)).rules == (rule,)
        assert rule_from_dict(rule_to_dict(rule)) == rule
        assert "{" not in whole(rule)


@pytest.mark.parametrize("kind", sorted(verbs()))
def test_whatever_is_offered_can_be_chosen(kind: str) -> None:
    rule = picked(RULE, ("what", kind))
    zones, lines = (Zone("Driveway", SQUARE), Zone("Street", SQUARE)), (Line("Gate", SQUARE),)
    for key, choice in choices(rule).items():
        if key == "camera":
            continue
        for option in choice.options:
            other = chosen(rule, key, option.value, AROUND)
            Rulebook("yard", zones, lines, (other,))  # raises where it makes no sense
            same = choices(other).get(key)
            if same is not None and not choice.several and key != "steps":
                assert [o.value for o in same.options if o.chosen] == [option.value]


def test_words_say_what_was_chosen() -> None:
    rule = picked(
        RULE, ("where", "Street"), ("who", "car"), ("seen", "no"), ("been_in", "Driveway")
    )
    assert rule.when == Enter("Street", appearing=False)
    assert (rule.labels, rule.been_in) == (("person", "car"), ("Driveway",))
    assert "a person or a car comes into Street and walks into it, coming from Driveway" in whole(
        rule
    )
    assert picked(rule, ("who", "")).labels == ()
    assert "record a clip and disarm, every time" in whole(picked(rule, ("act", "disarm")))
    crossing = picked(RULE, ("what", "cross"), ("way", "in"), ("least", "10"), ("record", "no"))
    assert crossing.when == Cross("Gate", Direction.IN)
    assert "crosses Gate inwards" in whole(crossing)
    assert "every 10 times" in whole(crossing)
    assert "record no clip" in whole(crossing)


def test_one_thing_after_another() -> None:
    rule = picked(RULE, ("what", "sequence"))
    assert rule.when == Sequence((Enter("Driveway"), Cross("Gate")))
    rule = picked(
        rule,
        ("steps", "add"),
        ("2.what", "loiter"),
        ("2.where", "Street"),
        ("2.seconds", "1 min"),
        ("1.way", "out"),
        ("within", "5 min"),
        ("same", "no"),
    )
    steps = (Enter("Driveway"), Cross("Gate", Direction.OUT), Loiter("Street", 60.0))
    assert rule.when == Sequence(steps, 300.0, same=False)
    assert (
        "first comes into Driveway, then crosses Gate outwards, then stays in Street for 1 min"
        in whole(rule)
    )
    assert picked(rule, ("steps", "less")).when == Sequence(steps[:2], 300.0, same=False)


def test_what_would_make_no_sense_is_put_right() -> None:
    several = picked(RULE, ("least", "3"))
    assert several.least == 3
    assert picked(several, ("what", "leave")).least == 1  # one at a time leaves
    assert picked(RULE, ("been_in", "Street"), ("what", "absence")).been_in == ()


def test_days_are_taken_in_and_out() -> None:
    week = picked(RULE, ("days", "week"))
    assert week.schedule == Schedule((Hours(days=(0, 1, 2, 3, 4)),))
    assert "at any time, on weekdays" in whole(week)
    assert picked(week, ("days", "4")).schedule.hours[0].days == (0, 1, 2, 3)
    monday = picked(RULE, ("days", "0"))
    assert monday.schedule.hours[0].days == (0,)
    assert picked(monday, ("days", "0")).schedule == Schedule()
    night = picked(week, ("hours", "21:30-5"))
    assert night.schedule == Schedule((Hours(time(21, 30), time(5), (0, 1, 2, 3, 4)),))
    assert picked(night, ("hours", ""), ("days", "all")).schedule == Schedule()


def test_what_nobody_understands_is_refused_in_words() -> None:
    for key, value in (
        ("seconds", "soon"),
        ("hours", "tonight"),
        ("least", "none"),
        ("pause", "x"),
    ):
        with pytest.raises(UsageError, match=value if key != "least" else "no number"):
            picked(RULE, ("what", "loiter"), (key, value))


def test_lengths_and_hours_are_read_as_people_write_them() -> None:
    assert [seconds_meant(text) for text in ("45", "45 s", "2 min", "1,5 h")] == [45, 45, 120, 5400]
    assert [seconds_said(s) for s in (45, 60, 90, 7200)] == ["45 s", "1 min", "90 s", "2 h"]
    assert hours_meant("22-6") == (time(22), time(6))
    assert hours_meant("08:30 – 17") == (time(8, 30), time(17))


def test_at_another_camera_what_is_not_drawn_there_is_chosen_anew() -> None:
    there = Around(AROUND.cameras, ("Lawn",), (), ("person",), ())
    assert fitted(RULE, there).when == Enter("")
    crossing = fitted(picked(RULE, ("what", "cross")), there)
    assert crossing.when == Cross("")
    pieces = [piece for clause in sentence("gate", crossing, there) for piece in clause]
    missing = [p.key for p in pieces if isinstance(p, Choice) and p.missing]
    assert missing == ["where"]


def test_a_gesture_is_chosen_by_its_name_and_may_be_one_persons_alone() -> None:
    rule = picked(RULE, ("what", "gesture"), ("gesture", "bow"), ("whose", "anna"))
    assert rule.when == Gestured("bow", ANNA, "Driveway")  # by id, whatever she will be called
    assert whole(rule).startswith("At Yard: When Anna makes the gesture bow in Driveway")
    assert picked(rule, ("whose", "")).when == Gestured("bow", "", "Driveway")
    strange = picked(rule, ("gesture", "salute"))
    word = choices(strange)["gesture"]  # it may be taught later, so the rule can be kept
    assert (word.awaited, word.missing) == (True, False)
    assert not choices(rule)["gesture"].awaited
    assert choices(picked(rule, ("gesture", "")))["gesture"].missing
    steps = picked(RULE, ("what", "sequence"), ("1.what", "gesture"), ("1.gesture", "wave"))
    assert isinstance(steps.when, Sequence)
    assert steps.when.steps[1] == Gestured("wave", zone="")
    assert "makes the gesture wave" in said("yard", steps, AROUND)


def test_a_rule_can_be_about_somebody_or_somebody_unknown() -> None:
    rule = picked(RULE, ("who", f"person:{ANNA}"))
    assert (rule.people, rule.labels) == ((ANNA,), ())
    assert "When Anna comes into Driveway" in whole(rule)
    rule = picked(rule, ("who", "person:strangers"))
    assert rule.people == (ANNA, "strangers")
    assert "When Anna or somebody unknown comes into Driveway" in whole(rule)
    rule = picked(rule, ("who", "car"))  # of cars, nobody is known
    assert (rule.people, rule.labels) == ((), ("car",))
    assert picked(rule, ("who", "Anna")).people == (ANNA,)  # by name, typed
    assert picked(rule, ("who", f"person:{ANNA}"), ("who", "")).people == ()


def test_somebody_is_missed_at_an_hour_wherever_they_come() -> None:
    rule = picked(
        RULE,
        ("who", f"person:{ANNA}"),
        ("what", "absence"),
        ("where", ""),
        ("seconds", "3600"),
        ("hours", "16:00-16:30"),
    )
    assert rule.when == Presence("", 3600.0, False)
    assert "When Anna is not seen in any picture for 1 h" in whole(rule)
    assert picked(rule, ("who", "")).people == ()


def test_whom_nobody_knows_is_refused_and_who_is_gone_is_told() -> None:
    with pytest.raises(UsageError, match="Ana"):
        picked(RULE, ("what", "gesture"), ("whose", "Ana"))
    gone = replace(RULE, people=("Person_00000000",))
    assert "somebody who is gone" in whole(gone)


@pytest.fixture
def german() -> Iterator[None]:
    tongue.speak(words_of("de"))
    yield
    tongue.speak(None)


@pytest.mark.usefixtures("german")
def test_a_german_sentence_is_one() -> None:
    plain = picked(RULE, ("where", ""), ("who", ""))
    said_so = {kind: whole(picked(plain, ("what", kind))) for kind in ("enter", "absence", "leave")}
    assert "irgendwer oder irgendwas betritt das Bild" in said_so["enter"]
    assert "irgendwer oder irgendwas fehlt in dem Bild" in said_so["absence"]
    assert "irgendwer oder irgendwas verlässt das Bild" in said_so["leave"]
    assert ", von irgendwoher, einer genügt" in said_so["enter"]
    assert "aus Richtung Driveway" in whole(picked(plain, ("been_in", "Driveway")))
    gesture = picked(plain, ("what", "gesture"))
    assert "macht die Geste Hinfallen" in whole(picked(gesture, ("gesture", "fall")))
    assert "macht die Geste erhobene Hände" in whole(picked(gesture, ("gesture", "raised hands")))
    assert "macht die Geste bow" in whole(picked(gesture, ("gesture", "bow")))
