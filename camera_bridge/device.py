"""What an Axis device tells of itself, and a picture of what it sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from camera_bridge.errors import (
    BadAnswerError,
    DeviceFaultError,
    ForbiddenError,
    LoginWantedError,
    NotAxisError,
    NotOfferedError,
)
from camera_bridge.parameters import named, numbers, parse_parameters, words
from camera_bridge.place import Login, Place
from camera_bridge.web import Patience, Talk, Web

_INFO = "/axis-cgi/basicdeviceinfo.cgi"
_READY = "/axis-cgi/systemready.cgi"
_PARAMETERS = "/axis-cgi/param.cgi"
_PROFILES = "/axis-cgi/streamprofile.cgi"
_PICTURE = "/axis-cgi/jpg/image.cgi"
_RIGHTS = "/axis-cgi/usergroup.cgi"
_ABOUT_STREAMS = ("Network.RTSP", "Properties.Image", "Properties.Audio", "Audio.A0")

#: Things that only some devices have, or only some users may see.
_WITHHELD = (
    *(NotOfferedError, ForbiddenError, LoginWantedError),
    *(BadAnswerError, DeviceFaultError),
)
_GROUPS = ("viewer", "operator", "admin", "ptz")


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """What a device is."""

    name: str  # in full, such as AXIS P3265-LVE Dome Camera
    model: str = ""
    kind: str = ""
    serial: str = ""
    firmware: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A stream that somebody set up on the device and gave a name."""

    name: str
    description: str = ""
    parameters: str = ""


@dataclass(frozen=True, slots=True)
class Streams:
    """What a device can send; what it does not tell is None or empty."""

    codecs: tuple[str, ...] = ()
    resolutions: tuple[tuple[int, int], ...] = ()
    sound: bool | None = None
    rtsp: bool | None = None
    rtsp_port: int | None = None


