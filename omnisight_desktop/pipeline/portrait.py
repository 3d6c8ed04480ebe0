"""How each track looked at its best: one small picture of it, and one of the scene around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackState

Box = tuple[float, float, float, float]

_EARLY = timedelta(seconds=1)  # an alert wants a picture so soon
_AGAIN = timedelta(seconds=10)  # a better one replaces it at most so often while it lasts
_RETRY = timedelta(seconds=1)  # between two looks that turn out to be no better
_BETTER = 1.15
_CROP_PX = 512
_SCENE_PX = 320
_MARGIN = 0.08  # of the box, so that no feet are cut off
_EDGE_PX = 2
_LARGE = 0.12  # of the picture; what is larger is not shown better for it
_SHARP = 360.0  # variance of the edges at which a look is half as sharp as it can be
_SHARP_PX = 96  # height at which sharpness is judged, so that near and far compare
_MOST_BYTES = 12 * 1024 * 1024  # of pictures in memory; those that wait longest go on early


@dataclass(frozen=True, slots=True, eq=False)
class PictureOrder:
    """Pictures of a track, to be written over those of an earlier order; blue first."""

    track: str
    camera: str
    since: datetime  # when the track began; its files lie under that day
    at: datetime
    crop: Image
    scene: Image


@dataclass(slots=True)
class _Best:
    """The best look at one track so far, and which of it is on disk already."""

    since: datetime
    merit: float = 0.0
    tried: datetime | None = None  # when a picture was last looked at
    promised: float = 0.0  # what was hoped of it then
    ordered: datetime | None = None
    look: PictureOrder | None = None  # better than what was ordered last, and not ordered yet


class Portraits:
    """Keeps the best look at each track of one camera. Lives inside the eye, so it is frugal.

    A picture is converted only where a track looks better than ever before, once for all tracks of
    a scene, and never while nobody is followed.
    """

    def __init__(self, camera: str) -> None:
        self._camera = camera
        self._best: dict[str, _Best] = {}
        self._bytes = 0  # of looks that are not ordered yet

    def take(self, scene: Scene) -> tuple[PictureOrder, ...]:
        """Look at a scene; the pictures that are due now."""
        self._improve(scene)
        orders = [self._order(track.id, scene.at) for track in scene.tracks if _shows(track)]
        orders += [self.finish(t.id) for t in scene.tracks if t.state is TrackState.ENDED]
        while self._bytes > _MOST_BYTES:
            orders.append(self._give(self._oldest()))
        return tuple(order for order in orders if order is not None)

    def finish(self, track_id: str) -> PictureOrder | None:
        """A track came to its end; its best picture, unless that is on disk already."""
        best = self._best.pop(track_id, None)
        return self._give(best) if best is not None else None

    def close(self) -> tuple[PictureOrder, ...]:
        """No more pictures come; what is still to be written."""
        orders = [self.finish(track_id) for track_id in list(self._best)]
        return tuple(order for order in orders if order is not None)

    def _improve(self, scene: Scene) -> None:
        picture = scene.picture
        seen = [(track, self._promise(track, scene)) for track in scene.tracks if _shows(track)]
        hopeful = [(track, promise) for track, promise in seen if promise > 0]
        if picture is None or not hopeful:
            return
        image = picture.bgr()
        thumbnail: Image | None = None
        for track, promise in hopeful:
            best = self._best[track.id]
            best.tried, best.promised = scene.at, promise
            crop = _cut(image, track.box)
            merit = promise * _sharpness(crop)
            if merit <= best.merit * _BETTER:
                continue
            if thumbnail is None:
                thumbnail = _smaller(image, _SCENE_PX)
            self._give(best)
            best.merit = merit
            best.look = PictureOrder(
                track.id, self._camera, best.since, scene.at, _smaller(crop, _CROP_PX), thumbnail
            )
            self._bytes += best.look.crop.nbytes

    def _promise(self, track: Track, scene: Scene) -> float:
        """How good a look can be as far as its box tells; zero where trying is not worthwhile."""
        best = self._best.setdefault(track.id, _Best(track.since))
        others = (o.box for o in scene.tracks if o.id != track.id and _shows(o))
        promise = track.score * _size(track.box, scene.size)
        promise *= _uncut(track.box, scene.size) * _uncovered(track.box, others)
        if promise <= best.merit * _BETTER:
            return 0.0
        # Only the pixels tell how sharp it is: where nothing else is better, look now and then.
        recent = best.tried is not None and timedelta(0) <= scene.at - best.tried < _RETRY
        return 0.0 if recent and promise <= best.promised * _BETTER else promise

    def _order(self, track_id: str, now: datetime) -> PictureOrder | None:
        """The first picture once a track is a second old, and a better one now and then."""
        best = self._best[track_id]
        if best.look is None or now - best.since < _EARLY:
            return None
        if best.ordered is not None and timedelta(0) <= now - best.ordered < _AGAIN:
            return None
        best.ordered = now
        return self._give(best)

    def _give(self, best: _Best) -> PictureOrder | None:
        look, best.look = best.look, None
        self._bytes -= look.crop.nbytes if look is not None else 0
        return look

    def _oldest(self) -> _Best:
        waiting = (best for best in self._best.values() if best.look is not None)
        return min(waiting, key=lambda best: best.look.at if best.look else best.since)


def _shows(track: Track) -> bool:
    return track.state is TrackState.ACTIVE


def _size(box: Box, size: tuple[int, int]) -> float:
    """From 0 to 1: by the side, not the area, so that near is not everything."""
    share = max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1]) / (size[0] * size[1])
    return float(min(1.0, share / _LARGE) ** 0.5)


def _uncut(box: Box, size: tuple[int, int]) -> float:
    """Less for each edge of the picture that cuts something off."""
    sides = (
        box[0] <= _EDGE_PX,
        box[1] <= _EDGE_PX,
        box[2] >= size[0] - _EDGE_PX,
        box[3] >= size[1] - _EDGE_PX,
    )
    return float(0.6 ** sum(sides))


def _uncovered(box: Box, others: Iterable[Box]) -> float:
    """The share of a box that no other one covers, as far as the largest of them tells."""
    own = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    most = 0.0
    for other in others:
        width = min(box[2], other[2]) - max(box[0], other[0])
        height = min(box[3], other[3]) - max(box[1], other[1])
        if width > 0 and height > 0:
            most = max(most, width * height / own)
    return 1.0 - 0.7 * min(1.0, most)


def _sharpness(crop: Image) -> float:
    """From 0.5 to 1, by the edges in it."""
    import cv2

    height, width = crop.shape[:2]
    small: Any = crop
    if height > _SHARP_PX:
        wide = max(8, round(width * _SHARP_PX / height))
        small = cv2.resize(crop, (wide, _SHARP_PX), interpolation=cv2.INTER_AREA)
    edges = cv2.Laplacian(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), cv2.CV_32F)
    strength = float(edges.var())
    return 0.5 + 0.5 * strength / (strength + _SHARP)


def _cut(image: Image, box: Box) -> Image:
    """The thing with a little around it, as a view."""
    height, width = image.shape[:2]
    x_margin, y_margin = _MARGIN * (box[2] - box[0]), _MARGIN * (box[3] - box[1])
    left, right = int(max(0, box[0] - x_margin)), int(min(width, box[2] + x_margin + 1))
    top, bottom = int(max(0, box[1] - y_margin)), int(min(height, box[3] + y_margin + 1))
    left, top = min(left, width - 1), min(top, height - 1)
    return image[top : max(bottom, top + 1), left : max(right, left + 1)]


def _smaller(image: Image, most_px: int) -> Image:
    """A copy of its own, with no side longer than so many pixels."""
    import cv2

    height, width = image.shape[:2]
    scale = most_px / max(height, width)
    if scale >= 1:
        return image.copy()
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
