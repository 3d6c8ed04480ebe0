"""The library: gestures are taught, kept, added to, switched off, shared and forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import NotFound, UsageError
from omnisight_desktop.core.gesture import EventPoses, Take
from omnisight_desktop.perception.gesture.verdict import Fault, Verdict
from omnisight_desktop.services.gestures.library import Gestures
from omnisight_desktop.services.keeper import OwnersKeeper
from omnisight_desktop.services.shape import Names
from omnisight_desktop.storage.gestures import GestureArchive
from omnisight_desktop.storage.writer import Writer
from tests.fakes.bodies import circling, hidden, moving, pushing, taught, waving
from tests.storage.store import NOON, Store, event

WAVES = [moving(waving, seed=n, seconds=1.8 + 0.2 * n) for n in range(3)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.at(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def writer(store: Store) -> Iterator[Writer]:
    with store.writing() as writer:
        yield writer


@pytest.fixture
def library(store: Store, writer: Writer) -> Gestures:
    return Gestures(GestureArchive(store.database), writer, ManualClock(NOON))


def teach(library: Gestures, label: str, *takes: Take, **more: Any) -> None:
    lesson = library.lesson(label, takes, **more)
    assert lesson.gesture is not None
    library.keep(lesson.gesture)


def test_what_is_taught_is_known(library: Gestures) -> None:
    teach(library, " big   wave ", *WAVES, created_by="Anna")
    [known] = library.all()
    assert (known.label, known.created_by, known.created) == ("big wave", "Anna", NOON)
    assert len(known.takes) == 3
    assert known.num_frames > 30
    assert library.find("BIG WAVE") is not None
    assert library.get(known.id).label == "big wave"


def test_a_lesson_keeps_nothing_by_itself(library: Gestures) -> None:
    assert library.lesson("wave", WAVES).gesture is not None
    assert library.all() == []


def test_takes_that_are_no_good_are_left_out_and_without_a_good_one_nothing_is_learnt(
    library: Gestures,
) -> None:
    still, strange = moving(seconds=2.0), moving(pushing, seed=9)
    lesson = library.lesson("wave", [*WAVES, still, strange])
    assert [v.fault for v in lesson.verdicts] == [None, None, None, Fault.STILL, Fault.DIFFERS]
    assert lesson.gesture is not None
    assert len(lesson.gesture.takes) == 3
    assert library.lesson("wave", [still]).gesture is None


def test_a_label_that_exists_is_refused_or_added_to(library: Gestures) -> None:
    teach(library, "wave", WAVES[0], created_by="Anna")
    with pytest.raises(UsageError, match="a gesture 'wave' already"):
        library.lesson("Wave", WAVES)
    teach(library, "WAVE", WAVES[1], more=True)
    [known] = library.all()
    assert (known.label, known.created_by, len(known.takes)) == ("wave", "Anna", 2)
    added = library.lesson("wave", [moving(pushing)], more=True)
    assert [v.fault for v in added.verdicts] == [Fault.DIFFERS]


NOBODY = Take(np.full_like(WAVES[0].points, np.nan), WAVES[0].times_s)
TWO = Verdict(None, Fault.SEVERAL, "Two people are seen in it.", "Only one may be.")


@pytest.mark.parametrize(
    ("take", "before", "fault"),
    [
        (NOBODY, None, Fault.NOBODY),
        (WAVES[0], TWO, Fault.SEVERAL),
        (hidden(WAVES[0], 11, 12), None, Fault.HALF),
        (hidden(WAVES[0], 13, 14, 15, 16), None, Fault.ARM),
        (moving(seconds=3.0), None, Fault.STILL),
        (WAVES[0].part(0, 1), None, Fault.SHORT),
        (moving(waving, seconds=1000.0, fps=10.0), None, Fault.LONG),
    ],
    ids=["nobody", "two", "half", "no arms", "still", "one picture", "ten thousand"],
)
def test_what_cannot_be_learnt_is_said_and_nothing_is_stored(
    library: Gestures, take: Take, before: Verdict | None, fault: Fault
) -> None:
    lesson = library.lesson("wave", [take], faults=[before])
    assert [verdict.fault for verdict in lesson.verdicts] == [fault]
    assert lesson.verdicts[0].reason
    assert lesson.verdicts[0].fix
    assert lesson.gesture is None
    assert library.all() == []


@pytest.mark.parametrize("label", ["", "  ", "x" * 61, "a\nb\x07"])
def test_a_name_that_is_none_is_refused(library: Gestures, label: str) -> None:
    with pytest.raises(UsageError, match="no name for a gesture"):
        library.lesson(label, WAVES)


def test_what_it_may_be_confused_with_is_told_before_it_is_kept(library: Gestures) -> None:
    teach(library, "greet", WAVES[0])
    teach(library, "push", moving(pushing))
    lesson = library.lesson("wave", WAVES[1:])
    assert [one.label for one in lesson.confusable] == ["greet"]
    assert library.lesson("circle", [moving(circling)]).confusable == ()


def test_a_gesture_is_switched_off_and_forgotten(library: Gestures) -> None:
    teach(library, "wave", *WAVES)
    library.switch("wave", on=False)
    assert not library.get("wave").enabled
    assert library.lexicon() is None
    library.switch("wave", on=True)
    assert library.lexicon() is not None
    assert library.delete("Wave").label == "wave"
    assert library.all() == []
    with pytest.raises(NotFound, match="no gesture 'wave'"):
        library.delete("wave")


def test_who_looks_for_gestures_hears_of_each_change_once(library: Gestures) -> None:
    newest = library.newest()
    assert next(newest) == (None,)
    assert next(newest) is None
    teach(library, "wave", *WAVES)
    changed = next(newest)
    assert changed is not None
    assert changed[0] is not None
    assert changed[0].labels == ("wave",)
    assert next(newest) is None
    library.delete("wave")
    assert next(newest) == (None,)


def test_gestures_from_a_file_are_all_taken_in_or_none(library: Gestures) -> None:
    teach(library, "wave", *WAVES)
    other = [taught("circle", moving(circling)), taught("Wave", moving(waving, seed=8))]
    with pytest.raises(UsageError, match="a gesture 'Wave' already"):
        library.take_in(other)
    assert [g.label for g in library.all()] == ["wave"]
    mine = library.get("wave").id
    library.take_in(other, replacing=True)
    assert sorted(g.label for g in library.all()) == ["Wave", "circle"]
    assert library.get("wave").id == mine
    assert len({g.id for g in library.all()}) == 2


def test_how_often_each_was_made_is_counted(library: Gestures, store: Store) -> None:
    for number, label in enumerate(["wave", "wave", "bow"]):
        at = NOON + timedelta(seconds=number)
        store.fill(event(f"E{number}", type="gesture", label=label, start=at))
    used = library.usage()
    assert (used["wave"].count, used["wave"].last) == (2, NOON + timedelta(seconds=1))
    assert used["bow"].count == 1


def test_how_somebody_moved_is_kept_with_the_event_and_goes_with_it(
    library: Gestures, store: Store, writer: Writer
) -> None:
    moved = EventPoses("E1", NOON, WAVES[0], (640, 360))
    writer.commit(event("E1", type="gesture"), moved)
    found = library.poses("E1")
    assert found is not None
    assert np.abs(found.take.points - WAVES[0].points).max() < 0.05
    writer.erase("event", ["E1"])
    assert library.poses("E1") is None
    assert store.sql("SELECT count(*) FROM event_poses") == [(0,)]


def test_another_program_has_the_owner_keep_and_forget(library: Gestures, store: Store) -> None:
    def knock(verb: str, payload: Any) -> Any:
        assert verb == "gestures.keep"
        return library.answer(payload)

    newest = library.newest()
    next(newest)
    keeper = OwnersKeeper(knock, lambda: Names({}, {}))
    other = Gestures(GestureArchive(store.database), keeper, ManualClock(NOON))
    teach(other, "wave", *WAVES)
    assert [g.label for g in library.all()] == ["wave"]
    assert next(newest) is not None  # the owner's cameras look for it at once
    other.delete("wave")
    assert library.all() == []


def test_a_gesture_that_is_damaged_does_not_hide_the_others(
    library: Gestures, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    teach(library, "wave", *WAVES)
    teach(library, "circle", moving(circling))
    store.sql("UPDATE gesture_templates SET takes = x'0102' WHERE label = 'circle'")
    assert [g.label for g in library.all()] == ["wave"]
    assert "circle cannot be used" in caplog.text
