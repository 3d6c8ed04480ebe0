"""Drawing on a camera's picture: what is chosen, what is being drawn, and taking it back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.sketch import (
    History,
    Kind,
    Point,
    Shape,
    Sketch,
    middles,
    moved,
    point_added,
    point_moved,
    point_removed,
    turned,
    within,
)

_NEAR = 1e-3  # two points so near are one


class DrawingViewModel(QObject):
    """The sketch of one picture and the pen over it; it knows no widget.

    ``shape`` and ``point`` are what is chosen, -1 for nothing; ``tool`` is what is being drawn, and
    ``pending`` its points so far.
    """

    changed = Signal()  # the sketch is another
    moved_on = Signal()  # only what is chosen or being drawn is

    def __init__(self) -> None:
        super().__init__()
        self._history = History(Sketch())
        self.tool: Kind | None = None
        self.pending: tuple[Point, ...] = ()
        self.shape = -1
        self.point = -1

    @property
    def sketch(self) -> Sketch:
        """What is drawn."""
        return self._history.now

    @property
    def chosen(self) -> Shape | None:
        """The shape that is chosen."""
        shapes = self.sketch.shapes
        return shapes[self.shape] if 0 <= self.shape < len(shapes) else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self.pending) or self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._history.can_redo

    def begin(self, sketch: Sketch) -> None:
        """Draw on another sketch from now on; what was done before cannot be taken back."""
        self._history = History(sketch)
        self.tool, self.pending = None, ()
        self.shape = self.point = -1
        self.changed.emit()

    def choose(self, shape: int, point: int = -1) -> None:
        """Have a shape chosen, or one of its points; -1 for nothing."""
        self._history.rest()
        if (shape, point) != (self.shape, self.point):
            self.shape, self.point = shape, point
            self.moved_on.emit()

    def take_up(self, tool: Kind | None) -> None:
        """Draw one of these next; None to draw no more."""
        self.tool, self.pending = tool, ()
        if tool is not None:
            self.shape = self.point = -1
        self.moved_on.emit()

    def put(self, at: Point) -> None:
        """One more point of what is being drawn."""
        at = within(at)
        if self.tool is not None and (not self.pending or not _same(self.pending[-1], at)):
            self.pending = (*self.pending, at)
            self.moved_on.emit()

    def lift(self) -> None:
        """Take back the last point of what is being drawn."""
        self.pending = self.pending[:-1]
        self.moved_on.emit()

    @property
    def can_finish(self) -> bool:
        """Whether what is being drawn has points enough."""
        return self.tool is not None and len(self.pending) >= (2 if self.tool is Kind.LINE else 3)

    def finish(self) -> bool:
        """What is being drawn is done; False where it has too few points."""
        if self.tool is None or not self.can_finish:
            return False
        kind, points = self.tool, self.pending
        self.tool, self.pending = None, ()
        sketch = self.sketch.with_(Shape(kind, self._name_for(kind), points))
        self.shape, self.point = len(sketch.shapes) - 1, -1
        self._take(sketch)
        return True

    def move_point(self, to: Point, *, dragging: bool = False) -> None:
        """Put the chosen point elsewhere; while it is dragged, all of the way is one step."""
        shape = self.chosen
        if shape is None or not 0 <= self.point < len(shape.points):
            return
        tag = f"point {self.shape} {self.point}" if dragging else ""
        self._take(self.sketch.changed(self.shape, point_moved(shape, self.point, to)), tag)

    def move_shape(self, by: Point, *, dragging: bool = False) -> None:
        """Move all of the chosen shape."""
        shape = self.chosen
        if shape is not None:
            tag = f"shape {self.shape}" if dragging else ""
            self._take(self.sketch.changed(self.shape, moved(shape, by)), tag)

    def add_point(self, after: int | None = None, at: Point | None = None) -> None:
        """A point more in the chosen shape: behind the chosen one, in the middle of that side."""
        shape = self.chosen
        if shape is None:
            return
        sides = middles(shape)
        nth = max(self.point, 0) if after is None else after
        nth = min(nth, len(sides) - 1)
        sketch = self.sketch.changed(self.shape, point_added(shape, nth, at or sides[nth]))
        self.point = nth + 1
        self._take(sketch)

    def remove_point(self) -> None:
        """Take away the chosen point; with too few left, all of the shape."""
        shape = self.chosen
        if shape is None:
            return
        less = point_removed(shape, self.point) if self.point >= 0 else None
        if less is None:
            self.remove_shape(self.shape)
            return
        self.point = min(self.point, len(less.points) - 1)
        self._take(self.sketch.changed(self.shape, less))

    def remove_shape(self, index: int) -> None:
        """Take away a shape."""
        if 0 <= index < len(self.sketch.shapes):
            self.shape = self.point = -1
            self._take(self.sketch.without(index))

    def rename(self, index: int, name: str) -> None:
        """Call a shape something else; typing is one step."""
        if 0 <= index < len(self.sketch.shapes):
            shape = replace(self.sketch.shapes[index], name=name)
            self._take(self.sketch.changed(index, shape), f"name {index}")

    def turn(self, index: int) -> None:
        """Have a line gone into from its other side."""
        if 0 <= index < len(self.sketch.shapes):
            self._take(self.sketch.changed(index, turned(self.sketch.shapes[index])))

    def rest(self) -> None:
        """The mouse is let go of: what comes next is a step of its own."""
        self._history.rest()

    def undo(self) -> None:
        """Take a step back."""
        if self.pending:
            self.lift()
            return
        self._history.undo()
        self._keep_in_range()
        self.changed.emit()

    def redo(self) -> None:
        """Take back the taking back."""
        self._history.redo()
        self._keep_in_range()
        self.changed.emit()

    def next_handle(self, step: int) -> bool:
        """Choose the next point, over all shapes in their order; False at either end."""
        handles = [
            (s, p) for s, shape in enumerate(self.sketch.shapes) for p in range(len(shape.points))
        ]
        if not handles:
            return False
        now = (self.shape, max(self.point, 0))
        if now not in handles:
            at = 0 if step > 0 else len(handles) - 1
        elif self.point < 0:
            at = handles.index(now)
        else:
            at = handles.index(now) + step
        if not 0 <= at < len(handles):
            self.choose(-1)
            return False
        self.choose(*handles[at])
        return True

    def _name_for(self, kind: Kind) -> str:
        if kind is Kind.MASK:
            return ""
        return self.sketch.free_name(kind, tr("Zone") if kind is Kind.ZONE else tr("Line"))

    def _take(self, sketch: Sketch, tag: str = "") -> None:
        self._history.take(sketch, tag)
        self.changed.emit()

    def _keep_in_range(self) -> None:
        shape = self.chosen
        if shape is None:
            self.shape = self.point = -1
        else:
            self.point = min(self.point, len(shape.points) - 1)


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < _NEAR and abs(one[1] - other[1]) < _NEAR
