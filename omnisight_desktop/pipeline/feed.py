"""The streams of one camera: which address serves which roles, and where what comes is led."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from omnisight_desktop.capture.decoding import Decoding
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.camera import Role
from omnisight_desktop.core.errors import PasswordRefused
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.flow.channel import Channel, LatestSlot
from omnisight_desktop.flow.inbox import LatestInbox

EVERYTHING = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Feed:
    """One connection to a camera and what it is for."""

    address: str  # may hold a password, unlike the camera's own uri
    roles: frozenset[Role] = EVERYTHING


def feeds_of(addresses: Mapping[Role, str]) -> list[Feed]:
    """One feed for each address: roles that share an address share the connection."""
    roles: dict[str, set[Role]] = {}
    for role, address in addresses.items():
        roles.setdefault(address, set()).add(role)
    return [Feed(address, frozenset(some)) for address, some in roles.items()]


def one_for_all(address: str) -> dict[Role, str]:
    """One stream serves every role."""
    return dict.fromkeys(Role, address)


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A piece of sound of a camera and when it began."""

    camera: str
    at: datetime
    sound: Sound


class Tries:
    """How often a camera may be asked with one password, by all streams that use it together."""

    def __init__(self, most: int = 3) -> None:
        self._most = self._left = most
        self.refusal: PasswordRefused | None = None

    @property
    def spent(self) -> bool:
        """Whether asking once more might lock the user out."""
        return self._left <= 0

    def refused(self, refusal: PasswordRefused) -> None:
        """It was refused once more."""
        self._left -= 1
        self.refusal = refusal

    def forgive(self) -> None:
        """The password was right, or somebody says that it is now."""
        self._left, self.refusal = self._most, None


def login_in(address: str) -> str:
    """With which login an address asks whom: what is locked when it is refused too often."""
    try:
        parts = urlsplit(address)
        return f"{parts.username}:{parts.password}@{parts.hostname}"
    except ValueError:
        return address


@dataclass(frozen=True, slots=True)
class CameraPipes:
    """What leads away from one camera."""

    ring: PacketRing
    sound_ring: PacketRing
    frames: LatestInbox[Frame]
    preview: LatestSlot[Frame]
    sounds: Channel[Heard] | None = None  # none where nobody listens
    tries: Tries = field(default_factory=Tries)
    decoding: Decoding | None = None  # none: the processor decodes
