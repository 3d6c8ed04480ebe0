"""An event as JSON: the shape that imports, exports and programs rely on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.event import Event

_LONGEST_LINE = 256 * 1024
_LARGEST = 1e12
_WORDS = ("label", "person", "zone", "text", "track", "clip", "story")


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id, for speaking; what has no name is called by its id."""

    cameras: Mapping[str, str]
    people: Mapping[str, str]


def to_json(event: Event, names: Names) -> dict[str, Any]:
    """The event with its camera and person by name."""
    return {
        "id": event.id,
        "camera": names.cameras.get(event.camera, event.camera),
        "type": event.type,
        "label": event.label,
        "person": names.people.get(event.person, event.person) if event.person else None,
        "start": written(event.start),
        "end": written(event.end) if event.end else None,
        "zone": event.zone,
        "text": event.text,
        "track": event.track,
        "clip": event.clip,
        "score": event.score,
        "story": event.story,
    }


def parse_line(line: str) -> dict[str, Any]:
    """One line of JSON as an object; anything else is refused in words."""
    if len(line) > _LONGEST_LINE:
        raise UsageError(f"the line is longer than {_LONGEST_LINE // 1024} kB")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"it is no JSON: {error}") from error
    if not isinstance(record, dict):
        raise UsageError("it is no JSON object")
    return record


def to_event(
    record: Mapping[str, Any],
    new_id: Callable[[datetime], str],
    camera_id: Callable[[str], str],
    person_id: Callable[[str], str],
) -> Event:
    """The event that a record describes; unknown fields are passed over."""
    start = _time(record, "start")
    end = _time(record, "end") if record.get("end") is not None else None
    if start is None:
        raise UsageError("'start' is missing")
    if end is not None and end < start:
        raise UsageError("'end' lies before 'start'")
    words = {name: _word(record, name) for name in _WORDS}
    person = words.pop("person")
    given = record.get("id")
    if given is not None and (isinstance(given, bool) or not isinstance(given, (str, int))):
        raise UsageError("'id' must be a text or a whole number")
    return Event(
        id=_clean(str(given), "id") if given not in (None, "") else new_id(start),
        camera=camera_id(_needed(record, "camera")),
        type=_needed(record, "type"),
        start=start,
        end=end,
        person=person_id(person) if person else None,
        score=_number(record, "score"),
        **words,
    )


def written(moment: datetime) -> str:
    """A moment as it stands in JSON."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _time(record: Mapping[str, Any], name: str) -> datetime | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UsageError(f"'{name}' must be a time written as text")
    return parse_time(value)


def _needed(record: Mapping[str, Any], name: str) -> str:
    value = _word(record, name)
    if not value or not value.strip():
        raise UsageError(f"'{name}' is missing")
    return value.strip()


def _word(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UsageError(f"'{name}' must be a text")
    return _clean(value, name)


def _clean(value: str, name: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UsageError(f"'{name}' holds characters that cannot be stored") from error
    if "\x00" in value:
        raise UsageError(f"'{name}' holds a NUL character")
    return value


def _number(record: Mapping[str, Any], name: str) -> float | None:
    value = record.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < _LARGEST:
        raise UsageError(f"'{name}' must be a number")
    return float(value)
