"""The search of a house is filled in the background, answers what no exact question finds, and forgets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from omnisight_desktop.chat.answer import Status
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.chat.choice import Choice
from omnisight_desktop.chat.conversation import Conversation
from omnisight_desktop.chat.known import known_in
from omnisight_desktop.chat.providers.port import Call, Result
from omnisight_desktop.chat.retrieval.hybrid import HybridSearch
from omnisight_desktop.chat.toolbox import Around, Toolbox
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.face import Vector
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter
from tests.home import NOON, event, furnished, searching

ANY = EventFilter()
ANNA = Person("Person_A47B8C12", "Anna Berg")
COLOURS = {"red": (0, 0, 250), "blue": (250, 0, 0), "green": (0, 250, 0)}


class Colours:
    """Knows the colour of a picture, and the words for three of them."""

    name, dimensions, floor = "colours-1", 3, 0.9

    def of_words(self, words: str) -> Vector:
        meant: Vector = _unit(
            [[c for n, v in COLOURS.items() if n in words for c in v] or [1] * 3]
        )[0]
        return meant

    def of_pictures(self, pictures: Sequence[Image]) -> Vector:
        return _unit([one.reshape(-1, 3).mean(axis=0) for one in pictures])


def _unit(rows: Any) -> Vector:
    told = np.asarray(rows, np.float32)
    whole: Vector = told / np.linalg.norm(told, axis=1, keepdims=True)
    return whole


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            Camera("yard", "Yard", ""),
            ANNA,
            event("e1", 50, type="spoken", label=None, text="Anna Berg left the parcel here."),
            event("e2", 40, text="a man with a ladder", clip="C2"),
            event("e3", 60 * 30, camera="yard", text="two men with ladders"),
            event("e4", 20, type="left", text="left to the left"),
        )
        yield house


@pytest.fixture
def seen(house: House) -> House:
    """Two cars whose pictures were kept, and a house that knows colours."""
    for name, colour in (("t-red", "red"), ("t-blue", "blue")):
        kept = house.paths.media / f"{name}.jpg"
        picture = np.full((20, 30, 3), COLOURS[colour], np.uint8)
        kept.write_bytes(cv2.imencode(".png", picture)[1].tobytes())
        house.keeper.commit(
            event(name, 10, track=name, label="car", camera="yard"),
            TrackPicture(name, "yard", NOON - timedelta(minutes=9), kept.name, kept.name, 1),
        )
    return replace(house, search=searching(house, Colours))


def test_what_was_described_is_found_where_and_when_it_is_wanted(house: House) -> None:
    def found(wanted: EventFilter) -> list[str]:
        return [match.event.id for match in house.search.described("man with ladders", wanted)]

    assert set(found(ANY)) == {"e2", "e3"}
    assert found(EventFilter(cameras=("porch",))) == ["e2"]
    assert found(EventFilter(until=NOON - timedelta(days=1))) == ["e3"]
    assert found(EventFilter(cameras=("nowhere",))) == []


def test_what_the_house_noted_itself_is_not_taken_for_a_description(house: House) -> None:
    assert house.search.described("left to the left", EventFilter(types=("left",))) == []


def test_it_is_filled_in_the_background_and_kept_for_the_next_start(house: House) -> None:
    worker = Worker("search", house.search.run)
    worker.start()
    assert house.search.refresh() == 3
    worker.stop()
    assert worker.join()
    assert searching(house).refresh() == 0
    house.keeper.commit(event("e5", 1, text="a drone above the lawn"))
    assert house.search.described("drone", ANY)[0].event.id == "e5"


def test_what_has_gone_from_the_database_goes_from_the_cache_at_the_next_start(
    house: House,
) -> None:
    assert house.search.refresh() == 3
    house.keeper.erase("event", ["e1", "e2"])
    assert house.search.described("parcel", ANY) == []
    assert searching(house).refresh() == 1


def test_who_does_not_own_the_house_leaves_nothing_behind(house: House) -> None:
    reader = searching(house, keeps=False)
    assert reader.described("ladder", ANY)[0].event.id == "e2"
    assert not house.paths.vectors.exists()


def test_who_is_forgotten_is_in_no_vector_any_more(house: House) -> None:
    assert [m.event.id for m in house.search.described("Anna Berg", ANY)] == ["e1"]
    assert any(house.paths.vectors.rglob("*.usearch"))
    done = house.people.forget("Anna Berg")
    assert (done.texts, done.named_in) == (1, ())
    assert not [file for file in house.paths.vectors.rglob("*") if file.is_file()]
    assert house.search.described("Anna Berg", ANY) == []
    assert "somebody" in (house.search.described("parcel", ANY)[0].event.text or "")


def test_pictures_are_found_by_words_and_by_another_picture(seen: House) -> None:
    assert seen.search.refresh() == 5
    assert [m.event.id for m in seen.search.pictured("a red car", ANY)] == ["t-red"]
    assert seen.search.pictured("a green car", ANY) == []
    assert seen.search.pictured("a red car", EventFilter(cameras=("porch",))) == []
    seen.keeper.commit(
        event("again", 1, track="t3", label="car"),
        TrackPicture("t3", "porch", NOON, "t-red.jpg", "t-red.jpg", 1),
    )
    assert [m.event.id for m in seen.search.like("t-red", ANY)] == ["again"]
    assert [m.event.id for m in seen.search.like("e2", ANY)] == ["e3"]  # it has only words
    assert searching(seen, Colours).refresh() == 0


def test_what_stands_beside_somebody_is_found_in_the_whole_picture(seen: House) -> None:
    scene = seen.paths.media / "scene.jpg"
    green = np.full((20, 30, 3), COLOURS["green"], np.uint8)
    scene.write_bytes(cv2.imencode(".png", green)[1].tobytes())
    seen.keeper.commit(
        event("beside", 1, track="t3"),
        TrackPicture("t3", "porch", NOON, "t-blue.jpg", scene.name, 1),
    )
    assert [m.event.id for m in seen.search.pictured("green", ANY)] == ["beside"]
    assert [m.event.id for m in seen.search.pictured("blue", ANY)].count("beside") == 1


def test_engines_that_nobody_needs_are_let_go_of_and_come_again(seen: House) -> None:
    opened: list[str] = []

    def colours() -> Colours:
        opened.append("pictures")
        return Colours()

    search = searching(seen, colours)
    assert search.refresh() == 5
    search.rest(0.0)
    assert search.refresh() == 0
    assert opened == ["pictures"]
    assert [m.event.id for m in search.pictured("red", ANY)] == ["t-red"]
    assert opened == ["pictures", "pictures"]
    assert [m.event.id for m in search.described("man with ladders", ANY)][0] in ("e2", "e3")
    search.rest(0.0)
    seen.keeper.commit(event("e5", 1, text="a drone above the lawn"))
    assert search.described("drone", ANY)[0].event.id == "e5"


def test_a_picture_that_has_gone_is_passed_over(seen: House) -> None:
    (seen.paths.media / "t-red.jpg").write_bytes(b"nothing")
    assert seen.search.pictured("red", ANY) == []
    assert [m.event.id for m in seen.search.pictured("blue", ANY)] == ["t-blue"]


def test_without_networks_for_pictures_that_is_said_and_words_go_on(house: House) -> None:
    with pytest.raises(ModelMissing, match="no model for pictures"):
        house.search.pictured("red", ANY)
    assert house.search.described("ladder", ANY)
    assert "Pictures were not looked through." in house.search.lacking()


def test_a_description_is_asked_for_in_words_that_the_house_does_not_know(house: House) -> None:
    asked = Assistant(house, UTC, search=house.search)
    exact = asked.ask("when did I last see a man with a ladder?", NOON)
    assert (exact.status, exact.events) == (Status.ANSWERED, ("e2",))
    near = asked.ask("was there a man with a laddder today?", NOON)
    assert (near.status, near.events) == (Status.NOTHING, ("e2",))
    assert "Close to it: " in near.text
    none = asked.ask("what did the frobnicator do today?", NOON)
    assert (none.status, none.events) == (Status.REFUSED, ())
    assert none.text.endswith("No match for 'frobnicator'.")
    assert "no model for pictures" in asked.note


def test_a_red_car_is_found_by_its_picture_where_nothing_was_noted(seen: House) -> None:
    asked = Assistant(seen, UTC, search=seen.search)
    red = asked.ask("Show me the red car from today", NOON)
    assert (red.status, red.events) == (Status.ANSWERED, ("t-red",))
    assert "look like 'red car'" in red.text
    green = asked.ask("was there a green car today?", NOON)
    assert (green.status, green.events) == (Status.NOTHING, ())
    assert "No match for 'green car'." in green.text
    assert asked.ask("was there a red car on the porch today?", NOON).events == ()


def test_one_red_car_of_last_night_is_found_behind_hundreds_of_older_ones(seen: House) -> None:
    for number in range(260):
        name, long_ago = f"old{number:03}", 60 * 24 * 21 + number
        seen.keeper.commit(
            event(name, long_ago, track=name, label="car", camera="yard"),
            TrackPicture(name, "yard", NOON, "t-red.jpg", "t-red.jpg", 1),
        )
    lately = EventFilter(since=NOON - timedelta(days=1))
    assert seen.search.refresh() > 260
    assert [m.event.id for m in seen.search.pictured("red", lately)] == ["t-red"]
    assert [m.event.id for m in seen.search.like("old007", lately)] == ["t-red"]
    asked = Assistant(seen, UTC, search=seen.search)
    red = asked.ask("Show me the red car from today", NOON)
    assert (red.status, red.events) == (Status.ANSWERED, ("t-red",))


def test_a_conversation_searches_and_says_what_it_lacks(house: House) -> None:
    talk = Conversation(house, Choice(house.paths, lambda: house.settings.chat), UTC, keep=False)
    turn = talk.ask("did you see a man with a laddder?", wish="offline")
    assert turn.answer.events
    assert turn.sentences[0].rests_on == turn.answer.events
    assert "no model for pictures" in turn.note


def _asked(box: Toolbox, tool: str, **told: Any) -> tuple[dict[str, Any], Result]:
    result = box.do(Call("1", tool, told))
    text = result.text
    return json.loads(text[text.index(">") + 1 : text.rindex("<")]), result


def test_a_model_searches_by_meaning_and_in_pictures(seen: House) -> None:
    box = Toolbox(Around(seen, known_in(seen), NOON, UTC))
    told, _ = _asked(box, "recall", words="men with ladders", cameras=["Yard"])
    assert [one["text"] for one in told["events"]] == ["two men with ladders"]
    told, _ = _asked(box, "pictures", words="red")
    assert (told["status"], told["events"][0]["camera"]) == ("answered", "Yard")
    handle = told["events"][0]["event"]
    told, _ = _asked(box, "pictures", event=handle)
    assert (told["status"], told["events"]) == ("nothing", [])
    assert "No match" in told["summary"]
    _, refused = _asked(box, "recall")
    assert refused.failed
    assert "'words' is missing" in refused.text


def test_a_model_is_told_where_pictures_cannot_be_searched(house: House) -> None:
    box = Toolbox(Around(house, known_in(house), NOON, UTC))
    _, result = _asked(box, "pictures", words="red")
    assert result.failed
    assert "no model for pictures" in result.text


def test_a_running_search_gives_way_to_forgetting(house: House) -> None:
    assert isinstance(house.search, HybridSearch)
    looked: list[int] = []

    def go_on() -> bool:
        looked.append(1)
        return False

    house.keeper.commit(*(event(f"m{n}", 1, text=f"text {n}") for n in range(600)))
    assert house.search.refresh(go_on) < 603
    assert looked
    house.search.let_go()
    assert house.search.refresh() == 603
