"""What can go wrong with a device, each kind by its own name; no text here ever holds a password."""

from __future__ import annotations


class BridgeError(Exception):
    """Something about a device that a person can be told."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class AbsentError(BridgeError):
    """Nobody answers at that address."""


class SilentError(AbsentError):
    """Somebody is there, and does not answer in time."""


class LoginWantedError(BridgeError):
    """The device asks for a name and a password, and none was given."""


class LoginRefusedError(BridgeError):
    """The device does not take this name and password; they are not tried again."""


class ForbiddenError(BridgeError):
    """The name and password are right, and may not do this."""


class NotOfferedError(BridgeError):
    """The device has no such thing; older ones lack some."""


class NotAxisError(BridgeError):
    """Whoever answers is no Axis device."""


class DeviceFaultError(BridgeError):
    """The device has trouble of its own."""


class BadAnswerError(BridgeError):
    """An answer came, and it is cut off or makes no sense."""
