"""Answers come from stored events, name their proof, and say no in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from omnisight_desktop.chat.answer import Status
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.identity import Person
from omnisight_desktop.services.house import House
from tests.home import event, furnished


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
        ("what happened last monday?", "monday"),
        ("who was there on 3 May?", "3 may"),
        ("what happened last month", "month"),
        ("anyone between 2 and 4?", "between"),
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
