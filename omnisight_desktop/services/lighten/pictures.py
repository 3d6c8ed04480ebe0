"""The user's own pictures: a few out of each clip, out of continuous footage, or off the cameras now."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import chain, zip_longest
from pathlib import Path

import cv2
import numpy as np

from omnisight_desktop.capture.mask import masked
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.camera import Camera, Role
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.frame import ArrayPicture, Picture
from omnisight_desktop.core.ports.capture import Wants
from omnisight_desktop.services.clips import ClipFilter
from omnisight_desktop.services.house import House

log = logging.getLogger(__name__)

_MOST_STRETCHES = 40  # of all cameras
_MOST_LOOKED_AT = 400  # of what is stored, the newest first
_WIDEST_PX = 1280  # no network is shown more
_APART_S = 0.5  # pictures that follow one another more closely show the same
_BESIDE_S = 1.0  # what is learnt from and what is checked lie so far apart, at least

#: Told what is done, how much of it, and out of how much.
Tell = Callable[[str, int, int], object]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a recording of one camera, and where pictures may be taken from it, in its seconds."""

    camera: str
    address: str
    first_s: float
    last_s: float

    def room(self) -> int:
        """How many pictures that differ it can give."""
        return int(max(0.0, self.last_s - self.first_s) / _APART_S)

    def halves(self) -> tuple[Stretch, Stretch]:
        """Its beginning and its end, with some seconds between."""
        middle_s, half_s = (self.first_s + self.last_s) / 2, _BESIDE_S / 2
        return replace(self, last_s=middle_s - half_s), replace(self, first_s=middle_s + half_s)

    def pictures(self, count: int) -> Iterator[ArrayPicture]:
        """So many pictures, evenly spread; fewer where it holds fewer, and none where it is gone."""
        count = min(count, self.room())
        if count < 1:
            return
        step_s = (self.last_s - self.first_s) / count
        due_s = self.first_s + step_s / 2
        try:
            with closing(open_source(self.address, Wants())) as source:
                source.spare(due_s)
                for shot in source.shots():
                    if shot.picture is None or shot.at_s < due_s:
                        continue
                    yield small(shot.picture)
                    due_s += step_s
                    if due_s >= self.last_s:
                        return
                    source.spare(due_s)
        except OmniSightError as error:
            log.info("no pictures are taken out of %s: %s", self.address, error)


@dataclass(frozen=True, slots=True)
class Split:
    """What is learnt from, and what is checked with: never the same, nor its neighbours."""

    learnt: tuple[Stretch, ...]
    checked: tuple[Stretch, ...]

    @property
    def cameras(self) -> set[str]:
        """Whose pictures these are."""
        return {one.camera for one in (*self.learnt, *self.checked)}


def stored(house: House) -> list[Stretch]:
    """What is stored of each camera in turn, the newest first: clips, then footage with somebody in it."""
    found: dict[str, list[tuple[datetime, Stretch]]] = {}
    for clip in house.clips.find(ClipFilter(), _MOST_LOOKED_AT):
        try:
            address = str(house.clips.path(clip))
        except OmniSightError:
            continue
        whole = Stretch(clip.camera, address, 0.0, clip.duration_s)
        found.setdefault(clip.camera, []).append((clip.start, whole))
    for piece in house.footage.find(limit=_MOST_LOOKED_AT, newest_first=True):
        if not piece.objects:
            continue
        try:
            address = str(house.footage.path(piece))
        except OmniSightError:
            continue
        whole = Stretch(piece.camera, address, 0.0, piece.duration_s)
        found.setdefault(piece.camera, []).append((piece.start, whole))
    in_turn = chain.from_iterable(zip_longest(*(_apart(several) for several in found.values())))
    return [one for one in in_turn if one is not None][:_MOST_STRETCHES]


def live(house: House, folder: Path, seconds: int, tell: Tell) -> list[Stretch]:
    """What the cameras show now, a picture a second, kept in the folder; one that cannot be had is told."""
    found = []
    for camera in house.cameras.enabled():
        place = folder / camera.id
        place.mkdir(parents=True, exist_ok=True)
        try:
            taken = _watch(house, camera, place, seconds, tell)
        except OmniSightError as error:
            log.warning("%s gives no pictures: %s", camera.name, error)
            continue
        if taken:
            # The first is at its second 0, and each stands for the second around it.
            found.append(Stretch(camera.id, f"{place}?fps=1", -0.5, taken - 0.5))
    return found


def split(stretches: Sequence[Stretch]) -> Split:
    """Every second one is kept for the check; of a camera that has a single one, its second half."""
    by_camera: dict[str, list[Stretch]] = {}
    for one in stretches:
        by_camera.setdefault(one.camera, []).append(one)
    learnt: list[Stretch] = []
    checked: list[Stretch] = []
    for several in by_camera.values():
        if len(several) == 1:
            begin, end = several[0].halves()
            several = [begin, end]
        learnt += several[::2]
        checked += several[1::2]
    return Split(tuple(learnt), tuple(checked))


def pictures_of(stretches: Sequence[Stretch], most: int) -> Iterator[ArrayPicture]:
    """Pictures out of all of them, as evenly as they can give them."""
    for stretch, count in shares(stretches, most).items():
        yield from stretch.pictures(count)


def shares(stretches: Sequence[Stretch], most: int) -> Mapping[Stretch, int]:
    """How many pictures each gives."""
    given = dict.fromkeys(stretches, 0)
    left = most
    while left and (able := [one for one in given if given[one] < one.room()]):
        for one in able[:left]:
            given[one] += 1
        left = most - sum(given.values())
    return given


def _apart(several: Sequence[tuple[datetime, Stretch]]) -> list[Stretch]:
    """Stretches of one camera, the newest first, without what an earlier one shows as well.

    Clips overlap, and footage shows what clips show: nothing is to be learnt and checked at once.
    """
    found: list[Stretch] = []
    shown = datetime.min.replace(tzinfo=UTC)
    for start, whole in sorted(several, key=lambda one: (one[0], -one[1].last_s)):
        known_s = (shown - start).total_seconds() + _BESIDE_S if shown > start else 0.0
        left = replace(whole, first_s=max(whole.first_s, known_s))
        if left.room():
            found.append(left)
            shown = max(shown, start + timedelta(seconds=whole.last_s))
    return found[::-1]


def small(picture: Picture) -> ArrayPicture:
    """The picture as an array of its own, no wider than any network wants it."""
    image = picture.bgr()
    if picture.width > _WIDEST_PX:
        height = max(1, round(picture.height * _WIDEST_PX / picture.width))
        return ArrayPicture(
            np.asarray(cv2.resize(image, (_WIDEST_PX, height), interpolation=cv2.INTER_AREA))
        )
    return ArrayPicture(np.ascontiguousarray(image))


def _watch(house: House, camera: Camera, place: Path, seconds: int, tell: Tell) -> int:
    address = house.cameras.addresses(camera)[Role.DETECT]
    taken, options = 0, camera.options
    source = open_source(address, Wants(transport=options.transport))
    with closing(masked(source, options.masks) if options.masks else source) as seen:
        for shot in seen.shots():
            if shot.picture is None or shot.at_s < taken:
                continue
            cv2.imwrite(
                str(place / f"{taken:05}.jpg"),
                small(shot.picture).image,
                [cv2.IMWRITE_JPEG_QUALITY, 97],
            )
            taken += 1
            tell(f"looking at {camera.name}", taken, seconds)
            if taken >= seconds:
                break
    return taken
