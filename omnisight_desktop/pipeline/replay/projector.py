"""What one camera showed at a moment: the right file, the right picture, and who was in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
from av.video.reformatter import VideoReformatter

from omnisight_desktop.core.errors import OmniSightError, SourceBroken
from omnisight_desktop.core.frame import Image
from omnisight_desktop.pipeline.replay.moved import Moved
from omnisight_desktop.pipeline.replay.roll import Roll
from omnisight_desktop.pipeline.replay.values import (
    Course,
    Followed,
    Library,
    Marked,
    Shown,
    Strip,
)

_AROUND_S = 600.0  # so much of what was recorded is known around the moment
_EDGE_S = 20.0  # so near to the edge of it one asks anew
_FRESH_S = 5.0  # what is just being recorded may have grown meanwhile
_NEIGHBOURS_S = 90.0  # who was there, around the moment
_LONGEST_S = 30.0  # no gesture takes longer
_FAST = 6.0  # quicker than that, key pictures are enough
_NOTHING_S = 1.0
_SEAM_S = 0.25  # between files that follow each other the last picture stays


class Projector:
    """Belongs to one worker: opens files as they are needed, one at a time."""

    def __init__(self, camera: str, library: Library, held_bytes: Callable[[], int]) -> None:
        """``held_bytes`` is how much it may keep of what was passed."""
        self.camera = camera
        self._held_bytes = held_bytes
        self._library = library
        self._roll: Roll | None = None
        self._strips: Sequence[Strip] = ()
        self._known = (0.0, 0.0, 0.0)  # from when to when strips are known, since when
        self._people: Sequence[Followed] = ()
        self._moved: Sequence[Moved] = ()
        self._people_known = (0.0, 0.0)
        self._reformatter = VideoReformatter()

    def close(self) -> None:
        """Let go of the file that is open."""
        roll, self._roll = self._roll, None
        if roll is not None:
            roll.close()

    def show(self, course: Course, mono: float, width: int) -> Shown:
        """The picture of a moment, no wider than that, with whoever was in it."""
        wanted_s = course.now_s(mono)
        try:
            if course.step:
                wanted_s = self._stepped(course.at_s, course.step)
            return self._shown(course, wanted_s, mono, width)
        except OmniSightError as error:
            until_s = self._end_of_strip(wanted_s)
            return Shown(course.order, self.camera, wanted_s, until_s=until_s, trouble=error.reason)

    def _shown(self, course: Course, wanted_s: float, mono: float, width: int) -> Shown:
        strip = self._strip_at(wanted_s, mono)
        if strip is None:
            return self._nothing(course, wanted_s)
        roll = self._opened(strip)
        begin_s = strip.start.timestamp()
        if abs(course.speed) > _FAST:
            found = roll.key_at(wanted_s - begin_s)
        else:
            found = roll.at(wanted_s - begin_s)
        if found is None:
            raise SourceBroken("it shows nothing")
        second, frame = found
        at_s, until_s = begin_s + second, begin_s + roll.end_of(second)
        image = _small(self._reformatter, frame, width)
        self._ask_around(at_s)
        return Shown(
            course.order,
            self.camera,
            wanted_s,
            at_s,
            max(until_s, at_s + 1e-3),
            image,
            self._marked(at_s),
            tuple(body for one in self._moved if (body := one.at(at_s)) is not None),
        )

    def _nothing(self, course: Course, wanted_s: float) -> Shown:
        backwards = course.speed < 0
        moment = _moment(wanted_s)
        if backwards:
            near = self._library.last_end(self.camera, moment)
        else:
            near = self._library.next_start(self.camera, moment)
        next_s = None if near is None else near.timestamp()
        until_s = wanted_s + _NOTHING_S if next_s is None else next_s
        return Shown(course.order, self.camera, wanted_s, until_s=until_s, next_s=next_s)

    def _stepped(self, at_s: float, steps: int) -> float:
        """The moment of the picture that is so many pictures away."""
        for _ in range(abs(steps)):
            found = self._one_on(at_s) if steps > 0 else self._one_back(at_s)
            if found is None:
                break
            at_s = found
        return at_s

    def _one_on(self, at_s: float) -> float | None:
        strip = self._strip_at(at_s, None)
        if strip is not None:
            begin_s = strip.start.timestamp()
            found = self._opened(strip).after(at_s - begin_s)
            if found is not None and begin_s + found[0] < strip.until.timestamp():
                return begin_s + found[0]
            at_s = strip.until.timestamp()
        near = self._library.next_start(self.camera, _moment(at_s - _SEAM_S))
        return None if near is None else max(at_s, near.timestamp())

    def _one_back(self, at_s: float) -> float | None:
        strip = self._strip_at(at_s, None)
        if strip is not None:
            begin_s = strip.start.timestamp()
            shown = self._opened(strip).at(at_s - begin_s)
            found = self._opened(strip).before(at_s - begin_s if shown is None else shown[0])
            if found is not None and begin_s + found[0] >= strip.since.timestamp() - _SEAM_S:
                return begin_s + found[0]
            at_s = strip.since.timestamp()
        near = self._library.last_end(self.camera, _moment(at_s))
        return None if near is None else near.timestamp() - 1e-3

    def _strip_at(self, at_s: float, mono: float | None) -> Strip | None:
        begin_s, end_s, since_mono = self._known
        found = self._found(at_s)
        at_edge = not begin_s + _EDGE_S <= at_s <= end_s - _EDGE_S
        stale = found is None and mono is not None and mono - since_mono > _FRESH_S
        if at_edge or stale or end_s == 0.0:
            since, until = _moment(at_s - _AROUND_S), _moment(at_s + _AROUND_S)
            self._strips = self._library.strips(self.camera, since, until)
            self._known = (at_s - _AROUND_S, at_s + _AROUND_S, mono or since_mono)
            found = self._found(at_s)
        return found

    def _found(self, at_s: float) -> Strip | None:
        for strip in self._strips:
            if strip.since.timestamp() - 1e-3 <= at_s < strip.until.timestamp():
                return strip
        # A seam between two files is no pause.
        for strip in self._strips:
            if 0 <= at_s - strip.until.timestamp() < _SEAM_S:
                return strip
        return None

    def _end_of_strip(self, at_s: float) -> float:
        strip = self._found(at_s)
        return at_s + _NOTHING_S if strip is None else strip.until.timestamp()

    def _opened(self, strip: Strip) -> Roll:
        if self._roll is None or self._roll.path != strip.path:
            self.close()
            self._roll = Roll(strip.path, held_bytes=self._held_bytes())
        return self._roll

    def _ask_around(self, at_s: float) -> None:
        """Who was there around a moment, and how they moved."""
        begin_s, end_s = self._people_known
        if begin_s <= at_s <= end_s:
            return
        begin_s, end_s = at_s - _NEIGHBOURS_S, at_s + _NEIGHBOURS_S
        self._people = self._library.followed(self.camera, _moment(begin_s), _moment(end_s))
        early = _moment(begin_s - _LONGEST_S)  # what began before may go on
        self._moved = self._library.moved(self.camera, early, _moment(end_s))
        self._people_known = begin_s, end_s

    def _marked(self, at_s: float) -> tuple[Marked, ...]:
        marked = []
        for one in self._people:
            box = one.trail.box_at(at_s)
            if box is not None:
                marked.append(Marked(one.track, one.label, one.name, box, bool(one.name)))
        return tuple(marked)


def _small(reformatter: VideoReformatter, frame: Any, width: int) -> Image:
    """The picture in colours a window paints, no larger than it is shown."""
    if 0 < width < frame.width:
        height = max(2, round(frame.height * width / frame.width))
    else:
        width, height = frame.width, frame.height
    made = reformatter.reformat(frame, width, height, "bgr24")
    return np.ascontiguousarray(made.to_ndarray(), np.uint8)


def _moment(at_s: float) -> datetime:
    return datetime.fromtimestamp(0, UTC) + timedelta(seconds=at_s)


def preview(strip: Strip, at: datetime, width: int) -> Image | None:
    """The key picture before a moment, small."""
    roll = Roll(strip.path, hasty=True)
    try:
        found = roll.key_at((at - strip.start).total_seconds())
        return None if found is None else _small(VideoReformatter(), found[1], width)
    finally:
        roll.close()
