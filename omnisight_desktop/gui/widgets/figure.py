"""A stick figure that shows a movement again and again; it stands still while nobody can see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QLineF, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.core.gesture import Joint
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size, Tokens
from omnisight_desktop.gui.viewmodels.figures import ARMS, FPS, SEEN, TRUNK, WRISTS, Body, Figure

_TRAIL = 8  # pictures that a hand's way is seen
_THIN, _THICK = 2.0, 6.0


class FigureView(QWidget):
    """Paints a figure in the middle of its place; without one it stays empty."""

    def __init__(self, look: Look, *, small: bool = False, ground: str = "canvas") -> None:
        super().__init__()
        self._look = look
        self._figure: Figure | None = None
        self._dim = False
        self._once = False  # a dim one moves when it is asked to, once
        self._small = small
        self._ground = ground  # a colour of the theme
        self._picture = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 / FPS))
        self._timer.timeout.connect(self._step)
        look.changed.connect(self.update)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(56, 56) if self._small else QSize(256, 160)

    def show_figure(self, figure: Figure | None, *, dim: bool = False) -> None:
        """Show this one from now on, from its beginning."""
        if figure is not self._figure or not dim:
            self._once = False
        self._dim = dim
        if figure is not self._figure:
            self._figure = figure
            self._picture = figure.telling if figure is not None else 0
            self._clock.restart()
        if dim and not self._once and figure is not None:
            self._picture = figure.telling
        self._run()
        self.update()

    def begin_again(self) -> None:
        """From its beginning."""
        self._once = self._dim
        self._clock.restart()
        self._run()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, tokens = QPainter(self), self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        painter.fillPath(ground, QColor(getattr(tokens, self._ground)))
        if self._figure is None:
            return
        if self._dim and not self._once:
            painter.setOpacity(0.45)
        room = QRectF(self.rect())
        scale = min(room.height(), room.width() / max(self._figure.wide, 1e-3))
        left = room.center().x() - self._figure.wide * scale / 2
        top = room.center().y() - scale / 2
        paint_figure(painter, tokens, self._figure, self._picture, (left, top, scale))

    def _run(self) -> None:
        still = self._dim and not self._once
        moves = self._figure is not None and not still and self.isVisible()
        if moves and not self._timer.isActive():
            self._clock.start()
            self._timer.start()
        elif not moves:
            self._timer.stop()

    def _step(self) -> None:
        if self._figure is None or self.visibleRegion().isEmpty():
            return
        elapsed_s = self._clock.elapsed() / 1000
        if self._once and elapsed_s > self._figure.length_s:
            self._once = False
            self._timer.stop()
            self._picture = self._figure.telling
            self.update()
            return
        picture = self._figure.at(elapsed_s)
        if picture != self._picture:
            self._picture = picture
            self.update()


def paint_figure(
    painter: QPainter,
    tokens: Tokens,
    figure: Figure,
    picture: int,
    place: tuple[float, float, float],
) -> None:
    """One picture of it, where ``place`` says: left, top, and how large one is."""
    left, top, scale = place
    shown = figure.shown[picture]

    def at(joint: int, when: int = picture) -> QPointF:
        x, y = figure.joints[when, joint]
        return QPointF(left + float(x) * scale, top + float(y) * scale)

    width = min(_THICK, max(_THIN, scale / 48))
    trunk = _pen(tokens.muted, width)
    arms = _pen(tokens.accent, width)
    _trail(painter, tokens, figure, picture, at)
    for pen, bones in ((trunk, TRUNK), (arms, ARMS)):
        painter.setPen(pen)
        for one, other in bones:
            if shown[one] and shown[other]:
                painter.drawLine(at(one), at(other))
    if shown[Joint.NOSE]:
        painter.setPen(trunk)
        radius = figure.head * scale
        if shown[Joint.LEFT_SHOULDER] and shown[Joint.RIGHT_SHOULDER]:
            painter.drawLine(*_neck(at, radius))
        painter.drawEllipse(at(Joint.NOSE), radius, radius * 1.15)


def paint_body(painter: QPainter, tokens: Tokens, body: Body, frame: QRectF) -> None:
    """A body over the picture that it was seen in; light lines with a dark rim stand out from any."""
    seen = body[:, 2] >= SEEN
    width = min(_THICK, max(_THIN, frame.height() / 160))

    def at(joint: int) -> QPointF:
        x, y = body[joint, :2]
        return QPointF(
            frame.left() + float(x) * frame.width(), frame.top() + float(y) * frame.height()
        )

    rim = _pen(tokens.chip, width + 2)
    for bones, pen in ((TRUNK, _pen(tokens.on_picture, width)), (ARMS, _pen(tokens.accent, width))):
        lines = [QLineF(at(one), at(other)) for one, other in bones if seen[one] and seen[other]]
        for each in (rim, pen):
            painter.setPen(each)
            painter.drawLines(lines)


def _neck(at: Callable[..., QPointF], radius: float) -> tuple[QPointF, QPointF]:
    """From between the shoulders to the chin."""
    low = (at(Joint.LEFT_SHOULDER) + at(Joint.RIGHT_SHOULDER)) / 2
    way = low - at(Joint.NOSE)
    length = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1e-3)
    return low, low - way * max(0.0, 1 - 1.15 * radius / length)


def _trail(
    painter: QPainter, tokens: Tokens, figure: Figure, picture: int, at: Callable[..., QPointF]
) -> None:
    """The way that the hands came, fading."""
    for wrist in WRISTS:
        for back in range(1, _TRAIL):
            when = picture - back
            if when < 0 or not (figure.shown[when, wrist] and figure.shown[when + 1, wrist]):
                break
            colour = QColor(tokens.accent)
            colour.setAlphaF(0.35 * (1 - back / _TRAIL))
            painter.setPen(QPen(colour, 2))
            painter.drawLine(at(wrist, when), at(wrist, when + 1))


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
