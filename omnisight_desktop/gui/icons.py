"""The outline icons, coloured as the theme wants them: one family, drawn for twenty pixels."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size

_RATIOS = (1.0, 1.5, 2.0, 3.0)  # of the screens that an icon is drawn for beforehand


def icon(
    name: str, colour: str, *, on: str | None = None, off: str | None = None, size: int = Size.ICON
) -> QIcon:
    """The icon of this name (``resources/icons``) in a colour.

    It has another one where it is switched ``on``, and where it cannot be used (``off``).
    """
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio))
        if off is not None:
            made.addPixmap(pixmap(name, off, size, ratio), QIcon.Mode.Disabled)
        if on is not None:
            state = QIcon.State.On
            made.addPixmap(pixmap(name, on, size, ratio), QIcon.Mode.Normal, state)
    return made


def pixmap(name: str, colour: str, size: int = Size.ICON, ratio: float = 1.0) -> QPixmap:
    """The same as a picture of so many pixels; ``ratio`` is that of the screen."""
    pixels = round(size * ratio)
    painted = QPixmap(pixels, pixels)
    painted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(painted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _drawing(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    painted.setDevicePixelRatio(ratio)
    return painted


def paint(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Draw it here and now."""
    _drawing(name, colour).render(painter, place)


def put(
    button: QAbstractButton, name: str, look: Look, *, role: str = "text", on: str | None = None
) -> None:
    """Give a button its icon in a colour of the theme, whichever theme that is.

    ``role`` and ``on`` are names of ``Tokens``. Another call replaces the icon.
    """
    dress = button.findChild(_Dress, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if dress is None:
        dress = _Dress(button, look)
    dress.take(name, role, on)


class _Dress(QObject):
    """Lives with its button and colours its icon anew when the theme changes."""

    def __init__(self, button: QAbstractButton, look: Look) -> None:
        super().__init__(button)
        self._button = button
        self._look = look
        self._name, self._role = "", "text"
        self._on: str | None = None
        button.setIconSize(QSize(Size.ICON, Size.ICON))
        look.changed.connect(self._wear)

    def take(self, name: str, role: str, on: str | None) -> None:
        self._name, self._role, self._on = name, role, on
        self._wear()

    def _wear(self) -> None:
        tokens = self._look.tokens
        on = getattr(tokens, self._on) if self._on is not None else None
        colour = getattr(tokens, self._role)
        self._button.setIcon(icon(self._name, colour, on=on, off=tokens.line_strong))


def _drawing(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return shipped("resources/icons", f"{name}.svg").read_text("utf-8")
