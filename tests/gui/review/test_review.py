"""Stories are listed, narrowed, chosen and reviewed; nothing of it waits for the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.kinds import Sort
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.viewmodels.review import ListState, ReviewViewModel
from omnisight_desktop.gui.viewmodels.stories import Told as Tell
from omnisight_desktop.gui.viewmodels.wanted import Facet, Wanted
from omnisight_desktop.services.house import House
from omnisight_desktop.services.review import Review
from tests.gui.conftest import Told
from tests.gui.review.conftest import ANNA, came
from tests.home import NOON

PATIENCE_MS = 10_000
Make = Callable[[Desk], ReviewViewModel]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[ReviewViewModel] = []

    def make(desk: Desk) -> ReviewViewModel:
        model = ReviewViewModel(desk)
        made.append(model)
        with qtbot.waitSignal(model.state_changed, timeout=PATIENCE_MS):
            model.come_forward()
        return model

    yield make
    for model in made:
        model.close()


@pytest.fixture
def model(desk: Desk, make: Make) -> ReviewViewModel:
    return make(desk)


def listed(model: ReviewViewModel) -> list[str]:
    return [entry.event for entry in model.stories.entries]


def wait_for(qtbot: QtBot, model: ReviewViewModel, events: list[str]) -> None:
    qtbot.waitUntil(lambda: listed(model) == events, timeout=PATIENCE_MS)


def test_stories_stand_newest_first_and_the_newest_is_shown(
    model: ReviewViewModel, qtbot: QtBot
) -> None:
    assert listed(model) == ["E3", "E1", "E4"]
    assert [entry.sort for entry in model.stories.entries] == [
        Sort.VEHICLE,
        Sort.PERSON,
        Sort.SOUND,
    ]
    assert model.stories.entries[1].card.title.startswith("Anna")
    assert (model.chosen, model.playing.cameras) == ("E3", ("yard",))
    assert not model.playing.speed


def test_each_event_can_stand_for_itself(model: ReviewViewModel, qtbot: QtBot) -> None:
    model.group(False)
    wait_for(qtbot, model, ["E2", "E3", "E1", "E4"])


@pytest.mark.parametrize(
    ("facet", "value", "left", "words"),
    [
        (Facet.CAMERA, "yard", ["E3"], "Yard"),
        (Facet.PERSON, ANNA, ["E1"], "Anna"),
        (Facet.LABEL, "car", ["E3"], "Car"),
        (Facet.TYPE, "loud", ["E4"], "Noise"),
        (Facet.TEXT, "dog", ["E4"], "“dog”"),
        (Facet.TEXT, "ANNA", ["E1"], "Anna"),
        (Facet.TIME, "1", ["E3", "E1", "E4"], "Today"),
    ],
)
def test_filters_narrow_and_a_chip_takes_each_away_again(
    model: ReviewViewModel, qtbot: QtBot, facet: Facet, value: str, left: list[str], words: str
) -> None:
    model.narrow(facet, value)
    wait_for(qtbot, model, left)
    (chip,) = model.chips()
    assert chip.words == words
    model.widen(chip)
    wait_for(qtbot, model, ["E3", "E1", "E4"])


def test_what_fits_nothing_says_so_and_can_be_cleared(model: ReviewViewModel, qtbot: QtBot) -> None:
    model.narrow(Facet.CAMERA, "yard")
    model.narrow(Facet.PERSON, ANNA)
    qtbot.waitUntil(lambda: model.state is ListState.NOTHING_FITS, timeout=PATIENCE_MS)
    model.clear()
    wait_for(qtbot, model, ["E3", "E1", "E4"])


def test_filters_and_the_way_of_listing_are_remembered(
    desk: Desk, make: Make, model: ReviewViewModel, qtbot: QtBot
) -> None:
    model.narrow(Facet.LABEL, "car")
    model.show_sheet(True)
    model.group(False)
    again = make(desk)
    wait_for(qtbot, again, ["E3"])
    assert again.as_sheet
    assert not again.grouped


def test_a_memory_that_makes_no_sense_narrows_nothing(desk: Desk, make: Make) -> None:
    desk.memory.setValue("review/wanted", '{"cameras": 7, "days": "x", "hat": 1')
    assert make(desk).wanted == Wanted()


def test_the_time_in_view_or_marked_narrows_too(model: ReviewViewModel, qtbot: QtBot) -> None:
    model.playing.mark_stretch(NOON.timestamp() - 1, NOON.timestamp() + 0.75)
    model.narrow(Facet.TIME, "marked")
    wait_for(qtbot, model, ["E1"])
    model.lanes.look(NOON.timestamp() * 1000 - 4_000_000, NOON.timestamp() * 1000)
    model.narrow(Facet.TIME, "view")
    wait_for(qtbot, model, ["E4"])


def test_a_story_that_was_reviewed_is_remembered_and_can_be_left_out(
    desk: Desk, house: House, make: Make, model: ReviewViewModel, qtbot: QtBot
) -> None:
    model.review("E1")
    qtbot.waitUntil(lambda: bool(_reviewed(house)), timeout=PATIENCE_MS)
    assert _reviewed(house) == {"E1"}
    again = make(desk)
    entry = again.stories.entry("E1")
    assert entry is not None
    assert entry.reviewed
    again.narrow(Facet.STATE, "fresh")
    wait_for(qtbot, again, ["E3", "E4"])
    model.review("E1")
    qtbot.waitUntil(lambda: not _reviewed(house), timeout=PATIENCE_MS)


def test_all_that_is_listed_can_be_reviewed_at_once(
    house: House,
    model: ReviewViewModel,
    offers: list[tuple[str, str, Callable[[], object]]],
    qtbot: QtBot,
) -> None:
    model.review("E1")
    model.review_all()
    qtbot.waitUntil(lambda: _reviewed(house) == {"E1", "E3", "E4"}, timeout=PATIENCE_MS)
    ((words, verb, undo),) = offers
    assert (words, verb) == ("2 stories reviewed.", "Undo")
    undo()
    qtbot.waitUntil(lambda: _reviewed(house) == {"E1"}, timeout=PATIENCE_MS)


def test_what_could_not_be_remembered_is_not_shown_as_if_it_were(
    model: ReviewViewModel, told: Told, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(Review, "mark", full)
    model.review("E1")
    qtbot.waitUntil(lambda: told.said == ["The disk is full."], timeout=PATIENCE_MS)
    entry = model.stories.entry("E1")
    assert entry is not None
    assert not entry.reviewed


def test_a_database_that_cannot_be_read_says_why_and_is_tried_again(
    desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise StorageError("The database is locked.")

    with monkeypatch.context() as broken:
        broken.setattr(Review, "page", locked)
        model = make(desk)
    assert (model.state, model.trouble) == (ListState.FAILED, "The database is locked.")
    model.load()
    wait_for(qtbot, model, ["E3", "E1", "E4"])
    assert model.state is ListState.READY


def test_one_goes_from_story_to_story_in_their_time(model: ReviewViewModel, told: Told) -> None:
    model.go_by_event(later=False)
    assert model.chosen == "E1"
    model.go_by_event(later=True)
    assert model.chosen == "E3"
    model.go_by_event(later=True)
    assert (model.chosen, told.said) == ("E3", ["That was the newest story."])


def test_choosing_a_story_plays_it_from_shortly_before(model: ReviewViewModel) -> None:
    model.choose("E1")
    assert model.playing.cameras == ("porch",)
    assert model.playing.speed == 1.0
    assert NOON.timestamp() - 1 < model.playing.at_s < NOON.timestamp() + 0.5
    assert model.lanes.since_ms < NOON.timestamp() * 1000 < model.lanes.until_ms


def test_a_story_that_is_not_in_the_list_is_looked_up(model: ReviewViewModel, qtbot: QtBot) -> None:
    model.narrow(Facet.LABEL, "car")
    wait_for(qtbot, model, ["E3"])
    model.choose("E2")
    qtbot.waitUntil(lambda: model.playing.cameras == ("porch",), timeout=PATIENCE_MS)
    assert model.chosen == "E1"


def test_what_happens_meanwhile_comes_on_top(
    model: ReviewViewModel, house: House, qtbot: QtBot
) -> None:
    house.keeper.commit(came("E9", 20.0, label="dog"))
    wait_for(qtbot, model, ["E9", "E3", "E1", "E4"])
    assert model.chosen == "E3"


def test_best_crops_come_once_somebody_looks_at_them(
    model: ReviewViewModel, house: House, qtbot: QtBot
) -> None:
    row = model.stories.index(model.stories.row_of("E1"))
    assert row.data(Tell.PICTURE) is None
    qtbot.waitUntil(lambda: row.data(Tell.PICTURE) is not None, timeout=PATIENCE_MS)
    # No crop was kept: it is what the camera showed then.
    assert row.data(Tell.PICTURE).width() == 320


def test_an_empty_house_says_what_will_be_here_and_offers_the_first_step(
    desk: Desk, house: House, told: Told, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    house.keeper.erase("event", ["E1", "E2", "E3", "E4"])
    monkeypatch.setattr(type(house.events), "newest_seq", lambda _: 0)
    model = ReviewViewModel(desk)
    model.come_forward()
    qtbot.waitUntil(lambda: model.state is ListState.EMPTY, timeout=PATIENCE_MS)
    model.help()
    assert told.gone == [("cameras", "")]
    model.close()


def test_the_list_grows_as_one_scrolls(desk: Desk, house: House, make: Make, qtbot: QtBot) -> None:
    house.keeper.commit(*(came(f"N{n:03}", 30 + n / 100) for n in range(100)))
    model = make(desk)
    assert model.stories.rowCount() == 60
    top = model.stories.index(0).parent()
    assert model.stories.canFetchMore(top)
    model.stories.fetchMore(top)
    qtbot.waitUntil(lambda: model.stories.rowCount() == 103, timeout=PATIENCE_MS)
    assert not model.stories.canFetchMore(top)


def _reviewed(house: House) -> set[str]:
    page = house.review.page(replace(Wanted(), fresh=False).filter(NOON))
    return set(page.reviewed)


def test_a_name_that_is_typed_slowly_leaves_no_word_behind(
    model: ReviewViewModel, qtbot: QtBot
) -> None:
    model.narrow(Facet.TEXT, "Ann")
    model.narrow(Facet.TEXT, "Anna")
    wait_for(qtbot, model, ["E1"])
    assert [chip.words for chip in model.chips()] == ["Anna"]


def test_a_word_and_a_person_narrow_together(
    model: ReviewViewModel, house: House, qtbot: QtBot
) -> None:
    house.keeper.commit(
        came("E5", -600.0, person=ANNA, text="brought a parcel"),
        came("E6", -500.0, text="took a parcel"),
    )
    model.narrow(Facet.PERSON, ANNA)
    wait_for(qtbot, model, ["E1", "E5"])
    model.narrow(Facet.TEXT, "parcel")
    wait_for(qtbot, model, ["E5"])
    assert {chip.words for chip in model.chips()} == {"Anna", "“parcel”"}
    model.narrow(Facet.TEXT, "dog")
    qtbot.waitUntil(lambda: model.state is ListState.NOTHING_FITS, timeout=PATIENCE_MS)


def test_a_story_that_filters_hide_can_be_reviewed_and_exported(
    model: ReviewViewModel, house: House, qtbot: QtBot
) -> None:
    model.narrow(Facet.LABEL, "car")
    wait_for(qtbot, model, ["E3"])
    model.choose("E1", play=False)
    qtbot.waitUntil(lambda: model.chosen == "E1", timeout=PATIENCE_MS)
    entry = model.entry()
    assert entry is not None
    model.plan_export()
    plan = model.export.plan
    assert plan.since == entry.start - timedelta(seconds=2)
    model.review()
    qtbot.waitUntil(lambda: _reviewed(house) == {"E1"}, timeout=PATIENCE_MS)
    assert (entry := model.entry()) is not None
    assert entry.reviewed
    model.choose("E3", play=False)
    model.choose("E1", play=False)
    qtbot.waitUntil(lambda: model.chosen == "E1", timeout=PATIENCE_MS)
    assert (entry := model.entry()) is not None
    assert entry.reviewed
