"""Whether the rows of track pictures and their files agree."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.storage import aside

#: Where they lie below the media folder.
FOLDER = "tracks"

_MEND = "Mend it with 'omnisight db check --repair'."
_SCENE = "-scene"

#: ``tracks/front/2026-05-03/T0123.jpg`` and ``T0123-scene.jpg`` beside it, the day in UTC.
_NAMED = re.compile(
    r"tracks/(?P<camera>[^/]+)/(?P<day>\d{4}-\d\d-\d\d)/(?P<track>[^/]+?)(?:-scene)?\.jpg"
)

#: Keeps a file where it is in nobody's way.
Keep = Callable[[Path], None]


@dataclass(slots=True)
class Findings:
    """What was found: tracks whose files are not there, and files that no row names."""

    missing: list[str] = field(default_factory=list)
    unreachable: list[str] = field(default_factory=list)
    loose: set[str] = field(default_factory=set)


def listed(connection: sqlite3.Connection) -> set[str]:
    """Every file that a row names."""
    rows = connection.execute("SELECT crop, thumbnail FROM track_pictures")
    return {path for row in rows for path in row}


def look(connection: sqlite3.Connection, media: Path, there: set[str]) -> Findings:
    """Compare the rows with the files that are there, by their paths below the media folder."""
    found = Findings(loose=set(there))
    for track, crop, scene in connection.execute(
        "SELECT track_id, crop, thumbnail FROM track_pictures"
    ):
        paths = (crop, scene)
        found.loose.difference_update(paths)
        lost = [path for path in paths if path not in there and not aside.is_aside(media, path)]
        if lost:
            reachable = all(aside.reachable(media, path) for path in lost if aside.inside(path))
            (found.missing if reachable else found.unreachable).append(track)
    return found


def rows_without_files(
    connection: sqlite3.Connection, found: Findings, there: set[str], repair: bool
) -> Check:
    """A picture whose files are gone is unlisted; one whose disk is not there is not."""
    name = "pictures of tracks"
    if found.unreachable:
        reason = f"{len(found.unreachable)} cannot be reached, and neither can their folder"
        return Check(name, Health.FAILED, reason, "See whether the disk with the media is there.")
    if not found.missing:
        return Check(name, Health.OK, "every picture has its files")
    reason = f"the files of {len(found.missing)} tracks are gone"
    if not repair:
        return Check(name, Health.FAILED, reason, _MEND)
    for track in found.missing:
        row = connection.execute(
            "SELECT crop, thumbnail FROM track_pictures WHERE track_id = ?", (track,)
        ).fetchone()
        found.loose.update(path for path in row if path in there)
        connection.execute("DELETE FROM track_pictures WHERE track_id = ?", (track,))
    return Check(name, Health.OK, f"mended: {reason}; their pictures are not listed any more")


def files_without_rows(
    connection: sqlite3.Connection, media: Path, found: Findings, repair: bool, keep: Keep
) -> Check:
    """Pictures whose names say of which track they are get their row, if both are there."""
    name = "pictures without a track"
    if not found.loose:
        return Check(name, Health.OK, "there are none")
    reason = f"nobody knows of {len(found.loose)} pictures"
    if not repair:
        return Check(name, Health.DEGRADED, reason, _MEND)
    taken: set[str] = set()
    for path in sorted(found.loose):
        if path not in taken:
            taken |= _take_in(connection, media, path, found.loose)
    rest = sorted(found.loose - taken)
    for path in rest:
        keep(media / path)
    done = f"{len(taken)} are listed again, {len(rest)} were put by"
    return Check(name, Health.OK, f"mended: {reason}; {done}")


def _take_in(connection: sqlite3.Connection, media: Path, path: str, loose: set[str]) -> set[str]:
    """List a picture with its scene; the paths that are listed then."""
    named = _NAMED.fullmatch(path)
    if named is None:
        return set()
    crop = f"{FOLDER}/{named['camera']}/{named['day']}/{named['track']}.jpg"
    scene = f"{crop.removesuffix('.jpg')}{_SCENE}.jpg"
    known = connection.execute("SELECT 1 FROM cameras WHERE id = ?", (named["camera"],))
    at_ms = _moment(connection, named["track"], named["day"])
    if not {crop, scene} <= loose or known.fetchone() is None or at_ms is None:
        return set()
    size = sum((media / one).stat().st_size for one in (crop, scene))
    added = connection.execute(
        "INSERT INTO track_pictures (track_id, camera_id, at_ms, crop, thumbnail, size_bytes)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (named["track"], named["camera"], at_ms, crop, scene, size),
    )
    return {crop, scene} if added.rowcount else set()


def _moment(connection: sqlite3.Connection, track: str, day: str) -> int | None:
    """When a track was there: by its path, by its events, or by the day in the name."""
    for statement in (
        "SELECT start_ms FROM tracks WHERE id = ?",
        "SELECT min(start_ms) FROM person_events WHERE track_id = ?",
    ):
        row = connection.execute(statement, (track,)).fetchone()
        if row is not None and row[0] is not None:
            return int(row[0])
    try:
        return to_ms(datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC))
    except ValueError:
        return None
