"""What is being drawn on a camera's picture, as plain values: each change makes a new sketch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from omnisight_desktop.core.camera import Area
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.shape import area_of, crossed

Point = tuple[float, float]

_LEAST_AREA = 1e-5  # of the picture; what is smaller was drawn by mistake
_MOST_STEPS = 200  # that can be taken back


class Kind(StrEnum):
    """What a shape is for."""

    ZONE = "zone"
    LINE = "line"
    MASK = "mask"  # nobody sees and nothing stores what is under it


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing that is drawn; ``was`` is what it was called when it was saved, if it was."""

    kind: Kind
    name: str
    points: Area
    was: str = ""

    @property
    def closed(self) -> bool:
        """Whether its last point is joined to its first."""
        return self.kind is not Kind.LINE

    @property
    def least(self) -> int:
        """As many points it has to keep."""
        return 3 if self.closed else 2


@dataclass(frozen=True, slots=True)
class Sketch:
    """Everything that is drawn on one picture."""

    shapes: tuple[Shape, ...] = ()

    def of(self, kind: Kind) -> tuple[Shape, ...]:
        """Those of one kind."""
        return tuple(shape for shape in self.shapes if shape.kind is kind)

    def with_(self, shape: Shape) -> Sketch:
        """One more."""
        return Sketch((*self.shapes, shape))

    def without(self, index: int) -> Sketch:
        """One less."""
        return Sketch(self.shapes[:index] + self.shapes[index + 1 :])

    def changed(self, index: int, shape: Shape) -> Sketch:
        """Another shape in the place of one."""
        return Sketch((*self.shapes[:index], shape, *self.shapes[index + 1 :]))

    def free_name(self, kind: Kind, word: str) -> str:
        """A name that none of that kind has yet."""
        taken = {shape.name.casefold() for shape in self.of(kind)}
        number = 1
        while f"{word} {number}".casefold() in taken:
            number += 1
        return f"{word} {number}"


def within(point: Point) -> Point:
    """The place in the picture that is nearest to a point."""
    return min(max(point[0], 0.0), 1.0), min(max(point[1], 0.0), 1.0)


def point_moved(shape: Shape, nth: int, to: Point) -> Shape:
    """The same with one point elsewhere."""
    points = list(shape.points)
    points[nth] = within(to)
    return replace(shape, points=tuple(points))


def moved(shape: Shape, by: Point) -> Shape:
    """All of it moved, as far as it stays in the picture."""
    xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
    dx = min(max(by[0], -min(xs)), 1 - max(xs))
    dy = min(max(by[1], -min(ys)), 1 - max(ys))
    return replace(shape, points=tuple(within((x + dx, y + dy)) for x, y in shape.points))


def point_added(shape: Shape, after: int, at: Point) -> Shape:
    """The same with a point more, behind another one."""
    points = (*shape.points[: after + 1], within(at), *shape.points[after + 1 :])
    return replace(shape, points=points)


def point_removed(shape: Shape, nth: int) -> Shape | None:
    """The same with a point less; None where it would be no shape any more."""
    if len(shape.points) <= shape.least:
        return None
    return replace(shape, points=shape.points[:nth] + shape.points[nth + 1 :])


def turned(shape: Shape) -> Shape:
    """A line that is gone into from the other side."""
    return replace(shape, points=tuple(reversed(shape.points)))


def middles(shape: Shape) -> tuple[Point, ...]:
    """The middle of each side, from the first: where a point may be added."""
    ends = (*shape.points[1:], shape.points[0]) if shape.closed else shape.points[1:]
    return tuple(
        ((ax + bx) / 2, (ay + by) / 2)
        for (ax, ay), (bx, by) in zip(shape.points, ends, strict=False)
    )


def trouble_of(sketch: Sketch) -> tuple[int, str] | None:
    """The first shape that cannot be kept, and why; None where all is well."""
    seen: set[tuple[Kind, str]] = set()
    for index, shape in enumerate(sketch.shapes):
        try:
            _insist(shape)
        except UsageError as error:
            return index, told(str(error))
        if shape.kind is not Kind.MASK:
            if (shape.kind, shape.name) in seen:
                return index, tr(
                    "'{name}' is there twice. Give each a name of its own.", name=shape.name
                )
            seen.add((shape.kind, shape.name))
    return None


def masks_of(sketch: Sketch) -> tuple[Area, ...]:
    """The masks as cameras have them."""
    return tuple(shape.points for shape in sketch.of(Kind.MASK))


def sketch_of(zones: Iterable[Zone], lines: Iterable[Line], masks: Iterable[Area]) -> Sketch:
    """What was saved, to be drawn on."""
    shapes = [Shape(Kind.ZONE, zone.name, zone.corners, zone.name) for zone in zones]
    shapes += [Shape(Kind.LINE, line.name, line.points, line.name) for line in lines]
    shapes += [Shape(Kind.MASK, "", mask) for mask in masks]
    return Sketch(tuple(shapes))


def _insist(shape: Shape) -> None:
    if shape.kind is Kind.ZONE:
        Zone(shape.name, shape.points)
    elif shape.kind is Kind.LINE:
        Line(shape.name, shape.points)
    elif area_of(shape.points) < _LEAST_AREA:
        raise UsageError("A mask covers next to nothing.", fix="Draw it larger, or remove it.")
    elif crossed(shape.points):
        raise UsageError("The outline of a mask crosses itself.", fix="Move its points apart.")


class History:
    """A sketch, what it was before, and what was taken back."""

    def __init__(self, first: Sketch) -> None:
        self._steps = [first]
        self._at = 0
        self._tag = ""

    @property
    def now(self) -> Sketch:
        """The sketch as it is."""
        return self._steps[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._at < len(self._steps) - 1

    def take(self, sketch: Sketch, tag: str = "") -> None:
        """One step on. Steps with the same tag, one behind the other, are one to be taken back."""
        if sketch == self.now:
            return
        del self._steps[self._at + 1 :]
        if tag and tag == self._tag and self._at > 0:
            self._steps[self._at] = sketch
        else:
            self._steps.append(sketch)
            del self._steps[: -_MOST_STEPS - 1]
        self._at = len(self._steps) - 1
        self._tag = tag

    def rest(self) -> None:
        """What comes next is a step of its own."""
        self._tag = ""

    def undo(self) -> Sketch:
        """One step back."""
        self._at, self._tag = max(0, self._at - 1), ""
        return self.now

    def redo(self) -> Sketch:
        """The step that was taken back."""
        self._at, self._tag = min(len(self._steps) - 1, self._at + 1), ""
        return self.now
