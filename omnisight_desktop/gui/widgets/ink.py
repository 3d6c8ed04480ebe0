"""How zones, lines and masks look on a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
)

from omnisight_desktop.core.track import Track
from omnisight_desktop.gui.theme import Size, Tokens, overlay
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.sketch import Kind, Point, Shape, middles

_FILL = 0.12
_FILL_CHOSEN = 0.22
_HANDLE_PX, _MIDDLE_PX = 6.0, 4.0
_ARROW_PX = 22.0
_CHIP_PX = 22.0


@dataclass(frozen=True, slots=True)
class Stage:
    """What is drawn on: where it lies on the screen, and what it shows."""

    frame: QRectF
    image: QImage | None = None
    tracks: tuple[Track, ...] = ()
    scale: float = 1.0  # of the picture, against the one in which the tracks are
    words: str = ""


class Ink:
    """Draws on one stage, in the colours of the theme."""

    def __init__(self, painter: QPainter | None, tokens: Tokens, stage: Stage) -> None:
        self._painter = painter or QPainter()
        self._tokens = tokens
        self._stage = stage

    def ground(self, *, focused: bool) -> None:
        """The picture itself, or why there is none."""
        painter, stage = self._painter, self._stage
        outline = QPainterPath()
        outline.addRoundedRect(stage.frame, Size.RADIUS, Size.RADIUS)
        painter.fillPath(outline, QColor(self._tokens.surface))
        painter.save()
        painter.setClipPath(outline)
        if stage.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(stage.frame, stage.image)
            self._boxes(stage.image)
        elif stage.words:
            painter.setPen(QColor(self._tokens.muted))
            painter.setFont(self._font(Size.TEXT_LARGE))
            room = stage.frame.adjusted(Size.WIDE, Size.WIDE, -Size.WIDE, -Size.WIDE)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, stage.words)
        painter.restore()
        colour = QColor(self._tokens.accent if focused else self._tokens.line)
        painter.setPen(QPen(colour, Size.STROKE if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    def shape(self, shape: Shape, *, chosen: bool) -> None:
        """One shape, without its name."""
        painter, colour = self._painter, self._colour(shape.kind)
        path = self._path(shape.points, closed=shape.closed)
        if shape.kind is Kind.MASK:
            painter.fillPath(path, QColor(self._tokens.chip))
            painter.fillPath(path, QBrush(colour, Qt.BrushStyle.BDiagPattern))
        elif shape.closed:
            fill = QColor(colour)
            fill.setAlphaF(_FILL_CHOSEN if chosen else _FILL)
            painter.fillPath(path, fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._stroke(path, colour, wide=chosen)
        if not shape.closed:
            self._arrow(shape.points, colour)

    def name(self, shape: Shape, beside: str = "") -> None:
        """What a shape is called; ``beside`` stands behind it."""
        words = shape.name or tr("Mask")
        told = f"{words}  {beside}" if beside else words
        if shape.closed:
            at = self._path(shape.points, closed=True).boundingRect().center()
        else:
            foot, inward = self._across(shape.points)
            at = foot - inward * (_ARROW_PX / 2 + _CHIP_PX)
        self._chip(at, told, self._colour(shape.kind))

    def handles(self, shape: Shape, chosen: int) -> None:
        """Where a shape can be taken hold of."""
        painter, colour = self._painter, self._colour(shape.kind)
        painter.setPen(QPen(QColor(self._tokens.on_picture), 1))
        half = QColor(colour)
        half.setAlphaF(0.6)
        painter.setBrush(half)
        for middle in middles(shape):
            painter.drawEllipse(self._place(middle), _MIDDLE_PX, _MIDDLE_PX)
        for nth, point in enumerate(shape.points):
            here = nth == chosen
            painter.setBrush(QColor(self._tokens.on_picture) if here else colour)
            painter.setPen(QPen(colour if here else QColor(self._tokens.on_picture), 2))
            size = _HANDLE_PX + (2 if here else 0)
            painter.drawEllipse(self._place(point), size, size)

    def pending(self, kind: Kind, points: Sequence[Point], pen: Point, *, shown: bool) -> None:
        """What is being drawn, up to where the pen is."""
        painter, colour = self._painter, self._colour(kind)
        reach = (*points, pen) if shown else tuple(points)
        if len(reach) > 1:
            path = self._path(reach, closed=kind is not Kind.LINE and len(reach) > 2)
            if kind is not Kind.LINE:
                fill = QColor(colour)
                fill.setAlphaF(_FILL)
                painter.fillPath(path, fill)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            self._stroke(path, colour, wide=True)
            if kind is Kind.LINE:
                self._arrow(reach, colour)
        painter.setPen(QPen(QColor(self._tokens.on_picture), 1))
        painter.setBrush(colour)
        for point in points:
            painter.drawEllipse(self._place(point), _HANDLE_PX, _HANDLE_PX)
        if shown:
            self._cross(self._place(pen))

    def is_at(self, shape: Shape, place: QPointF, reach_px: float) -> bool:
        """Whether a shape is under a place: its outline within reach, or, without one, its inside."""
        path = self._path(shape.points, closed=shape.closed)
        if reach_px <= 0:
            return shape.closed and path.contains(place)
        stroker = QPainterPathStroker()
        stroker.setWidth(reach_px)
        return stroker.createStroke(path).contains(place)

    def _boxes(self, image: QImage) -> None:
        scale = self._stage.frame.width() / max(image.width(), 1) * self._stage.scale
        for track in self._stage.tracks:
            x1, y1, x2, y2 = (side * scale for side in track.box)
            box = QRectF(x1, y1, x2 - x1, y2 - y1).translated(self._stage.frame.topLeft())
            self._painter.setPen(QPen(overlay(self._tokens, track.label), 1))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(box, 3, 3)

    def _stroke(self, path: QPainterPath, colour: QColor, *, wide: bool) -> None:
        """A dark line under the bright one, so that it is seen on snow and at night."""
        width = Size.STROKE + (1 if wide else 0)
        for ink, size in ((QColor(self._tokens.chip), width + 2), (colour, width)):
            pen = QPen(ink, size)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            self._painter.setPen(pen)
            self._painter.drawPath(path)

    def _arrow(self, points: Sequence[Point], colour: QColor) -> None:
        """An arrow across a line, to the side that is in."""
        foot, inward = self._across(points)
        tip = foot + inward * _ARROW_PX
        stem = QPainterPath(foot - inward * _ARROW_PX / 2)
        stem.lineTo(tip)
        self._stroke(stem, colour, wide=False)
        back, ahead = tip - inward * 8, QPointF(inward.y(), -inward.x())
        head = QPolygonF([tip + inward * 4, back + ahead * 6, back - ahead * 6])
        self._painter.setPen(QPen(QColor(self._tokens.chip), 1))
        self._painter.setBrush(colour)
        self._painter.drawPolygon(head)
        self._chip(tip + inward * (_CHIP_PX / 2 + 8), tr("in"), None)

    def _across(self, points: Sequence[Point]) -> tuple[QPointF, QPointF]:
        """The middle of the longest stretch of a line, and which way is in from there."""
        places = [self._place(point) for point in points]
        sides = list(zip(places, places[1:], strict=False))
        a, b = max(sides, key=lambda side: _length(side[1] - side[0]))
        ahead = (b - a) / max(_length(b - a), 1.0)
        # In is to the right of who walks along it; on a screen y goes downwards.
        return (a + b) / 2, QPointF(-ahead.y(), ahead.x())

    def _chip(self, at: QPointF, words: str, dot: QColor | None) -> None:
        painter, frame = self._painter, self._stage.frame
        painter.setFont(self._font(Size.TEXT_SMALL))
        width = painter.fontMetrics().horizontalAdvance(words) + (28.0 if dot else 16.0)
        left = min(max(at.x() - width / 2, frame.left() + 2), frame.right() - width - 2)
        top = min(max(at.y() - _CHIP_PX / 2, frame.top() + 2), frame.bottom() - _CHIP_PX - 2)
        place = QRectF(left, top, width, _CHIP_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.chip))
        painter.drawRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        begin = place.left() + 8
        if dot is not None:
            painter.setBrush(dot)
            painter.drawEllipse(QRectF(begin, place.center().y() - 3.5, 7, 7))
            begin += 12
        painter.setPen(QColor(self._tokens.on_picture))
        room = QRectF(begin, place.top(), place.right() - begin, place.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _cross(self, at: QPointF) -> None:
        self._painter.setPen(QPen(QColor(self._tokens.on_picture), 1))
        self._painter.drawLine(at - QPointF(9, 0), at + QPointF(9, 0))
        self._painter.drawLine(at - QPointF(0, 9), at + QPointF(0, 9))

    def _path(self, points: Sequence[Point], *, closed: bool) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(QPolygonF([self._place(point) for point in points]))
        if closed:
            path.closeSubpath()
        return path

    def _place(self, point: Point) -> QPointF:
        frame = self._stage.frame
        x, y = frame.left() + point[0] * frame.width(), frame.top() + point[1] * frame.height()
        return QPointF(x, y)

    def _colour(self, kind: Kind) -> QColor:
        return QColor(
            {
                Kind.ZONE: self._tokens.vehicle,
                Kind.LINE: self._tokens.animal,
                Kind.MASK: self._tokens.faint,
            }[kind]
        )

    def _font(self, pixels: int) -> QFont:
        font = QFont(self._painter.font())
        font.setPixelSize(pixels)
        return font


def _length(way: QPointF) -> float:
    return hypot(way.x(), way.y())
