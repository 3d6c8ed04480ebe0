"""All settings as one immutable value, and the names that the original design gave them."""

from __future__ import annotations

from collections.abc import Mapping

from omnisight_desktop.config import sections
from omnisight_desktop.config.recording import Footage
from omnisight_desktop.config.sections import Section
from omnisight_desktop.config.telling import Notify

#: The version of the file format; ``upgrade`` knows the way from every earlier one.
VERSION = 2

#: The names of the original design, and what they are called now.
ORIGINAL_NAMES: Mapping[str, str] = {
    "LLM_MODEL": "chat.model",
    "FACE_SIMILARITY_THRESHOLD": "people.face_similarity",
    "GESTURE_CONFIDENCE_THRESHOLD": "gestures.confidence",
    "CLIP_RETENTION_DAYS": "retention.clip_days",
    "PERSON_RETENTION_DAYS": "retention.person_days",
    "EVENT_RETENTION_DAYS": "retention.event_days",
    "ARCHIVED_PERSON_RETENTION_DAYS": "retention.archived_person_days",
}

#: Its value is a secret: settings hold only where it is.
ORIGINAL_KEY = "ANTHROPIC_API_KEY"


class Settings(Section):
    """Everything a user can set. Cameras are not here: they live in the database."""

    capture: sections.Capture = sections.Capture()
    detection: sections.Detection = sections.Detection()
    tracking: sections.Tracking = sections.Tracking()
    people: sections.People = sections.People()
    gestures: sections.Gestures = sections.Gestures()
    hearing: sections.Hearing = sections.Hearing()
    clips: sections.Clips = sections.Clips()
    footage: Footage = Footage()
    retention: sections.Retention = sections.Retention()
    chat: sections.Chat = sections.Chat()
    notify: Notify = Notify()
    server: sections.Server = sections.Server()
    privacy: sections.Privacy = sections.Privacy()
    models: sections.Models = sections.Models()
    interface: sections.Interface = sections.Interface()
