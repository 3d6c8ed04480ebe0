"""What is in view right now is said as of a second, or why it cannot be known."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.chat import conversation
from omnisight_desktop.chat.answer import Status
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.chat.known import known_in
from omnisight_desktop.chat.providers.port import Call
from omnisight_desktop.chat.toolbox import Around, Toolbox
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.identity import Person
from omnisight_desktop.flow.door import Door
from omnisight_desktop.services.house import House
from omnisight_desktop.services.sight import SIGHTS, Seen, Sight, sights_json, sights_of_owner
from tests.chat.stage import talk
from tests.fakes.keyrings import NoKeyring, using
from tests.fakes.messages_api import Request, Says, messages_api, results_in, told_in
from tests.home import NOON, event, furnished

ANNA = "Person_A47B8C12"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            Camera("yard", "Yard", ""),
            Person(ANNA, "Anna"),
            event("e1", 1, person=ANNA, track="T1"),
        )
        yield house


def _seen(house: House, *sights: Sight) -> Assistant:
    def look() -> Sequence[Sight]:
        return sights

    return Assistant(house, UTC, look)


PORCH = Sight(
    "porch",
    NOON,
    (Seen("T1", "person", ANNA, NOON), Seen("T2", "car", None, NOON - timedelta(hours=2))),
)
YARD = Sight("yard", NOON)


def test_who_is_there_now_is_said_as_of_a_second_with_the_event(house: House) -> None:
    answer = _seen(house, PORCH, YARD).ask("Who is on camera Porch?")
    assert answer.status is Status.ANSWERED
    assert answer.value == ["Anna"]
    assert "12:00:00" in answer.text
    assert answer.events == ("e1",)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("how many cars are on porch right now?", 1),
        ("where is Anna?", ["Porch"]),
        ("what can you see on porch", ["Anna", "a car"]),
    ],
)
def test_what_is_asked_decides_what_is_told(house: House, question: str, value: object) -> None:
    assert _seen(house, PORCH, YARD).ask(question).value == value


def test_nobody_in_view_is_an_answer(house: House) -> None:
    answer = _seen(house, PORCH, YARD).ask("is anyone in the yard?")
    assert answer.status is Status.NOTHING
    assert "Yard (12:00:00)" in answer.text


def test_a_camera_that_sees_nothing_says_why(house: House) -> None:
    away = Sight("yard", None, reason="no route to the camera")
    answer = _seen(house, PORCH, away).ask("who is in the yard?")
    assert answer.status is Status.REFUSED
    assert "no route to the camera" in answer.text


def test_without_a_running_program_it_cannot_be_known(house: House) -> None:
    answer = Assistant(house, UTC).ask("who is on porch right now?")
    assert answer.status is Status.REFUSED
    assert "running program" in answer.text


def test_as_of_another_moment_nothing_is_in_view(house: House) -> None:
    answer = _seen(house, PORCH).ask("who is on porch right now?", NOON - timedelta(days=1))
    assert answer.status is Status.REFUSED


def test_what_is_in_view_passes_the_door(house: House) -> None:
    with Door(house.paths.door, {SIGHTS: lambda _: sights_json([PORCH, YARD])}):
        assert sights_of_owner(house.paths) == (PORCH, YARD)
        assert Assistant(house, UTC).ask("who is on porch right now?").value == ["Anna"]
    assert sights_of_owner(house.paths) is None


def _view(house: House, around: Around, **told: Any) -> tuple[dict[str, Any], Toolbox]:
    box = Toolbox(around)
    text = box.do(Call("1", "in_view", told)).text
    seen: dict[str, Any] = json.loads(text[text.index(">") + 1 : text.rindex("<")])
    return seen, box


def test_a_model_may_ask_who_is_in_view(house: House) -> None:
    known = known_in(house)
    around = Around(house, known, NOON, UTC, sights=lambda: (PORCH, YARD))
    told, box = _view(house, around, cameras=["Porch"])
    assert (told["status"], told["value"]) == ("answered", ["Anna", "a car"])
    assert "Porch (12:00:00): Anna, a car" in told["summary"]
    assert box.events[told["events"][0]["event"]] == "e1"
    told, _ = _view(house, around, labels=["cat"])
    assert (told["status"], told["events"]) == ("nothing", [])
    told, _ = _view(house, Around(house, known, NOON, UTC))
    assert told["status"] == "refused"


def test_what_is_in_view_is_told_to_a_model_only_as_of_now(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversation, "sights_of_owner", lambda _: (PORCH, YARD))
    found: list[dict[str, Any]] = []

    def script(request: Request) -> Says:
        if not results_in(request):
            return Says("", (("in_view", {"cameras": ["Porch"]}),))
        found.extend(told_in(request))
        return Says("That is all I can tell [S1].")

    with using(NoKeyring()), messages_api(script) as api:
        talk(house, api.url).ask("Who is on camera Porch?")
        talk(house, api.url).ask("Who is on camera Porch?", now=NOON)
    assert [one["status"] for one in found] == ["answered", "refused"]
