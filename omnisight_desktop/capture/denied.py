"""A webcam or microphone that cannot be had: denied, busy or absent, each with the exact way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from omnisight_desktop.core.errors import SourceRefused, SourceUnreachable


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of device: what it is called, and who may use it on each system."""

    name: str
    linux_group: str
    mac_pane: str
    windows_pane: str


CAMERA = Thing(
    "camera",
    "video",
    "System Settings > Privacy & Security > Camera",
    "Settings > Privacy & security > Camera > Let desktop apps access your camera",
)
MICROPHONE = Thing(
    "microphone",
    "audio",
    "System Settings > Privacy & Security > Microphone",
    "Settings > Privacy & security > Microphone > Let desktop apps access your microphone",
)


def denied(thing: Thing, called: str, platform: str) -> SourceRefused:
    """The system does not let this program use it."""
    if platform == "darwin":
        return SourceRefused(
            f"macOS does not let OmniSight use the {thing.name} {called}.",
            fix=f"Switch OmniSight (or the terminal) on in {thing.mac_pane}, and start it again.",
        )
    if platform == "win32":
        return SourceRefused(
            f"Windows does not let OmniSight use the {thing.name} {called}.",
            fix=f"Switch on {thing.windows_pane}.",
        )
    return SourceRefused(
        f"This user may not use the {thing.name} {called}.",
        fix=f"Run 'sudo usermod -aG {thing.linux_group} $USER', then log out and in again.",
    )


def busy(thing: Thing, called: str, by: str = "") -> SourceUnreachable:
    """Another program has it."""
    who = f"'{by}'" if by else "another program"
    return SourceUnreachable(
        f"The {thing.name} {called} is in use by {who}.",
        fix="Close that program; it is tried again by itself.",
    )


def absent(thing: Thing, called: str, there: Sequence[str]) -> SourceUnreachable:
    """It is not plugged in, or is called otherwise."""
    known = f"Those that are: {', '.join(there)}." if there else f"No {thing.name} is."
    return SourceUnreachable(
        f"There is no {thing.name} {called} on this computer. {known}",
        fix="Plug it in, or give the number or name of one that is there.",
    )


def gone(thing: Thing, called: str) -> SourceUnreachable:
    """It was there a moment ago."""
    return SourceUnreachable(
        f"The {thing.name} {called} gives nothing any more.",
        fix="Check its cable; it is tried again by itself.",
    )


def mute(thing: Thing, called: str, platform: str) -> SourceUnreachable:
    """It is there and opens, and nothing comes; some systems say no in this way."""
    pane = {"darwin": thing.mac_pane, "win32": thing.windows_pane}.get(platform)
    allowed = f", and whether {pane} allows it" if pane else ""
    return SourceUnreachable(
        f"The {thing.name} {called} is there but gives nothing.",
        fix=f"Check whether another program uses it{allowed}; unplug it and plug it in again.",
    )
