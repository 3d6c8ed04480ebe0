"""Answers come from stored events, name their proof, and say no in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.chat.answer import Status
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.identity import Person
from omnisight_desktop.services.house import House
from tests.home import NOON, event, furnished


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            Camera("yard", "Yard", ""),
            Person("Person_A47B8C12", "Anna"),
            event("e1", 10, clip="C1"),
            event("e2", 60, person="Person_A47B8C12"),
            event("e3", 90, camera="yard", label="car"),
            event("e4", 60 * 30),
        )
        yield house


@pytest.fixture
def assistant(house: House) -> Assistant:
    return Assistant(house, UTC)


def test_what_happened_today_lists_todays_events_with_their_clips(assistant: Assistant) -> None:
    answer = assistant.ask("What happened today?")
    assert answer.status is Status.ANSWERED
    assert answer.events == ("e1", "e2", "e3")
    assert answer.clips == ("C1",)
    assert "3 events today" in answer.text
    assert "Anna on Porch at 11:00" in answer.text
    assert answer.model == "offline"


@pytest.mark.parametrize(
    ("question", "events"),
    [
        ("what happened yesterday", ("e4",)),
        ("what did anna do today?", ("e2",)),
        ("any cars today?", ("e3",)),
        ("what happened on yard today", ("e3",)),
        ("who was there today", ("e1", "e2")),
        ("when did I last see Anna?", ("e2",)),
        ("when was the first person seen", ("e4",)),
    ],
)
def test_a_question_finds_exactly_its_events(
    assistant: Assistant, question: str, events: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.events) == (Status.ANSWERED, events)


def test_how_many_is_a_number(assistant: Assistant) -> None:
    assert assistant.ask("How many people came today?").value == 2
    assert assistant.ask("how often was anna there this week").value == 1


def test_last_seen_is_a_time(assistant: Assistant) -> None:
    assert assistant.ask("When did I last see Anna?").value == "2026-05-03T11:00:00Z"


def test_nothing_is_an_answer_that_names_what_was_searched(assistant: Assistant) -> None:
    answer = assistant.ask("any cars on porch yesterday")
    assert answer.status is Status.NOTHING
    assert answer.events == ()
    assert "2026-05-02 00:00" in answer.text
    assert "Porch" in answer.text
    assert assistant.ask("how many cars on porch today?").value == 0


def test_an_unknown_camera_is_refused_and_the_known_ones_are_named(assistant: Assistant) -> None:
    answer = assistant.ask("what happened on camera garage today")
    assert answer.status is Status.REFUSED
    assert "garage" in answer.text
    assert "porch" in answer.text
    assert assistant.ask("what happened today", camera="garage").status is Status.REFUSED


def test_a_camera_can_be_given_beside_the_question(assistant: Assistant) -> None:
    assert assistant.ask("what happened today", camera="YARD").events == ("e3",)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did I last see John?", "nobody called John"),
        ("what happened last monday?", "Nothing was recorded before 2 May 2026"),
        ("what happened last month", "Nothing was recorded before 2 May 2026"),
        ("who was there on 31 February?", "no such date"),
        ("was anyone in the garage today?", "no camera or zone called garage"),
        ("who will come tomorrow?", "can"),
        ("is anyone on porch right now?", "running program"),
        ("what did the frobnicator do today?", "frobnicator"),
        ("Wann war Peter zuletzt da?", "niemanden namens Peter"),
    ],
)
def test_what_is_not_understood_is_said_instead_of_answering_something_else(
    assistant: Assistant, question: str, words: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.REFUSED
    assert words in answer.text
    assert answer.events == ()


def test_a_camera_is_only_a_name_where_one_stands(assistant: Assistant) -> None:
    assert assistant.ask("what did the camera see today?").events == ("e1", "e2", "e3")


@pytest.mark.parametrize("question", ["", "   ", "?!", "\x00"])
def test_an_empty_question_is_asked_back(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is Status.CLARIFY


@pytest.mark.parametrize(
    "question", ["a" * 20_000, "'; DROP TABLE persons; --", "今日は何が", "((((["]
)
def test_strange_questions_do_no_harm(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).text


@pytest.fixture
def busy(house: House) -> House:
    """An hour with everything in it: two people together, a parked car, a dog, an outage."""
    house.keeper.commit(
        event("p1", 50, story="p1", track="T1", camera="yard"),
        event("p2", 50, story="p1", track="T2", camera="yard"),
        event(
            "p3", 49, type="left", story="p1", track="T1", camera="yard", text="left to the left"
        ),
        event(
            "p4",
            48,
            type="stationary",
            story="p1",
            track="T2",
            camera="yard",
            text="standing still",
        ),
        event("c1", 45, label="car", story="c1", track="T3", end=None),
        event("c2", 44, type="stationary", label="car", story="c1", track="T3", end=None),
        event("n1", 40, type="loud", label=None, story="n1", text="21 dB above the usual"),
        event("n2", 39, type="loud", label=None, story="n1", text="17 dB above the usual"),
        event("d1", 30, type="camera_down", label=None, story="d1", text="No pictures come."),
        event("d2", 29.5, type="camera_up", label=None, story="d1"),
    )
    return house


def test_people_are_counted_once_however_much_happened_to_them(busy: House) -> None:
    answer = Assistant(busy, UTC).ask("how many people came today?")
    assert answer.value == 4  # two alone, and two together
    assert set(answer.events) == {"e1", "e2", "p1", "p2"}
    assert "4 people in 3 visits today" in answer.text


@pytest.mark.parametrize(
    ("question", "events"),
    [
        ("what happened in the last hour?", ("e1", "d1", "n1", "c1", "p1", "e2")),
        ("how many visits today", ("e1", "c1", "p1", "e2", "e3")),
        ("when was a person last seen", ("e1",)),
        ("did anyone leave?", ("p3",)),
        ("who left today", ("p3",)),
        ("when did anyone last leave", ("p3",)),
        ("which cars parked here today?", ("c2",)),
        ("was anybody standing around", ("p4",)),
        ("what was loud?", ("n2", "n1")),
        ("any loud noises on porch today", ("n2", "n1")),
        ("how often was it noisy today", ("n2", "n1")),
        ("was the camera offline?", ("d1",)),
        ("when did the porch camera go down today?", ("d1",)),
        ("when was porch back online", ("d2",)),
        ("what did Anna do today?", ("e2",)),
    ],
)
def test_what_kind_of_happening_is_meant_is_understood(
    busy: House, question: str, events: tuple[str, ...]
) -> None:
    answer = Assistant(busy, UTC).ask(question)
    assert (answer.status, answer.events) == (Status.ANSWERED, events)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("did anyone leave?", "1 departure: a person on Yard at 11:11 (left to the left)."),
        ("what happened in the last hour?", "a person on Yard at 11:10, with 1 more; "),
        ("which cars parked?", "1 stay in one place: a car on Porch at 11:16 (still so)."),
        (
            "what was loud?",
            "2 loud noises: a loud noise on Porch at 11:21 (17 dB above the usual); ",
        ),
        (
            "was the camera offline?",
            "1 outage: Porch went offline at 11:30 (No pictures come, for 30 s).",
        ),
        ("how many cars were there today", "2 cars today; the newest: a car on Porch at 11:15."),
        ("when was a car last seen?", "Last seen: a car on Porch at 11:15."),
    ],
)
def test_each_kind_is_told_in_its_own_words(busy: House, question: str, words: str) -> None:
    assert words in Assistant(busy, UTC).ask(question).text


def test_until_when_somebody_stayed_is_said(house: House) -> None:
    long_stay = event("e9", 5, end=NOON - timedelta(minutes=2))
    house.keeper.commit(long_stay)
    told = Assistant(house, UTC).ask("when was a person last seen?")
    assert told.text == "Last seen: a person on Porch at 11:55, until 11:58."
    assert told.value == "2026-05-03T11:55:00Z"


def test_no_outage_and_no_noise_is_an_answer_too(assistant: Assistant) -> None:
    quiet = assistant.ask("was the camera offline today?")
    assert quiet.status is Status.NOTHING
    assert quiet.text.startswith("No outage was stored from 2026-05-03 00:00 ")
    assert assistant.ask("how many loud noises today?").value == 0


def test_where_departures_are_noted_none_is_told_and_elsewhere_who_was_seen(house: House) -> None:
    told = Assistant(house, UTC).ask("did anyone leave yesterday")
    assert told.events == ("e4",)
    assert told.text.startswith("Who leaves was never noted here.")
    house.keeper.commit(event("l1", 5, type="left"))
    told = Assistant(house, UTC).ask("did anyone leave yesterday")
    assert told.text.startswith("No departure of person ")


def test_imported_kinds_are_sightings_too(house: House) -> None:
    house.keeper.commit(event("i1", 4, type="person_detected"), event("i2", 3, type="left"))
    asked = Assistant(house, UTC)
    assert asked.ask("how many people came today").value == 3
    assert asked.ask("when was a person last seen").events == ("i1",)


def test_a_house_that_only_heard_noise_saw_nobody(tmp_path: Path) -> None:
    with furnished(tmp_path / "quiet") as house:
        house.keeper.commit(event("n1", 4, type="loud", label=None))
        assert Assistant(house, UTC).ask("who was last seen").status is Status.NOTHING


def test_a_camera_whose_name_speaks_of_leaving_is_only_a_name(house: House) -> None:
    house.keeper.commit(Camera("left", "Left Parking", ""), event("l1", 3, camera="left"))
    assert Assistant(house, UTC).ask("what happened on left parking today").events == ("l1",)


@pytest.fixture
def full(house: House) -> House:
    """A house with two Annas, zones, words, signs and an hour in which the yard was away."""
    house.keeper.commit(
        Person("Person_B0000001", "Anna Novak"),
        Person("Person_B0000002", "Ben"),
        Gap("yard", NOON - timedelta(hours=3), NOON - timedelta(hours=2), "no power"),
        event("b1", 20, person="Person_B0000002", zone="Steps"),
        event("b2", 15, person="Person_B0000002", camera="yard", zone="Lawn"),
        event("c1", 12, camera="yard", label="cat", zone="Lawn", text="a black cat"),
        event("s1", 11, person="Person_B0000002", type="spoken", text="A parcel for you."),
        event("g1", 10, person="Person_B0000002", type="gesture", label="wave"),
    )
    return house


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("who was there today", ["Ben", "Anna"]),
        ("where was Ben seen today?", ["Yard", "Porch"]),
        ("How long was Ben seen today?", 60.0),
        ("who came more often today, Ben or a cat", None),
        ("were there more cats or cars today?", {"cat": 1, "car": 1}),
        ("how many people were on the steps", 1),
        ("wie oft war Ben heute da?", 2),
        ("Wo war Ben heute?", ["Yard", "Porch"]),
        ("how often was Benn seen today", 2),
        ("any black cat on the lawn?", ["c1"]),
        ("did anyone mention a parcel today?", ["s1"]),
        ("When did Ben last wave?", "2026-05-03T11:50:00Z"),
        ("Wann hat Ben zuletzt gewunken?", "2026-05-03T11:50:00Z"),
    ],
)
def test_each_kind_of_question_has_a_value_of_its_kind(
    full: House, question: str, value: object
) -> None:
    answer = Assistant(full, UTC).ask(question)
    assert answer.status is Status.ANSWERED
    if value is not None:
        assert answer.value == value
    assert answer.events


def test_a_name_that_two_people_share_is_asked_back(full: House) -> None:
    full.keeper.commit(Person("Person_A47B8C12", "Anna Berg"))
    answer = Assistant(full, UTC).ask("When was Anna last here?")
    assert answer.status is Status.CLARIFY
    assert "Anna Berg" in answer.text
    assert "Anna Novak" in answer.text


def test_a_turn_leans_on_the_one_before(full: House) -> None:
    talk = Assistant(full, UTC)
    assert talk.ask("how many people were on the steps today?").value == 1
    assert talk.ask("and on the lawn?").value == 1
    assert talk.ask("and yesterday?").value == 0
    assert talk.ask("what about cats today?").value == 1


def test_none_names_when_cameras_were_away(full: House) -> None:
    answer = Assistant(full, UTC).ask("any dogs in the yard today?")
    assert answer.status is Status.NOTHING
    assert "Yard was offline 2026-05-03 09:00-10:00" in answer.text
