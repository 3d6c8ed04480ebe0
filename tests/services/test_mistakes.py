"""Marks: made from what is stored or seen, held for a time, taken back, and known at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import DatabaseBusy, NotFound, UsageError
from omnisight_desktop.core.mistake import Mistake
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackPath, TrackState
from omnisight_desktop.services.house import House
from omnisight_desktop.services.mistakes import Archives, Mistakes
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.events import EventArchive
from omnisight_desktop.storage.mistakes import MistakeArchive
from omnisight_desktop.storage.tracks import TrackArchive
from tests.home import NOON, event, furnished

SIZE = (1000, 500)
COAT = (400.0, 100.0, 500.0, 300.0)


@dataclass
class Kept:
    """A house with a coat that was taken for somebody, and what is marked in it."""

    house: House
    mistakes: Mistakes
    clock: ManualClock
    archives: Archives

    def counts(self, score: float) -> bool:
        """Whether what looks like a person where the coat hangs is taken for one."""
        found = Detections.of("person", [COAT], [score])
        return len(self.mistakes.of("porch")().without(found, SIZE)) == 1


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    with furnished(tmp_path) as house:
        boxes = np.asarray([[0.4, 0.2, 0.5, 0.6]] * 4, np.float32)
        offsets = np.arange(4, dtype=np.int64) * 200
        path = TrackPath("T1", "porch", "person", NOON, offsets, boxes, score=0.6)
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            path,
            event("e1", 5, track="T1", score=0.55),
            event("e2", 4, type="left", track="T1"),
            event("e3", 3, track="T2", score=0.5),
            event("e4", 2),
            event("e5", 1, track="T5"),
        )
        database = Database.open(house.paths.database)
        archives = Archives(
            MistakeArchive(database), EventArchive(database), TrackArchive(database)
        )
        clock = ManualClock(NOON)
        yield Kept(house, Mistakes(archives, house.keeper, clock, 90), clock, archives)
        database.close()


@pytest.mark.parametrize("what", ["e1", "e2", "T1"])
def test_an_event_or_its_track_is_marked_and_that_holds_at_once(kept: Kept, what: str) -> None:
    assert kept.counts(0.65)
    mark = kept.mistakes.mark(what, "person")
    assert (mark.camera, mark.track, mark.floor) == ("porch", "T1", 0.7)
    (place,) = mark.places
    assert place == pytest.approx((0.4, 0.2, 0.5, 0.6), abs=0.001)
    assert not kept.counts(0.65)
    assert kept.counts(0.75)  # somebody hangs up their coat


def test_a_mark_outlives_the_program(kept: Kept) -> None:
    mark = kept.mistakes.mark("e1", "person")
    again = Mistakes(kept.archives, kept.house.keeper, kept.clock, 90)
    assert again.all() == [mark]
    assert len(again.of("porch")()) == 1
    assert len(again.of("yard")()) == 0


@pytest.mark.parametrize("what", ["e1", "T1", "mark"])
def test_a_mark_is_taken_back_by_its_event_its_track_or_its_own_id(kept: Kept, what: str) -> None:
    mark = kept.mistakes.mark("e1", "person")
    assert kept.mistakes.unmark(mark.id if what == "mark" else what) == [mark]
    assert kept.counts(0.65)
    assert kept.mistakes.all() == []
    with pytest.raises(NotFound, match="Nothing is marked"):
        kept.mistakes.unmark("e1")


def test_marking_twice_is_marking_once(kept: Kept) -> None:
    kept.mistakes.mark("e1", "person")
    second = kept.mistakes.mark("e2", "person")
    assert kept.mistakes.all() == [second]


def test_a_mark_is_forgotten_after_its_time_without_a_restart(kept: Kept) -> None:
    mark = kept.mistakes.mark("e1", "person")
    kept.clock.advance(timedelta(days=89).total_seconds())
    assert not kept.counts(0.65)
    kept.clock.advance(timedelta(days=2).total_seconds())
    assert kept.counts(0.65)
    assert not kept.mistakes.in_force(mark)
    assert kept.mistakes.all() == [mark]  # and it is told that there was one


@pytest.mark.parametrize(
    ("what", "label", "said"),
    [
        ("e1", "dog", "taken for a person, not for a dog"),
        ("e4", "person", "Nothing was followed"),
        ("nothing", "person", "no event or track"),
        ("e3", "person", "is not stored"),
    ],
)
def test_what_cannot_be_marked_is_told(kept: Kept, what: str, label: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        kept.mistakes.mark(what, label)
    assert kept.mistakes.all() == []


def test_who_is_still_there_is_marked_where_they_are_seen(kept: Kept) -> None:
    track = Track("T5", "person", COAT, 0.62, TrackState.ACTIVE, NOON, NOON)
    kept.mistakes.look_at(lambda camera: Scene(camera, 1, NOON, SIZE, (track,), ()))
    mark = kept.mistakes.mark("e5", "person")
    (place,) = mark.places
    assert place == pytest.approx((0.4, 0.2, 0.5, 0.6))
    assert mark.floor == pytest.approx(0.81)  # only this moment's certainty is known
    assert not kept.counts(0.8)


def test_while_marks_cannot_be_read_those_that_held_go_on(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.mistakes.mark("e1", "person")
    assert not kept.counts(0.65)

    def fails(_self: object, _camera: str | None = None) -> list[Mistake]:
        raise DatabaseBusy("The database is locked.")

    monkeypatch.setattr(MistakeArchive, "all", fails)
    kept.clock.advance(timedelta(days=91).total_seconds())
    assert not kept.counts(0.65)
    monkeypatch.undo()
    kept.clock.advance(10)
    assert kept.counts(0.65)


def test_what_was_marked_is_no_answer_to_a_question(kept: Kept) -> None:
    assistant = Assistant(kept.house, UTC)
    asked = "who was there today"
    before = assistant.ask(asked, NOON)
    assert "e1" in before.events
    kept.mistakes.mark("e1", "person")
    after = assistant.ask(asked, NOON)
    assert set(before.events) - set(after.events) == {"e1"}
    kept.mistakes.unmark("e1")
    assert assistant.ask(asked, NOON).events == before.events
