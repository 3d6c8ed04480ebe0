"""Whether the rows of continuous footage and its files agree, on one disk."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.core.segment import MAP_HEIGHT, MAP_STEP_S, MAP_WIDTH, Tier, noted
from omnisight_desktop.storage import aside, rescue

#: Where it lies below the folder of its disk.
FOLDER = "footage"

_MEND = "Mend it with 'omnisight db check --repair'."
_UNFINISHED = ".part"

#: ``footage/front/2026-05-03/140500-F0123.mp4``, as the recorder names them, in UTC.
_NAMED = re.compile(
    r"footage/(?P<camera>[^/]+)/(?P<day>\d{4}-\d\d-\d\d)/(?P<time>\d{6})-(?P<id>\w+)\.(mp4|mkv)"
)

#: Keeps a file where it is in nobody's way.
Keep = Callable[[Path], None]


@dataclass(slots=True)
class Findings:
    """What was found on one disk, by the paths below its folder."""

    missing: list[str] = field(default_factory=list)
    unreachable: list[str] = field(default_factory=list)
    loose: set[str] = field(default_factory=set)  # no row names them
    moved: set[str] = field(default_factory=set)  # their rows name another disk


def begun_at(path: str) -> datetime | None:
    """When a file was begun, by its path; None where it is not named as the recorder names them."""
    named = _NAMED.fullmatch(path)
    return _moment(named["day"] + named["time"]) if named else None


def is_footage(name: str) -> bool:
    """Whether a path below a folder belongs to continuous footage."""
    return name.startswith(f"{FOLDER}/")


def look(connection: sqlite3.Connection, folder: Path, tier: Tier, there: set[str]) -> Findings:
    """Compare the rows of one disk with the files that are there; all files, listed or not."""
    found = Findings(loose=set(there))
    for path, where in connection.execute("SELECT path, tier FROM segments"):
        if where != tier.value:
            if path in found.loose:
                found.loose.discard(path)
                found.moved.add(path)
        elif path in there:
            found.loose.discard(path)
        elif aside.inside(path) and not aside.is_aside(folder, path):
            place = found.missing if aside.reachable(folder, path) else found.unreachable
            place.append(path)
    return found


def rows_without_files(
    connection: sqlite3.Connection, found: Findings, tier: Tier, repair: bool
) -> Check:
    """A piece whose file is gone is unlisted, and its time is missing from then on."""
    name = _name("footage", tier)
    if found.unreachable:
        reason = f"{len(found.unreachable)} pieces cannot be reached, and neither can their folder"
        return Check(name, Health.FAILED, reason, "See whether the disk with the footage is there.")
    if not found.missing:
        return Check(name, Health.OK, "every piece has its file")
    reason = f"the files of {len(found.missing)} pieces are gone"
    if not repair:
        return Check(name, Health.FAILED, reason, _MEND)
    kept = 0
    for path in found.missing:
        segment, camera, start_ms, end_ms, guarded = connection.execute(
            "SELECT id, camera_id, start_ms, end_ms, protected FROM segments WHERE path = ?",
            (path,),
        ).fetchone()
        if guarded:
            kept += 1
            continue
        connection.execute("DELETE FROM segments WHERE id = ?", (segment,))
        connection.execute(
            "INSERT INTO recording_gaps (camera_id, start_ms, end_ms, reason) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (camera_id, start_ms) DO UPDATE SET end_ms = max(end_ms, excluded.end_ms)",
            (camera, start_ms, end_ms, "Its file was lost."),
        )
    if kept:
        reason = f"the files of {kept} pieces, which are protected, are gone"
        return Check(name, Health.FAILED, reason, "Bring the files back from a backup of yours.")
    return Check(name, Health.OK, f"mended: {reason}; they are noted as missing")


def files_without_rows(
    connection: sqlite3.Connection,
    folder: Path,
    found: Findings,
    tier: Tier,
    repair: bool,
    keep: Keep,
) -> Check:
    """Files whose names say of which camera they are get their row, torn ones as far as they play."""
    name = _name("footage without a row", tier)
    if not found.loose:
        return Check(name, Health.OK, "there is none")
    reason = f"nobody knows of {len(found.loose)} files"
    if not repair:
        return Check(name, Health.DEGRADED, reason, _MEND)
    taken = put_by = 0
    for path in sorted(found.loose):
        file = folder / path
        if not file.stat().st_size:
            file.unlink()
        elif _take_in(connection, folder, path, tier):
            taken += 1
        else:
            keep(_whole(file))
            put_by += 1
    done = f"{taken} are listed, {put_by} were put by"
    return Check(name, Health.OK, f"mended: {reason}; {done}")


def left_over(
    connection: sqlite3.Connection, folder: Path, found: Findings, other: Path | None, repair: bool
) -> Check:
    """A move that was killed leaves the file behind that was moved; the copy is what counts."""
    name = "footage left over by a move"
    if not found.moved:
        return Check(name, Health.OK, "there is none")
    reason = f"{len(found.moved)} files lie on two disks"
    if not repair:
        return Check(name, Health.DEGRADED, reason, _MEND)
    removed = 0
    for path in sorted(found.moved):
        (size,) = connection.execute(
            "SELECT size_bytes FROM segments WHERE path = ?", (path,)
        ).fetchone()
        copy = None if other is None else other / path
        if copy is not None and copy.is_file() and copy.stat().st_size == size:
            (folder / path).unlink()
            removed += 1
        else:  # the copy is not there, and this one is
            connection.execute(
                "UPDATE segments SET tier = ? WHERE path = ?", (Tier.FAST.value, path)
            )
    return Check(name, Health.OK, f"mended: {reason}; {removed} were removed")


def _take_in(connection: sqlite3.Connection, folder: Path, path: str, tier: Tier) -> bool:
    """List a file; what moved in it was lost, so that in doubt it is something everywhere."""
    whole = path.removesuffix(_UNFINISHED)
    named, begun = _NAMED.fullmatch(whole), begun_at(whole)
    if named is None or begun is None:
        return False
    known = connection.execute("SELECT 1 FROM cameras WHERE id = ?", (named["camera"],))
    if known.fetchone() is None or (path != whole and (folder / whole).exists()):
        return False
    span = rescue.film_span(folder / path, begun)
    if span is None:
        return False
    if path != whole:
        (folder / path).replace(folder / whole)
    file = folder / whole
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    added = connection.execute(
        "INSERT INTO segments (id, camera_id, start_ms, end_ms, path, tier, size_bytes, sha256,"
        " motion_ms, objects, motion_map) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)"
        " ON CONFLICT DO NOTHING",
        (
            named["id"],
            named["camera"],
            to_ms(span[0]),
            to_ms(span[1]),
            whole,
            tier.value,
            file.stat().st_size,
            digest,
            round(MAP_STEP_S * 1000),
            bytes([1]) * (MAP_WIDTH * MAP_HEIGHT),
        ),
    )
    if added.rowcount:
        _not_missing(connection, named["camera"], to_ms(span[0]), to_ms(span[1]))
        _missing_before(connection, named["camera"], to_ms(span[0]), noted(span[2]))
    return bool(added.rowcount)


def _missing_before(
    connection: sqlite3.Connection, camera: str, start_ms: int, gap: tuple[datetime, str] | None
) -> None:
    """What a piece says is missing before it, where nobody else remembers that."""
    if gap is None or to_ms(gap[0]) >= start_ms:
        return
    since_ms = to_ms(gap[0])
    connection.execute(
        "INSERT INTO recording_gaps (camera_id, start_ms, end_ms, reason) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (camera_id, start_ms) DO UPDATE SET end_ms = max(end_ms, excluded.end_ms)",
        (camera, since_ms, start_ms, gap[1]),
    )
    recorded = connection.execute(
        "SELECT start_ms, end_ms FROM segments WHERE camera_id = ? AND start_ms < ? AND end_ms > ?",
        (camera, start_ms, since_ms),
    ).fetchall()
    for begun_ms, ended_ms in recorded:
        _not_missing(connection, camera, begun_ms, ended_ms)


def _not_missing(connection: sqlite3.Connection, camera: str, start_ms: int, end_ms: int) -> None:
    """Whoever noted a gap there did not know of this piece."""
    overlapping = connection.execute(
        "SELECT start_ms, end_ms, reason FROM recording_gaps"
        " WHERE camera_id = ? AND start_ms < ? AND end_ms > ?",
        (camera, end_ms, start_ms),
    ).fetchall()
    for gap_start, gap_end, reason in overlapping:
        connection.execute(
            "DELETE FROM recording_gaps WHERE camera_id = ? AND start_ms = ?", (camera, gap_start)
        )
        for left, right in ((gap_start, start_ms), (end_ms, gap_end)):
            if left < right:
                connection.execute(
                    "INSERT INTO recording_gaps (camera_id, start_ms, end_ms, reason)"
                    " VALUES (?, ?, ?, ?)",
                    (camera, left, right, reason),
                )


def _whole(file: Path) -> Path:
    """The file, under whichever of its two names it bears now."""
    return file if file.exists() else file.with_suffix("")


def _name(what: str, tier: Tier) -> str:
    return what if tier is Tier.FAST else f"{what} in the slow place"


def _moment(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y-%m-%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