class Device(Talk):
    """An Axis device at an address; use it with ``with``."""

    def __init__(
        self, place: Place, login: Login | None = None, patience: Patience | None = None
    ) -> None:
        self._web = Web(place, login, patience)

    def close(self) -> None:
        """End the conversation."""
        self._web.close()

    @property
    def place(self) -> Place:
        """Where it is; it may have sent us from its open port to the encrypted one."""
        return self._web.place

    def info(self) -> DeviceInfo:
        """What it is; raises ``NotAxisError`` when it is something else."""
        for method in ("getAllUnrestrictedProperties", "getAllProperties"):
            try:
                return self._basic_info(method)
            except (NotOfferedError, ForbiddenError, BadAnswerError):
                continue  # devices before AXIS OS 8.40 do not know it
        return self._info_of_old()

    def rights(self) -> tuple[str, ...]:
        """What this user may do, in the device's words; nothing where it cannot say.

        Every user may ask this, so that a password that is refused here is wrong. Elsewhere, some
        devices refuse it as well to those who may not do something.
        """
        try:
            told = self._web.get(_RIGHTS).text().lower().split()
        except (NotOfferedError, ForbiddenError, BadAnswerError, DeviceFaultError):
            return ()
        return tuple(group for group in _GROUPS if group in told)

    def streams(self) -> Streams:
        """What it can send, as far as this user may know."""
        try:
            told = self.parameters(*_ABOUT_STREAMS)
        except _WITHHELD:
            return Streams()
        port = numbers(told.get("Network.RTSP.Port", ""))
        return Streams(
            codecs=words(told.get("Properties.Image.Format", "")),
            resolutions=_sizes(told),
            sound=_sound(told),
            rtsp=_yes(told.get("Network.RTSP.Enabled")),
            rtsp_port=port[0] if port and 0 < port[0] < 1 << 16 else None,
        )

    def profiles(self) -> tuple[Profile, ...]:
        """The streams that somebody set up on it."""
        message = {"apiVersion": "1.0", "method": "list", "params": {"streamProfileName": []}}
        try:
            listed = _data(self._web.post(_PROFILES, message)).get("streamProfile", [])
            return tuple(_profile(one) for one in listed if isinstance(one, Mapping))
        except (NotOfferedError, BadAnswerError):
            pass
        try:
            told = self.parameters("StreamProfile")
        except _WITHHELD:
            return ()
        return tuple(
            Profile(one["Name"], one.get("Description", ""), one.get("Parameters", ""))
            for one in named(told, "StreamProfile.S")
            if one.get("Name")
        )

    def ready(self) -> bool:
        """Whether it has started up; a device that cannot say so counts as ready."""
        message = {"apiVersion": "1.1", "method": "systemready", "params": {"timeout": 1}}
        try:
            return _data(self._web.post(_READY, message)).get("systemready") != "no"
        except _WITHHELD:
            return True

    def snapshot(self, resolution: str = "") -> bytes:
        """What it sees now, as JPEG."""
        answer = self._web.get(_PICTURE, {"resolution": resolution} if resolution else None)
        whole = answer.body.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in answer.body[-64:]
        if not whole:
            raise BadAnswerError(f"What {self.place} sends is no whole picture.")
        return answer.body

    def parameters(self, *groups: str) -> dict[str, str]:
        """Some of its parameters by name, without the ``root.`` before each."""
        answer = self._web.get(_PARAMETERS, {"action": "list", "group": ",".join(groups)})
        return parse_parameters(answer.text())

    def _basic_info(self, method: str) -> DeviceInfo:
        told = _data(self._web.post(_INFO, {"apiVersion": "1.0", "method": method}))
        listed = told.get("propertyList")
        if not isinstance(listed, Mapping):
            raise BadAnswerError(f"{self.place} tells nothing of itself.")

        def word(name: str) -> str:
            return str(listed.get(name, ""))

        short = word("ProdShortName")
        name = word("ProdFullName") or short or word("ProdNbr")
        if not name:
            raise BadAnswerError(f"{self.place} tells no name.")
        return DeviceInfo(
            name, word("ProdNbr") or short, word("ProdType"), word("SerialNumber"), word("Version")
        )

    def _info_of_old(self) -> DeviceInfo:
        try:
            told = self.parameters("Brand", "Properties.Firmware", "Properties.System")
        except (NotOfferedError, BadAnswerError):
            told = {}
        name = told.get("Brand.ProdFullName") or told.get("Brand.ProdShortName", "")
        if not name:
            raise NotAxisError(f"{self.place} answers, but not as an Axis device does.")
        return DeviceInfo(
            name,
            told.get("Brand.ProdNbr", ""),
            told.get("Brand.ProdType", ""),
            told.get("Properties.System.SerialNumber", ""),
            told.get("Properties.Firmware.Version", ""),
        )


def _data(told: Mapping[str, Any]) -> Mapping[str, Any]:
    data = told.get("data")
    if not isinstance(data, Mapping):  # instead, there is an error with a number and a text
        raise BadAnswerError("The device did not understand the question.")
    return data


def _profile(told: Mapping[str, Any]) -> Profile:
    name, description, parameters = (
        str(told.get(word, "")) for word in ("name", "description", "parameters")
    )
    return Profile(name, description, parameters)


def _sizes(told: Mapping[str, str]) -> tuple[tuple[int, int], ...]:
    names = ("Properties.Image.Resolution", "Properties.Image.I0.H264.Resolution")
    text = next((told[name] for name in names if told.get(name)), "")
    sizes = (numbers(word.replace("x", ",")) for word in words(text))
    return tuple((size[0], size[1]) for size in sizes if len(size) == 2)


def _sound(told: Mapping[str, str]) -> bool | None:
    if _yes(told.get("Properties.Audio.Audio")) is False:
        return False
    if "Properties.Audio.Audio" not in told:
        return None
    return _yes(told.get("Audio.A0.Enabled"))


def _yes(word: str | None) -> bool | None:
    return None if word is None else word.strip().lower() in ("yes", "true", "1")
