"""Who teaches or tries sees themselves: the teacher's picture with the body that was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from omnisight_desktop.capture.address import Kind, kind_of
from omnisight_desktop.capture.devices import webcams
from omnisight_desktop.core.errors import ModelError, OmniSightError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.gesture import Pose
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.tiles import fit_into
from omnisight_desktop.services.gestures.sitting import (
    Feed,
    Seen,
    Sitting,
    of_address,
    of_camera,
)

_FILE = "file"
_MOST_LEFT = 4  # sittings that are on their way out


class Sort(StrEnum):
    """Where a teacher's pictures come from."""

    CAMERA = "camera"
    WEBCAM = "webcam"
    FILM = "film"


@dataclass(frozen=True, slots=True)
class Teacher:
    """One of those that can be chosen."""

    id: str
    sort: Sort
    words: str
    turned: bool = False  # shown as in a mirror


@dataclass(frozen=True, slots=True, eq=False)
class MirrorPicture:
    """A picture to paint, with the body in it in shares of the picture; 33 x (x, y, seen)."""

    serial: int
    image: Image
    body: NDArray[np.float32] | None


class MirrorViewModel(QObject):
    """The teacher that is chosen and what comes from there; it knows no widget."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.teachers: list[Teacher] = []
        self.teacher: Teacher | None = None
        self.films: tuple[str, ...] = ()
        self.sitting: Sitting | None = None
        self.words = ""
        self.tone = "muted"
        self.needs_model = False
        self._left: list[Sitting] = []
        self._webcams: list[Teacher] = []
        self._looking = False
        self._open = False

    def load(self) -> None:
        """See anew who can teach: the cameras that are watched, other webcams, and films."""
        self._gather()
        if self._looking:
            return
        self._looking = True

        def done(found: list[Teacher]) -> None:
            self._looking, self._webcams = False, found
            self._gather()

        def failed(_: OmniSightError) -> None:
            self._looking = False

        self._desk.ops.run(_found_webcams, done, failed)

    def choose(self, wanted: str) -> None:
        """Look at this one from now on."""
        found = next((one for one in self.teachers if one.id == wanted), None)
        if found is None or found == self.teacher:
            return
        self.teacher = found
        if found.sort is not Sort.FILM:
            self._desk.memory.setValue("gestures/teacher", found.id)
        self._sit()
        self.changed.emit()

    def choose_films(self, films: tuple[str, ...]) -> None:
        """These films teach, a take each."""
        if not films:
            return
        self.films = films
        name = Path(films[0]).name
        words = name if len(films) == 1 else tr("{count} films", count=len(films))
        film = Teacher(_FILE, Sort.FILM, words)
        self.teachers = [*(one for one in self.teachers if one.id != _FILE), film]
        self.teacher = None
        self.choose(_FILE)

    @property
    def is_film(self) -> bool:
        """Whether films teach, rather than somebody who is there."""
        return self.teacher is not None and self.teacher.sort is Sort.FILM

    def open(self) -> None:
        """Somebody looks: let the pictures come."""
        if not self._open:
            self._open = True
            self.load()
            self._sit()

    def shut(self) -> None:
        """Nobody looks any more: let go of the camera."""
        self._open = False
        self._leave()

    def close(self) -> None:
        """The program ends."""
        self.shut()
        for sitting in self._left:
            sitting.close()
        self._left.clear()

    def play(self, film: str, take_s: float | None) -> None:
        """Look at one film from its beginning; all of it is a take, where that is wanted."""
        self._leave()
        self._begin(of_address(film, self._desk.house.clock), take_s)

    def pull(self, after: int, room: tuple[int, int]) -> MirrorPicture | None:
        """What is newer than what is painted, and what is to be said about it."""
        sitting = self.sitting
        seen = sitting.newest if sitting is not None else None
        self._say(sitting)
        if seen is None or seen.serial == after:
            return None
        size = seen.picture.width, seen.picture.height
        shown = fit_into(room, size)
        return MirrorPicture(seen.serial, seen.picture.fitted(*shown), _shares(seen.pose, size))

    def get_model(self) -> None:
        """Go to where models are fetched."""
        self._desk.go("preferences", "models")

    def _gather(self) -> None:
        watched = {camera.uri: camera for camera in self._desk.live.cameras()}
        cameras = [
            Teacher(c.id, Sort.CAMERA, c.name, kind_of(c.uri) is Kind.WEBCAM)
            for c in sorted(watched.values(), key=lambda camera: camera.name.casefold())
        ]
        others = [one for one in self._webcams if one.id not in watched]
        films = [one for one in self.teachers if one.id == _FILE]
        teachers = [*cameras, *others, *films]
        if teachers != self.teachers:
            self.teachers = teachers
            self.changed.emit()
        if self.teacher is None and teachers and not self._looking:
            last = str(self._desk.memory.value("gestures/teacher", ""))
            known = [one.id for one in teachers]
            webcam = next((one.id for one in teachers if one.turned), known[0])
            self.choose(last if last in known else webcam)

    def _sit(self) -> None:
        self._leave()
        if self.teacher is None or not self._open:
            return
        if self.teacher.sort is Sort.FILM:
            self.play(self.films[0], None)
        elif self.teacher.sort is Sort.CAMERA:
            self._begin(of_camera(self._desk.live, self.teacher.id))
        else:
            self._begin(of_address(self.teacher.id, self._desk.house.clock))

    def _begin(self, feed: Feed, take_s: float | None = None) -> None:
        poses = self._desk.live.poses
        if poses is None:
            self.words, self.tone = tr("Nothing finds bodies in this program."), "failed"
            self.changed.emit()
            return
        self.sitting = Sitting(feed, poses.load, take_s=take_s)
        self.sitting.start()

    def _leave(self) -> None:
        sitting, self.sitting = self.sitting, None
        if sitting is None:
            return
        sitting.leave()
        self._left = [*(one for one in self._left if not one.over), sitting]
        while len(self._left) > _MOST_LEFT:
            self._left.pop(0).close()

    def _say(self, sitting: Sitting | None) -> None:
        words, tone, needs_model = self._told(sitting)
        if (words, tone, needs_model) != (self.words, self.tone, self.needs_model):
            self.words, self.tone, self.needs_model = words, tone, needs_model
            self.changed.emit()

    def _told(self, sitting: Sitting | None) -> tuple[str, str, bool]:
        if sitting is None:
            words = self.words if self._desk.live.poses is None else ""
            return (words or tr("Choose who teaches.")), "muted", False
        if sitting.trouble is not None:
            missing = isinstance(sitting.trouble, ModelError)
            return words_of(sitting.trouble), "muted" if missing else "failed", missing
        words, tone = _said_of(sitting.newest, over=sitting.over and self.is_film)
        return words, tone, False


def _said_of(seen: Seen | None, *, over: bool) -> tuple[str, str]:
    """What is said of what is seen, and in which tone."""
    if over:
        return tr("The film is over."), "muted"
    if seen is None:
        return tr("The first picture is on its way."), "muted"
    if not seen.looked:
        return tr("What finds bodies is being made ready…"), "muted"
    if seen.pose is None:
        told = tr("Nobody is seen. Stand so that head and hands are in the picture.")
        return told, "warning"
    if seen.people > 1:
        return tr("Somebody else is in the picture, too."), "warning"
    return tr("You are seen."), "good"


def _shares(pose: Pose | None, size: tuple[int, int]) -> NDArray[np.float32] | None:
    if pose is None:
        return None
    points = pose.points[:, [0, 1, 3]].copy()
    points[:, :2] /= np.asarray(size, np.float32)
    return points


def _found_webcams() -> list[Teacher]:
    return [
        Teacher(
            f"webcam:{one.index}",
            Sort.WEBCAM,
            one.name or tr("Webcam {number}", number=one.index),
            turned=True,
        )
        for one in webcams()
    ]
