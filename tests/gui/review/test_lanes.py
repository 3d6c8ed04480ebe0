"""The timeline reads what is in view, wherever one looks, and shows glimpses under the pointer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.viewmodels.lanes import LanesViewModel
from omnisight_desktop.gui.viewmodels.wanted import Wanted
from omnisight_desktop.services.recordings import Recordings
from omnisight_desktop.services.timeline import Timeline
from tests.home import NOON

PATIENCE_MS = 10_000
T0_MS = NOON.timestamp() * 1000
CAMERAS = ("porch", "yard")


@pytest.fixture
def lanes(desk: Desk, qtbot: QtBot) -> LanesViewModel:
    lanes = LanesViewModel(desk)
    lanes.look(T0_MS - 5_000, T0_MS + 20_000)
    with qtbot.waitSignal(lanes.loaded, timeout=PATIENCE_MS):
        lanes.show_cameras(CAMERAS, Wanted())
    return lanes


def loaded(lanes: LanesViewModel, qtbot: QtBot, call: Callable[[], object]) -> None:
    with qtbot.waitSignal(lanes.loaded, timeout=PATIENCE_MS):
        call()


def test_each_camera_has_what_it_recorded_and_what_is_missing(lanes: LanesViewModel) -> None:
    assert lanes.drawn is not None
    porch, yard = lanes.drawn["porch"], lanes.drawn["yard"]
    assert [(one.start_ms - T0_MS, one.end_ms - T0_MS) for one in porch.recorded] == [(0, 4000)]
    assert [gap.reason for gap in yard.missing] == ["Unplugged."]
    assert lanes.reason_at("yard", T0_MS + 6000) == "Unplugged."
    assert lanes.reason_at("yard", T0_MS + 16_000) == ""
    assert [len(bars.start_ms) for bars in porch.bars] == [1]  # whoever left had come


def test_only_wanted_events_are_drawn(lanes: LanesViewModel, qtbot: QtBot) -> None:
    loaded(lanes, qtbot, lambda: lanes.show_cameras(CAMERAS, Wanted(labels=("car",))))
    assert lanes.drawn is not None
    assert [len(lanes.drawn[camera].bars) for camera in CAMERAS] == [0, 1]


def test_closer_keeps_the_moment_under_the_pointer(lanes: LanesViewModel) -> None:
    before = lanes.span_ms
    at_ms = lanes.since_ms + before * 0.25
    lanes.zoom(0.5, at_ms)
    assert lanes.span_ms == pytest.approx(before / 2)
    assert (at_ms - lanes.since_ms) / lanes.span_ms == pytest.approx(0.25)


def test_there_is_a_closest_and_a_furthest(lanes: LanesViewModel) -> None:
    for _ in range(100):
        lanes.zoom(0.5)
    assert lanes.span_ms == pytest.approx(400)
    for _ in range(100):
        lanes.zoom(2)
    assert lanes.span_ms / 86_400_000 / 365 == pytest.approx(12, rel=0.01)


def test_everything_there_is_comes_into_view(lanes: LanesViewModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.changed, timeout=PATIENCE_MS):
        lanes.show_all()
    assert lanes.since_ms < T0_MS
    assert lanes.until_ms > T0_MS + 4000


def test_what_plays_stays_in_view(lanes: LanesViewModel) -> None:
    lanes.look(T0_MS, T0_MS + 10_000)
    lanes.follow(NOON.timestamp() + 5)
    assert lanes.since_ms == T0_MS
    lanes.follow(NOON.timestamp() + 9.9)
    assert lanes.since_ms < T0_MS + 9900 < lanes.until_ms
    assert lanes.since_ms > T0_MS + 5000
    assert lanes.span_ms == pytest.approx(10_000)


def test_a_glimpse_comes_a_moment_later_and_stays_known(
    lanes: LanesViewModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(lanes.glimpsed, timeout=PATIENCE_MS):
        assert lanes.glimpse("porch", T0_MS + 2000) is None
    image = lanes.glimpse("porch", T0_MS + 2000)
    assert image is not None
    assert image.width() == 240
    with qtbot.waitSignal(lanes.glimpsed, timeout=PATIENCE_MS):
        lanes.glimpse("porch", T0_MS + 15_000)
    assert lanes.glimpse("porch", T0_MS + 15_000) is None


def test_trouble_is_told_and_the_next_look_is_fresh(
    lanes: LanesViewModel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def locked(*_: object) -> None:
        raise StorageError("The database is locked.")

    with monkeypatch.context() as broken:
        broken.setattr(Timeline, "lanes", locked)
        loaded(lanes, qtbot, lanes.load)
    assert lanes.trouble == "The database is locked."
    loaded(lanes, qtbot, lanes.load)
    assert lanes.trouble == ""


def test_a_glimpse_of_nothing_is_looked_for_again_once_more_is_recorded(
    lanes: LanesViewModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_ms = T0_MS + 1_000
    with monkeypatch.context() as nothing:
        nothing.setattr(Recordings, "preview", lambda *_: None)
        with qtbot.waitSignal(lanes.glimpsed, timeout=PATIENCE_MS):
            assert lanes.glimpse("porch", at_ms) is None
    assert lanes.glimpse("porch", at_ms) is None
    assert not lanes._glimpsing  # it is not looked for without end
    loaded(lanes, qtbot, lanes.load)
    qtbot.waitUntil(lambda: lanes.glimpse("porch", at_ms) is not None, timeout=PATIENCE_MS)
