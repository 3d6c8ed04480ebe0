"""Where each kind of memory lies, by when it is judged, and what of it is past its time, as SQL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering


class Kind(StrEnum):
    """What there is to clean up."""

    FOOTAGE = "footage"
    CLIPS = "clips"
    PICTURES = "pictures"
    EVENTS = "events"
    TRACKS = "tracks"
    TRANSCRIPTS = "transcripts"
    GAPS = "gaps"
    MISSED = "missed footage"
    COUNTS = "line counts"
    PEOPLE = "people"
    EXPORTS = "exports"  # folders that no row speaks of


#: What others rely on goes after them: an event is what its path and its person are kept for.
ORDER = tuple(kind for kind in Kind if kind is not Kind.EXPORTS)


@total_ordering
@dataclass(frozen=True, slots=True)
class Edge:
    """A place in an order by moment, and by key where moments are the same."""

    at_ms: int
    key: str

    def __lt__(self, other: Edge) -> bool:
        return (self.at_ms, self.key) < (other.at_ms, other.key)


#: Before everything.
LONG_AGO = Edge(-(2**62), "")

#: An event is guarded by a protected clip of its own, of its story or of its track.
_ITS_CLIP = "EXISTS (SELECT 1 FROM event_clips AS c WHERE c.id = {e}.clip_id AND c.protected)"
_OF_THE_SAME = (
    "EXISTS (SELECT 1 FROM person_events AS k CROSS JOIN event_clips AS c"
    " WHERE k.{by} = {e}.{by} AND c.id = k.clip_id AND c.protected)"
)
_ENDED = "coalesce({e}.end_ms, {e}.start_ms)"


def _guarded(event: str, there_are: bool) -> str:
    """Whether an event is guarded; nothing is where no clip is protected."""
    if not there_are:
        return "0"
    kin = " OR ".join(_OF_THE_SAME.format(e=event, by=by) for by in ("story_id", "track_id"))
    return f"({_ITS_CLIP.format(e=event)} OR {kin})"


def _stays(event: str, there_are: bool) -> str:
    """Whether an event is not past its time, or guarded."""
    return f"({_ENDED.format(e=event)} >= :events_ms OR {_guarded(event, there_are)})"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A table in the order of its moments, and which of its rows are past their time."""

    table: str
    kind: str  # as the writer knows it
    key: tuple[str, ...]
    at: str
    tie: str
    condition: str
    size: str = "0"
    files: str = "NULL AS first, NULL AS second"
    by_camera: bool = False

    def wanted(self, there_are: bool) -> str:
        """From where, and under which condition; ``there_are`` clips that are protected."""
        condition = self.condition
        for name, words in (
            ("{guarded}", _guarded("t", there_are)),
            ("{guarded_e}", _guarded("e", there_are)),
            ("{stays_e}", _stays("e", there_are)),
        ):
            condition = condition.replace(name, words)
        camera = "t.camera_id = :camera AND " if self.by_camera else ""
        return f"FROM {self.table} AS t WHERE {camera}{condition}"


_HOUR_MS = 3_600_000
_PAST = "t.start_ms < :events_ms AND t.end_ms < :events_ms"

SHELVES = {
    Kind.FOOTAGE: Shelf(
        "segments",
        "segment",
        ("id",),
        "start_ms",
        "id",
        "t.start_ms <= :footage_most_ms AND NOT t.protected AND"
        " ((t.start_ms, t.id) <= (:footage_ms, :footage_id)"
        " OR (t.motion_ms = 0 AND t.objects = 0 AND t.start_ms < :footage_still_ms)"
        " OR (t.tier = 'fast' AND (t.start_ms, t.id) <="
        " (:footage_crowded_ms, :footage_crowded_id)))",
        size="t.size_bytes",
        files="t.path AS first, t.tier AS second",
        by_camera=True,
    ),
    Kind.CLIPS: Shelf(
        "event_clips",
        "clip",
        ("id",),
        "start_ms",
        "id",
        "(t.start_ms, t.id) <= (:clips_ms, :clips_id) AND NOT t.protected",
        size="t.size_bytes",
        files="t.path AS first, NULL AS second",
    ),
    Kind.PICTURES: Shelf(
        "track_pictures",
        "track_picture",
        ("track_id",),
        "at_ms",
        "track_id",
        "(t.at_ms, t.track_id) <= (:pictures_ms, :pictures_id) AND NOT EXISTS"
        " (SELECT 1 FROM person_events AS e WHERE e.track_id = t.track_id AND {guarded_e})",
        size="t.size_bytes",
        files="t.crop AS first, t.thumbnail AS second",
    ),
    Kind.EVENTS: Shelf(
        "person_events",
        "event",
        ("id",),
        "start_ms",
        "seq",
        f"t.start_ms < :events_ms AND {_ENDED.format(e='t')} < :events_ms AND NOT {{guarded}}",
    ),
    Kind.TRACKS: Shelf(
        "tracks",
        "track",
        ("id",),
        "start_ms",
        "id",
        f"{_PAST} AND NOT EXISTS"
        " (SELECT 1 FROM person_events AS e WHERE e.track_id = t.id AND {stays_e})",
        size="length(t.path)",
        by_camera=True,
    ),
    Kind.TRANSCRIPTS: Shelf(
        "transcripts", "transcript", ("id",), "start_ms", "seq", _PAST, by_camera=True
    ),
    Kind.GAPS: Shelf(
        "coverage_gaps",
        "gap",
        ("camera_id", "start_ms"),
        "start_ms",
        "camera_id",
        _PAST,
        by_camera=True,
    ),
    Kind.MISSED: Shelf(
        "recording_gaps",
        "recording_gap",
        ("camera_id", "start_ms"),
        "start_ms",
        "camera_id",
        _PAST,
        by_camera=True,
    ),
    Kind.COUNTS: Shelf(
        "line_counts",
        "line_count",
        ("id",),
        "hour_ms",
        "id",
        f"t.hour_ms < :events_ms - {_HOUR_MS}",
        by_camera=True,
    ),
}

#: People, and when each was last seen as far as anything tells.
PEOPLE = """
    SELECT p.id, p.state, p.at FROM (
        SELECT id, state, max(coalesce(last_seen_ms, first_seen_ms, newest),
                              coalesce(newest, last_seen_ms, first_seen_ms)) AS at
        FROM (SELECT *, (SELECT max(start_ms) FROM person_events AS e
                         WHERE e.person_id = persons.id) AS newest FROM persons)
    ) AS p
"""

#: People of whose last sighting only an event tells that goes.
LAST_SIGHTINGS = """
    SELECT id, newest FROM (
        SELECT id, last_seen_ms, (SELECT max(start_ms) FROM person_events AS e
                                  WHERE e.person_id = persons.id) AS newest FROM persons
    ) WHERE newest < :events_ms AND newest > coalesce(last_seen_ms, newest - 1)
"""


def expired_person(there_are: bool) -> str:
    """Whether an event that stays names a person."""
    stays = _stays("e", there_are)
    return f"SELECT 1 FROM person_events AS e WHERE e.person_id = :person AND {stays} LIMIT 1"
