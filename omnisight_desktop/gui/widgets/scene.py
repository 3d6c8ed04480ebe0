"""What is drawn over a live picture: boxes, names, trails, zones, and how loud it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from omnisight_desktop.core.track import Track
from omnisight_desktop.gui.theme import Size, Tokens, overlay
from omnisight_desktop.gui.viewmodels.sketch import Shape
from omnisight_desktop.gui.viewmodels.tiles import Overlay, TilePicture
from omnisight_desktop.gui.viewmodels.trails import Trail
from omnisight_desktop.gui.widgets import chip
from omnisight_desktop.gui.widgets.ink import Ink, Stage
from omnisight_desktop.gui.words import named

_METER = 6.0
_METER_HIGH = 64.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture with all that is known of it, and where on the screen it lies."""

    frame: QRectF
    picture: TilePicture
    overlays: frozenset[Overlay]
    shapes: Sequence[Shape] = ()


def paint_scene(painter: QPainter, tokens: Tokens, scene: Scene) -> None:
    """Paint what lies over the picture, which is painted already."""
    if scene.shapes:
        ink = Ink(painter, tokens, Stage(scene.frame))
        for shape in scene.shapes:
            ink.shape(shape, chosen=False)
        for shape in scene.shapes:
            ink.name(shape)
    scale = scene.frame.width() / max(1, scene.picture.source[0])
    corner = scene.frame.topLeft()
    for trail in scene.picture.trails:
        _paint_trail(painter, tokens, trail, corner, scale)
    for track in scene.picture.tracks:
        x1, y1, x2, y2 = (side * scale for side in track.box)
        box = QRectF(x1, y1, x2 - x1, y2 - y1).translated(corner)
        _paint_track(painter, tokens, track, box, scene)
    if scene.picture.loudness is not None:
        _paint_meter(painter, tokens, scene.picture.loudness, scene.frame)


def _paint_track(
    painter: QPainter, tokens: Tokens, track: Track, box: QRectF, scene: Scene
) -> None:
    colour = overlay(tokens, track.label)
    if Overlay.BOXES in scene.overlays:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, Size.STROKE))
        painter.drawRoundedRect(box, 3, 3)
    if Overlay.NAMES in scene.overlays:
        who = track.identity.shown if track.identity else named(track.label)
        width = chip.width_of(painter, who, dot=True)
        frame = scene.frame
        left = min(max(box.left() - 1, frame.left() + 2), frame.right() - width - 2)
        top = max(box.top() - chip.HIGH - 2, frame.top() + 2)
        chip.paint(painter, tokens, QRectF(left, top, width, chip.HIGH), who, colour)


def _paint_trail(
    painter: QPainter, tokens: Tokens, trail: Trail, corner: QPointF, scale: float
) -> None:
    colour = overlay(tokens, trail.label)
    spots = [(QPointF(x, y) * scale + corner, fresh) for x, y, fresh in trail.places]
    for (begin, _), (end, fresh) in zip(spots, spots[1:], strict=False):
        ink = QColor(colour)
        ink.setAlphaF(min(1.0, max(0.0, fresh)))
        painter.setPen(QPen(ink, Size.STROKE + 1, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(begin, end)


def _paint_meter(painter: QPainter, tokens: Tokens, level: float, frame: QRectF) -> None:
    """A bar at the left edge that rises with what is heard."""
    high = min(_METER_HIGH, frame.height() / 3)
    left, bottom = frame.left() + Size.GAP, frame.bottom() - 2 * Size.GAP - chip.HIGH
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.chip))
    painter.drawRoundedRect(QRectF(left, bottom - high, _METER, high), 3, 3)
    painter.setBrush(QColor(tokens.good if level < 0.8 else tokens.warning))
    risen = high * level
    painter.drawRoundedRect(QRectF(left, bottom - risen, _METER, risen), 3, 3)
