"""Stored paths on their way into a film: who gets a box, who is hidden, and who is not."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.pipeline.film.order import Veil
from omnisight_desktop.pipeline.film.trail import Trail
from omnisight_desktop.services.export.request import ExportRequest, Hide

#: Paths are cut so far outside of what is wanted: longer than anything is held or bridged.
AROUND = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Company:
    """Who was followed at one camera, and what is to be done about them."""

    marked: tuple[Trail, ...]
    veil: Veil | None


def company(
    request: ExportRequest, paths: Iterable[TrackPath], people: Mapping[str, str]
) -> Company:
    """Who is shown and who is hidden; ``people`` are names by id."""
    kept, others = [], []
    time = request.since - AROUND, request.until + AROUND
    for path in paths:
        trail = _trail(path, people, time)
        if trail is None:
            continue
        if request.hide is Hide.NOBODY or path.track in request.keep:
            kept.append(trail)
        elif not request.only or path.label in request.only:
            others.append(trail)
    marked = tuple(kept) if request.draw else ()
    if request.hide is Hide.NOBODY:
        return Company(marked, None)
    return Company(marked, Veil(tuple(others), tuple(kept), request.hide is Hide.ALL_ELSE))


def kept_by_track(
    request: ExportRequest, paths: Iterable[TrackPath], people: Mapping[str, str]
) -> ExportRequest:
    """Whoever is to stay recognisable, by their tracks; a person is kept on each where they were known.

    They must have been there: a wrong id would hide everybody.
    """
    tracks: dict[str, set[str]] = {}
    for path in paths:
        tracks.setdefault(path.track, set()).add(path.track)
        if path.person is not None:
            tracks.setdefault(path.person, set()).add(path.track)
            called = people.get(path.person, path.person).casefold()
            tracks.setdefault(called, set()).add(path.track)
    kept: set[str] = set()
    for wanted in request.keep:
        theirs = tracks.get(wanted) or tracks.get(wanted.casefold())
        if theirs is None:
            raise NotFound(
                f"There is no track and nobody called '{wanted}' at these cameras in that time.",
                fix="'omnisight events list --json' names the track and the person of each event.",
            )
        kept |= theirs
    return replace(request, keep=tuple(sorted(kept)))


def _trail(
    path: TrackPath, people: Mapping[str, str], time: tuple[datetime, datetime]
) -> Trail | None:
    """The part of a path that matters, with one sighting more at each end."""
    times = path.start.timestamp() + path.offsets_ms / 1000
    first = max(0, int(np.searchsorted(times, time[0].timestamp())) - 1)
    last = int(np.searchsorted(times, time[1].timestamp(), side="right")) + 1
    if not len(times[first:last]):
        return None
    name = people.get(path.person or "", "") or path.label.replace("_", " ")
    hue = zlib.crc32(path.track.encode())
    return Trail(name, hue, np.array(times[first:last]), np.array(path.boxes[first:last]))
