"""The timeline's scale, its drawing, and what the mouse does on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.kinds import Sort
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.viewmodels.bars import Drawing, drawings
from omnisight_desktop.gui.widgets.ruler import marks
from omnisight_desktop.gui.widgets.timeline import GUTTER, Stretch, Timeline
from omnisight_desktop.services.timeline import Lane, Lanes, Missing, Moved, Recorded
from omnisight_desktop.storage.spans import Tally

DAY_MS = 86_400_000.0
BEGIN = datetime(2026, 5, 3, 12).astimezone()
BEGIN_MS = BEGIN.timestamp() * 1000
LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("span_ms", "first", "second"),
    [
        (500.0, "12:00:00.00", "12:00:00.10"),
        (8_000.0, "12:00:00", "12:00:01"),
        (3_600_000.0, "12:00", "12:10"),
        (DAY_MS, "12:00", "15:00"),
        (7 * DAY_MS, "Mon 4 May", "Tue 5 May"),
        (365 * DAY_MS, "Jul", "Oct"),
        (6 * 365 * DAY_MS, "2027", "2028"),
    ],
)
def test_marks_stand_where_people_expect_them(span_ms: float, first: str, second: str) -> None:
    inside = [m for m in marks(BEGIN_MS, BEGIN_MS + span_ms, 700) if m.at_ms >= BEGIN_MS]
    assert [mark.words for mark in inside[:2]] == [first, second]


@pytest.mark.parametrize("days", [0.00001, 0.01, 1, 3, 20, 100, 1000, 4000])
@pytest.mark.parametrize("width", [300, 740, 1500])
def test_marks_are_far_enough_apart_to_be_read(days: float, width: int) -> None:
    span = days * DAY_MS
    places = [m.at_ms for m in marks(BEGIN_MS, BEGIN_MS + span, width)]
    gaps = [(b - a) / span * width for a, b in zip(places, places[1:], strict=False)]
    assert all(gap >= 70 for gap in gaps)
    assert len(places) >= 2 or width == 300


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    timeline = Timeline(Look(theme.DARK))
    qtbot.addWidget(timeline)
    timeline.resize(GUTTER + 1000, 26 + 2 * 36 + 2)
    timeline.show_cameras([("a", "Porch"), ("b", "Yard")], ["a"])
    timeline.show_range(BEGIN_MS, BEGIN_MS + 100_000)  # ten pixels a second
    timeline.show()
    return timeline


def lane(camera: str, **parts: tuple[object, ...]) -> Lane:
    empty: dict[str, tuple[object, ...]] = dict.fromkeys(
        ("recorded", "moved", "missing", "ticks"), ()
    )
    return Lane(camera, **{**empty, **parts})  # type: ignore[arg-type]


def drawn(since: int, until: int, step: int, lanes: tuple[Lane, ...]) -> Mapping[str, Drawing]:
    return drawings(Lanes(since, until, step, lanes))


def at(second: float) -> int:
    return round(BEGIN_MS + second * 1000)


def colours(timeline: Timeline, second: float, row: int) -> set[str]:
    """What is painted in a lane at a moment, from top to bottom."""
    image = timeline.grab().toImage()
    x = GUTTER + round(second * 10)
    top = 26 + row * 36
    return {image.pixelColor(x, y).name() for y in range(top + 2, top + 34)}


def test_each_lane_shows_its_own(timeline: Timeline) -> None:
    tick = Tally("a", at(30), 1000, Sort.PERSON, 3)
    timeline.show_lanes(
        drawn(
            at(0),
            at(100),
            1000,
            (
                lane("a", recorded=(Recorded(at(20), at(60)),), ticks=(tick,)),
                lane("b", missing=(Missing(at(20), at(60), "Unplugged."),)),
            ),
        )
    )
    person, ground = QColor(theme.DARK.person).name(), QColor(theme.DARK.line).name()
    assert {person, ground} <= colours(timeline, 30.5, 0)
    assert person not in colours(timeline, 32.5, 0)
    assert ground not in colours(timeline, 70.5, 0) - colours(timeline, 15.5, 0)
    hatched = set().union(*(colours(timeline, 40 + n / 10, 1) for n in range(8)))
    assert QColor(theme.DARK.faint).name() in hatched
    whole = colours(timeline, 40.5, 1)
    assert len(whole) > 1  # a pattern, not a block


def test_much_motion_stands_higher_than_little(timeline: Timeline) -> None:
    moved = (Moved(at(20), at(30), 1.0), Moved(at(40), at(50), 0.2))
    timeline.show_lanes(drawn(at(0), at(100), 1000, (lane("a", moved=moved),)))
    image = timeline.grab().toImage()

    def height(second: float) -> int:
        x = GUTTER + round(second * 10)
        wanted = QColor(theme.DARK.line_strong).name()
        return sum(image.pixelColor(x, y).name() == wanted for y in range(28, 60))

    assert height(25) > height(45) > 0


def test_thousands_of_marks_are_drawn_at_once(timeline: Timeline) -> None:
    ticks = tuple(
        Tally("a", at(step / 10), 100, sort, 1 + step % 5) for step in range(1000) for sort in Sort
    )
    timeline.show_lanes(drawn(at(0), at(100), 100, (lane("a", ticks=ticks),)))
    assert len(colours(timeline, 50.1, 0)) > 3


def test_the_ruler_scrubs(timeline: Timeline, qtbot: QtBot) -> None:
    moments: list[float] = []
    timeline.scrubbed.connect(moments.append)
    QTest.mousePress(timeline, LEFT, pos=QPoint(GUTTER + 100, 10))
    QTest.mouseMove(timeline, QPoint(GUTTER + 200, 10))
    QTest.mouseRelease(timeline, LEFT, pos=QPoint(GUTTER + 200, 10))
    assert [round((one - BEGIN_MS) / 1000) for one in (moments[0], moments[-1])] == [10, 20]


def test_dragging_a_lane_moves_in_time_and_goes_nowhere(timeline: Timeline, qtbot: QtBot) -> None:
    moved: list[float] = []
    sought: list[float] = []
    timeline.panned.connect(moved.append)
    timeline.sought.connect(lambda ms, _: sought.append(ms))
    QTest.mousePress(timeline, LEFT, pos=QPoint(GUTTER + 300, 50))
    QTest.mouseMove(timeline, QPoint(GUTTER + 250, 50))
    QTest.mouseRelease(timeline, LEFT, pos=QPoint(GUTTER + 250, 50))
    assert sum(moved) == pytest.approx(5000)
    assert sought == []


def test_dragging_with_shift_marks_a_stretch(timeline: Timeline, qtbot: QtBot) -> None:
    marked: list[tuple[float, float]] = []
    timeline.marked.connect(lambda a, b: marked.append((a, b)))
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(timeline, LEFT, shift, pos=QPoint(GUTTER + 500, 50))
    QTest.mouseMove(timeline, QPoint(GUTTER + 400, 50))
    QTest.mouseRelease(timeline, LEFT, shift, pos=QPoint(GUTTER + 400, 50))
    assert [round((one - BEGIN_MS) / 1000) for one in marked[-1]] == [40, 50]


def test_the_wheel_goes_closer_around_the_pointer(timeline: Timeline) -> None:
    asked: list[tuple[float, float]] = []
    timeline.zoomed.connect(lambda factor, ms: asked.append((factor, ms)))
    place = QPointF(GUTTER + 250, 60)
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    timeline.wheelEvent(event)
    ((factor, ms),) = asked
    assert factor < 1
    assert round((ms - BEGIN_MS) / 1000) == 25


def test_what_is_marked_is_shaded(timeline: Timeline) -> None:
    plain = timeline.grab().toImage()
    timeline.show_stretch(Stretch(BEGIN_MS + 30_000, BEGIN_MS + 60_000))
    shaded = timeline.grab().toImage()
    inside, outside = QPoint(GUTTER + 450, 90), QPoint(GUTTER + 700, 90)
    assert shaded.pixelColor(inside) != plain.pixelColor(inside)
    assert shaded.pixelColor(outside) == plain.pixelColor(outside)


def test_more_cameras_than_fit_are_scrolled_to(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.show_cameras([(f"c{n}", f"Camera {n}") for n in range(8)], ["c7"])
    timeline.resize(GUTTER + 1000, timeline.sizeHint().height())
    toggled: list[str] = []
    timeline.toggled.connect(toggled.append)
    for _ in range(5):
        QTest.keyClick(timeline, Qt.Key.Key_Down)
    QTest.mouseClick(timeline, LEFT, pos=QPoint(40, 26 + 4 * 36 + 18))
    assert toggled == ["c7"]


def test_a_summer_night_is_an_hour_shorter_and_marks_stay_on_the_hour() -> None:
    begin = datetime(2026, 3, 28, 12).astimezone()
    end = begin + timedelta(days=2)
    found = marks(begin.timestamp() * 1000, end.timestamp() * 1000, 900)
    assert all(mark.words.endswith(":00") or mark.bold for mark in found)
