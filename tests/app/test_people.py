"""Who is who while the program runs: another command asks it through its door, and the walk hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.app.build import reading, writing
from omnisight_desktop.app.senses import recogniser_of
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.config.sections import People
from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.core.face import Face, FaceKind, Verdict
from omnisight_desktop.core.identity import Person
from omnisight_desktop.flow.door import Door
from omnisight_desktop.perception.identify.template import Look, Template
from tests.fakes.faces import painted_reader, vector
from tests.home import NOON, furnished

ANNA, BERT = "Person_AAAAAAAA", "Person_BBBBBBBB"


def look(person: str, who: int, name: str) -> Face:
    return Face(name, FaceKind.SEEN, "painted", vector(who), 0.9, NOON, person)


def seen(who: int) -> Template:
    template = Template()
    for number in range(4):
        at = NOON + timedelta(seconds=number)
        template.add(Look(vector(who), 0.9, 2.0, at))
    return template


def test_other_commands_change_people_through_the_one_that_runs(tmp_path: Path) -> None:
    with furnished(tmp_path) as house:
        house.keeper.commit(Person(ANNA, "Anna"), Person(BERT, None, visitor=1))
        with Door(house.paths.door, {"people": house.people.answer}):
            with writing(house.paths, Settings()) as guest:
                assert guest.people.rename("Visitor 1", "Bert").id == BERT
                assert guest.people.merge("Anna", ["Bert"]).id == ANNA
                guest.people.undo()
                with pytest.raises(NotFound, match="Carla"):
                    guest.people.rename("Carla", "Dora")
                assert guest.people.forget("Bert").backups == ()
            with reading(house.paths, Settings()) as looking:
                assert [one.person.shown for one in looking.people.all()] == ["Anna"]


def test_the_walk_knows_at_once_what_humans_say(tmp_path: Path) -> None:
    settings = Settings(people=People(recognise_faces=True))
    with furnished(tmp_path) as house:
        house.people.recognition._reader = painted_reader()
        house.keeper.commit(Person(ANNA, "Anna"), Person(BERT, None, visitor=1))
        house.keeper.commit(look(ANNA, 1, "F1"), look(BERT, 2, "F2"))
        recogniser = recogniser_of(replace(house, settings=settings))
        ready = recogniser.ready()
        assert ready is not None
        assert ready[1].decide(seen(2)).person == BERT
        house.people.merge("Anna", ["Visitor 1"])
        again = recogniser.ready()
        assert again is not None
        assert again[1].decide(seen(2)).person == ANNA
        assert recogniser.called(ANNA) == "Anna"
        house.people.forget("Anna")
        last = recogniser.ready()
        assert last is not None
        assert last[1].decide(seen(2)).verdict is Verdict.NEWCOMER
        assert recogniser.next_visitor() >= 1


def test_faces_are_nobodys_business_until_somebody_says_so(tmp_path: Path) -> None:
    with furnished(tmp_path) as house:
        recogniser, people = recogniser_of(house), house.people
        seen = [recogniser.wanted]
        for on in (True, False):
            people.recognition.switch(on)
            seen.append(recogniser.wanted)
        assert seen == [False, True, False]
