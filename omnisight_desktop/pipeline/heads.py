"""Where in a picture to look for the face of somebody who is followed, and whether one is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from omnisight_desktop.core.frame import Image

if TYPE_CHECKING:  # OpenCV is heavy; who looks at no face does without
    from omnisight_desktop.perception.identify.reader import FaceReader, SeenFace

Box = tuple[float, float, float, float]

_UPRIGHT = 1.3  # times as high as wide is somebody who stands, with the head in the upper part
_HEAD = 0.5
_ABOVE, _BESIDE = 0.12, 0.15
_LEAST_PX = 16


def head_part(image: Image, box: Box) -> tuple[Image, tuple[int, int]] | None:
    """The part of the picture that shows the head, as a view, and its corner."""
    high, wide = image.shape[:2]
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if height > _UPRIGHT * width:
        bottom = top + max(_HEAD * height, 0.9 * width)
    x1, x2 = int(max(0, left - _BESIDE * width)), int(min(wide, right + _BESIDE * width))
    y1, y2 = int(max(0, top - _ABOVE * height)), int(min(high, bottom))
    if x2 - x1 < _LEAST_PX or y2 - y1 < _LEAST_PX:
        return None
    return image[y1:y2, x1:x2], (x1, y1)


def own_face(image: Image, box: Box, others: Sequence[Box], reader: FaceReader) -> SeenFace | None:
    """The face of that body, in its part of the picture, good or not; none where none is seen."""
    part = head_part(image, box)
    if part is None:
        return None
    shown, (left, top) = part
    for face in reader.look(shown):
        middle = (
            left + float(face.box[0] + face.box[2]) / 2,
            top + float(face.box[1] + face.box[3]) / 2,
        )
        if is_theirs(middle, box, others):
            return face
    return None


def is_theirs(middle: tuple[float, float], box: Box, others: Iterable[Box]) -> bool:
    """Whether a face with its middle there belongs to that body, and to no other one more likely."""
    own = _off(middle, box)
    return own is not None and all(
        other is None or own <= other for other in (_off(middle, box) for box in others)
    )


def overlapping(box: Box, others: Sequence[Box], share: float = 0.3) -> bool:
    """Whether others lie so much over it that two of them may be one body."""
    return any(_overlap(box, other) > share for other in others)


def _off(middle: tuple[float, float], box: Box) -> float | None:
    """How far from where a head should be, in widths; None where it cannot be theirs at all."""
    left, top, right, bottom = box
    width, height = max(1.0, right - left), max(1.0, bottom - top)
    across = abs(middle[0] - (left + right) / 2) / width
    down = (middle[1] - top) / height
    lowest = 0.45 if height > _UPRIGHT * width else 0.75
    if across > 0.55 or not -_ABOVE <= down <= lowest:
        return None
    return across + max(0.0, down) * 0.5


def _overlap(a: Box, b: Box) -> float:
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    if wide <= 0 or high <= 0:
        return 0.0
    both = wide * high
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)
