"""Gestures in the window: taught step by step, tried, looked at, shared, and had back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.clock import ManualClock, SystemClock
from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.gesture import Take
from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.gui import theme, tongue
from omnisight_desktop.gui.appearance import words_of
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.gestures import COMPARE, GesturesPanel
from omnisight_desktop.gui.viewmodels.figures import falling, figure_of, raised
from omnisight_desktop.gui.viewmodels.gestures import GesturesViewModel
from omnisight_desktop.gui.viewmodels.mirror import MirrorViewModel, Sort, Teacher
from omnisight_desktop.gui.viewmodels.teaching import COUNTED_S, Phase, TeachingViewModel
from omnisight_desktop.gui.viewmodels.trying import TryingViewModel
from omnisight_desktop.gui.widgets.figure import FigureView
from omnisight_desktop.perception.pose.choose import ChosenFinder
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.trigger import Gestured
from omnisight_desktop.services.gesture_file import save_gestures
from omnisight_desktop.services.gestures.sitting import Seen, Sitting, Tried
from omnisight_desktop.services.gestures.teaching import Recording
from omnisight_desktop.services.settings import Preferences
from tests.fakes.bodies import Puppets, circling, joined, moving, pushing, waving
from tests.fakes.films import film, greys
from tests.gui.conftest import Quiet
from tests.gui.walk import faults, unnamed
from tests.home import event

PATIENCE_MS = 15_000
REST = moving(seconds=0.5, fps=15)
SHOWN = [joined(REST, moving(waving, seed=n, fps=15), REST) for n in range(4)]
PICTURE = ArrayPicture(np.zeros((90, 160, 3), np.uint8))


class Given:
    """Finds poses with this one."""

    def __init__(self, finder: PoseFinder | None) -> None:
        self._finder = finder

    def load(self) -> PoseFinder:
        if self._finder is None:
            raise ModelMissing("The model is not here.", fix="Get it.")
        return self._finder

    def close(self) -> None:
        pass


class Sat:
    """Somebody in front of a camera, as far as teaching is concerned."""

    def __init__(self, *takes: Take) -> None:
        self.left = list(takes)
        self.newest = Seen(1, PICTURE, 0.0)
        self.trouble = None
        self.over = False
        self.recorded_s: float | None = None
        self.tried: Tried | None = None
        self._ready: list[Recording] = []

    def record(self, _: float) -> None:
        self._ready.append(Recording(self.left.pop(0)))

    def enough(self) -> None:
        pass

    def leave(self) -> None:
        pass

    def taken(self) -> Recording | None:
        return self._ready.pop() if self._ready else None


def teach(quiet: Quiet, label: str, *takes: Take, by: str | None = None) -> None:
    lesson = quiet.house.gestures.lesson(label, takes, created_by=by)
    assert lesson.gesture is not None
    quiet.house.gestures.keep(lesson.gesture)


@pytest.fixture
def teaching(quiet: Quiet) -> TeachingViewModel:
    """Somebody stands in front of a camera, and shows the same four times."""
    mirror = MirrorViewModel(quiet.desk)
    mirror.teacher = Teacher("hall", Sort.CAMERA, "Hall")
    mirror.sitting = cast("Sitting", Sat(*SHOWN))
    return TeachingViewModel(quiet.desk, mirror)


def record_all(model: TeachingViewModel, quiet: Quiet, qtbot: QtBot) -> None:
    """Pass the time until nothing goes on any more."""
    clock = cast("ManualClock", quiet.house.clock)

    def still() -> bool:
        clock.advance(0.5)
        model.pull()
        return model.phase is Phase.STILL and not model.judging

    qtbot.waitUntil(lambda: model.phase is not Phase.STILL, timeout=PATIENCE_MS)
    qtbot.waitUntil(still, timeout=PATIENCE_MS)


def test_three_takes_are_counted_down_recorded_judged_and_kept(
    teaching: TeachingViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    assert not teaching.can_start
    teaching.call("wave")
    teaching.taught_by("Anna")
    teaching.start()
    qtbot.waitUntil(lambda: teaching.phase is Phase.COUNTING, timeout=PATIENCE_MS)
    assert teaching.left_s == pytest.approx(COUNTED_S)
    record_all(teaching, quiet, qtbot)
    assert [row.words for row in teaching.takes] == ["Good"] * 3
    assert all(row.figure is not None for row in teaching.takes)
    assert quiet.house.gestures.all() == []
    with qtbot.waitSignal(teaching.kept, timeout=PATIENCE_MS):
        teaching.save()
    [known] = quiet.house.gestures.all()
    assert (known.label, known.created_by, len(known.takes)) == ("wave", "Anna", 3)
    assert teaching.takes == []


def test_a_bad_take_says_why_is_not_learnt_from_and_can_be_removed(
    teaching: TeachingViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    cast("Sat", teaching.mirror.sitting).left[1] = moving(seconds=2.0)
    teaching.call("wave")
    teaching.start()
    record_all(teaching, quiet, qtbot)
    assert [row.good for row in teaching.takes] == [True, False, True, True]
    assert teaching.takes[1].words == "Nothing moves in it."
    assert teaching.takes[1].fix
    teaching.remove(1)
    qtbot.waitUntil(lambda: teaching.can_save, timeout=PATIENCE_MS)
    assert [row.good for row in teaching.takes] == [True] * 3
    quiet.answer()
    qtbot.waitUntil(lambda: len(teaching.takes) == 4 and not teaching.judging, timeout=PATIENCE_MS)


def test_what_it_may_be_taken_for_is_said_before_it_is_kept(
    teaching: TeachingViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    teach(quiet, "greet", moving(waving, seed=7))
    teaching.call("wave")
    teaching.start()
    record_all(teaching, quiet, qtbot)
    assert [one.label for one in teaching.alike] == ["greet"]
    assert 0.5 < teaching.alike[0].share <= 1
    assert [g.label for g in quiet.house.gestures.all()] == ["greet"]


def test_a_name_that_is_taken_is_refused_before_anybody_moves(
    teaching: TeachingViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    teach(quiet, "wave", SHOWN[0])
    teaching.call("Wave")
    teaching.start()
    qtbot.waitUntil(lambda: "already" in teaching.trouble, timeout=PATIENCE_MS)
    assert teaching.phase is Phase.STILL


def test_more_takes_are_added_to_one_that_is_known(
    teaching: TeachingViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    teach(quiet, "wave", SHOWN[0], by="Anna")
    teaching.begin("wave")
    teaching.start()
    record_all(teaching, quiet, qtbot)
    assert len(teaching.takes) == 1
    with qtbot.waitSignal(teaching.kept, timeout=PATIENCE_MS):
        teaching.save()
    [known] = quiet.house.gestures.all()
    assert (known.created_by, len(known.takes)) == ("Anna", 2)


def test_stopping_leaves_what_was_recorded(
    teaching: TeachingViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    teaching.call("wave")
    teaching.start()
    qtbot.waitUntil(lambda: teaching.phase is Phase.COUNTING, timeout=PATIENCE_MS)
    teaching.stop()
    assert (teaching.phase, teaching.takes, teaching.can_save) == (Phase.STILL, [], False)


@pytest.fixture
def library(quiet: Quiet, qtbot: QtBot) -> Iterator[GesturesViewModel]:
    """Two gestures are known, one of them was made, and a rule is about it."""
    teach(quiet, "wave", *SHOWN[:3], by="Anna")
    teach(quiet, "circle", moving(circling))
    camera = quiet.house.cameras.add("rtsp://10.0.0.5/small", "Hall").camera
    rules = (Rule("r", Gestured("wave"), "Disarm"),)
    quiet.house.rules.keep(Rulebook(camera.id, rules=rules))
    now = SystemClock().now()
    for number in range(3):
        made = event(f"G{number}", type="gesture", minutes_ago=0, label="wave", camera=camera.id)
        quiet.house.keeper.commit(replace(made, start=now, end=now))
    model = GesturesViewModel(quiet.desk)
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    yield model
    model.close()


def changed(model: GesturesViewModel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not model._desk.ops._waiting, timeout=PATIENCE_MS)


def test_the_library_tells_what_is_known_and_how_often_it_is_made(
    library: GesturesViewModel,
) -> None:
    circle, wave = library.cards
    assert (circle.label, wave.label) == ("circle", "wave")
    assert wave.taught == "3 takes by Anna"
    assert wave.made.startswith("3 ×")
    assert circle.made == "not made in 30 days"
    assert wave.figure is not None
    library.open("wave")
    page = library.page
    assert page is not None
    assert page.statistics.days[-1] == 3
    assert page.cameras == (("Hall", 3),)
    assert [use.name for use in page.rules] == ["Disarm"]
    assert len(page.figures) == 3


def test_what_goes_can_be_had_back(library: GesturesViewModel, quiet: Quiet, qtbot: QtBot) -> None:
    library.remove_take("wave", 1)
    changed(library, qtbot)
    assert len(quiet.house.gestures.get("wave").takes) == 2
    quiet.answer()
    changed(library, qtbot)
    assert len(quiet.house.gestures.get("wave").takes) == 3
    library.delete("wave")
    changed(library, qtbot)
    assert [card.label for card in library.cards] == ["circle"]
    quiet.answer()
    changed(library, qtbot)
    assert [card.label for card in library.cards] == ["circle", "wave"]


def test_the_last_take_stays(library: GesturesViewModel, quiet: Quiet, qtbot: QtBot) -> None:
    library.remove_take("circle", 0)
    changed(library, qtbot)
    assert len(quiet.house.gestures.get("circle").takes) == 1
    assert any("needs a take" in words for words in quiet.told.said)


def test_gestures_are_shared_and_taken_in_again(
    library: GesturesViewModel, quiet: Quiet, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "mine.json"
    library.export(file)
    changed(library, qtbot)
    quiet.house.gestures.delete("wave")
    library.take_in(file)
    changed(library, qtbot)
    assert "already" in quiet.told.offered[-1][0]
    assert [g.label for g in quiet.house.gestures.all()] == ["circle"]
    quiet.answer()
    changed(library, qtbot)
    assert [g.label for g in quiet.house.gestures.all()] == ["circle", "wave"]
    quiet.answer()
    changed(library, qtbot)
    assert [g.label for g in quiet.house.gestures.all()] == ["circle"]


def test_a_file_that_is_none_changes_nothing(
    library: GesturesViewModel, quiet: Quiet, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "bad.json"
    file.write_text('{"format": "omnisight-gestures", "version": 1, "gestures": [{"label": 7}]}')
    library.take_in(file)
    changed(library, qtbot)
    assert any("has no name" in words for words in quiet.told.said)
    assert len(quiet.house.gestures.all()) == 2


def test_switching_and_the_other_hand(
    library: GesturesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    library.switch("wave", on=False)
    library.mirror_too("circle", on=True)
    changed(library, qtbot)
    assert not quiet.house.gestures.get("wave").enabled
    assert quiet.house.gestures.get("circle").mirrored
    library.switch("fall", on=True)
    changed(library, qtbot)
    assert [card.on for card in library.activities] == [True, False]
    assert quiet.house.gestures.activities == ("fall",)  # at once: whoever watches asks for it
    assert Preferences(quiet.house.paths).current().gestures.falls


def test_mix_ups_are_old_as_soon_as_anything_changed_that_they_rest_on(
    library: GesturesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    def compared() -> None:
        library.compare()
        changed(library, qtbot)
        library.load()
        changed(library, qtbot)
        assert not library.stale

    compared()
    library.remove_take("wave", 1)
    changed(library, qtbot)
    assert library.stale
    compared()
    library.mirror_too("wave", on=True)
    changed(library, qtbot)
    assert library.stale
    compared()
    library.switch("circle", on=False)
    changed(library, qtbot)
    assert library.stale


def test_figures_are_those_of_the_takes_that_came_in_place_of_others(
    library: GesturesViewModel, quiet: Quiet, qtbot: QtBot, tmp_path: Path
) -> None:
    library.open("circle")
    before = library.page
    assert before is not None
    other = replace(quiet.house.gestures.get("circle"), takes=(moving(pushing),))
    save_gestures([other], tmp_path / "other.json")
    library.take_in(tmp_path / "other.json", replacing=True)
    changed(library, qtbot)
    after = library.page
    assert after is not None
    assert len(after.figures) == len(before.figures) == 1
    assert after.figures[0] is not before.figures[0]


def test_a_take_that_was_refused_can_be_seen_again_once(qtbot: QtBot) -> None:
    figure = figure_of(moving(waving, seconds=0.4))
    view = FigureView(Look(theme.DARK), small=True)
    qtbot.addWidget(view)
    view.show()
    view.show_figure(figure, dim=True)
    assert not view._timer.isActive()
    view.begin_again()
    assert view._timer.isActive()
    view.show_figure(figure, dim=True)  # what is said of it is said again meanwhile
    assert view._timer.isActive()
    qtbot.waitUntil(lambda: not view._timer.isActive(), timeout=PATIENCE_MS)


def test_a_rule_is_made_of_a_gesture(library: GesturesViewModel, quiet: Quiet) -> None:
    library.make_rule("wave")
    library.open("wave")
    page = library.page
    assert page is not None
    library.show_rule(page.rules[0])
    assert quiet.told.gone == [("rules", "gesture/wave"), ("rules", f"{page.rules[0].camera}/r")]


def test_what_is_tried_out_is_shown(quiet: Quiet, qtbot: QtBot) -> None:
    teach(quiet, "wave", *SHOWN[:3])
    mirror = MirrorViewModel(quiet.desk)
    sat = Sat()
    mirror.sitting = cast("Sitting", sat)
    asked: list[object] = []
    sat.try_out = lambda *told: asked.append(told)  # type: ignore[attr-defined]
    model = TryingViewModel(quiet.desk, mirror)
    model.open()
    qtbot.waitUntil(lambda: model.ready, timeout=PATIENCE_MS)
    model.pull()
    assert len(asked) == 1
    sat.tried = Tried({"wave": 0.2}, {"wave": 0.9})
    model.pull()
    assert [(bar.label, bar.now, bar.best) for bar in model.bars] == [("wave", 0.2, 0.9)]
    model.pull()
    assert len(asked) == 1


def test_a_film_teaches_in_the_mirror(quiet: Quiet, qtbot: QtBot, tmp_path: Path) -> None:
    shown = film(tmp_path / "film.mp4", greys(range(8)))
    quiet.desk.live.poses = cast("ChosenFinder", Given(Puppets(SHOWN[0])))
    mirror = MirrorViewModel(quiet.desk)
    mirror.open()
    mirror.choose_films((str(shown),))

    def pulled() -> bool:
        mirror.pull(-1, (160, 90))
        return mirror.words == "The film is over."

    qtbot.waitUntil(pulled, timeout=PATIENCE_MS)
    picture = mirror.pull(-1, (160, 90))
    assert picture is not None
    assert picture.image.shape[1] <= 160
    mirror.close()


def test_a_missing_model_is_said_with_what_helps(
    quiet: Quiet, qtbot: QtBot, tmp_path: Path
) -> None:
    quiet.desk.live.poses = cast("ChosenFinder", Given(None))
    mirror = MirrorViewModel(quiet.desk)
    mirror.open()
    mirror.choose_films((str(tmp_path / "film.mp4"),))

    def told() -> bool:
        mirror.pull(-1, (160, 90))
        return mirror.needs_model

    qtbot.waitUntil(told, timeout=PATIENCE_MS)
    assert "not here" in mirror.words
    mirror.get_model()
    assert quiet.told.gone == [("preferences", "models")]
    mirror.close()


def test_figures_fit_their_field() -> None:
    for take in (raised(), falling(), SHOWN[0]):
        figure = figure_of(take)
        assert figure is not None
        seen = figure.joints[figure.shown]
        assert seen[:, 1].min() >= 0
        assert seen[:, 1].max() <= 1
        assert seen[:, 0].max() <= figure.wide
        assert figure.at(figure.length_s + 0.1) == len(figure) - 1
    empty = Take(np.full_like(SHOWN[0].points, np.nan), SHOWN[0].times_s)
    assert figure_of(empty) is None


@pytest.fixture(params=["en", "de"])
def _language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.DARK)
    tongue.speak(words_of(request.param))
    yield
    tongue.speak(None)


@pytest.mark.usefixtures("_language")
def test_the_panel_shows_all_its_pages(
    library: GesturesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    quiet.desk.live.poses = cast("ChosenFinder", Given(Puppets(SHOWN[0])))
    panel = GesturesPanel(library, Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.resize(1200, 760)
    panel.show()
    for place in ("wave", "teach", "try", "compare"):
        panel.show_this(place)
        panel._pull()
        changed(library, qtbot)
        for _ in range(3):
            QApplication.processEvents()
        assert [str(fault) for fault in faults(panel)] == []
        assert unnamed(panel) == []
    assert panel._pages.currentIndex() == COMPARE
    told = library.confusion
    assert told is not None
    assert set(told.labels) == {"wave", "circle"}
    assert told.alone == {"circle"}
    names = {action.name for action in panel.actions_here()}
    assert {"gestures.teach", "gestures.record", "gestures.save"} <= names
    panel.hide()
    assert library.mirror.sitting is None
    panel.close_down()
