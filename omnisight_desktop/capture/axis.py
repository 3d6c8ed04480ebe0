"""Axis devices by nothing but their address: they are asked what they are and what they can send."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias
from urllib.parse import parse_qsl, urlsplit

from camera_bridge.device import Device, DeviceInfo, Streams
from camera_bridge.errors import (
    AbsentError,
    BridgeError,
    DeviceFaultError,
    ForbiddenError,
    LoginRefusedError,
    LoginWantedError,
    NotAxisError,
)
from camera_bridge.place import Login, Place
from camera_bridge.streams import mjpeg_address, rtsp_address
from camera_bridge.web import Patience
from omnisight_desktop.capture import faults
from omnisight_desktop.capture.address import login_of, plain, shown, with_login
from omnisight_desktop.core.errors import (
    SourceBroken,
    SourceError,
    SourceRefused,
    SourceUnreachable,
)
from omnisight_desktop.core.ports.capture import USUAL, Source, Wants

log = logging.getLogger(__name__)

#: What people write, and what the device calls it.
_SPELLINGS = {"codec": "videocodec", "profile": "streamprofile"}
_RTSP_PORT = "rtspport"  # our own word: a user who may only look is not told it by the device
_CODECS = ("h264", "h265", "av1")


#: Opens the stream that a device names.
Opener: TypeAlias = Callable[[str, Wants], Source]


def open_axis(
    address: str, through: Opener, wants: Wants = USUAL, patience: Patience | None = None
) -> Source:
    """Open ``axis://[NAME:PASSWORD@]HOST[:PORT][/?resolution=1280x720&fps=15]``.

    What stands behind the question mark is handed to the device, but for ``rtspport``. Video comes by RTSP, sound with it;
    where the device has RTSP switched off, its pictures come as JPEGs, without sound.
    """
    place, login = place_of(address)
    try:
        with Device(place, login, patience) as device:
            info, streams = _ask(device, login)
            place = device.place
    except BridgeError as error:
        raise in_words(error, place, address) from None
    wishes = asked(address)
    port = wishes.pop(_RTSP_PORT, "")
    if port.isdecimal():
        streams = replace(streams, rtsp=True, rtsp_port=int(port))
    wanted = wishes if "streamprofile" in wishes else {**_usual(streams, wants), **wishes}
    closed = _no_rtsp(streams, wanted)
    if closed is None:
        try:
            return through(_with(login, rtsp_address(place, wanted, streams.rtsp_port)), wants)
        except SourceUnreachable as error:
            closed = error
        _insist_started(place, patience, address)
    if not wants.pictures:
        raise closed
    log.warning("%s sends JPEGs only, and no sound: %s", info.name, closed.reason)
    return through(_with(login, mjpeg_address(place, wanted)), wants)


def place_of(address: str) -> tuple[Place, Login | None]:
    """Where the device is that an address names, and who calls it."""
    login = login_of(address)
    try:
        place, _ = Place.parse(plain(address))
    except BridgeError:
        raise SourceUnreachable(
            f"'{shown(address)}' is no address that can be called.", fix="Write it as axis://HOST."
        ) from None
    return place, Login(*login) if login else None


def _ask(device: Device, login: Login | None) -> tuple[DeviceInfo, Streams]:
    info = device.info()
    if login is not None:
        device.rights()  # a wrong password shows itself here, and is not tried at the stream again
    return info, device.streams()


def asked(address: str) -> dict[str, str]:
    """What the address itself asks of the device."""
    query = urlsplit(plain(address)).query
    return {_SPELLINGS.get(name.lower(), name): value for name, value in parse_qsl(query)}


def _usual(streams: Streams, wants: Wants) -> dict[str, str]:
    """What is asked of a device whose address asks for nothing.

    As little as possible: a device serves those who ask for the same from one encoder.
    """
    wanted: dict[str, str] = {}
    codec = next((c for c in _CODECS if c in streams.codecs), "")
    if codec:
        wanted["videocodec"] = codec
    if wants.fps != USUAL.fps:
        wanted["fps"] = f"{max(1, round(wants.fps))}"
    if streams.sound is not None:
        wanted["audio"] = "1" if streams.sound else "0"
    return wanted


def _no_rtsp(streams: Streams, wanted: Mapping[str, str]) -> SourceUnreachable | None:
    if streams.rtsp is False:
        return SourceUnreachable(
            "Its RTSP service is switched off.", fix="Switch RTSP on in the device's settings."
        )
    if streams.codecs and not {"videocodec", "streamprofile"} & wanted.keys():
        return SourceUnreachable("It sends no compressed video.")
    return None


def _insist_started(place: Place, patience: Patience | None, address: str) -> None:
    """While a device starts, its stream is not there yet; that is no reason to do without sound."""
    try:
        with Device(place, None, patience) as device:
            started = device.ready()
    except BridgeError as error:
        raise in_words(error, place, address) from None
    if not started:
        raise SourceUnreachable(
            f"The camera at {shown(address)} is starting up.", fix="It is called again by itself."
        )


def _with(login: Login | None, address: str) -> str:
    return address if login is None else with_login(address, login.name, login.password)


def in_words(error: BridgeError, place: Place, address: str) -> SourceError:
    """The house's word for what went wrong with a device."""
    if isinstance(error, LoginWantedError | LoginRefusedError):
        return faults.refused_password(address)
    if isinstance(error, ForbiddenError):
        return SourceRefused(
            f"The camera at {shown(address)} does not let this user look.",
            fix="Give the user the right to view, in the camera's own settings.",
        )
    if isinstance(error, AbsentError):
        found = faults.looked_into(place.web)
        return found or SourceUnreachable(
            error.reason, fix="Check that the camera is on and reachable."
        )
    if isinstance(error, NotAxisError):
        return SourceBroken(
            f"What answers at {shown(address)} is no Axis device.",
            fix="Give the camera's own rtsp:// or http:// address instead.",
        )
    if isinstance(error, DeviceFaultError):
        return faults.camera_fails(address)
    return SourceBroken(error.reason, fix="Restart the camera; its own web page may tell more.")
