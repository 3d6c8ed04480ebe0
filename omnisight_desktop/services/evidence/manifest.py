"""What lies in a folder of evidence, to the byte: written so that it can only be written one way."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from omnisight_desktop.core.errors import UsageError

MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
KEY = "public-key.pem"
EVENTS = "events.json"
GUIDE = "how-to-check.txt"
#: What the manifest cannot speak of: itself, and what is made from it.
UNLISTED = (MANIFEST, SIGNATURE)

LONGEST_BYTES = 16 << 20
MOST_CLIPS = 10_000
#: Nothing was ever sealed under longer names.
LONGEST_NAME = 1024

_FORMAT = "omnisight-evidence"
_VERSION = 1
_SUM = re.compile(r"[0-9a-f]{64}")
_TEXTS = ("id", "camera", "start", "end", "file", "recorded_sha256")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the folder, as it was when it was sealed."""

    path: str  # with slashes, from the folder on
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SealedClip:
    """A clip that was handed out; times are written as in JSON."""

    id: str
    camera: str
    start: str
    end: str
    file: str
    recorded_sha256: str
    intact: bool | None  # None: nobody knows what was recorded
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """Who sealed what, when and with what."""

    exported_at: str
    exported_by: str
    program: str
    key_sha256: str
    key_words: str
    clips: tuple[SealedClip, ...]
    files: tuple[Entry, ...]

    def to_bytes(self) -> bytes:
        """The one way to write it."""
        return canonical(
            {
                "format": _FORMAT,
                "version": _VERSION,
                "program": {"name": "OmniSight Desktop", "version": self.program},
                "exported": {"at": self.exported_at, "by": self.exported_by},
                "key": {
                    "algorithm": "Ed25519",
                    "sha256": self.key_sha256,
                    "words": self.key_words,
                },
                "cameras": sorted({clip.camera for clip in self.clips}),
                "range": {
                    "start": min((clip.start for clip in self.clips), default=None),
                    "end": max((clip.end for clip in self.clips), default=None),
                },
                "clips": [_clip_told(c) for c in sorted(self.clips, key=lambda c: (c.start, c.id))],
                "files": [
                    {"path": one.path, "bytes": one.size_bytes, "sha256": one.sha256}
                    for one in sorted(self.files, key=lambda one: one.path)
                ],
            }
        )


def canonical(value: Any) -> bytes:
    """JSON with its names sorted, nothing between them, in UTF-8."""
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8")


def read_manifest(data: bytes) -> Manifest:
    """The manifest that those bytes are; a UsageError says why where they are none.

    They come from anybody: nothing in them is believed that was not looked at.
    """
    try:
        told = json.loads(data.decode("utf-8"))
        same = canonical(told) == data
    except (ValueError, RecursionError) as error:
        raise UsageError("It is no JSON.") from error
    if not isinstance(told, dict) or told.get("format") != _FORMAT:
        raise UsageError("It is not the manifest of sealed evidence.")
    if told.get("version") != _VERSION:
        raise UsageError("It was written by a newer version of the program.")
    if not same:
        raise UsageError("It is not written as the program writes it.")
    try:
        manifest = _read(told)
    except (LookupError, TypeError, AttributeError) as error:
        raise UsageError("Something is missing in it, or stands in the wrong place.") from error
    if manifest.to_bytes() != data:
        raise UsageError("What it sums up is not what it lists.")
    return manifest


def safe_path(path: str) -> bool:
    """Whether a name stays in its folder on every system."""
    parts = path.split("/")
    return (
        0 < len(path) <= LONGEST_NAME
        and all(part not in ("", ".", "..") for part in parts)
        and not any(sign in path for sign in "\\:\0")
    )


def _clip_told(clip: SealedClip) -> dict[str, Any]:
    return {
        "id": clip.id,
        "camera": clip.camera,
        "start": clip.start,
        "end": clip.end,
        "file": clip.file,
        "recorded_sha256": clip.recorded_sha256,
        "intact": clip.intact,
        "events": list(clip.events),
    }


def _read(told: Mapping[str, Any]) -> Manifest:
    files = tuple(_entry(one) for one in told["files"])
    paths = {one.path for one in files}
    clips = tuple(_clip(one) for one in told["clips"])
    if len(paths) != len(files) or not {clip.file for clip in clips} <= paths:
        raise LookupError("a file that is listed twice, or not at all")
    return Manifest(
        exported_at=_text(told["exported"]["at"]),
        exported_by=_text(told["exported"]["by"]),
        program=_text(told["program"]["version"]),
        key_sha256=_text(told["key"]["sha256"]),
        key_words=_text(told["key"]["words"]),
        clips=clips,
        files=files,
    )


def _entry(told: Mapping[str, Any]) -> Entry:
    path, size, digest = _text(told["path"]), told["bytes"], _text(told["sha256"])
    if not safe_path(path) or path in UNLISTED or _SUM.fullmatch(digest) is None:
        raise TypeError("no file")
    if type(size) is not int or size < 0:
        raise TypeError("no size")
    return Entry(path, size, digest)


def _clip(told: Mapping[str, Any]) -> SealedClip:
    texts = {name: _text(told[name]) for name in _TEXTS}
    intact = told["intact"]
    if intact is not None and type(intact) is not bool:
        raise TypeError("neither yes nor no")
    return SealedClip(**texts, intact=intact, events=tuple(map(_text, told["events"])))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value
