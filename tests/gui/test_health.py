"""Health in a sentence, camera by camera, and what goes when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.camera import CameraState, CameraStatus, StreamQuality
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.instruments import Instruments, Reading
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.health import HealthPanel
from omnisight_desktop.gui.viewmodels.health import HealthViewModel, by_day
from omnisight_desktop.gui.viewmodels.storage import StorageViewModel
from omnisight_desktop.gui.widgets.camera_health import CameraHealth
from omnisight_desktop.services.live import Live
from omnisight_desktop.storage.events import KindCount
from tests.gui.quiet import Heard, quiet
from tests.home import NOON

PATIENCE_MS = 20_000


@pytest.fixture
def told() -> Heard:
    return Heard()


@pytest.fixture
def desk(qapp: QApplication, told: Heard, tmp_path: Path) -> Iterator[Desk]:
    with quiet(tmp_path, told) as desk:
        yield desk


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """What the instruments of a camera show that is live; tests turn them."""
    shown: dict[str, float] = {}
    now = datetime.now(UTC)
    live = CameraStatus("yard", CameraState.LIVE, now, quality=StreamQuality.GOOD)
    monkeypatch.setattr(Live, "statuses", lambda _: [live])
    monkeypatch.setattr(
        Live, "readings", lambda _: [Reading(f"yard.{n}", v) for n, v in shown.items()]
    )
    return shown


@pytest.fixture
def model(desk: Desk, qtbot: QtBot) -> Iterator[HealthViewModel]:
    model = HealthViewModel(desk)
    yield model
    model.stop()


def test_a_camera_that_is_not_there_is_said_first(model: HealthViewModel, qtbot: QtBot) -> None:
    def said() -> bool:
        model.look()
        return model.sentence == "yard: no pictures come."

    qtbot.waitUntil(said, timeout=PATIENCE_MS)
    (card,) = model.cards
    assert card.state == "failed"
    assert "There is no recording or camera" in card.words
    assert card.words.startswith("Offline since ")


def test_rates_are_what_came_since_the_last_look(
    desk: Desk, qtbot: QtBot, seen: dict[str, float]
) -> None:
    clock = ManualClock(NOON)
    house = replace(desk.house, clock=clock, instruments=Instruments())
    model = HealthViewModel(replace(desk, house=house))
    seen.update(frames=100, skipped=50, late=80)
    model.look()
    assert [one.value for one in model.cards[0].metrics] == ["–", "–", "–"]
    seen.update(frames=160, skipped=98)
    clock.advance(2)
    model.look()
    assert [one.value for one in model.cards[0].metrics] == ["30 fps", "80 ms", "24 per s"]
    seen.update(frames=20, skipped=0)  # the camera was called anew
    clock.advance(2)
    model.look()
    fps = model.cards[0].metrics[0].series
    assert fps == (30.0, 0.0)
    assert (model.state, model.sentence) == ("ok", "All well.")
    assert model.cards[0].words == "Good: every picture comes."


def test_pictures_that_are_looked_at_late_are_worth_a_word(
    desk: Desk, qtbot: QtBot, seen: dict[str, float]
) -> None:
    clock = ManualClock(NOON)
    house = replace(desk.house, clock=clock, instruments=Instruments())
    model = HealthViewModel(replace(desk, house=house))
    seen.update(frames=1, late=7200)
    model.look()
    seen.update(frames=2)
    clock.advance(1)
    model.look()
    assert model.cards[0].state == "degraded"
    assert model.cards[0].words.startswith("Looked at 7 s late")
    assert model.sentence == "All well, but look at yard."
    model.close()


@pytest.mark.parametrize(("lost", "said"), [(1.0, "One thing that was said"), (3.0, "3 things")])
def test_speech_that_was_let_go_is_said(
    model: HealthViewModel, monkeypatch: pytest.MonkeyPatch, lost: float, said: str
) -> None:
    model.look()
    assert model.more == ""
    monkeypatch.setattr(Live, "readings", lambda _: [Reading("speech.dropped", lost)])
    model.look()
    assert model.more.startswith(said)


def test_reconnections_since_midnight_are_counted(
    model: HealthViewModel, desk: Desk, seen: dict[str, float], qtbot: QtBot
) -> None:
    now = desk.house.clock.now()
    midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    came_back = [
        Event(f"e{at}", "yard", "camera_up", moment, moment)
        for at, moment in enumerate((midnight - timedelta(hours=1), midnight, now))
    ]
    desk.house.keeper.commit(*came_back)
    with qtbot.waitSignal(model.memory_changed, timeout=PATIENCE_MS):
        model.look()
    assert model.more == "yard reconnected twice since midnight."
    assert {fact.name: fact.value for fact in model.facts}["events"] == "3"


def test_events_are_counted_by_kind_and_by_the_days_of_people() -> None:
    first = datetime(2026, 5, 3).astimezone()
    hours = [first + timedelta(hours=hours) for hours in (0, 23, 24, 49)]
    days = by_day(
        [
            KindCount(hours[0], "appeared", "person", 3),
            KindCount(hours[0], "left", "person", 3),
            KindCount(hours[1], "appeared", "truck", 2),
            KindCount(hours[2], "camera_down", "", 1),
            KindCount(hours[2], "doorbell", "", 4),
            KindCount(hours[3], "appeared", "cat", 5),
        ],
        first,
        2,
    )
    people, later = days.counts
    assert people == {"people": 3, "vehicles": 2, "animals": 0, "other": 0, "offline": 0}
    assert later == {"people": 0, "vehicles": 0, "animals": 0, "other": 4, "offline": 1}


def test_what_is_kept_and_what_goes_when(desk: Desk, qtbot: QtBot) -> None:
    model = _stocked(desk, qtbot)
    assert [shelf.words for shelf in model.stock.shelves] == ["3 clips"]
    assert model.stock.shelves[0].size == "6 kB"
    assert model.stock.now == ("1 clip (2 kB)",)
    tomorrow, week, month = model.stock.dues
    assert tomorrow.lines == ("1 clip (2 kB)",)
    assert week.lines == ("2 clips (4 kB)",)
    assert month.lines == ("3 clips (6 kB)",)
    model.close()


def test_cleaning_up_removes_what_was_listed_and_nothing_else(
    desk: Desk, told: Heard, qtbot: QtBot
) -> None:
    model = _stocked(desk, qtbot)
    model.clean()
    assert model.cleaning
    qtbot.waitUntil(lambda: not model.cleaning, timeout=PATIENCE_MS)
    assert told.said == ["Gone for good: 1 clip (2 kB)."]
    assert sorted(file.name for file in desk.house.paths.clips.iterdir()) == ["1.mp4", "2.mp4"]
    qtbot.waitUntil(lambda: model.stock.now == (), timeout=PATIENCE_MS)
    model.clean()
    assert told.said[1:] == []
    model.close()


def test_the_panel_shows_cards_plots_and_the_plan(
    desk: Desk, seen: dict[str, float], qtbot: QtBot
) -> None:
    seen.update(frames=1, skipped=0, late=40)
    look = Look(theme.DARK)
    panel = HealthPanel(HealthViewModel(desk), look)
    qtbot.addWidget(panel)
    panel.resize(1200, 760)
    panel.show()
    qtbot.waitUntil(lambda: panel._bars is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "database" in _words(panel), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "Nothing is kept yet." in _words(panel), timeout=PATIENCE_MS)
    assert "All well." in _words(panel)
    (card,) = panel.findChildren(CameraHealth)
    assert card.accessibleName() == "yard"
    button = next(b for b in panel.findChildren(QPushButton) if b.text() == "Clean up now")
    assert not button.isEnabled()
    look.wear(theme.LIGHT)
    panel.hide()
    assert not panel._model._timer.isActive()
    panel.close_down()


def _words(panel: HealthPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel)]


def _stocked(desk: Desk, qtbot: QtBot) -> StorageViewModel:
    """Clips of 31, 24.5 and 3 days ago, of which the first is past its time."""
    now = desk.house.clock.now()
    for at, days in enumerate((31.0, 24.5, 3.0)):
        begun = now - timedelta(days=days)
        (desk.house.paths.clips / f"{at}.mp4").write_bytes(b"x" * 2000)
        desk.house.keeper.commit(Clip(f"C{at}", "yard", f"clips/{at}.mp4", begun, begun, 2000))
    model = StorageViewModel(desk)
    model.load()
    qtbot.waitUntil(lambda: model.loaded, timeout=PATIENCE_MS)
    return model
