"""A tile says how its camera is doing, what would help, and paints without a copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.camera import Camera, CameraOptions, CameraState, CameraStatus
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.viewmodels.sketch import Kind, Shape
from omnisight_desktop.gui.viewmodels.tiles import (
    Help,
    Overlay,
    TilePicture,
    TileState,
    fit_into,
    tile_of,
)
from omnisight_desktop.gui.viewmodels.trails import LASTS, Trails
from omnisight_desktop.gui.widgets.tile import Tile
from tests.home import NOON

YARD = Camera("yard", "Yard", "rtsp://yard")
EVERY = frozenset(Overlay)


def state(told: CameraState, silent_s: float = 0.0, **more: Any) -> TileState:
    since = NOON - timedelta(minutes=25)
    return tile_of(YARD, CameraStatus("yard", told, since, **more), NOON, silent_s)


def track(x: float, name: str = "T1") -> Track:
    return Track(name, "person", (x, 10, x + 20, 50), 0.9, TrackState.ACTIVE, NOON, NOON)


def picture(serial: int = 1, **more: Any) -> TilePicture:
    """A grey picture of 320 by 180 pixels."""
    pixels = np.full((180, 320, 4), 128, np.uint8)
    return replace(TilePicture(serial, pixels, (320, 180), (320, 180)), **more)


@pytest.fixture
def tile(qtbot: QtBot) -> Tile:
    tile = Tile("Yard", Look(theme.DARK), "yard")
    qtbot.addWidget(tile)
    tile.resize(320, 180)
    tile.show()
    return tile


@pytest.mark.parametrize(
    ("told", "chip", "help_", "tone"),
    [
        (state(CameraState.CONNECTING), "Connecting…", Help.NONE, "warning"),
        (state(CameraState.LIVE), "Live", Help.NONE, "good"),
        (state(CameraState.LIVE, reason="It is seen but not heard."), "Live", Help.NONE, "warning"),
        (state(CameraState.LIVE, silent_s=7.4), "No signal for 7 s", Help.NONE, "failed"),
        (state(CameraState.PAUSED), "Paused", Help.RESUME, "warning"),
        (state(CameraState.ENDED), "Ended", Help.AGAIN, "muted"),
        (state(CameraState.OFFLINE, reason="Off."), "Offline since", Help.RETRY, "failed"),
    ],
)
def test_every_state_is_said_in_words_with_what_helps(
    told: TileState, chip: str, help_: Help, tone: str
) -> None:
    assert told.chip.startswith(chip)
    assert (told.help, told.tone) == (help_, tone)


def test_a_camera_that_hides_something_says_so() -> None:
    masked = replace(YARD, options=CameraOptions(masks=(((0, 0), (1, 0), (1, 1)),)))
    status = CameraStatus("yard", CameraState.LIVE, NOON)
    assert tile_of(masked, status, NOON, 0).private
    assert not state(CameraState.LIVE).private


@pytest.mark.parametrize(
    ("room", "source", "size"),
    [
        ((640, 360), (1280, 720), (640, 360)),
        ((853, 480), (1280, 720), (848, 476)),
        ((1000, 300), (640, 480), (400, 300)),
        ((300, 1000), (1280, 720), (288, 162)),
        ((10, 10), (1280, 720), (10, 4)),
    ],
)
def test_a_picture_keeps_its_shape_and_a_width_that_is_scaled_fast(
    room: tuple[int, int], source: tuple[int, int], size: tuple[int, int]
) -> None:
    assert fit_into(room, source) == size


def test_a_camera_that_is_gone_says_why_with_a_button_instead_of_an_old_picture(
    qtbot: QtBot, tile: Tile
) -> None:
    tile.show_state(state(CameraState.LIVE))
    tile.show_picture(picture())
    tile.show_state(state(CameraState.OFFLINE, reason="The camera is off."))
    assert tile.accessibleDescription().endswith("The camera is off.")
    assert tile._image is None
    (button,) = tile.findChildren(QPushButton)
    assert button.isVisible()
    assert button.text() == "Retry"
    with qtbot.waitSignal(tile.asked) as asked:
        button.click()
    assert asked.args == ["help"]


def test_in_a_small_tile_a_long_sentence_is_told_on_hover(tile: Tile) -> None:
    long = "Nobody answers at that address, whatever it is. " * 4
    tile.show_state(state(CameraState.OFFLINE, reason=long))
    (label,) = tile.findChildren(QLabel)
    tile.resize(640, 360)
    assert label.isVisible()
    tile.resize(170, 96)
    assert not label.isVisible()
    parent = label.parentWidget()
    assert parent is not None
    assert long.strip() in parent.toolTip()


def test_the_picture_is_painted_from_its_own_memory(tile: Tile) -> None:
    shown = picture()
    tile.show_state(state(CameraState.LIVE))
    tile.show_picture(shown)
    shown.image[:] = (10, 200, 10, 255)  # whoever copied it before would not see this
    assert colour_at(tile, 160, 90) == QColor(10, 200, 10).name()


def test_another_theme_is_painted_at_once(qtbot: QtBot) -> None:
    look = Look(theme.DARK)
    tile = Tile("Yard", look, "yard")
    qtbot.addWidget(tile)
    tile.resize(320, 180)
    assert colour_at(tile, 160, 90) == theme.DARK.surface.lower()
    look.wear(theme.LIGHT)
    assert colour_at(tile, 160, 90) == theme.LIGHT.surface.lower()


@pytest.mark.parametrize(
    ("overlay", "place"),
    [
        (Overlay.BOXES, (100, 30)),
        (Overlay.ZONES, (220, 90)),
        (Overlay.TRAILS, (105, 50)),
        (Overlay.SOUND, (11, 130)),
    ],
)
def test_each_overlay_is_drawn_where_it_belongs_and_only_when_wanted(
    tile: Tile, overlay: Overlay, place: tuple[int, int]
) -> None:
    trails = Trails()
    trails.follow((track(60),), NOON - timedelta(seconds=1))
    trails.follow((track(100),), NOON)
    full = picture(tracks=(track(100),), trails=trails.seen(NOON), loudness=0.7)
    zone = Shape(Kind.ZONE, "Drive", ((0.6, 0.2), (0.8, 0.2), (0.8, 0.8), (0.6, 0.8)))
    tile.show_state(state(CameraState.LIVE))
    tile.show_picture(picture())
    plain = colour_at(tile, *place)
    tile.show_picture(full)
    tile.show_overlays(frozenset({overlay}), (zone,) if overlay is Overlay.ZONES else ())
    assert colour_at(tile, *place) != plain


def test_a_trail_fades_and_is_forgotten() -> None:
    trails = Trails()
    for second in range(6):
        trails.follow((track(10.0 * second),), NOON + timedelta(seconds=second))
    (trail,) = trails.seen(NOON + timedelta(seconds=5))
    assert [round(fresh, 2) for _, _, fresh in trail.places] == [0.0, 0.33, 0.67, 1.0]
    assert trail.places[-1][:2] == (60.0, 50.0)  # where the feet are
    trails.follow((), NOON + timedelta(seconds=5) + 2 * LASTS)
    assert trails.seen(NOON + timedelta(seconds=5) + 2 * LASTS) == ()


def test_somebody_who_stands_still_leaves_no_trail() -> None:
    trails = Trails()
    for second in range(3):
        trails.follow((track(10.0),), NOON + timedelta(seconds=second))
    assert trails.seen(NOON + timedelta(seconds=2)) == ()


def test_controls_come_with_the_keyboard_and_return_makes_it_large(
    qtbot: QtBot, tile: Tile
) -> None:
    tile.show_state(state(CameraState.LIVE))
    tile.show_picture(picture())
    tile.setFocus()
    assert all(button.isVisible() for button in tile._controls.findChildren(QToolButton))
    with qtbot.waitSignal(tile.asked) as asked:
        QTest.keyClick(tile, Qt.Key.Key_Return)
    assert asked.args == ["large"]


def test_what_runs_is_ended_by_the_button_that_began_it(tile: Tile) -> None:
    live = state(CameraState.LIVE)
    tile.show_state(replace(live, recording="0:12", again=True))
    names = {button.accessibleName() for button in tile.findChildren(QToolButton)}
    assert {"Stop recording", "Back to live"} <= names
    tile.show_state(live)
    names = {button.accessibleName() for button in tile.findChildren(QToolButton)}
    assert {"Record", "Show the last 30 seconds again"} <= names


def colour_at(tile: Tile, x: int, y: int) -> str:
    shown = tile.grab().toImage()
    return shown.pixelColor(x, y).name()


def test_that_parts_are_hidden_is_said_in_words(tile: Tile) -> None:
    tile.resize(480, 270)
    tile.show_picture(picture())
    tile.show_state(state(CameraState.LIVE))
    plain = tile.grab().toImage()
    assert "blackened" not in tile.accessibleDescription()
    tile.show_state(replace(state(CameraState.LIVE), private=True))
    assert tile.accessibleDescription() == "Live. Parts of the picture are blackened."
    assert tile.toolTip() == "Parts of the picture are blackened."
    assert tile.grab().toImage() != plain
