"""Exporting: films of a stretch of time at some cameras, in a folder, in one file, or sealed as evidence."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import DiskFull, NotFound, StorageError, UsageError
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.pipeline.film.order import FilmMade, FilmOrder, Marks
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.evidence.place import is_zip_name, refuse_taken
from omnisight_desktop.services.export.footage import Footage, Piece
from omnisight_desktop.services.export.making import Course, films_of, length_s
from omnisight_desktop.services.export.placing import is_file, placed, staged
from omnisight_desktop.services.export.plan import chosen, cuts_of, pauses_of, unshown
from omnisight_desktop.services.export.request import (
    Draw,
    Exported,
    ExportRequest,
    Film,
    Hide,
    Pause,
    Unshown,
    insist_sensible,
)
from omnisight_desktop.services.export.trails import AROUND, company, kept_by_track
from omnisight_desktop.services.playback import Tell
from omnisight_desktop.storage import lease
from omnisight_desktop.storage.disk import GB, Floor, Usage, space
from omnisight_desktop.storage.tracks import TrackArchive

if TYPE_CHECKING:  # keys are heavy; who only opens the house seals nothing
    from omnisight_desktop.services.evidence.seal import Seal

_MARGIN = 16 << 20


@dataclass(frozen=True, slots=True)
class _Part:
    """What is to be done for one camera."""

    camera: str
    pieces: tuple[Piece, ...]
    order: FilmOrder
    lost: tuple[Piece, ...] = ()  # what would have been shown, too

    @property
    def length_s(self) -> float:
        return sum(length_s(cut) for cut in self.order.cuts)

    @property
    def size_bytes(self) -> float:
        """About how much its films take: as much as what they are made of."""
        pairs = zip(self.pieces, self.order.cuts, strict=True)
        return sum(p.size_bytes * length_s(c) / _whole_s(p) for p, c in pairs)


class Exports:
    """Exports what the cameras of one installation saw."""

    def __init__(
        self,
        footage: Footage,
        tracks: TrackArchive,
        events: Events,
        clock: Clock,
        usage: Usage = shutil.disk_usage,
    ) -> None:
        self._footage = footage
        self.tracks = tracks
        self._events = events
        self._clock = clock
        self._usage = usage

    def export(
        self,
        request: ExportRequest,
        target: Path,
        *,
        seal: Seal | None = None,
        tell: Tell = lambda _: True,
    ) -> Exported:
        """Write films into a folder, or to the one file that is named; with a seal, as evidence.

        ``tell`` hears which share is done and says whether to go on. All of it gets there, or nothing
        is left behind.
        """
        request, target = insist_sensible(request), target.absolute()
        _insist_fit(request, target, is_sealed=seal is not None)
        with ExitStack() as held:
            paths = self._paths(request)
            everybody = (path for some in paths.values() for path in some)
            request = kept_by_track(request, everybody, self._events.names().people)
            parts = self._parts(request, self._held(request, held), paths)
            done = self._exported(parts, request, target, seal, tell)
        tell(1.0)
        return done

    def insist_there(self, request: ExportRequest) -> None:
        """An error says why nothing can come of a request, as far as that is known at once."""
        request = insist_sensible(request)
        for camera in request.cameras:
            if self._footage.pieces(camera, request.since, request.until):
                return
        raise _nothing("")

    def followed(self, request: ExportRequest) -> list[TrackPath]:
        """Who was there in that time, oldest first: of whom one may choose whom to keep."""
        found = [
            path
            for camera in request.cameras
            for path in self.tracks.between(camera, request.since, request.until)
        ]
        return sorted(found, key=lambda path: (path.start, path.track))

    def _exported(
        self,
        parts: list[_Part],
        request: ExportRequest,
        target: Path,
        seal: Seal | None,
        tell: Tell,
    ) -> Exported:
        if not any(part.order.cuts for part in parts):
            lost = next((one for part in parts for one in part.lost), None)
            raise _nothing(lost.lost if lost is not None else "")
        self._insist_room(parts, target)
        course = Course(tell, sum(part.length_s for part in parts))
        course.reach()
        place = target.parent if seal is not None or is_file(target) else target
        with staged(place) as work:
            done = self._made(parts, request, (work, target), course)
            if seal is not None:
                from omnisight_desktop.services.export.sealed import sealed

                done = sealed(done, request, (seal, self._clock.now()), self._events, course)
            else:
                done = placed(done, request, self._events.names().cameras, work, course)
        return done

    def _held(self, request: ExportRequest, held: ExitStack) -> dict[str, list[Piece]]:
        """What there is of each camera; none of it is moved or removed until ``held`` is closed."""
        places: set[Path] = set()
        while True:
            found = {
                camera: list(self._footage.pieces(camera, request.since, request.until))
                for camera in request.cameras
            }
            paths = [one.path for some in found.values() for one in some if not one.lost]
            fresh = lease.places(paths) - places
            if not fresh:  # else some may have moved meanwhile
                return found
            for place in sorted(fresh):
                with suppress(StorageError):  # it is gone already, and is not there the next time
                    held.enter_context(lease.reading(place))
            places |= fresh

    def _paths(self, request: ExportRequest) -> dict[str, list[TrackPath]]:
        since, until = request.since - AROUND, request.until + AROUND
        wanted = request.cameras if request.changes else ()
        return {camera: list(self.tracks.between(camera, since, until)) for camera in wanted}

    def _parts(
        self,
        request: ExportRequest,
        found: Mapping[str, list[Piece]],
        paths: Mapping[str, list[TrackPath]],
    ) -> list[_Part]:
        since, until = request.since, request.until
        names = self._events.names()
        parts = []
        for camera in request.cameras:
            self._insist_traced(request, camera)
            pieces = chosen((one for one in found[camera] if not one.lost), since, until)
            lost = unshown((one for one in found[camera] if one.lost), pieces, since, until)
            shown = company(request, paths.get(camera, ()), names.people)
            order = FilmOrder(
                cuts_of(pieces, since, until),
                _marks(request, names.cameras.get(camera, camera)),
                shown.marked,
                shown.veil,
                request.sound,
            )
            parts.append(_Part(camera, tuple(pieces), order, tuple(lost)))
        return parts

    def _insist_traced(self, request: ExportRequest, camera: str) -> None:
        """Nobody is handed out unveiled because it is not stored where they were."""
        if request.hide is not Hide.OTHERS:
            return
        lost = self._events.untraced(camera, request.since, request.until)
        lost = [one for one in lost if not request.only or one.label in request.only]
        if lost:
            raise UsageError(
                f"Somebody was seen at {lost[0].start.astimezone():%Y-%m-%d %H:%M:%S} of whom it is "
                "not stored where they were, so they cannot be hidden.",
                fix="While they are still there, wait until they have left; else choose another time, "
                "or hide everything but whom you keep.",
            )

    def _insist_room(self, parts: list[_Part], target: Path) -> None:
        sizes = [part.size_bytes for part in parts]
        twice = (
            max(sizes) if is_zip_name(target) else 0.0
        )  # a film lies beside the zip it goes into
        needed = _MARGIN + sum(sizes) + twice
        free = space(target, Floor(0, 0), self._usage).free
        if free < needed:
            raise DiskFull(
                f"The export needs about {needed / GB:.2f} GB, and {free / GB:.2f} GB are free there.",
                fix="Free some space, choose a shorter time, or export to another disk.",
            )

    def _made(
        self, parts: list[_Part], request: ExportRequest, places: tuple[Path, Path], course: Course
    ) -> Exported:
        work, target = places
        films: list[Film] = []
        pauses: list[Pause] = []
        missing: list[Unshown] = []
        for part in parts:
            own: list[Film] = []
            here = [Unshown(one, one.lost) for one in part.lost]
            for file, made, pieces in films_of(part.order, part.pieces, work, course):
                here += _unshown(made, pieces)
                if made.stretches:
                    own.append(_film(part.camera, file, made, pieces))
            shown = [stretch for film in own for stretch in film.stretches]
            gaps = self._reasons(part.camera, request, here)
            pauses += pauses_of(part.camera, shown, (request.since, request.until), gaps)
            films += own
            missing += here
        if not films:
            raise _nothing(missing[0].reason if missing else "")
        return Exported(target, tuple(films), tuple(pauses), tuple(missing))

    def _reasons(self, camera: str, request: ExportRequest, lost: list[Unshown]) -> list[Gap]:
        """Why something may be missing: the camera's own words first, then the recorder's, then ours."""
        since, until = request.since, request.until
        ours = [
            Gap(camera, one.piece.start, one.piece.end, f"its recording is not shown: {one.reason}")
            for one in lost
        ]
        recorder = self._footage.gaps(camera, since, until)
        return [*self.tracks.gaps(camera, since, until), *recorder, *ours]


def _nothing(reason: str) -> NotFound:
    if not reason:
        return NotFound(
            "Nothing was recorded at these cameras in that time.",
            fix="'omnisight clips list' and 'omnisight footage list' show what there is.",
        )
    return NotFound(
        f"Nothing of what was recorded in that time can be shown: {reason}.",
        fix="See 'omnisight db check'.",
    )


def _marks(request: ExportRequest, place: str) -> Marks:
    draw = request.draw
    return Marks(Draw.BOXES in draw, Draw.NAMES in draw, Draw.TIME in draw, place)


def _film(camera: str, file: Path, made: FilmMade, pieces: tuple[Piece, ...]) -> Film:
    broken = {lost.path for lost in made.lost}
    return Film(
        id=f"{camera}-{made.stretches[0].start:%Y%m%dT%H%M%S.%fZ}",
        camera=camera,
        file=file,
        stretches=made.stretches,
        sources=tuple(piece for piece in pieces if piece.path not in broken),
        matroska=made.matroska,
        silent=made.silent,
    )


def _unshown(made: FilmMade, pieces: tuple[Piece, ...]) -> list[Unshown]:
    by_path = {piece.path: piece for piece in pieces}
    return [Unshown(by_path[lost.path], lost.reason) for lost in made.lost]


def _whole_s(piece: Piece) -> float:
    return max(1e-3, (piece.end - piece.start).total_seconds())


def _insist_fit(request: ExportRequest, target: Path, *, is_sealed: bool) -> None:
    if is_sealed:
        if is_file(target):
            raise UsageError("Evidence is a folder or a zip.", fix=f"Say {target.stem}.zip.")
        refuse_taken(target)
    elif is_zip_name(target):
        raise UsageError(
            "A zip is only made of what is sealed.", fix="Add --evidence, or name a folder."
        )
    elif is_file(target) and len(request.cameras) > 1:
        raise UsageError(
            f"{len(request.cameras)} cameras are that many films; {target.name} is one file.",
            fix="Name a folder.",
        )
    elif target.exists() and not target.is_dir() and not is_file(target):
        raise UsageError(f"{target} is a file.", fix="Name a folder, or a file that ends in .mp4.")
