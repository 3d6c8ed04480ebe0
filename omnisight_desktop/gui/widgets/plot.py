"""Plots in the colours of the theme: lines over the last minutes, and bars day by day.

Importing this loads pyqtgraph, which takes a while: not on the thread of the window.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.words import number

_HEIGHT = 148
_BAR_WIDTH = 0.7
_BEHIND = 0.2  # days behind today, for its label to have room
_POINTS = 120
_MINUTES = (1, 2, 3)


class _Numbers(pyqtgraph.AxisItem):
    """Numbers as they are written in the language of the window."""

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], scale: float, spacing: float
    ) -> list[str]:
        places = max(0, math.ceil(-math.log10(spacing * scale))) if spacing > 0 else 0
        return [number(value * scale, places) for value in values]


class _Plot(pyqtgraph.PlotWidget):
    """Nobody drags or zooms it by mistake; it is there to be looked at."""

    def __init__(self, look: Look) -> None:
        super().__init__(background=None, axisItems={"left": _Numbers("left")})
        self._look = look
        self.setFixedHeight(_HEIGHT)
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(pyqtgraph.PlotWidget.Shape.NoFrame)
        self.setProperty("role", "plot")
        self.getPlotItem().showGrid(y=True, alpha=0.15)
        look.changed.connect(self._dress)
        self._dress()

    def wheelEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """The wheel scrolls the page."""
        event.ignore()  # type: ignore[attr-defined]

    def _dress(self) -> None:
        tokens = self._look.tokens
        for side in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(QColor(tokens.line_strong))
            axis.setTextPen(QColor(tokens.muted))
            font = self.font()
            font.setPixelSize(Size.TEXT_SMALL)
            axis.setTickFont(font)
            axis.setZValue(-1)  # the grid lies behind what is drawn


class Lines(_Plot):
    """One line for each name, up to now; from zero, so that nothing looks worse than it is."""

    def __init__(self, look: Look, roles: Mapping[str, str], every_s: float) -> None:
        self._roles = roles
        self._every_s = every_s
        self._curves = {name: pyqtgraph.PlotCurveItem(antialias=True) for name in roles}
        super().__init__(look)
        for curve in self._curves.values():
            self.addItem(curve)
        long_s = _POINTS * every_s
        self.setXRange(-long_s, 0, padding=0)
        minutes = [(-60.0 * ago, tr("{count} min ago", count=ago)) for ago in _MINUTES]
        self.getPlotItem().getAxis("bottom").setTicks([minutes])

    def show_series(self, series: Mapping[str, Sequence[float]], top: float | None = None) -> None:
        """Draw these, the newest last; the axis ends at the top, or above the highest value."""
        for name, values in series.items():
            count = len(values)
            times = [(at - count + 1) * self._every_s for at in range(count)]
            self._curves[name].setData(times, list(values))
        highest = max(max(values, default=0.0) for values in series.values())
        self.setYRange(0, top or highest * 1.25 or 1.0, padding=0)

    def _dress(self) -> None:
        super()._dress()
        for name, role in self._roles.items():
            colour = QColor(getattr(self._look.tokens, role))
            self._curves[name].setPen(pyqtgraph.mkPen(colour, width=Size.STROKE))


class Bars(_Plot):
    """One bar a day, in layers from the bottom up."""

    def __init__(self, look: Look, roles: Mapping[str, str]) -> None:
        self._roles = roles
        self._layers: dict[str, list[int]] = {}
        self._labels: list[str] = []
        self._items: list[pyqtgraph.BarGraphItem] = []
        super().__init__(look)

    def show_layers(self, labels: Sequence[str], layers: Mapping[str, Sequence[int]]) -> None:
        """Draw these, the oldest first; every fifth day has its label."""
        self._labels = list(labels)
        self._layers = {name: list(counts) for name, counts in layers.items()}
        ticks = [(at, label) for at, label in enumerate(self._labels)]
        last = len(ticks) - 1
        self.getPlotItem().getAxis("bottom").setTicks(
            [[t for t in ticks if (last - t[0]) % 5 == 0]]
        )
        self._draw()

    def _dress(self) -> None:
        super()._dress()
        self._draw()

    def _draw(self) -> None:
        for item in self._items:
            self.removeItem(item)
        self._items = []
        below = [0] * len(self._labels)
        for name, counts in self._layers.items():
            if not any(counts):
                continue
            colour = QColor(getattr(self._look.tokens, self._roles[name]))
            item = pyqtgraph.BarGraphItem(
                x=list(range(len(counts))),
                y0=below,
                height=counts,
                width=_BAR_WIDTH,
                brush=colour,
                pen=pyqtgraph.mkPen(None),
            )
            below = [low + count for low, count in zip(below, counts, strict=True)]
            self.addItem(item)
            self._items.append(item)
        self.setYRange(0, max([*below, 1]), padding=0.05)
        self.setXRange(-0.5, max(1, len(below)) + _BEHIND, padding=0)
