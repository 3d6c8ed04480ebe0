"""Whether the rows of footage and its files agree.

Never deletes a file that shows a thing, but for one that was on its way out with its row gone.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.core.segment import Tier
from omnisight_desktop.storage import aside, pictures, rescue, segment_files
from omnisight_desktop.storage.file import sync

#: Where footage goes that nobody can be asked about.
FOUND = "found"

_MEND = "Mend it with 'omnisight db check --repair'."
_KINDS = {".mp4", ".mkv", ".mov", ".avi", ".webm", ".ts"}
_UNFINISHED = ".part"

#: While a program records, what is younger may just be on its way into the database.
_FRESH_S = 120.0

#: ``clips/front/2026-05-03/140500-C0123.mp4``, as the recorder names them, in UTC.
_NAMED = re.compile(
    r"clips/(?P<camera>[^/]+)/(?P<day>\d{4}-\d\d-\d\d)/(?P<time>\d{6})-(?P<id>\w+)"
    r"\.(mp4|mkv)"
)
_MATROSKA = b"\x1a\x45\xdf\xa3"


@dataclass(slots=True)
class _Findings:
    """What was found, by the paths below the media folder."""

    missing: list[str] = field(default_factory=list)
    unreachable: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    loose: list[Path] = field(default_factory=list)
    unfinished: list[Path] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)  # of tracks, listed or not
    footage: set[str] = field(default_factory=set)  # without a break, listed or not


def check(
    connection: sqlite3.Connection,
    media: Path,
    slow: Path | None = None,
    *,
    repair: bool,
    alone: bool,
    clock: Clock,
) -> list[Check]:
    """Compare the rows with the files; the caller holds the transaction.

    ``slow`` is where older continuous footage lies, if anywhere.
    """
    leaving = _files_on_their_way_out(connection, media, repair, alone)
    found = _look(connection, media, clock, alone)
    shown = pictures.look(connection, media, found.pictures)
    keep = partial(_put_in_found, media)
    return [
        leaving,
        _rows_without_files(connection, found, repair),
        _changed_files(found),
        _unfinished_files(connection, media, found, repair),
        _files_without_rows(connection, media, found, repair),
        pictures.rows_without_files(connection, shown, found.pictures, repair),
        pictures.files_without_rows(connection, media, shown, repair, keep),
        *_continuous(connection, media, slow, found.footage, repair),
    ]


def _continuous(
    connection: sqlite3.Connection, media: Path, slow: Path | None, there: set[str], repair: bool
) -> Iterator[Check]:
    """Footage without a break, on either disk."""
    found = segment_files.look(connection, media, Tier.FAST, there)
    keep = partial(_put_in_found, media)
    yield segment_files.left_over(connection, media, found, slow, repair)
    yield segment_files.rows_without_files(connection, found, Tier.FAST, repair)
    yield segment_files.files_without_rows(connection, media, found, Tier.FAST, repair, keep)
    if slow is None:
        return
    names = (file.relative_to(slow).as_posix() for file in _files(slow) if file.suffix in _KINDS)
    there = {name for name in names if segment_files.is_footage(name)}
    far = segment_files.look(connection, slow, Tier.SLOW, there)
    # What lies in both places was being copied when the program was killed: that begins anew.
    keep = partial(_put_in_found, slow)
    yield segment_files.rows_without_files(connection, far, Tier.SLOW, repair)
    yield segment_files.files_without_rows(connection, slow, far, Tier.SLOW, repair, keep)


def _look(connection: sqlite3.Connection, media: Path, clock: Clock, alone: bool) -> _Findings:
    found = _Findings()
    known: set[str] = set()
    for path, size in connection.execute("SELECT path, size_bytes FROM event_clips"):
        known.add(path)
        if not aside.inside(path):
            found.outside.append(path)
        elif (media / path).is_file():
            if (media / path).stat().st_size != size:
                found.changed.append(path)
        elif not aside.is_aside(media, path):
            (found.missing if aside.reachable(media, path) else found.unreachable).append(path)
    listed = pictures.listed(connection)
    listed_footage = {path for (path,) in connection.execute("SELECT path FROM segments")}
    for file in _files(media):
        name = file.relative_to(media).as_posix()
        if name in listed:
            found.pictures.add(name)
        elif name in listed_footage:
            found.footage.add(name)
        elif name not in known and (
            alone or clock.now().timestamp() - file.stat().st_mtime >= _FRESH_S
        ):
            _sort(file, name, found)
    return found


def _sort(file: Path, name: str, found: _Findings) -> None:
    """What a file is that no row names."""
    kind = file.with_suffix("").suffix if file.suffix == _UNFINISHED else file.suffix
    if segment_files.is_footage(name) and kind.lower() in _KINDS:
        found.footage.add(name)
    elif file.suffix == _UNFINISHED:
        found.unfinished.append(file)
    elif file.suffix.lower() in _KINDS:
        found.loose.append(file)
    elif name.startswith(f"{pictures.FOLDER}/") and file.suffix == ".jpg":
        found.pictures.add(name)


def _files(media: Path) -> Iterator[Path]:
    kept = f"{(media / FOUND).as_posix()}/"
    return (file for file in aside.files(media) if not file.as_posix().startswith(kept))


def _files_on_their_way_out(
    connection: sqlite3.Connection, media: Path, repair: bool, alone: bool
) -> Check:
    """What was being removed when a program was killed; a running one sees to it by itself."""
    name = "files on their way out"
    going = list(aside.left(media)) if alone else []
    if not going:
        return Check(name, Health.OK, "there are none")
    reason = f"{_some(going)} were being removed when the program was killed"
    if not repair:
        return Check(name, Health.DEGRADED, reason, _MEND)
    back, removed = aside.settle(media, partial(_speaks_of, connection))
    done = f"{back} are still listed and got their names back, {removed} were removed"
    return Check(name, Health.OK, f"mended: {reason}; {done}")


def _speaks_of(connection: sqlite3.Connection, path: str) -> bool:
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM event_clips WHERE path = ?1) OR"
        " EXISTS (SELECT 1 FROM track_pictures WHERE crop = ?1 OR thumbnail = ?1) OR"
        " EXISTS (SELECT 1 FROM segments WHERE path = ?1 AND tier = 'fast')",
        (path,),
    ).fetchone()
    return bool(row[0])


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
        if whole.exists() or not _plays(file):
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
    named = _NAMED.fullmatch(path) if _is_footage(file) else None
    begun = _moment(named["day"] + named["time"]) if named else None
    if named is None or begun is None or not _knows_camera(connection, named["camera"]):
        _put_in_found(media, file)
        return False
    start, end = rescue.span(file, begun)
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    size = file.stat().st_size
    added = connection.execute(
        "INSERT INTO event_clips (id, camera_id, path, start_ms, end_ms, size_bytes, sha256)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (named["id"], named["camera"], path, to_ms(start), to_ms(end), size, digest),
    )
    if not added.rowcount:
        _put_in_found(media, file)
        return False
    rescue.link(connection, named["id"], named["camera"], begun)
    return True


def _knows_camera(connection: sqlite3.Connection, camera: str) -> bool:
    row = connection.execute("SELECT 1 FROM cameras WHERE id = ?", (camera,)).fetchone()
    return row is not None


def _moment(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y-%m-%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_footage(file: Path) -> bool:
    """Whether it begins as our footage does."""
    head = _head(file)
    return head[4:8] == b"ftyp" or head.startswith(_MATROSKA)


def _plays(file: Path) -> bool:
    """Whether the index comes before the pictures, so that a film plays up to where it was torn."""
    head = _head(file)
    return b"moov" in head or head.startswith(_MATROSKA)


def _head(file: Path) -> bytes:
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
