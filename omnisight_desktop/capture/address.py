"""Addresses of sources: what kind they are, and how they may be shown and stored."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

DEMO = "demo:"
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<rest>.*)", re.DOTALL)


def is_demo(address: str) -> bool:
    """Whether it is the demo camera."""
    return address.strip().lower() in ("demo", DEMO)


def is_stream(address: str) -> bool:
    """Whether it is something of the network, which has no end of its own."""
    match = _SCHEME.fullmatch(address)
    return match is not None and match["scheme"].lower() != "file"


def file_of(address: str) -> Path:
    """The file that an address names."""
    match = _SCHEME.fullmatch(address)
    path = Path(unquote(match["rest"])) if match else Path(address)
    try:
        return path.expanduser()
    except RuntimeError:  # '~nobody' names no home
        return path


def shown(address: str) -> str:
    """An address as it may be shown and stored: nothing in it that opens a door.

    What stands before the last @ logs in, and so may what stands behind a question mark.
    """
    if is_demo(address):
        return DEMO
    match = _SCHEME.fullmatch(address)
    if match is None or not is_stream(address):
        return str(file_of(address))
    place = re.split(r"[?#]", match["rest"], maxsplit=1)[0].rpartition("@")[2]
    return f"{match['scheme'].lower()}://{place}"


def name_of(address: str) -> str:
    """What to call a camera of which no more is known."""
    if is_demo(address):
        return "Demo"
    if is_stream(address):
        return shown(address).partition("://")[2].rstrip("/") or "camera"
    return file_of(address).stem or "recording"
