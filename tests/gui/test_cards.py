"""A card tells a visit in a few words, whatever happened during it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from omnisight_desktop.core.event import Event
from omnisight_desktop.gui.viewmodels.cards import Card, card_of
from omnisight_desktop.gui.words import clock_time
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import told
from tests.home import NOON, event

NAMES = Names({"porch": "Porch"}, {"Person_A47B8C12": "Anna"})


def card(*events: Event) -> Card:
    first = events[0]
    (story,) = told([first], events)
    return card_of(story, NAMES, NOON)


def at(name: str, minutes_ago: float, **more: Any) -> Event:
    return event(name, minutes_ago, story="e1", **more)


def clock(minutes_ago: float) -> str:
    return clock_time(NOON - timedelta(minutes=minutes_ago), NOON)


def test_one_who_came_and_went() -> None:
    came = at("e1", 10, end=NOON - timedelta(minutes=8), track="T1")
    left = at("e2", 8, type="left", text="left to the right", end=NOON - timedelta(minutes=8))
    told = card(came, left)
    assert told.title == "A person · 2 min"
    assert told.line == f"Porch · {clock(10)}"
    assert told.happenings == (f"{clock(8)}  left to the right",)


def test_a_group_is_counted_and_a_crowd_is_cut_short() -> None:
    crowd = [at(f"e{n}", 11 - n, track=f"T{n}") for n in range(1, 8)]
    told = card(*crowd)
    assert told.title.startswith("7 people · ")
    assert told.happenings == ()  # the title counts them
    left = [at(f"l{n}", 4, track=f"T{n}", type="left", text="no longer seen") for n in range(1, 8)]
    told = card(*crowd, *left)
    assert told.happenings[0] == f"{clock(4)}  no longer seen"
    assert told.happenings[-1] == "and 4 more"
    assert len(told.happenings) == 4


def test_somebody_known_and_something_else_in_a_story_are_told_of() -> None:
    known = at("e2", 9, track="T2", person="Person_A47B8C12")
    told = card(at("e1", 10, track="T1"), known, at("e3", 8, track="T3", label="dog"))
    assert told.happenings == (f"{clock(9)}  Anna", f"{clock(8)}  a dog")


def test_a_car_that_still_stands() -> None:
    came = at("e1", 10, label="car", end=None)
    stands = at("e2", 9, label="car", type="stationary", text="standing still", end=None)
    told = card(came, stands)
    assert told.title == "A car · now"
    assert told.happenings == (f"{clock(9)}  standing still · now",)


def test_somebody_known_is_called_by_name() -> None:
    assert card(at("e1", 10, person="Person_A47B8C12")).title == "Anna · 30 s"


@pytest.mark.parametrize(
    ("first", "title", "happenings"),
    [
        (
            at("e1", 10, type="loud", label=None, text="21 dB above the usual"),
            "A loud noise · 30 s",
            (f"{clock(10)}  21 dB above the usual",),
        ),
        (
            at("e1", 10, type="camera_down", label=None, text="The camera is off."),
            "Camera offline · 30 s",
            (f"{clock(10)}  The camera is off",),
        ),
        (at("e1", 10, type="door_bell", label=None), "Door bell · 30 s", ()),
        (at("e1", 10, label="umbrella", end=NOON - timedelta(minutes=10)), "An umbrella", ()),
    ],
)
def test_other_stories(first: Event, title: str, happenings: tuple[str, ...]) -> None:
    told = card(first)
    assert (told.title, told.happenings) == (title, happenings)


def test_a_noise_that_comes_again_is_one_card() -> None:
    barks = [
        at(f"e{n}", 11 - n, type="loud", label=None, text="17 dB above the usual") for n in (1, 2)
    ]
    assert card(*barks).title.startswith("2 loud noises")


def test_long_words_are_cut() -> None:
    said = at("e2", 9, type="spoken", text="bla " * 1000)
    (happening,) = card(at("e1", 10), said).happenings
    assert len(happening) < 140
