"""People in the window: the wall, the questions, a page for each, merging by drag, adding, forgetting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.face import Face, FaceKind, Sighting, Verdict
from omnisight_desktop.core.identity import Person, PersonState
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.people import PeoplePanel
from omnisight_desktop.gui.viewmodels.facelist import Shown
from omnisight_desktop.gui.viewmodels.people import PeopleViewModel, Standing
from omnisight_desktop.gui.widgets.face_wall import FaceWall
from omnisight_desktop.gui.widgets.hold import HoldButton
from omnisight_desktop.services.inbox import Asked
from omnisight_desktop.services.settings import Preferences
from tests.fakes.faces import blank, paint, painted_reader, vector
from tests.gui.conftest import Quiet
from tests.gui.walk import faults
from tests.home import NOON

PATIENCE_MS = 20_000
ANNA, BERT, CARL = "Person_AAAAAAAA", "Person_BBBBBBBB", "Person_CCCCCCCC"


def jpeg(shade: int) -> bytes:
    done, data = cv2.imencode(".jpg", np.full((40, 40, 3), shade, np.uint8))
    assert done
    return bytes(data.tobytes())


def visit(quiet: Quiet, track: str, person: str | None, who: int, hours_ago: float) -> None:
    start = NOON - timedelta(hours=hours_ago)
    end = start + timedelta(seconds=20)
    kind = FaceKind.SEEN if person else FaceKind.EVIDENCE
    verdict = Verdict.KNOWN if person else Verdict.UNSURE
    likely = None if person else ANNA
    quiet.house.keeper.commit(
        Face(
            f"F{track}", kind, "painted", vector(who), 0.8, start, person, "porch", track, jpeg(90)
        ),
        Event(
            f"E{track}", "porch", "appeared", start, end, label="person", person=person, track=track
        ),
        Sighting(track, "porch", start, end, verdict, person, likely, 0.58, 1, f"E{track}"),
    )


@pytest.fixture
def furnished_people(quiet: Quiet) -> Quiet:
    """Anna came twice, a visitor three times; once it may have been Anna."""
    quiet.house.people.recognition._reader = painted_reader()
    quiet.house.people.recognition.switch(True)
    quiet.house.keeper.commit(
        Person(ANNA, "Anna"), Person(BERT, None, visitor=1), Person(CARL, None, visitor=2)
    )
    visit(quiet, "T1", ANNA, 1, 30)
    visit(quiet, "T2", ANNA, 1, 2)
    for number in range(3):
        visit(quiet, f"B{number}", BERT, 2, 3 + number)
    visit(quiet, "C1", CARL, 3, 50)
    visit(quiet, "U1", None, 1, 1)
    return quiet


@pytest.fixture
def model(furnished_people: Quiet, qtbot: QtBot) -> PeopleViewModel:
    model = PeopleViewModel(furnished_people.desk)
    model.load()
    model.asking.load()
    qtbot.waitUntil(lambda: model.loaded and model.asking.current is not None, timeout=PATIENCE_MS)
    return model


def settle(quiet: Quiet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not quiet.desk.ops._waiting, timeout=PATIENCE_MS)


def names(quiet: Quiet) -> list[str]:
    return [one.person.shown for one in quiet.house.people.all()]


def test_everybody_stands_on_the_wall_visitors_who_come_often_first(model: PeopleViewModel) -> None:
    assert [card.name for card in model.people.cards] == ["Anna"]
    assert [card.name for card in model.visitors.cards] == ["Visitor 1", "Visitor 2"]
    assert model.visitors.cards[0].line.startswith("3×")
    assert model.summary == "1 person · 2 visitors"
    model.search("visitor 2")
    assert not model.people.cards
    assert [card.id for card in model.visitors.cards] == [CARL]


def test_who_was_not_seen_for_long_stands_aside_until_looked_for(
    quiet: Quiet, model: PeopleViewModel, qtbot: QtBot
) -> None:
    quiet.house.keeper.commit(Person(CARL, "Carl", state=PersonState.ARCHIVED))
    model.load()
    qtbot.waitUntil(lambda: "1 archived" in model.summary, timeout=PATIENCE_MS)

    assert [card.name for card in model.people.cards] == ["Anna"]
    model.search("carl")
    assert [card.name for card in model.people.cards] == ["Carl"]


def test_pictures_come_when_they_are_looked_at(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    place = model.people.index(0)
    assert place.data(Shown.PICTURE) is None
    qtbot.waitUntil(lambda: place.data(Shown.PICTURE) is not None, timeout=PATIENCE_MS)


def test_one_question_is_asked_at_a_time_and_a_name_answers_it(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    asked = model.asking.current
    assert asked is not None
    assert (asked.question.kind, asked.words) == (Asked.WHO, "Who is Visitor 1?")
    assert model.asking.left == 2
    model.asking.name(" Bert ")
    settle(furnished_people, qtbot)
    qtbot.waitUntil(lambda: model.asking.current is not None, timeout=PATIENCE_MS)
    assert "Bert" in names(furnished_people)
    second = model.asking.current
    assert second is not None
    assert second.words == "Is this Anna?"
    furnished_people.answer()
    qtbot.waitUntil(lambda: "Bert" not in names(furnished_people), timeout=PATIENCE_MS)


def test_a_visitor_who_is_somebody_known_becomes_them(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    model.asking.name("anna")
    qtbot.waitUntil(lambda: names(furnished_people) == ["Anna", "Visitor 2"], timeout=PATIENCE_MS)


def test_yes_and_no_and_later(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    people = furnished_people.house.people
    model.asking.later()
    qtbot.waitUntil(
        lambda: (now := model.asking.current) is not None and now.question.track == "U1",
        timeout=PATIENCE_MS,
    )
    model.asking.answer(yes=True)
    qtbot.waitUntil(lambda: bool(furnished_people.told.offered), timeout=PATIENCE_MS)
    seen = people.sighting("U1")
    assert seen is not None
    assert seen.person == ANNA
    furnished_people.answer()
    settle(furnished_people, qtbot)
    again = people.sighting("U1")
    assert again is not None
    assert again.person is None


def test_a_question_that_was_read_before_it_was_answered_is_not_asked_again(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    asked = model.asking.current
    assert asked is not None
    again: list[bool] = []
    model.asking.changed.connect(
        lambda: again.append(
            model.asking.current is not None
            and model.asking.current is not asked
            and model.asking.current.question == asked.question
        )
    )
    model.asking.load()
    model.asking.name("Bert")
    settle(furnished_people, qtbot)
    qtbot.waitUntil(lambda: model.asking.current is not None, timeout=PATIENCE_MS)
    assert not any(again)


def test_a_page_that_was_left_meanwhile_does_not_close_the_next_one(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    gone: list[bool] = []
    model.one.gone.connect(lambda: gone.append(True))
    model.one.open("Person_NOBODY00")
    model.one.open(ANNA)
    settle(furnished_people, qtbot)
    assert (model.one.shown, gone) == (ANNA, [])
    assert model.one.portrait is not None


def test_a_question_is_not_asked_any_more(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    model.asking.put_aside()
    qtbot.waitUntil(lambda: bool(furnished_people.told.offered), timeout=PATIENCE_MS)
    assert [one.kind for one in furnished_people.house.people.questions()] == [Asked.WAS_IT]
    furnished_people.answer()
    settle(furnished_people, qtbot)
    assert len(furnished_people.house.people.questions()) == 2


def test_an_undo_does_not_take_back_what_came_later(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    model.merge(BERT, ANNA)
    qtbot.waitUntil(lambda: len(furnished_people.told.offered) == 1, timeout=PATIENCE_MS)
    furnished_people.house.people.rename("Visitor 2", "Carl")
    furnished_people.answer()
    settle(furnished_people, qtbot)
    assert names(furnished_people) == ["Anna", "Carl"]
    assert any("since" in words for words in furnished_people.told.said)


def test_faces_are_switched_on_at_once_and_for_good(quiet: Quiet, qtbot: QtBot) -> None:
    quiet.house.people.recognition._reader = painted_reader()
    model = PeopleViewModel(quiet.desk)
    assert model.standing is Standing.OFF
    model.switch_on()
    qtbot.waitUntil(lambda: model.standing is Standing.ON, timeout=PATIENCE_MS)
    settle(quiet, qtbot)
    assert Preferences(quiet.house.paths).get("people.recognise_faces").value is True
    quiet.answer()
    qtbot.waitUntil(lambda: model.standing is Standing.OFF, timeout=PATIENCE_MS)
    settle(quiet, qtbot)
    assert Preferences(quiet.house.paths).get("people.recognise_faces").value is False


def test_where_engines_are_missing_it_says_so(
    quiet: Quiet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing() -> None:
        raise ModelMissing("There are no weights.", fix="Get 'omnisight models pull facenet512'.")

    monkeypatch.setattr(quiet.house.people.recognition, "reader", nothing)
    quiet.house.people.recognition.switch(True)
    panel = shown(PeopleViewModel(quiet.desk), qtbot)
    qtbot.waitUntil(lambda: panel._model.standing is Standing.FAILED, timeout=PATIENCE_MS)
    assert said(panel, "no weights")
    press(panel, "Get what is missing")
    assert quiet.told.gone == [("preferences", "models")]


def test_the_page_of_somebody_tells_all_and_their_name_is_changed(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    furnished_people.house.keeper.commit(
        Event("S1", "porch", "spoken", NOON, NOON, text="Hello Anna")
    )
    model.one.open(ANNA)
    qtbot.waitUntil(lambda: model.one.portrait is not None, timeout=PATIENCE_MS)
    portrait = model.one.portrait
    assert portrait is not None
    assert (portrait.name, len(portrait.visits), len(portrait.looks)) == ("Anna", 2, 2)
    (line,) = portrait.heard
    assert (line.words, line.bite) == ("Hello Anna", b"")
    model.one.listen(line)  # of which no sound is kept
    assert furnished_people.told.gone == [("review", "S1")]
    furnished_people.told.gone.clear()
    assert portrait.visits[0].event == "ET2"
    model.one.play("ET2")
    assert furnished_people.told.gone == [("review", "ET2")]
    model.one.rename("Anna Lund")
    qtbot.waitUntil(lambda: "Anna Lund" in names(furnished_people), timeout=PATIENCE_MS)
    model.one.describe(consent="said yes")
    model.one.expire(30)
    settle(furnished_people, qtbot)
    anna = furnished_people.house.people.get("Anna Lund")
    assert anna.consent == "said yes"
    assert anna.expires == NOON + timedelta(days=30)


def test_a_visit_of_somebody_else_is_split_off(
    model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    model.one.open(ANNA)
    qtbot.waitUntil(lambda: model.one.portrait is not None, timeout=PATIENCE_MS)
    model.one.split(["T2"], "Dora")
    qtbot.waitUntil(lambda: "Dora" in names(furnished_people), timeout=PATIENCE_MS)
    settle(furnished_people, qtbot)
    portrait = model.one.portrait
    assert portrait is not None
    assert len(portrait.visits) == 1


# The panel


def shown(model: PeopleViewModel, qtbot: QtBot) -> PeoplePanel:
    panel = PeoplePanel(model, Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.resize(1200, 760)
    panel.show()
    qtbot.waitUntil(lambda: model.loaded, timeout=PATIENCE_MS)
    return panel


@pytest.fixture
def panel(model: PeopleViewModel, furnished_people: Quiet, qtbot: QtBot) -> Iterator[PeoplePanel]:
    panel = shown(model, qtbot)
    settle(furnished_people, qtbot)
    yield panel
    panel.hide()
    settle(furnished_people, qtbot)


def said(where: QWidget, words: str) -> bool:
    return any(words in one.text() for one in where.findChildren(QLabel) if one.isVisible())


def press(where: QWidget, words: str) -> None:
    (button,) = [b for b in where.findChildren(QPushButton) if b.isVisible() and words in b.text()]
    button.click()


def test_a_face_that_is_dragged_onto_another_is_merged_with_it(
    panel: PeoplePanel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    people, visitors = panel.findChildren(FaceWall)
    data = visitors.model().mimeData([visitors.model().index(0, 0)])
    middle = people.visualRect(people.model().index(0, 0)).center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    people.dropEvent(QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, buttons, keys))
    qtbot.waitUntil(lambda: names(furnished_people) == ["Anna", "Visitor 2"], timeout=PATIENCE_MS)
    settle(furnished_people, qtbot)
    words, verb, _ = furnished_people.told.offered[-1]
    assert (words, verb) == ("Visitor 1 and Anna are one now.", "Undo")
    furnished_people.answer()
    qtbot.waitUntil(lambda: len(names(furnished_people)) == 3, timeout=PATIENCE_MS)


def test_nobody_is_dropped_on_themselves(panel: PeoplePanel) -> None:
    people, _ = panel.findChildren(FaceWall)
    place = people.model().index(0, 0)
    data = people.model().mimeData([place])
    assert not people.model().canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, place)


def test_the_question_is_answered_by_a_key(
    panel: PeoplePanel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    assert said(panel.question, "Who is Visitor 1?")
    (field,) = [f for f in panel.question.findChildren(QLineEdit) if f.isVisible()]
    QTest.keyClicks(field, "Bert")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(panel.question, "Is this Anna?"), timeout=PATIENCE_MS)
    panel.question.answer(yes=False)
    settle(furnished_people, qtbot)
    kinds = [face.kind for face in furnished_people.house.people.album.looks(ANNA)]
    assert FaceKind.NOT_ME in kinds
    assert not panel.question.isVisible()


def test_a_click_opens_somebody_and_escape_leads_back(
    panel: PeoplePanel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    people, _ = panel.findChildren(FaceWall)
    place = people.visualRect(people.model().index(0, 0)).center()
    QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    qtbot.waitUntil(lambda: panel.page.isVisible() and said(panel.page, "seen 2"))
    settle(furnished_people, qtbot)
    others = [b for b in panel.page.findChildren(QToolButton) if "else" in b.toolTip()]
    others[0].click()
    assert said(panel.page, "Who was it")
    press(panel.page, "A visitor of their own")
    qtbot.waitUntil(lambda: "Visitor 3" in names(furnished_people), timeout=PATIENCE_MS)
    settle(furnished_people, qtbot)
    QTest.keyClick(panel.page, Qt.Key.Key_Escape)
    assert not panel.page.isVisible()


def test_somebody_is_added_from_photographs_and_each_says_why_it_does_not_serve(
    panel: PeoplePanel, furnished_people: Quiet, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [tmp_path / "dora.png", tmp_path / "wall.png"]
    for file, face in zip(files, (True, False), strict=True):
        image = blank(480, 240)
        if face:
            paint(image, 7, 40, 80)
        cv2.imwrite(str(file), image)
    panel.add()
    enrolling = panel._model.enrolling
    enrolling.choose(files)
    press(panel.sheet, "Add")
    assert said(panel.sheet, "Say who it is.")
    (name,) = panel.sheet.findChildren(QLineEdit)
    QTest.keyClicks(name, "Dora")
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: enrolling.done, timeout=PATIENCE_MS)
    assert [card.taken for card in enrolling.photos] == [True, False]
    qtbot.waitUntil(lambda: said(panel.sheet, "there is no face in it"), timeout=PATIENCE_MS)
    press(panel.sheet, "Show")
    assert panel.page.isVisible()
    qtbot.waitUntil(lambda: panel._model.one.portrait is not None, timeout=PATIENCE_MS)


def test_forgetting_is_told_first_and_takes_a_moment_of_holding(
    panel: PeoplePanel, furnished_people: Quiet, qtbot: QtBot
) -> None:
    panel.open(ANNA)
    panel.forget.ask_about(ANNA)
    qtbot.waitUntil(lambda: said(panel.forget, "Forget Anna?"), timeout=PATIENCE_MS)
    assert said(panel.forget, "2 looks at the face")
    assert said(panel.forget, "exported")
    (button,) = panel.forget.findChildren(HoldButton)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.filled > 0)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert button.filled == 0
    assert "Anna" in names(furnished_people)
    button._hold_ms = 50
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said(panel.forget, "Anna is forgotten"), timeout=PATIENCE_MS)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    settle(furnished_people, qtbot)
    assert "Anna" not in names(furnished_people)


def test_while_faces_are_off_the_bystanders_are_spoken_of(quiet: Quiet, qtbot: QtBot) -> None:
    panel = shown(PeopleViewModel(quiet.desk), qtbot)
    assert said(panel, "bystanders")
    for _ in range(3):
        QApplication.processEvents()
    assert [str(fault) for fault in faults(panel)] == []  # the whole sentence can be read
    quiet.house.people.recognition._reader = painted_reader()
    press(panel, "Recognise faces")
    qtbot.waitUntil(lambda: said(panel, "Nobody is known yet"), timeout=PATIENCE_MS)
    settle(quiet, qtbot)
