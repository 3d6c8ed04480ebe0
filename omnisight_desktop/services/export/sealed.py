"""Films as evidence: with the events of their time, what they were made of, and the house's seal."""

from __future__ import annotations

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
from omnisight_desktop.services.export.making import Course
from omnisight_desktop.services.export.placing import called
from omnisight_desktop.services.export.request import Exported, ExportRequest, Film, Hide
from omnisight_desktop.services.export.telling import told
from omnisight_desktop.services.filename import untaken
from omnisight_desktop.services.shape import written
from omnisight_desktop.storage.events import EventFilter

#: What each film shows, what it was made of, and what was done to it.
FOOTAGE = "footage.json"

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
    sources = {piece.id: piece for film in done.films for piece in film.sources}
    course.size_bytes = sum(film.file.stat().st_size for film in done.films)
    course.size_bytes += sum(piece.size_bytes for piece in sources.values())
    sums = {piece.id: course.sum_of(piece.path) for piece in sources.values()}
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
            entry = place.take(f"films/{name}", film.file, course.count)
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
