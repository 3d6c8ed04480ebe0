"""The shape of the memory. Rows of these tables never leave storage."""

from omnisight_desktop.storage.tables.base import metadata
from omnisight_desktop.storage.tables.care import audit_log, bookmarks, ledger, notifications
from omnisight_desktop.storage.tables.events import (
    coverage_gaps,
    event_clips,
    event_counts,
    person_events,
    track_pictures,
    tracks,
    transcripts,
)
from omnisight_desktop.storage.tables.people import (
    faces,
    gesture_templates,
    person_changes,
    persons,
    sightings,
)
from omnisight_desktop.storage.tables.places import cameras, mistakes, rules, zones
from omnisight_desktop.storage.tables.segments import recording_gaps, segments
from omnisight_desktop.storage.tables.talk import conversations, messages

__all__ = [
    "audit_log",
    "bookmarks",
    "cameras",
    "conversations",
    "coverage_gaps",
    "event_clips",
    "event_counts",
    "faces",
    "gesture_templates",
    "ledger",
    "messages",
    "metadata",
    "mistakes",
    "notifications",
    "person_changes",
    "person_events",
    "persons",
    "recording_gaps",
    "rules",
    "segments",
    "sightings",
    "track_pictures",
    "tracks",
    "transcripts",
    "zones",
]
