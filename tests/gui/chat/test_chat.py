"""Chat in the window: asked, answered piece by piece, stopped, kept, copied, saved, and watched for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import KeyRefused
from omnisight_desktop.core.speech import Said as Speech
from omnisight_desktop.flow.errand import Stop
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.chat import ChatPanel
from omnisight_desktop.gui.viewmodels.chat import ChatViewModel, Said
from omnisight_desktop.gui.viewmodels.chatpages import Page, write_markdown, write_pdf
from omnisight_desktop.gui.viewmodels.moment import Shot
from omnisight_desktop.gui.widgets.chatturn import TurnView
from omnisight_desktop.perception.hearing.remote import RemoteScribe
from omnisight_desktop.services.dictation import Dictation
from tests.chat.stage import Scripted
from tests.fakes.messages_api import Request, Says, messages_api, results_in
from tests.gui.conftest import Quiet
from tests.home import event

PATIENCE_MS = 20_000


@pytest.fixture
def model(quiet: Quiet) -> Iterator[ChatViewModel]:
    quiet.house.keeper.commit(
        Camera("porch", "Porch", "demo:"),
        event("e1", 10, clip="C1"),
        event("e2", 60),
        event("e3", 90, label="car"),
    )
    model = ChatViewModel(quiet.desk)
    yield model
    model.close()


def answered(model: ChatViewModel, qtbot: QtBot, question: str) -> None:
    model.ask(question)
    qtbot.waitUntil(lambda: not model.busy, timeout=PATIENCE_MS)


def texts(panel: ChatPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_an_answer_says_from_what_and_by_whom(model: ChatViewModel, qtbot: QtBot) -> None:
    answered(model, qtbot, "how many people came today?")
    (said,) = model.said
    assert said.text.startswith("2 people")
    assert said.line == "from 2 events · answered on this computer"
    assert said.left == ""
    assert [shot.event for shot in said.shots] == ["e1", "e2"]
    assert [shot.plays for shot in said.shots] == [True, False]
    assert "and yesterday?" in said.chips
    assert "more like this" in said.chips


def test_a_conversation_goes_on_is_kept_and_can_be_opened_again(
    model: ChatViewModel, qtbot: QtBot, quiet: Quiet
) -> None:
    answered(model, qtbot, "how many people came today?")
    answered(model, qtbot, "and cars?")
    assert model.said[1].text.startswith("1 car")
    qtbot.waitUntil(lambda: len(model.history) == 1, timeout=PATIENCE_MS)
    model.begin_anew()
    assert model.said == []
    model.open(model.history[0][0])
    qtbot.waitUntil(lambda: len(model.said) == 2, timeout=PATIENCE_MS)
    assert model.said[1].text.startswith("1 car")
    model.forget()
    qtbot.waitUntil(lambda: quiet.told.said == ["The conversation is erased."], timeout=PATIENCE_MS)
    assert quiet.house.talks.newest() == []


def test_a_watch_is_in_force_after_a_yes_and_can_be_undone(
    model: ChatViewModel, qtbot: QtBot, quiet: Quiet
) -> None:
    answered(model, qtbot, "tell me when a person comes on porch")
    assert "person comes (Porch), until" in model.said[0].offer.lower().replace("porch", "Porch")
    assert quiet.house.rules.book("porch").rules == ()
    model.accept(0)
    qtbot.waitUntil(lambda: bool(model.said[0].kept), timeout=PATIENCE_MS)
    assert len(quiet.house.rules.book("porch").rules) == 1
    quiet.answer()
    qtbot.waitUntil(lambda: model.said[0].kept == "", timeout=PATIENCE_MS)
    assert quiet.house.rules.book("porch").rules == ()


def let_it_finish(quiet: Quiet) -> None:
    """What was begun is through, and nobody here has heard of it yet."""
    quiet.desk.ops._pool.waitForDone(PATIENCE_MS)


def test_an_answer_that_comes_late_leaves_another_conversation_as_it_is(
    model: ChatViewModel, qtbot: QtBot, quiet: Quiet
) -> None:
    answered(model, qtbot, "how many people came today?")
    qtbot.waitUntil(lambda: len(model.history) == 1, timeout=PATIENCE_MS)
    first = model.history[0][0]
    model.begin_anew()
    model.ask("and cars?")
    let_it_finish(quiet)
    model.begin_anew()
    qtbot.waitUntil(lambda: not model.busy, timeout=PATIENCE_MS)
    assert model.said == []
    model.open(first)
    qtbot.waitUntil(lambda: len(model.said) == 1, timeout=PATIENCE_MS)
    assert model.said[0].text.startswith("2 people")


def test_a_yes_counts_where_it_was_said(model: ChatViewModel, qtbot: QtBot, quiet: Quiet) -> None:
    answered(model, qtbot, "tell me when a person comes on porch")
    model.accept(0)
    let_it_finish(quiet)
    model.begin_anew()
    qtbot.waitUntil(lambda: bool(quiet.told.offered), timeout=PATIENCE_MS)
    assert model.said == []
    quiet.answer()
    qtbot.waitUntil(lambda: not quiet.house.rules.book("porch").rules, timeout=PATIENCE_MS)


def test_waiting_is_said_once(qtbot: QtBot) -> None:
    view = TurnView(Look(theme.DARK), Said("who came?"), lambda *_: None)
    qtbot.addWidget(view)
    view.show()
    for _ in range(3):
        view.wait("Looking it up")
    lines = [one for one in view.findChildren(QLabel) if one.isVisible()]
    assert [one.text() for one in lines] == ["who came?", "Looking it up"]
    view.hear("Anna came.")
    assert not lines[1].isVisible()


def people(request: Request) -> Says:
    if not results_in(request):
        return Says(calls=(("count", {"labels": ["person"], "when": "today"}),))
    return Says("There were **2** people today [S1]. The last came at 11:50 [E1].")


def test_a_model_is_named_and_so_is_what_left(
    model: ChatViewModel, qtbot: QtBot, quiet: Quiet
) -> None:
    with messages_api(people) as api:
        model.choice = Scripted(quiet.house, api.url)
        model.begin_anew()
        pieces: list[str] = []
        model.piece.connect(pieces.append)
        answered(model, qtbot, "how many people came today?")
        qtbot.waitUntil(lambda: model.badge != "This computer answers", timeout=PATIENCE_MS)
    (said,) = model.said
    assert pieces == ["There were **2** people today.", "The last came at 11:50."]
    assert "answered by claude" in said.line
    assert "kB went to 127.0.0.1, no picture" in said.left
    assert "go to 127.0.0.1; pictures do not" in model.badge_more
    assert "the names of people, cameras and zones" in model.badge_more
    sent = str(api.asked[0]["messages"])
    assert "Porch" in sent  # though nobody asked about it


def test_the_badge_says_why_a_model_is_not_asked(
    model: ChatViewModel, qtbot: QtBot, quiet: Quiet
) -> None:
    model.choice = Scripted(quiet.house, "http://127.0.0.1:1")
    model.choice.refuse(model.choice.speaker(), KeyRefused("The key was refused."))
    model.look_up_badge()
    qtbot.waitUntil(lambda: "refused" in model.badge_more, timeout=PATIENCE_MS)
    assert (model.badge, model.badge_more) == ("This computer answers", "The key was refused.")


def test_what_is_not_shown_is_opened_in_the_review(
    model: ChatViewModel, qtbot: QtBot, quiet: Quiet
) -> None:
    quiet.house.keeper.commit(*(event(f"m{n:02}", 100 + n, label="cat") for n in range(12)))
    answered(model, qtbot, "which cats came today?")
    (said,) = model.said
    assert said.more == 12 - len(said.shots)
    view = TurnView(Look(theme.DARK), said, lambda *_: None)
    qtbot.addWidget(view)
    (link,) = (b for b in view.findChildren(QPushButton) if "more in the review" in b.text())
    with qtbot.waitSignal(view.review_wanted) as opened:
        link.click()
    assert opened.args == [f"m{len(said.shots):02}"]


def test_stopping_leaves_nothing_of_the_question(
    model: ChatViewModel, qtbot: QtBot, quiet: Quiet
) -> None:
    with messages_api(lambda _: Says(waits=True)) as api:
        model.choice = Scripted(quiet.house, api.url)
        model.begin_anew()
        model.ask("how many people came today?")
        qtbot.waitUntil(api.reached.is_set, timeout=PATIENCE_MS)
        model.stop()
        qtbot.waitUntil(lambda: not model.busy, timeout=PATIENCE_MS)
    assert model.said == []
    assert quiet.house.talks.newest() == []


class Spoken(Dictation):
    """Understands a question as soon as the button is let go of."""

    def __init__(self) -> None:
        super().__init__(_no_engine)

    def unable(self) -> str:
        return ""

    def take(self, done: Stop) -> Speech:
        over = Event()
        done.when_said(over.set)
        assert over.wait(PATIENCE_MS / 1000)
        return Speech(" How many people came today? ")


def _no_engine() -> RemoteScribe:
    raise AssertionError("nobody writes here")


def test_a_question_is_spoken_and_may_be_put_right_before_it_is_asked(
    quiet: Quiet, qtbot: QtBot
) -> None:
    house = quiet.house
    listening = house.settings.hearing.model_copy(update={"enabled": True})
    heard = replace(house, settings=house.settings.model_copy(update={"hearing": listening}))
    model = ChatViewModel(replace(quiet.desk, house=heard), Spoken())
    panel = ChatPanel(model, Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(panel._voice.isEnabled, timeout=PATIENCE_MS)
    QTest.mousePress(panel._voice, Qt.MouseButton.LeftButton)
    assert "Listening" in panel._line.placeholderText()
    QTest.mouseRelease(panel._voice, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel._line.text() != "", timeout=PATIENCE_MS)
    assert panel._line.text() == "How many people came today?"
    assert not model.listening
    assert model.said == []
    model.close()


def test_the_panel_asks_shows_and_offers_what_comes_next(
    model: ChatViewModel, qtbot: QtBot, quiet: Quiet
) -> None:
    panel = ChatPanel(model, Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.resize(1100, 700)
    panel.show()
    assert "every answer names the events" in texts(panel)
    assert not panel._voice.isEnabled()
    assert "Listening is off" in panel._voice.toolTip()
    QTest.keyClicks(panel._line, "how many people came today?")
    QTest.keyClick(panel._line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not model.busy and "2 people" in texts(panel), timeout=PATIENCE_MS)
    assert "answered on this computer" in texts(panel)
    chips = [b for b in panel.findChildren(QPushButton) if b.text() == "and yesterday?"]
    chips[-1].click()
    qtbot.waitUntil(lambda: not model.busy and len(model.said) == 2, timeout=PATIENCE_MS)
    assert len(panel.findChildren(TurnView)) >= 2
    model.show_event("e2")
    assert quiet.told.gone == [("review", "e2")]
    model.copy(0)
    assert "2 people" in QGuiApplication.clipboard().text()
    panel.close_down()


def test_what_was_heard_is_nobodys_page(model: ChatViewModel, qtbot: QtBot, quiet: Quiet) -> None:
    quiet.house.keeper.commit(
        event("x", 5, type="spoken", label=None, text="<img src=x> ![a](b) [c](javascript:d)")
    )
    panel = ChatPanel(model, Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.show()
    answered(model, qtbot, "what was said today?")
    label = next(one for one in panel.findChildren(QLabel) if "<img" in one.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
    panel.close_down()


@pytest.mark.parametrize("ending", [".md", ".pdf"])
def test_a_conversation_is_saved_with_its_pictures(
    tmp_path: Path, qapp: object, ending: str
) -> None:
    image = QImage(32, 18, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    page = Page("Who?", "Anna [x](y) *came*.", "from 1 event", (("Anna · Porch", image),))
    file = tmp_path / f"talk{ending}"
    (write_pdf if ending == ".pdf" else write_markdown)(file, "Conversation", [page])
    if ending == ".pdf":
        assert file.read_bytes().startswith(b"%PDF")
        assert len(file.read_bytes()) > 2000
    else:
        text = file.read_text()
        assert "## Who?" in text
        assert "\\[x\\](y)" in text
        assert (tmp_path / "talk pictures" / "1.jpg").stat().st_size > 100


@pytest.mark.parametrize("suffix", [".md", ".pdf"])
def test_saving_asks_for_the_pictures_of_what_was_answered(
    model: ChatViewModel,
    qtbot: QtBot,
    quiet: Quiet,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    red = QImage(640, 360, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    asked: list[str] = []

    def picture(shot: Shot) -> QImage:
        asked.append(shot.event)
        return red

    answered(model, qtbot, "how many people came today?")
    file = tmp_path / f"talk{suffix}"
    monkeypatch.setattr(model, "_picture", lambda _: None)
    model.save(file)
    qtbot.waitUntil(lambda: f"Saved as {file.name}." in quiet.told.said, timeout=PATIENCE_MS)
    bare = _images(file)
    monkeypatch.setattr(model, "_picture", picture)
    quiet.told.said.clear()
    model.save(file)
    qtbot.waitUntil(lambda: f"Saved as {file.name}." in quiet.told.said, timeout=PATIENCE_MS)
    assert asked == ["e1", "e2"]
    assert _images(file) > bare == 0


def _images(file: Path) -> int:
    """How many pictures a saved conversation holds."""
    if file.suffix == ".pdf":
        return file.read_bytes().count(b"/Subtype /Image")
    return file.read_text("utf-8").count("![")
