"""Preferences come from the schema: found, changed, refused, taken back, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from omnisight_desktop.config.keys import keys
from omnisight_desktop.config.load import load
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.again import AGAIN, ended_with
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.preferences import PreferencesPanel
from omnisight_desktop.gui.viewmodels import computer
from omnisight_desktop.gui.viewmodels.computer import ComputerViewModel
from omnisight_desktop.gui.viewmodels.preferences import PreferencesViewModel
from omnisight_desktop.gui.widgets.setting import SettingRow
from omnisight_desktop.gui.widgets.switch import Switch
from tests.fakes.keyrings import MemoryKeyring, using
from tests.gui.quiet import Heard, quiet

PATIENCE_MS = 20_000


@pytest.fixture
def told() -> Heard:
    return Heard()


@pytest.fixture
def desk(qapp: QApplication, told: Heard, tmp_path: Path) -> Iterator[Desk]:
    with using(MemoryKeyring()), quiet(tmp_path, told) as desk:
        yield desk


@pytest.fixture
def model(desk: Desk, qtbot: QtBot) -> Iterator[PreferencesViewModel]:
    model = PreferencesViewModel(desk)
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    yield model
    model.close()


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[PreferencesPanel]:
    panel = PreferencesPanel(PreferencesViewModel(desk), Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.resize(1200, 760)
    panel.show()
    qtbot.waitUntil(lambda: bool(panel.findChildren(SettingRow)), timeout=PATIENCE_MS)
    yield panel
    panel.close_down()


def test_every_setting_of_the_schema_is_there_with_its_meaning(
    model: PreferencesViewModel,
) -> None:
    shown = {field.name: field for page in model.pages for field in page.fields}
    assert set(shown) == set(keys())
    assert all(field.title and field.description for field in shown.values())
    assert model.pages[0].name == "interface"
    score = shown["detection.score"]
    assert (score.value, score.default, score.least, score.most) == (0.5, "0.5", 0, 1)
    assert (score.changed, score.note) == (False, "")


def test_a_change_is_written_shown_and_told_to_wait_for_the_next_start(
    model: PreferencesViewModel, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.put("detection.score", 0.7)
    field = model.field("detection.score")
    assert field is not None
    assert (field.value, field.changed, field.default) == (0.7, True, "0.5")
    assert field.note == "Holds from the next start."
    assert list(model.pending) == ["Least certainty"]
    assert load(desk.house.paths).detection.score == 0.7
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.reset("detection.score")
    assert not model.pending
    assert load(desk.house.paths).detection.score == 0.5


def test_the_last_change_can_be_undone(model: PreferencesViewModel, qtbot: QtBot) -> None:
    for value in (20.0, 10.0):
        with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
            model.put("capture.fps", value)
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.undo()
    field = model.field("capture.fps")
    assert field is not None
    assert field.value == 20
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.undo()
    field = model.field("capture.fps")
    assert field is not None
    assert not field.changed


def test_what_cannot_be_is_refused_with_the_reason(
    model: PreferencesViewModel, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.refused, timeout=PATIENCE_MS) as refusal:
        model.put("clips.min_s", 90.0)
    name, why = refusal.args
    assert name == "clips.min_s"
    assert "clips.max_s" in why
    assert load(desk.house.paths).clips.min_s == 5


def test_how_long_things_are_kept_holds_at_once(
    model: PreferencesViewModel, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.put("retention.event_days", 3)
    assert model.pending == ()
    now = desk.house.clock.now()
    assert desk.house.retention.plan().marks.events_ms == int(now.timestamp() * 1000) - 3 * 86400000


def test_what_the_environment_says_is_locked_and_says_so(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMNISIGHT_SERVER__PORT", "9123")
    model = PreferencesViewModel(desk)
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    field = model.field("server.port")
    assert field is not None
    assert field.locked
    assert "OMNISIGHT_SERVER__PORT" in field.note
    model.close()


@pytest.mark.parametrize(
    ("words", "first", "least"),
    [
        ("port", "server.port", 1),
        ("KEEP clips", "retention.clip_days", 1),
        ("footage", "footage.mode", 6),
        ("nonsense-nowhere", None, 0),
        ("   ", None, 0),
    ],
)
def test_search_finds_by_title_meaning_name_and_section(
    model: PreferencesViewModel, words: str, first: str | None, least: int
) -> None:
    found = [field.name for field in model.find(words)]
    assert len(found) >= least
    assert first is None or first in found[:3]
    assert first is not None or found == []


def test_a_key_goes_to_the_keyring_and_never_into_the_settings(
    model: PreferencesViewModel, desk: Desk, told: Heard, qtbot: QtBot
) -> None:
    secret = "sk-ant-nobody-may-see-this"
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.keep_secret("chat.key", f" {secret} ")
    field = model.field("chat.key")
    assert field is not None
    assert field.note == "There is a key."
    assert secret not in str(field)
    assert secret not in str(told.said)
    settings = desk.house.paths.settings_file
    assert not settings.exists() or secret not in settings.read_text()
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.forget_secret("chat.key")
    field = model.field("chat.key")
    assert field is not None
    assert field.note == "There is no key yet."
    assert told.offered == [("The key is erased from this computer.", "Undo")]
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        told.answer()
    field = model.field("chat.key")
    assert field is not None
    assert field.note == "There is a key."


def test_a_restart_ends_the_program_with_a_word_for_it(
    desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    model = PreferencesViewModel(desk)
    assert ended_with(0) == 0
    QTimer.singleShot(0, model.restart)
    qtbot.waitUntil(lambda: ended_with(0) == AGAIN, timeout=PATIENCE_MS)
    qapp.setProperty("omnisight_again", False)
    model.close()


def test_a_person_changes_a_number_and_takes_it_back(panel: PreferencesPanel, qtbot: QtBot) -> None:
    panel.show_this("tracking.lost_s")
    row = _row(panel, "tracking.lost_s")
    box = row.findChild(QDoubleSpinBox)
    assert box is not None
    assert box.text() == "2 s"
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box.lineEdit(), "4.5")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Default: 2 s" in _words(row), timeout=PATIENCE_MS)
    reset = next(b for b in row.findChildren(type(panel._restart)) if b.text() == "Reset")
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: box.value() == 2, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "Default: 2 s" not in _words(row), timeout=PATIENCE_MS)


def test_a_switch_and_a_list_of_words(panel: PreferencesPanel, desk: Desk, qtbot: QtBot) -> None:
    panel.open("hearing")
    switch = _row(panel, "hearing.loud_sounds").findChild(Switch)
    assert switch is not None
    assert switch.isChecked()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    panel.open("detection")
    line = _row(panel, "detection.labels").findChild(QLineEdit)
    assert line is not None
    line.setText("person, dog ,, car")
    QTest.keyClick(line, Qt.Key.Key_Return)

    def written() -> bool:
        settings = load(desk.house.paths)
        return not settings.hearing.loud_sounds and settings.detection.labels == (
            *("person", "dog", "car"),
        )

    qtbot.waitUntil(written, timeout=PATIENCE_MS)


def test_a_refusal_stands_at_its_row_and_the_old_value_comes_back(
    panel: PreferencesPanel, qtbot: QtBot
) -> None:
    panel.open("clips")
    row = _row(panel, "clips.min_s")
    box = row.findChild(QDoubleSpinBox)
    assert box is not None
    box.setValue(90)
    qtbot.waitUntil(lambda: any("clips.max_s" in one for one in _words(row)), timeout=PATIENCE_MS)
    assert box.value() == 5


def test_settings_that_cannot_be_read_say_why_and_come_back(desk: Desk, qtbot: QtBot) -> None:
    file = desk.house.paths.settings_file
    file.write_text("version = 2\n[detection]\nscore = 'x\n")
    panel = PreferencesPanel(PreferencesViewModel(desk), Look(theme.LIGHT))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(panel._again.isVisible, timeout=PATIENCE_MS)
    assert "this is not TOML" in panel._trouble.text()
    file.write_text("version = 2\n")
    panel._again.click()
    qtbot.waitUntil(lambda: not panel._again.isVisible(), timeout=PATIENCE_MS)
    assert panel.findChildren(SettingRow)
    panel.close_down()


def test_what_was_searched_for_is_shown_with_its_section(
    panel: PreferencesPanel, qtbot: QtBot
) -> None:
    search = next(line for line in panel.findChildren(QLineEdit) if line.placeholderText())
    search.setText("reconnecting")
    QTest.keyClick(search, Qt.Key.Key_Return)
    shown = [row for row in panel.findChildren(SettingRow) if row.isVisible()]
    assert [row.name for row in shown] == ["capture.reconnect_first_s", "capture.reconnect_most_s"]
    assert "Cameras" in _words(shown[0])
    search.setText("nonsense-nowhere")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert "No setting speaks of it. Try another word." in _words(panel)


def test_every_page_can_be_turned_to_and_every_control_has_a_name(
    panel: PreferencesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ComputerViewModel, "look", lambda _: None)
    sections = panel.findChild(QListWidget)
    assert sections is not None
    for at in range(sections.count()):
        sections.setCurrentRow(at)
        nameless = [
            one
            for kind in (QDoubleSpinBox, QLineEdit, Switch)
            for one in panel.findChildren(kind)
            if one.isVisible() and not one.accessibleName() and one.objectName()[:3] != "qt_"
        ]
        assert nameless == []
    assert len({row.name for row in panel.findChildren(SettingRow)}) == len(keys())


def test_the_truth_about_this_computer_begins_with_the_worst(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = [
        Check("disk", Health.OK, "plenty"),
        Check("models", Health.DEGRADED, "2 of 9 are here", "Run a command."),
        Check("model yunet", Health.DEGRADED, "faces are not found"),
        Check("opencv", Health.FAILED, "it is not installed", "Install it."),
    ]
    monkeypatch.setattr(computer, "diagnose", lambda *_: checks)
    model = ComputerViewModel(desk)
    model.look()
    assert model.summary() == "Looking at this computer…"
    qtbot.waitUntil(lambda: not model.busy, timeout=PATIENCE_MS)
    assert [one.name for one in model.findings] == ["opencv", "models", "disk"]
    assert model.findings[1].fix == "Get them on the page of models."
    assert model.summary() == "1 does not work. 1 could be better."


def _row(panel: PreferencesPanel, name: str) -> SettingRow:
    return next(row for row in panel.findChildren(SettingRow) if row.name == name)


def _words(widget: object) -> list[str]:
    assert isinstance(widget, PreferencesPanel | SettingRow)
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_the_key_of_ones_own_server_is_pasted_and_goes_to_the_keyring_too(
    model: PreferencesViewModel, desk: Desk, qtbot: QtBot
) -> None:
    field = model.field("chat.server_key")
    assert field is not None
    assert (field.kind, field.note) == ("secret", "There is no key yet.")
    secret = "local-nobody-may-see-this"
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.keep_secret("chat.server_key", secret)
    field, other = model.field("chat.server_key"), model.field("chat.key")
    assert field is not None
    assert other is not None
    assert field.note == "There is a key."
    assert str(field.value).endswith(":chat-server")
    assert other.note == "There is no key yet."  # that of Claude is another one
    assert secret not in desk.house.paths.settings_file.read_text()
