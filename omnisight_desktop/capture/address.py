"""Addresses of sources: what kind they are, and how they may be shown and stored."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, unquote

DEMO = "demo:"
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<rest>.*)", re.DOTALL)
_DEVICE = re.compile(r"(?P<kind>webcam|microphone|replay):(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_HOST = re.compile(r"(?:[\w.-]+|\[[0-9A-Fa-f:.%\w]+\])(?::\d{0,5})?")
_FPS = re.compile(r"\?fps=(?P<fps>\d{1,3}(?:\.\d{1,6})?)$", re.IGNORECASE)


class Kind(StrEnum):
    """What stands behind an address."""

    DEMO = "demo"
    WEBCAM = "webcam"  # webcam:0 or webcam:Name
    MICROPHONE = "microphone"  # microphone: or microphone:Name
    REPLAY = "replay"  # replay:PATH, a recording that comes again and again like a camera
    AXIS = "axis"  # axis://host, a device of which no more needs to be known
    STREAM = "stream"  # anything else of the network
    FILE = "file"  # a recording, or a folder of pictures as FOLDER?fps=10


def kind_of(address: str) -> Kind:
    """What kind of source an address names."""
    if address.strip().lower() in ("demo", DEMO):
        return Kind.DEMO
    device = _DEVICE.fullmatch(address)
    if device is not None:
        return Kind(device["kind"].lower())
    match = _SCHEME.fullmatch(address)
    if match is None or match["scheme"].lower() == "file":
        return Kind.FILE
    return Kind.AXIS if match["scheme"].lower() == "axis" else Kind.STREAM


def is_demo(address: str) -> bool:
    """Whether it is the demo camera."""
    return kind_of(address) is Kind.DEMO


def is_stream(address: str) -> bool:
    """Whether it is a device or something of the network, which has no end of its own."""
    return kind_of(address) not in (Kind.DEMO, Kind.FILE)


def file_of(address: str) -> Path:
    """The file or folder that an address names."""
    device = _DEVICE.fullmatch(address)
    match = _SCHEME.fullmatch(device["rest"] if device else address)
    rest = unquote(match["rest"]) if match else (device["rest"] if device else address)
    path = Path(_FPS.sub("", rest))
    try:
        return path.expanduser()
    except RuntimeError:  # '~nobody' names no home
        return path


def fps_of(address: str) -> float | None:
    """How many pictures of a folder make a second, where the address tells."""
    match = _FPS.search(address)
    return float(match["fps"]) or None if match else None


def device_of(address: str) -> str:
    """Which webcam or microphone an address names: a number, a name, or nothing for the usual one."""
    device = _DEVICE.fullmatch(address)
    return device["rest"].strip() if device else ""


def shown(address: str) -> str:
    """An address as it may be shown and stored: nothing in it that opens a door.

    What stands before the last @ logs in, and so may what stands behind a question mark.
    """
    kind = kind_of(address)
    if kind is Kind.DEMO:
        return DEMO
    if kind in (Kind.WEBCAM, Kind.MICROPHONE):
        return f"{kind}:{device_of(address)}"
    if kind is Kind.REPLAY:
        return f"{kind}:{file_of(address)}"
    match = _SCHEME.fullmatch(address)
    if match is None or kind is Kind.FILE:
        return str(file_of(address))
    place = match["rest"]
    if set(_authority(place)) & set(":@"):  # somebody may log in, with any sign in the password
        place = place.rpartition("@")[2]
    place = re.split(r"[?#]", place, maxsplit=1)[0].rpartition("@")[2]
    return f"{match['scheme'].lower()}://{place}"


def kept(address: str) -> str:
    """An address as it is stored: as it may be shown, and found again from any folder."""
    kind = kind_of(address)
    if kind not in (Kind.FILE, Kind.REPLAY):
        return shown(address)
    fps = _FPS.search(address)
    path = f"{file_of(address).resolve()}{fps[0] if fps else ''}"
    return f"{kind}:{path}" if kind is Kind.REPLAY else path


def name_of(address: str) -> str:
    """What to call a camera of which no more is known."""
    kind = kind_of(address)
    if kind is Kind.DEMO:
        return "Demo"
    if kind in (Kind.WEBCAM, Kind.MICROPHONE):
        device = device_of(address)
        return device if device and not device.isdecimal() else f"{kind} {device}".strip().title()
    if kind in (Kind.FILE, Kind.REPLAY):
        return file_of(address).stem or "recording"
    return shown(address).partition("://")[2].rstrip("/") or "camera"


def login_of(address: str) -> tuple[str, str] | None:
    """The name and the password inside an address, decoded."""
    match = _SCHEME.fullmatch(address)
    login = _login(match["rest"])[0] if match else None
    if login is None:
        return None
    name, _, password = login.partition(":")
    return unquote(name), unquote(password)


def plain(address: str) -> str:
    """The address without name and password, to be called with."""
    match = _SCHEME.fullmatch(address)
    return f"{match['scheme']}://{_login(match['rest'])[1]}" if match else address


def with_login(address: str, name: str, password: str) -> str:
    """The address with a name and a password in it, written so that they may hold any sign."""
    scheme, _, place = plain(address).partition("://")
    return f"{scheme}://{quote(name, safe='')}:{quote(password, safe='')}@{place}"


def callable_of(address: str) -> str:
    """The address written so that a vendor reads name and password as the person meant them."""
    login = login_of(address)
    return address if login is None else with_login(address, *login)


def _authority(rest: str) -> str:
    return re.split(r"[/?#]", rest, maxsplit=1)[0]


def _login(rest: str) -> tuple[str | None, str]:
    """What logs in, and what stands behind it; a password may hold any sign that nobody encoded."""
    authority = _authority(rest)
    login, at, host = authority.rpartition("@")
    if at and _HOST.fullmatch(host):
        return login, rest[len(login) + 1 :]
    if "@" in rest and (at or not _HOST.fullmatch(host)):
        login, _, place = rest.rpartition("@")
        return login, place
    return None, rest
