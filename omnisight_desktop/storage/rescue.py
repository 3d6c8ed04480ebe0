"""What a film tells that was rescued from a kill: when it begins and ends, and whose it is."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from omnisight_desktop.core.clock import parse_time, to_ms
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.event import EventType

#: Longer than a clip gets; when the end of one has to be guessed, it is not later.
_LONGEST = timedelta(seconds=60)
#: No clip begins longer before its event.
_LONGEST_BEFORE = timedelta(seconds=90)
_A_SECOND = timedelta(seconds=1)

#: Of these no clip is made: there is nothing to see that is not in another.
_UNFILMED = (EventType.LEFT, EventType.STATIONARY, EventType.CAMERA_DOWN, EventType.CAMERA_UP)


@dataclass(frozen=True, slots=True)
class _Film:
    """What a file says of itself."""

    length: timedelta
    begins: datetime | None
    note: str


def span(file: Path, begun: datetime) -> tuple[datetime, datetime]:
    """When a film begins and ends, as far as can be told; its event began at ``begun``, by its name.

    The recorder writes down when the first picture was made. Where it did not, a film ends when it
    was last written to, if that fits.
    """
    written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    film = _look(file)
    if film is None:
        return begun, min(max(written, begun), begun + _LONGEST)
    start = film.begins or written - film.length
    if not begun - _LONGEST_BEFORE <= start <= begun + _A_SECOND:
        start = begun
    return start, start + film.length


def film_span(file: Path, begun: datetime) -> tuple[datetime, datetime, str] | None:
    """The same for a film that began at ``begun``, by its name, and what is noted in it; None where it
    cannot be played."""
    film = _look(file)
    if film is None:
        return None
    start = film.begins or begun
    if not abs(start - begun) <= _A_SECOND:
        start = begun
    return start, start + film.length, film.note


def link(connection: sqlite3.Connection, clip: str, camera: str, begun: datetime) -> None:
    """Have the events that a clip was made for name it, unless they name one already."""
    marks = ", ".join("?" * len(_UNFILMED))
    connection.execute(
        f"UPDATE person_events SET clip_id = ?1 WHERE camera_id = ?2 AND clip_id IS NULL"
        f" AND start_ms BETWEEN ?3 AND max((SELECT end_ms FROM event_clips WHERE id = ?1), ?4)"
        f" AND type NOT IN ({marks})",
        (clip, camera, to_ms(begun), to_ms(begun + _A_SECOND), *map(str, _UNFILMED)),
    )


def _look(file: Path) -> _Film | None:
    """Read a film from end to end; None when it cannot be read at all."""
    import av  # only who was killed needs it here
    from av.error import FFmpegError

    try:
        with av.open(str(file)) as container:
            ends = [_end_s(packet) for packet in _packets(container)]
            told = {name.lower(): value for name, value in container.metadata.items()}
    except (FFmpegError, OSError, ValueError, IndexError):
        return None
    found = [end for end in ends if end is not None]
    if not found:
        return None
    begins = None
    with suppress(UsageError):
        begins = parse_time(told["date"]) if "T" in told.get("date", "") else None
    return _Film(timedelta(seconds=max(found)), begins, told.get("comment", ""))


def _packets(container: Any) -> Any:
    """The packets of a film, up to where it was torn off."""
    from av.error import FFmpegError

    try:
        yield from container.demux(container.streams.video[0])
    except FFmpegError:
        return


def _end_s(packet: Any) -> float | None:
    if packet.pts is None or packet.time_base is None:
        return None
    return float((packet.pts + (packet.duration or 0)) * packet.time_base)
