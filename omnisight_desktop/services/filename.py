"""Names for files that leave the house: telling, safe on every system, in whatever script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import UsageError

#: What no file name holds on any system, and what is awkward in one.
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
#: Turns the direction of writing, so that a name looks as if it ended otherwise than it does.
_TURNING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
#: Windows takes these for devices, whatever stands behind the first dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
#: Bytes, for that is what disks count; room is left for a number and the ending.
_LONGEST = 180
#: So that a long name of a camera does not take the place of the time.
_LONGEST_FIELD = 80

_FIELDS = ("camera", "start", "end", "date", "time", "type", "label", "id")


@dataclass(frozen=True, slots=True)
class Template:
    """How files are called, with names in braces for what differs, such as ``{camera} {start}``."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Template:
        """The template that a person wrote; a UsageError where it asks for what is not known."""
        try:
            parts = list(Formatter().parse(text))
        except ValueError as error:
            raise _refused(text, str(error)) from error
        for _, field, form, turned in parts:
            if field is None:
                continue
            if field not in _FIELDS:
                raise _refused(text, f"'{{{field}}}' is not known")
            if form or turned:
                raise _refused(text, f"'{{{field}}}' stands alone in its braces")
        if not any(field for _, field, _, _ in parts):
            raise _refused(text, "every file would have the same name")
        return cls(text)

    def filled(self, told: Mapping[str, str], otherwise: str) -> str:
        """The name, without an ending; ``otherwise`` where nothing of it can be in a name."""
        pieces = []
        for word, field, _, _ in Formatter().parse(self.text):
            pieces += [word, _cut(told.get(field or "", ""), _LONGEST_FIELD)]
        return fit("".join(pieces), otherwise)


#: How the clips in a folder of evidence are called if nobody says otherwise.
USUAL = Template("{camera} {start} {type}")


def told_of(clip: Clip, camera: str, kind: str = "", label: str = "") -> dict[str, str]:
    """What a template may say of a clip, with its times as the clocks of this computer show them."""
    start, end = clip.start.astimezone(), clip.end.astimezone()
    return {
        "camera": camera,
        "start": f"{start:%Y-%m-%d %H-%M-%S}",
        "end": f"{end:%Y-%m-%d %H-%M-%S}",
        "date": f"{start:%Y-%m-%d}",
        "time": f"{start:%H-%M-%S}",
        "type": kind,
        "label": label,
        "id": clip.id,
    }


def fit(text: str, otherwise: str) -> str:
    """The text as a name that every system takes, or the other where nothing of it is left."""
    return _cleaned(text) or _cleaned(otherwise) or "clip"


def untaken(name: str, suffix: str, taken: set[str]) -> str:
    """The name with its ending, numbered where it is taken; from now on it is.

    Upper and lower case are the same name on many disks.
    """
    number, free = 1, f"{name}{suffix}"
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}{suffix}"
    taken.add(free.casefold())
    return free


def _cleaned(text: str) -> str:
    whole = text.encode("utf-8", "ignore").decode("utf-8")  # half a character is none
    plain = _UNFIT.sub("-", _TURNING.sub("", unicodedata.normalize("NFC", whole)))
    plain = " ".join(plain.split()).strip(" .-")
    plain = _cut(plain, _LONGEST).strip(" .-")
    return f"_{plain}" if _DEVICES.fullmatch(plain) else plain


def _cut(text: str, most_bytes: int) -> str:
    return text.encode("utf-8", "ignore")[:most_bytes].decode("utf-8", "ignore")


def _refused(text: str, reason: str) -> UsageError:
    known = ", ".join(f"{{{field}}}" for field in _FIELDS)
    return UsageError(f"'{text}' does not name files: {reason}.", fix=f"It may hold {known}.")
