"""Films as evidence: with the events of their time, what they were made of, and the house's seal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from omnisight_desktop import __version__
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.evidence.manifest import (
    EVENTS,
    GUIDE,
    KEY,
    Manifest,
    SealedClip,
    canonical,
)
from omnisight_desktop.services.evidence.place import new_place
from omnisight_desktop.services.evidence.seal import Seal
from omnisight_desktop.services.evidence.write import enclose, guide, plain
from omnisight_desktop.services.export.footage import Piece
from omnisight_desktop.services.export.making import Course
from omnisight_desktop.services.export.placing import called
from omnisight_desktop.services.export.request import Exported, ExportRequest, Film, Hide
from omnisight_desktop.services.export.telling import told
from omnisight_desktop.services.filename import untaken
from omnisight_desktop.services.shape import written
from omnisight_desktop.storage.events import EventFilter
from omnisight_desktop.storage.file import faults_in_words

#: What each film shows, what it was made of, and what was done to it.
FOOTAGE = "footage.json"

_BLOCK = 1 << 20
_LONGEST_VISIT = timedelta(hours=6)
#: They tell of nobody who may have been hidden.
_OF_NOBODY = (EventType.CAMERA_DOWN, EventType.CAMERA_UP, EventType.LOUD)


def sealed(
    done: Exported,
    request: ExportRequest,
    by: tuple[Seal, datetime],
    events: Events,
    course: Course,
) -> Exported:
    """Write the films into a sealed folder or zip; whole, or nothing at all."""
    seal, now = by
    names = events.names().cameras
    shown = list(_shown(request, events))
    counted = _Sums(done, course)
    sums = {piece.id: counted.of(piece) for film in done.films for piece in film.sources}
    with new_place(done.target, now) as place:
        files = [
            place.put(KEY, (seal.public.pem,)),
            place.put(GUIDE, (guide(seal),)),
            place.put(EVENTS, (canonical({"events": events.as_json(shown)}),)),
        ]
        taken: set[str] = set()
        films = []
        for film in done.films:
            name = untaken(called(film, request.names, names), film.suffix, taken)
            entry = place.take(f"films/{name}", film.file, counted.count)
            films.append(
                replace(film, file=Path(name), size_bytes=entry.size_bytes, sha256=entry.sha256)
            )
            files.append(entry)
        done = replace(done, films=tuple(films), key_words=seal.public.words)
        files.append(place.put(FOOTAGE, (canonical(_told(done, request, names, sums)),)))
        manifest = Manifest(
            exported_at=written(now),
            exported_by=plain(request.by),
            program=__version__,
            key_sha256=seal.public.sha256,
            key_words=seal.public.words,
            clips=tuple(_listed(film, names, shown) for film in films),
            files=tuple(files),
        )
        enclose(place, manifest, seal)
    return done


def _shown(request: ExportRequest, events: Events) -> Iterator[Event]:
    """What happened in that time, oldest first; of those who are hidden nothing is told."""
    time = EventFilter(request.cameras, since=request.since - _LONGEST_VISIT, until=request.until)
    found = [one for one in events.all(time) if (one.end or one.start) >= request.since]
    for event in sorted(found, key=lambda one: (one.start, one.id)):
        if request.hide is Hide.NOBODY or event.track in request.keep or event.type in _OF_NOBODY:
            yield event


def _listed(film: Film, names: Mapping[str, str], shown: list[Event]) -> SealedClip:
    """A film as the manifest lists clips; it was made now, so no sum of its own was ever recorded."""
    during = [
        event.id
        for event in shown
        if event.camera == film.camera
        and event.start < film.end
        and (event.end or event.start) >= film.start
    ]
    return SealedClip(
        id=film.id,
        camera=names.get(film.camera, film.camera),
        start=written(film.start),
        end=written(film.end),
        file=f"films/{film.file.name}",
        recorded_sha256="",
        intact=None,
        events=tuple(during),
    )


def _told(
    done: Exported, request: ExportRequest, names: Mapping[str, str], sums: dict[str, str]
) -> dict[str, Any]:
    """What programs are told of an export, and whether its sources were what had been recorded."""
    whole = told(done, request, names)
    for film in whole["films"]:
        for source in film["sources"]:
            sha256, recorded = sums[source["id"]], source["recorded_sha256"]
            source |= {"sha256": sha256, "intact": sha256 == recorded if recorded else None}
    return whole


class _Sums:
    """The sums of files, with word of how many of their bytes are done."""

    def __init__(self, done: Exported, course: Course) -> None:
        self._course = course
        self._films = sum(film.file.stat().st_size for film in done.films)
        self._sources = sum(p.size_bytes for film in done.films for p in film.sources)
        self._done = 0

    def of(self, piece: Piece) -> str:
        """That of a recording, as it is now."""
        digest = hashlib.sha256()
        with faults_in_words(piece.path), piece.path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                self.count(len(block))
        return digest.hexdigest()

    def count(self, size: int) -> None:
        """So many bytes more."""
        self._done += size
        self._course.reach_afterwards(min(1.0, self._done / max(1, self._films + self._sources)))
