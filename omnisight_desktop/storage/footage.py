"""Whether the rows of clips and the files of footage agree; never deletes a file that shows a thing."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.storage.file import sync

#: Where footage goes that nobody can be asked about.
FOUND = "found"

_MEND = "Mend it with 'omnisight db check --repair'."
_KINDS = {".mp4", ".mkv", ".mov", ".avi", ".webm", ".ts"}
_UNFINISHED = ".part"

#: While a program records, what is younger may just be on its way into the database.
_FRESH_S = 120.0

#: Longer than a clip gets; when the end of one has to be guessed, it is not later.
_LONGEST = timedelta(seconds=60)

#: ``clips/front/2026-05-03/140500-C0123.mp4``, as the recorder names them, in UTC.
_NAMED = re.compile(
    r"clips/(?P<camera>[^/]+)/(?P<day>\d{4}-\d\d-\d\d)/(?P<time>\d{6})-(?P<id>\w+)\.mp4"
)


@dataclass(slots=True)
class _Findings:
    """What was found, by the paths below the media folder."""

    missing: list[str] = field(default_factory=list)
    unreachable: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    loose: list[Path] = field(default_factory=list)
    unfinished: list[Path] = field(default_factory=list)


def check(
    connection: sqlite3.Connection, media: Path, *, repair: bool, alone: bool, clock: Clock
) -> list[Check]:
    """Compare the rows with the files; the caller holds the transaction."""
    found = _look(connection, media, clock, alone)
    return [
        _rows_without_files(connection, found, repair),
        _changed_files(found),
        _unfinished_files(connection, media, found, repair),
        _files_without_rows(connection, media, found, repair),
    ]


def _look(connection: sqlite3.Connection, media: Path, clock: Clock, alone: bool) -> _Findings:
    found = _Findings()
    known: set[str] = set()
    for path, size in connection.execute("SELECT path, size_bytes FROM event_clips"):
        known.add(path)
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            found.outside.append(path)
        elif not (media / path).is_file():
            (found.missing if _reachable(media, path) else found.unreachable).append(path)
        elif (media / path).stat().st_size != size:
            found.changed.append(path)
    for file in _files(media):
        if not alone and clock.now().timestamp() - file.stat().st_mtime < _FRESH_S:
            continue
        if file.suffix == _UNFINISHED:
            found.unfinished.append(file)
        elif file.suffix.lower() in _KINDS and file.relative_to(media).as_posix() not in known:
            found.loose.append(file)
    return found


def _files(media: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(media):
        inner.sort()
        if Path(folder) == media and FOUND in inner:
            inner.remove(FOUND)
        for name in sorted(names):
            file = Path(folder, name)
            if file.is_file() and not file.is_symlink():
                yield file


def _reachable(media: Path, path: str) -> bool:
    """Whether the place where a file is missing is there: an empty one may be a disk taken out."""
    place = (media / path).parent
    while place != media and not place.is_dir():
        place = place.parent
    return place.is_dir() and any(place.iterdir())


def _rows_without_files(connection: sqlite3.Connection, found: _Findings, repair: bool) -> Check:
    name = "clips"
    if found.outside:
        reason = f"{_some(found.outside)} lie outside the media folder"
        return Check(
            name, Health.FAILED, reason, "Somebody changed the database; restore a backup."
        )
    if found.unreachable:
        reason = f"{_some(found.unreachable)} cannot be reached, and neither can their folder"
        return Check(name, Health.FAILED, reason, "See whether the disk with the media is there.")
    if not found.missing:
        return Check(name, Health.OK, "every clip has its file")
    reason = f"the files of {_some(found.missing)} are gone"
    if not repair:
        return Check(name, Health.FAILED, reason, _MEND)
    kept = _forget(connection, found.missing)
    if kept:
        reason = f"the files of {_some(kept)}, which are protected, are gone"
        return Check(name, Health.FAILED, reason, "Bring the files back from a backup of yours.")
    return Check(name, Health.OK, f"mended: {reason}; their clips are not listed any more")


def _forget(connection: sqlite3.Connection, paths: list[str]) -> list[str]:
    """Unlist clips, but none that somebody protected; says which of them are missing."""
    protected = []
    for path in paths:
        clip, guarded = connection.execute(
            "SELECT id, protected FROM event_clips WHERE path = ?", (path,)
        ).fetchone()
        if guarded:
            protected.append(path)
            continue
        connection.execute("UPDATE person_events SET clip_id = NULL WHERE clip_id = ?", (clip,))
        connection.execute("DELETE FROM event_clips WHERE id = ?", (clip,))
    return protected


def _changed_files(found: _Findings) -> Check:
    if not found.changed:
        return Check("size of clips", Health.OK, "every file is as long as it was")
    reason = f"{_some(found.changed)} are not as long as when they were recorded"
    fix = "Bring the files back from a backup of yours; they are left as they are."
    return Check("size of clips", Health.FAILED, reason, fix)


def _unfinished_files(
    connection: sqlite3.Connection, media: Path, found: _Findings, repair: bool
) -> Check:
    name = "unfinished footage"
    if not found.unfinished:
        return Check(name, Health.OK, "there is none")
    names = [file.relative_to(media).as_posix() for file in found.unfinished]
    reason = f"{_some(names)} were never finished"
    if not repair:
        return Check(name, Health.DEGRADED, reason, _MEND)
    for file in found.unfinished:
        if not file.stat().st_size:
            file.unlink()
            continue
        whole = file.with_suffix("")
        if whole.exists() or b"moov" not in _head(file):
            _put_in_found(media, file)
            continue
        file.replace(whole)
        _take_in(connection, media, whole)
    return Check(
        name, Health.OK, f"mended: {reason}; what plays is listed, the rest is in {FOUND}/"
    )


def _files_without_rows(
    connection: sqlite3.Connection, media: Path, found: _Findings, repair: bool
) -> Check:
    name = "footage without a clip"
    if not found.loose:
        return Check(name, Health.OK, "there is none")
    names = [file.relative_to(media).as_posix() for file in found.loose]
    reason = f"nobody knows of {_some(names)}"
    if not repair:
        return Check(name, Health.DEGRADED, reason, _MEND)
    taken = sum(_take_in(connection, media, file) for file in found.loose)
    moved = len(names) - taken
    done = f"{taken} are listed again, {moved} were moved to {FOUND}/"
    return Check(name, Health.OK, f"mended: {reason}; {done}")


def _take_in(connection: sqlite3.Connection, media: Path, file: Path) -> bool:
    """List a file as a clip if its name says of which camera and when; else keep it in ``found``."""
    path = file.relative_to(media).as_posix()
    named = _NAMED.fullmatch(path) if _head(file)[4:8] == b"ftyp" else None
    start = _moment(named["day"] + named["time"]) if named else None
    if named is None or start is None or not _knows_camera(connection, named["camera"]):
        _put_in_found(media, file)
        return False
    stat = file.stat()
    # The name says when the event began, the file when it was last written to: near enough.
    written = datetime.fromtimestamp(stat.st_mtime, UTC)
    end = min(max(written, start), start + _LONGEST)
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    added = connection.execute(
        "INSERT INTO event_clips (id, camera_id, path, start_ms, end_ms, size_bytes, sha256)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (named["id"], named["camera"], path, to_ms(start), to_ms(end), stat.st_size, digest),
    )
    if not added.rowcount:
        _put_in_found(media, file)
        return False
    return True


def _knows_camera(connection: sqlite3.Connection, camera: str) -> bool:
    row = connection.execute("SELECT 1 FROM cameras WHERE id = ?", (camera,)).fetchone()
    return row is not None


def _moment(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y-%m-%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _head(file: Path) -> bytes:
    """What shows an MP4, and whether its index comes before its pictures, so that it plays."""
    with file.open("rb") as opened:
        return opened.read(4096)


def _put_in_found(media: Path, file: Path) -> None:
    """Keep a file where it is in nobody's way, under its old path, and never over another."""
    target = media / FOUND / file.relative_to(media)
    target.parent.mkdir(parents=True, exist_ok=True)
    number, free = 1, target
    while free.exists():
        number += 1
        free = target.with_name(f"{target.stem}-{number}{target.suffix}")
    file.replace(free)
    sync(free)


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return f"{len(names)} files ({shown}{', …' if len(names) > 3 else ''})"
