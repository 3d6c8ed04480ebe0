"""Rules are made, tried on last week, kept and switched in the window; channels are set up beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.errors import DatabaseBusy
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.rules import RulesPanel
from omnisight_desktop.gui.viewmodels.channels import ChannelsViewModel
from omnisight_desktop.gui.viewmodels.rules import RulesViewModel
from omnisight_desktop.gui.viewmodels.ways import address_of, ways
from omnisight_desktop.gui.widgets.hits import Hits
from omnisight_desktop.gui.widgets.thumbnail import Thumbnail
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.trigger import Cross, Enter, Loiter
from omnisight_desktop.services.channels import Channels
from omnisight_desktop.storage.records import Notification, NotificationState
from tests.fakes.post import free_port, web_hook
from tests.gui.conftest import Quiet
from tests.home import NOON
from tests.rules.walkers import path, walk

PATIENCE_MS = 20_000
LAWN = Zone("Lawn", ((0.0, 0.0), (0.45, 0.0), (0.45, 1.0), (0.0, 1.0)))
GATE = Line("Gate", ((0.0, 0.5), (1.0, 0.5)))
BOOK = Rulebook(
    "yard", (LAWN,), (GATE,), (Rule("over", Cross("Gate"), "Visitors", labels=("person",)),)
)


def furnish(quiet: Quiet) -> None:
    """A yard with a lawn, a gate and a rule, over which three people went a day ago."""
    house = quiet.house
    house.cameras.add("rtsp://10.0.0.5/small", "Yard")
    house.rules.keep(BOOK)
    down, up = walk((0.7, 0.2), (0.7, 0.8), looks=20), walk((0.2, 0.8), (0.2, 0.2), looks=20)
    day_s = 86_400.0
    paths = [path("T1", down, start_s=-day_s), path("T2", down, start_s=-day_s + 60)]
    paths.append(path("T3", up, start_s=-day_s + 120))
    paths.append(path("T4", down, start_s=-300))  # today
    house.keeper.commit(*paths)
    crop = house.paths.media / "tracks" / "T3.jpg"
    crop.parent.mkdir(parents=True, exist_ok=True)
    done, data = cv2.imencode(".jpg", np.full((60, 30, 3), 128, np.uint8))
    assert done
    crop.write_bytes(data.tobytes())
    at = NOON - timedelta(days=1)
    house.keeper.commit(TrackPicture("T3", "yard", at, "tracks/T3.jpg", "tracks/T3.jpg", 10))


@pytest.fixture
def model(quiet: Quiet, qtbot: QtBot) -> RulesViewModel:
    furnish(quiet)
    model = RulesViewModel(quiet.desk)
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    return model


def tried(model: RulesViewModel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not model.trying and model.rehearsal is not None, timeout=PATIENCE_MS)


def saved(model: RulesViewModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.save()


def test_a_rule_is_tried_on_last_week_before_it_is_saved(
    model: RulesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    model.begin()
    tried(model, qtbot)
    assert model.rehearsal is not None
    assert (model.rehearsal.hits, model.rehearsal.points > 0) == (1, True)
    assert model.rehearsal.told() == "In the last 7 days it would have been set off once."
    (hit,) = model.rehearsal.shown
    assert (hit.track, hit.who) == ("T3", "Person")
    assert hit.picture is not None
    model.choose("what", "cross")
    tried(model, qtbot)
    assert (model.rehearsal.hits, model.rehearsal.ways()) == (4, "3 in, 1 out")
    assert quiet.house.rules.book("yard") == BOOK  # nothing is kept yet


def test_a_rule_about_a_gesture_is_tried_on_those_that_were_made(
    model: RulesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    start = NOON - timedelta(days=1, seconds=-122)
    made = Event("G1", "yard", "gesture", start, start + timedelta(seconds=1), label="wave")
    quiet.house.keeper.commit(replace(made, track="T3"), replace(made, id="G2", label="bow"))
    model.begin()
    model.choose("what", "gesture")
    model.choose("gesture", "wave")
    tried(model, qtbot)
    assert model.rehearsal is not None
    assert model.rehearsal.told() == "In the last 7 days it would have been set off once."
    (hit,) = model.rehearsal.shown
    assert (hit.track, hit.picture is not None) == ("T3", True)


def test_a_hit_is_seen_whole_in_the_review(
    model: RulesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    start = NOON - timedelta(days=1)
    quiet.house.keeper.commit(Event("e3", "yard", "appeared", start, start, track="T3"))
    model.show_hit("T3")
    qtbot.waitUntil(lambda: quiet.told.gone == [("review", "e3")], timeout=PATIENCE_MS)
    model.show_hit("T1")
    qtbot.waitUntil(lambda: len(quiet.told.said) == 1, timeout=PATIENCE_MS)


def test_a_rule_is_kept_under_its_own_words_and_can_be_taken_back(
    model: RulesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    model.begin()
    model.choose("what", "loiter")
    model.choose("seconds", "10 s")
    model.choose("hours", "22-6")
    saved(model, qtbot)
    book = quiet.house.rules.book("yard")
    assert (book.zones, book.lines, book.rules[0]) == (BOOK.zones, BOOK.lines, BOOK.rules[0])
    rule = book.rules[1]
    assert (rule.id, rule.name) == ("a-person-stays-in-lawn", "A person stays in Lawn")
    assert rule.when == Loiter("Lawn", 10.0)
    assert not model.dirty
    qtbot.waitUntil(lambda: len(model.rows) == 2, timeout=PATIENCE_MS)
    assert model.rows[1].words == (
        "When a person stays in Lawn for 10 s, between 22:00 and 06:00, on any day."
    )
    quiet.answer()
    qtbot.waitUntil(lambda: quiet.house.rules.book("yard") == BOOK, timeout=PATIENCE_MS)


def test_a_rule_that_is_changed_keeps_its_place_and_its_id(
    model: RulesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    quiet.house.rules.keep(replace(BOOK, rules=(*BOOK.rules, Rule("last", Enter()))))
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    model.edit("yard", "over")
    clean = model.dirty
    assert not clean
    model.choose("way", "in")
    model.call("Who comes")
    assert model.dirty
    saved(model, qtbot)
    first, last = quiet.house.rules.book("yard").rules
    assert (first.id, first.name, last.id) == ("over", "Who comes", "last")


def test_two_rules_never_have_one_name(model: RulesViewModel, quiet: Quiet, qtbot: QtBot) -> None:
    model.begin("line")
    model.call("Visitors")
    saved(model, qtbot)
    assert [rule.name for rule in quiet.house.rules.book("yard").rules] == [
        "Visitors",
        "Visitors 2",
    ]


def test_a_rule_moves_to_another_camera(model: RulesViewModel, quiet: Quiet, qtbot: QtBot) -> None:
    quiet.house.cameras.add("rtsp://10.0.0.6/small", "Hall")
    quiet.house.rules.keep(Rulebook("hall", (), (replace(GATE, name="Door"),)))
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    model.edit("yard", "over")
    model.choose("camera", "hall")
    saved(model, qtbot)
    assert quiet.house.rules.book("yard").rules == ()
    (rule,) = quiet.house.rules.book("hall").rules
    assert rule.when == Cross("Door")
    quiet.answer()
    qtbot.waitUntil(lambda: quiet.house.rules.book("yard") == BOOK, timeout=PATIENCE_MS)
    assert quiet.house.rules.book("hall").rules == ()


def test_a_rule_is_switched_off_removed_and_had_back(
    model: RulesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    model.switch("yard", "over", on=False)
    qtbot.waitUntil(lambda: not model.rows[0].on, timeout=PATIENCE_MS)
    assert not quiet.house.rules.book("yard").rules[0].enabled
    model.edit("yard", "over")
    model.remove("yard", "over")
    qtbot.waitUntil(lambda: model.rows == [], timeout=PATIENCE_MS)
    assert model.draft is None
    quiet.answer()
    qtbot.waitUntil(lambda: len(model.rows) == 1, timeout=PATIENCE_MS)


def test_hits_and_lines_of_today_are_counted(
    model: RulesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    words = "Visitors: went in over Gate"
    for name, minutes in (("e1", 5), ("e2", 9), ("old", 60 * 30)):
        start = NOON - timedelta(minutes=minutes)
        quiet.house.keeper.commit(Event(name, "yard", EventType.RULE, start, start, text=words))
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    assert model.rows[0].today == 2
    qtbot.waitUntil(lambda: model.lines != [], timeout=PATIENCE_MS)
    (line,) = model.lines
    assert (line.name, line.camera_name, line.inward, line.outward) == ("Gate", "Yard", 1, 0)


def test_a_rulebook_that_cannot_be_read_is_named_and_the_others_are_shown(
    model: RulesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    quiet.house.cameras.add("rtsp://10.0.0.6/small", "Hall")
    quiet.house.rules.file_of("hall").write_text("{", "utf-8")
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    assert len(model.rows) == 1
    assert "The rules of Hall: hall.json is no JSON" in model.troubles[0]


def test_what_is_written_wrong_is_said_and_nothing_is_changed(model: RulesViewModel) -> None:
    model.begin()
    model.choose("what", "loiter")
    before = model.draft
    model.choose("seconds", "for ever")
    assert "no length of time" in model.trouble
    assert model.draft == before


@pytest.fixture
def panel(quiet: Quiet, qtbot: QtBot) -> RulesPanel:
    furnish(quiet)
    panel = RulesPanel(RulesViewModel(quiet.desk), Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.resize(1208, 760)
    panel.show()
    qtbot.waitUntil(lambda: panel._model.loaded, timeout=PATIENCE_MS)
    return panel


def test_words_of_the_sentence_are_chosen_with_keys_alone(panel: RulesPanel, qtbot: QtBot) -> None:
    panel._model.begin()
    sentence = panel.page.sentence
    word = sentence.word("what")
    assert word is not None
    assert word.text() == "comes into"
    word.setFocus()
    QTest.keyClick(word, Qt.Key.Key_Space)
    chooser = sentence.open("what")
    assert chooser is not None
    for _ in range(3):
        QTest.keyClick(chooser.list, Qt.Key.Key_Down)
    QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    word = sentence.word("where")
    assert word is not None
    assert word.text() == "Gate"
    chooser = sentence.open("least")
    assert chooser is not None
    QTest.keyClicks(chooser.typed, "7")
    QTest.keyClick(chooser.typed, Qt.Key.Key_Return)
    word = sentence.word("least")
    assert word is not None
    assert word.text() == "every 7 times"
    panel.close_down()


def test_hits_are_shown_as_pictures(panel: RulesPanel, qtbot: QtBot) -> None:
    panel._model.begin()
    sheet = panel.page.findChild(Hits)
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.findChild(Thumbnail) is not None, timeout=PATIENCE_MS)
    shown = sheet.findChild(Thumbnail)
    assert shown is not None
    assert shown.has_picture
    panel.close_down()


def test_without_a_camera_the_first_step_is_offered(quiet: Quiet, qtbot: QtBot) -> None:
    panel = RulesPanel(RulesViewModel(quiet.desk), Look(theme.LIGHT))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel._right.currentWidget() is panel._no_camera, timeout=PATIENCE_MS)
    button = panel._no_camera.findChild(QPushButton)
    assert button is not None
    button.click()
    assert quiet.told.gone == [("cameras", "add")]
    panel.close_down()


def test_every_control_can_be_named_aloud(panel: RulesPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(panel._cards) == 1, timeout=PATIENCE_MS)
    panel._model.begin()
    panel._model.channels.begin()
    for control in (*panel.findChildren(QAbstractButton), *panel.findChildren(QLineEdit)):
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or text or not control.isEnabled(), control
    panel.close_down()


@pytest.fixture
def channels(quiet: Quiet, qtbot: QtBot) -> ChannelsViewModel:
    model = ChannelsViewModel(quiet.desk)
    model.load()
    qtbot.waitUntil(lambda: model.loaded, timeout=PATIENCE_MS)
    return model


def test_a_channel_is_tried_set_up_changed_and_removed(
    channels: ChannelsViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    with web_hook() as server:
        channels.begin()
        channels.fill(way="hook", name="porch", quiet="22-7", kinds=("person",))
        channels.write("url", f"http://127.0.0.1:{server.port}/told")
        channels.test()
        qtbot.waitUntil(lambda: not channels.trying, timeout=PATIENCE_MS)
        assert channels.verdict is not None
        assert channels.verdict[0]
        assert len(server.messages) == 1
        assert quiet.house.channels.all() == ()
        channels.save()
        qtbot.waitUntil(lambda: len(channels.cards) == 1, timeout=PATIENCE_MS)
    (card,) = channels.cards
    assert (card.name, card.place, card.told) == ("porch", "json://127.0.0.1", "people")
    assert card.how == "quiet 22:00 to 07:00 · at most 20 an hour"
    assert "Its address is kept" in quiet.told.said[-1]
    channels.edit("porch")
    channels.fill(quiet="", most="5", pause="2 min", picture=False)
    channels.save()
    qtbot.waitUntil(lambda: channels.cards[0].how.startswith("at most 5"), timeout=PATIENCE_MS)
    rule = quiet.house.channels.get("porch")
    assert (rule.cool_down_s, rule.picture, rule.quiet_from) == (120.0, False, "")
    channels.remove("porch")
    qtbot.waitUntil(lambda: channels.cards == [], timeout=PATIENCE_MS)
    quiet.answer()
    qtbot.waitUntil(lambda: len(channels.cards) == 1, timeout=PATIENCE_MS)
    assert quiet.house.channels.get("porch") == rule


def test_a_server_that_is_not_there_is_said_with_what_to_do(
    channels: ChannelsViewModel, qtbot: QtBot
) -> None:
    channels.begin()
    channels.fill(way="hook")
    channels.write("url", f"http://127.0.0.1:{free_port()}/told")
    channels.test()
    qtbot.waitUntil(lambda: not channels.trying, timeout=PATIENCE_MS)
    assert channels.verdict is not None
    done, why, fix = channels.verdict
    assert not done
    assert "did not take the message" in why
    assert fix


REFUSED: tuple[tuple[dict[str, object], str], ...] = (
    ({"way": "ntfy"}, "Topic is empty"),
    ({"way": "hook", "filled": {"url": "example.com"}}, "no web address"),
    ({"way": "other", "filled": {"address": "nonsense"}}, "Nobody understands"),
    ({"quiet": "late"}, "no hours"),
    ({"most": "many"}, "no number"),
    ({"pause": "a while"}, "no length of time"),
)


def test_what_cannot_be_a_channel_is_refused_in_words(
    channels: ChannelsViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    for typed, said in REFUSED:
        channels.begin()
        channels.fill(**typed)
        channels.save()
        qtbot.waitUntil(lambda: bool(channels.trouble), timeout=PATIENCE_MS)
        assert said in channels.trouble
    assert quiet.house.channels.all() == ()


def test_addresses_of_the_usual_ways_are_written_as_their_services_want_them() -> None:
    known = {way.name: way for way in ways()}
    mail = {
        "host": "smtp.example.com",
        "user": "me@example.com",
        "password": "p/w",
        "to": "you@x.y",
    }
    assert address_of(known["mail"], mail) == (
        "mailtos://me%40example.com:p%2Fw@smtp.example.com?to=you%40x.y&from=me%40example.com"
    )
    assert address_of(known["ntfy"], {"topic": "my house"}) == "ntfys://my%20house"
    mqtt = {"host": "10.0.0.9:1883", "topic": "told"}
    assert address_of(known["mqtt"], mqtt) == "mqtt://10.0.0.9:1883/told"
    mqtt |= {"user": "a", "password": "b"}
    assert address_of(known["mqtt"], mqtt) == "mqtt://a:b@10.0.0.9:1883/told"
    assert address_of(known["desktop"], {}) == "desktop://"


def test_what_was_sent_and_what_was_held_back_is_listed(
    channels: ChannelsViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    quiet.house.cameras.add("rtsp://10.0.0.5/small", "Yard")
    quiet.house.keeper.commit(
        Notification("a@p", "a", "phone", NotificationState.SENT, "yard|appeared|person", NOON),
        Notification(
            *("b@p", "b", "phone", NotificationState.HELD, "yard|loud|"),
            NOON - timedelta(hours=1),
            reason="these are its quiet hours",
        ),
    )
    with qtbot.waitSignal(channels.changed, timeout=PATIENCE_MS):
        channels.load()
    sent, held = channels.sent
    assert (sent.what, sent.state, sent.channel) == ("Person at Yard", "Sent", "phone")
    assert (held.what, held.state, held.why) == (
        "Loud at Yard",
        "Held back",
        "these are its quiet hours",
    )
    channels.show_event(sent.event)
    assert quiet.told.gone == [("review", "a")]


def test_the_log_says_what_will_be_here(panel: RulesPanel, qtbot: QtBot) -> None:
    panel.show_this("sent")
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Nobody was told of anything yet") for text in labels)
    panel.close_down()


def test_a_rule_that_was_not_saved_can_be_gone_on_with(model: RulesViewModel, quiet: Quiet) -> None:
    model.begin()
    model.choose("what", "loiter")
    model.edit("yard", "over")
    assert model.draft is not None
    assert model.draft.was == ("yard", "over")
    words, verb, _ = quiet.told.offered[-1]
    assert (words, verb) == ("A person stays in Lawn was not saved.", "Go on with it")
    quiet.answer()
    assert isinstance(model.draft.rule.when, Loiter)
    assert model.dirty
    assert len(quiet.told.offered) == 1  # the other was left as it was


def test_a_card_that_is_clicked_again_keeps_what_was_changed(model: RulesViewModel) -> None:
    model.edit("yard", "over")
    model.call("Who comes")
    model.edit("yard", "over")
    assert model.draft is not None
    assert model.draft.rule.name == "Who comes"


def test_taking_a_rule_back_leaves_what_was_drawn_since(
    model: RulesViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    rules, shed = quiet.house.rules, Zone("Shed", ((0.6, 0.0), (1.0, 0.0), (1.0, 0.4)))
    model.edit("yard", "over")
    model.call("Who comes")
    saved(model, qtbot)
    book = rules.book("yard")
    rules.keep(replace(book, zones=(*book.zones, shed), rules=(*book.rules, Rule("x", Enter()))))
    quiet.answer()
    qtbot.waitUntil(lambda: rules.book("yard").rules[0].name == "Visitors", timeout=PATIENCE_MS)
    assert rules.book("yard").zones == (LAWN, shed)
    assert [rule.id for rule in rules.book("yard").rules] == ["over", "x"]


def test_what_was_sent_cannot_be_read_and_says_so(
    panel: RulesPanel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    model = panel._model

    def locked(*_: object) -> None:
        raise DatabaseBusy("The database did not answer in time.")

    def said() -> str:
        return "\n".join(one.text() for one in panel.findChildren(QLabel) if one.isVisible())

    with monkeypatch.context() as patch:
        patch.setattr(Channels, "log", locked)
        panel.turn_to(2)
        qtbot.waitUntil(lambda: "did not answer in time" in said(), timeout=PATIENCE_MS)
        assert "Nobody was told" not in said()
    model.channels.load()
    qtbot.waitUntil(lambda: "Nobody was told of anything yet" in said(), timeout=PATIENCE_MS)


def test_a_message_leads_to_what_it_was_about(
    panel: RulesPanel, quiet: Quiet, qtbot: QtBot
) -> None:
    quiet.house.keeper.commit(
        Notification("a@p", "a", "phone", NotificationState.SENT, "yard|appeared|person", NOON)
    )
    panel.turn_to(2)

    def links() -> list[QPushButton]:
        there = [b for b in panel.findChildren(QPushButton) if b.isVisible()]
        return [b for b in there if b.accessibleName() == "Show it in Review: Person at Yard"]

    qtbot.waitUntil(lambda: len(links()) == 1, timeout=PATIENCE_MS)
    links()[0].click()
    assert quiet.told.gone == [("review", "a")]


def test_a_channel_is_told_of_several_cameras(
    panel: RulesPanel, quiet: Quiet, qtbot: QtBot
) -> None:
    model = panel._model
    quiet.house.cameras.add("rtsp://10.0.0.6/small", "Hall")
    quiet.house.cameras.add("rtsp://10.0.0.7/small", "Porch")
    quiet.house.channels.add(
        "phone", "ntfys://secret-topic-7f3a", cameras=["yard"], kinds=["camera_down"]
    )
    channels = model.channels
    panel.turn_to(1)
    qtbot.waitUntil(
        lambda: len(channels.cameras) == 3 and bool(channels.cards), timeout=PATIENCE_MS
    )
    assert channels.cards[0].told == "cameras that go away at Yard"
    channels.edit("phone")

    def boxes() -> dict[str, QCheckBox]:
        there = panel.channels.form.findChildren(QCheckBox)
        return {box.text(): box for box in there if box.isVisible()}

    qtbot.waitUntil(lambda: {"Hall", "Porch", "Yard"} <= set(boxes()), timeout=PATIENCE_MS)
    hall = boxes()["Hall"]
    assert [name for name in ("Hall", "Porch", "Yard") if boxes()[name].isChecked()] == ["Yard"]
    hall.setFocus()
    QTest.keyClick(hall, Qt.Key.Key_Space)
    assert panel.focusWidget() is hall
    channels.save()
    qtbot.waitUntil(
        lambda: set(quiet.house.channels.get("phone").cameras) == {"Yard", "Hall"},
        timeout=PATIENCE_MS,
    )
