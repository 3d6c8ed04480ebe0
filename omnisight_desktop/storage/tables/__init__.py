"""The shape of the memory. Rows of these tables never leave storage."""

from omnisight_desktop.storage.tables.base import metadata
from omnisight_desktop.storage.tables.care import audit_log, bookmarks, ledger, notifications
from omnisight_desktop.storage.tables.events import (
    coverage_gaps,
    event_clips,
    event_counts,
    line_counts,
    person_events,
    track_pictures,
    tracks,
    transcripts,
)
from omnisight_desktop.storage.tables.heard import heard_names
from omnisight_desktop.storage.tables.people import (
    event_poses,
    faces,
    gesture_templates,
    person_changes,
    persons,
    set_aside,
    sightings,
)
from omnisight_desktop.storage.tables.places import cameras, mistakes, rules, zones
from omnisight_desktop.storage.tables.review import event_days, footage_hours, reviews
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
    "event_days",
    "faces",
    "footage_hours",
    "event_poses",
    "gesture_templates",
    "heard_names",
    "ledger",
    "line_counts",
    "messages",
    "metadata",
    "mistakes",
    "notifications",
    "person_changes",
    "person_events",
    "persons",
    "recording_gaps",
    "reviews",
    "rules",
    "segments",
    "set_aside",
    "sightings",
    "track_pictures",
    "tracks",
    "transcripts",
    "zones",
]
