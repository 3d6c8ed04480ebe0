"""All settings as one immutable value, and each of them as a key with a name and a meaning."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from omnisight_desktop.config import sections
from omnisight_desktop.config.sections import Section

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
    retention: sections.Retention = sections.Retention()
    chat: sections.Chat = sections.Chat()
    server: sections.Server = sections.Server()
    privacy: sections.Privacy = sections.Privacy()
    models: sections.Models = sections.Models()
    interface: sections.Interface = sections.Interface()


class Kind(StrEnum):
    """What sort of value a setting has."""

    SWITCH = "switch"
    WHOLE = "whole number"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    LIST = "list"
    FOLDER = "folder"
    SECRET = "secret"  # where a secret lies


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: ``section.field``, what it means, and what it may be."""

    name: str
    title: str
    description: str
    kind: Kind
    default: Any
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def section(self) -> str:
        """The part before the dot."""
        return self.name.partition(".")[0]

    @property
    def field(self) -> str:
        """The part behind the dot."""
        return self.name.partition(".")[2]

    @property
    def allowed(self) -> str:
        """What it may be, in words."""
        if self.kind is Kind.CHOICE:
            return f"one of {', '.join(self.choices)}"
        if self.kind in (Kind.WHOLE, Kind.NUMBER):
            return f"a {self.kind.value} from {self.least:g} to {self.most:g}"
        return _ALLOWED[self.kind]

    def of(self, settings: Settings) -> Any:
        """Its value in these settings."""
        return getattr(getattr(settings, self.section), self.field)


_ALLOWED = {
    Kind.SWITCH: "true or false",
    Kind.TEXT: "a short text without blanks at its ends",
    Kind.LIST: "a list of words, at least one",
    Kind.FOLDER: "the path of a folder",
    Kind.SECRET: "a place: keyring:NAME, file:NAME or env:NAME",
}


@cache
def keys() -> Mapping[str, Key]:
    """Every setting by name, in the order of the sections."""
    found = {}
    for section, holder in Settings():
        for name, info in type(holder).model_fields.items():
            key = _key(f"{section}.{name}", info)
            found[key.name] = key
    return types.MappingProxyType(found)


def nearest(name: str, among: Iterable[str]) -> str:
    """The name that somebody probably meant."""
    wanted = name[:100].lower()
    known = {one.lower(): one for one in among}
    original = ORIGINAL_NAMES.get(wanted.upper(), "")
    if original in known:
        return known[original]
    hits = difflib.get_close_matches(wanted, known, n=1, cutoff=0.0)
    tails = {one.rpartition(".")[2]: one for one in known}
    if wanted in tails:  # 'score' says enough
        return known[tails[wanted]]
    return known[hits[0]] if hits else next(iter(known.values()))


def _key(name: str, info: FieldInfo) -> Key:
    bounds = {type(limit).__name__: limit for limit in info.metadata}
    least, most = bounds.get("Ge"), bounds.get("Le")
    return Key(
        name=name,
        title=info.title or name,
        description=info.description or "",
        kind=Kind.SECRET if name == "chat.key" else _kind(info.annotation),
        default=info.default,
        choices=get_args(info.annotation) if get_origin(info.annotation) is Literal else (),
        least=None if least is None else least.ge,
        most=None if most is None else most.le,
    )


def _kind(annotation: Any) -> Kind:
    origin = get_origin(annotation)
    if origin is Literal:
        return Kind.CHOICE
    if origin is tuple:
        return Kind.LIST
    if origin in (Union, types.UnionType) and Path in get_args(annotation):
        return Kind.FOLDER
    return {bool: Kind.SWITCH, int: Kind.WHOLE, float: Kind.NUMBER, str: Kind.TEXT}[annotation]
