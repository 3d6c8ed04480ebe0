"""What is said about a story: a title, a few words, a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.redaction import redact

_LONGEST_NAME = 60
_LONGEST_TEXT = 300


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be told, ready to go; plain text."""

    title: str
    body: str
    picture: Path | None = None

    def size_bytes(self) -> int:
        """How many bytes of it leave the house, as far as they are ours."""
        size = len(self.title.encode()) + len(self.body.encode())
        try:
            return size + (self.picture.stat().st_size if self.picture else 0)
        except OSError:  # it was removed meanwhile
            return size


@dataclass(frozen=True, slots=True)
class Occasion:
    """What there is to be told: the event, and what is known around it."""

    event: Event
    camera: str  # as it is called
    person: str | None = None  # as they are called
    seen: int = 1  # how many people or things the story is about so far
    held: int = 0  # how many stories were not told since the message before
    picture: Path | None = None


_SOUNDS = {
    "glass": "Breaking glass",
    "scream": "A scream",
    "bark": "Barking",
    "alarm": "An alarm",
}


def compose(occasion: Occasion, zone: tzinfo) -> Message:
    """The message for an occasion, with times as people here read them."""
    event = occasion.event
    place, what = _short(occasion.camera), _what(occasion)
    titles: dict[str, str] = {
        EventType.APPEARED: f"{what} at {place}",
        EventType.LEFT: f"{what} left {place}",
        EventType.STATIONARY: f"{what} stays at {place}",
        EventType.LOUD: f"Loud sound at {place}",
        EventType.CAMERA_DOWN: f"Camera {place} is down",
        EventType.CAMERA_UP: f"Camera {place} is back",
        EventType.RULE: f"{_short(event.text or 'A rule')} at {place}",
        EventType.RECORDED: f"Recorded by hand at {place}",
        EventType.SPOKEN: f"Speech at {place}",
        EventType.SOUND: f"{_SOUNDS.get(event.label or '', 'A sound')} at {place}",
        EventType.GESTURE: f"Gesture {_short(event.label or '')} at {place}".replace("  ", " "),
    }
    title = titles.get(event.type, f"{_short(event.type).capitalize()} at {place}")
    lines = [_when(event.start, zone)]
    if event.zone:
        lines.append(f"Zone: {_short(event.zone)}")
    if event.text:
        lines.append(_one_line(event.text, _LONGEST_TEXT))
    if occasion.held:
        stories = "story was" if occasion.held == 1 else "stories were"
        lines.append(f"{occasion.held} {stories} not told since the message before.")
    return Message(title, "\n".join(lines), occasion.picture)


def trial(channel: str, now: datetime, zone: tzinfo) -> Message:
    """The message by which somebody finds out whether a channel works."""
    return Message("OmniSight", f"This is a trial of '{channel}', {_when(now, zone)}.")


def _what(occasion: Occasion) -> str:
    label = _short(occasion.event.label or "")
    if occasion.person:
        return _short(occasion.person)
    if occasion.seen > 1:
        return f"{occasion.seen} × {label}" if label else f"{occasion.seen} things"
    return label.capitalize() or "Something"


def _when(moment: datetime, zone: tzinfo) -> str:
    return f"{moment.astimezone(zone):%H:%M:%S, %Y-%m-%d}"


def _short(name: str) -> str:
    return _one_line(name, _LONGEST_NAME)


def _one_line(text: str, longest: int) -> str:
    """Text that others wrote: on one line, without what steers a screen, and not for ever."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in redact(text)).split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"
