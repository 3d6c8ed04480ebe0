"""All settings as one immutable value, and the names that the original design gave them."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

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

    capture: sections.Capture = Field(sections.Capture(), title="Cameras")
    detection: sections.Detection = Field(sections.Detection(), title="Detection")
    tracking: sections.Tracking = Field(sections.Tracking(), title="Tracking")
    people: sections.People = Field(sections.People(), title="People")
    gestures: sections.Gestures = Field(sections.Gestures(), title="Gestures")
    hearing: sections.Hearing = Field(sections.Hearing(), title="Hearing")
    clips: sections.Clips = Field(sections.Clips(), title="Clips")
    footage: Footage = Field(Footage(), title="Continuous footage")
    retention: sections.Retention = Field(sections.Retention(), title="Storage")
    chat: sections.Chat = Field(sections.Chat(), title="Chat")
    notify: Notify = Field(Notify(), title="Notifications")
    server: sections.Server = Field(sections.Server(), title="Local server")
    privacy: sections.Privacy = Field(sections.Privacy(), title="Privacy")
    models: sections.Models = Field(sections.Models(), title="Models")
    interface: sections.Interface = Field(sections.Interface(), title="Window")
